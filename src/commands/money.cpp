// SPDX-License-Identifier: MIT
// The commands that record money: pay, charge, credit.
#include <algorithm>

#include "commands/command.hpp"
#include "commands/fact_options.hpp"
#include "tracker/bank/said_by_bank.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/parse.hpp"
#include "tracker/base/text.hpp"
#include "tracker/session/record.hpp"

namespace tracker {
namespace {

struct PayOptions : FactOptions {
    bool again = false;
};

void declare_pay(Arguments& arguments, PayOptions& options) {
    declare_client(arguments, options);
    arguments.required("AMOUNT", options.amount, "help.pay.amount");
    arguments.option("--ref TEXT", options.reference, "help.pay.ref");
    arguments.flag("--again", options.again, "help.pay.again");
    declare_contract(arguments, options);
}

int run_pay(const PayOptions& options, Session& session) {
    const Subject subject = find_subject(session, options.client, options.number);
    Payment payment;
    payment.date = session.on();
    payment.amount = read_money(options.amount);
    if (options.reference) payment.reference = read_text(*options.reference, "--ref");
    if (!options.again) refuse_said_by_bank(session, subject.client, payment);
    const bool refund = payment.amount.minor < 0;
    record(
        session, subject, payment,
        Message("record.payment", {{"refund", refund},
                                   {"sum", Sum{magnitude(payment.amount), subject.facts.contract.currency}},
                                   {"day", session.on()}}));
    return 0;
}

void declare_charge(Arguments& arguments, FactOptions& options) {
    declare_client(arguments, options);
    arguments.required("AMOUNT", options.amount, "help.amount");
    arguments.required_option("--due DATE", options.due, "help.charge.due");
    arguments.required_option("--for TEXT", options.text, "help.charge.for");
    declare_contract(arguments, options);
}

int run_charge(const FactOptions& options, Session& session) {
    const Subject subject = find_subject(session, options.client, options.number);
    Charge charge;
    charge.date = session.on();
    charge.due = session.read_day(options.due);
    charge.amount = read_money(options.amount);
    charge.text = read_text(options.text, "--for");
    record(session, subject, charge,
           Message("record.charge", {{"sum", Sum{charge.amount, subject.facts.contract.currency}},
                                     {"due", charge.due},
                                     {"text", charge.text}}));
    return 0;
}

void declare_credit(Arguments& arguments, FactOptions& options) {
    declare_client(arguments, options);
    arguments.required("AMOUNT", options.amount, "help.amount");
    arguments.required_option("--for TEXT", options.text, "help.credit.for");
    declare_contract(arguments, options);
}

int run_credit(const FactOptions& options, Session& session) {
    const Subject subject = find_subject(session, options.client, options.number);
    Credit credit;
    credit.date = session.on();
    credit.amount = read_money(options.amount);
    credit.reference = read_text(options.text, "--for");
    record(session, subject, credit,
           Message("record.credit",
                   {{"sum", Sum{credit.amount, subject.facts.contract.currency}}, {"day", session.on()}}));
    return 0;
}

}  // namespace

std::span<const Command> money_commands() {
    static const Command commands[] = {
        {"pay", "оплата", group::each_day, "CLIENT AMOUNT", "help.pay", Needs::write, false,
         prepare<PayOptions, declare_pay, run_pay>,
         "tracker pay neulovimy 3000 --on 2026-11-20\ntracker pay neulovimy -500 --ref 'refund 14'"},
        {"charge", "начислить", group::each_day, "CLIENT AMOUNT", "help.charge", Needs::write, false,
         prepare<FactOptions, declare_charge, run_charge>,
         "tracker charge neulovimy 2500 --due +14d --for 'restoring the books of 2025'"},
        {"credit", "списать", group::each_day, "CLIENT AMOUNT", "help.credit", Needs::write, false,
         prepare<FactOptions, declare_credit, run_credit>,
         "tracker credit neulovimy 500 --for 'our mistake in October'"},
    };
    return commands;
}

}  // namespace tracker
