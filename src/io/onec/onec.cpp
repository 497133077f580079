// SPDX-License-Identifier: MIT
// From the sections of a 1C file to a statement: directions, ranges, sums. Never guesses whose money it is.
#include "tracker/io/onec.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "io/lines.hpp"
#include "io/occurrences.hpp"
#include "io/onec/onec_document.hpp"
#include "io/onec/onec_scan.hpp"
#include "tracker/core/error.hpp"
#include "tracker/io/encoding.hpp"
#include "tracker/io/text.hpp"

namespace tracker {
namespace {

[[noreturn]] void refuse(const std::string& file, std::string_view what) {
    throw InputError(fmt::format("'{}' {}", printable(file), what));
}

std::vector<std::string> own_accounts(const OnecHead& head) {
    std::vector<std::string> accounts;
    const auto add = [&](std::string_view account) {
        if (account.empty() || std::find(accounts.begin(), accounts.end(), account) != accounts.end()) return;
        accounts.emplace_back(account);
    };
    for (const auto account : head.accounts) add(account);
    for (const auto& section : head.sections) add(section.account.text);
    return accounts;
}

/// The direction by the own accounts; where neither account is one, what the dates said stays.
void place(BankLine& line, const std::vector<std::string>& own) {
    const auto is_own = [&](const std::string& account) {
        return std::find(own.begin(), own.end(), account) != own.end();
    };
    const bool outgoing = is_own(line.payer_account);
    const bool incoming = is_own(line.payee_account);
    if (outgoing || incoming) {
        line.direction = outgoing && incoming ? Direction::own_transfer
                         : outgoing           ? Direction::outgoing
                                              : Direction::incoming;
        line.account = outgoing ? line.payer_account : line.payee_account;
    } else if (own.size() == 1) {
        line.account = own[0];
    }
}

std::optional<Day> last_booking(const BankStatement& statement, std::string_view account) {
    std::optional<Day> last;
    for (const auto& line : statement.lines) {
        const bool own = line.direction == Direction::own_transfer;
        if (line.account == account || (own && line.payee_account == account)) {
            last = std::max(last.value_or(line.date), line.date);
        }
    }
    return last;
}

/// The range that the section gives, or the header where the section leaves a date out.
void add_range(BankStatement& statement, const std::string& account, const OnecRange& range,
               const OnecHead& head, const std::string& file) {
    const auto& until_value = range.until.text.empty() ? head.range.until : range.until;
    auto from = read_onec_date(range.from.text.empty() ? head.range.from : range.from, file);
    auto until = read_onec_date(until_value, file);
    const bool open = !until;
    if (open) until = last_booking(statement, account);
    if (!until) return;
    if (open && from > until) from.reset();
    if (from > until) {
        refuse(file, fmt::format("line {}: the statement begins on {}, after its end on {}: export it again",
                                 until_value.line, format(*from), format(*until)));
    }
    statement.ranges.push_back({account, from, *until});
    if (const auto created = parse_day(head.created.text); created && *created < *until) {
        statement.remarks.push_back(fmt::format("line {}: the range ends on {}, but the file was made on {}",
                                                until_value.line, format(*until), format(*created)));
    }
}

void add_ranges(BankStatement& statement, const OnecHead& head, const std::string& file) {
    for (const auto& account : statement.accounts) {
        bool found = false;
        for (const auto& section : head.sections) {
            if (section.account.text != account) continue;
            add_range(statement, account, section, head, file);
            found = true;
        }
        if (!found) add_range(statement, account, head.range, head, file);
    }
}

/// Compares what the bank says came and went with the lines, account by account; several sections of one add
/// up.
void check_sums(BankStatement& statement, const OnecHead& head, const std::string& file) {
    const auto compare = [&](const std::string& account, const OnecValue OnecRange::*said, bool incoming) {
        std::optional<Money> declared;
        for (const auto& section : head.sections) {
            if (section.account.text != account || (section.*said).text.empty()) continue;
            declared = declared.value_or(Money{}) + read_onec_amount(section.*said, file);
        }
        if (!declared) return;
        Money sum;
        for (const auto& line : statement.lines) {
            const bool own = line.direction == Direction::own_transfer;
            const bool counts =
                own || line.direction == (incoming ? Direction::incoming : Direction::outgoing);
            if (counts && (own && incoming ? line.payee_account : line.account) == account)
                sum += line.amount;
        }
        if (sum == *declared) return;
        statement.remarks.push_back(fmt::format(
            "account {}: the bank says {} {}, the lines of the file sum up to {}", printable(account),
            incoming ? "ВсегоПоступило" : "ВсегоСписано", format(*declared), format(sum)));
    };
    for (const auto& account : statement.accounts) {
        compare(account, &OnecRange::received, true);
        compare(account, &OnecRange::spent, false);
    }
}

}  // namespace

bool looks_like_onec(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    return trimmed(bytes.substr(0, 1024)).starts_with(onec_first_line);
}

BankStatement read_onec(std::string_view bytes, const std::string& file_name) {
    const auto decoded = to_utf8(bytes, file_name);
    BankStatement statement;
    statement.format = "1c";
    statement.encoding = decoded.encoding;
    bool dated = false;
    auto head = scan_onec(decoded.text, file_name, [&](const OnecDocument& document) {
        statement.lines.push_back(read_onec_document(document, file_name));
        dated = dated || statement.lines.back().direction != Direction::unknown;
    });
    if (head.sections.empty() && !statement.lines.empty() && !dated) {
        refuse(file_name,
               "holds payment orders for the bank, not a statement: export the statement of the account");
    }
    statement.accounts = own_accounts(head);
    if (statement.accounts.empty()) {
        refuse(file_name,
               "names no account of its own ('РасчСчет'): export the statement of one account or more");
    }
    for (auto& line : statement.lines) place(line, statement.accounts);
    count_occurrences(statement.lines);
    statement.remarks = std::move(head.remarks);
    add_ranges(statement, head, file_name);
    check_sums(statement, head, file_name);
    return statement;
}

}  // namespace tracker
