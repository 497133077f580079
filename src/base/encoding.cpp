// SPDX-License-Identifier: MIT
// Code pages to UTF-8. Never drops or guesses a byte.
#include "tracker/base/encoding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "base/code_pages.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/lines.hpp"
#include "tracker/base/text.hpp"
#include "tracker/base/text_lines.hpp"

namespace tracker {
namespace {

constexpr std::string_view declares_dos_in_cp866 = "\x8A\xAE\xA4\xA8\xE0\xAE\xA2\xAA\xA0=";  // "Кодировка="
constexpr std::size_t head_size = 4096;
constexpr std::size_t widest_letter = 3;

/// One code page: each byte as UTF-8, at most 3 bytes; size 0 where the page has nothing.
struct Page {
    struct Letter {
        std::array<char, widest_letter> bytes{};
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

/// Whether the head, read as cp866, says `Кодировка=DOS`.
bool reads_as_dos(std::string_view bytes) {
    const auto head = bytes.substr(0, head_size);
    const auto key = head.find(declares_dos_in_cp866);
    return key != std::string_view::npos && fold(head.substr(key + declares_dos_in_cp866.size(), 3)) == "dos";
}

/// In windows-1251 and cp866 the very first Russian letters are no UTF-8, so that many whole characters of
/// several bytes before the first bad byte don't come about by chance: the text is UTF-8, and damaged.
constexpr std::size_t not_by_chance = 4;

std::size_t long_characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
}

/// The place of the first byte that a page doesn't have.
struct Gap {
    std::size_t line = 0;  ///< 0 if there is none
    unsigned char byte = 0;

    void look(const ByteLines& lines, const Page& page) {
        if (line != 0) return;
        for (const char c : lines.line()) {
            byte = static_cast<unsigned char>(c);
            if (page.letters[byte].size > 0) continue;
            line = lines.number();
            return;
        }
    }
};

[[noreturn]] void refuse_gap(const std::string& file, const Gap& gap, Encoding page) {
    refuse_file(file, fmt::format("line {}: byte 0x{:02x} means nothing in {}: save the file as UTF-8",
                                  gap.line, gap.byte, name_of(page)));
}

/// What is known of a file's encoding, line by line.
class Detector {
  public:
    Detector(const std::string& file, bool marked) : file_(file), marked_(marked) {}

    void look(const ByteLines& lines) {
        const std::string_view line = lines.line();
        if (line.find('\0') != std::string_view::npos) {
            refuse_file(file_, fmt::format("line {}: holds a NUL byte, which no text has: export it again",
                                           lines.number()));
        }
        if (utf8_) look_for_utf8(line, lines.number());
        windows_.look(lines, windows_1251());
        dos_.look(lines, cp866());
    }

    [[nodiscard]] Encoding decide(bool declares_dos) const {
        if (utf8_) return Encoding::utf8;
        const Encoding page = declares_dos ? Encoding::cp866 : Encoding::windows_1251;
        const Gap& gap = declares_dos ? dos_ : windows_;
        if (gap.line != 0) refuse_gap(file_, gap, page);
        return page;
    }

  private:
    void look_for_utf8(std::string_view line, std::size_t number) {
        const auto good = utf8_prefix(line);
        long_ += long_characters(line.substr(0, good));
        if (good == line.size()) return;
        if (marked_ || long_ >= not_by_chance) {
            refuse_file(file_,
                        fmt::format("line {}: byte 0x{:02x} breaks the UTF-8 of the file: it is damaged or "
                                    "cut off, export it again",
                                    number, static_cast<unsigned char>(line[good])));
        }
        utf8_ = false;
    }

    const std::string& file_;
    bool marked_;
    bool utf8_ = true;
    std::size_t long_ = 0;
    Gap windows_;
    Gap dos_;
};

}  // namespace

std::string_view name_of(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf8:
            return "utf-8";
        case Encoding::cp866:
            return "cp866";
        case Encoding::windows_1251:
            break;
    }
    return "windows-1251";
}

Encoding find_encoding(Input& input) {
    const std::string_view head = input.head();
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) {
        refuse_file(input.name(), "is UTF-16: save it as UTF-8 or windows-1251");
    }
    const bool declares_dos = reads_as_dos(head);
    Detector detector(input.name(), head.starts_with(byte_order_mark));
    ByteLines lines(input);
    while (lines.next()) detector.look(lines);
    return detector.decide(declares_dos);
}

bool append_decoded(std::string& text, std::string_view bytes, Encoding encoding) {
    const Page& page = encoding == Encoding::cp866 ? cp866() : windows_1251();
    const auto before = text.size();
    text.resize(before + bytes.size() * widest_letter);
    char* at = text.data() + before;
    bool whole = true;
    for (const char c : bytes) {
        const auto& letter = page.letters[static_cast<unsigned char>(c)];
        whole = whole && letter.size > 0;
        std::memcpy(at, letter.bytes.data(), widest_letter);
        at += letter.size;
    }
    text.resize(static_cast<std::size_t>(at - text.data()));
    return whole;
}

std::string whole_text(Input& input, std::size_t most, std::string_view most_text) {
    const Encoding encoding = find_encoding(input);
    std::string bytes = input.whole(most, most_text);
    if (encoding == Encoding::utf8) return bytes;
    std::string text;
    append_decoded(text, bytes, encoding);
    return text;
}

std::string from_windows_1251(std::string_view bytes, const std::string& file_name) {
    // Not by lines: XML may be a single one.
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        if (windows_1251().letters[byte].size == 0) {
            refuse_gap(file_name, {line_at(bytes, i), byte}, Encoding::windows_1251);
        }
    }
    std::string text;
    append_decoded(text, bytes, Encoding::windows_1251);
    return text;
}

}  // namespace tracker
