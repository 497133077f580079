// SPDX-License-Identifier: MIT
// From a row to a fact.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "store/kind_numbers.hpp"
#include "tracker/facts/fields.hpp"
#include "tracker/facts/words.hpp"

namespace tracker::tables {

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
