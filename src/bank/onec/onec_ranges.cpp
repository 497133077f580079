// SPDX-License-Identifier: MIT
// The days that a 1C file speaks for.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "bank/bank_values.hpp"
#include "bank/onec/onec_document.hpp"
#include "bank/onec/onec_totals.hpp"

namespace tracker {
namespace {

/// The days that the file gives, and the account's lines.
class Ranges {
  public:
    Ranges(const OnecHead& head, const OnecTotals& totals, const std::string& file)
        : head_(head), totals_(totals), file_(file), made_on_(read_bank_day(head.created.text)) {
        const auto from = read_bank_day(head.range.from.text);
        const auto until = read_bank_day(head.range.until.text);
        if (from && until && *from <= *until) whole_ = {*from, *until};
    }

    void add(BankStatement& statement, const OnecSections& sections) const {
        for (const auto& account : statement.accounts) {
            const auto found = sections.find(account);
            if (found == sections.end()) {
                add_range(statement, account, head_.range);
                continue;
            }
            // Banks write a section for each day with movement: the header says which days were asked for.
            const bool whole = whole_ && is_of_header(account);
            if (whole) statement.ranges.push_back({account, whole_->first, whole_->second, made_on_});
            for (const auto* section : found->second) {
                if (!whole || !is_within_whole(*section)) add_range(statement, account, *section);
            }
        }
    }

  private:
    [[nodiscard]] bool is_of_header(const std::string& account) const {
        return head_.accounts.empty() ||
               std::find(head_.accounts.begin(), head_.accounts.end(), account) != head_.accounts.end();
    }

    [[nodiscard]] bool is_within_whole(const OnecRange& section) const {
        const auto from = read_onec_date(section.from, file_);
        const auto until = read_onec_date(section.until, file_);
        if (from > until && until) return false;  // refused as it is added
        return from.value_or(whole_->first) >= whole_->first &&
               until.value_or(whole_->second) <= whole_->second;
    }

    /// The range that the section gives, or the header where the section leaves a date out.
    void add_range(BankStatement& statement, const std::string& account, const OnecRange& range) const {
        const auto& until_value = range.until.text.empty() ? head_.range.until : range.until;
        auto from = read_onec_date(range.from.text.empty() ? head_.range.from : range.from, file_);
        auto until = read_onec_date(until_value, file_);
        const bool open = !until;
        if (open) until = totals_.of(account).last;
        if (!until) return;
        if (open && from > until) from.reset();
        if (from > until) {
            refuse_file(file_,
                        fmt::format("line {}: the statement begins on {}, after its end on {}: export it "
                                    "again",
                                    until_value.line, format(*from), format(*until)));
        }
        statement.ranges.push_back({account, from, *until, made_on_});
    }

    const OnecHead& head_;
    const OnecTotals& totals_;
    const std::string& file_;
    std::optional<Day> made_on_;
    std::optional<std::pair<Day, Day>> whole_;  ///< the header's range
};

}  // namespace

void add_onec_ranges(BankStatement& statement, const OnecHead& head, const OnecSections& sections,
                     const OnecTotals& totals, const std::string& file) {
    Ranges(head, totals, file).add(statement, sections);
}

}  // namespace tracker
