// SPDX-License-Identifier: MIT
#include "letters/letter_cases.hpp"

#include <utility>

#include "letters/case_builder.hpp"
#include "letters/notice_cases.hpp"

namespace tracker {
namespace {

std::vector<LetterCase> reminders() {
    const auto start = [](std::string name, int day) {
        return CaseBuilder(std::move(name), LetterDue::Sort::reminder, november(day));
    };
    return {
        start("one item", 4).papers(kinds::documents, november(5)),
        start("one item, without date of contract, clause and firm", 4)
            .without_options()
            .papers(kinds::documents, november(5)),
        start("one fee", 9).money(kinds::payment, this_month, november(10), fee).all_of_it(),
        start("one charge, without a text", 9)
            .money(kinds::charge, this_month, november(12), fee)
            .all_of_it(),
        start("one item, overdue", 6).papers(kinds::documents, november(5)),
        start("several items and a fee", 1)
            .papers(kinds::statement, november(2))
            .papers(kinds::documents, november(5))
            .money(kinds::payment, this_month, november(10), fee)
            .all_of_it(),
        start("several items, some of them overdue, and a charge", 6)
            .papers(kinds::statement, november(1))
            .papers(kinds::documents, november(5))
            .papers(vat_return, november(7))
            .money(kinds::charge, this_month, november(9), Money{123450}, "справка для «{{banka}}»")
            .all_of_it(),
        start("an overdue fee, with a warning", 13)
            .money(kinds::payment, this_month, november(10), fee)
            .warns(november(16), fee),
        start("papers, with a warning", 14)
            .papers(kinds::documents, november(13))
            .warns(november(17), Money{710050}),
        start("a warning, without clause", 13)
            .without_options()
            .money(kinds::payment, this_month, november(10), fee)
            .all_of_it()
            .warns(november(16), fee),
        start("work that waits, and nothing else", 20)
            .waits(vat_return, november(25), {kinds::documents, kinds::statement}),
        start("work that waits, without date of contract, clause and firm", 20)
            .without_options()
            .waits(vat_return, november(25), {kinds::documents}),
        start("several items, and several works that wait", 6)
            .papers(kinds::statement, november(1))
            .papers(kinds::documents, november(5))
            .waits(vat_return, november(11), {kinds::documents})
            .waits(Kind{"rsv"}, november(12), {kinds::statement}),
        start("the rest of a fee, overdue", 11).money(kinds::payment, last_month, november(10), fee),
        start("an odd name", 4).client(std::string(odd_name)).papers(kinds::documents, november(5)),
    };
}

}  // namespace

std::vector<LetterCase> letter_cases(LetterDue::Sort sort) {
    switch (sort) {
        case LetterDue::Sort::suspension:
            return suspensions();
        case LetterDue::Sort::reinstatement:
            return reinstatements();
        case LetterDue::Sort::withdrawal:
            return withdrawals();
        case LetterDue::Sort::part_payment:
            return part_payments();
        case LetterDue::Sort::reminder:
            break;
    }
    return reminders();
}

}  // namespace tracker
