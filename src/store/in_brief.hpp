// SPDX-License-Identifier: MIT
// What decisions need of a fact: how the cache keeps it, and how a pass over all facts reads it.
#pragma once

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tracker/facts/fields.hpp"

namespace tracker::tables {

/// Facts that come by the thousand, and whose words (a note, what the bank calls a payment) decide nothing.
template <class Fact>
inline constexpr bool has_idle_words = std::is_same_v<Fact, Fulfilment> || std::is_same_v<Fact, Payment> ||
                                       std::is_same_v<Fact, Credit> || std::is_same_v<Fact, Holiday>;

/// Hands a fact's fields on to another visitor, but for idle words: so a fact is read in brief.
template <class Visitor>
class InBrief {
  public:
    explicit InBrief(Visitor& visit) : visit_(visit) {}
    template <class Field>
    void operator()(std::string_view name, Field&& field) {
        visit_(name, std::forward<Field>(field));
    }
    void operator()(std::string_view, std::string&) {}
    void operator()(std::string_view, const std::string&) {}
    template <class Integer>
    void operator()(std::string_view, LineColumn<Integer>) {}

  private:
    Visitor& visit_;
};

/// Visits what decisions need of a fact; where facts of one day take effect in order of entry, that too.
template <class Fact, class Visitor>
void visit_in_brief(Fact& fact, Visitor& visit) {
    if constexpr (has_idle_words<std::remove_const_t<Fact>>) {
        visit_fields(fact, InBrief(visit));
    } else {
        visit("entry", fact.recorded.entry);
        visit_fields(fact, visit);
    }
}

}  // namespace tracker::tables
