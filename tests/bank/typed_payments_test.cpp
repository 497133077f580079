// SPDX-License-Identifier: MIT
// Which payment that somebody typed a bank line may be again.
#include "tracker/bank/typed_payments.hpp"

#include "../catch.hpp"
#include "../rules/test_data.hpp"

namespace tracker {
namespace {

Payment typed(const std::string& date, std::int64_t amount, const std::string& reference) {
    return {{}, on(date), Money{amount}, reference, "", 0};
}

/// A line of 6000.00 on 5 November, number 18.
SamePayment same(const Payment& payment, Direction direction = Direction::incoming) {
    BankLine line;
    line.date = on("2026-11-05");
    line.amount = Money{600'000};
    line.number = "18";
    return same_payment(line, direction, payment);
}

}  // namespace

TEST_CASE("a typed payment of the line's number is the same, however it is written", "[bank]") {
    for (const std::string reference : {"пп 18", "п/п 18", "пп18", "№ 18", "№18", "18", "000018",
                                        "п.п. №18 от 05.11.2026", "платёжное поручение 18", "N 18"}) {
        INFO(reference);
        CHECK(same(typed("2026-11-20", 600'000, reference)) == SamePayment::by_number);
        CHECK(same(typed("2026-11-05", 60'000, reference)) == SamePayment::by_number);  // mistyped
        CHECK(same(typed("2026-10-06", 600'000, reference)) == SamePayment::by_number);
        CHECK(same(typed("2025-11-05", 600'000, reference)) == SamePayment::no);  // last year's
        CHECK(same(typed("2026-11-05", -600'000, reference)) == SamePayment::no);
    }
    for (const std::string reference : {"за 18 дней", "№ 19", "118", "by phone", ""}) {
        INFO(reference);
        CHECK(same(typed("2026-11-20", 600'000, reference)) == SamePayment::no);
    }
}

TEST_CASE("a typed payment of the line's sum is the same within five days", "[bank]") {
    CHECK(same(typed("2026-10-31", 600'000, "")) == SamePayment::by_sum);
    CHECK(same(typed("2026-11-10", 600'000, "№ 19")) == SamePayment::by_sum);
    CHECK(same(typed("2026-10-30", 600'000, "")) == SamePayment::no);
    CHECK(same(typed("2026-11-11", 600'000, "")) == SamePayment::no);
    CHECK(same(typed("2026-11-05", 600'001, "")) == SamePayment::no);
    CHECK(same(typed("2026-11-05", -600'000, ""), Direction::outgoing) == SamePayment::by_sum);
    CHECK(same(typed("2026-11-05", 600'000, ""), Direction::outgoing) == SamePayment::no);
}

}  // namespace tracker
