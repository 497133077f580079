// SPDX-License-Identifier: MIT
#include "commands/put_line.hpp"

#include "tracker/base/held.hpp"
#include "tracker/session/record.hpp"

namespace tracker {

bool put_line(Session& session, const Subject& subject, ScheduleLine line) {
    for (const ScheduleLine& held : subject.facts.schedule) {
        if (held.kind != line.kind || held.from != line.from) continue;
        if (held.line == line.line) return false;
        session.store().retract(subject.id(), held);
    }
    session.store().add(subject.id(), line);
    return true;
}

void say_what_follows(Session& session, const Subject& before, const std::set<Kind>& kinds) {
    const Subject after{before.client, held(session.store().facts(before.id()))};
    if (auto follows = what_follows(session, before.facts, after.facts, Unchanged::silent); !follows.empty())
        session.say(Message("record.follows-below", {{"follows", std::move(follows)}}));
    say_reports_before_start(session, after, kinds);
}

}  // namespace tracker
