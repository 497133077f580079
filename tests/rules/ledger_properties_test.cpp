// SPDX-License-Identifier: MIT
// make_ledger against the slow model (R4 to R9), on random contracts and on several days of each.
#include "generators.hpp"
#include "property.hpp"
#include "tracker/model/model.hpp"
#include "tracker/rules/ledger_text.hpp"

namespace tracker {
namespace {

Ledger decide(const gen::Case& given, Day on) {
    return make_ledger(given.facts, Calendar{given.holidays}, on, on + days{given.ahead});
}

/// The cause of a suspension is a charge that on its first day was past its deadline, with what was missing
/// then.
bool is_cause(const Suspension& suspension, const model::Decisions& first_day) {
    for (const model::Charge& charge : first_day.charges)
        if (charge.kind == suspension.cause_kind && charge.period == suspension.cause_period &&
            charge.due == suspension.cause_due && charge.deadline == suspension.cause_deadline &&
            charge.outstanding == suspension.cause_outstanding && charge.outstanding > Money{} &&
            charge.deadline < suspension.from)
            return true;
    return false;
}

}  // namespace

TEST_CASE("the ledger is what walking day by day finds", "[rules][property]") {
    holds_for_all(10, [] {
        const gen::Case given = *gen::cases();
        for (const Day on : given.days) {
            const auto right = model::decisions_on(given.facts, given.holidays, on, on + days{given.ahead});
            const std::string wrong = difference(model::lines_of(right), lines_of(decide(given, on)));
            if (!wrong.empty()) RC_FAIL("on " + format(on) + ", model -, ledger +" + wrong);
        }
    });
}

TEST_CASE("the cause of each suspension is a charge past its deadline on its first day",
          "[rules][property]") {
    holds_for_all(5, [] {
        const gen::Case given = *gen::cases();
        for (const Day on : given.days)
            for (const Suspension& one : decide(given, on).suspensions) {
                if (one.reason == Reason::manual) continue;
                RC_ASSERT(
                    is_cause(one, model::decisions_on(given.facts, given.holidays, one.from, one.from)));
            }
    });
}

TEST_CASE("paid through and the next due date are those of a long horizon", "[rules][property]") {
    holds_for_all(3, [] {
        const gen::Case given = *gen::cases();
        const Calendar calendar{given.holidays};
        for (const Day on : given.days) {
            const Ledger ledger = decide(given, on);
            const auto far = model::far_decisions(given.facts, given.holidays, on);
            const auto shown = [](const auto& value) { return value ? format(*value) : std::string("none"); };
            const std::string asked = "on " + format(on) + " ";
            RC_ASSERT(asked + shown(paid_through(given.facts, calendar, ledger)) ==
                      asked + shown(model::paid_through(given.facts, far)));
            RC_ASSERT(asked + shown(next_due(given.facts, calendar, ledger)) ==
                      asked + shown(model::next_due(far)));
        }
    });
}

TEST_CASE("asking further ahead changes nothing nearer", "[rules][property]") {
    holds_for_all(3, [] {
        const gen::Case given = *gen::cases();
        const Calendar calendar{given.holidays};
        for (const Day on : given.days) {
            Ledger near = make_ledger(given.facts, calendar, on, on);
            Ledger far = decide(given, on);
            std::erase_if(far.obligations, [on](const Obligation& one) { return one.scheduled > on; });
            std::erase_if(far.charges, [on](const ChargeState& one) { return one.scheduled > on; });
            far.through = on;
            RC_ASSERT(difference(near, far) == "");
        }
    });
}

TEST_CASE("cases contain what the rules speak of", "[rules][property]") {
    // A generator that never makes a suspension would make all of the above worthless.
    int paused = 0, resuming = 0, withheld = 0, caught_up = 0, warned = 0, waived = 0, extended = 0,
        by_hand = 0, blocked = 0, moved = 0, done_while_blocked = 0, duties = 0, of_some_months = 0,
        fees_of_some_months = 0, owed_in_pause = 0;
    holds_for_all(3, [&] {
        const gen::Case given = *gen::cases();
        for (const Day on : given.days) {
            const auto right = model::decisions_on(given.facts, given.holidays, on, on);
            paused += right.service == "paused";
            resuming += right.service == "resuming";
            by_hand += right.reason == "manual";
            warned += right.warning.has_value();
            for (const model::Obligation& one : right.obligations) {
                withheld += one.status == "withheld";
                waived += one.status == "waived";
                caught_up += one.caught_up;
                extended += one.extended;
                blocked += one.status == "blocked";
                moved += one.moved;
                done_while_blocked += one.blocked && one.status == "done";
                const bool is_duty = one.kind != kinds::charge &&
                                     !model::scheduled_due(given.facts, given.holidays, one.kind, one.period);
                duties += is_duty;
                const auto line = model::line_of(given.facts, one.kind, one.period);
                if (is_duty || !line) continue;
                (one.kind == kinds::payment ? fees_of_some_months : of_some_months) += !line->months.all();
                owed_in_pause += line->pause == InPause::owed && one.owed_by == OwedBy::us &&
                                 right.paused_since && one.due >= *right.paused_since;
            }
        }
    });
    // Far below what is usual, so that no seed fails by chance.
    CAPTURE(paused, resuming, withheld, caught_up, warned, waived, extended, by_hand, blocked, moved,
            done_while_blocked, duties, of_some_months, fees_of_some_months, owed_in_pause);
    CHECK(paused > 50);
    CHECK(resuming > 3);
    CHECK(withheld > 50);
    CHECK(caught_up > 50);
    CHECK(warned > 10);
    CHECK(waived > 20);
    CHECK(extended > 20);
    CHECK(by_hand > 20);
    CHECK(blocked > 50);
    CHECK(moved > 20);
    CHECK(done_while_blocked > 10);
    CHECK(duties > 50);
    CHECK(of_some_months > 50);
    CHECK(fees_of_some_months > 20);
    CHECK(owed_in_pause > 10);
}

}  // namespace tracker
