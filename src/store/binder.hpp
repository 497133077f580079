// SPDX-License-Identifier: MIT
// From a fact to the values that are stored of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "store/connection.hpp"
#include "store/digest.hpp"
#include "store/kind_numbers.hpp"
#include "tracker/facts/description.hpp"

namespace tracker::tables {

/// Hands a fact's fields, as they are stored, to one or more that take them: integer(), text(), kind(), and
/// null() with the column that is empty.
template <class... Takers>
class StoredValues {
  public:
    explicit StoredValues(Takers&... takers) : takers_(takers...) {}

    void operator()(const FieldTraits&, const std::string& value) { text(value); }
    void operator()(const FieldTraits& column, std::int64_t value) {
        column.zero_is_null&& value == 0 ? null(column) : integer(value);
    }
    void operator()(const FieldTraits&, int value) { integer(value); }
    void operator()(const FieldTraits&, const HasText auto& value) { text(value.to_text()); }
    void operator()(const FieldTraits&, std::size_t value) { integer(static_cast<std::int64_t>(value)); }
    void operator()(const FieldTraits&, Day value) { integer(to_int(value)); }
    void operator()(const FieldTraits&, Period value) { integer(value.index); }
    void operator()(const FieldTraits&, Money value) { integer(value.minor); }
    void operator()(const FieldTraits&, Kind value) {
        each([&](auto& taker) { taker.kind(value); });
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void operator()(const FieldTraits&, Enum value) { text(tracker::text(value)); }
    void operator()(const FieldTraits&, const std::vector<Day>& value) {
        each([&](auto& taker) { taker.days(value); });
    }
    void operator()(const FieldTraits&, CurrencyOfContract) {}
    template <class Value>
    void operator()(const FieldTraits& column, const std::optional<Value>& value) {
        const bool stands = value && !(column.zero_is_null && *value == Value{});
        stands ? (*this)(column, *value) : null(column);
    }

  private:
    template <class Use>
    void each(Use use) {
        std::apply([&](auto&... taker) { (use(taker), ...); }, takers_);
    }
    void integer(std::int64_t value) {
        each([&](auto& taker) { taker.integer(value); });
    }
    void text(std::string_view value) {
        each([&](auto& taker) { taker.text(value); });
    }
    void null(const FieldTraits& column) {
        each([&](auto& taker) { taker.null(column); });
    }

    std::tuple<Takers&...> takers_;
};

/// Binds values to a query, from a parameter on.
class Binder {
  public:
    Binder(Query& query, int first, KindNumbers& kinds) : query_(query), next_(first), kinds_(kinds) {}
    void integer(std::int64_t value) { query_.bind(next_++, value); }
    void text(std::string_view value) { query_.bind(next_++, value); }
    void kind(Kind value) { integer(kinds_.number(value)); }
    void null(const FieldTraits&) { query_.bind_null(next_++); }
    /// As numbers with blanks between.
    void days(const std::vector<Day>& value) {
        std::string numbers;
        for (const Day day : value) numbers += (numbers.empty() ? "" : " ") + std::to_string(to_int(day));
        text(numbers);
    }

  private:
    Query& query_;
    int next_;
    KindNumbers& kinds_;
};

/// Takes a fact's values into a digest: kinds by their names, for their numbers mean nothing elsewhere.
class FactDigester {
  public:
    explicit FactDigester(Digester& digester) : digester_(digester) {}
    void integer(std::int64_t value) { digester_.integer(value); }
    void text(std::string_view value) { digester_.text(value); }
    void kind(Kind value) { text(value.text()); }
    void null(const FieldTraits& column) {
        if (!column.added_later) digester_.null();
    }

  private:
    Digester& digester_;
};

}  // namespace tracker::tables
