// SPDX-License-Identifier: MIT
// The command that gives a contract the lines of sets of duties.
#include <algorithm>
#include <set>

#include "commands/command.hpp"
#include "commands/kind_arguments.hpp"
#include "commands/put_line.hpp"
#include "commands/say_added.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"
#include "tracker/exchange/duty_catalogue.hpp"
#include "tracker/said/refusal.hpp"

namespace tracker {
namespace {

struct AddSetOptions {
    std::string client, from;
    std::vector<std::string> sets;
    std::optional<std::string> except, number;
};

void declare_add_set(Arguments& arguments, AddSetOptions& options) {
    arguments.required("CLIENT", options.client, "help.client");
    arguments.many("SET", options.sets, "help.schedule-add-set.set");
    arguments.required_option("--from PERIOD", options.from, "help.schedule-add-set.from");
    arguments.option("--except KIND,...", options.except, "help.schedule-add-set.except");
    arguments.option("--contract NUMBER", options.number, "help.contract");
}

/// What was asked for, as the catalogue has it: a kind of two sets once.
class ChosenKinds {
  public:
    ChosenKinds(const DutyCatalogue& catalogue, const AddSetOptions& options) {
        std::set<Kind> wanted;
        for (const std::string& text : options.sets) {
            sets_.push_back(catalogue.called(text));
            for (const DutyKind* kind : catalogue.named(sets_.back())) wanted.insert(kind->kind);
        }
        if (options.except)
            except_ = read_kinds("--except", *options.except, KindNames(catalogue, slugs(wanted))).kinds();
        for (const Kind kind : except_)
            if (wanted.erase(kind) == 0) refuse_except(kind, wanted);
        for (const DutyKind& kind : catalogue.kinds()) {
            if (!wanted.contains(kind.kind)) continue;
            if (!kind.line) throw InputRefusal(Message("error.title-alone", {{"kind", kind.kind.text()}}));
            lines_.push_back({{}, kind.kind, {}, kind.line});
            if (kind.status == Certainty::partly) doubtful_.insert(kind.kind);
        }
    }

    /// The sets by their names, whatever was typed.
    [[nodiscard]] const std::vector<std::string>& sets() const { return sets_; }
    [[nodiscard]] const std::vector<ScheduleLine>& lines() const { return lines_; }
    [[nodiscard]] const std::vector<Kind>& except() const { return except_; }
    [[nodiscard]] const std::set<Kind>& doubtful() const { return doubtful_; }

  private:
    static std::vector<std::string> slugs(const std::set<Kind>& kinds) {
        std::vector<std::string> texts;
        for (const Kind kind : kinds) texts.emplace_back(kind.text());
        return texts;
    }

    [[noreturn]] void refuse_except(Kind except, const std::set<Kind>& kinds) const {
        const auto near = nearest(except.text(), slugs(kinds), 1);
        throw NotFoundError(
            fmt::format("--except '{}' is no kind of {}: {}", except.text(), fmt::join(sets_, ", "),
                        near.empty() ? fmt::format("see 'tracker schedule sets {}'", sets_.front())
                                     : fmt::format("did you mean '{}'?", near.front())));
    }

    std::vector<std::string> sets_;
    std::vector<ScheduleLine> lines_;
    std::vector<Kind> except_;
    std::set<Kind> doubtful_;
};

int run_add_set(const AddSetOptions& options, Session& session) {
    if (options.sets.empty()) throw InputRefusal(Message("error.set-missing"));
    const Period from = session.read_period(options.from);
    const DutyCatalogue catalogue(session.store());
    const ChosenKinds chosen(catalogue, options);
    const Subject subject = find_subject(session, options.client, options.number, first_day(from));
    refuse_outside(subject, from);
    const std::vector<AddedLine> lines = added_lines(subject.facts, session.calendar(), chosen.lines(), from);
    std::set<Kind> added;
    for (const AddedLine& one : lines) {
        if (!one.is_recorded()) continue;
        put_line(session, subject, one.line);
        added.insert(one.line.kind);
    }
    say_added(session, subject, lines, {from, chosen.except(), chosen.doubtful()});
    say_what_follows(session, subject, added);
    if (!added.empty()) session.say(Message("set.articles", {{"set", chosen.sets().front()}}));
    return 0;
}

}  // namespace

std::span<const Command> add_set_commands() {
    static const Command commands[] = {
        {"schedule add-set", "график дополнить", group::set_up, "CLIENT SET...", "help.schedule-add-set",
         Needs::write, false, prepare<AddSetOptions, declare_add_set, run_add_set>,
         "tracker schedule add-set neulovimy ooo-usn staff --from 2027-01\n"
         "tracker schedule add-set kometa ooo-osno profit-advance --from 2027-01 --except profit-pay"},
    };
    return commands;
}

}  // namespace tracker
