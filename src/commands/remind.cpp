// SPDX-License-Identifier: MIT
// The letters of the day: shown, written as files, or sent.
#include "commands/command.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/held.hpp"
#include "tracker/base/lines.hpp"
#include "tracker/base/text.hpp"
#include "tracker/letters/compose.hpp"
#include "tracker/letters/outbox.hpp"
#include "tracker/letters/send.hpp"
#include "tracker/rules/consequences.hpp"
#include "tracker/rules/letter_states.hpp"
#include "tracker/rules/schedule.hpp"
#include "tracker/said/refusal.hpp"

namespace tracker {
namespace {

constexpr int delivery_failed = 5;

struct RemindOptions {
    std::optional<std::string> outbox;
    bool send = false;
    bool sent = false;
    bool to_test_addresses = false;
};

void declare_remind(Arguments& arguments, RemindOptions& options) {
    arguments.flag("--send", options.send, "help.remind.send");
    arguments.option("--outbox DIR", options.outbox, "help.remind.outbox");
    arguments.flag("--sent", options.sent, "help.remind.sent");
    arguments.flag("--to-test-addresses", options.to_test_addresses, "help.remind.to-test-addresses");
}

Rows rows_of(const std::vector<Composed>& letters) {
    Rows rows;
    rows.columns = {{"client"},
                    {"name", false, true},
                    {"contract"},
                    {"date"},
                    {"about", false, true},
                    {"recipient"},
                    {"subject", false, true},
                    {"text", false, true},
                    {"problem", false, true}};
    for (const Composed& letter : letters) {
        rows.rows.push_back({letter.client.code, letter.client.name, letter.contract.number, letter.due.on,
                             to_text(letter.due.matters), letter.client.email, letter.letter.subject,
                             letter.letter.text, letter.problem});
    }
    return rows;
}

void show(Session& session, const std::vector<Composed>& letters) {
    for (const Composed& letter : letters) {
        const ContractFacts facts = held(session.store().facts(letter.contract.id));
        const Schedule schedule(facts, session.calendar());
        session.say(Message("remind.to", {{"client", letter.client.code},
                                          {"contract", letter.contract.number},
                                          {"name", letter.client.name},
                                          {"address", letter.client.email}}));
        session.say_wrapped(
            Message("remind.why", {{"matters", matters_of(to_text(letter.due.matters), schedule)}}));
        session.say(Message("remind.subject", {{"subject", letter.letter.subject}}));
        session.say("");
        for (LineReader lines(letter.letter.text); lines.next();)
            session.say_raw(wrapped(lines.line(), session.columns(), "    ", "    "));
        session.say("");
    }
    session.say(Message("remind.due", {{"count", letters.size()}, {"day", session.on()}}));
}

/// Lists those that can't be written to; the exit code is theirs.
int say_problems(Session& session, const std::vector<Composed>& letters) {
    int exit_code = 0;
    for (const Composed& letter : letters) {
        if (letter.problem.empty()) continue;
        session.say(Message("remind.no-letter", {{"problem", letter.problem}}));
        exit_code = delivery_failed;
    }
    return exit_code;
}

/// A client may not expect a notice of what began before there were letters.
void say_began_before(Session& session, const std::vector<Composed>& letters) {
    for (const Composed& letter : letters) {
        if (!letter.due.began_before) continue;
        session.say_wrapped(Message("remind.began-before", {{"client", letter.client.code},
                                                            {"contract", letter.contract.number},
                                                            {"from", letter.due.pause->from}}));
    }
}

void say_held(Session& session, const std::vector<HeldNotice>& held) {
    for (const HeldNotice& notice : held) {
        session.say_wrapped(Message("remind.held-back", {{"client", notice.client},
                                                         {"contract", notice.contract},
                                                         {"from", notice.from},
                                                         {"waits", notice.waits_for}}));
    }
}

void say_names(Session& session, const std::string& folder, const std::vector<std::string>& names) {
    for (const std::string& name : names) session.say("{}/{}", printable(folder), printable(name));
}

/// What is to be known of the day's letters besides; the exit code.
int say_rest(Session& session, const LettersOfDay& day) {
    say_began_before(session, day.letters);
    say_held(session, day.held);
    return say_problems(session, day.letters);
}

int run_send(const RemindOptions& options, Session& session) {
    const SendReport report = send_letters(session, {options.to_test_addresses});
    if (report.sent > 0 || !session.globals().quiet)
        session.say(Message("remind.sent", {{"count", report.sent}}));
    for (const std::string& line : report.troubles) session.say(Message("remind.not-sent", {{"why", line}}));
    say_began_before(session, report.day.letters);
    say_held(session, report.day.held);
    return report.troubles.empty() ? 0 : delivery_failed;
}

int run_by_hand(const RemindOptions& options, Session& session) {
    const SentByHand sent = send_by_hand(session, *options.outbox);
    say_names(session, *options.outbox, sent.names);
    if (!sent.names.empty() || !session.globals().quiet) {
        session.say(Message("remind.recorded-as-sent", {{"count", sent.names.size()}}));
    }
    return say_rest(session, sent.day);
}

void check_options(const RemindOptions& options) {
    if (options.send && options.outbox) throw InputRefusal(Message("error.send-or-outbox"));
    if (options.sent && !options.outbox) throw InputRefusal(Message("error.sent-without-outbox"));
    if (options.outbox && options.outbox->empty()) throw InputRefusal(Message("error.outbox-empty"));
}

int run_remind(const RemindOptions& options, Session& session) {
    check_options(options);
    const bool writing = (options.send || options.sent) && !session.globals().dry_run;
    session.open(writing ? Store::Access::write : Store::Access::read);
    if (writing) return options.send ? run_send(options, session) : run_by_hand(options, session);
    const LettersOfDay day = letters_of_the_day(session, Composer(session));
    const std::vector<Composed>& letters = day.letters;
    if (options.outbox) {
        const auto names = session.globals().dry_run ? std::vector<std::string>{}
                                                     : write_outbox(session, letters, *options.outbox);
        if (!names.empty()) session.mark_done();
        say_names(session, *options.outbox, names);
        return say_rest(session, day);
    }
    if (session.format() != Format::table) {
        session.list(rows_of(letters));
        return 0;
    }
    if (!letters.empty()) {
        show(session, letters);
    } else if (!session.globals().quiet) {
        session.say(Message("remind.none", {{"day", session.on()}}));
    }
    return say_rest(session, day);
}

}  // namespace

std::span<const Command> remind_commands() {
    static const Command commands[] = {
        {"remind", "напомнить", group::each_day, "", "help.remind", Needs::own, true,
         prepare<RemindOptions, declare_remind, run_remind>,
         "tracker remind\ntracker remind --outbox letters --sent\ntracker remind --send --quiet"},
    };
    return commands;
}

}  // namespace tracker
