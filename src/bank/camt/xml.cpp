// SPDX-License-Identifier: MIT
// Loads XML safely; finds elements by local name, their texts, lines and source.
#include "bank/camt/xml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

// A tree takes far more room than `<a/>`, its text: so what may become a node or an attribute is counted
// beforehand. A statement has about one such mark in 20 bytes, which is less than this even at 256 MiB.
constexpr std::ptrdiff_t most_marks = std::ptrdiff_t{1} << 24U;
constexpr int deepest = 100;  // the standard itself needs about 15

/// Line breaks between two places: LF, CRLF, a lone CR.
std::size_t breaks_between(std::string_view text, std::size_t from, std::size_t to) {
    std::size_t breaks = 0;
    for (std::size_t i = from; i < to; ++i) {
        const bool lone_cr = text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n');
        breaks += text[i] == '\n' || lone_cr ? 1 : 0;
    }
    return breaks;
}

/// After the first ">" behind the beginning of a tag; `</Ntry` is not the beginning of `</NtryDtls>`.
std::size_t end_of(std::string_view text, const std::string& tag, std::size_t from) {
    auto at = text.find(tag, from);
    while (!tag.empty() && at != std::string_view::npos &&
           std::string_view("> \t\r\n").find(text[at + tag.size()]) == std::string_view::npos) {
        at = text.find(tag, at + tag.size());
    }
    at = text.find('>', at);
    return at == std::string_view::npos ? text.size() : at + 1;
}

std::size_t offset_of(XmlNode node) {
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
}

}  // namespace

std::string_view local_name(XmlNode element) {
    const std::string_view name = element.name();
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

XmlNode child(XmlNode parent, std::string_view name) {
    for (const auto node : parent.children()) {
        if (local_name(node) == name) return node;
    }
    return {};
}

XmlNode at(XmlNode parent, std::initializer_list<std::string_view> path) {
    for (const auto name : path) parent = child(parent, name);
    return parent;
}

std::string text_of(XmlNode element) {
    std::string text;
    bool blank = false;
    // A comment within a value splits it in two nodes, and half an amount is an amount, too.
    for (const auto node : element.children()) {
        if (node.type() != pugi::node_pcdata && node.type() != pugi::node_cdata) continue;
        for (const char* c = node.value(); *c != '\0'; ++c) {
            if (static_cast<unsigned char>(*c) <= ' ' || *c == '\x7F') {
                blank = !text.empty();
                continue;
            }
            if (blank) text += ' ';
            blank = false;
            text += *c;
        }
    }
    // A character reference may name what is no character.
    return is_utf8(text) ? text : printable(text);
}

bool is_true(XmlNode element) {
    const auto text = text_of(element);
    return text == "true" || text == "1";
}

CamtXml::CamtXml(std::string_view bytes, const std::string& file) : file_(file) {
    decode(bytes);
    parse();
    check_depth();
}

void CamtXml::decode(std::string_view bytes) {
    auto decoded = decode_xml(bytes, file_);
    encoding_ = std::move(decoded.encoding);
    own_ = std::move(decoded.own);
    text_ = own_.empty() ? decoded.text : std::string_view(own_);
}

void CamtXml::parse() {
    const auto marks = std::count_if(text_.begin(), text_.end(), [](char c) { return c == '<' || c == '='; });
    if (marks > most_marks) refuse("holds more elements than any statement: export a shorter range");
    // The declared encoding must not be followed: the text is UTF-8 by now.
    const auto result = document_.load_buffer(text_.data(), text_.size(),
                                              pugi::parse_default | pugi::parse_doctype, pugi::encoding_utf8);
    if (!result) {
        const auto offset = std::min(static_cast<std::size_t>(result.offset), text_.size());
        refuse(fmt::format("line {}: is not well-formed XML ({}): it is damaged or cut off, export it again",
                           line_of(offset), result.description()));
    }
    std::size_t roots = 0;
    for (const auto node : document_.children()) {
        if (node.type() == pugi::node_doctype) {
            refuse(node, "the file has a DOCTYPE, which no bank statement has: export it again");
        }
        if (node.type() == pugi::node_element && ++roots > 1) {
            refuse(node, "a second document begins here: import each in a file of its own");
        }
    }
}

void CamtXml::check_depth() const {
    int depth = 0;
    for (XmlNode node = document_.first_child(); node;) {
        if (node.first_child()) {
            node = node.first_child();
            if (++depth > deepest) {
                refuse(node.parent(), "elements are nested deeper here than in any statement");
            }
            continue;
        }
        while (node && !node.next_sibling()) {
            node = node.parent();
            --depth;
        }
        node = node.next_sibling();
    }
}

std::size_t CamtXml::line_of(std::size_t offset) const {
    if (offset < counted_) {
        breaks_ -= breaks_between(text_, offset, counted_);
    } else {
        breaks_ += breaks_between(text_, counted_, offset);
    }
    counted_ = offset;
    return breaks_ + 1;
}

std::size_t CamtXml::line(XmlNode element) const {
    return line_of(offset_of(element));
}

std::string CamtXml::raw(XmlNode element) const {
    // pugixml gives where an element begins, not where it ends: the end tag is the first one after all that
    // the element holds.
    XmlNode last = element;
    while (last.last_child()) last = last.last_child();
    const auto begin = std::max<std::size_t>(offset_of(element), 1) - 1;
    const auto end =
        end_of(text_, last == element ? "" : fmt::format("</{}", element.name()), offset_of(last));
    const auto part = text_.substr(begin, end - begin);
    std::string raw;
    raw.reserve(part.size() + 1);
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (part[i] != '\r') raw += part[i];
        if (part[i] == '\r' && part.substr(i + 1, 1) != "\n") raw += '\n';
    }
    raw += '\n';
    return raw;
}

void CamtXml::refuse(XmlNode element, std::string_view what) const {
    refuse(fmt::format("line {}: {}", line(element), what));
}

void CamtXml::refuse(std::string_view what) const {
    throw InputError(fmt::format("'{}' {}", printable(file_), what));
}

}  // namespace tracker
