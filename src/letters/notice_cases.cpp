// SPDX-License-Identifier: MIT
#include "letters/notice_cases.hpp"

#include <utility>

#include "letters/case_builder.hpp"

namespace tracker {

std::vector<LetterCase> suspensions() {
    const auto start = [](std::string name) {
        return CaseBuilder(std::move(name), LetterDue::Sort::suspension, november(18)).pause();
    };
    return {
        start("one fee, nothing withheld").money(kinds::payment, this_month, november(10), Money{300000}),
        start("one fee, without date of contract, clause and firm")
            .without_options()
            .money(kinds::payment, this_month, november(10), fee)
            .withholds(kinds::advance, this_month, november(20)),
        start("work withheld, several charges")
            .money(kinds::payment, last_month, november(9), Money{250000})
            .money(kinds::payment, this_month, november(10), fee)
            .withholds(kinds::advance, this_month, november(20))
            .withholds(vat_return, last_month, november(25)),
        start("terms that are to change")
            .resumes_after(std::nullopt)
            .money(kinds::payment, this_month, november(10), fee),
        start("a charge as the cause")
            .pause(kinds::charge)
            .money(kinds::charge, this_month, november(10), fee, "справка для банка"),
        start("other items, overdue and to come")
            .resumes_after(1)
            .papers(kinds::statement, november(1))
            .money(kinds::payment, this_month, november(10), fee)
            .money(kinds::charge, this_month, november(27), Money{123450}, "справка для банка")
            .all_of_it()
            .withholds(kinds::advance, this_month, november(20)),
        start("resuming")
            .papers(kinds::documents, november(5))
            .ends(november(17), november(19))
            .withholds(kinds::advance, this_month, november(18)),
        start("resuming, with a charge overdue since")
            .money(kinds::charge, this_month, november(17), Money{123450}, "справка для банка")
            .ends(november(17), november(19)),
        start("paused by record as well, to a day")
            .money(kinds::payment, this_month, november(10), fee)
            .paused_by_record(november(17), november(24)),
        start("paid, but paused by record as well").paused_by_record(november(17), std::nullopt),
        start("an older fee that was put off, and a refund")
            .money_put_off(last_month, november(30), Money{550000})
            .money(kinds::payment, this_month, november(10), fee)
            .paid_back(Money{45600}),
        start("work that is owed all the same, and waits")
            .money(kinds::payment, this_month, november(10), fee)
            .waits(vat_return, november(23), {kinds::documents}),
        start("in the place of an earlier notice")
            .takes_back(november(12), november(13))
            .money(kinds::payment, this_month, november(10), fee),
        start("an odd name")
            .client(std::string(odd_name))
            .money(kinds::payment, this_month, november(10), fee),
    };
}

std::vector<LetterCase> part_payments() {
    const auto start = [](std::string name) {
        return CaseBuilder(std::move(name), LetterDue::Sort::part_payment, november(20))
            .pause()
            .receives(november(19), part_that_came);
    };
    return {
        start("one fee").money(kinds::payment, this_month, november(10), Money{476600}),
        start("without date of contract, clause and firm")
            .without_options()
            .money(kinds::payment, this_month, november(10), Money{476600}),
        start("money of two days, several charges, papers")
            .resumes_after(2)
            .receives(november(20), Money{99900})
            .papers(kinds::statement, november(1))
            .money(kinds::payment, last_month, november(9), Money{250000})
            .money(kinds::charge, this_month, november(18), Money{77700}, "справка для банка"),
        start("an older fee that was put off, and a refund")
            .money_put_off(last_month, november(30), Money{550000})
            .money(kinds::payment, this_month, november(10), fee)
            .paid_back(Money{45600}),
        start("paused by record as well")
            .money(kinds::payment, this_month, november(10), fee)
            .paused_by_record(november(17), november(24)),
        start("an odd name")
            .client(std::string(odd_name))
            .money(kinds::payment, this_month, november(10), fee),
    };
}

std::vector<LetterCase> withdrawals() {
    const auto start = [](std::string name) {
        return CaseBuilder(std::move(name), LetterDue::Sort::withdrawal, november(23))
            .takes_back(november(16), november(17));
    };
    return {
        start("money that was recorded later").receives(november(14), fee).in_service(),
        start("for another reason, without date of contract, clause and firm").without_options().in_service(),
        start("of two notices")
            .takes_back(november(11), november(12))
            .receives(november(9), fee)
            .in_service(),
        start("another suspension holds")
            .pause()
            .receives(november(14), part_that_came)
            .money(kinds::payment, this_month, november(10), fee),
        start("paused by record").paused_by_record(november(17), std::nullopt),
        start("items expected, and a warning")
            .in_service()
            .papers(kinds::statement, november(1))
            .money(kinds::charge, this_month, november(21), Money{123450})
            .warns(november(27), Money{123450}),
        start("an odd name").client(std::string(odd_name)).in_service(),
    };
}

std::vector<LetterCase> reinstatements() {
    const auto start = [](std::string name) {
        return CaseBuilder(std::move(name), LetterDue::Sort::reinstatement, november(24))
            .pause()
            .ends(november(22), november(23));
    };
    return {
        start("nothing to catch up, nothing expected"),
        start("without date of contract, clause and firm").without_options(),
        start("work to catch up").catches_up(kinds::advance, this_month).catches_up(vat_return, last_month),
        start("work to catch up that waits for papers")
            .catches_up(kinds::advance, this_month)
            .catches_up(vat_return, last_month)
            .without(kinds::documents),
        start("items expected")
            .papers(kinds::statement, november(1))
            .money(kinds::charge, this_month, november(27), Money{123450}, "справка для банка"),
        start("both, and a warning")
            .papers(kinds::statement, november(1))
            .money(kinds::charge, this_month, november(21), Money{123450})
            .all_of_it()
            .catches_up(kinds::advance, this_month)
            .warns(november(27), Money{123450}),
        start("an odd name").client(std::string(odd_name)),
    };
}

}  // namespace tracker
