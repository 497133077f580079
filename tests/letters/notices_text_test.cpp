// SPDX-License-Identifier: MIT
// What notices say, word for word, in the cases in which they say more or less than usual.
#include "../catch.hpp"
#include "written_cases.hpp"

namespace tracker {

TEST_CASE("a notice takes the place of an earlier one", "[letters]") {
    const std::string replacing = letter(Sort::suspension, "in the place of an earlier notice", Language::ru);
    CHECK(replacing.find(
              "Настоящее письмо заменяет наше уведомление от 13.11.2026: приостановки с 12.11.2026, о "
              "которой в нём говорилось, не было.") != std::string::npos);
}

TEST_CASE("a notice asks for what money covers first, too", "[letters]") {
    const std::string older =
        letter(Sort::suspension, "an older fee that was put off, and a refund", Language::en);
    CHECK(
        older.find(
            "To be paid as of 18 November 2026, RUB~11,956.00 in all:\n\n"
            "- fee for October 2026: charged RUB~6,734.00, received RUB~1,234.00, left to pay RUB~5,500.00; "
            "due by 30 November 2026 (postponed; money is applied to it first)\n"
            "- fee for November 2026: charged RUB~7,234.00, received RUB~1,234.00, left to pay "
            "RUB~6,000.00; due by 10 November 2026, 8 days overdue\n"
            "- paid back to you beyond what was received: RUB~456.00\n") != std::string::npos);
}

TEST_CASE("money that lifts no suspension, in Russian", "[letters]") {
    CHECK(letter(Sort::part_payment, "money of two days, several charges, papers", Language::ru) ==
          R"(Оплата по договору № 12/26 получена частично, обслуживание остаётся приостановленным

Здравствуйте!

По договору № 12/26 от 27.08.2026 (ООО «Неуловимый») от вас поступило:

- 19.11.2026 — 1~234,00~руб.
- 20.11.2026 — 999,00~руб.

Благодарим за оплату. Частичная оплата приостановку не отменяет (п. 4.2 договора): обслуживание остаётся приостановленным с 16.11.2026.

Осталось оплатить на 20.11.2026 всего 3~277,00~руб.:

- оплата за октябрь 2026 г.: начислено 3~734,00~руб., поступило 1~234,00~руб., осталось 2~500,00~руб.; срок 09.11.2026, просрочка 11 дней
- дополнительные услуги (справка для банка): начислено 2~011,00~руб., поступило 1~234,00~руб., осталось 777,00~руб.; срок 18.11.2026, просрочка 2 дня

Обслуживание возобновится, когда эта сумма поступит полностью. При оплате после 20.11.2026 к ней добавятся платежи, срок которых к тому дню истечёт.

Кроме того, по договору ждём от вас:

- банковские выписки за октябрь 2026 г. — срок 01.11.2026, просрочка 19 дней

С уважением,
Бухгалтерия «Счёт»
)");
}

TEST_CASE("a notice is withdrawn in words that one can send to a director", "[letters]") {
    CHECK(letter(Sort::withdrawal, "money that was recorded later", Language::ru) ==
          R"(Отзываем уведомление о приостановке обслуживания по договору № 12/26

Здравствуйте!

Отзываем наше уведомление от 17.11.2026 о приостановке обслуживания с 16.11.2026 по договору № 12/26 от 27.08.2026 (ООО «Неуловимый»): приостановки с этого дня не было. Приносим извинения.

Когда мы писали уведомление, у нас ещё не было сведений о поступлениях:

- 14.11.2026 — 6~000,00~руб.

Обслуживание по договору продолжается в обычном порядке.

С уважением,
Бухгалтерия «Счёт»
)");
    CHECK(letter(Sort::withdrawal, "for another reason, without date of contract, clause and firm",
                 Language::en) == R"(We withdraw the notice of suspension under contract 12/26

Hello,

We withdraw our notice of 17 November 2026, by which our services under contract 12/26 (ООО «Неуловимый») were suspended from 16 November 2026: there was no suspension from that day. We apologise.

What this rests on became known to us after the notice.

Our services under the contract continue as usual.

Kind regards
)");
}

TEST_CASE("a contract that covers the oldest debt first says so and doesn't ask for the period",
          "[letters]") {
    const LetterCase one = find_case(Sort::reminder, "one fee");
    LetterParties parties = one.parties(Language::ru);
    parties.oldest_first = "п. 3.4";
    const std::string text =
        render_letter(built_in_template(Sort::reminder, Language::ru), one.letter, parties).text;
    CHECK(text.find(
              "В назначении платежа укажите, пожалуйста, номер договора. Поступившие деньги засчитываются в "
              "погашение самой ранней задолженности (п. 3.4 договора).") != std::string::npos);
}

}  // namespace tracker
