// SPDX-License-Identifier: MIT
// How a fact is described, once for all that handle facts: its fields by name with what each may hold, the
// table and the file that keep it. The store's SQL, the schema, import, export, the cache and undo are made
// from it.
//
// Each fact's header ends with its Description; all.hpp lists the facts.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "tracker/base/dates.hpp"
#include "tracker/base/money.hpp"
#include "tracker/facts/kind.hpp"
#include "tracker/facts/recorded.hpp"
#include "tracker/facts/words.hpp"

namespace tracker {

/// What a text must look like, because other places show it as it is or rest on it.
enum class Form : std::uint8_t {
    any,
    filled,    ///< not empty
    code,      ///< 1 to 40 letters of a slug (is_slug_letter)
    tax_id,    ///< 10 or 12 digits, or empty
    currency,  ///< three capital letters
    capitals,  ///< capital letters alone, or empty
};

/// What an amount must be.
enum class Sign : std::uint8_t { any, positive, not_zero };

/// What a field holds, by its type.
enum class Holds : std::uint8_t { something, money, kind };
template <class Type>
inline constexpr Holds holds_of = Holds::something;
template <>
inline constexpr Holds holds_of<Money> = Holds::money;
template <>
inline constexpr Holds holds_of<std::optional<Money>> = Holds::money;
template <>
inline constexpr Holds holds_of<Kind> = Holds::kind;

/// A field of a fact. The name is that of the table's column, of the CSV column and of the JSON member.
struct FieldTraits {
    std::string_view name;
    /// Of a whole number or an amount; else 0 to the largest `int`, or no more than the largest amount.
    std::optional<std::int64_t> least{};
    std::optional<std::int64_t> most{};
    Form form = Form::any;
    Sign sign = Sign::any;
    std::string_view one_of{};  ///< the words that a text may be, with blanks between; any where it is empty
    std::string_view not_before{};   ///< the field of a day that this one isn't earlier than
    std::string_view after{};        ///< the field of a day that this one is later than
    std::string_view month_of{};     ///< the field of a day whose month this period is where a file says none
    Holds holds = Holds::something;  ///< field() says it
    bool required = false;           ///< a CSV file must have this column
    bool key = false;                ///< what a row of a file is recognised by
    bool decides = true;  ///< decisions are taken by it; else it is left out where facts are read in brief
    bool stored_only = false;   ///< files don't have it
    bool zero_is_null = false;  ///< what a fact has where nothing is said, 0 of a number, is stored as NULL
    bool of_bank_line = false;  ///< the entry of a bank line that the fact rests on
    bool of_contract = false;   ///< the number of a contract
    bool added_later = false;   ///< rows of older versions lack it: where it is empty, digests leave it out
    int cluster = 0;            ///< the table is ordered by it after the owner: 1 first; 0: it isn't
    bool stands_last = false;   ///< in the table, since it is long and seldom asked for
    bool file_only = false;     ///< the table doesn't have it
    bool derived = false;       ///< it follows from facts: a day may lie beyond theirs, an amount be a sum
};

/// The table and the file of a fact.
struct TableTraits {
    std::string_view name;
    std::string_view owner{};   ///< whose facts they are, by its column: "client", "contract"; "": the firm's
    std::string_view file{};    ///< the WHAT of import and export; empty where it has none
    bool decides = true;        ///< decisions rest on these facts
    bool entry_decides = true;  ///< the order of entry tells which of two facts of a day holds
    bool with_rowid = false;    ///< long rows, which would spill into a page each without
    bool says_something = false;  ///< of the fields that may be empty, at least one isn't
    std::string_view view{};      ///< for people; as the file where it is empty
    bool plain_view = true;       ///< the view shows field by field; another is written by hand

