// SPDX-License-Identifier: MIT
#include "tracker/rules/like_lines.hpp"
#include "tracker/rules/bank_lines.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "rules/alike.hpp"

namespace tracker {
namespace {

using Place = std::optional<std::size_t>;

void keep_first(Place& first, Place other) {
    if (other && (!first || *other < *first)) first = other;
}

/// Places in order; those that are claimed are passed over once.
class Places {
  public:
    void add(std::size_t place) { places_.push_back(place); }

    Place first(const std::vector<bool>& claimed) {
        return first(claimed, [](std::size_t) { return true; });
    }
    template <class Fits>
    Place first(const std::vector<bool>& claimed, Fits fits) {
        while (next_ < places_.size() && claimed[places_[next_]]) ++next_;
        for (std::size_t i = next_; i < places_.size(); ++i) {
            if (!claimed[places_[i]] && fits(places_[i])) return places_[i];
        }
        return std::nullopt;
    }

    [[nodiscard]] const std::vector<std::size_t>& all() const { return places_; }

  private:
    std::vector<std::size_t> places_;
    std::size_t next_ = 0;
};

/// What is held by bare texts, found by a text that agrees with them.
template <class Held>
class ByText {
  public:
    Held& operator[](const std::string& text) {
        lengths_.insert(text.size());
        return held_[text];
    }

    template <class Use>
    void each_agreeing(std::string_view text, Use use) {
        if (text.empty()) return;
        for (const std::size_t length : lengths_) {
            if (length == 0) continue;
            if (length >= text.size()) break;
            if (const auto found = held_.find(text.substr(0, length)); found != held_.end())
                use(found->second);
        }
        for (auto at = held_.lower_bound(text); at != held_.end() && at->first.starts_with(text); ++at)
            use(at->second);
    }

  private:
    std::map<std::string, Held, std::less<>> held_;
    std::set<std::size_t> lengths_;
};

using ByPurpose = ByText<Places>;

/// What contradicts where two lines give it and differ: own account, currency, number of the payment order,
/// account and tax id of the other side.
class References {
  public:
    explicit References(const BankLine& line) {
        const alike::Party party = alike::party_of(line);
        values_ = {line.account, currency_of(line), std::string(alike::order_number(line.number)),
                   party.account, party.tax_id};
        for (std::size_t i = 0; i < values_.size(); ++i) given_ |= values_[i].empty() ? 0U : 1U << i;
    }
    [[nodiscard]] unsigned given() const { return given_; }
    [[nodiscard]] std::string key(unsigned which) const {
        std::string key;
        for (std::size_t i = 0; i < values_.size(); ++i) {
            if ((which & (1U << i)) != 0) key += values_[i] + '\n';
        }
        return key;
    }

    static constexpr unsigned number = 1U << 2U;
    static constexpr unsigned party = (1U << 3U) | (1U << 4U);

  private:
    std::array<std::string, 5> values_;
    unsigned given_ = 0;
};

/// Lines that nothing contradicts, for a line that shares the same references with all of them.
struct Compatible {
    struct OfNumber {
        Places all;
        ByPurpose purposes;
    };

    Places all;
    bool indexed = false;
    ByPurpose by_purpose;
    ByText<ByPurpose> by_name;
    std::unordered_map<std::string, OfNumber> by_number;  ///< whatever the number is, as it is written

    void index(const std::vector<const BankLine*>& lines) {
        if (indexed) return;
        indexed = true;
        for (const std::size_t place : all.all()) {
            const BankLine& line = *lines[place];
            const std::string purpose = alike::bare(line.purpose);
            by_purpose[purpose].add(place);
            by_name[alike::bare(alike::party_of(line).name)][purpose].add(place);
            OfNumber& of_number = by_number[line.number];
            of_number.all.add(place);
            of_number.purposes[purpose].add(place);
        }
    }

