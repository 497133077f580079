// SPDX-License-Identifier: MIT
// What there is to choose from: what the program carries, and the firm's own beside it.
#include <set>
#include <string>

#include "../catch.hpp"
#include "catalogue.hpp"
#include "tracker/base/error.hpp"

namespace tracker {
namespace {

using test::Choice;

void record(Store& store, std::string_view kind, const std::string& title, std::optional<Line> line) {
    DutyKind own;
    own.kind = Kind{kind};
    own.title_ru = title;
    own.line = std::move(line);
    store.add(0, own);
}

void record_set(Store& store, const std::string& name, const std::string& kinds) {
    DutySet own;
    own.name = name;
    own.title_en = "Ours";
    own.kinds = Inputs::parse(kinds).value();
    store.add(0, own);
}

std::string names(const std::vector<const DutyKind*>& kinds) {
    std::string text;
    for (const DutyKind* kind : kinds) text += (text.empty() ? "" : " ") + std::string(kind->kind.text());
    return text;
}

}  // namespace

TEST_CASE("what the program carries is whole", "[exchange][duties]") {
    const Choice choice;
    const DutyCatalogue& catalogue = choice.catalogue;
    CHECK(catalogue.kinds().size() == 50);
    std::set<std::string> kinds;
    for (const DutyKind& kind : catalogue.kinds()) {
        INFO(kind.kind.text());
        CHECK(kinds.insert(std::string(kind.kind.text())).second);
        CHECK(!kind.title_ru.empty());
        CHECK(!kind.title_en.empty());
        CHECK(!kind.source.empty());
        REQUIRE(kind.line);
        CHECK((kind.line->lead == 5) == !kind.line->inputs.empty());
        CHECK((kind.line->inputs.empty() || kind.line->owed_by == OwedBy::us));
        CHECK(!catalogue.is_own(kind.kind));
    }
    CHECK(catalogue.sets().size() == 15);
    std::set<std::string> sets;
    for (const DutySet& set : catalogue.sets()) {
        INFO(set.name);
        CHECK(sets.insert(set.name).second);
        CHECK(!kinds.contains(set.name));  // either is found by its name
        CHECK(!set.title_ru.empty());
        CHECK(!set.title_en.empty());
        CHECK(catalogue.named(set.name).size() == set.kinds.kinds().size());
    }
}

TEST_CASE("work for December alone, and what is due before the papers, waits for none",
          "[exchange][duties]") {
    const Choice choice;
    for (const char* kind : {"salary", "advance", "ndfl-notice-1", "ndfl-notice-2", "ndfl-notice-dec"}) {
        INFO(kind);
        CHECK(choice.catalogue.kind(Kind{kind})->line->inputs.empty());
    }
    CHECK(choice.catalogue.kind(Kind{"vat-return"})->line->inputs ==
          Inputs({kinds::documents, kinds::statement}));
}

TEST_CASE("a set's kinds, a kind's own name, and what is neither", "[exchange][duties]") {
    const Choice choice;
    CHECK(names(choice.catalogue.named("ooo-usn")) ==
          "accounts-year usn-notice usn-pay usn-return-org usn-pay-org");
    CHECK(names(choice.catalogue.named("profit-advance")) == "profit-advance");
    CHECK_THROWS_WITH(choice.catalogue.named("oo-usn"), "there is no set 'oo-usn': did you mean 'ooo-usn'?");
    CHECK_THROWS_WITH(choice.catalogue.named("\x1b[2J"),
                      "there is no set '\xEF\xBF\xBD[2J': see 'tracker schedule sets'");
    CHECK_THROWS_AS(choice.catalogue.named(""), NotFoundError);
}

TEST_CASE("titles in a language, or in the other", "[exchange][duties]") {
    test::Practice practice;
    practice.write([](Store& store) {
        record(store, "payroll-register", "Реестр выплат", Line{OwedBy::us, 1, 3, Convention::none});
        record(store, "documents", "Первичка", std::nullopt);
    });
    const Store store(practice.path, Store::Access::read);
    const DutyCatalogue catalogue(store);
    CHECK(catalogue.title_of(Kind{"rsv"}, Language::en) == "Return of social contributions (RSV)");
    CHECK(catalogue.title_of(Kind{"rsv"}, Language::ru) == "РСВ (расчёт по страховым взносам)");
    CHECK(catalogue.title_of(Kind{"payroll-register"}, Language::en) == "Реестр выплат");
    CHECK(catalogue.title_of(kinds::documents, Language::en) == "Первичка");
    CHECK_FALSE(catalogue.title_of(Kind{"demand"}, Language::ru));
}

TEST_CASE("the firm's own replace those of the same name in their places", "[exchange][duties]") {
    test::Practice practice;
    const Line monthly{OwedBy::us, 1, 20, Convention::following};
    practice.write([&](Store& store) {
        record(store, "vat-return", "НДС", monthly);
        record(store, "rsv", "Взносы", std::nullopt);
        record(store, "payroll-register", "Реестр", monthly);
        record_set(store, "ooo-usn", "payroll-register vat-return");
        record_set(store, "late", "gone rsv");
    });
    Store store(practice.path, Store::Access::read);
    const DutyCatalogue catalogue(store);
    CHECK(catalogue.kinds().size() == 51);
    CHECK(catalogue.kind(Kind{"vat-return"})->line == monthly);
    CHECK(catalogue.is_own(Kind{"vat-return"}));
    CHECK(names(catalogue.named("ooo-usn")) == "vat-return payroll-register");
    CHECK(catalogue.sets().size() == 16);
    // Another title alone: the line stays the law's.
    CHECK(catalogue.kind(Kind{"rsv"})->title_ru == "Взносы");
    CHECK(catalogue.kind(Kind{"rsv"})->line->months == every::quarter);
    CHECK(catalogue.kind(Kind{"rsv"})->source == "НК РФ ст. 431 п. 7");
    // A kind that was taken back while a set names it.
    CHECK_THROWS_WITH(
        catalogue.named("late"),
        "set 'late' names the kind 'gone', which is no longer known: record it anew with 'tracker "
        "import kinds'");

    // As it was known before.
    store.as_known_by(0);
    const DutyCatalogue before(store);
    CHECK(before.kinds().size() == 50);
    CHECK(before.kind(Kind{"vat-return"})->line->months == every::quarter);
}

}  // namespace tracker
