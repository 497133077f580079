// SPDX-License-Identifier: MIT
// What one table says must be in another: the client of a contract, the file of a bank line. Only a damaged
// database, or one that was made by hand, hasn't it.
#pragma once

#include <optional>
#include <utility>

#include "tracker/base/error.hpp"

namespace tracker {

[[noreturn]] inline void not_held() {
    throw DatabaseError("the database is damaged: what a fact rests on isn't there: restore a backup");
}

/// The value of the key; throws DatabaseError if there is none.
template <class Map>
const typename Map::mapped_type& held(const Map& map, const typename Map::key_type& key) {
    const auto found = map.find(key);
    if (found == map.end()) not_held();
    return found->second;
}

/// The value of an optional that must have one; throws likewise.
template <class Value>
Value held(std::optional<Value>&& value) {
    if (!value) not_held();
    return *std::move(value);
}

}  // namespace tracker
