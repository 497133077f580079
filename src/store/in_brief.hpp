// SPDX-License-Identifier: MIT
// What decisions need of a fact: how the cache keeps it, and how a pass over all facts reads it.
#pragma once

#include <type_traits>
#include <utility>

#include "tracker/facts/description.hpp"

namespace tracker::tables {

/// Hands those of a fact's fields on to another visitor by which decisions are taken.
template <class Visitor>
class InBrief {
  public:
    explicit InBrief(Visitor& visitor) : visitor_(visitor) {}
    template <class Value>
    void operator()(const FieldTraits& column, Value&& value) {
        if (column.decides) visitor_(column, std::forward<Value>(value));
    }
    template <class Group>
    void partial(const Group& group) {
        visitor_.partial(group);
    }

  private:
    Visitor& visitor_;
};

/// Visits what decisions need of a fact; where the order of entry decides, the entry too.
template <class Fact, class Visitor>
void visit_in_brief(Fact& fact, Visitor& visitor) {
    if constexpr (Description<std::remove_const_t<Fact>>::table.entry_decides)
        visitor(FieldTraits{.name = "entry"}, fact.recorded.entry);
    visit_fields(fact, InBrief(visitor));
}

}  // namespace tracker::tables
