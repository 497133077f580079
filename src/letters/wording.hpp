// SPDX-License-Identifier: MIT
// Days, months, amounts and kinds as letters write them in each language. Knows no templates.
#pragma once

#include <string>
#include <vector>

#include "tracker/exchange/duty_catalogue.hpp"
#include "tracker/facts/facts.hpp"
#include "tracker/rules/ledger.hpp"
#include "tracker/said/speech.hpp"

namespace tracker {

class Wording {
  public:
    /// Without a catalogue, only the standard kinds have names.
    explicit Wording(Language language, const DutyCatalogue* catalogue = nullptr)
        : language_(language), speech_(language), catalogue_(catalogue) {}

    /// "05.11.2026"; "5 November 2026".
    [[nodiscard]] std::string day(Day day) const;
    /// "ноябрь 2026 г.", "III квартал 2026 г.", "I полугодие 2026 г.", "2026 год", which is also what follows
    /// "за"; "November 2026", "Q3 2026", "H1 2026", "2026".
    [[nodiscard]] std::string period(Period period, Months months) const;
    /// "15 000,00 руб."; "RUB 15,000.00": all blanks are no-break spaces.
    [[nodiscard]] std::string amount(Money amount, const std::string& currency) const;
    /// "1 день", "2 дня", "5 дней"; "1 day", "2 days".
    [[nodiscard]] std::string days(int n) const;
    /// When service resumes, by the working days from payment in full on: "в день поступления полной оплаты",
    /// "на следующий рабочий день после ...", "через 2 рабочих дня после ...".
    [[nodiscard]] std::string resumption(int working_days) const;
    /// What an item is called in the middle of a sentence. The title that the firm gave the kind, as it
    /// stands; else, of the standard kinds, a name (the fee is one in advance only if it is due before its
    /// month is over); else the title of the catalogue; else the slug, dashes as blanks.
    [[nodiscard]] std::string kind(Kind kind, Period period, Day due) const;
    /// The same with its period: "банковские выписки за октябрь 2026 г.". A fee that is a debt is called so
    /// in Russian: "задолженность за октябрь 2026 г.". A one-off charge has no period.
    [[nodiscard]] std::string item(const Obligation& item, bool is_debt = false) const;
    /// A kind of several months: "документы за август 2026 г. и сентябрь 2026 г.".
    [[nodiscard]] std::string papers(Kind kind, const std::vector<Period>& months, Day due) const;

  private:
    /// "9 месяцев 2026 г." of its third quarter; of other periods than quarters the period itself.
    [[nodiscard]] std::string so_far(Period period, Months months) const;

    [[nodiscard]] bool is_own(Kind kind) const;

    Language language_;
    Speech speech_;
    const DutyCatalogue* catalogue_;
};

}  // namespace tracker
