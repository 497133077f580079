// SPDX-License-Identifier: MIT
// Which of many phrases stand in a text, against a look for each of them.
#include "tracker/base/phrases.hpp"

#include <algorithm>

#include "../rules/property.hpp"

namespace tracker {
namespace {

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (c == ' ' || c == '/' || c == '-') {
            words.emplace_back();
        } else {
            words.back() += c;
        }
    }
    std::erase(words, "");
    return words;
}

struct Phrase {
    std::string text;
    std::size_t value;
};

std::vector<std::size_t> look_for_each(const std::vector<Phrase>& phrases, const std::string& text,
                                       std::size_t most) {
    std::vector<std::size_t> values;
    for (const std::string& word : words_of(text)) {
        for (const Phrase& phrase : phrases) {
            const auto words = words_of(phrase.text);
            const bool known = std::find(values.begin(), values.end(), phrase.value) != values.end();
            if (values.size() == most || known || words.empty() || words.front() != word) continue;
            if (stands_in(phrase.text, text)) values.push_back(phrase.value);
        }
    }
    return values;
}

std::string any_text() {
    return *rc::gen::container<std::string>(rc::gen::element('1', '2', 'a', '/', '-', ' '));
}

}  // namespace

TEST_CASE("phrases are found in order of their first words, then as they were added", "[base]") {
    Phrases phrases;
    phrases.add("7/26", 1);
    phrases.add("7", 2);
    phrases.add("7/26-н", 3);
    phrases.add("ромашка плюс", 4);
    phrases.add("ромашка", 5);
    const auto in = [&](std::string_view text) { return phrases.in(text, 9); };
    CHECK(in("ромашка плюс по договору 7/26") == std::vector<std::size_t>{4, 5, 1});
    CHECK(in("7/26-н") == std::vector<std::size_t>{3});
    CHECK(in("по договору 17/26").empty());
    CHECK(phrases.in("ромашка плюс, 7", 2) == std::vector<std::size_t>{4, 5});
}

TEST_CASE("phrases are found as by looking for each", "[base][property]") {
    holds_for_all(5, [] {
        std::vector<Phrase> given;
        Phrases phrases;
        const int number = *rc::gen::inRange(0, 20);
        for (int i = 0; i < number; ++i) {
            given.push_back({any_text(), *rc::gen::inRange<std::size_t>(0, 6)});
            phrases.add(given.back().text, given.back().value);
        }
        const std::string text = any_text() + ' ' + any_text();
        const std::size_t most = *rc::gen::inRange<std::size_t>(1, 7);
        RC_ASSERT(phrases.in(text, most) == look_for_each(given, text, most));
    });
}

}  // namespace tracker
