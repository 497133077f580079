// SPDX-License-Identifier: MIT
#include "tracker/commands/failure.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <new>

namespace tracker {

UntoldError untold(std::string_view done, const std::string& why) {
    return UntoldError(
        fmt::format("{}, but {}: see {}", done, why,
                    done == "recorded" ? "'tracker log'" : "what is there, before it is done again"));
}

std::string plain_words(const std::exception& error) {
    if (dynamic_cast<const std::bad_alloc*>(&error)) return "memory has run out";
    const auto* const of_file = dynamic_cast<const std::filesystem::filesystem_error*>(&error);
    if (!of_file) return error.what();
    return fmt::format("'{}' can't be used: {}", of_file->path1().string(), of_file->code().message());
}

}  // namespace tracker
