// SPDX-License-Identifier: MIT
// Which table holds which fact, and how its fields are bound and read: everything that SQL and facts share.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "digest.hpp"
#include "tracker/core/fields.hpp"
#include "tracker/core/words.hpp"

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

/// The numbers that the database gives to kinds.
class KindNumbers {
  public:
    explicit KindNumbers(SQLite::Database& database) : database_(database) {}
    /// Gives the kind a number if it has none.
    std::int64_t number(Kind kind);
    /// Throws DatabaseError if no kind has the number.
    Kind kind(std::int64_t number);
    std::optional<Kind> find(std::int64_t number);

  private:
    void load();
    /// The number that the kind has among those that were read; 0 if none.
    [[nodiscard]] std::int64_t held(Kind kind) const;
    SQLite::Database& database_;
    std::vector<Kind> kinds_;  // by number
};

/// As known by the change that is parameter 1; and as known now, which is asked for most and costs less.
inline constexpr std::string_view known_then = " WHERE added <= ?1 AND (retracted IS NULL OR retracted > ?1)";
inline constexpr std::string_view known_now = " WHERE retracted IS NULL";

/// "SELECT owner, entry, added, <fields> FROM ...".
template <class Fact>
std::string select(std::string_view known, std::string_view more) {
    const auto [name, owner, fields] = of<Fact>;
    std::string sql = "SELECT " + (owner.empty() ? "0" : std::string(owner)) + ", entry, added";
    for (const std::string& column : columns<Fact>()) sql += ", " + column;
    return sql + " FROM " + std::string(name) + std::string(known) + std::string(more);
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

/// Binds a fact's fields to a statement from a parameter on, and takes them into a digest as they are stored,
/// but for kinds, whose numbers mean nothing elsewhere.
class Binder {
  public:
    Binder(SQLite::Statement& statement, int first, KindNumbers& kinds, Digester& digester)
        : statement_(statement), next_(first), kinds_(kinds), digester_(digester) {}

    void operator()(std::string_view, const std::string& value) { word(value); }
    void operator()(std::string_view, std::int64_t value) { integer(value); }
    void operator()(std::string_view, int value) { integer(value); }
    void operator()(std::string_view, std::size_t value) { integer(static_cast<std::int64_t>(value)); }
    void operator()(std::string_view, Day value) { integer(to_int(value)); }
    void operator()(std::string_view, Period value) { integer(value.index); }
    void operator()(std::string_view, Money value) { integer(value.minor); }
    void operator()(std::string_view, Kind value) {
        statement_.bind(next_++, kinds_.number(value));
        digester_.text(value.text());
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void operator()(std::string_view, Enum value) { word(std::string(text(value))); }
    void operator()(std::string_view, const CurrencyColumn&) {}
    template <class Integer>
    void operator()(std::string_view, const LineColumn<Integer>& value) {
        value.line == 0 ? null() : integer(value.line);
    }
    template <class Value>
    void operator()(std::string_view name, const std::optional<Value>& value) {
        value ? (*this)(name, *value) : null();
    }
    void operator()(std::string_view, const std::optional<Line>& line);

  private:
    void integer(std::int64_t value) {
        statement_.bind(next_++, value);
        digester_.integer(value);
    }
    void word(const std::string& value) {
        statement_.bind(next_++, value);
        digester_.text(value);
    }
    void null() {
        statement_.bind(next_++);
        digester_.null();
    }

    SQLite::Statement& statement_;
    int next_;
    KindNumbers& kinds_;
    Digester& digester_;
};

/// The least and the most that a column of whole numbers holds; schema.sql says the same to whoever writes.
struct Limits {
    std::int64_t least = 0;
    std::int64_t most = std::numeric_limits<int>::max();
};
Limits limits_of(std::string_view column);
/// Nothing but capital letters: it is shown as it is.
bool is_currency(std::string_view text);

/// Reads a fact's fields from a row, from a column on. Trusts no value: a file can be damaged, or made by
/// hand. Throws DatabaseError where one can't be.
class Reader {
  public:
    Reader(sqlite3_stmt* row, int first, KindNumbers& kinds) : row_(row), next_(first), kinds_(kinds) {}

    void operator()(std::string_view name, std::string& value);
    void operator()(std::string_view, std::int64_t& value) { value = integer(); }
    void operator()(std::string_view name, int& value) {
        value = static_cast<int>(within(name, limits_of(name)));
    }
    void operator()(std::string_view name, std::size_t& value) {
        value = static_cast<std::size_t>(within(name, {}));
    }
    void operator()(std::string_view name, Day& value) {
        value = to_day(static_cast<int>(within(name, {to_int(earliest_day), to_int(latest_day)})));
    }
    void operator()(std::string_view name, Period& value) {
        value.index = static_cast<int>(within(name, {earliest_period, latest_period}));
    }
    void operator()(std::string_view name, Money& value) {
        value.minor = within(name, {-largest_amount.minor, largest_amount.minor});
    }
    void operator()(std::string_view, Kind& value) { value = kinds_.kind(integer()); }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void operator()(std::string_view name, Enum& value) {
        const auto known = from_text<Enum>(word());
        if (!known) refuse(name);
        value = *known;
    }
    void operator()(std::string_view, const CurrencyColumn&) {}
    void operator()(std::string_view, const LineColumn<std::int64_t>& value) { value.line = integer(); }
    template <class Value>
    void operator()(std::string_view name, std::optional<Value>& value) {
        if (skip_null()) {
            value.reset();
        } else {
            (*this)(name, value.emplace());
        }
    }
    void operator()(std::string_view, std::optional<Line>& line);

  private:
    static constexpr int earliest_period = 1900 * 12;
    static constexpr int latest_period = 2199 * 12 + 11;

    [[noreturn]] static void refuse(std::string_view column);
    std::int64_t integer() { return sqlite3_column_int64(row_, next_++); }
    std::int64_t within(std::string_view column, Limits limits) {
        const std::int64_t value = integer();
        if (value < limits.least || value > limits.most) refuse(column);
        return value;
    }
    std::string_view word();
    bool skip_null();

    sqlite3_stmt* row_;
    int next_;
    KindNumbers& kinds_;
};

}  // namespace tracker::tables
