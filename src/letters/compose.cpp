// SPDX-License-Identifier: MIT
#include "tracker/letters/compose.hpp"

#include <algorithm>
#include <tuple>

#include "tracker/base/error.hpp"
#include "tracker/base/held.hpp"
#include "tracker/base/text.hpp"
#include "tracker/facts/words.hpp"
#include "tracker/rules/letter_states.hpp"

namespace tracker {
namespace {

/// Empty, or why the client can't be written to.
std::string problem_with(const Client& client) {
    if (client.email.empty()) {
        return fmt::format("{}: no address: 'tracker client edit {} --email ADDRESS'", client.code,
                           client.code);
    }
    try {
        read_address(client.email);
    } catch (const InputError& error) {
        return fmt::format("{}: {}", client.code, error.what());
    }
    return "";
}

}  // namespace

std::string setting_of_template(LetterDue::Sort sort, Language language) {
    return fmt::format("template {} {}", template_name(sort), text(language));
}

Composer::Composer(Session& session)
    : session_(session),
      rules_(reminder_rules(session)),
      evidence_(session),
      firm_(session.setting("firm-name")),
      catalogue_(session.store()) {
    const auto settings = session.store().settings();
    for (const LetterDue::Sort sort : all_sorts_of_letters) {
        for (const auto language : {Language::ru, Language::en}) {
            const auto own = settings.find(setting_of_template(sort, language));
            templates_[{sort, language}] =
                own != settings.end() ? own->second : std::string(built_in_template(sort, language));
        }
    }
}

/// A template of the firm's own may be older than what letters say of work that waits: it would leave that
/// out.
std::string_view Composer::template_for(const LetterDue& letter, Language language) const {
    const std::string& own = templates_.at({letter.sort, language});
    const bool says_all = letter.blocked.empty() || tells_of_blocked_work(own);
    return says_all ? std::string_view(own) : built_in_template(letter.sort, language);
}

LetterOfDay Composer::compose(const Client& client, const CarriedFacts& facts, const Ledger& ledger,
                              const std::vector<LetterState>& letters) const {
    std::optional<ContractFacts> whole;  // read once, however many earlier days are asked for
    const LedgerOn ledger_on = [&](Day day) {
        const auto decide = [&](const CarriedFacts& of) {
            return make_ledger(of, session_.calendar(), day, letters_through(day));
        };
        if (day >= facts.brought.since) return decide(facts);
        if (!whole) whole = tracker::held(session_.store().facts(facts.contract.id));
        return decide(*whole);
    };
    const Evidence evidence = evidence_.of(client.id);
    LetterDecision decision =
        letter_due({facts, ledger, session_.calendar(), rules_, evidence, letters}, ledger_on);
    LetterOfDay day;
    if (decision.held_back) {
        const Suspension& pause = *decision.held_back;
        day.held = {client.code, facts.contract.number, pause.from,
                    what_would_prove(pause, evidence, session_.on(), client.code)};
    }
    if (!decision.due) return day;
    Composed composed{client, facts.contract, std::move(*decision.due), {}, problem_with(client)};
    composed.letter = render_letter(template_for(composed.due, client.language), composed.due,
                                    {composed.client, composed.contract, firm_, client.language,
                                     session_.setting("oldest-first-clause"), &catalogue_});
    day.letter = std::move(composed);
    return day;
}

LetterOfDay Composer::compose_from_all(const Client& client, ContractId contract,
                                       const std::vector<LetterState>& letters) const {
    const ContractFacts facts = tracker::held(session_.store().facts(contract));
    const Day on = session_.on();
    return compose(client, facts, make_ledger(facts, session_.calendar(), on, letters_through(on)), letters);
}

LettersOfDay letters_of_the_day(Session& session, const Composer& composer) {
    const LettersOnRecord on_record(session.store());
    LettersOfDay all;
    each_decided_open(session, {}, letters_through(session.on()), [&](const Decided& decided) {
        const std::vector<LetterState>& letters = on_record.of(decided.facts.contract.id);
        LetterOfDay day = wants_all_facts(decided.facts.brought, letters)
                              ? composer.compose_from_all(decided.client, decided.facts.contract.id, letters)
                              : composer.compose(decided.client, decided.facts, decided.ledger, letters);
        if (day.letter) all.letters.push_back(std::move(*day.letter));
        if (day.held) all.held.push_back(std::move(*day.held));
    });
    std::sort(all.letters.begin(), all.letters.end(), [](const Composed& a, const Composed& b) {
        return std::tie(a.client.code, a.contract.number) < std::tie(b.client.code, b.contract.number);
    });
    std::sort(all.held.begin(), all.held.end(), [](const HeldNotice& a, const HeldNotice& b) {
        return std::tie(a.client, a.contract) < std::tie(b.client, b.contract);
    });
    return all;
}

std::string sender_of(Session& session) {
    const std::string& sender = session.setting("sender");
    if (sender.empty()) throw InputError("no sender is set: 'tracker setting sender ADDRESS'");
    return read_address(sender);
}

Letter letter_of(Session& session, const Composed& composed, const std::string& number) {
    const Mail mail = mail_of(session, composed, number);
    Letter letter;
    letter.date = composed.due.on;
    letter.about = to_text(composed.due.matters);
    letter.recipient = mail.to.address;
    letter.subject = composed.letter.subject;
    letter.text = composed.letter.text;
    letter.message = to_message(mail, LineEnd::lf);
    return letter;
}

Mail mail_of(Session& session, const Composed& composed, const std::string& number) {
    Mail mail;
    mail.from = {session.setting("firm-name"), sender_of(session)};
    mail.to = {composed.client.name, read_address(composed.client.email)};
    mail.subject = composed.letter.subject;
    mail.body = composed.letter.text;
    mail.time = session.world().now;
    mail.zone_offset_minutes = zone_offset_minutes(mail.time, session.zone());
    const std::string domain = mail.from.address.substr(mail.from.address.find('@') + 1);
    mail.message_id =
        fmt::format("<{}.{}.{}@{}>", format(composed.due.on), composed.client.code, number, domain);
    return mail;
}

}  // namespace tracker
