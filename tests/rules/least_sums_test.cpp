// SPDX-License-Identifier: MIT
// The sums that screens and letters ask for are the least that do what is said of them (R9): tried on random
// contracts by paying them, and by paying a kopeck less.
#include <algorithm>

#include "generators.hpp"
#include "property.hpp"
#include "tracker/rules/ledger.hpp"

namespace tracker {
namespace {

Ledger paid(const gen::Case& given, Day on, Money amount) {
    ContractFacts facts = given.facts;
    if (amount.minor != 0) facts.payments.push_back({{1000, 1000}, on, amount, "", "", 0});
    return make_ledger(facts, Calendar{given.holidays}, on, on + days{given.ahead});
}

const Suspension* unpaid(const Ledger& ledger) {
    for (const Suspension& one : ledger.suspensions)
        if (one.reason == Reason::no_payment && one.holds(ledger.on)) return &one;
    return nullptr;
}

/// Whether a suspension that was cleared was to end on the day, and goes on for a charge that is past its
/// deadline (R6): less is enough then.
bool would_resume_on(const gen::Case& given, Day on) {
    const Ledger day_before = paid(given, on - days{1}, {});
    return std::any_of(day_before.suspensions.begin(), day_before.suspensions.end(),
                       [on](const Suspension& one) { return one.until == on; });
}

/// Whether an unpaid charge that is due by the day still threatens a pause (R9).
bool threatened(const Ledger& ledger, const Contract& contract) {
    return std::any_of(ledger.charges.begin(), ledger.charges.end(), [&](const ChargeState& charge) {
        const Day pauses_on = charge.deadline + days{1};
        return !charge.paid() && charge.due <= ledger.on && ledger.on <= charge.deadline &&
               (!contract.ends || pauses_on <= *contract.ends);
    });
}

}  // namespace

TEST_CASE("what must come to lift a pause lifts it, and a kopeck less doesn't", "[rules][property]") {
    int paused = 0;
    int more_than_overdue = 0;
    holds_for_all(5, [&] {
        const gen::Case given = *gen::cases();
        for (const Day on : given.days) {
            const Ledger before = paid(given, on, {});
            const Suspension* const pause = unpaid(before);
            // On the first day itself the day's money still decides whether there is a suspension at all.
            if (!pause || pause->cleared_on || pause->from == on || would_resume_on(given, on)) continue;
            const Money least = least_to_clear(before);
            RC_ASSERT(least > Money{});
            RC_ASSERT(least >= arrears(before));
            ++paused;
            more_than_overdue += least > arrears(before) ? 1 : 0;
            const Ledger enough = paid(given, on, least);
            const auto cleared = std::find_if(
                enough.suspensions.begin(), enough.suspensions.end(), [&](const Suspension& one) {
                    return one.reason == Reason::no_payment && one.from == pause->from;
                });
            RC_ASSERT(cleared != enough.suspensions.end());
            RC_ASSERT(cleared->cleared_on == on);
            if (least == Money{1}) continue;
            const Ledger short_of_it = paid(given, on, least - Money{1});
            RC_ASSERT(unpaid(short_of_it) && !unpaid(short_of_it)->cleared_on);
        }
    });
    CAPTURE(paused, more_than_overdue);
    CHECK(paused > 10);
    CHECK(more_than_overdue > 0);
}

TEST_CASE("what must come to prevent a pause prevents it, and a kopeck less doesn't", "[rules][property]") {
    int warned = 0;
    holds_for_all(5, [&] {
        const gen::Case given = *gen::cases();
        for (const Day on : given.days) {
            const Ledger before = paid(given, on, {});
            if (!before.warning) continue;
            ++warned;
            const Money least = before.warning->amount;
            RC_ASSERT(least > Money{});
            RC_ASSERT(!threatened(paid(given, on, least), given.facts.contract));
            if (least > Money{1})
                RC_ASSERT(threatened(paid(given, on, least - Money{1}), given.facts.contract));
        }
    });
    CAPTURE(warned);
    CHECK(warned > 10);
}

}  // namespace tracker
