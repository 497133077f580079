// SPDX-License-Identifier: MIT
// What the commands that record one fact share: they say what was recorded, and what follows from it.
#pragma once

#include <fmt/ranges.h>

#include <algorithm>
#include <string>

#include "arguments.hpp"
#include "find.hpp"
#include "import_contract_facts.hpp"
#include "tracker/core/consequences.hpp"

namespace tracker {

/// How far ahead what follows is looked at: a payment may cover the coming fees.
inline Ledger ledger_for(Session& session, const ContractFacts& facts) {
    return make_ledger(facts, session.calendar(), session.on(),
                       std::min(session.on() + days{400}, latest_day));
}

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

/// Records a fact, and says "recorded <what>" and what follows from it, in sentences.
template <class Fact>
void record(Session& session, const Subject& subject, Fact fact, const std::string& what) {
    const Ledger before = ledger_for(session, subject.facts);
    const Ledger after = ledger_for(session, with_checked(session, subject.facts, fact));
    session.store().add(subject.id(), fact);
    session.say("{} {} ({})", session.recorded(), what, subject.label());
    const auto said = consequences(before, after, subject.facts.contract.currency);
    if (!said.empty()) session.say("{}", fmt::join(said, "; "));
}

/// The arguments of these commands; each declares those that it takes.
struct FactOptions {
    std::string client, kind, period, amount, due, text, until, from, reason;
    std::optional<std::string> some_period, some_until, number, reference, note;
};

inline void declare_contract(Arguments& arguments, FactOptions& options) {
    arguments.option("--contract NUMBER", options.number, "which, where the client has several");
}

inline void declare_client(Arguments& arguments, FactOptions& options) {
    arguments.required("CLIENT", options.client, "code, tax id or part of the name");
}

/// Throws InputError if R1 says that there is no such obligation; what else is wrong with it, check.hpp says.
void refuse_before_start(Session& session, const Subject& subject, Kind kind, Period period);

}  // namespace tracker
