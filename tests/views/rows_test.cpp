// SPDX-License-Identifier: MIT
// The views of typed rows: CSV, Excel, JSON and the table.
#include "tracker/views/rows.hpp"

#include "../catch.hpp"
#include "../rules/property.hpp"
#include "tracker/base/csv.hpp"
#include "tracker/base/text.hpp"

using namespace tracker;

namespace {

const Speech english(Language::en);

Rows sample() {
    const Day day = *parse_day("2026-11-05");
    Rows rows;
    rows.columns = {{"client"}, {"name", false, true}, {"due"},
                    {"period"}, {"days", true},        {"outstanding", true}};
    rows.rows = {{std::string("rom"), std::string("ООО «Ромашка», Москва"), day, Period{2026 * 12 + 10},
                  std::int64_t{-3}, Money{1'234'550}},
                 {std::string("vek"), std::string("Say \"hi\""), std::monostate{}, std::monostate{},
                  std::monostate{}, Money{-1250}}};
    return rows;
}

Rows one_cell(Cell cell) {
    return Rows{{{"x"}}, {{std::move(cell)}}};
}

std::string excel_cell(const std::string& text) {
    const auto whole = to_excel(one_cell(text));
    return whole.substr(5, whole.size() - 6);  // after the mark and "x\n", before the line end
}

}  // namespace

TEST_CASE("csv has iso dates and plain amounts", "[views]") {
    CHECK(to_csv(sample()) ==
          "client,name,due,period,days,outstanding\n"
          "rom,\"ООО «Ромашка», Москва\",2026-11-05,2026-11,-3,12345.50\n"
          "vek,\"Say \"\"hi\"\"\",,,,-12.50\n");
    CHECK(to_csv(Rows{{{"a"}, {"b"}}, {}}) == "a,b\n");
    CHECK(to_csv(one_cell(std::string("=1+1"))) == "x\n=1+1\n");
    CHECK(to_csv(one_cell(std::string("a\xFFя"))) == "x\na�я\n");
}

TEST_CASE("the view for Excel speaks Russian Excel", "[views]") {
    CHECK(to_excel(sample()) ==
          "\xEF\xBB\xBF"
          "client;name;due;period;days;outstanding\n"
          "rom;ООО «Ромашка», Москва;05.11.2026;11.2026;-3;12345,50\n"
          "vek;\"Say \"\"hi\"\"\";;;;-12,50\n");
}

TEST_CASE("text that a spreadsheet would run is neutralised", "[views]") {
    for (const std::string bad : {"=1+1", "+7 495", "-5", "@SUM(A1)", "  =1", "\u00a0=1", "＝1", "＋1", "－1",
                                  "＠x", "\u2003\u3000=1", "\u200B=1", "\uFEFF+1"}) {
        CAPTURE(bad);
        CHECK(excel_cell(bad) == "'" + bad);
    }
    CHECK(excel_cell("\t=1") == "'\t=1");
    CHECK(excel_cell("\r=1") == "\"'\r=1\"");
    CHECK(excel_cell("=A1;B1") == "\"'=A1;B1\"");
    for (const std::string good : {"Ромашка", "a=b", "7-БУ", "'а'", "'", ""}) {
        CAPTURE(good);
        CHECK(excel_cell(good) == (good.empty() ? "\"\"" : good));
    }
}

TEST_CASE("what the view for Excel wrote comes back as it was", "[views]") {
    CHECK(from_excel("'+7 495") == "+7 495");
    CHECK(from_excel("+7 495") == "+7 495");
    CHECK(from_excel("'Ромашка") == "'Ромашка");
    CHECK(excel_cell("'=1") == "''=1");
    holds_for_all(5, [] {
        const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
            "'", "'", "=", "+", "-", "@", "＝", " ", "\u00a0", "\u200B", "а", "1", ";", "\"", "\n", "\t"));
        std::string text;
        for (const std::string& part : parts) text += part;
        std::vector<std::string> cells;
        read_csv(to_excel(one_cell(text)), "x.csv", [&](CsvRow&& row) { cells = std::move(row.cells); });
        RC_ASSERT(cells.size() == 1U);
        RC_ASSERT(std::string(from_excel(cells[0])) == text);
        const auto seen = after_blanks(cells[0]);
        RC_ASSERT(seen.find_first_of("=+-@") != 0U);
    });
}

