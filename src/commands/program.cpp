// SPDX-License-Identifier: MIT
#include "tracker/commands/program.hpp"

#include <algorithm>
#include <array>

#include "commands/command.hpp"
#include "commands/find_command.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"
#include "tracker/commands/failure.hpp"
#include "tracker/reports/kind_titles.hpp"
#include "tracker/said/refusal.hpp"

namespace tracker {
namespace {

void declare_globals(Arguments& arguments, Globals& globals, const Command& command) {
    arguments.heading("help.page.everywhere");
    arguments.option("--db FILE", globals.database, "help.everywhere.db");
    arguments.option("--on DATE", globals.on, "help.everywhere.on");
    if (command.needs == Needs::read) {
        arguments.option("--known CHANGE|TIME", globals.known, "help.everywhere.known");
    }
    if (command.needs == Needs::write || command.needs == Needs::own)
        arguments.flag("-n,--dry-run", globals.dry_run, "help.everywhere.dry-run");
    if (command.lists) {
        arguments.option("--format FORMAT", globals.format, "help.everywhere.format");
        arguments.flag("--csv", globals.csv, "help.everywhere.csv");
        arguments.flag("--json", globals.json, "help.everywhere.json");
        arguments.flag("--excel", globals.excel, "help.everywhere.excel");
    }
    arguments.option("--lang ru|en", globals.language, "help.everywhere.lang");
    arguments.option("--color WHEN", globals.color, "help.everywhere.color");
    arguments.flag("-q,--quiet", globals.quiet, "help.everywhere.quiet");
}

/// Where the command stands, or the end: before it are options for everywhere.
std::size_t place_of_command(const std::vector<std::string>& words) {
    static constexpr std::array with_value{"--db", "--on", "--known", "--format", "--color", "--lang"};
    std::size_t at = 0;
    while (at < words.size() && words[at].starts_with('-')) {
        const bool value_follows =
            std::find(with_value.begin(), with_value.end(), words[at]) != with_value.end();
        at += value_follows ? 2 : 1;
    }
    return std::min(at, words.size());
}

/// The words of the command's name are taken out of `words`; the argument for which a word stands besides is
/// put in their place.
const Command* take_command(std::vector<std::string>& words) {
    const std::size_t at = place_of_command(words);
    if (at == words.size()) return nullptr;
    const FoundCommand found = find_command(words[at], at + 1 < words.size() ? words[at + 1] : "");
    const auto place = words.begin() + static_cast<std::ptrdiff_t>(at);
    const auto rest = words.erase(place, place + found.words);
    if (!found.argument.empty()) words.emplace(rest, found.argument);
    return found.command;
}

bool has(const std::vector<std::string>& words, std::string_view word) {
    const auto end = std::find(words.begin(), words.end(), "--");
    return std::find(words.begin(), end, word) != end;
}

/// "help due" is "due --help".
void accept_help_word(std::vector<std::string>& words) {
    const std::size_t at = place_of_command(words);
    if (at == words.size() || !asks_for_help(words[at])) return;
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
    words.emplace_back("--help");
}

/// The language where no options are read yet: the help is shown to command lines that are wrong in other
/// ways, too.
Speech speech_before_session(const std::vector<std::string>& words, const World& world) {
    constexpr std::string_view name = "--lang";
    std::optional<std::string> given;
    for (std::size_t at = 0; at < words.size() && words[at] != "--"; ++at) {
        if (words[at] == name) given = at + 1 < words.size() ? words[at + 1] : "";
        if (words[at].starts_with("--lang=")) given = words[at].substr(name.size() + 1);
    }
    return Speech(language_asked(given, world.locale));
}

int look(const std::function<int(Session&)>& command, Needs needs, Session& session) {
    session.open(needs == Needs::whole ? Store::Access::inspect : Store::Access::read);
    if (needs == Needs::read) session.answer_as_known();
    const int exit_code = command(session);
    session.store().end_reading();  // a reader that pages through the answer keeps nobody from writing
    return exit_code;
}

int run_prepared(const std::function<int(Session&)>& command, Needs needs, Session& session) {
    switch (needs) {
        case Needs::nothing:
        case Needs::own:
            return command(session);
        case Needs::read:
        case Needs::whole:
            return look(command, needs, session);
        case Needs::write:
            break;
    }
    session.open(Store::Access::write);
    session.begin_change();
    const int exit_code = command(session);
    session.end_change();
    return exit_code;
}

/// In which language a failure is told: the session's, where there is one that can say it.
Speech speech_of_failure(Session* session, const std::vector<std::string>& words, const World& world) {
    try {
        if (session) return session->speech_of_errors();
    } catch (const std::exception&) {  // a database whose settings can't be read, or a wrong --lang
    }
    return speech_before_session(words, world);
}

/// What goes wrong once something was recorded must not look as if nothing had been.
int run(const std::function<int(Session&)>& command, Needs needs, Session& session) {
    try {
        return run_prepared(command, needs, session);
    } catch (const Error&) {
        throw;  // it has its own words
    } catch (const std::exception& error) {
        if (session.done().empty()) throw;
        throw untold(session.done(), fmt::format("then it failed: {}", plain_words(error)));
    }
}

}  // namespace

namespace {

/// `session` is set as soon as there is one.
Answer answer(std::vector<std::string> words, const World& world, std::shared_ptr<Session>& session) {
    accept_help_word(words);
    if (has(words, "--version")) return {"tracker " TRACKER_VERSION "\n", 0};
    const bool help = has(words, "--help") || has(words, "-h");
    if (words.empty()) return {help_page(speech_before_session(words, world)), 0};
    const Command* command = take_command(words);
    if (!command && help) return {help_page(speech_before_session(words, world)), 0};
    if (!command) throw InputRefusal(Message("error.which-command"));

    Globals globals;
    Arguments arguments;
    const auto run_command = command->prepare(arguments);
    declare_globals(arguments, globals, *command);
    if (help) return {help_page(*command, arguments, speech_before_session(words, world)), 0};
    arguments.parse(words);

    session = std::make_shared<Session>(world, std::move(globals));
    session->ask_titles(russian_titles(*session));
    if (command->lists)
        static_cast<void>(session->format());  // a wrong one is refused before anything is done
    static_cast<void>(session->colour());
    const int exit_code = run(run_command, command->needs, *session);
    return {session->take_out(), exit_code, session->done(), session};
}

}  // namespace

Answer run_program(const std::vector<std::string>& given, const World& world) {
    std::shared_ptr<Session> session;
    try {
        return answer(given, world, session);
    } catch (Sayable& refusal) {
        refusal.say_in(speech_of_failure(session.get(), given, world));
        throw;
    }
}

}  // namespace tracker
