// SPDX-License-Identifier: MIT
// The totals and balances of a 1C file against its lines.
#include <fmt/format.h>

#include <optional>
#include <string_view>

#include "bank/bank_values.hpp"
#include "bank/onec/onec_document.hpp"
#include "bank/onec/onec_totals.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

class Sums {
  public:
    Sums(BankStatement& statement, const OnecTotals& totals, const std::string& file)
        : statement_(statement), totals_(totals), file_(file) {}

    void check(const OnecSections& sections, const OnecRange& header) {
        for (const auto& account : statement_.accounts) {
            const auto found = sections.find(account);
            if (found != sections.end()) check(account, found->second);
        }
        // Without sections the header's totals are those of its accounts.
        if (sections.empty() && statement_.accounts.size() == 1)
            check(statement_.accounts.front(), {&header});
    }

  private:
    using Parts = std::vector<const OnecRange*>;

    void check(const std::string& account, const Parts& parts) {
        const auto totals = totals_.of(account);
        const auto received = declared(parts, &OnecRange::received);
        const auto spent = declared(parts, &OnecRange::spent);
        // A trimmed file has some lines; one without any would prove that nobody paid.
        if (totals.lines == 0 && totals_.of("").lines == 0 && received > Money{})
            refuse(account, fmt::format("ВсегоПоступило {}", format(*received)), "no line of it");
        if (totals.lines == 0 && spent > Money{})
            refuse(account, fmt::format("ВсегоСписано {}", format(*spent)), "no line of it");
        if (totals.lines == 0) check_balances(account, parts);
        compare(account, received, totals.received, "ВсегоПоступило");
        compare(account, spent, totals.spent, "ВсегоСписано");
    }

    void check_balances(const std::string& account, const Parts& parts) const {
        for (const auto* part : parts) {
            const auto opening = parse_money(plain_amount(part->opening.text));
            const auto closing = parse_money(plain_amount(part->closing.text));
            if (!opening || !closing || *opening == *closing) continue;
            refuse(account,
                   fmt::format("that the balance went from {} to {}", format(*opening), format(*closing)),
                   "no line of it");
        }
    }

    [[noreturn]] void refuse(const std::string& account, const std::string& said,
                             std::string_view none) const {
        refuse_file(
            file_,
            fmt::format("says of account {} {}, but holds {}: its lines were left out, or are not in a "
                        "form that is read: export the statement again, or as camt.053 or CSV",
                        printable(account), said, none));
    }

    [[nodiscard]] std::optional<Money> declared(const Parts& parts, OnecValue OnecRange::*said) const {
        std::optional<Money> sum;
        for (const auto* part : parts) {
            if ((part->*said).text.empty()) continue;
            sum = sum.value_or(Money{}) + read_onec_amount(part->*said, file_);
        }
        return sum;
    }

    void compare(const std::string& account, std::optional<Money> said, Money sum, std::string_view key) {
        if (!said) return;
        statement_.sums_agree = statement_.sums_agree.value_or(true) && sum == *said;
        if (sum == *said) return;
        statement_.remarks.push_back(
            fmt::format("account {}: the bank says {} {}, the lines of the file sum up to {}",
                        printable(account), key, format(*said), format(sum)));
    }

    BankStatement& statement_;
    const OnecTotals& totals_;
    const std::string& file_;
};

}  // namespace

void check_onec_sums(BankStatement& statement, const OnecHead& head, const OnecSections& sections,
                     const OnecTotals& totals, const std::string& file) {
    Sums(statement, totals, file).check(sections, head.range);
}

}  // namespace tracker
