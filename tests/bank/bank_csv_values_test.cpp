// SPDX-License-Identifier: MIT
// Banks' CSV files: values, directions, own accounts, and files that are not as they should be.
#include "bank_csv_files.hpp"

using namespace tracker;
using namespace tracker::test::bank_csv;
using test::ReadStatement;
using Texts = std::vector<std::string>;

TEST_CASE("delimiters, quotes and amounts as banks write them", "[bank]") {
    const auto amount = [](const std::string& cell) {
        return only(read("Дата;Сумма\n02.11.2026;" + cell + "\n"));
    };
    for (const auto& cell : {"15 000,00", "15\u00a0000,00", "15\u202f000.00", "\"15000,0\"", " 15000 ",
                             "15 000,00 руб.", "+15000 RUR", "15000\u00a0₽", "=\"15000\""}) {
        CHECK(amount(cell).amount == Money{1'500'000});
        CHECK(amount(cell).direction == Direction::incoming);
    }
    CHECK(amount("5 руб").currency == "RUB");
    CHECK(amount("5 usd").currency == "USD");
    CHECK(amount("-5").direction == Direction::outgoing);
    CHECK(amount("\u2212 5,00 ₽").amount == Money{500});
    CHECK(only(read("Дата,Сумма\n02.11.2026,\"5,50\"\n")).amount == Money{550});
    CHECK(only(read("Дата\tСумма, руб.\n02.11.2026\t5,50\n")).amount == Money{550});
    CHECK(only(read("Дата;Сумма;Назначение, основание\n02.11.2026;5,50;а,б\n")).amount == Money{550});
    CHECK(only(read("Дата;Сумма;Назначение\n02.11.2026;5;ООО \"А\"\n")).purpose == "ООО \"А\"");
    CHECK(only(read("Дата;Сумма;Валюта\n02.11.2026;5;810\n")).currency == "RUB");
    CHECK(why("Дата;Сумма;Валюта\n02.11.2026;5;тугрик\n") ==
          "'a.csv' line 2: 'тугрик' in the column 'Валюта' is no currency: three letters are, as in RUB");
    CHECK(why("Дата;Сумма;Валюта\n02.11.2026;5 руб;USD\n") ==
          "'a.csv' line 2: 'USD' in the column 'Валюта' is not the currency of the amount, RUB");
    CHECK(why("Дата;Сумма\n02.11.2026;1.234\n") ==
          "'a.csv' line 2: '1.234' in the column 'Сумма' has more than two decimals: write 6000 or 6000.50");
    for (const auto& cell : {"--5", "5-", "5 коров", "abc", "(5)", "5 5", "=A1", "1e5"}) {
        CHECK(why(std::string("Дата;Сумма\n02.11.2026;") + cell + "\n").find("is not an amount") !=
              std::string::npos);
    }
    CHECK(why("Дата;Сумма\n02.11.2026;99999999999999999999\n").find("largest amount") != std::string::npos);
    CHECK(
        why("Дата;Сумма\n02.11.2026;\n") ==
        "'a.csv' line 2: '' in the column 'Сумма' is no amount, though the row has a date: export it again");
}

TEST_CASE("dates as banks write them", "[bank]") {
    const auto date = [](const std::string& cell) {
        return format(only(read("Дата;Сумма\n" + cell + ";5\n")).date);
    };
    for (const auto& cell : {"02.11.2026", "02.11.26", "2026-11-02", "02.11.2026 10:15",
                             "2026-11-02T10:15:00Z", "02.11.2026, 10:15:00"}) {
        CHECK(date(cell) == "2026-11-02");
    }
    for (const auto& cell :
         {"30.02.2026", "2.11.2026", "02.11.2026 x", "02.11.2026 ", "20261102", "02/11/2026"}) {
        if (std::string(cell).ends_with(' ')) continue;
        CHECK(why(std::string("Дата;Сумма\n") + cell + ";5\n") ==
              "'a.csv' line 2: '" + std::string(cell) +
                  "' in the column 'Дата' does not exist or is not written like 05.11.2026");
    }
}

