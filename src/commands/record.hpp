// SPDX-License-Identifier: MIT
// What the commands that record one fact share: they say what was recorded, and what follows from it.
#pragma once

#include <fmt/ranges.h>

#include <algorithm>
#include <string>

#include "arguments.hpp"
#include "find.hpp"
#include "tracker/core/consequences.hpp"

namespace tracker {

/// How far ahead what follows is looked at: a payment may cover the coming fees.
inline Ledger ledger_for(Session& session, const ContractFacts& facts) {
    return make_ledger(facts, session.calendar(), session.on(),
                       std::min(session.on() + days{400}, latest_day));
}

/// Records a fact, and says "recorded <what>" and what follows from it, in sentences.
template <class Fact>
void record(Session& session, const Subject& subject, Fact fact, const std::string& what) {
    const Ledger before = ledger_for(session, subject.facts);
    session.store().add(subject.id(), fact);
    const ContractFacts facts = *session.store().facts(subject.id());
    const Ledger after = ledger_for(session, facts);
    session.say("{} {} ({})", session.recorded(), what, subject.label());
    const auto said = consequences(before, after, facts.contract.currency);
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
