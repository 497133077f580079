// SPDX-License-Identifier: MIT
#include "tracker/exchange/import_parties.hpp"

#include <map>
#include <set>
#include <utility>

#include "exchange/import_by_key.hpp"
#include "exchange/import_contract_facts.hpp"
#include "tracker/base/tax_id.hpp"

namespace tracker {
namespace {

bool is_code(std::string_view text) {
    return !text.empty() && text.size() <= 40 && text.front() != '-' &&
           std::all_of(text.begin(), text.end(), is_slug_letter);
}

/// Roughly an address: one @, something before it, a name with a point after it, no spaces, ASCII.
bool is_email(std::string_view text) {
    const auto at = text.find('@');
    if (at == 0 || at == std::string_view::npos || text.find('@', at + 1) != std::string_view::npos)
        return false;
    const auto ascii = [](char c) { return c > ' ' && c < '\x7f'; };
    return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), ascii) &&
           at + 1 < text.size() && text.find_first_of(" \t,;<>\"") == std::string_view::npos;
}

/// The contracts of each client by number, those that the file had so far among them.
class ContractNumbers {
  public:
    std::vector<Contract>& of(const Owners::Owner& owner, const std::string& number) {
        if (read_.insert(owner.client.id).second) {
            for (const Contract& contract : owner.contracts)
                by_number_[{owner.client.id, contract.number}].push_back(contract);
        }
        return by_number_[{owner.client.id, number}];
    }

  private:
    std::set<ClientId> read_;
    std::map<std::pair<ClientId, std::string>, std::vector<Contract>> by_number_;
};

}  // namespace

void check_client(const Client& client) {
    if (!is_code(client.code)) {
        throw InputError(
            fmt::format("code '{}' is not a word of 1 to 40 of a-z, 0-9 and '-': write one like neulovimy",
                        printable(client.code)));
    }
    if (after_blanks(client.name).empty()) throw InputError("name is empty");
    if (printable(client.name) != client.name) {
        throw InputError(fmt::format("name '{}' holds control or invisible characters: leave them out",
                                     printable(client.name)));
    }
    if (!client.tax_id.empty() && !is_tax_id(client.tax_id)) {
        throw InputError(
            fmt::format("tax id '{}' is not one: a digit is wrong or missing", printable(client.tax_id)));
    }
    if (!client.email.empty() && !is_email(client.email)) {
        throw InputError(fmt::format("e-mail '{}' is not an address: write one like name@example.org",
                                     printable(client.email)));
    }
}

void check_contract_text(const Contract& contract) {
    if (after_blanks(contract.number).empty()) throw InputError("contract is empty: give its number");
    if (printable(contract.number) != contract.number || contract.number.find('@') != std::string::npos) {
        throw InputError(fmt::format("contract number '{}' holds control or invisible characters, or '@'",
                                     printable(contract.number)));
    }
    const auto letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (contract.currency.size() != 3 ||
        !std::all_of(contract.currency.begin(), contract.currency.end(), letter)) {
        throw InputError(fmt::format("currency '{}' is not three capital letters: write RUB",
                                     printable(contract.currency)));
    }
}

template <>
void import_facts<Client>(Session& session, std::string_view text, const std::string& file, bool skip_bad,
                          ImportReport& report) {
    Store& store = session.store();
    import_by_key(text, file, skip_bad, report, store.clients(), check_client, [&](Client& client) {
        client.id = store.new_client();
        store.add(client.id, client);
    });
}

template <>
void import_facts<Holiday>(Session& session, std::string_view text, const std::string& file, bool skip_bad,
                           ImportReport& report) {
    const auto any_will_do = [](const Holiday&) {};
    import_by_key(text, file, skip_bad, report, session.store().all<Holiday>(), any_will_do,
                  [&](Holiday& holiday) { session.store().add(0, holiday); });
}

template <>
void import_facts<Contract>(Session& session, std::string_view text, const std::string& file, bool skip_bad,
                            ImportReport& report) {
    Owners owners(session);
    ContractNumbers numbers;
    ImportTable<Contract> table(file, report);
    std::optional<Comparison<Contract>> comparison;
    std::vector<Contract> fresh;
    table.read(text, [&](const FactFromCells& cells, std::size_t) {
        if (!comparison) comparison.emplace(table);
        Contract contract;
        visit_fields(contract, cells);
        contract.number = cells.cell("contract");
        check_contract_text(contract);
        const Owners::Owner& owner = owners.find(cells.cell("client"));
        contract.client = owner.client.id;
        std::vector<Contract>& same_number = numbers.of(owner, contract.number);
        for (const Contract& other : same_number) {
            if (other.starts != contract.starts) continue;
            const std::string difference =
                comparison->difference(own_texts(other, ""), own_texts(contract, ""));
            if (!difference.empty())
                throw InputError(fmt::format("contradicts what is known: there the {}", difference));
            ++report.known;
            return;
        }
        contract.id =
            std::numeric_limits<ContractId>::max() - 1'000'000'000 + static_cast<ContractId>(fresh.size());
        contract.recorded.entry = contract.id;
        ContractFacts alone;
        alone.contract = contract;
        std::vector<Finding> findings = check(alone, session.calendar());
        for (const Contract& other : same_number) {
            if (auto clash = number_clash(other, contract)) findings.push_back(*std::move(clash));
        }
        if (!findings.empty()) throw InputError(findings.front().what);
        same_number.push_back(contract);
        fresh.push_back(std::move(contract));
    });
    report.taken = fresh.size();
    if (!report.bad.empty() && !skip_bad) return;
    for (Contract& contract : fresh) {
        contract.id = session.store().new_contract(contract.client);
        session.store().add(contract.id, contract);
    }
}

}  // namespace tracker
