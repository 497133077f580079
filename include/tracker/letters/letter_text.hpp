// SPDX-License-Identifier: MIT
// A letter that is due as subject and text, by a template that the user may have changed. Decides nothing and
// sends nothing: what to say is in LetterDue, how to say it is in the template.
//
// A template is a file whose first line is "Subject: ...", whose second is blank and whose rest is the body,
// with names in braces (Mustache): {{client}}, {{#items}}...{{/items}}, {{^clause}}...{{/clause}}, {{!
// note}}. What may be absent can be asked for as a section. Text from outside is data and never read as a
// template; nothing is escaped, since mail isn't HTML.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/exchange/duty_catalogue.hpp"
#include "tracker/facts/facts.hpp"
#include "tracker/rules/reminders.hpp"

namespace tracker {

/// Who writes to whom about what, in which language. Refers to the client and the contract.
struct LetterParties {
    const Client& client;
    const Contract& contract;
    std::string firm;  ///< the firm's name; may be empty
    Language language = Language::ru;
    std::string oldest_first{};  ///< the clause by which money covers the oldest debt first; may be empty
    const DutyCatalogue* catalogue = nullptr;  ///< what kinds are called; without it, by their slugs
};

struct LetterText {
    std::string subject;  ///< one line
    std::string text;     ///< lines that end with LF, the last one too; no two blank lines in a row
};

inline constexpr std::array all_sorts_of_letters{LetterDue::Sort::reminder, LetterDue::Sort::suspension,
                                                 LetterDue::Sort::part_payment,
                                                 LetterDue::Sort::reinstatement, LetterDue::Sort::withdrawal};

/// "reminder", "suspension", "part-payment", "reinstatement", "withdrawal".
std::string_view template_name(LetterDue::Sort sort);

/// The template that the program carries.
std::string_view built_in_template(LetterDue::Sort sort, Language language);

/// Throws InputError if the template is broken (what check_template says of its form, its names and its
/// sections) or if subject or text come out empty. Control characters in the data become U+FFFD.
LetterText render_letter(std::string_view template_text, const LetterDue& letter,
                         const LetterParties& parties);

/// Whether it has the section on work that waits for papers. One without it, as those of before had none, is
/// not used for letters that tell of such.
bool tells_of_blocked_work(std::string_view template_text);

struct TemplateName {
    std::string name;     ///< "items.due" stands within {{#items}}
    std::string meaning;  ///< a line of English
};

/// The names that templates may use, in the order in which people want to read them.
const std::vector<TemplateName>& template_names();

/// What is wrong with a template, each in a line: its form, unknown names (with the nearest known one),
/// sections never closed, and what a letter of this sort must say but doesn't in one of the cases that it is
/// tried with. Empty if nothing is.
std::vector<std::string> check_template(std::string_view template_text, LetterDue::Sort sort,
                                        Language language);

}  // namespace tracker
