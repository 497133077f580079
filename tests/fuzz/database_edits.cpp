// SPDX-License-Identifier: MIT
#include "database_edits.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <limits>

#include "tracker/rules/carry_forward.hpp"

namespace tracker::fuzz {
namespace {

std::uint64_t number(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char c : bytes) value = value << 8U | static_cast<unsigned char>(c);
    return value;
}

std::string_view take(std::string_view& text, std::size_t size) {
    const auto taken = text.substr(0, size);
    text.remove_prefix(taken.size());
    return taken;
}

void write_file(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

void bind(SQLite::Statement& statement, unsigned sort, std::string_view value) {
    constexpr std::int64_t extremes[] = {std::numeric_limits<std::int64_t>::min(),
                                         std::numeric_limits<std::int64_t>::max(),
                                         std::numeric_limits<std::int32_t>::min(),
                                         std::numeric_limits<std::int32_t>::max(),
                                         std::int64_t{1} << 32U,
                                         -1,
                                         0,
                                         1};
    switch (sort % 5) {
        case 0:
            return statement.bind(1);
        case 1:
            return statement.bind(1, static_cast<std::int64_t>(number(value)));
        case 2:
            return statement.bind(1,
                                  static_cast<std::int64_t>(static_cast<std::int8_t>(number(value) & 0xFFU)));
        case 3:
            return statement.bind(1, extremes[number(value) % std::size(extremes)]);
        default:
            return statement.bind(1, std::string(value));
    }
}

}  // namespace

DatabaseEdits::DatabaseEdits() {
    test::Practice practice;
    const test::Numbers numbers = test::one_of_each(practice);
    practice.write([&](Store& store) {
        Setting setting{{}, "firm-name", "Firm"};
        store.add(0, setting);
        store.keep_carried(carry_forward(*store.facts(numbers.contract), Calendar{store.all<Holiday>()},
                                         *parse_day("2026-11-20")));
    });
    {
        SQLite::Database database(practice.path, SQLite::OPEN_READWRITE);
        database.exec("PRAGMA page_size = 512; VACUUM");  // else pages would be mostly empty
        SQLite::Statement query(
            database,
            "SELECT t.name, c.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c "
            "WHERE t.type = 'table' ORDER BY t.name, c.cid");
        while (query.executeStep()) columns_.push_back({query.getColumn(0), query.getColumn(1)});
    }
    std::ifstream file(practice.path, std::ios::binary);
    bytes_.assign(std::istreambuf_iterator<char>(file), {});
}

void DatabaseEdits::edit_bytes(std::string_view edits) {
    std::string bytes = bytes_;
    while (edits.size() >= 4) {
        const auto place = static_cast<std::size_t>(number(take(edits, 3))) % bytes_.size();
        const auto length = static_cast<std::size_t>(number(take(edits, 1)));
        if (length == 0) bytes.resize(std::min(bytes.size(), place));
        const auto fresh = take(edits, length);
        for (std::size_t i = 0; i < fresh.size() && place + i < bytes.size(); ++i)
            bytes[place + i] = fresh[i];
    }
    write_file(copy_, bytes);
}

bool DatabaseEdits::edit_values(std::string_view edits) {
    write_file(copy_, bytes_);
    SQLite::Database database(copy_, SQLite::OPEN_READWRITE);
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    database.exec(
        "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF");
    bool any = false;
    while (edits.size() >= 4) {
        const Column& column = columns_[static_cast<std::size_t>(number(take(edits, 2))) % columns_.size()];
        const auto sort = static_cast<unsigned>(number(take(edits, 1)));
        SQLite::Statement update(
            database, fmt::format("UPDATE OR IGNORE \"{}\" SET \"{}\" = ?", column.table, column.name));
        bind(update, sort, take(edits, 8));
        any = update.tryExecuteStep() == SQLITE_DONE || any;  // STRICT holds in any case
    }
    return any;
}

std::string DatabaseEdits::damaged(std::string_view input) {
    if (input.empty()) return {};
    for (const char* tail : {"-journal", "-wal", "-shm"}) std::filesystem::remove(copy_ + tail);
    const auto edits = input.substr(1);
    if (static_cast<unsigned char>(input[0]) % 2 == 0) {
        edit_bytes(edits);
    } else if (!edit_values(edits)) {
        return {};
    }
    return copy_;
}

}  // namespace tracker::fuzz
