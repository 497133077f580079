// SPDX-License-Identifier: MIT
// From a fact to a row.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "store/connection.hpp"
#include "store/digest.hpp"
#include "store/kind_numbers.hpp"
#include "tracker/facts/description.hpp"

namespace tracker::tables {

/// Binds a fact's fields to a query from a parameter on, and takes them into a digest as they are stored, but
/// for kinds, whose numbers mean nothing elsewhere.
class Binder {
  public:
    Binder(Query& query, int first, KindNumbers& kinds, Digester& digester)
        : query_(query), next_(first), kinds_(kinds), digester_(digester) {}

    void operator()(const FieldTraits&, const std::string& value) { word(value); }
    void operator()(const FieldTraits& column, std::int64_t value) {
        column.zero_is_null&& value == 0 ? null(column) : integer(value);
    }
    void operator()(const FieldTraits&, int value) { integer(value); }
    void operator()(const FieldTraits&, const HasText auto& value) { word(value.to_text()); }
    void operator()(const FieldTraits&, std::size_t value) { integer(static_cast<std::int64_t>(value)); }
    void operator()(const FieldTraits&, Day value) { integer(to_int(value)); }
    void operator()(const FieldTraits&, Period value) { integer(value.index); }
    void operator()(const FieldTraits&, Money value) { integer(value.minor); }
    void operator()(const FieldTraits&, Kind value) {
        query_.bind(next_++, kinds_.number(value));
        digester_.text(value.text());
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void operator()(const FieldTraits&, Enum value) { word(text(value)); }
    void operator()(const FieldTraits&, CurrencyOfContract) {}
    template <class Value>
    void operator()(const FieldTraits& column, const std::optional<Value>& value) {
        const bool stands = value && !(column.zero_is_null && *value == Value{});
        stands ? (*this)(column, *value) : null(column);
    }

  private:
    void integer(std::int64_t value) {
        query_.bind(next_++, value);
        digester_.integer(value);
    }
    void word(std::string_view value) {
        query_.bind(next_++, value);
        digester_.text(value);
    }
    void null(const FieldTraits& column) {
        query_.bind_null(next_++);
        if (!column.added_later) digester_.null();
    }

    Query& query_;
    int next_;
    KindNumbers& kinds_;
    Digester& digester_;
};

}  // namespace tracker::tables
