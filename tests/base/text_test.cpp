// SPDX-License-Identifier: MIT
// Width, cutting, folding and safety of text. Needs no terminal.
#include "tracker/base/text.hpp"

#include "../catch.hpp"

using namespace tracker;
using namespace std::string_literals;

TEST_CASE("only strict utf-8 is utf-8", "[base]") {
    CHECK(is_utf8(""));
    CHECK(is_utf8("a long plain text, Ёлочка, €, 漢, 😀"));
    CHECK(is_utf8("\xF4\x8F\xBF\xBF"));
    CHECK_FALSE(is_utf8("\xC0\xAF"));          // overlong
    CHECK_FALSE(is_utf8("\xE0\x80\xAF"));      // overlong
    CHECK_FALSE(is_utf8("\xED\xA0\x80"));      // a surrogate
    CHECK_FALSE(is_utf8("\xF4\x90\x80\x80"));  // beyond U+10FFFF
    CHECK_FALSE(is_utf8("plain text and \xD0"));
    CHECK_FALSE(is_utf8("\x80"));
    CHECK_FALSE(is_utf8("\xCF\xF0\xE8\xE2\xE5\xF2"));  // windows-1251
    CHECK(utf8_prefix("12345678Ё\xFF") == 10);
}

TEST_CASE("nothing printable can steer a terminal", "[base]") {
    CHECK(printable("ООО «Ёлочка», 5 €") == "ООО «Ёлочка», 5 €");
    CHECK(printable("a\x1b[31mb") == "a�[31mb");
    CHECK(printable("a\r\n\tb\x7F"s + '\0') == "a���b��");
    CHECK(printable("\u0085\u009b31m") == "��31m");  // C1: next line, CSI
    CHECK(printable("\u202Etxt.exe\u2066\u200F") == "�txt.exe��");
    CHECK(printable("\u202A\u202B\u202C\u202D\u2067\u2068\u2069\u200E\u061C") == "���������");
    CHECK(printable("a\u2028b\u2029") == "a�b�");
    CHECK(printable("\xD0\xFFя\xE2\x82") == "��я��");
    CHECK(printable("6\u00a0000.00") == "6\u00a0000.00");
}

TEST_CASE("nothing printable hides", "[base]") {
    CHECK(printable("12\u200B/26\u2060\uFEFF") == "12�/26��");
    CHECK(printable("soft\u00ADhyphen") == "soft�hyphen");
    CHECK(printable("\uFFFE\uFDD0\U0001FFFF") == "���");
    CHECK(printable("a\U000E0041\uFFF9\u206A") == "a���");
    // Persian is written with the one, families of people with the other.
    CHECK(printable("می\u200Cخواهم") == "می\u200Cخواهم");
    CHECK(printable("👩\u200D👧") == "👩\u200D👧");
}

TEST_CASE("what can be seen begins behind blanks of any sort", "[base]") {
    CHECK(after_blanks("").empty());
    CHECK(after_blanks(" \t\u00A0\u2003\u3000\u200B\u200D\uFEFF\u2800\u3164\u0301\x01").empty());
    CHECK(after_blanks("\u00A0=1 ") == "=1 ");
    CHECK(after_blanks("Ёж") == "Ёж");
    CHECK(after_blanks(" \xFF") == "\xFF");
}

TEST_CASE("width counts columns, not bytes", "[base]") {
    CHECK(width("") == 0);
    CHECK(width("Ёлочка") == 6);
    CHECK(width("Е\u0308лочка") == 6);
    CHECK(width("漢字") == 4);
    CHECK(width("ab\xFF") == 3);
    CHECK(pad_right("Ёж", 4) == "Ёж  ");
    CHECK(pad_left("Ёж", 4) == "  Ёж");
    CHECK(pad_left("Ёлочка", 4) == "Ёлочка");
}

TEST_CASE("fit cuts between characters", "[base]") {
    CHECK(fit("Ёлочка", 6) == "Ёлочка");
    CHECK(fit("Ёлочка", 5) == "Ёлоч…");
    CHECK(fit("Ёлочка", 1) == "…");
    CHECK(fit("Ёлочка", 0).empty());
    CHECK(fit("漢字漢", 4) == "漢…");
    CHECK(fit("漢字漢", 5) == "漢字…");
    CHECK(fit("Е\u0308лочка", 3) == "Е\u0308л…");
    CHECK(fit("ле\u0308лочка", 3) == "ле\u0308…");
    CHECK(fit("Е\u0308", 1) == "Е\u0308");
    for (int columns = 0; columns < 12; ++columns) CHECK(width(fit("a漢е\u0308字b漢c", columns)) <= columns);
}

TEST_CASE("folded texts are equal whatever their case", "[base]") {
    CHECK(fold("Ёлочка") == fold("ЁЛОЧКА"));
    CHECK(fold("Ёлочка") == "елочка");
    CHECK(fold("Е\u0308ЛОЧКА") == "елочка");
    CHECK(fold("OOO Romashka-7") == "ooo romashka-7");
    CHECK(fold("АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ") == "абвгдежзийклмнопрстуфхцчшщъыьэюя");
    CHECK(fold("ООО\u00a0«Ўзбек»") == "ооо «ўзбек»");
    CHECK(fold("Straße ＡＢＣ ﬁ") == "strasse abc fi");
    CHECK(fold("И\u0306од") == fold("Йод"));
    CHECK(fold("a\xFF"
               "B") == "a�b");
    CHECK(fold("Я\xD0") == "я�");
    CHECK(fold("").empty());
}

TEST_CASE("the quick way to fold agrees with the thorough one", "[base]") {
    for (char32_t c = 0x400; c < 0x480; ++c) {
        const std::string letter{static_cast<char>(0xC0 | (c >> 6U)), static_cast<char>(0x80 | (c & 0x3FU))};
        CHECK(fold(letter) + "no" == fold(letter + "№"));  // the sign takes the text off the quick way
    }
    for (char c = 1; c < 127; ++c) CHECK(fold(std::string(1, c)) + "no" == fold(std::string(1, c) + "№"));
}

TEST_CASE("near misses are found, far ones are not", "[base]") {
    const std::vector<std::string> codes{"romashka", "vektor", "elochka", "vektor-2", "rodnik"};
    CHECK(nearest("romahska", codes) == std::vector<std::string>{"romashka"});
    CHECK(nearest("vektor", codes) == std::vector<std::string>{"vektor", "vektor-2"});
    CHECK(nearest("Vektr", codes) == std::vector<std::string>{"vektor"});
    CHECK(nearest("rod", codes) == std::vector<std::string>{"rodnik"});
    CHECK(nearest("zzzzzzz", codes).empty());
    CHECK(nearest("", codes).empty());
    CHECK(nearest("x", {"a", "b", "xy"}) == std::vector<std::string>{"xy"});
    CHECK(nearest("ab", {"ba"}) == std::vector<std::string>{"ba"});
    CHECK(nearest("елочка", {"Ёлочки", "Сосна"}) == std::vector<std::string>{"Ёлочки"});
    CHECK(nearest("v", {"v1", "v2", "v3", "v4"}).size() == 3);
    CHECK(nearest("v", {"v1", "v2", "v3", "v4"}, 1) == std::vector<std::string>{"v1"});
}
