// SPDX-License-Identifier: MIT
// The command that lists the bank lines that wait.
#include <algorithm>

#include "commands/command.hpp"
#include "tracker/bank/line_judge.hpp"
#include "tracker/session/find.hpp"

namespace tracker {
namespace {

int run_unplaced(const NoOptions&, Session& session) {
    LineJudge judge(session.store(), FirmAccounts(session.store(), Store::Lines::all));
    std::vector<JudgedLine> lines;
    judge.each([&](JudgedLine&& line) {
        if (line.direction == Direction::own_transfer) return;
        line.record.line.raw.clear();
        if (line.is_certain()) {
            line.placement.reason = Message("waits.certain");
            line.placement.hint = judge.placing().client_of(*line.placement.contract).code;
        }
        lines.push_back(std::move(line));
    });
    std::sort(lines.begin(), lines.end(), [](const JudgedLine& a, const JudgedLine& b) {
        return a.record.recorded.entry < b.record.recorded.entry;
    });
    Rows rows;
    rows.columns = {{"line", true},          {"date"},         {"amount", true},
                    {"payer", false, true},  {"payer_tax_id"}, {"purpose", false, true},
                    {"reason", false, true}, {"hint"}};
    for (const JudgedLine& line : lines) {
        const BankLine& bank = line.record.line;
        const bool payee = line.is_refund() && !bank.payee.empty();
        rows.rows.push_back({line.record.recorded.entry, bank.date,
                             line.is_refund() ? -bank.amount : bank.amount, payee ? bank.payee : bank.payer,
                             payee ? bank.payee_tax_id : bank.payer_tax_id, bank.purpose,
                             line.placement.reason ? session.words(*line.placement.reason) : std::string(),
                             line.placement.hint});
    }
    session.list_or_say(rows, Message("unplaced.none"));
    return 0;
}

}  // namespace

std::span<const Command> unplaced_commands() {
    static const Command commands[] = {
        {"unplaced", "неразнесённые", group::data, "", "help.unplaced", Needs::read, true,
         prepare<NoOptions, declare_nothing, run_unplaced>, "tracker unplaced"},
    };
    return commands;
}

}  // namespace tracker
