// SPDX-License-Identifier: MIT
// Which days statements speak for, against a calendar filled in day by day; and when lines of two formats are
// one.
#include "tracker/facts/bank.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "property.hpp"
#include "tracker/rules/bank_lines.hpp"
#include "tracker/rules/coverage.hpp"
#include "tracker/rules/evidence.hpp"

namespace tracker {
namespace {

Statement statement(const std::string& account, std::optional<int> from, int until) {
    Statement days;
    days.account = account;
    if (from) days.from = to_day(20'000 + *from);
    days.until = to_day(20'000 + until);
    return days;
}

OwnAccount word(const std::string& account, OwnAccount::Standing standing, std::optional<int> date = {}) {
    OwnAccount said;
    said.account = account;
    said.standing = standing;
    if (date) said.date = to_day(20'000 + *date);
    return said;
}

Day long_after(const Statement&) {
    return to_day(30'000);
}

int through(const std::vector<Statement>& statements, const std::vector<OwnAccount>& said = {}) {
    const auto day = known_through(coverage_of(statements, said, long_after));
    return day ? to_int(*day) - 20'000 : -1;
}

/// "8..9 12..12"
std::string gaps(const std::vector<Statement>& statements) {
    std::string text;
    for (const auto& gap : known_days(coverage_of(statements, {}, long_after)).gaps) {
        text += (text.empty() ? "" : " ") + std::to_string(to_int(gap.days.from) - 20'000) + ".." +
                std::to_string(to_int(gap.days.until) - 20'000);
    }
    return text;
}

BankLine line(const std::string& number, const std::string& tax_id, const std::string& purpose) {
    BankLine line;
    line.account = "40802810900000000777";
    line.date = to_day(20'000);
    line.amount = Money{1'500'000};
    line.direction = Direction::incoming;
    line.number = number;
    line.payer = "ООО «Ромашка»";
    line.payer_tax_id = tax_id;
    line.purpose = purpose;
    return line;
}

}  // namespace

TEST_CASE("payments are known through the end of the run that holds the latest range", "[rules]") {
    CHECK(through({}) == -1);
    CHECK(through({statement("a", 1, 7), statement("a", 8, 14)}) == 14);
    CHECK(through({statement("a", 8, 14), statement("a", 1, 7)}) == 14);
    CHECK(through({statement("a", 1, 7), statement("a", 10, 14)}) == 14);
    CHECK(through({statement("a", {}, 9)}) == 9);
    CHECK(through({statement("a", 1, 7), statement("b", 1, 5)}) == 5);
}

TEST_CASE("a gap is a day that no statement between two speaks for", "[rules]") {
    CHECK(gaps({statement("a", 1, 7), statement("a", 8, 14)}).empty());
    CHECK(gaps({statement("a", 1, 7), statement("a", 10, 14), statement("a", 16, 16)}) == "8..9 15..15");
    CHECK(gaps({statement("a", 1, 20), statement("a", 3, 4), statement("a", 10, 14)}).empty());
    CHECK(gaps({statement("a", 1, 7), statement("a", {}, 14)}).empty());
    CHECK(gaps({statement("a", 1, 7), statement("b", 10, 14)}).empty());
}

TEST_CASE("statements of no account count for the only other one", "[rules]") {
    CHECK(through({statement("", {}, 3), statement("a", 1, 7)}) == 7);
    CHECK(through({statement("", {}, 3)}) == 3);
}

TEST_CASE("a closed account holds nothing up once its statements reach its end", "[rules]") {
    using Standing = OwnAccount::Standing;
    const std::vector<Statement> two{statement("a", 1, 30), statement("b", 1, 10)};
    CHECK(through(two) == 10);
    CHECK(through(two, {word("b", Standing::closed, 10)}) == 30);
    CHECK(through(two, {word("b", Standing::closed, 11)}) == 10);
    CHECK(through(two, {word("b", Standing::foreign)}) == 30);
    CHECK(through(two, {word("c", Standing::own)}) == 10);
    CHECK(through({statement("b", 1, 10)}, {word("b", Standing::closed, 10)}) == 10);
}

TEST_CASE("a statement speaks for no day after the file was made", "[rules]") {
    const auto last = [](std::optional<int> made_on, int imported_on, std::optional<int> from = 1) {
        Statement days = statement("a", from, 30);
        if (made_on) days.made_on = to_day(20'000 + *made_on);
        const auto through = speaks_through(days, to_day(20'000 + imported_on));
        return through ? to_int(*through) - 20'000 : -1;
    };
    CHECK(last(14, 14) == 14);
    CHECK(last(14, 50) == 14);
    CHECK(last(30, 50) == 30);
    CHECK(last(45, 50) == 30);
    // Where it doesn't say: the day of the import isn't over.
    CHECK(last({}, 14) == 13);
    CHECK(last({}, 30) == 29);
    CHECK(last({}, 31) == 30);
    // A day after the import is none that the file can have been made on.
    CHECK(last(20, 14) == 13);
    CHECK(last(40, 31) == 30);
    // Made before its range begins, it speaks for nothing.
    CHECK(last(0, 50) == -1);
    CHECK(last({}, 1) == -1);
    CHECK(last(0, 50, {}) == 0);
    CHECK(last(1, 50) == 1);
}

TEST_CASE("gaps and the last known day are those of the days that statements speak for", "[rules]") {
    Statement early = statement("a", 1, 30);
    early.made_on = to_day(20'014);
    CHECK(through({early}) == 14);
    CHECK(gaps({early, statement("a", 31, 40)}) == "15..30");
    CHECK(gaps({early, statement("a", 1, 30), statement("a", 31, 40)}).empty());
    Statement before = statement("b", 5, 9);
    before.made_on = to_day(20'004);
    CHECK(through({early, before}) == 14);
    CHECK(coverage_of({before}, {}, long_after).size() == 1);
    CHECK_FALSE(coverage_of({before}, {}, long_after).front().until);
}

TEST_CASE("coverage is that of a calendar filled in day by day", "[rules][property]") {
    holds_for_all(3, [] {
        std::vector<Statement> statements;
        std::map<std::string, std::set<int>> days;
        std::vector<int> imports;
        const int number = *rc::gen::inRange(0, 12);
        for (int i = 0; i < number; ++i) {
            const int from = *rc::gen::inRange(0, 60);
            const std::string account = *rc::gen::element<std::string>("a", "b", "c");
            Statement s = statement(account, from, from + *rc::gen::inRange(0, 9));
            const int made = from + *rc::gen::inRange(-2, 12);
            if (*rc::gen::arbitrary<bool>()) s.made_on = to_day(20'000 + made);
            const int imported = from + *rc::gen::inRange(-2, 14);
            s.recorded.entry = i;
            imports.push_back(20'000 + imported);
            statements.push_back(s);
            days[account];
            for (int day = to_int(*s.from); day <= to_int(s.until); ++day) {
                const bool is_made = s.made_on && made <= imported;
                if (is_made ? day <= 20'000 + made : day < 20'000 + imported) days[account].insert(day);
            }
        }
        const auto coverage = coverage_of(statements, {}, [&](const Statement& s) {
            return to_day(imports.at(static_cast<std::size_t>(s.recorded.entry)));
        });
        RC_ASSERT(coverage.size() == days.size());
        std::optional<int> earliest;
        for (const AccountCoverage& account : coverage) {
            const std::set<int>& held = days.at(account.account);
            RC_ASSERT(account.until.has_value() == !held.empty());
            if (held.empty()) continue;
            RC_ASSERT(to_int(*account.from) == *held.begin());
            RC_ASSERT(to_int(*account.until) == *held.rbegin());
            std::set<int> missing;
            for (int day = *held.begin(); day < *held.rbegin(); ++day) {
                if (!held.contains(day)) missing.insert(day);
            }
            std::set<int> gaps;
            for (const StatementGap& gap : account.gaps) {
                for (int day = to_int(gap.from); day <= to_int(gap.until); ++day) gaps.insert(day);
                RC_ASSERT(held.contains(to_int(gap.from) - 1) && held.contains(to_int(gap.until) + 1));
            }
            RC_ASSERT(gaps == missing);
            earliest = std::min(earliest.value_or(*held.rbegin()), *held.rbegin());
        }
        const auto known = known_through(coverage);
        RC_ASSERT(known.has_value() == earliest.has_value());
        if (known) RC_ASSERT(to_int(*known) == *earliest);  // RC_ASSERT has no short circuit
    });
}

TEST_CASE("lines of two formats are one where a reference and the rest agree", "[rules]") {
    const BankLine onec = line("115", "9901000010", "Оплата за ноябрь 2026 по договору № 12/26");
    const auto against = [&](const BankLine& other) { return likeness(onec, other, false); };
    CHECK(against(line("000115", "9901000010", "другими словами")) == Likeness::same);
    CHECK(against(line("", "9901000010", "Оплата  за ноябрь 2026")) == Likeness::same);
    CHECK(against(line("NOT-A-NUMBER", "", "Оплата за ноябрь 2026 по договору 12/26")) == Likeness::same);
    CHECK(against(line("116", "9901000010", onec.purpose)) == Likeness::different);
    CHECK(against(line("115", "9901000027", onec.purpose)) == Likeness::different);
    CHECK(against(line("", "9901000010", "Оплата за октябрь")) == Likeness::doubtful);
    CHECK(against(line("", "", "")) == Likeness::doubtful);
    BankLine dollars = onec;
    dollars.currency = "USD";
    CHECK(against(dollars) == Likeness::different);
    BankLine out = onec;
    out.direction = Direction::outgoing;
    CHECK(against(out) == Likeness::different);
    BankLine transfer = onec;  // whose payer its file shows as the firm's own, too
    transfer.direction = Direction::own_transfer;
    transfer.payer_account = "40802810900000000888";
    CHECK(against(transfer) == Likeness::same);
    transfer.payer_account = transfer.account;
    CHECK(against(transfer) == Likeness::different);
    BankLine elsewhere = onec;
    elsewhere.account = "40802810900000000888";
    CHECK(against(elsewhere) == Likeness::different);
}

TEST_CASE("lines of one format that fill the same are told apart by identity", "[rules]") {
    const BankLine first = line("115", "9901000010", "за ноябрь");
    const BankLine second = line("115", "9901000010", "за октябрь");
    CHECK(identity(first) != identity(second));
    CHECK(likeness(first, second, true) == Likeness::different);
    const BankLine sparse = line("", "9901000010", "за ноябрь");
    CHECK(likeness(first, sparse, true) == Likeness::same);
}

TEST_CASE("the bank's own reference is identity enough", "[rules]") {
    BankLine first = line("115", "9901000010", "за ноябрь");
    first.reference = "R1";
    BankLine second = first;
    second.purpose = "за ноябрь, без НДС";
    CHECK(identity(first) == identity(second));
    second.reference = "R2";
    CHECK(identity(first) != identity(second));
}

}  // namespace tracker
