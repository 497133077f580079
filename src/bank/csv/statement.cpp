// SPDX-License-Identifier: MIT
// Reads a bank's CSV file into a statement: counts skipped rows, and finds what needs the whole file (own
// accounts, ranges, directions by signs).
#include "tracker/bank/bank_csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <exception>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "bank/csv/line.hpp"
#include "bank/csv/rows.hpp"
#include "bank/csv/values.hpp"
#include "bank/line_days.hpp"
#include "bank/occurrences.hpp"
#include "tracker/base/encoding.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

/// What the lines of a file must be known to have in common before the first one is given.
struct BankWhole {
    std::unordered_set<std::string> own;  ///< the own accounts of the lines; "" where one has none
    /// Whether minus signs mark the outgoing lines, in a file with a column for each of payer's and payee's
    /// account: then lines without a sign are incoming.
    bool is_signed = false;
    /// The InputError that ended the first reading; null where none did.
    std::exception_ptr fault;
};

/// Accounts, booking dates and unknown directions of all lines that are given.
class BankTotals {
  public:
    void add(const BankLine& line);
    /// Own accounts, ranges and remarks: the days of the prose for each account, else up to its last booking
    /// date. `own` is the account of a file without lines.
    void finish(BankStatement& statement, const BankProse& prose, const std::string& own) const;

  private:
    std::map<std::string, Day> last_;    // last booking date of each account
    std::vector<std::string> accounts_;  // in order of the file
    std::size_t unknown_ = 0;            // lines without a direction
    std::size_t first_unknown_ = 0;
};

/// Sets the direction as far as it depends on the whole file: incoming for lines without a sign in a file
/// with signs, unless an own account pays; own transfer between two own accounts.
void place_bank_line(BankLine& line, const BankWhole& whole) {
    const auto is_own = [&](const std::string& account) {
        return !account.empty() && whole.own.contains(account);
    };
    if (line.direction == Direction::unknown && line.document.empty() && whole.is_signed &&
        !is_own(line.payer_account)) {
        line.direction = Direction::incoming;
    }
    const auto& other = line.direction == Direction::outgoing ? line.payee_account : line.payer_account;
    if (line.direction != Direction::unknown && other != line.account && is_own(other))
        line.direction = Direction::own_transfer;
}

void BankTotals::add(const BankLine& line) {
    const auto [held, fresh] = last_.emplace(line.account, line.date);
    if (fresh) accounts_.push_back(line.account);
    held->second = std::max(held->second, line.date);
    if (line.direction == Direction::unknown && line.amount != Money{} && unknown_++ == 0)
        first_unknown_ = line.line;
}

void BankTotals::finish(BankStatement& statement, const BankProse& prose, const std::string& own) const {
    auto accounts = accounts_;
    if (accounts.empty() && !own.empty()) accounts.push_back(own);
    for (const auto& account : accounts) {
        if (!account.empty()) statement.accounts.push_back(account);
        const auto held = last_.find(account);
        if (prose.until) {
            statement.ranges.push_back({account, prose.from, *prose.until});
        } else if (held != last_.end()) {
            statement.ranges.push_back({account, std::nullopt, held->second});
        }
    }
    if (last_.contains("")) {
        statement.remarks.emplace_back("the file names no account of its own: say whose statement it is");
    }
    if (unknown_ == 0) return;
    statement.remarks.push_back(fmt::format("line {}: of {} {} can't be told whether the money came or went",
                                            first_unknown_, unknown_,
                                            unknown_ == 1 ? "line it" : "lines, the first of them here, it"));
}

/// Throws InputError where the days of the prose end before they begin.
void check_bank_days(const BankProse& prose, const std::string& file) {
    if (prose.from <= prose.until) return;
    throw InputError(fmt::format("{}: the statement begins on {}, after its end on {}: export it again",
                                 place(file, prose.line), format(*prose.from), format(*prose.until)));
}

using Kind = BankLineReader::Kind;

/// Counts rows that are no lines of the statement, for a remark.
struct Skipped {
    std::size_t rows = 0;
    std::size_t first = 0;  ///< line of the first one

    void add(std::size_t line) {
        if (rows++ == 0) first = line;
    }
    void say(std::vector<std::string>& remarks, std::string_view what) const {
        if (rows == 0) return;
        remarks.push_back(fmt::format("line {}: {} {} skipped: {}", first, rows,
                                      rows == 1 ? "row was" : "rows were, the first of them here,", what));
    }
};

