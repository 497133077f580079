// SPDX-License-Identifier: MIT
#include "letters/letter_data.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "letters/wording.hpp"
#include "tracker/base/text.hpp"
#include "tracker/rules/schedule.hpp"

namespace tracker {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;
using kainjow::mustache::object;

/// Text from outside, made safe; absent if it is empty.
data said(const std::string& text) {
    return text.empty() ? data(false) : data(printable(text));
}

list listed(const std::vector<object>& objects) {
    list all;
    for (const object& one : objects) all.emplace_back(one);
    return all;
}

class DataMaker {
  public:
    DataMaker(const LetterDue& letter, const LetterParties& parties)
        : letter_(letter),
          parties_(parties),
          currency_(parties.contract.currency),
          wording_(parties.language, parties.catalogue) {}

    data make() {
        parties();
        items();
        made_["warning"] = warning();
        made_["pause"] = pause();
        made_["other_pause"] = other_pause();
        made_["to_pay"] = letter_.to_pay.minor > 0 ? amount(letter_.to_pay) : data(false);
        made_["refunded"] = refunded();
        made_["resumes"] =
            letter_.resume_days ? data(wording_.resumption(*letter_.resume_days)) : data(false);
        made_["in_service"] = letter_.in_service;
        days_of_money();
        withdrawn();
        std::vector<AwaitedWork> withheld;
        for (const Obligation& item : letter_.withheld) withheld.push_back({item, {}});
        work("withheld", std::move(withheld));
        work("catch_up", letter_.catch_up);
        work("blocked", letter_.blocked);
        return made_;
    }

  private:
    [[nodiscard]] data day(Day day) const { return wording_.day(day); }
    [[nodiscard]] data day(const std::optional<Day>& day) const {
        return day ? this->day(*day) : data(false);
    }
    [[nodiscard]] data amount(Money amount) const { return wording_.amount(amount, currency_); }
    /// A one-off charge belongs to no month.
    [[nodiscard]] data period(Kind kind, Period period, Months months) const {
        return kind == kinds::charge ? data(false) : data(wording_.period(period, months));
    }

    void parties() {
        made_["client"] = said(parties_.client.name);
        made_["contract"] = said(parties_.contract.number);
        made_["signed"] = day(parties_.contract.signed_on);
        made_["clause"] = said(parties_.contract.clause);
        made_["currency"] = said(currency_);
        made_["oldest_first"] = said(parties_.oldest_first);
        made_["firm"] = said(parties_.firm);
        made_["date"] = day(letter_.on);
    }

    [[nodiscard]] object item(const LetterItem& it) const {
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
        return made;
    }

    /// What the law asks of the client, as a tax: nothing that work of ours waits for.
    [[nodiscard]] bool is_of_the_law(Kind kind) const {
        const DutyCatalogue* const known = parties_.catalogue;
        return known && known->kind(kind) && !known->is_own(kind) && !is_standard(kind);
    }

    /// What must come beyond what the charges lack, since more was paid back than had come.
    [[nodiscard]] data refunded() const {
        Money left = letter_.to_pay;
        for (const LetterItem& it : letter_.items) {
            if (it.is_owed()) left -= *it.item.outstanding;
        }
        return left.minor > 0 ? amount(left) : data(false);
    }

    void days_of_money() {
        std::vector<object> all;
        for (const MoneyOfDay& one : letter_.received) {
            object& made = all.emplace_back();
            made["date"] = day(one.date);
            made["amount"] = amount(one.amount);
        }
        made_["has_received"] = !all.empty();
        made_["received"] = listed(all);
    }

    void withdrawn() {
        std::vector<object> all;
        for (const WrongNotice& one : letter_.withdrawn) {
            object& made = all.emplace_back();
            made["since"] = day(one.from);
            made["told_on"] = day(one.told_on);
        }
        made_["withdrawn"] = listed(all);
    }

    void items() {
        std::vector<object> all;
        std::vector<object> owed;
        std::vector<object> expected;
        bool papers_late = false;
        bool materials = false;
        for (const LetterItem& it : letter_.items) {
            all.push_back(item(it));
            materials = materials || (!it.item.outstanding && !is_of_the_law(it.item.kind));
            papers_late = papers_late || (it.late && !it.item.outstanding);
            (it.is_owed() ? owed : expected).push_back(all.back());
        }
        const auto money =
            std::count_if(letter_.items.begin(), letter_.items.end(),
                          [](const LetterItem& it) { return it.item.outstanding.has_value(); });
        made_["has_items"] = !all.empty();
        made_["one_item"] = all.size() == 1;
        made_["many_items"] = all.size() > 1;
        made_["has_money"] = money > 0;
        made_["has_papers"] = money < std::ssize(all);
        made_["papers_late"] = papers_late;
        made_["has_materials"] = materials;
        made_["has_owed"] = !owed.empty();
        made_["many_owed"] = owed.size() > 1;
        made_["has_expected"] = !expected.empty();
        made_["one_expected"] = expected.size() == 1;
        made_["items"] = listed(all);
        made_["owed"] = listed(owed);
        made_["expected"] = listed(expected);
    }

    [[nodiscard]] data warning() const {
        if (!letter_.warning) return false;
        object made;
        made["amount"] = amount(letter_.warning->amount);
        made["pay_by"] = day(letter_.warning->pauses_on - days{1});
        made["pauses_on"] = day(letter_.warning->pauses_on);
        return made;
    }

    [[nodiscard]] data pause() const {
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

    [[nodiscard]] data other_pause() const {
        if (!letter_.other_pause) return false;
        object made;
        made["since"] = day(letter_.other_pause->from);
        made["until"] = day(letter_.other_pause->until);
        return made;
    }

    void work(const std::string& name, std::vector<AwaitedWork> work) {
        std::stable_sort(work.begin(), work.end(),
                         [](const AwaitedWork& a, const AwaitedWork& b) { return a.item.due < b.item.due; });
        std::vector<object> all;
        for (const AwaitedWork& one : work) {
            object& made = all.emplace_back();
            made["name"] = wording_.kind(one.item.kind, one.item.period, one.item.due);
            made["period"] = period(one.item.kind, one.item.period, one.item.months);
            made["what"] = wording_.item(one.item);
            made["due"] = day(one.item.due);
            made["missing"] = one.missing.empty() ? data(false) : data(papers(one.missing));
        }
        made_["has_" + name] = !all.empty();
        made_["one_" + name] = all.size() == 1;
        made_[name] = listed(all);
    }

    /// "documents for August 2026 and September 2026; bank statements for September 2026".
    [[nodiscard]] std::string papers(const std::vector<WorkInput>& missing) const {
        std::string text;
        for (std::size_t i = 0; i < missing.size();) {
            const WorkInput& first = missing[i];
            std::vector<Period> months;
            for (; i < missing.size() && missing[i].kind == first.kind; ++i)
                months.push_back(missing[i].period);
            text += (text.empty() ? "" : "; ") + wording_.papers(first.kind, months, first.due);
        }
        return text;
    }

    const LetterDue& letter_;
    const LetterParties& parties_;
    const std::string& currency_;
    Wording wording_;
    object made_;
};

}  // namespace

data letter_data(const LetterDue& letter, const LetterParties& parties) {
    return DataMaker(letter, parties).make();
}

}  // namespace tracker
