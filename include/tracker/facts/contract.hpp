// SPDX-License-Identifier: MIT
// The engagement.
#pragma once

#include <optional>
#include <string>
#include <tuple>

#include "tracker/facts/description.hpp"

namespace tracker {

/// The engagement with the terms that hold at its start.
struct Contract {
    Recorded recorded;
    ContractId id = 0;
    ClientId client = 0;
    std::string number;
    std::optional<Day> signed_on;
    Day starts{};
    std::optional<Day> ends;  ///< the last day in force
    std::string currency = "RUB";
    Money fee;  ///< a month
    int pay_day = 10;
    int grace = 5;   ///< calendar days
    int resume = 0;  ///< working days
    std::string clause;

    /// R1: both ends included.
    [[nodiscard]] bool in_force(Day day) const { return starts <= day && day <= ends.value_or(latest_day); }
    [[nodiscard]] bool covers(Period period) const {
        return period_of(starts) <= period && period <= period_of(ends.value_or(latest_day));
    }
};

template <>
struct Description<Contract> {
    static constexpr TableTraits table{.name = "contract_record", .owner = "contract", .file = "contracts"};
    static constexpr auto fields = std::tuple{
        field(&Contract::number, {.name = "number", .form = Form::filled}),
        field(&Contract::signed_on, {.name = "signed"}),
        field(&Contract::starts, {.name = "starts", .required = true}),
        field(&Contract::ends, {.name = "ends", .not_before = "starts"}),
        field(&Contract::currency, {.name = "currency", .form = Form::currency}),
        field(&Contract::fee, {.name = "fee", .least = 0}),
        field(&Contract::pay_day, {.name = "pay_day", .least = 1, .most = 31}),
        field(&Contract::grace, {.name = "grace", .least = 0, .most = 366}),
        field(&Contract::resume, {.name = "resume", .least = 0, .most = 60}),
        field(&Contract::clause, {.name = "clause"}),
    };
};

}  // namespace tracker
