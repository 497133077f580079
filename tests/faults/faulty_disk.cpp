// SPDX-License-Identifier: MIT
#include "faulty_disk.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace faults {
namespace fs = std::filesystem;

namespace {

std::string full(const std::string& path) {
    const fs::path normal = fs::absolute(path).lexically_normal();
    return (normal.has_filename() ? normal : normal.parent_path()).string();  // "." gives a last slash
}

std::string folder_of(const std::string& path) {
    return fs::path(path).parent_path().string();
}

std::string read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

bool FaultyDisk::is_here(const std::string& path) {
    const std::string here = fs::current_path().string();
    return path == here || path.starts_with(here + "/");
}

FaultyDisk::NodePointer FaultyDisk::node_at(const std::string& path) {
    if (const auto known = names_.find(path); known != names_.end()) return known->second;
    NodePointer node;
    if (fs::is_directory(path)) {
        node = std::make_shared<Node>();
        node->folder = true;
    } else if (fs::is_regular_file(path)) {
        node = std::make_shared<Node>();
        node->certain = read(path);
    }
    certain_names_[path] = names_[path] = node;
    return node;
}

void FaultyDisk::opened(int descriptor, const std::string& path, bool created) {
    struct stat about {};
    if (::fstat(descriptor, &about) != 0) return;
    if (!S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode)) return;
    const std::string name = full(path);
    if (!is_here(name)) return;
    if (created) {
        if (!names_.contains(name)) certain_names_[name] = nullptr;
        change_names({{name, std::make_shared<Node>()}});
    }
    if (const NodePointer node = node_at(name)) open_[descriptor] = {name, node};
}

void FaultyDisk::closed(int descriptor) {
    open_.erase(descriptor);
}

std::string FaultyDisk::name_of(int descriptor) const {
    const auto found = open_.find(descriptor);
    return found == open_.end() ? "" : fs::path(found->second.path).filename().string();
}

void FaultyDisk::wrote(int descriptor, std::uint64_t at, std::string bytes) {
    open_.at(descriptor).node->uncertain.push_back({at, std::move(bytes), false});
}

void FaultyDisk::resized(int descriptor, std::uint64_t size) {
    open_.at(descriptor).node->uncertain.push_back({size, {}, true});
}

void FaultyDisk::synced(int descriptor) {
    if (!believe_syncs_) return;
    const Open& open = open_.at(descriptor);
    if (open.node->folder) return settle_names(open.path);
    std::string& certain = open.node->certain;
    for (const Change& change : open.node->uncertain) {
        const std::size_t end = change.at + change.bytes.size();
        if (change.resize || end > certain.size()) certain.resize(end);
        std::copy(change.bytes.begin(), change.bytes.end(), certain.begin() + static_cast<long>(change.at));
    }
    open.node->uncertain.clear();
}

void FaultyDisk::removing(const std::string& path) {
    const std::string name = full(path);
    if (node_at(name)) change_names({{name, nullptr}});
}

void FaultyDisk::naming(const std::string& from, const std::string& to, bool moved) {
    const std::string old_name = full(from), name = full(to);
    static_cast<void>(node_at(name));
    NameChange change = {{name, node_at(old_name)}};
    if (moved) change.emplace_back(old_name, nullptr);
    change_names(std::move(change));
}

void FaultyDisk::made_folder(const std::string& path) {
    const std::string name = full(path);
    auto node = std::make_shared<Node>();
    node->folder = true;
    if (!names_.contains(name)) certain_names_[name] = nullptr;
    change_names({{name, node}});
}

void FaultyDisk::change_names(NameChange change) {
    for (const auto& [name, node] : change) names_[name] = node;
    uncertain_names_.push_back(std::move(change));
}

/// A move between two folders is certain once either is synced.
void FaultyDisk::settle_names(const std::string& folder) {
    std::erase_if(uncertain_names_, [&](const NameChange& change) {
        if (std::none_of(change.begin(), change.end(),
                         [&](const auto& named) { return folder_of(named.first) == folder; }))
            return false;
        for (const auto& [name, node] : change) certain_names_[name] = node;
        return true;
    });
}

}  // namespace faults
