// SPDX-License-Identifier: MIT
#include "tracker/rules/consequences.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "rules/by_name.hpp"
#include "tracker/rules/ledger_words.hpp"

namespace tracker {
namespace {

/// "the fee for 2026-11 is paid in full", "3 charges are paid in full, the last the fee for 2027-01".
void say_paid(std::vector<std::string>& said, const std::vector<const ChargeState*>& paid) {
    if (paid.empty()) return;
    if (paid.size() == 1) {
        said.push_back(fmt::format("the {} is paid in full", name_of(*paid.front())));
    } else {
        said.push_back(fmt::format("{} are paid in full, the last the {}",
                                   count(static_cast<long long>(paid.size()), "charge"),
                                   name_of(*paid.back())));
    }
}

/// What became paid, unpaid, or less. A part of a charge that is not due yet is said as money in advance.
void say_money(std::vector<std::string>& said, const Ledger& before, const Ledger& after,
               const std::string& currency) {
    std::vector<const ChargeState*> paid;
    std::vector<std::string> others;
    const ByName charges_before(before.charges);
    for (const ChargeState& charge : after.charges) {
        const ChargeState* was = charges_before.find(charge);
        if (!was || was->outstanding == charge.outstanding) continue;
        if (charge.paid()) {
            paid.push_back(&charge);
        } else if (was->paid()) {
            others.push_back(fmt::format("the {} is no longer paid: {} {} outstanding", name_of(charge),
                                         format(charge.outstanding), currency));
        } else if (charge.due <= after.on) {
            others.push_back(fmt::format("{} {} of the {} stay outstanding", format(charge.outstanding),
                                         currency, name_of(charge)));
        } else if (charge.outstanding < charge.amount) {
            others.push_back(fmt::format("{} {} are there in advance for the {}",
                                         format(charge.amount - charge.outstanding), currency,
                                         name_of(charge)));
        }
    }
    say_paid(said, paid);
    said.insert(said.end(), others.begin(), others.end());
}

/// What is overdue, all of it: what has to come before a paused client is served again.
bool resumes_today(const Ledger& ledger) {
    return std::any_of(ledger.pauses.begin(), ledger.pauses.end(),
                       [&](const Pause& p) { return p.until == ledger.on; });
}

std::string resumed(Day day, Day today) {
    return fmt::format("service {} {}", day < today ? "resumed" : "resumes", relative(day, today));
}

void say_service(std::vector<std::string>& said, const Ledger& before, const Ledger& after,
                 const std::string& currency, Day today) {
    const bool was = before.paused_since.has_value();
    if (!after.paused_since) {
        if (was) said.push_back(resumes_today(after) ? resumed(after.on, today) : "service is not paused");
        if (after.warning) {
            const bool new_warning = !before.warning || before.warning->amount != after.warning->amount ||
                                     before.warning->pauses_on != after.warning->pauses_on;
            if (new_warning) {
                said.push_back(fmt::format("service pauses on {} unless {} {} come",
                                           format(after.warning->pauses_on), format(after.warning->amount),
                                           currency));
            }
        }
        return;
    }
    const std::string state = was                 ? "service is still paused"
                              : after.on == today ? "service is paused today"
                                                  : "service is paused since " + format(*after.paused_since);
    if (after.service == Service::resuming ||
        (after.reason == Reason::no_payment && arrears(after).minor == 0)) {
        if (const Pause* pause = pause_on(after); pause && pause->until) {
            said.push_back(fmt::format("service resumes on {}", format(*pause->until)));
            return;
        }
    }
    if (after.reason == Reason::no_payment) {
        said.push_back(fmt::format("{}: {} {} overdue", state, format(arrears(after)), currency));
    } else if (!was) {
        said.push_back(fmt::format("{}, by record", state));
    }
}

void say_our_work(std::vector<std::string>& said, const Ledger& before, const Ledger& after, Day today) {
    std::vector<std::string> work;
    const ByName items_before(before.obligations);
    for (const Obligation& item : after.obligations) {
        const Obligation* was = items_before.find(item);
        if (!was || item.owed_by != OwedBy::us || was->status == item.status) continue;
        if (was->status == Status::withheld && item.open() && item.due <= after.on) {
            const bool past = item.due < today;
            work.push_back(fmt::format("the {} {} {}", name_of(item), past ? "was due" : "is due",
                                       relative(item.due, today)));
        } else if (item.status == Status::withheld && item.due <= after.on) {
            work.push_back(fmt::format("the {} is withheld", name_of(item)));
        }
    }
    constexpr std::size_t most = 5;
    const std::size_t shown = work.size() > most ? most - 1 : work.size();
    said.insert(said.end(), work.begin(), work.begin() + static_cast<std::ptrdiff_t>(shown));
    if (work.size() > shown)
        said.push_back(fmt::format("and so with {} more items of ours", work.size() - shown));
}

}  // namespace

std::vector<std::string> consequences(const Ledger& before, const Ledger& after,
                                      const std::string& currency) {
    return consequences(before, after, currency, after.on);
}

std::vector<std::string> consequences(const Ledger& before, const Ledger& after, const std::string& currency,
                                      Day today) {
    std::vector<std::string> said;
    say_money(said, before, after, currency);
    say_service(said, before, after, currency, today);
    say_our_work(said, before, after, today);
    return said;
}

std::string name_of(const ChargeState& charge) {
    return charge.kind == kinds::charge ? "charge due " + format(charge.due)
                                        : name_of(charge.kind, charge.period, charge.months);
}

std::string name_of(const Obligation& item) {
    return name_of(item.kind, item.period, item.months);
}

std::string name_of(Kind kind, Period period, Months months) {
    const std::string_view word = kind == kinds::statement ? "statements"
                                  : kind == kinds::payment ? "fee"
                                                           : kind.text();
    return fmt::format("{} for {}", word, format(period, months));
}

std::string relative(Day day, Day today) {
    if (day == today) return "today";
    if (day == today + days{1}) return "tomorrow";
    if (day == today - days{1}) return "yesterday";
    return "on " + format(day);
}

std::string enumerated(const std::vector<std::string>& items, std::string_view last) {
    std::string all;
    for (std::size_t i = 0; i < items.size(); ++i)
        all.append(i == 0 ? "" : i + 1 < items.size() ? ", " : last).append(items[i]);
    return all;
}

std::string count(long long n, std::string_view noun) {
    return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s");
}

}  // namespace tracker
