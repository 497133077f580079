// SPDX-License-Identifier: MIT
#include "store/reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "tracker/base/error.hpp"

namespace tracker::tables {

bool has_form(Form form, std::string_view text) {
    const auto all = [&](auto fits) { return std::all_of(text.begin(), text.end(), fits); };
    switch (form) {
        case Form::slug:
            return !text.empty() &&
                   all([](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
        case Form::currency:
            return all([](char c) { return c >= 'A' && c <= 'Z'; });
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
