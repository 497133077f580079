// SPDX-License-Identifier: MIT
// What letters call the duties of the catalogue, each with its period.
#include "tracker/said/titles.hpp"

#include "../catch.hpp"
#include "../exchange/catalogue.hpp"
#include "letters/wording.hpp"
#include "written_cases.hpp"

namespace tracker {
namespace {

constexpr Period december{2026 * 12 + 11};

/// The last month of the line's up to December 2026.
Period last_of(Months months) {
    Period last = december;
    while (!months.has(last)) last = last - 1;
    return last;
}

Obligation obligation(Kind kind, Period period, Months months) {
    Obligation made;
    made.kind = kind;
    made.period = period;
    made.months = months;
    made.due = first_day(period);
    return made;
}

std::string all_titles(Language language) {
    const test::Choice choice;
    const Wording wording(language, &choice.catalogue);
    std::string all;
    for (const DutyKind& kind : choice.catalogue.kinds()) {
        const Period period = last_of(kind.line->months);
        all += wording.item(obligation(kind.kind, period, kind.line->months)) + "\n";
    }
    return all;
}

}  // namespace

TEST_CASE("each title of the catalogue is read with its period, in Russian", "[letters]") {
    CHECK(all_titles(Language::ru) == R"(расчёт зарплаты за декабрь 2026 г.
расчёт аванса за декабрь 2026 г.
уведомление: НДФЛ, удержанный 1-22 числа (декабрь 2026 г.)
НДФЛ, удержанный 1-22 числа (декабрь 2026 г.)
уведомление: НДФЛ, удержанный с 23-го по конец месяца (ноябрь 2026 г.)
НДФЛ, удержанный с 23-го по конец месяца (ноябрь 2026 г.)
уведомление: НДФЛ, удержанный 23-31 декабря 2026 г.
НДФЛ, удержанный 23-31 декабря 2026 г.
6-НДФЛ за 9 месяцев 2026 г.
6-НДФЛ за 2026 год
уведомление: страховые взносы за ноябрь 2026 г.
страховые взносы за работников за декабрь 2026 г.
РСВ (расчёт по страховым взносам) за IV квартал 2026 г.
персонифицированные сведения о физлицах за ноябрь 2026 г.
взносы на травматизм за декабрь 2026 г.
ЕФС-1 раздел 2 (травматизм) за IV квартал 2026 г.
ЕФС-1 подраздел 1.2 (стаж) за 2026 год
ЕФС-1 подраздел 1.1: прочие кадровые события месяца (декабрь 2026 г.)
график отпусков на 2027 год
декларация по НДС за IV квартал 2026 г.
НДС: первая треть (IV квартал 2026 г.)
НДС: вторая треть (IV квартал 2026 г.)
НДС: последняя треть (IV квартал 2026 г.)
декларация по прибыли за 9 месяцев 2026 г.
декларация по прибыли за 2026 год
авансовый платёж по прибыли за III квартал 2026 г.
налог на прибыль за 2026 год
ежемесячный авансовый платёж по прибыли за декабрь 2026 г.
бухгалтерская (финансовая) отчётность за 2026 год
уведомление: авансы по имуществу, транспорту, земле за III квартал 2026 г.
авансы по имуществу, транспорту, земле за III квартал 2026 г.
уведомление: имущество (кадастр), транспорт, земля за 2026 год
декларация по налогу на имущество за 2026 год
имущество, транспорт, земля за 2026 год
уведомление: аванс по УСН за III квартал 2026 г.
аванс по УСН за III квартал 2026 г.
декларация по УСН за 2026 год (организация)
налог по УСН за 2026 год (организация)
декларация по УСН за 2026 год (ИП)
налог по УСН за 2026 год (ИП)
фиксированные взносы ИП за себя за 2026 год
взносы ИП 1% с дохода свыше 300 тыс. за 2026 год
уведомление: аванс ИП по НДФЛ за себя за III квартал 2026 г.
аванс ИП по НДФЛ за себя за III квартал 2026 г.
3-НДФЛ ИП за 2026 год
НДФЛ ИП за себя за 2026 год
патент на 2026 год: первая треть
патент на 2026 год: две трети (патент до 31 декабря)
налог по АУСН за декабрь 2026 г.
взносы на травматизм на АУСН за декабрь 2026 г.
)");
}

TEST_CASE("each title of the catalogue is read with its period, in English", "[letters]") {
    CHECK(all_titles(Language::en) == R"(salary calculation for December 2026
salary advance calculation for December 2026
notice: income tax withheld on days 1-22 (December 2026)
income tax withheld on days 1-22 (December 2026)
notice: income tax withheld from day 23 on (November 2026)
income tax withheld from day 23 on (November 2026)
notice: income tax withheld on 23-31 December 2026
income tax withheld on 23-31 December 2026
form 6-NDFL for 9 months of 2026
form 6-NDFL for 2026
notice: social contributions for November 2026
social contributions for December 2026
return of social contributions (RSV) for Q4 2026
monthly personal data of employees (PSV) for November 2026
work-injury contributions for December 2026
EFS-1 section 2 (work injury) for Q4 2026
EFS-1 subsection 1.2 (length of service) for 2026
EFS-1 subsection 1.1: other personnel events of the month (December 2026)
vacation schedule for 2027
VAT return for Q4 2026
VAT, first third (Q4 2026)
VAT, second third (Q4 2026)
VAT, last third (Q4 2026)
profit tax return for 9 months of 2026
profit tax return for 2026
profit tax, quarterly advance for Q3 2026
profit tax for 2026
profit tax, monthly advance for December 2026
annual accounts for 2026
notice: property, transport, land tax advances for Q3 2026
property, transport, land tax advances for Q3 2026
notice: yearly property (cadastral), transport, land tax for 2026
property tax return for 2026
property, transport, land tax for 2026
notice: simplified tax advance for Q3 2026
simplified tax, advance for Q3 2026
simplified tax return (company) for 2026
simplified tax for 2026 (company)
simplified tax return (sole trader) for 2026
simplified tax for 2026 (sole trader)
sole trader's fixed contributions for 2026
sole trader's 1% contributions for 2026
notice: sole trader's own income tax advance for Q3 2026
sole trader's own income tax, advance for Q3 2026
sole trader's income tax return (3-NDFL) for 2026
sole trader's own income tax for 2026
yearly patent: first third (January 2026)
yearly patent: remaining two thirds (2026)
automated simplified tax for December 2026
work-injury contributions under AUSN for December 2026
)");
}

TEST_CASE("a title begins small in a sentence, but for abbreviations", "[letters]") {
    CHECK(mid_sentence("Декларация по НДС") == "декларация по НДС");
    CHECK(mid_sentence("НДС: первая треть") == "НДС: первая треть");
    CHECK(mid_sentence("6-НДФЛ за год") == "6-НДФЛ за год");
    CHECK(mid_sentence("VAT return") == "VAT return");
    CHECK(mid_sentence("Notice: contributions") == "notice: contributions");
    CHECK(mid_sentence("Я") == "Я");
    CHECK(mid_sentence("").empty());
}

TEST_CASE("what is reported from the year's beginning on is said so", "[letters]") {
    const test::Choice choice;
    const Wording ru(Language::ru, &choice.catalogue);
    const Wording en(Language::en, &choice.catalogue);
    const auto said = [](const Wording& wording, int month) {
        return wording.item(obligation(Kind{"ndfl6"}, Period{2026 * 12 + month - 1}, every::quarter));
    };
    CHECK(said(ru, 3) == "6-НДФЛ за I квартал 2026 г.");
    CHECK(said(ru, 6) == "6-НДФЛ за полугодие 2026 г.");
    CHECK(said(ru, 9) == "6-НДФЛ за 9 месяцев 2026 г.");
    CHECK(said(en, 3) == "form 6-NDFL for Q1 2026");
    CHECK(said(en, 6) == "form 6-NDFL for the half-year of 2026");
    CHECK(said(en, 9) == "form 6-NDFL for 9 months of 2026");
}

TEST_CASE("what the law asks of a client is no material that work waits for, and no debt", "[letters]") {
    const test::Choice choice;
    const auto told_of = [&](Kind kind, std::string_view name = "one item") {
        LetterCase one = find_case(Sort::reminder, name);
        one.letter.items.front().item.kind = kind;
        LetterParties parties = one.parties(Language::ru);
        parties.catalogue = &choice.catalogue;
        return render_letter(built_in_template(Sort::reminder, Language::ru), one.letter, parties).text;
    };
    const std::string papers = "Материалы, полученные после срока";
    CHECK(told_of(kinds::documents).find(papers) != std::string::npos);
    CHECK(told_of(Kind{"payroll-register"}).find(papers) != std::string::npos);
    const std::string tax = told_of(Kind{"contrib-pay"});
    CHECK(tax.find("- страховые взносы за работников за октябрь 2026 г. — до 05.11.2026") !=
          std::string::npos);
    CHECK(tax.find(papers) == std::string::npos);
    CHECK(told_of(Kind{"contrib-pay"}, "one item, overdue")
              .find("срок 05.11.2026, сведений об исполнении у нас нет") != std::string::npos);
}

}  // namespace tracker
