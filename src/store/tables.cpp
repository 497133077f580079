// SPDX-License-Identifier: MIT
#include "store/tables.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace tracker::tables {
namespace {

std::string joined(const std::vector<std::string>& names) {
    return fmt::format("{}", fmt::join(names, ", "));
}

void append(std::vector<std::string>& names, const std::vector<FieldTraits>& columns) {
    for (const FieldTraits& column : columns) names.push_back(quoted(column.name));
}

std::string select_names(const TableTraits& table, const std::vector<std::string>& names,
                         std::string_view known, std::string_view more) {
    return "SELECT " + joined(names) + " FROM " + std::string(table.name) + std::string(known) +
           std::string(more);
}

std::vector<std::string> owner_if_any(const TableTraits& table) {
    if (table.owner.empty()) return {};
    return {std::string(table.owner)};
}

}  // namespace

std::string owner_or_0(const TableTraits& table) {
    return table.owner.empty() ? "0" : std::string(table.owner);
}

std::string quoted(std::string_view name) {
    const bool is_word = name == "from" || name == "offset" || name == "set";
    return is_word ? '"' + std::string(name) + '"' : std::string(name);
}

std::string FactTable::identity() const {
    std::vector<FieldTraits> clustered = columns;
    std::erase_if(clustered, [](const FieldTraits& column) { return column.cluster == 0; });
    std::sort(clustered.begin(), clustered.end(),
              [](const FieldTraits& a, const FieldTraits& b) { return a.cluster < b.cluster; });
    std::vector<std::string> names = owner_if_any(*this);
    append(names, clustered);
    names.emplace_back("entry");
    return joined(names);
}

std::string FactTable::all_columns() const {
    std::vector<std::string> names = owner_if_any(*this);
    names.emplace_back("entry");
    append(names, columns);
    return joined(names);
}

const std::vector<FactTable>& everything() {
    static const std::vector<FactTable> all = [] {
        std::vector<FactTable> tables;
        AllFacts::each([&]<class Fact>() { tables.push_back({table_of<Fact>, columns_of<Fact>()}); });
        return tables;
    }();
    return all;
}

std::string select(const TableTraits& table, const std::vector<FieldTraits>& columns, std::string_view known,
                   std::string_view more) {
    std::vector<std::string> names = {owner_or_0(table)};
    names.insert(names.end(), {"entry", "added"});
    append(names, columns);
    return select_names(table, names, known, more);
}

std::string select_in_brief(const TableTraits& table, const std::vector<FieldTraits>& columns,
                            std::string_view known, std::string_view more) {
    std::vector<std::string> names = {owner_or_0(table)};
    if (table.entry_decides) names.emplace_back("entry");
    std::vector<FieldTraits> needed = columns;
    std::erase_if(needed, [](const FieldTraits& column) { return !column.decides; });
    append(names, needed);
    return select_names(table, names, known, more);
}

std::string insert(const TableTraits& table, const std::vector<FieldTraits>& columns) {
    std::vector<std::string> names = owner_if_any(table);
    names.insert(names.end(), {"entry", "added"});
    append(names, columns);
    const std::vector<std::string> marks(names.size(), "?");
    return "INSERT INTO " + std::string(table.name) + " (" + joined(names) + ") VALUES (" + joined(marks) +
           ")";
}

}  // namespace tracker::tables
