// SPDX-License-Identifier: MIT
#include "bank/camt/camt_entry.hpp"

#include <fmt/format.h>

#include <optional>
#include <vector>

#include "bank/camt/camt_details.hpp"
#include "bank/camt/camt_values.hpp"

namespace tracker {
namespace {

/// One `TxDtls`.
struct Details {
    XmlNode node;
    bool credit = false;
    std::optional<Money> amount;  ///< in the entry's currency, and more than nothing
};

Direction direction_of(bool credit, bool reversal) {
    if (!credit) return Direction::outgoing;
    // A payment of the firm's own came back: money comes in, but nobody has paid.
    return reversal ? Direction::unknown : Direction::incoming;
}

/// `Amt`, else `AmtDtls/TxAmt/Amt`; banks write 0 or the payer's currency in either.
std::optional<Money> amount_of(const CamtXml& xml, XmlNode details, const std::string& currency) {
    for (const auto amount : {child(details, "Amt"), at(details, {"AmtDtls", "TxAmt", "Amt"})}) {
        if (!amount) continue;
        const auto own = read_camt_currency(xml, amount);
        if (!own.empty() && !currency.empty() && own != currency) continue;
        if (const auto money = read_camt_amount(xml, amount); money.minor > 0) return money;
    }
    return std::nullopt;
}

std::vector<Details> details_of(const CamtXml& xml, XmlNode entry, const BankLine& line, bool credit) {
    std::vector<Details> all;
    for (const auto group : entry.children()) {
        if (local_name(group) != "NtryDtls") continue;
        for (const auto node : group.children()) {
            if (local_name(node) != "TxDtls") continue;
            const bool own = static_cast<bool>(child(node, "CdtDbtInd"));
            all.push_back({node, own ? read_camt_credit(xml, node, "transaction") : credit,
                           amount_of(xml, node, line.currency)});
        }
    }
    return all;
}

/// What the details sum up to, in the direction of their entry; nothing if one of them has no amount.
std::optional<Money> sum_of(const std::vector<Details>& all, bool credit) {
    Money sum;
    for (const auto& details : all) {
        if (!details.amount) return std::nullopt;
        sum = details.credit == credit ? sum + *details.amount : sum - *details.amount;
    }
    return sum;
}

/// Everything that the lines of the entry share.
BankLine entry_line(const CamtXml& xml, XmlNode entry) {
    BankLine line;
    line.line = xml.line(entry);
    const auto amount = child(entry, "Amt");
    if (text_of(amount).empty()) xml.refuse(entry, "the entry that begins here has no amount ('Amt')");
    line.amount = read_camt_amount(xml, amount);
    line.currency = read_camt_currency(xml, amount);
    auto date = read_camt_day_in(xml, child(entry, "BookgDt"));
    if (!date) date = read_camt_day_in(xml, child(entry, "ValDt"));
    if (!date) xml.refuse(entry, "the entry that begins here has no date ('BookgDt' or 'ValDt')");
    line.date = *date;
    line.document = text_of(at(entry, {"BkTxCd", "Prtry", "Cd"}));
    read_camt_entry_texts(entry, line);
    return line;
}

std::string about_reversal(const BankLine& line, bool credit) {
    return fmt::format("line {}: {} {}", line.line, format(line.amount),
                       credit ? "is a reversed debit: an own payment came back, nobody has paid"
                              : "is a reversed credit: the bank took back a payment");
}

}  // namespace

Money read_camt_entry(const CamtXml& xml, XmlNode entry, CamtStatement& statement) {
    auto line = entry_line(xml, entry);
    const bool credit = read_camt_credit(xml, entry, "entry");
    const bool reversal = is_true(child(entry, "RvslInd"));
    line.direction = direction_of(credit, reversal);
    const Money moved = credit ? line.amount : Money{} - line.amount;
    if (reversal) statement.remarks.push_back(about_reversal(line, credit));

    const auto all = details_of(xml, entry, line, credit);
    const auto sum = sum_of(all, credit);
    if (all.size() > 1 && sum == line.amount) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            auto part = line;
            part.amount = *all[i].amount;
            part.direction = direction_of(all[i].credit, reversal);
            read_camt_details(all[i].node, i + 1, part);
            // Not the whole entry: a collection of thousands would be kept thousands of times.
            part.raw = xml.raw(all[i].node);
            statement.lines.push_back(std::move(part));
        }
        return moved;
    }
    // What was booked is certain, whatever the details say; they can differ by the bank's charges.
    if (all.size() > 1) {
        statement.remarks.push_back(fmt::format(
            "line {}: one line of {}: its {} transactions {}", line.line, format(line.amount), all.size(),
            sum ? fmt::format("sum up to {}", format(*sum)) : "don't all have an amount of its currency"));
    } else if (all.size() == 1 && sum && sum != line.amount) {
        statement.remarks.push_back(fmt::format("line {}: {} was booked, but its transaction says {}",
                                                line.line, format(line.amount), format(*sum)));
    }
    read_camt_details(all.size() == 1 ? all[0].node : XmlNode{}, 0, line);
    line.raw = xml.raw(entry);
    statement.lines.push_back(std::move(line));
    return moved;
}

}  // namespace tracker
