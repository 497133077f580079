// SPDX-License-Identifier: MIT
// Code pages to UTF-8. Never drops or guesses a byte.
#include "tracker/io/encoding.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <cstring>

#include "code_pages.hpp"
#include "lines.hpp"
#include "tracker/core/error.hpp"
#include "tracker/io/text.hpp"

namespace tracker {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view declares_dos_in_cp866 = "\x8A\xAE\xA4\xA8\xE0\xAE\xA2\xAA\xA0=";  // "Кодировка="
constexpr std::size_t head_size = 4096;

[[noreturn]] void refuse(const std::string& file, std::string_view what) {
    throw InputError(fmt::format("'{}' {}", printable(file), what));
}

/// One code page: each byte as UTF-8, at most 3 bytes; size 0 where the page has nothing.
struct Page {
    struct Letter {
        std::array<char, 3> bytes{};
        std::uint8_t size = 0;
    };
    std::array<Letter, 256> letters{};

    explicit Page(const code_pages::UpperHalf& upper_half) {
        for (std::size_t byte = 0; byte < letters.size(); ++byte) {
            const auto code = static_cast<std::uint16_t>(byte < 128 ? byte : upper_half[byte - 128]);
            if (byte == 0 || code != 0) letters[byte] = utf8(code);
        }
    }

  private:
    static Letter utf8(std::uint16_t code) {
        const auto low = [&](int shift) { return static_cast<char>(0x80 | ((code >> shift) & 0x3F)); };
        if (code < 0x80) return {{static_cast<char>(code)}, 1};
        if (code < 0x800) return {{static_cast<char>(0xC0 | (code >> 6)), low(0)}, 2};
        return {{static_cast<char>(0xE0 | (code >> 12)), low(6), low(0)}, 3};
    }
};

const Page& windows_1251() {
    static const Page page(code_pages::windows_1251);
    return page;
}

const Page& cp866() {
    static const Page page(code_pages::cp866);
    return page;
}

std::string convert(std::string_view bytes, const Page& page, const char* name, const std::string& file) {
    std::size_t size = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        if (page.letters[byte].size == 0) {
            refuse(file, fmt::format("line {}: byte 0x{:02x} means nothing in {}: save the file as UTF-8",
                                     line_at(bytes, i), byte, name));
        }
        size += page.letters[byte].size;
    }
    std::string out(size + 2, '\0');  // letters are written three bytes wide, the last one too
    char* at = out.data();
    for (const char c : bytes) {
        const auto& letter = page.letters[static_cast<unsigned char>(c)];
        std::memcpy(at, letter.bytes.data(), letter.bytes.size());
        at += letter.size;
    }
    out.resize(size);
    return out;
}

/// Whether the head, read as cp866, says `Кодировка=DOS`.
bool reads_as_dos(std::string_view bytes) {
    const auto head = bytes.substr(0, head_size);
    const auto key = head.find(declares_dos_in_cp866);
    return key != std::string_view::npos && fold(head.substr(key + declares_dos_in_cp866.size(), 3)) == "dos";
}

/// Whether the text before the first bad byte is already UTF-8 beyond doubt: in windows-1251 and cp866 the
/// very first Russian letters are no UTF-8, so a few whole characters of several bytes don't come about by
/// chance.
bool is_damaged_utf8(std::string_view good) {
    int characters = 0;
    for (const char c : good) characters += static_cast<unsigned char>(c) >= 0xC0 ? 1 : 0;
    return characters >= 4;
}

}  // namespace

Decoded to_utf8(std::string_view bytes, const std::string& file_name) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        refuse(file_name, "is UTF-16: save it as UTF-8 or windows-1251");
    }
    if (const auto nul = bytes.find('\0'); nul != std::string_view::npos) {
        refuse(file_name, fmt::format("line {}: holds a NUL byte, which no text has: export it again",
                                      line_at(bytes, nul)));
    }
    const bool marked = bytes.starts_with(byte_order_mark);
    const auto text = marked ? bytes.substr(byte_order_mark.size()) : bytes;
    const auto good = utf8_prefix(text);
    if (good == text.size()) return {std::string(text), "utf-8"};
    if (marked || is_damaged_utf8(text.substr(0, good))) {
        refuse(file_name, fmt::format("line {}: byte 0x{:02x} breaks the UTF-8 of the file: it is damaged or "
                                      "cut off, export it again",
                                      line_at(text, good), static_cast<unsigned char>(text[good])));
    }
    if (reads_as_dos(bytes)) return {convert(bytes, cp866(), "cp866", file_name), "cp866"};
    return {convert(bytes, windows_1251(), "windows-1251", file_name), "windows-1251"};
}

}  // namespace tracker
