// SPDX-License-Identifier: MIT
// Kinds and sets by what people call them.
#include "tracker/exchange/kind_names.hpp"

#include "../catch.hpp"
#include "catalogue.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/keyboard.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

using test::Choice;

const std::vector<std::string> standard{"statement", "documents", "salary", "advance", "payment"};

std::string meant(const KindNames& names, const std::string& text) {
    const auto kind = names.meant(text);
    return kind ? std::string(kind->text()) : "nothing";
}

}  // namespace

TEST_CASE("a kind by its Russian word", "[exchange][duties]") {
    const Choice choice;
    const KindNames names(choice.catalogue, standard);
    CHECK(meant(names, "выписка") == "statement");
    CHECK(meant(names, "Документы") == "documents");
    CHECK(meant(names, "ЗАРПЛАТА") == "salary");
    CHECK(meant(names, "аванс") == "advance");
    CHECK(meant(names, "оплата") == "payment");
    CHECK(meant(names, "Statement") == "statement");
    CHECK(meant(names, "начисление") == "nothing");  // these contracts have no such kind
    CHECK(meant(names, "") == "nothing");
    CHECK(kind_of_word("Начисление") == kinds::charge);
}

TEST_CASE("a kind by its Russian title", "[exchange][duties]") {
    const Choice choice;
    const KindNames names(choice.catalogue, {"vat-return", "efs1-injury"});
    CHECK(meant(names, "декларация по НДС") == "vat-return");
    CHECK(meant(names, "Взносы на травматизм") == "nothing");  // injury-pay, which is not among them
    CHECK(names.nearest("декларация") == "Декларация по НДС");
    CHECK(names.nearest("vat-retrun") == "vat-return");
}

TEST_CASE("a kind typed in the other keyboard layout", "[exchange][duties]") {
    const Choice choice;
    const KindNames names(choice.catalogue, standard);
    for (const std::string slug : {"statement", "документы", "salary", "аванс", "payment"}) {
        INFO(slug);
        CHECK(meant(names, in_other_layout(slug)) == meant(names, slug));
        CHECK(meant(names, slug) != "nothing");
    }
    CHECK(names.nearest("зарплта") == "зарплата");
    CHECK(names.nearest("documnts") == "documents");
    CHECK(names.nearest("вщсгьтеы") == "documents");
    CHECK_FALSE(names.nearest("абырвалг"));
}

TEST_CASE("a slug wins over what it may mean besides", "[exchange][duties]") {
    const Choice choice;
    const std::string odd = in_other_layout("зарплата");
    REQUIRE(Kind::is_slug(odd));
    CHECK(meant(KindNames(choice.catalogue, {"salary"}), odd) == "salary");
    CHECK(meant(KindNames(choice.catalogue, {"salary", odd}), odd) == odd);
}

TEST_CASE("a title that several kinds have is nobody's", "[exchange][duties]") {
    test::Practice practice;
    practice.write([](Store& store) {
        for (const char* slug : {"audit-a", "audit-b"}) {
            DutyKind own;
            own.kind = Kind{slug};
            own.title_ru = "Проверка";
            store.add(0, own);
        }
    });
    const Store store(practice.path, Store::Access::read);
    const DutyCatalogue catalogue(store);
    CHECK_THROWS_WITH(KindNames(catalogue, {"audit-a", "audit-b"}).meant("проверка"),
                      "several kinds are called 'проверка': write audit-a or audit-b");
    CHECK(meant(KindNames(catalogue, {"audit-b"}), "проверка") == "audit-b");
}

TEST_CASE("a set by its title", "[exchange][duties]") {
    const Choice choice;
    const DutyCatalogue& catalogue = choice.catalogue;
    for (const DutySet& set : catalogue.sets()) {
        INFO(set.name);
        CHECK(catalogue.called(set.name) == set.name);
        CHECK(catalogue.called(set.title_ru) == set.name);
        CHECK(catalogue.called(set.title_en) == set.name);
        CHECK(catalogue.called(in_other_layout(set.name)) == set.name);
    }
    CHECK(catalogue.called("ооо на усн") == "ooo-usn");
    CHECK(catalogue.called("РАБОТНИКИ") == "staff");
    CHECK(catalogue.called("зарплата") == "salary");
    CHECK(catalogue.called("Декларация по НДС") == "vat-return");
    CHECK(catalogue.called("rsv") == "rsv");
    CHECK_THROWS_WITH(catalogue.called("ООО на УСМ"),
                      "there is no set 'ООО на УСМ': did you mean 'ООО на УСН'?");
    CHECK_THROWS_WITH(catalogue.called("абырвалг"),
                      "there is no set 'абырвалг': see 'tracker schedule sets'");
    CHECK_THROWS_WITH(catalogue.called("oo-usn"), "there is no set 'oo-usn': did you mean 'ooo-usn'?");
    CHECK_THROWS_AS(catalogue.called(""), NotFoundError);
}

}  // namespace tracker
