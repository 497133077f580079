// SPDX-License-Identifier: MIT
#include "tracker/exchange/duty_catalogue.hpp"

#include <algorithm>

#include "data/embedded.hpp"
#include "tracker/base/csv.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/keyboard.hpp"
#include "tracker/base/text.hpp"
#include "tracker/exchange/fact_columns.hpp"
#include "tracker/exchange/kind_names.hpp"

namespace tracker {
namespace {

constexpr std::string_view kinds_of_law = "duties/kinds-ru.csv";
constexpr std::string_view sets_of_law = "duties/sets-ru.csv";

/// The facts of an embedded file, which has the columns that `import` takes.
template <class Fact>
std::vector<Fact> read_embedded(std::string_view file) {
    std::vector<std::string> columns;
    std::vector<Fact> facts;
    read_csv(embedded(file), std::string(file), [&](CsvRow&& row) {
        if (columns.empty()) {
            columns = std::move(row.cells);
            return;
        }
        visit_fields(facts.emplace_back(), FactFromCells(columns, row.cells));
    });
    return facts;
}

/// Puts the firm's own behind the others, or in place of the one that `find` finds.
template <class Fact, class Find>
void put_own(std::vector<Fact>& all, std::vector<Fact> own, Find find) {
    for (Fact& fact : own) {
        if (Fact* const held = find(fact)) {
            *held = std::move(fact);
        } else {
            all.push_back(std::move(fact));
        }
    }
}

template <class Fact, class Name>
Fact* find_by(std::vector<Fact>& all, Name Fact::*member, const Name& name) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Fact& fact) { return fact.*member == name; });
    return found == all.end() ? nullptr : &*found;
}

/// Who gives a kind of the law another title alone still means its line.
void complete(DutyKind& own, const DutyKind& of_law) {
    if (own.line) return;
    own.line = of_law.line;
    own.status = of_law.status;
    if (own.source.empty()) own.source = of_law.source;
    if (own.note.empty()) own.note = of_law.note;
}

std::string_view without_brackets(std::string_view title) {
    return title.substr(0, title.find(" ("));
}

/// Whether the folded text is the title, with what stands in brackets behind it or without.
bool is_title(const std::string& title, const std::string& folded) {
    return !title.empty() && (fold(title) == folded || fold(without_brackets(title)) == folded);
}

}  // namespace

const std::vector<DutyKind>& DutyCatalogue::kinds() const {
    if (!kinds_) {
        kinds_ = read_embedded<DutyKind>(kinds_of_law);
        put_own(*kinds_, store_.all<DutyKind>(), [&](DutyKind& own) {
            DutyKind* const of_law = find_by(*kinds_, &DutyKind::kind, own.kind);
            if (of_law) complete(own, *of_law);
            return of_law;
        });
    }
    return *kinds_;
}

const std::vector<DutySet>& DutyCatalogue::sets() const {
    if (!sets_) {
        sets_ = read_embedded<DutySet>(sets_of_law);
        put_own(*sets_, store_.all<DutySet>(),
                [&](const DutySet& own) { return find_by(*sets_, &DutySet::name, own.name); });
    }
    return *sets_;
}

const DutyKind* DutyCatalogue::kind(Kind kind) const {
    static_cast<void>(kinds());
    return find_by(*kinds_, &DutyKind::kind, kind);
}

const DutySet* DutyCatalogue::set(const std::string& name) const {
    static_cast<void>(sets());
    return find_by(*sets_, &DutySet::name, name);
}

bool DutyCatalogue::is_own(Kind kind) const {
    const DutyKind* const described = this->kind(kind);
    return described && described->recorded.entry > 0;
}

const DutyKind* DutyCatalogue::find_kind(const std::string& name) const {
    return Kind::is_slug(name) ? kind(Kind{name}) : nullptr;
}

void DutyCatalogue::refuse(const std::string& name) const {
    std::vector<std::string> names;
    std::vector<std::string> titles;
    for (const DutySet& set : sets()) {
        names.push_back(set.name);
        if (!set.title_ru.empty()) titles.push_back(printable(without_brackets(set.title_ru)));
    }
    const KindNames kinds(*this, slugs());
    names.insert(names.end(), kinds.slugs().begin(), kinds.slugs().end());
    for (std::string& title : kinds.in_russian()) titles.push_back(std::move(title));
    const auto near = nearest_by_script(name, names, titles);
    throw NotFoundError(
        fmt::format("there is no set '{}': {}", printable(name),
                    near ? fmt::format("did you mean '{}'?", *near) : "see 'tracker schedule sets'"));
}

std::vector<std::string> DutyCatalogue::slugs() const {
    std::vector<std::string> all;
    for (const DutyKind& kind : kinds()) all.emplace_back(kind.kind.text());
    return all;
}

std::string DutyCatalogue::called(const std::string& text) const {
    if (set(text) || find_kind(text)) return text;
    const std::string wanted = fold(text);
    std::vector<std::string> found;
    for (const DutySet& set : sets())
        if (is_title(set.title_ru, wanted) || is_title(set.title_en, wanted)) found.push_back(set.name);
    if (found.size() > 1)
        throw NotFoundError(
            fmt::format("several sets are called '{}': write {}", printable(text), fmt::join(found, " or ")));
    if (!found.empty()) return found.front();
    std::string other = fold(in_other_layout(text));
    if (set(other)) return other;
    if (const auto kind = KindNames(*this, slugs()).meant(text)) return std::string(kind->text());
    refuse(text);
}

std::vector<const DutyKind*> DutyCatalogue::named(const std::string& name) const {
    std::vector<const DutyKind*> found;
    if (const DutySet* const set = this->set(name)) {
        for (const Kind kind : set->kinds.kinds()) {
            if (this->kind(kind)) continue;
            throw InputError(
                fmt::format("set '{}' names the kind '{}', which is no longer known: record it anew with "
                            "'tracker import kinds'",
                            name, kind.text()));
        }
        for (const DutyKind& kind : kinds())
            if (set->kinds.has(kind.kind)) found.push_back(&kind);
        return found;
    }
    if (const DutyKind* const kind = find_kind(name)) return {kind};
    refuse(name);
}

std::optional<std::string> DutyCatalogue::title_of(Kind kind, Language language) const {
    if (const DutyKind* const described = this->kind(kind)) return title_in(language, *described);
    return std::nullopt;
}

}  // namespace tracker
