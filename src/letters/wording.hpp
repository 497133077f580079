// SPDX-License-Identifier: MIT
// Days, months, amounts and kinds as letters write them in each language. Knows no templates.
#pragma once

#include <string>

#include "tracker/exchange/duty_catalogue.hpp"
#include "tracker/facts/facts.hpp"

namespace tracker {

class Wording {
  public:
    /// Without a catalogue, only the standard kinds have names.
    explicit Wording(Language language, const DutyCatalogue* catalogue = nullptr)
        : language_(language), catalogue_(catalogue) {}

    /// "05.11.2026"; "5 November 2026".
    [[nodiscard]] std::string day(Day day) const;
    /// "ноябрь 2026 г.", "III квартал 2026 г.", "I полугодие 2026 г.", "2026 год", which is also what follows
    /// "за"; "November 2026", "Q3 2026", "H1 2026", "2026".
    [[nodiscard]] std::string period(Period period, Months months) const;
    /// "15 000,00 руб."; "RUB 15,000.00": all blanks are no-break spaces.
    [[nodiscard]] std::string amount(Money amount, const std::string& currency) const;
    /// "1 день", "2 дня", "5 дней"; "1 day", "2 days".
    [[nodiscard]] std::string days(int n) const;
    /// What an item is called. The title that the firm gave the kind; else, of the standard kinds, a name for
    /// the middle of a sentence (the fee is one in advance only if it is due before its month is over); else
    /// the title of the catalogue; else the slug, dashes as blanks.
    [[nodiscard]] std::string kind(Kind kind, Period period, Day due) const;

  private:
    Language language_;
    const DutyCatalogue* catalogue_;
};

}  // namespace tracker
