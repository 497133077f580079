// SPDX-License-Identifier: MIT
#include "tracker/rules/prefix_sums.hpp"

#include <bit>
#include <utility>

namespace tracker {
namespace {

constexpr std::size_t last_digit(std::size_t i) {
    return i & (~i + 1);
}

}  // namespace

PrefixSums::PrefixSums(std::vector<Money> amounts) : sums_(std::move(amounts)) {
    for (std::size_t i = 1; i <= sums_.size(); ++i) {
        const std::size_t next = i + last_digit(i);
        if (next <= sums_.size()) sums_[next - 1] += sums_[i - 1];
    }
}

void PrefixSums::add(std::size_t place, Money more) {
    for (std::size_t i = place + 1; i <= sums_.size(); i += last_digit(i)) sums_[i - 1] += more;
}

Money PrefixSums::of_first(std::size_t count) const {
    Money sum;
    for (std::size_t i = count; i > 0; i -= last_digit(i)) sum += sums_[i - 1];
    return sum;
}

std::size_t PrefixSums::count_within(Money most) const {
    std::size_t count = 0;
    for (std::size_t step = std::bit_floor(sums_.size()); step > 0; step /= 2) {
        if (count + step > sums_.size() || sums_[count + step - 1] > most) continue;
        count += step;
        most -= sums_[count - 1];
    }
    return count;
}

}  // namespace tracker
