// SPDX-License-Identifier: MIT
// 1C files with faults: what is read on from and said, what is refused, and ranges and sums that don't add
// up.
#include <filesystem>

#include "../base/inputs.hpp"
#include "../catch.hpp"
#include "statements.hpp"
#include "tracker/bank/onec.hpp"

using namespace tracker;
using Texts = std::vector<std::string>;

namespace {

const std::string header = "1CClientBankExchange\n";
const std::string account = "РасчСчет=408\n";
const std::string first_document =
    "СекцияДокумент=X\nНомер=1\nДата=02.11.2026\nДатаПоступило=03.11.2026\nСумма=100.00\nПлательщикСчет=1\n"
    "ПолучательСчет=408\nНазначениеПлатежа=Оплата\n";
const std::string second_document =
    "СекцияДокумент=X\nНомер=2\nДата=04.11.2026\nДатаСписано=04.11.2026\nСумма=30.50\nПлательщикСчет=408\n"
    "ПолучательСчет=1\nНазначениеПлатежа=Комиссия\n";
const std::string over = "КонецДокумента\n";
const std::string end = "КонецФайла\n";

test::ReadStatement read(const std::string& text) {
    return test::read_all(text, "a.txt", read_onec);
}

std::string why(const std::string& text) {
    return test::refusal([&] { read(text); });
}

std::string ranges_of(const test::ReadStatement& statement) {
    std::string out;
    for (const auto& range : statement.ranges) {
        out +=
            range.account + " " + (range.from ? format(*range.from) : "") + ".." + format(range.until) + ";";
    }
    return out;
}

/// What the reader says of a file of others: lines and remarks, or why not.
std::string outcome(const std::filesystem::path& path) {
    try {
        const auto statement =
            test::read_all(test::read_file(path.string()), path.filename().string(), read_onec);
        return std::to_string(statement.lines.size()) + " lines, " +
               std::to_string(statement.remarks.size()) + " remarks";
    } catch (const InputError& error) {
        return error.what();
    }
}

}  // namespace

TEST_CASE("missing ends are read on from, and said", "[bank]") {
    CHECK(read(header + account + first_document + second_document + over + end).remarks ==
          Texts{"line 11: 'КонецДокумента' is missing before this line"});
    CHECK(read(header + account + first_document + end).remarks ==
          Texts{"line 11: 'КонецДокумента' is missing before this line"});
    const auto open = read(header + account + first_document + over + second_document + over);
    CHECK(open.lines.size() == 2);
    CHECK(
        open.remarks ==
        Texts{"line 20: the file ends without 'КонецФайла': lines may be missing, compare it with the bank"});
    const auto both = read(header + account + first_document);
    CHECK(both.lines.at(0).raw == first_document);
    CHECK(both.remarks.size() == 2);
    CHECK(read(header + "СекцияРасчСчет\n" + account + first_document + over + end).remarks ==
          Texts{"line 4: 'КонецРасчСчет' is missing before this line"});
    CHECK(read(header + account + "СекцияДокумент\n" + first_document.substr(first_document.find("Номер")) +
               over + end)
              .remarks == Texts{"line 3: 'СекцияДокумент' doesn't say what kind of document it is"});
    CHECK(read(header + account + first_document + over + over + end).remarks ==
          Texts{"line 12: 'КонецДокумента' ends nothing"});
}

TEST_CASE("a purpose that a line break has split is joined", "[bank]") {
    const auto statement =
        read(header + account + first_document + "по договору 5\n" + over + "мусор\n" + end);
    CHECK(statement.lines.at(0).purpose == "Оплата по договору 5");
    CHECK(statement.remarks == Texts{"line 11: 'по договору 5' has no '=': read as part of the purpose",
                                     "line 13: 'мусор' has no '=': not read"});
}

