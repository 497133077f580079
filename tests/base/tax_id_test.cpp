// SPDX-License-Identifier: MIT
// Known good and bad tax ids.
#include "tracker/base/tax_id.hpp"

#include "../catch.hpp"

using tracker::is_tax_id;

TEST_CASE("tax ids whose check digits fit", "[base]") {
    for (const auto* good : {"7707083893", "7736207543", "7830002293", "500100732259", "1234567894",
                             "123456789047", "0108003670", "005826107187"}) {
        CAPTURE(good);
        CHECK(is_tax_id(good));
    }
}

TEST_CASE("what is no tax id", "[base]") {
    for (const auto* bad : {"7707083894", "500100732258", "1234567895", "123456789037", "0000000000",
                            "000000000000", "77O7083893", "7123456789012", "", "0", "77070838930",
                            " 7707083893", "7707083893 ", "+707083893", "７７０７０８３８９３"}) {
        CAPTURE(bad);
        CHECK_FALSE(is_tax_id(bad));
    }
}

TEST_CASE("any single wrong digit of a tax id is noticed but for the known blind spot", "[base]") {
    // mod 11, 10 takes the remainders 0 and 10 for one; of these two numbers no single change slips through
    // there
    for (const std::string good : {"7707083893", "500100732259"}) {
        int missed = 0;
        for (std::size_t at = 0; at < good.size(); ++at) {
            for (char digit = '0'; digit <= '9'; ++digit) {
                auto changed = good;
                changed[at] = digit;
                if (digit != good[at] && is_tax_id(changed)) ++missed;
            }
        }
        CHECK(missed == 0);
    }
}
