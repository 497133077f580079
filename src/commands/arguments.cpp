// SPDX-License-Identifier: MIT
#include "commands/arguments.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>

#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"

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

}  // namespace

struct Arguments::Impl {
    CLI::App app;
    std::string group = "Options";
    std::vector<std::string> names;  // of options, for the nearest one

    /// "--days N" -> the names for CLI11 and the word for the value.
    CLI::Option* add(const std::string& names_and_word, const std::string& help, bool required,
                     const std::function<void(const std::string&)>& use) {
        const auto space = names_and_word.find(' ');
        const std::string names = names_and_word.substr(0, space);
        remember(names);
        CLI::Option* option = app.add_option_function<std::string>(
            names, [use](const std::string& value) { use(unshielded(value)); }, help);
        option->type_name(space == std::string::npos ? "TEXT" : names_and_word.substr(space + 1))
            ->group(group);
        if (required) option->required();
        return option;
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

void Arguments::required(const std::string& name, std::string& value, const std::string& help) {
    impl_->app
        .add_option_function<std::string>(
            name, [&value](const std::string& v) { value = unshielded(v); }, help)
        ->required()
        ->type_name("")
        ->group("Arguments");
}

void Arguments::optional(const std::string& name, std::optional<std::string>& value,
                         const std::string& help) {
    impl_->app
        .add_option_function<std::string>(
            name, [&value](const std::string& v) { value = unshielded(v); }, help)
        ->type_name("")
        ->group("Arguments");
}

void Arguments::many(const std::string& name, std::vector<std::string>& values, const std::string& help) {
    impl_->app
        .add_option_function<std::vector<std::string>>(
            name,
            [&values](const std::vector<std::string>& v) {
                for (const std::string& word : v) values.push_back(unshielded(word));
            },
            help)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name("")
        ->group("Arguments");
}

void Arguments::option(const std::string& names, std::optional<std::string>& value, const std::string& help) {
    impl_->add(names, help, false, [&value](const std::string& v) { value = v; });
}

void Arguments::required_option(const std::string& names, std::string& value, const std::string& help) {
    impl_->add(names, help, true, [&value](const std::string& v) { value = v; });
}

void Arguments::flag(const std::string& names, bool& value, const std::string& help) {
    impl_->remember(names);
    impl_->app
        .add_flag_callback(
            names, [&value] { value = true; }, help)
        ->group(impl_->group);
}

void Arguments::heading(const std::string& text) {
    impl_->group = text;
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
        throw InputError(fmt::format("{} is missing: see --help", what.substr(0, what.find(" is required"))));
    } catch (const CLI::ArgumentMismatch& error) {
        const std::string what = error.what();
        throw InputError(fmt::format("{} needs a value: see --help", what.substr(0, what.find(':'))));
    } catch (const CLI::ParseError& error) {
        throw InputError(fmt::format("{}: see --help", error.what()));
    }
}

std::string Arguments::help() const {
    const auto formatter = std::make_shared<CLI::Formatter>();
    formatter->column_width(32);
    formatter->label("REQUIRED", "");
    formatter->label("Positionals", "Arguments");
    const std::string raw = formatter->make_positionals(&impl_->app) +
                            formatter->make_groups(&impl_->app, CLI::AppFormatMode::Normal);
    std::string help;  // without the spaces and the empty lines that the formatter leaves
    for (std::size_t at = 0; at < raw.size();) {
        const auto end = std::min(raw.find('\n', at), raw.size());
        std::string line = raw.substr(at, end - at);
        line.erase(line.find_last_not_of(' ') + 1);
        const bool second_empty_line = line.empty() && help.ends_with("\n\n");
        if (!second_empty_line) help += line + '\n';
        at = end + 1;
    }
    return help;
}

}  // namespace tracker
