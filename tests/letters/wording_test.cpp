// SPDX-License-Identifier: MIT
// Days, sums, items and the phrase on when service resumes, as letters write them in each language.
#include "letters/wording.hpp"

#include "../catch.hpp"
#include "written_cases.hpp"

namespace tracker {
namespace {

constexpr Period december{2026 * 12 + 11};

}  // namespace

TEST_CASE("amounts, days and kinds in both languages", "[letters]") {
    const Wording ru(Language::ru);
    const Wording en(Language::en);
    CHECK(ru.amount(Money{1500000}, "RUB") == "15\u00a0000,00\u00a0руб.");
    CHECK(ru.amount(Money{123456789}, "EUR") == "1\u00a0234\u00a0567,89\u00a0EUR");
    CHECK(en.amount(Money{1500000}, "RUB") == "RUB\u00a015,000.00");
    CHECK(en.amount(Money{5}, "USD") == "USD\u00a00.05");
    std::string days;
    for (const int n : {1, 2, 4, 5, 11, 12, 14, 20, 21, 23, 25, 101, 111, 114, 122}) days += ru.days(n) + ' ';
    CHECK(
        days ==
        "1 день 2 дня 4 дня 5 дней 11 дней 12 дней 14 дней 20 дней 21 день 23 дня 25 дней 101 день 111 дней "
        "114 дней 122 дня ");
    CHECK(en.days(1) == "1 day");
    CHECK(en.days(21) == "21 days");
    const Period november{2026 * 12 + 10};
    CHECK(ru.kind(kinds::payment, november, last_day(november)) == "предоплата");
    CHECK(ru.kind(kinds::payment, november, last_day(november) + date::days{1}) == "оплата");
    CHECK(ru.kind(Kind("payroll-register"), november, {}) == "payroll register");
    CHECK(en.day(first_day(november)) == "1 November 2026");
}

TEST_CASE("a fee that is overdue is a debt once its time is over, in Russian", "[letters]") {
    LetterItem fee;
    fee.item.kind = kinds::payment;
    fee.item.period = december;
    fee.item.due = first_day(december) + days{9};
    const Day within = last_day(december);
    const Day after = within + days{1};
    CHECK_FALSE(fee.is_debt(after));
    fee.late = true;
    CHECK_FALSE(fee.is_debt(within));
    CHECK(fee.is_debt(after));
    const Wording ru(Language::ru);
    const Wording en(Language::en);
    CHECK(ru.item(fee.item, false) == "предоплата за декабрь 2026 г.");
    CHECK(ru.item(fee.item, true) == "задолженность за декабрь 2026 г.");
    CHECK(en.item(fee.item, true) == "fee for December 2026");
    fee.item.due = after;
    CHECK(ru.item(fee.item) == "оплата за декабрь 2026 г.");
    fee.item.kind = kinds::charge;
    CHECK_FALSE(fee.is_debt(after));
    CHECK(ru.item(fee.item) == "оплата дополнительных услуг");
    CHECK(en.item(fee.item) == "additional services");
}

TEST_CASE("papers of several months", "[letters]") {
    CHECK(Wording(Language::ru).papers(kinds::documents, {december - 2, december - 1, december}, {}) ==
          "документы за октябрь 2026 г., ноябрь 2026 г. и декабрь 2026 г.");
    CHECK(Wording(Language::en).papers(kinds::statement, {december - 1, december}, {}) ==
          "bank statements for November 2026 and December 2026");
}

TEST_CASE("when service resumes after payment", "[letters]") {
    const Wording ru(Language::ru);
    const Wording en(Language::en);
    CHECK(ru.resumption(0) == "в день поступления полной оплаты");
    CHECK(ru.resumption(1) == "на следующий рабочий день после поступления полной оплаты");
    CHECK(ru.resumption(2) == "через 2 рабочих дня после поступления полной оплаты");
    CHECK(ru.resumption(5) == "через 5 рабочих дней после поступления полной оплаты");
    CHECK(ru.resumption(11) == "через 11 рабочих дней после поступления полной оплаты");
    CHECK(ru.resumption(21) == "через 21 рабочий день после поступления полной оплаты");
    CHECK(ru.resumption(22) == "через 22 рабочих дня после поступления полной оплаты");
    CHECK(en.resumption(0) == "on the day on which the full amount is received");
    CHECK(en.resumption(1) == "on the next working day after the full amount is received");
    CHECK(en.resumption(2) == "2 working days after the full amount is received");
    CHECK(en.resumption(21) == "21 working days after the full amount is received");
}

}  // namespace tracker
