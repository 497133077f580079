// SPDX-License-Identifier: MIT
// Importing the firm's own kinds of duties, and its own sets of them.
#include "exchange/import_by_key.hpp"
#include "tracker/exchange/duty_catalogue.hpp"
#include "tracker/exchange/import_parties.hpp"

namespace tracker {
namespace {

/// Titles stand on screens and in letters as they are.
void check_titles(const std::string& russian, const std::string& english) {
    for (const std::string& title : {russian, english}) {
        if (printable(title) == title) continue;
        throw InputError(fmt::format("title '{}' holds control or invisible characters: leave them out",
                                     printable(title)));
    }
    if (after_blanks(russian).empty() && after_blanks(english).empty())
        throw InputError("title_ru and title_en are empty: fill one of them");
}

/// What a contract's line is checked for as it is recorded is said here of each row already.
void check_line(Kind kind, const Line& line) {
    if (line.day < 1 || line.day > 31)
        throw InputError(fmt::format("day {} is not a day of a month: 1 to 31", line.day));
    if (line.offset < -12 || line.offset > 24)
        throw InputError(fmt::format("an offset of {} months is out of range: -12 to 24", line.offset));
    if (line.lead < 0 || line.lead > 60)
        throw InputError(fmt::format("a lead of {} working days is out of range: 0 to 60", line.lead));
    if (line.inputs.empty()) return;
    if (line.owed_by == OwedBy::client)
        throw InputError(
            fmt::format("'{}' is owed by the client: only work of ours can need papers", kind.text()));
    if (line.inputs.has(kind)) throw InputError(fmt::format("'{}' can't need itself", kind.text()));
    for (const Kind money : {kinds::payment, kinds::charge})
        if (line.inputs.has(money))
            throw InputError(fmt::format("'{}' can't be needed for work: it is money", money.text()));
}

void check_kind(const DutyKind& described, const DutyCatalogue& catalogue) {
    if (catalogue.set(std::string(described.kind.text())))
        throw InputError(
            fmt::format("kind '{}' has the name of a set: call it something else", described.kind.text()));
    if (described.kind == kinds::payment || described.kind == kinds::charge)
        throw InputError(
            fmt::format("'{}' is money: what a contract's fee is due on is its own", described.kind.text()));
    check_titles(described.title_ru, described.title_en);
    if (described.line) check_line(described.kind, *described.line);
}

/// Each of its kinds is known, and has a line to add.
void check_set(const DutySet& set, const DutyCatalogue& catalogue) {
    if (!Kind::is_slug(set.name))
        throw InputError(
            fmt::format("set '{}' is not a word of 1 to 23 of a-z, 0-9 and '-'", printable(set.name)));
    check_titles(set.title_ru, set.title_en);
    if (set.kinds.empty()) throw InputError("kinds is empty: name what the set holds");
    if (catalogue.kind(Kind{set.name}))
        throw InputError(fmt::format("set '{}' has the name of a kind: call it something else", set.name));
    for (const Kind kind : set.kinds.kinds()) {
        const DutyKind* const described = catalogue.kind(kind);
        if (described && !described->line)
            throw InputError(
                fmt::format("kind '{}' has a title alone: give it a line to have it in a set", kind.text()));
        if (described) continue;
        std::vector<std::string> known;
        for (const DutyKind& other : catalogue.kinds()) known.emplace_back(other.kind.text());
        const auto near = nearest(kind.text(), known, 1);
        throw InputError(fmt::format("there is no kind '{}': {}", kind.text(),
                                     near.empty() ? "describe it with 'tracker import kinds' first"
                                                  : fmt::format("did you mean '{}'?", near.front())));
    }
}

}  // namespace

template <>
void import_facts<DutyKind>(Session& session, std::string_view text, const std::string& file, bool skip_bad,
                            ImportReport& report) {
    const DutyCatalogue catalogue(session.store());
    const auto check = [&](const DutyKind& kind) { check_kind(kind, catalogue); };
    import_by_key(text, file, skip_bad, report, session.store().all<DutyKind>(), check,
                  [&](DutyKind& kind) { session.store().add(0, kind); });
}

template <>
void import_facts<DutySet>(Session& session, std::string_view text, const std::string& file, bool skip_bad,
                           ImportReport& report) {
    const DutyCatalogue catalogue(session.store());
    const auto check = [&](const DutySet& set) { check_set(set, catalogue); };
    import_by_key(text, file, skip_bad, report, session.store().all<DutySet>(), check,
                  [&](DutySet& set) { session.store().add(0, set); });
}

}  // namespace tracker
