// SPDX-License-Identifier: MIT
// Tries a template with every case of its sort: can it be filled in, and does it say what it must?
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "letters/letter_cases.hpp"
#include "letters/template_form.hpp"
#include "letters/wording.hpp"
#include "tracker/base/error.hpp"
#include "tracker/letters/letter_text.hpp"

namespace tracker {
namespace {

/// What a letter must say, and the name by which a template says it.
struct Need {
    std::string said;
    std::string_view what;
    std::string_view how;
    std::string or_said{};  ///< what says as much; empty if nothing does
    [[nodiscard]] bool is_met_by(std::string_view text) const {
        return text.find(said) != std::string_view::npos ||
               (!or_said.empty() && text.find(or_said) != std::string_view::npos);
    }
};

class Needs {
  public:
    Needs(const LetterCase& one, Language language)
        : letter_(one.letter), currency_(one.contract.currency), wording_(language) {
        need(one.contract.number, "the contract's number", "{{contract}}");
        switch (letter_.sort) {
            case LetterDue::Sort::reminder:
                reminder();
                break;
            case LetterDue::Sort::suspension:
                suspension();
                break;
            case LetterDue::Sort::withdrawal:
                withdrawn("which notice is taken back", "{{#withdrawn}}{{since}}{{/withdrawn}}");
                if (letter_.pause)
                    need(wording_.day(letter_.pause->from), "since when service is still paused",
                         "{{pause.since}}");
                break;
            case LetterDue::Sort::part_payment:
                part_payment();
                break;
            case LetterDue::Sort::reinstatement:
                need(wording_.day(*letter_.pause->until), "since when service goes on",
                     "{{pause.resumed_on}}");
                break;
        }
    }

    [[nodiscard]] const std::vector<Need>& all() const { return all_; }

  private:
    void need(std::string said, std::string_view what, std::string_view how) {
        all_.push_back({std::move(said), what, how});
    }

    void reminder() {
        for (const LetterItem& it : letter_.items) {
            const Obligation& item = it.item;
            need(wording_.kind(item.kind, item.period, item.due), "what is due",
                 "{{#items}}{{name}}{{/items}}");
            all_.back().or_said = wording_.item(item, it.is_debt(letter_.on));
            need(wording_.day(item.due), "by when it is due", "{{#items}}{{due}}{{/items}}");
            if (item.outstanding)
                need(wording_.amount(*item.outstanding, currency_), "how much is to pay",
                     "{{#items}}{{amount}}{{/items}}");
        }
        if (letter_.warning)
            need(wording_.day(letter_.warning->pauses_on), "from when service will be paused",
                 "{{#warning}}{{pauses_on}}{{/warning}}");
        for (const AwaitedWork& work : letter_.blocked) {
            need(wording_.kind(work.item.kind, work.item.period, work.item.due),
                 "which work waits for papers", "{{#blocked}}{{name}}{{/blocked}}");
            for (const WorkInput& input : work.missing)
                need(wording_.kind(input.kind, input.period, input.due), "which papers it waits for",
                     "{{#blocked}}{{missing}}{{/blocked}}");
        }
    }

    void withdrawn(std::string_view what, std::string_view how) {
        for (const WrongNotice& one : letter_.withdrawn) need(wording_.day(one.from), what, how);
    }

    void part_payment() {
        need(wording_.day(letter_.pause->from), "since when service is paused", "{{pause.since}}");
        need(wording_.amount(letter_.to_pay, currency_), "what is left to pay for service to go on",
             "{{to_pay}}");
        for (const MoneyOfDay& one : letter_.received)
            need(wording_.amount(one.amount, currency_), "what came", "{{#received}}{{amount}}{{/received}}");
    }

    void suspension() {
        need(wording_.day(letter_.pause->from), "since when service is paused", "{{pause.since}}");
        if (letter_.to_pay.minor > 0)
            need(wording_.amount(letter_.to_pay, currency_), "what must come for service to go on",
                 "{{to_pay}}");
        if (letter_.pause->until)
            need(wording_.day(*letter_.pause->until), "on which day service goes on if all is paid already",
                 "{{#pause.resuming}}{{pause.resumes_on}}{{/pause.resuming}}");
        if (letter_.other_pause)
            need(wording_.day(letter_.other_pause->until.value_or(letter_.other_pause->from)),
                 "that service is paused for another reason, too",
                 "{{#other_pause}}{{since}} {{until}}{{/other_pause}}");
        withdrawn("which earlier notice it replaces", "{{#withdrawn}}{{since}}{{/withdrawn}}");
        for (const LetterItem& it : letter_.items) {
            if (!it.is_owed()) continue;
            need(wording_.amount(it.charged, currency_), "what was charged", "{{#owed}}{{charged}}{{/owed}}");
            need(wording_.amount(it.charged - *it.item.outstanding, currency_), "what came of it",
                 "{{#owed}}{{paid}}{{/owed}}");
            need(wording_.amount(*it.item.outstanding, currency_), "what is left of it",
                 "{{#owed}}{{amount}}{{/owed}}");
        }
        for (const Obligation& work : letter_.withheld)
            need(wording_.kind(work.kind, work.period, work.due), "which work isn't done meanwhile",
                 "{{#withheld}}{{name}}{{/withheld}}");
    }

    const LetterDue& letter_;
    const std::string& currency_;
    Wording wording_;
    std::vector<Need> all_;
};

void add_once(std::vector<std::string>& faults, std::string fault) {
    if (std::find(faults.begin(), faults.end(), fault) == faults.end()) faults.push_back(std::move(fault));
}

}  // namespace

bool tells_of_blocked_work(std::string_view template_text) {
    return template_text.find("{{#blocked}}") != std::string_view::npos;
}

std::vector<std::string> check_template(std::string_view template_text, LetterDue::Sort sort,
                                        Language language) {
    std::vector<std::string> faults = read_form(template_text, sort).faults;
    if (!faults.empty()) return faults;
    for (const LetterCase& one : letter_cases(sort)) {
        if (!one.letter.blocked.empty() && !tells_of_blocked_work(template_text)) continue;
        std::optional<LetterText> letter;
        try {
            letter = render_letter(template_text, one.letter, one.parties(language));
        } catch (const InputError& error) {
            add_once(faults, fmt::format("{} (in the case \"{}\")", error.what(), one.name));
            continue;
        }
        const std::string all = letter->subject + '\n' + letter->text;
        const Needs needs(one, language);
        for (const Need& need : needs.all()) {
            if (!need.is_met_by(all))
                add_once(faults, fmt::format("doesn't say {}: {} is missing", need.what, need.how));
        }
    }
    return faults;
}

}  // namespace tracker
