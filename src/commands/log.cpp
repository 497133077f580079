// SPDX-License-Identifier: MIT
// The changes: log, undo.
#include "commands/command.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"
#include "tracker/reports/exports.hpp"
#include "tracker/said/refusal.hpp"
#include "tracker/session/find.hpp"

namespace tracker {
namespace {

struct LogOptions {
    bool verify = false;
    bool head = false;
    std::optional<std::string> digest;
};

void declare_log(Arguments& arguments, LogOptions& options) {
    arguments.flag("--verify", options.verify, "help.log.verify");
    arguments.flag("--head", options.head, "help.log.head");
    arguments.optional("DIGEST", options.digest, "help.log.digest");
}

/// Whether the chain leads up to what somebody kept; says so.
bool verify_head(Session& session, const ChainState& chain, const std::string& given) {
    std::string digest = given;
    for (char& c : digest) c = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    if (digest.size() != chain.head.size() ||
        digest.find_first_not_of("0123456789abcdef") != std::string::npos)
        throw InputRefusal(Message("error.no-digest", {{"text", given}, {"digits", chain.head.size()}}));
    const auto change = session.store().change_of(digest);
    if (!change) {
        session.say(Message("log.no-such-digest"));
        return false;
    }
    if (chain.first_wrong && *chain.first_wrong <= *change) return false;
    session.say(Message("log.digest-of", {{"change", *change}}));
    return true;
}

int verify(const LogOptions& options, Session& session) {
    session.store().leave_file();  // however long it takes, others write meanwhile
    const ChainState chain = session.store().verify();
    if (chain.first_wrong) {
        session.say(Message("log.wrong",
                            {{"change", *chain.first_wrong}, {"wrong", chain.wrong}, {"last", chain.last}}));
    } else if (!session.globals().quiet) {
        session.say(Message("log.right", {{"last", chain.last}, {"digest", chain.head}}));
    }
    const bool led_there = !options.digest || verify_head(session, chain, *options.digest);
    return chain.first_wrong || !led_there ? 1 : 0;
}

int run_log(const LogOptions& options, Session& session) {
    if (options.digest && !(options.verify && options.head))
        throw InputRefusal(Message("error.digest-where"));
    if (options.verify && options.head && !options.digest) throw InputRefusal(Message("error.which-digest"));
    if (options.verify) return verify(options, session);
    if (options.head) {
        session.say("{}", session.store().head());
        return 0;
    }
    session.list(change_rows(session));
    return 0;
}

struct UndoOptions {
    std::optional<std::string> change;
};

void declare_undo(Arguments& arguments, UndoOptions& options) {
    arguments.optional("CHANGE", options.change, "help.undo.change");
}

/// The last change that holds and is no undo itself.
ChangeNumber last_to_undo(Session& session) {
    const std::vector<Change> changes = session.store().changes();
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        if (change->number != session.store().change() && !change->undoes && !change->undone_by)
            return change->number;
    }
    throw NotFoundRefusal(Message("error.nothing-to-undo"));
}

/// Where the change sent letters, which go out by themselves: the last one before it that sent none, and may
/// be meant. 0 if there is no such change.
ChangeNumber last_before_letters(Session& session, ChangeNumber last) {
    if (!session.store().has_sent(last)) return 0;
    const std::vector<Change> changes = session.store().changes();
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        const bool open = !change->undoes && !change->undone_by;
        if (change->number < last && open && !session.store().has_sent(change->number)) return change->number;
    }
    return 0;
}

int run_undo(const UndoOptions& options, Session& session) {
    ChangeNumber number = 0;
    if (options.change) {
        number = read_number(*options.change, "change", "tracker log");
    } else {
        number = last_to_undo(session);
    }
    std::string command;
    for (const Change& change : session.store().changes()) {
        if (change.number == number) command = change.command;
    }
    if (const ChangeNumber before = options.change ? 0 : last_before_letters(session, number); before != 0) {
        throw InputRefusal(Message("error.undo-letters", {{"change", number}, {"before", before}}));
    }
    session.store().undo(number);
    session.say(Message("log.undone",
                        {{"dry", session.globals().dry_run}, {"change", number}, {"command", command}}));
    return 0;
}

}  // namespace

std::span<const Command> log_commands() {
    static const Command commands[] = {
        {"log", "журнал", group::data, "[--verify | --head]", "help.log", Needs::read, true,
         prepare<LogOptions, declare_log, run_log>, "tracker log\ntracker log --head\ntracker log --verify"},
        {"undo", "отменить", group::data, "[CHANGE]", "help.undo", Needs::write, false,
         prepare<UndoOptions, declare_undo, run_undo>, "tracker undo\ntracker undo 57 --dry-run"},
    };
    return commands;
}

}  // namespace tracker
