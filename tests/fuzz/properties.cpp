// SPDX-License-Identifier: MIT
#include "properties.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "tracker/base/error.hpp"
#include "tracker/base/input.hpp"
#include "tracker/base/money.hpp"
#include "tracker/base/text.hpp"
#include "tracker/rules/bank_lines.hpp"

namespace tracker::fuzz {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

Reading read_all(std::string_view bytes, const Read& read) {
    Reading all;
    Input input(file_name, bytes);
    try {
        all.statement = read(input, [&](BankLine&& line) { all.lines.push_back(std::move(line)); });
    } catch (const InputError& error) {
        all.refusal = error.what();
        require(!all.refusal.empty(), "a refusal says why", "");
    }
    return all;
}

auto fields_but_place(const BankLine& line) {
    return std::tie(line.document, line.account, line.date, line.number, line.reference, line.amount,
                    line.currency, line.direction, line.payer, line.payer_account, line.payer_tax_id,
                    line.payee, line.payee_account, line.payee_tax_id, line.purpose, line.occurrence,
                    line.raw);
}

/// Whether the lines are the same, `moved` lines further down in the second.
bool same_lines(const std::vector<BankLine>& a, const std::vector<BankLine>& b, std::size_t moved) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i].line + moved != b[i].line || fields_but_place(a[i]) != fields_but_place(b[i])) return false;
    }
    return true;
}

bool same_but_remarks(const BankStatement& a, const BankStatement& b) {
    if (a.format != b.format || a.encoding != b.encoding || a.accounts != b.accounts ||
        a.ranges.size() != b.ranges.size()) {
        return false;
    }
    for (std::size_t i = 0; i < a.ranges.size(); ++i) {
        const auto& [account, from, until, made_on] = a.ranges[i];
        if (account != b.ranges[i].account || from != b.ranges[i].from || until != b.ranges[i].until ||
            made_on != b.ranges[i].made_on)
            return false;
    }
    return true;
}

void check_raw(std::string_view raw) {
    require_text(raw, "raw");
    require(raw.ends_with('\n'), "raw ends with a line end", raw);
    require(raw.find('\r') == std::string_view::npos, "raw has no CR", raw);
}

void check_line(const BankLine& line) {
    for (const auto* text : {&line.document, &line.account, &line.number, &line.reference, &line.currency,
                             &line.payer, &line.payer_account, &line.payer_tax_id, &line.payee,
                             &line.payee_account, &line.payee_tax_id, &line.purpose}) {
        require_text(*text, "a value of a line");
        require(text->find_first_of("\r\n") == std::string::npos, "no value holds a line break", *text);
    }
    check_raw(line.raw);
    require(line.line > 0, "a line knows its place", line.raw);
    require(earliest_day <= line.date && line.date <= latest_day, "the date can be", line.raw);
    require(Money{} <= line.amount && line.amount <= largest_amount, "the amount isn't negative", line.raw);
    const auto currency = currency_of(line);
    const bool letters = currency.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos;
    require(currency.empty() || (currency.size() == 3 && letters), "a currency is three letters", currency);
}

/// What is done with lines next: whichever of two comes first, they are equally alike.
void check_neighbours(const std::vector<BankLine>& lines) {
    for (std::size_t i = 1; i < lines.size(); ++i) {
        for (const bool same_format : {true, false}) {
            require(likeness(lines[i - 1], lines[i], same_format) ==
                        likeness(lines[i], lines[i - 1], same_format),
                    "lines are alike both ways", lines[i].raw);
        }
    }
}

void check_occurrences(const std::vector<BankLine>& lines) {
    std::unordered_map<std::string, int> seen;
    for (const auto& line : lines) {
        require(line.occurrence == seen[identity(line)]++, "equal lines are counted", line.raw);
    }
}

void check_statement(const Reading& reading) {
    const auto& statement = reading.statement;
    const std::unordered_set<std::string> accounts(statement.accounts.begin(), statement.accounts.end());
    require(accounts.size() == statement.accounts.size(), "no account is named twice", file_name);
    for (const auto& account : accounts) {
        require_text(account, "an account");
        require(!account.empty(), "an account has a number", account);
    }
    for (const auto& range : statement.ranges) {
        require(range.account.empty() || accounts.contains(range.account),
                "a range is of an account of the file", range.account);
        require(!range.from || *range.from <= range.until, "a range ends after it begins", range.account);
    }
    for (const auto& line : reading.lines) {
        require(line.account.empty() || accounts.contains(line.account),
                "a line is of an account of the file", line.raw);
    }
    for (const auto& remark : statement.remarks) {
        require_message(remark, "a remark");
        require(!remark.starts_with("line 0:"), "a remark knows its place", remark);
    }
}

}  // namespace

void broken(std::string_view property, std::string_view text) {
    std::fputs(fmt::format("broken: {}\nin: '{}'\n", property, fit(printable(text), 400)).c_str(), stderr);
    std::abort();
}

void require_text(std::string_view text, std::string_view what) {
    require(is_utf8(text), fmt::format("{} is UTF-8", what), text);
    require(text.find('\0') == std::string_view::npos, fmt::format("{} has no NUL", what), text);
}

void require_message(std::string_view text, std::string_view what) {
    require(!text.empty() && printable(text) == text,
            fmt::format("{} is a line of UTF-8, fit to be shown", what), text);
}

void require_refusal(std::string_view message) {
    require_message(message, "a refusal");
    const auto name = fmt::format("'{}'", printable(file_name));
    require(message.starts_with(name), "a refusal names the file", message);
    require(!message.substr(name.size()).starts_with(" line 0:"), "a refusal knows its place", message);
}

Reading check_reader(std::string_view bytes, const Read& read) {
    auto first = read_all(bytes, read);
    const auto second = read_all(bytes, read);
    require(first.refusal == second.refusal && same_lines(first.lines, second.lines, 0) &&
                same_but_remarks(first.statement, second.statement) &&
                first.statement.remarks == second.statement.remarks,
            "what is read twice is the same", first.refusal);
    for (const auto& line : first.lines) check_line(line);
    if (!first.refusal.empty()) {
        require_refusal(first.refusal);
        return first;
    }
    check_occurrences(first.lines);
    check_neighbours(first.lines);
    check_statement(first);
    return first;
}

void check_blocks(std::string_view bytes, const Reading& whole, const Read& read) {
    const std::size_t hash = std::hash<std::string_view>{}(bytes);
    // The blanks would push from the head what says that a file is in cp866 or UTF-16.
    const bool by_head = whole.statement.encoding == "cp866" || bytes.starts_with("\xFF\xFE") ||
                         bytes.starts_with("\xFE\xFF") || !whole.refusal.empty();
    if (hash % block_checks != 0 || by_head) return;
    const std::size_t mark = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    const auto text = bytes.substr(mark);
    std::size_t before = hash / block_checks % (text.size() + 1);  // so many bytes stay in the first block
    // A line end that is parted is the hardest: a CR may stand alone.
    if (const auto cr = text.find('\r', before); cr != std::string_view::npos) before = cr + 1;
    std::string moved(bytes.substr(0, mark));
    moved.append(Input::block_size - mark - before - 1, ' ');
    moved += '\n';
    moved += text;
    const auto parts = read_all(moved, read);
    require(parts.refusal.empty(), "blocks don't matter", parts.refusal);
    require(same_lines(whole.lines, parts.lines, 1) && same_but_remarks(whole.statement, parts.statement) &&
                whole.statement.remarks.size() == parts.statement.remarks.size(),
            "blocks don't matter", fmt::format("(a block ends after byte {})", mark + before));
}

}  // namespace tracker::fuzz
