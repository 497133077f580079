// SPDX-License-Identifier: MIT
// Any values in the cache's rows, whatever their checksum says: they are no facts, or facts from which
// everything that is open can be decided, and which are kept so that the same are read. An input is a list of
// edits of ten bytes: the row, the column, the value.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>

#include "properties.hpp"
#include "store/cache.hpp"
#include "store/fixture.hpp"
#include "store/sqlite/open.hpp"
#include "tracker/base/error.hpp"
#include "tracker/rules/carry_forward.hpp"
#include "tracker/rules/ledger.hpp"

using namespace tracker;

namespace {

/// A real database, whose cache is edited in a transaction that is never committed.
class Cache {
  public:
    Cache() : numbers_(test::one_of_each(practice_)) {}
    Store::Impl& impl() { return impl_; }
    [[nodiscard]] const Contract& contract() const { return carried_->contract; }

    /// As the program kept it, and then edited.
    void edit(const std::uint8_t* data, std::size_t size) {
        constexpr std::size_t length = 10;
        keep_anew();
        for (; size >= length; data += length, size -= length) {
            std::int64_t value = 0;
            std::memcpy(&value, data + 2, sizeof value);
            const bool row = data[0] % 4 != 0;
            const char* const of_contract[] = {"client", "since", "first", "money", "over"};
            const std::string column =
                row ? fmt::format("v{}", data[1] % cache::columns + 1) : of_contract[data[1] % 5];
            Query update(impl_.connection,
                         fmt::format("UPDATE {} SET {} = {} WHERE {}", row ? "cache_row" : "cache_contract",
                                     column, column == "over" ? "CAST(?1 AS TEXT)" : "?1",
                                     row ? fmt::format("position = {}", data[0] / 4 % 8) : "true"));
            update.bind(1, value);
            update.run();
        }
    }

  private:
    void keep_anew() {
        if (begun_) impl_.connection.execute("ROLLBACK");
        impl_.connection.execute("BEGIN");
        begun_ = true;
        if (!carried_) {
            const Store store(practice_.path, Store::Access::read);
            carried_ = carry_forward(*store.facts(numbers_.contract), Calendar{}, *parse_day("2026-11-20"));
        }
        cache::keep(impl_, *carried_, false);
    }

    test::Practice practice_;
    test::Numbers numbers_;
    Store::Impl impl_{practice_.path, open_engine(practice_.path, true)};
    std::optional<CarriedFacts> carried_;
    bool begun_ = false;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Cache cache;
    cache.edit(data, size);
    CarriedFacts facts;
    facts.contract = cache.contract();
    const ContractId id = facts.contract.id;
    if (!cache::Rows(cache.impl(), id).read(facts)) return 0;
    cache::keep(cache.impl(), facts, false);
    CarriedFacts back;
    back.contract = facts.contract;
    fuzz::require(cache::Rows(cache.impl(), id).take(facts.brought.since, back), "what is kept can be read",
                  "");
    const Day on = std::clamp(facts.brought.since, earliest_day, latest_day);
    try {
        const Calendar calendar;
        const Ledger ledger = make_ledger(back, calendar, on, std::min(on + days{40}, latest_day));
        static_cast<void>(next_due(back, calendar, ledger));
        static_cast<void>(paid_through(back, calendar, ledger));
    } catch (const Error& error) {  // sums that are beyond all money
        fuzz::require(!std::string_view(error.what()).empty(), "a refusal says why", "");
    }
    return 0;
}
