// SPDX-License-Identifier: MIT
#include "commands/line_options.hpp"

#include "commands/fact_options.hpp"
#include "commands/kind_arguments.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/parse.hpp"
#include "tracker/base/text.hpp"
#include "tracker/said/refusal.hpp"
#include "tracker/session/session.hpp"

namespace tracker {
namespace {

Months read_months(const LineOptions& options) {
    if (options.every && options.months) throw InputRefusal(Message("error.every-and-months"));
    if (options.months) {
        const auto months = Months::parse(*options.months);
        if (months) return *months;
        throw InputError(fmt::format("--months '{}' can't be: write {}", printable(*options.months),
                                     Months::how_to_write));
    }
    static constexpr std::pair<std::string_view, Months> words[] = {{"month", every::month},
                                                                    {"quarter", every::quarter},
                                                                    {"half-year", every::half_year},
                                                                    {"year", every::year}};
    for (const auto& [word, months] : words)
        if (*options.every == word) return months;
    throw InputRefusal(Message("error.every", {{"text", *options.every}}));
}

}  // namespace

void declare_line(Arguments& arguments, LineOptions& options) {
    arguments.required_option("--owed-by client|us", options.owed_by, "help.owed-by");
    arguments.required_option("--day N", options.day, "help.line.day");
    arguments.required_option("--offset N", options.offset, "help.line.offset");
    arguments.required_option("--convention none|following|preceding", options.convention,
                              "help.line.convention");
    arguments.option("--every month|quarter|half-year|year", options.every, "help.line.every");
    arguments.option("--months N,...", options.months, "help.line.months");
    arguments.option("--in-pause withheld|owed", options.in_pause, "help.in-pause");
    arguments.option("--needs KIND,...", options.needs, "help.line.needs");
    arguments.option("--lead N", options.lead, "help.line.lead");
}

Line read_line(const LineOptions& options, const Line* before, const KindNames& names) {
    Line line = before ? *before : Line{};
    line.owed_by = read_word<OwedBy>("--owed-by", options.owed_by);
    line.offset = read_count(options.offset, "--offset", -12, 24);
    line.day = read_count(options.day, "--day", 1, 31);
    line.convention = read_word<Convention>("--convention", options.convention);
    if (options.every || options.months) line.months = read_months(options);
    if (options.in_pause) line.pause = read_word<InPause>("--in-pause", *options.in_pause);
    if (line.owed_by == OwedBy::client) line.inputs = {};
    if (options.needs) line.inputs = read_kinds("--needs", *options.needs, names);
    if (line.inputs.empty()) line.lead = 0;
    if (options.lead) line.lead = read_count(*options.lead, "--lead", 0, 60);
    if (options.lead && line.inputs.empty()) throw InputRefusal(Message("error.lead-without-needs"));
    if (!line.inputs.empty() && line.owed_by == OwedBy::client)
        throw InputRefusal(Message("error.needs-of-client"));
    return line;
}

}  // namespace tracker
