// SPDX-License-Identifier: MIT
// What notices say, word for word, in the cases in which they say more or less than usual.
#include "../catch.hpp"
#include "written_cases.hpp"

namespace tracker {

TEST_CASE("a notice takes the place of an earlier one", "[letters]") {
    const std::string replacing = letter(Sort::suspension, "in the place of an earlier notice", Language::ru);
    CHECK(replacing.find(
              "Настоящее письмо заменяет наше уведомление от 13.11.2026: приостановления с 12.11.2026, о "
              "котором в нём говорилось, не было.") != std::string::npos);
}

TEST_CASE("a notice asks for what money covers first, too", "[letters]") {
    const std::string older =
        letter(Sort::suspension, "an older fee that was put off, and a refund", Language::en);
    CHECK(
        older.find(
            "To be paid as of 18 November 2026, RUB~11,956.00 in all:\n\n"
            "- fee for October 2026: charged RUB~6,734.00, received RUB~1,234.00, left to pay RUB~5,500.00; "
            "postponed to 30 November 2026, but money received is applied to it first\n"
            "- fee for November 2026: charged RUB~7,234.00, received RUB~1,234.00, left to pay "
            "RUB~6,000.00; due by 10 November 2026, 8 days overdue\n"
            "- paid back to you beyond what was received: RUB~456.00\n") != std::string::npos);
}

TEST_CASE("money that lifts no suspension, in Russian", "[letters]") {
    CHECK(letter(Sort::part_payment, "money of two days, several charges, papers", Language::ru) ==
          R"(Частичная оплата по договору № 12/26: обслуживание остаётся приостановленным

Здравствуйте!

По договору № 12/26 от 27.08.2026 (ООО «Неуловимый») мы получили от вас оплату:

- 19.11.2026 — 1~234,00~руб.
- 20.11.2026 — 999,00~руб.

Благодарим за оплату. Частичная оплата не является основанием для возобновления обслуживания (п. 4.2 договора): оно остаётся приостановленным с 16.11.2026.

По состоянию на 20.11.2026 осталось оплатить всего 3~277,00~руб.:

- задолженность за октябрь 2026 г.: начислено 3~734,00~руб., оплачено 1~234,00~руб., осталось 2~500,00~руб.; срок оплаты 09.11.2026, просрочка 11 дней
- оплата дополнительных услуг (справка для банка): начислено 2~011,00~руб., оплачено 1~234,00~руб., осталось 777,00~руб.; срок оплаты 18.11.2026, просрочка 2 дня

Для возобновления обслуживания эта сумма должна поступить полностью. При оплате после 20.11.2026 к этой сумме добавятся платежи, срок которых к тому дню истечёт. Обслуживание возобновится через 2 рабочих дня после поступления полной оплаты, о чём мы вам сообщим.

Напоминаем также о сроке по договору:

- банковские выписки за октябрь 2026 г. — срок 01.11.2026, просрочка 19 дней

В назначении платежа укажите, пожалуйста, номер договора и номер счёта, если он выставлен: так мы сможем сразу учесть оплату.

С уважением,
Бухгалтерия «Счёт»
)");
}

TEST_CASE("a notice is withdrawn in words that one can send to a director", "[letters]") {
    CHECK(letter(Sort::withdrawal, "money that was recorded later", Language::ru) ==
          R"(Отзыв уведомления о приостановлении обслуживания по договору № 12/26

Здравствуйте!

Отзываем наше уведомление от 17.11.2026 о приостановлении обслуживания по договору № 12/26 от 27.08.2026 (ООО «Неуловимый») с 16.11.2026: приостановления с этого дня не было.

Приносим извинения.

На момент составления уведомления у нас ещё не было сведений о поступившей от вас оплате:

- 14.11.2026 — 6~000,00~руб.

Обслуживание по договору продолжается в обычном порядке.

С уважением,
Бухгалтерия «Счёт»
)");
    CHECK(letter(Sort::withdrawal, "for another reason, without date of contract, clause and firm",
                 Language::en) == R"(We withdraw the notice of suspension under contract 12/26

Hello,

We withdraw our notice of 17 November 2026, by which our services under contract 12/26 (ООО «Неуловимый») were suspended from 16 November 2026: there was no suspension from that day.

We apologise.

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
              "В назначении платежа укажите, пожалуйста, номер договора и номер счёта, если он выставлен. "
              "Поступившие средства в первую очередь засчитываются в погашение самой ранней задолженности "
              "(п. 3.4 договора).") != std::string::npos);
}

TEST_CASE("notices that ask for money say how to name it, whichever their sort and language", "[letters]") {
    const auto notice = [](Sort sort, std::string_view name, Language language) {
        return letter(sort, name, language);
    };
    for (const auto& [sort, name] :
         {std::pair{Sort::suspension, "one fee, nothing withheld"}, std::pair{Sort::part_payment, "one fee"},
          std::pair{Sort::reinstatement, "items expected"},
          std::pair{Sort::withdrawal, "items expected, and a warning"}}) {
        CAPTURE(name);
        CHECK(notice(sort, name, Language::ru).find("номер договора и номер счёта") != std::string::npos);
        CHECK(notice(sort, name, Language::en).find("the contract number, and the invoice number") !=
              std::string::npos);
    }
    for (const Language language : {Language::ru, Language::en}) {
        const std::string asks_nothing =
            notice(Sort::reinstatement, "nothing to catch up, nothing expected", language);
        CHECK(asks_nothing.find("счёта") == std::string::npos);
        CHECK(asks_nothing.find("invoice") == std::string::npos);
    }
}

TEST_CASE("work that was held back and lacks papers has no date, but what it waits for", "[letters]") {
    const auto* const name = "work to catch up that waits for papers";
    CHECK(letter(Sort::reinstatement, name, Language::ru)
              .find("Работы, отложенные на период приостановления:\n\n"
                    "- расчёт аванса за ноябрь 2026 г. — срок 23.11.2026\n"
                    "- vat return за октябрь 2026 г. — выполним после поступления недостающих материалов "
                    "(документы за октябрь 2026 г.)\n") != std::string::npos);
    CHECK(letter(Sort::reinstatement, name, Language::en)
              .find("The work that was held back during the suspension:\n\n"
                    "- salary advance calculation for November 2026: due on 23 November 2026\n"
                    "- vat return for October 2026: to be done once we have received what is missing "
                    "(documents for October 2026)\n") != std::string::npos);
}

TEST_CASE("where the terms are to change, a notice names no day on which service resumes", "[letters]") {
    CHECK(letter(Sort::suspension, "terms that are to change", Language::ru)
              .find("Обслуживание возобновится в срок, установленный договором, после поступления полной "
                    "оплаты, о чём мы вам сообщим.") != std::string::npos);
}

TEST_CASE("money of which a part came is told with all three sums, in reminders, too", "[letters]") {
    CHECK(letter(Sort::reminder, "the rest of a fee, overdue", Language::ru)
              .find("- задолженность за октябрь 2026 г.: начислено 7~234,00~руб., оплачено 1~234,00~руб., "
                    "осталось 6~000,00~руб.; срок 10.11.2026, просрочка 1 день\n") != std::string::npos);
    CHECK(letter(Sort::reminder, "the rest of a fee, overdue", Language::en)
              .find("- fee for October 2026: charged RUB~7,234.00, received RUB~1,234.00, left to pay "
                    "RUB~6,000.00; due by 10 November 2026, 1 day overdue\n") != std::string::npos);
}

}  // namespace tracker
