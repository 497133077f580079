// SPDX-License-Identifier: MIT
#include "tracker/said/catalogue.hpp"

#include <algorithm>
#include <cstring>

#include "data/embedded.hpp"

namespace tracker {

std::string_view catalogue(Language language) {
    return embedded(language == Language::ru ? "said/ru.txt" : "said/en.txt");
}

// The lines are in the order of their names, so that none has to be read before it is asked for: a command
// says a few of many hundreds.
std::optional<std::string_view> sentence(Language language, std::string_view name) {
    constexpr std::string_view parted = " = ";
    std::string_view rest = catalogue(language);
    while (!rest.empty()) {
        const std::size_t middle = rest.size() / 2;
        const void* const before = ::memrchr(rest.data(), '\n', middle);
        const std::size_t begin =
            before ? static_cast<std::size_t>(static_cast<const char*>(before) - rest.data()) + 1 : 0;
        const std::size_t end = std::min(rest.find('\n', begin), rest.size());
        const std::string_view line = rest.substr(begin, end - begin);
        const std::size_t sign = line.find(parted);
        const int order = name.compare(line.substr(0, sign));
        if (order == 0) return line.substr(sign + parted.size());
        rest = order < 0 ? rest.substr(0, begin) : rest.substr(std::min(end + 1, rest.size()));
    }
    return std::nullopt;
}

}  // namespace tracker
