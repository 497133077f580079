// SPDX-License-Identifier: MIT
// The command that shows and sets what the firm has chosen.
#include <algorithm>

#include "commands/command.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"
#include "tracker/letters/confirmed_commands.hpp"
#include "tracker/session/session.hpp"
#include "tracker/session/settings.hpp"

namespace tracker {
namespace {

struct SettingOptions {
    std::optional<std::string> name, value;
};

void declare_setting(Arguments& arguments, SettingOptions& options) {
    arguments.optional("NAME", options.name, "help.setting.name");
    arguments.optional("VALUE", options.value, "help.setting.value");
}

int list_settings(Session& session) {
    Rows rows;
    rows.columns = {{"name"}, {"value", false, true}, {"meaning", false, true}};
    for (const SettingKind& kind : setting_kinds()) {
        rows.rows.push_back(
            {std::string(kind.name), session.setting(std::string(kind.name)), std::string(kind.meaning)});
    }
    session.list(rows);
    return 0;
}

void set(Setting setting, Session& session) {
    for (const Setting& held : session.store().all<Setting>()) {
        if (held.name != setting.name) continue;
        if (held.value == setting.value) {
            session.say(Message("setting.so-already", {{"name", setting.name}, {"value", setting.value}}));
            return;
        }
        session.store().retract(0, held);
    }
    for (const std::string_view name : settled_with(session.store().settings(), setting.name)) {
        Setting with{{}, std::string(name), session.setting(std::string(name))};
        session.store().add(0, with);
    }
    session.store().add(0, setting);
    session.say(Message("setting.recorded",
                        {{"outcome", outcome(session)}, {"name", setting.name}, {"value", setting.value}}));
}

/// The setting goes wherever the database goes; who gives it here says that it may be run here. Where that
/// can't be kept, nothing is recorded. True if something was kept.
bool confirm(const Setting& setting, Session& session) {
    if (setting.name != "mail-command" || !needs_confirmation(setting.value)) return false;
    if (session.globals().dry_run) return false;
    const bool kept = confirm_command(session, setting.value);
    session.say(Message("setting.confirmed"));
    return kept;
}

int run_setting(const SettingOptions& options, Session& session) {
    session.open(options.value ? Store::Access::write : Store::Access::read);
    if (!options.name) return list_settings(session);
    const auto& kinds = setting_kinds();
    const auto kind = std::find_if(kinds.begin(), kinds.end(),
                                   [&](const SettingKind& k) { return k.name == *options.name; });
    if (kind == kinds.end()) {
        std::vector<std::string> names;
        for (const SettingKind& k : kinds) names.emplace_back(k.name);
        const auto near = nearest(*options.name, names, 1);
        throw InputError(fmt::format(
            "there is no setting '{}': {}", printable(*options.name),
            near.empty() ? "see 'tracker setting'" : fmt::format("did you mean '{}'?", near.front())));
    }
    if (!options.value) {
        session.say("{}", printable(session.setting(*options.name)));
        return 0;
    }
    Setting setting;
    setting.name = kind->name;
    setting.value = kind->read(*options.value);
    session.begin_change();
    set(setting, session);
    const bool confirmed = confirm(setting, session);
    session.end_change();
    if (confirmed && session.done().empty()) session.mark_done();
    return 0;
}

}  // namespace

std::span<const Command> setting_commands() {
    static const Command commands[] = {
        {"setting", "настройка", group::set_up, "[NAME [VALUE]]", "help.setting", Needs::own, true,
         prepare<SettingOptions, declare_setting, run_setting>,
         "tracker setting\ntracker setting time-zone Europe/Samara\ntracker setting reminder-offsets -- "
         "-3,-1,+1"},
    };
    return commands;
}

}  // namespace tracker
