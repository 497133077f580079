// SPDX-License-Identifier: MIT
// Set up: init, client, setting.
#include <unistd.h>

#include "command.hpp"
#include "data/embedded.hpp"
#include "demo.hpp"
#include "find.hpp"
#include "import_file.hpp"
#include "import_parties.hpp"
#include "settings.hpp"
#include "tracker/core/error.hpp"
#include "tracker/core/words.hpp"
#include "tracker/io/text.hpp"

namespace tracker {
namespace {

struct InitOptions {
    bool demo = false;
    std::optional<std::string> holidays;
};

void declare_init(Arguments& arguments, InitOptions& options) {
    arguments.flag("--demo", options.demo, "fill it with a small practice to try things on");
    arguments.option("--holidays ru|none", options.holidays, "the production calendar to record (default: ru)");
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

int run_init(const InitOptions& options, Session& session) {
    const std::string holidays = options.holidays.value_or("ru");
    if (holidays != "ru" && holidays != "none") {
        throw InputError(fmt::format("there is no calendar '{}': ru or none", printable(holidays)));
    }
    const std::string path = session.database_path();
    if (session.globals().dry_run) {
        session.say("would make {}", printable(path));
        return 0;
    }
    Store::create(path);
    try {
        session.open(Store::Access::write);
        std::size_t days = 0;
        if (holidays == "ru") {
            session.begin_change();
            days = record_calendars(session);
            session.end_change();
        }
        session.say("made {}{}", printable(path), days > 0 ? fmt::format(", with the calendar of Russia 2023 to 2027 ({} days)", days) : "");
        if (options.demo) fill_demo(session);
    } catch (...) {
        ::unlink(path.c_str());
        throw;
    }
    if (!options.demo) session.say("next: 'tracker client add CODE NAME', or 'tracker import clients FILE'");
    return 0;
}

struct ClientOptions {
    std::string code;
    std::optional<std::string> name, new_code, tax_id, email, phone, language, note;
};

void declare_details(Arguments& arguments, ClientOptions& options) {
    arguments.option("--tax-id INN", options.tax_id, "10 digits of a company, 12 of a person");
    arguments.option("--email ADDRESS", options.email, "where its letters go");
    arguments.option("--phone TEXT", options.phone, "");
    arguments.option("--language ru|en", options.language, "of its letters");
    arguments.option("--note TEXT", options.note, "");
}

void declare_client_add(Arguments& arguments, ClientOptions& options) {
    arguments.required("CODE", options.code, "a short word of a-z, 0-9 and '-'");
    arguments.optional("NAME", options.name, "the client's name");
    declare_details(arguments, options);
}

void declare_client_edit(Arguments& arguments, ClientOptions& options) {
    arguments.required("CLIENT", options.code, "code, tax id or part of the name");
    arguments.option("--code CODE", options.new_code, "another code");
    arguments.option("--name NAME", options.name, "another name");
    declare_details(arguments, options);
}

void apply(const ClientOptions& options, Client& client) {
    if (options.name) client.name = read_text(*options.name, "the name");
    if (options.tax_id) client.tax_id = *options.tax_id;
    if (options.email) client.email = *options.email;
    if (options.phone) client.phone = options.phone->empty() ? "" : read_text(*options.phone, "the phone");
    if (options.note) client.note = options.note->empty() ? "" : read_text(*options.note, "the note");
    if (options.language) {
        const auto language = from_text<Language>(*options.language);
        if (!language) throw InputError(fmt::format("'{}' is not a language of the letters: ru or en", printable(*options.language)));
        client.language = *language;
    }
    check_client(client);
}

void refuse_taken_code(Session& session, const std::string& code) {
    if (const auto taken = session.store().client_by_code(code)) {
        throw InputError(fmt::format("code '{}' is {}'s: choose another", code, printable(taken->name)));
    }
}

int run_client_add(const ClientOptions& options, Session& session) {
    if (!options.name) throw InputError("NAME is missing: 'tracker client add neulovimy \"ООО «Неуловимый»\"'");
    Client client;
    client.code = options.code;
    client.language = from_text<Language>(session.setting("language")).value_or(Language::ru);
    apply(options, client);
    refuse_taken_code(session, client.code);
    client.id = session.store().new_client();
    session.store().add(client.id, client);
    session.say("{} client {}, {}", session.recorded(), client.code, printable(client.name));
    session.say("next: 'tracker contract add {} NUMBER --starts DATE --fee AMOUNT'", client.code);
    return 0;
}

int run_client_edit(const ClientOptions& options, Session& session) {
    const Client before = find_client(session, options.code);
    Client after = before;
    if (options.new_code) after.code = *options.new_code;
    apply(options, after);
    if (after.code != before.code) refuse_taken_code(session, after.code);
    const bool same = std::tie(before.code, before.name, before.tax_id, before.email, before.phone, before.language, before.note) ==
                      std::tie(after.code, after.name, after.tax_id, after.email, after.phone, after.language, after.note);
    if (same) {
        session.say("{} is so already: nothing was changed", after.code);
        return 0;
    }
    session.store().retract(before.id, before);
    session.store().add(after.id, after);
    session.say("{} client {}, {}", session.recorded(), after.code, printable(after.name));
    return 0;
}

struct ListOptions {};
void declare_nothing(Arguments&, ListOptions&) {}

int run_client_list(const ListOptions&, Session& session) {
    std::vector<Client> clients = session.store().clients();
    std::sort(clients.begin(), clients.end(), [](const Client& a, const Client& b) { return a.code < b.code; });
    Rows rows;
    rows.columns = {{"code"}, {"name", false, true}, {"tax_id"}, {"email", false, true}, {"phone"}, {"language"}, {"note", false, true}};
    for (const Client& c : clients) {
        rows.rows.push_back({c.code, c.name, c.tax_id, c.email, c.phone, std::string(text(c.language)), c.note});
    }
    session.list(rows);
    return 0;
}

int run_client_show(const ClientOptions& options, Session& session) {
    const Client client = find_client(session, options.code);
    const auto line = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) session.say("{:<10} {}", name, printable(value));
    };
    line("code", client.code);
    line("name", client.name);
    line("tax id", client.tax_id);
    line("e-mail", client.email);
    line("phone", client.phone);
    line("language", std::string(text(client.language)));
    line("note", client.note);
    for (const Contract& c : session.store().contracts_of(client.id)) {
        session.say("{:<10} {}, from {}{}, {} {} a month", "contract", printable(c.number), format(c.starts),
                    c.ends ? " to " + format(*c.ends) : "", format(c.fee), c.currency);
    }
    return 0;
}

void declare_client_show(Arguments& arguments, ClientOptions& options) {
    arguments.required("CLIENT", options.code, "code, tax id or part of the name");
}

struct SettingOptions {
    std::optional<std::string> name, value;
};

void declare_setting(Arguments& arguments, SettingOptions& options) {
    arguments.optional("NAME", options.name, "which one; without it, all are listed");
    arguments.optional("VALUE", options.value, "what to set it to; without it, it is shown");
}

int list_settings(Session& session) {
    Rows rows;
    rows.columns = {{"name"}, {"value", false, true}, {"meaning", false, true}};
    for (const SettingKind& kind : setting_kinds()) {
        rows.rows.push_back({std::string(kind.name), session.setting(std::string(kind.name)), std::string(kind.meaning)});
    }
    session.list(rows);
    return 0;
}

int set(const SettingKind& kind, const std::string& value, Session& session) {
    Setting setting;
    setting.name = kind.name;
    setting.value = kind.read(value);
    for (const Setting& held : session.store().all<Setting>()) {
        if (held.name != setting.name) continue;
        if (held.value == setting.value) {
            session.say("{} is '{}' already", setting.name, printable(setting.value));
            return 0;
        }
        session.store().retract(0, held);
    }
    session.store().add(0, setting);
    session.say("{} {}: {}", session.recorded(), setting.name, printable(setting.value));
    return 0;
}

int run_setting(const SettingOptions& options, Session& session) {
    session.open(options.value ? Store::Access::write : Store::Access::read);
    if (!options.name) return list_settings(session);
    const auto& kinds = setting_kinds();
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const SettingKind& k) { return k.name == *options.name; });
    if (kind == kinds.end()) {
        std::vector<std::string> names;
        for (const SettingKind& k : kinds) names.emplace_back(k.name);
        const auto near = nearest(*options.name, names, 1);
        throw InputError(fmt::format("there is no setting '{}': {}", printable(*options.name),
                                     near.empty() ? "see 'tracker setting'" : fmt::format("did you mean '{}'?", near.front())));
    }
    if (!options.value) {
        session.say("{}", printable(session.setting(*options.name)));
        return 0;
    }
    session.begin_change();
    const int exit_code = set(*kind, *options.value, session);
    session.end_change();
    return exit_code;
}

