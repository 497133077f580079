// SPDX-License-Identifier: MIT
// Folding, display names, and what of a text needs encoded words. Never encodes what can be read as it is.
#include "letters/mail/mail_header.hpp"

#include <algorithm>

#include "letters/mail/mail_characters.hpp"
#include "letters/mail/mail_words.hpp"

namespace tracker {
namespace {

constexpr std::size_t longest_line = 76;   // RFC 2047, 2; without encoded words it could be 78
constexpr std::size_t longest_plain = 60;  // so that it fits into a line after any header's name

bool is_printable(char c) {
    return c >= ' ' && c <= '~';
}

/// A reader would decode it.
bool looks_encoded(std::string_view text) {
    return text.find("=?") != std::string_view::npos;
}

/// Spaces that would be lost at an end, or in a fold.
bool has_odd_spaces(std::string_view text) {
    return text.starts_with(' ') || text.ends_with(' ') || text.find("  ") != std::string_view::npos;
}

bool is_plain_word(std::string_view word) {
    return word.size() <= longest_plain && std::all_of(word.begin(), word.end(), is_printable) &&
           !looks_encoded(word);
}

bool is_atom(std::string_view word) {
    return is_plain_word(word) && std::all_of(word.begin(), word.end(), is_atom_character);
}

bool are_atoms(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || is_atom_character(c); });
}

/// Calls for each word between spaces; empty ones, too.
template <class Take>
void each_piece(std::string_view text, Take take) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        take(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

}  // namespace

void Header::fold() {
    text_ += '\n';
    column_ = 0;
}

void Header::add(std::string_view token) {
    if (!fresh_ && column_ + 1 + token.size() > longest_line) fold();
    text_.append(" ").append(token);
    column_ += 1 + token.size();
    fresh_ = false;
}

void Header::add_encoded(std::string_view text) {
    if (column_ + 1 + shortest_room > longest_line) fold();
    for (const std::string& word : encoded_words(text, longest_line - column_ - 1)) add(word);
}

void Header::add_plain(std::string_view words) {
    each_piece(words, [&](std::string_view word) {
        if (!word.empty()) add(word);
    });
}

/// The space between two encoded words is none (RFC 2047, 6.2), so all from the first word that needs
/// encoding to the last is encoded together. Words beside it stay as they are, and so does the space between.
void Header::add_words(std::string_view text, IsPlain is_plain) {
    const bool odd = has_odd_spaces(text);
    std::size_t begin = odd ? 0 : text.size();
    std::size_t end = odd ? text.size() : 0;
    each_piece(text, [&](std::string_view word) {
        if (is_plain(word)) return;
        const auto at = static_cast<std::size_t>(word.data() - text.data());
        begin = std::min(begin, at);
        end = std::max(end, at + word.size());
    });
    if (begin >= end) return add_plain(text);
    add_plain(text.substr(0, begin));
    add_encoded(text.substr(begin, end - begin));
    add_plain(text.substr(end));
}

void Header::add_text(std::string_view text) {
    add_words(text, is_plain_word);
}

void Header::add_name(std::string_view name) {
    const std::string in_quotes = quoted(name);
    const bool quotable = is_plain_word(in_quotes) && !has_odd_spaces(name);
    if (quotable && !are_atoms(name)) return add(in_quotes);
    add_words(name, is_atom);
}

void Header::add_mailbox(const Mailbox& mailbox) {
    if (mailbox.name.empty()) return add(mailbox.address);
    add_name(mailbox.name);
    add("<" + mailbox.address + ">");
}

}  // namespace tracker
