// SPDX-License-Identifier: MIT
#include "session.hpp"

#include <algorithm>
#include <charconv>

#include "io/lines.hpp"
#include "settings.hpp"
#include "tracker/core/carry_forward.hpp"
#include "tracker/core/check.hpp"
#include "tracker/core/error.hpp"
#include "tracker/io/arguments.hpp"
#include "tracker/io/text.hpp"

namespace tracker {
namespace {

/// What the rules say about a change: nothing, or what is wrong with it, or which earlier changes rest on
/// what it takes away.
class Verdict {
  public:
    explicit Verdict(const Store& store) : store_(store) {}

    void take(const std::vector<Finding>& findings) {
        for (const Finding& finding : findings) {
            const bool of_this_change = finding.fact.added == store_.change();
            if (what_.empty() || (of_this_change && !own_)) what_ = finding.what;
            own_ = own_ || of_this_change;
            if (!of_this_change) rests(finding.fact.added);
        }
    }

    void rests(ChangeNumber change) { resting_.insert(change); }

    /// Throws InputError unless there is nothing to say.
    void refuse_or_pass() const {
        if (own_) throw InputError(what_);
        if (resting_.empty()) return;
        std::string list;
        std::size_t left = resting_.size();
        for (const Change& change : store_.changes()) {
            if (!resting_.contains(change.number) || resting_.size() - left == most_named) continue;
            --left;
            list += fmt::format("{}change {} ({})", list.empty() ? "" : ", ", change.number,
                                printable(change.command));
        }
        if (left > 0) list += fmt::format(" and {} more", left);
        throw InputError(fmt::format(
            "{}{} {} on what this takes away: undo {} first", what_.empty() ? "" : what_ + "; ", list,
            resting_.size() == 1 ? "rests" : "rest", resting_.size() == 1 ? "it" : "those"));
    }

  private:
    static constexpr std::size_t most_named = 5;
    const Store& store_;
    std::string what_;
    bool own_ = false;  // what_ is about a fact of this change
    std::set<ChangeNumber> resting_;
};

/// Whether what is carried forward of a contract with many facts is more than half of them, as it is where
/// its fulfilments are imported and its payments not yet: the pages that it takes would soon be empty again.
bool saves_little(const ContractFacts& carried, const ContractFacts& facts) {
    constexpr std::size_t many = 50;
    const auto count = [](const ContractFacts& of) {
        return of.fulfilments.size() + of.payments.size() + of.credits.size();
    };
    return count(facts) > many && count(carried) * 2 > count(facts);
}

}  // namespace

void Session::open(Store::Access access, const std::string& path) {
    store_ = std::make_unique<Store>(path, access);
}

void Session::answer_as_known() {
    if (!globals_.known) return;
    const std::string& text = *globals_.known;
    ChangeNumber number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) {
        number = store_->last_change_at(from_zone(text, zone()));
    } else if (number < 0 || number > store_->last_change()) {
        throw NotFoundError(fmt::format("there is no change {}: the last is {}, see 'tracker log'", number,
                                        store_->last_change()));
    }
    store_->as_known_by(number);
}

void Session::begin_change() {
    calendar_.reset();  // others may have written since
    written_.reset();
    store_->begin(world_.user, world_.command, world_.now);
}

void Session::end_change() {
    if (!store_->wrote_anything()) {
        store_->roll_back();
        if (globals_.quiet) out_.clear();
        return;
    }
    if (store_->touched_calendar()) calendar_.reset();
    if (!checked_) check_change();
    if (globals_.dry_run) {
        store_->roll_back();
    } else {
        carry_forward_stale();
        store_->commit();
    }
}

const std::optional<ContractFacts>& Session::written_facts(ContractId id) {
    if (!written_ || written_->first != id) written_.emplace(id, store_->facts(id));
    return written_->second;
}

void Session::carry_forward_stale() {
    const auto stale = store_->take_stale();
    if (stale && stale->empty()) return;
    const auto carry = [&](const ContractFacts& facts) {
        const ContractFacts carried = carry_forward(facts, calendar(), today());
        saves_little(carried, facts) ? store_->keep_nothing_carried(carried) : store_->keep_carried(carried);
    };
    // One by one, a contract costs some three times of what it does in one ordered pass over all.
    constexpr std::size_t few = 100;
    constexpr std::size_t dear = 3;
    if (stale && (stale->size() <= few || stale->size() * dear < store_->contracts().size())) {
        for (const ContractId id : *stale) {
            if (const auto& facts = written_facts(id)) carry(*facts);
        }
    } else {
        store_->each_contract_in_brief([&](const ContractFacts& facts) {
            if (!stale || stale->contains(facts.contract.id)) carry(facts);
        });
    }
}

