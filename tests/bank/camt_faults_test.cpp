// SPDX-License-Identifier: MIT
// What is refused of camt.053, with file and line, and what is read on from with a remark.
#include "../base/inputs.hpp"
#include "../catch.hpp"
#include "camt_files.hpp"

using namespace tracker;
using namespace tracker::test;
using Texts = std::vector<std::string>;

namespace {

std::string why(const std::string& file) {
    return refusal([&] { read_camt(file); });
}

Texts remarks(const std::string& file) {
    return read_camt(file).remarks;
}

}  // namespace

TEST_CASE("camt amounts: trailing zeros are fine, anything else but two decimals isn't", "[bank]") {
    const auto amount = [](const std::string& text) { return only_line(camt(entry("", text))).amount.minor; };
    CHECK(amount("10.00000") == 1000);
    CHECK(amount("10.5") == 1050);
    CHECK(amount(".50") == 50);
    CHECK(amount("+10") == 1000);
    CHECK(amount("10,50") == 1050);
    CHECK(amount("10,50000") == 1050);
    CHECK(amount("10.") == 1000);
    CHECK(amount("1,234.50") == 123'450);
    CHECK(amount("1.234.567,50") == 123'456'750);
    CHECK(amount(" 10\n") == 1000);
    CHECK(amount("1<!-- half an amount is an amount, too -->0.00") == 1000);
    CHECK(amount("<![CDATA[10]]>") == 1000);
    const auto refused = [](const std::string& text) { return why(camt(entry("", text))); };
    CHECK(refused("10.005") ==
          "'a.xml' line 6: amount '10.005' has more than two decimals: write 6000 or "
          "6000.50");
    CHECK(refused("-5.00") ==
          "'a.xml' line 6: amount '-5.00' is negative: 'CdtDbtInd' says which way it went, "
          "not a sign");
    CHECK(refused("1,000").find("more than two decimals") != std::string::npos);
    CHECK(refused("12,34.50").find("is not an amount") != std::string::npos);
    CHECK(refused(".").find("is not an amount") != std::string::npos);
    CHECK(refused("1e3") == "'a.xml' line 6: amount '1e3' is not an amount: write 6000 or 6000.50");
    CHECK(refused("99999999999999999999").find("line 6: amount '99999999999999999999' is beyond") !=
          std::string::npos);
    CHECK(refused("") == "'a.xml' line 6: the entry that begins here has no amount ('Amt')");
}

TEST_CASE("camt dates and directions must be there and exist", "[bank]") {
    const auto day = [](const std::string& text) {
        return why(camt(entry("", "1") + entry("", "1", "CRDT", text)));
    };
    CHECK(day("2026-02-30") ==
          "'a.xml' line 8: date '2026-02-30' does not exist or is not written like 2026-11-05");
    CHECK(day("05.11.2026") ==
          "'a.xml' line 8: date '05.11.2026' does not exist or is not written like 2026-11-05");
    CHECK(day("") == "'a.xml' line 8: the entry that begins here has no date ('BookgDt' or 'ValDt')");
    CHECK(day("2026-11-05T10:00:00.000+03:00") == "(no refusal)");
    CHECK(day("2026-11-05Z") == "(no refusal)");
    CHECK(why(camt(entry("", "1", "")))
              .find("line 6: the entry that begins here doesn't say whether it is a credit ('CdtDbtInd')") !=
          std::string::npos);
    CHECK(why(camt(entry("", "1", "crdt"))).find("says 'crdt' in 'CdtDbtInd'") != std::string::npos);
    CHECK(why(camt("", "<FrToDt><FrDt>2026-11-05</FrDt><ToDt>2026-11-04</ToDt></FrToDt>")) ==
          "'a.xml' line 5: the statement begins on 2026-11-05, after its end on 2026-11-04: export it again");
}

TEST_CASE("currencies are told apart", "[bank]") {
    const auto dollars = replaced(entry(""), "RUB", "USD");
    const auto file = camt(entry("") + dollars + dollars);
    CHECK(remarks(file) == Texts{"line 8: entries begin here that are not in the account's RUB: 2 USD"});
    CHECK(read_camt(file).lines[1].currency == "USD");
    CHECK(only_line(camt(replaced(entry(""), "RUB", "RUR"))).currency == "RUB");
    CHECK(only_line(camt(replaced(entry(""), " Ccy=\"RUB\"", ""))).currency == "RUB");
    CHECK(only_line(replaced(camt(entry("")), "<Ccy>RUB</Ccy>", "")).currency == "RUB");
    CHECK(why(camt(replaced(entry(""), "RUB", "руб"))) ==
          "'a.xml' line 6: currency 'руб' is not three letters like RUB");
}

TEST_CASE("camt remarks: balances, pages, the day of the export, statuses", "[bank]") {
    const auto balance = [](const std::string& code, const std::string& amount) {
        return "<Bal><Tp><CdOrPrtry><Cd>" + code + "</Cd></CdOrPrtry></Tp><Amt Ccy='RUB'>" + amount +
               "</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>";
    };
    CHECK(remarks(camt(entry(""), balance("OPBD", "5") + balance("CLBD", "105"))) == Texts{});
    CHECK(remarks(camt(entry(""), balance("OPBD", "5") + balance("CLBD", "106"))) ==
          Texts{"account 408: the balance changes by 101.00, the booked entries of the file by 100.00"});
    const auto unsigned_balance = replaced(balance("CLBD", "105"), "<CdtDbtInd>CRDT</CdtDbtInd>", "");
    CHECK(remarks(camt(entry(""), balance("OPBD", "5") + unsigned_balance)) ==
          Texts{"account 408: a balance doesn't say whether it is a credit: not compared with the entries"});
    CHECK(why(camt("", balance("OPBD", "5") + balance("CLBD", "105"))) ==
          "'a.xml' line 4: the balance of the statement that begins here changes by 100.00, but it holds no "
          "booked "
          "entry ('Ntry'): export it with its entries");
    CHECK(why(camt("", "<TxsSummry><TtlCdtNtries><Sum>7</Sum></TtlCdtNtries></TxsSummry>"))
              .find("sums up money that came, but holds no booked entry") != std::string::npos);
    CHECK(remarks(camt(entry(""), "<StmtPgntn><PgNb>1</PgNb><LastPgInd>false</LastPgInd></StmtPgntn>")) ==
          Texts{"line 5: page 1 is not the last one: import the others, too"});
    CHECK(
        remarks(camt(entry("") + entry("", "1", "CRDT", "2026-11-03"),
                     "<CreDtTm>2026-11-04 10:00:00</CreDtTm>")) ==
        Texts{"the range ends on 2026-11-05, but the file was made on 2026-11-04: it speaks for no day after "
              "that"});
    CHECK(remarks(camt(replaced(entry(""), "BOOK", "BOUND") + entry(""))) ==
          Texts{"line 6: entries begin here that are not booked and left out: 1 of no known status"});
    CHECK(remarks(camt(replaced(entry(""), "BOOK", "<Prtry>X</Prtry>"))).size() == 1);
    const auto unsaid = replaced(entry(""), "<Sts>BOOK</Sts>", "");
    CHECK(remarks(camt(entry("") + unsaid + unsaid)) ==
          Texts{"line 8: entries begin here that don't say their status, read as booked: 2"});
    CHECK(read_camt(camt(unsaid)).lines.size() == 1);
}

TEST_CASE("other messages of ISO 20022 are refused by name", "[bank]") {
    const auto other = [](const std::string& name) { return why("<Document><" + name + "/></Document>"); };
    CHECK(other("BkToCstmrDbtCdtNtfctn") ==
          "'a.xml' is a camt.054 notification, not a statement: export the "
          "statement of the account (camt.053)");
    CHECK(other("x:BkToCstmrAcctRpt").find("is a camt.052 report, not") != std::string::npos);
    CHECK(other("CstmrCdtTrfInitn").find("is a pain.001 payment order, not") != std::string::npos);
    CHECK(why("<html>\n</html>") == "'a.xml' is XML with the root 'html', not a bank statement (camt.053)");
    CHECK(other("BkToCstmrStmt") ==
          "'a.xml' holds no statement ('Stmt'): export the statement of an account");
    CHECK(why(replaced(camt(""), "408", "")) ==
          "'a.xml' line 4: the statement that begins here names no account ('Acct')");
    const std::string statement =
        "<BkToCstmrStmt><Stmt><Acct><Id><IBAN>4</IBAN></Id></Acct>" + entry("") + "</Stmt></BkToCstmrStmt>";
    const auto envelope =
        "<E><AppHdr/><Document>" + statement + "</Document><Document>" + statement + "</Document></E>";
    CHECK(read_camt(envelope).lines.size() == 2);
    CHECK(read_camt(statement).lines.size() == 1);
    CHECK(why(statement + "\n" + statement) ==
          "'a.xml' line 4: a second document begins here: import each in a file of its own");
}

TEST_CASE("XML that is damaged or made to harm is refused", "[bank]") {
    const auto file = camt(entry(""));
    CHECK(why("<!DOCTYPE a [\n<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + file.substr(39)) ==
          "'a.xml' line 1: the file has a DOCTYPE, which no bank statement has: export it again");
    CHECK(
        why(file.substr(0, file.find("<Sts>"))) ==
        "'a.xml' line 6: is not well-formed XML (Start-end tags mismatch): it is damaged or cut off, export "
        "it again");
    CHECK(why(replaced(file, "</Ntry>", "</Entry>"))
              .find("line 7: is not well-formed XML (Start-end tags "
                    "mismatch)") != std::string::npos);
    CHECK(why("").find("is not well-formed XML (No document element found)") != std::string::npos);
    std::string deep;
    for (int i = 0; i < 1'000'000; ++i) deep += "<a>";
    std::string closed = deep;
    for (int i = 0; i < 1'000'000; ++i) closed += "</a>";
    CHECK(why(closed) == "'a.xml' line 1: elements are nested deeper here than in any statement");
    CHECK(why(deep).find("is not well-formed XML") != std::string::npos);
    CHECK(why(camt(std::string(1U << 24U, '<'))) ==
          "'a.xml' holds more elements than any statement: export a shorter range");
    CHECK(why(std::string((std::size_t{256} << 20U) + 1, ' ')) ==
          "'a.xml' is larger than 256 MiB: export a shorter range");
    // References to what no text may hold, and to entities that nobody declared.
    const auto odd = only_line(camt(entry("<AddtlNtryInf>a&#27;&#10;b &#xD800;&xxe;</AddtlNtryInf>")));
    CHECK(odd.purpose == "a b \uFFFD\uFFFD\uFFFD&xxe;");
}

TEST_CASE("camt encodings that can't be read are refused", "[bank]") {
    const auto file = camt(entry("<AddtlNtryInf>\xC6</AddtlNtryInf>"));
    CHECK(why(file) ==
          "'a.xml' line 7: byte 0xc6 is not UTF-8, and the file declares 'UTF-8': it is damaged, "
          "or save it as UTF-8");
    CHECK(why(replaced(file, "UTF-8", "koi8-r")).find("the file declares 'koi8-r'") != std::string::npos);
    CHECK(why(file.substr(file.find('\n'))).find("the file declares no encoding") != std::string::npos);
    CHECK(why(replaced(camt(""), "408", std::string("4\0", 2))) ==
          "'a.xml' line 5: holds a NUL byte, which no text has: export it again");
    const auto wide = utf16(camt(""), false);
    CHECK(why(wide.substr(0, wide.size() - 1)) ==
          "'a.xml' line 8: the UTF-16 of the file is damaged or cut off: export it again");
    CHECK(only_line(camt(entry("<AddtlNtryInf>é</AddtlNtryInf>"))).purpose == "é");
    CHECK(only_line(replaced(file, "UTF-8", "ISO-8859-1")).purpose == "Æ");
    CHECK(only_line(replaced(file, "UTF-8", "iso-8859-15")).purpose == "Æ");
    CHECK(only_line(replaced(camt(entry("<AddtlNtryInf>\x80</AddtlNtryInf>")), "UTF-8", "Windows-1252"))
              .purpose == "€");
    CHECK(read_camt(replaced(file, "UTF-8", "latin1")).encoding == "iso-8859-1");
}
