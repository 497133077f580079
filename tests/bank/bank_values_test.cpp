// SPDX-License-Identifier: MIT
// Days, amounts and parties as banks write them, whatever the format.
#include "bank/bank_values.hpp"

#include "../catch.hpp"

using namespace tracker;

TEST_CASE("days as banks write them", "[bank]") {
    const auto day = [](const std::string& text) {
        const auto read = read_bank_day(text);
        return read ? format(*read) : "(none)";
    };
    for (const std::string text :
         {"05.11.2026", "2026-11-05", "05.11.26", " 05.11.2026 ", "05.11.2026 10:15", "05.11.2026 10:15:00",
          "2026-11-05T10:15:00+03:00", "05.11.2026 г.", "05.11.2026г.", "\u00a005.11.2026"}) {
        CAPTURE(text);
        CHECK(day(text) == "2026-11-05");
    }
    for (const std::string text : {"", "5.11.2026", "31.11.2026", "05.11.2026 утро", "05/11/2026", "г."}) {
        CAPTURE(text);
        CHECK(day(text) == "(none)");
    }
}

TEST_CASE("amounts that are brought to their plain form", "[bank]") {
    CHECK(plain_amount(".50") == "0.50");
    CHECK(plain_amount(",5") == "0,5");
    CHECK(plain_amount("100.") == "100");
    CHECK(plain_amount("+.5") == "+0.5");
    CHECK(plain_amount("- 5") == "-5");
    CHECK(plain_amount("1,234.50") == "1234.50");
    CHECK(plain_amount("1.234.567,50") == "1234567,50");
    CHECK(plain_amount("\u00a03 500,50\u00a0") == "3 500,50");
    for (const std::string text : {"", ".", ",", "1,234", "1,23.50", "1,2345.50", "1,,234.5", "a,123.5"}) {
        CAPTURE(text);
        CHECK(plain_amount(text) == text);
    }
}

TEST_CASE("tax ids as banks write them", "[bank]") {
    for (const std::string text :
         {"7830002293", "7830002293/783001001", "7830002293 / 783001001", "ИНН 7830002293", "ИНН: 7830002293",
          "ИНН/КПП 7830002293/783001001", "инн7830002293", "ИНН 7830002293 КПП 783001001",
          "7830002293, 783001001", "7830002293\\783001001", "'7830002293", "783001001/7830002293",
          " 7830002293\u00a0", "7830002293 (ООО)", "INN 7830002293"}) {
        CAPTURE(text);
        CHECK(bank_tax_id(text) == "7830002293");
    }
    CHECK(bank_tax_id("500100732259/0") == "500100732259");
    CHECK(bank_tax_id("12345") == "12345");
    CHECK(bank_tax_id("0").empty());
    CHECK(bank_tax_id("0000000000/000000000").empty());
    CHECK(bank_tax_id("нет").empty());
    CHECK(bank_tax_id("").empty());
}

TEST_CASE("names that hold the tax id", "[bank]") {
    const auto read = [](const std::string& text) {
        const BankParty party = read_bank_party(text);
        return party.tax_id + "|" + party.name;
    };
    const std::string company = "7830002293|ООО \"Маяк\"";
    for (const std::string text :
         {"ИНН 7830002293 ООО \"Маяк\"", "ИНН 7830002293 КПП 783001001 ООО \"Маяк\"",
          "ИНН: 7830002293 ООО \"Маяк\"", "ИНН/КПП 7830002293/783001001 ООО \"Маяк\"",
          "ИНН/КПП: 7830002293/783001001, ООО \"Маяк\"", "ИНН 7830002293/783001001 ООО \"Маяк\"",
          "ИНН7830002293 ООО \"Маяк\"", "инн 7830002293, ООО \"Маяк\"",
          "ИНН 7830002293, КПП: 783001001, ООО \"Маяк\"", "ИНН 7830002293 КПП ООО \"Маяк\"",
          "7830002293 ООО \"Маяк\"", "7830002293/783001001 ООО \"Маяк\"", "ООО \"Маяк\" (ИНН 7830002293)",
          "ООО \"Маяк\", ИНН 7830002293, КПП 783001001", "ООО \"Маяк\" ИНН: 7830002293/783001001",
          "ИНН 7830002293 КПП 0 ООО \"Маяк\"", "ИНН № 7830002293 ООО \"Маяк\""}) {
        CAPTURE(text);
        CHECK(read(text) == company);
    }
    CHECK(read("ИНН 500100732259 ИП Лотосова") == "500100732259|ИП Лотосова");
    CHECK(read("ИНН 7830002293«Маяк»") == "7830002293|«Маяк»");
    CHECK(read("ИНН 0 ООО Маяк") == "|ООО Маяк");
    CHECK(read("КПП 783001001 ООО Маяк") == "|ООО Маяк");
    for (const std::string text :
         {"ООО Маяк", "ИНН Ромашка", "ИННА 12", "ВИНН 7830002293", "РИНН 7830002293 А", "7830002294 ООО Маяк",
          "7830002293", "КПП", "", "12 месяцев"}) {
        CAPTURE(text);
        CHECK(read(text) == "|" + text);
    }
}
