// SPDX-License-Identifier: MIT
#include "bank/paid_contract.hpp"

#include <fmt/ranges.h>

#include <algorithm>

#include "tracker/base/held.hpp"
#include "tracker/rules/consequences.hpp"
#include "tracker/rules/reminders.hpp"
#include "tracker/session/known_days.hpp"
#include "tracker/session/letters_on_record.hpp"
#include "tracker/session/record.hpp"

namespace tracker {
namespace {

/// A charge that falls due within so many days was due to whoever pays it now: fees are paid in advance.
constexpr int days_ahead = 31;

/// "15000.00 on 2026-10-30, 10000.00 on 2026-11-02", or so many and their sum where they are many.
std::string amounts_of(const ImportResult::Paid& paid) {
    std::string text = fmt::format("{}", fmt::join(paid.first, ", "));
    if (paid.payments > paid.first.size()) {
        text += fmt::format(" and {} more, {} in all", paid.payments - paid.first.size(), format(paid.sum));
    }
    return text;
}

const ChargeState* find(const std::vector<ChargeState>& charges, const ChargeState& wanted) {
    const auto found = std::find_if(charges.begin(), charges.end(), [&](const ChargeState& c) {
        return c.kind == wanted.kind && c.period == wanted.period && c.entry == wanted.entry;
    });
    return found == charges.end() ? nullptr : &*found;
}

/// The charges that are covered more than they were.
std::vector<const ChargeState*> covered(const Ledger& before, const Ledger& after) {
    std::vector<const ChargeState*> found;
    for (const ChargeState& charge : after.charges) {
        const ChargeState* was = find(before.charges, charge);
        if (was && charge.outstanding < was->outstanding) found.push_back(&charge);
    }
    return found;
}

bool paid_exactly(const Ledger& before, const Ledger& after) {
    const auto charges = covered(before, after);
    const bool same_service =
        before.paused_since == after.paused_since && before.service == after.service && !after.paused_since;
    const bool whole = std::all_of(charges.begin(), charges.end(), [&](const ChargeState* c) {
        return c->paid() && c->due <= after.on + days{days_ahead};
    });
    const auto ahead = std::count_if(charges.begin(), charges.end(),
                                     [&](const ChargeState* c) { return c->due > after.on; });
    const bool left = std::any_of(after.charges.begin(), after.charges.end(), [&](const ChargeState& c) {
        return !c.paid() && (c.outstanding < c.amount || c.due < after.on);
    });
    return same_service && !charges.empty() && whole && (ahead == 0 || charges.size() == 1) && !left;
}

/// What the purposes say and the money doesn't do; empty where they agree, or say nothing.
std::string other_period(const Ledger& before, const Ledger& after, const ImportResult::Paid& paid) {
    const auto charges = covered(before, after);
    std::set<Period> fees;
    for (const ChargeState* charge : charges) {
        if (charge->kind == kinds::payment) fees.insert(charge->period);
    }
    const bool agree =
        std::any_of(paid.said.begin(), paid.said.end(), [&](Period period) { return fees.contains(period); });
    if (paid.any_unsaid || paid.said.empty() || fees.empty() || agree) return "";
    std::vector<std::string> said;
    for (const Period period : paid.said) said.push_back(format(period));
    std::vector<std::string> fee;
    for (const Period period : fees) fee.push_back(format(period));
    return fmt::format("the purpose says {}, the money covers the fee for {}", fmt::join(said, ", "),
                       fmt::join(fee, ", "));
}

}  // namespace

Day told_day(Session& session, Day last_paid) {
    if (session.globals().on) return session.on();
    const auto through = known_days(session).through;
    return through ? std::min(session.on(), std::max(*through, last_paid)) : session.on();
}

PaidContract paid_contract(Session& session, ContractId id, const ImportResult::Paid& paid, Day day) {
    const ContractFacts after = held(session.store().facts(id));
    ContractFacts before = after;
    const ChangeNumber now = session.store().change();
    std::erase_if(before.payments, [&](const Payment& p) { return p.recorded.added == now; });
    const auto [ledger_before, ledger_after] = decided_on(session, before, after, day);
    PaidContract contract;
    contract.client_id = after.contract.client;
    contract.number = after.contract.number;
    contract.amounts = amounts_of(paid);
    auto follows = consequences(ledger_before, ledger_after, after.contract.currency, session.on());
    if (!follows.empty())
        contract.said.push_back(session.words(Message("record.follows", {{"follows", std::move(follows)}})));
    const std::string other = other_period(ledger_before, ledger_after, paid);
    if (!other.empty()) contract.said.push_back(other);
    const auto wrong = wrong_notices(after, ledger_after, letters_of(session.store(), id));
    for (const WrongNotice& notice : wrong) {
        contract.said.push_back(
            fmt::format("the notice of {} that service is paused from {} is wrong: the next 'tracker remind' "
                        "withdraws it",
                        format(notice.told_on), format(notice.from)));
    }
    contract.exactly = wrong.empty() && other.empty() && paid_exactly(ledger_before, ledger_after);
    return contract;
}

}  // namespace tracker