TEST_CASE("the direction of a line in csv", "[bank]") {
    const auto by_type = [](const std::string& type, const std::string& amount = "5") {
        return only(read("Дата;Сумма;Тип операции\n02.11.2026;" + amount + ";" + type + "\n")).direction;
    };
    for (const auto& type : {"Кредит", "Пополнение", "ПРИХОД", "Поступление средств", "Зачисление", "Credit",
                             "C", "CRDT", "Входящий платёж"}) {
        CHECK(by_type(type) == Direction::incoming);
    }
    for (const auto& type : {"Дебет", "Списание", "Расход", "Debit", "D", "DBIT"}) {
        CHECK(by_type(type) == Direction::outgoing);
        CHECK(by_type(type, "-5") == Direction::outgoing);
    }
    CHECK(by_type("Платёжное поручение") == Direction::unknown);
    CHECK(by_type("Платёжное поручение", "-5") == Direction::outgoing);
    CHECK(by_type("") == Direction::incoming);
    CHECK(why("Дата;Сумма;Тип\n02.11.2026;-5;Кредит\n").find("is negative, but the type says 'Кредит'") !=
          std::string::npos);
    CHECK(
        why("Дата;Приход;Расход\n02.11.2026;5;6\n") ==
        "'a.csv' line 2: '5' in the column 'Приход' stands beside an expense in one row: a line goes one way "
        "only");
    CHECK(why("Дата;Приход;Расход\n02.11.2026;-5;\n").find("is negative") != std::string::npos);
    CHECK(why("Дата;Приход;Расход\n02.11.2026;;\n").find("is no amount") != std::string::npos);
    CHECK(only(read("Дата;Приход;Расход\n02.11.2026;;-5\n")).direction == Direction::outgoing);
    CHECK(only(read("Дата;Приход;Расход\n02.11.2026;0,00;0,00\n")).direction == Direction::unknown);

    const std::string accounts = "Дата;Сумма;Счет плательщика;Счет получателя\n";
    CHECK(only(read(accounts + "02.11.2026;5;1;" + own + "\n")).direction == Direction::incoming);
    CHECK(only(read(accounts + "02.11.2026;5;" + own + ";1\n")).direction == Direction::outgoing);
    const auto strangers = read(accounts + "02.11.2026;5;1;2\n");
    CHECK(only(strangers).direction == Direction::unknown);
    CHECK(strangers.remarks == Texts{"line 2: of 1 line it can't be told whether the money came or went"});
    const auto marked = read(accounts + "02.11.2026;5;1;2\n03.11.2026;-5;2;1\n");
    CHECK(marked.lines.at(0).direction == Direction::incoming);
}

TEST_CASE("own accounts and days in csv", "[bank]") {
    const auto nameless = read("Дата;Сумма\n02.11.2026;5\n", "");
    CHECK(nameless.accounts == Texts{});
    CHECK(nameless.remarks == Texts{"the file names no account of its own: say whose statement it is"});
    REQUIRE(nameless.ranges.size() == 1);
    const auto prose = [](const std::string& text) {
        const auto statement = read(text + "\nДата;Сумма\n02.11.2026;5\n", "");
        std::string out;
        for (const auto& range : statement.ranges)
            out += range.account + " " + (range.from ? format(*range.from) : "") + ".." + format(range.until);
        return out;
    };
    CHECK(prose("Счёт " + own + "\nза период с 01 ноября 2026 г. по 23 ноября 2026 г.") ==
          own + " 2026-11-01..2026-11-23");
    CHECK(prose("Период:;01.11.2026;-;23.11.2026") == " 2026-11-01..2026-11-23");
    CHECK(prose("Выписка от 24.11.2026 за период с 2026-11-01 по 2026-11-23") == " 2026-11-01..2026-11-23");
    CHECK(prose("Договор от 01.11.2026, лицензия от 23.11.2026") == " ..2026-11-02");
    CHECK(prose("Счета " + own + " и 40702810500000001001") == " ..2026-11-02");
    CHECK(prose("ООО \"Ромашка, \" x\n1,2,\"3") == " ..2026-11-02");
    CHECK(why("за период с 23.11.2026 по 01.11.2026\nДата;Сумма\n") ==
          "'a.csv' line 1: the statement begins on 2026-11-23, after its end on 2026-11-01: export it again");
    const auto empty = read("за период с 01.11.2026 по 23.11.2026\nДата;Сумма\n");
    CHECK(empty.accounts == Texts{own});
    CHECK(empty.ranges.size() == 1);
    const auto two =
        read("Номер счета;Дата;Сумма;Контрагент;Счет\nA01;02.11.2026;-5;Я;B02\nB02;01.11.2026;5;Я;A01\n");
    CHECK(two.accounts == Texts{"A01", "B02"});
    CHECK(two.ranges.size() == 2);
    CHECK(two.lines.at(0).direction == Direction::own_transfer);
    CHECK(two.lines.at(1).direction == Direction::own_transfer);
}

