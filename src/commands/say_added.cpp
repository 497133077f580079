// SPDX-License-Identifier: MIT
#include "commands/say_added.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "tracker/base/text.hpp"
#include "tracker/exchange/fact_columns.hpp"
#include "tracker/rules/consequences.hpp"
#include "tracker/rules/line_words.hpp"
#include "tracker/rules/schedule.hpp"
#include "tracker/views/cells.hpp"

namespace tracker {
namespace {

using Fate = AddedLine::Fate;

/// What stands in an empty cell.
std::string_view unsaid(std::string_view column) {
    return column == "months" ? "1-12" : "none";
}

std::vector<Cell> cells_of(const Line& line) {
    const std::string no_currency;
    std::vector<Cell> cells;
    const ScheduleLine fact{{}, {}, {}, line};
    visit_fields(fact, CellsOfFact(cells, no_currency));
    return cells;
}

/// "months 1-12, not 3 6 9 12": the first in which the line differs from another one; empty if in nothing.
std::string difference(const Line& line, const Line& other) {
    const std::vector<FieldTraits> columns = own_columns<ScheduleLine>();
    const std::vector<Cell> cells = cells_of(line);
    const std::vector<Cell> others = cells_of(other);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::string text = plain_text(cells[i]);
        const std::string another = plain_text(others[i]);
        if (text == another) continue;
        const std::string_view name = columns[i].name;
        return fmt::format("{} {}, not {}", name, text.empty() ? unsaid(name) : text,
                           another.empty() ? unsaid(name) : another);
    }
    return "";
}

class AddedToContract {
  public:
    AddedToContract(Session& session, const Subject& subject, const std::vector<AddedLine>& lines,
                    const AddedWith& with)
        : session_(session), subject_(subject), lines_(lines), with_(with) {}

    void tell() {
        const auto recorded = std::count_if(lines_.begin(), lines_.end(),
                                            [](const AddedLine& one) { return one.is_recorded(); });
        if (recorded == 0)
            session_.say(
                Message("set.nothing-to-add", {{"contract", subject_.called()}, {"from", with_.from}}));
        else
            session_.say(Message("set.added", {{"outcome", outcome(session_)},
                                               {"count", recorded},
                                               {"contract", subject_.called()},
                                               {"from", with_.from}}));
        tell_ours();
        group(Message("set.of-client"),
              [](const AddedLine& one) { return is_added(one) && one.line.line->owed_by == OwedBy::client; });
        tell_replaced();
        tell_left_out();
        group(Message("set.known"), [](const AddedLine& one) { return one.fate == Fate::known; });
        std::string except;
        for (const Kind kind : with_.except) join(except, kind.text());
        say(Message("set.except"), except);
        tell_kept();
        group(Message("set.doubtful"), [&](const AddedLine& one) {
            return one.is_recorded() && with_.doubtful.contains(one.line.kind);
        });
    }

  private:
    static bool is_added(const AddedLine& one) { return one.fate == Fate::added; }
    static void join(std::string& list, std::string_view more) {
        if (!list.empty()) list += ", ";
        list += more;
    }

    template <class Belongs>
    void group(const Message& heading, Belongs belongs) {
        std::string kinds;
        for (const AddedLine& one : lines_)
            if (belongs(one)) join(kinds, one.line.kind.text());
        say(heading, kinds);
    }

    void say(const Message& heading, std::string_view list) {
        if (!list.empty())
            session_.say_raw(wrapped(fmt::format("{}: {}", session_.words(heading), list), session_.columns(),
                                     "  ", "    "));
    }

    void tell_replaced() {
        const Schedule before(subject_.facts, session_.calendar());
        std::string list;
        for (const AddedLine& one : lines_) {
            if (one.fate != Fate::replaces) continue;
            join(list, fmt::format("{} ({})", one.line.kind.text(),
                                   difference(*one.line.line, *before.line(one.line.kind, with_.from))));
        }
        say(Message("set.replaced"), list);
    }

    /// Those that wait for nothing first, then by what they wait for.
    void tell_ours() {
        std::map<std::pair<std::string, int>, std::string> waiting;
        for (const AddedLine& one : lines_) {
            const Line& line = *one.line.line;
            if (!is_added(one) || line.owed_by != OwedBy::us) continue;
            join(waiting[{session_.words(Message("item.kinds", {{"kinds", kinds_of(line.inputs)}})),
                          line.inputs.empty() ? 0 : line.lead}],
                 one.line.kind.text());
        }
        for (const auto& [what, kinds] : waiting) {
            const auto& [inputs, lead] = what;
            say(Message("set.ours", {{"inputs", inputs}, {"lead", lead}}), kinds);
        }
    }

    void tell_left_out() {
        std::map<Kind, std::string> waiting;
        for (const AddedLine& one : lines_) {
            if (!one.is_recorded()) continue;
            for (const Kind input : one.left_out) join(waiting[input], one.line.kind.text());
        }
        for (const auto& [input, kinds] : waiting) say(Message("set.do-not-wait", {{"kind", input}}), kinds);
    }

    void tell_kept() {
        std::string list;
        for (const AddedLine& one : lines_) {
            if (one.fate != Fate::kept) continue;
            const std::string since =
                one.held.from > with_.from ? fmt::format(" from {}", format(one.held.from)) : "";
            join(list, one.held.line ? fmt::format("{} ({}{})", one.line.kind.text(),
                                                   difference(*one.held.line, *one.line.line), since)
                                     : fmt::format("{} (dropped{})", one.line.kind.text(), since));
        }
        if (list.empty()) return;
        say(Message("set.kept"), list);
        const Message how("set.to-replace", {{"client", subject_.client.code}, {"from", format(with_.from)}});
        session_.say_raw(wrapped(session_.words(how), session_.columns(), "    ", "    "));
    }

    Session& session_;
    const Subject& subject_;
    const std::vector<AddedLine>& lines_;
    const AddedWith& with_;
};

}  // namespace

void say_added(Session& session, const Subject& subject, const std::vector<AddedLine>& lines,
               const AddedWith& with) {
    AddedToContract(session, subject, lines, with).tell();
}

}  // namespace tracker
