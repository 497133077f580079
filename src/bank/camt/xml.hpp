// SPDX-License-Identifier: MIT
// The XML under a camt.053 file: its encoding, its elements by local name, its lines.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace tracker {

/// An XML text in UTF-8.
struct DecodedXml {
    std::string_view text;  ///< without byte-order mark; of no use where `own` is filled
    std::string own;        ///< the text, if it had to be decoded
    std::string encoding;   ///< "utf-8", "utf-16", "windows-1251", "iso-8859-1", ...
};

/// Whether the bytes begin as XML in UTF-16 does, with or without a byte-order mark.
bool is_utf16_xml(std::string_view bytes);

/// UTF-16 by its first bytes; else strict UTF-8, whatever is declared; else windows-1251 or a page of western
/// banks where that is declared. Throws InputError naming file and line for anything else, and for NUL bytes.
DecodedXml decode_xml(std::string_view bytes, const std::string& file_name);

using XmlNode = pugi::xml_node;

/// "Ntry" of `<camt:Ntry>`.
std::string_view local_name(XmlNode element);

/// The first child of that local name; an empty node if there is none, or no parent.
XmlNode child(XmlNode parent, std::string_view name);

/// Down a path of first children.
XmlNode at(XmlNode parent, std::initializer_list<std::string_view> path);

/// The element's own text in strict UTF-8, blanks and control characters as single spaces: values are often
/// broken over lines, and no line break may stay in them.
std::string text_of(XmlNode element);

/// "true" or "1".
bool is_true(XmlNode element);

/// A loaded file. Every element that is found in it lives as long as it does, and so must the bytes and
/// the name.
class CamtXml {
  public:
    /// Throws InputError, see read_camt053.
    CamtXml(std::string_view bytes, const std::string& file);

    [[nodiscard]] XmlNode root() const { return document_.document_element(); }
    [[nodiscard]] const std::string& encoding() const { return encoding_; }

    /// The line of the file where an element begins. Cheap when asked about in order of the file.
    [[nodiscard]] std::size_t line(XmlNode element) const;

    /// The element's text as the file has it, in UTF-8, lines ending with "\n".
    [[nodiscard]] std::string raw(XmlNode element) const;

    /// Throws InputError with file and line.
    [[noreturn]] void refuse(XmlNode element, std::string_view what) const;
    [[noreturn]] void refuse(std::string_view what) const;

  private:
    void decode(std::string_view bytes);
    void parse();
    void check_depth() const;
    [[nodiscard]] std::size_t line_of(std::size_t offset) const;

    const std::string& file_;
    std::string encoding_;
    std::string own_;        ///< what was decoded, if the bytes weren't UTF-8
    std::string_view text_;  ///< UTF-8: own_, or the bytes themselves
    pugi::xml_document document_;
    mutable std::size_t counted_ = 0;  ///< the offset up to which lines are counted
    mutable std::size_t breaks_ = 0;
};

}  // namespace tracker
