// SPDX-License-Identifier: MIT
#include "tracker/said/speech.hpp"

#include <fmt/format.h>

#include <array>
#include <stdexcept>

#include "tracker/base/text.hpp"
#include "tracker/facts/months.hpp"
#include "tracker/said/catalogue.hpp"
#include "tracker/said/titles.hpp"

namespace tracker {
namespace {

using MonthNames = std::array<std::string_view, 12>;
constexpr MonthNames nominative{"январь", "февраль", "март",     "апрель",  "май",    "июнь",
                                "июль",   "август",  "сентябрь", "октябрь", "ноябрь", "декабрь"};
constexpr MonthNames genitive{"января", "февраля", "марта",    "апреля",  "мая",    "июня",
                              "июля",   "августа", "сентября", "октября", "ноября", "декабря"};
constexpr MonthNames prepositional{"январе", "феврале", "марте",    "апреле",  "мае",    "июне",
                                   "июле",   "августе", "сентябре", "октябре", "ноябре", "декабре"};

/// Months that are reported together, so many: what Months::reported() says of them.
Months months_of(int reported) {
    return reported == 12  ? every::year
           : reported == 6 ? every::half_year
           : reported == 3 ? every::quarter
                           : every::month;
}

constexpr std::array<std::string_view, 5> roman{"", "I", "II", "III", "IV"};

std::string short_period(Span span, int year) {
    const unsigned month = span.period.month();
    switch (span.months) {
        case 12:
            return std::to_string(year);
        case 6:
            return fmt::format("{} пол. {}", roman[month / 6], year);
        case 3:
            return fmt::format("{} кв. {}", roman[month / 3], year);
        default:
            return fmt::format("{:02}.{}", month, year);
    }
}

std::string russian_period(Span span, std::string_view form) {
    const bool of = form == "genitive";
    const bool in = form == "prepositional";
    const int year = span.period.year();
    if (form == "short") return short_period(span, year);
    const std::size_t nth = span.period.month() / static_cast<unsigned>(span.months);
    switch (span.months) {
        case 12:
            return fmt::format("{} {}", year, of ? "года" : in ? "году" : "год");
        case 6:
            return fmt::format("{} {} {} г.", roman[nth],
                               of   ? "полугодия"
                               : in ? "полугодии"
                                    : "полугодие",
                               year);
        case 3:
            return fmt::format("{} {} {} г.", roman[nth],
                               of   ? "квартала"
                               : in ? "квартале"
                                    : "квартал",
                               year);
        default:
            return fmt::format("{} {} г.",
                               (of   ? genitive
                                : in ? prepositional
                                     : nominative)[span.period.month() - 1],
                               year);
    }
}

}  // namespace

std::string Speech::day(Day day) const {
    if (language_ == Language::en) return format(day);
    const date::year_month_day date{day};
    return fmt::format("{:02}.{:02}.{:04}", static_cast<unsigned>(date.day()),
                       static_cast<unsigned>(date.month()), static_cast<int>(date.year()));
}

std::string_view Speech::weekday(Day day) const {
    static constexpr std::array<std::string_view, 7> english{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                             "Thursday", "Friday", "Saturday"};
    static constexpr std::array<std::string_view, 7> russian{"Воскресенье", "Понедельник", "Вторник", "Среда",
                                                             "Четверг",     "Пятница",     "Суббота"};
    return (language_ == Language::ru ? russian : english)[date::weekday{day}.c_encoding()];
}

std::string Speech::period(Span span, std::string_view form) const {
    return language_ == Language::ru ? russian_period(span, form)
                                     : format(span.period, months_of(span.months));
}

std::string Speech::sum(const Sum& sum, std::string_view form) const {
    if (language_ == Language::en) {
        const std::string amount = form == "grouped" ? format_grouped(sum.amount) : format(sum.amount);
        return sum.currency.empty() ? amount : fmt::format("{} {}", amount, sum.currency);
    }
    std::string grouped = format_grouped(sum.amount);
    grouped.replace(grouped.find('.'), 1, ",");
    if (sum.currency.empty()) return grouped;
    return fmt::format("{}\u00a0{}", grouped, sum.currency == "RUB" ? "₽" : sum.currency);
}

std::string_view Speech::plural(std::int64_t number, std::string_view forms) const {
    const auto tens = (number < 0 ? -number : number) % 100;
    const auto ones = tens % 10;
    std::size_t nth = number == 1 ? 0 : 1;
    if (language_ == Language::ru) {
        nth = ones == 1 && tens != 11 ? 0 : ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? 1 : 2;
    }
    for (; nth > 0; --nth) {
        const auto end = forms.find('|');
        if (end == std::string_view::npos) throw std::logic_error("a form of a word is missing");
        forms.remove_prefix(end + 1);
    }
    return forms.substr(0, forms.find('|'));
}

std::string Speech::ordinal(std::int64_t number) const {
    if (language_ == Language::ru) return std::to_string(number);
    const auto tens = number % 100;
    const auto ones = tens > 10 && tens < 14 ? 0 : number % 10;
    return fmt::format("{}{}", number, ones == 1 ? "st" : ones == 2 ? "nd" : ones == 3 ? "rd" : "th");
}

std::string Speech::kind(Kind kind, std::string_view form) const {
    if (form == "slug") return std::string(kind.text());
    const std::pair key{kind, form == "label"};
    auto named = named_.find(key);
    if (named == named_.end()) named = named_.emplace(key, find_name(kind, key.second)).first;
    return named->second;
}

std::string Speech::find_name(Kind kind, bool label) const {
    std::string slug(kind.text());
    if (label) {
        if (const auto name = sentence(language_, "label." + slug)) return std::string(*name);
        if (language_ == Language::en) return slug;
    }
    if (const auto name = sentence(language_, "kind." + slug)) return std::string(*name);
    if (language_ != Language::en && titles_)
        if (const auto title = titles_(kind)) return mid_sentence(printable(*title));
    return slug;
}

std::string Speech::so_far(Span span, std::string_view form) const {
    const unsigned month = span.period.month();
    if (span.months != 3 || month == 3 || month == 12) return period(span, form);
    if (form == "short") return fmt::format("{} {}", month == 6 ? "полугодие" : "9 мес.", span.period.year());
    return fmt::format("{} {} г.", month == 6 ? "полугодие" : "9 месяцев", span.period.year());
}

std::string Speech::item(const Item& item, std::string_view form) const {
    const std::string name = kind(Kind{item.kind}, form);
    if (language_ == Language::en)
        return fmt::format("{}{}{}", name, form == "label" ? " " : " for ", period(item.span));
    const std::string_view brief = form == "label" ? "short" : "";
    return title_of_period(
        name, {period(item.span, brief), so_far(item.span, brief), item.span.period.year()}, language_);
}

std::string Speech::word(std::string_view word) const {
    return std::string(sentence(language_, "word." + std::string(word)).value_or(word));
}

std::string Speech::heading(std::string_view column) const {
    return std::string(sentence(language_, "column." + std::string(column)).value_or(column));
}

}  // namespace tracker
