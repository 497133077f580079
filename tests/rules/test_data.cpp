// SPDX-License-Identifier: MIT
// Reading of the tests' files, plainly and with its own means.
#include "test_data.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace tracker {

std::vector<std::vector<std::string>> read_rows(const std::string& path) {
    std::ifstream file{std::string(TRACKER_SOURCE_DIR) + "/" + path};
    if (!file) throw std::runtime_error("can't read " + path);
    std::vector<std::vector<std::string>> rows;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::istringstream cells{line};
        std::string cell;
        rows.emplace_back();
        while (std::getline(cells, cell, ',')) rows.back().push_back(cell);
    }
    return rows;
}

std::vector<Holiday> russian_holidays() {
    std::vector<Holiday> holidays;
    for (const char* year : {"2023", "2024", "2025", "2026", "2027"})
        for (const auto& row : read_rows(std::string("src/data/calendars/ru-") + year + ".csv")) {
            const HolidayKind kind = row.at(1) == "holiday"   ? HolidayKind::holiday
                                     : row.at(1) == "workday" ? HolidayKind::workday
                                                              : HolidayKind::short_day;
            holidays.push_back({{}, on(row.at(0)), kind, row.at(2)});
        }
    return holidays;
}

Day on(std::string_view text) {
    return parse_day(text).value();
}

Period in(std::string_view text) {
    return parse_period(text).value();
}

}  // namespace tracker
