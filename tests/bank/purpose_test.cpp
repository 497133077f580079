// SPDX-License-Identifier: MIT
// Which contract a purpose names, as people set its number in type.
#include "tracker/bank/purpose.hpp"

#include "../catch.hpp"

namespace tracker {
namespace {

Naming naming(const std::string& number, const std::string& purpose) {
    return Purpose(purpose).names(ContractNumber(number));
}

}  // namespace

TEST_CASE("a number is found however it is set in type", "[bank]") {
    const char* const purposes[] = {"по договору №4/25",
                                    "по договору № 4/25",
                                    "По договору «4/25»",
                                    "договор \"4/25\"",
                                    "N 4/25",
                                    "N4/25",
                                    "No.4/25 от 01.02",
                                    "Nr 4/25",
                                    "дог.4/25",
                                    "дог. 4/25",
                                    "дог.№4/25",
                                    "договору№4/25",
                                    "Договор 4/25от 01.02.26",
                                    "Договор 4/25от01.02.2026",
                                    "договор4/25",
                                    "ДОГОВОРУ N4/25",
                                    "по договору 4∕25",
                                    "по договору 4 / 25",
                                    "договор 4\\25",
                                    "(4/25)",
                                    "контракт номер 4/25, НДС",
                                    "#4/25",
                                    "4/25",
                                    "за ноябрь; 4/25; без НДС",
                                    "договор\xC2\xA0№\xC2\xA0"
                                    "4/25",
                                    "договор “4/25”",
                                    "договор \xC2\xAB"
                                    "4/25\xC2\xBB.",
                                    "по дог-ру 4/25",
                                    "договор № №4/25",
                                    "дог-4/25"};
    for (const std::string purpose : purposes) {
        INFO(purpose);
        CHECK(naming("4/25", purpose) == Naming::certain);
        CHECK(naming("40/26", purpose) == Naming::no);
        CHECK(naming("4", purpose) == Naming::no);
        CHECK(naming("25", purpose) == Naming::no);
    }
}

TEST_CASE("dashes, case and letters that look alike are the same", "[bank]") {
    CHECK(naming("12/26-Н", "договор 12/26–н") == Naming::certain);
    CHECK(naming("12/26-Н", "договор 12/26—Н") == Naming::certain);
    CHECK(naming("12/26-Н", "договор 12/26-H") == Naming::certain);  // Latin
    CHECK(naming("А-2", "договор A-2") == Naming::certain);
    CHECK(naming("8-А", "дог. № 8-а от 01.01.2025") == Naming::certain);
    CHECK(naming("БУ 12/26", "договор БУ 12/26 от 01.02") == Naming::certain);
    CHECK(naming("N 4/25", "договор №4/25") == Naming::certain);
    CHECK(naming("Договор № 4/25", "по договору 4/25") == Naming::certain);
    CHECK(naming("7-БУ", "Предоплата по договору №7-БУ=2026; часть 1") == Naming::certain);
}

TEST_CASE("another number is none of it", "[bank]") {
    CHECK(naming("2/26", "договор 12/26") == Naming::no);
    CHECK(naming("12/26", "договор 12/26-н") == Naming::no);
    CHECK(naming("12/26", "договор 12/267") == Naming::no);
    CHECK(naming("11", "договор от 02.11.2026") == Naming::no);
    CHECK(naming("2026", "за ноябрь 2026") == Naming::no);
    CHECK(naming("2026", "по договору № 2026") == Naming::certain);
    CHECK(naming("А", "услуги, а также консультации") == Naming::no);
    CHECK(naming("А", "договор А") == Naming::certain);
    CHECK(naming("", "договор 2") == Naming::no);
}

TEST_CASE("a short number means a contract only beside a word or a sign for it", "[bank]") {
    for (const std::string purpose :
         {"по договору 2", "договор №2", "дог. 2", "оплата №2", "контракту N 2", "договору от 01.02.2026 № 2",
          "по договорам 1, 2 и 3", "договоры 1 и 2", "договор 2, консультации", "договору2"}) {
        INFO(purpose);
        CHECK(naming("2", purpose) == Naming::certain);
    }
    for (const std::string purpose :
         {"Консультации за 2 недели", "Оплата по договору А - 2",
          "по счёту 2 от 03.11.2026 по основному договору", "по счету № 2", "счёт-фактура №2",
          "акт № 2 от 01.11", "доп. соглашение № 2 к договору 40/26", "приложение №2", "договор 2 квартал",
          "за 2 кв. 2026", "п/п № 2", "этап 2", "договору, 2 месяца", "2", "счёт от 03.11.2026 № 2",
          "дополнительному соглашению 2"}) {
        INFO(purpose);
        CHECK(naming("2", purpose) == Naming::no);
    }
}

TEST_CASE("what may be meant is not certain", "[bank]") {
    CHECK(naming("А-2", "Оплата по договору А - 2") == Naming::perhaps);
    CHECK(naming("А-2", "Оплата по договору А -2") == Naming::perhaps);
    CHECK(naming("45/26", "Оплата по счёту № 45/26") == Naming::perhaps);
}

TEST_CASE("tax ids are found, also beside what banks write with them", "[bank]") {
    CHECK(Purpose("за ООО ИНН 7736207543").tax_ids() == std::vector<std::string>{"7736207543"});
    CHECK(Purpose("за ИНН/КПП 7736207543/773601001").tax_ids() == std::vector<std::string>{"7736207543"});
    CHECK(Purpose("ИНН7736207543;").tax_ids() == std::vector<std::string>{"7736207543"});
    CHECK(Purpose("ИНН: 500100732259").tax_ids() == std::vector<std::string>{"500100732259"});
    CHECK(Purpose("счёт 40702810700000008822").tax_ids().empty());
}

}  // namespace tracker
