// SPDX-License-Identifier: MIT
// From headings to a map. Never takes a column for the date or the amount that it isn't sure of.
#include <algorithm>
#include <array>
#include <unordered_map>

#include "bank/csv/bank_csv_columns.hpp"
#include "bank/csv/bank_csv_words.hpp"
#include "tracker/base/lines.hpp"

namespace tracker {
namespace {

using namespace bank_csv;

/// The best column of one meaning; `twice` where two columns have the same heading or equally good ones.
struct Found {
    bool any = false;
    bool twice = false;
    std::size_t rank = 0;
    std::string heading;
    std::string form;
};
using Columns = std::array<Found, meanings>;

/// A bare `ИНН` or `Счет` belongs to the party whose column stood last before it; before any, the account is
/// the firm's own and the tax id the counterparty's.
Meaning place(Meaning meaning, Meaning party) {
    if (meaning == bare_account) return party == meanings ? account : static_cast<Meaning>(party + 1);
    if (meaning == bare_tax_id) return static_cast<Meaning>((party == meanings ? other : party) + 2);
    return meaning;
}

/// "Сумма платежа" is in the "Валюта платежа", not in the "Валюта операции" beside it.
bool fits(std::string_view currency_form, std::string_view amount_form) {
    constexpr std::array<std::string_view, 3> kinds{"счета", "платежа", "операции"};
    const auto kind_of = [&](std::string_view form) {
        for (const auto kind : kinds) {
            if (form.ends_with(kind)) return kind;
        }
        return std::string_view();
    };
    const auto of_amount = kind_of(amount_form);
    const auto of_currency = kind_of(currency_form);
    return of_amount.empty() || of_currency.empty() || of_amount == of_currency;
}

void keep_best(Found& found, std::size_t rank, std::string_view heading, bool repeated) {
    if (found.any && rank > found.rank) return;
    found.twice = repeated || (found.any && rank == found.rank);
    found.any = true;
    found.rank = rank;
    found.heading = one_line(heading);
    found.form = heading_form(heading);
}

Columns find_columns(const std::vector<std::string>& headings) {
    std::unordered_map<std::string, int> times;
    for (const auto& heading : headings) ++times[heading_form(heading)];
    Columns columns;
    Meaning party = meanings;
    for (const auto& heading : headings) {
        const auto known = look_up(heading);
        if (known.meaning == meanings || known.meaning == currency) continue;
        if (known.meaning == payer || known.meaning == payee || known.meaning == other) party = known.meaning;
        const bool bare = known.meaning == bare_account || known.meaning == bare_tax_id;
        keep_best(columns[place(known.meaning, party)], known.rank + (bare ? 100 : 0), heading,
                  times[heading_form(heading)] > 1);
    }
    for (const auto& heading : headings) {  // after the amount is known
        const auto known = look_up(heading);
        if (known.meaning != currency || !fits(heading_form(heading), columns[amount].form)) continue;
        keep_best(columns[currency], known.rank, heading, times[heading_form(heading)] > 1);
    }
    return columns;
}

}  // namespace

bool is_own_format(const std::vector<std::string>& headings) {
    constexpr std::array<std::string_view, 7> own{"client",   "date",      "amount", "contract",
                                                  "currency", "reference", "source"};
    std::array<int, own.size()> times{};
    for (const auto& heading : headings) {
        const auto known = std::find(own.begin(), own.end(), trimmed(heading));
        if (known == own.end()) return false;
        ++times[static_cast<std::size_t>(known - own.begin())];
    }
    return times[0] > 0 && times[1] > 0 && times[2] > 0;
}

std::optional<ColumnMap> recognise(const std::vector<std::string>& headings) {
    if (is_own_format(headings)) return std::nullopt;
    auto columns = find_columns(headings);
    const auto in_doubt = [&](Meaning meaning) { return columns[meaning].any && columns[meaning].twice; };
    if (!columns[date].any || in_doubt(date) || in_doubt(income) || in_doubt(expense)) return std::nullopt;
    const bool split = columns[income].any;
    if (!split && (!columns[amount].any || in_doubt(amount) || columns[expense].any)) return std::nullopt;
    const auto& credit = columns[income].form;
    if (split && columns[amount].any && (credit == "кредит" || credit == "credit")) return std::nullopt;

    const auto heading = [&](Meaning meaning) {
        return in_doubt(meaning) ? std::string() : columns[meaning].heading;
    };
    ColumnMap map;
    for (const auto& [field, meaning] : {std::pair{&ColumnMap::account, account},
                                         {&ColumnMap::date, date},
                                         {&ColumnMap::number, number},
                                         {&ColumnMap::currency, currency},
                                         {&ColumnMap::purpose, purpose},
                                         {&ColumnMap::type, type},
                                         {&ColumnMap::payer, payer},
                                         {&ColumnMap::payer_account, payer_account},
                                         {&ColumnMap::payer_tax_id, payer_tax_id},
                                         {&ColumnMap::payee, payee},
                                         {&ColumnMap::payee_account, payee_account},
                                         {&ColumnMap::payee_tax_id, payee_tax_id}}) {
        map.*field = heading(meaning);
    }
    (split ? map.income : map.amount) = heading(split ? income : amount);
    if (split) map.expense = heading(expense);
    const auto share = [&](std::string& of_payer, std::string& of_payee, Meaning meaning) {
        if (of_payer.empty() && of_payee.empty()) of_payer = of_payee = heading(meaning);
    };
    share(map.payer, map.payee, other);
    share(map.payer_account, map.payee_account, other_account);
    share(map.payer_tax_id, map.payee_tax_id, other_tax_id);
    return map;
}

}  // namespace tracker
