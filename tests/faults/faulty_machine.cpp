// SPDX-License-Identifier: MIT
#include "faulty_machine.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace faults {
namespace {

constexpr int killed = 137;

/// The power may also go after the last change, when the program has answered.
struct AtEnd {
    ~AtEnd() {
        if (machine().plan.power_goes_at_end()) machine().lose_power();
    }
} at_end;

}  // namespace

Machine& machine() {
    static Machine& all = *new Machine;
    return all;
}

void Machine::lose_power() {
    on = false;
    disk.lose_power(plan.seed());
    ::_exit(killed);
}

bool Machine::passes(FaultPlan::What what, const std::string& name, std::size_t* size, std::uint64_t at) {
    if (!on) return true;
    int error = 0;
    switch (plan.next(what, name, at, size ? *size : 0, error)) {
        case FaultPlan::Fate::passes:
            return true;
        case FaultPlan::Fate::half:
            *size = std::max<std::size_t>(1, *size / 2);
            return true;
        case FaultPlan::Fate::fails:
            errno = error;
            return false;
        case FaultPlan::Fate::power_goes:
            lose_power();
    }
    return true;
}

}  // namespace faults
