// SPDX-License-Identifier: MIT
// What a loss of power leaves: any choice of what wasn't certain, writes torn apart, bytes that nobody wrote.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "faulty_disk.hpp"

namespace faults {
namespace fs = std::filesystem;

namespace {

constexpr std::size_t sector = 512;

bool chance(std::mt19937_64& random, unsigned in_hundred) {
    return random() % 100 < in_hundred;
}

/// Some sectors of a write, and of the last of those perhaps a part. Past the old end, where only the size
/// was noted, there may be anything.
void tear(std::string& data, std::uint64_t at, const std::string& bytes, std::mt19937_64& random) {
    const std::size_t old_size = data.size();
    const bool grows = chance(random, 50);
    std::size_t begin = 0;
    while (begin < bytes.size()) {
        const std::size_t end = std::min(bytes.size(), begin + sector - (at + begin) % sector);
        std::size_t kept = end - begin;
        if (chance(random, 50)) kept = chance(random, 20) ? random() % (kept + 1) : 0;
        if (kept > 0 || grows) {
            if (at + end > data.size()) data.resize(at + end);
            for (std::size_t i = begin; i < end; ++i) {
                if (i - begin < kept) {
                    data[at + i] = bytes[i];
                } else if (at + i >= old_size) {
                    data[at + i] = static_cast<char>(random());
                }
            }
        }
        begin = end;
    }
}

void write(const std::string& path, const std::string& content) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << content;
}

/// The folder of a file may be one that the loss of power took.
bool has_folder(const std::string& path) {
    return fs::is_directory(fs::path(path).parent_path());
}

}  // namespace

FaultyDisk::Names FaultyDisk::names_left(bool any, std::mt19937_64& random) const {
    Names left = certain_names_;
    if (!any) return left;
    // Most file systems keep the order of such changes, so half of the times the last ones are lost.
    const bool ordered = chance(random, 50);
    std::size_t most = ordered ? random() % (uncertain_names_.size() + 1) : uncertain_names_.size();
    for (const NameChange& change : uncertain_names_) {
        if (most-- == 0) break;
        if (!ordered && chance(random, 50)) continue;
        for (const auto& [name, node] : change) left[name] = node;
    }
    return left;
}

std::string FaultyDisk::content_left(const Node& node, bool any, std::mt19937_64& random) {
    std::string data = node.certain;
    if (!any) return data;
    const unsigned likely[] = {5, 50, 95};
    const unsigned kept = likely[random() % 3];
    for (const Change& change : node.uncertain) {
        if (chance(random, 20) && !change.resize) {
            tear(data, change.at, change.bytes, random);
        } else if (chance(random, kept)) {
            const std::size_t end = change.at + change.bytes.size();
            if (change.resize || end > data.size()) data.resize(end);
            data.replace(change.at, change.bytes.size(), change.bytes);
        }
    }
    return data;
}

void FaultyDisk::lose_power(std::uint64_t seed) {
    if (seed == 1) return;
    std::mt19937_64 random(seed);
    const bool any = seed != 0;
    std::map<const Node*, std::string> contents;                // a file of two names has one content
    for (const auto& [name, node] : names_left(any, random)) {  // a folder comes before what is in it
        if (!is_here(name)) continue;  // whatever the program named: the disk that fails is the practice's
        if (!node) {
            fs::remove_all(name);
        } else if (node->folder) {
            if (has_folder(name)) fs::create_directory(name);
        } else if (has_folder(name)) {
            const auto [content, unknown] = contents.try_emplace(node.get());
            if (unknown) content->second = content_left(*node, any, random);
            write(name, content->second);
        }
    }
}

}  // namespace faults
