// SPDX-License-Identifier: MIT
// Importing facts that belong to no contract: each row is recognised by its key among what is known.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/import_table.hpp"

namespace tracker {

/// `check` throws InputError for a fact that can't be; `record` is called with each fact that is new, once
/// all rows were read.
template <class Fact, class Check, class Record>
void import_by_key(std::string_view text, const std::string& file, bool skip_bad, ImportReport& report,
                   const std::vector<Fact>& known, Check check, Record record) {
    ImportTable<Fact> table(file, report);
    std::optional<Comparison<Fact>> comparison;
    std::map<std::string, Fact> by_key;
    std::vector<Fact> fresh;
    table.read(text, [&](const FactFromCells& cells, std::size_t) {
        if (!comparison) {
            comparison.emplace(table);
            for (const Fact& fact : known) by_key.emplace(comparison->key(own_texts(fact, "")), fact);
        }
        Fact fact;
        visit_fields(fact, cells);
        check(fact);
        const std::vector<std::string> texts = own_texts(fact, "");
        const auto [held, is_new] = by_key.emplace(comparison->key(texts), fact);
        if (is_new) {
            fresh.push_back(fact);
            return;
        }
        const std::string difference = comparison->difference(own_texts(held->second, ""), texts);
        if (!difference.empty()) {
            const ChangeNumber change = held->second.recorded.added;
            throw InputError(fmt::format(
                "contradicts {}: there the {}",
                change > 0 ? fmt::format("change {}", change) : "an earlier row of the file", difference));
        }
        ++report.known;
    });
    report.taken = fresh.size();
    if (!report.bad.empty() && !skip_bad) return;
    for (Fact& fact : fresh) record(fact);
}

}  // namespace tracker
