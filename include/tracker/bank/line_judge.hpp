// SPDX-License-Identifier: MIT
// What is to be made of the bank lines that are neither a payment nor put aside: placed, or why they wait.
// The one place where it is decided: imports, `unplaced` and `place` ask here. Records nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "tracker/bank/firm_accounts.hpp"
#include "tracker/bank/known_lines.hpp"
#include "tracker/bank/placing.hpp"
#include "tracker/bank/typed_payments.hpp"
#include "tracker/store/store.hpp"

namespace tracker {

/// A line with its judgement.
struct JudgedLine {
    BankRecord record;
    Direction direction = Direction::incoming;  ///< by the accounts that are the firm's now
    Placement placement;  ///< with a contract where it is certain; else the reason, and whose it may be
    std::optional<ContractPayment> typed;  ///< the typed payment that it may be again
    bool returns = false;                  ///< it may return a payment, which the reason names
    [[nodiscard]] bool is_certain() const { return placement.contract.has_value(); }
    [[nodiscard]] bool is_refund() const { return direction == Direction::outgoing; }
    [[nodiscard]] bool waits() const { return direction != Direction::own_transfer && !is_certain(); }
};

/// What an import knows of its own lines, which are on record by then.
struct ImportedLines {
    std::set<std::int64_t> files;  ///< their entries
    /// The lines that may be again the one of the other entry, which another file brought.
    std::unordered_map<std::int64_t, std::int64_t> repeats;
};

class LineJudge {
  public:
    /// Judges what is on record; after an import, with what that knows. The store must outlive it.
    LineJudge(const Store& store, FirmAccounts accounts, ImportedLines imported = {});

    /// Judges all lines that may be placed or wait, and those between own accounts that came in. What may be
    /// again a typed payment comes after the others, refunds come last: `use` may record payments meanwhile.
    void each(const std::function<void(JudgedLine&&)>& use);

    [[nodiscard]] const Placing& placing() const { return placing_; }

  private:
    [[nodiscard]] Placement came(const BankRecord& record);
    [[nodiscard]] std::optional<std::int64_t> suspected_repeat(const BankRecord& record);
    void look_for_typed(std::vector<JudgedLine>& lines);
    void judge_refund(JudgedLine& line);

    const Store& store_;
    FirmAccounts accounts_;
    ImportedLines imported_;
    Placing placing_;
    TypedPayments typed_;
    SuspectedRepeats repeats_;
};

/// Those whose money a line may be, as the store knows them. The store must outlive what is asked of them.
Parties parties_of(const Store& store);

/// "it may be mayak's payment of 6000.00 on 2026-11-05 again, which was typed (change 7)"
Message typed_reason(const ContractPayment& typed, const std::string& client);

}  // namespace tracker
