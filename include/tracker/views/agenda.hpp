// SPDX-License-Identifier: MIT
// The screen of `tracker due`: whom we do not serve today and why, then what is due, by urgency. Values in,
// text out.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tracker/base/message.hpp"
#include "tracker/rules/ledger.hpp"
#include "tracker/said/speech.hpp"

namespace tracker {

/// A contract on the screen with its items that are to be shown.
struct AgendaContract {
    std::string client;
    std::string name;
    std::string contract;
    std::string currency;
    std::vector<Obligation> items;
    // Why it is not served, if it isn't.
    Service service = Service::active;
    std::optional<Day> paused_since;
    std::optional<Reason> reason;
    std::string recorded_reason;  ///< of a manual suspension
    std::optional<Day>
        recorded_from;              ///< its first day; the pause may have begun earlier, for another reason
    std::optional<Day> resumes_on;  ///< where that is known
    Money overdue;                  ///< charges past their due date
    std::optional<Day> owed_since;  ///< the due date of the oldest of them
    std::optional<Warning> warning;
    bool is_proven = true;  ///< that nothing came which lifts the pause for non-payment (R6a)
    std::vector<std::vector<Message>> papers;  ///< for which blocked items wait, each told once
    std::vector<Message> waiting;              ///< bank lines that wait and name the client
};

struct Agenda {
    Day on{};
    int days = 7;                           ///< how far "upcoming" reaches
    std::vector<AgendaContract> contracts;  ///< in any order
    std::map<Kind, std::string> titles;     ///< of kinds whose slugs don't say what they are
    std::vector<Message> notes;             ///< on what the pauses rest
};

/// At most `columns` wide; every text made safe for a terminal; runs of one item over months folded into one
/// line.
std::string to_screen(const Agenda& agenda, const Speech& speech, int columns, bool colour);

}  // namespace tracker
