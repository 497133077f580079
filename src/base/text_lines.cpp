// SPDX-License-Identifier: MIT
#include "tracker/base/text_lines.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "tracker/base/encoding.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

constexpr std::size_t longest_line = std::size_t{1} << 20;

}  // namespace

/// Appends a block to what is left of the buffer; false at the end of the file.
bool ByteLines::fill() {
    buffer_.erase(0, at_);
    at_ = 0;
    const std::string_view block = input_.next();
    buffer_ += block;
    return !block.empty();
}

bool ByteLines::next() {
    const auto is_break = [](char c) { return c == '\n' || c == '\r'; };
    std::size_t looked = 0;  // so many bytes from `at_` on hold no break
    while (true) {
        const auto from = buffer_.begin() + static_cast<std::ptrdiff_t>(at_ + looked);
        const auto stop = std::find_if(from, buffer_.end(), is_break);
        looked = static_cast<std::size_t>(stop - buffer_.begin()) - at_;
        if (looked > longest_line) {
            throw InputError(
                fmt::format("'{}' line {}: is longer than a mebibyte, as no statement's is: export one as "
                            "1C, camt.053 or CSV",
                            printable(file()), number_ + 1));
        }
        // Whether a CR stands alone is known only from the byte after it.
        const bool at_end = stop == buffer_.end() || (*stop == '\r' && stop + 1 == buffer_.end());
        if (at_end && fill()) continue;
        if (at_ == buffer_.size()) return false;
        ++number_;
        line_ = std::string_view(buffer_).substr(at_, looked);
        const std::string_view rest = std::string_view(buffer_).substr(at_ + looked);
        end_ = rest.substr(0, rest.starts_with("\r\n") ? 2 : 1);
        at_ += looked + end_.size();
        return true;
    }
}

bool TextLines::next() {
    if (!lines_.next()) return false;
    line_ = lines_.line();
    if (encoding_ == Encoding::utf8) {
        if (lines_.number() == 1 && line_.starts_with(byte_order_mark))
            line_.remove_prefix(byte_order_mark.size());
        if (is_utf8(line_)) return true;
    } else {
        text_.clear();
        if (append_decoded(text_, line_, encoding_)) {
            line_ = text_;
            return true;
        }
    }
    throw InputError(fmt::format("'{}' line {}: the file was changed while it was read: import it again",
                                 printable(file()), number()));
}

}  // namespace tracker
