// SPDX-License-Identifier: MIT
// 1C files with faults: what is read on from and said, what is refused.
#include <filesystem>

#include "../base/inputs.hpp"
#include "../catch.hpp"
#include "onec_files.hpp"

using namespace tracker;
using namespace tracker::onec_files;

namespace {

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

TEST_CASE("a file of nothing but faults is not kept as remarks", "[bank]") {
    std::string text = header + account;
    for (int i = 0; i < 1000; ++i) text += "a\n";
    const auto statement = read(text + first_document + over + end);
    REQUIRE(statement.remarks.size() == 101);
    CHECK(statement.remarks.back() == "and 900 more faults like these");
}
