// SPDX-License-Identifier: MIT
#include "tracker/base/file_kind.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "tracker/base/encoding.hpp"
#include "tracker/base/lines.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

using namespace std::string_view_literals;

/// What is to be done with it instead.
enum class Sort : std::uint8_t { workbook, archive, other, statement };

struct Kind {
    std::string_view name;  ///< empty: nothing to be named
    Sort sort = Sort::other;
};

struct Magic {
    std::string_view bytes;
    Kind kind;
};

constexpr std::array<Magic, 14> magics{{
    {"%PDF"sv, {"a PDF", Sort::other}},
    {"\x1F\x8B"sv, {"a gzip archive", Sort::archive}},
    {"Rar!\x1A"sv, {"a RAR archive", Sort::archive}},
    {"7z\xBC\xAF\x27\x1C"sv, {"a 7z archive", Sort::archive}},
    {"BZh"sv, {"a bzip2 archive", Sort::archive}},
    {"\xFD\x37zXZ"sv, {"an xz archive", Sort::archive}},
    {"\x28\xB5\x2F\xFD"sv, {"a zstd archive", Sort::archive}},
    {"MSCF"sv, {"a CAB archive", Sort::archive}},
    {"{\\rtf"sv, {"an RTF document", Sort::other}},
    {"\x89PNG"sv, {"a picture", Sort::other}},
    {"\xFF\xD8\xFF"sv, {"a picture", Sort::other}},
    {"GIF8"sv, {"a picture", Sort::other}},
    {"II*\0"sv, {"a picture", Sort::other}},
    {"SQLite format 3"sv, {"an SQLite database", Sort::other}},
}};

bool holds(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

/// Office documents are ZIP archives, whose first entries say what they are.
Kind kind_of_zip(std::string_view head, std::string_view name) {
    if (holds(head, "opendocument.spreadsheet") || name.ends_with(".ods"))
        return {"an OpenDocument spreadsheet", Sort::workbook};
    if (holds(head, "word/") || holds(head, "opendocument.text") || name.ends_with(".docx"))
        return {"a text document", Sort::other};
    const bool named = name.ends_with(".xlsx") || name.ends_with(".xlsm") || name.ends_with(".xlsb");
    if (named || holds(head, "xl/") || holds(head, "[Content_Types].xml"))
        return {"an Excel workbook", Sort::workbook};
    return {"a ZIP archive", Sort::archive};
}

Kind kind_of_bytes(std::string_view head, std::string_view name) {
    if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) return kind_of_zip(head, name);
    if (head.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {
        const bool text = name.ends_with(".doc") || name.ends_with(".msg");
        return text ? Kind{"an Office document", Sort::other} : Kind{"an Excel workbook", Sort::workbook};
    }
    // Excel before its 97th year.
    for (const std::string_view begin : {"\x09\x08"sv, "\x09\x04"sv, "\x09\x02"sv, "\x09\x00"sv}) {
        if (head.starts_with(begin) && head.substr(2, 4).find('\0') != std::string_view::npos)
            return {"an Excel workbook", Sort::workbook};
    }
    for (const Magic& magic : magics) {
        if (head.starts_with(magic.bytes)) return magic.kind;
    }
    // Some put a few bytes before it.
    return head.substr(0, 1024).find("\n%PDF-") != std::string_view::npos ? Kind{"a PDF"} : Kind{};
}

bool is_swift(std::string_view text) {
    if (text.starts_with("{1:F")) return true;
    LineReader lines(text.substr(0, 2048));
    for (int i = 0; i < 6 && lines.next(); ++i) {
        if (trimmed(lines.line()).starts_with(":20:")) return true;
    }
    return false;
}

Kind kind_of_markup(std::string_view text, std::string_view folded) {
    if (holds(folded, "<ofx>") || text.starts_with("<?OFX") || holds(text, "<?OFX")) return {"OFX"};
    if (holds(text, "urn:schemas-microsoft-com:office:spreadsheet") || holds(text, "Excel.Sheet"))
        return {"an Excel workbook", Sort::workbook};
    if (folded.starts_with("<!doctype html") || holds(folded, "<html") || folded.starts_with("<table") ||
        folded.starts_with("<meta"))
        return {"a web page (HTML)"};
    return {};
}

/// A brace or bracket and what may follow it in JSON.
bool is_json(std::string_view text) {
    if (!text.starts_with('{') && !text.starts_with('[')) return false;
    const auto next = trimmed(text.substr(1));
    return next.empty() || std::string_view("\"{[]}").find(next.front()) != std::string_view::npos;
}

/// A text without byte-order mark and blanks before it.
Kind kind_of_text(std::string_view text, Wanted wanted) {
    const std::string folded = fold(text.substr(0, std::min<std::size_t>(text.size(), 2048)));
    if (text.starts_with('<')) {
        if (const Kind kind = kind_of_markup(text, folded); !kind.name.empty()) return kind;
        if (wanted == Wanted::statement) return {};  // camt.053, or its reader says what else
        const bool statement = holds(text, "BkToCstmrStmt");
        return statement ? Kind{"a bank's statement (camt.053)", Sort::statement} : Kind{"XML"};
    }
    if (folded.starts_with("ofxheader")) return {"OFX"};
    if (is_swift(text)) return {"MT940"};
    if (folded.starts_with("!type:") || folded.starts_with("!account")) return {"QIF"};
    if (is_json(text)) return {"JSON"};
    if (folded.starts_with("mime-version:") || folded.starts_with("return-path:") ||
        folded.starts_with("received:"))
        return {"an e-mail"};
    if (wanted == Wanted::table && text.starts_with("1CClientBankExchange"))
        return {"a bank's statement (1C)", Sort::statement};
    return {};
}

std::string_view advice(Sort sort, Wanted wanted) {
    const bool statement = wanted == Wanted::statement;
    switch (sort) {
        case Sort::workbook:
            return statement ? ": save it as CSV, or export the statement as 1C" : ": save it as CSV";
        case Sort::archive:
            return statement ? ": unpack it and import the statement in it"
                             : ": unpack it and import the file in it";
        case Sort::statement:
            return ": 'tracker import payments' takes it";
        case Sort::other:
            break;
    }
    return statement ? ", which is not read: export the statement as 1C, camt.053 or CSV"
                     : ", which is not read: save the table as CSV";
}

}  // namespace

void refuse_other_kinds(Input& input, Wanted wanted, bool told) {
    const std::string_view head = input.head();
    Kind kind = kind_of_bytes(head, fold(input.name()));
    if (kind.name.empty() && !told) {
        std::string_view text = head.substr(0, 4096);
        if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
        kind = kind_of_text(trimmed(text), wanted);
    }
    if (kind.name.empty()) return;
    refuse_file(input.name(), fmt::format("is {}{}", kind.name, advice(kind.sort, wanted)));
}

}  // namespace tracker
