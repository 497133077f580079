// SPDX-License-Identifier: MIT
// What becomes of lines that are added to a contract which may have them in part.
#include "tracker/rules/added_lines.hpp"

#include "../catch.hpp"
#include "test_data.hpp"

namespace tracker {
namespace {

using Fate = AddedLine::Fate;

const Kind vat{"vat-return"};
const Line quarterly{OwedBy::us,
                     1,
                     25,
                     Convention::following,
                     every::quarter,
                     InPause::withheld,
                     Inputs({kinds::documents, kinds::statement}),
                     5};
const Line monthly{OwedBy::us, 1, 25, Convention::following};

ContractFacts contract() {
    ContractFacts facts;
    facts.contract.starts = on("2026-01-01");
    return facts;
}

ContractFacts with(std::vector<ScheduleLine> lines) {
    ContractFacts facts = contract();
    facts.schedule = std::move(lines);
    return facts;
}

ScheduleLine from(std::string_view period, Kind kind, std::optional<Line> line) {
    return {{}, kind, in(period), std::move(line)};
}

AddedLine add(const ContractFacts& facts, Kind kind, const Line& line, std::string_view period = "2026-06") {
    return added_lines(facts, {}, {{{}, kind, {}, line}}, in(period)).at(0);
}

}  // namespace

TEST_CASE("a line that the contract lacks is added from the period on", "[rules][added-lines]") {
    const AddedLine added = add(contract(), vat, quarterly);
    CHECK(added.fate == Fate::added);
    CHECK(added.line.from == in("2026-06"));
    CHECK(added.line.line == quarterly);
    CHECK(added.left_out.empty());
    // Also where it was dropped before, or from that very period on, or comes later anyhow.
    CHECK(add(with({from("2026-02", vat, monthly), from("2026-04", vat, {})}), vat, quarterly).fate ==
          Fate::added);
    CHECK(add(with({from("2026-02", vat, monthly), from("2026-06", vat, {})}), vat, quarterly).fate ==
          Fate::added);
    CHECK(add(with({from("2026-09", vat, quarterly)}), vat, quarterly).fate == Fate::added);
    CHECK(add(with({from("2026-01", kinds::salary, {})}), kinds::salary, monthly).fate == Fate::added);
}

TEST_CASE("a line that the contract has is known", "[rules][added-lines]") {
    CHECK(add(with({from("2026-02", vat, quarterly)}), vat, quarterly).fate == Fate::known);
    CHECK(add(with({from("2026-02", vat, monthly), from("2026-06", vat, quarterly)}), vat, quarterly).fate ==
          Fate::known);
    CHECK(add(contract(), kinds::salary, {OwedBy::us, 1, 5, Convention::none}).fate == Fate::known);
}

TEST_CASE("a standard line that nobody changed gives way", "[rules][added-lines]") {
    const Line preceding{OwedBy::us, 1, 5, Convention::preceding};
    CHECK(add(contract(), kinds::salary, preceding).fate == Fate::replaces);
    const Line by_hand{OwedBy::us, 1, 7, Convention::none};
    CHECK(add(with({from("2026-02", kinds::salary, by_hand)}), kinds::salary, preceding).fate == Fate::kept);
    // Not even where the standard line still holds, but something was agreed for later.
    CHECK(add(with({from("2026-09", kinds::salary, by_hand)}), kinds::salary, preceding).fate == Fate::kept);
    CHECK(add(with({from("2026-09", kinds::salary, {})}), kinds::salary, preceding).fate == Fate::kept);
}

TEST_CASE("another line stays, and is named", "[rules][added-lines]") {
    const AddedLine now = add(with({from("2026-02", vat, monthly)}), vat, quarterly);
    CHECK(now.fate == Fate::kept);
    CHECK(now.held.line == monthly);
    CHECK(now.held.from == in("2026-02"));
    const AddedLine later = add(with({from("2026-09", vat, monthly)}), vat, quarterly);
    CHECK(later.fate == Fate::kept);
    CHECK(later.held.from == in("2026-09"));
    const AddedLine dropped =
        add(with({from("2026-02", vat, quarterly), from("2026-09", vat, {})}), vat, quarterly);
    CHECK(dropped.fate == Fate::kept);
    CHECK_FALSE(dropped.held.line);
}

TEST_CASE("what the client doesn't owe isn't waited for", "[rules][added-lines]") {
    const AddedLine one = add(with({from("2026-01", kinds::documents, {})}), vat, quarterly);
    CHECK(one.left_out == std::vector<Kind>{kinds::documents});
    CHECK(one.line.line->inputs == Inputs({kinds::statement}));
    CHECK(one.line.line->lead == 5);
    const AddedLine none =
        add(with({from("2026-01", kinds::documents, {}), from("2026-01", kinds::statement, monthly)}), vat,
            quarterly);
    CHECK(none.left_out.size() == 2);  // the statements are ours to fetch
    CHECK(none.line.line->lead == 0);
    // They are owed again later: then they are waited for.
    const auto again =
        with({from("2026-01", kinds::documents, {}),
              from("2026-09", kinds::documents, Line{OwedBy::client, 1, 5, Convention::none})});
    CHECK(add(again, vat, quarterly).left_out.empty());
    // Without those inputs it is known, so that adding a set twice adds nothing.
    Line without = quarterly;
    without.inputs = Inputs({kinds::statement});
    CHECK(add(with({from("2026-01", kinds::documents, {}), from("2026-02", vat, without)}), vat, quarterly)
              .fate == Fate::known);
}

TEST_CASE("an input that comes with the same lines is waited for", "[rules][added-lines]") {
    const Kind timesheet{"timesheet"};
    Line pay = monthly;
    pay.inputs = Inputs({timesheet});
    const std::vector<ScheduleLine> lines{{{}, vat, {}, pay},
                                          {{}, timesheet, {}, Line{OwedBy::client, 1, 2, Convention::none}}};
    const auto added = added_lines(contract(), {}, lines, in("2026-06"));
    CHECK(added.at(0).left_out.empty());
    CHECK(add(contract(), vat, pay).left_out == std::vector<Kind>{timesheet});
}

}  // namespace tracker
