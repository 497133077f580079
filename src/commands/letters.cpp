// SPDX-License-Identifier: MIT
// What was written to clients: listed, shown, settled; and what was told them another way.
#include "commands/command.hpp"
#include "commands/kind_arguments.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/held.hpp"
#include "tracker/base/lines.hpp"
#include "tracker/base/text.hpp"
#include "tracker/facts/words.hpp"
#include "tracker/reports/letter_rows.hpp"
#include "tracker/rules/letter_states.hpp"
#include "tracker/rules/schedule.hpp"
#include "tracker/said/refusal.hpp"
#include "tracker/session/find.hpp"
#include "tracker/session/letters_on_record.hpp"
#include "tracker/session/record.hpp"

namespace tracker {
namespace {

struct LettersOptions {
    std::optional<std::string> client;
};

void declare_letters(Arguments& arguments, LettersOptions& options) {
    arguments.optional("CLIENT", options.client, "help.letters.client");
}

int run_letters(const LettersOptions& options, Session& session) {
    const Rows rows = letter_rows(session, options.client);
    session.list_or_say(rows, Message("letters.none"));
    return 0;
}

struct LetterOptions {
    std::string letter, outcome;
};

struct FoundLetter {
    ContractId contract;
    Letter letter;
    LetterState state;
};

FoundLetter find_letter(Session& session, const std::string& text) {
    const std::int64_t entry = read_number(text, "letter", "tracker letters");
    auto found = session.store().letter(entry);
    if (!found) throw NotFoundRefusal(Message("error.no-letter", {{"letter", entry}}));
    for (LetterState& state : letters_of(session.store(), found->first)) {
        if (state.letter.recorded.entry == entry)
            return {found->first, std::move(found->second), std::move(state)};
    }
    throw NotFoundRefusal(Message("error.no-letter", {{"letter", entry}}));
}

/// The headers of a message that prove when it went, and under which name mail servers know it.
void say_proof(Session& session, const std::string& message) {
    for (LineReader lines(message); lines.next() && !lines.line().empty();) {
        if (lines.line().starts_with("Date:") || lines.line().starts_with("Message-ID:"))
            session.say_lines(lines.line());
    }
}

void declare_show(Arguments& arguments, LetterOptions& options) {
    arguments.required("N", options.letter, "help.letter");
}

int run_letters_show(const LetterOptions& options, Session& session) {
    const auto [contract, letter, state] = find_letter(session, options.letter);
    session.say(Message("letters.letter", {{"letter", letter.recorded.entry},
                                           {"day", letter.date},
                                           {"state", Slug{std::string(word_of(state))}},
                                           {"change", letter.recorded.added},
                                           {"detail", state.last ? state.last->detail : ""}}));
    const ContractFacts facts = held(session.store().facts(contract));
    session.say(Message("letters.about",
                        {{"matters", matters_of(letter.about, Schedule(facts, session.calendar()))}}));
    if (letter.means == Means::mail) {
        session.say(Message("letters.to", {{"recipient", letter.recipient}}));
        session.say(Message("remind.subject", {{"subject", letter.subject}}));
        say_proof(session, letter.message);
    } else {
        session.say(Message("letters.by", {{"means", letter.means}}));
    }
    session.say("");
    session.say_lines(letter.text);
    return 0;
}

void declare_settle(Arguments& arguments, LetterOptions& options) {
    arguments.required("N", options.letter, "help.letter");
    arguments.required("sent|unsent", options.outcome, "help.letters-settle.outcome");
}

int run_settle(const LetterOptions& options, Session& session) {
    if (options.outcome != "sent" && options.outcome != "unsent") {
        throw InputRefusal(Message("error.neither-sent", {{"text", options.outcome}}));
    }
    const LetterState state = find_letter(session, options.letter).state;
    if (state.letter.means != Means::mail) throw InputRefusal(Message("error.only-mail-settled"));
    const bool sent = options.outcome == "sent";
    if (sent ? state.told() : state.step() == Delivery::Step::unsent) {
        session.say(Message("letters.settled-already",
                            {{"letter", state.letter.recorded.entry}, {"state", Slug{options.outcome}}}));
        return 0;
    }
    Delivery delivery;
    delivery.letter = state.letter.recorded.entry;
    delivery.step = sent ? Delivery::Step::arrived : Delivery::Step::unsent;
    delivery.detail = "settled by a person";
    session.store().add(state.contract, delivery);
    session.say(Message(
        "letters.settled",
        {{"outcome", outcome(session)}, {"letter", delivery.letter}, {"state", Slug{options.outcome}}}));
    return 0;
}

struct ToldOptions {
    std::string client, by, about, text;
    std::optional<std::string> number;
};

void declare_told(Arguments& arguments, ToldOptions& options) {
    arguments.required("CLIENT", options.client, "help.client");
    arguments.required("TEXT", options.text, "help.told.text");
    arguments.required_option("--by MEANS", options.by, "help.told.by");
    arguments.required_option("--about suspension|KIND", options.about, "help.told.about");
    arguments.option("--contract NUMBER", options.number, "help.contract");
}

int run_told(const ToldOptions& options, Session& session) {
    const auto means = options.by == "email" ? std::optional(Means::mail) : from_text<Means>(options.by);
    if (!means) {
        throw InputRefusal(Message("error.means", {{"text", options.by}}));
    }
    const Subject subject = find_subject(session, options.client, options.number);
    const Ledger ledger =
        make_ledger(subject.facts, session.calendar(), session.on(), letters_through(session.on()));
    const bool suspension = options.about == "suspension";
    const auto matters = suspension
                             ? matters_of_suspension(ledger)
                             : matters_of_kind(ledger, find_kind(session, subject.facts, options.about),
                                               reminder_rules(session), session.calendar());
    if (matters.empty()) {
        throw InputError(suspension
                             ? fmt::format("{} was not paused for non-payment: see 'tracker status {}'",
                                           subject.label(), subject.client.code)
                             : fmt::format("{} owes nothing of kind '{}': see 'tracker due --client {}'",
                                           subject.label(), printable(options.about), subject.client.code));
    }
    Letter notice;
    notice.date = session.on();
    notice.means = *means;
    notice.about = to_text(matters);
    notice.text = read_text(options.text, "the text");
    if (*means == Means::mail) notice.recipient = subject.client.email;
    session.store().add(subject.id(), notice);
    if (*means == Means::mail) {
        Delivery sent;
        sent.letter = notice.recorded.entry;
        sent.step = Delivery::Step::arrived;
        sent.detail = "told by a person";
        session.store().add(subject.id(), sent);
    }
    session.say(
        Message("letters.told",
                {{"outcome", outcome(session)},
                 {"contract", subject.called()},
                 {"means", Slug{options.by}},
                 {"day", notice.date},
                 {"matters", matters_of(notice.about, Schedule(subject.facts, session.calendar()))}}));
    return 0;
}

}  // namespace

std::span<const Command> letters_commands() {
    static const Command commands[] = {
        {"letters show", "письмо показать", group::each_day, "N", "help.letters-show", Needs::read, false,
         prepare<LetterOptions, declare_show, run_letters_show>, "tracker letters show 57"},
        {"letters settle", "письмо уточнить", group::each_day, "N sent|unsent", "help.letters-settle",
         Needs::write, false, prepare<LetterOptions, declare_settle, run_settle>,
         "tracker letters settle 57 unsent"},
        {"letters", "письма", group::each_day, "[CLIENT]", "help.letters", Needs::read, true,
         prepare<LettersOptions, declare_letters, run_letters>,
         "tracker letters\ntracker letters neulovimy --csv"},
        {"told", "сообщено", group::each_day, "CLIENT TEXT", "help.told", Needs::write, false,
         prepare<ToldOptions, declare_told, run_told>,
         "tracker told neulovimy --by phone --about suspension 'spoke with the director'"},
    };
    return commands;
}

}  // namespace tracker
