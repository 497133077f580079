// SPDX-License-Identifier: MIT
// Letters as they come out of the templates that the program carries: some word for word, all of them for
// what must hold of each.
#include "tracker/letters/letter_text.hpp"

#include <algorithm>

#include "../catch.hpp"
#include "written_cases.hpp"

using namespace tracker;

namespace {

constexpr auto sorts = all_sorts_of_letters;
constexpr Language languages[] = {Language::ru, Language::en};

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

template <class Check>
void each_letter(Check check) {
    for (const Sort sort : sorts) {
        for (const Language language : languages) {
            for (const LetterCase& one : letter_cases(sort)) {
                CAPTURE(template_name(sort), language, one.name);
                check(one, language);
            }
        }
    }
}

}  // namespace

TEST_CASE("a reminder of papers and money, in Russian", "[letters]") {
    CHECK(letter(Sort::reminder, "several items, some of them overdue, and a charge", Language::ru) ==
          R"(Напоминание о сроках по договору № 12/26

Здравствуйте!

Напоминаем о сроках по договору № 12/26 от 27.08.2026 (ООО «Неуловимый»):

- банковские выписки за октябрь 2026 г. — срок 01.11.2026, просрочка 5 дней
- документы за октябрь 2026 г. — срок 05.11.2026, просрочка 1 день
- vat return за октябрь 2026 г. — до 07.11.2026 включительно
- оплата дополнительных услуг (справка для «{{banka}}»), 1~234,50~руб. — до 09.11.2026 включительно

В назначении платежа укажите, пожалуйста, номер договора и номер счёта, если он выставлен: так мы сможем сразу учесть оплату.

Если операций за период не было, достаточно сообщить об этом в ответном письме. Материалы, полученные после срока, будут обработаны в порядке поступления; сроки подготовки расчётов и отчётности при этом могут быть перенесены.

Если что-либо из перечисленного уже отправлено или оплачено, сообщите нам, пожалуйста, ответным письмом: мы проверим и учтём это.

С уважением,
Бухгалтерия «Счёт»
)");
}

TEST_CASE("a reminder with a warning, in English, without clause and firm", "[letters]") {
    CHECK(letter(Sort::reminder, "a warning, without clause", Language::en) ==
          R"(Reminder: fee for November 2026, contract 12/26

Hello,

This is a reminder of what is due under contract 12/26 (ООО «Неуловимый»):

- fee for November 2026, RUB~6,000.00: due by 10 November 2026, 3 days overdue

Unless RUB~6,000.00 is received by 15 November 2026 inclusive, our services will be suspended from 16 November 2026. A part payment does not prevent this.

Please quote the contract number, and the invoice number if there is one, in the payment details so that we can match the payment at once.

If you have already sent or paid any of this, just reply to this message and we will check and mark it.

Kind regards
)");
}

TEST_CASE("the notice of a suspension, in Russian", "[letters]") {
    CHECK(letter(Sort::suspension, "other items, overdue and to come", Language::ru) ==
          R"(Обслуживание по договору № 12/26 приостановлено с 16.11.2026

Здравствуйте!

Обслуживание по договору № 12/26 от 27.08.2026 (ООО «Неуловимый») приостановлено с 16.11.2026: к этому дню не поступило 6~000,00~руб. (предоплата за ноябрь 2026 г., срок 10.11.2026). Основание: п. 4.2 договора и п. 2 ст. 328 ГК РФ.

По состоянию на 18.11.2026 к оплате всего 6~000,00~руб.:

- предоплата за ноябрь 2026 г.: начислено 7~234,00~руб., оплачено 1~234,00~руб., осталось 6~000,00~руб.; срок оплаты 10.11.2026, просрочка 8 дней

Для возобновления обслуживания эта сумма должна поступить полностью: частичная оплата основанием для возобновления не является. При оплате после 18.11.2026 к этой сумме добавятся платежи, срок которых к тому дню истечёт. Обслуживание возобновится на следующий рабочий день после поступления полной оплаты, о чём мы вам сообщим.

Работы, срок которых приходится на период приостановления, до возобновления обслуживания не выполняются, в том числе:

- расчёт аванса за ноябрь 2026 г. — срок 20.11.2026

Обращаем ваше внимание: установленные законом сроки сдачи отчётности, уплаты налогов и выплаты заработной платы из-за приостановления не переносятся.

Напоминаем также о сроках по договору:

- банковские выписки за октябрь 2026 г. — срок 01.11.2026, просрочка 17 дней
- оплата дополнительных услуг (справка для банка), 1~234,50~руб. — до 27.11.2026 включительно

В назначении платежа укажите, пожалуйста, номер договора и номер счёта, если он выставлен: так мы сможем сразу учесть оплату.

Если оплата уже произведена, пришлите, пожалуйста, копию платёжного поручения.

С уважением,
Бухгалтерия «Счёт»
)");
}

