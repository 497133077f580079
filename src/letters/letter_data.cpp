// SPDX-License-Identifier: MIT
#include "letters/letter_data.hpp"

#include <algorithm>
#include <iterator>

#include "letters/letter_objects.hpp"

namespace tracker {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;
using kainjow::mustache::object;

list listed(const std::vector<object>& objects) {
    list all;
    for (const object& one : objects) all.emplace_back(one);
    return all;
}

class DataMaker {
  public:
    DataMaker(const LetterDue& letter, const LetterParties& parties)
        : letter_(letter), parties_(parties), objects_(letter, parties) {}

    data make() {
        parties();
        items();
        made_["warning"] = objects_.warning();
        made_["pause"] = objects_.pause();
        made_["other_pause"] = objects_.other_pause();
        made_["to_pay"] = letter_.to_pay.minor > 0 ? objects_.amount(letter_.to_pay) : data(false);
        made_["refunded"] = refunded();
        made_["resumes"] =
            letter_.resume_days ? data(objects_.wording().resumption(*letter_.resume_days)) : data(false);
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
    void parties() {
        made_["client"] = said(parties_.client.name);
        made_["contract"] = said(parties_.contract.number);
        made_["signed"] = objects_.day(parties_.contract.signed_on);
        made_["clause"] = said(parties_.contract.clause);
        made_["currency"] = said(parties_.contract.currency);
        made_["oldest_first"] = said(parties_.oldest_first);
        made_["firm"] = said(parties_.firm);
        made_["date"] = objects_.day(letter_.on);
    }

    /// What must come beyond what the charges lack, since more was paid back than had come.
    [[nodiscard]] data refunded() const {
        Money left = letter_.to_pay;
        for (const LetterItem& it : letter_.items) {
            if (it.is_owed()) left -= *it.item.outstanding;
        }
        return left.minor > 0 ? objects_.amount(left) : data(false);
    }

    void days_of_money() {
        std::vector<object> all;
        for (const MoneyOfDay& one : letter_.received) {
            object& made = all.emplace_back();
            made["date"] = objects_.day(one.date);
            made["amount"] = objects_.amount(one.amount);
        }
        made_["has_received"] = !all.empty();
        made_["received"] = listed(all);
    }

    void withdrawn() {
        std::vector<object> all;
        for (const WrongNotice& one : letter_.withdrawn) {
            object& made = all.emplace_back();
            made["since"] = objects_.day(one.from);
            made["told_on"] = objects_.day(one.told_on);
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
            all.push_back(objects_.item(it));
            materials = materials || (!it.item.outstanding && !objects_.is_of_the_law(it.item.kind));
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

    void work(const std::string& name, std::vector<AwaitedWork> work) {
        std::stable_sort(work.begin(), work.end(),
                         [](const AwaitedWork& a, const AwaitedWork& b) { return a.item.due < b.item.due; });
        std::vector<object> all;
        for (const AwaitedWork& one : work) {
            all.push_back(objects_.work(one));
        }
        made_["has_" + name] = !all.empty();
        made_["one_" + name] = all.size() == 1;
        made_[name] = listed(all);
    }

    const LetterDue& letter_;
    const LetterParties& parties_;
    LetterObjects objects_;
    object made_;
};

}  // namespace

data letter_data(const LetterDue& letter, const LetterParties& parties) {
    return DataMaker(letter, parties).make();
}

}  // namespace tracker