    /// The first that is the same line as likeness() says it, `shared` being the references that both give.
    Place first_same(const BankLine& line, unsigned shared, const std::vector<const BankLine*>& lines,
                     const std::vector<bool>& claimed) {
        const bool number = (shared & References::number) != 0;
        const bool party = (shared & References::party) != 0;
        if (number && party) return all.first(claimed);
        index(lines);
        const std::string purpose = alike::bare(line.purpose);
        Place first;
        const auto take = [&](Places& places) { keep_first(first, places.first(claimed)); };
        if (number || party) by_purpose.each_agreeing(purpose, take);
        if (number) return first;
        if (!party) {
            by_name.each_agreeing(alike::bare(alike::party_of(line).name),
                                  [&](ByPurpose& of_name) { of_name.each_agreeing(purpose, take); });
        }
        const auto equal = line.number.empty() ? by_number.end() : by_number.find(line.number);
        if (equal == by_number.end()) return first;
        if (party) {
            take(equal->second.all);
        } else {
            equal->second.purposes.each_agreeing(purpose, take);
        }
        return first;
    }
};

/// Lines that give the same references in the same format, by those that another line shares with them.
struct Sort {
    std::vector<std::size_t> places;
    std::map<unsigned, std::unordered_map<std::string, Compatible>> by_shared;
};

constexpr std::size_t few = 8;  // compared one by one

}  // namespace

struct LikeLines::Index {
    /// Way, format, what is filled, references given.
    using Key = std::tuple<Direction, std::string, unsigned, unsigned>;

    std::vector<const BankLine*> lines;
    std::vector<std::string> formats;
    std::vector<bool> claimed;
    std::map<Key, Sort> sorts;  ///< empty as long as nothing was looked for among many

    void sort() {
        if (!sorts.empty()) return;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const BankLine& line = *lines[i];
            sorts[{alike::way_of(line), formats[i], alike::filled(line), References(line).given()}]
                .places.push_back(i);
        }
    }

    /// Those of the sort that share these references; nullptr if there are none.
    Compatible* compatible(Sort& sort, unsigned shared, const std::string& key) {
        const auto [entry, fresh] = sort.by_shared.try_emplace(shared);
        if (fresh) {
            for (const std::size_t place : sort.places)
                entry->second[References(*lines[place]).key(shared)].all.add(place);
        }
        const auto found = entry->second.find(key);
        return found == entry->second.end() ? nullptr : &found->second;
    }

    /// Gives `use` all that nothing contradicts, in lists, each with the references that its lines share.
    template <class Use>
    void each_compatible(const BankLine& line, const std::string& format, Use use) {
        sort();
        const References references(line);
        const Direction way = alike::way_of(line);
        const unsigned filled = alike::filled(line);
        for (auto& [key, sort] : sorts) {
            const auto& [way_of_sort, format_of_sort, filled_of_sort, given] = key;
            if (way_of_sort != way || (format_of_sort == format && filled_of_sort == filled)) continue;
            const unsigned shared = given & references.given();
            if (Compatible* held = compatible(sort, shared, references.key(shared))) use(*held, shared);
        }
    }

    [[nodiscard]] Likeness against(const BankLine& line, const std::string& format, std::size_t place) const {
        return likeness(line, *lines[place], formats[place] == format);
    }

    [[nodiscard]] Place scan(const BankLine& line, const std::string& format, Likeness wanted) const {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (!claimed[i] && against(line, format, i) == wanted) return i;
        }
        return std::nullopt;
    }
};

LikeLines::LikeLines() : index_(std::make_unique<Index>()) {}
LikeLines::~LikeLines() = default;
LikeLines::LikeLines(LikeLines&&) noexcept = default;
LikeLines& LikeLines::operator=(LikeLines&&) noexcept = default;

void LikeLines::add(const BankLine& line, const std::string& format) {
    index_->lines.push_back(&line);
    index_->formats.push_back(format);
    index_->claimed.push_back(false);
}

void LikeLines::claim(std::size_t place) {
    index_->claimed[place] = true;
}

std::optional<std::size_t> LikeLines::same(const BankLine& line, const std::string& format) {
    if (index_->lines.size() <= few) return index_->scan(line, format, Likeness::same);
    Place first;
    index_->each_compatible(line, format, [&](Compatible& held, unsigned shared) {
        keep_first(first, held.first_same(line, shared, index_->lines, index_->claimed));
    });
    return first;
}

std::optional<std::size_t> LikeLines::doubtful(const BankLine& line, const std::string& format) {
    if (index_->lines.size() <= few) return index_->scan(line, format, Likeness::doubtful);
    Place first;
    index_->each_compatible(line, format, [&](Compatible& held, unsigned) {
        keep_first(first, held.all.first(index_->claimed, [&](std::size_t place) {
            return index_->against(line, format, place) == Likeness::doubtful;
        }));
    });
    return first;
}

}  // namespace tracker
