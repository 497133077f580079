// SPDX-License-Identifier: MIT
// Banks' CSV files as they stream: rows across blocks, line ends, what is known only from later rows.
#include "../base/inputs.hpp"
#include "../catch.hpp"
#include "statements.hpp"
#include "tracker/bank/bank_csv.hpp"

using namespace tracker;
using test::ReadStatement;
using Texts = std::vector<std::string>;

namespace {

ReadStatement read(const std::string& text, const std::string& account = "408") {
    return test::read_all(text, "a.csv", [&](Input& input, const TakeLine& take) {
        return read_bank_csv(input, nullptr, account, take);
    });
}

std::string why(const std::string& text) {
    return test::refusal([&] { read(text); });
}

}  // namespace

TEST_CASE("a quoted cell goes on in the next block of the file", "[bank]") {
    const std::string head = "Дата;Сумма;Назначение;Плательщик\r\n02.11.2026;5;";
    const std::string end = ";Я\r\n";
    const std::string row = "03.11.2026;7;\"За \"\"учёт\"\";\r\nноябрь\n\nи декабрь\";\"А\"\r\n";
    const std::string last = "04.11.2026;9;в;Б\r\n";
    for (std::size_t of_row = 0; of_row <= row.size(); ++of_row) {  // the block ends within the row, anywhere
        std::string text = head;
        text.append(Input::block_size - head.size() - end.size() - of_row, 'x');
        text.append(end).append(row).append(last);
        const auto statement = read(text);
        REQUIRE(statement.lines.size() == 3);
        const BankLine& line = statement.lines[1];
        CHECK(line.line == 3);
        CHECK(line.amount == Money{700});
        CHECK(line.purpose == "За \"учёт\"; ноябрь и декабрь");
        CHECK(line.payer == "А");
        CHECK(line.raw == "03.11.2026;7;\"За \"\"учёт\"\";\nноябрь\n\nи декабрь\";\"А\"\n");
        CHECK(statement.lines[2].line == 7);
        CHECK(statement.remarks.empty());
    }
}

TEST_CASE("a quoted cell may be longer than a block", "[bank]") {
    std::string purpose;
    while (purpose.size() < 2 * Input::block_size) purpose += "за учёт\r\n";
    const auto statement =
        read("Дата;Сумма;Назначение\r\n02.11.2026;5;\"" + purpose + "\"\r\n03.11.2026;6;б\r\n");
    REQUIRE(statement.lines.size() == 2);
    CHECK(statement.lines[0].purpose.size() > Input::block_size);
    CHECK(statement.lines[1].amount == Money{600});
}

TEST_CASE("csv whose lines end with a lone CR", "[bank]") {
    const auto statement = read(
        "Выписка за период с 01.11.2026 по 30.11.2026\r\rДата;Сумма;\"Назначение\rплатежа\"\r"
        "02.11.2026;5;\"за\rучёт\"\r\r03.11.2026;-6;б\rИтого;;");
    REQUIRE(statement.lines.size() == 2);
    CHECK(statement.lines[0].line == 5);
    CHECK(statement.lines[0].purpose == "за учёт");
    CHECK(statement.lines[0].raw == "02.11.2026;5;\"за\nучёт\"\n");
    CHECK(statement.lines[1].line == 8);
    CHECK(statement.lines[1].direction == Direction::outgoing);
    CHECK(statement.remarks == Texts{"line 9: 1 row was skipped: no date (totals and the like)"});
    REQUIRE(statement.ranges.size() == 1);
    CHECK(format(statement.ranges[0].until) == "2026-11-30");
}

TEST_CASE("a quote that isn't closed within a mebibyte is refused where it began", "[bank]") {
    const std::string never_closed =
        "'a.csv' line 3: a quoted cell that begins in this row is never closed: add the missing quote";
    std::string rows = "Дата;Сумма;Назначение\n02.11.2026;5;а\n02.11.2026;5;\"а\n";
    while (rows.size() < (std::size_t{1} << 20) + 1000) rows += "03.11.2026;6;б\n";
    CHECK(why(rows) == never_closed);
    CHECK(why(rows + "03.11.2026;6;\"б\"\n") == never_closed);
}

