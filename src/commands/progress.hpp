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
    Progress(std::string what, bool terminal) : what_(std::move(what)), terminal_(terminal) {}
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// One more line was read; `done` of `size` bytes are behind it, where the size is known.
    void step(std::size_t done, std::size_t size);

  private:
    using Clock = std::chrono::steady_clock;

    void show(std::size_t done, std::size_t size);

    std::string what_;
    bool terminal_;
    std::size_t lines_ = 0;
    Clock::time_point next_ = Clock::now() + std::chrono::seconds(1);
    bool shown_ = false;
};

}  // namespace tracker
