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
        return fmt::format("{} has no address: 'tracker client edit {} --email ADDRESS'", client.code,
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
    : session_(session), rules_(reminder_rules(session)), firm_(session.setting("firm-name")) {
    const auto settings = session.store().settings();
    for (const auto sort :
         {LetterDue::Sort::reminder, LetterDue::Sort::suspension, LetterDue::Sort::reinstatement}) {
        for (const auto language : {Language::ru, Language::en}) {
            const auto own = settings.find(setting_of_template(sort, language));
            templates_[{sort, language}] =
                own != settings.end() ? own->second : std::string(built_in_template(sort, language));
        }
    }
}

std::optional<Composed> Composer::compose(const Client& client, const CarriedFacts& facts,
                                          const Ledger& ledger, const std::vector<LetterState>& held) const {
    std::optional<ContractFacts> whole;  // read once, however many earlier days are asked for
    const LedgerOn ledger_on = [&](Day day) {
        const auto decide = [&](const CarriedFacts& of) {
            return make_ledger(of, session_.calendar(), day, letters_through(day));
        };
        if (day >= facts.brought.since) return decide(facts);
        if (!whole) whole = tracker::held(session_.store().facts(facts.contract.id));
        return decide(*whole);
    };
    auto due = letter_due(facts, ledger, rules_, held, ledger_on);
    if (!due) return std::nullopt;
    Composed composed{client, facts.contract, std::move(*due), {}, problem_with(client)};
    composed.letter = render_letter(templates_.at({composed.due.sort, client.language}), composed.due,
                                    {composed.client, composed.contract, firm_, client.language});
    return composed;
}

std::optional<Composed> Composer::compose_from_all(const Client& client, ContractId contract,
                                                   const std::vector<LetterState>& held) const {
    const ContractFacts facts = tracker::held(session_.store().facts(contract));
    const Day on = session_.on();
    return compose(client, facts, make_ledger(facts, session_.calendar(), on, letters_through(on)), held);
}

std::vector<Composed> letters_of_the_day(Session& session, const Composer& composer) {
    const LetterBoard board(session.store());
    std::vector<Composed> letters;
    each_decided_open(session, {}, letters_through(session.on()), [&](const Decided& decided) {
        const std::vector<LetterState>& held = board.of(decided.facts.contract.id);
        auto composed = tells_of_what_is_over(decided.facts.brought, held)
                            ? composer.compose_from_all(decided.client, decided.facts.contract.id, held)
                            : composer.compose(decided.client, decided.facts, decided.ledger, held);
        if (composed) letters.push_back(std::move(*composed));
    });
    std::sort(letters.begin(), letters.end(), [](const Composed& a, const Composed& b) {
        return std::tie(a.client.code, a.contract.number) < std::tie(b.client.code, b.contract.number);
    });
    return letters;
}

std::string sender_of(Session& session) {
    const std::string& sender = session.setting("sender");
    if (sender.empty()) throw InputError("no sender is set: 'tracker setting sender ADDRESS'");
    return read_address(sender);
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
