// SPDX-License-Identifier: MIT
// Facts as rows of a CSV file, both ways: the columns, a fact's cells, and a fact from cells.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "tracker/base/error.hpp"
#include "tracker/base/parse.hpp"
#include "tracker/base/text.hpp"
#include "tracker/facts/all.hpp"
#include "tracker/facts/words.hpp"
#include "tracker/views/rows.hpp"

namespace tracker {

/// Whether facts of this sort are exported and imported.
template <class Fact>
inline constexpr bool has_file = !Description<Fact>::table.file.empty();

/// The words for WHAT, those that others rest on first.
std::vector<std::string> fact_files();

/// A fact's own columns in its file: not the client and the contract.
template <class Fact>
std::vector<FieldTraits> own_columns() {
    std::vector<FieldTraits> columns;
    each_field<Fact>([&](const FieldTraits& column) {
        if (!column.stored_only) columns.push_back(column);
    });
    return columns;
}

/// Whether there are columns by which a fact is recognised; without, equal facts may be several (two payments
/// of one day).
template <class Fact>
constexpr bool has_key() {
    bool found = false;
    each_field<Fact>([&](const FieldTraits& column) { found = found || column.key; });
    return found;
}

/// All columns of a fact's file: those of facts about contracts begin with the client and the contract. The
/// row of a contract names it by its number.
template <class Fact>
std::vector<FieldTraits> columns_of_file() {
    std::vector<FieldTraits> columns = own_columns<Fact>();
    if (!Description<Fact>::table.is_about_contracts()) return columns;
    if constexpr (std::is_same_v<Fact, Contract>) columns.erase(columns.begin());  // its number
    const bool of_contract = std::is_same_v<Fact, Contract>;
    columns.insert(columns.begin(),
                   {{.name = "client", .required = true}, {.name = "contract", .required = of_contract}});
    return columns;
}

/// Appends the cells of a fact's own fields (not the client and the contract).
class CellsOfFact {
  public:
    CellsOfFact(std::vector<Cell>& cells, const std::string& currency) : cells_(cells), currency_(currency) {}

    void operator()(const FieldTraits&, const std::string& value) { cells_.emplace_back(value); }
    void operator()(const FieldTraits&, int value) { cells_.emplace_back(std::int64_t{value}); }
    void operator()(const FieldTraits&, Day value) { cells_.emplace_back(value); }
    void operator()(const FieldTraits&, Period value) { cells_.emplace_back(value); }
    void operator()(const FieldTraits&, Money value) { cells_.emplace_back(value); }
    void operator()(const FieldTraits&, Kind value) { cells_.emplace_back(std::string(value.text())); }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void operator()(const FieldTraits&, Enum value) { cells_.emplace_back(std::string(text(value))); }
    void operator()(const FieldTraits&, const HasText auto& value) { cells_.emplace_back(value.to_text()); }
    void operator()(const FieldTraits&, CurrencyOfContract) { cells_.emplace_back(currency_); }
    void operator()(const FieldTraits&, std::int64_t) {}  // entries of other facts, which files don't have
    template <class Value>
    void operator()(const FieldTraits& column, const std::optional<Value>& value) {
        if (value) {
            (*this)(column, *value);
        } else {
            cells_.emplace_back();
        }
    }

  private:
    std::vector<Cell>& cells_;
    const std::string& currency_;
};

/// What Russian Excel makes of `11.2026`, which it takes for a date: `01.11.2026` or `ноя.26`. Nothing for
/// other texts.
std::optional<Period> period_of_sheet(std::string_view text);

/// The amount of a cell that Excel shows as money: without its `₽` or `руб.`.
std::string_view amount_of_sheet(std::string_view text);

/// The cells of a row of a file, by column; reads a fact's fields from them. Throws InputError naming the
/// column.
class FactFromCells {
  public:
    /// The columns in the order of the file; some may be missing.
    FactFromCells(const std::vector<std::string>& columns, const std::vector<std::string>& cells)
        : columns_(columns), cells_(cells) {}

    [[nodiscard]] const std::string& cell(std::string_view name) const {
        static const std::string none;
        const auto at =
            static_cast<std::size_t>(std::find(columns_.begin(), columns_.end(), name) - columns_.begin());
        return at < columns_.size() && at < cells_.size() ? cells_[at] : none;
    }

