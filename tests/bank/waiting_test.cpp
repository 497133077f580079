// SPDX-License-Identifier: MIT
// Which clients the lines name that wait.
#include "tracker/bank/waiting.hpp"

#include "../rules/test_data.hpp"
#include "../store/fixture.hpp"

namespace tracker::test {
namespace {

const std::string ours = "40802810900000000777";

/// A practice of Маяк (7830002293) and Берег (7736207543), each with a contract.
struct TwoClients : Practice {
    TwoClients() {
        write([&](Store& store) {
            mayak = add(store, "mayak", "ООО «Маяк»", "7830002293", "40/26");
            bereg = add(store, "bereg", "ООО «Берег»", "7736207543", "52/26");
        });
    }
    static ClientId add(Store& store, const std::string& code, const std::string& name,
                        const std::string& tax_id, const std::string& number) {
        Client client;
        client.code = code;
        client.name = name;
        client.tax_id = tax_id;
        client.id = store.new_client();
        store.add(client.id, client);
        Contract contract;
        contract.number = number;
        contract.starts = on("2026-09-01");
        contract.fee = Money{600'000};
        store.add(store.new_contract(client.id), contract);
        return client.id;
    }
    std::int64_t bring(BankLine line) {
        std::int64_t entry = 0;
        write([&](Store& store) {
            BankFile file{{}, "november.txt", "1c"};
            store.add(0, file);
            Statement days{{}, file.recorded.entry, ours, on("2026-11-01"), on("2026-11-30")};
            store.add(0, days);
            line.account = line.account.empty() ? ours : line.account;
            BankRecord record{{}, file.recorded.entry, std::move(line)};
            store.add(0, record);
            entry = record.recorded.entry;
        });
        return entry;
    }
    [[nodiscard]] std::vector<WaitingLine> waiting() const {
        return waiting_lines(Store(path, Store::Access::read));
    }
    ClientId mayak = 0, bereg = 0;
};

BankLine came(const std::string& tax_id, const std::string& purpose) {
    BankLine line;
    line.date = on("2026-11-05");
    line.amount = Money{600'000};
    line.direction = Direction::incoming;
    line.payer = "кто-то";
    line.payer_tax_id = tax_id;
    line.payer_account = "40702810700000008822";
    line.payee_account = ours;
    line.purpose = purpose;
    return line;
}

}  // namespace

TEST_CASE("a line that waits names a client by its tax id or in its purpose", "[bank]") {
    TwoClients practice;
    CHECK(practice.waiting().empty());
    const auto by_tax_id = practice.bring(came("7830002293", "оплата"));
    const auto by_purpose = practice.bring(came("", "за ООО Берег по договору 52/26"));
    practice.bring(came("", "проценты по вкладу"));
    const std::vector<WaitingLine> waiting = practice.waiting();
    REQUIRE(waiting.size() == 2);
    CHECK(waiting[0].client == practice.mayak);
    CHECK(waiting[0].line == by_tax_id);
    CHECK(waiting[0].amount == Money{600'000});
    CHECK(waiting[0].party == "кто-то");
    CHECK_FALSE(waiting[0].is_refund());
    CHECK(waiting[1].client == practice.bereg);
    CHECK(waiting[1].line == by_purpose);
}

TEST_CASE("what is placed, put aside or the firm's own waits for nobody", "[bank]") {
    TwoClients practice;
    const auto placed = practice.bring(came("7830002293", "оплата"));
    const auto aside = practice.bring(came("7830002293", "ошибочно"));
    BankLine own = came("", "за ООО Берег по договору 52/26");
    own.payer_account = "40802810900000000777";
    practice.bring(own);
    practice.write([&](Store& store) {
        Payment payment;
        payment.date = on("2026-11-05");
        payment.amount = Money{600'000};
        payment.bank_line = placed;
        store.add(store.contracts().front().id, payment);
        Dismissal dismissal{{}, aside, "returned"};
        store.add(0, dismissal);
    });
    CHECK(practice.waiting().empty());
}

TEST_CASE("money that went to a client waits as a refund", "[bank]") {
    const auto went = [](const std::string& tax_id, const std::string& account) {
        BankLine line = came("", "возврат");
        line.direction = Direction::outgoing;
        line.payer = "ИП Бухгалтерова";
        line.payer_account = ours;
        line.payer_tax_id = "990000000115";
        line.payee = "кому-то";
        line.payee_account = account;
        line.payee_tax_id = tax_id;
        return line;
    };
    TwoClients practice;
    const std::int64_t paid = practice.bring(came("7830002293", "оплата"));
    practice.write([&](Store& store) {
        Payment payment{{}, on("2026-11-05"), Money{600'000}, "", "", paid};
        store.add(store.contracts().front().id, payment);
        Payer payer{{}, "40817810000000000001", ""};
        store.add(practice.bereg, payer);
    });
    practice.bring(went("7707083893", "40702810700000008822"));  // somebody else's tax id counts for more
    practice.bring(went("", "40702810700000007777"));
    CHECK(practice.waiting().empty());
    const auto by_tax_id = practice.bring(went("7736207543", ""));
    const auto by_paying_account = practice.bring(went("", "40702810700000008822"));
    const auto by_remembered_account = practice.bring(went("", "40817810000000000001"));
    BankLine taken_back = went("", "");
    taken_back.payer = "ООО Маяк";
    taken_back.payer_tax_id = "7830002293";
    taken_back.payer_account = "";
    taken_back.payee = "";
    const auto by_payer = practice.bring(taken_back);
    const std::vector<WaitingLine> waiting = practice.waiting();
    REQUIRE(waiting.size() == 4);
    for (const WaitingLine& line : waiting) CHECK(line.is_refund());
    CHECK(waiting[0].line == by_tax_id);
    CHECK(waiting[0].client == practice.bereg);
    CHECK(waiting[0].party == "кому-то");
    CHECK(waiting[1].line == by_paying_account);
    CHECK(waiting[1].client == practice.mayak);
    CHECK(waiting[2].line == by_remembered_account);
    CHECK(waiting[2].client == practice.bereg);
    CHECK(waiting[3].line == by_payer);
    CHECK(waiting[3].client == practice.mayak);
    CHECK(waiting[3].party == "ООО Маяк");
}

TEST_CASE("a line that names another client than its payer waits for both", "[bank]") {
    TwoClients practice;
    practice.bring(came("7830002293", "за ООО Берег ИНН 7736207543 по договору 52/26"));
    const std::vector<WaitingLine> waiting = practice.waiting();
    REQUIRE(waiting.size() == 2);
    CHECK(waiting[0].client == practice.mayak);
    CHECK(waiting[1].client == practice.bereg);
}

}  // namespace tracker::test
