// SPDX-License-Identifier: MIT
// Values as Excel saves them again.
#include <array>
#include <string>

#include "tracker/exchange/fact_columns.hpp"

namespace tracker {

std::optional<Period> period_of_sheet(std::string_view text) {
    constexpr std::array<std::string_view, 12> months{"янв", "фев", "мар", "апр", "май", "июн",
                                                      "июл", "авг", "сен", "окт", "ноя", "дек"};
    if (const auto day = parse_day(text); day && first_day(period_of(*day)) == *day) return period_of(*day);
    const std::string folded = fold(text);
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (!folded.starts_with(months[i])) continue;
        const std::string_view rest = std::string_view(folded).substr(months[i].size());
        if (rest.size() != 3 || (rest[0] != '.' && rest[0] != ' ' && rest[0] != '-')) return std::nullopt;
        return parse_period(fmt::format("20{}-{:02}", rest.substr(1), i + 1));
    }
    return std::nullopt;
}

std::string_view amount_of_sheet(std::string_view text) {
    for (const std::string_view unit : {"₽", "руб.", "руб", "р."}) {
        if (!text.ends_with(unit)) continue;
        text.remove_suffix(unit.size());
        for (const std::string_view blank : {" ", "\u00a0", "\u202f"}) {
            if (text.ends_with(blank)) text.remove_suffix(blank.size());
        }
        return text;
    }
    return text;
}

}  // namespace tracker
