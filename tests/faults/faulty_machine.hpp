// SPDX-License-Identifier: MIT
// The machine that the program believes to run on: its disk, and what is going to happen to it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "fault_plan.hpp"
#include "faulty_disk.hpp"

namespace faults {

struct Machine {
    FaultPlan plan;
    FaultyDisk disk{plan.believe_syncs()};
    bool on = true;  // off while the files are rewritten

    /// Rewrites the files and ends the program, with the exit code of one that was killed.
    [[noreturn]] void lose_power();

    /// Whether a change is made; otherwise errno says why not. Of `size` bytes perhaps only half are to be
    /// written.
    bool passes(FaultPlan::What what, const std::string& name, std::size_t* size = nullptr,
                std::uint64_t at = 0);

    [[nodiscard]] bool follows(int descriptor) const { return on && disk.follows(descriptor); }
};

/// The one there is. Never destroyed: files are closed until the very end.
Machine& machine();

}  // namespace faults
