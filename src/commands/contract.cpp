// SPDX-License-Identifier: MIT
// Commands about contracts: add, amend, end, list, show.
#include <algorithm>
#include <tuple>

#include "commands/command.hpp"
#include "commands/put_line.hpp"
#include "tracker/bank/waiting_advice.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/held.hpp"
#include "tracker/base/parse.hpp"
#include "tracker/base/text.hpp"
#include "tracker/exchange/import_parties.hpp"
#include "tracker/reports/kind_titles.hpp"
#include "tracker/reports/report_rows.hpp"
#include "tracker/rules/consequences.hpp"
#include "tracker/rules/ledger_words.hpp"
#include "tracker/rules/schedule.hpp"
#include "tracker/said/refusal.hpp"
#include "tracker/session/find.hpp"
#include "tracker/session/record.hpp"

namespace tracker {
namespace {

struct ContractOptions {
    std::string client;
    std::optional<std::string> number;  // of an existing contract: --contract
    std::string new_number, starts, fee, from, reason;
    std::optional<std::string> amended_fee, signed_on, ends, currency, grace, resume, pay_day, clause;
};

int grace_of(const std::string& text) {
    return read_count(text, "grace", 0, 366);
}
int resume_of(const std::string& text) {
    return read_count(text, "resume", 0, 60);
}
int pay_day_of(const std::string& text) {
    return read_count(text, "pay day", 1, 31);
}

Money fee_of(const std::string& text) {
    const Money fee = read_money(text);
    if (fee.minor < 0) throw InputRefusal(Message("error.fee-negative", {{"text", text}}));
    return fee;
}

void declare_terms(Arguments& arguments, ContractOptions& options) {
    arguments.option("--grace N", options.grace, "help.contract.grace");
    arguments.option("--resume N", options.resume, "help.contract.resume");
    arguments.option("--pay-day N", options.pay_day, "help.contract.pay-day");
}

void declare_contract_add(Arguments& arguments, ContractOptions& options) {
    arguments.required("CLIENT", options.client, "help.client");
    arguments.required("NUMBER", options.new_number, "help.contract.number");
    arguments.required_option("--starts DATE", options.starts, "help.contract.starts");
    arguments.required_option("--fee AMOUNT", options.fee, "help.fee");
    arguments.option("--ends DATE", options.ends, "help.contract.ends");
    arguments.option("--signed DATE", options.signed_on);
    arguments.option("--currency CODE", options.currency, "help.contract.currency");
    arguments.option("--clause TEXT", options.clause, "help.contract.clause");
    declare_terms(arguments, options);
}

int run_contract_add(const ContractOptions& options, Session& session) {
    const Client client = find_client(session, options.client);
    Contract contract;
    contract.client = client.id;
    contract.number = read_text(options.new_number, "the number");
    contract.starts = session.read_day(options.starts);
    contract.fee = fee_of(options.fee);
    if (options.ends) contract.ends = session.read_day(*options.ends);
    if (options.signed_on) contract.signed_on = session.read_day(*options.signed_on);
    if (options.currency) contract.currency = *options.currency;
    if (options.clause) contract.clause = read_text(*options.clause, "the clause");
    if (options.grace) contract.grace = grace_of(*options.grace);
    if (options.resume) contract.resume = resume_of(*options.resume);
    if (options.pay_day) contract.pay_day = pay_day_of(*options.pay_day);
    check_contract_text(contract);
    if (contract.ends && *contract.ends < contract.starts) {
        throw InputRefusal(
            Message("error.ends-before-start", {{"ends", *contract.ends}, {"starts", contract.starts}}));
    }
    contract.id = session.store().new_contract(client.id);
    session.store().add(contract.id, contract);
    session.say(Message("contract.recorded", {{"outcome", outcome(session)},
                                              {"contract", contract.number},
                                              {"client", client.code},
                                              {"name", client.name},
                                              {"starts", contract.starts},
                                              {"ends", contract.ends},
                                              {"fee", Sum{contract.fee, contract.currency}},
                                              {"day", contract.pay_day}}));
    session.say(Message("contract.standard-schedule", {{"client", client.code}}));
    const Period first = period_of(contract.starts);
    if (first.month() != 1) {
        session.say(Message("contract.reports-before", {{"first", first}}));
    }
    say_waiting_lines(session, client.id);
    return 0;
}

void declare_contract_amend(Arguments& arguments, ContractOptions& options) {
    arguments.required("CLIENT", options.client, "help.client");
    arguments.required_option("--from PERIOD", options.from, "help.contract-amend.from");
    arguments.option("--fee AMOUNT", options.amended_fee, "help.fee");
    declare_terms(arguments, options);
    arguments.option("--contract NUMBER", options.number, "help.contract");
}

/// Puts the line of the fee with another day from the period on; false if it is so already.
bool set_pay_day(Session& session, const Subject& subject, Period from, int day) {
    const Schedule schedule(subject.facts, session.calendar());
    ScheduleLine line;
    line.kind = kinds::payment;
    line.from = from;
    const Line* const present = schedule.line(kinds::payment, from);
    line.line = present ? *present : Line{OwedBy::client, 0, day, Convention::none};
    line.line->day = day;
    if (present && *present == *line.line) return false;
    return put_line(session, subject, std::move(line));
}

int run_contract_amend(const ContractOptions& options, Session& session) {
    const Period from = session.read_period(options.from);
    const Subject subject = find_subject(session, options.client, options.number, first_day(from));
    refuse_outside(subject, from);
    Amendment terms;
    terms.from = from;
    for (const Amendment& held : subject.facts.amendments) {
        if (held.from == from) terms = held;
    }
    const Amendment before = terms;
    if (options.amended_fee) terms.fee = fee_of(*options.amended_fee);
    if (options.grace) terms.grace = grace_of(*options.grace);
    if (options.resume) terms.resume = resume_of(*options.resume);
    const bool terms_given = options.amended_fee || options.grace || options.resume;
    if (!terms_given && !options.pay_day) {
        throw InputRefusal(Message("error.nothing-to-amend"));
    }
    const bool same =
        std::tie(before.fee, before.grace, before.resume) == std::tie(terms.fee, terms.grace, terms.resume);
    bool changed = terms_given && !same;
    if (changed) {
        if (before.recorded.entry != 0) session.store().retract(subject.id(), before);
        session.store().add(subject.id(), terms);
    }
    if (options.pay_day)
        changed = set_pay_day(session, subject, from, pay_day_of(*options.pay_day)) || changed;
    const auto after = session.store().facts(subject.id());
    const Schedule schedule(*after, session.calendar());
    const Terms now = schedule.terms(from);
    const Line* const line = schedule.line(kinds::payment, from);
    session.say(Message("contract.amended", {{"outcome", changed ? outcome(session) : Outcome::known},
                                             {"contract", subject.called()},
                                             {"from", from},
                                             {"fee", Sum{now.fee, subject.facts.contract.currency}},
                                             {"day", line ? line->day : 0},
                                             {"grace", now.grace},
                                             {"resume", now.resume}}));
    say_follows(session, what_follows(session, subject.facts, *after, Unchanged::silent));
    return 0;
}

/// What is owed after the last day, by due date: each side's, as much as a few lines hold.
void say_what_outlives(Session& session, const Ledger& ledger) {
    for (const OwedBy side : {OwedBy::us, OwedBy::client}) {
        std::vector<const Obligation*> later;
        for (const Obligation& item : ledger.obligations) {
            if (item.owed_by == side && item.open() && item.due > session.on()) later.push_back(&item);
        }
        if (later.empty()) continue;
        std::stable_sort(later.begin(), later.end(),
                         [](const Obligation* a, const Obligation* b) { return a->due < b->due; });
        constexpr std::size_t most = 8;
        std::vector<Message> said;
        for (std::size_t i = 0; i < std::min(later.size(), most); ++i)
            said.push_back(Message(
                "contract.later",
                {{"item", titled(session, name_of(*later[i]), later[i]->kind)}, {"due", later[i]->due}}));
        const std::size_t more = later.size() - said.size();
        session.say_wrapped(Message("contract.outlives", {{"by", side}, {"items", said}, {"more", more}}));
    }
}

void declare_contract_end(Arguments& arguments, ContractOptions& options) {
    arguments.required("CLIENT", options.client, "help.client");
    arguments.required_option("--reason TEXT", options.reason, "help.contract-end.reason");
    arguments.option("--contract NUMBER", options.number, "help.contract");
}

int run_contract_end(const ContractOptions& options, Session& session) {
    if (!session.globals().on) throw InputRefusal(Message("error.last-day-missing"));
    read_text(options.reason, "the reason");
    const Subject subject = find_subject(session, options.client, options.number);
    Contract contract = subject.facts.contract;
    if (contract.ends == session.on()) {
        session.say(
            Message("contract.ends-already", {{"contract", subject.called()}, {"day", session.on()}}));
        return 0;
    }
    contract.ends = session.on();
    if (*contract.ends < contract.starts) {
        throw InputRefusal(
            Message("error.cannot-end", {{"starts", contract.starts}, {"ends", *contract.ends}}));
    }
    session.store().retract(contract.id, subject.facts.contract);
    session.store().add(contract.id, contract);
    session.say(
        Message("contract.ended",
                {{"outcome", outcome(session)}, {"contract", subject.called()}, {"day", *contract.ends}}));
    const ContractFacts after = held(session.store().facts(contract.id));
    const Ledger ledger = make_ledger(after, session.calendar(), session.on(), latest_day);
    const auto open = std::count_if(ledger.obligations.begin(), ledger.obligations.end(),
                                    [](const Obligation& o) { return o.open(); });
    if (open > 0) session.say(Message("contract.open", {{"count", open}, {"client", subject.client.code}}));
    say_what_outlives(session, ledger);
    if (const Money left = to_return(after, session.calendar(), ledger); left.minor > 0) {
        session.say(Message("contract.to-return", {{"sum", Sum{left, contract.currency}}}));
    }
    return 0;
}

}  // namespace

std::span<const Command> contract_commands() {
    static const Command commands[] = {
        {"contract add", "договор добавить", group::set_up, "CLIENT NUMBER", "help.contract-add",
         Needs::write, false, prepare<ContractOptions, declare_contract_add, run_contract_add>,
         "tracker contract add neulovimy 12/26 --starts 2026-09-01 --fee 6000 --clause 'п. 4.2'"},
        {"contract amend", "договор изменить", group::set_up, "CLIENT", "help.contract-amend", Needs::write,
         false, prepare<ContractOptions, declare_contract_amend, run_contract_amend>,
         "tracker contract amend neulovimy --from 2027-01 --fee 7500"},
        {"contract end", "договор завершить", group::set_up, "CLIENT", "help.contract-end", Needs::write,
         false, prepare<ContractOptions, declare_contract_end, run_contract_end>,
         "tracker contract end neulovimy --on 2026-12-31 --reason 'parted, act signed'"},
    };
    return commands;
}

}  // namespace tracker
