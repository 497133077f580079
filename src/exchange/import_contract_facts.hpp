// SPDX-License-Identifier: MIT
// Importing facts about contracts: each row finds its contract, is compared with what is known of it, and all
// that is new is checked by the rules before any of it is recorded.
#pragma once

#include <deque>
#include <map>
#include <unordered_map>
#include <utility>

#include "exchange/import_table.hpp"
#include "tracker/base/held.hpp"
#include "tracker/base/near_words.hpp"
#include "tracker/rules/check.hpp"
#include "tracker/rules/schedule.hpp"
#include "tracker/session/find.hpp"

namespace tracker {

/// The client of a row by its code or tax id, with its contracts.
class Owners {
  public:
    explicit Owners(Session& session);
    struct Owner {
        Client client;
        std::vector<Contract> contracts;
    };
    /// Throws NotFoundError-like InputError with the nearest code.
    Owner& find(const std::string& code);

  private:
    std::map<std::string, Owner> by_code_;
    std::unordered_map<std::string, std::vector<Owner*>> by_tax_id_;
    std::optional<NearWords> codes_;  ///< once one was unknown
};

template <class Fact>
class ContractFactImport {
  public:
    ContractFactImport(Session& session, const std::string& file, ImportReport& report)
        : session_(session), file_(file), report_(report), owners_(session), table_(file, report) {}

    /// With `skip_bad`, what is good is recorded where other rows are bad.
    void run(std::string_view text, bool skip_bad) {
        keep_going_ = skip_bad;
        table_.read(text, [&](const FactFromCells& cells, std::size_t line) { take(cells, line); });
        refuse_what_rules_forbid();
        if (!report_.bad.empty() && !keep_going_) return;
        for (const auto& [contract, row] : rows_) {
            if (!row.refused) session_.store().add(contract, const_cast<Fact&>(row.fact));
        }
    }

  private:
    struct Row {
        Fact fact;
        std::size_t line;
        bool refused = false;
    };
    struct Known {
        ContractFacts facts;
        std::unordered_map<std::string, std::vector<std::size_t>> index;  // by key: places in the list
        std::unordered_map<std::string, std::size_t> seen;  // how many equal rows the file had so far
        bool touched = false;
    };

    static Period period_of_row(const Fact& fact) {
        if constexpr (requires { fact.period; })
            return fact.period;
        else if constexpr (std::is_same_v<Fact, Amendment> || std::is_same_v<Fact, ScheduleLine>)
            return fact.from;
        else
            return period_of(fact.date);
    }

    static std::optional<Period> period_to_pick(const Fact& fact) {
        if constexpr (
            requires { fact.date; } && !requires { fact.period; })
            return std::nullopt;
        else
            return period_of_row(fact);
    }

    static std::optional<Day> day_to_pick(const Fact& fact) {
        if constexpr (requires { fact.date; })
            return fact.date;
        else
            return std::nullopt;
    }

    void take(const FactFromCells& cells, std::size_t line) {
        Fact fact;
        visit_fields(fact, cells);
        auto& owner = owners_.find(cells.cell("client"));
        std::string problem;
        const Contract* contract = pick_contract(owner.contracts, cells.cell("contract"), day_to_pick(fact),
                                                 period_to_pick(fact), problem);
        if (!contract) throw InputError(fmt::format("{}: {}", owner.client.code, problem));
        const std::string& currency = cells.cell("currency");
        if (!currency.empty() && currency != contract->currency) {
            throw InputError(fmt::format("currency '{}' is not that of contract '{}', {}",
                                         printable(currency), printable(contract->number),
                                         contract->currency));
        }
        Known& known = known_of(*contract);
        if constexpr (std::is_same_v<Fact, ScheduleLine>) keep_as_it_was(fact, known);
        if (is_known(known, fact)) {
            ++report_.known;
            return;
        }
        fact.recorded = {first_entry + static_cast<std::int64_t>(rows_.size()), session_.store().change()};
        list_of<Fact>(known.facts).push_back(fact);
        known.touched = true;
        if constexpr (std::is_same_v<Fact, Amendment>) doubt(fact, *contract, line);
        rows_.push_back({contract->id, {std::move(fact), line}});
        ++report_.taken;
    }

