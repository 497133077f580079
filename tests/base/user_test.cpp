// SPDX-License-Identifier: MIT
// Who is named in the log: what the environment says beside what the system knows.
#include "tracker/base/user.hpp"

#include "../catch.hpp"

using namespace tracker;

namespace {

constexpr std::string_view accounts =
    "root:x:0:0:root:/root:/bin/sh\n"
    "anna:x:1000:1000:Anna,,,:/home/anna:/bin/sh\n"
    "anna-at-night:x:1000:1000::/home/anna:/bin/sh\n"
    ":x:7:7::/:\n"
    "short:x\n\n"
    "boris:x:1001:1001:1000:1000:1000";

}  // namespace

TEST_CASE("a name that the system knows the user by stands alone", "[base]") {
    CHECK(user_on_record("anna", 1000, accounts) == "anna");
    CHECK(user_on_record("anna-at-night", 1000, accounts) == "anna-at-night");
    CHECK(user_on_record("boris", 1001, accounts) == "boris");
    CHECK(user_on_record("root", 0, accounts) == "root");
}

TEST_CASE("another name has the system's number beside it", "[base]") {
    CHECK(user_on_record("boris", 1000, accounts) == "boris (uid 1000)");
    CHECK(user_on_record("root", 1000, accounts) == "root (uid 1000)");
    CHECK(user_on_record("root (uid 0)", 1000, accounts) == "root (uid 0) (uid 1000)");
    CHECK(user_on_record("anna:x:1000", 1000, accounts) == "anna:x:1000 (uid 1000)");
    CHECK(user_on_record("Anna", 1000, accounts) == "Anna (uid 1000)");
    CHECK(user_on_record("anna", 10, accounts) == "anna (uid 10)");
    CHECK(user_on_record("short", 1000, accounts) == "short (uid 1000)");
    CHECK(user_on_record("anna", 1000, "") == "anna (uid 1000)");
}

TEST_CASE("without a name the system's is taken", "[base]") {
    CHECK(user_on_record("", 1000, accounts) == "anna");
    CHECK(user_on_record("", 7, accounts) == "uid 7");
    CHECK(user_on_record("", 1002, accounts) == "uid 1002");
    CHECK(user_on_record("", 0, "") == "uid 0");
}

TEST_CASE("a name can't steer a terminal, nor fill it", "[base]") {
    const std::string hostile = user_on_record("ma\033[31mria\nroot", 1000, accounts);
    CHECK(hostile.find_first_of("\033\n") == std::string::npos);
    CHECK(hostile.ends_with(" (uid 1000)"));
    CHECK(user_on_record(std::string(5000, 'x'), 1000, accounts).size() < 200);
    CHECK(user_on_record("", 5, "a\033b:x:5:\n").find('\033') == std::string::npos);
}
