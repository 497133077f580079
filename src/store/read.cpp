// SPDX-License-Identifier: MIT
// Reading: every question is answered as known by a change, by the same queries.
#include <algorithm>
#include <optional>

#include "inside.hpp"
#include "tracker/core/error.hpp"

namespace tracker {
namespace {

constexpr std::string_view by_entry = " ORDER BY entry, added";

/// How much of a fact is read: all of it, or what decisions need.
enum class Extent { whole, brief };

/// One table's rows in order of contract, handed out contract by contract.
template <class Fact>
class Stream {
  public:
    /// All rows, or those of one contract.
    Stream(Store::Inside& inside, Extent extent, ContractId only)
        : cursor_(open(inside, extent, only)), kinds_(inside.kinds), extent_(extent) {
        if (only != 0) cursor_.bind(2, only);
        step();
    }

    /// Replaces `facts` by those of the contract; rows of contracts that were passed over are skipped.
    void take(ContractId contract, std::vector<Fact>& facts) {
        facts.clear();
        for (; more_ && owner_ <= contract; step()) {
            if (owner_ != contract) continue;
            Fact& fact = facts.emplace_back();
            extent_ == Extent::whole ? cursor_.read(fact, kinds_) : cursor_.read_in_brief(fact, kinds_);
        }
    }

  private:
    static tables::Cursor open(Store::Inside& inside, Extent extent, ContractId only) {
        const char* const rows = only == 0 ? " ORDER BY contract" : " AND contract = ?2 ORDER BY contract";
        return extent == Extent::whole ? inside.select<Fact>(rows) : inside.select_in_brief<Fact>(rows);
    }

    void step() {
        more_ = cursor_.step();
        if (more_) owner_ = cursor_.integer(0);
    }

    tables::Cursor cursor_;
    tables::KindNumbers& kinds_;
    Extent extent_;
    bool more_ = false;
    ContractId owner_ = 0;
};

/// All tables about contracts, side by side.
class Pass {
  public:
    Pass(Store::Inside& inside, Extent extent, ContractId only = 0)
        : amendments_(inside, extent, only),
          schedule_(inside, extent, only),
          fulfilments_(inside, extent, only),
          extensions_(inside, extent, only),
          waivers_(inside, extent, only),
          charges_(inside, extent, only),
          payments_(inside, extent, only),
          credits_(inside, extent, only),
          suspensions_(inside, extent, only) {}

    void take(ContractFacts& facts) {
        const ContractId id = facts.contract.id;
        amendments_.take(id, facts.amendments);
        schedule_.take(id, facts.schedule);
        fulfilments_.take(id, facts.fulfilments);
        extensions_.take(id, facts.extensions);
        waivers_.take(id, facts.waivers);
        charges_.take(id, facts.charges);
        payments_.take(id, facts.payments);
        credits_.take(id, facts.credits);
        suspensions_.take(id, facts.suspensions);
    }

