// SPDX-License-Identifier: MIT
// The chain of changes, read anew: every fact once, in the order of its table.
#include <algorithm>
#include <unordered_map>

#include "store/impl.hpp"
#include "tracker/base/error.hpp"

namespace tracker {
namespace {

/// What each change did, summed up from all tables.
class ChangeSums {
  public:
    explicit ChangeSums(Store::Impl& impl) : impl_(impl) {
        for (const tables::FactTable& table : tables::everything()) add_table(table);
        add_contracts();
    }

    [[nodiscard]] const DigestSum& of(ChangeNumber change) { return sums_[change]; }
    /// Changes that facts name but that are not there.
    [[nodiscard]] std::optional<ChangeNumber> beyond(ChangeNumber last) const {
        std::optional<ChangeNumber> found;
        for (const auto& [change, sum] : sums_) {
            if (change < 1 || change > last) found = std::min(found.value_or(change), change);
        }
        return found;
    }

  private:
    void add_table(const tables::FactTable& table) {
        Query row(impl_.connection,
                  fmt::format("SELECT {} FROM {} NOT INDEXED", chain::row_columns(table), table.name));
        while (row.step()) {
            sums_[row.integer(2)].add(chain::recorded_row(table, row, impl_.kinds));
            if (row.is_null(3)) continue;
            sums_[row.integer(3)].add(
                chain::retracted(table, row.integer(0), row.integer(1), row.integer(2)));
        }
    }

    void add_contracts() {
        Query row(impl_.connection,
                  "SELECT id, client, (SELECT min(added) FROM contract_record WHERE contract = id) "
                  "FROM contract");
        while (row.step()) sums_[row.integer(2)].add(chain::made(row.integer(0), row.integer(1)));
    }

    Store::Impl& impl_;
    std::unordered_map<ChangeNumber, DigestSum> sums_;
};

chain::ChangeRow change_row(const Query& cursor) {
    chain::ChangeRow row{cursor.integer(0), cursor.integer(1), cursor.text(2), cursor.text(3), {},
                         cursor.integer(5)};
    if (!cursor.is_null(4)) row.undoes = cursor.integer(4);
    return row;
}

constexpr const char* all_changes =
    "SELECT number, time, user, command, undoes, entries, digest FROM change ORDER BY number";

}  // namespace

Digest read_digest(const Query& cursor, int column) {
    const std::string stored = cursor.text(column);
    Digest digest{};
    if (stored.size() == digest.size()) std::copy(stored.begin(), stored.end(), digest.begin());
    return digest;
}

ChainState Store::verify() const {
    ChainState state;
    ChangeSums sums(*impl_);
    const auto wrong = [&](ChangeNumber change) {
        ++state.wrong;
        if (!state.first_wrong) state.first_wrong = change;
    };
    Digest before{};
    Query cursor(impl_->connection, all_changes);
    while (cursor.step()) {
        const chain::ChangeRow row = change_row(cursor);
        const Digest stored = read_digest(cursor, 6);
        // The stored digest leads on, so that each change is judged by itself.
        if (row.number != state.last + 1 || chain::seal(before, row, sums.of(row.number)) != stored)
            wrong(row.number);
        state.last = row.number;
        before = stored;
    }
    if (const auto beyond = sums.beyond(state.last)) wrong(*beyond);
    state.head = to_hex(before);
    return state;
}

std::string Store::head() const {
    Query cursor(impl_->connection, "SELECT digest FROM change ORDER BY number DESC LIMIT 1");
    return to_hex(cursor.step() ? read_digest(cursor, 0) : Digest{});
}

std::optional<ChangeNumber> Store::change_of(const std::string& head) const {
    if (head == to_hex(Digest{})) return 0;
    Query cursor(impl_->connection, "SELECT number FROM change WHERE lower(hex(digest)) = ?1");
    cursor.bind(1, head);
    if (!cursor.step()) return std::nullopt;
    return cursor.integer(0);
}

ChangeNumber Store::common_with(const Store& other) const {
    // Alike up to some change, different from the next on: look where by halves.
    const auto same = [&](ChangeNumber number) {
        const auto digest_in = [&](const Store& store) {
            Query cursor(store.impl_->connection, "SELECT digest FROM change WHERE number = ?1");
            cursor.bind(1, number);
            return cursor.step() ? read_digest(cursor, 0) : Digest{};
        };
        return digest_in(*this) == digest_in(other);
    };
    ChangeNumber alike = 0;
    ChangeNumber beyond = std::min(last_change(), other.last_change()) + 1;
    while (beyond - alike > 1) {
        const ChangeNumber middle = alike + (beyond - alike) / 2;
        (same(middle) ? alike : beyond) = middle;
    }
    return alike;
}

void seal_all(Store::Impl& impl) {
    ChangeSums sums(impl);
    Digest before{};
    Query cursor(impl.connection, all_changes);
    Query seal(impl.connection, "UPDATE change SET digest = ? WHERE number = ?");
    while (cursor.step()) {
        const chain::ChangeRow row = change_row(cursor);
        before = chain::seal(before, row, sums.of(row.number));
        seal.bind_bytes(1, as_bytes(before));
        seal.bind(2, row.number);
        seal.run();
    }
}

}  // namespace tracker
