// SPDX-License-Identifier: MIT
// camt.053 as the page on bank statements describes it: whole files, entries, details, ranges.
#include "tracker/bank/camt.hpp"

#include <filesystem>

#include "../base/inputs.hpp"
#include "../catch.hpp"
#include "camt_files.hpp"

using namespace tracker;
using namespace tracker::test;
using Texts = std::vector<std::string>;

namespace {

const std::string data = std::string(TRACKER_SOURCE_DIR) + "/tests/data/bank/";

std::vector<std::int64_t> amounts(const ReadStatement& statement) {
    std::vector<std::int64_t> all;
    for (const auto& line : statement.lines) all.push_back(line.amount.minor);
    return all;
}

}  // namespace

TEST_CASE("camt.053 in roubles holds what the bank said", "[bank]") {
    const auto statement = read_camt(read_file(data + "synthetic-camt053.001.02-rub.xml"));
    CHECK(statement.format == "camt053");
    CHECK(statement.encoding == "utf-8");
    CHECK(statement.remarks == Texts{});
    CHECK(statement.accounts == Texts{"40802810900000000777"});
    REQUIRE(statement.ranges.size() == 1);
    CHECK(format(*statement.ranges[0].from) == "2026-10-29");
    CHECK(format(statement.ranges[0].until) == "2026-11-05");
    REQUIRE(statement.lines.size() == 2);
    const auto& first = statement.lines[0];
    CHECK(first.line == 11);
    CHECK(first.document == "01");
    CHECK(first.account == "40802810900000000777");
    CHECK(format(first.date) == "2026-10-30");
    CHECK(first.number == "115");
    CHECK(first.reference == "SYN0000001");
    CHECK(first.amount == Money{1'500'000});
    CHECK(first.currency == "RUB");
    CHECK(first.direction == Direction::incoming);
    CHECK(first.payer == "ООО \"Ромашка\"");
    CHECK(first.payer_account == "40702810500000001001");
    CHECK(first.payer_tax_id == "9901000010");
    CHECK(first.payee.empty());
    CHECK(first.purpose ==
          "Оплата бухгалтерских услуг за ноябрь 2026 по договору № 12/26 от 01.02.2026. НДС не облагается");
    CHECK(first.raw.starts_with("<Ntry>\n        <Amt Ccy=\"RUB\">15000.00</Amt>"));
    CHECK(first.raw.ends_with("</NtryDtls>\n      </Ntry>\n"));
    const auto& second = statement.lines[1];
    CHECK(second.line == 24);
    CHECK(second.direction == Direction::outgoing);
    CHECK(second.purpose == "Комиссия за ведение счета");
    CHECK(second.raw.ends_with("</AddtlNtryInf>\n      </Ntry>\n"));
}

TEST_CASE("a sample of others, without a range, a currency or a payer", "[bank]") {
    const std::filesystem::path samples = TRACKER_SOURCE_DIR "/../shared/samples/bank";
    if (!std::filesystem::exists(samples)) return;
    const auto file = samples / "genkgo-camt053.v2.with-account-name.xml";
    const auto statement = read_camt(read_file(file.string()));
    CHECK(statement.remarks == Texts{});
    CHECK(statement.accounts == Texts{"CH2801234000123456789"});
    REQUIRE(statement.ranges.size() == 1);
    CHECK(format(*statement.ranges[0].from) == "2014-12-31");
    CHECK(format(statement.ranges[0].until) == "2014-12-31");
    REQUIRE(statement.lines.size() == 1);
    CHECK(statement.lines[0].currency == "EUR");
    CHECK(statement.lines[0].amount == Money{885});
    CHECK(statement.lines[0].payer.empty());
    CHECK(statement.lines[0].payee == "Company Name");
    CHECK(statement.lines[0].number.empty());
}