TEST_CASE("a file that was cut off is refused", "[bank]") {
    const auto cut = [](const std::string& text) {
        return why(text).find("was cut off, export it again") != std::string::npos;
    };
    CHECK(
        why(header + account + first_document + "ПлательщикКП") ==
        "'a.txt' line 11: the file ends within a document ('ПлательщикКП'): it was cut off, export it again");
    CHECK(cut(header + account + first_document.substr(0, first_document.size() - 1)));
    CHECK(cut(header + account + "СекцияДокумент=X\nСумма=100.00\nДата=02.11.2026\n"));
    CHECK(cut(header + account + first_document + over + "СекцияДок"));
    CHECK(cut(header + "СекцияРасчСчет\n" + account));
    CHECK(cut(header + account));
    CHECK(cut(header));
}

TEST_CASE("a file cut off at any byte is refused, or read on from with a remark", "[bank]") {
    const auto whole = header + account + first_document + over + second_document + over + end;
    const auto lines = read(whole).lines;
    for (std::size_t size = 0; size + 1 < whole.size(); ++size) {
        CAPTURE(size);
        test::ReadStatement statement;
        try {
            statement = read(whole.substr(0, size));
        } catch (const InputError&) {
            continue;
        }
        CHECK_FALSE(statement.remarks.empty());
        REQUIRE(statement.lines.size() <= lines.size());
        for (std::size_t i = 0; i < statement.lines.size(); ++i) {
            CHECK(statement.lines[i].amount == lines[i].amount);
            CHECK(statement.lines[i].purpose == lines[i].purpose);
        }
    }
}

TEST_CASE("what is no statement is refused", "[bank]") {
    CHECK(why("") == "'a.txt' is no 1C exchange file: its first line must be '1CClientBankExchange'");
    CHECK(why("client,date\n") ==
          "'a.txt' is no 1C exchange file: its first line must be '1CClientBankExchange'");
    CHECK(why(header + first_document + over + end) ==
          "'a.txt' names no account of its own ('РасчСчет'): export the statement of one account or more");
    CHECK(why(header + account + "СекцияДокумент=X\nНомер=1\nДата=02.11.2026\nДатаПоступило=\nСумма=1\n" +
              over + end) ==
          "'a.txt' holds payment orders for the bank, not a statement: export the statement of the account");
    CHECK(why(header + account + end + header) ==
          "'a.txt' line 4: the file goes on after 'КонецФайла': give one statement a file");
    CHECK(why(header + account + "Сумма=5\n" + end) ==
          "'a.txt' line 3: 'Сумма=5' stands outside any document: a 'СекцияДокумент' is missing");
    CHECK(why(header + account + first_document + "Сумма=5\n" + over + end) ==
          "'a.txt' line 11: a second 'Сумма=5' in the document of line 3: a 'СекцияДокумент' is missing");
}

