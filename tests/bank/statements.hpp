// SPDX-License-Identifier: MIT
// Whole statements for tests: what a reader gives line by line, kept beside the rest. Never reads a file.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tracker/bank/camt.hpp"
#include "tracker/bank/onec.hpp"

namespace tracker::test {

struct ReadStatement : BankStatement {
    std::vector<BankLine> lines;
};

/// Reads the bytes with `read(Input&, const TakeLine&)`.
template <class Read>
ReadStatement read_all(std::string_view bytes, const std::string& name, Read read) {
    Input input(name, bytes);
    ReadStatement statement;
    static_cast<BankStatement&>(statement) =
        read(input, [&](BankLine&& line) { statement.lines.push_back(std::move(line)); });
    return statement;
}

}  // namespace tracker::test
