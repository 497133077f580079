// SPDX-License-Identifier: MIT
// From a fact to a row.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "store/digest.hpp"
#include "store/kind_numbers.hpp"
#include "tracker/facts/fields.hpp"
#include "tracker/facts/words.hpp"

namespace tracker::tables {

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

}  // namespace tracker::tables
