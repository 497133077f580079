// SPDX-License-Identifier: MIT
#include "letters/names.hpp"

#include <array>

#include "tracker/letters/letter_text.hpp"

namespace tracker {
namespace {

using Is = LetterName::Is;
using Sort = LetterDue::Sort;

constexpr LetterSorts of_pause = bit_of(Sort::suspension) | bit_of(Sort::part_payment);
constexpr LetterSorts of_withdrawal = bit_of(Sort::withdrawal);
constexpr LetterSorts of_reinstatement = bit_of(Sort::reinstatement);
constexpr LetterSorts of_suspension = bit_of(Sort::suspension);

constexpr std::array names{
    LetterName{"client", Is::text, "the client's name"},
    LetterName{"contract", Is::text, "the contract's number"},
    LetterName{"signed", Is::text, "the day on which the contract was signed; may be absent"},
    LetterName{"clause", Is::text, "the contract's clause on suspension, as recorded; may be absent"},
    LetterName{"currency", Is::text, "the contract's currency: RUB"},
    LetterName{"oldest_first", Is::text,
               "the clause by which money covers the oldest debt first; may be absent"},
    LetterName{"firm", Is::text, "the name of your firm; may be absent"},
    LetterName{"date", Is::text, "the day of the letter"},
    LetterName{"items", Is::list, "what the client owes, by due date: all of it that the letter is about"},
    LetterName{"items.name", Is::text, "what it is: bank statements, fee"},
    LetterName{"items.period", Is::text, "its month: November 2026; absent for a one-off charge"},
    LetterName{
        "items.what", Is::text,
        "both, as they are said together: fee for November 2026; in Russian, a debt once that is over"},
    LetterName{"items.text", Is::text, "what a one-off charge or duty is for; may be absent"},
    LetterName{"items.due", Is::text, "the last day on which it is in time"},
    LetterName{"items.late", Is::flag, "whether it is overdue"},
    LetterName{"items.days_late", Is::text, "for how long: 3 days; absent if it isn't overdue"},
    LetterName{"items.amount", Is::text, "what is still to pay of it; absent if it isn't money"},
    LetterName{"items.charged", Is::text, "what was charged, all of it; absent if it isn't money"},
    LetterName{"items.paid", Is::text, "what came of it; absent if it isn't money"},
    LetterName{"items.part_paid", Is::flag, "whether it is money of which some came"},
    LetterName{"items.covered_first", Is::flag,
               "whether it isn't overdue, but money is applied to it before what is"},
    LetterName{"items.of_the_law", Is::flag,
               "whether it is what the law asks, as a tax: you know of it by the client's word alone"},
    LetterName{"has_items", Is::flag, "whether there is any item"},
    LetterName{"one_item", Is::flag, "whether there is exactly one"},
    LetterName{"many_items", Is::flag, "whether there are several"},
    LetterName{"has_money", Is::flag, "whether some item is money"},
    LetterName{"has_papers", Is::flag, "whether some item isn't money"},
    LetterName{"has_materials", Is::flag,
               "whether some item is what your work needs: neither money for you nor what the law asks"},
    LetterName{"papers_late", Is::flag, "whether some item that isn't money is overdue"},
    LetterName{"owed", Is::list, "those items that are overdue money, or covered first; names as in items"},
    LetterName{"has_owed", Is::flag, "whether there is any of them"},
    LetterName{"many_owed", Is::flag, "whether there are several"},
    LetterName{"expected", Is::list, "all the other items; names as in items"},
    LetterName{"has_expected", Is::flag, "whether there is any of them"},
    LetterName{"one_expected", Is::flag, "whether there is exactly one"},
    LetterName{"warning", Is::group, "says that service will be paused; absent if it won't", ~of_pause},
    LetterName{"warning.amount", Is::text, "what must come to prevent it", ~of_pause},
    LetterName{"warning.pay_by", Is::text, "the last day on which it prevents it", ~of_pause},
    LetterName{"warning.pauses_on", Is::text, "the first day without service", ~of_pause},
    LetterName{"pause", Is::group, "in notices: the suspension", of_pause | of_withdrawal | of_reinstatement},
    LetterName{"pause.since", Is::text, "its first day", of_pause | of_withdrawal | of_reinstatement},
    LetterName{"pause.name", Is::text, "what was not paid: fee", of_pause | of_withdrawal | of_reinstatement},
    LetterName{"pause.period", Is::text, "of which month; absent for a one-off charge",
               of_pause | of_withdrawal | of_reinstatement},
    LetterName{"pause.what", Is::text, "both, as they are said together",
               of_pause | of_withdrawal | of_reinstatement},
    LetterName{"pause.due", Is::text, "when that was due", of_pause | of_withdrawal | of_reinstatement},
    LetterName{"pause.amount", Is::text, "what was missing of it on the first day",
               of_pause | of_withdrawal | of_reinstatement},
    LetterName{"pause.cleared_on", Is::text, "the day on which nothing overdue was left; may be absent",
               of_pause | of_withdrawal | of_reinstatement},
    LetterName{"pause.resuming", Is::flag, "whether service is to go on, though not yet",
               of_pause | of_withdrawal | of_reinstatement},
    LetterName{"pause.resumes_on", Is::text, "the day on which it then will; absent if it isn't resuming",
               of_pause | of_withdrawal | of_reinstatement},
    LetterName{"pause.resumed_on", Is::text, "in the reinstatement: the first day of service again",
               of_pause | of_withdrawal | of_reinstatement},
    LetterName{"other_pause", Is::group, "a recorded pause that holds as well; or absent",
               of_pause | of_withdrawal},
    LetterName{"other_pause.since", Is::text, "its first day", of_pause | of_withdrawal},
    LetterName{"other_pause.until", Is::text, "its first day of service again; absent if not known",
               of_pause | of_withdrawal},
    LetterName{"to_pay", Is::text, "what must come, all of it, for service to go on; absent if nothing",
               of_pause | of_withdrawal},
    LetterName{"resumes", Is::text,
               "when service goes on after payment in full: on the next working day after ...; absent if the "
               "terms are to change",
               of_pause},
    LetterName{"refunded", Is::text,
               "what was paid back beyond what came, and must come, too; absent if nothing", of_pause},
    LetterName{"received", Is::list, "money that came, by day", bit_of(Sort::part_payment) | of_withdrawal},
    LetterName{"received.date", Is::text, "on which day", bit_of(Sort::part_payment) | of_withdrawal},
    LetterName{"received.amount", Is::text, "how much", bit_of(Sort::part_payment) | of_withdrawal},
    LetterName{"has_received", Is::flag, "whether there is any", bit_of(Sort::part_payment) | of_withdrawal},
    LetterName{"withdrawn", Is::list, "notices of suspensions that were none, which this letter takes back",
               of_suspension | of_withdrawal},
    LetterName{"withdrawn.since", Is::text, "the day from which service was said to be paused",
               of_suspension | of_withdrawal},
    LetterName{"withdrawn.told_on", Is::text, "the day of the notice", of_suspension | of_withdrawal},
    LetterName{"in_service", Is::flag, "whether the client is served on the day"},
    LetterName{"withheld", Is::list, "your work that isn't done during the suspension, by due date",
               of_suspension},
    LetterName{"withheld.name", Is::text, "what it is: salary calculation", of_suspension | of_reinstatement},
    LetterName{"withheld.period", Is::text, "its month", of_suspension | of_reinstatement},
    LetterName{"withheld.what", Is::text, "both, as they are said together",
               of_suspension | of_reinstatement},
    LetterName{"withheld.due", Is::text, "when it is due; in withheld: when it would have been",
               of_suspension | of_reinstatement},
    LetterName{"withheld.missing", Is::text,
               "in catch_up: the papers that it waits for; absent if it waits for none",
               of_suspension | of_reinstatement},
    LetterName{"one_withheld", Is::flag, "whether there is exactly one", of_suspension},
    LetterName{"has_withheld", Is::flag, "whether there is any", of_suspension},
    LetterName{"catch_up", Is::list, "your work that is due since service goes on; names as in withheld",
               of_reinstatement},
    LetterName{"has_catch_up", Is::flag, "whether there is any", of_reinstatement},
    LetterName{"one_catch_up", Is::flag, "whether there is exactly one", of_reinstatement},
    LetterName{"blocked", Is::list, "your work that can't be done without papers of the client, by due date"},
    LetterName{"blocked.name", Is::text, "what it is: VAT return"},
    LetterName{"blocked.period", Is::text, "its month, quarter or year"},
    LetterName{"blocked.what", Is::text, "both, as they are said together"},
    LetterName{"blocked.due", Is::text, "when it would be due if the papers were here"},
    LetterName{"blocked.missing", Is::text, "which papers: documents for September 2026"},
    LetterName{"has_blocked", Is::flag, "whether there is any"},
    LetterName{"one_blocked", Is::flag, "whether there is exactly one"},
};

const LetterName* find_full(std::string_view full) {
    for (const LetterName& one : names) {
        if (one.name == full) return &one;
    }
    return nullptr;
}

}  // namespace

std::string scope_of(const LetterName& name) {
    if (name.is != Is::list && name.is != Is::group) return {};
    if (name.name == "owed" || name.name == "expected") return "items";
    if (name.name == "catch_up") return "withheld";
    return std::string(name.name);
}

const LetterName* find_name(std::string_view name, const OpenSections& open) {
    for (auto section = open.rbegin(); section != open.rend(); ++section) {
        if (section->empty()) continue;
        if (const LetterName* found = find_full(*section + "." + std::string(name))) return found;
    }
    const LetterName* found = find_full(name);
    const auto dot = name.find('.');
    if (!found || dot == std::string_view::npos) return found;
    // items.due without an open {{#items}} would be the due date of no item in particular
    return find_full(name.substr(0, dot))->is == Is::group ? found : nullptr;
}

std::vector<std::string> names_in_reach(const OpenSections& open) {
    std::vector<std::string> found;
    for (const LetterName& one : names) {
        for (auto section = open.rbegin(); section != open.rend(); ++section) {
            if (!section->empty() && one.name.starts_with(*section + "."))
                found.emplace_back(one.name.substr(section->size() + 1));
        }
        if (find_name(one.name, {})) found.emplace_back(one.name);
    }
    return found;
}

const std::vector<TemplateName>& template_names() {
    static const std::vector<TemplateName> documented = [] {
        std::vector<TemplateName> all;
        for (const LetterName& one : names) all.push_back({std::string(one.name), std::string(one.meaning)});
        return all;
    }();
    return documented;
}

}  // namespace tracker