/// The row of numbers `1;2;3` that forms have below their headings.
bool counts_columns(const BankRows& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row.cell(i) != std::to_string(i + 1)) return false;
    }
    return true;
}

/// The rows below the headings, which can be read several times.
class Table {
  public:
    Table(Input& input, Encoding encoding, const HeadingRow& heading, const std::string& own)
        : input_(input), encoding_(encoding), heading_(heading), reader_(heading, input.name(), own) {}

    /// The first reading, done only where a line may depend on others. An InputError ends it and is kept: the
    /// second reading meets it again, unless it meets another fault, which only it looks for, before.
    [[nodiscard]] BankWhole look_over() const {
        BankWhole whole;
        const bool accounts = reader_.names_accounts();
        const bool signs = reader_.has_two_accounts();
        if (!accounts && !signs) return whole;
        try {
            walk([&](const BankRows& row, Kind kind) {
                if (kind != Kind::line) return true;
                whole.own.insert(reader_.account_of(row));
                whole.is_signed = whole.is_signed || (signs && reader_.is_marked_outgoing(row));
                return accounts || !whole.is_signed;
            });
        } catch (const InputError&) {
            whole.fault = std::current_exception();
        }
        return whole;
    }

    /// The second reading: gives the lines to `take`, and adds remarks of the rows that were skipped.
    template <class Take>
    void read(std::vector<std::string>& remarks, Take take) const {
        Skipped undated;
        Skipped not_booked;
        Skipped elsewhere;
        Skipped doubtful;  // with an amount but no date: an error where rows with a date follow
        walk([&](const BankRows& row, Kind kind) {
            if (kind == Kind::undated || kind == Kind::undated_amount) {
                undated.add(row.line());
                if (kind == Kind::undated_amount) doubtful.add(row.line());
                return true;
            }
            if (doubtful.rows > 0) refuse_undated(doubtful.first);
            if (kind == Kind::not_booked) not_booked.add(row.line());
            if (kind == Kind::elsewhere) elsewhere.add(row.line());
            if (kind == Kind::line) take(reader_.read(row));
            return true;
        });
        undated.say(remarks, "no date (totals and the like)");
        not_booked.say(remarks, "refused by the bank or not booked yet");
        elsewhere.say(remarks, "no income");
    }

  private:
    /// Gives each row and its kind to `take` until that returns false.
    template <class Take>
    void walk(Take take) const {
        BankRows rows(TextLines(input_, encoding_), heading_.line, heading_.delimiter);
        rows.next();  // the headings
        for (bool first = true; rows.next(); first = false) {
            const bool counts = first && counts_columns(rows);
            if (!take(rows, counts ? Kind::undated : reader_.kind_of(rows))) return;
        }
    }

    [[noreturn]] void refuse_undated(std::size_t line) const {
        throw InputError(
            fmt::format("{}: the row has an amount but no date, and rows with a date follow: give "
                        "it its date or take it out",
                        place(input_.name(), line)));
    }

    Input& input_;
    Encoding encoding_;
    const HeadingRow& heading_;
    BankLineReader reader_;
};

}  // namespace

BankStatement read_bank_csv(Input& input, const ColumnMap* map, const std::string& default_account,
                            const TakeLine& take) {
    const auto encoding = find_encoding(input);
    BankStatement statement;
    statement.format = "csv";
    statement.encoding = name_of(encoding);
    const auto heading = find_headings(input, encoding, map);
    const auto prose = read_bank_prose(heading.above);
    const auto& own = default_account.empty() ? prose.account : default_account;
    const Table table(input, encoding, heading, own);
    check_bank_days(prose, input.name());
    const auto whole = table.look_over();
    Occurrences occurrences;
    BankTotals totals;
    LineDays line_days;
    table.read(statement.remarks, [&](BankLine&& line) {
        place_bank_line(line, whole);
        occurrences.count(line);
        totals.add(line);
        line_days.add(line);
        take(std::move(line));
    });
    if (whole.fault)
        std::rethrow_exception(whole.fault);  // one that didn't recur: the file can't be read reliably
    totals.finish(statement, prose, own);
    line_days.look_over(statement);
    return statement;
}

}  // namespace tracker
