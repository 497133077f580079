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

namespace {

Words split(const std::string& text) {
    return split_command(text, "/home/maria");
}

}  // namespace

TEST_CASE("a command is split as a shell would", "[letters]") {
    CHECK(split("sendmail -i") == Words{"sendmail", "-i"});
    CHECK(split("  msmtp\t-C \n 'my file'  ") == Words{"msmtp", "-C", "my file"});
    CHECK(split(R"(a "b \"c\" \\ \$d \e 'f'" 'g\h')") == Words{"a", R"(b "c" \ $d \e 'f')", R"(g\h)"});
    CHECK(split(R"(a\ b c"d"'e'\'f)") == Words{"a b", "cde'f"});
    CHECK(split("a '' \"\"") == Words{"a", "", ""});
    CHECK(split("a $HOME * # `b` \"|\" \\;") == Words{"a", "$HOME", "*", "#", "`b`", "|", ";"});
    const auto refused = [](const std::string& text) { return test::refusal([&] { split(text); }); };
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

TEST_CASE("a tilde that begins a word is the user's folder", "[letters]") {
    CHECK(split("~/bin/mail ~ ~/ -C ~/a' 'b") ==
          Words{"/home/maria/bin/mail", "/home/maria", "/home/maria/", "-C", "/home/maria/a b"});
    CHECK(split("a b~ --file=~/c '~/d' \"~\" \\~ ~maria/e ~'/f'") ==
          Words{"a", "b~", "--file=~/c", "~/d", "~", "~", "~maria/e", "~/f"});
    // What the folder's name holds is no part of the command.
    CHECK(split_command("~/a ~", "/home/m 'x|") == Words{"/home/m 'x|/a", "/home/m 'x|"});
    CHECK(test::refusal([] { split_command("msmtp -C ~/c", ""); }) ==
          "the command 'msmtp -C ~/c' holds '~', but HOME isn't set to a whole path: set it, or write the "
          "path");
    CHECK(split_command("msmtp -C '~/c'", "") == Words{"msmtp", "-C", "~/c"});
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
        RC_ASSERT(split(text) == expected);
    }));
}
