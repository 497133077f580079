// SPDX-License-Identifier: MIT
#include "tracker/bank/import_statement.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tracker/bank/firm_accounts.hpp"
#include "tracker/bank/known_lines.hpp"
#include "tracker/bank/line_judge.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/input.hpp"
#include "tracker/base/text.hpp"
#include "tracker/rules/bank_lines.hpp"
#include "tracker/rules/consequences.hpp"
#include "tracker/rules/coverage.hpp"
#include "tracker/session/known_days.hpp"
#include "tracker/session/progress.hpp"

namespace tracker {
namespace {

class StatementImport {
  public:
    StatementImport(Session& session, Input& input, const std::string& format)
        : store_(session.store()),
          today_(session.today()),
          input_(input),
          known_(store_, format),
          accounts_(store_, Store::Lines::last),
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
        accounts_.learn_owner(line);
        BankRecord record{{}, file_.recorded.entry, std::move(line)};
        store_.add(0, record);
        if (match) repeats_[record.recorded.entry] = match->record->recorded.entry;
        if (record.line.amount == Money{}) {
            ++empty_;
        } else if (accounts_.direction_in_file(record.line) == Direction::outgoing) {
            ++result_.outgoing;
        }
    }

    /// Ends the file: its days are facts, too.
    void finish(const BankStatement& statement) {
        for (const std::string& account : statement.accounts) accounts_.check_account(account, input_.name());
        if (file_.recorded.entry != 0 || !days_known(statement)) {
            record_file();
            record_days(statement);
        }
        result_.name = input_.name();
        result_.remarks = statement.remarks;
        result_.sums_agree = statement.sums_agree;
        say_made_later(statement);
        if (empty_ > 0) {
            result_.remarks.push_back(fmt::format("{} of 0.00 {}, and kept as {}", count(empty_, "line"),
                                                  empty_ == 1 ? "is no payment" : "are no payments",
                                                  empty_ == 1 ? "a line" : "lines"));
        }
    }

    [[nodiscard]] ImportResult::File& result() { return result_; }
    /// 0 where the file says nothing new.
    [[nodiscard]] std::int64_t file() const { return file_.recorded.entry; }
    [[nodiscard]] const std::unordered_map<std::int64_t, std::int64_t>& repeats() const { return repeats_; }
    [[nodiscard]] FirmAccounts& accounts() { return accounts_; }

  private:
    /// A line that is on record. Nothing is written of a file as long as it says nothing new.
    void see_again(BankLine&& line, const BankRecord& record) {
        ++result_.known;
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
            Statement days{{}, file_.recorded.entry, range.account, range.from, range.until, range.made_on};
            store_.add(0, days);
        }
        // What the file says no days of stays unknown.
        for (const std::string& account : statement.accounts) {
            const bool said =
                std::any_of(statement.ranges.begin(), statement.ranges.end(),
                            [&](const StatementRange& range) { return range.account == account; });
            if (said && !accounts_.knows(account)) result_.new_accounts.push_back(account);
        }
    }

    /// The bank's clock or the user's is wrong: what is certain is that it was made by now.
    void say_made_later(const BankStatement& statement) {
        for (const StatementRange& range : statement.ranges) {
            if (!range.made_on || *range.made_on <= today_ || range.until < today_) continue;
            result_.remarks.push_back(fmt::format(
                "the file says that it was made on {}, after today: it speaks for no day after {}",
                format(*range.made_on), format(today_ - days{1})));
            return;
        }
    }

    /// Whether a statement of the same range spoke through the same day already: a file that was made later
    /// says more of it.
    [[nodiscard]] bool days_known(const BankStatement& statement) const {
        std::map<std::tuple<std::string, std::optional<Day>, Day>, std::optional<Day>> held;
        ImportDays imported_on(store_);
        for (const Statement& s : store_.all<Statement>()) {
            auto& through = held[{s.account, s.from, s.until}];
            through = std::max(through, speaks_through(s, imported_on(s)));
        }
        return std::all_of(
            statement.ranges.begin(), statement.ranges.end(), [&](const StatementRange& range) {
                const auto known = held.find({range.account, range.from, range.until});
                const Statement days{{}, 0, range.account, range.from, range.until, range.made_on};
                return known != held.end() && known->second >= speaks_through(days, today_);
            });
    }

    Store& store_;
    const Day today_;
    Input& input_;
    KnownLines known_;
    FirmAccounts accounts_;
    Progress progress_;
    BankFile file_;
    std::vector<Sighting> seen_;                              ///< before anything new was
    std::unordered_map<std::int64_t, std::int64_t> repeats_;  ///< by the line's entry: which it may be again
    long long empty_ = 0;                                     ///< lines of 0.00
    ImportResult::File result_;
};

}  // namespace

StatementsImport::StatementsImport(Session& session) : session_(session) {}

void StatementsImport::take(Input& input, const StatementReader& reader) {
    StatementImport import(session_, input, reader.format);
    const BankStatement statement =
        reader.read(input, [&](BankLine&& line) { import.take(std::move(line)); });
    import.finish(statement);
    if (import.file() != 0) {
        files_[import.file()] = result_.files.size();
        imported_.files.insert(import.file());
        imported_.repeats.insert(import.repeats().begin(), import.repeats().end());
    }
    accounts_.push_back(std::move(import.accounts()));
    result_.files.push_back(std::move(import.result()));
}

void StatementsImport::finish(Telling telling) {
    FirmAccounts accounts(session_.store(), Store::Lines::last);
    for (const FirmAccounts& of_file : accounts_) accounts.learn_owners_of(of_file);
    {
        LineJudge judge(session_.store(), std::move(accounts), std::move(imported_));
        place_certain(session_, judge, files_, result_);
    }
    say_result(session_, result_, telling);
}

}  // namespace tracker
