// SPDX-License-Identifier: MIT
// Templates that a user wrote: what is refused and in which words, and how lines and sections are filled in.
#include <algorithm>

#include "../base/inputs.hpp"
#include "../catch.hpp"
#include "letters/letter_cases.hpp"
#include "tracker/letters/letter_text.hpp"

using namespace tracker;

namespace {

using Sort = LetterDue::Sort;
using Faults = std::vector<std::string>;

const std::string start = "Subject: {{contract}}\n\n";
const std::string items = "{{#items}}\n{{name}} {{due}} {{amount}}\n{{/items}}\n{{warning.pauses_on}}\n";

Faults faults(const std::string& body) {
    return check_template(start + body, Sort::reminder, Language::en);
}

std::string filled(const std::string& body) {
    const LetterCase one = letter_cases(Sort::reminder).at(5);
    return render_letter(start + body, one.letter, one.parties(Language::en)).text;
}

}  // namespace

TEST_CASE("the templates that the program carries have no faults", "[letters]") {
    for (const Sort sort : all_sorts_of_letters) {
        for (const Language language : {Language::ru, Language::en}) {
            CHECK_FALSE(built_in_template(sort, language).empty());
            CHECK(check_template(built_in_template(sort, language), sort, language) == Faults{});
        }
    }
}

TEST_CASE("the form of a template", "[letters]") {
    const auto check = [](std::string_view text) {
        return check_template(text, Sort::reminder, Language::ru);
    };
    CHECK(check("") == Faults{"line 1: must be \"Subject: ...\""});
    CHECK(check("Hello\n") == Faults{"line 1: must be \"Subject: ...\""});
    CHECK(check("Subject: x\nCc: y\n\nHello") == Faults{"line 2: must be blank, between subject and body"});
    CHECK(check("Subject: x\n\na\nb\x1b[1m") ==
          Faults{"line 4: a control character, or text that isn't UTF-8"});
    CHECK(check("Subject: \xff\n\na") == Faults{"line 1: a control character, or text that isn't UTF-8"});
    CHECK(check("Subject: {{#contract}}\n\n{{/contract}}a") ==
          Faults{"line 1: \"{{#contract}}\" is never closed", "line 3: \"{{/contract}}\" closes no section"});
    CHECK(check("Subject: {{#clause}}{{contract}}{{/clause}}\n\n" + items).front() ==
          "the template can't be used: line 1: the subject is empty (in the case \"one item, without date of "
          "contract, clause and firm\")");
    CHECK(check("Subject: {{contract}}").front() ==
          "the template can't be used: the letter has no text (in the case \"one item\")");
    CHECK(check("\xEF\xBB\xBFSubject: {{contract}}\r\n\r\n" + items) == Faults{});
}

TEST_CASE("tags that can't be understood are named with their line", "[letters]") {
    CHECK(faults("{{cleint}}") == Faults{"line 3: unknown name \"cleint\": did you mean \"client\"?"});
    CHECK(faults("\n\n{{#items}}{{nam}}{{/items}}") ==
          Faults{"line 5: unknown name \"nam\": did you mean \"name\"?"});
    CHECK(faults("{{days_late}}") ==
          Faults{"line 3: unknown name \"days_late\": it is known within {{#items}}"});
    CHECK(faults("{{items.due}}").size() == 1);
    CHECK(faults("{{qwertyuiop}}") == Faults{"line 3: unknown name \"qwertyuiop\""});
    CHECK(faults("{{}}") == Faults{"line 3: a tag without a name"});
    CHECK(faults("a {{client}") == Faults{"line 3: \"{{\" is never closed"});
    CHECK(faults("a {{") == Faults{"line 3: \"{{\" is never closed"});
    CHECK(faults("{{{client}}") == Faults{"line 3: \"{{\" is never closed"});
    CHECK(faults("{{items}}") == Faults{"line 3: \"items\" has no text: write {{#items}}...{{/items}}"});
    CHECK(faults("{{>client}}") == Faults{"line 3: \"{{>\" isn't available: a template is one file"});
    CHECK(faults("{{=<% %>=}}") == Faults{"line 3: \"{{=\" isn't available: tags are written in braces"});
    CHECK(faults("{{#clause}}\n{{#firm}}\n{{/clause}}") ==
          Faults{"line 5: \"{{/clause}}\" where \"{{/firm}}\" must come first: it was opened in line 4"});
    CHECK(faults("{{#items}}{{#owed}}{{/owed}}{{/items}}") ==
          Faults{"line 3: \"{{#owed}}\" stands within another list: close that first"});
    std::string deep = items;
    for (int i = 0; i < 21; ++i) deep += "{{#firm}}";
    for (int i = 0; i < 21; ++i) deep += "{{/firm}}";
    CHECK(faults(deep) == Faults{"line 7: \"{{#firm}}\" is more than 20 sections deep"});
    CHECK(faults("{{#client\nx}}\n") == Faults{"line 3: unknown name \"client�x\": did you mean \"client\"?",
                                               "line 3: \"{{#client�x}}\" is never closed"});
    CHECK(faults("{{#items}}\n\n") == Faults{"line 3: \"{{#items}}\" is never closed"});
    CHECK(test::refusal([] { filled("{{cleint}}"); }) ==
          "the template can't be used: line 3: unknown name \"cleint\": did you mean \"client\"?");
}

