// SPDX-License-Identifier: MIT
#include "tracker/reports/history.hpp"

#include <algorithm>
#include <map>

#include "tracker/base/held.hpp"
#include "tracker/base/text.hpp"
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
    Chronicle(std::vector<Event>& events, std::set<Kind>& kinds, const ContractFacts& facts, Session& session)
        : events_(events),
          kinds_(kinds),
          facts_(facts),
          session_(session),
          schedule_(facts, session.calendar()) {}

    void write() {
        const Contract& c = facts_.contract;
        add(c.signed_on.value_or(c.starts), c.recorded, "contract",
            Message("history.contract", {{"starts", c.starts}, {"ends", c.ends}, {"fee", sum(c.fee)}}));
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
            const auto matters = matters_of(l.about, schedule_);
            if (l.means == Means::mail) {
                add(l.date, l.recorded, "letter",
                    Message("history.letter", {{"matters", matters},
                                               {"recipient", l.recipient},
                                               {"state", Slug{std::string(word_of(state))}}}));
            } else {
                add(l.date, l.recorded, "told",
                    Message("history.told", {{"matters", matters}, {"means", l.means}}));
            }
        }
    }

  private:
    void tell(const Amendment& a) {
        const auto fee = a.fee ? std::optional(Sum{*a.fee, ""}) : std::nullopt;
        const auto number = [](const auto& count) {
            return count ? std::optional(std::to_string(*count)) : std::nullopt;
        };
        add(first_day(a.from), a.recorded, "terms",
            Message(
                "history.terms",
                {{"from", a.from}, {"fee", fee}, {"grace", number(a.grace)}, {"resume", number(a.resume)}}));
    }
    void tell(const ScheduleLine& l) {
        add(first_day(l.from), l.recorded, "schedule",
            l.line ? Message("history.line", {{"kind", l.kind},
                                              {"from", l.from},
                                              {"by", l.line->owed_by},
                                              {"line", agreed(*l.line)}})
                   : Message("history.dropped", {{"kind", l.kind}, {"from", l.from}}));
    }
    void tell(const Duty& d) {
        add(d.date, d.recorded, "duty",
            Message("history.duty", {{"item", name_of(d.kind, d.period, Months{})},
                                     {"by", d.owed_by},
                                     {"due", d.due},
                                     {"pause", d.pause},
                                     {"text", d.text}}));
    }
    void tell(const Fulfilment& f) {
        add(f.date, f.recorded, "done",
            Message("history.item", {{"item", name(f.kind, f.period)}, {"text", f.note}}));
    }
    void tell(const Extension& e) {
        add(e.date, e.recorded, "extended",
            Message("history.extension",
                    {{"item", name(e.kind, e.period)}, {"until", e.until}, {"text", e.reason}}));
    }
    void tell(const Waiver& w) {
        add(w.date, w.recorded, "waived",
            Message("history.item", {{"item", name(w.kind, w.period)}, {"text", w.reason}}));
    }
    void tell(const Charge& g) {
        add(g.date, g.recorded, "charged",
            Message("history.charge", {{"sum", sum(g.amount)}, {"due", g.due}, {"text", g.text}}));
    }
    void tell(const Payment& p) {
        add(p.date, p.recorded, p.amount.minor < 0 ? "refunded" : "paid",
            Message("history.money", {{"sum", sum(p.amount)}, {"text", p.reference}}));
    }
    void tell(const Credit& f) {
        add(f.date, f.recorded, "credited",
            Message("history.money", {{"sum", sum(f.amount)}, {"text", f.reference}}));
    }
    void tell(const ManualSuspension& s) {
        add(s.date, s.recorded, "suspended",
            Message("history.suspension", {{"from", s.from}, {"until", s.until}, {"text", s.reason}}));
    }

    [[nodiscard]] Sum sum(Money amount) const { return {amount, facts_.contract.currency}; }
    [[nodiscard]] Message name(Kind kind, Period period) const {
        return name_of(kind, period, schedule_.months(kind, period));
    }

    void add(Day date, const Recorded& recorded, std::string what, const Message& details) {
        events_.push_back({date, recorded.entry, recorded.added, facts_.contract.number, std::move(what),
                           session_.words(details)});
    }

    std::vector<Event>& events_;
    std::set<Kind>& kinds_;
    const ContractFacts& facts_;
    Session& session_;
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
        Chronicle chronicle(events, history.kinds, facts, session);
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
    rows.columns = {
        {"date"},     {"contract"}, {"what", false, false, true}, {"details", false, true}, {"change", true},
        {"recorded"}, {"user"}};
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
