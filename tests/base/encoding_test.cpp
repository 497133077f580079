// SPDX-License-Identifier: MIT
// The encoding is found in the bytes, whatever the file declares.
#include <iconv.h>

#include "base/code_pages.hpp"
#include "tracker/base/encoding.hpp"
#include "tracker/base/text_lines.hpp"

#include "../catch.hpp"
#include "inputs.hpp"

using namespace tracker;
using namespace std::string_literals;

namespace {

// "Кодировка=" in cp866 and in windows-1251; the same letters after it
const std::string key_866 = "\x8A\xAE\xA4\xA8\xE0\xAE\xA2\xAA\xA0=";
const std::string key_1251 = "\xCA\xEE\xE4\xE8\xF0\xEE\xE2\xEA\xE0=";

struct Decoded {
    std::string text;
    std::string_view encoding;
};

Decoded decode(const std::string& bytes) {
    Input input("a.txt", bytes);
    const Encoding encoding = find_encoding(input);
    Decoded decoded{"", name_of(encoding)};
    TextLines lines(input, encoding);
    while (lines.next()) decoded.text.append(lines.line()).append(lines.end());
    return decoded;
}

std::string why(const std::string& bytes) {
    return test::refusal([&] { decode(bytes); });
}

}  // namespace

TEST_CASE("utf-8 is utf-8, whatever is declared", "[base]") {
    for (const std::string text : {"", "plain", "Кодировка=Windows\nЁ\n", "Кодировка=DOS\n№ «»\n"}) {
        CHECK(decode(text).text == text);
        CHECK(decode(text).encoding == "utf-8");
        CHECK(decode("\xEF\xBB\xBF" + text).text == text);
    }
}

TEST_CASE("cp866 is taken where the declaration reads so in cp866", "[base]") {
    for (const std::string dos : {"DOS", "dos", "Dos"}) {
        const auto decoded = decode(key_866 + dos + "\r\n\xF0\xFC\x80\xEF\n");
        CHECK(decoded.text == "Кодировка=" + dos + "\r\nЁ№Ая\n");
        CHECK(decoded.encoding == "cp866");
    }
    CHECK(decode(key_866 + "Windows\n").encoding == "windows-1251");
}

TEST_CASE("all else is windows-1251", "[base]") {
    const auto lies = decode(key_1251 + "DOS\n\xA8\xB9\xC0\xFF\xA0\x88\n");
    CHECK(lies.text == "Кодировка=DOS\nЁ№Ая\u00a0€\n");
    CHECK(lies.encoding == "windows-1251");
}

TEST_CASE("bytes that mean nothing are refused with their line", "[base]") {
    CHECK(why("a\nb\xC0\nc\x98\n") ==
          "'a.txt' line 3: byte 0x98 means nothing in windows-1251: save the file as UTF-8");
    CHECK(
        why("\xEF\xBB\xBF"
            "a\nb\xC0\n") ==
        "'a.txt' line 2: byte 0xc0 breaks the UTF-8 of the file: it is damaged or cut off, export it again");
    CHECK(
        why("Дата\nОплата за ноябр\xD1") ==
        "'a.txt' line 2: byte 0xd1 breaks the UTF-8 of the file: it is damaged or cut off, export it again");
    CHECK(why("a\n\0b"s) == "'a.txt' line 2: holds a NUL byte, which no text has: export it again");
    CHECK(why("\xFF\xFE"
              "a\0"s) == "'a.txt' is UTF-16: save it as UTF-8 or windows-1251");
}

TEST_CASE("the code pages are those of iconv", "[base]") {
    for (const auto& [name, upper_half] : {std::pair{"CP1251", &tracker::code_pages::windows_1251},
                                           std::pair{"CP866", &tracker::code_pages::cp866}}) {
        const iconv_t converter = iconv_open("UTF-16LE", name);
        REQUIRE(converter != reinterpret_cast<iconv_t>(-1));
        for (int byte = 128; byte < 256; ++byte) {
            char from = static_cast<char>(byte);
            char* in = &from;
            std::size_t in_left = 1;
            unsigned char code[2] = {};
            char* out = reinterpret_cast<char*>(code);
            std::size_t out_left = sizeof code;
            iconv(converter, &in, &in_left, &out, &out_left);
            INFO(name << " byte " << byte);
            CHECK((*upper_half)[static_cast<std::size_t>(byte - 128)] == code[0] + 256 * code[1]);
        }
        iconv_close(converter);
    }
}
