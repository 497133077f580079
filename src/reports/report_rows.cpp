// SPDX-License-Identifier: MIT
#include "tracker/reports/report_rows.hpp"

#include "tracker/reports/evidence_notes.hpp"
#include "tracker/session/letters_on_record.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "tracker/base/error.hpp"
#include "tracker/facts/bank.hpp"
#include "tracker/facts/words.hpp"
#include "tracker/rules/charges_by_entry.hpp"
#include "tracker/rules/ledger_words.hpp"

namespace tracker {
namespace {

Column number(const char* name) {
    return {name, true, false};
}
Column flexible(const char* name) {
    return {name, false, true};
}

Cell word(std::string_view text) {
    return std::string(text);
}

/// "paused?" on a screen where the pause isn't proven yet (R6a); files say what is decided.
Cell service_of(Session& session, const Decided& decided, bool proven) {
    const std::string service(text(decided.ledger.service));
    return session.format() == Format::table && !proven ? service + "?" : service;
}

std::optional<Day> up_to(std::optional<Day> day, Day on) {
    return day && *day <= on ? day : std::nullopt;
}

}  // namespace

void sort_by_texts(Rows& rows, std::size_t first, std::size_t second) {
    std::stable_sort(rows.rows.begin(), rows.rows.end(), [&](const auto& a, const auto& b) {
        return std::tie(std::get<std::string>(a[first]), std::get<std::string>(a[second])) <
               std::tie(std::get<std::string>(b[first]), std::get<std::string>(b[second]));
    });
}

Day end_of_next_month(Day day) {
    return last_day(period_of(day) + 1);
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
        const bool proven = !notes.look(decided);
        out.rows.push_back({decided.client.code, decided.client.name, decided.facts.contract.number, items,
                            *oldest, std::int64_t{(session.on() - *oldest).count()}, outstanding,
                            decided.facts.contract.currency, service_of(session, decided, proven),
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
    std::int64_t blocked = 0;
    bool any_open = false;
};

Standing standing(const Ledger& ledger) {
    Standing standing;
    for (const Obligation& item : ledger.obligations) {
        standing.any_open = standing.any_open || item.open();
        if (item.due > ledger.on) continue;
        if (item.outstanding) standing.outstanding += *item.outstanding;
        if (item.status == Status::withheld) ++standing.withheld;
        if (item.status == Status::blocked) ++standing.blocked;
        if (item.status == Status::overdue || item.status == Status::due) {
            ++(item.owed_by == OwedBy::client ? standing.open_client : standing.open_us);
        }
    }
    return standing;
}

/// Money on either side that no charge accounts for: paid and not needed, or paid back beyond what came.
bool has_money_left(const Ledger& ledger) {
    Money left = ledger.to_cover;
    for (const ChargeState& charge : ledger.charges) left -= charge.amount;
    return left.minor != 0;
}

}  // namespace

Rows status_rows(Session& session, const std::vector<std::string>& clients, EvidenceNotes& notes,
                 Audience audience) {
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
    if (audience == Audience::screen) out.columns.push_back(number("blocked"));
    each_decided_open(session, clients, end_of_next_month(on), [&](const Decided& decided) {
        const Ledger& ledger = decided.ledger;
        const CarriedFacts& facts = decided.facts;
        const Standing now = standing(ledger);
        const std::optional<Day> next = next_due(facts, session.calendar(), ledger);
        if (!facts.contract.in_force(on) && !now.any_open && !next && !has_money_left(ledger)) return;
        const bool proven = !notes.look(decided);
        std::optional<Day> pauses_on;
        if (ledger.warning) pauses_on = ledger.warning->pauses_on;
        out.rows.push_back({decided.client.code, decided.client.name, facts.contract.number,
                            service_of(session, decided, proven), cell(ledger.paused_since),
                            ledger.reason ? word(text(*ledger.reason)) : Cell(),
                            cell(paid_through(facts, session.calendar(), ledger)), now.outstanding,
                            facts.contract.currency, now.open_client, now.open_us, now.withheld, cell(next),
                            cell(pauses_on), cell(known)});
        if (audience == Audience::screen) out.rows.back().emplace_back(now.blocked);
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
        const ChargesByEntry facts(decided.facts);
        for (const ChargeState& charge : decided.ledger.charges) {
            if (charge.due > horizon) continue;
            const Charge* const one_off = facts.of(charge);
            out.rows.push_back({decided.client.code, decided.client.name, decided.facts.contract.number,
                                charge.period, word(charge.kind.text()), charge.due, charge.amount,
                                charge.outstanding, cell(charge.paid_on), decided.facts.contract.currency,
                                one_off ? word(one_off->text) : Cell()});
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
    const LettersOnRecord on_record(session.store());
    each_decided(session, on, [&](const Decided& decided) {
        const std::map<Day, Day> notices = notices_given(on_record.of(decided.facts.contract.id));
        for (const Suspension& suspension : decided.ledger.suspensions) {
            const bool unpaid = suspension.reason == Reason::no_payment;
            const auto notice = unpaid ? notices.find(suspension.from) : notices.end();
            std::optional<Day> notified;
            if (notice != notices.end()) notified = notice->second;
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
