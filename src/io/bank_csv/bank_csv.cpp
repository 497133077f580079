// SPDX-License-Identifier: MIT
// From the rows of a bank's CSV file to a statement. Passes no row by without counting it.
#include "tracker/io/bank_csv.hpp"

#include <fmt/format.h>

#include <string>

#include "io/bank_csv/bank_csv_line.hpp"
#include "io/bank_csv/bank_csv_whole.hpp"
#include "io/occurrences.hpp"
#include "tracker/core/error.hpp"
#include "tracker/io/encoding.hpp"
#include "tracker/io/text.hpp"

namespace tracker {
namespace {

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

void read_lines(BankStatement& statement, BankRows& rows, const BankLineReader& reader,
                const std::string& file) {
    using Kind = BankLineReader::Kind;
    Skipped undated;
    Skipped not_booked;
    Skipped elsewhere;
    std::size_t doubtful = 0;  // has an amount but no date, which only the end of a file may have
    for (bool first = true; rows.next(); first = false) {
        const auto kind = first && counts_columns(rows) ? Kind::undated : reader.kind_of(rows);
        if (kind == Kind::undated || kind == Kind::undated_amount) {
            undated.add(rows.line());
            if (kind == Kind::undated_amount && doubtful == 0) doubtful = rows.line();
            continue;
        }
        if (doubtful != 0) {
            throw InputError(
                fmt::format("'{}' line {}: the row has an amount but no date, and rows with a date "
                            "follow: give it its date or take it out",
                            printable(file), doubtful));
        }
        if (kind == Kind::not_booked) not_booked.add(rows.line());
        if (kind == Kind::elsewhere) elsewhere.add(rows.line());
        if (kind == Kind::line) statement.lines.push_back(reader.read(rows));
    }
    undated.say(statement.remarks, "no date (totals and the like)");
    not_booked.say(statement.remarks, "refused by the bank or not booked yet");
    elsewhere.say(statement.remarks, "no income");
}

}  // namespace

BankStatement read_bank_csv(std::string_view bytes, const std::string& file_name, const ColumnMap* map,
                            const std::string& default_account) {
    const auto decoded = to_utf8(bytes, file_name);
    const std::string_view text = decoded.text;
    BankStatement statement;
    statement.format = "csv";
    statement.encoding = decoded.encoding;
    const auto heading = find_headings(text, file_name, map);
    const auto prose = read_bank_prose(text.substr(0, heading.begin));
    const auto& own = default_account.empty() ? prose.account : default_account;
    const BankLineReader reader(heading, file_name, own);
    BankRows rows(text.substr(heading.begin), heading.line, heading.delimiter, file_name);
    rows.next();  // the headings
    read_lines(statement, rows, reader, file_name);
    add_bank_ranges(statement, prose, own, file_name);
    place_bank_lines(statement, reader.has_two_accounts());
    count_occurrences(statement.lines);
    return statement;
}

}  // namespace tracker
