// SPDX-License-Identifier: MIT
// The firm's own accounts: learnt from its statements, listed and corrected here.
#include "tracker/bank/account_number.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <set>

#include "commands/command.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"
#include "tracker/facts/words.hpp"
#include "tracker/reports/evidence_notes.hpp"
#include "tracker/reports/report_rows.hpp"
#include "tracker/rules/coverage.hpp"
#include "tracker/rules/ledger_words.hpp"
#include "tracker/session/known_days.hpp"

namespace tracker {
namespace {

using Standing = OwnAccount::Standing;

std::string gaps_of(const AccountCoverage& account) {
    std::string text;
    for (const StatementGap& gap : account.gaps) {
        text += fmt::format("{}{}..{}", text.empty() ? "" : " ", format(gap.from), format(gap.until));
    }
    return text;
}

int run_account_list(const NoOptions&, Session& session) {
    Rows rows;
    rows.columns = {{"account"},       {"standing"},          {"closed_on"},        {"from"},
                    {"known_through"}, {"gaps", false, true}, {"note", false, true}};
    for (const AccountCoverage& account : accounts_of(session.store())) {
        const Standing standing = account.said ? account.said->standing : Standing::own;
        rows.rows.push_back({account.account, std::string(text(standing)),
                             account.said ? cell(account.said->date) : Cell(), cell(account.from),
                             cell(account.until), gaps_of(account), account.said ? account.said->note : ""});
    }
    session.list_or_say(rows, Message("accounts.none"));
    return 0;
}

struct AccountOptions {
    std::string account, reason;
    std::optional<std::string> note;
};

void declare_add(Arguments& arguments, AccountOptions& options) {
    arguments.required("ACCOUNT", options.account, "help.account");
    arguments.option("--note TEXT", options.note, "help.account.note");
}

void declare_close(Arguments& arguments, AccountOptions& options) {
    arguments.required("ACCOUNT", options.account, "help.account-close.account");
    arguments.option("--note TEXT", options.note, "help.account.note");
}

void declare_drop(Arguments& arguments, AccountOptions& options) {
    arguments.required("ACCOUNT", options.account, "help.account");
    arguments.required_option("--reason TEXT", options.reason, "help.reason");
}

std::optional<AccountCoverage> find_account(Session& session, const std::string& number) {
    for (AccountCoverage& account : accounts_of(session.store())) {
        if (account.account == number) return std::move(account);
    }
    return std::nullopt;
}

/// Replaces what was said of the account before.
void say_of(Session& session, const std::optional<AccountCoverage>& known, OwnAccount word) {
    if (known && known->said) session.store().retract(0, *known->said);
    session.store().add(0, word);
}

std::string note_of(const AccountOptions& options) {
    return options.note ? read_text(*options.note, "--note") : "";
}

int run_add(const AccountOptions& options, Session& session) {
    const std::string number = read_account(options.account);
    const auto known = find_account(session, number);
    if (known && known->said && known->said->standing == Standing::own && !options.note) {
        session.say(Message("account.own-already", {{"account", number}}));
        return 0;
    }
    say_of(session, known, {{}, number, Standing::own, std::nullopt, note_of(options)});
    session.say(Message("account.own", {{"outcome", outcome(session)}, {"account", number}}));
    return 0;
}

int run_close(const AccountOptions& options, Session& session) {
    const std::string number = read_account(options.account);
    const auto known = find_account(session, number);
    if (!known) {
        std::vector<std::string> numbers;
        for (const AccountCoverage& account : accounts_of(session.store()))
            numbers.push_back(account.account);
        const auto near = nearest(number, numbers, 1);
        throw NotFoundError(fmt::format(
            "there is no account {}: {}", number,
            near.empty() ? "see 'tracker account list'" : fmt::format("did you mean {}?", near.front())));
    }
    say_of(session, known, {{}, number, Standing::closed, session.on(), note_of(options)});
    session.say(Message("account.closed",
                        {{"outcome", outcome(session)}, {"account", number}, {"day", session.on()}}));
    return 0;
}

/// Throws InputError while statements of the account are on record: payments rest on them.
void refuse_in_use(Session& session, const std::string& number) {
    std::set<ChangeNumber> changes;
    for (const Statement& statement : session.store().all<Statement>()) {
        if (statement.account == number) changes.insert(statement.recorded.added);
    }
    if (changes.empty()) return;
    throw InputError(fmt::format("statements of account {} are on record ({} {}): undo {} first", number,
                                 changes.size() == 1 ? "change" : "changes", fmt::join(changes, ", "),
                                 changes.size() == 1 ? "that" : "those"));
}

int run_drop(const AccountOptions& options, Session& session) {
    const std::string number = read_account(options.account);
    refuse_in_use(session, number);
    say_of(session, find_account(session, number),
           {{}, number, Standing::foreign, std::nullopt, read_text(options.reason, "the reason")});
    session.say(Message("account.foreign", {{"outcome", outcome(session)}, {"account", number}}));
    return 0;
}

}  // namespace

std::span<const Command> account_commands() {
    static const Command commands[] = {
        {"account list", "счета", group::data, "", "help.account-list", Needs::read, true,
         prepare<NoOptions, declare_nothing, run_account_list>, "tracker account list"},
        {"account add", "счёт добавить", group::data, "ACCOUNT", "help.account-add", Needs::write, false,
         prepare<AccountOptions, declare_add, run_add>, "tracker account add 40802810900000000777"},
        {"account close", "счёт закрыть", group::data, "ACCOUNT", "help.account-close", Needs::write, false,
         prepare<AccountOptions, declare_close, run_close>,
         "tracker account close 40802810900000000777 --on 2026-11-30"},
        {"account drop", "счёт убрать", group::data, "ACCOUNT", "help.account-drop", Needs::write, false,
         prepare<AccountOptions, declare_drop, run_drop>,
         "tracker account drop 40702810500000001001 --reason 'a client sent its own statement'"},
    };
    return commands;
}

}  // namespace tracker
