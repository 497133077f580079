// SPDX-License-Identifier: MIT
// What is taken for an address, and what the refusals say. Sends nothing.
#include "../base/inputs.hpp"
#include "../catch.hpp"
#include "tracker/letters/mail.hpp"

using namespace tracker;
using namespace std::string_literals;
using tracker::test::Contains;

TEST_CASE("an address is one address", "[letters]") {
    for (const std::string good :
         {"buh@example.org", "i.p+x_y-z@sub.example.co.uk", "o'hara/=?!@xn--e1afmkfd.xn--p1ai", "1@2.ru"})
        CHECK(read_address(" " + good + "\n") == good);
    CHECK(read_address(std::string(64, 'a') + "@b.ru") == std::string(64, 'a') + "@b.ru");
    const auto refused = [](const std::string& text) { return test::refusal([&] { read_address(text); }); };
    CHECK(refused(" ") == "the address is empty: write one like name@example.org");
    CHECK(refused("buh") ==
          "'buh' is not an e-mail address: write one address with one '@', as name@example.org");
    CHECK(refused("бух@example.org") ==
          "'бух@example.org' is not an e-mail address: before the '@' stand Latin letters, as in "
          "name@example.org");
    CHECK_THAT(refused("buh@пример.рф"), Contains("ASCII form, which begins with 'xn--'"));
    CHECK_THAT(refused("-oProxy@example.org"), Contains("must not begin with '-'"));
    CHECK_THAT(refused(std::string(65, 'a') + "@b.ru"), Contains("at most 64"));
    std::string long_domain;
    for (int i = 0; i < 32; ++i) long_domain += "abcdefg.";
    CHECK_THAT(refused("a@" + long_domain + "ru"), Contains("at most 254"));
    // clang-format off
    for (const std::string bad :
         {"a@b@c.ru", "a@b.ru, c@d.ru", "<a@b.ru>", "a b@c.ru", "\"a b\"@c.ru", "a(b)@c.ru", ".a@b.ru",
          "a.@b.ru", "a..b@c.ru", "@b.ru", "a@", "a@b", "a@b.", "a@.b", "a@b..ru", "a@-b.ru", "a@b-.ru",
          "a@b_c.ru", "a@[1.2.3.4]", "a@1.2.3.4", "a@b.ru\nBcc: c@d.ru", "a\t@b.ru", "a;b@c.ru",
          "a@b.ru ; rm"})
        CHECK_THAT(refused(bad), Contains("is not an e-mail address"));
    // clang-format on
    CHECK_THAT(refused("a\0@b.ru"s), Contains("is not an e-mail address"));
    CHECK_THAT(refused("a@" + std::string(64, 'b') + ".ru"), Contains("is not an e-mail address"));
}

TEST_CASE("addresses that belong to nobody are known", "[letters]") {
    for (const std::string domain :
         {"example.org", "EXAMPLE.com", "a.example.net", "x.invalid", "y.z.Test", "w.example"})
        CHECK(is_test_address("a@" + domain));
    for (const std::string domain :
         {"badexample.org", "example.ru", "example.org.ru", "test.ru", "invalid.com", "latest"})
        CHECK_FALSE(is_test_address("a@" + domain));
}
