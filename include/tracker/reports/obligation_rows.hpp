// SPDX-License-Identifier: MIT
// Obligations as rows: those of `due` and of `export obligations`. Kept as they are decided, and made into
// cells one by one.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "tracker/rules/ledger.hpp"
#include "tracker/session/decided.hpp"
#include "tracker/views/rows.hpp"

namespace tracker {

class ObligationRows {
  public:
    ObligationRows() = default;
    ObligationRows(ObligationRows&&) = default;  // rows point at whose they are, so there is no copy
    ObligationRows& operator=(ObligationRows&&) = default;

    /// The obligations of one contract are added one after the other.
    void add(const Decided& decided, const Obligation& item);
    void sort_by_due();
    void sort_by_contract();
    /// The rows in their present order; it refers to this list, and holds as long as it isn't changed.
    [[nodiscard]] Listing listing() const;

  private:
    /// What the rows of one contract share.
    struct Whose {
        ContractId id = 0;
        std::string client;
        std::string name;
        std::string contract;
        std::string currency;
    };
    struct Row {
        const Whose* whose;
        Obligation item;
    };
    [[nodiscard]] const std::vector<Cell>& cells_of(const Row& row) const;

    std::deque<Whose> whose_;
    std::vector<Row> rows_;
    mutable std::vector<Cell> cells_;  // of the row that a view asked for last
};

/// Every obligation of the periods; with `to`, of all contracts up to it, else up to the end of next month.
ObligationRows obligation_export(Session& session, std::optional<Period> from, std::optional<Period> to);

}  // namespace tracker
