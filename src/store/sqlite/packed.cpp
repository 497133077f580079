// SPDX-License-Identifier: MIT
#include "store/sqlite/packed.hpp"

#include <algorithm>

#include "tracker/facts/words.hpp"

namespace tracker::packed {
namespace {

constexpr int bits = 7;
constexpr std::uint64_t more = 1U << bits;
constexpr int most_shift = 63;

/// The lists that are packed, in their order: said once, for both ways.
template <class Facts, class Use>
void each_packed_list(Facts& facts, Use use) {
    each_list(facts, use);
    use(facts.brought.open);
    use(facts.brought.suspensions);
    use(facts.brought.over);
}

template <class T>
concept Recordable = requires(T fact) {
    fact.recorded;
};

template <Is<OpenItem> T, class Visitor>
void visit_parts(T& item, Visitor& visit) {
    visit(FieldTraits{.name = "period"}, item.period);
    visit(FieldTraits{.name = "kind"}, item.kind);
}

template <Is<Suspension> T, class Visitor>
void visit_parts(T& one, Visitor& visit) {
    visit(FieldTraits{.name = "reason"}, one.reason);
    visit(FieldTraits{.name = "from"}, one.from);
    visit(FieldTraits{.name = "until"}, one.until);
    visit(FieldTraits{.name = "cleared_on"}, one.cleared_on);
    visit(FieldTraits{.name = "kind"}, one.cause_kind);
    visit(FieldTraits{.name = "period"}, one.cause_period);
    visit(FieldTraits{.name = "due"}, one.cause_due);
    visit(FieldTraits{.name = "deadline"}, one.cause_deadline);
    visit(FieldTraits{.name = "outstanding"}, one.cause_outstanding);
}

template <Is<Day> T, class Visitor>
void visit_parts(T& day, Visitor& visit) {
    visit(FieldTraits{.name = "from"}, day);
}

template <Recordable T, class Visitor>
void visit_parts(T& fact, Visitor& visit) {
    tables::visit_in_brief(fact, visit);
}

template <class Facts, class Visitor>
void visit_state(Facts& facts, Visitor& visit) {
    visit(FieldTraits{.name = "since"}, facts.brought.since);
    visit(FieldTraits{.name = "first"}, facts.brought.first);
    visit(FieldTraits{.name = "money"}, facts.brought.money);
    visit_parts(facts.contract, visit);
}

}  // namespace

/// Small numbers of either sign get few bytes: 0, -1, 1, -2 become 0, 1, 2, 3.
void Packer::integer(std::int64_t value) {
    auto left = static_cast<std::uint64_t>(value) << 1U ^ static_cast<std::uint64_t>(value >> most_shift);
    for (; left >= more; left >>= bits) bytes_ += static_cast<char>(left | more);
    bytes_ += static_cast<char>(left);
}

std::int64_t Unpacker::integer() {
    std::uint64_t value = 0;
    for (int shift = 0; shift <= most_shift; shift += bits) {
        if (bytes_.empty()) break;
        const auto byte = static_cast<unsigned char>(bytes_.front());
        bytes_.remove_prefix(1);
        value |= (byte & (more - 1)) << static_cast<unsigned>(shift);
        if (byte < more) return static_cast<std::int64_t>(value >> 1U ^ (~(value & 1U) + 1U));
    }
    good_ = false;
    return 0;
}

std::int64_t Unpacker::within(std::int64_t least, std::int64_t most) {
    const std::int64_t value = integer();
    if (value >= least && value <= most) return value;
    good_ = false;
    return least;
}

void Unpacker::operator()(const FieldTraits& column, std::string& value) {
    const std::size_t size = std::min(count(), bytes_.size());
    value.assign(bytes_.substr(0, size));
    bytes_.remove_prefix(size);
    if (!tables::has_form(column.form, value)) good_ = false;
}

void Unpacker::operator()(const FieldTraits&, Kind& value) {
    const std::int64_t number = integer();
    const auto kind = number == 0 ? Kind{} : kinds_.find(number);
    good_ = good_ && kind.has_value();
    value = kind.value_or(Kind{});
}

std::string pack(const CarriedFacts& facts, tables::KindNumbers& kinds) {
    Packer packer(kinds);
    visit_state(facts, packer);
    each_packed_list(facts, [&](const auto& list) {
        packer.integer(static_cast<std::int64_t>(list.size()));
        for (const auto& one : list) visit_parts(one, packer);
    });
    return packer.bytes();
}

bool unpack(std::string_view bytes, tables::KindNumbers& kinds, CarriedFacts& facts) {
    Unpacker unpacker(bytes, kinds);
    visit_state(facts, unpacker);
    each_packed_list(facts, [&](auto& list) {
        list.clear();
        for (std::size_t left = unpacker.count(); left > 0 && unpacker.good(); --left)
            visit_parts(list.emplace_back(), unpacker);
    });
    return unpacker.good() && unpacker.at_end();
}

}  // namespace tracker::packed
