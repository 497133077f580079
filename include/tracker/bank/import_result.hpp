// SPDX-License-Identifier: MIT
// What became of bank lines in one change, and how an import says so. Its size is that of the answer, not of
// the files.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tracker/bank/line_judge.hpp"
#include "tracker/session/session.hpp"

namespace tracker {

struct ImportResult {
    struct File {
        std::string name;
        std::size_t payments = 0;
        std::size_t known = 0;
        std::size_t waiting = 0;
        std::size_t outgoing = 0;
        std::size_t transfers = 0;
        std::optional<bool> sums_agree;  ///< of the file's control sums with its lines
        std::vector<std::string> remarks;
        std::vector<std::string> new_accounts;
    };
    /// A contract's payments; the first ones by themselves.
    struct Paid {
        std::size_t payments = 0;
        Money sum;
        std::vector<Message> first;  ///< "15000.00 on 2026-10-30"
        std::set<Period> said;       ///< the periods that the purposes name
        bool any_unsaid = false;     ///< of some payment the purpose names none
    };

    std::vector<File> files;
    std::map<ContractId, Paid> paid;
    std::size_t waited_and_placed = 0;      ///< lines of earlier imports that were placed
    std::size_t waiting_longer = 0;         ///< lines of earlier imports that go on waiting
    std::size_t waiting = 0;                ///< of these files
    std::vector<JudgedLine> first_waiting;  ///< in order of entry
    std::size_t refunds = 0;                ///< what went to clients and waits, of these files
    std::vector<JudgedLine> first_refunds;
    Day last_paid = earliest_day;  ///< the last booking date of what was placed
};

/// Places in the session's open change what is certain, and adds to the result what became of the lines.
/// `files` are the places in the result of the files that this change brought, by their entries.
void place_certain(Session& session, LineJudge& judge, const std::map<std::int64_t, std::size_t>& files,
                   ImportResult& result);

/// How much of it is told: what needs eyes, or all of it.
enum class Telling : std::uint8_t { brief, details };

/// Says what became of each file's lines, what the money changed, and what waits.
void say_result(Session& session, const ImportResult& result, Telling telling);
/// Says what the money changed: a line for those who paid exactly what was due, and the others by themselves.
void say_paid(Session& session, const ImportResult& result, Telling telling);

/// The name of the one who paid, or was paid; empty where the line names none.
std::string party_of(const JudgedLine& line);

}  // namespace tracker
