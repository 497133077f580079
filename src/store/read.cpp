// SPDX-License-Identifier: MIT
// Reading: every question is answered as known by a change, by the same queries.
#include <algorithm>
#include <optional>

#include "store/impl.hpp"
#include "tracker/base/error.hpp"

namespace tracker {
namespace {

constexpr std::string_view by_entry = " ORDER BY entry, added";

}  // namespace

void Store::as_known_by(ChangeNumber change) {
    impl_->known = change;
}

ChangeNumber Store::last_change_at(std::int64_t time) const {
    Query cursor(impl_->connection, "SELECT coalesce(max(number), 0) FROM change WHERE time <= ?1");
    cursor.bind(1, time);
    cursor.step();
    return cursor.integer(0);
}

ChangeNumber Store::last_change() const {
    return last_change_at(std::numeric_limits<std::int64_t>::max());
}

std::vector<Client> Store::clients() const {
    std::vector<Client> clients;
    Query cursor = impl_->select<Client>(" ORDER BY client");
    while (cursor.step()) {
        tables::read_fact(cursor, clients.emplace_back(), impl_->kinds);
        clients.back().id = cursor.integer(0);
    }
    return clients;
}

std::optional<Client> Store::client_by_code(const std::string& code) const {
    return impl_->one_client(" AND code = ?2", code);
}

std::optional<Client> Store::client_of(ClientId id) const {
    return impl_->one_client(" AND client = ?2", id);
}

std::vector<Holiday> Store::calendar() const {
    std::vector<Holiday> days;
    Query cursor = impl_->select_in_brief<Holiday>(by_entry);
    while (cursor.step()) tables::read_in_brief(cursor, days.emplace_back(), impl_->kinds);
    return days;
}

template <class Fact>
std::vector<std::pair<std::int64_t, Fact>> Store::all_owned(std::int64_t owner) const {
    const std::string more = owner == 0 ? "" : " AND " + std::string(tables::table_of<Fact>.owner) + " = ?2";
    Query cursor = impl_->select<Fact>(more + std::string(by_entry));
    if (owner != 0) cursor.bind(2, owner);
    std::vector<std::pair<std::int64_t, Fact>> facts;
    while (cursor.step())
        tables::read_fact(cursor, facts.emplace_back(cursor.integer(0), Fact{}).second, impl_->kinds);
    return facts;
}

template <class Fact>
std::vector<Fact> Store::all(std::int64_t owner) const {
    std::vector<Fact> facts;
    for (auto& [of, fact] : all_owned<Fact>(owner)) facts.push_back(std::move(fact));
    return facts;
}

#define TRACKER_READS(Fact)                                                                   \
    template std::vector<std::pair<std::int64_t, Fact>> Store::all_owned(std::int64_t) const; \
    template std::vector<Fact> Store::all(std::int64_t) const;
TRACKER_FACTS(TRACKER_READS)
#undef TRACKER_READS

std::map<std::string, std::string> Store::settings() const {
    std::map<std::string, std::string> settings;
    for (const Setting& setting : all<Setting>()) settings[setting.name] = setting.value;
    return settings;
}

std::vector<Change> Store::changes() const {
    std::vector<Change> changes;
    std::int64_t entries_before = 0;
    Query query(impl_->connection,
                "SELECT number, time, user, command, undoes, coalesce(entries, 0) FROM change "
                "WHERE number <= ? ORDER BY number");
    query.bind(1, impl_->known);
    while (query.step()) {
        Change& change = changes.emplace_back();
        change.number = query.integer(0);
        change.time = query.integer(1);
        change.user = query.text(2);
        change.command = query.text(3);
        if (!query.is_null(4)) change.undoes = query.integer(4);
        const std::int64_t entries = query.integer(5);
        if (entries < 0) throw DatabaseError("a change counts less than nothing: restore a backup");
        change.facts = entries - entries_before;
        entries_before = entries;
    }
    // An undo that was itself undone doesn't hold: look from the last change back.
    for (auto undo = changes.rbegin(); undo != changes.rend(); ++undo) {
        if (!undo->undoes || undo->undone_by) continue;
        const auto undone = std::find_if(changes.begin(), changes.end(),
                                         [&](const Change& c) { return c.number == *undo->undoes; });
        if (undone != changes.end()) undone->undone_by = undo->number;
    }
    return changes;
}

}  // namespace tracker
