// SPDX-License-Identifier: MIT
#include "report_rows.hpp"

#include "commands/letters/board.hpp"
#include "evidence_notes.hpp"

#include <algorithm>
#include <tuple>

#include "tracker/core/bank.hpp"
#include "tracker/core/error.hpp"
#include "tracker/core/words.hpp"

namespace tracker {
namespace {

Column number(const char* name) {
    return {name, true, false};
}
Column flexible(const char* name) {
    return {name, false, true};
}

/// Sorts rows of cells by leading text columns, in bytes; the rest keeps its order.
void sort_by_texts(Rows& rows, std::size_t first, std::size_t second) {
    std::stable_sort(rows.rows.begin(), rows.rows.end(), [&](const auto& a, const auto& b) {
        return std::tie(std::get<std::string>(a[first]), std::get<std::string>(a[second])) <
               std::tie(std::get<std::string>(b[first]), std::get<std::string>(b[second]));
    });
}

Cell word(std::string_view text) {
    return std::string(text);
}

std::optional<Day> up_to(std::optional<Day> day, Day on) {
    return day && *day <= on ? day : std::nullopt;
}

}  // namespace

Day end_of_next_month(Day day) {
    return last_day(period_of(day) + 1);
}

std::shared_ptr<const Whose> whose(const Decided& decided) {
    const Contract& contract = decided.facts.contract;
    return std::make_shared<Whose>(
        Whose{decided.client.code, decided.client.name, contract.number, contract.currency});
}

void sort_by_due(std::vector<ObligationRow>& rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const ObligationRow& a, const ObligationRow& b) {
        return std::tie(a.item.due, a.whose->client, a.whose->contract, a.item.kind, a.item.period) <
               std::tie(b.item.due, b.whose->client, b.whose->contract, b.item.kind, b.item.period);
    });
}

void sort_by_contract(std::vector<ObligationRow>& rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const ObligationRow& a, const ObligationRow& b) {
        return std::tie(a.whose->client, a.whose->contract, a.item.period, a.item.due, a.item.kind) <
               std::tie(b.whose->client, b.whose->contract, b.item.period, b.item.due, b.item.kind);
    });
}