TEST_CASE("json keeps the order of columns and writes amounts as text", "[views]") {
    CHECK(to_json(sample()) ==
          "[\n"
          "  {\"client\":\"rom\",\"name\":\"ООО «Ромашка», "
          "Москва\",\"due\":\"2026-11-05\",\"period\":\"2026-11\","
          "\"days\":-3,\"outstanding\":\"12345.50\"},\n"
          "  {\"client\":\"vek\",\"name\":\"Say \\\"hi\\\"\",\"due\":null,\"period\":null,\"days\":null,"
          "\"outstanding\":\"-12.50\"}\n"
          "]\n");
    CHECK(to_json(Rows{{{"a"}}, {}}) == "[]\n");
    CHECK(to_json(one_cell(std::string("a\xFF\x1b\n"))) == "[\n  {\"x\":\"a�\\u001b\\n\"}\n]\n");
}

TEST_CASE("a table is aligned by what is seen", "[views]") {
    CHECK(to_table(sample(), english) ==
          "client  name                   due         period   days  outstanding\n"
          "rom     ООО «Ромашка», Москва  2026-11-05  2026-11    -3    12\u00a0345.50\n"
          "vek     Say \"hi\"                                               -12.50\n");
    CHECK(to_table(Rows{{{"a"}, {"b"}}, {}}, english) == "a  b\n");
    CHECK(to_table(Rows{{{"a"}, {"b"}}, {{std::string("Ёж"), std::monostate{}}}}, english) == "a   b\nЁж\n");
    CHECK(to_table(one_cell(std::string("a\x1b[2J\nb\u202E")), english) == "x\na�[2J�b�\n");
    CHECK(to_table(Rows{{{"a"}, {"b"}}, {}}, english, 80, true) == "\x1b[1ma  b\x1b[0m\n");
}

TEST_CASE("flexible columns give way in a narrow table", "[views]") {
    CHECK(to_table(sample(), english, 60) ==
          "client  name          due         period   days  outstanding\n"
          "rom     ООО «Ромашк…  2026-11-05  2026-11    -3    12\u00a0345.50\n"
          "vek     Say \"hi\"                                      -12.50\n");
    for (int columns = 56; columns < 90; ++columns) {
        const auto table = to_table(sample(), english, columns);
        CHECK(width(table.substr(0, table.find('\n'))) <= columns);
    }
    CHECK(to_table(sample(), english, 10).find("rom  ООО «Ро…  2026-11-05") != std::string::npos);
    CHECK(to_table(sample(), english, 10) == to_table(sample(), english, 0));
}

TEST_CASE("headings give way where no cell needs their width, from the last one back", "[views]") {
    const Rows rows{{{"client"}, {"currency"}, {"resume", true}},
                    {{std::string("a"), std::string("RUB"), std::int64_t{1}}}};
    CHECK(to_table(rows, english, 24) == "client  currency  resume\na       RUB            1\n");
    CHECK(to_table(rows, english, 22) == "client  currency  res…\na       RUB          1\n");
    CHECK(to_table(rows, english, 18) == "client  curr…  re…\na       RUB      1\n");
    CHECK(to_table(rows, english, 1) == "cl…  cu…  re…\na    RUB    1\n");
}

TEST_CASE("text that was never meant to be long gives way last, numbers never", "[views]") {
    const Rows rows{{{"name", false, true}, {"contract"}, {"days", true}},
                    {{std::string(50, 'n'), std::string(10'000, 'c'), std::string(30, '9')}}};
    const auto table = to_table(rows, english, 80);
    CHECK(table.substr(table.find('\n') + 1) ==
          "nnnnnnn…  " + std::string(37, 'c') + "…  " + std::string(30, '9') + "\n");
    CHECK(to_table(rows, english, 40).find(std::string(23, 'c') + "…  ") != std::string::npos);
}

TEST_CASE("the widest flexible column gives way first", "[views]") {
    const Rows rows{{{"a", false, true}, {"b", false, true}},
                    {{std::string("aaaaaaaaaa"), std::string("bbbbbbbbbbbbbbbbbbbb")}}};
    CHECK(to_table(rows, english, 24) == "a           b\naaaaaaaaaa  bbbbbbbbbbb…\n");
    CHECK(to_table(rows, english, 18) == "a         b\naaaaaaa…  bbbbbbb…\n");
}
