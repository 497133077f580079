// SPDX-License-Identifier: MIT
// Any text as the template of a letter, filled in for each of the cases that templates are tried with; and
// any text as the names in it, which are never read as a template. The first byte says which letter, and what
// stands before a NUL are the names.
#include <algorithm>

#include "letters/letter_cases.hpp"
#include "properties.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"
#include "tracker/letters/letter_text.hpp"

using namespace tracker;

namespace {

constexpr auto sorts = all_sorts_of_letters;

void check_letter(const LetterText& letter) {
    fuzz::require_message(letter.subject, "a subject");
    fuzz::require_text(letter.text, "a letter");
    fuzz::require(letter.text.ends_with('\n') && !letter.text.starts_with('\n'), "a letter has whole lines",
                  letter.text);
    fuzz::require(letter.text.find("\n\n\n") == std::string::npos, "no two lines are blank in a row",
                  letter.text);
    std::string shown = letter.text;
    std::replace_if(
        shown.begin(), shown.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
    fuzz::require(printable(shown) == shown, "a letter can be shown", letter.text);
}

void check_template_text(std::string_view text, const LetterCase& one, LetterDue::Sort sort,
                         Language language) {
    const auto faults = check_template(text, sort, language);
    for (const std::string& fault : faults) fuzz::require_message(fault, "a fault");
    try {
        check_letter(render_letter(text, one.letter, one.parties(language)));
    } catch (const InputError& error) {
        fuzz::require_message(error.what(), "a refusal");
        fuzz::require(!faults.empty(), "what has no fault can be filled in", text);
    }
}

void check_names(const std::string& name, LetterCase one, LetterDue::Sort sort, Language language) {
    one.client.name = one.contract.number = one.contract.clause = one.firm = name;
    for (LetterItem& item : one.letter.items) item.text = name;
    const auto letter = render_letter(built_in_template(sort, language), one.letter, one.parties(language));
    check_letter(letter);
    fuzz::require(letter.text.find(printable(name)) != std::string::npos,
                  "a name stands in the letter as it is", name);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const auto sort = sorts[data[0] % 3];
    const auto language = data[0] % 2 == 0 ? Language::ru : Language::en;
    static const std::vector<LetterCase> cases[] = {letter_cases(sorts[0]), letter_cases(sorts[1]),
                                                    letter_cases(sorts[2])};
    const auto& of_sort = cases[data[0] % 3];
    const LetterCase& one = of_sort[data[0] / 6 % of_sort.size()];
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto end = bytes.find('\0');
    if (end == std::string_view::npos) {
        check_template_text(bytes, one, sort, language);
    } else {
        check_names(std::string(bytes.substr(0, end)), one, sort, language);
        check_template_text(bytes.substr(end + 1), one, sort, language);
    }
    return 0;
}
