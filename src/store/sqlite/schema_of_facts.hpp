// SPDX-License-Identifier: MIT
// What schema.sql says of facts, made from their descriptions: a table each, its two triggers, and the view
// of those that are shown field by field. A test holds schema.sql equal to it; what schema.sql says beside it
// is written by hand.
#pragma once

#include <string>
#include <vector>

namespace tracker::tables {

/// The statements of a fact, as schema.sql words and breaks them, without the semicolon at the end.
template <class Fact>
std::vector<std::string> schema_of();

}  // namespace tracker::tables
