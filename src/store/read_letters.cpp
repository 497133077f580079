// SPDX-License-Identifier: MIT
// Reading what was written to clients.
#include "store/impl.hpp"
#include "tracker/facts/words.hpp"

namespace tracker {

std::vector<std::pair<ContractId, Letter>> Store::letters_in_brief(ContractId contract) const {
    const bool now = impl_->known == Impl::now;
    // Not by select<Letter>(): it would read megabytes of text each morning.
    Query cursor(impl_->connection,
                 "SELECT contract, entry, added, date, means, about, recipient, subject, '', '' FROM letter" +
                     std::string(now ? tables::known_now : tables::known_then) +
                     (contract == 0 ? "" : " AND contract = ?2") + " ORDER BY contract, entry");
    if (!now) cursor.bind(1, impl_->known);
    if (contract != 0) cursor.bind(2, contract);
    std::vector<std::pair<ContractId, Letter>> letters;
    while (cursor.step()) {
        tables::read_fact(cursor, letters.emplace_back(cursor.integer(0), Letter{}).second, impl_->kinds);
    }
    return letters;
}

std::optional<std::pair<ContractId, Letter>> Store::letter(std::int64_t entry) const {
    Query cursor = impl_->select<Letter>(" AND entry = ?2");
    cursor.bind(2, entry);
    if (!cursor.step()) return std::nullopt;
    std::pair<ContractId, Letter> found{cursor.integer(0), Letter{}};
    tables::read_fact(cursor, found.second, impl_->kinds);
    return found;
}

}  // namespace tracker
