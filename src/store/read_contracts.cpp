// SPDX-License-Identifier: MIT
// Reading contracts with the facts about them: one, or all in one ordered pass over each table.
#include <optional>
#include <tuple>

#include "store/impl.hpp"
#include "store/in_turn.hpp"
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
    Stream(Store::Impl& impl, Extent extent, ContractId only)
        : rows_(open(impl, extent, only)), kinds_(impl.kinds), extent_(extent) {}

    /// Replaces `facts` by those of the contract.
    void take(ContractId contract, std::vector<Fact>& facts) {
        facts.clear();
        for (; rows_.at(contract); rows_.next()) {
            Fact& fact = facts.emplace_back();
            extent_ == Extent::whole ? tables::read_fact(rows_.row(), fact, kinds_)
                                     : tables::read_in_brief(rows_.row(), fact, kinds_);
        }
    }

  private:
    static Query open(Store::Impl& impl, Extent extent, ContractId only) {
        const char* const which = only == 0 ? " ORDER BY contract" : " AND contract = ?2 ORDER BY contract";
        Query rows = extent == Extent::whole ? impl.select<Fact>(which) : impl.select_in_brief<Fact>(which);
        if (only != 0) rows.bind(2, only);
        return rows;
    }

    InTurn rows_;
    tables::KindNumbers& kinds_;
    Extent extent_;
};

/// All tables about contracts, side by side.
class Pass {
  public:
    Pass(Store::Impl& impl, Extent extent, ContractId only = 0)
        : streams_(
              std::apply([&](auto... list) { return std::tuple{stream_of(list, impl, extent, only)...}; },
                         contract_lists)) {}

    void take(CarriedFacts& facts) {
        std::apply([&](auto&... stream) { (take_from(stream, facts), ...); }, streams_);
    }

  private:
    template <class Fact>
    static Stream<Fact> stream_of(std::vector<Fact> CarriedFacts::*, Store::Impl& impl, Extent extent,
                                  ContractId only) {
        return Stream<Fact>(impl, extent, only);
    }
    template <class Fact>
    static void take_from(Stream<Fact>& stream, CarriedFacts& facts) {
        stream.take(facts.contract.id, list_of<Fact>(facts));
    }
    template <class... Facts>
    static std::tuple<Stream<Facts>...> streams_over(std::tuple<std::vector<Facts> CarriedFacts::*...>);

    decltype(streams_over(contract_lists)) streams_;
};

/// Contracts with the client that each belongs to, which stands in another table.
std::vector<Contract> read_contracts(Connection& connection, tables::KindNumbers& kinds, Query cursor) {
    std::vector<Contract> contracts;
    Query owners(connection, "SELECT id, client FROM contract WHERE id >= ?1 ORDER BY id");
    bool more = false;
    while (cursor.step()) {
        const bool first = contracts.empty();
        Contract& contract = contracts.emplace_back();
        tables::read_fact(cursor, contract, kinds);
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

/// `Facts` says what is read: whole facts, or those in brief.
template <class Facts>
void pass_over_all(Store::Impl& impl, const std::function<void(const Facts&)>& use) {
    constexpr Extent extent = std::is_same_v<Facts, ContractFacts> ? Extent::whole : Extent::brief;
    std::vector<Contract> all =
        read_contracts(impl.connection, impl.kinds, impl.select<Contract>(" ORDER BY contract"));
    if (all.empty()) return;
    Facts facts;
    Pass pass(impl, extent);
    for (Contract& contract : all) {
        facts.contract = std::move(contract);
        pass.take(facts);
        use(facts);
    }
}

}  // namespace

std::vector<Contract> Store::contracts() const {
    return read_contracts(impl_->connection, impl_->kinds, impl_->select<Contract>(" ORDER BY contract"));
}

std::vector<Contract> Store::contracts_of(ClientId client) const {
    Query cursor = impl_->select<Contract>(
        " AND contract IN (SELECT id FROM contract WHERE contract.client = ?2) ORDER BY contract");
    cursor.bind(2, client);
    return read_contracts(impl_->connection, impl_->kinds, std::move(cursor));
}

std::optional<ContractFacts> Store::facts(ContractId contract) const {
    Query cursor = impl_->select<Contract>(" AND contract = ?2");
    cursor.bind(2, contract);
    std::vector<Contract> found = read_contracts(impl_->connection, impl_->kinds, std::move(cursor));
    if (found.empty()) return std::nullopt;
    ContractFacts facts;
    facts.contract = std::move(found.front());
    Pass pass(*impl_, Extent::whole, contract);
    pass.take(facts);
    return facts;
}

void Store::each_contract(const std::function<void(const ContractFacts&)>& use) const {
    pass_over_all(*impl_, use);
}

void Store::each_contract_in_brief(const std::function<void(const BriefFacts&)>& use) const {
    pass_over_all(*impl_, use);
}

}  // namespace tracker
