// SPDX-License-Identifier: MIT
// What a command takes, declared in one line each. CLI11 stands behind this, in one file: it costs seconds to
// compile.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tracker {

/// The arguments and options of one command. All values are text; a command reads them with io/arguments.hpp,
/// whose errors say what is wrong in the user's own words.
class Arguments {
  public:
    Arguments();
    ~Arguments();
    Arguments(const Arguments&) = delete;
    Arguments& operator=(const Arguments&) = delete;

    /// A positional argument, e.g. "CLIENT".
    void required(const std::string& name, std::string& value, const std::string& help);
    void optional(const std::string& name, std::optional<std::string>& value, const std::string& help);
    void many(const std::string& name, std::vector<std::string>& values, const std::string& help);
    /// An option with a value, e.g. "-n,--days N": its names, then the word for the value.
    void option(const std::string& names, std::optional<std::string>& value, const std::string& help);
    void required_option(const std::string& names, std::string& value, const std::string& help);
    void flag(const std::string& names, bool& value, const std::string& help);

    /// Options declared from here on are listed under this heading in the help.
    void heading(const std::string& text);

    /// Reads the words after the command's name; throws InputError, with the nearest option for a mistyped
    /// one.
    void parse(const std::vector<std::string>& words);
    /// The options as a help page lists them.
    [[nodiscard]] std::string help() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace tracker
