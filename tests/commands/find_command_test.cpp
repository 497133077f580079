// SPDX-License-Identifier: MIT
// From words to commands, in both languages.
#include "commands/find_command.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "../catch.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/keyboard.hpp"
#include "tracker/base/text.hpp"
#include "tracker/commands/program.hpp"

namespace tracker {
namespace {

std::string found(const std::string& first, const std::string& next = "") {
    try {
        const FoundCommand one = find_command(first, next);
        return fmt::format("{}/{}/{}", one.command->name, one.words, one.argument);
    } catch (const InputError& error) {
        return error.what();
    }
}

/// The words of a name: two, or one and nothing.
std::pair<std::string, std::string> words_of_name(std::string_view name) {
    const auto space = name.find(' ');
    if (space == std::string_view::npos) return {std::string(name), ""};
    return {std::string(name.substr(0, space)), std::string(name.substr(space + 1))};
}

std::string upper(const std::string& text) {
    std::string keys = in_other_layout(text);  // Latin letters, whose capitals are known to all
    for (char& c : keys) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return in_other_layout(keys);
}

}  // namespace

TEST_CASE("each command has a Russian name of its own", "[commands]") {
    std::map<std::string, int> names;
    for (const Command& command : all_commands()) {
        INFO(command.name);
        CHECK(std::count(command.russian.begin(), command.russian.end(), ' ') <= 1);
        const auto [first, next] = words_of_name(command.russian);
        CHECK(has_cyrillic(first));
        CHECK((next.empty() || has_cyrillic(next)));
        CHECK_FALSE(has_cyrillic(command.name));
        ++names[fold(command.russian)];
        ++names[std::string(command.name)];
        if (!command.shortcut.russian.empty()) ++names[fold(command.shortcut.russian)];
    }
    for (const auto& [name, times] : names) {
        INFO(name);
        CHECK(times == 1);
        CHECK_FALSE(asks_for_help(name));
    }
    CHECK(names.size() > 2 * all_commands().size());
}

TEST_CASE("no word begins a name of two words and is a name by itself in Russian", "[commands]") {
    std::set<std::string> first_words;
    for (const Command& command : all_commands()) {
        const auto [first, next] = words_of_name(command.russian);
        if (!next.empty()) first_words.insert(fold(first));
    }
    for (const Command& command : all_commands()) CHECK_FALSE(first_words.contains(fold(command.russian)));
}

TEST_CASE("a command is found by either name, in any case, and in the other layout", "[commands]") {
    for (const Command& command : all_commands()) {
        for (const std::string_view name : {command.name, command.russian}) {
            const auto [first, next] = words_of_name(name);
            const std::string expected = fmt::format("{}/{}/", command.name, next.empty() ? 1 : 2);
            INFO(name);
            CHECK(found(first, next) == expected);
            CHECK(found(in_other_layout(first), in_other_layout(next)) == expected);
        }
        const auto [first, next] = words_of_name(command.russian);
        CHECK(found(upper(first), next) == found(first, next));
        CHECK(found(fold(first), fold(next)) == found(first, next));
    }
}

TEST_CASE("the words behind a name are left alone", "[commands]") {
    CHECK(found("pay", "romashka") == "pay/1/");
    CHECK(found("оплата", "ромашка") == "pay/1/");
    CHECK(found("letters", "show") == "letters show/2/");
    CHECK(found("letters", "romashka") == "letters/1/");
    CHECK(found("СЧЕТ", "закрыть") == "account close/2/");
    CHECK(found("выписка", "ноябрь.txt") == "import/1/payments");
    CHECK(found("dsgbcrf", "november.txt") == "import/1/payments");
}

TEST_CASE("a mistyped command gets the nearest in the script that was typed", "[commands]") {
    CHECK(found("statsu") == "there is no command 'statsu': did you mean 'status'?");
    CHECK(found("сегондя") == "there is no command 'сегондя': did you mean 'сегодня'?");
    CHECK(found("должник") == "there is no command 'должник': did you mean 'должники'?");
    CHECK(found("contarct", "end") == "there is no command 'contarct': did you mean 'contract end'?");
    CHECK(found("догвор", "добавить") == "there is no command 'догвор': did you mean 'договор добавить'?");
    CHECK(found("выпсика") == "there is no command 'выпсика': did you mean 'выписка'?");
    CHECK(found("щмукгу") == "there is no command 'щмукгу': did you mean 'overdue'?");
    CHECK(found("ctujlbz") == "there is no command 'ctujlbz': did you mean 'сегодня'?");
    CHECK(found("абырвалг") == "there is no command 'абырвалг': see 'tracker --help'");
    CHECK(found("frobnicate") == "there is no command 'frobnicate': see 'tracker --help'");
}

TEST_CASE("half a name gets the commands about that thing", "[commands]") {
    CHECK(found("client") ==
          "'client' is not a whole command: client add, client edit, client list, client show");
    CHECK(found("клиент") ==
          "'клиент' is not a whole command: клиент добавить, клиент изменить, клиенты, клиент показать");
    CHECK(found("Счет", "убрат") ==
          "'Счет' is not a whole command: счета, счёт добавить, счёт закрыть, счёт убрать");
}

TEST_CASE("the list of commands has both names, and fits a terminal", "[commands]") {
    const std::string page = help_page(Speech(Language::en));
    for (const Command& command : all_commands()) {
        INFO(command.name);
        CHECK(page.find(fmt::format("  {}  ", pad_right(command.name, 16)) + std::string(command.russian)) !=
              std::string::npos);
    }
    for (std::size_t at = 0; at < page.size();) {
        const auto end = page.find('\n', at);
        const std::string line = page.substr(at, end - at);
        INFO(line);
        CHECK(width(line) <= 80);
        at = end + 1;
    }
}

TEST_CASE("help is asked for in both languages", "[commands]") {
    for (const char* word : {"help", "справка", "Справка", "рудз", "cghfdrf"}) CHECK(asks_for_help(word));
    for (const char* word : {"helps", "due", "сегодня", ""}) CHECK_FALSE(asks_for_help(word));
}

}  // namespace tracker
