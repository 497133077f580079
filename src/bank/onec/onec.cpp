// SPDX-License-Identifier: MIT
// From the sections of a 1C file to a statement: directions, ranges, sums. Never guesses whose money it is.
#include "tracker/bank/onec.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "bank/line_days.hpp"
#include "bank/occurrences.hpp"
#include "bank/onec/onec_document.hpp"
#include "bank/onec/onec_scan.hpp"
#include "bank/onec/onec_totals.hpp"
#include "tracker/base/encoding.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/lines.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

using Own = std::unordered_set<std::string>;

std::vector<std::string> own_accounts(const OnecHead& head) {
    std::vector<std::string> accounts;
    Own known;
    const auto add = [&](const std::string& account) {
        if (!account.empty() && known.insert(account).second) accounts.push_back(account);
    };
    for (const auto& account : head.accounts) add(account);
    for (const auto& section : head.sections) add(section.account.text);
    return accounts;
}

/// The direction by the own accounts; where neither account is one, what the dates said stays.
void place(BankLine& line, const Own& own) {
    const bool outgoing = own.contains(line.payer_account);
    const bool incoming = own.contains(line.payee_account);
    if (outgoing || incoming) {
        line.direction = outgoing && incoming ? Direction::own_transfer
                         : outgoing           ? Direction::outgoing
                                              : Direction::incoming;
        line.account = outgoing ? line.payer_account : line.payee_account;
    } else if (own.size() == 1) {
        line.account = *own.begin();
    }
}

OnecSections sections_of(const OnecHead& head) {
    OnecSections sections;
    for (const auto& section : head.sections) sections[section.account.text].push_back(&section);
    return sections;
}

/// The first reading: what stands around the documents. Throws InputError where they are none of a statement.
OnecHead read_head(Input& input, Encoding encoding) {
    bool dated = false;
    auto head = scan_onec(TextLines(input, encoding), [&](const OnecDocument& document) {
        dated =
            dated || !document[OnecKey::date_in].text.empty() || !document[OnecKey::date_out].text.empty();
    });
    if (head.sections.empty() && head.documents > 0 && !dated) {
        refuse_file(
            input.name(),
            "holds payment orders for the bank, not a statement: export the statement of the account");
    }
    return head;
}

}  // namespace

bool looks_like_onec(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    return trimmed(bytes.substr(0, 1024)).starts_with(onec_first_line);
}

BankStatement read_onec(Input& input, const TakeLine& take) try {
    const Encoding encoding = find_encoding(input);
    const OnecHead head = read_head(input, encoding);
    BankStatement statement;
    statement.format = "1c";
    statement.encoding = name_of(encoding);
    statement.accounts = own_accounts(head);
    if (statement.accounts.empty()) {
        refuse_file(input.name(),
                    "names no account of its own ('РасчСчет'): export the statement of one account or more");
    }
    const Own own(statement.accounts.begin(), statement.accounts.end());
    const OnecSections sections = sections_of(head);
    OnecTotals totals;
    LineDays line_days;
    Occurrences occurrences;
    scan_onec(TextLines(input, encoding), [&](const OnecDocument& document) {
        BankLine line = read_onec_document(document, input.name());
        place(line, own);
        occurrences.count(line);
        totals.add(line);
        line_days.add(line);
        take(std::move(line));
    });
    statement.remarks = head.remarks;
    add_onec_ranges(statement, head, sections, totals, input.name());
    line_days.look_over(statement);
    check_onec_sums(statement, head, sections, totals, input.name());
    return statement;
} catch (const SumError&) {
    refuse_file(input.name(), "holds amounts whose sum leaves 64 bits: look for one with too many digits");
}

}  // namespace tracker