Rows obligation_rows(const std::vector<ObligationRow>& rows) {
    Rows out;
    out.columns = {{"client"},
                   flexible("name"),
                   {"contract"},
                   {"kind"},
                   {"period"},
                   {"owed_by"},
                   {"due"},
                   {"status"},
                   number("days"),
                   {"done_on"},
                   number("outstanding"),
                   {"currency"}};
    out.rows.reserve(rows.size());
    for (const ObligationRow& row : rows) {
        const Obligation& item = row.item;
        const Whose& whose = *row.whose;
        out.rows.push_back({whose.client, whose.name, whose.contract, word(item.kind.text()), item.period,
                            word(text(item.owed_by)), item.due, word(text(item.status)),
                            std::int64_t{item.days}, cell(item.done_on), cell(item.outstanding),
                            whose.currency});
    }
    return out;
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

Rows obligation_export(Session& session, std::optional<Period> from, std::optional<Period> to) {
    const Day horizon = end_of_next_month(session.on());
    // What was extended falls due later than it was scheduled to, never earlier; a period bound leaves days
    // free.
    Day through = horizon;
    if (to) through = std::max(through, last_day(*to + latest_offset));
    // Without an upper bound an open contract would go on for ever: of such, what is due up to the horizon is
    // shown.
    if (from && !to) through = std::max(through, end_of_all_that_ends(session));
    std::vector<ObligationRow> rows;
    each_decided(session, std::min(through, latest_day), [&](const Decided& decided) {
        const auto whose_rows = whose(decided);
        for (const Obligation& item : decided.ledger.obligations) {
            if (from && item.period < *from) continue;
            if (to && item.period > *to) continue;
            const bool endless = !to && !(from && decided.facts.contract.ends);
            if (endless && item.due > horizon) continue;
            rows.push_back({whose_rows, item});
        }
    });
    sort_by_contract(rows);
    return obligation_rows(rows);
}

Rows overdue_rows(Session& session, EvidenceNotes& notes) {
    Rows out;
    out.columns = {{"client"},     flexible("name"),      {"contract"}, number("items"), {"oldest_due"},
                   number("days"), number("outstanding"), {"currency"}, {"service"},     {"paused_since"}};
    each_decided_open(session, {}, session.on(), [&](const Decided& decided) {
        std::int64_t items = 0;
        std::optional<Day> oldest;
        Money outstanding;
        for (const Obligation& item : decided.ledger.obligations) {
            if (item.status != Status::overdue || item.owed_by != OwedBy::client) continue;
            ++items;
            if (!oldest || item.due < *oldest) oldest = item.due;
            if (item.outstanding) outstanding += *item.outstanding;
        }
        if (!oldest) return;
        notes.look(decided);
        out.rows.push_back({decided.client.code, decided.client.name, decided.facts.contract.number, items,
                            *oldest, std::int64_t{(session.on() - *oldest).count()}, outstanding,
                            decided.facts.contract.currency, word(text(decided.ledger.service)),
                            cell(decided.ledger.paused_since)});
    });
    sort_by_texts(out, 0, 2);
    std::stable_sort(out.rows.begin(), out.rows.end(), [](const auto& a, const auto& b) {
        return std::get<std::int64_t>(a[5]) > std::get<std::int64_t>(b[5]);
    });
    return out;
}

namespace {

/// The figures of one row of `status`.
struct Standing {
    Money outstanding;
    std::int64_t open_client = 0;
    std::int64_t open_us = 0;
    std::int64_t withheld = 0;
    bool any_open = false;
};

Standing standing(const Ledger& ledger) {
    Standing standing;
    for (const Obligation& item : ledger.obligations) {
        standing.any_open = standing.any_open || item.open();
        if (item.due > ledger.on) continue;
        if (item.outstanding) standing.outstanding += *item.outstanding;
        if (item.status == Status::withheld) ++standing.withheld;
        if (item.status == Status::overdue || item.status == Status::due) {
            ++(item.owed_by == OwedBy::client ? standing.open_client : standing.open_us);
        }
    }
    return standing;
}

/// Money on either side that no charge accounts for: paid and not needed, or paid back beyond what came.
bool has_money_left(const Ledger& ledger) {
    Money left = ledger.paid;
    for (const ChargeState& charge : ledger.charges) left -= charge.amount;
    return left.minor != 0;
}

}  // namespace

Rows status_rows(Session& session, const std::vector<std::string>& clients, EvidenceNotes& notes) {
    const Day on = session.on();
    const std::optional<Day> known = notes.known().through;
    Rows out;
    out.columns = {{"client"},
                   flexible("name"),
                   {"contract"},
                   {"service"},
                   {"paused_since"},
                   {"reason"},
                   {"paid_through"},
                   number("outstanding"),
                   {"currency"},
                   number("open_client"),
                   number("open_us"),
                   number("withheld"),
                   {"next_due"},
                   {"pauses_on"},
                   {"payments_known_through"}};
    each_decided_open(session, clients, end_of_next_month(on), [&](const Decided& decided) {
        const Ledger& ledger = decided.ledger;
        const ContractFacts& facts = decided.facts;
        const Standing now = standing(ledger);
        notes.look(decided);
        const std::optional<Day> next = next_due(facts, session.calendar(), ledger);
        if (!facts.contract.in_force(on) && !now.any_open && !next && !has_money_left(ledger)) return;
        std::optional<Day> pauses_on;
        if (ledger.warning) pauses_on = ledger.warning->pauses_on;
        out.rows.push_back(
            {decided.client.code, decided.client.name, facts.contract.number, word(text(ledger.service)),
             cell(ledger.paused_since), ledger.reason ? word(text(*ledger.reason)) : Cell(),
             cell(paid_through(facts, session.calendar(), ledger)), now.outstanding, facts.contract.currency,
             now.open_client, now.open_us, now.withheld, cell(next), cell(pauses_on), cell(known)});
    });
    sort_by_texts(out, 0, 2);
    return out;
}

Rows balance_rows(Session& session) {
    const Day horizon = end_of_next_month(session.on());
    Rows out;
    out.columns = {{"client"},  flexible("name"), {"contract"},     {"period"},
                   {"kind"},    {"due"},          number("amount"), number("outstanding"),
                   {"paid_on"}, {"currency"},     flexible("text")};
    each_decided(session, horizon, [&](const Decided& decided) {
        for (const ChargeState& charge : decided.ledger.charges) {
            if (charge.due > horizon) continue;
            const auto one_off = std::find_if(
                decided.facts.charges.begin(), decided.facts.charges.end(), [&](const Charge& c) {
                    return charge.kind == kinds::charge && c.recorded.entry == charge.entry;
                });
            out.rows.push_back({decided.client.code, decided.client.name, decided.facts.contract.number,
                                charge.period, word(charge.kind.text()), charge.due, charge.amount,
                                charge.outstanding, cell(charge.paid_on), decided.facts.contract.currency,
                                one_off != decided.facts.charges.end() ? word(one_off->text) : Cell()});
        }
    });
    sort_by_texts(out, 0, 2);
    return out;
}

Rows interval_rows(Session& session) {
    const Day on = session.on();
    Rows out;
    out.columns = {{"client"}, flexible("name"), {"contract"},   {"reason"},
                   {"from"},   {"until"},        {"cleared_on"}, {"notified_on"}};
    const LetterBoard board(session.store());
    each_decided(session, on, [&](const Decided& decided) {
        const std::vector<LetterState>& letters = board.of(decided.facts.contract.id);
        for (const Suspension& suspension : decided.ledger.suspensions) {
            const bool unpaid = suspension.reason == Reason::no_payment;
            const auto notified = unpaid ? notified_on(suspension.from, letters) : std::nullopt;
            out.rows.push_back({decided.client.code, decided.client.name, decided.facts.contract.number,
                                word(text(suspension.reason)), suspension.from,
                                cell(up_to(suspension.until, on)), cell(up_to(suspension.cleared_on, on)),
                                cell(up_to(notified, on))});
        }
    });
    sort_by_texts(out, 0, 2);
    return out;
}

}  // namespace tracker