TEST_CASE("rows that are no lines are counted, not lost", "[bank]") {
    const auto failed =
        read("Дата;Сумма;Статус\n02.11.2026;5;FAILED\n02.11.2026;6;OK\n02.11.2026;7;В обработке\n");
    CHECK(only(failed).amount == Money{600});
    CHECK(
        failed.remarks ==
        Texts{"line 2: 2 rows were, the first of them here, skipped: refused by the bank or not booked yet"});
    CHECK(read("Дата;Сумма\n;5\n").lines.empty());
    CHECK(
        why("Дата;Сумма\n;5\n02.11.2026;6\n") ==
        "'a.csv' line 2: the row has an amount but no date, and rows with a date follow: give it its date or "
        "take it out");
    CHECK(only(read("Дата;Сумма\nИтого за 01.11;5\n02.11.2026;6\n")).amount == Money{600});
}

TEST_CASE("csv that is no statement, or malformed", "[bank]") {
    CHECK(why("") == "'a.csv' is empty: export the statement again");
    CHECK(why("\xEF\xBB\xBF\r\n \r\n") == "'a.csv' is empty: export the statement again");
    CHECK(why("Foo;Bar\n1;2\n") ==
          "'a.csv' has no headings that are known; line 1 has 'Foo', 'Bar': name the columns, as in "
          "--map 'NAME=date=...;amount=...;purpose=...'");
    CHECK(why("a;\x1b[31m\n").find('\x1b') == std::string::npos);
    CHECK(
        why("Дата;Сумма;Назначение\n02.11.2026;5;а;б\n") ==
        "'a.csv' line 2: 'б' stands in cell 4, but there are 3 headings: put a cell that holds the delimiter "
        "in quotes");
    CHECK(why("Дата;Сумма\n02.11.2026;\"5\n\n") ==
          "'a.csv' line 2: a quoted cell that begins in this row is never closed: add the missing quote");
    CHECK(
        why("Дата;Сумма\r\n02.11.2026;\"5\" x\r\n") ==
        "'a.csv' line 2: 'x' stands after the closing quote of a cell: write each quote within a quoted cell "
        "twice");
    std::string deep;
    for (int i = 0; i < 30; ++i) deep += "x\n";
    CHECK(why(deep + "Дата;Сумма\n02.11.2026;5\n").find("no headings") != std::string::npos);
    CHECK(why(std::string(1'000'000, '"')).find("no headings") != std::string::npos);
    CHECK(why(std::string(1'000'000, ';')).find("no headings") != std::string::npos);
    const std::string good =
        "Дата;Сумма;Тип;Контрагент\n02.11.2026 10:00;\"5,5 руб\";Кредит;\"А \"\"Б\"\"\"\n";
    for (std::size_t i = 0; i <= good.size(); ++i) {  // any cut and any byte: a statement or a refusal
        why(good.substr(0, i));
        for (const char c : {'"', ';', '\n', '\r', '\t', ' ', '=', '-', '\xFF', '9'}) {
            auto spoilt = good;
            spoilt.insert(i, 1, c);
            why(spoilt);
        }
    }
}
