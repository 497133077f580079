// SPDX-License-Identifier: MIT
#include "tracker/session/record.hpp"

#include <algorithm>
#include <set>

#include "tracker/base/error.hpp"
#include "tracker/rules/schedule.hpp"
#include "tracker/said/refusal.hpp"

namespace tracker {

namespace {

/// Whether money is left once all charges of the ledger are covered: it covers charges that fall due later.
bool reaches_further(const Ledger& ledger) {
    Money left = ledger.to_cover;
    for (const ChargeState& charge : ledger.charges) left -= charge.amount;
    return left.minor > 0;
}

}  // namespace

Ledger ledger_for(Session& session, const ContractFacts& facts, Day through) {
    return make_ledger(facts, session.calendar(), session.on(), std::min(through, latest_day));
}

BeforeAndAfter decided_on(Session& session, const ContractFacts& before, const ContractFacts& after,
                          Day day) {
    const auto through = [&](const ContractFacts& facts, Day last) {
        return make_ledger(facts, session.calendar(), day, std::min(last, latest_day));
    };
    days ahead{400};
    Ledger then = through(after, day + ahead);
    while (reaches_further(then) && then.through < latest_day && !after.contract.ends) {
        ahead *= 2;
        then = through(after, day + ahead);
    }
    Ledger was = through(before, then.through);
    return {std::move(was), std::move(then)};
}

std::vector<Message> what_follows(Session& session, const ContractFacts& before, const ContractFacts& after,
                                  Unchanged unchanged) {
    const auto [was, then] = decided_on(session, before, after, session.on());
    const std::string& currency = after.contract.currency;
    auto said = consequences(was, then, currency);
    if (unchanged == Unchanged::silent && said == consequences(then, then, currency)) return {};
    return said;
}

void say_follows(Session& session, std::vector<Message> follows) {
    if (!follows.empty()) session.say(Message("record.follows", {{"follows", std::move(follows)}}));
}

void say_reports_before_start(Session& session, const Subject& subject, const std::set<Kind>& kinds) {
    const Schedule schedule(subject.facts, session.calendar());
    std::vector<Schedule::Report> reports = schedule.reports_before_start();
    std::erase_if(reports, [&](const Schedule::Report& one) { return !kinds.contains(one.kind); });
    if (reports.empty()) return;
    session.say(Message("record.reports-before", {{"starts", subject.facts.contract.starts}}));
    for (const Schedule::Report& one : reports)
        session.say("  tracker duty add {} {} --period {} --due {}", subject.client.code, one.kind.text(),
                    format(one.period, one.months), format(one.due));
}

/// Throws if R1 says that there is no such obligation; what else is wrong with it, check.hpp says.
void refuse_before_start(Session& session, const Subject& subject, Kind kind, Period period) {
    const Schedule schedule(subject.facts, session.calendar());
    const Line* const line = schedule.line(kind, period);
    if (find_duty(subject.facts, kind, period) || !schedule.covers(period) || !line ||
        !line->months.has(period) || kind == kinds::payment || schedule.due(kind, *line, period))
        return;
    throw InputRefusal(
        Message("error.before-start",
                {{"kind", kind.text()}, {"period", period}, {"starts", subject.facts.contract.starts}}));
}

}  // namespace tracker