    [[nodiscard]] constexpr bool is_about_contracts() const { return owner == "contract"; }
    [[nodiscard]] constexpr std::string_view view_name() const {
        if (!plain_view) return "";
        return view.empty() ? file : view;
    }
};

/// The description of a fact: `table`, `fields` (a tuple, in the order of its columns), and for facts about
/// contracts that have a file `order`, the order of its rows within a contract.
template <class Fact>
struct Description;

/// A value that columns and files hold as a text.
template <class T>
concept HasText = requires(const T& value, std::string_view text) {
    { value.to_text() } -> std::same_as<std::string>;
    { T::parse(text) } -> std::same_as<std::optional<T>>;
};

/// Either `Fact` or `const Fact`.
template <class T, class Fact>
concept Is = std::is_same_v<std::remove_const_t<T>, Fact>;

/// What files have and the table doesn't: the contract's currency, for whoever reads the file.
struct CurrencyOfContract {};

template <class Fact, class Type>
struct Field {
    Type Fact::*member;
    FieldTraits column;
    template <Is<Fact> F, class Visitor>
    constexpr void visit(F& fact, Visitor& visitor) const {
        visitor(column, fact.*member);
    }
};

/// A field of a part of the fact.
template <class Fact, class Part, class Type>
struct PartField {
    Part Fact::*part;
    Type Part::*member;
    FieldTraits column;
    template <Is<Fact> F, class Visitor>
    constexpr void visit(F& fact, Visitor& visitor) const {
        visitor(column, fact.*part.*member);
    }
};

struct CurrencyField {
    FieldTraits column;
    template <class F, class Visitor>
    constexpr void visit(F&, Visitor& visitor) const {
        visitor(column, CurrencyOfContract{});
    }
};

/// A part that a fact has or hasn't: all of its fields are there, or none; those with `zero_is_null` may be
/// missing. Visitors see each as an optional one; of one that reads, partial() is called where some are there
/// and others not.
template <class Fact, class Part, class... Types>
struct OptionalPart {
    std::optional<Part> Fact::*member;
    std::string_view without;  ///< what it does that the part isn't there: "drop the kind"
    std::tuple<Field<Part, Types>...> fields;

    template <Is<Fact> F, class Visitor>
    constexpr void visit(F& fact, Visitor& visitor) const {
        if constexpr (std::is_const_v<F>) {
            std::apply([&](const auto&... field) { (show(fact.*member, field, visitor), ...); }, fields);
        } else {
            read(fact.*member, visitor, std::index_sequence_for<Types...>{});
        }
    }

  private:
    template <class Type, class Visitor>
    static void show(const std::optional<Part>& part, const Field<Part, Type>& field, Visitor& visitor) {
        const std::optional<Type> value = part ? std::optional<Type>((*part).*field.member) : std::nullopt;
        visitor(field.column, value);
    }
    template <class Visitor, std::size_t... at>
    void read(std::optional<Part>& part, Visitor& visitor, std::index_sequence<at...>) const {
        std::tuple<std::optional<Types>...> values;
        (visitor(std::get<at>(fields).column, std::get<at>(values)), ...);
        part.reset();
        const bool any = (std::get<at>(values).has_value() || ...);
        const bool all =
            ((std::get<at>(values).has_value() || std::get<at>(fields).column.zero_is_null) && ...);
        if (all && any) {
            part.emplace();
            ((std::get<at>(values)
                  ? void(*part.*std::get<at>(fields).member = std::move(*std::get<at>(values)))
                  : void()),
             ...);
        } else if (any) {
            visitor.partial(*this);
        }
    }
};

template <class Fact, class Type>
constexpr Field<Fact, Type> field(Type Fact::*member, FieldTraits column) {
    column.holds = holds_of<Type>;
    return {member, column};
}
template <class Fact, class Part, class Type>
constexpr PartField<Fact, Part, Type> field(Part Fact::*part, Type Part::*member, FieldTraits column) {
    column.holds = holds_of<Type>;
    return {part, member, column};
}
constexpr CurrencyField currency_field() {
    return {{.name = "currency", .file_only = true}};
}
template <class Fact, class Part, class... Types>
constexpr OptionalPart<Fact, Part, Types...> optional_part(std::optional<Part> Fact::*member,
                                                           std::string_view without,
                                                           Field<Part, Types>... fields) {
    return {member, without, {fields...}};
}

/// Calls the visitor with the column and the value of each field in turn; it needs an overload for each type
/// of field.
template <class Fact, class Visitor>
void visit_fields(Fact& fact, Visitor&& visitor) {
    std::apply([&](const auto&... field) { (field.visit(fact, visitor), ...); },
               Description<std::remove_const_t<Fact>>::fields);
}

/// Calls it with each column, those of optional parts among them.
template <class Fact, class Visitor>
constexpr void each_field(Visitor&& visitor) {
    const auto traits_of = [&](const auto& field) {
        if constexpr (requires { field.column; }) {
            visitor(field.column);
        } else {
            std::apply([&](const auto&... part) { (visitor(part.column), ...); }, field.fields);
        }
    };
    std::apply([&](const auto&... field) { (traits_of(field), ...); }, Description<Fact>::fields);
}

}  // namespace tracker
