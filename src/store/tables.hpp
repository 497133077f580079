// SPDX-License-Identifier: MIT
// Which table holds which fact, and the SQL that follows from its fields.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "store/in_brief.hpp"
#include "tracker/facts/fields.hpp"

namespace tracker::tables {

struct ColumnNames {
    std::vector<std::string> names;
    template <class Field>
    void operator()(std::string_view name, const Field&) {
        names.push_back('"' + std::string(name) + '"');
    }
    void operator()(std::string_view, const CurrencyColumn&) {}
    void operator()(std::string_view, const std::optional<Line>&) {
        names.insert(names.end(), {"owed_by", "\"offset\"", "day", "convention"});
    }
};

/// The columns of a fact's own fields, each quoted: `from` and `offset` are words of SQL.
template <class Fact>
std::vector<std::string> columns() {
    ColumnNames names;
    const Fact fact{};
    visit_fields(fact, names);
    return names.names;
}

/// The table of a fact, the column that says whose it is ("" for facts of the firm), and the others.
struct Table {
    std::string_view name;
    std::string_view owner;
    std::vector<std::string> (*columns)();
};

template <class Fact>
inline constexpr Table of{};
template <>
inline constexpr Table of<Client>{"client_record", "client", columns<Client>};
template <>
inline constexpr Table of<Contract>{"contract_record", "contract", columns<Contract>};
template <>
inline constexpr Table of<Amendment>{"amendment", "contract", columns<Amendment>};
template <>
inline constexpr Table of<ScheduleLine>{"schedule_line", "contract", columns<ScheduleLine>};
template <>
inline constexpr Table of<Fulfilment>{"fulfilment", "contract", columns<Fulfilment>};
template <>
inline constexpr Table of<Extension>{"extension", "contract", columns<Extension>};
template <>
inline constexpr Table of<Waiver>{"waiver", "contract", columns<Waiver>};
template <>
inline constexpr Table of<Charge>{"charge", "contract", columns<Charge>};
template <>
inline constexpr Table of<Payment>{"payment", "contract", columns<Payment>};
template <>
inline constexpr Table of<Credit>{"credit", "contract", columns<Credit>};
template <>
inline constexpr Table of<ManualSuspension>{"suspension", "contract", columns<ManualSuspension>};
template <>
inline constexpr Table of<Holiday>{"holiday", "", columns<Holiday>};
template <>
inline constexpr Table of<Setting>{"setting", "", columns<Setting>};
template <>
inline constexpr Table of<BankFile>{"bank_file", "", columns<BankFile>};
template <>
inline constexpr Table of<Statement>{"statement", "", columns<Statement>};
template <>
inline constexpr Table of<BankRecord>{"bank_line", "", columns<BankRecord>};
template <>
inline constexpr Table of<Sighting>{"bank_sighting", "", columns<Sighting>};
template <>
inline constexpr Table of<OwnAccount>{"own_account", "", columns<OwnAccount>};
template <>
inline constexpr Table of<Letter>{"letter", "contract", columns<Letter>};
template <>
inline constexpr Table of<Delivery>{"delivery", "contract", columns<Delivery>};
template <>
inline constexpr Table of<Payer>{"payer", "client", columns<Payer>};
template <>
inline constexpr Table of<Dismissal>{"dismissal", "", columns<Dismissal>};

/// Every table of facts, those that others rest on first.
inline constexpr Table everything[] = {
    of<Client>,  of<Contract>,  of<Amendment>, of<ScheduleLine>, of<Fulfilment>,       of<Extension>,
    of<Waiver>,  of<Charge>,    of<Payment>,   of<Credit>,       of<ManualSuspension>, of<Holiday>,
    of<Setting>, of<BankFile>,  of<Statement>, of<BankRecord>,   of<Sighting>,         of<OwnAccount>,
    of<Payer>,   of<Dismissal>, of<Letter>,    of<Delivery>,
};

/// As known by the change that is parameter 1; and as known now, which is asked for most and costs less.
inline constexpr std::string_view known_then = " WHERE added <= ?1 AND (retracted IS NULL OR retracted > ?1)";
inline constexpr std::string_view known_now = " WHERE retracted IS NULL";

/// "SELECT owner, <columns> FROM ...".
template <class Fact>
std::string select_columns(const std::vector<std::string>& columns, std::string_view known,
                           std::string_view more) {
    const auto [name, owner, fields] = of<Fact>;
    std::string sql = "SELECT " + (owner.empty() ? "0" : std::string(owner));
    for (const std::string& column : columns) sql += ", " + column;
    return sql + " FROM " + std::string(name) + std::string(known) + std::string(more);
}

/// "SELECT owner, entry, added, <fields> FROM ...".
template <class Fact>
std::string select(std::string_view known, std::string_view more) {
    std::vector<std::string> names = columns<Fact>();
    names.insert(names.begin(), {"entry", "added"});
    return select_columns<Fact>(names, known, more);
}

/// "SELECT owner, <what decisions need> FROM ...".
template <class Fact>
std::string select_in_brief(std::string_view known, std::string_view more) {
    ColumnNames names;
    const Fact fact{};
    visit_in_brief(fact, names);
    return select_columns<Fact>(names.names, known, more);
}

/// "INSERT INTO ...", with the owner (if any), entry and added as the first parameters.
template <class Fact>
std::string insert() {
    const auto [name, owner, fields] = of<Fact>;
    std::string names = owner.empty() ? "" : std::string(owner) + ", ";
    std::string marks = owner.empty() ? "" : "?, ";
    names += "entry, added";
    marks += "?, ?";
    for (const std::string& column : columns<Fact>()) {
        names += ", " + column;
        marks += ", ?";
    }
    return "INSERT INTO " + std::string(name) + " (" + names + ") VALUES (" + marks + ")";
}

}  // namespace tracker::tables
