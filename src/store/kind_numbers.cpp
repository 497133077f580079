// SPDX-License-Identifier: MIT
#include "store/kind_numbers.hpp"

#include <algorithm>
#include <string>

#include "tracker/base/error.hpp"

namespace tracker::tables {

void KindNumbers::load() {
    kinds_.assign(1, Kind{});
    Query query(connection_, "SELECT id, name FROM kind ORDER BY id");
    while (query.step()) {
        const auto id = static_cast<std::size_t>(query.integer(0));
        if (id >= 100'000)
            throw DatabaseError("the database numbers its kinds beyond reason: restore a backup");
        const std::string name = query.text(1);
        if (!Kind::is_slug(name))
            throw DatabaseError("the database has a kind without a name: restore a backup");
        kinds_.resize(id + 1);
        kinds_[id] = Kind{name};
    }
}

std::int64_t KindNumbers::held(Kind kind) const {
    const auto at = std::find(kinds_.begin(), kinds_.end(), kind);
    return at == kinds_.end() ? 0 : at - kinds_.begin();
}

std::int64_t KindNumbers::number(Kind kind) {
    if (kinds_.empty()) load();
    if (const std::int64_t number = held(kind); number > 0) return number;
    Query add(connection_, "INSERT INTO kind (name) VALUES (?)");
    add.bind(1, kind.text());
    add.run();
    load();
    const std::int64_t number = held(kind);
    if (number == 0)
        throw DatabaseError("the database doesn't keep a kind that it is given: restore a backup");
    return number;
}

const Kind* KindNumbers::find(std::int64_t number) {
    if (kinds_.empty()) load();
    const auto at = static_cast<std::size_t>(number);
    return at < kinds_.size() && kinds_[at] != Kind{} ? &kinds_[at] : nullptr;
}

Kind KindNumbers::kind(std::int64_t number) {
    const Kind* const found = find(number);
    if (!found) throw DatabaseError("a fact has a kind that the database doesn't list: restore a backup");
    return *found;
}

}  // namespace tracker::tables
