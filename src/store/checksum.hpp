// SPDX-License-Identifier: MIT
// A checksum of values: quick, and enough against mistakes and rot.
#pragma once

#include <xxhash.h>

#include <cstdint>
#include <cstring>
#include <limits>
#include <string_view>
#include <vector>

#include "tracker/facts/description.hpp"

namespace tracker {

/// Takes values one by one, as StoredValues hands them out.
class Checksum {
  public:
    void integer(std::int64_t value) { values_.push_back(value); }
    void text(std::string_view value) {
        integer(static_cast<std::int64_t>(value.size()));
        bytes(value.data(), value.size());
    }
    void kind(Kind value) { bytes(&value, sizeof value); }
    void days(const std::vector<Day>& value) {
        integer(static_cast<std::int64_t>(value.size()));
        for (const Day day : value) integer(to_int(day));
    }
    /// As a number that no value is which may be missing.
    void null(const FieldTraits&) { integer(std::numeric_limits<std::int64_t>::min()); }
    /// The checksum of all that was taken; begins anew.
    std::int64_t finish() {
        const XXH64_hash_t sum = XXH3_64bits(values_.data(), values_.size() * sizeof values_[0]);
        values_.clear();
        return static_cast<std::int64_t>(sum);
    }

  private:
    void bytes(const void* start, std::size_t size) {
        const std::size_t at = values_.size();
        values_.resize(at + (size + sizeof values_[0] - 1) / sizeof values_[0]);
        if (size > 0) std::memcpy(&values_[at], start, size);
    }

    std::vector<std::int64_t> values_;
};

}  // namespace tracker
