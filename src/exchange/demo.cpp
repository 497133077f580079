// SPDX-License-Identifier: MIT
#include "tracker/exchange/demo.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "data/embedded.hpp"
#include "tracker/base/csv.hpp"
#include "tracker/base/held.hpp"
#include "tracker/exchange/duty_catalogue.hpp"
#include "tracker/exchange/import_file.hpp"
#include "tracker/rules/added_lines.hpp"
#include "tracker/rules/ledger.hpp"

namespace tracker {
namespace {

/// The month in which the embedded practice's story happens; on the 20th of it, the client turns up.
constexpr Period story{2026 * 12 + 10};
constexpr int day_of_the_demand = 20;

Day shifted(Day day, int months) {
    const date::year_month_day civil{day};
    return day_in(period_of(day) + months, static_cast<int>(static_cast<unsigned>(civil.day())));
}

/// The file with every date and period moved by whole months, without rows dated after today.
std::string moved(std::string_view text, const std::string& file, int months, Day today) {
    std::string out;
    std::size_t date_column = std::string::npos;
    bool header = true;
    read_csv(text, file, [&](CsvRow&& row) {
        if (header) {
            const auto found = std::find(row.cells.begin(), row.cells.end(), "date");
            if (found != row.cells.end()) date_column = static_cast<std::size_t>(found - row.cells.begin());
        }
        for (std::size_t i = 0; !header && i < row.cells.size(); ++i) {
            std::string& cell = row.cells[i];
            if (const auto day = parse_day(cell)) {
                const Day new_day = shifted(*day, months);
                if (i == date_column && new_day > today) return;
                cell = format(new_day);
            } else if (const auto period = parse_period(cell)) {
                cell = format(*period + months);
            }
        }
        header = false;
        append_csv_row(out, row.cells);
    });
    return out;
}

/// What the law asks of a company of the practice, from its contract's first month on.
struct Regime {
    const char* client;
    std::vector<const char*> sets;
};

/// Done the day before it was due, if that is past: the companies' taxes and returns are in order, but for
/// what waits for papers.
std::size_t settle(Session& session, const ContractFacts& facts, const std::set<Kind>& kinds) {
    const Day today = session.today();
    std::size_t done = 0;
    for (const Obligation& item : make_ledger(facts, session.calendar(), today, today).obligations) {
        if (item.status != Status::overdue || !kinds.contains(item.kind)) continue;
        Fulfilment fulfilment;
        fulfilment.kind = item.kind;
        fulfilment.period = item.period;
        fulfilment.date = std::max(facts.contract.starts, item.due - days{1});
        session.store().add(facts.contract.id, fulfilment);
        ++done;
    }
    return done;
}

/// The duties of the law, which fall on the months of the year whatever month it is: they are not among the
/// embedded facts, which are moved.
std::size_t add_duties_of_law(Session& session, const Regime& regime) {
    Store& store = session.store();
    const Client client = held(store.client_by_code(regime.client));
    const Contract contract = store.contracts_of(client.id).front();
    const DutyCatalogue catalogue(store);
    std::vector<ScheduleLine> lines;
    for (const char* set : regime.sets)
        for (const DutyKind* kind : catalogue.named(set)) lines.push_back({{}, kind->kind, {}, kind->line});
    std::size_t facts = 0;
    std::set<Kind> added;
    for (AddedLine& one :
         added_lines(held(store.facts(contract.id)), session.calendar(), lines, period_of(contract.starts))) {
        if (one.fate != AddedLine::Fate::added) continue;
        store.add(contract.id, one.line);
        added.insert(one.line.kind);
        ++facts;
    }
    return facts + settle(session, held(store.facts(contract.id)), added);
}

}  // namespace

void fill_demo(Session& session) {
    static constexpr std::array files{"clients",     "contracts", "terms",      "schedule",
                                      "fulfilments", "payments",  "charges",    "credits",
                                      "extensions",  "waivers",   "suspensions"};
    const Day today = session.today();
    const int months = period_of(today - days{day_of_the_demand - 1}) - story;
    std::size_t facts = 0;
    session.begin_change();
    for (const char* what : files) {
        const std::string file = fmt::format("demo/{}.csv", what);
        facts += import_csv(session, what, moved(embedded(file), file, months, today), file, false).taken;
    }
    for (const Regime& regime : {Regime{"gorod", {"ooo-osno"}}, Regime{"kometa", {"ooo-usn", "staff"}},
                                 Regime{"elochka", {"ip-usn-no-staff"}}})
        facts += add_duties_of_law(session, regime);
    session.end_change();
    session.say(Message("init.filled", {{"facts", facts}}));
}

}  // namespace tracker
