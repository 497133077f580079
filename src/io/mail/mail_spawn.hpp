// SPDX-License-Identifier: MIT
// How a process is started: its descriptors, its session. Never waits for it.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace tracker {

/// A file descriptor that is closed with its owner.
class Descriptor {
  public:
    Descriptor() = default;
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() { close(); }
    Descriptor(Descriptor&& other) noexcept;
    Descriptor& operator=(Descriptor&& other) noexcept;
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool is_open() const { return number_ >= 0; }
    void close();

  private:
    int number_ = -1;
};

struct Pipe {
    Descriptor read;
    Descriptor write;
};

/// Opens a pipe of which no other process gets an end by itself. 0 or an errno.
int open_pipe(Pipe& pipe);

/// Starts the words as a program, found by $PATH, in a session of its own, which has no terminal: standard
/// input from the one pipe, standard error to the other, standard output to nowhere. 0 or an errno, also that
/// of an exec that failed.
int spawn(const std::vector<std::string>& words, const Pipe& input, const Pipe& errors, pid_t& pid);

}  // namespace tracker
