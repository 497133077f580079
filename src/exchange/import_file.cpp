// SPDX-License-Identifier: MIT
#include "tracker/exchange/import_file.hpp"

#include "exchange/import_contract_facts.hpp"
#include "tracker/base/held.hpp"
#include "tracker/base/text.hpp"
#include "tracker/exchange/import_parties.hpp"

namespace tracker {
namespace {

/// Throws with every bad row, and what to do about them.
void refuse(const ImportReport& report, const std::string& file) {
    std::string lines;
    for (const ImportReport::Remark& bad : report.bad) {
        lines += fmt::format("{}: {}\ntracker: ",
                             bad.line > 0 ? place(file, bad.line) : "'" + printable(file) + "'", bad.what);
    }
    throw InputError(fmt::format(
        "{}'{}' has {} bad {}, nothing was recorded: mend them, or leave them out with --skip-bad", lines,
        printable(file), report.bad.size(), report.bad.size() == 1 ? "row" : "rows"));
}

}  // namespace

std::vector<std::string> fact_files() {
    std::vector<std::string> names;
    AllFacts::each([&]<class Fact>() {
        if (has_file<Fact>) names.emplace_back(Description<Fact>::table.file);
    });
    return names;
}

Owners::Owners(Session& session) {
    std::unordered_map<ClientId, Owner*> by_id;
    for (Client& client : session.store().clients()) {
        Owner& owner = by_code_[client.code];
        owner.client = std::move(client);
        by_id[owner.client.id] = &owner;
        if (!owner.client.tax_id.empty()) by_tax_id_[owner.client.tax_id].push_back(&owner);
    }
    for (Contract& contract : session.store().contracts()) {
        held(by_id, contract.client)->contracts.push_back(std::move(contract));
    }
}

Owners::Owner& Owners::find(const std::string& code) {
    if (code.empty()) throw InputError("client is empty");
    if (const auto found = by_code_.find(code); found != by_code_.end()) return found->second;
    if (const auto found = by_tax_id_.find(code); found != by_tax_id_.end() && found->second.size() == 1) {
        return *found->second.front();
    }
    if (!codes_) {
        std::vector<std::string> codes;
        for (const auto& [known, owner] : by_code_) codes.push_back(known);
        codes_.emplace(std::move(codes));
    }
    const auto near = codes_->nearest(code);
    throw InputError(fmt::format("there is no client '{}': {}", printable(code),
                                 near ? fmt::format("did you mean '{}'?", *near) : "import clients first"));
}

ImportReport import_csv(Session& session, std::string_view what, std::string_view text,
                        const std::string& file, bool skip_bad) {
    ImportReport report;
    bool found = false;
    AllFacts::each([&]<class Fact>() {
        if constexpr (has_file<Fact>) {
            if (what != Description<Fact>::table.file) return;
            found = true;
            if constexpr (stands_in_list<Fact>) {
                ContractFactImport<Fact>(session, file, report).run(text, skip_bad);
            } else {
                import_facts<Fact>(session, text, file, skip_bad, report);
            }
        }
    });
    if (!found) {
        const std::vector<std::string> names = fact_files();
        const auto near = nearest(what, names, 1);
        throw InputError(fmt::format("there is nothing to import called '{}': {}", printable(what),
                                     near.empty() ? fmt::format("{}", fmt::join(names, ", "))
                                                  : fmt::format("did you mean '{}'?", near.front())));
    }
    std::stable_sort(
        report.bad.begin(), report.bad.end(),
        [](const ImportReport::Remark& a, const ImportReport::Remark& b) { return a.line < b.line; });
    if (!report.bad.empty() && !skip_bad) refuse(report, file);
    return report;
}

}  // namespace tracker