    /// What the file has no column for stays as the line of the kind had it from the period on; an input only
    /// where the work is still ours.
    void keep_as_it_was(ScheduleLine& set, const Known& known) {
        if (!set.line) return;
        const Schedule schedule(known.facts, session_.calendar());
        const Line* const before = schedule.line(set.kind, set.from);
        if (!before) return;
        if (!table_.has("months")) set.line->months = before->months;
        if (!table_.has("pause")) set.line->pause = before->pause;
        if (set.line->owed_by == OwedBy::client) return;
        if (!table_.has("inputs")) set.line->inputs = before->inputs;
        if (!table_.has("lead")) set.line->lead = before->lead;
    }

    /// Terms from after the contract's end are let in, since a contract may end before terms that were agreed
    /// for later, and its facts must come back from their own files.
    void doubt(const Amendment& terms, const Contract& contract, std::size_t line) {
        if (!contract.ends || terms.from <= period_of(*contract.ends)) return;
        report_.doubtful.push_back(
            {line, fmt::format("the terms from {} make no fee: contract '{}' ends on {}", format(terms.from),
                               printable(contract.number), format(*contract.ends))});
    }

    Known& known_of(const Contract& contract) {
        const auto [entry, fresh] = known_.try_emplace(contract.id);
        Known& known = entry->second;
        if (!fresh) return known;
        if (!comparison_) comparison_.emplace(table_);
        known.facts = held(session_.store().facts(contract.id));
        auto& list = list_of<Fact>(known.facts);
        for (std::size_t i = 0; i < list.size(); ++i) known.index[key(known, list[i])].push_back(i);
        return known;
    }

    std::string key(const Known& known, const Fact& fact) const {
        return comparison_->key(own_texts(fact, known.facts.contract.currency));
    }

    /// Throws InputError if the row contradicts what is known, or what an earlier row of the file says.
    bool is_known(Known& known, const Fact& fact) {
        const std::vector<std::string> texts = own_texts(fact, known.facts.contract.currency);
        const std::string key = comparison_->key(texts);
        if constexpr (!has_key<Fact>()) {
            // Equal facts may be several: the file's n-th is the known n-th.
            const std::size_t nth = known.seen[key]++;
            const auto held = known.index.find(key);
            return held != known.index.end() && nth < held->second.size();
        }
        auto& held = known.index[key];
        if (held.empty()) {
            held.push_back(list_of<Fact>(known.facts).size());
            return false;
        }
        const Fact& other = list_of<Fact>(known.facts)[held.front()];
        const std::string difference =
            comparison_->difference(own_texts(other, known.facts.contract.currency), texts);
        if (difference.empty()) return true;
        const bool of_file = other.recorded.entry >= first_entry;
        throw InputError(fmt::format(
            "contradicts {}: there the {}",
            of_file ? "an earlier row of the file" : fmt::format("change {}", other.recorded.added),
            difference));
    }

    void refuse_what_rules_forbid() {
        for (auto& [id, known] : known_) {
            while (known.touched) {
                const std::vector<Finding> findings = check(known.facts, session_.calendar());
                if (findings.empty()) break;
                if (!refuse(findings.front(), known)) break;
            }
        }
    }

    /// Marks the row that a finding is about as bad and takes its fact out; false if it is about no row of
    /// the file.
    bool refuse(const Finding& finding, Known& known) {
        const std::int64_t at = finding.fact.entry - first_entry;
        if (at < 0) {
            report_.bad.push_back({0, fmt::format("change {} rests on what the file would change: {}",
                                                  finding.fact.added, finding.what)});
            keep_going_ = false;
            return false;
        }
        Row& row = rows_[static_cast<std::size_t>(at)].second;
        table_.bad(row.line, finding.what);
        row.refused = true;
        --report_.taken;
        std::erase_if(list_of<Fact>(known.facts),
                      [&](const Fact& f) { return f.recorded.entry == finding.fact.entry; });
        return true;
    }

    /// Until they are recorded, rows are numbered beyond all entries, in the order of the file.
    static constexpr std::int64_t first_entry = std::int64_t{1} << 60;

    Session& session_;
    const std::string& file_;
    ImportReport& report_;
    Owners owners_;
    ImportTable<Fact> table_;
    std::optional<Comparison<Fact>> comparison_;
    std::map<ContractId, Known> known_;
    std::deque<std::pair<ContractId, Row>> rows_;
    bool keep_going_ = false;
};

}  // namespace tracker
