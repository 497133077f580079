// SPDX-License-Identifier: MIT
// Banks' CSV files: headings, maps of columns, values, directions, and files that are not as they should be.
#include "tracker/io/bank_csv.hpp"

#include <catch2/catch.hpp>

#include "inputs.hpp"
#include "statements.hpp"

using namespace tracker;
using test::ReadStatement;
using Texts = std::vector<std::string>;

namespace {

const std::string data = std::string(TRACKER_SOURCE_DIR) + "/tests/data/bank/";
const std::string own = "40802810900000000777";

ReadStatement read(const std::string& text, const std::string& account = own,
                   const ColumnMap* map = nullptr) {
    return test::read_all(text, "a.csv", [&](Input& input, const TakeLine& take) {
        return read_bank_csv(input, map, account, take);
    });
}

ReadStatement read_with(const std::string& text, const std::string& columns) {
    const auto map = read_map(columns);
    return read(text, own, &map);
}

BankLine only(const ReadStatement& statement) {
    REQUIRE(statement.lines.size() == 1);
    return statement.lines[0];
}

std::string why(const std::string& text) {
    return test::refusal([&] { read(text); });
}

std::string why_map(const std::string& text) {
    return test::refusal([&] { read_map(text); });
}

std::string known(const Texts& headings) {
    const auto map = recognise(headings);
    return map ? to_text(*map) : "(nothing)";
}

}  // namespace

TEST_CASE("csv of an Excel export in windows-1251", "[io]") {
    const auto statement = read(test::read_file(data + "synthetic-excel-cp1251.csv"));
    CHECK(statement.format == "csv");
    CHECK(statement.encoding == "windows-1251");
    CHECK(statement.remarks == Texts{});
    CHECK(statement.accounts == Texts{own});
    REQUIRE(statement.ranges.size() == 1);
    CHECK_FALSE(statement.ranges[0].from);
    CHECK(format(statement.ranges[0].until) == "2026-11-05");
    REQUIRE(statement.lines.size() == 2);
    const auto& first = statement.lines[0];
    CHECK(first.line == 2);
    CHECK(format(first.date) == "2026-10-30");
    CHECK(first.amount == Money{1'500'000});
    CHECK(first.direction == Direction::incoming);
    CHECK(first.payer == "ООО \"Ромашка\"");
    CHECK(first.payer_tax_id == "9901000010");
    CHECK(first.payee.empty());
    CHECK(first.purpose == "Оплата бухгалтерских услуг за ноябрь 2026");
    CHECK(first.currency.empty());
    CHECK(first.raw.starts_with("30.10.2026;\"ООО \"\"Ромашка\"\"\";"));
    CHECK(first.raw.ends_with("2026\n"));
    CHECK(statement.lines[1].direction == Direction::outgoing);
    CHECK(statement.lines[1].payer.empty());
    CHECK(statement.lines[1].payee == "ПАО СБЕРБАНК");
    CHECK(statement.lines[1].payee_tax_id == "7707083893");
}

