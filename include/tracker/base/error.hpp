// SPDX-License-Identifier: MIT
// The few ways in which a command can fail, each with the exit code that scripts rely on.
#pragma once

#include <stdexcept>
#include <string>

namespace tracker {

/// The root of all failures that are reported to the user in one line; anything else that is thrown is a
/// defect. The message says what is wrong and how to mend it: lower case, no full stop, the subject in
/// quotes.
class Error : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
    [[nodiscard]] virtual int exit_code() const = 0;
};

/// A mistake in what the user or a file said: an impossible date, a fact that the rules forbid. Exit code 2.
class InputError : public Error {
  public:
    using Error::Error;
    [[nodiscard]] int exit_code() const override { return 2; }
};

/// A client, contract, kind or change that isn't there, or that could be several. Exit code 3.
class NotFoundError : public Error {
  public:
    using Error::Error;
    [[nodiscard]] int exit_code() const override { return 3; }
};

/// The database (or standard output) can't be used: missing, locked, newer, corrupt, full, read-only. Exit
/// code 4.
class DatabaseError : public Error {
  public:
    using Error::Error;
    [[nodiscard]] int exit_code() const override { return 4; }
};

/// Another process has the database: it may be used a moment later.
class InUseError : public DatabaseError {
  public:
    using DatabaseError::DatabaseError;
};

}  // namespace tracker
