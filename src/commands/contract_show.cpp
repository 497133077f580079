// SPDX-License-Identifier: MIT
// The contracts to be looked at: contract list, contract show.
#include <algorithm>
#include <tuple>

#include "commands/command.hpp"
#include "commands/fact_options.hpp"
#include "tracker/base/held.hpp"
#include "tracker/session/find.hpp"

namespace tracker {
namespace {

int run_contract_list(const NoOptions&, Session& session) {
    Rows rows;
    rows.columns = {{"client"},    {"name", false, true}, {"contract"},    {"starts"},      {"ends"},
                    {"fee", true}, {"currency"},          {"grace", true}, {"resume", true}};
    const ClientsById clients = clients_by_id(session);
    std::vector<Contract> contracts = session.store().contracts();
    std::sort(contracts.begin(), contracts.end(), [&](const Contract& a, const Contract& b) {
        return std::tie(held(clients, a.client).code, a.number, a.starts) <
               std::tie(held(clients, b.client).code, b.number, b.starts);
    });
    for (const Contract& c : contracts) {
        const Client& client = held(clients, c.client);
        rows.rows.push_back({client.code, client.name, c.number, c.starts, cell(c.ends), c.fee, c.currency,
                             std::int64_t{c.grace}, std::int64_t{c.resume}});
    }
    session.list(rows);
    return 0;
}

/// What changes from a period on. What may be 0 says by a flag that it is there.
Message message_of(const Amendment& a, const std::string& currency) {
    return Message("card.amendment", {{"from", a.from},
                                      {"fee", a.fee ? std::optional(Sum{*a.fee, currency}) : std::nullopt},
                                      {"any_grace", a.grace.has_value()},
                                      {"grace", a.grace.value_or(0)},
                                      {"any_resume", a.resume.has_value()},
                                      {"resume", a.resume.value_or(0)}});
}

int run_contract_show(const FactOptions& options, Session& session) {
    const Subject subject = find_subject(session, options.client, options.number);
    const Contract& c = subject.facts.contract;
    session.say_field(
        Message("card.contract"),
        Message("card.contract-with",
                {{"contract", c.number}, {"client", subject.client.code}, {"name", subject.client.name}}));
    if (c.signed_on) session.say_field(Message("card.signed"), Message("card.day", {{"day", *c.signed_on}}));
    session.say_field(Message("card.in-force"),
                      Message("card.from-to", {{"starts", c.starts}, {"ends", c.ends}}));
    session.say_field(Message("card.fee"), Message("card.a-month", {{"fee", Sum{c.fee, c.currency}}}));
    session.say_field(Message("card.pay-day"), Message("card.pay-day-at-start", {{"day", c.pay_day}}));
    session.say_field(Message("card.terms"),
                      Message("card.grace-and-resumption", {{"grace", c.grace}, {"resume", c.resume}}));
    if (!c.clause.empty())
        session.say_field(Message("card.clause"), Message("card.text", {{"text", c.clause}}));
    for (const Amendment& a : subject.facts.amendments) session.say(message_of(a, c.currency));
    return 0;
}

}  // namespace

std::span<const Command> contract_show_commands() {
    static const Command commands[] = {
        {"contract list", "договоры", group::set_up, "", "help.contract-list", Needs::read, true,
         prepare<NoOptions, declare_nothing, run_contract_list>, "tracker contract list --csv"},
        {"contract show", "договор показать", group::set_up, "CLIENT", "help.contract-show", Needs::read,
         false, prepare<FactOptions, declare_whose, run_contract_show>, "tracker contract show neulovimy"},
    };
    return commands;
}

}  // namespace tracker
