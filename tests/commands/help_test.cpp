// SPDX-License-Identifier: MIT
// The help pages in both languages: whole, in the language that is asked for, and without a word of the
// other.
#include <algorithm>
#include <regex>
#include <set>

#include "../catch.hpp"
#include "commands/find_command.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/lines.hpp"
#include "tracker/base/text.hpp"
#include "tracker/commands/program.hpp"
#include "tracker/said/catalogue.hpp"

namespace tracker {
namespace {

constexpr int columns = 80;
constexpr std::size_t names_columns = 32;

std::string help(std::vector<std::string> words, const std::string& locale = "") {
    World world;
    world.locale = locale;
    words.emplace_back("--help");
    return run_program(words, world).out;
}

std::vector<std::string> words_of(std::string_view name) {
    const auto space = name.find(' ');
    if (space == std::string_view::npos) return {std::string(name)};
    return {std::string(name.substr(0, space)), std::string(name.substr(space + 1))};
}

std::string page_of(const Command& command, const std::string& language) {
    std::vector<std::string> words = words_of(command.name);
    words.insert(words.end(), {"--lang", language});
    return help(words);
}

/// A page without its examples, and these.
struct Page {
    std::vector<std::string> lines, examples;
};

Page russian_page(const Command& command) {
    const std::string text = page_of(command, "ru");
    Page page;
    bool examples = false;
    for (LineReader lines(text); lines.next();) {
        (examples ? page.examples : page.lines).emplace_back(lines.line());
        examples = examples || lines.line() == "Примеры:";
    }
    return page;
}

/// An argument or option of a page: its names with the word for the value, and what is said of it.
struct Entry {
    std::string names, text;
};

std::vector<Entry> entries_of(const Page& page) {
    std::vector<Entry> entries;
    const std::string indent(names_columns, ' ');
    for (const std::string& line : page.lines) {
        if (line.starts_with(indent)) {
            REQUIRE_FALSE(entries.empty());
            entries.back().text += ' ' + line.substr(names_columns);
        } else if (line.starts_with("  ")) {
            const auto end = std::min(line.find("  ", 2), line.size());
            entries.push_back({line.substr(2, end - 2), line.substr(end)});
        }
    }
    return entries;
}

std::set<std::string> latin_words(std::string text) {
    static const std::regex options("(^|[^A-Za-z])--?[a-z][a-z-]*");
    static const std::regex word("[A-Za-z][A-Za-z-]*");
    text = std::regex_replace(text, options, "$1");
    return {std::sregex_token_iterator(text.begin(), text.end(), word), std::sregex_token_iterator()};
}

/// What a Russian page may write in Latin letters: what is typed or read so.
void check_russian(const std::string& text, std::set<std::string> may_be = {}) {
    static const std::set<std::string> same_in_both{
        "tracker", "N",
        // formats, files, places
        "CSV", "csv", "json", "table", "Excel", "eml", "TRACKER", "DB", "db", "local", "share", "example",
        "org", "invalid", "T", "RUB", "a-z",
        // days, periods, kinds, sets
        "today", "yesterday", "this", "last", "d", "w", "Q", "demand",
        // values of options
        "auto", "always", "never", "none", "ru", "en", "email", "phone", "messenger", "post", "person",
        // what is imported, exported, and written in letters
        "clients", "contracts", "schedule", "fulfilments", "payments", "obligations", "balances", "intervals",
        "changes", "reminder", "suspension", "part-payment", "reinstatement", "withdrawal"};
    may_be.insert(same_in_both.begin(), same_in_both.end());
    for (const std::string& word : latin_words(text)) {
        INFO(text << ": " << word);
        CHECK(may_be.contains(word));
    }
}

}  // namespace

TEST_CASE("each command has its page in both languages", "[commands]") {
    for (const Command& command : all_commands()) {
        INFO(command.name);
        const std::string english = page_of(command, "en");
        const std::string russian = page_of(command, "ru");
        CHECK(english.find(fmt::format("\nusage: tracker {} ", command.name)) != std::string::npos);
        CHECK(english.find(fmt::format("\nalso: {}", command.russian)) != std::string::npos);
        CHECK(russian.find(fmt::format("\nиспользование: tracker {} ", command.russian)) !=
              std::string::npos);
        CHECK(russian.find(fmt::format("\nтакже: {}", command.name)) != std::string::npos);
        const auto lines = [](const std::string& page) { return std::count(page.begin(), page.end(), '\n'); };
        CHECK(lines(russian) >= lines(english));
    }
}

TEST_CASE("the Russian pages fit a terminal, and say something of each option", "[commands]") {
    const std::string all = help({"--lang", "ru"});
    for (LineReader lines(all); lines.next();) {
        INFO(lines.line());
        CHECK(width(lines.line()) <= columns);
    }
    for (const Command& command : all_commands()) {
        const Page page = russian_page(command);
        for (const std::string& line : page.lines) {
            INFO(command.name << ": " << line);
            CHECK(width(line) <= columns);
        }
        for (const Entry& entry : entries_of(page)) {
            INFO(command.name << ": " << entry.names);
            CHECK_FALSE(after_blanks(entry.text).empty());
        }
    }
}

TEST_CASE("the Russian pages are Russian", "[commands]") {
    const std::string all = help({"--lang", "ru"});
    for (const Command& command : all_commands()) {
        INFO(command.name);
        CHECK(all.find(fmt::format("  {}  {}", pad_right(command.russian, 17), command.name)) !=
              std::string::npos);
        const Page page = russian_page(command);
        check_russian(page.lines.front());
        std::string headings;
        for (std::size_t at = 1; at < page.lines.size(); ++at)
            if (!page.lines[at].starts_with("  ") && !page.lines[at].starts_with("также: "))
                headings += page.lines[at] + '\n';
        std::set<std::string> values;  // "sent|unsent", but no word in capitals
        for (const std::string& word : latin_words(std::string(command.synopsis)))
            if (word == fold(word)) values.insert(word);
        check_russian(headings, values);
        for (const Entry& entry : entries_of(page)) {
            std::set<std::string> own = latin_words(entry.names);
            for (const std::string& word : own) CHECK((word == fold(word) || word == "N"));
            check_russian(entry.text, own);
        }
    }
    std::string notes = all.substr(all.rfind("\n\n"));
    CHECK(notes.find("--help") != std::string::npos);
    check_russian(notes);
}

TEST_CASE("examples on Russian pages are typed in Russian and mean the same", "[commands]") {
    static const std::regex quoted("'[^']*'");
    std::set<std::string> own_texts;
    for (const Command& command : all_commands()) {
        const Page page = russian_page(command);
        CHECK_FALSE(page.examples.empty());
        for (std::string example : page.examples) {
            INFO(example);
            REQUIRE(example.starts_with("  tracker "));
            const std::string rest = example.substr(10) + "  ";
            const auto end = rest.find(' ');
            const auto next = rest.find(' ', end + 1);
            const FoundCommand found =
                find_command(rest.substr(0, end), rest.substr(end + 1, next - end - 1));
            CHECK(found.command == &command);
            for (std::sregex_iterator at(example.begin(), example.end(), quoted), none; at != none; ++at) {
                own_texts.insert(at->str());
                CHECK(latin_words(at->str()).empty());
            }
        }
    }
    for (LineReader lines(catalogue(Language::ru)); lines.next();) {
        const std::string line(lines.line());
        INFO(line);
        if (line.starts_with("example."))
            CHECK(own_texts.contains('\'' + line.substr(line.find(" = ") + 3) + '\''));
    }
}

TEST_CASE("help speaks the language of --lang, else of the locale", "[commands]") {
    const std::string russian = help({"--lang", "ru"});
    const std::string english = help({"--lang", "en"});
    CHECK(english.starts_with("tracker says what is due"));
    CHECK(russian != english);
    CHECK(help({}) == english);
    CHECK(help({}, "de_DE.UTF-8") == english);
    CHECK(help({}, "ru_RU.UTF-8") == russian);
    CHECK(help({"--lang=ru"}) == russian);
    CHECK(help({"--lang", "en"}, "ru_RU.UTF-8") == english);
    CHECK(help({"due"}, "ru_RU.UTF-8") == help({"--lang", "ru", "сегодня"}));
    World world;
    world.locale = "ru_RU";
    CHECK(run_program({}, world).out == russian);
    CHECK(run_program({"help"}, world).out == russian);
    for (const char* wrong : {"de", "", "--help"})
        CHECK_THROWS_WITH(help({"--lang", wrong}), fmt::format("--lang '{}' is not ru or en", wrong));
    CHECK_THROWS_AS(help({"due", "--lang=de"}), InputError);
}

}  // namespace tracker
