// SPDX-License-Identifier: MIT
// How far what is on record proves what a pause rests on: that no money came (R6a). Decides no pause: it says
// of one what may be said of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tracker/facts/bank.hpp"
#include "tracker/rules/coverage.hpp"
#include "tracker/rules/ledger.hpp"

namespace tracker {

struct AccountGap {
    std::string account;
    StatementGap days;
};

/// The days through which payments are known, and the holes before.
struct KnownDays {
    std::optional<Day> through;    ///< known_through()
    std::vector<AccountGap> gaps;  ///< of the firm's accounts, by account, then day
};

KnownDays known_days(const std::vector<AccountCoverage>& accounts);

/// Money on a bank line that waits to be placed and that names the client, by tax id, remembered payer or
/// hint.
struct WaitingMoney {
    std::int64_t line = 0;
    Day date{};
    Money amount;
    std::string payer;
    ChangeNumber typed = 0;  ///< the change that recorded by hand the payment that it may be again, 0 if none
};

/// What is known on a day of the money of one client.
struct Evidence {
    Day through{};               ///< payments are known through this day
    bool of_statements = false;  ///< that is what statements say; else it is the day before, which is over
    std::vector<WaitingMoney> waiting;
};

/// Where no statement was imported, people say what came, and of a day that isn't over they can't say it all.
Evidence evidence_on(Day on, const KnownDays& known, std::vector<WaitingMoney> waiting = {});

/// Whether it is proven on the day that nothing came that prevents the suspension for non-payment.
bool is_proven(const Suspension& suspension, const Evidence& evidence, Day on);
/// The suspension for non-payment that holds on the ledger's day, nullptr if none does.
const Suspension* unpaid_pause(const Ledger& ledger);
/// That one, where it isn't proven yet.
const Suspension* unproven_pause(const Ledger& ledger, const Evidence& evidence);
/// What an unproven suspension waits for, nothing of a proven one: "payments are known through 2026-11-12
/// only: import a statement that goes to 2026-11-16 or further", "5000.00 from ООО «Сокол» waits: tracker
/// place 3197 sokol".
std::vector<Message> what_would_prove(const Suspension& suspension, const Evidence& evidence, Day on,
                                      const std::string& client);

/// The gaps in which a payment may have come that would lift the pause for non-payment of the ledger's day.
std::vector<AccountGap> gaps_behind_pause(const Contract& contract, const Ledger& ledger,
                                          const KnownDays& known);

/// "5000.00 from ООО «Сокол» waits: tracker place 3197 sokol"
Message message_of(const WaitingMoney& money, const std::string& client);
/// "no statement of account 4080... speaks for 2026-10-06 to 2026-10-09: what came then may be missing"
Message message_of(const AccountGap& gap);

}  // namespace tracker
