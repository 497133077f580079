// SPDX-License-Identifier: MIT
// The command that writes facts and what follows from them.
#include "commands/command.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"
#include "tracker/reports/exports.hpp"
#include "tracker/said/refusal.hpp"

namespace tracker {
namespace {

struct ExportOptions {
    std::string what;
    std::optional<std::string> from, to;
};

void declare_export(Arguments& arguments, ExportOptions& options) {
    arguments.required("WHAT", options.what, "help.export.what");
    arguments.option("--from PERIOD", options.from, "help.export.from");
    arguments.option("--to PERIOD", options.to, "help.export.to");
}

int run_export(const ExportOptions& options, Session& session) {
    if ((options.from || options.to) && options.what != "obligations") {
        throw InputRefusal(Message("error.only-obligations"));
    }
    std::optional<Period> from;
    std::optional<Period> to;
    if (options.from) from = session.read_period(*options.from);
    if (options.to) to = session.read_period(*options.to);
    if (from && to && *to < *from)
        throw InputRefusal(Message("error.to-before-from", {{"to", *to}, {"from", *from}}));
    if (list_export(session, options.what, from, to)) return 0;
    const auto near = nearest(options.what, export_names(), 1);
    throw InputError(fmt::format("there is nothing to export called '{}': {}", printable(options.what),
                                 near.empty() ? fmt::format("{}", fmt::join(export_names(), ", "))
                                              : fmt::format("did you mean '{}'?", near.front())));
}

}  // namespace

std::span<const Command> export_commands() {
    static const Command commands[] = {
        {"export", "выгрузить", group::data, "WHAT", "help.export", Needs::read, true,
         prepare<ExportOptions, declare_export, run_export>,
         "tracker export payments > payments.csv\ntracker export obligations --from 2026-01 --to 2026-06\n"
         "tracker export intervals --on 2026-11-23\ntracker export balances --excel > balances.csv"},
    };
    return commands;
}

}  // namespace tracker
