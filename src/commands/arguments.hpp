// SPDX-License-Identifier: MIT
// What a command takes, declared in one line each. CLI11 stands behind this, in one file: it costs seconds to
// compile.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tracker/base/message.hpp"
#include "tracker/said/speech.hpp"

namespace tracker {

/// The arguments and options of one command. All values are text; a command reads them, and says what is
/// wrong in the user's own words. What the help says of them stands in the catalogue of sentences, and is
/// looked up where help is asked for: every start declares.
class Arguments {
  public:
    Arguments();
    ~Arguments();
    Arguments(const Arguments&) = delete;
    Arguments& operator=(const Arguments&) = delete;

    /// A positional argument, e.g. "CLIENT".
    void required(const std::string& name, std::string& value, MessageId help);
    void optional(const std::string& name, std::optional<std::string>& value, MessageId help);
    void many(const std::string& name, std::vector<std::string>& values, MessageId help);
    /// An option with a value, e.g. "-n,--days N": its names, then the word for the value.
    /// Without help it explains itself: a language that has a word for it ("option.days") says that.
    void option(const std::string& names, std::optional<std::string>& value, MessageId help = "");
    void required_option(const std::string& names, std::string& value, MessageId help);
    void flag(const std::string& names, bool& value, MessageId help);

    /// Options declared from here on are listed under this heading in the help.
    void heading(MessageId text);

    /// Reads the words after the command's name; throws InputError, with the nearest option for a mistyped
    /// one.
    void parse(const std::vector<std::string>& words);
    /// The arguments and options as a help page lists them.
    [[nodiscard]] std::string help(const Speech& speech) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// The words that stand for values, which are written in capitals, as the language has them: "CLIENT [DATE]",
/// «КЛИЕНТ [ДАТА]».
std::string value_words(const Speech& speech, std::string_view text);

}  // namespace tracker
