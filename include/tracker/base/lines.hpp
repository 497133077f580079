// SPDX-License-Identifier: MIT
// Walks over a text line by line, whatever ends the lines: LF, CRLF, a lone CR, mixed. Copies nothing.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace tracker {

class LineReader {
  public:
    explicit LineReader(std::string_view text) : rest_(text) {}
    explicit LineReader(std::string&& text) = delete;  // its lines would outlive it

    /// Goes to the next line; false at the end of the text.
    bool next() {
        if (rest_.empty()) return false;
        ++number_;
        const auto lf = rest_.find('\n');
        const auto end = std::min(rest_.substr(0, lf).find('\r'), lf);
        line_ = rest_.substr(0, end);
        const bool crlf = end != std::string_view::npos && rest_.substr(end, 2) == "\r\n";
        with_end_ = rest_.substr(0, end == std::string_view::npos ? end : end + (crlf ? 2 : 1));
        rest_.remove_prefix(with_end_.size());
        return true;
    }

    [[nodiscard]] std::string_view line() const { return line_; }
    [[nodiscard]] std::string_view with_end() const { return with_end_; }
    /// 1-based.
    [[nodiscard]] std::size_t number() const { return number_; }
    /// Whether the line has a line end: the last one of a file may lack it.
    [[nodiscard]] bool ended() const { return with_end_.size() > line_.size(); }

  private:
    std::string_view rest_;
    std::string_view line_;
    std::string_view with_end_;
    std::size_t number_ = 0;
};

/// The 1-based number of the line that holds the byte at `position`.
inline std::size_t line_at(std::string_view text, std::size_t position) {
    LineReader lines(text.substr(0, position));
    while (lines.next()) {
    }
    return lines.number() == 0 || lines.ended() ? lines.number() + 1 : lines.number();
}

/// The text without spaces, tabs, line breaks and the end-of-file mark of DOS at its ends.
inline std::string_view trimmed(std::string_view text) {
    const auto blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r') || c == '\x1A'; };
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    return text;
}

}  // namespace tracker
