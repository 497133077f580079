// SPDX-License-Identifier: MIT
// 1C files whose ranges, days of making and sums don't fit their lines.
#include "../base/inputs.hpp"
#include "../catch.hpp"
#include "onec_files.hpp"

using namespace tracker;
using namespace tracker::onec_files;

namespace {

std::string ranges_of(const test::ReadStatement& statement) {
    std::string out;
    for (const auto& range : statement.ranges) {
        out +=
            range.account + " " + (range.from ? format(*range.from) : "") + ".." + format(range.until) + ";";
    }
    return out;
}

}  // namespace

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
