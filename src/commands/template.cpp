// SPDX-License-Identifier: MIT
// The texts of the letters: the program's, and the firm's own that replace them.
#include "commands/command.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/input.hpp"
#include "tracker/base/text.hpp"
#include "tracker/facts/words.hpp"
#include "tracker/letters/compose.hpp"
#include "tracker/letters/letter_text.hpp"
#include "tracker/said/refusal.hpp"

namespace tracker {
namespace {

using Sort = LetterDue::Sort;

constexpr std::size_t largest_template = std::size_t{64} << 10;
constexpr auto sorts = all_sorts_of_letters;
constexpr std::string_view sort_names = "reminder, suspension, part-payment, reinstatement or withdrawal";
constexpr Language languages[] = {Language::ru, Language::en};

struct TemplateOptions {
    std::string name, language;
    std::optional<std::string> file;
    bool built_in = false;
};

struct Chosen {
    Sort sort;
    Language language;
};

Chosen choose(const TemplateOptions& options) {
    std::vector<std::string> names;
    for (const Sort sort : sorts) {
        names.emplace_back(template_name(sort));
        if (names.back() != options.name) continue;
        const auto language = from_text<Language>(options.language);
        if (!language) throw InputRefusal(Message("error.letter-language", {{"text", options.language}}));
        return {sort, *language};
    }
    const auto near = nearest(options.name, names, 1);
    throw NotFoundError(fmt::format(
        "there is no template '{}': {}", printable(options.name),
        near.empty() ? std::string(sort_names) : fmt::format("did you mean '{}'?", near.front())));
}

/// The firm's own text, if it has one.
std::optional<Setting> own_template(Session& session, const Chosen& chosen) {
    for (Setting& setting : session.store().all<Setting>()) {
        if (setting.name == setting_of_template(chosen.sort, chosen.language)) return std::move(setting);
    }
    return std::nullopt;
}

std::string text_of(Session& session, const Chosen& chosen) {
    const auto own = own_template(session, chosen);
    return own ? own->value : std::string(built_in_template(chosen.sort, chosen.language));
}

int run_template_list(const NoOptions&, Session& session) {
    Rows rows;
    rows.columns = {{"template"}, {"language"}, {"whose"}, {"subject", false, true}};
    for (const Sort sort : sorts) {
        for (const Language language : languages) {
            const Chosen chosen{sort, language};
            const std::string whole = text_of(session, chosen);
            rows.rows.push_back({std::string(template_name(sort)), std::string(text(language)),
                                 std::string(own_template(session, chosen) ? "the firm's" : "built in"),
                                 whole.substr(0, whole.find('\n'))});
        }
    }
    session.list(rows);
    return 0;
}

void declare_name(Arguments& arguments, TemplateOptions& options) {
    arguments.required("NAME", options.name, "help.template.name");
    arguments.required("LANGUAGE", options.language, "help.template.language");
}

int run_template_show(const TemplateOptions& options, Session& session) {
    session.say_lines(text_of(session, choose(options)));
    return 0;
}

void declare_edit(Arguments& arguments, TemplateOptions& options) {
    declare_name(arguments, options);
    arguments.optional("FILE", options.file, "help.template-edit.file");
    arguments.flag("--built-in", options.built_in, "help.template-edit.built-in");
}

int run_edit(const TemplateOptions& options, Session& session) {
    const Chosen chosen = choose(options);
    if (options.built_in == options.file.has_value()) {
        throw InputRefusal(Message("error.template-file"));
    }
    const auto held = own_template(session, chosen);
    Setting setting;
    setting.name = setting_of_template(chosen.sort, chosen.language);
    if (options.file) {
        Input input = Input::open(*options.file);
        setting.value = input.whole(largest_template, "64 KiB: that is no letter");
        const auto faults = check_template(setting.value, chosen.sort, chosen.language);
        if (!faults.empty())
            throw InputError(fmt::format("'{}': {}", printable(input.name()), fmt::join(faults, "; ")));
    }
    if (held && held->value == setting.value) {
        session.say(Message("template.so-already"));
        return 0;
    }
    if (held) session.store().retract(0, *held);
    if (options.file) session.store().add(0, setting);
    session.say(Message("template.recorded", {{"outcome", outcome(session)},
                                              {"template", options.name},
                                              {"language", options.language},
                                              {"own", options.file.has_value()}}));
    return 0;
}

int run_template_check(const NoOptions&, Session& session) {
    int exit_code = 0;
    for (const Sort sort : sorts) {
        for (const Language language : languages) {
            const auto faults = check_template(text_of(session, {sort, language}), sort, language);
            for (const std::string& fault : faults)
                session.say("{} {}: {}", template_name(sort), text(language), printable(fault));
            if (!faults.empty()) exit_code = 1;
        }
    }
    if (exit_code == 0 && !session.globals().quiet) session.say(Message("template.all-right"));
    return exit_code;
}

int run_names(const NoOptions&, Session& session) {
    Rows rows;
    rows.columns = {{"name"}, {"meaning", false, true}};
    for (const TemplateName& name : template_names()) rows.rows.push_back({name.name, name.meaning});
    session.list(rows);
    return 0;
}

}  // namespace

std::span<const Command> template_commands() {
    static const Command commands[] = {
        {"template list", "шаблоны", group::each_day, "", "help.template-list", Needs::read, true,
         prepare<NoOptions, declare_nothing, run_template_list>, "tracker template list"},
        {"template show", "шаблон показать", group::each_day, "NAME LANGUAGE", "help.template-show",
         Needs::read, false, prepare<TemplateOptions, declare_name, run_template_show>,
         "tracker template show suspension ru > mine.txt"},
        {"template edit", "шаблон изменить", group::each_day, "NAME LANGUAGE [FILE]", "help.template-edit",
         Needs::write, false, prepare<TemplateOptions, declare_edit, run_edit>,
         "tracker template edit suspension ru mine.txt\ntracker template edit suspension ru --built-in"},
        {"template check", "шаблон проверить", group::each_day, "", "help.template-check", Needs::read, false,
         prepare<NoOptions, declare_nothing, run_template_check>, "tracker template check"},
        {"template names", "шаблон имена", group::each_day, "", "help.template-names", Needs::nothing, true,
         prepare<NoOptions, declare_nothing, run_names>, "tracker template names"},
    };
    return commands;
}

}  // namespace tracker
