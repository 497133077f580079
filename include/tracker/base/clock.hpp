// SPDX-License-Identifier: MIT
// The clock, which is read once, and the firm's time zone, which says what "today" is.
#pragma once

#include <cstdint>
#include <string>

#include "tracker/base/dates.hpp"

namespace tracker {

/// Seconds since 1970-01-01 UTC: $TRACKER_NOW (`2026-11-20T09:00:00Z`) if set, else the system's. Throws
/// InputError if the variable is anything else.
std::int64_t read_clock();

/// A moment as the clocks of a zone show it.
struct Local {
    Day day{};
    int minute_of_day = 0;
};

/// Whether the system knows the zone ("Europe/Moscow"). An unknown one would silently be taken for UTC.
bool zone_exists(const std::string& zone);

/// Throws InputError for a zone that the system doesn't know.
Local in_zone(std::int64_t seconds, const std::string& zone);

/// What the zone's clocks are ahead of UTC at that moment, in minutes.
int zone_offset_minutes(std::int64_t seconds, const std::string& zone);

/// The moment `2026-11-20T12:00` in the zone. Throws InputError if it is not such a time.
std::int64_t from_zone(const std::string& text, const std::string& zone);

/// "2026-11-20 12:00".
std::string format(const Local& local);

}  // namespace tracker
