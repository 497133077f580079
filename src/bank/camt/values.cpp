// SPDX-License-Identifier: MIT
// Reads amounts, currencies, days and credit marks.
#include "bank/camt/values.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "bank/bank_values.hpp"
#include "tracker/base/text.hpp"

namespace tracker {

Money read_camt_amount(const CamtXml& xml, XmlNode amount) {
    const auto written = text_of(amount);
    const std::string plain = plain_amount(written);
    std::string_view number = plain;
    if (const auto mark = number.find_first_of(".,"); mark != std::string_view::npos) {
        // A comma before three digits may part thousands.
        const bool certain = number[mark] == '.' || number.size() != mark + 4;
        while (certain && number.size() > mark + 3 && number.back() == '0') number.remove_suffix(1);
    }
    const auto money = parse_money(number);
    if (!money) {
        xml.refuse(amount, fmt::format("amount '{}' {}", printable(written), why_not_money(number)));
    }
    if (written.starts_with('-')) {
        xml.refuse(amount,
                   fmt::format("amount '{}' is negative: 'CdtDbtInd' says which way it went, not a sign",
                               printable(written)));
    }
    return *money;
}

std::string read_camt_currency(const CamtXml& xml, XmlNode element) {
    const auto attribute = element.attribute("Ccy");
    std::string currency = attribute ? attribute.value() : text_of(element);
    if (!attribute && local_name(element) == "Amt") return {};
    const auto is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (currency.empty()) return currency;
    if (currency.size() != 3 || !std::all_of(currency.begin(), currency.end(), is_letter)) {
        xml.refuse(element, fmt::format("currency '{}' is not three letters like RUB", printable(currency)));
    }
    // Some banks still write the code from before 1998.
    return currency == "RUR" ? "RUB" : currency;
}

std::optional<Day> read_camt_day(const CamtXml& xml, XmlNode element) {
    const auto text = text_of(element);
    if (text.empty()) return std::nullopt;
    // A time follows with T, the zone of a date with Z, + or -. Which day it was is said by the bank's clock.
    const bool iso =
        text.size() >= 10 && text[4] == '-' &&
        (text.size() == 10 || std::string_view("TZ+- ").find(text[10]) != std::string_view::npos);
    const auto day = iso ? parse_day(std::string_view(text).substr(0, 10)) : std::nullopt;
    if (!day) {
        xml.refuse(element, fmt::format("date '{}' does not exist or is not written like 2026-11-05",
                                        printable(text)));
    }
    return day;
}

std::optional<Day> read_camt_day_in(const CamtXml& xml, XmlNode element) {
    if (const auto day = read_camt_day(xml, child(element, "Dt"))) return day;
    return read_camt_day(xml, child(element, "DtTm"));
}

bool read_camt_credit(const CamtXml& xml, XmlNode element, std::string_view what) {
    const auto text = text_of(child(element, "CdtDbtInd"));
    if (text == "CRDT") return true;
    if (text == "DBIT") return false;
    xml.refuse(element,
               fmt::format("the {} that begins here {}", what,
                           text.empty() ? "doesn't say whether it is a credit ('CdtDbtInd')"
                                        : fmt::format("says '{}' in 'CdtDbtInd', which is neither CRDT nor "
                                                      "DBIT",
                                                      printable(text))));
}

}  // namespace tracker
