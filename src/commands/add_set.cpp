// SPDX-License-Identifier: MIT
// The command that gives a contract the lines of sets of duties.
#include <algorithm>
#include <map>
#include <set>

#include "commands/command.hpp"
#include "commands/line_words.hpp"
#include "commands/put_line.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"
#include "tracker/exchange/duty_catalogue.hpp"
#include "tracker/rules/added_lines.hpp"
#include "tracker/rules/consequences.hpp"
#include "tracker/rules/schedule.hpp"

namespace tracker {
namespace {

using Fate = AddedLine::Fate;

struct AddSetOptions {
    std::string client, from;
    std::vector<std::string> sets;
    std::optional<std::string> except, number;
};

void declare_add_set(Arguments& arguments, AddSetOptions& options) {
    arguments.required("CLIENT", options.client, "code, tax id or part of the name");
    arguments.many("SET", options.sets, "of 'tracker schedule sets', several at once; or a single kind");
    arguments.required_option("--from PERIOD", options.from, "the first period of the lines");
    arguments.option("--except KIND,...", options.except, "without these kinds");
    arguments.option("--contract NUMBER", options.number, "which, where the client has several");
}

std::vector<std::string> words_of_list(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(", "), text.size());
        if (end > 0) words.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

/// What was asked for, as the catalogue has it: a kind of two sets once.
class ChosenKinds {
  public:
    ChosenKinds(const DutyCatalogue& catalogue, const AddSetOptions& options) {
        std::set<Kind> wanted;
        for (const std::string& name : options.sets)
            for (const DutyKind* kind : catalogue.named(name)) wanted.insert(kind->kind);
        for (const std::string& name : words_of_list(options.except.value_or(""))) {
            if (!Kind::is_slug(name) || wanted.erase(Kind{name}) == 0) refuse_except(name, options, wanted);
            except_.emplace_back(name);
        }
        for (const DutyKind& kind : catalogue.kinds()) {
            if (!wanted.contains(kind.kind)) continue;
            if (!kind.line)
                throw InputError(fmt::format("kind '{}' has a title alone: there is no line of it to add",
                                             kind.kind.text()));
            lines_.push_back({{}, kind.kind, {}, kind.line});
            if (kind.status == Certainty::partly) doubtful_.insert(kind.kind);
        }
    }

    [[nodiscard]] const std::vector<ScheduleLine>& lines() const { return lines_; }
    [[nodiscard]] const std::vector<Kind>& except() const { return except_; }
    [[nodiscard]] bool is_doubtful(Kind kind) const { return doubtful_.contains(kind); }

  private:
    [[noreturn]] static void refuse_except(const std::string& name, const AddSetOptions& options,
                                           const std::set<Kind>& kinds) {
        std::vector<std::string> known;
        for (const Kind kind : kinds) known.emplace_back(kind.text());
        const auto near = nearest(name, known, 1);
        throw NotFoundError(
            fmt::format("--except '{}' is no kind of {}: {}", printable(name), fmt::join(options.sets, ", "),
                        near.empty() ? fmt::format("see 'tracker schedule sets {}'", options.sets.front())
                                     : fmt::format("did you mean '{}'?", near.front())));
    }

    std::vector<ScheduleLine> lines_;
    std::vector<Kind> except_;
    std::set<Kind> doubtful_;
};

/// Says what became of the lines, each group on lines of its own.
class AddedToContract {
  public:
    AddedToContract(Session& session, const Subject& subject, const std::vector<AddedLine>& lines)
        : session_(session), subject_(subject), lines_(lines) {}

    void tell(Period from, const ChosenKinds& chosen) {
        const auto recorded = std::count_if(lines_.begin(), lines_.end(), is_recorded);
        if (recorded == 0)
            session_.say("nothing to add for {} from {}", subject_.label(), format(from));
        else
            session_.say("{} {} for {} from {}", session_.recorded(), count(recorded, "line"),
                         subject_.label(), format(from));
        tell_ours();
        group("the client's",
              [](const AddedLine& one) { return is_added(one) && one.line.line->owed_by == OwedBy::client; });
        tell_replaced(from);
        tell_left_out();
        group("known already", [](const AddedLine& one) { return one.fate == Fate::known; });
        std::string except;
        for (const Kind kind : chosen.except()) join(except, kind.text());
        say("left out as asked", except);
        tell_kept(from);
        group("! found in one source only",
              [&](const AddedLine& one) { return is_recorded(one) && chosen.is_doubtful(one.line.kind); });
    }

