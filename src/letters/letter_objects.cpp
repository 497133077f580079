// SPDX-License-Identifier: MIT
#include "letters/letter_objects.hpp"

#include "tracker/base/text.hpp"
#include "tracker/rules/schedule.hpp"

namespace tracker {

using kainjow::mustache::data;
using kainjow::mustache::object;

data said(const std::string& text) {
    return text.empty() ? data(false) : data(printable(text));
}

data LetterObjects::day(const std::optional<Day>& day) const {
    return day ? this->day(*day) : data(false);
}

data LetterObjects::period(Kind kind, Period period, Months months) const {
    return kind == kinds::charge ? data(false) : data(wording_.period(period, months));
}

bool LetterObjects::is_of_the_law(Kind kind) const {
    return catalogue_ && catalogue_->kind(kind) && !catalogue_->is_own(kind) && !is_standard(kind);
}

object LetterObjects::item(const LetterItem& it) const {
    const bool late = it.late;
    object made;
    made["name"] = wording_.kind(it.item.kind, it.item.period, it.item.due);
    made["period"] = period(it.item.kind, it.item.period, it.item.months);
    made["what"] = wording_.item(it.item, it.is_debt(letter_.on));
    made["text"] = said(it.text);
    made["due"] = day(it.item.due);
    made["late"] = late;
    made["days_late"] = late ? data(wording_.days(it.item.days)) : data(false);
    const std::optional<Money> left = it.item.outstanding;
    made["amount"] = left ? amount(*left) : data(false);
    made["charged"] = left ? amount(it.charged) : data(false);
    made["paid"] = left ? amount(it.charged - *left) : data(false);
    made["part_paid"] = left && *left < it.charged;
    made["covered_first"] = it.covered_first;
    made["of_the_law"] = is_of_the_law(it.item.kind);
    return made;
}

data LetterObjects::warning() const {
    if (!letter_.warning) return false;
    object made;
    made["amount"] = amount(letter_.warning->amount);
    made["pay_by"] = day(letter_.warning->pauses_on - days{1});
    made["pauses_on"] = day(letter_.warning->pauses_on);
    return made;
}

data LetterObjects::pause() const {
    if (!letter_.pause) return false;
    const Suspension& pause = *letter_.pause;
    const bool over = letter_.sort == LetterDue::Sort::reinstatement;
    const bool resuming = !over && pause.cleared_on && pause.until;
    Obligation cause;
    cause.kind = pause.cause_kind;
    cause.period = pause.cause_period;
    cause.months = letter_.pause_months;
    cause.due = pause.cause_due;
    object made;
    made["since"] = day(pause.from);
    made["name"] = wording_.kind(pause.cause_kind, pause.cause_period, pause.cause_due);
    made["period"] = period(pause.cause_kind, pause.cause_period, letter_.pause_months);
    made["what"] = wording_.item(cause);
    made["due"] = day(pause.cause_due);
    made["amount"] = amount(pause.cause_outstanding);
    made["cleared_on"] = day(pause.cleared_on);
    made["resuming"] = resuming;
    made["resumes_on"] = resuming ? day(pause.until) : data(false);
    made["resumed_on"] = over ? day(pause.until) : data(false);
    return made;
}

data LetterObjects::other_pause() const {
    if (!letter_.other_pause) return false;
    object made;
    made["since"] = day(letter_.other_pause->from);
    made["until"] = day(letter_.other_pause->until);
    return made;
}

object LetterObjects::work(const AwaitedWork& one) const {
    object made;
    made["name"] = wording_.kind(one.item.kind, one.item.period, one.item.due);
    made["period"] = period(one.item.kind, one.item.period, one.item.months);
    made["what"] = wording_.item(one.item);
    made["due"] = day(one.item.due);
    made["missing"] = one.missing.empty() ? data(false) : data(papers(one.missing));
    return made;
}

std::string LetterObjects::papers(const std::vector<WorkInput>& missing) const {
    std::string text;
    for (std::size_t i = 0; i < missing.size();) {
        const WorkInput& first = missing[i];
        std::vector<Period> months;
        for (; i < missing.size() && missing[i].kind == first.kind; ++i) months.push_back(missing[i].period);
        text += (text.empty() ? "" : "; ") + wording_.papers(first.kind, months, first.due);
    }
    return text;
}

}  // namespace tracker
