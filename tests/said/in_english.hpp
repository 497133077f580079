// SPDX-License-Identifier: MIT
// What messages say, for tests that read.
#pragma once

#include <string>
#include <vector>

#include "tracker/said/speech.hpp"

namespace tracker::test {

inline std::string in_english(const Message& message) {
    return Speech(Language::en)(message);
}

inline std::vector<std::string> in_english(const std::vector<Message>& messages) {
    std::vector<std::string> said;
    for (const Message& message : messages) said.push_back(in_english(message));
    return said;
}

}  // namespace tracker::test
