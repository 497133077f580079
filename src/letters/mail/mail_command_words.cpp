// SPDX-License-Identifier: MIT
// The words of a command. Never expands anything but the user's folder.
#include <fmt/format.h>

#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"
#include "tracker/letters/mail_command.hpp"

namespace tracker {
namespace {

class CommandReader {
  public:
    CommandReader(std::string_view text, std::string_view home) : text_(text), rest_(text), home_(home) {}

    std::vector<std::string> words() {
        if (text_.find('\0') != std::string_view::npos) refuse("holds a NUL: take it out");
        while (!rest_.empty()) {
            const char c = rest_.front();
            if (is_blank(c)) {
                rest_.remove_prefix(1);
                in_word_ = false;
                continue;
            }
            if (!in_word_) {
                words_.emplace_back();
                in_word_ = true;
                if (read_home()) continue;
            }
            read_part();
        }
        if (words_.empty() || words_.front().empty())
            refuse("names no program: write one and its options, as 'sendmail -i'");
        return std::move(words_);
    }

  private:
    [[noreturn]] void refuse(std::string_view why) const {
        throw InputError(fmt::format("the command '{}' {}", fit(printable(text_), 80), why));
    }

    static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

    /// A `~` that stands for the user's folder.
    bool read_home() {
        if (rest_.front() != '~') return false;
        if (rest_.size() > 1 && rest_[1] != '/' && !is_blank(rest_[1])) return false;
        if (home_.empty()) refuse("holds '~', but HOME isn't set to a whole path: set it, or write the path");
        take();
        words_.back() += home_;
        return true;
    }

    char take() {
        const char c = rest_.front();
        rest_.remove_prefix(1);
        return c;
    }

    void read_part() {
        const char c = take();
        if (std::string_view("|&;<>").find(c) != std::string_view::npos) {
            refuse(
                fmt::format("holds '{}', but is run without a shell: put it in quotes, or what needs a shell "
                            "into a script of its own",
                            c));
        }
        if (c == '\'') return read_single();
        if (c == '"') return read_double();
        if (c != '\\') return words_.back().push_back(c);
        if (rest_.empty()) refuse("ends in a backslash: take it out");
        words_.back() += take();
    }

    void read_single() {
        const auto end = rest_.find('\'');
        if (end == std::string_view::npos) refuse("has a ' that is not closed: close it, or write \\'");
        words_.back() += rest_.substr(0, end);
        rest_.remove_prefix(end + 1);
    }

    void read_double() {
        while (!rest_.empty()) {
            char c = take();
            if (c == '"') return;
            const bool escapes = c == '\\' && !rest_.empty() &&
                                 std::string_view("\"\\$`").find(rest_.front()) != std::string_view::npos;
            if (escapes) c = take();
            words_.back() += c;
        }
        refuse("has a \" that is not closed: close it, or write \\\"");
    }

    std::string_view text_;
    std::string_view rest_;
    std::string_view home_;
    std::vector<std::string> words_;
    bool in_word_ = false;
};

}  // namespace

std::vector<std::string> split_command(std::string_view text, std::string_view home) {
    return CommandReader(text, home).words();
}

}  // namespace tracker
