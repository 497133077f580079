// SPDX-License-Identifier: MIT
// The sentences of both languages: each has its twin, which speaks of the same, and none has a flaw that
// would show only when it is said.
#include "tracker/said/catalogue.hpp"

#include <map>
#include <regex>
#include <set>

#include "../catch.hpp"
#include "tracker/base/lines.hpp"
#include "tracker/facts/facts.hpp"
#include "tracker/facts/letter.hpp"
#include "tracker/facts/words.hpp"
#include "tracker/rules/ledger_words.hpp"

namespace tracker {
namespace {

std::map<std::string, std::string> sentences(Language language) {
    std::map<std::string, std::string> all;
    for (LineReader lines(catalogue(language)); lines.next();) {
        const std::string line(lines.line());
        const auto sign = line.find(" = ");
        INFO(line);
        REQUIRE(sign != std::string::npos);
        CHECK(all.emplace(line.substr(0, sign), line.substr(sign + 3)).second);
    }
    return all;
}

/// Words, headings and names that a language takes from the data where it has no other, or from the command.
bool may_be_missing(const std::string& name) {
    static const std::set<std::string> prefixes{"word",  "column", "kind",    "label",
                                                "value", "option", "example", "letter-kind"};
    return prefixes.contains(name.substr(0, name.find('.')));
}

std::set<std::string> arguments(const std::string& text) {
    static const std::regex place(R"(\{([a-z_]+)[}:?!=])");
    std::set<std::string> names;
    for (std::sregex_iterator found(text.begin(), text.end(), place), end; found != end; ++found)
        names.insert((*found)[1]);
    return names;
}

/// The forms of counts: "day|days", "день|дня|дней".
std::vector<std::string> plurals(const std::string& text) {
    static const std::regex place(R"(\{[a-z_]+:=?([^{}?]*\|[^{}]*)\})");
    std::vector<std::string> forms;
    for (std::sregex_iterator found(text.begin(), text.end(), place), end; found != end; ++found)
        forms.push_back((*found)[1]);
    return forms;
}

}  // namespace

TEST_CASE("sentences stand in the order of their names, where the search looks for them", "[said]") {
    for (const Language language : {Language::ru, Language::en}) {
        std::string last;
        for (LineReader lines(catalogue(language)); lines.next();) {
            const std::string name(lines.line().substr(0, lines.line().find(" = ")));
            CHECK(last < name);
            last = name;
        }
        for (const auto& [name, text] : sentences(language)) CHECK(sentence(language, name) == text);
        for (const std::string_view absent : {"", "a", "due.", "due.item.", "zzz", "why.z"})
            CHECK_FALSE(sentence(language, absent));
    }
}

TEST_CASE("each sentence is there in both languages and speaks of the same", "[said]") {
    const auto russian = sentences(Language::ru);
    const auto english = sentences(Language::en);
    CHECK(russian.size() > 100);
    for (const auto& [name, text] : english) {
        if (may_be_missing(name)) continue;
        INFO(name);
        REQUIRE(russian.contains(name));
        CHECK(arguments(russian.at(name)) == arguments(text));
    }
    for (const auto& [name, text] : russian) {
        INFO(name);
        CHECK((may_be_missing(name) || english.contains(name)));
    }
}

TEST_CASE("braces are closed, and counts have all forms of their words", "[said]") {
    for (const Language language : {Language::ru, Language::en}) {
        for (const auto& [name, text] : sentences(language)) {
            INFO(name << " = " << text);
            CHECK(std::count(text.begin(), text.end(), '{') == std::count(text.begin(), text.end(), '}'));
            for (const std::string& forms : plurals(text))
                CHECK(std::count(forms.begin(), forms.end(), '|') == (language == Language::ru ? 2 : 1));
        }
    }
}

namespace {

template <class Enum>
void check_words() {
    for (const std::string_view word : words_of<Enum>) {
        INFO(word);
        CHECK(sentence(Language::ru, "word." + std::string(word)));
    }
}

}  // namespace

TEST_CASE("values that screens show as words have Russian names", "[said]") {
    check_words<Status>();
    check_words<Service>();
    check_words<Reason>();
    check_words<OwedBy>();
    check_words<Means>();
    for (const Kind kind :
         {kinds::statement, kinds::documents, kinds::salary, kinds::advance, kinds::payment, kinds::charge})
        CHECK(sentence(Language::ru, "kind." + std::string(kind.text())));
}

}  // namespace tracker
