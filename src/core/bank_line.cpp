// SPDX-License-Identifier: MIT
// When two lines of statements are one. Never asks whose money it is.
#include <algorithm>
#include <string_view>

#include "tracker/core/bank.hpp"

namespace tracker {
namespace {

/// What two texts say of each other.
enum class Word : std::uint8_t { silent, agree, contradict };

Word compare(const std::string& a, const std::string& b) {
    if (a.empty() || b.empty()) return Word::silent;
    return a == b ? Word::agree : Word::contradict;
}

/// The number of a payment order: the Bank of Russia's are digits, at most six; leading zeros mean nothing.
std::string_view order_number(std::string_view number) {
    number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
    const bool digits = number.find_first_not_of("0123456789") == std::string_view::npos;
    return digits && number.size() <= 6 ? number : std::string_view();
}

/// Numbers that differ contradict only where both are a payment order's: camt's `EndToEndId` may be any text.
Word compare_numbers(const std::string& a, const std::string& b) {
    if (a.empty() || b.empty()) return Word::silent;
    const auto of_a = order_number(a);
    const auto of_b = order_number(b);
    if (a == b || (!of_a.empty() && of_a == of_b)) return Word::agree;
    return !of_a.empty() && !of_b.empty() ? Word::contradict : Word::silent;
}

/// The letters and digits of a text: banks differ in blanks, quotes, dashes and line breaks. In UTF-8 the
/// signs of U+0080 to U+00BF (no-break space, «») begin with 0xC2, those of U+2000 to U+2FFF (dashes, „“, №)
/// with 0xE2; other bytes beyond ASCII are letters.
std::string bare(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const auto byte = static_cast<unsigned char>(c);
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (byte == 0xC2 || byte == 0xE2) {
            i += byte == 0xC2 ? 1 : 2;
        } else if (letter || byte >= 0x80) {
            out += c;
        }
    }
    return out;
}

/// Whether one begins as the whole other is: some formats cut a purpose short.
bool agree_as_texts(const std::string& a, const std::string& b) {
    const std::string of_a = bare(a);
    const std::string of_b = bare(b);
    return !of_a.empty() && !of_b.empty() && (of_a.starts_with(of_b) || of_b.starts_with(of_a));
}

struct Party {
    const std::string& name;
    const std::string& account;
    const std::string& tax_id;
};

/// Whoever is on the other side of the line.
Party party_of(const BankLine& line) {
    if (line.direction == Direction::outgoing) return {line.payee, line.payee_account, line.payee_tax_id};
    return {line.payer, line.payer_account, line.payer_tax_id};
}

bool fill_the_same(const BankLine& a, const BankLine& b) {
    const Party of_a = party_of(a);
    const Party of_b = party_of(b);
    return a.account.empty() == b.account.empty() && a.number.empty() == b.number.empty() &&
           a.reference.empty() == b.reference.empty() && of_a.account.empty() == of_b.account.empty() &&
           of_a.tax_id.empty() == of_b.tax_id.empty();
}

}  // namespace

std::string identity(const BankLine& line) {
    // No value holds a line break.
    std::string text = line.account + '\n' + std::to_string(to_int(line.date)) + '\n' +
                       std::to_string(line.amount.minor) + '\n' + line.number + '\n' + line.reference;
    if (line.reference.empty()) {
        text += '\n' + line.payer_account + '\n' + line.payer_tax_id + '\n' + line.purpose;
    }
    return text;
}

Likeness likeness(const BankLine& a, const BankLine& b, bool same_format) {
    if (same_format && fill_the_same(a, b)) return Likeness::different;
    if (a.direction != b.direction) return Likeness::different;
    const Party of_a = party_of(a);
    const Party of_b = party_of(b);
    const Word number = compare_numbers(a.number, b.number);
    const Word account = compare(of_a.account, of_b.account);
    const Word tax_id = compare(of_a.tax_id, of_b.tax_id);
    for (const Word word :
         {compare(a.account, b.account), compare(currency_of(a), currency_of(b)), number, account, tax_id}) {
        if (word == Word::contradict) return Likeness::different;
    }
    const bool purpose = agree_as_texts(a.purpose, b.purpose);
    if (number == Word::agree && (account == Word::agree || tax_id == Word::agree || purpose))
        return Likeness::same;
    const bool party =
        account == Word::agree || tax_id == Word::agree || agree_as_texts(of_a.name, of_b.name);
    return party && purpose ? Likeness::same : Likeness::doubtful;
}

std::string currency_of(const BankLine& line) {
    if (!line.currency.empty()) return line.currency;
    const std::string_view account = line.account;
    if (account.size() != 20) return "";
    const std::string_view digits = account.substr(5, 3);
    if (digits == "810" || digits == "643") return "RUB";
    if (digits == "840") return "USD";
    if (digits == "978") return "EUR";
    if (digits == "156") return "CNY";
    if (digits == "398") return "KZT";
    if (digits == "933") return "BYN";
    return "";
}

const Payment* typed_before(const std::vector<Payment>& payments, ChangeNumber change) {
    for (const Payment& typed : payments) {
        if (typed.bank_line != 0 || typed.recorded.added == change) continue;
        const bool again = std::any_of(payments.begin(), payments.end(), [&](const Payment& p) {
            return p.recorded.added == change && p.bank_line != 0 && p.date == typed.date &&
                   p.amount == typed.amount;
        });
        if (again) return &typed;
    }
    return nullptr;
}

}  // namespace tracker
