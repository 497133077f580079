// SPDX-License-Identifier: MIT
#include "tracker/exchange/demo.hpp"

#include <algorithm>
#include <array>

#include "data/embedded.hpp"
#include "tracker/base/csv.hpp"
#include "tracker/exchange/import_file.hpp"

namespace tracker {
namespace {

/// The month in which the embedded practice's story happens; on the 20th of it, the client turns up.
constexpr Period story{2026 * 12 + 10};
constexpr int day_of_the_demand = 20;

Day shifted(Day day, int months) {
    const date::year_month_day civil{day};
    return day_in(period_of(day) + months, static_cast<int>(static_cast<unsigned>(civil.day())));
}

/// The file with every date and period moved by whole months, without rows dated after today.
std::string moved(std::string_view text, const std::string& file, int months, Day today) {
    std::string out;
    std::size_t date_column = std::string::npos;
    bool header = true;
    read_csv(text, file, [&](CsvRow&& row) {
        if (header) {
            const auto found = std::find(row.cells.begin(), row.cells.end(), "date");
            if (found != row.cells.end()) date_column = static_cast<std::size_t>(found - row.cells.begin());
        }
        for (std::size_t i = 0; !header && i < row.cells.size(); ++i) {
            std::string& cell = row.cells[i];
            if (const auto day = parse_day(cell)) {
                const Day new_day = shifted(*day, months);
                if (i == date_column && new_day > today) return;
                cell = format(new_day);
            } else if (const auto period = parse_period(cell)) {
                cell = format(*period + months);
            }
        }
        header = false;
        append_csv_row(out, row.cells);
    });
    return out;
}

}  // namespace

void fill_demo(Session& session) {
    static constexpr std::array files{"clients",     "contracts", "terms",      "schedule",
                                      "fulfilments", "payments",  "charges",    "credits",
                                      "extensions",  "waivers",   "suspensions"};
    const Day today = session.today();
    const int months = period_of(today - days{day_of_the_demand - 1}) - story;
    std::size_t facts = 0;
    session.begin_change();
    for (const char* what : files) {
        const std::string file = fmt::format("demo/{}.csv", what);
        facts += import_csv(session, what, moved(embedded(file), file, months, today), file, false).taken;
    }
    session.end_change();
    session.say("filled with a practice of {} facts: see 'tracker due', then 'tracker why neulovimy'", facts);
}

}  // namespace tracker
