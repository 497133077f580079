// SPDX-License-Identifier: MIT
// What a letter tells one by one, an item, a piece of work, a pause, as objects of the template's data. Knows
// no lists of them.
#pragma once

#include <kainjow/mustache.hpp>

#include <optional>
#include <string>
#include <vector>

#include "letters/wording.hpp"
#include "tracker/letters/letter_text.hpp"

namespace tracker {

/// Text from outside, made safe; absent if it is empty.
kainjow::mustache::data said(const std::string& text);

/// Refers to the letter and the parties.
class LetterObjects {
    using data = kainjow::mustache::data;
    using object = kainjow::mustache::object;

  public:
    LetterObjects(const LetterDue& letter, const LetterParties& parties)
        : letter_(letter),
          catalogue_(parties.catalogue),
          currency_(parties.contract.currency),
          wording_(parties.language, parties.catalogue) {}

    [[nodiscard]] const Wording& wording() const { return wording_; }
    [[nodiscard]] data day(Day day) const { return wording_.day(day); }
    [[nodiscard]] data day(const std::optional<Day>& day) const;
    [[nodiscard]] data amount(Money amount) const { return wording_.amount(amount, currency_); }

    /// What the law asks of the client, as a tax: no work of ours waits for it, and whether it was done is
    /// known from the client's word alone.
    [[nodiscard]] bool is_of_the_law(Kind kind) const;

    [[nodiscard]] object item(const LetterItem& it) const;
    [[nodiscard]] object work(const AwaitedWork& one) const;
    /// Absent where the letter has none.
    [[nodiscard]] data warning() const;
    [[nodiscard]] data pause() const;
    [[nodiscard]] data other_pause() const;

  private:
    /// A one-off charge belongs to no month.
    [[nodiscard]] data period(Kind kind, Period period, Months months) const;
    /// "documents for August 2026 and September 2026; bank statements for September 2026".
    [[nodiscard]] std::string papers(const std::vector<WorkInput>& missing) const;

    const LetterDue& letter_;
    const DutyCatalogue* catalogue_;
    const std::string& currency_;
    Wording wording_;
};

}  // namespace tracker
