// SPDX-License-Identifier: MIT
#include "tracker/bank/line_outcomes.hpp"

#include "tracker/bank/line_judge.hpp"
#include "tracker/base/text.hpp"
#include "tracker/facts/words.hpp"
#include "tracker/session/find.hpp"

namespace tracker {

LineOutcomes::LineOutcomes(Session& session)
    : session_(session),
      accounts_(session.store(), Store::Lines::all),
      placing_(parties_of(session.store())),
      placed_(session.store().placed_lines()) {
    for (Dismissal& dismissal : session.store().all<Dismissal>()) {
        dismissed_[dismissal.line] = std::move(dismissal.reason);
    }
    const ClientsById clients = clients_by_id(session);
    for (const Contract& contract : session.store().contracts()) {
        const auto client = clients.find(contract.client);
        if (client != clients.end()) codes_[contract.id] = client->second.code;
    }
}

bool LineOutcomes::settled(const BankRecord& record) const {
    return placed_.contains(record.recorded.entry) || dismissed_.contains(record.recorded.entry);
}

Direction LineOutcomes::direction_of(const BankRecord& record) const {
    if (!settled(record)) return accounts_.direction_of(record.line);
    // What became a payment or was put aside waited first, so it came in.
    return record.line.direction == Direction::own_transfer ? Direction::incoming : record.line.direction;
}

bool LineOutcomes::waits(const BankRecord& record) const {
    if (settled(record) || record.line.amount == Money{}) return false;  // of 0.00: nobody's money
    const Direction direction = direction_of(record);
    if (direction == Direction::outgoing) return !placing_.paid_to(record.line).empty();
    return direction == Direction::incoming || direction == Direction::unknown;
}

std::string LineOutcomes::of(const BankRecord& record) const {
    if (waits(record)) return "waits";
    if (const auto placed = placed_.find(record.recorded.entry); placed != placed_.end()) {
        const auto code = codes_.find(placed->second);
        const std::string_view what =
            record.line.direction == Direction::outgoing ? "refund to " : "payment of ";
        return std::string(what) + (code == codes_.end() ? "a client no longer known" : code->second);
    }
    if (const auto aside = dismissed_.find(record.recorded.entry); aside != dismissed_.end()) {
        return "put aside: " + printable(aside->second);
    }
    return std::string(text(direction_of(record)));
}

std::map<std::int64_t, LineCounts> LineOutcomes::by_file() const {
    std::map<std::int64_t, LineCounts> counts;
    session_.store().each_bank_line([&](const BankRecord& record) {
        LineCounts& file = counts[record.file];
        ++file.lines;
        file.payments += placed_.contains(record.recorded.entry) ? 1 : 0;
        file.waiting += waits(record) ? 1 : 0;
    });
    for (const Sighting& seen : session_.store().all<Sighting>()) ++counts[seen.file].known;
    return counts;
}

}  // namespace tracker