TEST_CASE("ranges come from the sections, else the header, else the lines", "[bank]") {
    const std::string dates = "ДатаНачала=01.11.2026\nДатаКонца=05.11.2026\n";
    const std::string section =
        "СекцияРасчСчет\nДатаНачала=02.11.2026\nДатаКонца=04.11.2026\n" + account + "КонецРасчСчет\n";
    const std::string rest = first_document + over + second_document + over + end;
    const std::string later =
        "СекцияРасчСчет\nДатаНачала=05.11.2026\nДатаКонца=09.11.2026\n" + account + "КонецРасчСчет\n";
    CHECK(ranges_of(read(header + dates + account + section + rest)) == "408 2026-11-01..2026-11-05;");
    CHECK(ranges_of(read(header + dates + section + rest)) == "408 2026-11-01..2026-11-05;");
    CHECK(ranges_of(read(header + dates + section + later + rest)) ==
          "408 2026-11-01..2026-11-05;408 2026-11-05..2026-11-09;");
    CHECK(ranges_of(read(header + section + later + rest)) ==
          "408 2026-11-02..2026-11-04;408 2026-11-05..2026-11-09;");
    CHECK(ranges_of(read(header + dates + "РасчСчет=409\n" + section + rest)) ==
          "409 2026-11-01..2026-11-05;408 2026-11-02..2026-11-04;");
    CHECK(ranges_of(read(header + "ДатаНачала=31.11.2026\nДатаКонца=01.11.2026\n" + section + rest)) ==
          "408 2026-11-02..2026-11-04;");
    CHECK(ranges_of(read(header + dates + account + rest)) == "408 2026-11-01..2026-11-05;");
    CHECK(ranges_of(read(header + dates + account + "РасчСчет=409\n" + end)) ==
          "408 2026-11-01..2026-11-05;409 2026-11-01..2026-11-05;");
    CHECK(ranges_of(read(header + dates + account + "РасчСчет=409\n" + section + end)) ==
          "408 2026-11-01..2026-11-05;409 2026-11-01..2026-11-05;");
    CHECK(ranges_of(read(header + account + rest)) == "408 ..2026-11-04;");
    CHECK(ranges_of(read(header + "ДатаНачала=01.11.2026\n" + account + rest)) ==
          "408 2026-11-01..2026-11-04;");
    CHECK(ranges_of(read(header + account + end)).empty());
    CHECK(why(header + "ДатаНачала=06.11.2026\nДатаКонца=05.11.2026\n" + account + end) ==
          "'a.txt' line 3: the statement begins on 2026-11-06, after its end on 2026-11-05: export it again");
    CHECK(why(header + "ДатаНачала=31.11.2026\n" + account + end) ==
          "'a.txt' line 2: date '31.11.2026' does not exist or is not written like 05.11.2026");
    CHECK(
        read(header + "ДатаСоздания=04.11.2026\n" + dates + account + end).remarks ==
        Texts{"the range ends on 2026-11-05, but the file was made on 2026-11-04: it speaks for no day after "
              "that"});
}

TEST_CASE("the day on which a 1C file was made goes with its ranges", "[bank]") {
    const std::string dates = "ДатаНачала=01.11.2026\nДатаКонца=05.11.2026\n";
    const auto made = [&](const std::string& day, const std::string& rest = end) {
        const auto statement = read(header + "ДатаСоздания=" + day + "\n" + dates + account + rest);
        const auto& range = statement.ranges.at(0);
        return (range.made_on ? format(*range.made_on) : "unknown") +
               (statement.remarks.empty() ? "" : ": " + statement.remarks.at(0));
    };
    CHECK(made("05.11.2026") == "2026-11-05");
    CHECK(made("06.11.2026 10:15:00") == "2026-11-06");
    CHECK(made("") == "unknown");
    CHECK(made("вчера") == "unknown");
    CHECK(
        made("31.10.2026") ==
        "2026-10-31: the file says that it was made on 2026-10-31, before its range begins on 2026-11-01: it "
        "speaks for no day");
    CHECK(made("31.10.2026", first_document + over + end) ==
          "unknown: the file says that it was made on 2026-10-31, before its range begins on 2026-11-01, and "
          "holds lines of later days: that day is not believed");
}

TEST_CASE("lines far outside the range are taken, and said", "[bank]") {
    const std::string dates = "ДатаНачала=01.11.2026\nДатаКонца=05.11.2026\n";
    const auto remarks = [&](const std::string& day) {
        auto document = first_document;
        document.replace(document.find("03.11.2026"), 10, day);
        const auto statement =
            read(header + dates + account + document + over + second_document + over + end);
        CHECK(statement.lines.size() == 2);
        return statement.remarks;
    };
    CHECK(remarks("06.12.2026") == Texts{});
    CHECK(remarks("01.10.2026") == Texts{});
    CHECK(
        remarks("07.12.2026") ==
        Texts{
            "line 5: a line is dated 2026-12-07, over a month outside 2026-11-01 to 2026-11-05: look whether "
            "the date is right"});
    CHECK(remarks("30.09.2026 23:59").size() == 1);
}

