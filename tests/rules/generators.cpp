// SPDX-License-Identifier: MIT
// How recipes are drawn and how their steps become facts; a step that the rules forbid is left out.
#include "generators.hpp"

#include <algorithm>

#include "lawful.hpp"

namespace tracker::gen {
namespace {

constexpr int kinds_of_step = 30;

/// The range whatever the size of the case: RapidCheck would narrow it for small ones.
rc::Gen<int> within(int from, int to) {
    return rc::gen::resize(rc::kNominalSize, rc::gen::inRange(from, to));
}

rc::Gen<Step> step() {
    return rc::gen::build<Step>(
        rc::gen::set(&Step::what, within(0, kinds_of_step)), rc::gen::set(&Step::day, within(-30, 270)),
        rc::gen::set(&Step::a, within(0, 64)), rc::gen::set(&Step::b, within(0, 64)),
        rc::gen::set(&Step::c, within(0, 64)), rc::gen::set(&Step::d, within(0, 1 << 12)),
        rc::gen::set(&Step::e, within(0, 1 << 12)));
}

rc::Gen<std::vector<Step>> steps(double most) {
    return rc::gen::scale(most / rc::kNominalSize, rc::gen::container<std::vector<Step>>(step()));
}

rc::Gen<Recipe> recipe() {
    return rc::gen::build<Recipe>(
        rc::gen::set(&Recipe::start,
                     rc::gen::weightedOneOf<int>(
                         {{2, within(0, 365)}, {1, rc::gen::element(0, 30, 31, 58, 151, 333, 364)}})),
        rc::gen::set(&Recipe::length, within(20, 240)),
        rc::gen::set(&Recipe::open, rc::gen::arbitrary<bool>()),
        rc::gen::set(&Recipe::fee, rc::gen::weightedOneOf<int>({{1, rc::gen::just(0)}, {9, within(1, 7)}})),
        rc::gen::set(&Recipe::pay_day,
                     rc::gen::weightedOneOf<int>({{3, within(1, 32)}, {1, rc::gen::element(1, 10, 30, 31)}})),
        rc::gen::set(&Recipe::grace, within(0, 12)),
        rc::gen::set(&Recipe::resume,
                     rc::gen::weightedOneOf<int>({{1, rc::gen::just(0)}, {2, within(0, 6)}})),
        rc::gen::set(&Recipe::steps, steps(70)), rc::gen::set(&Recipe::holidays, steps(25)));
}

Period month_at(const Lawful& lawful, int shift) {
    return lawful.first_period() + (shift % 10) - 1;
}

/// All months, the usual sets, any set at all.
Months months_at(int choice) {
    static constexpr std::array usual{every::quarter, every::year,   every::half_year,
                                      Months{1},      Months{0x124}, Months{0x900}};
    if (choice % 4 == 1) return usual[static_cast<std::size_t>(choice / 4) % usual.size()];
    if (choice % 4 == 2) return Months{static_cast<std::uint16_t>(choice)};
    return every::month;
}

/// Some of these are nobody's unless a line or a duty makes them the client's.
Inputs inputs_at(int bits) {
    constexpr std::array some{kinds::documents, kinds::statement, Kind{"timesheet"}, Kind{"payroll-register"},
                              Kind{"vat-return"}};
    std::vector<Kind> chosen;
    for (std::size_t i = 0; i < some.size(); ++i)
        if ((bits >> i & 1) != 0) chosen.push_back(some[i]);
    return Inputs(chosen);
}

ScheduleLine line_at(const Lawful& lawful, const Step& step, Recorded recorded) {
    constexpr std::array some{kinds::payment,   kinds::salary,      kinds::advance,          kinds::documents,
                              kinds::statement, Kind{"vat-return"}, Kind{"payroll-register"}};
    ScheduleLine set{recorded, some[static_cast<std::size_t>(step.a) % some.size()],
                     month_at(lawful, step.day + 30), Line{}};
    Line& line = *set.line;
    line.owed_by = step.b % 2 == 0 && set.kind != kinds::payment ? OwedBy::us : OwedBy::client;
    line.offset = step.a % 3 == 0 ? step.b % 37 - 12 : step.b % 4 - 1;  // far ones are rare
    line.day = step.c % 31 + 1;
    line.convention = static_cast<Convention>(step.c % 3);
    line.months = months_at(step.d);
    if (set.kind == kinds::payment && step.e % 4 == 1) line.offset = -2;
    line.pause = step.e % 4 == 3 ? InPause::owed : InPause::withheld;
    if (step.e % 2 == 1) line.inputs = inputs_at(step.e / 4);
    line.lead = step.e / 128 % 11;
    if (step.b >= 54) set.line.reset();
    return set;
}

/// A line of ours that needs something, soon after the start and mostly due about when what it needs is.
ScheduleLine needing_at(const Lawful& lawful, const Step& step, Recorded recorded) {
    constexpr std::array some{kinds::salary, Kind{"vat-return"}, kinds::advance, Kind{"payroll-register"}};
    ScheduleLine set{recorded, some[static_cast<std::size_t>(step.a) % some.size()],
                     lawful.first_period() + step.b % 4 - 1, Line{}};
    Line& line = *set.line;
    line.owed_by = OwedBy::us;
    line.offset = 1 + (step.c % 8 == 7 ? step.b % 16 - 12 : 0);
    line.day = step.c % 31 + 1;
    line.convention = static_cast<Convention>(step.b % 3);
    line.months = months_at(step.d);
    line.pause = step.e % 4 == 3 ? InPause::owed : InPause::withheld;
    line.inputs = inputs_at(step.e / 8 % 4 == 0 ? 1 : step.e / 8);
    line.lead = step.e / 64 % 11;
    return set;
}

/// A fee for several months, soon after the start: due in the first of them, or any time.
ScheduleLine fee_at(const Lawful& lawful, const Step& step, Recorded recorded) {
    ScheduleLine set{recorded, kinds::payment, lawful.first_period() + step.b % 4 - 1, Line{}};
    set.line->months = months_at(step.d % 8 == 7 ? step.d - 1 : step.d / 4 * 4 + 1);
    set.line->offset = step.a % 4 == 3 ? step.b % 5 - 3 : -2;
    set.line->day = step.c % 31 + 1;
    set.line->convention = static_cast<Convention>(step.b % 3);
    return set;
}

/// The steps that are agreements: they carry no date and are laid down first, whatever their place.
void agree(Lawful& lawful, const Step& step, std::int64_t entry) {
    const Recorded recorded{entry, 1};
    if (step.what == 0) {
        Amendment amendment{recorded, month_at(lawful, step.day + 30), {}, {}, {}};
        if (step.a % 3 == 0) amendment.fee = Money{step.b % 7 * 100};
        if (step.a % 3 == 1 || step.c % 3 == 0) amendment.grace = step.b % 12;
        if (step.a % 3 == 2 || step.c % 3 == 1) amendment.resume = step.b % 6;
        lawful.amend(amendment);
    }
    if (step.what == 1) lawful.set_line(line_at(lawful, step, recorded));
    if (step.what == 28) lawful.set_line(fee_at(lawful, step, recorded));
    if (step.what == 20) lawful.set_line(needing_at(lawful, step, recorded));
}

/// Duties come after all lines, so that the schedule has none of them already; of months outside the
/// contract, due before or after their date.
void impose(Lawful& lawful, const Step& step, std::int64_t entry) {
    constexpr std::array some{Kind{"answer"},     kinds::documents, Kind{"timesheet"},       kinds::statement,
                              Kind{"vat-return"}, kinds::salary,    Kind{"payroll-register"}};
    if (step.what == 29)
        lawful.add_needed_duty({entry, 1}, step.c % 4 == 3 ? OwedBy::us : OwedBy::client, step.d,
                               2 * step.a - 60, step.b / 2 - 24);
    if (step.what != 21) return;
    const Day date = lawful.starts() + days{step.day};
    lawful.add_duty({{entry, 1},
                     some[static_cast<std::size_t>(step.a) % some.size()],
                     lawful.first_period() + step.d % 16 - 4,
                     date,
                     date + days{step.c % 4 == 3 ? -2 * step.b : step.b - 20},
                     step.c % 2 == 0 ? OwedBy::client : OwedBy::us,
                     "",
                     step.c % 8 > 5 ? InPause::owed : InPause::withheld});
}

void happen(Lawful& lawful, const Step& step, std::int64_t entry) {
    const Recorded recorded{entry, 1};
    const Day date = lawful.starts() + days{step.day};
    switch (step.what) {
        case 3:
            lawful.settle(recorded, date);
            break;
        case 2:
            lawful.pay({recorded, date, Money{(step.a % 12 + 1) * 50}, "", "", 0});
            break;
        case 6:
            lawful.settle(recorded, date);
            break;
        case 4:
        case 5:
            lawful.pay_due(recorded, step.day, step.a % 24 - 4);
            break;
        case 7:
            lawful.pay({recorded, date, Money{-(step.a % 8 + 1) * 50}, "", "", 0});
            break;
        case 8:
            lawful.credit({recorded, date, Money{(step.a % 6 + 1) * 50}, "", ""});
            break;
        case 9:
            lawful.charge({recorded, date, date + days{step.b % 40}, Money{(step.a % 6 + 1) * 50}, ""});
            break;
        case 10:
        case 11:
            lawful.extend(recorded, kinds::payment, step.a, step.b - 30, step.c % 25);
            break;
        case 12:
            lawful.extend(recorded, lawful.kind(step.a), step.day + 30, step.b - 30, step.c % 25);
            break;
        case 13:
            lawful.waive(recorded, kinds::payment, step.a, step.b - 30);
            break;
        case 14:
            lawful.waive(recorded, lawful.kind(step.a), step.day + 30, step.b - 30);
            break;
        case 15:
            lawful.fulfil(recorded, lawful.kind(step.a), step.day + 30, step.b - 30);
            break;
        case 16:
            lawful.fulfil_with_money(recorded, lawful.kind(step.a), step.day + 30, step.b);
            break;
        case 17:
            lawful.suspend(recorded, date, step.a - 20, step.b % 2 == 0 ? step.c : 0);
            break;
        case 18:
        case 19:
            lawful.resume(recorded, date, step.a, step.b - 5);
            break;
        case 22:
        case 23:
        case 24:
        case 25:
            lawful.bring_inputs(recorded, step.a, step.b % 30, step.d);
            break;
        case 26:
        case 27:
            lawful.do_work(recorded, step.a, step.b - 20);
            break;
        default:
            break;
    }
}

/// Days on which something happened: there, and soon after, decisions turn.
std::vector<Day> turning_days(const ContractFacts& facts) {
    std::vector<Day> turns;
    for (const auto& one : facts.payments) turns.push_back(one.date);
    for (const auto& one : facts.credits) turns.push_back(one.date);
    for (const auto& one : facts.waivers) turns.push_back(one.date);
    for (const auto& one : facts.fulfilments) turns.push_back(one.date);
    for (const auto& one : facts.duties) turns.push_back(one.date);
    for (const auto& one : facts.extensions) turns.push_back(one.date);
    for (const auto& one : facts.suspensions) turns.push_back(one.until.value_or(one.from));
    return turns;
}

}  // namespace

Case build(const Recipe& recipe, const std::vector<int>& asked, int ahead) {
    Lawful lawful;
    Contract& contract = lawful.made.facts.contract;
    contract.starts = Day{date::year{2026} / 1 / 1} + days{recipe.start};
    if (!recipe.open) contract.ends = contract.starts + days{recipe.length};
    contract.fee = Money{recipe.fee * 100};
    contract.pay_day = recipe.pay_day;
    contract.grace = recipe.grace;
    contract.resume = recipe.resume;
    for (const Step& step : recipe.holidays) lawful.mark(contract.starts + days{step.day}, step.a % 4 != 0);
    const auto each_step = [&](auto lay_down) {
        for (std::size_t i = 0; i < recipe.steps.size(); ++i)
            lay_down(lawful, recipe.steps[i], static_cast<std::int64_t>(i) + 1);
    };
    each_step(agree);
    lawful.keep_payment_line();
    each_step(impose);
    lawful.keep_inputs();
    each_step(happen);
    const std::vector<Day> turns = turning_days(lawful.made.facts);
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const auto at = static_cast<std::size_t>(asked[i] + 20);
        const bool any = i % 2 == 0 || turns.empty();
        lawful.made.days.push_back(any ? contract.starts + days{asked[i]}
                                       : turns[at % turns.size()] + days{asked[i] / 8 % 4});
    }
    std::sort(lawful.made.days.begin(), lawful.made.days.end());
    lawful.made.ahead = ahead;
    return lawful.made;
}

rc::Gen<Case> cases() {
    const auto asked = rc::gen::container<std::vector<int>>(6, within(-20, 280));
    return rc::gen::apply(build, recipe(), asked, within(0, 80));
}

}  // namespace tracker::gen
