// SPDX-License-Identifier: MIT
// The inside of the model: its charges from day to day, its inputs and statuses; used by src/model only.
#pragma once

#include <map>
#include <utility>

#include "tracker/model/model.hpp"

namespace tracker::model {

/// What is recorded about each obligation, in order of the records.
template <class Fact>
using About = std::map<std::pair<Kind, Period>, std::vector<Fact>>;

template <class Fact>
About<Fact> about(const std::vector<Fact>& facts) {
    About<Fact> found;
    for (const Fact& fact : facts) found[{fact.kind, fact.period}].push_back(fact);
    return found;
}

/// What is recorded about one obligation; often nothing.
template <class Fact>
const std::vector<Fact>& of(const About<Fact>& all, Kind kind, Period period) {
    static const std::vector<Fact> nothing;
    const auto found = all.find({kind, period});
    return found == all.end() ? nothing : found->second;
}

/// Of several extensions known on the day the one granted last, or nothing.
std::optional<Day> extended_to(const std::vector<Extension>& of_one, Day day);
bool waived_by(const std::vector<Waiver>& of_one, Day day);

/// A charge as it was agreed, and what is recorded about it.
struct Agreed {
    Charge charge;
    Day known_from{};
    std::vector<Extension> extensions;
    std::vector<Waiver> waivers;
    std::optional<Day> paid_since;  ///< on the day of the walk
};

/// The walk from day to day: it begins long enough before anything happens, and each day is judged by the
/// facts dated that day or earlier. On a day of which no fact speaks the charges stand as on the day before.
struct Walk {
    Day first{};
    std::map<Day, std::int64_t> money;  ///< what came on a day; every day is here of which some fact speaks
    std::vector<Agreed> agreed;         ///< all charges there will ever be, in covering order (R4)
    // On the day that the walk has come to:
    std::int64_t paid = 0;        ///< payments, refunds and credits
    std::vector<Charge> charges;  ///< those there are, in covering order
};

/// The walk before its first day. Fees are agreed for as long as the day or `through`, whichever is later.
Walk walk_from(const ContractFacts& facts, const std::vector<Holiday>& holidays, Day on, Day through);

/// Goes on to the next day; the first step is to `first`.
void step(Walk& walk, Day day);

/// Is some charge past its deadline, or past its due date, and not paid on the day of the walk (R6).
bool late(const Walk& walk, Day day);
bool arrears(const Walk& walk, Day day);

/// R9, whatever holds on the day of the walk.
std::optional<Warning> warning(const Walk& walk, std::optional<Day> ends, Day on);

/// What work of ours needs, as it is known on a day (R7a).
struct Input {
    Day due{};                ///< as if not extended
    std::optional<Day> came;  ///< or was waived
};

/// The inputs that exist of an obligation of the line, as known on the day.
std::vector<Input> inputs_of(const ContractFacts& facts, const std::vector<Holiday>& holidays,
                             const Line& line, Period period, Day day);
bool is_late(const Input& input, Day day);

/// R1b, R7, R7a, R8, out of decisions that have their charges and pauses.
std::vector<Obligation> obligations(const ContractFacts& facts, const std::vector<Holiday>& holidays,
                                    const Decisions& decisions);

}  // namespace tracker::model
