// SPDX-License-Identifier: MIT
// The derived rows of cli.md's "Columns", from ledgers: `due`, `overdue`, `status` and the derived exports
// share them.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "decided.hpp"
#include "tracker/core/ledger.hpp"

namespace tracker {

/// The end of the month after the day: the horizon of derived exports.
Day end_of_next_month(Day day);

/// What the rows of one contract share.
struct Whose {
    std::string client;
    std::string name;
    std::string contract;
    std::string currency;
};
std::shared_ptr<const Whose> whose(const Decided& decided);

/// An obligation with whose it is.
struct ObligationRow {
    std::shared_ptr<const Whose> whose;
    Obligation item;
};
/// `due` and `export obligations`.
Rows obligation_rows(const std::vector<ObligationRow>& rows);
void sort_by_due(std::vector<ObligationRow>& rows);
void sort_by_contract(std::vector<ObligationRow>& rows);

class EvidenceNotes;

/// Both let `notes` look at each contract that has a row.
Rows overdue_rows(Session& session, EvidenceNotes& notes);
Rows status_rows(Session& session, const std::vector<std::string>& clients, EvidenceNotes& notes);
Rows balance_rows(Session& session);
Rows interval_rows(Session& session);
Rows obligation_export(Session& session, std::optional<Period> from, std::optional<Period> to);

/// Empty for nothing.
template <class Value>
Cell cell(const std::optional<Value>& value) {
    return value ? Cell(*value) : Cell();
}

}  // namespace tracker