  private:
    Stream<Amendment> amendments_;
    Stream<ScheduleLine> schedule_;
    Stream<Fulfilment> fulfilments_;
    Stream<Extension> extensions_;
    Stream<Waiver> waivers_;
    Stream<Charge> charges_;
    Stream<Payment> payments_;
    Stream<Credit> credits_;
    Stream<ManualSuspension> suspensions_;
};

/// Contracts with the client that each belongs to, which stands in another table.
std::vector<Contract> read_contracts(tables::Statements& statements, tables::KindNumbers& kinds,
                                     tables::Cursor cursor) {
    std::vector<Contract> contracts;
    tables::Cursor owners(statements, "SELECT id, client FROM contract WHERE id >= ?1 ORDER BY id");
    bool more = false;
    while (cursor.step()) {
        const bool first = contracts.empty();
        Contract& contract = contracts.emplace_back();
        cursor.read(contract, kinds);
        contract.id = cursor.integer(0);
        if (first) {
            owners.bind(1, contract.id);
            more = owners.step();
        }
        while (more && owners.integer(0) < contract.id) more = owners.step();
        if (!more || owners.integer(0) != contract.id)
            throw DatabaseError("a contract has no client: restore a backup");
        contract.client = owners.integer(1);
    }
    return contracts;
}

void pass_over_all(Store::Inside& inside, Extent extent,
                   const std::function<void(const ContractFacts&)>& use) {
    guarded(inside.path, [&] {
        std::vector<Contract> all =
            read_contracts(inside.statements, inside.kinds, inside.select<Contract>(" ORDER BY contract"));
        if (all.empty()) return;
        ContractFacts facts;
        Pass pass(inside, extent);
        for (Contract& contract : all) {
            facts.contract = std::move(contract);
            pass.take(facts);
            use(facts);
        }
    });
}

}  // namespace

void Store::as_known_by(ChangeNumber change) {
    inside_->known = change;
}

ChangeNumber Store::last_change_at(std::int64_t time) const {
    return guarded(inside_->path, [&] {
        tables::Cursor cursor(inside_->statements,
                              "SELECT coalesce(max(number), 0) FROM change WHERE time <= ?1");
        cursor.bind(1, time);
        cursor.step();
        return cursor.integer(0);
    });
}

ChangeNumber Store::last_change() const {
    return last_change_at(std::numeric_limits<std::int64_t>::max());
}

std::vector<Client> Store::clients() const {
    return guarded(inside_->path, [&] {
        std::vector<Client> clients;
        tables::Cursor cursor = inside_->select<Client>(" ORDER BY client");
        while (cursor.step()) {
            cursor.read(clients.emplace_back(), inside_->kinds);
            clients.back().id = cursor.integer(0);
        }
        return clients;
    });
}

std::optional<Client> Store::client_by_code(const std::string& code) const {
    return inside_->one_client(" AND code = ?2", code);
}

std::optional<Client> Store::client_of(ClientId id) const {
    return inside_->one_client(" AND client = ?2", id);
}

std::vector<Contract> Store::contracts() const {
    return guarded(inside_->path, [&] {
        return read_contracts(inside_->statements, inside_->kinds,
                              inside_->select<Contract>(" ORDER BY contract"));
    });
}

std::vector<Contract> Store::contracts_of(ClientId client) const {
    return guarded(inside_->path, [&] {
        tables::Cursor cursor = inside_->select<Contract>(
            " AND contract IN (SELECT id FROM contract WHERE contract.client = ?2) ORDER BY contract");
        cursor.bind(2, client);
        return read_contracts(inside_->statements, inside_->kinds, std::move(cursor));
    });
}

std::optional<ContractFacts> Store::facts(ContractId contract) const {
    return guarded(inside_->path, [&]() -> std::optional<ContractFacts> {
        tables::Cursor cursor = inside_->select<Contract>(" AND contract = ?2");
        cursor.bind(2, contract);
        std::vector<Contract> found = read_contracts(inside_->statements, inside_->kinds, std::move(cursor));
        if (found.empty()) return std::nullopt;
        ContractFacts facts;
        facts.contract = std::move(found.front());
        Pass pass(*inside_, Extent::whole, contract);
        pass.take(facts);
        return facts;
    });
}

void Store::each_contract(const std::function<void(const ContractFacts&)>& use) const {
    pass_over_all(*inside_, Extent::whole, use);
}

void Store::each_contract_in_brief(const std::function<void(const ContractFacts&)>& use) const {
    pass_over_all(*inside_, Extent::brief, use);
}

std::vector<Holiday> Store::calendar() const {
    return guarded(inside_->path, [&] {
        std::vector<Holiday> days;
        tables::Cursor cursor = inside_->select_in_brief<Holiday>(by_entry);
        while (cursor.step()) cursor.read_in_brief(days.emplace_back(), inside_->kinds);
        return days;
    });
}

template <class Fact>
std::vector<std::pair<std::int64_t, Fact>> Store::all_owned(std::int64_t owner) const {
    return guarded(inside_->path, [&] {
        const std::string more = owner == 0 ? "" : " AND " + std::string(tables::of<Fact>.owner) + " = ?2";
        tables::Cursor cursor = inside_->select<Fact>(more + std::string(by_entry));
        if (owner != 0) cursor.bind(2, owner);
        std::vector<std::pair<std::int64_t, Fact>> facts;
        while (cursor.step())
            cursor.read(facts.emplace_back(cursor.integer(0), Fact{}).second, inside_->kinds);
        return facts;
    });
}

template <class Fact>
std::vector<Fact> Store::all(std::int64_t owner) const {
    std::vector<Fact> facts;
    for (auto& [of, fact] : all_owned<Fact>(owner)) facts.push_back(std::move(fact));
    return facts;
}

template std::vector<std::pair<std::int64_t, Payer>> Store::all_owned(std::int64_t) const;
template std::vector<std::pair<std::int64_t, Letter>> Store::all_owned(std::int64_t) const;
template std::vector<std::pair<std::int64_t, Delivery>> Store::all_owned(std::int64_t) const;
template std::vector<Holiday> Store::all(std::int64_t) const;
template std::vector<Setting> Store::all(std::int64_t) const;
template std::vector<BankFile> Store::all(std::int64_t) const;
template std::vector<Statement> Store::all(std::int64_t) const;
template std::vector<BankRecord> Store::all(std::int64_t) const;
template std::vector<Sighting> Store::all(std::int64_t) const;
template std::vector<OwnAccount> Store::all(std::int64_t) const;
template std::vector<Payer> Store::all(std::int64_t) const;
template std::vector<Dismissal> Store::all(std::int64_t) const;

std::map<std::string, std::string> Store::settings() const {
    std::map<std::string, std::string> settings;
    for (const Setting& setting : all<Setting>()) settings[setting.name] = setting.value;
    return settings;
}

std::vector<Change> Store::changes() const {
    return guarded(inside_->path, [&] {
        std::vector<Change> changes;
        std::int64_t entries_before = 0;
        SQLite::Statement query(
            inside_->database,
            "SELECT number, time, user, command, undoes, coalesce(entries, 0) FROM change "
            "WHERE number <= ? ORDER BY number");
        query.bind(1, inside_->known);
        while (query.executeStep()) {
            Change& change = changes.emplace_back();
            change.number = query.getColumn(0).getInt64();
            change.time = query.getColumn(1).getInt64();
            change.user = query.getColumn(2).getString();
            change.command = query.getColumn(3).getString();
            if (!query.getColumn(4).isNull()) change.undoes = query.getColumn(4).getInt64();
            const std::int64_t entries = query.getColumn(5).getInt64();
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
    });
}

}  // namespace tracker
