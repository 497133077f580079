// SPDX-License-Identifier: MIT
#include "tracker/letters/letter_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "data/embedded.hpp"
#include "letters/letter_data.hpp"
#include "letters/template_form.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/lines.hpp"
#include "tracker/facts/words.hpp"

namespace tracker {
namespace {

std::string filled_in(const std::string& text, const kainjow::mustache::data& data) {
    kainjow::mustache::mustache filler(text);
    filler.set_custom_escape([](const std::string& value) { return value; });
    std::string out = filler.render(data);
    if (!filler.is_valid()) throw InputError("the template can't be filled in: " + filler.error_message());
    return out;
}

/// Lines with plain ends, never two blank ones in a row, none at either end.
std::string tidy(std::string_view filled) {
    std::string out;
    bool gap = false;
    while (!filled.empty()) {
        const auto end = std::min(filled.find(line_end_mark), filled.size());
        const std::string_view line = filled.substr(0, end);
        filled.remove_prefix(std::min(end + 1, filled.size()));
        if (trimmed(line).empty()) {
            gap = true;
            continue;
        }
        if (gap && !out.empty()) out += '\n';
        out.append(line).append("\n");
        gap = false;
    }
    return out;
}

}  // namespace

std::string_view template_name(LetterDue::Sort sort) {
    switch (sort) {
        case LetterDue::Sort::suspension:
            return "suspension";
        case LetterDue::Sort::reinstatement:
            return "reinstatement";
        case LetterDue::Sort::withdrawal:
            return "withdrawal";
        case LetterDue::Sort::part_payment:
            return "part-payment";
        case LetterDue::Sort::reminder:
            break;
    }
    return "reminder";
}

std::string_view built_in_template(LetterDue::Sort sort, Language language) {
    return embedded(fmt::format("letters/{}.{}.txt", template_name(sort), text(language)));
}

LetterText render_letter(std::string_view template_text, const LetterDue& letter,
                         const LetterParties& parties) {
    const TemplateForm form = read_form(template_text);
    if (!form.faults.empty()) throw InputError("the template can't be used: " + form.faults.front());
    const kainjow::mustache::data data = letter_data(letter, parties);
    // One line: the subject's template is one, and the data has no line ends.
    const std::string subject = filled_in(form.subject, data);
    if (trimmed(subject).empty())
        throw InputError("the template can't be used: line 1: the subject is empty");
    std::string body = tidy(filled_in(form.body, data));
    if (body.empty()) throw InputError("the template can't be used: the letter has no text");
    return {std::string(trimmed(subject)), std::move(body)};
}

}  // namespace tracker