  private:
    static bool is_added(const AddedLine& one) { return one.fate == Fate::added; }
    static bool is_recorded(const AddedLine& one) { return is_added(one) || one.fate == Fate::replaces; }
    static void join(std::string& list, std::string_view more) {
        if (!list.empty()) list += ", ";
        list += more;
    }

    template <class Belongs>
    void group(std::string_view heading, Belongs belongs) {
        std::string kinds;
        for (const AddedLine& one : lines_)
            if (belongs(one)) join(kinds, one.line.kind.text());
        say(heading, kinds);
    }

    void say(std::string_view heading, std::string_view list) {
        if (!list.empty())
            session_.say_raw(wrapped(fmt::format("{}: {}", heading, list), session_.columns(), "  ", "    "));
    }

    void tell_replaced(Period from) {
        const Schedule before(subject_.facts, session_.calendar());
        std::string list;
        for (const AddedLine& one : lines_) {
            if (one.fate != Fate::replaces) continue;
            join(list, fmt::format("{} ({})", one.line.kind.text(),
                                   difference(*one.line.line, *before.line(one.line.kind, from))));
        }
        say("in place of the standard lines", list);
    }

    /// Those that wait for nothing first, then by what they wait for.
    void tell_ours() {
        std::map<std::pair<std::string, int>, std::string> waiting;
        for (const AddedLine& one : lines_) {
            const Line& line = *one.line.line;
            if (!is_added(one) || line.owed_by != OwedBy::us) continue;
            join(waiting[{in_words(line.inputs), line.inputs.empty() ? 0 : line.lead}], one.line.kind.text());
        }
        for (const auto& [what, kinds] : waiting) {
            const auto& [inputs, lead] = what;
            say(inputs.empty() ? "ours"
                               : fmt::format("ours, once {} came and {}", inputs, count(lead, "working day")),
                kinds);
        }
    }

    void tell_left_out() {
        std::map<Kind, std::string> waiting;
        for (const AddedLine& one : lines_) {
            if (!is_recorded(one)) continue;
            for (const Kind input : one.left_out) join(waiting[input], one.line.kind.text());
        }
        for (const auto& [input, kinds] : waiting)
            say(fmt::format("don't wait for {}, which the client doesn't owe", input.text()), kinds);
    }

    void tell_kept(Period from) {
        std::string list;
        for (const AddedLine& one : lines_) {
            if (one.fate != Fate::kept) continue;
            const std::string since =
                one.held.from > from ? fmt::format(" from {}", format(one.held.from)) : "";
            join(list, one.held.line ? fmt::format("{} ({}{})", one.line.kind.text(),
                                                   difference(*one.held.line, *one.line.line), since)
                                     : fmt::format("{} (dropped{})", one.line.kind.text(), since));
        }
        if (list.empty()) return;
        say("left as the contract has it", list);
        session_.say_raw(wrapped(
            fmt::format(
                "to replace one, 'tracker schedule set', or 'tracker schedule drop {} KIND --from {}' "
                "and this again",
                subject_.client.code, format(from)),
            session_.columns(), "    ", "    "));
    }

    Session& session_;
    const Subject& subject_;
    const std::vector<AddedLine>& lines_;
};

int run_add_set(const AddSetOptions& options, Session& session) {
    if (options.sets.empty()) throw InputError("SET is missing: see 'tracker schedule sets'");
    const Period from = session.read_period(options.from);
    const DutyCatalogue catalogue(session.store());
    const ChosenKinds chosen(catalogue, options);
    const Subject subject = find_subject(session, options.client, options.number, first_day(from));
    refuse_outside(subject, from);
    const std::vector<AddedLine> lines = added_lines(subject.facts, session.calendar(), chosen.lines(), from);
    for (const AddedLine& one : lines)
        if (one.fate == Fate::added || one.fate == Fate::replaces) put_line(session, subject, one.line);
    AddedToContract(session, subject, lines).tell(from, chosen);
    say_what_follows(session, subject);
    session.say("none of this is legal advice; the articles: 'tracker schedule sets {}'",
                options.sets.front());
    return 0;
}

}  // namespace

std::span<const Command> add_set_commands() {
    static const Command commands[] = {
        {"schedule add-set", group::set_up, "CLIENT SET...", "add the lines of sets from a period on",
         Needs::write, false, prepare<AddSetOptions, declare_add_set, run_add_set>,
         "tracker schedule add-set neulovimy ooo-usn staff --from 2027-01\n"
         "tracker schedule add-set kometa ooo-osno profit-advance --from 2027-01 --except profit-pay"},
    };
    return commands;
}

}  // namespace tracker
