// SPDX-License-Identifier: MIT
// From one document of a 1C file to a line. Never decides by the dates what the accounts decide (onec.cpp).
#include "bank/onec/onec_document.hpp"

#include <fmt/format.h>

#include <utility>

#include "bank/bank_values.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/lines.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

using Key = OnecKey;

[[noreturn]] void refuse(const std::string& file, std::size_t line, std::string_view what) {
    throw InputError(fmt::format("'{}' line {}: {}", printable(file), line, what));
}

/// The first of the two that is filled; banks write 0 for an account that there isn't.
std::string filled(const OnecValue& value, const OnecValue& otherwise) {
    const auto& text = value.text.empty() || value.text == "0" ? otherwise.text : value.text;
    return text == "0" ? "" : text;
}

/// Name and tax id: `Плательщик1`, else `Плательщик`; `ПлательщикИНН`, else what either name holds of it.
BankParty party_of(const OnecValue& name, const OnecValue& whole, const OnecValue& tax_id) {
    BankParty party = read_bank_party(name.text);
    BankParty otherwise = read_bank_party(whole.text);
    if (party.name.empty()) party.name = std::move(otherwise.name);
    if (party.tax_id.empty()) party.tax_id = std::move(otherwise.tax_id);
    if (std::string said = bank_tax_id(tax_id.text); !said.empty()) party.tax_id = std::move(said);
    return party;
}

/// The whole purpose, else its numbered parts; banks fill both at times.
std::string purpose_of(const OnecDocument& document) {
    std::string purpose = document[Key::purpose].text;
    if (purpose.empty()) {
        for (auto key = Key::purpose1; key <= Key::purpose6;
             key = static_cast<Key>(static_cast<int>(key) + 1)) {
            if (document[key].text.empty()) continue;
            if (!purpose.empty()) purpose += ' ';
            purpose += document[key].text;
        }
    }
    return purpose + document.purpose_tail;
}

}  // namespace

std::optional<Day> read_onec_date(const OnecValue& value, const std::string& file) {
    if (value.text.empty()) return std::nullopt;
    if (const auto day = read_bank_day(value.text)) return day;
    refuse(file, value.line,
           fmt::format("date '{}' does not exist or is not written like 05.11.2026", printable(value.text)));
}

Money read_onec_amount(const OnecValue& value, const std::string& file) {
    const std::string plain = plain_amount(value.text);
    const auto amount = parse_money(plain);
    if (!amount) {
        refuse(file, value.line, fmt::format("amount '{}' {}", printable(value.text), why_not_money(plain)));
    }
    if (amount->minor < 0) {
        refuse(
            file, value.line,
            fmt::format("amount '{}' is negative: the accounts of a line say which way it went, not a sign",
                        printable(value.text)));
    }
    return *amount;
}

BankLine read_onec_document(const OnecDocument& document, const std::string& file) {
    BankLine line;
    line.line = document.line;
    line.document = document.kind;
    if (document[Key::amount].text.empty()) {
        refuse(file, document.line, "the document that begins here has no amount ('Сумма')");
    }
    line.amount = read_onec_amount(document[Key::amount], file);
    const auto written = read_onec_date(document[Key::date], file);
    const auto booked = read_onec_date(document[Key::date_in], file);
    if (!written && !booked) {
        refuse(file, document.line, "the document that begins here has no date ('ДатаПоступило' or 'Дата')");
    }
    line.date = booked ? *booked : *written;
    line.number = document[Key::number].text;
    BankParty payer = party_of(document[Key::payer_name], document[Key::payer], document[Key::payer_tax_id]);
    line.payer = std::move(payer.name);
    line.payer_tax_id = std::move(payer.tax_id);
    line.payer_account = filled(document[Key::payer_account], document[Key::payer_settlement]);
    BankParty payee = party_of(document[Key::payee_name], document[Key::payee], document[Key::payee_tax_id]);
    line.payee = std::move(payee.name);
    line.payee_tax_id = std::move(payee.tax_id);
    line.payee_account = filled(document[Key::payee_account], document[Key::payee_settlement]);
    line.purpose = purpose_of(document);
    // Only a guess: it stands where neither account is the firm's own.
    if (!document[Key::date_in].text.empty()) {
        line.direction = Direction::incoming;
    } else if (!document[Key::date_out].text.empty()) {
        line.direction = Direction::outgoing;
    }
    line.raw = document.section;
    return line;
}

}  // namespace tracker
