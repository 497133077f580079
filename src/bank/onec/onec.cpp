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

#include "bank/bank_values.hpp"
#include "bank/line_days.hpp"
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
        std::size_t lines = 0;
        std::size_t unknown = 0;  ///< whose direction nothing says
        std::optional<Day> last;  ///< booking date
    };

    void add(const BankLine& line) {
        const bool own = line.direction == Direction::own_transfer;
        OfAccount& account = book(line.account, line.date);
        if (own || line.direction == Direction::outgoing) account.spent += line.amount;
        if (line.direction == Direction::incoming) account.received += line.amount;
        if (line.direction == Direction::unknown) ++account.unknown;
        if (own) book(line.payee_account, line.date).received += line.amount;
    }

    [[nodiscard]] OfAccount of(const std::string& account) const {
        const auto found = accounts_.find(account);
        return found == accounts_.end() ? OfAccount{} : found->second;
    }

  private:
    OfAccount& book(const std::string& account, Day date) {
        OfAccount& totals = accounts_[account];
        ++totals.lines;
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

/// The days that the file gives, and the account's lines.
class Ranges {
  public:
    Ranges(const OnecHead& head, const Totals& totals, const std::string& file)
        : head_(head), totals_(totals), file_(file), made_on_(read_bank_day(head.created.text)) {
        const auto from = read_bank_day(head.range.from.text);
        const auto until = read_bank_day(head.range.until.text);
        if (from && until && *from <= *until) whole_ = {*from, *until};
    }

    void add(BankStatement& statement, const Sections& sections) const {
        for (const auto& account : statement.accounts) {
            const auto found = sections.find(account);
            if (found == sections.end()) {
                add_range(statement, account, head_.range);
                continue;
            }
            // Banks write a section for each day with movement: the header says which days were asked for.
            const bool whole = whole_ && is_of_header(account);
            if (whole) statement.ranges.push_back({account, whole_->first, whole_->second, made_on_});
            for (const auto* section : found->second) {
                if (!whole || !is_within_whole(*section)) add_range(statement, account, *section);
            }
        }
    }

  private:
    [[nodiscard]] bool is_of_header(const std::string& account) const {
        return head_.accounts.empty() ||
               std::find(head_.accounts.begin(), head_.accounts.end(), account) != head_.accounts.end();
    }

    [[nodiscard]] bool is_within_whole(const OnecRange& section) const {
        const auto from = read_onec_date(section.from, file_);
        const auto until = read_onec_date(section.until, file_);
        if (from > until && until) return false;  // refused as it is added
        return from.value_or(whole_->first) >= whole_->first &&
               until.value_or(whole_->second) <= whole_->second;
    }

    /// The range that the section gives, or the header where the section leaves a date out.
    void add_range(BankStatement& statement, const std::string& account, const OnecRange& range) const {
        const auto& until_value = range.until.text.empty() ? head_.range.until : range.until;
        auto from = read_onec_date(range.from.text.empty() ? head_.range.from : range.from, file_);
        auto until = read_onec_date(until_value, file_);
        const bool open = !until;
        if (open) until = totals_.of(account).last;
        if (!until) return;
        if (open && from > until) from.reset();
        if (from > until) {
            refuse_file(file_,
                        fmt::format("line {}: the statement begins on {}, after its end on {}: export it "
                                    "again",
                                    until_value.line, format(*from), format(*until)));
        }
        statement.ranges.push_back({account, from, *until, made_on_});
    }

    const OnecHead& head_;
    const Totals& totals_;
    const std::string& file_;
    std::optional<Day> made_on_;
    std::optional<std::pair<Day, Day>> whole_;  ///< the header's range
};

/// Compares what the bank says came and went with the lines, account by account; several sections of one add
/// up. A difference is said; money against no line at all means that the lines are not in a form that is
/// read.
class Sums {
  public:
    Sums(BankStatement& statement, const Totals& totals, const std::string& file)
        : statement_(statement), totals_(totals), file_(file) {}

    void check(const Sections& sections, const OnecRange& header) {
        for (const auto& account : statement_.accounts) {
            const auto found = sections.find(account);
            if (found != sections.end()) check(account, found->second);
        }
        // Without sections the header's totals are those of its accounts.
        if (sections.empty() && statement_.accounts.size() == 1)
            check(statement_.accounts.front(), {&header});
    }

  private:
    using Parts = std::vector<const OnecRange*>;

    void check(const std::string& account, const Parts& parts) {
        const auto totals = totals_.of(account);
        const auto received = declared(parts, &OnecRange::received);
        const auto spent = declared(parts, &OnecRange::spent);
        const bool told = totals.unknown + totals_.of("").unknown == 0;
        if (told && received > Money{} && totals.received == Money{})
            refuse(account, fmt::format("ВсегоПоступило {}", format(*received)),
                   "no line of money that came");
        if (totals.lines == 0 && spent > Money{})
            refuse(account, fmt::format("ВсегоСписано {}", format(*spent)), "no line of it");
        if (totals.lines == 0) check_balances(account, parts);
        compare(account, received, totals.received, "ВсегоПоступило");
        compare(account, spent, totals.spent, "ВсегоСписано");
    }

    void check_balances(const std::string& account, const Parts& parts) const {
        for (const auto* part : parts) {
            const auto opening = parse_money(plain_amount(part->opening.text));
            const auto closing = parse_money(plain_amount(part->closing.text));
            if (!opening || !closing || *opening == *closing) continue;
            refuse(account,
                   fmt::format("that the balance went from {} to {}", format(*opening), format(*closing)),
                   "no line of it");
        }
    }

    [[noreturn]] void refuse(const std::string& account, const std::string& said,
                             std::string_view none) const {
        refuse_file(
            file_,
            fmt::format("says of account {} {}, but holds {}: its lines were left out, or are not in a "
                        "form that is read: export the statement again, or as camt.053 or CSV",
                        printable(account), said, none));
    }

    [[nodiscard]] std::optional<Money> declared(const Parts& parts, OnecValue OnecRange::*said) const {
        std::optional<Money> sum;
        for (const auto* part : parts) {
            if ((part->*said).text.empty()) continue;
            sum = sum.value_or(Money{}) + read_onec_amount(part->*said, file_);
        }
        return sum;
    }

    void compare(const std::string& account, std::optional<Money> said, Money sum, std::string_view key) {
        if (!said || sum == *said) return;
        statement_.remarks.push_back(
            fmt::format("account {}: the bank says {} {}, the lines of the file sum up to {}",
                        printable(account), key, format(*said), format(sum)));
    }

    BankStatement& statement_;
    const Totals& totals_;
    const std::string& file_;
};

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
    Ranges(head, totals, input.name()).add(statement, sections);
    line_days.look_over(statement);
    Sums(statement, totals, input.name()).check(sections, head.range);
    return statement;
} catch (const SumError&) {
    refuse_file(input.name(), "holds amounts whose sum leaves 64 bits: look for one with too many digits");
}

}  // namespace tracker
