// SPDX-License-Identifier: MIT
// The slow, obvious model of the rules: it walks every day from before the contract's start and judges each
// by the facts dated that day or earlier. It takes nothing from src/rules and of facts only their values, so
// that a mistake must be made twice to pass.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/facts/contract_facts.hpp"

namespace tracker::model {

/// Fee, grace and resumption days of one period.
struct Terms {
    Money fee;
    int grace = 0;
    int resume = 0;
};

/// A fee or a one-off charge as it stands on the day (R4, R5).
struct Charge {
    Kind kind;
    Period period;
    Day scheduled{};  ///< the due date as if never extended
    Day due{};
    Day deadline{};
    Money amount;
    Money outstanding;
    std::optional<Day> paid_on;
    std::int64_t entry = 0;  ///< of a one-off charge
};

/// What one line makes for one period, a duty, or a one-off charge (R7, R7a, R8).
struct Obligation {
    Kind kind;
    Period period;
    OwedBy owed_by = OwedBy::client;
    Day scheduled{};  ///< the line's or the duty's own due date
    Day due{};
    std::string_view status;  ///< the word of R8's table
    int days = 0;
    std::optional<Day> done_on;
    std::optional<Money> outstanding;  ///< of charges
    bool extended = false;
    bool moved = false;      ///< for inputs that came late (R7a)
    bool blocked = false;    ///< a late input hasn't come; of what is done: hadn't by then (R7a)
    bool caught_up = false;  ///< due on the day service resumed (R7)
    std::int64_t entry = 0;  ///< of a one-off charge
};

/// A suspension or, without reason and clearing, a pause of several (R6): [from, until).
struct Suspension {
    std::string_view reason;  ///< "no-payment" or "manual"
    Day from{};
    std::optional<Day> until;
    std::optional<Day> cleared_on;
};

/// Service will be paused on the day unless the amount comes (R9).
struct Warning {
    Day pauses_on{};
    Money amount;
};

/// What the rules say of a contract on the day `on`.
struct Decisions {
    Day on{};
    Day through{};
    std::vector<Obligation>
        obligations;              ///< by period, then kind, duties among them; then one-off charges by entry
    std::vector<Charge> charges;  ///< in covering order, up to `through`
    std::vector<Suspension> suspensions;  ///< up to the day, by from, then reason
    std::vector<Suspension> pauses;       ///< united, by from, recorded future ones included
    std::string_view service = "active";
    std::optional<Day> paused_since;
    std::string_view reason = "-";  ///< why service is paused
    std::optional<Warning> warning;
    Money paid;
};

// Civil dates (schedule.cpp), written again on purpose.
Period month_of(Day day);
/// The last period of which something can be due on the day: a line falls due up to a year before its period.
Period last_due_by(Day day);
Day day_of_month(Period period, int day);

/// R2's working day.
bool is_working(const std::vector<Holiday>& holidays, Day day);

/// R2's n-th working day after the day; of n = 0 the day itself, working or not.
Day working_day_after(const std::vector<Holiday>& holidays, Day day, int n);

/// R1: is the contract in force on any day of the month.
bool covers(const Contract& contract, Period period);

/// The terms for the period: those of the start and every amendment from that period or an earlier one.
/// Covered or not makes no difference: a one-off charge may be due, and arrears cleared, before the contract
/// starts or after it ends.
Terms terms_of(const ContractFacts& facts, Period period);

/// Every kind of which the contract ever has a line, the standard ones (R3) included.
std::vector<Kind> all_kinds(const ContractFacts& facts);

/// The line of the kind for the period, whether covered or not.
std::optional<Line> line_of(const ContractFacts& facts, Kind kind, Period period);

/// R1a: the months for which an obligation of the line accounts, the period itself last.
std::vector<Period> reporting_period(const Line& line, Period period);

/// R1, R1a, R2, R4: the due date without extensions, or nothing where there is no such obligation. Duties
/// are none of the schedule.
std::optional<Day> scheduled_due(const ContractFacts& facts, const std::vector<Holiday>& holidays, Kind kind,
                                 Period period);

/// R4 to R9 for the day, by walking there.
Decisions decisions_on(const ContractFacts& facts, const std::vector<Holiday>& holidays, Day on, Day through);

/// The decisions for a horizon long enough that whatever comes next is in it.
Decisions far_decisions(const ContractFacts& facts, const std::vector<Holiday>& holidays, Day on);

/// The last covered period such that no fee up to it is unpaid, out of far decisions; nothing if that is
/// before the first fee, or if there never is a fee. A waived fee isn't unpaid. A fee for several months is
/// unpaid for each of them.
std::optional<Period> paid_through(const ContractFacts& facts, const Decisions& far);

/// The earliest due date from the day on of what is open and neither withheld nor blocked, out of far
/// decisions.
std::optional<Day> next_due(const Decisions& far);

/// The decisions in the lines that the rules' lines_of() has for a ledger.
std::vector<std::string> lines_of(const Decisions& decisions);

}  // namespace tracker::model
