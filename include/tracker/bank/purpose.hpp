// SPDX-License-Identifier: MIT
// Which contract numbers a purpose names, however people set them in type: "№4/25", "«4/25»", "дог.4/25",
// "договору№4/25", "Договор 4/25от". Never asks whose they are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tracker {

/// How a purpose names a contract.
enum class Naming : std::uint8_t {
    no,
    perhaps,  ///< the number may be meant, or may be that of an invoice; or stands apart: "А - 2"
    certain,
};

/// A word of a text in which numbers are looked for: what stands between blanks and signs, where "/", "-" and
/// a point between digits join.
struct PurposeWord {
    std::string text;   ///< folded, in one alphabet: letters that look alike are the same
    std::string whole;  ///< with what was glued to it: "договор4/25"; else as the text
    std::string
        joined;  ///< with the word before it, where a dash stands apart between them: "а-2"; else empty
    bool after_sign = false;   ///< a sign for a number stands before it
    bool after_comma = false;  ///< or another sign that parts sentences
};

/// A contract's number as it is looked for.
class ContractNumber {
  public:
    explicit ContractNumber(std::string_view number);
    [[nodiscard]] const std::vector<std::string>& words() const { return words_; }
    /// Whether it is so short, or so like a year or a word, that it means a contract only where the purpose
    /// says so: one or two digits, "2026", "А".
    [[nodiscard]] bool is_plain() const { return plain_; }

  private:
    std::vector<std::string> words_;
    bool plain_ = false;
};

class Purpose {
  public:
    explicit Purpose(std::string_view text);
    [[nodiscard]] const std::vector<PurposeWord>& words() const { return words_; }
    [[nodiscard]] Naming names(const ContractNumber& number) const;
    /// The numbers of 10 or 12 digits, as tax ids are: also those of "ИНН/КПП", in order.
    [[nodiscard]] std::vector<std::string> tax_ids() const;

  private:
    /// What a number belongs to, by the word before it.
    enum class Paper : std::uint8_t { none, contract, other };
    [[nodiscard]] Naming names_at(std::size_t at, const ContractNumber& number) const;
    [[nodiscard]] bool stands_at(std::size_t at, const ContractNumber& number) const;
    [[nodiscard]] Paper paper_before(std::size_t at) const;
    [[nodiscard]] bool counts_something(std::size_t at) const;

    std::vector<PurposeWord> words_;
};

}  // namespace tracker
