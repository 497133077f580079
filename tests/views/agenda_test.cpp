// SPDX-License-Identifier: MIT
// The morning's screen from values: what is folded into one line, what stands under which heading, and how
// nothing passes the terminal's width.
#include "tracker/views/agenda.hpp"

#include <sstream>

#include "../catch.hpp"
#include "../rules/test_data.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

Obligation item(Kind kind, std::string_view period, std::string_view due, Status status) {
    Obligation made;
    made.kind = kind;
    made.period = in(period);
    made.due = on(due);
    made.status = status;
    return made;
}

AgendaContract contract(std::string name, std::vector<Obligation> items) {
    AgendaContract made;
    made.client = "sokol";
    made.name = std::move(name);
    made.contract = "7/26";
    made.currency = "RUB";
    made.items = std::move(items);
    return made;
}

std::vector<std::string> lines(const Agenda& agenda, int columns = 80) {
    std::istringstream screen(to_screen(agenda, Speech(Language::en), columns, false));
    std::vector<std::string> all;
    for (std::string line; std::getline(screen, line);) all.push_back(line);
    return all;
}

bool has_line(const std::vector<std::string>& screen, std::string_view part) {
    return std::any_of(screen.begin(), screen.end(),
                       [&](const std::string& line) { return line.find(part) != std::string::npos; });
}

Agenda of(AgendaContract made) {
    Agenda agenda;
    agenda.on = on("2026-11-20");
    agenda.contracts.push_back(std::move(made));
    return agenda;
}

}  // namespace

TEST_CASE("a morning without anything says so", "[views]") {
    Agenda agenda;
    agenda.on = on("2026-11-20");
    CHECK(lines(agenda) ==
          std::vector<std::string>{"Friday, 2026-11-20", "", "Nothing is overdue, due or coming up."});
}

TEST_CASE("months of one kind in a row are one line, due since the oldest", "[views]") {
    const auto screen =
        lines(of(contract("Сокол", {item(kinds::statement, "2026-08", "2026-09-01", Status::overdue),
                                    item(kinds::statement, "2026-10", "2026-11-02", Status::overdue),
                                    item(kinds::statement, "2026-09", "2026-10-01", Status::overdue),
                                    item(kinds::documents, "2026-10", "2026-11-05", Status::overdue)})));
    CHECK(has_line(screen, "statements 2026-08 to 2026-10, 3 months"));
    CHECK(has_line(screen, "overdue 80 days"));
    CHECK(has_line(screen, "documents 2026-10 "));
    CHECK(screen.size() == 6);
}

TEST_CASE("a gap in the months, another kind and one-off charges begin a line of their own", "[views]") {
    auto charge = item(kinds::charge, "2026-10", "2026-10-28", Status::overdue);
    charge.outstanding = Money{100};
    auto other = charge;
    other.period = in("2026-11");
    other.due = on("2026-11-03");
    const auto screen = lines(of(contract(
        "Сокол", {item(kinds::statement, "2026-07", "2026-08-03", Status::overdue),
                  item(kinds::statement, "2026-09", "2026-10-01", Status::overdue), charge, other})));
    CHECK(has_line(screen, "statements 2026-07 "));
    CHECK(has_line(screen, "statements 2026-09 "));
    CHECK(has_line(screen, "charge due 2026-10-28"));
    CHECK(has_line(screen, "charge due 2026-11-03"));
    CHECK(screen.size() == 8);
}

TEST_CASE("each status has its heading, in the order of urgency", "[views]") {
    const auto screen =
        lines(of(contract("Сокол", {item(kinds::advance, "2026-11", "2026-11-20", Status::due),
                                    item(kinds::salary, "2026-10", "2026-11-05", Status::withheld),
                                    item(kinds::salary, "2026-11", "2026-12-04", Status::withheld),
                                    item(kinds::documents, "2026-11", "2026-11-25", Status::upcoming),
                                    item(kinds::statement, "2026-10", "2026-11-19", Status::overdue)})));
    std::vector<std::string> headings;
    for (const std::string& line : screen)
        if (!line.empty() && line.front() != ' ') headings.push_back(line);
    CHECK(headings == std::vector<std::string>{"Friday, 2026-11-20", "Overdue", "Due today", "Within 7 days",
                                               "Not owed while service is paused"});
    CHECK(has_line(screen, "overdue 1 day"));
    CHECK(has_line(screen, " today"));
    CHECK(has_line(screen, "in 5 days"));
    CHECK(has_line(screen, "fell due 2026-11-05"));
}

TEST_CASE("whom we don't serve stands first, with what is due since when", "[views]") {
    AgendaContract paused = contract("ООО «Неуловимый»", {});
    paused.service = Service::paused;
    paused.paused_since = on("2026-11-16");
    paused.reason = Reason::no_payment;
    paused.overdue = Money{1200000};
    paused.owed_since = on("2026-11-10");
    CHECK(has_line(lines(of(paused)), "paused since 2026-11-16, no payment: " +
                                          format_grouped(Money{1200000}) + " RUB due since 2026-11-10"));
    paused.overdue = Money{};
    paused.owed_since.reset();
    paused.resumes_on = on("2026-11-24");
    CHECK(has_line(lines(of(paused)), "no payment; paid now, service resumes on 2026-11-24"));
    paused.reason = Reason::manual;
    paused.recorded_reason = "просьба клиента";
    paused.recorded_from = on("2026-11-18");
    CHECK(has_line(lines(of(paused)), "since 2026-11-18 by record: просьба клиента"));
}

TEST_CASE("the warning is said once: where the fee is due today, else where it is overdue", "[views]") {
    auto fee = item(kinds::payment, "2026-11", "2026-11-20", Status::due);
    fee.outstanding = Money{600000};
    AgendaContract warned = contract("Сокол", {fee});
    warned.warning = Warning{on("2026-11-26"), Money{600000}};
    const std::string words =
        "pauses service on 2026-11-26 unless " + format_grouped(Money{600000}) + " RUB come";
    const auto count = [&] {
        const auto screen = lines(of(warned));
        return std::count_if(screen.begin(), screen.end(),
                             [&](const std::string& line) { return line.find(words) != std::string::npos; });
    };
    CHECK(count() == 1);
    auto late = fee;
    late.period = in("2026-10");
    late.due = on("2026-11-18");
    late.status = Status::overdue;
    warned.items.push_back(late);
    CHECK(count() == 1);
    warned.items = {item(kinds::documents, "2026-10", "2026-11-05", Status::overdue)};
    CHECK(count() == 0);
}

TEST_CASE("no line is wider than the terminal, whatever the names", "[views]") {
    std::string name;
    for (int i = 0; i < 40; ++i) name += "Щука\x1b[31m";
    auto fee = item(kinds::payment, "2026-10", "2026-10-10", Status::overdue);
    fee.outstanding = largest_amount;
    AgendaContract long_one = contract(name, {fee});
    long_one.paused_since = on("2026-10-20");
    long_one.reason = Reason::manual;
    long_one.recorded_reason = name;
    long_one.contract = std::string(120, '7');
    for (const int columns : {60, 80, 120}) {
        for (const std::string& line : lines(of(long_one), columns)) {
            INFO(line);
            CHECK(width(line) <= columns);
            CHECK(line.find('\x1b') == std::string::npos);
        }
    }
}

}  // namespace tracker
