// SPDX-License-Identifier: MIT
#include "store/reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "tracker/base/error.hpp"

namespace tracker::tables {

bool has_form(Form form, std::string_view text) {
    const auto all = [&](auto fits) { return std::all_of(text.begin(), text.end(), fits); };
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    switch (form) {
        case Form::code:
            return !text.empty() && text.size() <= 40 && all(is_slug_letter);
        case Form::currency:
            return text.size() == 3 && all(is_capital);
        case Form::capitals:
            return all(is_capital);
        case Form::filled:  // shown as any text is, made safe
        case Form::tax_id:
        case Form::any:
            break;
    }
    return true;
}

void Reader::operator()(const FieldTraits& column, std::vector<Day>& value) {
    value.clear();
    for (std::string_view left = row_.word(next_++); !left.empty();) {
        int number = 0;
        const char* const end = left.data() + left.size();
        const auto [rest, error] = std::from_chars(left.data(), end, number);
        if (error != std::errc{} || (rest != end && *rest != ' ')) refuse(column);
        if (number < to_int(earliest_day) || number > to_int(latest_day)) refuse(column);
        value.push_back(to_day(number));
        left.remove_prefix(static_cast<std::size_t>(std::min(rest + 1, end) - left.data()));
    }
}

void Reader::refuse(const FieldTraits& column) {
    throw DatabaseError(fmt::format(
        "the database is damaged: {} of a fact is a value that can't be: restore a backup", column.name));
}

}  // namespace tracker::tables
