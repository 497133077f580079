// SPDX-License-Identifier: MIT
// Sums of beginnings beside sums made one amount after the other.
#include "tracker/rules/prefix_sums.hpp"

#include <numeric>

#include "../rules/property.hpp"

namespace tracker {
namespace {

Money sum_of_first(const std::vector<Money>& amounts, std::size_t count) {
    return std::accumulate(amounts.begin(), amounts.begin() + static_cast<std::ptrdiff_t>(count), Money{});
}

/// Every beginning's sum, and how many amounts each sum and its neighbours pay for.
void compare(const std::vector<Money>& amounts, const PrefixSums& sums) {
    for (std::size_t count = 0; count <= amounts.size(); ++count) {
        const Money sum = sum_of_first(amounts, count);
        RC_ASSERT(sums.of_first(count) == sum);
        for (const Money most : {sum - Money{1}, sum, sum + Money{1}}) {
            std::size_t within = 0;
            while (within < amounts.size() && sum_of_first(amounts, within + 1) <= most) ++within;
            RC_ASSERT(sums.count_within(most) == within);
        }
    }
}

}  // namespace

TEST_CASE("sums of beginnings are those of the amounts, also after amounts came and went",
          "[rules][property]") {
    holds_for_all(5, [] {
        std::vector<Money> amounts;
        for (const int minor : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 4)))
            amounts.push_back({minor});
        PrefixSums sums(amounts);
        compare(amounts, sums);
        for (std::size_t place = 0; place < amounts.size(); ++place) {
            const Money more{*rc::gen::inRange<std::int64_t>(-amounts[place].minor, 4)};
            sums.add(place, more);
            amounts[place] += more;
        }
        compare(amounts, sums);
    });
}

}  // namespace tracker
