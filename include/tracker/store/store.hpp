// SPDX-License-Identifier: MIT
// Facts in, facts out: the one door to the database. It never decides anything, and SQLite is not visible
// here.
//
// Reading answers "as known by" a change. Writing happens in one change, which is one transaction: begin(),
// any number of add() and retract(), then commit(); what is not committed never was.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tracker/facts/bank.hpp"
#include "tracker/facts/contract_facts.hpp"
#include "tracker/facts/letter.hpp"

namespace tracker {

/// A command that wrote, as the log shows it.
struct Change {
    ChangeNumber number = 0;
    std::int64_t time = 0;  ///< UTC, seconds since 1970-01-01
    std::string user;
    std::string command;
    std::optional<ChangeNumber> undoes;
    std::optional<ChangeNumber> undone_by;  ///< the undo that holds, if one does
    std::int64_t facts = 0;                 ///< how many it entered; an undo enters none
};

/// The chain of changes, read anew.
struct ChainState {
    ChangeNumber last = 0;
    std::string head;                         ///< the digest of the last change
    std::optional<ChangeNumber> first_wrong;  ///< the first change that isn't what its digest says
    std::int64_t wrong = 0;                   ///< how many there are
};

class Store {
  public:
    enum class Access {
        read,
        write,
        inspect,  ///< read, also if tables and triggers aren't those of schema.sql: findings() says so
    };

    /// Makes an empty database (mode 0600, its folder 0700 if it is missing). Throws DatabaseError if the
    /// file exists. `fill` may put the first facts into it, under the name that it is given and with its own
    /// Store: only then does the file come to its place.
    static void create(const std::string& path, const std::function<void(const std::string&)>& fill = {});
    /// Throws DatabaseError: missing, not a tracker database, of a newer version, corrupt, or read-only for
    /// writing. An older version is migrated, whatever the access.
    Store(const std::string& path, Access access);
    ~Store();
    /// The connection, known to the store's own files alone.
    struct Impl;
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    // The database as a whole.
    /// Writes a consistent copy, verified, to a file that doesn't exist yet; others may read and write
    /// meanwhile. Throws DatabaseError, and leaves no file.
    void back_up(const std::string& path) const;
    /// Whether all changes of another database are this one's too, so that it has nothing of its own to lose.
    /// False if the other is none, or can't be read.
    [[nodiscard]] bool holds_all_of(const std::string& path) const;
    /// Goes on with a copy of its own of the database as it is now, so that others can write however long the
    /// questions take that follow. The copy is temporary, and is gone with the store.
    void leave_file();
    /// What is wrong with the database, a sentence each: its pages, its schema, the rules that the schema
    /// states, the chain of changes. Decisions aren't looked at.
    [[nodiscard]] std::vector<std::string> findings() const;

    // Reading. All of it answers as known by the change given to as_known_by(), at first by the last one.
    void as_known_by(ChangeNumber change);
    /// Ends the one look at the file that a reader takes, so that others can write, however long it is until
    /// the process ends.
    void end_reading();
    /// The last change made at that time or before, 0 if none.
    [[nodiscard]] ChangeNumber last_change_at(std::int64_t time) const;
    [[nodiscard]] ChangeNumber last_change() const;

