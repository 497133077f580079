// SPDX-License-Identifier: MIT
// A purpose in words, whatever signs, alphabets and blanks it is set in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tracker/bank/purpose.hpp"

namespace tracker::purpose_text {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The words of a text; signs and words for a number are marks of the word after them.
std::vector<PurposeWord> purpose_words(std::string_view text);

/// "договору", "дог", "контракт", "contract"
bool is_contract_word(std::string_view word);
/// What makes another paper of a contract's: "доп", "приложение"
bool is_supplement_word(std::string_view word);
/// What else has numbers: "счёт", "акт", "приложение", "квартал"
bool is_other_paper(std::string_view word);
/// The paper by which a bank is told to pay: "пп", "п/п", "поручение"
bool is_payment_order(std::string_view word);
/// What is counted: "месяца", "квартал", "шт"
bool is_counted(std::string_view word);

}  // namespace tracker::purpose_text
