// SPDX-License-Identifier: MIT
// What the morning's list says of a contract, from its ledger.
#include "tracker/reports/due.hpp"

#include "../catch.hpp"
#include "../rules/story.hpp"

namespace tracker {
namespace {

AgendaContract on_day(std::string_view day, DueFilter filter = {}) {
    static const Calendar calendar{russian_holidays()};
    Client client;
    client.code = "neulovimy";
    const ContractFacts facts = story_facts();
    if (filter.through == Day{}) filter.through = on(day) + days{7};
    const Ledger ledger = make_ledger(facts, calendar, on(day), filter.through);
    return agenda_contract({client, facts, ledger}, Calendar{}, filter);
}

}  // namespace

TEST_CASE("a contract that is paused says since when, and what is overdue since when", "[reports]") {
    const AgendaContract paused = on_day("2026-11-20");
    CHECK(paused.client == "neulovimy");
    CHECK(paused.contract == "12/26");
    CHECK(paused.paused_since == on("2026-11-16"));
    CHECK(paused.reason == Reason::no_payment);
    CHECK(paused.overdue == Money{600000});
    CHECK(paused.owed_since == on("2026-11-10"));
    CHECK_FALSE(paused.resumes_on);
}

TEST_CASE("what is due on the day isn't overdue", "[reports]") {
    CHECK(on_day("2026-11-10").overdue == Money{});
    CHECK_FALSE(on_day("2026-11-10").owed_since);
    CHECK(on_day("2026-11-11").overdue == Money{600000});
    CHECK(on_day("2026-11-11").owed_since == on("2026-11-10"));
    CHECK_FALSE(on_day("2026-11-11").paused_since);
}

TEST_CASE("the filter takes open items up to its day, of the side and the kind asked for", "[reports]") {
    const auto kinds_of = [](const AgendaContract& contract) {
        std::vector<std::string> names;
        for (const Obligation& item : contract.items) names.emplace_back(item.kind.text());
        std::sort(names.begin(), names.end());
        return names;
    };
    DueFilter filter;
    filter.through = on("2026-11-20");
    CHECK(kinds_of(on_day("2026-11-20", filter)) ==
          std::vector<std::string>{"advance", "documents", "payment", "statement"});
    filter.owed_by = OwedBy::us;
    CHECK(kinds_of(on_day("2026-11-20", filter)) == std::vector<std::string>{"advance"});
    filter.owed_by.reset();
    filter.kind = kinds::documents;
    CHECK(kinds_of(on_day("2026-11-20", filter)) == std::vector<std::string>{"documents"});
    filter.kind.reset();
    filter.through = on("2026-11-09");
    CHECK(kinds_of(on_day("2026-11-09", filter)) == std::vector<std::string>{"documents", "statement"});
}

}  // namespace tracker
