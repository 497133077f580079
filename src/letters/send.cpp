// SPDX-License-Identifier: MIT
#include "tracker/letters/send.hpp"

#include <algorithm>
#include <chrono>

#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"
#include "tracker/facts/words.hpp"
#include "tracker/letters/confirmed_commands.hpp"
#include "tracker/letters/mail_command.hpp"
#include "tracker/rules/letter_states.hpp"
#include "tracker/session/progress.hpp"
#include "tracker/session/settings.hpp"

namespace tracker {
namespace {

constexpr std::chrono::seconds time_out{60};

Delivery::Step step_of(SendOutcome outcome) {
    switch (outcome) {
        case SendOutcome::sent:
            return Delivery::Step::sent;
        case SendOutcome::retry:
            return Delivery::Step::retry;
        case SendOutcome::doubtful:
            return Delivery::Step::doubtful;
        case SendOutcome::failed:
            break;
    }
    return Delivery::Step::failed;
}

std::string_view what_next(SendOutcome outcome) {
    switch (outcome) {
        case SendOutcome::retry:
            return "it is tried again";
        case SendOutcome::doubtful:
            return "it may have gone out: 'tracker letters settle'";
        default:
            return "it is tried again on another day";
    }
}

class Sending {
  public:
    Sending(Session& session, const SendOptions& options)
        : session_(session),
          store_(session.store()),
          options_(options),
          command_(split_command(session.setting("mail-command"), session.world().home)),
          composer_(session) {}

    SendReport run() {
        try {
            send_all();
        } catch (const DatabaseError& error) {
            if (report_.sent == 0) throw;
            throw DatabaseError(fmt::format(
                "{}; before that {} sent: see 'tracker letters'", error.what(),
                report_.sent == 1 ? "1 letter was" : fmt::format("{} letters were", report_.sent)));
        }
        return std::move(report_);
    }

  private:
    void send_all() {
        report_.day = letters_of_the_day(session_, composer_);
        const std::vector<Composed>& letters = report_.day.letters;
        remember_first_sending();
        Progress progress("letters", session_.world().terminal_for_errors, 1);
        for (std::size_t i = 0; i < letters.size(); ++i) {
            send(letters[i]);
            progress.step(i + 1, letters.size());
        }
        settle_last();
    }

    /// Letters speak from the day of the first sending on, unless the user has said from when.
    void remember_first_sending() {
        if (!session_.setting("letters-from").empty()) return;
        session_.begin_change();
        record_beginning(session_);
        session_.end_change();
    }

    void send(const Composed& composed) {
        const std::string& code = composed.client.code;
        if (!composed.problem.empty()) return trouble(composed.problem);
        if (is_test_address(composed.client.email) && !options_.to_test_addresses) {
            return trouble(
                fmt::format("{}: {} belongs to nobody: give the client's own, or say "
                            "--to-test-addresses",
                            code, printable(composed.client.email)));
        }
        session_.begin_change();
        record_last();
        const auto letter = begin(composed);
        session_.end_change();
        if (!letter) return;
        const SendResult result = send_mail(command_, letter->recipient, letter->message, time_out);
        pending_ = {{composed.contract.id, {}}, true};
        pending_.delivery.second.letter = letter->recorded.entry;
        pending_.delivery.second.step = step_of(result.outcome);
        pending_.delivery.second.detail = result.detail;
        if (result.outcome == SendOutcome::sent) {
            ++report_.sent;
        } else {
            trouble(fmt::format("{}: {}; {}", code, result.detail, what_next(result.outcome)));
        }
    }

    /// Records that the letter is about to be handed over, and gives it. Nothing if another run has written
    /// to the client meanwhile, or if it was refused on this day already.
    std::optional<Letter> begin(const Composed& seen) {
        const auto held = letters_of(store_, seen.contract.id);
        const auto composed = compose_anew(seen, held);
        if (!composed) return std::nullopt;
        const NextTry next = next_try(held, composed->due.matters, composed->due.on);
        if (next.what == NextTry::Do::wait) {
            trouble(fmt::format(
                "{}: refused on {}: {}; it is tried again on another day, or after 'tracker letters "
                "settle {} unsent'",
                composed->client.code, format(next.letter->letter.date), printable(next.letter->last->detail),
                next.letter->letter.recorded.entry));
            return std::nullopt;
        }
        auto letter = next.letter ? same_letter(*composed, *next.letter) : std::nullopt;
        if (!letter) letter = new_letter(*composed);
        Delivery begun;
        begun.letter = letter->recorded.entry;
        store_.add(composed->contract.id, begun);
        return letter;
    }

    /// The letter as it is due now that no other run can write: what was seen before the change may be told
    /// or untrue by now.
    std::optional<Composed> compose_anew(const Composed& seen, const std::vector<LetterState>& held) {
        const auto facts = store_.facts(seen.contract.id);
        if (!facts) return std::nullopt;
        const Ledger ledger =
            make_ledger(*facts, session_.calendar(), seen.due.on, letters_through(seen.due.on));
        return composer_.compose(seen.client, *facts, ledger, held).letter;
    }

    /// The letter of an earlier try on the same day, if it still says the same.
    std::optional<Letter> same_letter(const Composed& composed, const LetterState& state) {
        auto found = store_.letter(state.letter.recorded.entry);
        const bool same = found && found->second.text == composed.letter.text &&
                          found->second.subject == composed.letter.subject &&
                          found->second.recipient == composed.client.email;
        return same ? std::optional(std::move(found->second)) : std::nullopt;
    }

    Letter new_letter(const Composed& composed) {
        Letter letter = letter_of(session_, composed, fmt::format("{}", store_.change()));
        store_.add(composed.contract.id, letter);
        return letter;
    }

    /// What became of the last letter goes into the change that begins the next one, so that a letter costs
    /// one commit.
    void record_last() {
        if (!pending_.waits) return;
        store_.add(pending_.delivery.first, pending_.delivery.second);
        pending_.waits = false;
    }

    void settle_last() {
        if (!pending_.waits) return;
        session_.begin_change();
        record_last();
        session_.end_change();
    }

    void trouble(std::string line) { report_.troubles.push_back(std::move(line)); }

    struct Pending {
        std::pair<ContractId, Delivery> delivery;
        bool waits = false;
    };

    Session& session_;
    Store& store_;
    const SendOptions& options_;
    std::vector<std::string> command_;
    Composer composer_;
    Pending pending_;
    SendReport report_;
};

}  // namespace

void record_beginning(Session& session) {
    if (!session.setting("letters-from").empty()) return;
    Store& store = session.store();
    Setting from{{}, "letters-from", format(session.on())};
    for (const std::string_view name : settled_with(store.settings(), from.name)) {
        Setting with{{}, std::string(name), session.setting(std::string(name))};
        store.add(0, with);
    }
    store.add(0, from);
}

SendReport send_letters(Session& session, const SendOptions& options) {
    static_cast<void>(sender_of(session));  // also where no letter is due: who has set none must hear of it
    if (const auto why = why_not_to_run(session, session.setting("mail-command"))) throw InputError(*why);
    return Sending(session, options).run();
}

}  // namespace tracker
