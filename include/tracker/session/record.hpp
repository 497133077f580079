// SPDX-License-Identifier: MIT
// What the commands that record one fact share: they say what was recorded, and what follows from it.
#pragma once

#include <cstdint>
#include <limits>
#include <set>
#include <string>

#include "tracker/base/error.hpp"
#include "tracker/facts/words.hpp"
#include "tracker/rules/check.hpp"
#include "tracker/rules/consequences.hpp"
#include "tracker/session/find.hpp"

namespace tracker {

/// The decisions of the session's day, for what falls due up to a day.
Ledger ledger_for(Session& session, const ContractFacts& facts, Day through);

/// The decisions of a day before a change of a contract's facts and after it, looking as far ahead as there
/// is money that covers coming fees.
struct BeforeAndAfter {
    Ledger before;
    Ledger after;
};
BeforeAndAfter decided_on(Session& session, const ContractFacts& before, const ContractFacts& after, Day day);

/// Whether to say how things stand where a change alters nothing: that service is still paused.
enum class Unchanged : std::uint8_t { told, silent };

/// What follows from a change of a contract's facts. Looks as far ahead as there is money that covers coming
/// fees.
std::vector<Message> what_follows(Session& session, const ContractFacts& before, const ContractFacts& after,
                                  Unchanged unchanged = Unchanged::told);
/// Says it in sentences on one line, if anything does.
void say_follows(Session& session, std::vector<Message> follows);

/// Throws InputError if the rules forbid the fact, before the database sees it.
template <class Fact>
ContractFacts with_checked(Session& session, const ContractFacts& before, Fact fact) {
    ContractFacts facts = before;
    fact.recorded = {std::numeric_limits<std::int64_t>::max(), session.store().change()};
    list_of<Fact>(facts).push_back(std::move(fact));
    for (const Finding& finding : check(facts, session.calendar())) {
        if (finding.fact.added == session.store().change()) throw InputError(finding.what);
    }
    return facts;
}

/// Records a fact, and says "recorded <what>" and what follows from it.
template <class Fact>
void record(Session& session, const Subject& subject, Fact fact, Message what) {
    auto follows = what_follows(session, subject.facts, with_checked(session, subject.facts, fact));
    session.store().add(subject.id(), fact);
    session.say(
        Message("record.fact",
                {{"outcome", outcome(session)}, {"what", std::move(what)}, {"contract", subject.called()}}));
    say_follows(session, std::move(follows));
}

/// Says which reports of ours of these kinds the contract doesn't hold though they fall due in its time (R1),
/// with the commands that record them as duties.
void say_reports_before_start(Session& session, const Subject& subject, const std::set<Kind>& kinds);

/// Throws InputError if R1 says that there is no such obligation; what else is wrong with it, check.hpp says.
void refuse_before_start(Session& session, const Subject& subject, Kind kind, Period period);

}  // namespace tracker
