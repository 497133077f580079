// SPDX-License-Identifier: MIT
// The 1C exchange format as the page on bank statements describes it: whole files, directions, ranges,
// remarks.
#include "tracker/bank/onec.hpp"

#include <filesystem>

#include "../base/inputs.hpp"
#include "../catch.hpp"
#include "statements.hpp"

using namespace tracker;
using Texts = std::vector<std::string>;

namespace {

const std::string data = std::string(TRACKER_SOURCE_DIR) + "/tests/data/bank/";
const std::string begin = "1CClientBankExchange\nДатаНачала=01.11.2026\nДатаКонца=05.11.2026\nРасчСчет=408\n";

/// A document with an incoming payment; what is given comes first, and the first of equal keys counts.
std::string document(const std::string& first = "") {
    return "СекцияДокумент=Платежное поручение\n" + first +
           "Номер=7\nДата=02.11.2026\nДатаПоступило=03.11.2026\n" +
           (first.find("Сумма") == std::string::npos ? "Сумма=100.00\n" : "") +
           "ПлательщикСчет=407\nПлательщикИНН=9901000010\nПлательщик1=Ромашка\nПолучательСчет=408\n"
           "НазначениеПлатежа=Оплата\nКонецДокумента\n";
}

test::ReadStatement read(const std::string& text) {
    return test::read_all(text, "a.txt", read_onec);
}

BankLine only_line(const std::string& first) {
    const auto statement = read(begin + document(first) + "КонецФайла\n");
    REQUIRE(statement.lines.size() == 1);
    CHECK(statement.remarks.empty());
    return statement.lines[0];
}

/// A document of nothing but what is given and an amount.
BankLine bare_line(const std::string& keys) {
    return read(begin + "СекцияДокумент=X\nСумма=1\nДата=02.11.2026\n" + keys +
                "КонецДокумента\nКонецФайла\n")
        .lines.at(0);
}

}  // namespace

TEST_CASE("one statement in three encodings reads the same", "[bank]") {
    const auto utf8 =
        test::read_all(test::read_file(data + "synthetic-client-fees-v1.03-utf8-bom.txt"), "u", read_onec);
    const auto windows =
        test::read_all(test::read_file(data + "synthetic-client-fees-v1.03-cp1251-crlf.txt"), "w", read_onec);
    const auto dos =
        test::read_all(test::read_file(data + "synthetic-client-fees-v1.03-cp866-dos.txt"), "d", read_onec);
    CHECK(utf8.encoding == "utf-8");
    CHECK(windows.encoding == "windows-1251");
    CHECK(dos.encoding == "cp866");
    for (const auto* statement : {&utf8, &windows, &dos}) {
        CHECK(statement->format == "1c");
        CHECK(statement->remarks == Texts{});
        CHECK(statement->accounts == Texts{"40802810900000000777"});
        REQUIRE(statement->ranges.size() == 1);
        CHECK(format(*statement->ranges[0].from) == "2026-10-29");
        CHECK(format(statement->ranges[0].until) == "2026-11-05");
        REQUIRE(statement->lines.size() == utf8.lines.size());
        for (std::size_t i = 0; i < utf8.lines.size(); ++i) {
            CHECK(statement->lines[i].raw == utf8.lines[i].raw);
            CHECK(statement->lines[i].line == utf8.lines[i].line);
        }
    }
}

