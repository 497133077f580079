// SPDX-License-Identifier: MIT
// Which change to the disk fails, and how, as the environment says.
#pragma once

#include <cstdint>
#include <fstream>
#include <string>

namespace faults {

/// TRACKER_FAULT=KIND:N[:SEED] makes the N-th change fail, where KIND is
///   enospc   the disk is full: it fails, and so does each later one that needs room
///   eio      it fails, once
///   short    a write writes half, the next one fails
///   power    the power goes before it, or as the program ends if it makes fewer changes; exit code 137
/// TRACKER_FAULT_COUNT=FILE writes a line for each change, TRACKER_FAULT_NOSYNC=1 makes syncs worth nothing.
class FaultPlan {
  public:
    enum class What { create, make_folder, write, resize, sync, remove, rename, link };
    enum class Fate { passes, fails, half, power_goes };

    FaultPlan();
    [[nodiscard]] bool believe_syncs() const { return believe_syncs_; }
    [[nodiscard]] bool power_goes_at_end() const { return kind_ == Kind::power; }
    [[nodiscard]] std::uint64_t seed() const { return seed_; }

    /// Counts a change that is about to be made. If it fails, `error` says with which errno.
    Fate next(What what, const std::string& name, std::uint64_t at, std::uint64_t size, int& error);

  private:
    enum class Kind { none, enospc, eio, half, power };

    Kind kind_ = Kind::none;
    std::uint64_t fault_at_ = 0;
    std::uint64_t seed_ = 0;
    bool believe_syncs_ = true;
    std::uint64_t count_ = 0;
    bool half_written_ = false;
    std::ofstream trace_;
};

}  // namespace faults
