// SPDX-License-Identifier: MIT
// Banks' CSV files: whole files, headings that are known, maps of columns.
#include "bank_csv_files.hpp"

using namespace tracker;
using namespace tracker::test::bank_csv;
using test::ReadStatement;
using Texts = std::vector<std::string>;

TEST_CASE("csv of an Excel export in windows-1251", "[bank]") {
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

TEST_CASE("csv with an account and a type", "[bank]") {
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

TEST_CASE("csv with prose above and totals below", "[bank]") {
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

TEST_CASE("headings that are known, and that are not certain", "[bank]") {
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

TEST_CASE("the tracker's own payments are no statement of a bank", "[bank]") {
    CHECK(is_own_format({"date", "client", "amount"}));
    CHECK(is_own_format({"client", "contract", "date", "amount", "currency", "reference", "source"}));
    CHECK_FALSE(is_own_format({"date", "amount"}));
    CHECK_FALSE(is_own_format({"client", "date", "amount", "purpose"}));
    CHECK(why("client,date,amount\nA,2026-11-02,5\n") ==
          "'a.csv' holds payments as the tracker writes them, not a statement of a bank: import it as "
          "payments");
}

TEST_CASE("a map of columns as text", "[bank]") {
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

TEST_CASE("headings of more banks", "[bank]") {
    CHECK(known({"Дата проводки", "Направление", "Номер документа", "Сумма операции в рублях",
                 "Назначение платежа"}) ==
          "date=Дата проводки;number=Номер документа;amount=Сумма операции в рублях;type=Направление;"
          "purpose=Назначение платежа");
    CHECK(known({"Номер документа", "Обороты: дебет", "Обороты: кредит", "Дата операции", "Назначение"}) ==
          "date=Дата операции;number=Номер документа;income=Обороты: кредит;expense=Обороты: дебет;"
          "purpose=Назначение");
    CHECK(known({"Дата списания", "Контрагент", "Списание", "Зачисление"}) ==
          "date=Дата списания;income=Зачисление;expense=Списание;payer=Контрагент;payee=Контрагент");
    CHECK(known({"Дата исполнения", "Оборот Дт", "Оборот Кт"}) == "(nothing)");
    CHECK(known({"Дата зачисления/списания", "Поступление/Списание", "Сумма платежа в рублях"}) ==
          "date=Дата зачисления/списания;amount=Сумма платежа в рублях;type=Поступление/Списание");
    CHECK(known({"Дата", "Дебетовый оборот", "Кредитовый оборот"}) ==
          "date=Дата;income=Кредитовый оборот;expense=Дебетовый оборот");
}

TEST_CASE("the message on unknown headings holds a map to be copied", "[bank]") {
    const auto map = [](const std::string& headings) {
        const std::string message = why(headings + "\n1\n");
        const auto at = message.find("--map 'NAME=");
        return at == std::string::npos ? message : message.substr(at + 12, message.size() - at - 13);
    };
    const auto whole = map("День;Сколько пришло;ИНН;За что;От кого");
    CHECK(whole ==
          "date=День;income=Сколько пришло;counterparty_tax_id=ИНН;purpose=За что;counterparty=От кого");
    CHECK(read_map(whole).income == "Сколько пришло");
    CHECK(map("Когда;Сколько") == "date=Когда;amount=Сколько;purpose=...");
    CHECK(map("Дата-то;\"Пришло; руб\";Ушло") ==
          "date=Дата-то;income=\"Пришло; руб\";expense=Ушло;purpose=...");
    CHECK(map("x;y") == "date=...;amount=...;purpose=...");
    CHECK(map("День 'A';сумма") == "date=...;amount=сумма;purpose=...");
}

TEST_CASE("parties of csv files that hold their tax ids", "[bank]") {
    const auto line =
        only(read("Дата;Сумма;Контрагент\n05.11.2026 10:15;1,5;ИНН 7830002293 КПП 783001001 ООО Маяк\n"));
    CHECK(line.payer == "ООО Маяк");
    CHECK(line.payer_tax_id == "7830002293");
    CHECK(format(line.date) == "2026-11-05");
    const auto column = only(read("Дата;Сумма;Контрагент;ИНН\n05.11.2026;1;ООО Маяк;ИНН: 7830002293\n"));
    CHECK(column.payer_tax_id == "7830002293");
}

TEST_CASE("a file read by a map", "[bank]") {
    const auto statement =
        read_with("Выписка\nДень\tДеньги пришли\tКто\n02.11.2026\t5,5\tА\n03.11.2026\t\tБ\n",
                  "date=день;income=ДЕНЬГИ ПРИШЛИ;counterparty=кто");
    CHECK(only(statement).payer == "А");
    CHECK(only(statement).amount == Money{550});
    CHECK(statement.remarks == Texts{"line 4: 1 row was skipped: no income"});
    CHECK(test::refusal([] { read_with("a;b\n1;2\n", "date=a;amount=c"); }) ==
          "'a.csv' has not all headings of the map in one row; line 1 has 'a', 'b': name the columns, as in "
          "--map 'NAME=date=...;amount=...;purpose=...'");
    CHECK(test::refusal([] { read_with("a;b;a\n1;2;3\n", "date=a;amount=b"); }) ==
          "'a.csv' line 1: the heading 'a' stands twice: leave 'date' out of the map or rename one of the "
          "columns");
}
