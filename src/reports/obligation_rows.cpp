// SPDX-License-Identifier: MIT
#include "tracker/reports/obligation_rows.hpp"

#include <algorithm>
#include <tuple>

#include "tracker/facts/words.hpp"
#include "tracker/reports/report_rows.hpp"
#include "tracker/rules/ledger_words.hpp"

namespace tracker {
namespace {

const std::vector<Column>& columns() {
    static const std::vector<Column> all{{"client"},
                                         {"name", false, true},
                                         {"contract"},
                                         {"kind"},
                                         {"period"},
                                         {"owed_by"},
                                         {"due"},
                                         {"status"},
                                         {"days", true},
                                         {"done_on"},
                                         {"outstanding", true},
                                         {"currency"}};
    return all;
}

}  // namespace

void ObligationRows::add(const Decided& decided, const Obligation& item) {
    const Contract& contract = decided.facts.contract;
    if (whose_.empty() || whose_.back().id != contract.id) {
        whose_.push_back(
            {contract.id, decided.client.code, decided.client.name, contract.number, contract.currency});
    }
    rows_.push_back({&whose_.back(), item});
}

void ObligationRows::sort_by_due() {
    std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
        return std::tie(a.item.due, a.whose->client, a.whose->contract, a.item.kind, a.item.period) <
               std::tie(b.item.due, b.whose->client, b.whose->contract, b.item.kind, b.item.period);
    });
}

void ObligationRows::sort_by_contract() {
    std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
        return std::tie(a.whose->client, a.whose->contract, a.item.period, a.item.due, a.item.kind) <
               std::tie(b.whose->client, b.whose->contract, b.item.period, b.item.due, b.item.kind);
    });
}

Listing ObligationRows::listing() const {
    return {columns(), rows_.size(),
            [this](std::size_t i) -> const std::vector<Cell>& { return cells_of(rows_[i]); }};
}

const std::vector<Cell>& ObligationRows::cells_of(const Row& row) const {
    const Obligation& item = row.item;
    const auto word = [](std::string_view text) { return std::string(text); };
    cells_.resize(columns().size());
    auto next = cells_.begin();
    *next++ = row.whose->client;
    *next++ = row.whose->name;
    *next++ = row.whose->contract;
    *next++ = word(item.kind.text());
    *next++ = item.period;
    *next++ = word(text(item.owed_by));
    *next++ = item.due;
    *next++ = word(text(item.status));
    *next++ = std::int64_t{item.days};
    *next++ = cell(item.done_on);
    *next++ = cell(item.outstanding);
    *next++ = row.whose->currency;
    return cells_;
}

namespace {

/// The most months that a line can put between a period and its due date, and one for the convention.
constexpr int latest_offset = 25;

/// When the last obligation of the contracts that have an end can fall due.
Day end_of_all_that_ends(Session& session) {
    Day end = earliest_day;
    for (const Contract& contract : session.store().contracts()) {
        if (contract.ends) end = std::max(end, last_day(period_of(*contract.ends) + latest_offset));
    }
    return end;
}

}  // namespace

ObligationRows obligation_export(Session& session, std::optional<Period> from, std::optional<Period> to) {
    const Day horizon = end_of_next_month(session.on());
    // What was extended falls due later than it was scheduled to, never earlier; a period bound leaves days
    // free.
    Day through = horizon;
    if (to) through = std::max(through, last_day(*to + latest_offset));
    // Without an upper bound an open contract would go on for ever: of such, what is due up to the horizon is
    // shown.
    if (from && !to) through = std::max(through, end_of_all_that_ends(session));
    ObligationRows rows;
    each_decided(session, std::min(through, latest_day), [&](const Decided& decided) {
        for (const Obligation& item : decided.ledger.obligations) {
            if (from && item.period < *from) continue;
            if (to && item.period > *to) continue;
            const bool endless = !to && !(from && decided.facts.contract.ends);
            if (endless && item.due > horizon) continue;
            rows.add(decided, item);
        }
    });
    rows.sort_by_contract();
    return rows;
}

}  // namespace tracker
