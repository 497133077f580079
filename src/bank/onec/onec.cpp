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

#include "bank/occurrences.hpp"
#include "bank/onec/onec_document.hpp"
#include "bank/onec/onec_scan.hpp"
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

/// What the lines of the file come to, account by account.
class Totals {
  public:
    struct OfAccount {
        Money received;
        Money spent;
        std::optional<Day> last;  ///< booking date
    };

    void add(const BankLine& line) {
        const bool own = line.direction == Direction::own_transfer;
        OfAccount& account = book(line.account, line.date);
        if (own || line.direction == Direction::outgoing) account.spent += line.amount;
        if (line.direction == Direction::incoming) account.received += line.amount;
        if (own) book(line.payee_account, line.date).received += line.amount;
    }

    [[nodiscard]] OfAccount of(const std::string& account) const {
        const auto found = accounts_.find(account);
        return found == accounts_.end() ? OfAccount{} : found->second;
    }

  private:
    OfAccount& book(const std::string& account, Day date) {
        OfAccount& totals = accounts_[account];
        totals.last = std::max(totals.last.value_or(date), date);
        return totals;
    }

    std::map<std::string, OfAccount> accounts_;
};

/// The sections of each account, in order of the file.
using Sections = std::unordered_map<std::string, std::vector<const OnecRange*>>;

Sections sections_of(const OnecHead& head) {
    Sections sections;
    for (const auto& section : head.sections) sections[section.account.text].push_back(&section);
    return sections;
}

/// The range that the section gives, or the header where the section leaves a date out.
void add_range(BankStatement& statement, const std::string& account, const OnecRange& range,
               const OnecHead& head, const Totals& totals, const std::string& file) {
    const auto& until_value = range.until.text.empty() ? head.range.until : range.until;
    auto from = read_onec_date(range.from.text.empty() ? head.range.from : range.from, file);
    auto until = read_onec_date(until_value, file);
    const bool open = !until;
    if (open) until = totals.of(account).last;
    if (!until) return;
    if (open && from > until) from.reset();
    if (from > until) {
        refuse_file(file,
                    fmt::format("line {}: the statement begins on {}, after its end on {}: export it again",
                                until_value.line, format(*from), format(*until)));
    }
    statement.ranges.push_back({account, from, *until});
    if (open) return;
    if (const auto created = parse_day(head.created.text); created && *created < *until) {
        statement.remarks.push_back(fmt::format("line {}: the range ends on {}, but the file was made on {}",
                                                until_value.line, format(*until), format(*created)));
    }
}

void add_ranges(BankStatement& statement, const OnecHead& head, const Sections& sections,
                const Totals& totals, const std::string& file) {
    for (const auto& account : statement.accounts) {
        const auto found = sections.find(account);
        if (found == sections.end()) {
            add_range(statement, account, head.range, head, totals, file);
            continue;
        }
        for (const auto* section : found->second) add_range(statement, account, *section, head, totals, file);
    }
}

/// Compares what the bank says came and went with the lines, account by account; several sections of one add
/// up.
void check_sums(BankStatement& statement, const Sections& sections, const Totals& totals,
                const std::string& file) {
    const auto compare = [&](const std::string& account, const OnecValue OnecRange::*said, Money sum,
                             std::string_view key) {
        std::optional<Money> declared;
        const auto found = sections.find(account);
        if (found == sections.end()) return;
        for (const auto* section : found->second) {
            if ((section->*said).text.empty()) continue;
            declared = declared.value_or(Money{}) + read_onec_amount(section->*said, file);
        }
        if (!declared || sum == *declared) return;
        statement.remarks.push_back(
            fmt::format("account {}: the bank says {} {}, the lines of the file sum up to {}",
                        printable(account), key, format(*declared), format(sum)));
    };
    for (const auto& account : statement.accounts) {
        compare(account, &OnecRange::received, totals.of(account).received, "ВсегоПоступило");
        compare(account, &OnecRange::spent, totals.of(account).spent, "ВсегоСписано");
    }
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
    const Sections sections = sections_of(head);
    Totals totals;
    Occurrences occurrences;
    scan_onec(TextLines(input, encoding), [&](const OnecDocument& document) {
        BankLine line = read_onec_document(document, input.name());
        place(line, own);
        occurrences.count(line);
        totals.add(line);
        take(std::move(line));
    });
    statement.remarks = head.remarks;
    add_ranges(statement, head, sections, totals, input.name());
    check_sums(statement, sections, totals, input.name());
    return statement;
} catch (const SumError&) {
    refuse_file(input.name(), "holds amounts whose sum leaves 64 bits: look for one with too many digits");
}

}  // namespace tracker
