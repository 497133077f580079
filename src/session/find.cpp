// SPDX-License-Identifier: MIT
#include "tracker/session/find.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "tracker/base/error.hpp"
#include "tracker/base/held.hpp"
#include "tracker/base/text.hpp"
#include "tracker/rules/schedule.hpp"
#include "tracker/said/refusal.hpp"

namespace tracker {
namespace {

/// "neulovimy (ООО «Неуловимый»)", the first few of them.
constexpr std::size_t most_candidates = 5;
std::vector<Message> candidates(const std::vector<const Client*>& clients) {
    std::vector<Message> list;
    for (std::size_t i = 0; i < std::min(clients.size(), most_candidates); ++i)
        list.push_back(
            Message("error.candidate", {{"client", clients[i]->code}, {"name", clients[i]->name}}));
    return list;
}

/// How many more there are.
std::size_t more_candidates(const std::vector<const Client*>& clients) {
    return clients.size() - std::min(clients.size(), most_candidates);
}

const Client& only(const std::vector<const Client*>& found, const std::string& text) {
    if (found.size() == 1) return *found.front();
    throw NotFoundRefusal(
        Message("error.client-ambiguous",
                {{"text", text}, {"clients", candidates(found)}, {"more", more_candidates(found)}}));
}

[[noreturn]] void unknown(const std::vector<Client>& clients, const std::string& text) {
    std::vector<std::string> words;
    std::vector<const Client*> meant;
    for (const Client& client : clients) words.insert(words.end(), {client.code, client.name});
    for (const std::string& word : nearest(text, words)) {
        for (const Client& client : clients) {
            const bool known = std::find(meant.begin(), meant.end(), &client) != meant.end();
            if ((client.code == word || client.name == word) && !known) meant.push_back(&client);
        }
    }
    throw NotFoundRefusal(
        Message("error.client-unknown",
                {{"text", text}, {"clients", candidates(meant)}, {"more", more_candidates(meant)}}));
}

std::string list(const std::vector<const Contract*>& contracts) {
    std::string text;
    for (const Contract* contract : contracts) {
        text += fmt::format("{}{} (from {}{})", text.empty() ? "" : ", ", printable(contract->number),
                            format(contract->starts), contract->ends ? " to " + format(*contract->ends) : "");
    }
    return text;
}

}  // namespace

Client find_client(Session& session, const std::string& text) {
    if (text.empty()) throw InputRefusal(Message("error.client-empty"));
    if (auto client = session.store().client_by_code(text)) return *client;
    const std::vector<Client> clients = session.store().clients();
    const std::string wanted = fold(text);
    const auto all_where = [&](auto matches) {
        std::vector<const Client*> found;
        for (const Client& client : clients) {
            if (matches(client)) found.push_back(&client);
        }
        std::sort(found.begin(), found.end(),
                  [](const Client* a, const Client* b) { return a->code < b->code; });
        return found;
    };
    auto found = all_where(
        [&](const Client& c) { return c.code == wanted || (!c.tax_id.empty() && c.tax_id == text); });
    if (!found.empty()) return only(found, text);
    found = all_where([&](const Client& c) { return fold(c.name) == wanted; });
    if (!found.empty()) return only(found, text);
    found = all_where([&](const Client& c) { return fold(c.name).find(wanted) != std::string::npos; });
    if (!found.empty()) return only(found, text);
    std::set<ClientId> holders;
    for (const Contract& contract : session.store().contracts()) {
        if (fold(contract.number) == wanted) holders.insert(contract.client);
    }
    found = all_where([&](const Client& c) { return holders.contains(c.id); });
    if (!found.empty()) return only(found, text);
    unknown(clients, text);
}

std::string contract_reference(const Contract& contract, const std::vector<Contract>& contracts_of_client) {
    const auto same = std::count_if(contracts_of_client.begin(), contracts_of_client.end(),
                                    [&](const Contract& c) { return c.number == contract.number; });
    return same > 1 ? contract.number + "@" + format(contract.starts) : contract.number;
}

const Contract* pick_contract(const std::vector<Contract>& contracts, std::string_view number,
                              std::optional<Day> day, std::optional<Period> period, std::string& problem) {
    std::vector<const Contract*> found;
    for (const Contract& contract : contracts) {
        const auto with_start = [&] { return contract.number + "@" + format(contract.starts); };
        if (number.empty() || contract.number == number || with_start() == number) found.push_back(&contract);
    }
    if (found.empty() && !number.empty()) {
        const std::string wanted = fold(number);
        for (const Contract& contract : contracts) {
            if (fold(contract.number) == wanted) found.push_back(&contract);
        }
    }
    if (found.size() == 1) return found.front();
    if (found.empty()) {
        std::vector<const Contract*> all;
        for (const Contract& contract : contracts) all.push_back(&contract);
        problem = number.empty() ? "the client has no contract: add one with 'tracker contract add'"
                                 : fmt::format("the client has no contract '{}'{}", printable(number),
                                               all.empty() ? "" : ": it has " + list(all));
        return nullptr;
    }
    std::vector<const Contract*> right;
    for (const Contract* contract : found) {
        if (period ? contract->covers(*period) : day && contract->in_force(*day)) right.push_back(contract);
    }
    if (right.size() == 1) return right.front();
    problem = fmt::format("the client has several contracts: name one of {}", list(found));
    return nullptr;
}

Contract find_contract(Session& session, const Client& client, const std::optional<std::string>& number,
                       Day day) {
    const std::vector<Contract> contracts = session.store().contracts_of(client.id);
    std::string problem;
    const Contract* contract = pick_contract(contracts, number.value_or(""), day, std::nullopt, problem);
    if (!contract) throw NotFoundError(fmt::format("{}: {}", client.code, problem));
    return *contract;
}

Message Subject::called() const {
    return Message("item.contract", {{"client", client.code}, {"contract", facts.contract.number}});
}

std::string Subject::label() const {
    return fmt::format("{}, contract {}", client.code, printable(facts.contract.number));
}

Subject find_subject(Session& session, const std::string& client, const std::optional<std::string>& number,
                     Day day) {
    Subject subject;
    subject.client = find_client(session, client);
    const Contract contract = find_contract(session, subject.client, number, day);
    subject.facts = held(session.store().facts(contract.id));
    return subject;
}

Subject find_subject(Session& session, const std::string& client, const std::optional<std::string>& number) {
    return find_subject(session, client, number, session.on());
}

Period read_period_of(Session& session, const ContractFacts& facts, Kind kind, const std::string& text) {
    Period period = session.read_period(text);
    const bool by_word = text == "this" || text == "last" || text == "next";
    if (!by_word) return period;
    const Schedule schedule(facts, session.calendar());
    constexpr int year = 12;
    const auto is_one = [&](Period p) {
        const Line* const line = schedule.line(kind, p);
        return line && line->months.has(p);
    };
    const auto from = [&](Period p, int step) {
        for (int i = 0; i < year && !is_one(p); ++i) p = p + step;
        return p;
    };
    const Period present = from(period_of(session.today()), 1);
    if (text == "this") return present;
    return text == "next" ? from(present + 1, 1) : from(present - 1, -1);
}

void refuse_outside(const Subject& subject, Period from) {
    const Contract& contract = subject.facts.contract;
    if (contract.covers(from)) return;
    throw InputError(fmt::format("period {} is outside contract '{}', in force from {} to {}", format(from),
                                 printable(contract.number), format(contract.starts),
                                 contract.ends ? format(*contract.ends) : "further notice"));
}

ClientsById clients_by_id(Session& session) {
    ClientsById clients;
    for (Client& client : session.store().clients()) {
        const ClientId id = client.id;
        clients.emplace(id, std::move(client));
    }
    return clients;
}

std::int64_t read_number(std::string_view text, std::string_view noun, std::string_view list) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc{} && end == text.data() + text.size()) return number;
    throw InputError(fmt::format("'{}' is not the number of a {}: see '{}'", printable(text), noun, list));
}

}  // namespace tracker
