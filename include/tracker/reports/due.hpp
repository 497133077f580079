// SPDX-License-Identifier: MIT
// What the morning's list says of a contract.
#pragma once

#include <optional>

#include "tracker/rules/ledger.hpp"
#include "tracker/session/decided.hpp"
#include "tracker/views/agenda.hpp"

namespace tracker {

/// Which obligations are listed: those that are open and due up to a day.
struct DueFilter {
    Day through{};
    std::optional<OwedBy> owed_by;
    std::optional<Kind> kind;
    [[nodiscard]] bool wants(const Obligation& item) const;
};

/// The contract with the items that the filter wants, and why it isn't served, if it isn't.
AgendaContract agenda_contract(const Decided& decided, const Calendar& calendar, const DueFilter& filter);

}  // namespace tracker
