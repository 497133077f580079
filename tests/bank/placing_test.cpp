// SPDX-License-Identifier: MIT
// Whose money a line is: certain, or not placed; and the phrases that it is found by.
#include "tracker/bank/placing.hpp"

#include "../catch.hpp"
#include "../rules/test_data.hpp"
#include "../said/in_english.hpp"

namespace tracker {
namespace {

std::string why(const Placement& placement) {
    return placement.reason ? test::in_english(*placement.reason) : "";
}

Client client(ClientId id, const std::string& code, const std::string& name, const std::string& tax_id) {
    Client client;
    client.id = id;
    client.code = code;
    client.name = name;
    client.tax_id = tax_id;
    return client;
}

Contract contract(ContractId id, ClientId of, const std::string& number, const std::string& starts,
                  const std::string& ends = "") {
    Contract contract;
    contract.id = id;
    contract.client = of;
    contract.number = number;
    contract.starts = on(starts);
    if (!ends.empty()) contract.ends = on(ends);
    return contract;
}

/// Ромашка has one contract, Вектор an old and two running ones, Комета is known by a director's card, Маяк
/// has an old contract and a running one of a short number, Берег has a number of Вектор's.
Parties parties() {
    Parties all;
    all.clients = {client(1, "romashka", "ООО «Ромашка»", "9901000010"),
                   client(2, "vektor", "АО «Вектор»", "9901000027"),
                   client(3, "kometa", "ООО «Комета»", ""),
                   client(4, "mayak", "ООО «Маяк»", "9901000034"),
                   client(5, "lotos", "ИП Лотосова Анна Сергеевна", "500100732259"),
                   client(6, "bereg", "ООО «Берег»", "9901000041")};
    all.contracts = {
        contract(11, 1, "12/26", "2026-01-01"), contract(21, 2, "7", "2024-01-01", "2024-12-31"),
        contract(22, 2, "8-А", "2025-01-01"),   contract(23, 2, "9", "2026-10-01"),
        contract(31, 3, "К-1", "2026-01-01"),   contract(41, 4, "А-2", "2025-01-01", "2025-12-31"),
        contract(42, 4, "2", "2026-01-01"),     contract(51, 5, "11/26", "2026-01-01"),
        contract(61, 6, "9", "2026-01-01")};
    all.payers = {{3, Payer{{}, "40817810000000000001", ""}},
                  {2, Payer{{}, "40702810000000000077", "", 23}},
                  {2, Payer{{}, "40702810000000000078", "", 21}}};
    return all;
}

Placement place(const std::string& tax_id, const std::string& account, const std::string& purpose,
                const std::string& date = "2026-11-05", const std::string& payer = "") {
    BankLine line;
    line.account = "40802810900000000777";
    line.date = on(date);
    line.payer = payer;
    line.payer_tax_id = tax_id;
    line.payer_account = account;
    line.purpose = purpose;
    return Placing(parties()).place(line);
}

}  // namespace

TEST_CASE("a line is placed where it is certain", "[bank]") {
    CHECK(place("9901000010", "", "оплата").contract == 11);
    CHECK(place("9901000010", "", "по договору 99/99").contract == 11);  // the client's only one
    CHECK(place("9901000027", "", "по договору № 8-а от 01.01.2025").contract == 22);
    CHECK(place("9901000027", "", "оплата", "2025-06-01").contract == 22);  // the only one in force
    CHECK(place("", "40817810000000000001", "оплата").contract == 31);
}

TEST_CASE("a line is not placed where it isn't", "[bank]") {
    CHECK(why(place("9901000027", "", "оплата")) == "the client has several contracts");
    CHECK(why(place("9901000027", "", "договоры 8-А и 9")) == "the client has several contracts");
    CHECK(why(place("9901000027", "", "за 9 месяцев")) == "the client has several contracts");
    CHECK(why(place("9901000099", "", "оплата")) == "the payer is no client");
    CHECK_FALSE(place("9901000099", "", "по договору 12/26").contract);  // a number alone is a hint
    CHECK(place("9901000099", "", "по договору 12/26").hint == "romashka");
    CHECK(place("", "", "оплата за ООО \"РОМАШКА\"").hint == "romashka");
    CHECK(place("", "", "оплата", "2026-11-05", "ООО Вектор Плюс").hint == "vektor");
    CHECK(place("", "", "за ИНН 9901000027").hint == "vektor");
    CHECK(place("", "", "без всего").hint.empty());
}

TEST_CASE("a contract's number counts however it is set in type", "[bank]") {
    for (const std::string purpose :
         {"по договору №7", "по договору «7»", "дог.7", "договору№7", "N7", "договор 7от 01.01"}) {
        INFO(purpose);
        CHECK(place("9901000027", "", purpose).contract == 21);
    }
    CHECK(place("9901000027", "", "по договору №8-a").contract == 22);  // a Latin letter
    CHECK(why(place("9901000027", "", "по договору 8 - А")) == "the client has several contracts");
    CHECK(place("9901000027", "", "по договору 8 - А", "2025-06-01").contract == 22);
    CHECK(place("9901000027", "", "по договору 7", "2025-06-01").contract == 21);
    // Only one is in force, but the purpose may mean another.
    CHECK(place("9901000034", "", "оплата", "2026-11-05").contract == 42);
    CHECK(why(place("9901000034", "", "по договору А - 2", "2026-11-05")) ==
          "the purpose may name contract А-2");
    CHECK(place("9901000034", "", "по счёту № 2", "2026-11-05").contract == 42);
    CHECK(place("", "", "по договору №12/26").hint == "romashka");
}

TEST_CASE("a line waits whose purpose names another client than the payer", "[bank]") {
    const auto waits = [](const Placement& placement, const std::string& hint) {
        CHECK_FALSE(placement.contract);
        CHECK(why(placement) == "the purpose names another client than the payer");
        CHECK(placement.hint == hint);
    };
    waits(place("9901000010", "", "за АО «Вектор» ИНН 9901000027"), "vektor");
    waits(place("9901000010", "", "за АО Вектор по договору №8-А"), "vektor");
    waits(place("9901000010", "", "оплата за комету, дог.К-1"), "kometa");
    waits(place("9901000010", "", "за ИП Лотосову А.С. по договору 11/26"), "lotos");
    waits(place("", "40817810000000000001", "За ООО Ромашка по договору 12/26"), "romashka");
    waits(place("9901000027", "", "за ООО «Ромашка» дог. 12/26"), "romashka");
    // A contract of the payer's, its own name and tax id, a name or a number alone name nobody else.
    CHECK(place("9901000010", "", "договор 12/26, оплата за Вектор по договору 8-А").contract == 11);
    CHECK(place("9901000010", "", "ООО Ромашка ИНН 9901000010, договор 12/26").contract == 11);
    CHECK(place("9901000010", "", "за подписку на журнал Вектор").contract == 11);
    CHECK(place("9901000010", "", "по договору 8-А").contract == 11);
    CHECK(place("9901000010", "", "за ИП Лотосову Б.В. по договору 11/26").contract == 11);
    // A number that both have tells nothing.
    waits(place("9901000041", "", "за АО Вектор по договору № 9"), "vektor");
}

TEST_CASE("a payer is remembered with the contract that it pays for", "[bank]") {
    CHECK(place("9901000027", "40702810000000000077", "оплата").contract == 23);
    CHECK(place("9901000027", "40702810000000000077", "по договору 8-А").contract == 22);
    CHECK(why(place("9901000027", "40702810000000000077", "по договору 8 - А")) ==
          "the purpose may name contract 8-А");
    CHECK(why(place("", "40702810000000000078", "оплата")) ==
          "contract 7, for which this payer is remembered, isn't in force on that day");
    CHECK(place("", "40702810000000000078", "по договору № 7").contract == 21);
}

TEST_CASE("money in another currency than the contract's is not placed", "[bank]") {
    BankLine line;
    line.date = on("2026-11-05");
    line.payer_tax_id = "9901000010";
    line.currency = "USD";
    CHECK(why(Placing(parties()).place(line)) == "it is in USD, the contract in RUB");
}

TEST_CASE("a phrase stands in a text as a whole", "[bank]") {
    CHECK(stands_in("12/26", "по договору 12/26 от"));
    CHECK(stands_in("12/26", "12/26"));
    CHECK_FALSE(stands_in("2/26", "12/26"));
    CHECK_FALSE(stands_in("12/26", "12/26-н"));
    CHECK_FALSE(stands_in("7", "17 и 70"));
    CHECK(bare_name("ООО «Ромашка»") == "ромашка");
    CHECK(bare_name("РОМАШКА, общество с ограниченной ответственностью") == "ромашка");
    CHECK(bare_name("ИП Лотосова А. С.").starts_with("лотосова"));
}

}  // namespace tracker
