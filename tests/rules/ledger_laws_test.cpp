// SPDX-License-Identifier: MIT
// Laws that decisions obey whatever the facts are: they need no model to be checked.
#include <algorithm>

#include "generators.hpp"
#include "property.hpp"
#include "tracker/facts/words.hpp"
#include "tracker/rules/ledger_text.hpp"
#include "tracker/rules/ledger_words.hpp"

namespace tracker {
namespace {

Ledger decide(const ContractFacts& facts, const gen::Case& given, Day on) {
    return make_ledger(facts, Calendar{given.holidays}, on, on + days{given.ahead});
}

/// Lists in any order, entries as they come: `order` says how.
template <class Fact>
void reorder(std::vector<Fact>& facts, const std::vector<int>& order) {
    for (std::size_t i = 0; i < facts.size() && !order.empty(); ++i)
        std::swap(facts[i], facts[static_cast<std::size_t>(order[i % order.size()]) % facts.size()]);
    for (std::size_t i = 0; i < facts.size(); ++i) facts[i].recorded.entry = static_cast<std::int64_t>(i) + 1;
}

template <class Fact, class Tied>
void reorder_unless(std::vector<Fact>& facts, const std::vector<int>& order, Tied tied) {
    for (const Fact& a : facts)
        for (const Fact& b : facts)
            if (&a != &b && tied(a, b)) return;
    reorder(facts, order);
}

/// Without the entries of one-off charges, which only say how they were recorded.
std::vector<std::string> sorted_lines(Ledger ledger) {
    for (Obligation& one : ledger.obligations) one.entry = 0;
    for (ChargeState& one : ledger.charges) one.entry = 0;
    std::vector<std::string> lines = lines_of(ledger);
    std::sort(lines.begin(), lines.end());
    return lines;
}

std::vector<std::string> statuses(const Ledger& ledger) {
    std::vector<std::string> out{std::string(text(ledger.service))};
    for (const Obligation& one : ledger.obligations)
        out.push_back(std::string(one.kind.text()) + format(one.period) + std::string(text(one.status)));
    if (ledger.warning) out.push_back(format(ledger.warning->pauses_on));
    return out;
}

/// Whether a suspension that was cleared was to end on the day, and goes on for a charge that is past its
/// deadline (R6): of the day's money, what pays that charge ends it, though others may be overdue.
bool would_resume_on(const gen::Case& given, Day on) {
    const Ledger day_before = decide(given.facts, given, on - days{1});
    return std::any_of(day_before.suspensions.begin(), day_before.suspensions.end(),
                       [on](const Suspension& one) { return one.until == on; });
}

}  // namespace

TEST_CASE("a part payment lifts nothing", "[rules][property]") {
    int paused = 0;
    holds_for_all(5, [&] {
        const gen::Case given = *gen::cases();
        const int share = *rc::gen::inRange(1, 100);
        for (const Day on : given.days) {
            const Ledger before = decide(given.facts, given, on);
            // On the first day itself the day's money still decides whether there is a suspension at all.
            const bool began_before = std::any_of(
                before.suspensions.begin(), before.suspensions.end(), [on](const Suspension& one) {
                    return one.reason == Reason::no_payment && one.from < on && !one.until;
                });
            if (!began_before || would_resume_on(given, on)) continue;
            Money arrears;
            for (const ChargeState& charge : before.charges)
                if (charge.due < on) arrears += charge.outstanding;
            const Money part{arrears.minor * share / 100};
            if (part.minor == 0) continue;
            ++paused;
            gen::Case paid = given;
            paid.facts.payments.push_back({{1000, 1000}, on, part, "", "", 0});
            const Ledger after = decide(paid.facts, given, on);
            RC_ASSERT(after.service == before.service);
            RC_ASSERT(after.paused_since == before.paused_since);
            RC_ASSERT(after.reason == Reason::no_payment);
            RC_ASSERT(after.suspensions.size() == before.suspensions.size());
        }
    });
    CHECK(paused > 50);
}

TEST_CASE("less than the oldest outstanding amount changes no status", "[rules][property]") {
    holds_for_all(5, [] {
        const gen::Case given = *gen::cases();
        for (const Day on : given.days) {
            const Ledger before = decide(given.facts, given, on);
            const auto oldest = std::find_if(before.charges.begin(), before.charges.end(),
                                             [](const ChargeState& charge) { return !charge.paid(); });
            if (oldest == before.charges.end()) continue;
            gen::Case paid = given;
            paid.facts.payments.push_back(
                {{1000, 1000}, on, Money{oldest->outstanding.minor - 1}, "", "", 0});
            RC_ASSERT(statuses(decide(paid.facts, given, on)) == statuses(before));
        }
    });
}

TEST_CASE("a payment split in two on its day decides the same", "[rules][property]") {
    holds_for_all(5, [] {
        const gen::Case given = *gen::cases();
        const int share = *rc::gen::inRange(0, 101);
        ContractFacts split = given.facts;
        for (std::size_t i = 0; i < given.facts.payments.size(); ++i) {
            Payment part = given.facts.payments[i];
            part.amount.minor = part.amount.minor * share / 100;
            split.payments[i].amount -= part.amount;
            split.payments.push_back(part);
        }
        for (const Day on : given.days)
            RC_ASSERT(difference(decide(given.facts, given, on), decide(split, given, on)) == "");
    });
}

TEST_CASE("a credit counts like a payment", "[rules][property]") {
    holds_for_all(2, [] {
        const gen::Case given = *gen::cases();
        ContractFacts moved = given.facts;
        for (const Credit& credit : moved.credits)
            moved.payments.push_back({credit.recorded, credit.date, credit.amount, "", "", 0});
        moved.credits.clear();
        for (const Day on : given.days)
            RC_ASSERT(difference(decide(given.facts, given, on), decide(moved, given, on)) == "");
    });
}

TEST_CASE("the order of recording has no say where the rules give it none", "[rules][property]") {
    holds_for_all(5, [] {
        const gen::Case given = *gen::cases();
        const auto order = *rc::gen::container<std::vector<int>>(8, rc::gen::inRange(0, 50));
        ContractFacts other = given.facts;
        reorder(other.payments, order);
        reorder(other.credits, order);
        reorder(other.duties, order);
        reorder(other.fulfilments, order);
        reorder(other.waivers, order);
        reorder(other.amendments, order);
        reorder(other.schedule, order);
        reorder_unless(other.charges, order, [](const auto& a, const auto& b) { return a.due == b.due; });
        reorder_unless(other.extensions, order, [](const auto& a, const auto& b) {
            return a.kind == b.kind && a.period == b.period && a.date == b.date;
        });
        reorder_unless(other.suspensions, order,
                       [](const auto& a, const auto& b) { return a.from == b.from && a.date == b.date; });
        for (const Day on : given.days)
            RC_ASSERT(sorted_lines(decide(given.facts, given, on)) == sorted_lines(decide(other, given, on)));
    });
}

TEST_CASE("what is dated after the day changes nothing on it", "[rules][property]") {
    holds_for_all(10, [] {
        const gen::Case given = *gen::cases();
        for (const Day on : given.days)
            RC_ASSERT(difference(decide(gen::known_by(given.facts, on), given, on),
                                 decide(given.facts, given, on)) == "");
    });
}

}  // namespace tracker
