// SPDX-License-Identifier: MIT
// Who pays whom in a camt.053 entry: by the account that it belongs to, also where the bank takes a payment
// back.
#include "../base/inputs.hpp"
#include "../catch.hpp"
#include "camt_files.hpp"

using namespace tracker;
using namespace tracker::test;
using Texts = std::vector<std::string>;

TEST_CASE("reversals go the way of the money, and are said", "[bank]") {
    const auto back = camt(entry("<RvslInd>true</RvslInd>", "100.00", "DBIT"));
    CHECK(only_line(back).direction == Direction::outgoing);
    CHECK(read_camt(back).remarks ==
          Texts{"line 6: 100.00 is a reversed credit: the bank took back a payment"});
    const auto returned = camt(entry("<RvslInd>1</RvslInd>"));
    CHECK(only_line(returned).direction == Direction::unknown);
    CHECK(read_camt(returned).remarks ==
          Texts{"line 6: 100.00 is a reversed debit: an own payment came back, nobody has paid"});
    CHECK(only_line(camt(entry("<RvslInd>false</RvslInd>"))).direction == Direction::incoming);
}

TEST_CASE("the account says who is on which side of a reversal or return", "[bank]") {
    const auto party = [](const std::string& role, const std::string& name, const std::string& account) {
        return "<" + role + "><Nm>" + name + "</Nm></" + role + ">" +
               (account.empty()
                    ? ""
                    : "<" + role + "Acct><Id><Othr><Id>" + account + "</Id></Othr></Id></" + role + "Acct>");
    };
    const auto sides = [&](const std::string& parties, const std::string& way, const std::string& more = "",
                           const std::string& head = "") {
        const auto file =
            camt(entry(more + "<NtryDtls><TxDtls><RltdPties>" + parties + "</RltdPties></TxDtls></NtryDtls>",
                       "100.00", way),
                 head);
        const auto line = only_line(file);
        return line.payer + ">" + line.payee;
    };
    const std::string reversed = "<RvslInd>true</RvslInd>";
    const std::string client = party("Dbtr", "Client", "");
    // What is reversed keeps its roles: the client is its debtor.
    CHECK(sides(client, "DBIT", reversed) == ">Client");
    CHECK(sides(client + party("Cdtr", "Firm", ""), "DBIT", reversed) == "Firm>Client");
    CHECK(sides(party("Cdtr", "Supplier", ""), "CRDT", reversed) == "Supplier>");
    // Some turn the roles themselves: the account and its owner tell.
    CHECK(sides(party("Dbtr", "Firm", "408") + party("Cdtr", "Client", ""), "DBIT", reversed) ==
          "Firm>Client");
    CHECK(sides(party("Cdtr", "Client", ""), "DBIT", reversed) == ">Client");
    // A returned payment without the mark: the owner is the creditor of what went out.
    CHECK(sides(client + party("Cdtr", "Firm", "408"), "DBIT") == "Firm>Client");
    CHECK(sides(party("Dbtr", "Client", "407") + party("Cdtr", "Firm", "408"), "DBIT") == "Firm>Client");
    const auto owned = [&](std::string file) {
        return replaced(std::move(file), "<Ccy>RUB</Ccy>", "<Ccy>RUB</Ccy><Ownr><Nm>FIRM</Nm></Ownr>");
    };
    const auto returned =
        only_line(owned(camt(entry("<NtryDtls><TxDtls><RltdPties>" + client + party("Cdtr", "Firm", "") +
                                       "</RltdPties></TxDtls></NtryDtls>",
                                   "100.00", "DBIT"))));
    CHECK(returned.payee == "Client");
    CHECK(returned.direction == Direction::outgoing);
    // What is plain stays as it is.
    CHECK(sides(party("Dbtr", "Firm", "408") + party("Cdtr", "Supplier", "407"), "DBIT") == "Firm>Supplier");
    CHECK(sides(client, "DBIT") == "Client>");
    CHECK(sides(client + party("Cdtr", "Firm", ""), "CRDT") == "Client>Firm");
    // A return by its code is one, too.
    const auto coded =
        only_line(camt(entry("<NtryDtls><TxDtls><RltdPties>" + client +
                                 "</RltdPties><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls></NtryDtls>",
                             "100.00", "DBIT")));
    CHECK(coded.payee == "Client");
    CHECK(only_line(camt(entry("<BkTxCd><Domn><Fmly><SubFmlyCd>RRTN</SubFmlyCd></Fmly></Domn></BkTxCd>")))
              .direction == Direction::unknown);
}

TEST_CASE("who is paid by what comes in is the owner of the account", "[bank]") {
    const auto with = [](const std::string& role, const std::string& id) {
        return "<" + role + "><Nm>" + role + "</Nm><Id><OrgId><Othr><Id>" + id +
               "</Id></Othr></OrgId></Id></" + role + ">";
    };
    const auto details = [](const std::string& parties) {
        return "<NtryDtls><TxDtls><RltdPties>" + parties + "</RltdPties></TxDtls></NtryDtls>";
    };
    const auto both = details(with("Dbtr", "7830002293") + with("Cdtr", "500100732259"));
    const auto statement = read_camt(camt(entry(both) + entry(both, "100.00", "DBIT")));
    CHECK(statement.lines.at(0).payer_tax_id == "7830002293");
    CHECK(statement.lines.at(1).payee_tax_id == "7830002293");
    CHECK(statement.lines.at(1).payer_tax_id == "500100732259");
    const auto whole = only_line(camt(entry(details(with("Dbtr", "7830002293/783001001")))));
    CHECK(whole.payer_tax_id == "7830002293");
    CHECK(only_line(camt(entry(details("<Dbtr><Nm>ИНН 7830002293 ООО Маяк</Nm></Dbtr>")))).payer_tax_id ==
          "7830002293");
}
