// SPDX-License-Identifier: MIT
#include "commands/kind_arguments.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "tracker/base/error.hpp"
#include "tracker/base/keyboard.hpp"
#include "tracker/base/text.hpp"
#include "tracker/rules/schedule.hpp"
#include "tracker/said/refusal.hpp"

namespace tracker {
namespace {

/// The parts between such separators, without blanks around them; no empty ones.
std::vector<std::string> parts(std::string_view text, std::string_view separators) {
    std::vector<std::string> found;
    while (!text.empty()) {
        const std::string_view part = text.substr(0, text.find_first_of(separators));
        text.remove_prefix(std::min(part.size() + 1, text.size()));
        const auto first = part.find_first_not_of(' ');
        if (first != std::string_view::npos)
            found.emplace_back(part.substr(first, part.find_last_not_of(' ') + 1 - first));
    }
    return found;
}

/// All of them, or nothing.
std::vector<Kind> each_meant(const std::vector<std::string>& words, const KindNames& names) {
    std::vector<Kind> kinds;
    for (const std::string& word : words) {
        auto kind = names.meant(word);
        if (!kind && Kind::is_slug(word)) kind = Kind{word};
        if (!kind) return {};
        kinds.push_back(*kind);
    }
    return kinds;
}

/// Whether the firm has a kind of this slug, by its own description or in a contract.
bool is_in_use(Session& session, const DutyCatalogue& catalogue, Kind kind) {
    bool found = catalogue.kind(kind) != nullptr;
    session.store().each_contract([&](const ContractFacts& facts) {
        const auto is_it = [&](const auto& fact) { return fact.kind == kind; };
        found = found || std::any_of(facts.schedule.begin(), facts.schedule.end(), is_it) ||
                std::any_of(facts.duties.begin(), facts.duties.end(), is_it);
    });
    return found;
}

/// What a new line may be without anybody's having described it.
std::vector<std::string> known_kinds(const DutyCatalogue& catalogue) {
    std::vector<std::string> slugs{std::string(kinds::charge.text())};
    for (const auto& [kind, line] : standard_schedule(1)) slugs.emplace_back(kind.text());
    for (const DutyKind& kind : catalogue.kinds())
        if (!is_standard(kind.kind)) slugs.emplace_back(kind.kind.text());
    return slugs;
}

}  // namespace

std::vector<std::string> kinds_of_contract(Session& session, const ContractFacts& facts) {
    std::vector<std::string> slugs;
    const Schedule schedule(facts, session.calendar());
    for (const auto& lines : schedule.kinds()) slugs.emplace_back(lines.kind.text());
    for (const Duty& duty : facts.duties) slugs.emplace_back(duty.kind.text());
    return slugs;
}

Kind find_kind(Session& session, const ContractFacts& facts, const std::string& text) {
    const DutyCatalogue catalogue(session.store());
    const KindNames names(catalogue, kinds_of_contract(session, facts));
    if (const auto kind = names.meant(text)) return *kind;
    const auto near = names.nearest(text);
    throw NotFoundRefusal(Message(
        "error.kind-not-in-schedule",
        {{"text", text}, {"near", near}, {"kinds", fmt::format("{}", fmt::join(names.slugs(), ", "))}}));
}

Kind read_kind(Session& session, const std::string& text) {
    const DutyCatalogue catalogue(session.store());
    if (Kind::is_slug(text)) {
        const auto word = kind_of_word(in_other_layout(text));  // "pfhgkfnf" is a slug, but nobody's
        return word && !is_in_use(session, catalogue, Kind{text}) ? *word : Kind{text};
    }
    std::string how = "write one like vat-return";
    if (has_cyrillic(text)) {
        const KindNames names(catalogue, known_kinds(catalogue));
        if (const auto kind = names.meant(text)) return *kind;
        if (const auto near = names.nearest(text)) how = fmt::format("did you mean '{}'?", *near);
    }
    throw InputError(
        fmt::format("kind '{}' is not a word of 1 to 23 of a-z, 0-9 and '-': {}", printable(text), how));
}

Inputs read_kinds(std::string_view option, const std::string& text, const KindNames& names) {
    if (text == "none" || fold(text) == "нет") return {};
    for (const auto& words : {std::vector{text}, parts(text, ","), parts(text, ", ")}) {
        if (std::vector<Kind> kinds = each_meant(words, names); !kinds.empty())
            return Inputs(std::move(kinds));
    }
    for (const std::string& word : parts(text, ",")) {
        const auto near =
            has_cyrillic(word) && each_meant({word}, names).empty() ? names.nearest(word) : std::nullopt;
        if (near)
            throw InputRefusal(
                Message("error.kind-near", {{"option", option}, {"word", word}, {"near", *near}}));
    }
    throw InputRefusal(Message("error.kinds", {{"option", option}, {"text", text}}));
}

}  // namespace tracker
