// SPDX-License-Identifier: MIT
#include "tracker/session/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <string>

#include "tracker/base/standard_streams.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

constexpr int widest_file_name = 40;
constexpr const char* clear_line = "\r\x1b[K";

}  // namespace

Progress::~Progress() {
    if (shown_) write_all(STDERR_FILENO, clear_line);
}

void Progress::step(std::size_t done, std::size_t size) {
    if (!terminal_ || ++steps_ % steps_between_looks_ != 0) return;
    const auto now = Clock::now();
    if (now < next_) return;
    next_ = now + std::chrono::milliseconds(200);
    show(done, size);
}

void Progress::show(std::size_t done, std::size_t size) {
    const std::string share =
        size == 0 ? "" : fmt::format(", {} %", std::min<std::size_t>(done, size) * 100 / size);
    write_all(STDERR_FILENO,
              fmt::format("{}{}: {}{}", clear_line, fit(printable(what_), widest_file_name), steps_, share));
    shown_ = true;
}

}  // namespace tracker
