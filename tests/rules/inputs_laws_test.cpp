// SPDX-License-Identifier: MIT
// Laws of months, duties and inputs that hold whatever the facts are (R1a, R1b, R7a).
#include <algorithm>

#include "generators.hpp"
#include "property.hpp"
#include "tracker/model/model.hpp"
#include "tracker/rules/ledger_text.hpp"

namespace tracker {
namespace {

Ledger decide(const ContractFacts& facts, const gen::Case& given, Day on) {
    return make_ledger(facts, Calendar{given.holidays}, on, on + days{given.ahead});
}

bool is_clients(const ContractFacts& facts, Kind kind, Period period) {
    for (const Duty& duty : facts.duties)
        if (duty.kind == kind && duty.period == period) return duty.owed_by == OwedBy::client;
    const auto line = model::line_of(facts, kind, period);
    return line && line->owed_by == OwedBy::client;
}

/// All that a ledger says of our work.
std::vector<std::string> our_work(Ledger ledger) {
    std::erase_if(ledger.obligations, [](const Obligation& one) { return one.owed_by == OwedBy::client; });
    ledger.charges.clear();
    return lines_of(ledger);
}

/// Of the client's papers, money aside, those dated after the day are taken away.
template <class Fact>
void forget_papers_after(const ContractFacts& facts, std::vector<Fact>& list, Day day) {
    std::erase_if(list, [&](const Fact& fact) {
        return fact.date > day && fact.kind != kinds::payment && is_clients(facts, fact.kind, fact.period);
    });
}

}  // namespace

TEST_CASE("an extension given to the client changes nothing of our work", "[rules][property]") {
    int given_ones = 0;
    holds_for_all(5, [&] {
        const gen::Case given = *gen::cases();
        ContractFacts strict = given.facts;
        given_ones += static_cast<int>(std::erase_if(strict.extensions, [&](const Extension& one) {
            return one.kind != kinds::payment && is_clients(given.facts, one.kind, one.period);
        }));
        for (const Day on : given.days)
            RC_ASSERT(difference(our_work(decide(given.facts, given, on)),
                                 our_work(decide(strict, given, on))) == "");
    });
    CHECK(given_ones > 20);
}

TEST_CASE("inputs that come in time change nothing of our work", "[rules][property]") {
    int in_time = 0;
    holds_for_all(5, [&] {
        gen::Case given = *gen::cases();
        const int early = *rc::gen::inRange(0, 10);
        const auto come = [&](Kind kind, Period period, Day due) {
            if (kind == kinds::payment || !is_clients(given.facts, kind, period)) return;
            given.facts.fulfilments.push_back({{}, kind, period, due - days{early}, ""});
            ++in_time;
        };
        std::erase_if(given.facts.fulfilments,
                      [&](const Fulfilment& one) { return is_clients(given.facts, one.kind, one.period); });
        const Period first = model::month_of(given.facts.contract.starts);
        for (Period period = first; period < first + 40; ++period)
            for (const Kind kind : model::all_kinds(given.facts))
                if (const auto due = model::scheduled_due(given.facts, given.holidays, kind, period))
                    come(kind, period, *due);
        for (const Duty& duty : given.facts.duties) come(duty.kind, duty.period, duty.due);
        std::sort(given.facts.fulfilments.begin(), given.facts.fulfilments.end(),
                  [](const auto& a, const auto& b) { return a.period < b.period; });
        ContractFacts careless = given.facts;
        for (ScheduleLine& set : careless.schedule)
            if (set.line) set.line->inputs = {};
        for (const Day on : given.days)
            RC_ASSERT(difference(our_work(decide(given.facts, given, on)),
                                 our_work(decide(careless, given, on))) == "");
    });
    CHECK(in_time > 1000);
}

TEST_CASE("what of the client's papers comes after our work has no say in it", "[rules][property]") {
    int later = 0;
    holds_for_all(5, [&] {
        const gen::Case given = *gen::cases();
        const auto choice = static_cast<std::size_t>(*rc::gen::inRange(0, 50));
        for (const Day on : given.days) {
            Ledger ledger = decide(given.facts, given, on);
            std::erase_if(ledger.obligations, [](const Obligation& one) {
                return one.owed_by == OwedBy::client || !one.done_on;
            });
            if (ledger.obligations.empty()) continue;
            const Obligation done = ledger.obligations[choice % ledger.obligations.size()];
            ContractFacts known = given.facts;
            forget_papers_after(given.facts, known.fulfilments, *done.done_on);
            forget_papers_after(given.facts, known.waivers, *done.done_on);
            forget_papers_after(given.facts, known.duties, *done.done_on);
            later += known.fulfilments.size() < given.facts.fulfilments.size() && !done.kind.text().empty();
            Ledger without = decide(known, given, on);
            const auto only_it = [&](Ledger& one) {
                std::erase_if(one.obligations, [&](const Obligation& other) {
                    return other.kind != done.kind || other.period != done.period;
                });
                one.charges.clear();
            };
            only_it(ledger);
            only_it(without);
            RC_ASSERT(difference(lines_of(ledger), lines_of(without)) == "");
        }
    });
    CHECK(later > 50);
}

TEST_CASE("a longer lead makes no work due earlier", "[rules][property]") {
    int put_off = 0;
    holds_for_all(5, [&] {
        const gen::Case given = *gen::cases();
        const int more = *rc::gen::inRange(1, 8);
        ContractFacts slow = given.facts;
        for (ScheduleLine& set : slow.schedule)
            if (set.line) set.line->lead += more;
        for (const Day on : given.days) {
            const Ledger before = decide(given.facts, given, on);
            const Ledger after = decide(slow, given, on);
            RC_ASSERT(before.obligations.size() == after.obligations.size());
            for (std::size_t i = 0; i < before.obligations.size(); ++i) {
                RC_ASSERT(before.obligations[i].due <= after.obligations[i].due);
                put_off += before.obligations[i].due < after.obligations[i].due;
            }
        }
    });
    CHECK(put_off > 50);
}

TEST_CASE("a line of some months makes what one of all months makes, less the others", "[rules][property]") {
    int less = 0;
    holds_for_all(5, [&] {
        gen::Case given = *gen::cases();
        given.facts.duties.clear();
        for (ScheduleLine& set : given.facts.schedule)
            if (set.line) set.line->inputs = {};
        ContractFacts monthly = given.facts;
        for (ScheduleLine& set : monthly.schedule)
            if (set.line && set.kind != kinds::payment) set.line->months = every::month;
        for (const Day on : given.days) {
            Ledger whole = decide(monthly, given, on);
            less += static_cast<int>(std::erase_if(whole.obligations, [&](const Obligation& one) {
                const auto line = model::line_of(given.facts, one.kind, one.period);
                return line && one.kind != kinds::payment && !line->months.has(one.period);
            }));
            RC_ASSERT(difference(decide(given.facts, given, on), whole) == "");
        }
    });
    CHECK(less > 100);
}

TEST_CASE("a duty in place of a line's obligation decides the same", "[rules][property]") {
    int replaced = 0;
    holds_for_all(5, [&] {
        const gen::Case given = *gen::cases();
        const auto kinds = model::all_kinds(given.facts);
        const Kind kind =
            kinds[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(kinds.size())))];
        const Period period = model::month_of(given.facts.contract.starts) + *rc::gen::inRange(0, 8);
        const auto due = model::scheduled_due(given.facts, given.holidays, kind, period);
        const auto line = model::line_of(given.facts, kind, period);
        if (!due || !line || kind == kinds::payment || !line->inputs.empty()) return;
        ++replaced;
        ContractFacts other = given.facts;
        const auto set = [&](Period from, const std::optional<Line>& to) {
            std::erase_if(other.schedule,
                          [&](const ScheduleLine& one) { return one.kind == kind && one.from == from; });
            other.schedule.push_back({{}, kind, from, to});
        };
        set(period, std::nullopt);
        set(period + 1, model::line_of(given.facts, kind, period + 1));
        other.duties.push_back({{}, kind, period, earliest_day, *due, line->owed_by, "", line->pause});
        for (const Day on : given.days)
            RC_ASSERT(difference(decide(given.facts, given, on), decide(other, given, on)) == "");
    });
    CHECK(replaced > 20);
}

}  // namespace tracker
