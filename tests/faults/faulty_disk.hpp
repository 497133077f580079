// SPDX-License-Identifier: MIT
// What a disk holds for certain, what it has only been told, and what a loss of power may leave of that.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace faults {

/// Follows each change that the program makes to files and folders. What was written is certain once its file
/// is synced; that a name exists, is gone or was moved is certain once its folder is synced. Nothing else is,
/// in no order: POSIX promises no more, and neither does this.
class FaultyDisk {
  public:
    /// With `believe_syncs` false a sync makes nothing certain, as a disk that lies does.
    explicit FaultyDisk(bool believe_syncs) : believe_syncs_(believe_syncs) {}

    /// After a descriptor was opened; other things than files and folders are not followed, nor what isn't in
    /// the current folder: what the program only reads of the system must never be rewritten.
    void opened(int descriptor, const std::string& path, bool created);
    void closed(int descriptor);
    [[nodiscard]] bool follows(int descriptor) const { return open_.contains(descriptor); }
    [[nodiscard]] std::string name_of(int descriptor) const;

    void wrote(int descriptor, std::uint64_t at, std::string bytes);
    void resized(int descriptor, std::uint64_t size);
    void synced(int descriptor);

    /// Before a name goes, so that its content can still be had.
    void removing(const std::string& path);
    /// Before `from` is given, or moved to, the name `to`.
    void naming(const std::string& from, const std::string& to, bool moved);
    void made_folder(const std::string& path);

    /// Rewrites the real files into one state that a loss of power may leave: seed 0 leaves only what is
    /// certain, 1 all that was written, any other some of it.
    void lose_power(std::uint64_t seed);

  private:
    /// Whether a path is the current folder, or in it.
    static bool is_here(const std::string& path);

    /// Bytes at a place, or a new size without bytes.
    struct Change {
        std::uint64_t at;
        std::string bytes;
        bool resize;
    };
    struct Node {
        bool folder = false;
        std::string certain;
        std::vector<Change> uncertain;
    };
    using NodePointer = std::shared_ptr<Node>;  // null: there is nothing of the name
    using Names = std::map<std::string, NodePointer>;
    using NameChange = std::vector<std::pair<std::string, NodePointer>>;
    struct Open {
        std::string path;
        NodePointer node;
    };

    NodePointer node_at(const std::string& path);
    void change_names(NameChange change);
    void settle_names(const std::string& folder);
    [[nodiscard]] Names names_left(bool any, std::mt19937_64& random) const;
    static std::string content_left(const Node& node, bool any, std::mt19937_64& random);

    bool believe_syncs_;
    std::map<int, Open> open_;
    Names certain_names_;  // of what was touched only
    Names names_;
    std::vector<NameChange> uncertain_names_;
};

}  // namespace faults
