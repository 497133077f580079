// SPDX-License-Identifier: MIT
// The command that makes a database.
#include "commands/command.hpp"
#include "data/embedded.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"
#include "tracker/exchange/demo.hpp"
#include "tracker/exchange/import_file.hpp"
#include "tracker/said/refusal.hpp"

namespace tracker {
namespace {

struct InitOptions {
    bool demo = false;
    std::optional<std::string> holidays;
};

void declare_init(Arguments& arguments, InitOptions& options) {
    arguments.flag("--demo", options.demo, "help.init.demo");
    arguments.option("--holidays ru|none", options.holidays, "help.init.holidays");
}

/// The calendars that come with the program, as facts of the open change.
std::size_t record_calendars(Session& session) {
    std::size_t days = 0;
    for (int year = 2023;; ++year) {
        const std::string file = fmt::format("calendars/ru-{}.csv", year);
        const std::string_view text = embedded(file);
        if (text.empty()) return days;
        days += import_csv(session, "holidays", text, file, false).taken;
    }
}

/// The file is to be closed before it comes to its place, and before it is removed.
struct Closing {
    Session& session;
    ~Closing() { session.close(); }
};

int run_init(const InitOptions& options, Session& session) {
    const std::string holidays = options.holidays.value_or("ru");
    if (holidays != "ru" && holidays != "none") {
        throw InputRefusal(Message("error.no-calendar", {{"text", holidays}}));
    }
    const std::string path = read_path(session.database_path(), "--db");
    if (session.globals().dry_run) {
        session.say(Message("init.would-make", {{"path", path}}));
        return 0;
    }
    Store::create(path, [&](const std::string& file) {
        const Closing closing{session};
        session.open(Store::Access::write, file);
        std::size_t days = 0;
        if (holidays == "ru") {
            session.begin_change();
            days = record_calendars(session);
            session.end_change();
        }
        session.say(Message("init.made", {{"path", path}, {"days", days}}));
        if (options.demo) fill_demo(session);
    });
    session.mark_done();
    if (!options.demo) session.say(Message("init.next"));
    return 0;
}

}  // namespace

std::span<const Command> init_commands() {
    static const Command commands[] = {
        {"init", "создать", group::set_up, "", "help.init", Needs::own, false,
         prepare<InitOptions, declare_init, run_init>,
         "tracker init\ntracker init --demo --db demo.db\ntracker init --holidays none"},
    };
    return commands;
}

}  // namespace tracker
