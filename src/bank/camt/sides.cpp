// SPDX-License-Identifier: MIT
// Who stands on which side of a camt.053 line: decided by the account of the statement, for a reversal keeps
// the roles of the payment that it takes back.
#include <tuple>
#include <utility>

#include "bank/camt/statement.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

enum class Whose : std::uint8_t { unknown, owner, other };

struct Side {
    const std::string& name;
    const std::string& account;
    const std::string& tax_id;
    [[nodiscard]] bool empty() const { return name.empty() && account.empty() && tax_id.empty(); }
};

Whose whose(const Side& side, const CamtOwner& owner) {
    if (!side.account.empty() && side.account == owner.account) return Whose::owner;
    if (owner.tax_ids.contains(side.tax_id)) return Whose::owner;
    if (!side.name.empty() && owner.names.contains(fold(side.name))) return Whose::owner;
    // One account may be written as an IBAN here and by its number there: only equal forms contradict.
    const bool of_another = !side.account.empty() && side.account.size() == owner.account.size();
    const bool another = !side.tax_id.empty() && !owner.tax_ids.empty();
    return of_another || another ? Whose::other : Whose::unknown;
}

/// Whether payer and payee are to change places.
bool stands_turned(const Side& here, const Side& there, const CamtOwner& owner, bool returned) {
    if (whose(here, owner) == Whose::owner) return false;
    if (whose(there, owner) == Whose::owner) return true;
    if (there.empty()) return returned || whose(here, owner) == Whose::other;
    // The only one who is named is the other one.
    return returned && !here.empty();
}

}  // namespace

void turn_camt_parties(CamtOwner owner, std::size_t first_line, CamtStatement& statement) {
    // Who is paid by what comes in is the owner, too, where nothing says who that is.
    if (owner.tax_ids.empty()) {
        for (auto i = first_line; i < statement.lines.size(); ++i) {
            const BankLine& line = statement.lines[i];
            const bool plain = line.direction == Direction::incoming && !statement.returned[i] &&
                               line.payer_account != owner.account &&
                               (line.payee_account.empty() || line.payee_account == owner.account);
            if (plain && !line.payee_tax_id.empty()) owner.tax_ids.insert(line.payee_tax_id);
        }
    }
    for (auto i = first_line; i < statement.lines.size(); ++i) {
        BankLine& line = statement.lines[i];
        const Side payer{line.payer, line.payer_account, line.payer_tax_id};
        const Side payee{line.payee, line.payee_account, line.payee_tax_id};
        const bool out = line.direction == Direction::outgoing;
        if (!stands_turned(out ? payer : payee, out ? payee : payer, owner, statement.returned[i])) continue;
        std::swap(line.payer, line.payee);
        std::swap(line.payer_account, line.payee_account);
        std::swap(line.payer_tax_id, line.payee_tax_id);
    }
}

}  // namespace tracker
