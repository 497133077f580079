// SPDX-License-Identifier: MIT
// Facts as one text of bytes, for the cache: whole numbers in as few bytes as they need, seven bits in each,
// texts behind their length. What decides nothing (idle words, the change that recorded a fact) is left out.
// Nothing but the cache is ever stored so: it can be deleted, so its form may change with any version of the
// program.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/kind_numbers.hpp"
#include "store/reader.hpp"
#include "store/tables.hpp"
#include "tracker/facts/contract_facts.hpp"

namespace tracker::packed {

/// Takes values one by one; visits a fact's fields.
class Packer {
  public:
    explicit Packer(tables::KindNumbers& kinds) : kinds_(kinds) {}

    void integer(std::int64_t value);
    void operator()(const FieldTraits&, const std::string& value) {
        integer(static_cast<std::int64_t>(value.size()));
        bytes_ += value;
    }
    void operator()(const FieldTraits& column, const HasText auto& value) {
        (*this)(column, value.to_text());
    }
    void operator()(const FieldTraits&, std::int64_t value) { integer(value); }
    void operator()(const FieldTraits&, int value) { integer(value); }
    void operator()(const FieldTraits&, Day value) { integer(to_int(value)); }
    void operator()(const FieldTraits&, Period value) { integer(value.index); }
    void operator()(const FieldTraits&, Money value) { integer(value.minor); }
    void operator()(const FieldTraits&, Kind value) { integer(value == Kind{} ? 0 : kinds_.number(value)); }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void operator()(const FieldTraits&, Enum value) { integer(static_cast<std::int64_t>(value)); }
    void operator()(const FieldTraits&, CurrencyOfContract) {}
    template <class Value>
    void operator()(const FieldTraits& column, const std::optional<Value>& value) {
        const bool stands = value && !(column.zero_is_null && *value == Value{});
        integer(stands ? 1 : 0);
        if (stands) (*this)(column, *value);
    }

    [[nodiscard]] const std::string& bytes() const { return bytes_; }

  private:
    tables::KindNumbers& kinds_;
    std::string bytes_;
};

/// Reads what a Packer has taken. Trusts no byte: once a value can't be, good() is false, and all that is
/// read after it is worth nothing.
class Unpacker {
  public:
    Unpacker(std::string_view bytes, tables::KindNumbers& kinds) : bytes_(bytes), kinds_(kinds) {}

    std::int64_t integer();
    void operator()(const FieldTraits& column, std::string& value);
    void operator()(const FieldTraits&, std::int64_t& value) { value = integer(); }
    void operator()(const FieldTraits& column, int& value) {
        value = static_cast<int>(within(tables::least_of(column), tables::most_of(column)));
    }
    void operator()(const FieldTraits&, Day& value) {
        value = to_day(static_cast<int>(within(to_int(earliest_day) - margin, to_int(latest_day) + margin)));
    }
    void operator()(const FieldTraits&, Period& value) {
        value.index = static_cast<int>(within(0, latest_period));
    }
    void operator()(const FieldTraits&, Money& value) {
        value.minor = within(-largest_amount.minor * most_amounts, largest_amount.minor * most_amounts);
    }
    void operator()(const FieldTraits&, Kind& value);
    template <class Enum>
    requires std::is_enum_v<Enum>
    void operator()(const FieldTraits&, Enum& value) {
        value = static_cast<Enum>(within(0, static_cast<std::int64_t>(words_of<Enum>.size()) - 1));
    }
    template <HasText Value>
    void operator()(const FieldTraits& column, Value& value) {
        std::string text;
        (*this)(column, text);
        auto known = Value::parse(text);
        if (known) value = std::move(*known);
        good_ = good_ && known.has_value();
    }
    void operator()(const FieldTraits&, CurrencyOfContract) {}
    template <class Value>
    void operator()(const FieldTraits& column, std::optional<Value>& value) {
        if (within(0, 1) == 1) {
            (*this)(column, value.emplace());
        } else {
            value.reset();
        }
    }

    template <class Group>
    void partial(const Group&) {
        good_ = false;
    }

    /// How many of a list follow: never more than there are bytes.
    std::size_t count() {
        return static_cast<std::size_t>(within(0, static_cast<std::int64_t>(bytes_.size())));
    }
    [[nodiscard]] bool good() const { return good_; }
    [[nodiscard]] bool at_end() const { return bytes_.empty(); }

  private:
    static constexpr int margin = 1000;  // days that follow from facts may lie beyond theirs
    static constexpr int latest_period = 2300 * 12;
    static constexpr std::int64_t most_amounts = 1000;  // so many of the largest make a sum within 64 bits

    std::int64_t within(std::int64_t least, std::int64_t most);

    std::string_view bytes_;
    tables::KindNumbers& kinds_;
    bool good_ = true;
};

std::string pack(const CarriedFacts& facts, tables::KindNumbers& kinds);
/// False if the bytes are none that pack() made. Replaces all of the facts but the contract's number and its
/// client's in the database.
bool unpack(std::string_view bytes, tables::KindNumbers& kinds, CarriedFacts& facts);

}  // namespace tracker::packed
