// SPDX-License-Identifier: MIT
// Any text as a day, a period or an amount: it is refused in a line, or it is a value that can be, and what
// it is written as means the same. The first byte says what today is.
#include "properties.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/parse.hpp"

using namespace tracker;

namespace {

/// What `read` makes of the text; nothing if it is refused as it should be.
template <class Read>
auto value_of(Read read, std::string_view text) -> std::optional<decltype(read(text))> {
    try {
        return read(text);
    } catch (const InputError& error) {
        fuzz::require_message(error.what(), "a refusal");
        return std::nullopt;
    }
}

void check_day(std::string_view text, Day today) {
    const auto read = [&](std::string_view t) { return read_day(t, today); };
    const auto day = value_of(read, text);
    if (!day) return;
    fuzz::require(earliest_day <= *day && *day <= latest_day, "a day can be", text);
    fuzz::require(value_of(read, format(*day)) == day, "a day that is written is read back", text);
}

void check_period(std::string_view text, Day today) {
    const auto read = [&](std::string_view t) { return read_period(t, today); };
    const auto period = value_of(read, text);
    if (!period) return;
    fuzz::require(period_of(earliest_day) <= *period && *period <= period_of(latest_day), "a period can be",
                  text);
    fuzz::require(value_of(read, format(*period)) == period, "a period that is written is read back", text);
    fuzz::require(period_of(first_day(*period)) == period && period_of(last_day(*period)) == period,
                  "a period holds its days", text);
}

void check_money(std::string_view text) {
    const auto amount = value_of(read_money, text);
    fuzz::require(amount.has_value() == why_not_money(text).empty(), "a reason is given for a refusal alone",
                  text);
    if (!amount) return;
    fuzz::require(-largest_amount.minor <= amount->minor && *amount <= largest_amount, "an amount can be",
                  text);
    fuzz::require(value_of(read_money, format(*amount)) == amount, "an amount that is written is read back",
                  text);
    fuzz::require(value_of(read_money, format_grouped(*amount)) == amount,
                  "an amount that is written for people is read back", text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    // Around the two ends of what days can be, and by weeks from one to the other.
    const int days_in_all = static_cast<int>((latest_day - earliest_day).count());
    const int today = data[0] < 100   ? data[0]
                      : data[0] < 200 ? days_in_all - (data[0] - 100)
                                      : data[0] * 7 * 60;
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    check_day(text, earliest_day + days{std::min(today, days_in_all)});
    check_period(text, earliest_day + days{std::min(today, days_in_all)});
    check_money(text);
    return 0;
}
