// SPDX-License-Identifier: MIT
// The letters of a day, written out: whom, why, the text. Records nothing and sends nothing.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tracker/bank/money_evidence.hpp"
#include "tracker/letters/letter_text.hpp"
#include "tracker/letters/mail.hpp"
#include "tracker/rules/letter_states.hpp"
#include "tracker/session/decided.hpp"
#include "tracker/session/letters_on_record.hpp"

namespace tracker {

struct Composed {
    Client client;
    Contract contract;
    LetterDue due;
    LetterText letter;
    std::string problem;  ///< why it can't be sent: no address, or one that is none
};

/// A notice of suspension that is not due yet, and what it waits for.
struct HeldNotice {
    std::string client;  ///< the code
    std::string contract;
    Day from{};
    std::vector<Message> waits_for;
};

/// What a day's letter to a contract comes to.
struct LetterOfDay {
    std::optional<Composed> letter;
    std::optional<HeldNotice> held;
};

/// Writes letters by the firm's templates, where it has its own, else by the built-in ones.
class Composer {
  public:
    explicit Composer(Session& session);

    /// The contract's letter of the session's day, if one is due.
    [[nodiscard]] LetterOfDay compose(const Client& client, const CarriedFacts& facts, const Ledger& ledger,
                                      const std::vector<LetterState>& letters) const;
    /// The same, from all facts of the contract.
    [[nodiscard]] LetterOfDay compose_from_all(const Client& client, ContractId contract,
                                               const std::vector<LetterState>& letters) const;
    [[nodiscard]] const ReminderRules& rules() const { return rules_; }

  private:
    [[nodiscard]] std::string_view template_for(const LetterDue& letter, Language language) const;

    Session& session_;
    ReminderRules rules_;
    MoneyEvidence evidence_;
    std::string firm_;
    DutyCatalogue catalogue_;
    std::map<std::pair<LetterDue::Sort, Language>, std::string> templates_;
};

/// The name of the setting that keeps a firm's own template.
std::string setting_of_template(LetterDue::Sort sort, Language language);

/// All letters of the session's day and the notices held back, both by client and contract.
struct LettersOfDay {
    std::vector<Composed> letters;
    std::vector<HeldNotice> held;
};
LettersOfDay letters_of_the_day(Session& session, const Composer& composer);

/// The address that letters come from. Throws InputError: none is set, or one that is no address.
std::string sender_of(Session& session);

/// The letter as it is recorded, before it is; throws as mail_of does.
Letter letter_of(Session& session, const Composed& composed, const std::string& number);

/// The mail of a letter; `number` makes its message id: the same for no other letter of the practice. Throws
/// InputError as sender_of does, and for an address of the client that is none.
Mail mail_of(Session& session, const Composed& composed, const std::string& number);

}  // namespace tracker
