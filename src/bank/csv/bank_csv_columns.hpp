// SPDX-License-Identifier: MIT
// What the parts of the CSV reader share: the fields of a map, headings as they are compared, the heading
// row.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/bank/bank_csv.hpp"
#include "tracker/base/encoding.hpp"
#include "tracker/base/input.hpp"

namespace tracker {

struct MapField {
    std::string_view name;
    std::string ColumnMap::*heading;
};

inline constexpr std::array<MapField, 15> map_fields{{
    {"account", &ColumnMap::account},
    {"date", &ColumnMap::date},
    {"number", &ColumnMap::number},
    {"amount", &ColumnMap::amount},
    {"income", &ColumnMap::income},
    {"expense", &ColumnMap::expense},
    {"type", &ColumnMap::type},
    {"currency", &ColumnMap::currency},
    {"payer", &ColumnMap::payer},
    {"payer_account", &ColumnMap::payer_account},
    {"payer_tax_id", &ColumnMap::payer_tax_id},
    {"payee", &ColumnMap::payee},
    {"payee_account", &ColumnMap::payee_account},
    {"payee_tax_id", &ColumnMap::payee_tax_id},
    {"purpose", &ColumnMap::purpose},
}};

/// The text on one line: trimmed, line breaks and tabs as spaces, no-break spaces too.
std::string one_line(std::string_view text);

/// The form in which headings are compared: folded, punctuation and blanks as single spaces.
std::string heading_form(std::string_view heading);

/// The heading row: where it begins, what separates its cells, what they mean.
struct HeadingRow {
    std::string above;  ///< the lines above it
    std::size_t line = 0;
    char delimiter = ';';
    std::vector<std::string> headings;
    ColumnMap map;
};

/// Finds it within the first 30 rows; throws InputError where there is none, with the headings that look most
/// like ones.
HeadingRow find_headings(Input& input, Encoding encoding, const ColumnMap* map);

}  // namespace tracker
