// SPDX-License-Identifier: MIT
#include "letters/template_form.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "tracker/base/encoding.hpp"
#include "tracker/base/lines.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

constexpr std::string_view subject_mark = "Subject:";
constexpr std::string_view blanks = " \t";

std::string with_plain_line_ends(std::string_view text) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r' || text.substr(i + 1, 1) != "\n") out += text[i];
    }
    return out;
}

/// The tag that begins the text: {{name}}, {{{name}}}, {{#name}}.
TemplatePiece tag_at(std::string_view text) {
    TemplatePiece piece;
    const bool triple = text.starts_with("{{{");
    const std::size_t braces = triple ? 3 : 2;
    const auto end = text.find(triple ? "}}}" : "}}", braces);
    if (end == std::string_view::npos) {
        piece.is = TemplatePiece::Is::open_tag;
        piece.all = text;
        return piece;
    }
    piece.is = TemplatePiece::Is::tag;
    piece.all = text.substr(0, end + braces);
    piece.name = trimmed(text.substr(braces, end - braces));
    if (triple || piece.name.empty()) return piece;
    const char first = piece.name.front();
    if (std::string_view("#^/!>=&").find(first) == std::string_view::npos) return piece;
    piece.sigil = first == '&' ? ' ' : first;
    piece.name = trimmed(piece.name.substr(1));
    return piece;
}

bool shows_nothing(const TemplatePiece& piece) {
    if (piece.is == TemplatePiece::Is::tag) return piece.sigil != ' ';
    return piece.all.find_first_not_of(blanks) == std::string_view::npos;
}

/// A line of sections and notes alone is taken out with its line end, as Mustache has it.
std::string to_fill_in(const std::vector<TemplatePiece>& pieces) {
    std::string out;
    for (auto at = pieces.begin(); at != pieces.end();) {
        const auto end = std::find_if(
            at, pieces.end(), [](const TemplatePiece& p) { return p.is == TemplatePiece::Is::line_end; });
        const bool tags =
            std::any_of(at, end, [](const TemplatePiece& p) { return p.is == TemplatePiece::Is::tag; });
        const bool alone = tags && std::all_of(at, end, shows_nothing);
        for (auto piece = at; piece != end; ++piece) {
            if (!alone || piece->is == TemplatePiece::Is::tag) out += piece->all;
        }
        if (!alone && end != pieces.end()) out += line_end_mark;
        at = end == pieces.end() ? end : end + 1;
    }
    return out;
}

/// The first line that holds a control character or bytes that aren't UTF-8; 0 if none does.
int unsafe_line(std::string_view text) {
    for (int line = 1; !text.empty(); ++line) {
        const auto end = std::min(text.find('\n'), text.size());
        std::string shown(text.substr(0, end));
        std::replace(shown.begin(), shown.end(), '\t', ' ');
        if (printable(shown) != shown) return line;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return 0;
}

}  // namespace

std::vector<TemplatePiece> template_pieces(std::string_view text, int first_line) {
    std::vector<TemplatePiece> pieces;
    for (int line = first_line; !text.empty();) {
        TemplatePiece piece;
        if (text.starts_with("{{")) {
            piece = tag_at(text);
        } else if (text.starts_with('\n')) {
            piece.is = TemplatePiece::Is::line_end;
            piece.all = text.substr(0, 1);
        } else {
            piece.all = text.substr(0, std::min(text.find("{{"), text.find('\n')));
        }
        piece.line = line;
        line += static_cast<int>(std::count(piece.all.begin(), piece.all.end(), '\n'));
        text.remove_prefix(piece.all.size());
        pieces.push_back(piece);
    }
    return pieces;
}

TemplateForm read_form(std::string_view template_text, std::optional<LetterDue::Sort> sort) {
    const std::string text = with_plain_line_ends(template_text);
    TemplateForm form;
    if (const int line = unsafe_line(text); line > 0) {
        form.faults.push_back(fmt::format("line {}: a control character, or text that isn't UTF-8", line));
        return form;
    }
    if (!text.starts_with(subject_mark)) {
        form.faults.emplace_back("line 1: must be \"Subject: ...\"");
        return form;
    }
    const auto first_end = std::min(text.find('\n'), text.size());
    const std::string_view rest = std::string_view(text).substr(std::min(first_end + 1, text.size()));
    const auto second_end = std::min(rest.find('\n'), rest.size());
    if (!trimmed(rest.substr(0, second_end)).empty())
        form.faults.emplace_back("line 2: must be blank, between subject and body");
    const auto subject = template_pieces(
        std::string_view(text).substr(subject_mark.size(), first_end - subject_mark.size()), 1);
    const auto body = template_pieces(rest.substr(std::min(second_end + 1, rest.size())), 3);
    for (const auto& part : {subject, body}) {
        for (std::string& fault : tag_faults(part, sort)) form.faults.push_back(std::move(fault));
    }
    // a subject is one line, so its sections don't stand alone on it
    for (const TemplatePiece& piece : subject) form.subject += piece.all;
    form.body = to_fill_in(body);
    return form;
}

}  // namespace tracker