TEST_CASE("what is not the 1C format under its name is refused, never an empty statement", "[bank]") {
    const std::string dates = "ДатаНачала=01.11.2026\nДатаКонца=05.11.2026\n";
    CHECK(why(header + dates + account + "СЕКЦИЯРАСЧСЧЕТ\n" + account + "КОНЕЦРАСЧСЧЕТ\n" + end) ==
          "'a.txt' line 5: 'СЕКЦИЯРАСЧСЧЕТ' is no section of the 1C format, which has 'СекцияРасчСчет' and "
          "'СекцияДокумент': the bank writes another one under its name, export the statement as camt.053 or "
          "CSV");
    for (const std::string word : {"секциядокумент=x", "СекцияПлатеж=1", "Секция Документ=x",
                                   "КОНЕЦДОКУМЕНТА", "КонецФайлА", "СекцияРасчСчёт"}) {
        CAPTURE(word);
        CHECK(why(header + dates + account + word + "\n" + end).find("is no section of the 1C format") !=
              std::string::npos);
    }
    CHECK(why(header + account + first_document + "КОНЕЦДОКУМЕНТА\n" + end)
              .find("line 11: 'КОНЕЦДОКУМЕНТА' is no section") != std::string::npos);
    CHECK(read(header + account + first_document + "Конец года\nконец\n" + over + end).lines.at(0).purpose ==
          "Оплата Конец года конец");
    CHECK(why(header + dates + account + over + end) ==
          "'a.txt' line 5: 'КонецДокумента' ends nothing: what it should end is not in a form that is read, "
          "export "
          "the statement again");
    CHECK(why(header + dates + account + "КонецРасчСчет\n" + end).find("'КонецРасчСчет' ends nothing") !=
          std::string::npos);
    CHECK(why(header + dates + account + "СуммаПриход=7\n" + end) ==
          "'a.txt' line 5: 'СуммаПриход=7' stands outside any document: a 'СекцияДокумент' is missing");
    CHECK(read(header + "Получатель=1С:Бухгалтерия\n" + dates + account + end).remarks == Texts{});
}

TEST_CASE("totals and balances of money against no line are refused", "[bank]") {
    const std::string dates = "ДатаНачала=01.11.2026\nДатаКонца=05.11.2026\n";
    const auto outcome = [&](const std::string& totals, const std::string& documents) {
        return why(header + dates + "СекцияРасчСчет\n" + account + totals + "КонецРасчСчет\n" + documents +
                   end);
    };
    const std::string out = second_document + over;
    const std::string in = first_document + over;
    CHECK(outcome("ВсегоПоступило=7000\n", "") ==
          "'a.txt' says of account 408 ВсегоПоступило 7000.00, but holds no line of it: its "
          "lines were "
          "left out, or are not in a form that is read: export the statement again, or as camt.053 or CSV");
    CHECK(outcome("ВсегоПоступило=7000\n", out) == "(no refusal)");  // a trimmed file has some lines
    CHECK(outcome("ВсегоПоступило=7000\n", in) == "(no refusal)");
    CHECK(outcome("ВсегоПоступило=0\nВсегоСписано=0.00\n", "") == "(no refusal)");
    CHECK(outcome("ВсегоСписано=5\n", "").find("says of account 408 ВсегоСписано 5.00") != std::string::npos);
    CHECK(outcome("ВсегоСписано=5\n", in) == "(no refusal)");
    CHECK(outcome("НачальныйОстаток=1\nКонечныйОстаток=7001,00\n", "")
              .find("says of account 408 that the balance went from 1.00 to 7001.00, but holds no line") !=
          std::string::npos);
    CHECK(outcome("НачальныйОстаток=1\nКонечныйОстаток=1.00\n", "") == "(no refusal)");
    CHECK(why(header + dates + account + "ВсегоПоступило=7000\n" + end).find("ВсегоПоступило 7000.00, but") !=
          std::string::npos);
}

