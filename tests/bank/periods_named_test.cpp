// SPDX-License-Identifier: MIT
// For which months a purpose says that it pays.
#include "bank/periods_named.hpp"

#include "../catch.hpp"
#include "../rules/test_data.hpp"
#include "bank/names.hpp"
#include "tracker/base/phrases.hpp"

namespace tracker {
namespace {

using Periods = std::set<Period>;

Periods named(const std::string& purpose) {
    return periods_named(purpose, on("2026-11-05"));
}

bool stands(const std::string& name, const std::string& text) {
    return name_stands_in(words_of_name(bare_name(name)), words_of_name(bare_name(text)));
}

}  // namespace

TEST_CASE("months are named by their names and in digits", "[bank]") {
    CHECK(named("за ноябрь 2026 г.") == Periods{in("2026-11")});
    CHECK(named("за ноябрь") == Periods{in("2026-11")});
    CHECK(named("за январь") == Periods{in("2027-01")});
    CHECK(named("за июнь-июль 2026") == Periods{in("2026-06"), in("2026-07")});
    CHECK(named("за сентябрь, октябрь") == Periods{in("2026-09"), in("2026-10")});
    CHECK(named("услуги мая 2025г") == Periods{in("2025-05")});
    CHECK(named("за 10.2026") == Periods{in("2026-10")});
    CHECK(named("за 9/2026") == Periods{in("2026-09")});
}

TEST_CASE("a date, a name or a contract names no month", "[bank]") {
    for (const std::string purpose : {"по договору от 5 сентября 2026 г.", "ООО Маяк", "договор 12/26",
                                      "от 05.11.2026", "за бухгалтерию", "мартышкин труд"}) {
        INFO(purpose);
        CHECK(named(purpose).empty());
    }
}

TEST_CASE("a name stands in a purpose in any case of grammar", "[bank]") {
    CHECK(stands("ООО «Ромашка»", "за Ромашку по договору"));
    CHECK(stands("ООО «Вектор Плюс»", "за ООО Вектор-Плюс"));
    CHECK(stands("ИП Лотосова Анна Сергеевна", "за ИП Лотосову А. С."));
    CHECK(stands("ИП Лотосова Анна Сергеевна", "за Лотосову"));
    CHECK_FALSE(stands("ИП Лотосова Анна Сергеевна", "за Лотосову Б."));
    CHECK_FALSE(stands("ООО «Вектор Плюс»", "за Вектор"));
    CHECK_FALSE(stands("ООО «Берег»", "за побережье"));
    CHECK_FALSE(stands("", "за"));
}

}  // namespace tracker