    [[nodiscard]] std::vector<Client> clients() const;
    [[nodiscard]] std::optional<Client> client_by_code(const std::string& code) const;
    [[nodiscard]] std::optional<Client> client_of(ClientId id) const;
    [[nodiscard]] std::vector<Contract> contracts() const;
    [[nodiscard]] std::vector<Contract> contracts_of(ClientId client) const;
    /// All facts of the contract; nothing if it is not known.
    [[nodiscard]] std::optional<ContractFacts> facts(ContractId contract) const;
    /// One ordered pass over all contracts. The facts are reused for the next contract: keep nothing of them.
    void each_contract(const std::function<void(const ContractFacts&)>& use) const;
    /// The same in brief, as decisions need it: without the changes that recorded the facts, and of
    /// fulfilments, payments and credits without entries, notes, references, sources and bank lines.
    void each_contract_in_brief(const std::function<void(const BriefFacts&)>& use) const;
    /// The same for decisions about the day and later ones, each with its client: of contracts that the cache
    /// holds, what keep_carried() was given; of others their facts, at least in brief.
    void each_contract_from(Day day,
                            const std::function<void(const Client&, const CarriedFacts&)>& use) const;
    /// The day from which on the cache holds what decisions about the contract need, as its row says it;
    /// nothing if it has no row that this version of the program made.
    [[nodiscard]] std::optional<std::int64_t> carried_since(ContractId contract) const;
    /// Whether what the cache holds of the contract is what keep_carried() writes, or where `nothing`,
    /// keep_nothing_carried().
    [[nodiscard]] bool is_kept(const CarriedFacts& carried, bool nothing) const;
    /// Facts of the table of `Fact` that belong to the owner (0: of all), in order of entry: for bank facts,
    /// payers, holidays and settings.
    template <class Fact>
    [[nodiscard]] std::vector<Fact> all(std::int64_t owner = 0) const;
    /// The same with their owners: for payers and deliveries.
    template <class Fact>
    [[nodiscard]] std::vector<std::pair<std::int64_t, Fact>> all_owned(std::int64_t owner = 0) const;
    /// The production calendar in order of entry, without the names of the days.
    [[nodiscard]] std::vector<Holiday> calendar() const;
    [[nodiscard]] std::map<std::string, std::string> settings() const;
    [[nodiscard]] std::vector<Change> changes() const;
    /// The digest of the last change as 64 hexadecimal digits; zeros if there is none.
    [[nodiscard]] std::string head() const;
    /// The change that has this digest; 0 for zeros.
    [[nodiscard]] std::optional<ChangeNumber> change_of(const std::string& head) const;
    /// The last change that both databases have, by its digest; 0 if none.
    [[nodiscard]] ChangeNumber common_with(const Store& other) const;
    /// Compares every fact, retracted ones too, with the digests of the changes that recorded them.
    [[nodiscard]] ChainState verify() const;
    /// The bank lines on record of that day with that amount.
    [[nodiscard]] std::vector<BankRecord> bank_lines_of(Day date, Money amount) const;
    [[nodiscard]] std::optional<BankRecord> bank_line(std::int64_t entry) const;
    /// All bank lines in order of entry. The record is reused: keep nothing of it.
    void each_bank_line(const std::function<void(const BankRecord&)>& use) const;
    /// When the changes were made that first recorded each statement, by the statement's entry: one that an
    /// undo brought back is of the day it was imported.
    [[nodiscard]] std::unordered_map<std::int64_t, std::int64_t> statement_times() const;
    /// The contracts of the payments that bank lines became, by the line's entry.
    [[nodiscard]] std::unordered_map<std::int64_t, ContractId> placed_lines() const;
    /// The lines of other files that say again what the record of that entry says.
    [[nodiscard]] std::vector<Sighting> sightings_of(std::int64_t entry) const;
    /// The accounts from which money came that became payments, each with the contracts of these.
    [[nodiscard]] std::unordered_map<std::string, std::vector<ContractId>> paying_accounts() const;
    /// The tax ids of the owner of the accounts on record, the firm, as incoming and outgoing lines say them.
    /// Of the last lines alone, or of all, of which there may be a million.
    enum class Lines { last, all };
    [[nodiscard]] std::vector<std::string> own_tax_ids(Lines lines) const;
    /// Letters of the contract (0: of all) in order of contract and entry, without their text and message.
    [[nodiscard]] std::vector<std::pair<ContractId, Letter>> letters_in_brief(ContractId contract = 0) const;
    /// Whether the change handed letters over: it can't be undone, for what was sent can't be unsent.
    [[nodiscard]] bool has_sent(ChangeNumber change) const;
    /// A letter with all of its text.
    [[nodiscard]] std::optional<std::pair<ContractId, Letter>> letter(std::int64_t entry) const;
    /// Bank lines that may have come in, or gone to a client, and are neither a payment nor dismissed, in
    /// order of entry; those between own accounts, too, of which the store knows nothing.
    void each_unplaced(const std::function<void(BankRecord&&)>& use) const;
    /// Those of them that may have come in: what each morning asks.
    void each_unplaced_that_came(const std::function<void(BankRecord&&)>& use) const;
    /// The line of that entry, whichever way it went; nothing if it is a payment, dismissed, or not known.
    [[nodiscard]] std::optional<BankRecord> unsettled(std::int64_t entry) const;

    // Writing.
    /// Starts a change; throws DatabaseError if another process holds the database past the time-out.
    void begin(const std::string& user, const std::string& command, std::int64_t time);
    [[nodiscard]] ChangeNumber change() const;
    ClientId new_client();
    ContractId new_contract(ClientId client);
    /// Records the fact, and sets its `recorded`. The owner is the client of a client's facts, the contract
    /// of a contract's, 0 for the rest.
    template <class Fact>
    void add(std::int64_t owner, Fact& fact);
    template <class Fact>
    void retract(std::int64_t owner, const Fact& fact);
    /// Takes back all that the change did: retracts what it added, brings back what it retracted. Throws
    /// InputError naming the later change that rests on it, NotFoundError if there is no such change.
    void undo(ChangeNumber change);
    /// The contracts whose facts this change touched.
    [[nodiscard]] const std::set<ContractId>& touched_contracts() const;
    /// Whether this change touched what all contracts rest on: holidays.
    [[nodiscard]] bool touched_calendar() const;
    /// Whether it retracted a client.
    [[nodiscard]] bool touched_clients() const;
    /// The changes that recorded facts about the contract; asked where the contract itself is no longer
    /// known.
    [[nodiscard]] std::set<ChangeNumber> changes_about(ContractId contract) const;
    [[nodiscard]] bool wrote_anything() const;
    /// Takes away what the cache holds of contracts whose decisions this change may have changed, and returns
    /// them: keep_carried() is to be called for each. Nothing stands for all contracts.
    [[nodiscard]] std::optional<std::set<ContractId>> take_stale();
    /// Keeps in the cache what carry_forward() made of the facts as they are in this change.
    void keep_carried(const CarriedFacts& carried);
    /// Keeps instead that the contract's facts are to be read, for too little of them is settled.
    void keep_nothing_carried(const CarriedFacts& carried);
    void commit();
    void roll_back();

  private:
    [[nodiscard]] bool has_carried() const;

    std::unique_ptr<Impl> impl_;
};

}  // namespace tracker
