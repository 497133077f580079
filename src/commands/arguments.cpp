// SPDX-License-Identifier: MIT
#include "commands/arguments.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>

#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"
#include "tracker/said/catalogue.hpp"
#include "tracker/said/refusal.hpp"

namespace tracker {
namespace {

/// CLI11 takes "-3000" and "-2w" for options; with this in front they are values.
constexpr char shield = '\x1f';

bool is_negative_value(const std::string& word) {
    return word.size() > 1 && word[0] == '-' && word[1] >= '0' && word[1] <= '9';
}

std::string unshielded(const std::string& word) {
    return !word.empty() && word[0] == shield ? word.substr(1) : word;
}

/// A line of the help.
struct Entry {
    MessageId heading;
    std::string names;  // with the word for the value
    MessageId help;
};

/// "--days" of "-n,--days N", without the dashes.
std::string_view long_name(std::string_view names) {
    names = names.substr(0, names.find(' '));
    return names.substr(std::min(names.rfind("--") + 2, names.size()));
}

std::string text_of(const Speech& speech, const Entry& entry) {
    if (!entry.help.text.empty()) return speech(Message(entry.help));
    const auto word = sentence(speech.language(), fmt::format("option.{}", long_name(entry.names)));
    return std::string(word.value_or(""));
}

std::string help_line(const Speech& speech, const Entry& entry) {
    constexpr int names_columns = 32;
    // The English pages keep to one line an option, which scripts may read.
    const int columns = speech.language() == Language::en ? 1'000'000 : 80;
    const std::string names = "  " + value_words(speech, entry.names);
    const std::string text = text_of(speech, entry);
    if (text.empty()) return names + '\n';
    const std::string indent(names_columns, ' ');
    if (width(names) >= names_columns) return names + '\n' + wrapped(text, columns, indent, indent);
    return wrapped(text, columns, pad_right(names, names_columns), indent);
}

std::string help_lines(const Speech& speech, const std::vector<Entry>& entries) {
    std::string lines;
    std::string_view heading;
    for (const Entry& entry : entries) {
        if (entry.heading.text != heading) lines += fmt::format("\n{}:\n", speech(Message(entry.heading)));
        heading = entry.heading.text;
        lines += help_line(speech, entry);
    }
    return lines;
}

}  // namespace

struct Arguments::Impl {
    CLI::App app;
    MessageId heading = "help.page.options";
    std::vector<Entry> arguments;
    std::vector<Entry> options;
    std::vector<std::string> names;  // of options, for the nearest one

    /// "--days N" -> the names for CLI11 and the word for the value.
    void add(const std::string& names_and_word, MessageId help, bool required,
             const std::function<void(const std::string&)>& use) {
        const auto space = names_and_word.find(' ');
        const std::string names = names_and_word.substr(0, space);
        remember(names);
        options.push_back({heading, names_and_word, help});
        CLI::Option* option = app.add_option_function<std::string>(
            names, [use](const std::string& value) { use(unshielded(value)); });
        option->type_name(space == std::string::npos ? "TEXT" : names_and_word.substr(space + 1));
        if (required) option->required();
    }

    /// A positional argument, as the help shows it.
    void list(const std::string& name, MessageId help) {
        arguments.push_back({"help.page.arguments", name, help});
    }

    void remember(const std::string& list) {
        for (std::size_t at = 0; at <= list.size();) {
            const auto comma = std::min(list.find(',', at), list.size());
            names.push_back(list.substr(at, comma - at));
            at = comma + 1;
        }
    }

    [[nodiscard]] std::string unknown(const std::string& word) const {
        std::string hint = "see --help";
        const std::string bare = word.substr(0, word.find('='));
        if (word.starts_with("-")) {
            // One letter is near to every other: no guess is better.
            const auto near = bare.size() > 2 ? nearest(bare, names, 1) : std::vector<std::string>{};
            if (!near.empty()) hint = fmt::format("did you mean '{}'?", near.front());
            return fmt::format("there is no option '{}': {}", printable(word), hint);
        }
        return fmt::format("'{}' is one argument too many: quote names with spaces, or see --help",
                           printable(word));
    }
};

Arguments::Arguments() : impl_(std::make_unique<Impl>()) {
    impl_->app.set_help_flag();  // help is the program's own
    impl_->app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::Throw);
}

Arguments::~Arguments() = default;

void Arguments::required(const std::string& name, std::string& value, MessageId help) {
    impl_->list(name, help);
    impl_->app
        .add_option_function<std::string>(name, [&value](const std::string& v) { value = unshielded(v); })
        ->required()
        ->type_name("");
}

void Arguments::optional(const std::string& name, std::optional<std::string>& value, MessageId help) {
    impl_->list(name, help);
    impl_->app
        .add_option_function<std::string>(name, [&value](const std::string& v) { value = unshielded(v); })
        ->type_name("");
}

void Arguments::many(const std::string& name, std::vector<std::string>& values, MessageId help) {
    impl_->list(name + " ...", help);
    impl_->app
        .add_option_function<std::vector<std::string>>(name,
                                                       [&values](const std::vector<std::string>& v) {
                                                           for (const std::string& word : v)
                                                               values.push_back(unshielded(word));
                                                       })
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name("");
}

void Arguments::option(const std::string& names, std::optional<std::string>& value, MessageId help) {
    impl_->add(names, help, false, [&value](const std::string& v) { value = v; });
}

void Arguments::required_option(const std::string& names, std::string& value, MessageId help) {
    impl_->add(names, help, true, [&value](const std::string& v) { value = v; });
}

void Arguments::flag(const std::string& names, bool& value, MessageId help) {
    impl_->remember(names);
    impl_->options.push_back({impl_->heading, names, help});
    impl_->app.add_flag_callback(names, [&value] { value = true; });
}

void Arguments::heading(MessageId text) {
    impl_->heading = text;
}

void Arguments::parse(const std::vector<std::string>& words) {
    std::vector<std::string> reversed;  // CLI11 takes them from the back
    for (auto word = words.rbegin(); word != words.rend(); ++word) {
        reversed.push_back(is_negative_value(*word) ? shield + *word : *word);
    }
    try {
        impl_->app.parse(reversed);
    } catch (const CLI::ExtrasError&) {
        const std::vector<std::string> extra = impl_->app.remaining();
        throw InputError(extra.empty() ? "too many arguments: see --help"
                                       : impl_->unknown(unshielded(extra.front())));
    } catch (const CLI::RequiredError& error) {
        const std::string what = error.what();
        throw InputRefusal(
            Message("error.missing", {{"argument", what.substr(0, what.find(" is required"))}}));
    } catch (const CLI::ArgumentMismatch& error) {
        const std::string what = error.what();
        throw InputRefusal(Message("error.no-value", {{"option", what.substr(0, what.find(':'))}}));
    } catch (const CLI::ParseError& error) {
        throw InputError(fmt::format("{}: see --help", error.what()));
    }
}

std::string Arguments::help(const Speech& speech) const {
    return help_lines(speech, impl_->arguments) + help_lines(speech, impl_->options);
}

std::string value_words(const Speech& speech, std::string_view text) {
    constexpr std::string_view capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    std::string words;
    while (!text.empty()) {
        const std::size_t begin = std::min(text.find_first_of(capitals), text.size());
        const std::size_t end = std::min(text.find_first_not_of(capitals, begin), text.size());
        const std::string_view word = text.substr(begin, end - begin);
        words += text.substr(0, begin);
        words += sentence(speech.language(), fmt::format("value.{}", word)).value_or(word);
        text.remove_prefix(end);
    }
    return words;
}

}  // namespace tracker
