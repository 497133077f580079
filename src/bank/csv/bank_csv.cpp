// SPDX-License-Identifier: MIT
// From the rows of a bank's CSV file to a statement. Passes no row by without counting it.
#include "tracker/bank/bank_csv.hpp"

#include <fmt/format.h>

#include <exception>
#include <string>
#include <utility>

#include "bank/csv/bank_csv_line.hpp"
#include "bank/csv/bank_csv_whole.hpp"
#include "bank/occurrences.hpp"
#include "tracker/base/encoding.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

using Kind = BankLineReader::Kind;

/// Rows that are no lines of the statement, counted so that none is lost unseen.
struct Skipped {
    std::size_t rows = 0;
    std::size_t first = 0;

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

/// What lies below the headings, to be read as often as needed.
class Table {
  public:
    Table(Input& input, Encoding encoding, const HeadingRow& heading, const std::string& own)
        : input_(input), encoding_(encoding), heading_(heading), reader_(heading, input.name(), own) {}

    /// The first reading, which the file needs only where a line may depend on others. A fault ends it: the
    /// second one comes to it too, after faults that only it looks for.
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

    /// The second reading.
    template <class Take>
    void read(std::vector<std::string>& remarks, Take take) const {
        Skipped undated;
        Skipped not_booked;
        Skipped elsewhere;
        Skipped doubtful;  // have an amount but no date, which only the end of a file may have
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
    /// Gives each row, and what it is, until `take` has had enough.
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
            fmt::format("'{}' line {}: the row has an amount but no date, and rows with a date follow: give "
                        "it its date or take it out",
                        printable(input_.name()), line));
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
    table.read(statement.remarks, [&](BankLine&& line) {
        place_bank_line(line, whole);
        occurrences.count(line);
        totals.add(line);
        take(std::move(line));
    });
    if (whole.fault) std::rethrow_exception(whole.fault);  // of the disk, not of the file
    totals.finish(statement, prose, own);
    return statement;
}

}  // namespace tracker