    void operator()(const FieldTraits& column, std::string& value) const {
        if (!cell(column.name).empty()) value = cell(column.name);
    }
    void operator()(const FieldTraits& column, int& value) const {
        const std::string& text = cell(column.name);
        if (text.empty()) return;
        const auto number = parse_number(text);
        if (!number)
            throw InputError(fmt::format("{} '{}' is not a whole number", column.name, printable(text)));
        value = *number;
    }
    void operator()(const FieldTraits& column, Day& value) const {
        const auto day = parse_day(needed(column.name));
        if (!day) read_day_of_file(column.name, cell(column.name));
        value = *day;
    }
    void operator()(const FieldTraits& column, Period& value) const {
        if (cell(column.name).empty() && !column.month_of.empty()) {
            Day day;
            (*this)(FieldTraits{.name = column.month_of}, day);
            value = period_of(day);
            return;
        }
        auto period = parse_period(needed(column.name));
        if (!period) period = period_of_sheet(cell(column.name));
        if (!period) {
            throw InputError(fmt::format("{} '{}' is not a period: write 2026-11", column.name,
                                         printable(cell(column.name))));
        }
        value = *period;
    }
    void operator()(const FieldTraits& column, Money& value) const {
        const auto amount = parse_money(amount_of_sheet(needed(column.name)));
        if (!amount) {
            throw InputError(fmt::format("{} '{}' {}", column.name, printable(cell(column.name)),
                                         why_not_money(cell(column.name))));
        }
        value = *amount;
    }
    void operator()(const FieldTraits& column, Kind& value) const {
        if (!Kind::is_slug(needed(column.name))) {
            throw InputError(fmt::format("{} '{}' is not a word of 1 to 23 of a-z, 0-9 and '-'", column.name,
                                         printable(cell(column.name))));
        }
        value = Kind{cell(column.name)};
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void operator()(const FieldTraits& column, Enum& value) const {
        const std::string& text = cell(column.name);
        if (text.empty()) return;
        const auto found = from_text<Enum>(text);
        if (!found) {
            throw InputError(fmt::format("{} '{}' is not one of {}", column.name, printable(text),
                                         fmt::join(words_of<Enum>, ", ")));
        }
        value = *found;
    }
    template <HasText Value>
    void operator()(const FieldTraits& column, Value& value) const {
        auto read = Value::parse(cell(column.name));
        if (!read) {
            throw InputError(fmt::format("{} '{}' can't be: write {}", column.name,
                                         printable(cell(column.name)), Value::how_to_write));
        }
        value = std::move(*read);
    }
    void operator()(const FieldTraits&, CurrencyOfContract) const {}
    void operator()(const FieldTraits&, std::int64_t&) const {}
    template <class Value>
    void operator()(const FieldTraits& column, std::optional<Value>& value) const {
        if (!cell(column.name).empty()) (*this)(column, value.emplace());
    }
    template <class Part>
    [[noreturn]] void partial(const Part& part) const {
        std::vector<std::string_view> names;
        const auto name = [&](const FieldTraits& column) {
            if (!column.zero_is_null) names.push_back(column.name);
        };
        std::apply([&](const auto&... field) { (name(field.column), ...); }, part.fields);
        const std::string_view last = names.back();
        names.pop_back();
        throw InputError(fmt::format("{} and {} go together: fill all {}, or none to {}",
                                     fmt::join(names, ", "), last, number_words.at(names.size()),
                                     part.without));
    }

  private:
    static constexpr std::array<std::string_view, 6> number_words{"", "two", "three", "four", "five", "six"};

    static std::optional<int> parse_number(std::string_view text) {
        const bool negative = text.starts_with('-');
        if (negative || text.starts_with('+')) text.remove_prefix(1);
        if (text.empty() || text.size() > 6) return std::nullopt;
        int value = 0;
        for (const char c : text) {
            if (c < '0' || c > '9') return std::nullopt;
            value = value * 10 + (c - '0');
        }
        return negative ? -value : value;
    }

    /// Throws with the reason: a date of a file is a full one, and words like "today" mean nothing in it.
    [[noreturn]] static void read_day_of_file(std::string_view name, const std::string& text) {
        if (text.size() == 10) {
            try {
                static_cast<void>(tracker::read_day(text, Day{}));
            } catch (const InputError& error) {
                const std::string_view what = error.what();  // "date '2026-02-30' does not exist"
                throw InputError(
                    fmt::format("{} {}", name, what.starts_with("date ") ? what.substr(5) : what));
            }
        }
        throw InputError(fmt::format("{} '{}' is not a date: write 2026-11-05", name, printable(text)));
    }

    [[nodiscard]] const std::string& needed(std::string_view name) const {
        if (cell(name).empty()) throw InputError(fmt::format("{} is empty", name));
        return cell(name);
    }

    const std::vector<std::string>& columns_;
    const std::vector<std::string>& cells_;
};

}  // namespace tracker
