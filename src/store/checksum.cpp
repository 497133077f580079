// SPDX-License-Identifier: MIT
#include "store/checksum.hpp"

#include <xxhash.h>

#include <array>
#include <cstring>
#include <limits>

namespace tracker {

void Checksum::text(std::string_view value) {
    constexpr std::size_t size = sizeof values_[0];
    integer(static_cast<std::int64_t>(value.size()));
    const std::size_t at = values_.size();
    values_.resize(at + (value.size() + size - 1) / size);
    if (!value.empty()) std::memcpy(&values_[at], value.data(), value.size());
}

void Checksum::kind(Kind value) {
    std::array<std::int64_t, sizeof value / sizeof values_[0]> letters;
    static_assert(sizeof letters == sizeof value);
    std::memcpy(letters.data(), &value, sizeof value);
    values_.insert(values_.end(), letters.begin(), letters.end());
}

void Checksum::days(const std::vector<Day>& value) {
    integer(static_cast<std::int64_t>(value.size()));
    for (const Day day : value) integer(to_int(day));
}

/// A number that no value is which may be missing.
void Checksum::null(const FieldTraits&) {
    integer(std::numeric_limits<std::int64_t>::min());
}

std::int64_t Checksum::finish() {
    const XXH64_hash_t sum = XXH3_64bits(values_.data(), values_.size() * sizeof values_[0]);
    values_.clear();
    return static_cast<std::int64_t>(sum);
}

}  // namespace tracker
