// SPDX-License-Identifier: MIT
#include "tracker/views/agenda.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "tracker/base/lines.hpp"
#include "tracker/base/text.hpp"
#include "views/style.hpp"

namespace tracker {
namespace {

/// The items of one kind and status over consecutive periods of its line, as one line.
struct Run {
    Kind kind;
    Months months;
    Period first;
    Period last;
    int periods = 1;
    Day due{};  ///< of the oldest
    Money outstanding;
    bool money = false;
};

std::vector<Run> fold_runs(std::vector<Obligation> items) {
    std::stable_sort(items.begin(), items.end(), [](const Obligation& a, const Obligation& b) {
        return std::tie(a.kind, a.period, a.due) < std::tie(b.kind, b.period, b.due);
    });
    std::vector<Run> runs;
    for (const Obligation& item : items) {
        const bool continues = !runs.empty() && runs.back().kind == item.kind && item.kind != kinds::charge &&
                               runs.back().months == item.months &&
                               item.months.next(runs.back().last) == item.period;
        if (!continues) {
            runs.push_back({item.kind,
                            item.months,
                            item.period,
                            item.period,
                            0,
                            item.due,
                            {},
                            item.outstanding.has_value()});
        }
        Run& run = runs.back();
        run.last = item.period;
        ++run.periods;
        run.due = std::min(run.due, item.due);
        if (item.outstanding) run.outstanding += *item.outstanding;
    }
    std::stable_sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) { return a.due < b.due; });
    return runs;
}

Slug unit(Months months) {
    if (months == every::month) return {"month"};
    if (months == every::half_year) return {"half-year"};
    if (months == every::year) return {"year"};
    return {months.reported() == 3 ? "quarter" : "period"};
}

/// "2026-09", "2026-Q1 to 2026-Q3, 3 quarters".
Message periods(const Run& run) {
    const Span first = span_of(run.first, run.months);
    if (run.periods == 1) return Message("due.period", {{"period", first}});
    return Message("due.periods", {{"first", first},
                                   {"last", span_of(run.last, run.months)},
                                   {"unit", unit(run.months)},
                                   {"count", run.periods}});
}

/// "statements 2026-03 to 2026-10, 8 months", "vat-return 2026-Q1 to 2026-Q3, 3 quarters".
Message name(const Run& run) {
    if (run.kind == kinds::charge) return Message("due.charge", {{"due", run.due}});
    if (run.periods == 1) {
        const Span span = span_of(run.first, run.months);
        return Message("due.item", {{"item", Item{std::string(run.kind.text()), span}}});
    }
    return Message("due.items", {{"kind", run.kind}, {"periods", periods(run)}});
}

Message when(Day due, Day on, Status status) {
    const auto late = (on - due).count();
    if (status == Status::withheld || status == Status::blocked)
        return Message("due.fell", {{"past", late >= 0}, {"due", due}});
    if (late > 0) return Message("due.late", {{"days", late}});
    if (late == 0) return Message("due.now");
    return Message("due.ahead", {{"days", -late}});
}

class Screen {
  public:
    Screen(const Agenda& agenda, const Speech& speech, int columns, bool colour)
        : agenda_(agenda), speech_(speech), columns_(columns), style_(colour) {}

    std::string draw() {
        out_ = speech_(Message("due.day", {{"weekday", speech_.weekday(agenda_.on)}, {"day", agenda_.on}})) +
               '\n';
        not_served();
        section(Message("due.section-overdue"), Status::overdue, Style::Colour::red);
        section(Message("due.section-today"), Status::due, Style::Colour::yellow);
        section(Message("due.section-within", {{"days", agenda_.days}}), Status::upcoming,
                Style::Colour::plain);
        section(Message("due.section-blocked"), Status::blocked, Style::Colour::yellow);
        section(Message("due.section-withheld"), Status::withheld, Style::Colour::dim);
        notes();
        if (!any_) out_ += '\n' + speech_(Message("due.nothing")) + '\n';
        return std::move(out_);
    }

  private:
    void notes() {
        if (!agenda_.notes.empty()) out_ += '\n';
        for (const Message& note : agenda_.notes) out_ += wrapped(speech_(note), columns_, "", "  ");
    }

    void heading(const Message& text, Style::Colour colour) {
        out_ += '\n' + style_.bold(speech_(text), colour) + '\n';
        any_ = true;
    }

    /// "  ООО «Неуловимый»  neulovimy  12/26": the name gives way first.
    void whose(const AgendaContract& contract) {
        const std::string rest = fmt::format("{} · {}", contract.client, printable(contract.contract));
        const int room = std::max(8, columns_ - 2 - 3 - width(rest));
        out_ += fmt::format("  {} · {}\n", style_.bold(fit(printable(contract.name), room)),
                            fit(rest, columns_ - 13));
        if (contract.waiting.empty() || !told_.insert(contract.client).second) return;
        for (const Message& money : contract.waiting) paragraph(speech_(money));
    }

    /// Indented, in as many lines as it takes; only a word that is longer than a line is cut.
    void paragraph(const std::string& text) {
        constexpr int indent = 4;
        if (indent + width(text) <= columns_) {  // most are
            out_.append(indent, ' ').append(text).append("\n");
            return;
        }
        const std::string all = wrapped(text, columns_, "    ", "      ");
        for (LineReader lines(all); lines.next();) out_ += fit(lines.line(), columns_) + '\n';
    }

    void not_served() {
        std::vector<const AgendaContract*> paused;
        for (const AgendaContract& contract : agenda_.contracts) {
            if (contract.paused_since) paused.push_back(&contract);
        }
        if (paused.empty()) return;
        std::sort(paused.begin(), paused.end(), [](const AgendaContract* a, const AgendaContract* b) {
            return std::tie(*a->paused_since, a->client, a->contract) <
                   std::tie(*b->paused_since, b->client, b->contract);
        });
        heading(Message("due.section-not-served"), Style::Colour::red);
        for (const AgendaContract* contract : paused) {
            whose(*contract);
            paragraph(speech_(why(*contract)));
        }
    }

