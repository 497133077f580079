// SPDX-License-Identifier: MIT
#include "tracker/bank/known_lines.hpp"

#include <algorithm>
#include <utility>

#include "tracker/base/held.hpp"
#include "tracker/rules/bank_lines.hpp"

namespace tracker {
namespace {

/// Records kept at a time, about 2 KiB each: more than the lines of a day, whose sums come in any order.
constexpr std::size_t most_held = 16'384;

constexpr std::size_t few = 8;  // records that are compared one by one

FileFormats formats_of_files(const Store& store) {
    FileFormats formats;
    for (BankFile& file : store.all<BankFile>()) formats[file.recorded.entry] = std::move(file.format);
    return formats;
}

std::string identity_and_occurrence(const BankLine& line) {
    return identity(line) + '\n' + std::to_string(line.occurrence);
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
    Group& group = group_of(line);
    if (group.records.empty()) return std::nullopt;
    if (const auto known = group.known(line)) return claim(group, *known);
    if (!others_until_ || line.date > *others_until_) return std::nullopt;
    LikeLines& like = like_lines(group);
    if (const auto same = like.same(line, format_)) return claim(group, *same);
    const auto doubtful = like.doubtful(line, format_);
    if (!doubtful) return std::nullopt;
    return Match{&group.records[*doubtful], Likeness::doubtful};
}

KnownLines::Match KnownLines::claim(Group& group, std::size_t place) {
    claimed_.insert(group.records[place].recorded.entry);
    if (group.like) group.like->claim(place);
    return {&group.records[place], Likeness::same};
}

KnownLines::Group& KnownLines::group_of(const BankLine& line) {
    const std::pair key{line.date, line.amount};
    if (const auto held = groups_.find(key); held != groups_.end()) return held->second;
    Group group = read_group(line);
    if (held_ + group.records.size() > most_held) {
        groups_.clear();
        held_ = 0;
    }
    held_ += std::max<std::size_t>(group.records.size(), 1);
    return groups_.emplace(key, std::move(group)).first->second;
}

KnownLines::Group KnownLines::read_group(const BankLine& line) const {
    Group group;
    group.records = store_.bank_lines_of(line.date, line.amount);
    // The file's own lines are none of those that it says again.
    std::erase_if(group.records, [&](const BankRecord& r) { return !formats_.contains(r.file); });
    if (group.records.size() <= few) return group;
    for (std::size_t place = 0; place < group.records.size(); ++place)
        group.by_identity.emplace(identity_and_occurrence(group.records[place].line), place);
    for (std::size_t place = 0; place < group.records.size(); ++place)
        group.by_raw.emplace(std::hash<std::string>{}(group.records[place].line.raw), place);
    return group;
}

std::optional<std::size_t> KnownLines::Group::known(const BankLine& line) const {
    if (records.size() > few) {
        const auto found = by_identity.find(identity_and_occurrence(line));
        return found == by_identity.end() ? known_as_written(line) : std::optional(found->second);
    }
    for (std::size_t place = 0; place < records.size(); ++place) {
        const BankLine& other = records[place].line;
        if (other.occurrence == line.occurrence && other.number == line.number &&
            identity(other) == identity(line))
            return place;
    }
    return known_as_written(line);
}

/// The record of the same text, which an earlier version of the program may have read otherwise.
std::optional<std::size_t> KnownLines::Group::known_as_written(const BankLine& line) const {
    const auto is = [&](std::size_t place) {
        const BankLine& other = records[place].line;
        return other.occurrence == line.occurrence && other.account == line.account && !line.raw.empty() &&
               other.raw == line.raw;
    };
    if (records.size() > few) {
        const auto [begin, end] = by_raw.equal_range(std::hash<std::string>{}(line.raw));
        for (auto at = begin; at != end; ++at) {
            if (is(at->second)) return at->second;
        }
        return std::nullopt;
    }
    for (std::size_t place = 0; place < records.size(); ++place) {
        if (is(place)) return place;
    }
    return std::nullopt;
}

LikeLines& KnownLines::like_lines(Group& group) const {
    if (group.like) return *group.like;
    group.like.emplace();
    for (std::size_t place = 0; place < group.records.size(); ++place) {
        const BankRecord& record = group.records[place];
        group.like->add(record.line, held(formats_, record.file));
        if (claimed_.contains(record.recorded.entry)) group.like->claim(place);
    }
    return *group.like;
}

SuspectedRepeats::SuspectedRepeats(const Store& store) : store_(store), formats_(formats_of_files(store)) {}

std::optional<std::int64_t> SuspectedRepeats::of(const BankRecord& record) {
    const auto [at, fresh] = groups_.try_emplace({record.line.date, record.line.amount});
    Group& group = at->second;
    if (fresh) group.records = store_.bank_lines_of(record.line.date, record.line.amount);
    if (group.records.size() < 2) {
        group.records = {};
        return std::nullopt;
    }
    const auto [earlier, first] = group.by_file.try_emplace(record.file);
    if (first) earlier->second = earlier_than(record.file, group);
    if (earlier->second.entries.empty()) return std::nullopt;
    const auto other = earlier->second.like.doubtful(record.line, held(formats_, record.file));
    if (!other) return std::nullopt;
    return earlier->second.entries[*other];
}

SuspectedRepeats::Earlier SuspectedRepeats::earlier_than(std::int64_t file, const Group& group) const {
    Earlier earlier;
    for (const BankRecord& other : group.records) {
        if (other.file >= file) continue;
        const auto sightings = store_.sightings_of(other.recorded.entry);
        const bool taken = std::any_of(sightings.begin(), sightings.end(),
                                       [&](const Sighting& seen) { return seen.file == file; });
        if (taken) continue;
        earlier.entries.push_back(other.recorded.entry);
        earlier.like.add(other.line, held(formats_, other.file));
    }
    return earlier;
}

}  // namespace tracker