TEST_CASE("a line holds what the bank said", "[bank]") {
    const auto statement =
        test::read_all(test::read_file(data + "synthetic-client-fees-v1.03-cp1251-crlf.txt"), "w", read_onec);
    REQUIRE(statement.lines.size() == 5);
    const auto& first = statement.lines[0];
    CHECK(first.line == 20);
    CHECK(first.document == "Платежное поручение");
    CHECK(first.account == "40802810900000000777");
    CHECK(format(first.date) == "2026-10-30");
    CHECK(first.number == "115");
    CHECK(first.amount == Money{1'500'000});
    CHECK(first.direction == Direction::incoming);
    CHECK(first.payer == "ООО \"Ромашка\"");
    CHECK(first.payer_account == "40702810500000001001");
    CHECK(first.payer_tax_id == "9901000010");
    CHECK(first.payee == "ИП Бухгалтерова Мария Ивановна");
    CHECK(first.payee_tax_id == "990000000115");
    CHECK(first.purpose ==
          "Оплата бухгалтерских услуг за ноябрь 2026 по договору № 12/26 от 01.02.2026. НДС не облагается");
    CHECK(first.raw.find("СекцияДокумент=Платежное поручение\nНомер=115\n") == 0);
    CHECK(first.raw.find('\r') == std::string::npos);
    CHECK(first.raw.substr(first.raw.rfind("ПолучательКПП")) == "ПолучательКПП=\nКонецДокумента\n");
    CHECK(statement.lines[1].purpose == "Предоплата за ноябрь по договору №7-БУ=2026; часть 1. Без НДС");
    CHECK(statement.lines[3].purpose == "Абонентская плата ноябрь");
    CHECK(statement.lines[3].amount == Money{1'050'050});
    CHECK(statement.lines[4].direction == Direction::outgoing);
    CHECK(statement.lines[4].account == "40802810900000000777");
}

