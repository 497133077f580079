// SPDX-License-Identifier: MIT
// The nearest of many candidates, against nearest() itself.
#include "tracker/base/near_words.hpp"

#include "../rules/property.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

std::string first_of(const std::vector<std::string>& words) {
    return words.empty() ? "nothing" : words.front();
}

/// Short words of few letters, near to many others.
std::string any_word() {
    return *rc::gen::container<std::string>(rc::gen::element('a', 'b', 'A', '-', '1'));
}

}  // namespace

TEST_CASE("the nearest of many is the first that nearest() names", "[base]") {
    const std::vector<std::string> codes{"vesna", "vektor", "romashka", "romashki", "ёлка"};
    const NearWords near(codes);
    for (const char* word :
         {"vesan", "rom", "romashk", "romahska", "Елка", "vektr", "", "nobody", "vektorrrr"})
        CHECK(near.nearest(word).value_or("nothing") == first_of(nearest(word, codes, 1)));
    CHECK(near.nearest("romahska") == "romashka");
    CHECK_FALSE(NearWords({}).nearest("vesna"));
    CHECK_FALSE(near.nearest(std::string(100'000, 'v')));
}

TEST_CASE("the nearest of many words is what comparing with each gives", "[base][property]") {
    holds_for_all(5, [] {
        const auto candidates = *rc::gen::container<std::vector<std::string>>(rc::gen::exec(any_word));
        const NearWords near(candidates);
        for (int i = 0; i < 5; ++i) {
            const std::string word = any_word();
            RC_ASSERT(near.nearest(word).value_or("nothing") == first_of(nearest(word, candidates, 1)));
        }
    });
}

}  // namespace tracker
