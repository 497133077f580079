// SPDX-License-Identifier: MIT
#include "tracker/rules/consequences.hpp"

#include <algorithm>

#include "rules/by_name.hpp"

namespace tracker {
namespace {

using Said = std::vector<Message>;

void say_paid(Said& said, const std::vector<const ChargeState*>& paid) {
    if (paid.empty()) return;
    if (paid.size() == 1) {
        said.push_back(Message("follows.paid", {{"charge", name_of(*paid.front())}}));
    } else {
        said.push_back(
            Message("follows.paid-several", {{"count", paid.size()}, {"last", name_of(*paid.back())}}));
    }
}

/// What became paid, unpaid, or less. A part of a charge that is not due yet is said as money in advance.
void say_money(Said& said, const Ledger& before, const Ledger& after, const std::string& currency) {
    std::vector<const ChargeState*> paid;
    Said others;
    const ByName charges_before(before.charges);
    for (const ChargeState& charge : after.charges) {
        const ChargeState* was = charges_before.find(charge);
        if (!was || was->outstanding == charge.outstanding) continue;
        const Message name = name_of(charge);
        const Sum left{charge.outstanding, currency};
        if (charge.paid()) {
            paid.push_back(&charge);
        } else if (was->paid()) {
            others.push_back(Message("follows.unpaid", {{"charge", name}, {"left", left}}));
        } else if (charge.due <= after.on) {
            others.push_back(Message("follows.part", {{"charge", name}, {"left", left}}));
        } else if (charge.outstanding < charge.amount) {
            const Sum there{charge.amount - charge.outstanding, currency};
            others.push_back(Message("follows.advance", {{"charge", name}, {"sum", there}}));
        }
    }
    say_paid(said, paid);
    said.insert(said.end(), others.begin(), others.end());
}

bool resumes_today(const Ledger& ledger) {
    return std::any_of(ledger.pauses.begin(), ledger.pauses.end(),
                       [&](const Pause& p) { return p.until == ledger.on; });
}

Message resumed(Day day, Day today) {
    if (day < today) return Message("follows.resumed", {{"when", relative(day, today)}});
    return Message("follows.resumes", {{"when", relative(day, today)}});
}

void say_warning(Said& said, const Ledger& before, const Ledger& after, const std::string& currency) {
    if (!after.warning) return;
    if (before.warning && before.warning->amount == after.warning->amount &&
        before.warning->pauses_on == after.warning->pauses_on)
        return;
    said.push_back(Message("follows.warning", {{"day", after.warning->pauses_on},
                                               {"sum", Sum{after.warning->amount, currency}}}));
}

void say_service(Said& said, const Ledger& before, const Ledger& after, const std::string& currency,
                 Day today) {
    const bool was = before.paused_since.has_value();
    if (!after.paused_since) {
        if (was)
            said.push_back(resumes_today(after) ? resumed(after.on, today) : Message("follows.not-paused"));
        say_warning(said, before, after, currency);
        return;
    }
    if (after.service == Service::resuming ||
        (after.reason == Reason::no_payment && arrears(after).minor == 0)) {
        if (const Pause* pause = pause_on(after); pause && pause->until) {
            said.push_back(Message("follows.resumes-on", {{"day", *pause->until}}));
            return;
        }
    }
    const bool begins = !was && after.on == today;
    const auto since = was || begins ? std::nullopt : after.paused_since;
    if (after.reason == Reason::no_payment) {
        said.push_back(Message(
            "follows.paused-unpaid",
            {{"still", was}, {"today", begins}, {"since", since}, {"sum", Sum{arrears(after), currency}}}));
    } else if (!was) {
        said.push_back(Message("follows.paused-by-record", {{"today", begins}, {"since", since}}));
    }
}

void say_our_work(Said& said, const Ledger& before, const Ledger& after, Day today) {
    Said work;
    const ByName items_before(before.obligations);
    for (const Obligation& item : after.obligations) {
        const Obligation* was = items_before.find(item);
        if (!was || item.owed_by != OwedBy::us || was->status == item.status) continue;
        if (was->status == Status::withheld && item.open() && item.due <= after.on) {
            work.push_back(Message(
                "follows.work",
                {{"work", name_of(item)}, {"past", item.due < today}, {"when", relative(item.due, today)}}));
        } else if (item.status == Status::withheld && item.due <= after.on) {
            work.push_back(Message("follows.work-withheld", {{"work", name_of(item)}}));
        }
    }
    constexpr std::size_t most = 5;
    const std::size_t shown = work.size() > most ? most - 1 : work.size();
    said.insert(said.end(), work.begin(), work.begin() + static_cast<std::ptrdiff_t>(shown));
    if (work.size() > shown) said.push_back(Message("follows.more-work", {{"count", work.size() - shown}}));
}

}  // namespace

std::vector<Message> consequences(const Ledger& before, const Ledger& after, const std::string& currency) {
    return consequences(before, after, currency, after.on);
}

std::vector<Message> consequences(const Ledger& before, const Ledger& after, const std::string& currency,
                                  Day today) {
    Said said;
    say_money(said, before, after, currency);
    say_service(said, before, after, currency, today);
    say_our_work(said, before, after, today);
    return said;
}

Message name_of(const ChargeState& charge) {
    if (charge.kind == kinds::charge) return Message("item.charge", {{"due", charge.due}});
    return name_of(charge.kind, charge.period, charge.months);
}

Message name_of(const Obligation& item) {
    return name_of(item.kind, item.period, item.months);
}

Message name_of(Kind kind, Period period, Months months) {
    return Message("item.of", {{"item", Item{std::string(kind.text()), span_of(period, months)}}});
}

Message relative(Day day, Day today) {
    if (day == today) return Message("day.today");
    if (day == today + days{1}) return Message("day.tomorrow");
    if (day == today - days{1}) return Message("day.yesterday");
    return Message("day.on", {{"day", day}});
}

}  // namespace tracker
