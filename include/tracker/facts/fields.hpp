// SPDX-License-Identifier: MIT
// Each fact's fields by name, in the order of its CSV columns: said once, used by the store's SQL, by import
// and by export. A visitor is called with the column's name and the field; it needs an overload for each type
// of field.
#pragma once

#include <type_traits>

#include "tracker/facts/bank.hpp"
#include "tracker/facts/facts.hpp"
#include "tracker/facts/letter.hpp"

namespace tracker {

/// A column that only files have: the currency is the contract's, and is not stored again with the fact.
struct CurrencyColumn {};
/// A column that only the database has: which bank line a payment came from, or 0.
template <class Integer>
struct LineColumn {
    Integer& line;
};

/// Either `Fact` or `const Fact`.
template <class T, class Fact>
concept Is = std::is_same_v<std::remove_const_t<T>, Fact>;

template <Is<Client> T, class Visitor>
void visit_fields(T& client, Visitor&& visit) {
    visit("code", client.code);
    visit("name", client.name);
    visit("tax_id", client.tax_id);
    visit("email", client.email);
    visit("phone", client.phone);
    visit("language", client.language);
    visit("note", client.note);
}

template <Is<Contract> T, class Visitor>
void visit_fields(T& contract, Visitor&& visit) {
    visit("number", contract.number);
    visit("signed", contract.signed_on);
    visit("starts", contract.starts);
    visit("ends", contract.ends);
    visit("currency", contract.currency);
    visit("fee", contract.fee);
    visit("pay_day", contract.pay_day);
    visit("grace", contract.grace);
    visit("resume", contract.resume);
    visit("clause", contract.clause);
}

template <Is<Amendment> T, class Visitor>
void visit_fields(T& terms, Visitor&& visit) {
    visit("from", terms.from);
    visit("fee", terms.fee);
    visit("grace", terms.grace);
    visit("resume", terms.resume);
}

template <Is<ScheduleLine> T, class Visitor>
void visit_fields(T& line, Visitor&& visit) {
    visit("kind", line.kind);
    visit("from", line.from);
    visit("line", line.line);  // four columns: owed_by, offset, day, convention
}

template <Is<Fulfilment> T, class Visitor>
void visit_fields(T& fulfilment, Visitor&& visit) {
    visit("kind", fulfilment.kind);
    visit("period", fulfilment.period);
    visit("date", fulfilment.date);
    visit("note", fulfilment.note);
}

template <Is<Extension> T, class Visitor>
void visit_fields(T& extension, Visitor&& visit) {
    visit("kind", extension.kind);
    visit("period", extension.period);
    visit("date", extension.date);
    visit("until", extension.until);
    visit("reason", extension.reason);
}

template <Is<Waiver> T, class Visitor>
void visit_fields(T& waiver, Visitor&& visit) {
    visit("kind", waiver.kind);
    visit("period", waiver.period);
    visit("date", waiver.date);
    visit("reason", waiver.reason);
}

template <Is<Charge> T, class Visitor>
void visit_fields(T& charge, Visitor&& visit) {
    visit("date", charge.date);
    visit("due", charge.due);
    visit("amount", charge.amount);
    visit("currency", CurrencyColumn{});
    visit("text", charge.text);
}

template <Is<Payment> T, class Visitor>
void visit_fields(T& payment, Visitor&& visit) {
    visit("date", payment.date);
    visit("amount", payment.amount);
    visit("currency", CurrencyColumn{});
    visit("reference", payment.reference);
    visit("source", payment.source);
    visit("line", LineColumn<std::remove_reference_t<decltype((payment.bank_line))>>{payment.bank_line});
}

template <Is<Credit> T, class Visitor>
void visit_fields(T& credit, Visitor&& visit) {
    visit("date", credit.date);
    visit("amount", credit.amount);
    visit("currency", CurrencyColumn{});
    visit("reference", credit.reference);
    visit("source", credit.source);
}

template <Is<ManualSuspension> T, class Visitor>
void visit_fields(T& suspension, Visitor&& visit) {
    visit("date", suspension.date);
    visit("from", suspension.from);
    visit("until", suspension.until);
    visit("reason", suspension.reason);
}

template <Is<Holiday> T, class Visitor>
void visit_fields(T& holiday, Visitor&& visit) {
    visit("date", holiday.date);
    visit("kind", holiday.kind);
    visit("name", holiday.name);
}

template <Is<Setting> T, class Visitor>
void visit_fields(T& setting, Visitor&& visit) {
    visit("name", setting.name);
    visit("value", setting.value);
}

template <Is<BankFile> T, class Visitor>
void visit_fields(T& file, Visitor&& visit) {
    visit("name", file.name);
    visit("format", file.format);
}

template <Is<Statement> T, class Visitor>
void visit_fields(T& statement, Visitor&& visit) {
    visit("file", statement.file);
    visit("account", statement.account);
    visit("from", statement.from);
    visit("until", statement.until);
}

template <Is<BankRecord> T, class Visitor>
void visit_fields(T& record, Visitor&& visit) {
    visit("file", record.file);
    visit("place", record.line.line);
    visit("account", record.line.account);
    visit("date", record.line.date);
    visit("number", record.line.number);
    visit("reference", record.line.reference);
    visit("amount", record.line.amount);
    visit("currency", record.line.currency);
    visit("direction", record.line.direction);
    visit("payer", record.line.payer);
    visit("payer_account", record.line.payer_account);
    visit("payer_tax_id", record.line.payer_tax_id);
    visit("payee", record.line.payee);
    visit("payee_account", record.line.payee_account);
    visit("payee_tax_id", record.line.payee_tax_id);
    visit("purpose", record.line.purpose);
    visit("occurrence", record.line.occurrence);
    visit("raw", record.line.raw);
}

template <Is<Sighting> T, class Visitor>
void visit_fields(T& sighting, Visitor&& visit) {
    visit("file", sighting.file);
    visit("place", sighting.place);
    visit("line", sighting.line);
    visit("raw", sighting.raw);
}

template <Is<Payer> T, class Visitor>
void visit_fields(T& payer, Visitor&& visit) {
    visit("account", payer.account);
    visit("tax_id", payer.tax_id);
}

template <Is<Dismissal> T, class Visitor>
void visit_fields(T& dismissal, Visitor&& visit) {
    visit("line", dismissal.line);
    visit("reason", dismissal.reason);
}

template <Is<OwnAccount> T, class Visitor>
void visit_fields(T& account, Visitor&& visit) {
    visit("account", account.account);
    visit("standing", account.standing);
    visit("date", account.date);
    visit("note", account.note);
}

template <Is<Letter> T, class Visitor>
void visit_fields(T& letter, Visitor&& visit) {
    visit("date", letter.date);
    visit("means", letter.means);
    visit("about", letter.about);
    visit("recipient", letter.recipient);
    visit("subject", letter.subject);
    visit("text", letter.text);
    visit("message", letter.message);
}

template <Is<Delivery> T, class Visitor>
void visit_fields(T& delivery, Visitor&& visit) {
    visit("letter", delivery.letter);
    visit("step", delivery.step);
    visit("detail", delivery.detail);
}

}  // namespace tracker
