// SPDX-License-Identifier: MIT
// Finds the days of a statement and compares its balances with its entries.
#include "bank/camt/statement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "bank/camt/values.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

struct Days {
    std::optional<Day> from;
    std::optional<Day> until;
};

/// The first child of that name, else of the other.
XmlNode either(XmlNode parent, std::string_view name, std::string_view other) {
    const auto node = child(parent, name);
    return node ? node : child(parent, other);
}

/// The balance of that code, if there is exactly one.
XmlNode balance_of(XmlNode statement, std::string_view code) {
    XmlNode found;
    for (const auto node : statement.children()) {
        if (local_name(node) != "Bal" || text_of(at(node, {"Tp", "CdOrPrtry", "Cd"})) != code) continue;
        if (found) return {};
        found = node;
    }
    return found;
}

Days days_of_lines(const CamtStatement& statement, std::size_t first_line) {
    Days days;
    for (auto i = first_line; i < statement.lines.size(); ++i) {
        const auto date = statement.lines[i].date;
        days.from = std::min(days.from.value_or(date), date);
        days.until = std::max(days.until.value_or(date), date);
    }
    return days;
}

bool is_midnight(XmlNode time) {
    const auto text = text_of(time);
    return text.size() > 10 && std::string_view(text).substr(10).starts_with("T00:00:00");
}

/// Nothing where it isn't said whether the balance is a credit; the standard asks for it, some banks don't.
std::optional<Money> signed_amount(const CamtXml& xml, XmlNode balance) {
    const auto sign = text_of(child(balance, "CdtDbtInd"));
    if (sign != "CRDT" && sign != "DBIT") return std::nullopt;
    const auto amount = read_camt_amount(xml, child(balance, "Amt"));
    return sign == "CRDT" ? amount : -amount;
}

/// Whether the statement's own summary counts money that came.
bool sums_up_credits(const CamtXml& xml, XmlNode node) {
    const auto sum = at(node, {"TxsSummry", "TtlCdtNtries", "Sum"});
    return !text_of(sum).empty() && read_camt_amount(xml, sum) > Money{};
}

}  // namespace

void add_camt_range(const CamtXml& xml, const CamtPart& part, const std::string& account,
                    std::size_t first_line, CamtStatement& statement) {
    const XmlNode node = part.node;
    const auto period = child(node, "FrToDt");
    const auto end = either(period, "ToDtTm", "ToDt");
    const Days said{read_camt_day(xml, either(period, "FrDtTm", "FrDt")), read_camt_day(xml, end)};
    const Days balances{read_camt_day_in(xml, child(balance_of(node, "OPBD"), "Dt")),
                        read_camt_day_in(xml, child(balance_of(node, "CLBD"), "Dt"))};
    const auto lines = days_of_lines(statement, first_line);
    if (said.from && said.until && *said.from > *said.until) {
        xml.refuse(period, fmt::format("the statement begins on {}, after its end on {}: export it again",
                                       format(*said.from), format(*said.until)));
    }
    auto until = said.until ? said.until : balances.until ? balances.until : lines.until;
    if (!until) return;
    auto from = said.from ? said.from : balances.from ? balances.from : lines.from;
    // An end at midnight is the end of the day before, unless something else says that the day counts.
    if (said.until && is_midnight(end) && from < until && lines.until < until && balances.until != until) {
        *until -= days{1};
    }
    // Without a beginning that is given or can be, the range is its last day.
    if (!from || *from > *until) from = until;
    auto created = child(node, "CreDtTm");
    if (!created) created = child(part.header, "CreDtTm");
    statement.ranges.push_back({account, from, *until, read_camt_day(xml, created)});
}

void check_camt_balances(const CamtXml& xml, XmlNode node, const std::string& account, Money moved, bool any,
                         CamtStatement& statement) {
    if (!any && sums_up_credits(xml, node)) {
        xml.refuse(node,
                   "the statement that begins here sums up money that came, but holds no booked entry "
                   "('Ntry'): export it with its entries");
    }
    const auto opening = balance_of(node, "OPBD");
    const auto closing = balance_of(node, "CLBD");
    const auto currency = [&](XmlNode balance) { return read_camt_currency(xml, child(balance, "Amt")); };
    if (!child(opening, "Amt") || !child(closing, "Amt") || currency(opening) != currency(closing)) return;
    const auto before = signed_amount(xml, opening);
    const auto after = signed_amount(xml, closing);
    if (!before || !after) {
        statement.remarks.push_back(fmt::format(
            "account {}: a balance doesn't say whether it is a credit: not compared with the entries",
            printable(account)));
        return;
    }
    const auto difference = *after - *before;
    statement.sums_agree = statement.sums_agree.value_or(true) && difference == moved;
    if (difference == moved) return;
    if (!any) {
        xml.refuse(node,
                   fmt::format("the balance of the statement that begins here changes by {}, but it holds no "
                               "booked entry ('Ntry'): export it with its entries",
                               format(difference)));
    }
    statement.remarks.push_back(
        fmt::format("account {}: the balance changes by {}, the booked entries of the file by {}",
                    printable(account), format(difference), format(moved)));
}

}  // namespace tracker
