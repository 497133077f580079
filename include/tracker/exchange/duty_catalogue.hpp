// SPDX-License-Identifier: MIT
// What there is to choose from when a contract's schedule is made up: the kinds of duties that the law knows,
// in sets for each form of business. They come with the program; the firm's own stand beside them, and
// replace those of the same name; a title alone replaces the title alone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tracker/facts/client.hpp"
#include "tracker/facts/duty_kind.hpp"
#include "tracker/facts/duty_set.hpp"
#include "tracker/store/store.hpp"

namespace tracker {

/// Reads nothing until it is asked: most commands never do. The store must outlive it.
class DutyCatalogue {
  public:
    explicit DutyCatalogue(const Store& store) : store_(store) {}

    /// All kinds, those of one subject together, the firm's own last.
    [[nodiscard]] const std::vector<DutyKind>& kinds() const;
    [[nodiscard]] const std::vector<DutySet>& sets() const;
    /// nullptr where there is none.
    [[nodiscard]] const DutyKind* kind(Kind kind) const;
    [[nodiscard]] const DutySet* set(const std::string& name) const;
    [[nodiscard]] bool is_own(Kind kind) const;

    /// The name of the set that a person means, or of the kind alone: by that name; by the set's title in
    /// either language, with or without what stands in brackets behind it; by the kind's Russian word or
    /// title (KindNames); in any case, and in the wrong keyboard layout. A name wins over a title. Throws
    /// NotFoundError with the nearest in the script that was typed, or with all that have the title.
    [[nodiscard]] std::string called(const std::string& text) const;

    /// The kinds of a set, or the kind alone of that name, in the order of kinds(). Throws NotFoundError with
    /// the nearest name, InputError where a set of the firm's own names what is no longer known.
    [[nodiscard]] std::vector<const DutyKind*> named(const std::string& name) const;

    /// What a kind is called; nothing for one that nobody has described, as most of the standard schedule.
    [[nodiscard]] std::optional<std::string> title_of(Kind kind, Language language) const;

  private:
    [[nodiscard]] const DutyKind* find_kind(const std::string& name) const;
    [[nodiscard]] std::vector<std::string> slugs() const;
    [[noreturn]] void refuse(const std::string& name) const;

    const Store& store_;
    mutable std::optional<std::vector<DutyKind>> kinds_;
    mutable std::optional<std::vector<DutySet>> sets_;
};

/// The title in the language, or in the other one where it has none in that.
template <class Described>
const std::string& title_in(Language language, const Described& described) {
    const bool russian = language == Language::ru;
    const std::string& wanted = russian ? described.title_ru : described.title_en;
    return wanted.empty() ? (russian ? described.title_en : described.title_ru) : wanted;
}

}  // namespace tracker
