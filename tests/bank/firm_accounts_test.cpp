// SPDX-License-Identifier: MIT
// Which way a line went is told by the accounts that are the firm's now, whatever was thought when it came.
#include "tracker/bank/firm_accounts.hpp"

#include "../store/fixture.hpp"

namespace tracker::test {
namespace {

const std::string ours = "40802810900000000777";
const std::string other = "40702810000000000555";

BankLine line(Direction direction, const std::string& payer_account, const std::string& payer_tax_id = "") {
    BankLine line;
    line.account = ours;
    line.date = to_day(20'700);
    line.amount = Money{10'000};
    line.direction = direction;
    line.payer_account = payer_account;
    line.payer_tax_id = payer_tax_id;
    line.payee_account = ours;
    return line;
}

/// What the firm's accounts say of a line, after the word on the other account.
Direction direction(const BankLine& line, std::optional<OwnAccount::Standing> standing) {
    Practice practice;
    practice.write([&](Store& store) {
        BankFile file{{}, "november.txt", "1c"};
        store.add(0, file);
        Statement days{{}, file.recorded.entry, ours, to_day(20'690), to_day(20'710)};
        store.add(0, days);
        BankRecord paid{{}, file.recorded.entry, test::line(Direction::incoming, "407")};
        paid.line.payee_tax_id = "990000000115";
        store.add(0, paid);
        if (standing) {
            OwnAccount word{{}, other, *standing, std::nullopt, ""};
            store.add(0, word);
        }
    });
    const Store store(practice.path, Store::Access::read);
    return FirmAccounts(store, Store::Lines::all).direction_of(line);
}

}  // namespace

TEST_CASE("a line is a transfer while its payer's account is the firm's", "[bank]") {
    using Standing = OwnAccount::Standing;
    // As the bank said it, and as databases hold it in which the decision was stored.
    for (const Direction stored : {Direction::incoming, Direction::own_transfer}) {
        CHECK(direction(line(stored, other), std::nullopt) == Direction::incoming);
        CHECK(direction(line(stored, other), Standing::own) == Direction::own_transfer);
        CHECK(direction(line(stored, other), Standing::closed) == Direction::own_transfer);
        CHECK(direction(line(stored, other), Standing::foreign) == Direction::incoming);
        CHECK(direction(line(stored, ours), std::nullopt) == Direction::own_transfer);
        CHECK(direction(line(stored, "", "990000000115"), std::nullopt) == Direction::own_transfer);
        CHECK(direction(line(stored, "", "7707083893"), std::nullopt) == Direction::incoming);
        // The user's word on the account counts for more than the tax id.
        CHECK(direction(line(stored, other, "990000000115"), Standing::foreign) == Direction::incoming);
        CHECK(direction(line(stored, other, "990000000115"), std::nullopt) == Direction::own_transfer);
    }
}

TEST_CASE("a file's own lines say whose tax id the account's owner has", "[bank]") {
    Practice practice;
    const Store store(practice.path, Store::Access::read);
    const BankLine unsaid = line(Direction::incoming, other, "990000000115");
    BankLine went = line(Direction::outgoing, ours, "990000000115");
    BankLine came = line(Direction::incoming, "407");
    came.payee_tax_id = "990000000115";
    for (const BankLine& saying : {went, came}) {
        FirmAccounts file(store, Store::Lines::last);
        FirmAccounts all(store, Store::Lines::last);
        CHECK(file.direction_of(unsaid) == Direction::incoming);
        file.learn_owner(saying);
        all.learn_owners_of(file);
        CHECK(file.direction_of(unsaid) == Direction::own_transfer);
        CHECK(all.direction_of(unsaid) == Direction::own_transfer);
    }
    // A payment that the bank takes back keeps its payer, who isn't the firm.
    FirmAccounts file(store, Store::Lines::last);
    went.payer_account = other;
    file.learn_owner(went);
    CHECK(file.direction_of(unsaid) == Direction::incoming);
}

TEST_CASE("a transfer that left the account waits for nobody", "[bank]") {
    BankLine out = line(Direction::own_transfer, ours);
    out.payee_account = other;
    CHECK(direction(out, std::nullopt) == Direction::own_transfer);
    CHECK(direction(out, OwnAccount::Standing::foreign) == Direction::outgoing);
    CHECK(direction(line(Direction::outgoing, ours), std::nullopt) == Direction::outgoing);
    CHECK(direction(line(Direction::unknown, other), OwnAccount::Standing::own) == Direction::unknown);
}

}  // namespace tracker::test
