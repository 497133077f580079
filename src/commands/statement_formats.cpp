// SPDX-License-Identifier: MIT
// Which reader a bank's file is for: recognised from its content, unless the user says.
#include <algorithm>
#include <set>

#include "bank.hpp"
#include "tracker/core/error.hpp"
#include "tracker/io/bank_csv.hpp"
#include "tracker/io/camt.hpp"
#include "tracker/io/csv.hpp"
#include "tracker/io/text.hpp"

namespace tracker {
namespace {

/// Maps are kept as settings under this name; `setting` itself doesn't list them.
std::string setting_of_map(const std::string& name) {
    return "map " + name;
}

ColumnMap keep_map(Session& session, const std::string& name, const std::string& columns) {
    ColumnMap map = read_map(columns);
    Setting setting;
    setting.name = setting_of_map(read_text(name, "the map's name"));
    setting.value = to_text(map);
    for (const Setting& held : session.store().all<Setting>()) {
        if (held.name != setting.name) continue;
        if (held.value == setting.value) return map;
        session.store().retract(0, held);
    }
    session.store().add(0, setting);
    return map;
}

ColumnMap find_map(Session& session, const std::string& text) {
    if (const auto equals = text.find('='); equals != std::string::npos) {
        return keep_map(session, text.substr(0, equals), text.substr(equals + 1));
    }
    std::vector<std::string> names;
    for (const Setting& held : session.store().all<Setting>()) {
        if (held.name == setting_of_map(text)) return read_map(held.value);
        if (held.name.starts_with("map ")) names.push_back(held.name.substr(4));
    }
    const auto near = nearest(text, names, 1);
    throw NotFoundError(fmt::format("there is no map '{}': {}", printable(text),
                                    near.empty() ? "keep one with --map NAME=date=...;amount=..."
                                                 : fmt::format("did you mean '{}'?", near.front())));
}

/// Whether the first row holds the columns that `export payments` writes; a misspelt one is import's to name.
bool is_own_csv(const std::string& bytes, const std::string& file) {
    std::string_view first = std::string_view(bytes).substr(0, bytes.find('\n'));
    bool own = false;
    if (!is_utf8(first)) return false;
    read_csv(first, file, [&](CsvRow&& row) {
        own = is_own_format(row.cells) ||
              std::find(row.cells.begin(), row.cells.end(), "client") != row.cells.end();
    });
    return own;
}

/// The firm's only own account, or "" where there are none or several.
std::string only_account(Session& session) {
    std::set<std::string> accounts;
    for (const Statement& statement : session.store().all<Statement>()) accounts.insert(statement.account);
    return accounts.size() == 1 ? *accounts.begin() : "";
}

bool looks_like_xml(std::string_view bytes) {
    const auto first = bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    return first != std::string_view::npos && bytes[first] == '<';
}

}  // namespace

std::optional<BankStatement> read_statement(Session& session, const std::string& bytes,
                                            const std::string& file, const StatementOptions& options) {
    const std::string as = options.as.value_or("");
    if (!as.empty() && as != "csv" && as != "1c" && as != "camt053") {
        throw InputError(fmt::format("there is no format '{}': csv, 1c or camt053", printable(as)));
    }
    if (options.map && !as.empty() && as != "csv") throw InputError("--map is for CSV files");
    if (bytes.starts_with("%PDF")) {
        throw InputError(
            fmt::format("'{}' is a PDF: export the statement as 1C, camt.053 or CSV", printable(file)));
    }
    if (!options.map && (as == "1c" || (as.empty() && looks_like_onec(bytes)))) return read_onec(bytes, file);
    if (!options.map &&
        (as == "camt053" || (as.empty() && (looks_like_camt053(bytes) || looks_like_xml(bytes))))) {
        return read_camt053(bytes, file);
    }
    if (options.map) {
        const ColumnMap map = find_map(session, *options.map);
        return read_bank_csv(bytes, file, &map, only_account(session));
    }
    if (is_own_csv(bytes, file)) return std::nullopt;
    return read_bank_csv(bytes, file, nullptr, only_account(session));
}

}  // namespace tracker
