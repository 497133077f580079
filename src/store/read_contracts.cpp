// SPDX-License-Identifier: MIT
// Reading contracts with the facts about them: one, or all in one ordered pass over each table.
#include <optional>

#include "store/inside.hpp"
#include "tracker/base/error.hpp"

namespace tracker {
namespace {

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

}  // namespace tracker
