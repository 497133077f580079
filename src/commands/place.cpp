// SPDX-License-Identifier: MIT
// What is made of bank lines that wait: place, dismiss.
#include <algorithm>

#include "commands/command.hpp"
#include "tracker/bank/import_result.hpp"
#include "tracker/bank/typed_payments.hpp"
#include "tracker/bank/waiting_advice.hpp"
#include "tracker/bank/waiting_record.hpp"
#include "tracker/base/held.hpp"
#include "tracker/base/text.hpp"
#include "tracker/rules/bank_lines.hpp"
#include "tracker/rules/consequences.hpp"
#include "tracker/said/refusal.hpp"
#include "tracker/session/find.hpp"
#include "tracker/session/record.hpp"

namespace tracker {
namespace {

struct PlaceOptions {
    std::optional<std::string> line, client, number, same_as;
    bool remember = false;
    bool waiting = false;
};

void declare_place(Arguments& arguments, PlaceOptions& options) {
    arguments.optional("LINE", options.line, "help.unplaced-line");
    arguments.optional("CLIENT", options.client, "help.client");
    arguments.flag("--remember", options.remember, "help.place.remember");
    arguments.option("--contract NUMBER", options.number, "help.contract");
    arguments.option("--same-as CHANGE", options.same_as, "help.place.same-as");
    arguments.flag("--waiting", options.waiting, "help.place.waiting");
}

int place_waiting(Session& session) {
    LineJudge judge(session.store(), FirmAccounts(session.store(), Store::Lines::all));
    ImportResult result;
    place_certain(session, judge, {}, result);
    if (result.waited_and_placed == 0) {
        session.say(Message("place.none-certain", {{"waiting", result.waiting_longer}}));
        return 0;
    }
    session.say(Message("place.placed", {{"count", result.waited_and_placed}}));
    say_paid(session, result, Telling::details);
    if (result.waiting_longer > 0) session.say(Message("place.waits-on", {{"count", result.waiting_longer}}));
    return 0;
}

Contract find_place(Session& session, const Client& client, const PlaceOptions& options,
                    const WaitingRecord& line, const std::optional<ContractPayment>& typed) {
    const std::vector<Contract> contracts = session.store().contracts_of(client.id);
    const auto of_typed = std::find_if(contracts.begin(), contracts.end(), [&](const Contract& c) {
        return typed && !options.number && c.id == typed->contract;
    });
    Contract contract = of_typed != contracts.end()
                            ? *of_typed
                            : find_contract(session, client, options.number, line.record.line.date);
    const std::string currency = currency_of(line.record.line);
    if (!currency.empty() && currency != contract.currency) {
        throw InputRefusal(Message(
            "error.line-currency",
            {{"currency", currency}, {"contract", contract.number}, {"of_contract", contract.currency}}));
    }
    return contract;
}

/// Says that a payment which somebody typed stays beside the line's.
void say_typed(Session& session, const Client& client, const WaitingRecord& line) {
    TypedPayments typed(session.store(), session.store().contracts());
    const ContractPayment* before =
        typed_before(typed, {{&line.record.line, line.direction, client.id}}).front();
    if (!before) return;
    const Payment& payment = before->payment;
    session.say(Message("place.typed-too", {{"amount", Sum{payment.amount, ""}},
                                            {"day", payment.date},
                                            {"change", payment.recorded.added},
                                            {"line", line.record.recorded.entry},
                                            {"client", client.code}}));
}

int place_line(const PlaceOptions& options, Session& session) {
    const WaitingRecord line = find_waiting_line(session, *options.line);
    const Client client = find_client(session, *options.client);
    std::optional<ContractPayment> typed;
    if (options.same_as)
        typed = find_typed(session, client, read_number(*options.same_as, "change", "tracker log"), line);
    const Contract contract = find_place(session, client, options, line, typed);
    const ContractFacts before = held(session.store().facts(contract.id));
    Payment payment = payment_of(line.record, line.direction);
    if (typed) {
        if (!typed->payment.reference.empty()) payment.reference = typed->payment.reference;
        session.store().retract(typed->contract, typed->payment);
    }
    session.store().add(contract.id, payment);
    if (options.remember) remember_payer(session, client, contract, line);
    const ContractFacts after = held(session.store().facts(contract.id));
    const bool refund = payment.amount.minor < 0;
    session.say(Message("place.done",
                        {{"outcome", outcome(session)},
                         {"refund", refund},
                         {"sum", Sum{line.record.line.amount, contract.currency}},
                         {"day", payment.date},
                         {"client", client.code},
                         {"contract", contract.number},
                         {"typed", typed ? std::optional(Sum{typed->payment.amount, ""}) : std::nullopt},
                         {"typed_on", typed ? std::optional(typed->payment.date) : std::nullopt},
                         {"change", typed ? typed->payment.recorded.added : 0},
                         {"remembered", options.remember}}));
    say_follows(session, what_follows(session, before, after));
    if (!typed) say_typed(session, client, line);
    if (options.remember) say_waiting_lines(session);
    return 0;
}

int run_place(const PlaceOptions& options, Session& session) {
    if (options.waiting) {
        if (options.line || options.number || options.same_as || options.remember)
            throw InputRefusal(Message("error.waiting-alone"));
        return place_waiting(session);
    }
    if (!options.line || !options.client)
        throw InputRefusal(Message("error.missing", {{"argument", options.line ? "CLIENT" : "LINE"}}));
    return place_line(options, session);
}

struct DismissOptions {
    std::string line, reason;
};

void declare_dismiss(Arguments& arguments, DismissOptions& options) {
    arguments.required("LINE", options.line, "help.unplaced-line");
    arguments.required_option("--reason TEXT", options.reason, "help.reason");
}

int run_dismiss(const DismissOptions& options, Session& session) {
    const BankRecord record = find_waiting_line(session, options.line).record;
    Dismissal dismissal{{}, record.recorded.entry, read_text(options.reason, "the reason")};
    session.store().add(0, dismissal);
    session.say(Message("place.aside", {{"outcome", outcome(session)},
                                        {"line", record.recorded.entry},
                                        {"amount", Sum{record.line.amount, ""}},
                                        {"day", record.line.date}}));
    return 0;
}

}  // namespace

std::span<const Command> place_commands() {
    static const Command commands[] = {
        {"place", "разнести", group::data, "LINE CLIENT", "help.place", Needs::write, false,
         prepare<PlaceOptions, declare_place, run_place>,
         "tracker place 1412 neulovimy --remember\ntracker place 1412 neulovimy --same-as 97\ntracker place "
         "--waiting"},
        {"dismiss", "отложить", group::data, "LINE", "help.dismiss", Needs::write, false,
         prepare<DismissOptions, declare_dismiss, run_dismiss>,
         "tracker dismiss 1412 --reason 'a deposit returned'"},
    };
    return commands;
}

}  // namespace tracker
