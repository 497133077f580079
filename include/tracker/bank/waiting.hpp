// SPDX-License-Identifier: MIT
// Which clients the bank lines name that wait: whoever decides that a client hasn't paid looks here first.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tracker/facts/bank.hpp"
#include "tracker/store/store.hpp"

namespace tracker {

/// A bank line that waits, and a client that it names: by a tax id, as a remembered payer, or by what the
/// purpose says. A line that names several clients stands here for each of them.
struct WaitingLine {
    ClientId client = 0;
    std::int64_t line = 0;  ///< the entry of its record
    Day date{};
    Money amount;       ///< not negative; the direction says which way it went
    std::string party;  ///< who paid, or who was paid; may be empty
    Direction direction = Direction::incoming;
    ChangeNumber typed = 0;  ///< the change that recorded by hand the payment that it may be again, 0 if none
    /// Money that went to the client: it proves no debt and settles none, so that it holds no pause back.
    [[nodiscard]] bool is_refund() const { return direction == Direction::outgoing; }
};

/// All of them, in order of the lines. Where nothing waits it is one question to the database.
std::vector<WaitingLine> waiting_lines(const Store& store);
/// Those of money that may have come in.
std::vector<WaitingLine> waiting_money(const Store& store);

}  // namespace tracker
