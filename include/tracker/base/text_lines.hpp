// SPDX-License-Identifier: MIT
// The lines of a file as it is read, in UTF-8. Holds one block of it, whatever its size.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "tracker/base/encoding.hpp"
#include "tracker/base/input.hpp"

namespace tracker {

/// Lines as bytes, whatever ends them: LF, CRLF, a lone CR, mixed.
class ByteLines {
  public:
    /// Begins at the beginning of the input.
    explicit ByteLines(Input& input) : input_(input) { input_.rewind(); }

    /// Goes to the next line, whose views hold until the call after; false at the end of the file. Throws
    /// InputError at a line of more than a mebibyte: no statement has one, a photograph may.
    bool next();

    [[nodiscard]] std::string_view line() const { return line_; }
    [[nodiscard]] std::string_view end() const { return end_; }
    /// 1-based.
    [[nodiscard]] std::size_t number() const { return number_; }
    [[nodiscard]] const std::string& file() const { return input_.name(); }

  private:
    bool fill();

    Input& input_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::string_view line_;
    std::string_view end_;
    std::size_t number_ = 0;
};

/// Lines as text. The encoding is what find_encoding found; a file that no longer fits it was changed
/// meanwhile, and is refused.
class TextLines {
  public:
    TextLines(Input& input, Encoding encoding) : lines_(input), encoding_(encoding) {}

    bool next();
    [[nodiscard]] std::string_view line() const { return line_; }
    [[nodiscard]] std::string_view end() const { return lines_.end(); }
    [[nodiscard]] std::size_t number() const { return lines_.number(); }
    /// Whether the line has a line end: the last one of a file may lack it.
    [[nodiscard]] bool ended() const { return !lines_.end().empty(); }
    [[nodiscard]] const std::string& file() const { return lines_.file(); }

  private:
    ByteLines lines_;
    Encoding encoding_;
    std::string text_;
    std::string_view line_;
};

}  // namespace tracker