constexpr std::string_view group = "Set up";

}  // namespace

std::span<const Command> set_up_commands() {
    static const Command commands[] = {
        {"init", group, "", "make the database, with Russia's production calendar", Needs::own, false,
         prepare<InitOptions, declare_init, run_init>, "tracker init\ntracker init --demo --db demo.db\ntracker init --holidays none"},
        {"client add", group, "CODE NAME", "record a client", Needs::write, false,
         prepare<ClientOptions, declare_client_add, run_client_add>,
         "tracker client add neulovimy 'ООО «Неуловимый»' --tax-id 7707083893 --email buh@example.org"},
        {"client edit", group, "CLIENT", "change what is recorded of a client", Needs::write, false,
         prepare<ClientOptions, declare_client_edit, run_client_edit>, "tracker client edit neulovimy --phone '+7 900 000-00-00'"},
        {"client list", group, "", "all clients", Needs::read, true, prepare<ListOptions, declare_nothing, run_client_list>,
         "tracker client list\ntracker client list --csv"},
        {"client show", group, "CLIENT", "one client with its contracts", Needs::read, false,
         prepare<ClientOptions, declare_client_show, run_client_show>, "tracker client show неуловимый"},
        {"setting", group, "[NAME [VALUE]]", "what the firm has chosen: name, time zone, reminder days", Needs::own, true,
         prepare<SettingOptions, declare_setting, run_setting>,
         "tracker setting\ntracker setting time-zone Europe/Samara\ntracker setting reminder-offsets -- -3,-1,+1"},
    };
    return commands;
}

}  // namespace tracker