    static Message why(const AgendaContract& contract) {
        const Day since = *contract.paused_since;
        const bool unproven = !contract.is_proven;
        if (contract.reason == Reason::manual) {
            const bool later = contract.recorded_from && *contract.recorded_from != since;
            return Message("due.paused-by-record", {{"since", since},
                                                    {"unproven", unproven},
                                                    {"later", later ? contract.recorded_from : std::nullopt},
                                                    {"reason", contract.recorded_reason},
                                                    {"resumes", contract.resumes_on}});
        }
        if (contract.overdue.minor == 0)
            return Message("due.paused-paid",
                           {{"since", since}, {"unproven", unproven}, {"resumes", contract.resumes_on}});
        return Message("due.paused-unpaid", {{"since", since},
                                             {"unproven", unproven},
                                             {"sum", Sum{contract.overdue, contract.currency}},
                                             {"owed", contract.owed_since},
                                             {"resumes", contract.resumes_on}});
    }

    void section(const Message& title, Status status, Style::Colour colour) {
        struct Part {
            const AgendaContract* contract;
            std::vector<Run> runs;
        };
        std::vector<Part> parts;
        for (const AgendaContract& contract : agenda_.contracts) {
            std::vector<Obligation> items;
            std::copy_if(contract.items.begin(), contract.items.end(), std::back_inserter(items),
                         [&](const Obligation& item) { return item.status == status; });
            if (!items.empty()) parts.push_back({&contract, fold_runs(std::move(items))});
        }
        if (parts.empty()) return;
        std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) {
            return std::tie(a.runs.front().due, a.contract->client, a.contract->contract) <
                   std::tie(b.runs.front().due, b.contract->client, b.contract->contract);
        });
        heading(title, colour);
        for (const Part& part : parts) {
            whose(*part.contract);
            for (const Run& run : part.runs) line(*part.contract, run, status, colour);
            if (status == Status::blocked)
                for (const std::vector<Message>& papers : part.contract->papers)
                    paragraph(speech_(Message("due.papers", {{"papers", papers}})));
            if (status == Status::due || status == Status::overdue) warn(*part.contract, status);
        }
    }

    void line(const AgendaContract& contract, const Run& run, Status status, Style::Colour colour) {
        const std::string amount =
            run.money ? speech_.sum({run.outstanding, contract.currency}, "grouped") : "";
        const std::string& right = when_said(run.due, status);
        const int right_columns = speech_.language() == Language::ru ? 23 : 20;
        const int room = columns_ - 4 - width(amount) - 2 - right_columns - 2;
        out_ += fmt::format("    {}  {}  {}\n", pad_right(fit(called(run, room), room), room), amount,
                            style_.paint(pad_left(right, right_columns), colour));
    }

    /// Many clients owe the same on the same day: each is put into words once.
    const std::string& when_said(Day due, Status status) {
        auto said = when_said_.find({due, status});
        if (said == when_said_.end())
            said = when_said_.emplace(std::pair{due, status}, speech_(when(due, agenda_.on, status))).first;
        return said->second;
    }
    const std::string& name_said(const Run& run) {
        const auto key = std::tuple(run.kind, run.first, run.last, run.periods, unit(run.months).text,
                                    run.kind == kinds::charge ? run.due : Day{});
        auto said = name_said_.find(key);
        if (said == name_said_.end()) said = name_said_.emplace(key, speech_(name(run))).first;
        return said->second;
    }

    /// "rsv 2026-Q3 · Return of social contributions (RSV)"; the title gives way where there is little room.
    /// A name that is a title itself gives way before its period does.
    [[nodiscard]] std::string called(const Run& run, int room) {
        std::string said = name_said(run);
        if (width(said) > room && run.kind != kinds::charge) {
            const std::string period = speech_(periods(run));
            said =
                fit(speech_.kind(run.kind, "label"), std::max(8, room - width(period) - 2)) + ", " + period;
        }
        const auto title = agenda_.titles.find(run.kind);
        constexpr int least = 10;
        if (title != agenda_.titles.end() && width(said) + 3 + least <= room)
            said += " · " + printable(title->second);
        return said;
    }

    /// R9, said once: where the fee is due today, else where it is overdue.
    void warn(const AgendaContract& contract, Status status) {
        if (!contract.warning) return;
        const auto fee_in = [&](Status s) {
            return std::any_of(contract.items.begin(), contract.items.end(),
                               [&](const Obligation& item) { return item.outstanding && item.status == s; });
        };
        if (!fee_in(status) || (status == Status::due && fee_in(Status::overdue))) return;
        const Message warning("due.warning", {{"day", contract.warning->pauses_on},
                                              {"sum", Sum{contract.warning->amount, contract.currency}}});
        out_ += fmt::format("    {}\n", style_.paint(speech_(warning), Style::Colour::yellow));
    }

    std::map<std::pair<Day, Status>, std::string> when_said_;
    std::map<std::tuple<Kind, Period, Period, int, std::string, Day>, std::string> name_said_;
    const Agenda& agenda_;
    const Speech& speech_;
    int columns_;
    Style style_;
    std::string out_;
    std::set<std::string> told_;  ///< the clients whose waiting money is told
    bool any_ = false;
};

}  // namespace

std::string to_screen(const Agenda& agenda, const Speech& speech, int columns, bool colour) {
    return Screen(agenda, speech, std::clamp(columns, 60, 120), colour).draw();
}

}  // namespace tracker
