// SPDX-License-Identifier: MIT
// Files that can't be read are named as what they are.
#include "tracker/base/file_kind.hpp"

#include "../catch.hpp"
#include "inputs.hpp"

using namespace tracker;

namespace {

std::string kind(const std::string& bytes, const std::string& name = "a.txt",
                 Wanted wanted = Wanted::statement, bool told = false) {
    Input input(name, bytes);
    const std::string why = test::refusal([&] { refuse_other_kinds(input, wanted, told); });
    const auto is = why.find("' is ");
    return is == std::string::npos ? "" : why.substr(is + 5, why.find_first_of(",:", is) - is - 5);
}

}  // namespace

TEST_CASE("workbooks, archives and documents are named by their first bytes", "[base]") {
    const std::string zip("PK\x03\x04\x14\0", 6);
    CHECK(kind(zip + "[Content_Types].xml") == "an Excel workbook");
    CHECK(kind(zip, "A.XLSX") == "an Excel workbook");
    CHECK(kind(zip + "mimetypeapplication/vnd.oasis.opendocument.spreadsheet") ==
          "an OpenDocument spreadsheet");
    CHECK(kind(zip + "word/document.xml") == "a text document");
    CHECK(kind(zip + "statement.txt") == "a ZIP archive");
    CHECK(kind("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a.xls") == "an Excel workbook");
    CHECK(kind("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a.doc") == "an Office document");
    CHECK(kind(std::string("\x09\x08\x10\0\0\x06", 6)) == "an Excel workbook");
    CHECK(kind("\x1F\x8B\x08") == "a gzip archive");
    CHECK(kind("Rar!\x1A\x07") == "a RAR archive");
    CHECK(kind("7z\xBC\xAF\x27\x1C") == "a 7z archive");
    CHECK(kind("%PDF-1.7") == "a PDF");
    CHECK(kind("junk\n%PDF-1.7") == "a PDF");
    CHECK(kind("{\\rtf1\\ansi") == "an RTF document");
    CHECK(kind("\x89PNG\r\n") == "a picture");
    // Also where the user has said what it is.
    CHECK(kind(zip, "a.xlsx", Wanted::statement, true) == "an Excel workbook");
}

TEST_CASE("formats that are not read are named by their text", "[base]") {
    CHECK(kind(":20:STMT1\n:25:408\n") == "MT940");
    CHECK(kind("\r\n{1:F01BANKRUMMAXXX0000000000}{2:I940}{4:\r\n:20:1\r\n") == "MT940");
    CHECK(kind("BANKRUMM\n940\nBANKRUMM\n:20:1\n") == "MT940");
    CHECK(kind("OFXHEADER:100\nDATA:OFXSGML\n\n<OFX></OFX>") == "OFX");
    CHECK(kind("<?xml version=\"1.0\"?><?OFX OFXHEADER=\"200\"?><OFX>") == "OFX");
    CHECK(kind("<OFX><SIGNONMSGSRSV1>") == "OFX");
    CHECK(kind("!Type:Bank\nD05.11.2026\n") == "QIF");
    CHECK(kind("{\n  \"a\": 1}") == "JSON");
    CHECK(kind("\xEF\xBB\xBF[{\"a\": 1}]") == "JSON");
    CHECK(kind("<!DOCTYPE html><html>") == "a web page (HTML)");
    CHECK(kind("<table><tr>") == "a web page (HTML)");
    CHECK(kind("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook>") ==
          "an Excel workbook");
    CHECK(kind("{\n \"a\"", "a.csv", Wanted::statement, true).empty());
}

TEST_CASE("what may be read is not refused", "[base]") {
    for (const std::string text : {"", "client,date\n", "1CClientBankExchange\n", "Дата;Сумма\n",
                                   "<?xml version=\"1.0\"?><Document><BkToCstmrStmt>", "PK;Сумма\n",
                                   "[Дата];Сумма\n", "sep=;\nДата;Сумма\n"}) {
        CAPTURE(text);
        CHECK(kind(text).empty());
    }
}

TEST_CASE("a table is told apart from a statement", "[base]") {
    CHECK(kind("1CClientBankExchange\n", "a", Wanted::table) == "a bank's statement (1C)");
    CHECK(kind("<Document><BkToCstmrStmt>", "a", Wanted::table) == "a bank's statement (camt.053)");
    CHECK(kind("<a/>", "a", Wanted::table) == "XML");
    const auto message = [](const std::string& bytes, Wanted wanted) {
        Input input("a", bytes);
        return test::refusal([&] { refuse_other_kinds(input, wanted, false); });
    };
    CHECK(message(":20:1\n", Wanted::statement) ==
          "'a' is MT940, which is not read: export the statement as 1C, camt.053 or CSV");
    CHECK(message(":20:1\n", Wanted::table) == "'a' is MT940, which is not read: save the table as CSV");
    CHECK(message("\x1F\x8B", Wanted::table) == "'a' is a gzip archive: unpack it and import the file in it");
    CHECK(message("1CClientBankExchange\n", Wanted::table) ==
          "'a' is a bank's statement (1C): 'tracker import payments' takes it");
}
