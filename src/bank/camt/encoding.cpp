// SPDX-License-Identifier: MIT
// Tells camt.053 by the beginning of a file, and decodes XML into UTF-8.
#include "bank/camt/xml.hpp"

#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "tracker/bank/camt.hpp"
#include "tracker/base/encoding.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/lines.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

using namespace std::string_view_literals;

/// By the system's tables; `most` is what a byte becomes at most.
std::string converted(std::string_view bytes, const char* encoding, std::size_t most,
                      const std::string& file) {
    const iconv_t converter = iconv_open("UTF-8", encoding);
    if (reinterpret_cast<std::intptr_t>(converter) ==
        -1) {  // some systems pack the code pages apart from glibc
        refuse_file(file, fmt::format("is {}, which this system can't convert: save it as UTF-8", encoding));
    }
    std::string text(bytes.size() * most + 4, '\0');
    char* in = const_cast<char*>(bytes.data());  // iconv wants it so, and writes nothing there
    std::size_t in_left = bytes.size();
    char* out = text.data();
    std::size_t out_left = text.size();
    const auto result = iconv(converter, &in, &in_left, &out, &out_left);
    iconv_close(converter);
    text.resize(text.size() - out_left);
    if (result == static_cast<std::size_t>(-1) || in_left > 0) {
        refuse_file(file, fmt::format("line {}: the {} of the file is damaged or cut off: export it again",
                                      line_at(text, text.size()), std::string_view(encoding).substr(0, 6)));
    }
    if (text.starts_with(byte_order_mark)) text.erase(0, byte_order_mark.size());
    return text;
}

std::string from_utf16(std::string_view bytes, const std::string& file) {
    const bool big = bytes.starts_with("\xFE\xFF") || bytes.starts_with("\0<"sv);
    return converted(bytes, big ? "UTF-16BE" : "UTF-16LE", 2, file);
}

/// The code pages of western banks that are read where a file declares them: by its names, folded.
struct WesternPage {
    const char* encoding;
    std::string_view name;  ///< as DecodedXml has it
    std::array<std::string_view, 4> declared;
};
constexpr std::array<WesternPage, 3> western_pages{{
    {"ISO-8859-1", "iso-8859-1", {"iso-8859-1", "iso8859-1", "latin1", "iso_8859-1"}},
    {"ISO-8859-15", "iso-8859-15", {"iso-8859-15", "iso8859-15", "latin-9", "iso_8859-15"}},
    {"WINDOWS-1252", "windows-1252", {"windows-1252", "cp1252", "cp-1252", "windows1252"}},
}};

/// What `<?xml ... encoding="..."?>` says; empty if nothing.
std::string_view declared_encoding(std::string_view text) {
    const auto head = text.substr(0, text.substr(0, 1024).find("?>"));
    const auto key = head.find("encoding");
    if (!head.starts_with("<?xml") || key == std::string_view::npos) return {};
    const auto begin = head.find_first_of("\"'", key);
    if (begin == std::string_view::npos) return {};
    const auto end = head.find(head[begin], begin + 1);
    return end == std::string_view::npos ? std::string_view{} : head.substr(begin + 1, end - begin - 1);
}

void refuse_nul(std::string_view text, const std::string& file) {
    const auto nul = text.find('\0');
    if (nul == std::string_view::npos) return;
    refuse_file(file, fmt::format("line {}: holds a NUL byte, which no text has: export it again",
                                  line_at(text, nul)));
}

constexpr std::size_t searched = 4096;
constexpr int deepest_message = 3;  // an envelope, its document, the message

/// The name of the tag whose text begins after "<", without prefix.
std::string_view name_of(std::string_view tag) {
    tag = tag.substr(0, tag.find_first_of(" \t\r\n/>"));
    const auto colon = tag.find(':');
    return colon == std::string_view::npos ? tag : tag.substr(colon + 1);
}

}  // namespace

bool is_utf16_xml(std::string_view bytes) {
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") || bytes.starts_with("<\0"sv) ||
           bytes.starts_with("\0<"sv);
}

DecodedXml decode_xml(std::string_view bytes, const std::string& file_name) {
    if (is_utf16_xml(bytes)) {
        DecodedXml decoded{{}, from_utf16(bytes, file_name), "utf-16"};
        refuse_nul(decoded.own, file_name);
        return decoded;
    }
    const auto text = bytes.starts_with(byte_order_mark) ? bytes.substr(byte_order_mark.size()) : bytes;
    refuse_nul(text, file_name);
    const auto good = utf8_prefix(text);
    if (good == text.size()) return {text, {}, "utf-8"};
    const auto declared = declared_encoding(text);
    if (const auto name = fold(declared); name == "windows-1251" || name == "cp1251") {
        return {{}, from_windows_1251(bytes, file_name), "windows-1251"};
    }
    for (const WesternPage& page : western_pages) {
        const auto name = fold(declared);
        if (std::find(page.declared.begin(), page.declared.end(), name) == page.declared.end()) continue;
        return {{}, converted(bytes, page.encoding, 3, file_name), std::string(page.name)};
    }
    // XML that declares nothing is UTF-8, so nothing is guessed here.
    refuse_file(
        file_name,
        fmt::format("line {}: byte 0x{:02x} is not UTF-8, and the file declares {}: it is damaged, or "
                    "save it as UTF-8",
                    line_at(text, good), static_cast<unsigned char>(text[good]),
                    declared.empty() ? "no encoding" : fmt::format("'{}'", printable(declared))));
}

bool looks_like_camt053(std::string_view bytes) {
    std::string head(bytes.substr(0, searched));
    // All that is sought is ASCII, and UTF-16 has that between NUL bytes.
    if (is_utf16_xml(head)) head.erase(std::remove(head.begin(), head.end(), '\0'), head.end());
    std::string_view rest = head;
    for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"}) {
        if (rest.starts_with(mark)) rest.remove_prefix(mark.size());
    }
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
    if (!rest.starts_with('<')) return false;
    int depth = 0;
    while (true) {
        const auto begin = rest.find('<');
        if (begin == std::string_view::npos) return false;
        rest.remove_prefix(begin + 1);
        const bool comment = rest.starts_with("!--");
        const auto end = rest.find(comment ? "-->" : ">");
        const auto tag = rest.substr(0, end);
        if (rest.starts_with('/')) {
            --depth;
        } else if (!rest.starts_with('!') && !rest.starts_with('?')) {
            if (depth < deepest_message && name_of(tag) == "BkToCstmrStmt") return true;
            depth += tag.ends_with('/') ? 0 : 1;
        }
        if (end == std::string_view::npos) return false;
        rest.remove_prefix(end);
    }
}

}  // namespace tracker
