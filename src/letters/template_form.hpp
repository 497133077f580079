// SPDX-License-Identifier: MIT
// The form of a template: subject and body, tags and their sections. Finds what is wrong with it, and knows
// no values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/rules/reminders.hpp"

namespace tracker {

/// A piece of a template: a tag, a line end, or text between them.
struct TemplatePiece {
    enum class Is { text, line_end, tag, open_tag };  ///< open_tag: its braces are never closed
    Is is = Is::text;
    std::string_view all;   ///< as it stands there
    char sigil = ' ';       ///< of a tag: # ^ / ! > = or blank for a value
    std::string_view name;  ///< of a tag, without blanks around
    int line = 1;
};

/// Stands for a line end while a template is filled in, when lines with nothing but sections are gone
/// already: the library's own handling of lines leaves blank ones where a section isn't shown.
inline constexpr char line_end_mark = '\x1e';

struct TemplateForm {
    std::string subject;              ///< what to fill in
    std::string body;                 ///< what to fill in, with line_end_mark
    std::vector<std::string> faults;  ///< "line 3: unknown name \"cleint\": did you mean \"client\"?"
};

/// Of a letter of the sort sections are faults, too, that it never has; a text that is kept may have them.
TemplateForm read_form(std::string_view template_text, std::optional<LetterDue::Sort> sort = std::nullopt);

std::vector<TemplatePiece> template_pieces(std::string_view text, int first_line);

/// What is wrong with the tags.
std::vector<std::string> tag_faults(const std::vector<TemplatePiece>& pieces,
                                    std::optional<LetterDue::Sort> sort);

}  // namespace tracker
