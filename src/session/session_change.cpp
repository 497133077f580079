// SPDX-License-Identifier: MIT
// The change that a command makes: begun, checked against the rules, committed with the cache made anew, or
// taken back.
#include <set>

#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"
#include "tracker/rules/carry_forward.hpp"
#include "tracker/rules/check.hpp"
#include "tracker/session/session.hpp"

namespace tracker {
namespace {

/// What the rules say about a change: nothing, or what is wrong with it, or which earlier changes rest on
/// what it takes away.
class Verdict {
  public:
    explicit Verdict(const Store& store) : store_(store) {}

    void take(const std::vector<Finding>& findings) {
        for (const Finding& finding : findings) {
            const bool of_this_change = finding.fact.added == store_.change();
            if (what_.empty() || (of_this_change && !own_)) what_ = finding.what;
            own_ = own_ || of_this_change;
            if (!of_this_change) rests(finding.fact.added);
        }
    }

    void rests(ChangeNumber change) { resting_.insert(change); }

    /// Throws InputError unless there is nothing to say.
    void refuse_or_pass() const {
        if (own_) throw InputError(what_);
        if (resting_.empty()) return;
        std::string list;
        std::size_t left = resting_.size();
        for (const Change& change : store_.changes()) {
            if (!resting_.contains(change.number) || resting_.size() - left == most_named) continue;
            --left;
            list += fmt::format("{}change {} ({})", list.empty() ? "" : ", ", change.number,
                                printable(change.command));
        }
        if (left > 0) list += fmt::format(" and {} more", left);
        throw InputError(fmt::format(
            "{}{} {} on what this takes away: undo {} first", what_.empty() ? "" : what_ + "; ", list,
            resting_.size() == 1 ? "rests" : "rest", resting_.size() == 1 ? "it" : "those"));
    }

  private:
    static constexpr std::size_t most_named = 5;
    const Store& store_;
    std::string what_;
    bool own_ = false;  // what_ is about a fact of this change
    std::set<ChangeNumber> resting_;
};

}  // namespace

void Session::begin_change() {
    calendar_.reset();  // others may have written since
    written_.reset();
    store_->begin(world_.user, world_.command, world_.now);
}

void Session::end_change() {
    if (!store_->wrote_anything()) {
        store_->roll_back();
        if (globals_.quiet) out_.clear();
        return;
    }
    if (store_->touched_calendar()) calendar_.reset();
    if (!checked_) check_change();
    if (globals_.dry_run) {
        store_->roll_back();
    } else {
        carry_forward_stale();
        store_->commit();
        done_ = "recorded";
    }
}

const std::optional<ContractFacts>& Session::written_facts(ContractId id) {
    if (!written_ || written_->first != id) written_.emplace(id, store_->facts(id));
    return written_->second;
}

void Session::carry_forward_stale() {
    const auto stale = store_->take_stale();
    if (stale && stale->empty()) return;
    const auto carry = [&](const BriefFacts& facts) {
        const CarriedFacts carried = carry_forward(facts, calendar(), today());
        saves_little(carried, facts) ? store_->keep_nothing_carried(carried) : store_->keep_carried(carried);
    };
    // One by one, a contract costs some three times of what it does in one ordered pass over all.
    constexpr std::size_t few = 100;
    constexpr std::size_t dear = 3;
    if (stale && (stale->size() <= few || stale->size() * dear < store_->contracts().size())) {
        for (const ContractId id : *stale) {
            if (const auto& facts = written_facts(id)) carry(*facts);
        }
    } else {
        store_->each_contract_in_brief([&](const BriefFacts& facts) {
            if (!stale || stale->contains(facts.contract.id)) carry(facts);
        });
    }
}

void Session::check_change() {
    Verdict verdict(*store_);
    const auto check_contract = [&](const ContractFacts& facts) {
        verdict.take(check(facts, calendar()));
        if (!store_->client_of(facts.contract.client)) verdict.rests(facts.contract.recorded.added);
    };
    if (store_->touched_calendar() || store_->touched_clients()) store_->each_contract(check_contract);
    std::set<ClientId> clients;
    for (const ContractId id : store_->touched_contracts()) {
        if (const auto& facts = written_facts(id)) {
            check_contract(*facts);
            clients.insert(facts->contract.client);
        } else {
            for (const ChangeNumber change : store_->changes_about(id)) verdict.rests(change);
        }
    }
    for (const ClientId client : clients) verdict.take(check_numbers(store_->contracts_of(client)));
    verdict.refuse_or_pass();
}

}  // namespace tracker
