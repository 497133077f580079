// SPDX-License-Identifier: MIT
// What became of bank lines: payments, put aside, waiting.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "tracker/bank/firm_accounts.hpp"
#include "tracker/bank/placing.hpp"
#include "tracker/session/session.hpp"

namespace tracker {

struct LineCounts {
    std::int64_t lines = 0;
    std::int64_t payments = 0;
    std::int64_t waiting = 0;
    std::int64_t known = 0;  ///< lines of the file that another had brought before
};

class LineOutcomes {
  public:
    explicit LineOutcomes(Session& session);

    /// "payment of neulovimy", "refund to neulovimy", "put aside: ...", "waits", "outgoing", "own-transfer".
    [[nodiscard]] std::string of(const BankRecord& record) const;
    /// Which way it went, own accounts being those known now; of a line that is settled as it was taken.
    [[nodiscard]] Direction direction_of(const BankRecord& record) const;
    /// By the entry of the file.
    [[nodiscard]] std::map<std::int64_t, LineCounts> by_file() const;

  private:
    [[nodiscard]] bool settled(const BankRecord& record) const;
    [[nodiscard]] bool waits(const BankRecord& record) const;

    Session& session_;
    FirmAccounts accounts_;
    Placing placing_;
    std::unordered_map<std::int64_t, ContractId> placed_;
    std::unordered_map<std::int64_t, std::string> dismissed_;
    std::unordered_map<ContractId, std::string> codes_;
};

}  // namespace tracker
