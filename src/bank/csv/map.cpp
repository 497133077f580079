// SPDX-License-Identifier: MIT
// Writes and reads maps of columns as text.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "bank/csv/rows.hpp"
#include "tracker/base/csv.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/lines.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

constexpr std::string_view counterparty = "counterparty";

[[noreturn]] void refuse(std::string_view what) {
    throw InputError(fmt::format("map of columns: {}", what));
}

/// One `name=heading` of a map.
struct Pair {
    std::string_view name;
    std::string heading;
};

/// Takes a quoted heading off the text, with what follows up to the next semicolon; `""` is a quote.
std::string take_quoted(std::string_view& text, std::string_view name) {
    std::string heading;
    text.remove_prefix(1);
    while (true) {
        const auto quote = text.find('"');
        if (quote == std::string_view::npos)
            refuse(fmt::format("the quote after '{}=' is never closed", printable(name)));
        heading += text.substr(0, quote);
        text.remove_prefix(quote + 1);
        if (!text.starts_with('"')) break;
        heading += '"';
        text.remove_prefix(1);
    }
    const auto end = std::min(text.find(';'), text.size());
    if (!trimmed(text.substr(0, end)).empty()) {
        refuse(fmt::format("'{}' stands after the closing quote of '{}'",
                           printable(trimmed(text.substr(0, end))), printable(name)));
    }
    text.remove_prefix(end);
    return heading;
}

/// Takes the next pair off the text, with its semicolon.
Pair take_pair(std::string_view& text) {
    Pair pair;
    const auto equals = text.find('=');
    const auto end = std::min(text.find(';'), text.size());
    pair.name = trimmed(text.substr(0, std::min(equals, end)));
    if (equals > end || equals == std::string_view::npos)
        refuse(fmt::format("'{}' names no column: write it like date=Дата", printable(pair.name)));
    text.remove_prefix(equals + 1);
    while (text.starts_with(' ')) text.remove_prefix(1);
    if (text.starts_with('"')) {
        pair.heading = one_line(take_quoted(text, pair.name));
    } else {
        const auto stop = std::min(text.find(';'), text.size());
        pair.heading = one_line(text.substr(0, stop));
        text.remove_prefix(stop);
    }
    if (text.starts_with(';')) text.remove_prefix(1);
    return pair;
}

/// Throws the InputError of an unknown field, with the nearest name, else with all names.
[[noreturn]] void refuse_name(std::string_view name) {
    std::vector<std::string> names;
    for (const auto& field : map_fields) names.emplace_back(field.name);
    for (const auto* tail : {"", "_account", "_tax_id"}) names.push_back(std::string(counterparty) + tail);
    const auto near = nearest(name, names, 1);
    const auto hint = near.empty() ? fmt::format("fields are {}", fmt::join(names, ", "))
                                   : fmt::format("did you mean '{}'?", near[0]);
    refuse(fmt::format("no field '{}': {}", printable(name), hint));
}

void set(ColumnMap& map, std::string_view name, const std::string& heading) {
    const auto field = std::find_if(map_fields.begin(), map_fields.end(),
                                    [&](const MapField& known) { return known.name == name; });
    if (field == map_fields.end()) refuse_name(name);
    auto& held = map.*field->heading;
    if (!held.empty()) refuse(fmt::format("'{}' is given twice", name));
    if (heading_form(heading).empty())
        refuse(fmt::format("'{}' names no column: write it like date=Дата", name));
    held = heading;
}

/// The stems by which a heading is likely to mean a field, most telling first.
struct Likely {
    std::string_view field;
    std::array<std::string_view, 7> stems;
};
constexpr std::array<Likely, 9> likely{{
    {"date", {"дат", "date", "когда", "день"}},
    {"income", {"приход", "кредит", "зачислен", "поступ", "пришло", "credit", "income"}},
    {"expense", {"расход", "дебет", "списан", "ушло", "debit", "expense"}},
    {"amount", {"сумм", "amount", "sum", "сколько"}},
    {"type", {"направлен", "direction", "тип", "type", "признак"}},
    {"counterparty_tax_id", {"инн", "tax id", "inn"}},
    {"purpose", {"назначен", "основан", "purpose", "описан", "содержан", "details", "за что"}},
    {"counterparty", {"контрагент", "плательщик", "отправител", "от кого", "payer", "корреспондент", "name"}},
    {"number", {"номер", "number", "no док"}},
}};

/// The first heading that holds one of the stems and isn't taken.
std::string take_likely(const Likely& meaning, std::vector<std::string>& forms,
                        const std::vector<std::string>& headings) {
    for (const std::string_view stem : meaning.stems) {
        for (std::size_t i = 0; i < forms.size() && !stem.empty(); ++i) {
            if (forms[i].find(fold(stem)) == std::string::npos) continue;
            forms[i].clear();
            return one_line(headings[i]);
        }
    }
    return "";
}

}  // namespace

std::string likely_map(const std::vector<std::string>& headings) {
    std::vector<std::string> forms;
    for (const std::string& heading : headings) {
        // A quote of the shell can't stand in what is to be copied.
        forms.push_back(heading.find('\'') == std::string::npos ? heading_form(heading) : "");
    }
    std::string out;
    bool split = false;
    for (const Likely& meaning : likely) {
        if (meaning.field == "amount" && split) continue;
        std::string heading = take_likely(meaning, forms, headings);
        split = split || (meaning.field == "income" && !heading.empty());
        const bool needed =
            meaning.field == "date" || meaning.field == "amount" || meaning.field == "purpose";
        if (heading.empty() && !needed) continue;
        if (meaning.field == "expense" && !split) continue;
        out += fmt::format("{}{}=", out.empty() ? "" : ";", meaning.field);
        heading.empty() ? out += "..." : (append_csv(out, heading, ';'), out);
    }
    return out;
}

std::string to_text(const ColumnMap& map) {
    std::string out;
    for (const auto& field : map_fields) {
        const auto heading = one_line(map.*field.heading);
        if (heading.empty()) continue;
        if (!out.empty()) out += ';';
        out += field.name;
        out += '=';
        append_csv(out, heading, ';');
    }
    return out;
}

ColumnMap read_map(std::string_view text) {
    ColumnMap map;
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of("; \t\r\n"), text.size()));
        if (text.empty()) break;
        const auto pair = take_pair(text);
        if (pair.name.starts_with(counterparty)) {
            const auto tail = pair.name.substr(counterparty.size());
            if (!tail.empty() && tail != "_account" && tail != "_tax_id") refuse_name(pair.name);
            set(map, fmt::format("payer{}", tail), pair.heading);
            set(map, fmt::format("payee{}", tail), pair.heading);
        } else {
            set(map, pair.name, pair.heading);
        }
    }
    if (map.date.empty()) refuse("no 'date': write it like date=Дата;income=Приход");
    if (map.amount.empty() && map.income.empty())
        refuse("neither 'amount' nor 'income': write it like date=Дата;income=Приход");
    if (!map.amount.empty() && !(map.income.empty() && map.expense.empty()))
        refuse("'amount' stands beside 'income' or 'expense': give the one or the others");
    return map;
}

}  // namespace tracker
