// SPDX-License-Identifier: MIT
#include "tracker/bank/waiting_advice.hpp"

#include <algorithm>

#include "tracker/bank/line_judge.hpp"
#include "tracker/bank/waiting.hpp"

namespace tracker {

void say_waiting_lines(Session& session, std::optional<ClientId> client) {
    const Store& store = session.store();
    if (store.all<BankFile>().empty()) return;
    long long placeable = 0;
    LineJudge judge(store, FirmAccounts(store, Store::Lines::all));
    judge.each([&](JudgedLine&& line) {
        const auto contract = line.placement.contract;
        if (contract && (!client || judge.placing().client_of(*contract).id == *client)) ++placeable;
    });
    if (placeable > 0) {
        session.say(Message("waiting.placeable", {{"count", placeable}}));
        return;
    }
    if (!client) return;
    const std::vector<WaitingLine> lines = waiting_lines(store);
    const auto naming = std::count_if(lines.begin(), lines.end(),
                                      [&](const WaitingLine& line) { return line.client == *client; });
    if (naming > 0) {
        session.say(Message("waiting.naming", {{"count", naming}}));
    }
}

}  // namespace tracker
