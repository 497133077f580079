// SPDX-License-Identifier: MIT
// The XML under a camt.053 file: loads it safely, says where its elements stand. Knows nothing of
// statements.
#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "bank/camt/camt_nodes.hpp"

namespace tracker {

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