TEST_CASE("the notice of a suspension that is cleared already, in English", "[letters]") {
    CHECK(letter(Sort::suspension, "resuming", Language::en) ==
          R"(Services under contract 12/26 are suspended from 16 November 2026 and resume on 19 November 2026

Hello,

Our services under contract 12/26 of 27 August 2026 (ООО «Неуловимый») are suspended from 16 November 2026: by that day RUB~6,000.00 had not been received (fee for November 2026, due by 10 November 2026). This is provided for in the contract (п. 4.2) and in Article 328(2) of the Civil Code of the Russian Federation.

As of 17 November 2026 no overdue payment was left, thank you. Our services resume on 19 November 2026.

Until our services resume, we do not carry out the work that falls due meanwhile, starting with:

- salary advance calculation for November 2026: due on 18 November 2026

Please note that statutory deadlines for reports, taxes and salaries do not move because of the suspension.

We are also expecting from you under the contract:

- documents for October 2026: due by 5 November 2026, 13 days overdue

Kind regards,
Бухгалтерия «Счёт»
)");
}

TEST_CASE("where a recorded pause holds as well, payment is not said to end it", "[letters]") {
    const auto ends_with = [](const std::string& text, const std::string& end) {
        return text.size() > end.size() && text.substr(text.size() - end.size()) == end;
    };
    for (const Sort sort : {Sort::suspension, Sort::part_payment}) {
        const auto* name =
            sort == Sort::suspension ? "paused by record as well, to a day" : "paused by record as well";
        CHECK_FALSE(has(letter(sort, name, Language::ru), "Обслуживание возобновится"));
        CHECK_FALSE(has(letter(sort, name, Language::en), "services will resume"));
    }
    CHECK(ends_with(letter(Sort::suspension, "paused by record as well, to a day", Language::ru),
                    R"(
Если оплата уже произведена, пришлите, пожалуйста, копию платёжного поручения.

Независимо от оплаты обслуживание приостановлено также по другому основанию с 17.11.2026; до 24.11.2026 оно не возобновится.

С уважением,
Бухгалтерия «Счёт»
)"));
    CHECK(ends_with(letter(Sort::suspension, "paid, but paused by record as well", Language::en),
                    R"(
As of 18 November 2026 no overdue payment is left, thank you.

Apart from the payment, our services are also suspended on other grounds, from 17 November 2026; we will let you know when this ends.

Kind regards,
Бухгалтерия «Счёт»
)"));
}

TEST_CASE("the notice that service goes on, in Russian", "[letters]") {
    CHECK(letter(Sort::reinstatement, "both, and a warning", Language::ru) ==
          R"(Обслуживание по договору № 12/26 возобновлено с 23.11.2026

Здравствуйте!

Обслуживание по договору № 12/26 от 27.08.2026 (ООО «Неуловимый»), приостановленное с 16.11.2026, возобновлено с 23.11.2026. Благодарим за оплату.

Работа, отложенная на период приостановления:

- расчёт аванса за ноябрь 2026 г. — срок 23.11.2026

Напоминаем о сроках по договору:

- банковские выписки за октябрь 2026 г. — срок 01.11.2026, просрочка 23 дня
- оплата дополнительных услуг, 1~234,50~руб. — срок 21.11.2026, просрочка 3 дня

Если оплата в сумме 1~234,50~руб. не поступит до 26.11.2026 включительно, с 27.11.2026 обслуживание будет снова приостановлено (п. 4.2 договора). Частичная оплата этого не предотвращает.

В назначении платежа укажите, пожалуйста, номер договора и номер счёта, если он выставлен: так мы сможем сразу учесть оплату.

С уважением,
Бухгалтерия «Счёт»
)");
}

TEST_CASE("a short notice stays short", "[letters]") {
    CHECK(letter(Sort::reinstatement, "without date of contract, clause and firm", Language::en) ==
          R"(Services under contract 12/26 resumed on 23 November 2026

Hello,

Our services under contract 12/26 (ООО «Неуловимый») resumed on 23 November 2026: the suspension that began on 16 November 2026 is over. Thank you for your payment.

Kind regards
)");
}

TEST_CASE("no letter has holes where something is absent", "[letters]") {
    each_letter([](const LetterCase& one, Language language) {
        const LetterText letter = built_in(one, language);
        CHECK(has(letter.subject, one.contract.number));
        CHECK(has(letter.text, one.client.name));
        CHECK(letter.text.front() != '\n');
        CHECK(letter.text.back() == '\n');
        for (const auto* hole :
             {"\n\n\n", "  ", " \n", "()", " ,", " .", "..", ",,", "руб..", "\r", ":\n\n\n"}) {
            CAPTURE(hole);
            CHECK_FALSE(has(letter.subject + '\n' + letter.text, hole));
        }
        const bool closed = has(letter.text, one.firm.empty() ? "regards\n" : "regards,\n") ||
                            has(letter.text, one.firm.empty() ? "уважением\n" : "уважением,\n");
        CHECK(closed);
    });
}

TEST_CASE("a heading that ends with a colon has a list below", "[letters]") {
    each_letter([](const LetterCase& one, Language language) {
        const std::string text = built_in(one, language).text;
        for (auto at = text.find(":\n"); at != std::string::npos; at = text.find(":\n", at + 1))
            CHECK(text.substr(at, 5) == ":\n\n- ");
    });
}

TEST_CASE("an English letter has Russian words from outside alone", "[letters]") {
    each_letter([](LetterCase one, Language) {
        one.client.name = "Northwind";
        one.contract.clause = "clause 4.2";
        one.firm = "Ledger & Co";
        for (LetterItem& it : one.letter.items) it.text = "a certificate";
        const std::string all = shown(built_in(one, Language::en));
        const auto foreign = [](char c) { return (static_cast<unsigned char>(c) & 0xFCU) == 0xD0U; };
        CHECK(std::none_of(all.begin(), all.end(), foreign));
    });
}

TEST_CASE("what comes from outside is data, made safe for a reader", "[letters]") {
    LetterCase one = find_case(Sort::reminder, "one charge, without a text");
    one.client.name = "{{{firm}}} {{>client}} &amp; <b>\x1b[31m\nBcc: x";
    one.contract.number = "1\r\nBcc: y";
    one.letter.items.front().text = "{{/items}}{{#items}}\x1e";
    const LetterText letter = built_in(one, Language::ru);
    CHECK(has(letter.text, "({{{firm}}} {{>client}} &amp; <b>\uFFFD[31m\uFFFDBcc: x)"));
    CHECK(has(letter.subject, "№ 1\uFFFD\uFFFDBcc: y"));
    CHECK(has(letter.text, "({{/items}}{{#items}}\uFFFD)"));
}

TEST_CASE("withheld work is told in order of its due dates", "[letters]") {
    LetterCase one = find_case(Sort::suspension, "work withheld, several charges");
    const std::string told = built_in(one, Language::ru).text;
    std::reverse(one.letter.withheld.begin(), one.letter.withheld.end());
    CHECK(built_in(one, Language::ru).text == told);
}
