// SPDX-License-Identifier: MIT
// Any bytes in the cache: they are no facts, or facts from which everything that is open can be decided, and
// which are packed to what unpacks to the same.
#include <cstdint>

#include "properties.hpp"
#include "store/fixture.hpp"
#include "store/sqlite/open.hpp"
#include "store/sqlite/packed.hpp"
#include "tracker/base/error.hpp"
#include "tracker/rules/ledger.hpp"

using namespace tracker;

namespace {

/// The kinds of a real database.
class Kinds {
  public:
    Kinds() : numbers_(test::one_of_each(practice_)), database_(open_engine(practice_.path, false)) {}
    tables::KindNumbers& numbers() { return kinds_; }

  private:
    test::Practice practice_;
    test::Numbers numbers_;
    Connection database_;
    tables::KindNumbers kinds_{database_};
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Kinds kinds;
    ContractFacts facts;
    if (!packed::unpack({reinterpret_cast<const char*>(data), size}, kinds.numbers(), facts)) return 0;
    const std::string bytes = packed::pack(facts, kinds.numbers());
    ContractFacts back;
    fuzz::require(packed::unpack(bytes, kinds.numbers(), back), "what is packed can be unpacked", bytes);
    fuzz::require(packed::pack(back, kinds.numbers()) == bytes, "facts are packed in one way", bytes);
    const Calendar calendar;
    const Day on = std::clamp(facts.brought.since, earliest_day, latest_day);
    try {
        const Ledger ledger = make_ledger(facts, calendar, on, std::min(on + days{40}, latest_day));
        static_cast<void>(next_due(facts, calendar, ledger));
        static_cast<void>(paid_through(facts, calendar, ledger));
    } catch (const Error& error) {  // sums that are beyond all money
        fuzz::require(!std::string_view(error.what()).empty(), "a refusal says why", "");
    }
    return 0;
}