TEST_CASE("control sums that differ are told with both figures", "[bank]") {
    const auto remarks = [](const std::string& in, const std::string& out) {
        return read(header + "СекцияРасчСчет\n" + account + "ВсегоПоступило=" + in + "\nВсегоСписано=" + out +
                    "\nКонецРасчСчет\n" + first_document + over + second_document + over + end)
            .remarks;
    };
    CHECK(remarks("100.00", "30.50").empty());
    CHECK(remarks("", "").empty());
    CHECK(remarks("100.01", "30,50") ==
          Texts{"account 408: the bank says ВсегоПоступило 100.01, the lines of the file sum up to 100.00"});
    CHECK(remarks("100", "0") ==
          Texts{"account 408: the bank says ВсегоСписано 0.00, the lines of the file sum up to 30.50"});
}

TEST_CASE("a transfer between two own accounts counts on both", "[bank]") {
    const std::string sections =
        "СекцияРасчСчет\nРасчСчет=408\nВсегоПоступило=0\nВсегоСписано=30.50\nКонецРасчСчет\n"
        "СекцияРасчСчет\nРасчСчет=1\nВсегоПоступило=30.50\nВсегоСписано=0\nКонецРасчСчет\n";
    const auto statement = read(header + sections + second_document + over + end);
    CHECK(statement.remarks.empty());
    CHECK(statement.accounts == Texts{"408", "1"});
    CHECK(statement.lines.at(0).direction == Direction::own_transfer);
    CHECK(statement.lines.at(0).account == "408");
    CHECK(ranges_of(statement) == "408 ..2026-11-04;1 ..2026-11-04;");
}

TEST_CASE("the samples of others read as they should", "[bank]") {
    const std::filesystem::path bank = TRACKER_SOURCE_DIR "/../shared/samples/bank";
    if (!std::filesystem::exists(bank)) return;
    CHECK(outcome(bank / "clbnk-kl_to_1c-v1.03-cp1251-crlf.txt") == "3 lines, 2 remarks");
    CHECK(outcome(bank / "clbnk-to_bank-malformed-section-cp1251-mixed-eol.txt") ==
          "'clbnk-to_bank-malformed-section-cp1251-mixed-eol.txt' holds payment orders for the bank, not a "
          "statement: "
          "export the statement of the account");
    CHECK(outcome(bank / "kilylabs-one_day-v1.02-cp1251-crlf.txt") == "13 lines, 0 remarks");
    CHECK(outcome(bank / "unact-allfields-v1.03-utf8-crlf.txt") == "6 lines, 0 remarks");
}

TEST_CASE("the statements of the sample practice are read without a remark", "[bank]") {
    std::size_t lines = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator(TRACKER_SOURCE_DIR "/tests/data/practice/bank")) {
        CAPTURE(entry.path());
        const auto statement = test::read_all(test::read_file(entry.path().string()),
                                              entry.path().filename().string(), read_onec);
        CHECK(statement.remarks == Texts{});
        CHECK(statement.ranges.size() == 1);
        lines += statement.lines.size();
    }
    CHECK(lines == 230);
}

TEST_CASE("a sum beyond 64 bits names the file", "[bank]") {
    std::string text = header + account;
    for (int i = 0; i < 9300; ++i) {
        text += "СекцияДокумент=X\nНомер=" + std::to_string(i) +
                "\nДата=02.11.2026\nДатаПоступило=03.11.2026\nСумма=9999999999999.99\nПлательщикСчет=1\n"
                "ПолучательСчет=408\nНазначениеПлатежа=x\nКонецДокумента\n";
    }
    CHECK(why(text + end) ==
          "'a.txt' holds amounts whose sum leaves 64 bits: look for one with too many digits");
}

TEST_CASE("a file of nothing but faults is not kept as remarks", "[bank]") {
    std::string text = header + account;
    for (int i = 0; i < 1000; ++i) text += "a\n";
    const auto statement = read(text + first_document + over + end);
    REQUIRE(statement.remarks.size() == 101);
    CHECK(statement.remarks.back() == "and 900 more faults like these");
}