TEST_CASE("line ends, unknown keys and order don't matter", "[bank]") {
    const auto text = begin + document("Выдумка=1\nНомер = БА8170433 \n") + "КонецФайла";
    std::string crlf;
    for (const char c : text) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
    std::string mixed = text;
    mixed.replace(mixed.find("\nСумма"), 1, "\r\n\r\n");
    for (const auto& file : {text, crlf, mixed, "\xEF\xBB\xBF" + crlf + "\r\n\r\n\x1A", "\n" + text}) {
        const auto statement = read(file);
        CHECK(statement.remarks == Texts{});
        REQUIRE(statement.lines.size() == 1);
        CHECK(statement.lines[0].number == "БА8170433");
        CHECK(statement.lines[0].amount == Money{10'000});
    }
}

TEST_CASE("amounts as banks write them", "[bank]") {
    const auto amount = [](const std::string& text) {
        return only_line("Сумма=" + text + "\n").amount.minor;
    };
    CHECK(amount("15000.00") == 1'500'000);
    CHECK(amount("10000") == 1'000'000);
    CHECK(amount("1,5") == 150);
    CHECK(amount("3 500,50") == 350'050);
    CHECK(amount("3\u00a0500,50") == 350'050);
    const auto why = [&](const std::string& text) { return test::refusal([&] { amount(text); }); };
    CHECK(why("1.234") == "'a.txt' line 6: amount '1.234' has more than two decimals: write 6000 or 6000.50");
    CHECK(why("-5.00") ==
          "'a.txt' line 6: amount '-5.00' is negative: the accounts of a line say which way it went, "
          "not a sign");
    CHECK(why("a\x1b") == "'a.txt' line 6: amount 'a�' is not an amount: write 6000 or 6000.50");
    CHECK(why("") == "'a.txt' line 5: the document that begins here has no amount ('Сумма')");
}

TEST_CASE("the booking date is the day of receipt, else the document's", "[bank]") {
    CHECK(format(only_line("").date) == "2026-11-03");
    CHECK(format(bare_line("ДатаПоступило=\nДатаСписано=01.11.2026\n").date) == "2026-11-02");
    CHECK(test::refusal([] { only_line("ДатаПоступило=30.02.2026\n"); }) ==
          "'a.txt' line 6: date '30.02.2026' does not exist or is not written like 05.11.2026");
    CHECK(test::refusal([] { only_line("Дата=2.11.2026\n"); }) ==
          "'a.txt' line 6: date '2.11.2026' does not exist or is not written like 05.11.2026");
    CHECK(test::refusal([] {
              read(begin + "СекцияДокумент=X\nСумма=1\nДатаСписано=01.11.2026\nКонецДокумента\nКонецФайла\n");
          }) == "'a.txt' line 5: the document that begins here has no date ('ДатаПоступило' or 'Дата')");
}

TEST_CASE("the accounts decide the direction, the dates only where neither is known", "[bank]") {
    const std::string both = "ДатаПоступило=03.11.2026\nДатаСписано=03.11.2026\n";
    const auto direction = [](const std::string& keys) { return bare_line(keys).direction; };
    CHECK(direction("ПлательщикСчет=408\nПолучательСчет=1\n" + both) == Direction::outgoing);
    CHECK(direction("ПлательщикРасчСчет=408\nПолучательРасчСчет=1\n" + both) == Direction::outgoing);
    CHECK(direction("ПлательщикСчет=1\nПолучательСчет=408\n" + both) == Direction::incoming);
    CHECK(direction("ПлательщикРасчСчет=1\nПолучательРасчСчет=408\n" + both) == Direction::incoming);
    CHECK(direction("ПлательщикСчет=1\nПлательщикРасчСчет=408\nПолучательСчет=2\n" + both) ==
          Direction::incoming);
    CHECK(direction("ПлательщикСчет=408\nПолучательСчет=408\n" + both) == Direction::own_transfer);
    CHECK(direction("ПлательщикСчет=1\nПолучательСчет=2\nДатаПоступило=03.11.2026\n") == Direction::incoming);
    CHECK(direction("ПлательщикСчет=1\nПолучательСчет=2\nДатаСписано=03.11.2026\n") == Direction::outgoing);
    CHECK(bare_line("ПлательщикСчет=1\nДатаСписано=03.11.2026\n").account == "408");
    const auto mixed =
        read(begin + document() + "СекцияДокумент=X\nСумма=1\nДата=02.11.2026\nКонецДокумента\nКонецФайла\n");
    CHECK(mixed.lines.at(1).direction == Direction::unknown);
    CHECK(mixed.lines.at(1).account == "408");
}

TEST_CASE("the payer's name and tax id, the purpose and its parts", "[bank]") {
    CHECK(bare_line("Плательщик=ИНН 9901000010 ООО \"Ромашка\"\nДатаСписано=1\n").payer == "ООО \"Ромашка\"");
    CHECK(bare_line("Плательщик=ИНН Ромашка\nПлательщик1=\nДатаСписано=1\n").payer == "ИНН Ромашка");
    CHECK(bare_line("Плательщик=ИНН 12 А\nПлательщик1=Б\nДатаСписано=1\n").payer == "Б");
    CHECK(bare_line("ПлательщикИНН=0\nДатаСписано=1\n").payer_tax_id.empty());
    CHECK(bare_line("НазначениеПлатежа=А=Б; \"В\"\nНазначениеПлатежа1=А\nДатаСписано=1\n").purpose ==
          "А=Б; \"В\"");
    CHECK(bare_line("НазначениеПлатежа=\nНазначениеПлатежа2=Б\nНазначениеПлатежа1=А\nНазначениеПлатежа6=В\n"
                    "ДатаСписано=1\n")
              .purpose == "А Б В");
}

TEST_CASE("equal lines of one file are counted", "[bank]") {
    const auto statement = read(begin + document() + document("Номер=8\n") + document() + document() +
                                document("НазначениеПлатежа=Иное\n") + "КонецФайла\n");
    std::vector<int> occurrences;
    for (const auto& line : statement.lines) occurrences.push_back(line.occurrence);
    CHECK(occurrences == std::vector<int>{0, 0, 1, 2, 0});
}

TEST_CASE("whether bytes look like this format", "[bank]") {
    CHECK(looks_like_onec("1CClientBankExchange\r\n"));
    CHECK(looks_like_onec("\xEF\xBB\xBF\r\n1CClientBankExchange"));
    CHECK_FALSE(looks_like_onec("client,date,amount\n"));
    CHECK_FALSE(looks_like_onec(""));
}
