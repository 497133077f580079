// SPDX-License-Identifier: MIT
// How far a long command is: one line on a terminal's standard error once a second has passed, taken away at
// the end. Nothing where standard error is no terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace tracker {

class Progress {
  public:
    /// `what` is shown before the figures; `terminal` says whether standard error is one.
    /// The clock is looked at every so many steps.
    Progress(std::string what, bool terminal, std::size_t steps_between_looks = 256)
        : what_(std::move(what)), terminal_(terminal), steps_between_looks_(steps_between_looks) {}
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// One more step is done; `done` of `size` are behind it, where the size is known.
    void step(std::size_t done, std::size_t size);

  private:
    using Clock = std::chrono::steady_clock;

    void show(std::size_t done, std::size_t size);

    std::string what_;
    bool terminal_;
    std::size_t steps_between_looks_;
    std::size_t steps_ = 0;
    Clock::time_point next_ = Clock::now() + std::chrono::seconds(1);
    bool shown_ = false;
};

}  // namespace tracker
