// SPDX-License-Identifier: MIT
// 7bit, quoted-printable and base64 (RFC 2045). Never lets a line through that a mail program on the way
// changes.
#include "letters/mail/mail_body.hpp"

#include <algorithm>
#include <cstddef>

#include "letters/mail/mail_characters.hpp"
#include "letters/mail/mail_encodings.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

constexpr std::size_t longest_plain_line = 78;  // RFC 5322, 2.1.1
constexpr std::size_t longest_encoded = 76;     // RFC 2045, 6.7 and 6.8

void check_body(std::string_view body) {
    if (!is_utf8(body)) throw InputError("the letter's text is not UTF-8: save it in UTF-8");
    if (const auto at = find_control(body, "\n\t"); at != std::string_view::npos) {
        const auto line = std::count(body.begin(), body.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
        throw InputError("line " + std::to_string(line) +
                         " of the letter's text holds a control character: take it out");
    }
}

/// Calls for each line without its end.
template <class Take>
void each_line(std::string_view text, Take take) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        take(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

/// What would be doubled or taken for the end of the message (SMTP), or for a new one (mbox).
bool is_touched(std::string_view line) {
    return line.starts_with('.') || line.starts_with("From ");
}

bool goes_plain(std::string_view body) {
    if (!std::all_of(body.begin(), body.end(), is_ascii)) return false;
    bool plain = true;
    each_line(body, [&](std::string_view line) {
        plain = plain && line.size() <= longest_plain_line && !is_touched(line) &&
                (line.empty() || !is_blank(line.back()));
    });
    return plain;
}

/// The first character of the rest of a line, quoted where it must be; at the start of a line of the output,
/// more must be.
std::string quoted_character(std::string_view rest, bool at_start) {
    const std::string_view character = rest.substr(0, character_length(rest));
    const bool last_blank = is_blank(rest.front()) && rest.size() == 1;
    std::string out(character);
    if (!is_ascii(rest.front()) || rest.front() == '=' || last_blank || (at_start && is_touched(rest))) {
        out.clear();
        append_hex(out, character);
    }
    return out;
}

std::string quoted_printable(std::string_view body) {
    std::string out;
    each_line(body, [&](std::string_view line) {
        std::size_t column = 0;
        while (!line.empty()) {
            const std::string character = quoted_character(line, column == 0);
            if (column + character.size() >= longest_encoded) {  // the soft line end takes a column, too
                out += "=\n";
                column = 0;
                continue;
            }
            out += character;
            column += character.size();
            line.remove_prefix(character_length(line));
        }
        out += '\n';
    });
    return out;
}

/// Of text, it is the form with CRLF that is encoded (RFC 2049, 4).
std::string base64_lines(std::string_view body) {
    std::string canonical;
    each_line(body, [&](std::string_view line) { canonical.append(line).append("\r\n"); });
    std::string out;
    const std::string all = base64(canonical);
    for (std::size_t at = 0; at < all.size(); at += longest_encoded) {
        out.append(all, at, longest_encoded).append("\n");
    }
    return out;
}

}  // namespace

EncodedBody encode_body(std::string_view body) {
    check_body(body);
    if (goes_plain(body)) {
        std::string text(body);
        if (!text.empty() && text.back() != '\n') text += '\n';
        return {"7bit", std::move(text)};
    }
    std::string quoted = quoted_printable(body);
    std::string dense = base64_lines(body);
    if (quoted.size() <= dense.size()) return {"quoted-printable", std::move(quoted)};
    return {"base64", std::move(dense)};
}

}  // namespace tracker
