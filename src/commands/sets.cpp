// SPDX-License-Identifier: MIT
// The command that shows what duties there are to choose from: the sets, and the lines of one.
#include <algorithm>

#include "commands/command.hpp"
#include "tracker/base/text.hpp"
#include "tracker/exchange/duty_catalogue.hpp"
#include "tracker/exchange/fact_columns.hpp"
#include "tracker/rules/consequences.hpp"
#include "tracker/rules/line_words.hpp"
#include "tracker/session/session.hpp"

namespace tracker {
namespace {

struct SetsOptions {
    std::optional<std::string> set;
};

void declare_sets(Arguments& arguments, SetsOptions& options) {
    arguments.optional("SET", options.set, "help.schedule-sets.set");
}

/// In the columns that `import` takes, so that a firm can make its own out of them.
template <class Fact, class Facts>
Rows rows_of(const Facts& facts) {
    Rows rows;
    for (const FieldTraits& column : columns_of_file<Fact>())
        rows.columns.push_back({std::string(column.name)});
    const std::string no_currency;
    for (const Fact* fact : facts) {
        std::vector<Cell> cells;
        visit_fields(*fact, CellsOfFact(cells, no_currency));
        rows.rows.push_back(std::move(cells));
    }
    return rows;
}

template <class Fact>
std::vector<const Fact*> pointers(const std::vector<Fact>& facts) {
    std::vector<const Fact*> all;
    for (const Fact& fact : facts) all.push_back(&fact);
    return all;
}

std::string kinds_in_no_set(const DutyCatalogue& catalogue) {
    std::string names;
    for (const DutyKind& kind : catalogue.kinds()) {
        const auto& sets = catalogue.sets();
        const bool in_set = std::any_of(sets.begin(), sets.end(),
                                        [&](const DutySet& set) { return set.kinds.has(kind.kind); });
        if (in_set || !kind.line) continue;
        names += (names.empty() ? "" : ", ") + std::string(kind.kind.text());
    }
    return names;
}

void show_sets(Session& session, const DutyCatalogue& catalogue) {
    Rows rows;
    rows.columns = {{"set"}, {"title", false, true}, {"kinds", true}, {"", false}};
    for (const DutySet& set : catalogue.sets()) {
        rows.rows.push_back({set.name, title_in(session.speech().language(), set),
                             static_cast<std::int64_t>(set.kinds.kinds().size()),
                             set.recorded.entry > 0 ? session.words(Message("set.own")) : std::string()});
    }
    session.list(rows);
    session.say("");
    if (const std::string single = kinds_in_no_set(catalogue); !single.empty())
        session.say_wrapped(Message("set.in-no-set", {{"kinds", single}}));
    session.say_wrapped(Message("set.how-to-see"));
}

class LinesOfSet {
  public:
    LinesOfSet(Session& session, const DutyCatalogue& catalogue, std::vector<const DutyKind*> kinds)
        : session_(session), catalogue_(catalogue), kinds_(std::move(kinds)) {}

    void show() {
        for (const OwedBy side : {OwedBy::us, OwedBy::client}) show(side);
        for (const DutyKind* kind : kinds_)
            if (!kind->line) show(*kind);
        if (any_doubt_) session_.say_wrapped(Message("set.look-up"));
        session_.say(Message("set.no-advice"));
    }

  private:
    void show(OwedBy side) {
        bool any = false;
        for (const DutyKind* kind : kinds_) {
            if (!kind->line || kind->line->owed_by != side) continue;
            if (!any) session_.say(Message("set.whose", {{"side", side}}));
            any = true;
            show(*kind);
        }
        if (any) session_.say("");
    }

    void show(const DutyKind& kind) {
        const bool doubt = kind.status == Certainty::partly;
        any_doubt_ = any_doubt_ || doubt;
        say(fmt::format(
                "{} · {}{}", kind.kind.text(), title_in(session_.speech().language(), kind),
                catalogue_.is_own(kind.kind) ? " · " + session_.words(Message("set.own")) : std::string()),
            doubt ? "! " : "  ", "    ");
        if (kind.line) say(session_.words(agreed(*kind.line)), "    ", "      ");
        if (!kind.source.empty()) say(kind.source, "    ", "      ");
        if (!kind.note.empty()) say(kind.note, "    ", "      ");
    }

    void say(std::string_view text, std::string_view first, std::string_view others) {
        session_.say_raw(wrapped(text, session_.columns(), first, others));
    }

    Session& session_;
    const DutyCatalogue& catalogue_;
    const std::vector<const DutyKind*> kinds_;
    bool any_doubt_ = false;
};

int run_sets(const SetsOptions& options, Session& session) {
    const DutyCatalogue catalogue(session.store());
    const bool on_screen = session.format() == Format::table;
    if (!options.set) {
        on_screen ? show_sets(session, catalogue)
                  : session.list(rows_of<DutySet>(pointers(catalogue.sets())));
        return 0;
    }
    const std::string name = catalogue.called(*options.set);
    const std::vector<const DutyKind*> kinds = catalogue.named(name);
    if (!on_screen) {
        session.list(rows_of<DutyKind>(kinds));
        return 0;
    }
    if (const DutySet* const set = catalogue.set(name)) {
        session.say_raw(
            wrapped(fmt::format("{} · {}", title_in(session.speech().language(), *set), set->name),
                    session.columns(), "", "  "));
        if (!set->note.empty()) session.say_raw(wrapped(set->note, session.columns(), "  ", "  "));
        session.say("");
    }
    LinesOfSet(session, catalogue, kinds).show();
    return 0;
}

}  // namespace

std::span<const Command> sets_commands() {
    static const Command commands[] = {
        {"schedule sets", "график наборы", group::set_up, "[SET]", "help.schedule-sets", Needs::read, true,
         prepare<SetsOptions, declare_sets, run_sets>,
         "tracker schedule sets\ntracker schedule sets staff\ntracker schedule sets ooo-usn --csv > "
         "kinds.csv"},
    };
    return commands;
}

}  // namespace tracker
