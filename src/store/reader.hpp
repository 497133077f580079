// SPDX-License-Identifier: MIT
// From a row to a fact.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "store/connection.hpp"
#include "store/in_brief.hpp"
#include "store/kind_numbers.hpp"
#include "tracker/facts/description.hpp"

namespace tracker::tables {

/// Whether the text can be shown as it is and rested on, as its form says; of other forms nothing is rested
/// on.
bool has_form(Form form, std::string_view text);

inline std::int64_t least_of(const FieldTraits& column) {
    return column.least.value_or(0);
}
inline std::int64_t most_of(const FieldTraits& column) {
    return column.most.value_or(std::numeric_limits<int>::max());
}

/// Reads a fact's fields from a row, from a column on. Trusts no value: a file can be damaged, or made by
/// hand. Throws DatabaseError where one can't be.
class Reader {
  public:
    Reader(const Query& row, int first, KindNumbers& kinds) : row_(row), next_(first), kinds_(kinds) {}

    void operator()(const FieldTraits& column, std::string& value) {
        value.assign(row_.word(next_++));
        if (!has_form(column.form, value)) refuse(column);
    }
    void operator()(const FieldTraits&, std::int64_t& value) { value = integer(); }
    void operator()(const FieldTraits& column, int& value) {
        value = static_cast<int>(within(column, least_of(column), most_of(column)));
    }
    void operator()(const FieldTraits& column, std::size_t& value) {
        value = static_cast<std::size_t>(within(column, 0, std::numeric_limits<int>::max()));
    }
    void operator()(const FieldTraits& column, Day& value) {
        const int beyond = column.derived ? days_beyond : 0;
        value = to_day(
            static_cast<int>(within(column, to_int(earliest_day) - beyond, to_int(latest_day) + beyond)));
    }
    void operator()(const FieldTraits& column, Period& value) {
        const int beyond = column.derived ? periods_beyond : 0;
        value.index =
            static_cast<int>(within(column, earliest_period.index - beyond, latest_period.index + beyond));
    }
    void operator()(const FieldTraits& column, Money& value) {
        const std::int64_t most = largest_amount.minor * (column.derived ? most_amounts : 1);
        value.minor = within(column, column.least.value_or(-most), most);
    }
    void operator()(const FieldTraits& column, std::vector<Day>& value);
    void operator()(const FieldTraits&, Kind& value) { value = kinds_.kind(integer()); }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void operator()(const FieldTraits& column, Enum& value) {
        const auto known = from_text<Enum>(row_.word(next_++));
        if (!known) refuse(column);
        value = *known;
    }
    template <HasText Value>
    void operator()(const FieldTraits& column, Value& value) {
        auto known = Value::parse(row_.word(next_++));
        if (!known) refuse(column);
        value = std::move(*known);
    }
    void operator()(const FieldTraits&, CurrencyOfContract) {}
    template <class Value>
    void operator()(const FieldTraits& column, std::optional<Value>& value) {
        if (row_.is_null(next_)) {
            ++next_;
            value.reset();
        } else {
            (*this)(column, value.emplace());
        }
    }
    template <class Group>
    [[noreturn]] void partial(const Group& group) {
        refuse(std::get<0>(group.fields).column);
    }

  private:
    // How far what follows from facts may lie beyond them: all of it far within its type.
    static constexpr int days_beyond = 1000;
    static constexpr int periods_beyond = earliest_period.index;
    static constexpr std::int64_t most_amounts = 1000;

    [[noreturn]] static void refuse(const FieldTraits& column);
    std::int64_t integer() { return row_.integer(next_++); }
    std::int64_t within(const FieldTraits& column, std::int64_t least, std::int64_t most) {
        const std::int64_t value = integer();
        if (value < least || value > most) refuse(column);
        return value;
    }

    const Query& row_;
    int next_;
    KindNumbers& kinds_;
};

/// The fact in a row of select(); its owner is column 0.
template <class Fact>
void read_fact(const Query& row, Fact& fact, KindNumbers& kinds) {
    fact.recorded.entry = row.integer(1);
    fact.recorded.added = row.integer(2);
    visit_fields(fact, Reader(row, 3, kinds));
}
/// The same of select_in_brief(): what decisions don't need stays as it is.
template <class Fact>
void read_in_brief(const Query& row, Fact& fact, KindNumbers& kinds) {
    Reader reader(row, 1, kinds);
    visit_in_brief(fact, reader);
}

}  // namespace tracker::tables
