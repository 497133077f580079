// SPDX-License-Identifier: MIT
// What was imported from the bank: its files, their lines, one line as it was read. Shows, and changes
// nothing.
#include <map>
#include <unordered_map>

#include "commands/command.hpp"
#include "tracker/bank/line_outcomes.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"
#include "tracker/facts/words.hpp"
#include "tracker/reports/report_rows.hpp"
#include "tracker/said/refusal.hpp"
#include "tracker/session/find.hpp"

namespace tracker {
namespace {

/// A file has a row for each account that it speaks for; its counts stand in the first.
int run_bank_list(const NoOptions&, Session& session) {
    const Store& store = session.store();
    const std::map<std::int64_t, LineCounts> counts = LineOutcomes(session).by_file();
    std::multimap<std::int64_t, Statement> statements;
    for (Statement& statement : store.all<Statement>())
        statements.emplace(statement.file, std::move(statement));
    Rows rows;
    rows.columns = {
        {"change", true}, {"file", false, true}, {"format"},         {"account"},       {"from"},
        {"until"},        {"lines", true},       {"payments", true}, {"waiting", true}, {"known", true}};
    for (const BankFile& file : store.all<BankFile>()) {
        const auto found = counts.find(file.recorded.entry);
        LineCounts held = found == counts.end() ? LineCounts{} : found->second;
        auto [statement, end] = statements.equal_range(file.recorded.entry);
        do {
            const bool any = statement != end;
            rows.rows.push_back(
                {file.recorded.added, file.name, file.format, any ? Cell(statement->second.account) : Cell(),
                 any ? cell(statement->second.from) : Cell(), any ? Cell(statement->second.until) : Cell(),
                 held.lines, held.payments, held.waiting, held.known});
            held = {};
            if (any) ++statement;
        } while (statement != end);
    }
    session.list_or_say(rows, Message("statements.none"));
    return 0;
}

struct LinesOptions {
    std::vector<std::string> words;
    std::optional<std::string> from, until, change;
};

void declare_lines(Arguments& arguments, LinesOptions& options) {
    arguments.many("TEXT", options.words, "help.bank-lines.text");
    arguments.option("--from DATE", options.from, "help.bank-lines.from");
    arguments.option("--until DATE", options.until, "help.bank-lines.until");
    arguments.option("--change CHANGE", options.change, "help.bank-lines.change");
}

/// Which lines are asked for.
class LineFilter {
  public:
    LineFilter(const LinesOptions& options, Session& session) {
        if (options.from) from_ = session.read_day(*options.from);
        if (options.until) until_ = session.read_day(*options.until);
        if (options.change) change_ = read_count(*options.change, "--change", 1, 1'000'000'000);
        for (const std::string& word : options.words) words_.push_back(fold(word));
    }

    [[nodiscard]] bool wants(const BankRecord& record) const {
        const BankLine& line = record.line;
        if ((from_ && line.date < *from_) || (until_ && line.date > *until_)) return false;
        if (change_ && record.recorded.added != *change_) return false;
        if (words_.empty()) return true;
        const std::string text =
            fold(fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", line.number, line.reference,
                             format(line.amount), line.payer, line.payer_tax_id, line.payer_account,
                             line.payee, line.payee_tax_id, line.payee_account, line.purpose));
        return std::all_of(words_.begin(), words_.end(),
                           [&](const std::string& word) { return text.find(word) != std::string::npos; });
    }

  private:
    std::optional<Day> from_, until_;
    std::optional<ChangeNumber> change_;
    std::vector<std::string> words_;
};

int run_lines(const LinesOptions& options, Session& session) {
    const LineFilter filter(options, session);
    const LineOutcomes outcomes(session);
    Rows rows;
    rows.columns = {{"line", true},         {"date"},   {"amount", true}, {"direction"},
                    {"party", false, true}, {"tax_id"}, {"number"},       {"purpose", false, true},
                    {"became", false, true}};
    session.store().each_bank_line([&](const BankRecord& record) {
        if (!filter.wants(record)) return;
        const BankLine& line = record.line;
        const Direction direction = outcomes.direction_of(record);
        const bool out = direction == Direction::outgoing;
        rows.rows.push_back({record.recorded.entry, line.date, line.amount, std::string(text(direction)),
                             out ? line.payee : line.payer, out ? line.payee_tax_id : line.payer_tax_id,
                             line.number, line.purpose, outcomes.of(record)});
    });
    session.list_or_say(rows, Message("lines.none"));
    return 0;
}

struct ShowOptions {
    std::string line;
};

void declare_show(Arguments& arguments, ShowOptions& options) {
    arguments.required("LINE", options.line, "help.bank-show.line");
}

int run_bank_show(const ShowOptions& options, Session& session) {
    const std::int64_t entry = read_number(options.line, "bank line", "tracker bank lines");
    const auto record = session.store().bank_line(entry);
    if (!record) throw NotFoundRefusal(Message("error.no-line", {{"line", entry}}));
    std::unordered_map<std::int64_t, BankFile> files;
    for (BankFile& file : session.store().all<BankFile>()) files[file.recorded.entry] = std::move(file);
    const auto where = [&](std::int64_t file, std::size_t place, ChangeNumber change) {
        return fmt::format("'{}' line {}, imported in change {}", printable(files[file].name), place, change);
    };
    session.say("bank line {}: {}", entry, LineOutcomes(session).of(*record));
    session.say("{}", where(record->file, record->line.line, record->recorded.added));
    session.say_lines(record->line.raw, "  ");
    for (const Sighting& seen : session.store().sightings_of(entry)) {
        session.say(Message("lines.again", {{"where", where(seen.file, seen.place, seen.recorded.added)}}));
        session.say_lines(seen.raw, "  ");
    }
    return 0;
}

}  // namespace

std::span<const Command> bank_commands() {
    static const Command commands[] = {
        {"bank list", "банк выписки", group::data, "", "help.bank-list", Needs::read, true,
         prepare<NoOptions, declare_nothing, run_bank_list>, "tracker bank list"},
        {"bank lines", "банк строки", group::data, "[TEXT...]", "help.bank-lines", Needs::read, true,
         prepare<LinesOptions, declare_lines, run_lines>,
         "tracker bank lines петрова\ntracker bank lines --change 12 --csv"},
        {"bank show", "банк показать", group::data, "LINE", "help.bank-show", Needs::read, false,
         prepare<ShowOptions, declare_show, run_bank_show>, "tracker bank show 1412"},
    };
    return commands;
}

}  // namespace tracker
