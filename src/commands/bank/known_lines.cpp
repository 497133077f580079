// SPDX-License-Identifier: MIT
#include "commands/bank/known_lines.hpp"
#include "commands/held.hpp"

#include <algorithm>
#include <utility>

namespace tracker {
namespace {

std::map<std::int64_t, std::string> formats_of_files(const Store& store) {
    std::map<std::int64_t, std::string> formats;
    for (BankFile& file : store.all<BankFile>()) formats[file.recorded.entry] = std::move(file.format);
    return formats;
}

}  // namespace

KnownLines::KnownLines(Store& store, std::string format)
    : store_(store), format_(std::move(format)), formats_(formats_of_files(store)) {
    for (const Statement& statement : store.all<Statement>()) {
        // Two CSV files may differ in their columns; other formats fill the same keys each time.
        if (formats_[statement.file] == format_ && format_ != "csv") continue;
        others_until_ = std::max(others_until_.value_or(statement.until), statement.until);
    }
}

std::optional<KnownLines::Match> KnownLines::find(const BankLine& line) {
    if (auto record = store_.bank_line_known(line)) {
        claimed_.insert(record->recorded.entry);
        return Match{std::move(*record), Likeness::same};
    }
    if (!others_until_ || line.date > *others_until_) return std::nullopt;
    return find_in_other_formats(line);
}

std::optional<KnownLines::Match> KnownLines::find_in_other_formats(const BankLine& line) {
    std::optional<Match> doubtful;
    for (BankRecord& record : store_.bank_lines_of(line.date, line.amount)) {
        const auto format = formats_.find(record.file);
        if (format == formats_.end() || claimed_.contains(record.recorded.entry)) continue;
        const Likeness like = likeness(line, record.line, format->second == format_);
        if (like == Likeness::same) {
            claimed_.insert(record.recorded.entry);
            return Match{std::move(record), like};
        }
        if (like == Likeness::doubtful && !doubtful) doubtful = Match{std::move(record), like};
    }
    return doubtful;
}

Doubts::Doubts(const Store& store) : store_(store), formats_(formats_of_files(store)) {}

std::optional<BankRecord> Doubts::about(const BankRecord& record) const {
    for (BankRecord& other : store_.bank_lines_of(record.line.date, record.line.amount)) {
        if (other.file >= record.file) continue;
        const bool same_format = held(formats_, other.file) == held(formats_, record.file);
        if (likeness(record.line, other.line, same_format) != Likeness::doubtful) continue;
        // Another line of that file is known to be it.
        const auto sightings = store_.sightings_of(other.recorded.entry);
        const bool taken = std::any_of(sightings.begin(), sightings.end(),
                                       [&](const Sighting& seen) { return seen.file == record.file; });
        if (!taken) return std::move(other);
    }
    return std::nullopt;
}

}  // namespace tracker
