// SPDX-License-Identifier: MIT
#include "store/sqlite/schema_of_facts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <limits>
#include <type_traits>

#include "store/tables.hpp"

namespace tracker::tables {
namespace {

/// One column of a table, and how the view shows it.
struct SqlColumn {
    FieldTraits traits;
    std::string name;
    std::string definition;
    std::string shown;
    bool may_be_null = false;
};

/// Says of each field what its type makes of it.
class SqlColumns {
  public:
    void operator()(const FieldTraits& traits, const std::string&) {
        add(traits, "TEXT", "", quoted(traits.name));
    }
    void operator()(const FieldTraits& traits, std::int64_t) {
        add(traits, "INTEGER", "", traits.name, traits.of_contract ? " REFERENCES contract" : "");
    }
    void operator()(const FieldTraits& traits, std::size_t) { add(traits, "INTEGER", "", traits.name); }
    void operator()(const FieldTraits& traits, int) {
        const bool limited = traits.most.has_value();
        add(traits, "INTEGER",
            limited ? between(traits, *traits.least, *traits.most)
                    : fmt::format("{} >= {}", quoted(traits.name), traits.least.value_or(0)),
            quoted(traits.name));
    }
    void operator()(const FieldTraits& traits, Day) {
        add(traits, "INTEGER", between(traits, to_int(earliest_day), to_int(latest_day)),
            fmt::format("date({0} * 86400, 'unixepoch') AS {0}", quoted(traits.name)));
    }
    void operator()(const FieldTraits& traits, Period) {
        add(traits, "INTEGER", between(traits, earliest_period.index, latest_period.index),
            fmt::format("printf('%04d-%02d', {0} / 12, {0} % 12 + 1) AS {0}", quoted(traits.name)));
    }
    void operator()(const FieldTraits& traits, Money) {
        const std::int64_t most = largest_amount.minor;
        const bool has_sign = !traits.least && traits.sign != Sign::positive;
        add(traits, "INTEGER", between(traits, traits.least.value_or(-most), most),
            has_sign
                ? fmt::format("printf('%s%d.%02d', iif({0} < 0, '-', ''), abs({0}) / 100, abs({0}) % 100) "
                              "AS {0}",
                              traits.name)
                : fmt::format("printf('%d.%02d', {0} / 100, {0} % 100) AS {0}", traits.name));
    }
    void operator()(const FieldTraits& traits, Kind) {
        add(traits, "INTEGER", "",
            fmt::format("(SELECT name FROM kind WHERE id = f.{0}) AS {0}", traits.name), " REFERENCES kind");
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void operator()(const FieldTraits& traits, Enum) {
        std::vector<std::string> words;
        for (const std::string_view word : words_of<Enum>) words.push_back(fmt::format("'{}'", word));
        add(traits, "TEXT", fmt::format("{} IN ({})", traits.name, fmt::join(words, ", ")), traits.name);
    }
    void operator()(const FieldTraits& traits, const HasText auto&) { add(traits, "TEXT", "", traits.name); }
    void operator()(const FieldTraits&, CurrencyOfContract) {}
    template <class Value>
    void operator()(const FieldTraits& traits, const std::optional<Value>&) {
        may_be_null_ = true;
        (*this)(traits, Value{});
        may_be_null_ = false;
    }

    std::vector<SqlColumn> columns;

  private:
    static std::string between(const FieldTraits& traits, std::int64_t least, std::int64_t most) {
        return fmt::format("{} BETWEEN {} AND {}", quoted(traits.name), least, most);
    }

    static std::string check_of(const FieldTraits& traits) {
        const std::string name = quoted(traits.name);
        if (!traits.one_of.empty()) {
            std::string words;
            for (const char c : traits.one_of) words += c == ' ' ? "', '" : std::string(1, c);
            return fmt::format("{} IN ('{}')", name, words);
        }
        if (!traits.not_before.empty()) return fmt::format("{} >= {}", name, quoted(traits.not_before));
        if (!traits.after.empty()) return fmt::format("{} > {}", name, quoted(traits.after));
        if (traits.sign != Sign::any)
            return fmt::format("{} {} 0", name, traits.sign == Sign::positive ? ">" : "<>");
        return check_of(traits.form, name);
    }
    static std::string check_of(Form form, const std::string& name) {
        switch (form) {
            case Form::filled:
                return fmt::format("{} <> ''", name);
            case Form::code:
                return fmt::format("length({0}) BETWEEN 1 AND 40 AND {0} NOT GLOB '*[^a-z0-9-]*'", name);
            case Form::tax_id:
                return fmt::format("{0} NOT GLOB '*[^0-9]*' AND length({0}) IN (0, 10, 12)", name);
            case Form::currency:
                return fmt::format("length({0}) = 3 AND {0} NOT GLOB '*[^A-Z]*'", name);
            case Form::capitals:  // what a bank wrote is refused as it is read, not as it is stored
            case Form::any:
                break;
        }
        return "";
    }

    void add(const FieldTraits& traits, std::string_view type, std::string check, std::string_view shown,
             std::string_view more = "") {
        const bool may_be_null = may_be_null_ || traits.zero_is_null;
        if (const std::string more_of_it = check_of(traits); !more_of_it.empty())
            check += (check.empty() ? "" : " AND ") + more_of_it;
        std::string definition =
            fmt::format("{} {}{}{}", quoted(traits.name), type, may_be_null ? "" : " NOT NULL", more);
        if (!check.empty()) definition += fmt::format(" CHECK ({})", check);
        columns.push_back(
            {traits, quoted(traits.name), std::move(definition), std::string(shown), may_be_null});
    }

    bool may_be_null_ = false;
};

/// In the order of the table: by which it is ordered first, the long ones last.
std::vector<SqlColumn> in_order_of_table(std::vector<SqlColumn> columns) {
    const auto place = [](const SqlColumn& column) {
        if (column.traits.stands_last) return std::numeric_limits<int>::max();
        return column.traits.cluster > 0 ? column.traits.cluster : 1000;
    };
    std::stable_sort(columns.begin(), columns.end(),
                     [&](const SqlColumn& a, const SqlColumn& b) { return place(a) < place(b); });
    return columns;
}

/// All of an optional part's columns are NULL, or none but those that may be.
template <class Fact>
std::string check_of_parts() {
    std::string check;
    const auto of_part = [&](const auto& field) {
        if constexpr (requires { field.fields; }) {
            std::vector<std::string> names;
            std::vector<std::string> may_be_null;
            const auto name = [&](const FieldTraits& column) {
                (column.zero_is_null ? may_be_null : names).push_back(quoted(column.name));
            };
            std::apply([&](const auto&... part) { (name(part.column), ...); }, field.fields);
            for (std::size_t i = 1; i < names.size(); ++i)
                check +=
                    fmt::format("{}({} IS NULL) = ({} IS NULL)", i == 1 ? "" : " AND ", names[0], names[i]);
        }
    };
    std::apply([&](const auto&... field) { (of_part(field), ...); }, Description<Fact>::fields);
    return check;
}

std::string check_that_something_is_said(const std::vector<SqlColumn>& columns) {
    std::vector<std::string> said;
    for (const SqlColumn& column : columns)
        if (column.may_be_null) said.push_back(column.name + " IS NOT NULL");
    return fmt::format("{}", fmt::join(said, " OR "));
}

std::string create_table(const TableTraits& table, const std::vector<SqlColumn>& columns,
                         const std::string& check_of_parts) {
    std::vector<std::string> lines;
    std::vector<std::string> key;
    std::vector<std::string> last;
    if (!table.owner.empty()) {
        lines.push_back(fmt::format("{0} INTEGER NOT NULL REFERENCES {0}", table.owner));
        key.emplace_back(table.owner);
    }
    lines.emplace_back("entry INTEGER NOT NULL CHECK (entry > 0)");
    for (const SqlColumn& column : columns) {
        (column.traits.stands_last ? last : lines).push_back(column.definition);
        if (column.traits.cluster > 0) key.push_back(column.name);
    }
    lines.emplace_back("added INTEGER NOT NULL REFERENCES change");
    lines.emplace_back("retracted INTEGER REFERENCES change CHECK (retracted > added)");
    lines.insert(lines.end(), last.begin(), last.end());
    if (table.says_something)
        lines.push_back(fmt::format("CHECK ({})", check_that_something_is_said(columns)));
    if (!check_of_parts.empty()) lines.push_back(fmt::format("CHECK ({})", check_of_parts));
    key.insert(key.end(), {"entry", "added"});
    lines.push_back(fmt::format("PRIMARY KEY ({})", fmt::join(key, ", ")));
    return fmt::format("CREATE TABLE {} (\n    {}\n) STRICT{}", table.name, fmt::join(lines, ",\n    "),
                       table.with_rowid ? "" : ", WITHOUT ROWID");
}

std::string create_view(const TableTraits& table, const std::vector<SqlColumn>& columns) {
    const bool of_contract = table.is_about_contracts();
    std::vector<std::string> shown;
    if (of_contract) shown = {"n.client", "n.number AS contract"};
    for (const SqlColumn& column : columns)
        if (column.name != "number" || !of_contract) shown.push_back(column.shown);
    const bool of_kind = std::any_of(columns.begin(), columns.end(), [](const SqlColumn& column) {
        return column.traits.holds == Holds::kind;  // which is shown by its name, out of another table
    });
    const std::string_view row = of_contract ? "f." : "";
    return fmt::format("CREATE VIEW {} AS\n    SELECT {}, {}added, {}retracted\n    FROM {}{}",
                       table.view_name(), fmt::join(shown, ", "), row, row, table.name,
                       of_contract ? " AS f JOIN contract_name AS n ON n.contract = f.contract"
                       : of_kind   ? " AS f"
                                   : "");
}

}  // namespace

template <class Fact>
std::vector<std::string> schema_of() {
    constexpr TableTraits table = Description<Fact>::table;
    SqlColumns fields;
    const Fact fact{};
    visit_fields(fact, fields);
    const std::vector<SqlColumn> columns = in_order_of_table(fields.columns);
    std::vector<std::string> names;
    if (!table.owner.empty()) names.emplace_back(table.owner);
    names.emplace_back("entry");
    for (const SqlColumn& column : columns) names.push_back(column.name);
    names.emplace_back("added");
    std::vector<std::string> statements{
        create_table(table, columns, check_of_parts<Fact>()),
        fmt::format("CREATE TRIGGER {0}_kept BEFORE UPDATE OF {1} ON {0}\n"
                    "    BEGIN SELECT RAISE(ABORT, 'facts are never altered'); END",
                    table.name, fmt::join(names, ", ")),
        fmt::format("CREATE TRIGGER {0}_stays BEFORE DELETE ON {0}\n"
                    "    BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END",
                    table.name)};
    if (!table.view_name().empty()) statements.push_back(create_view(table, fields.columns));
    return statements;
}

#define TRACKER_SCHEMA(Fact) template std::vector<std::string> schema_of<Fact>();
TRACKER_FACTS(TRACKER_SCHEMA)
#undef TRACKER_SCHEMA

}  // namespace tracker::tables
