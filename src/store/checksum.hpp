// SPDX-License-Identifier: MIT
// A checksum of values: quick, and enough against mistakes and rot.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tracker/facts/description.hpp"

namespace tracker {

/// Takes values one by one, as StoredValues hands them out; no two lists of values of the same sorts are
/// taken alike.
class Checksum {
  public:
    void integer(std::int64_t value) { values_.push_back(value); }
    void text(std::string_view value);
    void kind(Kind value);
    void days(const std::vector<Day>& value);
    void null(const FieldTraits&);
    /// The checksum of all that was taken; begins anew.
    std::int64_t finish();

  private:
    std::vector<std::int64_t> values_;
};

}  // namespace tracker
