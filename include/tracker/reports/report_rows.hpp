// SPDX-License-Identifier: MIT
// The derived rows of cli.md's "Columns", from ledgers: `overdue`, `status` and the derived exports.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tracker/rules/ledger.hpp"
#include "tracker/session/decided.hpp"

namespace tracker {

/// The end of the month after the day: the horizon of derived exports.
Day end_of_next_month(Day day);

/// Sorts rows by two columns of text, in bytes; the rest keeps its order.
void sort_by_texts(Rows& rows, std::size_t first, std::size_t second);

class EvidenceNotes;

/// Both let `notes` look at each contract that has a row.
Rows overdue_rows(Session& session, EvidenceNotes& notes);
/// A screen is told, too, how many items of ours that were to be done wait for the client (R7a).
enum class Audience : std::uint8_t { files, screen };
Rows status_rows(Session& session, const std::vector<std::string>& clients, EvidenceNotes& notes,
                 Audience audience = Audience::files);
Rows balance_rows(Session& session);
Rows interval_rows(Session& session);

}  // namespace tracker
