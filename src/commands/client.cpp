// SPDX-License-Identifier: MIT
// Commands about clients: add, edit, list, show.
#include <algorithm>
#include <tuple>

#include "commands/command.hpp"
#include "tracker/bank/waiting_advice.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"
#include "tracker/exchange/import_parties.hpp"
#include "tracker/facts/words.hpp"
#include "tracker/said/refusal.hpp"
#include "tracker/session/find.hpp"

namespace tracker {
namespace {

struct ClientOptions {
    std::string code;
    std::optional<std::string> name, new_code, tax_id, email, phone, language, note;
};

void declare_details(Arguments& arguments, ClientOptions& options) {
    arguments.option("--tax-id INN", options.tax_id, "help.client.tax-id");
    arguments.option("--email ADDRESS", options.email, "help.client.email");
    arguments.option("--phone TEXT", options.phone);
    arguments.option("--language ru|en", options.language, "help.client.language");
    arguments.option("--note TEXT", options.note);
}

void declare_client_add(Arguments& arguments, ClientOptions& options) {
    arguments.required("CODE", options.code, "help.client-add.code");
    arguments.optional("NAME", options.name, "help.client-add.name");
    declare_details(arguments, options);
}

void declare_client_edit(Arguments& arguments, ClientOptions& options) {
    arguments.required("CLIENT", options.code, "help.client");
    arguments.option("--code CODE", options.new_code, "help.client-edit.code");
    arguments.option("--name NAME", options.name, "help.client-edit.name");
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
        if (!language) throw InputRefusal(Message("error.letter-language", {{"text", *options.language}}));
        client.language = *language;
    }
    check_client(client);
}

void refuse_taken_code(Session& session, const std::string& code) {
    if (const auto taken = session.store().client_by_code(code)) {
        throw InputRefusal(Message("error.code-taken", {{"code", code}, {"name", taken->name}}));
    }
}

/// Two clients may share a tax id (branches do), but it is worth a look: payments are placed by it.
void say_namesakes(Session& session, const Client& client) {
    for (const Client& other : session.store().clients()) {
        if (client.tax_id.empty() || other.code == client.code || other.tax_id != client.tax_id) continue;
        session.say(Message("client.namesake", {{"client", other.code}}));
    }
}

int run_client_add(const ClientOptions& options, Session& session) {
    if (!options.name) throw InputRefusal(Message("error.name-missing"));
    Client client;
    client.code = options.code;
    client.language = from_text<Language>(session.setting("language")).value_or(Language::ru);
    apply(options, client);
    refuse_taken_code(session, client.code);
    client.id = session.store().new_client();
    session.store().add(client.id, client);
    session.say(Message("client.recorded",
                        {{"outcome", outcome(session)}, {"client", client.code}, {"name", client.name}}));
    say_namesakes(session, client);
    session.say(Message("client.next", {{"client", client.code}}));
    say_waiting_lines(session, client.id);
    return 0;
}

int run_client_edit(const ClientOptions& options, Session& session) {
    const Client before = find_client(session, options.code);
    Client after = before;
    if (options.new_code) after.code = *options.new_code;
    apply(options, after);
    if (after.code != before.code) refuse_taken_code(session, after.code);
    const bool same =
        std::tie(before.code, before.name, before.tax_id, before.email, before.phone, before.language,
                 before.note) ==
        std::tie(after.code, after.name, after.tax_id, after.email, after.phone, after.language, after.note);
    if (same) {
        session.say(Message("client.so-already", {{"client", after.code}}));
        return 0;
    }
    session.store().retract(before.id, before);
    session.store().add(after.id, after);
    session.say(Message("client.recorded",
                        {{"outcome", outcome(session)}, {"client", after.code}, {"name", after.name}}));
    if (after.tax_id != before.tax_id || after.name != before.name) say_waiting_lines(session, after.id);
    return 0;
}

struct ListOptions {};
void declare_nothing(Arguments&, ListOptions&) {}

int run_client_list(const ListOptions&, Session& session) {
    std::vector<Client> clients = session.store().clients();
    std::sort(clients.begin(), clients.end(),
              [](const Client& a, const Client& b) { return a.code < b.code; });
    Rows rows;
    rows.columns = {{"code"},  {"name", false, true}, {"tax_id"},           {"email", false, true},
                    {"phone"}, {"language"},          {"note", false, true}};
    for (const Client& c : clients) {
        rows.rows.push_back(
            {c.code, c.name, c.tax_id, c.email, c.phone, std::string(text(c.language)), c.note});
    }
    session.list(rows);
    return 0;
}

int run_client_show(const ClientOptions& options, Session& session) {
    const Client client = find_client(session, options.code);
    const auto line = [&](const Message& name, std::string_view value) {
        if (!value.empty()) session.say_field(name, Message("card.text", {{"text", value}}));
    };
    line(Message("card.code"), client.code);
    line(Message("card.name"), client.name);
    line(Message("card.tax-id"), client.tax_id);
    line(Message("card.e-mail"), client.email);
    line(Message("card.phone"), client.phone);
    line(Message("card.language"), text(client.language));
    line(Message("card.note"), client.note);
    for (const Contract& c : session.store().contracts_of(client.id)) {
        session.say_field(Message("card.contract"),
                          Message("card.contract-of-client", {{"contract", c.number},
                                                              {"starts", c.starts},
                                                              {"ends", c.ends},
                                                              {"fee", Sum{c.fee, c.currency}}}));
    }
    return 0;
}

void declare_client_show(Arguments& arguments, ClientOptions& options) {
    arguments.required("CLIENT", options.code, "help.client");
}

}  // namespace

std::span<const Command> client_commands() {
    static const Command commands[] = {
        {"client add", "клиент добавить", group::set_up, "CODE NAME", "help.client-add", Needs::write, false,
         prepare<ClientOptions, declare_client_add, run_client_add>,
         "tracker client add neulovimy 'ООО «Неуловимый»' --tax-id 7707083893 --email buh@example.org"},
        {"client edit", "клиент изменить", group::set_up, "CLIENT", "help.client-edit", Needs::write, false,
         prepare<ClientOptions, declare_client_edit, run_client_edit>,
         "tracker client edit neulovimy --phone '+7 900 000-00-00'"},
        {"client list", "клиенты", group::set_up, "", "help.client-list", Needs::read, true,
         prepare<ListOptions, declare_nothing, run_client_list>,
         "tracker client list\ntracker client list --csv"},
        {"client show", "клиент показать", group::set_up, "CLIENT", "help.client-show", Needs::read, false,
         prepare<ClientOptions, declare_client_show, run_client_show>, "tracker client show неуловимый"},
    };
    return commands;
}

}  // namespace tracker
