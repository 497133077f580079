// SPDX-License-Identifier: MIT
// Messages in a language: the sentences are in src/said/en.txt and ru.txt, what a language does to days,
// money, counts and names is here. Knows no screen: it breaks no line and aligns nothing.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "tracker/base/message.hpp"
#include "tracker/facts/client.hpp"
#include "tracker/facts/kind.hpp"

namespace tracker {

class Speech {
  public:
    /// The title of a kind that the catalogue of sentences has no name for; nothing if nobody described it.
    using Titles = std::function<std::optional<std::string>(Kind)>;

    explicit Speech(Language language, Titles titles = {})
        : language_(language), titles_(std::move(titles)) {}

    [[nodiscard]] Language language() const { return language_; }

    /// The sentence, with everything from outside made safe for a terminal. A sentence or a form that isn't
    /// there is a defect (std::logic_error): the tests find it.
    [[nodiscard]] std::string operator()(const Message& message) const;

    /// "2026-11-16"; "16.11.2026".
    [[nodiscard]] std::string day(Day day) const;
    /// "Monday", «Понедельник», as a line begins.
    [[nodiscard]] std::string_view weekday(Day day) const;
    /// "2026-09", "2026-Q3", "2026-H1", "2026"; «сентябрь 2026 г.», «III квартал 2026 г.», «I полугодие
    /// 2026 г.», «2026 год», which is also what follows «за». `form` is "", "genitive" («с сентября 2026
    /// г.»), "prepositional" («в сентябре 2026 г.») or "short" («09.2026», «III кв. 2026»).
    [[nodiscard]] std::string period(Span span, std::string_view form = "") const;
    /// "6000.00 RUB"; «6 000,00 ₽» with no-break spaces. `form` "grouped" also parts English thousands.
    [[nodiscard]] std::string sum(const Sum& sum, std::string_view form = "") const;
    /// The form of a word that goes with a number, of those between `|`: English has two ("day|days"),
    /// Russian three («день|дня|дней»).
    [[nodiscard]] std::string_view plural(std::int64_t number, std::string_view forms) const;
    /// "statements", else the slug; «банковские выписки», the title, else the slug. `form` "slug" is the slug
    /// itself, "label" the word at the beginning of a line, where the fee is the kind "payment".
    [[nodiscard]] std::string kind(Kind kind, std::string_view form = "") const;
    /// "statements for 2026-10", «банковские выписки за октябрь 2026 г.», «6-НДФЛ за 9 месяцев 2026 г.».
    /// `form` "label" is that for the beginning of a line, in short: "statements 2026-10", «6-НДФЛ за 9 мес.
    /// 2026».
    [[nodiscard]] std::string item(const Item& item, std::string_view form = "") const;
    /// What quarters report together from the year's beginning on: «9 месяцев 2026 г.» of the third; of other
    /// periods the period itself. In Russian; `form` is "" or "short".
    [[nodiscard]] std::string so_far(Span span, std::string_view form = "") const;
    /// "1st", "22nd", "13th"; «1», which Russian sentences end themselves.
    [[nodiscard]] std::string ordinal(std::int64_t number) const;
    /// The name of a value that columns write as a word: "paused", «приостановлено». The word itself where
    /// the language has none.
    [[nodiscard]] std::string word(std::string_view word) const;
    /// The heading of a column: its name, «должник».
    [[nodiscard]] std::string heading(std::string_view column) const;

  private:
    /// The text of a message's sentence.
    [[nodiscard]] std::string_view text_of(const Message& message) const;
    [[nodiscard]] std::string find_name(Kind kind, bool label) const;

    Language language_;
    Titles titles_;
    // A long screen says few sentences and few kinds, thousands of times.
    mutable std::unordered_map<std::string_view, std::string_view> found_;  ///< by names, which are literals
    mutable std::map<std::pair<Kind, bool>, std::string> named_;            ///< whether at a line's beginning
};

}  // namespace tracker
