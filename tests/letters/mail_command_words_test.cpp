// SPDX-License-Identifier: MIT
// The words of a mail command, as a shell would split them.
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "../base/inputs.hpp"
#include "../catch.hpp"
#include "tracker/letters/mail_command.hpp"

using namespace tracker;
using tracker::test::Contains;
using Words = std::vector<std::string>;

TEST_CASE("a command is split as a shell would", "[letters]") {
    CHECK(split_command("sendmail -i") == Words{"sendmail", "-i"});
    CHECK(split_command("  msmtp\t-C \n 'my file'  ") == Words{"msmtp", "-C", "my file"});
    CHECK(split_command(R"(a "b \"c\" \\ \$d \e 'f'" 'g\h')") ==
          Words{"a", R"(b "c" \ $d \e 'f')", R"(g\h)"});
    CHECK(split_command(R"(a\ b c"d"'e'\'f)") == Words{"a b", "cde'f"});
    CHECK(split_command("a '' \"\"") == Words{"a", "", ""});
    CHECK(split_command("a $HOME ~ * # `b` \"|\" \\;") ==
          Words{"a", "$HOME", "~", "*", "#", "`b`", "|", ";"});
    const auto refused = [](const std::string& text) { return test::refusal([&] { split_command(text); }); };
    CHECK(refused("") == "the command '' names no program: write one and its options, as 'sendmail -i'");
    CHECK_THAT(refused(" \n"), Contains("names no program"));
    CHECK_THAT(refused("'' -i"), Contains("names no program"));
    CHECK(refused("a 'b") == "the command 'a 'b' has a ' that is not closed: close it, or write \\'");
    CHECK_THAT(refused("a \"b\\\""), Contains("has a \" that is not closed"));
    CHECK_THAT(refused("a \\"), Contains("ends in a backslash"));
    CHECK_THAT(refused(std::string("a\0b", 3)), Contains("holds a NUL"));
    for (const std::string text : {"a | b", "a;b", "a &", "a <b", "a 2>b"})
        CHECK_THAT(refused(text), Contains("is run without a shell"));
}

TEST_CASE("words in quotes come back as they were", "[letters][property]") {
    CHECK(rc::check([](const Words& words) {
        std::string text = "a";
        for (const std::string& word : words) {
            RC_PRE(word.find('\0') == std::string::npos);
            text += " '";
            for (const char c : word) text += c == '\'' ? "'\\''" : std::string(1, c);
            text += '\'';
        }
        Words expected{"a"};
        expected.insert(expected.end(), words.begin(), words.end());
        RC_ASSERT(split_command(text) == expected);
    }));
}
