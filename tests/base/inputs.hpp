// SPDX-License-Identifier: MIT
// What tests of several rooms share: files of the samples, and the message of a refusal. Never writes
// anything.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

#include "tracker/base/error.hpp"

namespace tracker::test {

inline std::string read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("can't read " + path);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The message of the InputError that the call throws; a plain text if it throws none.
template <class Call>
std::string refusal(Call&& call) {
    try {
        call();
    } catch (const InputError& error) {
        return error.what();
    }
    return "(no refusal)";
}

}  // namespace tracker::test
