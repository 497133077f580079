// SPDX-License-Identifier: MIT
// Cases in words, so that a counterexample can be read and judged by hand; and a case cut off at a day.
#include <fmt/format.h>

#include <ostream>

#include "generators.hpp"
#include "tracker/facts/words.hpp"

namespace tracker::gen {
namespace {

template <class Value>
std::string shown(const std::optional<Value>& value) {
    return value ? format(*value) : "-";
}

std::string shown(const std::optional<int>& value) {
    return value ? std::to_string(*value) : "-";
}

std::string shown(const std::optional<Line>& line) {
    if (!line) return "dropped";
    std::string out = fmt::format("{} offset {} day {} {}", text(line->owed_by), line->offset, line->day,
                                  text(line->convention));
    if (!line->months.all()) out += " months " + line->months.to_text();
    if (line->pause == InPause::owed) out += " pause owed";
    if (!line->inputs.empty()) out += " inputs " + line->inputs.to_text();
    if (line->lead != 0) out += fmt::format(" lead {}", line->lead);
    return out;
}

void agreed(const ContractFacts& facts, std::string& out) {
    const Contract& contract = facts.contract;
    out += fmt::format("contract {}..{} fee {} pay_day {} grace {} resume {}\n", format(contract.starts),
                       shown(contract.ends), format(contract.fee), contract.pay_day, contract.grace,
                       contract.resume);
    for (const auto& one : facts.amendments)
        out += fmt::format("amend {}: fee {} grace {} resume {}\n", format(one.from), shown(one.fee),
                           shown(one.grace), shown(one.resume));
    for (const auto& one : facts.schedule)
        out += fmt::format("line {} from {}: {}\n", one.kind.text(), format(one.from), shown(one.line));
}

void happened(const ContractFacts& facts, std::string& out) {
    for (const auto& one : facts.payments)
        out += fmt::format("{} pays {}\n", format(one.date), format(one.amount));
    for (const auto& one : facts.credits)
        out += fmt::format("{} credit {}\n", format(one.date), format(one.amount));
    for (const auto& one : facts.charges)
        out += fmt::format("{} charge {} due {} (entry {})\n", format(one.date), format(one.amount),
                           format(one.due), one.recorded.entry);
    for (const auto& one : facts.duties)
        out += fmt::format("{} duty {} {} of {} due {} pause {}\n", format(one.date), one.kind.text(),
                           format(one.period), text(one.owed_by), format(one.due), text(one.pause));
    for (const auto& one : facts.extensions)
        out += fmt::format("{} extend {} {} until {} (entry {})\n", format(one.date), one.kind.text(),
                           format(one.period), format(one.until), one.recorded.entry);
    for (const auto& one : facts.waivers)
        out += fmt::format("{} waive {} {}\n", format(one.date), one.kind.text(), format(one.period));
    for (const auto& one : facts.fulfilments)
        out += fmt::format("{} done {} {}\n", format(one.date), one.kind.text(), format(one.period));
    for (const auto& one : facts.suspensions)
        out += fmt::format("{} suspend [{}, {}) (entry {})\n", format(one.date), format(one.from),
                           shown(one.until), one.recorded.entry);
}

template <class Fact>
void cut(std::vector<Fact>& facts, Day day) {
    std::erase_if(facts, [day](const Fact& fact) { return fact.date > day; });
}

}  // namespace

ContractFacts known_by(const ContractFacts& facts, Day day) {
    ContractFacts known = facts;
    cut(known.duties, day);
    cut(known.fulfilments, day);
    cut(known.extensions, day);
    cut(known.waivers, day);
    cut(known.charges, day);
    cut(known.payments, day);
    cut(known.credits, day);
    cut(known.suspensions, day);
    return known;
}

std::string describe(const Case& value) {
    std::string out = "\n";
    agreed(value.facts, out);
    happened(value.facts, out);
    for (const Holiday& holiday : value.holidays)
        out += fmt::format("{} is {}\n", format(holiday.date), text(holiday.kind));
    return out;
}

void showValue(const Case& value, std::ostream& out) {
    out << describe(value) << "asked for";
    for (const Day day : value.days) out << ' ' << format(day);
    out << ", " << value.ahead << " days ahead\n";
}

}  // namespace tracker::gen
