// SPDX-License-Identifier: MIT
#include "tracker/base/clock.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string_view>

#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

/// "2026-11-20T09:00" and what follows it; nothing if the text doesn't begin so.
struct Moment {
    Day day{};
    int minute = 0;
    std::string_view rest;
};

std::optional<int> two_digits(std::string_view text, int below) {
    if (text.size() != 2 || text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9')
        return std::nullopt;
    const int value = (text[0] - '0') * 10 + (text[1] - '0');
    return value < below ? std::optional(value) : std::nullopt;
}

std::optional<Moment> read_moment(std::string_view text) {
    if (text.size() < 16 || (text[10] != 'T' && text[10] != ' ') || text[13] != ':') return std::nullopt;
    const auto day = parse_day(text.substr(0, 10));
    const auto hour = two_digits(text.substr(11, 2), 24);
    const auto minute = two_digits(text.substr(14, 2), 60);
    if (!day || !hour || !minute) return std::nullopt;
    return Moment{*day, *hour * 60 + *minute, text.substr(16)};
}

/// Where the C library looks for zones; empty where it is the usual place.
std::string own_zones() {
    const char* const folder = std::getenv("TZDIR");
    return folder ? folder : "";
}

void set_zone(const std::string& zone) {
    ::setenv("TZ", zone.c_str(), 1);
    ::tzset();
}

/// A zone whose file it can't make sense of the C library silently takes for UTC, and calls it by the letters
/// that the name begins with: "Europe".
bool is_understood(const std::string& zone) {
    const auto end = zone.find('/');
    if (end == std::string::npos) return true;
    set_zone(zone);
    return *::tzname[0] && zone.compare(0, end, ::tzname[0]) != 0;
}

void use_zone(const std::string& zone) {
    if (zone_exists(zone)) return set_zone(zone);
    throw InputError(
        fmt::format("the system doesn't know the time zone '{}': {}, or set another with 'tracker setting "
                    "time-zone Europe/Moscow'",
                    printable(zone), own_zones().empty() ? "install tzdata" : "look into $TZDIR"));
}

}  // namespace

std::int64_t read_clock() {
    const char* fixed = std::getenv("TRACKER_NOW");
    if (!fixed || !*fixed) {
        return std::chrono::duration_cast<std::chrono::seconds>(
                   std::chrono::system_clock::now().time_since_epoch())
            .count();
    }
    const auto moment = read_moment(fixed);
    std::optional<int> second = 0;
    std::string_view rest = moment ? moment->rest : "";
    if (rest.starts_with(':')) {
        second = two_digits(rest.substr(1, 2), 60);
        rest.remove_prefix(std::min<std::size_t>(3, rest.size()));
    }
    if (!moment || !second || rest != "Z") {
        throw InputError(
            fmt::format("TRACKER_NOW '{}' is not a time: write 2026-11-20T09:00:00Z", printable(fixed)));
    }
    return std::int64_t{to_int(moment->day)} * 86400 + std::int64_t{moment->minute} * 60 + *second;
}

bool zone_exists(const std::string& zone) {
    if (zone == "UTC") return true;
    if (zone.empty() || zone.front() == '/' || zone.find("..") != std::string::npos) return false;
    const std::string folder = own_zones().empty() ? "/usr/share/zoneinfo" : own_zones();
    errno = 0;
    std::ifstream file(std::filesystem::path(folder) / zone, std::ios::binary);
    if (!file && (errno == EMFILE || errno == ENFILE))
        throw DatabaseError(fmt::format("the time zone '{}' can't be read: {}: raise the limit (ulimit -n)",
                                        printable(zone), std::strerror(errno)));
    char magic[4] = {};
    const bool is_there = file.read(magic, sizeof magic) && std::string_view(magic, sizeof magic) == "TZif";
    return is_there && is_understood(zone);
}

Local in_zone(std::int64_t seconds, const std::string& zone) {
    use_zone(zone);
    const std::time_t time = seconds;
    std::tm civil{};
    ::localtime_r(&time, &civil);
    const date::year_month_day day{date::year{civil.tm_year + 1900},
                                   date::month{static_cast<unsigned>(civil.tm_mon + 1)},
                                   date::day{static_cast<unsigned>(civil.tm_mday)}};
    return {Day{day}, civil.tm_hour * 60 + civil.tm_min};
}

int zone_offset_minutes(std::int64_t seconds, const std::string& zone) {
    const Local there = in_zone(seconds, zone);
    const std::int64_t minutes = std::int64_t{to_int(there.day)} * 24 * 60 + there.minute_of_day;
    // Rounded down, as the minute of the day is.
    const std::int64_t utc = (seconds - ((seconds % 60) + 60) % 60) / 60;
    return static_cast<int>(minutes - utc);
}

std::int64_t from_zone(const std::string& text, const std::string& zone) {
    const auto moment = read_moment(text);
    if (!moment || !moment->rest.empty()) {
        throw InputError(fmt::format(
            "'{}' is neither a change number nor a time: write 57 or 2026-11-20T12:00", printable(text)));
    }
    use_zone(zone);
    const date::year_month_day day{moment->day};
    std::tm civil{};
    civil.tm_year = static_cast<int>(day.year()) - 1900;
    civil.tm_mon = static_cast<int>(static_cast<unsigned>(day.month())) - 1;
    civil.tm_mday = static_cast<int>(static_cast<unsigned>(day.day()));
    civil.tm_hour = moment->minute / 60;
    civil.tm_min = moment->minute % 60;
    civil.tm_isdst = -1;
    return ::mktime(&civil);
}

std::string format(const Local& local) {
    return fmt::format("{} {:02}:{:02}", format(local.day), local.minute_of_day / 60,
                       local.minute_of_day % 60);
}

}  // namespace tracker
