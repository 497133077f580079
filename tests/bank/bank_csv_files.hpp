// SPDX-License-Identifier: MIT
// Small CSV statements for the tests: read, or the reason why not.
#pragma once

#include <string>
#include <vector>

#include "../base/inputs.hpp"
#include "../catch.hpp"
#include "statements.hpp"
#include "tracker/bank/bank_csv.hpp"

namespace tracker::test::bank_csv {

inline const std::string data = std::string(TRACKER_SOURCE_DIR) + "/tests/data/bank/";
inline const std::string own = "40802810900000000777";

inline ReadStatement read(const std::string& text, const std::string& account = own,
                          const ColumnMap* map = nullptr) {
    return read_all(text, "a.csv", [&](Input& input, const TakeLine& take) {
        return read_bank_csv(input, map, account, take);
    });
}

inline ReadStatement read_with(const std::string& text, const std::string& columns) {
    const auto map = read_map(columns);
    return read(text, own, &map);
}

inline BankLine only(const ReadStatement& statement) {
    REQUIRE(statement.lines.size() == 1);
    return statement.lines[0];
}

inline std::string why(const std::string& text) {
    return refusal([&] { read(text); });
}

inline std::string why_map(const std::string& text) {
    return refusal([&] { read_map(text); });
}

inline std::string known(const std::vector<std::string>& headings) {
    const auto map = recognise(headings);
    return map ? to_text(*map) : "(nothing)";
}

}  // namespace tracker::test::bank_csv
