// SPDX-License-Identifier: MIT
#include "bank.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "find.hpp"
#include "import_file.hpp"
#include "record.hpp"
#include "tracker/core/consequences.hpp"
#include "tracker/core/error.hpp"
#include "tracker/io/text.hpp"

namespace tracker {
namespace {

bool same_line(const BankLine& a, const BankLine& b) {
    const auto identity = [](const BankLine& l) {
        return std::tie(l.account, l.date, l.number, l.amount, l.payer_account, l.payer_tax_id, l.purpose,
                        l.occurrence);
    };
    return identity(a) == identity(b);
}

/// What became of a file's lines.
struct Outcome {
    std::size_t known = 0;
    std::size_t outgoing = 0;
    std::size_t transfers = 0;
    std::vector<std::pair<ContractId, Payment>> payments;
    std::vector<std::pair<BankRecord, Placement>> unplaced;
};

/// The file and the days that it speaks for, unless all of that is on record.
std::int64_t record_file(Session& session, const BankStatement& statement, const std::string& file) {
    BankFile record;
    record.name = file;
    record.format = statement.format;
    session.store().add(0, record);
    for (const StatementRange& range : statement.ranges) {
        Statement days;
        days.file = record.recorded.entry;
        days.account = range.account;
        days.from = range.from;
        days.until = range.until;
        session.store().add(0, days);
    }
    return record.recorded.entry;
}

bool ranges_known(Session& session, const BankStatement& statement) {
    const std::vector<Statement> held = session.store().all<Statement>();
    return std::all_of(statement.ranges.begin(), statement.ranges.end(), [&](const StatementRange& range) {
        return std::any_of(held.begin(), held.end(), [&](const Statement& s) {
            return s.account == range.account && s.from == range.from && s.until == range.until;
        });
    });
}

/// Throws InputError if the account is a client's: clients send their statements too, and what comes in there
/// is theirs.
void refuse_of_client(Session& session, const BankStatement& statement, const std::string& file) {
    const std::vector<Client> clients = session.store().clients();
    for (const BankLine& line : statement.lines) {
        const std::string& owner = line.direction == Direction::incoming   ? line.payee_tax_id
                                   : line.direction == Direction::outgoing ? line.payer_tax_id
                                                                           : std::string();
        for (const Client& client : clients) {
            if (owner.empty() || client.tax_id != owner) continue;
            throw InputError(fmt::format(
                "{}: account {} is that of {} ({}), not the firm's: import a statement of your own bank",
                place(file, line.line), line.account, client.code, printable(client.name)));
        }
    }
}

/// The firm's own accounts, learnt from the statements on record and from this one.
std::set<std::string> own_accounts(Session& session, const BankStatement& statement) {
    std::set<std::string> accounts(statement.accounts.begin(), statement.accounts.end());
    for (const Statement& held : session.store().all<Statement>()) accounts.insert(held.account);
    accounts.erase("");
    return accounts;
}

void take_line(Session& session, const Placing& placing, BankRecord& record, Outcome& outcome) {
    session.store().add(0, record);
    switch (record.line.direction) {
        case Direction::outgoing:
            ++outcome.outgoing;
            return;
        case Direction::own_transfer:
            ++outcome.transfers;
            return;
        case Direction::incoming:
            break;
        case Direction::unknown:
            outcome.unplaced.emplace_back(
                record, Placement{std::nullopt, "the file doesn't say which way the money went", ""});
            return;
    }
    Placement placement = placing.place(record.line);
    if (!placement.contract) {
        outcome.unplaced.emplace_back(record, std::move(placement));
        return;
    }
    Payment payment = payment_of(record);
    session.store().add(*placement.contract, payment);
    outcome.payments.emplace_back(*placement.contract, std::move(payment));
}

Outcome record_lines(Session& session, const BankStatement& statement, const std::string& file) {
    Outcome outcome;
    refuse_of_client(session, statement, file);
    std::vector<const BankLine*> fresh;
    for (const BankLine& line : statement.lines) {
        const std::vector<BankRecord> like = session.store().bank_lines_like(line);
        const bool known = std::any_of(like.begin(), like.end(),
                                       [&](const BankRecord& r) { return same_line(r.line, line); });
        if (known) {
            ++outcome.known;
        } else {
            fresh.push_back(&line);
        }
    }
    if (fresh.empty() && ranges_known(session, statement)) return outcome;
    const Placing placing(session);
    const std::set<std::string> own = own_accounts(session, statement);
    const std::int64_t of_file = record_file(session, statement, file);
    for (const BankLine* line : fresh) {
        BankRecord record;
        record.file = of_file;
        record.line = *line;
        // The other half of a transfer may stand in the statement of another bank.
        if (line->direction == Direction::incoming && own.contains(line->payer_account)) {
            record.line.direction = Direction::own_transfer;
        }
        take_line(session, placing, record, outcome);
    }
    return outcome;
}

void say_payments(Session& session, const Outcome& outcome) {
    const Placing placing(session);
    std::map<ContractId, std::vector<const Payment*>> by_contract;
    for (const auto& [contract, payment] : outcome.payments) {
        by_contract[contract].push_back(&payment);
    }
    for (const auto& [id, payments] : by_contract) {
        ContractFacts after = *session.store().facts(id);
        ContractFacts before = after;
        std::erase_if(before.payments,
                      [&](const Payment& p) { return p.recorded.added == session.store().change(); });
        const std::string follows = what_follows(session, before, after);
        std::string amounts;
        for (const Payment* payment : payments)
            amounts += fmt::format("{}{} on {}", amounts.empty() ? "" : ", ", format(payment->amount),
                                   format(payment->date));
        session.say("  {}, contract {}: {}{}{}", placing.client_of(id).code, printable(after.contract.number),
                    amounts, follows.empty() ? "" : "\n    ", follows);
    }
}

}  // namespace

void import_statement(Session& session, const BankStatement& statement, const std::string& file) {
    const Outcome outcome = record_lines(session, statement, file);
    for (const std::string& remark : statement.remarks)
        session.say("{}: {}", printable(file), printable(remark));
    session.say("{}: {} taken, {} known already, {} unplaced, {} outgoing, {} between own accounts",
                printable(file), count(static_cast<long long>(outcome.payments.size()), "payment"),
                outcome.known, outcome.unplaced.size(), outcome.outgoing, outcome.transfers);
    say_payments(session, outcome);
    for (const auto& [record, placement] : outcome.unplaced) {
        session.say("  unplaced line {}: {} on {} from {}: {}{}", record.recorded.entry,
                    format(record.line.amount), format(record.line.date),
                    record.line.payer.empty() ? "nobody named" : printable(record.line.payer),
                    placement.reason,
                    placement.hint.empty() ? "" : fmt::format("; perhaps {}", placement.hint));
    }
    if (!outcome.unplaced.empty())
        session.say("next: 'tracker place LINE CLIENT', or 'tracker dismiss LINE --reason TEXT'");
    if (const auto known = known_through(session.store().all<Statement>()))
        session.say("payments are known through {}", format(*known));
}

}  // namespace tracker
