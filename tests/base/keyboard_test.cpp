// SPDX-License-Identifier: MIT
// Words typed in the wrong keyboard layout.
#include "tracker/base/keyboard.hpp"

#include "../catch.hpp"
#include "tracker/base/text.hpp"

namespace tracker {

TEST_CASE("a word in the other keyboard layout", "[base]") {
    CHECK(in_other_layout("вгу") == "due");
    CHECK(in_other_layout("ctujlyz") == "сегодня");
    CHECK(in_other_layout("ВГУ") == "DUE");
    CHECK(in_other_layout("Ctujlyz") == "Сегодня");
    CHECK(in_other_layout("cx`n lj,fdbnm") == "счёт добавить");
    CHECK(in_other_layout("счёт") == "cx`n");
    CHECK(in_other_layout(R"({A:"~<>)") == "ХФЖЭЁБЮ");
    CHECK(in_other_layout("тввд6-нуфк") == "nddl6-year");
    CHECK(in_other_layout("").empty());
}

TEST_CASE("each key leads to the other layout and back", "[base]") {
    const std::string latin = R"(`qwertyuiop[]asdfghjkl;'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>)";
    for (const char key : latin) {
        const std::string sign(1, key);
        INFO(sign);
        CHECK(has_cyrillic(in_other_layout(sign)));
        CHECK(in_other_layout(in_other_layout(sign)) == sign);
    }
    CHECK(fold(in_other_layout(latin.substr(0, 33))) == fold(in_other_layout(latin.substr(33))));
}

TEST_CASE("what has no key of a Russian letter stays", "[base]") {
    CHECK(in_other_layout("12/26-№") == "12/26-№");
    CHECK(in_other_layout("їґ-вгу") == "їґ-due");      // letters of the script that the Russian layout lacks
    CHECK(in_other_layout("вгу.\xD0") == "due.\xD0");  // a letter cut off
    CHECK_FALSE(has_cyrillic("due 12/26 «№»"));
    CHECK(has_cyrillic("due с"));
}

TEST_CASE("a mistyped word gets the nearest in its own script", "[base]") {
    const std::vector<std::string> latin{"due", "overdue", "status"};
    const std::vector<std::string> cyrillic{"сегодня", "должники", "состояние"};
    const auto near = [&](std::string_view word) {
        return nearest_by_script(word, latin, cyrillic).value_or("nothing");
    };
    CHECK(near("statsu") == "status");
    CHECK(near("сегондя") == "сегодня");
    CHECK(near("ДОЛЖНИК") == "должники");
    CHECK(near("ыефегы") == "status");    // the keys of "status"
    CHECK(near("ctujlbz") == "сегодня");  // those of "сегодия"
    CHECK(near("абырвалг") == "nothing");
    CHECK(near("xyzzyx") == "nothing");
    CHECK(near("") == "nothing");
}

}  // namespace tracker
