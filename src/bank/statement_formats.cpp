// SPDX-License-Identifier: MIT
// Which reader a bank's file is for: recognised from its content, unless the user says.
#include <algorithm>

#include "tracker/bank/account_number.hpp"
#include "tracker/bank/bank_csv.hpp"
#include "tracker/bank/camt.hpp"
#include "tracker/bank/import_statement.hpp"
#include "tracker/bank/onec.hpp"
#include "tracker/base/csv.hpp"
#include "tracker/base/encoding.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/lines.hpp"
#include "tracker/base/text.hpp"
#include "tracker/rules/coverage.hpp"
#include "tracker/said/refusal.hpp"
#include "tracker/session/known_days.hpp"

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

/// The first line with headings in it: Excel leaves others above them, of nothing but semicolons, or `sep=;`.
std::string_view first_headings(std::string_view head) {
    if (head.starts_with(byte_order_mark)) head.remove_prefix(byte_order_mark.size());
    LineReader lines(head);
    while (lines.next()) {
        const auto line = trimmed(lines.line());
        if (line.find_first_not_of(";, \t\"") != std::string_view::npos && !line.starts_with("sep="))
            return line;
    }
    return {};
}

/// Whether the first row holds the columns that `export payments` writes; a misspelt one is import's to name.
bool is_own_csv(std::string_view head, const std::string& file) {
    const std::string_view first = first_headings(head);
    bool own = false;
    if (first.empty()) return false;
    if (!is_utf8(first)) return false;
    read_csv(first, file, [&](CsvRow&& row) {
        own = is_own_format(row.cells) ||
              std::find(row.cells.begin(), row.cells.end(), "client") != row.cells.end();
    });
    return own;
}

/// Whose statement a CSV file is that doesn't say so: what the user said, else the firm's only account; ""
/// where there are none or several.
std::string account_of_csv(Session& session, const StatementOptions& options) {
    if (options.account) return read_account(*options.account);
    std::string only;
    for (const AccountCoverage& account : accounts_of(session.store())) {
        if (account.account.empty() || account.foreign()) continue;
        if (!only.empty()) return "";
        only = account.account;
    }
    return only;
}

bool looks_like_xml(std::string_view head) {
    const auto first = head.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    return first != std::string_view::npos && head[first] == '<';
}

/// csv, 1c or camt053: what the user said, else what the beginning of the file looks like.
std::string format_of(std::string_view head, const StatementOptions& options) {
    if (options.map) return "csv";
    if (options.as) return *options.as;
    if (looks_like_onec(head)) return "1c";
    return looks_like_camt053(head) || looks_like_xml(head) ? "camt053" : "csv";
}

void check_options(const StatementOptions& options) {
    const std::string as = options.as.value_or("csv");
    if (as != "csv" && as != "1c" && as != "camt053") {
        throw InputRefusal(Message("error.no-bank-format", {{"text", as}}));
    }
    if (as != "csv" && options.map) throw InputRefusal(Message("error.map-csv"));
}

}  // namespace

std::optional<StatementReader> find_reader(Session& session, Input& input, const StatementOptions& options) {
    check_options(options);
    const std::string head(input.head());
    const std::string format = format_of(head, options);
    if (format != "csv" && options.account) throw InputRefusal(Message("error.account-csv"));
    if (format == "1c") return StatementReader{format, read_onec};
    if (format == "camt053") return StatementReader{format, read_camt053};
    std::optional<ColumnMap> map;
    if (options.map) map = find_map(session, *options.map);
    if (!map && is_own_csv(head, input.name())) return std::nullopt;
    return StatementReader{
        format, [map, account = account_of_csv(session, options)](Input& in, const TakeLine& take) {
            return read_bank_csv(in, map ? &*map : nullptr, account, take);
        }};
}

}  // namespace tracker
