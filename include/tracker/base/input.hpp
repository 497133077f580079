// SPDX-License-Identifier: MIT
// A file's bytes, a block at a time and as often as needed, so that memory doesn't grow with the file. Never
// looks at what the bytes mean.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tracker {

class Input {
  public:
    /// Opens a file, or standard input for "-". What can't be read twice (a pipe) is read whole at once.
    /// Throws InputError: missing, unreadable, a directory, more than a gigabyte through a pipe.
    static Input open(const std::string& path);
    /// Bytes that are there already and outlive the input; `name` is for messages.
    Input(std::string name, std::string_view bytes) : name_(std::move(name)), rest_(bytes), held_(bytes) {}
    ~Input();
    Input(Input&& other) noexcept;
    Input(const Input&) = delete;
    Input& operator=(const Input&) = delete;
    Input& operator=(Input&&) = delete;

    /// What messages call it: the path, "standard input".
    [[nodiscard]] const std::string& name() const { return name_; }
    /// The next block, valid until the next call; empty at the end. Throws InputError where reading fails.
    std::string_view next();
    /// Back to the first byte.
    void rewind();
    /// How many bytes were given out since the beginning.
    [[nodiscard]] std::size_t given() const { return given_; }
    /// How many there are; 0 where that isn't known.
    [[nodiscard]] std::size_t size() const;
    /// The first bytes, up to a block of them; goes back to the beginning.
    std::string_view head();
    /// All bytes from the beginning. Throws InputError where there are more than `most`; `most_text` says
    /// the limit, and what to do: "256 MiB: export a shorter range".
    std::string whole(std::size_t most, std::string_view most_text);

    static constexpr std::size_t block_size = std::size_t{1} << 18;

  private:
    Input(std::string name, int descriptor) : name_(std::move(name)), descriptor_(descriptor) {}
    [[nodiscard]] bool in_memory() const { return descriptor_ < 0; }

    std::string name_;
    int descriptor_ = -1;
    std::vector<char>
        buffer_;  ///< of a block, or all that came through a pipe; moves without moving its bytes
    std::string_view rest_;
    std::string_view held_;
    std::size_t given_ = 0;
};

/// Throws InputError about a file: "'statement.txt' is empty".
[[noreturn]] void refuse_file(const std::string& file, std::string_view what);

}  // namespace tracker