TEST_CASE("csv with an account and a type", "[io]") {
    const auto statement = read(test::read_file(data + "synthetic-tbank-style-utf8-bom.csv"), "");
    CHECK(statement.encoding == "utf-8");
    CHECK(statement.remarks == Texts{});
    CHECK(statement.accounts == Texts{own});
    REQUIRE(statement.lines.size() == 2);
    CHECK(statement.lines[0].document == "Кредит");
    CHECK(statement.lines[0].number == "115");
    CHECK(statement.lines[0].amount == Money{1'500'000});
    CHECK(statement.lines[0].purpose == "Оплата бухгалтерских услуг за ноябрь 2026; договор № 12/26");
    CHECK(statement.lines[0].payer == "ООО \"Ромашка\"");
    CHECK(statement.lines[1].direction == Direction::outgoing);
    CHECK(statement.lines[1].amount == Money{19'000});
}

TEST_CASE("csv with prose above and totals below", "[io]") {
    const auto statement = read(test::read_file(data + "csv-prose-totals.csv"), "");
    CHECK(statement.remarks ==
          Texts{"line 6: 3 rows were, the first of them here, skipped: no date (totals and the like)"});
    CHECK(statement.accounts == Texts{own});
    REQUIRE(statement.ranges.size() == 1);
    CHECK(format(*statement.ranges[0].from) == "2026-11-01");
    CHECK(format(statement.ranges[0].until) == "2026-11-23");
    REQUIRE(statement.lines.size() == 3);
    CHECK(statement.lines[0].occurrence == 0);
    CHECK(statement.lines[1].occurrence == 1);
    CHECK(statement.lines[0].payer == "ООО \"Ромашка\"");
    CHECK(statement.lines[0].payer_account == "40702810500000001001");
    CHECK(statement.lines[0].payer_tax_id == "9901000010");
    CHECK(statement.lines[0].currency == "RUB");
    CHECK(statement.lines[2].line == 9);
    CHECK(statement.lines[2].direction == Direction::outgoing);
    CHECK(statement.lines[2].payee_tax_id == "7700000016");
    CHECK(statement.lines[2].payee_account.empty());
    CHECK(statement.lines[2].purpose == "Комиссия; за ведение счёта");
    CHECK(statement.lines[2].raw.find("Комиссия;\nза ведение") != std::string::npos);
}

TEST_CASE("headings that are known, and that are not certain", "[io]") {
    CHECK(known({"Дата проводки", "Сумма по дебету", "Сумма по кредиту", "№ документа",
                 "Назначение платежа"}) ==
          "date=Дата проводки;number=№ документа;income=Сумма по кредиту;expense=Сумма по дебету;"
          "purpose=Назначение платежа");
    CHECK(known({"ДАТА", "Приход,\nруб.", "СУММА", "Контрагент - наименование"}) ==
          "date=ДАТА;amount=СУММА;payer=Контрагент - наименование;payee=Контрагент - наименование");
    CHECK(known({"Дата операции", "Дата платежа", "Статус", "Сумма операции", "Валюта операции",
                 "Сумма платежа", "Валюта платежа", "Описание"}) ==
          "date=Дата операции;amount=Сумма платежа;currency=Валюта платежа;purpose=Описание");
    CHECK(known({"Дата", "Плательщик", "Счет", "Получатель", "ИНН", "Сумма"}) ==
          "date=Дата;amount=Сумма;payer=Плательщик;payer_account=Счет;payee=Получатель;payee_tax_id=ИНН");
    CHECK(known({"Счет", "Дата", "Сумма"}) == "account=Счет;date=Дата;amount=Сумма");
    CHECK(known({"Дата", "Сумма", "ИНН", "Плательщик", "ИНН"}) == "date=Дата;amount=Сумма;payer=Плательщик");
    for (const auto& headings :
         {Texts{}, Texts{"Дата"}, Texts{"Сумма", "Приход"}, Texts{"Дата", "Дата", "Сумма"},
          Texts{"Дата", "Сумма", "Сумма"}, Texts{"Дата", "Дебет", "Кредит", "Сумма"}, Texts{"Дата", "Расход"},
          Texts{"client", "date", "amount"}, Texts{"", ";", "\x01"}}) {
        CHECK(known(headings) == "(nothing)");
    }
}

TEST_CASE("the tracker's own payments are no statement of a bank", "[io]") {
    CHECK(is_own_format({"date", "client", "amount"}));
    CHECK(is_own_format({"client", "contract", "date", "amount", "currency", "reference", "source"}));
    CHECK_FALSE(is_own_format({"date", "amount"}));
    CHECK_FALSE(is_own_format({"client", "date", "amount", "purpose"}));
    CHECK(why("client,date,amount\nA,2026-11-02,5\n") ==
          "'a.csv' holds payments as the tracker writes them, not a statement of a bank: import it as "
          "payments");
}

TEST_CASE("a map of columns as text", "[io]") {
    const std::string text = "date=Дата операции;income=Приход;purpose=Назначение";
    CHECK(to_text(read_map(text)) == text);
    CHECK(to_text(read_map(" date = День ;; income=\"a;\"\"b\"\"\" ; ")) ==
          "date=День;income=\"a;\"\"b\"\"\"");
    CHECK(to_text(read_map("date=a;amount=b=c;counterparty_tax_id=d")) ==
          "date=a;amount=b=c;payer_tax_id=d;payee_tax_id=d");
    ColumnMap odd;
    odd.date = " Дата\r\nоперации ";
    odd.amount = "\"; x";
    CHECK(read_map(to_text(odd)).date == "Дата операции");
    CHECK(read_map(to_text(odd)).amount == odd.amount);
    CHECK(why_map("date=a;incom=b") == "map of columns: no field 'incom': did you mean 'income'?");
    CHECK(why_map("date=a;date=b") == "map of columns: 'date' is given twice");
    CHECK(why_map("date=a;payer=b;amount=d;counterparty=c") == "map of columns: 'payer' is given twice");
    CHECK(why_map("date=;amount=b") == "map of columns: 'date' names no column: write it like date=Дата");
    CHECK(why_map("date") == "map of columns: 'date' names no column: write it like date=Дата");
    CHECK(why_map("amount=b") == "map of columns: no 'date': write it like date=Дата;income=Приход");
    CHECK(why_map("date=b;expense=x") ==
          "map of columns: neither 'amount' nor 'income': write it like date=Дата;income=Приход");
    CHECK(why_map("date=b;income=x;amount=y") ==
          "map of columns: 'amount' stands beside 'income' or 'expense': give the one or the others");
    CHECK(why_map("date=\"b") == "map of columns: the quote after 'date=' is never closed");
    CHECK(why_map("date=\"b\"c;amount=d") == "map of columns: 'c' stands after the closing quote of 'date'");
    CHECK(why_map("") == "map of columns: no 'date': write it like date=Дата;income=Приход");
}

TEST_CASE("a file read by a map", "[io]") {
    const auto statement =
        read_with("Выписка\nДень\tДеньги пришли\tКто\n02.11.2026\t5,5\tА\n03.11.2026\t\tБ\n",
                  "date=день;income=ДЕНЬГИ ПРИШЛИ;counterparty=кто");
    CHECK(only(statement).payer == "А");
    CHECK(only(statement).amount == Money{550});
    CHECK(statement.remarks == Texts{"line 4: 1 row was skipped: no income"});
    CHECK(test::refusal([] { read_with("a;b\n1;2\n", "date=a;amount=c"); }) ==
          "'a.csv' has not all headings of the map in one row; line 1 has 'a', 'b': name the columns: --map "
          "NAME=date=...;income=...;purpose=...");
    CHECK(test::refusal([] { read_with("a;b;a\n1;2;3\n", "date=a;amount=b"); }) ==
          "'a.csv' line 1: the heading 'a' stands twice: leave 'date' out of the map or rename one of the "
          "columns");
}

TEST_CASE("delimiters, quotes and amounts as banks write them", "[io]") {
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

TEST_CASE("dates as banks write them", "[io]") {
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

TEST_CASE("the direction of a line in csv", "[io]") {
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

TEST_CASE("own accounts and days in csv", "[io]") {
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

TEST_CASE("rows that are no lines are counted, not lost", "[io]") {
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

TEST_CASE("csv that is no statement, or malformed", "[io]") {
    CHECK(why("") == "'a.csv' is empty: export the statement again");
    CHECK(why("\xEF\xBB\xBF\r\n \r\n") == "'a.csv' is empty: export the statement again");
    CHECK(why("Foo;Bar\n1;2\n") ==
          "'a.csv' has no headings that are known; line 1 has 'Foo', 'Bar': name the columns: --map "
          "NAME=date=...;income=...;purpose=...");
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
