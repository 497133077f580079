// SPDX-License-Identifier: MIT
// CSV read strictly and written so that it reads back.
#include "tracker/base/csv.hpp"

#include "../catch.hpp"
#include "inputs.hpp"

using namespace tracker;
using namespace std::string_literals;

namespace {

using Cells = std::vector<std::string>;

std::vector<CsvRow> rows_of(std::string_view text) {
    std::vector<CsvRow> rows;
    read_csv(text, "x.csv", [&](CsvRow&& row) { rows.push_back(std::move(row)); });
    return rows;
}

std::string why(std::string_view text) {
    return test::refusal([&] { rows_of(text); });
}

}  // namespace

TEST_CASE("csv rows know their line", "[base]") {
    const auto rows = rows_of(
        "\xEF\xBB\xBF"
        "a,b\r\n\r\n1,\"x\r\n\r\ny\"\n\n   \n2,\"q\"\"q\"");
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].line == 1);
    CHECK(rows[0].cells == Cells{"a", "b"});
    CHECK(rows[1].line == 3);
    CHECK(rows[1].cells == Cells{"1", "x\r\n\r\ny"});
    CHECK(rows[2].line == 8);
    CHECK(rows[2].cells == Cells{"2", "q\"q"});
}

TEST_CASE("csv keeps empty cells and drops outer blanks of plain ones", "[base]") {
    const auto rows = rows_of("a,b,c\n,,\n x , \" y \" ,\"\"\n");
    REQUIRE(rows.size() == 3);
    CHECK(rows[1].cells == Cells{"", "", ""});
    CHECK(rows[2].cells == Cells{"x", " y ", ""});
}

TEST_CASE("csv takes semicolons where the header has no comma", "[base]") {
    CHECK(rows_of("a;b\n1,5;2\n")[1].cells == Cells{"1,5", "2"});
    CHECK(rows_of("\n\na;b\n1,5;2\n")[1].cells == Cells{"1,5", "2"});
    CHECK(rows_of("a,b;c\n1;5,2\n")[1].cells == Cells{"1;5", "2"});
    CHECK(rows_of("a\n1;2\n")[1].cells == Cells{"1;2"});
}

TEST_CASE("csv lines may end with a lone CR", "[base]") {
    const auto rows = rows_of("a,b\r1,2\r3,4");
    REQUIRE(rows.size() == 3);
    CHECK(rows[2].line == 3);
}

TEST_CASE("malformed csv is refused with its line", "[base]") {
    CHECK(why("") == "'x.csv' is empty: its first line must name the columns");
    CHECK(why("\xEF\xBB\xBF \r\n") == "'x.csv' is empty: its first line must name the columns");
    CHECK(why("a,b\n1,\xFFz\n") == "'x.csv' line 2: byte 0xff is not UTF-8: save the file as UTF-8");
    CHECK(why("a,b\n1,2\n\n\xD0") == "'x.csv' line 4: byte 0xd0 is not UTF-8: save the file as UTF-8");
    CHECK(why("a\nb\nc\0d\n"s) == "'x.csv' line 3: holds a NUL character: save the file as UTF-8 text");
    CHECK(why("a,b\n1,x\"y\n") ==
          "'x.csv' line 2: misplaced quote in '1,x\"y': put the cell in quotes and write each quote in it "
          "twice");
    CHECK(why("a,b\n1,\"x\ny\"z\n") ==
          "'x.csv' line 3: misplaced quote in 'y\"z' (in the row that begins in line 2): put the cell in "
          "quotes and "
          "write each quote in it twice");
    CHECK(why("a,b\n1,2\n1,\"x\n\ny,z\n") ==
          "'x.csv' line 3: a quoted cell that begins in this row is never closed: add the missing quote");
    CHECK(why("a\n\"") ==
          "'x.csv' line 2: a quoted cell that begins in this row is never closed: add the missing quote");
}

TEST_CASE("a refusal by the reader of the rows passes through", "[base]") {
    const auto stop = [](CsvRow&& row) {
        if (row.line == 2) throw InputError("stop");
    };
    CHECK(test::refusal([&] { read_csv("a\nb\nc\n", "x.csv", stop); }) == "stop");
}

TEST_CASE("what is written as csv reads back", "[base]") {
    const std::vector<Cells> rows{{"name", "note"}, {"", ""},      {"a,b", "c;d"},
                                  {"\"", "\"\""},   {" x", "y\t"}, {"a\r\nb", "\n"},
                                  {"'", "Ёлочка"},  {" ", "\t"},   {"=1+1", "a\"b\",\"c"}};
    for (const char delimiter : {',', ';'}) {
        std::string text;
        for (const auto& row : rows) append_csv_row(text, row, delimiter);
        std::vector<Cells> read;
        for (auto& row : rows_of(text)) read.push_back(row.cells);
        CHECK(read == rows);
    }
    std::string text;
    append_csv_row(text, {"name"});
    append_csv_row(text, {""});
    CHECK(text == "name\n\"\"\n");
    CHECK(rows_of(text).size() == 2);
    std::string plain;
    append_csv_row(plain, {"a;b", "c d", "6000.00"});
    CHECK(plain == "a;b,c d,6000.00\n");
}