TEST_CASE("a prefix, later versions, a collection, two accounts", "[bank]") {
    const auto statement = read_camt(read_file(data + "camt053-batch.08-namespaced.xml"));
    CHECK(statement.remarks ==
          Texts{"line 43: entries begin here that are not booked and left out: 1 INFO, 2 PDNG"});
    CHECK(statement.accounts == Texts{"40802810900000000777", "40802810900000000888"});
    REQUIRE(statement.ranges.size() == 2);
    CHECK(format(*statement.ranges[0].from) == "2026-11-04");
    CHECK(format(statement.ranges[0].until) == "2026-11-05");
    CHECK(format(statement.ranges[1].until) == "2026-11-05");  // midnight ends the day before
    REQUIRE(amounts(statement) == std::vector<std::int64_t>{100'000, 200'000, 50'000});
    const auto& first = statement.lines[0];
    CHECK(first.reference == "REF9/1");
    CHECK(first.line == 11);
    CHECK(first.currency == "RUB");
    CHECK(format(first.date) == "2026-11-05");
    CHECK(first.payer == "Петров Пётр");
    CHECK(first.payer_tax_id == "990000000777");
    CHECK(first.payer_account == "CH2801234000123456789");
    CHECK(first.purpose == "RF18 ноябрь");
    CHECK(first.raw.starts_with("<n:TxDtls>\n"));
    CHECK(first.raw.ends_with("</n:RmtInf>\n          </n:TxDtls>\n"));
    CHECK(statement.lines[1].reference == "REF9/2");
    CHECK(statement.lines[1].payer == "ООО \"А & Б\"");
    CHECK(statement.lines[1].purpose == "Сбор <дня>");
    CHECK(statement.lines[2].direction == Direction::own_transfer);
    CHECK(statement.lines[2].account == "40802810900000000777");
    CHECK(statement.lines[2].number.empty());
}

TEST_CASE("camt.053 reads the same in every encoding and with any line end", "[bank]") {
    const auto text = camt(entry("<AcctSvcrRef>Ж</AcctSvcrRef>"));
    const auto expected = read_camt(text).lines.at(0);
    std::string crlf;
    std::string cr;
    for (const char c : text) {
        crlf += c == '\n' ? "\r\n" : std::string(1, c);
        cr += c == '\n' ? '\r' : c;
    }
    std::string windows = text;
    windows.replace(windows.find("UTF-8"), 5, "windows-1251");
    const auto in_windows = windows.replace(windows.find("Ж"), 2, "\xC6");
    for (const auto& file : {crlf, cr, "\xEF\xBB\xBF" + text, utf16(text, false), utf16(text, true),
                             utf16("\xEF\xBB\xBF" + text, false), in_windows}) {
        CHECK(looks_like_camt053(file));
        const auto line = read_camt(file).lines.at(0);
        CHECK(line.reference == "Ж");
        CHECK(line.line == expected.line);
        CHECK(line.raw == expected.raw);
    }
    CHECK(read_camt(in_windows).encoding == "windows-1251");
    CHECK(read_camt(utf16(text, true)).encoding == "utf-16");
}

TEST_CASE("an entry's own text ends where the entry does", "[bank]") {
    for (const std::string more :
         {"<NtryDtls><TxDtls/></NtryDtls>", "<NtryDtls a='>'></NtryDtls>", "<!-- </Ntrys> -->", ""}) {
        const auto text = entry(more);
        CHECK(read_camt(camt(text + entry(""))).lines.at(0).raw == text);
    }
    const auto odd = replaced(entry(""), "</Ntry>", "</Ntry\r\n >");
    CHECK(only_line(camt(odd)).raw == replaced(odd, "\r", ""));
}

TEST_CASE("the day on which a camt.053 file was made", "[bank]") {
    const std::string range = "<FrToDt><FrDt>2026-11-01</FrDt><ToDt>2026-11-30</ToDt></FrToDt>";
    const auto file = camt("", "<CreDtTm>2026-11-14T23:30:00+03:00</CreDtTm>" + range);
    const auto made = read_camt(file).ranges.at(0).made_on;
    REQUIRE(made);
    CHECK(format(*made) == "2026-11-14");
    const auto header =
        replaced(camt("", range), "<Stmt>", "<GrpHdr><CreDtTm>2026-11-15T10:00:00</CreDtTm></GrpHdr><Stmt>");
    CHECK(format(read_camt(header).ranges.at(0).made_on.value()) == "2026-11-15");
    CHECK_FALSE(read_camt(camt("", range)).ranges.at(0).made_on);
}

TEST_CASE("one transaction has its entry's amount, several their own if they sum up", "[bank]") {
    const auto read = [](const std::string& details) { return read_camt(camt(entry(details))); };
    for (const std::string amount :
         {"", "<Amt Ccy='RUB'>0</Amt>", "<Amt Ccy='KWD'>1.005</Amt>", "<Amt Ccy='RUB'>100</Amt>"}) {
        const auto statement = read(transactions({amount}));
        CHECK(amounts(statement) == std::vector<std::int64_t>{10'000});
        CHECK(statement.remarks == Texts{});
        CHECK(statement.lines[0].payer == "П");
    }
    CHECK(read(transactions({"<Amt Ccy='RUB'>102</Amt>"})).remarks ==
          Texts{"line 6: 100.00 was booked, but its transaction says 102.00"});
    const auto both = read(transactions({"<Amt Ccy='RUB'>120</Amt>",
                                         "<Amt Ccy='USD'>1</Amt><AmtDtls><TxAmt><Amt Ccy='RUB'>20</Amt>"
                                         "</TxAmt></AmtDtls><CdtDbtInd>DBIT</CdtDbtInd>"}));
    CHECK(amounts(both) == std::vector<std::int64_t>{12'000, 2'000});
    CHECK(both.lines[0].direction == Direction::incoming);
    CHECK(both.lines[1].direction == Direction::outgoing);
    const auto differ = read(transactions({"<Amt Ccy='RUB'>60</Amt>", "<Amt Ccy='RUB'>30</Amt>"}));
    CHECK(amounts(differ) == std::vector<std::int64_t>{10'000});
    CHECK(differ.lines[0].payer.empty());
    CHECK(differ.remarks == Texts{"line 6: one line of 100.00: its 2 transactions sum up to 90.00"});
    CHECK(read(transactions({"<Amt Ccy='RUB'>60</Amt>", ""})).remarks ==
          Texts{"line 6: one line of 100.00: its 2 transactions don't all have an amount of its currency"});
}

TEST_CASE("a camt.053 line has the payer's number and the bank's reference", "[bank]") {
    const auto names = [](const std::string& keys) {
        const auto line = only_line(camt(entry(keys)));
        return line.number + " " + line.reference;
    };
    const std::string end_to_end =
        "<NtryDtls><TxDtls><Refs><EndToEndId>E</EndToEndId></Refs></TxDtls></NtryDtls>";
    CHECK(names("") == " ");
    CHECK(names(end_to_end) == "E ");
    CHECK(names("<AcctSvcrRef>R</AcctSvcrRef>" + end_to_end) == "E R");
    CHECK(names("<AcctSvcrRef>NONREF</AcctSvcrRef>" + end_to_end) == "E ");
}

TEST_CASE("equal entries of one camt.053 file are counted", "[bank]") {
    const auto statement = read_camt(camt(entry("") + entry("<AcctSvcrRef>R</AcctSvcrRef>") + entry("")));
    std::vector<int> occurrences;
    for (const auto& line : statement.lines) occurrences.push_back(line.occurrence);
    CHECK(occurrences == std::vector<int>{0, 0, 1});
}

TEST_CASE("a camt.053 range comes from what is most certain", "[bank]") {
    const auto range = [](const std::string& head) {
        const auto all = read_camt(camt(entry("") + entry("", "1.00", "DBIT", "2026-11-09"), head));
        const auto& range = all.ranges.at(0);
        return format(*range.from) + " " + format(range.until);
    };
    const auto balance = [](const std::string& code, const std::string& day) {
        return "<Bal><Tp><CdOrPrtry><Cd>" + code + "</Cd></CdOrPrtry></Tp><Dt><Dt>" + day +
               "</Dt></Dt></Bal>";
    };
    CHECK(range("") == "2026-11-05 2026-11-09");
    CHECK(range(balance("OPBD", "2026-11-01") + balance("CLBD", "2026-11-10") +
                balance("CLAV", "2026-11-30")) == "2026-11-01 2026-11-10");
    CHECK(range("<FrToDt><FrDt>2026-11-02</FrDt><ToDt>2026-11-11</ToDt></FrToDt>" +
                balance("OPBD", "2026-11-01")) == "2026-11-02 2026-11-11");
    const auto until = [](const std::string& time) {
        return "<FrToDt><FrDtTm>2026-11-02T00:00:00</FrDtTm><ToDtTm>" + time + "</ToDtTm></FrToDt>";
    };
    CHECK(range(until("2026-11-12T00:00:00Z")) == "2026-11-02 2026-11-11");
    CHECK(range(until("2026-11-12T00:00:00Z") + balance("CLBD", "2026-11-12")) == "2026-11-02 2026-11-12");
    CHECK(range(until("2026-11-09T00:00:00Z")) == "2026-11-02 2026-11-09");
    CHECK(read_camt(camt("")).ranges.empty());
}

TEST_CASE("whether bytes look like camt.053", "[bank]") {
    CHECK(looks_like_camt053("<BkToCstmrStmt>"));
    CHECK(looks_like_camt053(
        "\xEF\xBB\xBF\r\n<?xml version='1.0'?><!-- <a> --><x:Document\nx:y='z'><x:BkToCstmrStmt>"));
    CHECK(looks_like_camt053("<Envelope><AppHdr><Fr>a</Fr></AppHdr><Document><BkToCstmrStmt/>"));
    CHECK(looks_like_camt053("<!DOCTYPE a [<!ENTITY b 'c'>]><Document><BkToCstmrStmt>"));
    CHECK_FALSE(looks_like_camt053("<Document><BkToCstmrDbtCdtNtfctn>"));
    CHECK_FALSE(looks_like_camt053("<a><b><c><BkToCstmrStmt>"));
    CHECK_FALSE(looks_like_camt053("BkToCstmrStmt"));
    CHECK_FALSE(looks_like_camt053("<!-- <BkToCstmrStmt> -->"));
    CHECK_FALSE(looks_like_camt053("1CClientBankExchange\n"));
    CHECK_FALSE(looks_like_camt053(""));
}
