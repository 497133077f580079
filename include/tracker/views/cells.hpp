// SPDX-License-Identifier: MIT
// What the views of rows share: the machine form of one cell. Knows nothing of columns.
#pragma once

#include <string>
#include <variant>

#include "tracker/views/rows.hpp"

namespace tracker {

template <class... Visitors>
struct Overloaded : Visitors... {
    using Visitors::operator()...;
};
template <class... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

/// The cell as CSV has it: ISO dates, `6000.00`, an empty cell as "".
inline std::string plain_text(const Cell& cell) {
    return std::visit(Overloaded{
                          [](std::monostate) { return std::string(); },
                          [](const std::string& text) { return text; },
                          [](std::int64_t number) { return std::to_string(number); },
                          [](const auto& value) { return format(value); },
                      },
                      cell);
}

}  // namespace tracker
