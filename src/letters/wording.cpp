// SPDX-License-Identifier: MIT
#include "letters/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "tracker/base/text.hpp"
#include "tracker/said/catalogue.hpp"
#include "tracker/said/titles.hpp"

namespace tracker {
namespace {

constexpr std::string_view no_break_space = "\u00a0";

using MonthNames = std::array<std::string_view, 12>;
constexpr MonthNames english_months{"January", "February", "March",     "April",   "May",      "June",
                                    "July",    "August",   "September", "October", "November", "December"};

std::string replaced(std::string_view text, std::string_view what, std::string_view by) {
    std::string out;
    for (auto at = text.find(what); at != std::string_view::npos; at = text.find(what)) {
        out.append(text.substr(0, at)).append(by);
        text.remove_prefix(at + what.size());
    }
    return out.append(text);
}

}  // namespace

std::string Wording::day(Day day) const {
    if (language_ == Language::ru) return speech_.day(day);
    const date::year_month_day date{day};
    const auto month = static_cast<unsigned>(date.month());
    const auto number = static_cast<unsigned>(date.day());
    const auto year = static_cast<int>(date.year());
    return fmt::format("{} {} {}", number, english_months[month - 1], year);
}

std::string Wording::period(Period period, Months months) const {
    if (language_ == Language::ru) return speech_.period(span_of(period, months));
    const int length = months.reported();
    const auto nth = period.month() / static_cast<unsigned>(length);
    switch (length) {
        case 12:
            return std::to_string(period.year());
        case 6:
            return fmt::format("H{} {}", nth, period.year());
        case 3:
            return fmt::format("Q{} {}", nth, period.year());
        default:
            return fmt::format("{} {}", english_months[period.month() - 1], period.year());
    }
}

std::string Wording::amount(Money amount, const std::string& currency) const {
    const std::string grouped = format_grouped(amount);
    const std::string code = printable(currency);
    if (language_ == Language::en)
        return fmt::format("{}{}{}", code, no_break_space, replaced(grouped, no_break_space, ","));
    return fmt::format("{}{}{}", replaced(grouped, ".", ","), no_break_space, code == "RUB" ? "руб." : code);
}

std::string Wording::days(int n) const {
    return speech_(Message("letters.days", {{"days", n}}));
}

std::string Wording::resumption(int working_days) const {
    return speech_(Message("letters.resumption", {{"days", working_days}}));
}

std::string Wording::kind(Kind kind, Period period, Day due) const {
    if (is_own(kind)) return printable(*catalogue_->title_of(kind, language_));
    if (kind == kinds::payment && due <= last_day(period)) return speech_(Message("letters.fee-in-advance"));
    if (const auto name = sentence(language_, fmt::format("letter-kind.{}", kind.text())))
        return std::string(*name);
    if (catalogue_) {
        if (auto title = catalogue_->title_of(kind, language_)) return mid_sentence(printable(*title));
    }
    std::string words(kind.text());
    std::replace(words.begin(), words.end(), '-', ' ');
    return words;
}

bool Wording::is_own(Kind kind) const {
    return catalogue_ && catalogue_->is_own(kind);
}

std::string Wording::so_far(Period period, Months months) const {
    if (language_ == Language::ru) return speech_.so_far(span_of(period, months));
    const unsigned month = period.month();
    if (months.reported() != 3 || month == 3 || month == 12) return this->period(period, months);
    return fmt::format("{} of {}", month == 6 ? "the half-year" : "9 months", period.year());
}

std::string Wording::item(const Obligation& item, bool is_debt) const {
    const std::string name = kind(item.kind, item.period, item.due);
    const bool own = is_own(item.kind);
    if (item.kind == kinds::charge) return own ? name : speech_(Message("letters.charge"));
    const std::string said = period(item.period, item.months);
    if (is_debt && !own) return speech_(Message("letters.debt", {{"period", said}}));
    return title_of_period(name, {said, so_far(item.period, item.months), item.period.year()}, language_);
}

std::string Wording::papers(Kind kind, const std::vector<Period>& months, Day due) const {
    std::vector<std::string> said;
    for (const Period month : months) said.push_back(period(month, Months{}));
    const std::string all = enumerated(said, language_ == Language::ru ? " и " : " and ");
    return title_of_period(this->kind(kind, months.front(), due), {all, all, months.back().year()},
                           language_);
}

}  // namespace tracker