void Session::check_change() {
    Verdict verdict(*store_);
    const auto check_contract = [&](const ContractFacts& facts) {
        verdict.take(check(facts, calendar()));
        if (!store_->client_of(facts.contract.client)) verdict.rests(facts.contract.recorded.added);
    };
    if (store_->touched_calendar() || store_->touched_clients()) store_->each_contract(check_contract);
    std::set<ClientId> clients;
    for (const ContractId id : store_->touched_contracts()) {
        if (const auto& facts = written_facts(id)) {
            check_contract(*facts);
            clients.insert(facts->contract.client);
        } else {
            for (const ChangeNumber change : store_->changes_about(id)) verdict.rests(change);
        }
    }
    for (const ClientId client : clients) verdict.take(check_numbers(store_->contracts_of(client)));
    verdict.refuse_or_pass();
}

const std::string& Session::setting(const std::string& name) {
    if (!settings_) settings_ = store_ ? store_->settings() : std::map<std::string, std::string>{};
    const auto found = settings_->find(name);
    return found != settings_->end() ? found->second : default_setting(name);
}

Day Session::today() {
    if (!today_) today_ = in_zone(world_.now, zone()).day;
    return *today_;
}

std::string Session::stamp() {
    std::string text = tracker::format(in_zone(world_.now, zone())) + fmt::format(":{:02}", world_.now % 60);
    std::erase(text, ':');
    std::replace(text.begin(), text.end(), ' ', 'T');
    return text;
}

Day Session::on() {
    return globals_.on ? read_day(*globals_.on) : today();
}

Day Session::read_day(std::string_view text) {
    // A full date needs no clock, and a zone costs a millisecond.
    if (const auto day = parse_day(text)) return *day;
    return tracker::read_day(text, today());
}

Period Session::read_period(std::string_view text) {
    if (const auto period = parse_period(text)) return *period;
    return tracker::read_period(text, today());
}

const Calendar& Session::calendar() {
    if (!calendar_) calendar_.emplace(store_->calendar());
    return *calendar_;
}

Format Session::format() const {
    if (globals_.csv + globals_.json + globals_.excel + globals_.format.has_value() > 1) {
        throw InputError("--format, --csv, --json and --excel exclude each other: give one");
    }
    if (globals_.excel) return Format::excel;
    if (globals_.csv) return Format::csv;
    if (globals_.json) return Format::json;
    const std::string name = globals_.format.value_or("table");
    if (name == "table") return Format::table;
    if (name == "csv") return Format::csv;
    if (name == "json") return Format::json;
    throw InputError(fmt::format("there is no format '{}': table, csv or json", printable(name)));
}

bool Session::colour() const {
    const std::string when = globals_.color.value_or("auto");
    if (when == "always") return true;
    if (when == "never") return false;
    if (when != "auto")
        throw InputError(fmt::format("--color '{}' is not auto, always or never", printable(when)));
    return world_.terminal && !world_.no_color;
}

/// What is not read on a terminal is not cut to its width.
constexpr int uncut = 1'000'000;

void Session::list(const Listing& rows) {
    if (globals_.quiet && rows.size == 0) return;
    switch (format()) {
        case Format::csv:
            say_raw(to_csv(rows));
            break;
        case Format::excel:
            say_raw(to_excel(rows));
            break;
        case Format::json:
            say_raw(to_json(rows));
            break;
        case Format::table:
            say_raw(to_table(rows, world_.columns > 0 ? world_.columns : uncut, colour()));
            break;
    }
}

void Session::list_or_say(const Listing& rows, std::string_view if_none) {
    if (rows.size > 0 || format() != Format::table) return list(rows);
    if (!globals_.quiet) say("{}", if_none);
}

void Session::say_lines(std::string_view text, std::string_view indent) {
    for (LineReader lines(text); lines.next();) say("{}{}", indent, printable(lines.line()));
}

int read_count(std::string_view text, std::string_view what, int least, int most) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size() || value < least ||
        value > most) {
        throw InputError(
            fmt::format("{} '{}' is not a whole number from {} to {}", what, printable(text), least, most));
    }
    return value;
}

std::string read_text(std::string_view text, std::string_view what) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) throw InputError(fmt::format("{} is empty", what));
    text = text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
    if (!is_utf8(text)) throw InputError(fmt::format("{} '{}' is not UTF-8", what, printable(text)));
    if (printable(text) != text) {
        throw InputError(fmt::format("{} '{}' holds control or invisible characters: leave them out", what,
                                     printable(text)));
    }
    if (after_blanks(text).empty()) throw InputError(fmt::format("{} is blank", what));
    return std::string(text);
}

}  // namespace tracker
