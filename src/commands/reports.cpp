// SPDX-License-Identifier: MIT
// Each day, reading: due, overdue, status, why, history.
#include <algorithm>

#include "command.hpp"
#include "find.hpp"
#include "history.hpp"
#include "report_rows.hpp"
#include "tracker/core/error.hpp"
#include "tracker/core/explanation.hpp"
#include "tracker/core/words.hpp"
#include "tracker/io/agenda.hpp"
#include "tracker/io/page.hpp"
#include "tracker/io/text.hpp"

namespace tracker {
namespace {

struct DueOptions {
    std::optional<std::string> days, owed_by, client, kind;
};

void declare_due(Arguments& arguments, DueOptions& options) {
    arguments.option("--days N", options.days, "how far ahead to look (default 7)");
    arguments.option("--owed-by client|us", options.owed_by, "only what is owed by one side");
    arguments.option("--client CLIENT", options.client, "only this client");
    arguments.option("--kind KIND", options.kind, "only this kind");
}

/// What of a ledger `due` shows: not done or waived, due up to a day, of the side and kind asked for.
struct DueFilter {
    Day through{};
    std::optional<OwedBy> owed_by;
    std::optional<Kind> kind;
    [[nodiscard]] bool wants(const Obligation& item) const {
        return item.open() && item.due <= through && (!owed_by || *owed_by == item.owed_by) && (!kind || *kind == item.kind);
    }
};

/// The kinds of all schedules and `charge`; an unknown one gets the nearest.
Kind known_kind(Session& session, const std::string& text) {
    std::set<std::string> names{"charge"};
    for (const auto& [kind, line] : standard_schedule(1)) names.emplace(kind.text());
    session.store().each_contract([&](const ContractFacts& facts) {
        for (const ScheduleLine& line : facts.schedule) names.emplace(line.kind.text());
    });
    const std::string wanted = fold(text);
    if (names.contains(wanted)) return Kind{wanted};
    const auto near = nearest(text, {names.begin(), names.end()}, 1);
    throw NotFoundError(fmt::format("there is no kind '{}': {}", printable(text),
                                    near.empty() ? fmt::format("there are {}", fmt::join(names, ", "))
                                                 : fmt::format("did you mean '{}'?", near.front())));
}

AgendaContract agenda_contract(const Decided& decided, const DueFilter& filter) {
    const Ledger& ledger = decided.ledger;
    AgendaContract contract;
    contract.client = decided.client.code;
    contract.name = decided.client.name;
    contract.contract = decided.facts.contract.number;
    contract.currency = decided.facts.contract.currency;
    contract.service = ledger.service;
    if (ledger.service != Service::ended) contract.paused_since = ledger.paused_since;
    contract.reason = ledger.reason;
    contract.warning = ledger.warning;
    for (const Suspension& suspension : ledger.suspensions) {
        if (suspension.reason == Reason::manual && Pause{suspension.from, suspension.until}.holds(ledger.on)) {
            contract.recorded_reason = suspension.text;
        }
    }
    for (const Pause& pause : ledger.pauses) {
        if (pause.holds(ledger.on)) contract.resumes_on = pause.until;
    }
    for (const ChargeState& charge : ledger.charges) {
        if (charge.due >= ledger.on || charge.paid()) continue;
        contract.overdue += charge.outstanding;
        contract.owed_since = std::min(contract.owed_since.value_or(charge.due), charge.due);
    }
    for (const Obligation& item : ledger.obligations) {
        if (filter.wants(item)) contract.items.push_back(item);
    }
    return contract;
}

int run_due(const DueOptions& options, Session& session) {
    const int ahead = options.days ? read_count(*options.days, "--days", 0, 3660) : 7;
    DueFilter filter;
    filter.through = std::min(session.on() + days{ahead}, latest_day);
    if (options.owed_by) {
        filter.owed_by = from_text<OwedBy>(*options.owed_by);
        if (!filter.owed_by) throw InputError(fmt::format("--owed-by '{}' is not client or us", printable(*options.owed_by)));
    }
    if (options.kind) filter.kind = known_kind(session, *options.kind);
    std::vector<std::string> clients;
    if (options.client) clients.push_back(*options.client);

    std::vector<ObligationRow> rows;
    Agenda agenda;
    agenda.on = session.on();
    agenda.days = ahead;
    const bool screen = session.format() == Format::table;
    each_decided(session, clients, filter.through, [&](const Decided& decided) {
        if (screen) {
            AgendaContract contract = agenda_contract(decided, filter);
            if (!contract.items.empty() || contract.paused_since) agenda.contracts.push_back(std::move(contract));
            return;
        }
        for (const Obligation& item : decided.ledger.obligations) {
            if (!filter.wants(item)) continue;
            rows.push_back({decided.client.code, decided.client.name, decided.facts.contract.number,
                            decided.facts.contract.currency, item});
        }
    });
    if (screen) {
        if (session.globals().quiet && agenda.contracts.empty()) return 0;
        agenda.payments_known_through = known_through(session.store().all<Statement>());
        session.say_raw(to_screen(agenda, session.world().columns, session.colour()));
        return 0;
    }
    sort_by_due(rows);
    session.list(obligation_rows(rows));
    return 0;
}

/// A column of a report as a screen shows it.
struct Shown {
    std::size_t column;
    const char* heading;
};

/// On a screen, the columns that matter each morning, in 80 columns; files have them all. The contract's number (column 2)
/// is shown where a client has several.
Rows for_screen(const Rows& all, std::initializer_list<Shown> shown) {
    std::set<std::string> clients;
    for (const auto& row : all.rows) clients.insert(std::get<std::string>(row[0]));
    const bool one_each = clients.size() == all.rows.size();
    Rows rows;
    rows.rows.resize(all.rows.size());
    for (const Shown& column : shown) {
        if (column.column == 2 && one_each) continue;
        rows.columns.push_back({column.heading, all.columns[column.column].right, all.columns[column.column].flexible});
        for (std::size_t i = 0; i < all.rows.size(); ++i) rows.rows[i].push_back(all.rows[i][column.column]);
    }
    return rows;
}

struct OverdueOptions {
    bool exit_code = false;
};

void declare_overdue(Arguments& arguments, OverdueOptions& options) {
    arguments.flag("--exit-code", options.exit_code, "exit with 1 if any client is late");
}

int run_overdue(const OverdueOptions& options, Session& session) {
    const Rows rows = overdue_rows(session);
    if (rows.rows.empty() && session.format() == Format::table) {
        if (!session.globals().quiet) session.say("no client is late on {}", format(session.on()));
    } else if (session.format() == Format::table) {
        session.list(for_screen(rows, {{0, "client"}, {1, "name"}, {2, "contract"}, {3, "items"}, {4, "oldest"}, {5, "days"},
                                       {6, "owed"}, {8, "service"}, {9, "since"}}));
    } else {
        session.list(rows);
    }
    return options.exit_code && !rows.rows.empty() ? 1 : 0;
}

struct StatusOptions {
    std::vector<std::string> clients;
};

void declare_status(Arguments& arguments, StatusOptions& options) {
    arguments.many("CLIENT", options.clients, "only these clients");
}

int run_status(const StatusOptions& options, Session& session) {
    const Rows rows = status_rows(session, options.clients);
    if (session.format() != Format::table) {
        session.list(rows);
        return 0;
    }
    session.list(for_screen(rows, {{0, "client"}, {2, "contract"}, {3, "service"}, {4, "since"}, {6, "paid"}, {7, "owed"},
                                   {9, "c"}, {10, "us"}, {11, "w"}, {12, "next"}}));
    if (rows.rows.empty()) return 0;
    session.say("\npaid: through this period; owed: charges due; c, us: open items of the client and ours; w: withheld");
    if (const auto known = known_through(session.store().all<Statement>())) {
        session.say("payments are known through {}", format(*known));
    }
    return 0;
}

struct ClientOptions {
    std::string client;
    std::optional<std::string> number;
};

void declare_client(Arguments& arguments, ClientOptions& options) {
    arguments.required("CLIENT", options.client, "code, tax id or part of the name");
    arguments.option("--contract NUMBER", options.number, "which, where the client has several");
}

int run_why(const ClientOptions& options, Session& session) {
    const Subject subject = find_subject(session, options.client, options.number);
    const Day on = session.on();
    const Ledger ledger = make_ledger(subject.facts, session.calendar(), on, on + days{31});
    const Explanation explanation = explain(subject.client, subject.facts, session.calendar(), ledger,
                                            known_through(session.store().all<Statement>()));
    const std::string title = fmt::format("{} · {} · as of {}{}", subject.client.name, subject.client.code, format(on),
                                          session.globals().known ? ", known " + *session.globals().known : "");
    session.say_raw(to_page(title, explanation, session.world().columns, session.colour()));
    return 0;
}

int run_history(const ClientOptions& options, Session& session) {
    const Client client = find_client(session, options.client);
    session.list(history_rows(session, client, options.number));
    return 0;
}

constexpr std::string_view group = "Each day";

}  // namespace

std::span<const Command> report_commands() {
    static const Command commands[] = {
        {"due", group, "", "what is due, overdue and withheld; first, whom we do not serve today", Needs::read, true,
         prepare<DueOptions, declare_due, run_due>,
         "tracker due\ntracker due --days 14 --owed-by us\ntracker due --on 2026-11-20 --csv"},
        {"overdue", group, "", "the clients who are late, one row a contract", Needs::read, true,
         prepare<OverdueOptions, declare_overdue, run_overdue>, "tracker overdue\ntracker overdue -q --exit-code"},
        {"status", group, "[CLIENT...]", "one row a contract: service, paid through, open items, what comes next", Needs::read,
         true, prepare<StatusOptions, declare_status, run_status>, "tracker status\ntracker status neulovimy --json"},
        {"why", group, "CLIENT", "why things are as they are, on one page", Needs::read, false,
         prepare<ClientOptions, declare_client, run_why>,
         "tracker why neulovimy\ntracker why неуловимый --on 2026-11-20 --known 2026-11-20T12:00"},
        {"history", group, "CLIENT", "everything recorded, in order", Needs::read, true,
         prepare<ClientOptions, declare_client, run_history>, "tracker history neulovimy --csv"},
    };
    return commands;
}

}  // namespace tracker
