// SPDX-License-Identifier: MIT
// Is the database whole, and does it decide by the rules?
#include <algorithm>

#include "commands/command.hpp"
#include "tracker/base/files.hpp"
#include "tracker/base/lines.hpp"
#include "tracker/base/new_file.hpp"
#include "tracker/base/text.hpp"
#include "tracker/model/model.hpp"
#include "tracker/reports/report_rows.hpp"
#include "tracker/rules/carry_forward.hpp"
#include "tracker/rules/ledger_text.hpp"
#include "tracker/session/session.hpp"

namespace tracker {
namespace {

struct CheckOptions {
    bool all = false;
};

void declare_check(Arguments& arguments, CheckOptions& options) {
    arguments.flag("--all", options.all, "help.check.all");
}

constexpr std::size_t sample = 25;  // contracts

/// Which contracts are in the sample: others after each change, so that in time each has its turn.
class Sample {
  public:
    Sample(const Store& store, bool all)
        : step_(all ? 1 : store.contracts().size() / sample + 1),
          at_(static_cast<std::size_t>(store.last_change()) % step_) {}
    bool next() { return at_++ % step_ == 0; }

  private:
    std::size_t step_;
    std::size_t at_;
};

/// Whether what the cache holds of a contract is what is made of its facts now.
bool is_cached_right(Session& session, const BriefFacts& facts) {
    const auto since = session.store().carried_since(facts.contract.id);
    if (!since) return true;
    if (*since < to_int(earliest_day) || *since > to_int(latest_day)) return false;
    const CarriedFacts right = carry_forward(facts, session.calendar(), to_day(static_cast<int>(*since)));
    return session.store().is_kept(right, saves_little(right, facts));
}

/// What difference() says, on one line; of many differences the first.
std::string on_one_line(const std::string& lines) {
    constexpr std::size_t most = 3;
    std::string text;
    std::size_t count = 0;
    for (LineReader reader(lines); reader.next();) {
        if (reader.line().empty() || ++count > most) continue;
        text += fmt::format("{}{}", text.empty() ? "" : "; ", reader.line());
    }
    return count > most ? fmt::format("{}; and {} more", text, count - most) : text;
}

/// The decisions of contracts, by the program's own way and by the slow model of the rules.
std::vector<std::string> check_decisions(Session& session, bool all, std::size_t& checked) {
    std::vector<std::string> findings;
    const std::vector<Holiday> holidays = session.store().all<Holiday>();
    const Day on = session.on();
    const Day through = last_day(period_of(on) + 1);
    Sample chosen(session.store(), all);
    session.store().each_contract([&](const ContractFacts& facts) {
        if (!chosen.next()) return;
        ++checked;
        const std::string differs =
            difference(model::lines_of(model::decisions_on(facts, holidays, on, through)),
                       lines_of(make_ledger(facts, session.calendar(), on, through)));
        if (!differs.empty())
            findings.push_back(fmt::format("decision: contract {} on {} is not what the rules say: {}",
                                           printable(facts.contract.number), format(on),
                                           printable(on_one_line(differs))));
        if (!is_cached_right(session, facts))
            findings.push_back(
                fmt::format("cache: of contract {} it is not what the facts say: empty the table "
                            "cache_contract, and the next change makes it anew",
                            printable(facts.contract.number)));
    });
    return findings;
}

/// What is wrong with the database as a file.
std::vector<std::string> check_file(const std::string& path) {
    std::vector<std::string> findings = files::loose_rights(path);
    for (std::string& finding : findings) finding.insert(0, "rights: ");
    for (const std::string& leftover : leftovers(path))
        findings.push_back(
            fmt::format("leftover: a command that was stopped left '{}': remove it", leftover));
    return findings;
}

int run_check(const CheckOptions& options, Session& session) {
    std::vector<std::string> findings = check_file(session.database_path());
    session.store().leave_file();  // however long it takes, others write meanwhile
    std::size_t decisions = 0;
    const std::vector<std::string> broken = session.store().findings();
    findings.insert(findings.end(), broken.begin(), broken.end());
    if (broken.empty()) {
        const auto wrong = check_decisions(session, options.all, decisions);
        findings.insert(findings.end(), wrong.begin(), wrong.end());
    }
    for (const std::string& finding : findings) session.say("{}", printable(finding));
    if (!findings.empty()) return 1;
    if (!session.globals().quiet)
        session.say(
            Message("check.nothing", {{"changes", session.store().last_change()}, {"contracts", decisions}}));
    return 0;
}

}  // namespace

std::span<const Command> check_commands() {
    static const Command commands[] = {
        {"check", "проверить", group::data, "", "help.check", Needs::whole, false,
         prepare<CheckOptions, declare_check, run_check>, "tracker check\ntracker check --all"},
    };
    return commands;
}

}  // namespace tracker
