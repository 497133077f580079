// SPDX-License-Identifier: MIT
#include "bank/paid_contract.hpp"

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

std::vector<Message> periods(const std::set<Period>& periods) {
    std::vector<Message> said;
    for (const Period period : periods) said.push_back(Message("item.period", {{"period", period}}));
    return said;
}

/// What the purposes say and the money doesn't do; nothing where they agree, or say nothing.
std::optional<Message> other_period(const Ledger& before, const Ledger& after,
                                    const ImportResult::Paid& paid) {
    const auto charges = covered(before, after);
    std::set<Period> fees;
    for (const ChargeState* charge : charges) {
        if (charge->kind == kinds::payment) fees.insert(charge->period);
    }
    const bool agree =
        std::any_of(paid.said.begin(), paid.said.end(), [&](Period period) { return fees.contains(period); });
    if (paid.any_unsaid || paid.said.empty() || fees.empty() || agree) return std::nullopt;
    return Message("import.other-period", {{"said", periods(paid.said)}, {"fees", periods(fees)}});
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
    contract.amounts = paid.first;
    if (paid.payments > paid.first.size()) {
        contract.more = paid.payments - paid.first.size();
        contract.sum = Sum{paid.sum, ""};
    }
    auto follows = consequences(ledger_before, ledger_after, after.contract.currency, session.on());
    if (!follows.empty())
        contract.said.push_back(Message("record.follows", {{"follows", std::move(follows)}}));
    const auto other = other_period(ledger_before, ledger_after, paid);
    if (other) contract.said.push_back(*other);
    const auto wrong = wrong_notices(after, ledger_after, letters_of(session.store(), id));
    for (const WrongNotice& notice : wrong)
        contract.said.push_back(
            Message("import.wrong-notice", {{"day", notice.told_on}, {"from", notice.from}}));
    contract.exactly = wrong.empty() && !other && paid_exactly(ledger_before, ledger_after);
    return contract;
}

}  // namespace tracker
