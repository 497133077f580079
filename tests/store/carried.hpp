// SPDX-License-Identifier: MIT
// What is carried forward, for the tests of the cache.
#pragma once

#include "fixture.hpp"
#include "store/cache.hpp"

namespace tracker::test {

inline std::int64_t sum_of(const CarriedFacts& facts) {
    Checksum checksum;
    return cache::sum_of(facts, checksum);
}

/// With something of each sort that is brought forward.
inline CarriedFacts with_all_brought(CarriedFacts carried) {
    Suspension one;
    one.from = carried.brought.since - days{9};
    one.until = carried.brought.since - days{2};
    one.cause_kind = kinds::payment;
    one.cause_period = carried.brought.first;
    one.cause_outstanding = Money{7};
    carried.brought.suspensions.assign(2, one);
    carried.brought.suspensions.back().until.reset();
    carried.brought.over = {one.from - days{300}, one.from - days{200}};
    carried.brought.open = {{carried.brought.first, kinds::salary}, {carried.brought.first, kinds::payment}};
    return carried;
}

}  // namespace tracker::test
