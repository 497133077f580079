// SPDX-License-Identifier: MIT
// The one table that lists all commands.
#include "commands/command.hpp"

namespace tracker {

const std::vector<Command>& all_commands() {
    static const std::vector<Command> commands = [] {
        std::vector<Command> all;
        for (const auto part : {
                 init_commands(),     client_commands(),    contract_commands(), contract_show_commands(),
                 schedule_commands(), duty_commands(),      sets_commands(),     add_set_commands(),
                 setting_commands(),  due_commands(),       standing_commands(), done_commands(),
                 money_commands(),    exception_commands(), suspend_commands(),  why_commands(),
                 remind_commands(),   letters_commands(),   template_commands(), import_commands(),
                 unplaced_commands(), place_commands(),     bank_commands(),     account_commands(),
                 export_commands(),   log_commands(),       backup_commands(),   restore_commands(),
                 check_commands(),
             }) {
            all.insert(all.end(), part.begin(), part.end());
        }
        return all;
    }();
    return commands;
}

}  // namespace tracker
