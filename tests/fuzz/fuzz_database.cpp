// SPDX-License-Identifier: MIT
// Any damage to a database: it is refused, or everything can be read of it, decided about it and
// written to it. What is decided from damaged facts may be wrong; it is never a crash, a hang or an overflow.
#include <memory>

#include "database_edits.hpp"
#include "properties.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"
#include "tracker/facts/letter.hpp"
#include "tracker/letters/letter_text.hpp"
#include "tracker/rules/bank_lines.hpp"
#include "tracker/rules/carry_forward.hpp"
#include "tracker/rules/check.hpp"
#include "tracker/rules/explanation.hpp"
#include "tracker/rules/ledger.hpp"
#include "tracker/rules/letter_states.hpp"
#include "tracker/rules/reminders.hpp"
#include "tracker/views/page.hpp"

using namespace tracker;

namespace {

constexpr Day today = date::sys_days{date::year{2026} / 11 / 20};

template <class... Facts>
std::size_t count_all(const Store& store) {
    return (store.all<Facts>().size() + ...);
}

void read_bank(const Store& store) {
    std::size_t size = 0;
    store.each_bank_line([&](const BankRecord& record) {
        size += record.line.raw.size() + currency_of(record.line).size() + identity(record.line).size();
        static_cast<void>(store.bank_lines_of(record.line.date, record.line.amount));
        static_cast<void>(store.sightings_of(record.recorded.entry));
    });
    store.each_unplaced([&](const BankRecord&) { ++size; });
    store.each_unplaced_that_came([&](const BankRecord&) { ++size; });
    size += store.placed_lines().size() + store.own_tax_ids(Store::Lines::all).size();
    size += count_all<BankFile, Statement, Sighting, OwnAccount, Payer, Dismissal>(store);
    fuzz::require(size < 10'000'000, "a small file says little", "");
}

/// In both languages: neither may lack an argument.
void words(const std::vector<Message>& messages) {
    for (const Message& message : messages) {
        static_cast<void>(Speech(Language::ru)(message));
        static_cast<void>(Speech(Language::en)(message));
    }
}

std::vector<LetterState> read_letters(const Store& store) {
    auto states = letter_states(store.letters_in_brief(), store.all_owned<Delivery>());
    const CarriedFacts nothing;
    const Calendar calendar;
    const Schedule schedule(nothing, calendar);
    for (const LetterState& state : states) {
        static_cast<void>(store.letter(state.letter.recorded.entry));
        words(matters_of(state.letter.about, schedule));
    }
    return states;
}

/// What the morning's questions ask of a contract.
void decide_open(const CarriedFacts& facts, const Client& client, const Calendar& calendar,
                 const std::vector<LetterState>& letters) {
    const auto ledger_on = [&](Day day) { return make_ledger(facts, calendar, day, letters_through(day)); };
    const Ledger ledger = ledger_on(today);
    static_cast<void>(next_due(facts, calendar, ledger));
    static_cast<void>(paid_through(facts, calendar, ledger));
    const ReminderRules rules{today - days{60}, 1, {-1, 1, 3}};
    const Evidence evidence = evidence_on(today, {});
    const auto due = letter_due({facts, ledger, calendar, rules, evidence, letters}, ledger_on).due;
    if (due) {
        render_letter(built_in_template(due->sort, client.language), *due,
                      {client, facts.contract, "Firm", client.language});
    }
}

void decide(const ContractFacts& facts, const Client& client, const Calendar& calendar,
            const std::vector<LetterState>& letters) {
    decide_open(facts, client, calendar, letters);
    const Ledger ledger = make_ledger(facts, calendar, today, letters_through(today));
    const auto page =
        to_page(Message("why.title", {{"name", client.name}, {"client", client.code}, {"day", today}}),
                explain(client, facts, calendar, ledger, {}, evidence_on(today, {}), letters),
                Speech(Language::ru), 80, false);
    fuzz::require(is_utf8(page), "a page is UTF-8", page);
    check(facts, calendar);
    make_ledger(facts, calendar, latest_day, latest_day);
    carry_forward(facts, calendar, today);
}

void read_all(const std::string& path) {
    const Store store(path, Store::Access::read);
    const Calendar calendar(store.all<Holiday>());
    const auto letters = read_letters(store);
    const auto clients = store.clients();
    for (const Client& client : clients) {
        fuzz::require(printable(client.code) == client.code, "a code is plain", client.code);
        static_cast<void>(store.client_by_code(client.code));
        static_cast<void>(store.contracts_of(client.id));
    }
    store.each_contract([&](const ContractFacts& facts) {
        fuzz::require(printable(facts.contract.currency) == facts.contract.currency, "a currency is plain",
                      "");
        static_cast<void>(store.facts(facts.contract.id));
        const auto owner = store.client_of(facts.contract.client);
        decide(facts, owner.value_or(Client{}), calendar, letters);
    });
    store.each_contract_from(today, [&](const Client& client, const CarriedFacts& facts) {
        decide_open(facts, client, calendar, letters);
    });
    read_bank(store);
    static_cast<void>(store.settings());
    static_cast<void>(store.changes());
    static_cast<void>(store.last_change_at(0));
}

void write(const std::string& path) {
    Store store(path, Store::Access::write);
    store.begin("maria", "fuzz", 1);
    const auto number = store.change();
    const auto client = store.new_client();
    const auto contract = store.new_contract(client);
    Payment payment;
    payment.date = today;
    payment.amount = Money{100};
    store.add(contract, payment);
    Fulfilment fulfilment;
    fulfilment.kind = Kind{"vat"};
    fulfilment.period = period_of(today);
    fulfilment.date = today;
    store.add(contract, fulfilment);
    static_cast<void>(store.changes_about(contract));
    store.commit();
    store.begin("maria", "undo", 1);
    store.undo(number - 1);
    store.commit();
}

/// Whether it goes through; anything but the program's own errors goes on its way, as a finding.
template <class Work>
bool passes(Work work) {
    try {
        work();
        return true;
    } catch (const Error& error) {
        // It may quote SQLite, and that the file, in lines and in any bytes: main.cpp makes one safe line of
        // it.
        fuzz::require(!std::string_view(error.what()).empty(), "a refusal says why", "");
        return false;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static fuzz::DatabaseEdits edits;
    const auto path = edits.damaged({reinterpret_cast<const char*>(data), size});
    if (path.empty()) return 0;
    passes([&] { read_all(path); });
    if (passes([&] { write(path); })) passes([&] { read_all(path); });
    return 0;
}
