// SPDX-License-Identifier: MIT
// Ledgers as text.
#include "tracker/rules/ledger_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "tracker/facts/words.hpp"
#include "tracker/rules/ledger_words.hpp"

namespace tracker {
namespace {

template <class Value>
std::string shown(const std::optional<Value>& value) {
    return value ? format(*value) : "-";
}

std::string line(const Obligation& one) {
    return fmt::format(
        "obligation {} {} {} owed by {} scheduled {} due {} {} days {} done on {} outstanding {}{}{}{}{}",
        one.kind.text(), format(one.period), one.entry, text(one.owed_by), format(one.scheduled),
        format(one.due), text(one.status), one.days, shown(one.done_on), shown(one.outstanding),
        one.extended ? " extended" : "", one.awaited ? " awaited" : "", one.blocked ? " unable" : "",
        one.caught_up ? " caught up" : "");
}

std::string line(const ChargeState& one) {
    return fmt::format("charge {} {} {} scheduled {} due {} deadline {} amount {} outstanding {} paid on {}",
                       one.kind.text(), format(one.period), one.entry, format(one.scheduled), format(one.due),
                       format(one.deadline), format(one.amount), format(one.outstanding), shown(one.paid_on));
}

}  // namespace

std::vector<std::string> lines_of(const Ledger& ledger) {
    std::vector<std::string> lines{"on " + format(ledger.on), "through " + format(ledger.through)};
    lines.push_back(fmt::format("service {} since {} reason {}", text(ledger.service),
                                shown(ledger.paused_since), ledger.reason ? text(*ledger.reason) : "-"));
    lines.push_back("paid " + format(ledger.to_cover));
    if (ledger.warning)
        lines.push_back(fmt::format("pauses on {} unless {}", format(ledger.warning->pauses_on),
                                    format(ledger.warning->amount)));
    for (const Suspension& one : ledger.suspensions)
        lines.push_back(fmt::format("suspension {} [{}, {}) cleared on {}", text(one.reason),
                                    format(one.from), shown(one.until), shown(one.cleared_on)));
    for (const Pause& one : ledger.pauses)
        lines.push_back(fmt::format("pause [{}, {})", format(one.from), shown(one.until)));
    for (const ChargeState& one : ledger.charges)
        if (one.scheduled <= ledger.through) lines.push_back(line(one));
    std::vector<Obligation> obligations = ledger.obligations;
    const auto one_off = [](const Obligation& one) { return one.kind == kinds::charge; };
    std::sort(std::find_if(obligations.begin(), obligations.end(), one_off), obligations.end(),
              [](const Obligation& a, const Obligation& b) { return a.entry < b.entry; });
    for (const Obligation& one : obligations) lines.push_back(line(one));
    return lines;
}

Ledger open_part(Ledger ledger) {
    for (const ChargeState& charge : ledger.charges) ledger.to_cover -= charge.amount;
    std::erase_if(ledger.obligations, [](const Obligation& item) { return !item.open(); });
    std::erase_if(ledger.charges, [](const ChargeState& charge) { return charge.paid(); });
    const auto is_over = [&](const auto& one) { return one.until && *one.until <= ledger.on; };
    std::erase_if(ledger.suspensions, is_over);
    std::erase_if(ledger.pauses, is_over);
    return ledger;
}

std::string difference(const Ledger& first, const Ledger& second) {
    return difference(lines_of(first), lines_of(second));
}

std::string difference(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    if (a == b) return "";
    const std::set<std::string> in_a(a.begin(), a.end()), in_b(b.begin(), b.end());
    std::string out;
    for (const std::string& one : a)
        if (!in_b.contains(one)) out += "\n- " + one;
    for (const std::string& one : b)
        if (!in_a.contains(one)) out += "\n+ " + one;
    return out.empty() ? "the same lines in another order" : out + "\n";
}

}  // namespace tracker
