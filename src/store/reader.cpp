// SPDX-License-Identifier: MIT
#include "store/reader.hpp"

#include <fmt/format.h>

#include <algorithm>

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

void Reader::refuse(const FieldTraits& column) {
    throw DatabaseError(fmt::format(
        "the database is damaged: {} of a fact is a value that can't be: restore a backup", column.name));
}

}  // namespace tracker::tables
