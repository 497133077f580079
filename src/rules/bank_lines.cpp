// SPDX-License-Identifier: MIT
// When two lines of statements are one. Never asks whose money it is.
#include <algorithm>
#include <string_view>
#include <utility>

#include "rules/alike.hpp"
#include "tracker/rules/bank_lines.hpp"

namespace tracker {

using namespace alike;

namespace {

/// What two texts say of each other.
enum class Word : std::uint8_t { silent, agree, contradict };

Word compare(const std::string& a, const std::string& b) {
    if (a.empty() || b.empty()) return Word::silent;
    return a == b ? Word::agree : Word::contradict;
}

/// Numbers that differ contradict only where both are a payment order's: camt's `EndToEndId` may be any text.
Word compare_numbers(const std::string& a, const std::string& b) {
    if (a.empty() || b.empty()) return Word::silent;
    const auto of_a = order_number(a);
    const auto of_b = order_number(b);
    if (a == b || (!of_a.empty() && of_a == of_b)) return Word::agree;
    return !of_a.empty() && !of_b.empty() ? Word::contradict : Word::silent;
}

/// Whether one begins as the whole other is.
bool agree_as_texts(const std::string& a, const std::string& b) {
    return agree(bare(a), bare(b));
}

}  // namespace

namespace alike {

std::string_view order_number(std::string_view number) {
    number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
    const bool digits = number.find_first_not_of("0123456789") == std::string_view::npos;
    return digits && number.size() <= 6 ? number : std::string_view();
}

std::string bare(std::string_view text) {
    // In UTF-8 the signs of U+0080 to U+00BF (no-break space, «») begin with 0xC2, those of U+2000 to U+2FFF
    // (dashes, „“, №) with 0xE2; other bytes beyond ASCII are letters.
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

bool agree(std::string_view a, std::string_view b) {
    return !a.empty() && !b.empty() && (a.starts_with(b) || b.starts_with(a));
}

Party party_of(const BankLine& line) {
    if (line.direction == Direction::outgoing) return {line.payee, line.payee_account, line.payee_tax_id};
    return {line.payer, line.payer_account, line.payer_tax_id};
}

Direction way_of(const BankLine& line) {
    return line.direction == Direction::own_transfer && !went_out(line) ? Direction::incoming
                                                                        : line.direction;
}

unsigned filled(const BankLine& line) {
    const Party party = party_of(line);
    unsigned bits = 0;
    for (const std::string* text :
         {&line.account, &line.number, &line.reference, &party.account, &party.tax_id}) {
        bits = bits * 2 + (text->empty() ? 0 : 1);
    }
    return bits;
}

}  // namespace alike

bool went_out(const BankLine& line) {
    if (line.direction != Direction::own_transfer) return line.direction == Direction::outgoing;
    if (!line.payer_account.empty()) return line.payer_account == line.account;
    return !line.payee_account.empty() && line.payee_account != line.account;
}

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
    if (same_format && filled(a) == filled(b)) return Likeness::different;
    if (way_of(a) != way_of(b)) return Likeness::different;
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

}  // namespace tracker
