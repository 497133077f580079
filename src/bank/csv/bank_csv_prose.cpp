// SPDX-License-Identifier: MIT
// What the lines above the headings say: the account and the days. Takes nothing that could be another.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "bank/csv/bank_csv_values.hpp"
#include "tracker/base/lines.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

constexpr std::size_t account_digits = 20;

/// "3 ноября 2026": the months in the genitive, folded, as far as they differ.
constexpr std::array<std::string_view, 12> months{"январ", "феврал", "март",   "апрел",  "ма",  "июн",
                                                  "июл",   "август", "сентяб", "октябр", "ноя", "декабр"};

std::optional<Day> worded_day(std::string_view day, std::string_view rest) {
    if (day.size() > 2 || !rest.starts_with(' ')) return std::nullopt;
    rest = trimmed(rest);
    const auto month = rest.substr(0, rest.find(' '));
    const auto year = trimmed(rest.substr(month.size())).substr(0, 4);
    if (year.size() != 4 || year.find_first_not_of(digits) != std::string_view::npos) return std::nullopt;
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (!month.starts_with(months[i])) continue;
        const auto two = [](const std::string& text) { return text.size() < 2 ? "0" + text : text; };
        return parse_day(std::string(year) + "-" + two(std::to_string(i + 1)) + "-" + two(std::string(day)));
    }
    return std::nullopt;
}

/// The dates of the line, in its order.
std::vector<Day> days_of(std::string_view line) {
    std::vector<Day> found;
    for (auto at = line.find_first_of(digits); at != std::string_view::npos;
         at = line.find_first_of(digits, at)) {
        const auto number = line.substr(at, std::min(line.find_first_not_of(digits, at), line.size()) - at);
        auto day = read_bank_day(line.substr(at, 10));
        const auto size = day ? std::size_t{10} : number.size();
        if (!day) day = worded_day(number, line.substr(at + number.size()));
        if (day) found.push_back(*day);
        at += size;
    }
    return found;
}

/// Whether the dates of the folded line can be those of a statement, not of a contract or a licence.
bool speaks_of_range(std::string_view line) {
    constexpr std::array<std::string_view, 5> words{"период", "выписка", "statement", "from ", "period"};
    return line.starts_with("с ") || std::any_of(words.begin(), words.end(), [&](std::string_view word) {
               return line.find(word) != std::string_view::npos;
           });
}

void add_accounts(std::vector<std::string>& accounts, std::string_view line) {
    for (auto at = line.find_first_of(digits); at != std::string_view::npos;
         at = line.find_first_of(digits, at)) {
        const auto end = std::min(line.find_first_not_of(digits, at), line.size());
        const auto number = line.substr(at, end - at);
        const bool of_bank = number.starts_with("301");  // a correspondent account
        if (number.size() == account_digits && !of_bank &&
            std::find(accounts.begin(), accounts.end(), number) == accounts.end()) {
            accounts.emplace_back(number);
        }
        at = end;
    }
}

}  // namespace

BankProse read_bank_prose(std::string_view text) {
    BankProse prose;
    std::vector<std::string> accounts;
    LineReader lines(text);
    while (lines.next()) {
        auto line = fold(lines.line());
        for (auto& c : line) {
            if (std::string_view(";,\t\"'").find(c) != std::string_view::npos) c = ' ';
        }
        add_accounts(accounts, line);
        if (prose.until || !speaks_of_range(trimmed(line))) continue;
        const auto word = line.find("период");  // what stands before it may be the day of the export
        const auto days = days_of(std::string_view(line).substr(word == std::string::npos ? 0 : word));
        if (days.size() != 2) continue;
        prose.from = days[0];
        prose.until = days[1];
        prose.line = lines.number();
    }
    if (accounts.size() == 1) prose.account = accounts[0];
    return prose;
}

}  // namespace tracker