TEST_CASE("headings are looked for at the beginning of the file only", "[bank]") {
    std::string above;
    for (int i = 0; i < 29; ++i) above += "проза\n\n";
    const std::string tall = "\"Дата\nоперации\";\"Сумма\nв рублях\n\n(всего)\";Назначение\n";
    CHECK(read(above + tall + "02.11.2026;5;а\n").lines.at(0).line == 64);
    CHECK(why(above + "проза\n" + tall + "02.11.2026;5;а\n").find("no headings") != std::string::npos);
    const std::string wide(std::size_t{1} << 19, 'x');
    CHECK(read(wide + "\nДата;Сумма\n02.11.2026;5\n").lines.size() == 1);
    CHECK(why(wide + "\n" + wide + "\nДата;Сумма\n02.11.2026;5\n").find("no headings") != std::string::npos);
    // What is read of a row that may be headings ends within a character here.
    std::string russian = "Дата;Сумма;x";
    for (int i = 0; i < 40'000; ++i) russian += "я";
    CHECK(read(russian + "\n02.11.2026;5;а\n").lines.size() == 1);
}

TEST_CASE("what later rows say holds for earlier ones", "[bank]") {
    const std::string signs = "Дата;Сумма;Счет плательщика;Счет получателя\n";
    CHECK(read(signs + "02.11.2026;5;1;2\n03.11.2026;-5;2;1\n").lines[0].direction == Direction::incoming);
    CHECK(read(signs + "02.11.2026;5;1;2\n03.11.2026;5;408;1\n").lines[0].direction == Direction::incoming);
    CHECK(read(signs + "02.11.2026;5;1;2\n03.11.2026;5;2;1\n").lines[0].direction == Direction::unknown);
    // A row that the bank has refused says nothing of the others.
    const std::string status = "Дата;Сумма;Счет плательщика;Счет получателя;Статус\n";
    CHECK(read(status + "02.11.2026;5;1;2;OK\n03.11.2026;-5;2;1;FAILED\n").lines[0].direction ==
          Direction::unknown);

    const std::string accounts = "Номер счета;Дата;Сумма;Контрагент;Счет\n";
    const auto transfer = read(accounts + "A01;02.11.2026;-5;Я;B02\nA01;02.11.2026;6;Он;C03\n" +
                               "B02;03.11.2026;5;Я;A01\nA01;01.11.2026;6;Он;C03\n");
    REQUIRE(transfer.lines.size() == 4);
    CHECK(transfer.lines[0].direction == Direction::own_transfer);
    CHECK(transfer.lines[1].direction == Direction::incoming);
    CHECK(transfer.lines[2].direction == Direction::own_transfer);
    CHECK(transfer.accounts == Texts{"A01", "B02"});
    REQUIRE(transfer.ranges.size() == 2);
    CHECK(format(transfer.ranges[0].until) == "2026-11-02");
    CHECK(format(transfer.ranges[1].until) == "2026-11-03");
}

TEST_CASE("a fault far down is told after the lines before it", "[bank]") {
    const auto lines_before = [](const std::string& text, const std::string& fault) {
        Input input("a.csv", text);
        int lines = 0;
        const auto reason =
            test::refusal([&] { read_bank_csv(input, nullptr, "408", [&](BankLine&&) { ++lines; }); });
        CHECK(reason.starts_with("'a.csv' line " + fault));
        return lines;
    };
    const std::string two = "Дата;Сумма;Валюта\n02.11.2026;5;RUB\n02.11.2026;6;RUB\n";
    CHECK(lines_before(two + "02.11.2026;x;RUB\n", "4: 'x' in the column 'Сумма' is not an amount") == 2);
    CHECK(lines_before(two + ";7;RUB\n02.11.2026;8;RUB\n",
                       "4: the row has an amount but no date, and rows with a date follow") == 2);
    CHECK(lines_before("за период с 23.11.2026 по 01.11.2026\n" + two, "1: the statement begins on") == 0);
    // The reading before the lines leaves their faults alone, so that the first one of the file is told.
    const std::string signs = "Дата;Сумма;Счет плательщика;Счет получателя\n02.11.2026;5;1;2\n";
    CHECK(lines_before(signs + "30.02.2026;5;1;2\n02.11.2026;x;1;2\n",
                       "3: '30.02.2026' in the column 'Дата' does not exist") == 1);
}