TEST_CASE("what a letter of its sort must say", "[letters]") {
    CHECK(faults(items) == Faults{});
    CHECK(faults("Hello") ==
          Faults{"doesn't say what is due: {{#items}}{{name}}{{/items}} is missing",
                 "doesn't say by when it is due: {{#items}}{{due}}{{/items}} is missing",
                 "doesn't say how much is to pay: {{#items}}{{amount}}{{/items}} is missing",
                 "doesn't say from when service will be paused: "
                 "{{#warning}}{{pauses_on}}{{/warning}} is missing"});
    const std::string text = "Subject: x\n\nHello\n";
    CHECK(check_template(text, Sort::suspension, Language::ru) ==
          Faults{"doesn't say the contract's number: {{contract}} is missing",
                 "doesn't say since when service is paused: {{pause.since}} is missing",
                 "doesn't say what must come for service to go on: {{to_pay}} is missing",
                 "doesn't say what was charged: {{#owed}}{{charged}}{{/owed}} is missing",
                 "doesn't say what came of it: {{#owed}}{{paid}}{{/owed}} is missing",
                 "doesn't say what is left of it: {{#owed}}{{amount}}{{/owed}} is missing",
                 "doesn't say which work isn't done meanwhile: {{#withheld}}{{name}}{{/withheld}} is missing",
                 "doesn't say on which day service goes on if all is paid already: "
                 "{{#pause.resuming}}{{pause.resumes_on}}{{/pause.resuming}} is missing",
                 "doesn't say that service is paused for another reason, too: "
                 "{{#other_pause}}{{since}} {{until}}{{/other_pause}} is missing",
                 "doesn't say which earlier notice it replaces: {{#withdrawn}}{{since}}{{/withdrawn}} is "
                 "missing"});
    CHECK(check_template(text, Sort::reinstatement, Language::en) ==
          Faults{"doesn't say the contract's number: {{contract}} is missing",
                 "doesn't say since when service goes on: {{pause.resumed_on}} is missing"});
    // in some cases isn't enough
    CHECK(check_template("Subject: {{contract}}\n\n{{#clause}}{{pause.resumed_on}}{{/clause}}.",
                         Sort::reinstatement, Language::en) ==
          Faults{"doesn't say since when service goes on: {{pause.resumed_on}} is missing"});
}

TEST_CASE("a line of sections alone is no line of the letter", "[letters]") {
    CHECK(filled("a\n{{#warning}}\nno\n{{/warning}}\nb") == "a\nb\n");
    CHECK(filled("{{#items}}\n- {{name}}\n  {{#text}}\n  {{text}}\n  {{/text}}\n{{/items}}\n\nb") ==
          "- bank statements\n- documents\n- fee\n\nb\n");
    CHECK(filled("{{#has_items}}{{#items}}\n{{name}}\n{{/items}}{{/has_items}}\n{{! a note\n of two lines "
                 "}}\nb") == "bank statements\ndocuments\nfee\nb\n");
    CHECK(filled("\n\n\na\n\n\n  \nb\n-- \n\n") == "a\n\nb\n-- \n");
    CHECK(filled("a\r\nb") == "a\nb\n");
}

TEST_CASE("names in sections", "[letters]") {
    CHECK(filled("{{client}} {{{client}}} {{&client}} {{ client }}") ==
          "ООО «Неуловимый» ООО «Неуловимый» ООО «Неуловимый» ООО «Неуловимый»\n");
    CHECK(filled("{{#items}}{{name}}{{^amount}}, no money{{/amount}}; {{/items}}") ==
          "bank statements, no money; documents, no money; fee; \n");
    CHECK(filled("{{#clause}}({{clause}}){{/clause}}{{^warning}}none{{/warning}}{{warning.amount}}") ==
          "(п. 4.2)none\n");
    // a name that an item lacks isn't taken from around it
    const LetterCase one = letter_cases(Sort::reminder).at(8);
    const auto text = "Subject: x\n\n{{#warning}}{{#items}}[{{amount}}]{{/items}}{{/warning}}";
    CHECK(render_letter(text, one.letter, one.parties(Language::en)).text == "[]\n");
}

TEST_CASE("the documented names are the names that work", "[letters]") {
    for (const TemplateName& name : template_names()) {
        CAPTURE(name.name);
        CHECK_FALSE(name.meaning.empty());
        const auto dot = name.name.find('.');
        std::string body = "{{#" + name.name.substr(0, dot) + "}}";
        if (dot != std::string::npos) {
            const std::string inner = name.name.substr(dot + 1);
            body += "{{#" + inner + "}}{{/" + inner + "}}";
        }
        const std::string whole = start + body + "{{/" + name.name.substr(0, dot) + "}}";
        CHECK(std::any_of(all_sorts_of_letters.begin(), all_sorts_of_letters.end(), [&](Sort sort) {
            const Faults found = check_template(whole, sort, Language::en);
            return std::none_of(found.begin(), found.end(),
                                [](const std::string& fault) { return fault.starts_with("line "); });
        }));
    }
}

TEST_CASE("a section that a letter of the sort never has is refused", "[letters]") {
    const auto fault = [](const std::string& section, Sort sort) {
        const Faults all =
            check_template(start + "{{#" + section + "}}{{/" + section + "}}", sort, Language::en);
        return std::find(all.begin(), all.end(),
                         "line 3: \"{{#" + section + "}}\" is never there in a letter of this sort") !=
               all.end();
    };
    CHECK(fault("withheld", Sort::reminder));
    CHECK(fault("pause.resuming", Sort::reminder));
    CHECK(fault("warning", Sort::suspension));
    CHECK(fault("catch_up", Sort::part_payment));
    CHECK(fault("received", Sort::reinstatement));
    CHECK_FALSE(fault("received", Sort::withdrawal));
    CHECK_FALSE(fault("withheld", Sort::suspension));
    CHECK_FALSE(fault("items", Sort::withdrawal));
    // What was kept before is used as it is.
    const LetterCase one = letter_cases(Sort::reminder).front();
    CHECK(render_letter(start + "a{{#withheld}}b{{/withheld}}", one.letter, one.parties(Language::en)).text ==
          "a\n");
}
