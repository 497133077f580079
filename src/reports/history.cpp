// SPDX-License-Identifier: MIT
#include "tracker/reports/history.hpp"

#include <algorithm>
#include <map>

#include "tracker/base/held.hpp"
#include "tracker/base/text.hpp"
#include "tracker/facts/words.hpp"
#include "tracker/rules/consequences.hpp"
#include "tracker/rules/letter_states.hpp"
#include "tracker/rules/line_words.hpp"
#include "tracker/rules/schedule.hpp"
#include "tracker/session/find.hpp"
#include "tracker/session/letters_on_record.hpp"

namespace tracker {
namespace {

struct Event {
    Day date;
    std::int64_t entry;
    ChangeNumber change;
    std::string contract;
    std::string what;
    std::string details;
};

/// Adds each fact of a contract as an event, in words.
class Chronicle {
  public:
    Chronicle(std::vector<Event>& events, std::set<Kind>& kinds, const ContractFacts& facts,
              const Calendar& calendar)
        : events_(events), kinds_(kinds), facts_(facts), schedule_(facts, calendar) {}

    void write() {
        const Contract& c = facts_.contract;
        add(c.signed_on.value_or(c.starts), c.recorded, "contract",
            fmt::format("from {}{}, {} {} a month", format(c.starts), c.ends ? " to " + format(*c.ends) : "",
                        format(c.fee), c.currency));
        each_list(facts_, [&](const auto& list) {
            for (const auto& fact : list) {
                if constexpr (requires { fact.kind; }) kinds_.insert(fact.kind);
                tell(fact);
            }
        });
    }

    void write(const std::vector<LetterState>& letters) {
        for (const LetterState& state : letters) {
            const Letter& l = state.letter;
            const bool mail = l.means == Means::mail;
            add(l.date, l.recorded, mail ? "letter" : "told",
                fmt::format("{}, {}", matters_in_words(l.about, schedule_),
                            mail ? fmt::format("to {}, {}", l.recipient, word_of(state))
                                 : "by " + std::string(text(l.means))));
        }
    }

  private:
    void tell(const Amendment& a) {
        add(first_day(a.from), a.recorded, "terms",
            fmt::format("from {}{}{}{}", format(a.from), a.fee ? ", fee " + format(*a.fee) : "",
                        a.grace ? fmt::format(", grace {}", *a.grace) : "",
                        a.resume ? fmt::format(", resumption {}", *a.resume) : ""));
    }
    void tell(const ScheduleLine& l) {
        add(first_day(l.from), l.recorded, "schedule",
            l.line ? fmt::format("{} from {}: owed by {}, {}", l.kind.text(), format(l.from),
                                 text(l.line->owed_by), in_words(*l.line))
                   : fmt::format("{} dropped from {}", l.kind.text(), format(l.from)));
    }
    void tell(const Duty& d) {
        add(d.date, d.recorded, "duty",
            with(fmt::format("{}, owed by {}, due {}{}", name_of(d.kind, d.period, Months{}), text(d.owed_by),
                             format(d.due), d.pause == InPause::owed ? ", owed in a pause" : ""),
                 d.text));
    }
    void tell(const Fulfilment& f) { add(f.date, f.recorded, "done", with(name(f.kind, f.period), f.note)); }
    void tell(const Extension& e) {
        add(e.date, e.recorded, "extended",
            with(name(e.kind, e.period) + " until " + format(e.until), e.reason));
    }
    void tell(const Waiver& w) { add(w.date, w.recorded, "waived", with(name(w.kind, w.period), w.reason)); }
    void tell(const Charge& g) {
        add(g.date, g.recorded, "charged",
            with(fmt::format("{} {}, due {}", format(g.amount), facts_.contract.currency, format(g.due)),
                 g.text));
    }
    void tell(const Payment& p) {
        add(p.date, p.recorded, p.amount.minor < 0 ? "refunded" : "paid",
            with(fmt::format("{} {}", format(p.amount), facts_.contract.currency), p.reference));
    }
    void tell(const Credit& f) {
        add(f.date, f.recorded, "credited",
            with(fmt::format("{} {}", format(f.amount), facts_.contract.currency), f.reference));
    }
    void tell(const ManualSuspension& s) {
        add(s.date, s.recorded, "suspended",
            with(fmt::format("from {}{}", format(s.from), s.until ? " until " + format(*s.until) : ""),
                 s.reason));
    }

    [[nodiscard]] std::string name(Kind kind, Period period) const {
        return name_of(kind, period, schedule_.months(kind, period));
    }

    static std::string with(const std::string& text, const std::string& more) {
        return more.empty() ? text : text + ": " + more;
    }

    void add(Day date, const Recorded& recorded, std::string what, std::string details) {
        events_.push_back({date, recorded.entry, recorded.added, facts_.contract.number, std::move(what),
                           std::move(details)});
    }

    std::vector<Event>& events_;
    std::set<Kind>& kinds_;
    const ContractFacts& facts_;
    Schedule schedule_;
};

std::string details_of(const Client& client) {
    std::string details = client.name;
    for (const std::string& more : {client.tax_id, client.email, client.phone, client.note}) {
        if (!more.empty()) details += ", " + more;
    }
    return details;
}

}  // namespace

History history_of(Session& session, const Client& client, const std::optional<std::string>& number) {
    History history;
    std::vector<Event> events;
    std::vector<Contract> contracts = session.store().contracts_of(client.id);
    if (number) contracts = {find_contract(session, client, number, session.on())};
    for (const Contract& contract : contracts) {
        const ContractFacts facts = held(session.store().facts(contract.id));
        Chronicle chronicle(events, history.kinds, facts, session.calendar());
        chronicle.write();
        chronicle.write(letters_of(session.store(), contract.id));
    }
    std::map<ChangeNumber, Change> changes;
    for (Change& change : session.store().changes()) {
        const ChangeNumber of = change.number;
        changes.emplace(of, std::move(change));
    }
    const std::string zone = session.zone();
    if (!number) {
        const auto recorded = changes.find(client.recorded.added);
        if (recorded != changes.end()) {
            events.push_back({in_zone(recorded->second.time, zone).day, client.recorded.entry,
                              client.recorded.added, "", "client", details_of(client)});
        }
    }
    std::stable_sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
        return std::tie(a.date, a.entry) < std::tie(b.date, b.entry);
    });
    Rows& rows = history.rows;
    rows.columns = {{"date"},         {"contract"}, {"what"}, {"details", false, true},
                    {"change", true}, {"recorded"}, {"user"}};
    for (const Event& event : events) {
        const auto change = changes.find(event.change);
        const bool known = change != changes.end();
        rows.rows.push_back({event.date, event.contract, event.what, event.details, event.change,
                             known ? Cell(format(in_zone(change->second.time, zone))) : Cell(),
                             known ? Cell(printable(change->second.user)) : Cell()});
    }
    return history;
}

}  // namespace tracker
