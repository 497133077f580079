// SPDX-License-Identifier: MIT
// Errors that are messages: they keep their exit code, and speak the reader's language once it is known.
#include "tracker/said/refusal.hpp"

#include "../catch.hpp"

namespace tracker {

TEST_CASE("a refusal is an error of its kind, in English until it is told", "[said]") {
    try {
        throw NotFoundRefusal(Message("error.client-unknown", {{"text", "сокл"}}));
    } catch (const NotFoundError& error) {
        CHECK(error.exit_code() == 3);
        CHECK(std::string(error.what()) == "there is no client 'сокл': see 'tracker client list'");
    }
}

TEST_CASE("a refusal is told in a language, what it names made safe", "[said]") {
    InputRefusal refusal(Message("error.lang", {{"text", "d\x1b[2Je"}}));
    Sayable& sayable = refusal;
    sayable.say_in(Speech(Language::ru));
    CHECK(std::string(refusal.what()) == "--lang «d\uFFFD[2Je» — не ru и не en");
    CHECK(refusal.exit_code() == 2);
}

}  // namespace tracker
