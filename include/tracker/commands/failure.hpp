// SPDX-License-Identifier: MIT
// Failures at the program's edge: what was done and can't be told, and what the libraries throw.
#pragma once

#include <exception>
#include <string>

#include "tracker/base/error.hpp"

namespace tracker {

/// What was asked for is done, but the answer can't be given: whoever does it again does it twice. Exit code
/// 6.
class UntoldError : public Error {
  public:
    using Error::Error;
    [[nodiscard]] int exit_code() const override { return 6; }
};

/// `done` ("recorded", "done"), why the answer can't be given, and where to look.
UntoldError untold(std::string_view done, const std::string& why);

/// What a library's exception says in plain words: which path can't be used, and why.
std::string plain_words(const std::exception& error);

}  // namespace tracker
