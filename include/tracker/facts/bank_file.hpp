// SPDX-License-Identifier: MIT
// A bank statement as a file.
#pragma once

#include <string>
#include <tuple>

#include "tracker/facts/description.hpp"

namespace tracker {

/// A statement that was imported.
struct BankFile {
    Recorded recorded;
    std::string name;
    std::string format;  ///< 1c, camt053 or csv
};

template <>
struct Description<BankFile> {
    static constexpr TableTraits table{.name = "bank_file"};
    static constexpr auto fields = std::tuple{
        field(&BankFile::name, {.name = "name"}),
        field(&BankFile::format, {.name = "format", .one_of = "1c camt053 csv"}),
    };
};

}  // namespace tracker
