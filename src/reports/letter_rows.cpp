// SPDX-License-Identifier: MIT
#include "tracker/reports/letter_rows.hpp"

#include <unordered_map>

#include "tracker/base/held.hpp"
#include "tracker/facts/words.hpp"
#include "tracker/rules/letter_states.hpp"
#include "tracker/rules/schedule.hpp"
#include "tracker/session/find.hpp"
#include "tracker/session/letters_on_record.hpp"

namespace tracker {
namespace {

/// What letters are about. Data and English screens have the short form that people's scripts know.
class AboutInWords {
  public:
    explicit AboutInWords(Session& session) : session_(session) {}

    std::string of(ContractId contract, const std::string& about) {
        if (session_.speech().language() == Language::en) return about;
        auto facts = facts_.find(contract);
        if (facts == facts_.end())
            facts = facts_.emplace(contract, held(session_.store().facts(contract))).first;
        const Schedule schedule(facts->second, session_.calendar());
        return session_.words(Message("letters.matters", {{"matters", matters_of(about, schedule)}}));
    }

  private:
    Session& session_;
    std::unordered_map<ContractId, ContractFacts> facts_;
};

}  // namespace

Rows letter_rows(Session& session, const std::optional<std::string>& client) {
    std::optional<ClientId> only;
    if (client) only = find_client(session, *client).id;
    std::unordered_map<ContractId, Contract> contracts;
    for (Contract& contract : session.store().contracts()) contracts[contract.id] = std::move(contract);
    const ClientsById clients = clients_by_id(session);
    Rows rows;
    rows.columns = {{"letter", true},
                    {"date"},
                    {"client"},
                    {"contract"},
                    {.name = "means", .words = true},
                    {"about", false, true},
                    {"recipient", false, true},
                    {"subject", false, true},
                    {.name = "state", .words = true},
                    {"tries", true},
                    {"detail", false, true}};
    const LettersOnRecord on_record(session.store());
    AboutInWords in_words(session);
    for (const LetterState* state : on_record.all()) {
        const auto contract = contracts.find(state->contract);
        if (contract == contracts.end() || (only && contract->second.client != *only)) continue;
        const auto owner = clients.find(contract->second.client);
        const Letter& letter = state->letter;
        rows.rows.push_back({letter.recorded.entry, letter.date,
                             owner == clients.end() ? std::string() : owner->second.code,
                             contract->second.number, std::string(text(letter.means)),
                             in_words.of(state->contract, letter.about), letter.recipient, letter.subject,
                             std::string(word_of(*state)), std::int64_t{state->tries},
                             state->last ? state->last->detail : std::string()});
    }
    return rows;
}

}  // namespace tracker
