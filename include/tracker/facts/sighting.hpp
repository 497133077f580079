// SPDX-License-Identifier: MIT
// A line that another file says again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <tuple>

#include "tracker/facts/description.hpp"

namespace tracker {

/// A line of another file that says again what is on record: it adds nothing, and is the reason why the
/// record stays when the file that brought it is taken back.
struct Sighting {
    Recorded recorded;
    std::int64_t file = 0;  ///< the entry of the bank file
    std::size_t place = 0;  ///< its line in that file
    std::int64_t line = 0;  ///< the entry of the record that was there already
    std::string raw;        ///< empty where it is the record's own
};

template <>
struct Description<Sighting> {
    static constexpr TableTraits table{.name = "bank_sighting", .with_rowid = true};
    static constexpr auto fields = std::tuple{
        field(&Sighting::file, {.name = "file"}),
        field(&Sighting::place, {.name = "place"}),
        field(&Sighting::line, {.name = "line", .of_bank_line = true}),
        field(&Sighting::raw, {.name = "raw"}),
    };
};

}  // namespace tracker
