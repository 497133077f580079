// SPDX-License-Identifier: MIT
#include "tracker/views/agenda.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "tracker/base/lines.hpp"
#include "tracker/base/text.hpp"
#include "tracker/rules/consequences.hpp"
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

std::string label(Kind kind) {
    return kind == kinds::statement ? "statements" : std::string(kind.text());
}

std::string_view unit(Months months) {
    if (months == every::month) return "month";
    if (months == every::half_year) return "half-year";
    if (months == every::year) return "year";
    return months.reported() == 3 ? "quarter" : "period";
}

/// "statements 2026-03 to 2026-10, 8 months", "vat-return 2026-Q1 to 2026-Q3, 3 quarters".
std::string name(const Run& run) {
    if (run.kind == kinds::charge) return "charge due " + format(run.due);
    std::string first = fmt::format("{} {}", label(run.kind), format(run.first, run.months));
    if (run.periods == 1) return first;
    return fmt::format("{} to {}, {}", first, format(run.last, run.months),
                       count(run.periods, unit(run.months)));
}

std::string when(Day due, Day on, Status status) {
    const auto days = (on - due).count();
    if (status == Status::withheld || status == Status::blocked)
        return (days >= 0 ? "fell due " : "falls due ") + format(due);
    if (days > 0) return "overdue " + count(days, "day");
    return days == 0 ? "today" : "in " + count(-days, "day");
}

class Screen {
  public:
    Screen(const Agenda& agenda, int columns, bool colour)
        : agenda_(agenda), columns_(columns), style_(colour) {}

    std::string draw() {
        out_ = fmt::format("{}, {}\n", weekday(agenda_.on), format(agenda_.on));
        not_served();
        section("Overdue", Status::overdue, Style::Colour::red);
        section("Due today", Status::due, Style::Colour::yellow);
        section(fmt::format("Within {}", count(agenda_.days, "day")), Status::upcoming, Style::Colour::plain);
        section("Waits for the client", Status::blocked, Style::Colour::yellow);
        section("Not owed while service is paused", Status::withheld, Style::Colour::dim);
        notes();
        if (!any_) out_ += "\nNothing is overdue, due or coming up.\n";
        return std::move(out_);
    }

  private:
    static std::string_view weekday(Day day) {
        static constexpr std::string_view names[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                     "Thursday", "Friday", "Saturday"};
        return names[date::weekday{day}.c_encoding()];
    }

    void notes() {
        if (!agenda_.notes.empty()) out_ += '\n';
        for (const std::string& note : agenda_.notes) out_ += wrapped(note, columns_, "", "  ");
    }

    void heading(const std::string& text, Style::Colour colour) {
        out_ += '\n' + style_.bold(text, colour) + '\n';
        any_ = true;
    }

    /// "  ООО «Неуловимый»  neulovimy  12/26": the name gives way first.
    void whose(const AgendaContract& contract) {
        const std::string rest = fmt::format("{} · {}", contract.client, printable(contract.contract));
        const int room = std::max(8, columns_ - 2 - 3 - width(rest));
        out_ += fmt::format("  {} · {}\n", style_.bold(fit(printable(contract.name), room)),
                            fit(rest, columns_ - 13));
        if (contract.waiting.empty() || !told_.insert(contract.client).second) return;
        for (const std::string& money : contract.waiting) paragraph(printable(money));
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
        heading("Not served today", Style::Colour::red);
        for (const AgendaContract* contract : paused) {
            whose(*contract);
            paragraph(why(*contract));
        }
    }

    std::string why(const AgendaContract& contract) const {
        const std::string since = "paused since " + format(*contract.paused_since) +
                                  (contract.is_proven ? "" : " (not proven yet)");
        if (contract.reason == Reason::manual) {
            const bool later = contract.recorded_from && *contract.recorded_from != *contract.paused_since;
            return since + (later ? ", since " + format(*contract.recorded_from) + " by record" : "") + ": " +
                   printable(contract.recorded_reason) + resumes(contract);
        }
        if (contract.overdue.minor == 0) return since + ", no payment; paid now" + resumes(contract);
        return fmt::format("{}, no payment: {} {} due since {}{}", since, format_grouped(contract.overdue),
                           contract.currency, contract.owed_since ? format(*contract.owed_since) : "",
                           resumes(contract));
    }

    static std::string resumes(const AgendaContract& contract) {
        return contract.resumes_on ? ", service resumes on " + format(*contract.resumes_on) : "";
    }

    void section(const std::string& title, Status status, Style::Colour colour) {
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
                for (const std::string& papers : part.contract->papers) paragraph(papers);
            if (status == Status::due || status == Status::overdue) warn(*part.contract, status);
        }
    }

    void line(const AgendaContract& contract, const Run& run, Status status, Style::Colour colour) {
        const std::string amount =
            run.money ? fmt::format("{} {}", format_grouped(run.outstanding), contract.currency) : "";
        const std::string right = when(run.due, agenda_.on, status);
        const int room = columns_ - 4 - width(amount) - 2 - right_columns - 2;
        out_ += fmt::format("    {}  {}  {}\n", pad_right(fit(called(run, room), room), room), amount,
                            style_.paint(pad_left(right, right_columns), colour));
    }

    /// "rsv 2026-Q3 · Return of social contributions (RSV)"; the title gives way where there is little room.
    [[nodiscard]] std::string called(const Run& run, int room) const {
        std::string said = name(run);
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
        out_ += fmt::format(
            "    {}\n", style_.paint(fmt::format("pauses service on {} unless {} {} come",
                                                 format(contract.warning->pauses_on),
                                                 format_grouped(contract.warning->amount), contract.currency),
                                     Style::Colour::yellow));
    }

    static constexpr int right_columns = 20;

    const Agenda& agenda_;
    int columns_;
    Style style_;
    std::string out_;
    std::set<std::string> told_;  ///< the clients whose waiting money is told
    bool any_ = false;
};

}  // namespace

std::string to_screen(const Agenda& agenda, int columns, bool colour) {
    return Screen(agenda, std::clamp(columns, 60, 120), colour).draw();
}

}  // namespace tracker
