// SPDX-License-Identifier: MIT
#include "store/cache.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <string>

#include "tracker/base/error.hpp"

namespace tracker::cache {
namespace {

/// To be raised where carry_forward() comes to leave out other facts than before: no name tells that.
constexpr int meaning = 1;

/// Which column of a contract's row holds its checksum; what is brought forward follows.
constexpr int sum = 2;

/// The lists that have rows.
template <class Facts, class Use>
void each_kept_list(Facts& facts, Use use) {
    each_list(facts, use);
    std::apply([&](auto... list) { (use(facts.brought.*list), ...); }, brought_lists);
}

/// Calls `use.operator()<Fact>()` for what stands in each of them.
template <class Use>
void each_kept(Use use) {
    const CarriedFacts none;
    each_kept_list(none, [&]<class Fact>(const std::vector<Fact>&) { use.template operator()<Fact>(); });
}

/// How many values the row of such a fact has.
template <class Fact>
constexpr int width_of() {
    int width = Description<Fact>::table.entry_decides ? 1 : 0;
    each_field<Fact>([&](const FieldTraits& column) { width += column.decides && !column.file_only; });
    return width;
}

std::string values(int count) {
    std::string names;
    for (int i = 1; i <= count; ++i) names += fmt::format(", v{}", i);
    return names;
}

std::string marks(std::size_t count) {
    std::string text;
    while (count-- > 0) text += ", ?";
    return text;
}

/// The columns of what is brought forward.
std::string brought() {
    std::string names;
    for (const FieldTraits& column : tables::columns_of<BroughtForward>())
        names += fmt::format(", {}", tables::quoted(column.name));
    return names;
}

template <class Fact>
void keep_list(Store::Impl& impl, ContractId contract, const std::vector<Fact>& list) {
    constexpr int width = width_of<Fact>();
    static_assert(width <= columns, "cache_row needs more columns");
    static const std::string sql =
        fmt::format("INSERT OR REPLACE INTO cache_row (list, contract, position{}) VALUES (?, ?, ?{})",
                    values(width), marks(width));
    if (list.empty()) return;
    Query row(impl.connection, sql);
    row.bind(1, tables::table_of<Fact>.name);
    row.bind(2, contract);
    std::int64_t position = 0;
    for (const Fact& one : list) {
        row.bind(3, ++position);
        tables::Binder binder(row, 4, impl.kinds);
        tables::StoredValues stored(binder);
        tables::visit_in_brief(one, stored);
        row.run();
    }
}

/// Rows whose key is this: of all contracts in their order, or of one.
template <class Key>
InTurn select(Store::Impl& impl, const std::string& what, const Key& key, std::string_view order,
              ContractId only) {
    Query rows(impl.connection, fmt::format("SELECT contract, {} = ?1{} ORDER BY contract{}", what,
                                            only == 0 ? "" : " AND contract = ?2", order));
    rows.bind(1, key);
    if (only != 0) rows.bind(2, only);
    return InTurn(std::move(rows));
}

template <class Fact>
std::optional<InTurn> select_list(Store::Impl& impl, ContractId only) {
    const std::string_view name = tables::table_of<Fact>.name;
    Query any(impl.connection, "SELECT 1 FROM cache_row WHERE list = ? LIMIT 1");
    any.bind(1, name);
    if (!any.step()) return std::nullopt;
    return select(impl, values(width_of<Fact>()).substr(2) + " FROM cache_row WHERE list", name, ", position",
                  only);
}

}  // namespace

std::int64_t form() {
    static const auto number = [] {
        std::string said = fmt::format("{}{}", meaning, brought());
        each_kept([&]<class Fact>() {
            said += tables::select_in_brief(tables::table_of<Fact>, tables::columns_of<Fact>(), "; ", "");
        });
        return static_cast<std::int64_t>(XXH3_64bits(said.data(), said.size()) >> 33U);
    }();
    return number;
}

void forget(Connection& connection, ContractId contract) {
    static const std::string rows = [] {
        std::string names;
        each_kept([&]<class Fact>() {
            names += fmt::format("{}'{}'", names.empty() ? "" : ", ", tables::table_of<Fact>.name);
        });
        return fmt::format("DELETE FROM cache_row WHERE list IN ({}) AND contract = ?", names);
    }();
    const auto is_gone = [&](const std::string& sql) {
        Query gone(connection, sql);
        gone.bind(1, contract);
        return gone.run() > 0;
    };
    if (is_gone("DELETE FROM cache_contract WHERE contract = ?")) is_gone(rows);
}

void keep(Store::Impl& impl, const CarriedFacts& carried, bool nothing) {
    static const std::string sql = fmt::format(
        "INSERT OR REPLACE INTO cache_contract (contract, form, client, sum{}) VALUES (?, ?, ?, ?{})",
        brought(), marks(tables::columns_of<BroughtForward>().size()));
    const ContractId id = carried.contract.id;
    Checksum checksum;
    forget(impl.connection, id);
    Query row(impl.connection, sql);
    row.bind(1, id);
    row.bind(2, form());
    row.bind(3, carried.contract.client);
    nothing ? row.bind_null(4) : row.bind(4, sum_of(carried, checksum));
    tables::Binder binder(row, 5, impl.kinds);
    visit_fields(carried.brought, tables::StoredValues(binder));
    row.run();
    if (!nothing) each_kept_list(carried, [&](const auto& list) { keep_list(impl, id, list); });
}

std::int64_t sum_of(const CarriedFacts& facts, Checksum& checksum) {
    checksum.integer(form());
    checksum.integer(facts.contract.id);
    checksum.integer(facts.contract.client);
    tables::StoredValues stored(checksum);
    tables::visit_in_brief(facts.brought, stored);
    each_kept_list(facts, [&](const auto& list) {
        checksum.integer(static_cast<std::int64_t>(list.size()));
        for (const auto& one : list) tables::visit_in_brief(one, stored);
    });
    return checksum.finish();
}

Rows::Rows(Store::Impl& impl, ContractId only)
    : kinds_(impl.kinds),
      contracts_(
          select(impl, "client, sum" + brought() + " FROM cache_contract WHERE form", form(), "", only)) {
    each_kept([&]<class Fact>() { lists_.push_back(select_list<Fact>(impl, only)); });
}

template <class Fact>
bool Rows::read_fields(const Query& row, int first, Fact& fact) {
    tables::Reader reader(row, first, kinds_);
    try {
        tables::visit_in_brief(fact, reader);
        return true;
    } catch (const DatabaseError&) {  // of a value that can't be: no row is stepped to here
        return false;
    }
}

template <class Fact>
bool Rows::read_list(std::optional<InTurn>& rows, ContractId contract, std::vector<Fact>& list) {
    bool good = true;
    list.clear();
    for (; good && rows && rows->at(contract); rows->next())
        good = read_fields(rows->row(), 1, list.emplace_back());
    return good;
}

bool Rows::read(CarriedFacts& facts) {
    const ContractId id = facts.contract.id;
    const Query& row = contracts_.row();
    if (!contracts_.at(id) || row.is_null(sum)) return false;
    facts.contract.client = row.integer(1);
    if (!read_fields(row, sum + 1, facts.brought)) return false;
    bool good = true;
    auto rows = lists_.begin();
    each_kept_list(facts, [&](auto& list) { good = read_list(*rows++, id, list) && good; });
    return good;
}

bool Rows::take(Day day, CarriedFacts& facts) {
    return read(facts) && facts.brought.since <= day &&
           contracts_.row().integer(sum) == sum_of(facts, checksum_);
}

}  // namespace tracker::cache
