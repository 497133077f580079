// SPDX-License-Identifier: MIT
#include "tracker/bank/waiting_advice.hpp"

#include <algorithm>

#include "tracker/bank/line_judge.hpp"
#include "tracker/bank/waiting.hpp"
#include "tracker/base/text.hpp"

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
        session.say("{} {} that can be placed now: 'tracker place --waiting'", count(placeable, "line"),
                    placeable == 1 ? "waits" : "wait");
        return;
    }
    if (!client) return;
    const std::vector<WaitingLine> lines = waiting_lines(store);
    const auto naming = std::count_if(lines.begin(), lines.end(),
                                      [&](const WaitingLine& line) { return line.client == *client; });
    if (naming > 0) {
        session.say("{} {} that may be the client's: see 'tracker unplaced'", count(naming, "line"),
                    naming == 1 ? "waits" : "wait");
    }
}

}  // namespace tracker
