// SPDX-License-Identifier: MIT
#include "tracker/exchange/kind_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "tracker/base/error.hpp"
#include "tracker/base/keyboard.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

struct RussianWord {
    std::string_view word;  // as fold() leaves it
    Kind kind;
};
constexpr std::array<RussianWord, 6> russian_words{{{"выписка", kinds::statement},
                                                    {"документы", kinds::documents},
                                                    {"зарплата", kinds::salary},
                                                    {"аванс", kinds::advance},
                                                    {"оплата", kinds::payment},
                                                    {"начисление", kinds::charge}}};

}  // namespace

std::optional<Kind> kind_of_word(std::string_view text) {
    const std::string wanted = fold(text);
    for (const RussianWord& one : russian_words)
        if (one.word == wanted) return one.kind;
    return std::nullopt;
}

bool KindNames::has(std::string_view slug) const {
    return std::find(slugs_.begin(), slugs_.end(), slug) != slugs_.end();
}

std::optional<Kind> KindNames::titled(const std::string& title) const {
    std::vector<std::string> found;
    for (const DutyKind& kind : catalogue_.kinds())
        if (has(kind.kind.text()) && fold(kind.title_ru) == title) found.emplace_back(kind.kind.text());
    if (found.size() > 1)
        throw NotFoundError(fmt::format("several kinds are called '{}': write {}", printable(title),
                                        fmt::join(found, " or ")));
    return found.empty() ? std::nullopt : std::optional(Kind{found.front()});
}

std::optional<Kind> KindNames::meant(const std::string& text) const {
    const std::string wanted = fold(text);
    if (has(wanted)) return Kind{wanted};
    const auto word = kind_of_word(wanted);
    if (word && has(word->text())) return word;
    if (has_cyrillic(wanted))
        if (const auto kind = titled(wanted)) return kind;
    const std::string other = fold(in_other_layout(text));
    if (has(other)) return Kind{other};
    const auto other_word = kind_of_word(other);
    return other_word && has(other_word->text()) ? other_word : std::nullopt;
}

std::vector<std::string> KindNames::in_russian() const {
    std::vector<std::string> names;
    for (const RussianWord& one : russian_words)
        if (has(one.kind.text())) names.emplace_back(one.word);
    for (const DutyKind& kind : catalogue_.kinds())
        if (has(kind.kind.text()) && !kind.title_ru.empty()) names.push_back(printable(kind.title_ru));
    return names;
}

std::optional<std::string> KindNames::nearest(const std::string& text) const {
    return nearest_by_script(text, slugs_, in_russian());
}

}  // namespace tracker
