// SPDX-License-Identifier: MIT
// Colour on a terminal, or none: the few escape sequences that the program writes.
#pragma once

#include <string>
#include <string_view>

namespace tracker {

class Style {
  public:
    enum class Colour { plain, red, yellow, dim };
    explicit Style(bool on) : on_(on) {}

    [[nodiscard]] std::string paint(std::string_view text, Colour colour) const {
        return wrap(text, code(colour));
    }
    [[nodiscard]] std::string bold(std::string_view text, Colour colour = Colour::plain) const {
        const std::string_view more = code(colour);
        return wrap(text, more.empty() ? "1" : "1;" + std::string(more));
    }

  private:
    static std::string_view code(Colour colour) {
        switch (colour) {
            case Colour::red:
                return "31";
            case Colour::yellow:
                return "33";
            case Colour::dim:
                return "2";
            case Colour::plain:
                break;
        }
        return "";
    }

    [[nodiscard]] std::string wrap(std::string_view text, std::string_view codes) const {
        if (!on_ || codes.empty()) return std::string(text);
        return "\x1b[" + std::string(codes) + "m" + std::string(text) + "\x1b[0m";
    }

    bool on_;
};

}  // namespace tracker
