// SPDX-License-Identifier: MIT
#include "tracker/bank/import_statement.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "tracker/bank/firm_accounts.hpp"
#include "tracker/bank/known_lines.hpp"
#include "tracker/bank/outcome.hpp"
#include "tracker/bank/placing.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/input.hpp"
#include "tracker/base/text.hpp"
#include "tracker/rules/bank_lines.hpp"
#include "tracker/session/progress.hpp"

namespace tracker {
namespace {

class StatementImport {
  public:
    StatementImport(Session& session, Input& input, const std::string& format)
        : store_(session.store()),
          input_(input),
          known_(store_, format),
          accounts_(store_, Store::Lines::last),
          placing_(parties_of(store_)),
          progress_(input.name(), session.world().terminal_for_errors) {
        file_.name = input.name();
        file_.format = format;
    }

    void take(BankLine&& line) {
        accounts_.check(line, input_.name());
        progress_.step(input_.given(), input_.size());
        auto match = known_.find(line);
        if (match && match->likeness == Likeness::same) return see_again(std::move(line), *match->record);
        record_file();
        BankRecord record{{}, file_.recorded.entry, std::move(line)};
        store_.add(0, record);
        place(std::move(record), match ? match->record : nullptr);
    }

    /// Ends the file: its days are facts, too.
    Outcome finish(const BankStatement& statement) {
        for (const std::string& account : statement.accounts) accounts_.check_account(account, input_.name());
        if (file_.recorded.entry != 0 || !days_known(statement)) {
            record_file();
            record_days(statement);
        }
        outcome_.remarks = statement.remarks;
        return std::move(outcome_);
    }

  private:
    void place(BankRecord record, const BankRecord* doubt) {
        switch (accounts_.direction_in_file(record.line)) {
            case Direction::outgoing:
                ++outcome_.outgoing;
                return;
            case Direction::own_transfer:
                ++outcome_.transfers;
                return;
            case Direction::unknown:
                return outcome_.wait(std::move(record), unknown_direction());
            case Direction::incoming:
                break;
        }
        Placement placement =
            doubt ? doubtful(placing_, record, doubt->recorded.entry) : placing_.place(record.line);
        if (!placement.contract) return outcome_.wait(std::move(record), std::move(placement));
        Payment payment = payment_of(record);
        store_.add(*placement.contract, payment);
        outcome_.pay(*placement.contract, payment);
    }

    /// A line that is on record. Nothing is written of a file as long as it says nothing new.
    void see_again(BankLine&& line, const BankRecord& record) {
        ++outcome_.known;
        Sighting sighting;
        sighting.place = line.line;
        sighting.line = record.recorded.entry;
        if (line.raw != record.line.raw) sighting.raw = std::move(line.raw);
        if (file_.recorded.entry == 0) {
            seen_.push_back(std::move(sighting));
        } else if (record.file != file_.recorded.entry) {
            sighting.file = file_.recorded.entry;
            store_.add(0, sighting);
        }
    }

    void record_file() {
        if (file_.recorded.entry != 0) return;
        store_.add(0, file_);
        for (Sighting& sighting : seen_) {
            sighting.file = file_.recorded.entry;
            store_.add(0, sighting);
        }
        seen_ = {};
    }

    void record_days(const BankStatement& statement) {
        for (const StatementRange& range : statement.ranges) {
            Statement days{{}, file_.recorded.entry, range.account, range.from, range.until};
            store_.add(0, days);
        }
        // What the file says no days of stays unknown.
        for (const std::string& account : statement.accounts) {
            const bool said =
                std::any_of(statement.ranges.begin(), statement.ranges.end(),
                            [&](const StatementRange& range) { return range.account == account; });
            if (said && !accounts_.knows(account)) outcome_.new_accounts.push_back(account);
        }
    }

    [[nodiscard]] bool days_known(const BankStatement& statement) const {
        std::set<std::tuple<std::string, std::optional<Day>, Day>> held;
        for (const Statement& s : store_.all<Statement>()) held.emplace(s.account, s.from, s.until);
        return std::all_of(statement.ranges.begin(), statement.ranges.end(),
                           [&](const StatementRange& range) {
                               return held.contains({range.account, range.from, range.until});
                           });
    }

    Store& store_;
    Input& input_;
    KnownLines known_;
    FirmAccounts accounts_;
    Placing placing_;
    Progress progress_;
    BankFile file_;
    std::vector<Sighting> seen_;  ///< before anything new was
    Outcome outcome_;
};

}  // namespace

void import_statement(Session& session, Input& input, const StatementReader& reader) {
    Outcome outcome;
    {
        StatementImport import(session, input, reader.format);
        const BankStatement statement =
            reader.read(input, [&](BankLine&& line) { import.take(std::move(line)); });
        outcome = import.finish(statement);
    }
    say_outcome(session, outcome, input.name());
}

}  // namespace tracker
