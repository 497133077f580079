// SPDX-License-Identifier: MIT
#include "tracker/rules/ledger.hpp"

#include <algorithm>
#include <tuple>

#include "rules/obligations.hpp"
#include "tracker/rules/balance.hpp"
#include "tracker/rules/suspension.hpp"

namespace tracker {
namespace {

/// R6: the united interval that holds on the day gives the state; a manual suspension is never merely
/// `resuming`.
void decide_service(Ledger& ledger, const Contract& contract, const std::vector<Suspension>& suspensions) {
    const Day on = ledger.on;
    if (const Pause* pause = pause_on(ledger)) ledger.paused_since = pause->from;
    bool manual = false;
    bool resuming = false;
    for (const Suspension& suspension : suspensions) {
        if (!suspension.holds(on)) continue;
        if (suspension.reason == Reason::manual) {
            manual = true;
            if (!ledger.reason) ledger.reason = Reason::manual;
        } else {
            ledger.reason = Reason::no_payment;
            resuming = suspension.cleared_on.has_value();
        }
    }
    if (on < contract.starts) {
        ledger.service = Service::not_started;
    } else if (contract.ends && on > *contract.ends) {
        ledger.service = Service::ended;
    } else if (ledger.paused_since) {
        ledger.service = resuming && !manual ? Service::resuming : Service::paused;
    }
}

/// R9: the earliest pause to come if nothing is paid, none after the contract's end, and the least sum that
/// leaves none to come from the charges due by the day. They are covered in their order, so that sum is what
/// the last of them and all before it lack.
std::optional<Warning> warn(const std::vector<Debt>& debts, const Coverage& coverage,
                            const Contract& contract, Day on) {
    std::optional<Warning> warning;
    for (std::size_t i = coverage.first_unpaid(); i < debts.size() && debts[i].scheduled <= on; ++i) {
        const Debt& debt = debts[i];
        if (!debt.exists(on) || debt.due(on) > on || debt.deadline(on) < on) continue;
        const Day pauses_on = debt.deadline(on) + days{1};
        if (contract.ends && pauses_on > *contract.ends) continue;
        if (!warning || pauses_on < warning->pauses_on) warning = {pauses_on, {}};
        warning->amount = coverage.missing_through(i);
    }
    return warning;
}

std::vector<ChargeState> charge_states(const std::vector<Debt>& debts, const Coverage& coverage, Day on) {
    std::vector<ChargeState> states;
    states.reserve(debts.size());
    for (std::size_t i = 0; i < debts.size(); ++i) {
        const Debt& debt = debts[i];
        if (!debt.exists(on)) continue;
        ChargeState& state = states.emplace_back();
        state.kind = debt.kind;
        state.period = debt.period;
        state.months = debt.months;
        state.scheduled = debt.scheduled;
        state.due = debt.due(on);
        state.deadline = debt.deadline(on);
        state.amount = debt.amount;
        state.outstanding = coverage.outstanding(i);
        if (coverage.is_paid(i)) state.paid_on = coverage.paid_since(i);
        state.entry = debt.entry;
    }
    return states;
}

}  // namespace

Ledger make_ledger(const CarriedFacts& facts, const Calendar& calendar, Day on, Day through) {
    through = std::max(on, through);
    const Schedule schedule(facts, calendar);
    const std::vector<Debt> debts = gather_debts(facts, schedule, through);
    Coverage coverage(debts, facts);

    Ledger ledger;
    ledger.on = on;
    ledger.through = through;
    ledger.suspensions = suspensions_for_non_payment(debts, coverage, schedule, calendar, facts.brought, on);
    const std::vector<Suspension> manual = manual_suspensions(facts.suspensions, on);
    ledger.suspensions.insert(ledger.suspensions.end(), manual.begin(), manual.end());
    ledger.pauses = unite(ledger.suspensions);
    decide_service(ledger, facts.contract, ledger.suspensions);
    std::erase_if(ledger.suspensions, [&](const Suspension& s) { return s.from > on; });
    std::sort(ledger.suspensions.begin(), ledger.suspensions.end(),
              [](const Suspension& a, const Suspension& b) {
                  return std::tie(a.from, a.reason) < std::tie(b.from, b.reason);
              });

    ledger.to_cover = coverage.paid();
    if (!ledger.paused_since) ledger.warning = warn(debts, coverage, facts.contract, on);
    ledger.charges = charge_states(debts, coverage, on);
    ledger.obligations = decide_obligations(facts, schedule, calendar, ledger);
    return ledger;
}

Money arrears(const Ledger& ledger) {
    Money sum;
    for (const ChargeState& charge : ledger.charges) {
        if (charge.due < ledger.on) sum += charge.outstanding;
    }
    return sum;
}

std::span<const ChargeState> up_to_arrears(const Ledger& ledger) {
    const auto last =
        std::find_if(ledger.charges.rbegin(), ledger.charges.rend(),
                     [&](const ChargeState& charge) { return charge.due < ledger.on && !charge.paid(); });
    return {ledger.charges.begin(), last.base()};
}

Money least_to_clear(const Ledger& ledger) {
    const std::span<const ChargeState> charges = up_to_arrears(ledger);
    if (charges.empty()) return {};
    Money least = -ledger.to_cover;
    for (const ChargeState& charge : charges) least += charge.amount;
    return least;
}

std::optional<Day> owed_since(const Ledger& ledger) {
    std::optional<Day> since;
    for (const ChargeState& charge : ledger.charges) {
        if (charge.due >= ledger.on || charge.paid()) continue;
        since = std::min(since.value_or(charge.due), charge.due);
    }
    return since;
}

const Pause* pause_on(const Ledger& ledger) {
    const auto pause = std::find_if(ledger.pauses.begin(), ledger.pauses.end(),
                                    [&](const Pause& one) { return one.holds(ledger.on); });
    return pause == ledger.pauses.end() ? nullptr : &*pause;
}

}  // namespace tracker
