// SPDX-License-Identifier: MIT
// What a running command has at hand: the day it decides for, the store, and what it says. Values, no
// globals.
#pragma once

#include <fmt/format.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tracker/base/clock.hpp"
#include "tracker/facts/words.hpp"
#include "tracker/rules/calendar.hpp"
#include "tracker/rules/ledger.hpp"
#include "tracker/said/speech.hpp"
#include "tracker/store/store.hpp"
#include "tracker/views/rows.hpp"

namespace tracker {

/// The options under "Everywhere", as they were given.
struct Globals {
    std::optional<std::string> database;
    std::optional<std::string> on;
    std::optional<std::string> known;
    std::optional<std::string> format;
    std::optional<std::string> color;
    std::optional<std::string> language;
    bool csv = false;
    bool json = false;
    bool excel = false;
    bool quiet = false;
    bool dry_run = false;
};

enum class Format { table, csv, excel, json };

/// What the program reads of the world, once, in main.
struct World {
    std::int64_t now = 0;  ///< UTC, seconds
    std::string user;
    std::string database;              ///< the default path
    std::string home;                  ///< the user's folder; empty if $HOME is no whole path
    std::string config_folder;         ///< of this user on this machine; empty if nothing says where it is
    std::string command;               ///< the command line, for the log
    std::string locale;                ///< of messages: "ru_RU.UTF-8"; may be empty
    bool terminal = false;             ///< standard output
    bool terminal_for_errors = false;  ///< standard error
    bool no_color = false;
    int columns = 0;  ///< of the terminal; 0 if there is none
};

class Session {
  public:
    Session(const World& world, Globals globals) : world_(world), globals_(std::move(globals)) {}

    /// --db, else the default; see plain_path().
    [[nodiscard]] std::string database_path() const;
    void open(Store::Access access) { open(access, database_path()); }
    void open(Store::Access access, const std::string& path);
    void close() { store_.reset(); }
    /// Reads --known, for commands that only read.
    void answer_as_known();
    void begin_change();
    /// Checks what was written against the rules (check.hpp) and commits it; takes it back where --dry-run
    /// says so or nothing was written. Throws InputError with the first finding.
    void end_change();
    /// For commands that did something for good that is no change: made a file, put one in its place.
    void mark_done() { done_ = "done"; }
    /// What there is to say of it where the answer can't be given: "recorded", "done"; empty if nothing was.
    [[nodiscard]] std::string_view done() const { return done_; }
    /// For commands that have already checked all that they wrote.
    void skip_check() { checked_ = true; }

    [[nodiscard]] Store& store() { return *store_; }
    [[nodiscard]] const World& world() const { return world_; }
    [[nodiscard]] const Globals& globals() const { return globals_; }
    /// A setting's value, or its default.
    [[nodiscard]] const std::string& setting(const std::string& name);
    [[nodiscard]] std::string zone() { return setting("time-zone"); }
    /// Today in the firm's time zone.
    [[nodiscard]] Day today();
    /// "2026-11-20T120000", the moment in the firm's time zone: sorts by time, and is a file's name
    /// everywhere.
    [[nodiscard]] std::string stamp();
    /// --on, else today.
    [[nodiscard]] Day on();
    [[nodiscard]] Day read_day(std::string_view text);
    [[nodiscard]] Period read_period(std::string_view text);
    [[nodiscard]] const Calendar& calendar();

    [[nodiscard]] Format format() const;
    [[nodiscard]] bool colour() const;
    /// For screens and pages, which are never wider than a terminal.
    [[nodiscard]] int columns() const { return world_.columns > 0 ? world_.columns : 80; }

    /// The language of the answer: --lang, else the setting `language` where it is recorded, else the locale.
    /// What scripts read (CSV, JSON) is English always.
    [[nodiscard]] const Speech& speech();
    /// What kinds are called that the catalogue of sentences doesn't name; asked for once words need it.
    void ask_titles(Speech::Titles titles) { titles_ = std::move(titles); }
    [[nodiscard]] std::string words(const Message& message) { return speech()(message); }
    /// Errors are told to people, also where the answer is data.
    [[nodiscard]] Speech speech_of_errors() { return Speech(language_of_screens(), titles_); }
    /// Adds a sentence as a line of the answer.
    void say(const Message& message) { say_raw(words(message) + '\n'); }
    /// The same in lines of the screen's width, those after the first indented.
    void say_wrapped(const Message& message);
    /// A line of a card: what it is about, in ten columns, and what there is to say of it.
    void say_field(const Message& name, const Message& value);
    /// Adds a line to the answer. Text that came from outside must have passed through printable().
    template <class... Args>
    void say(fmt::format_string<Args...> line, Args&&... args) {
        fmt::format_to(std::back_inserter(out_), line, std::forward<Args>(args)...);
        out_ += '\n';
    }
    void say_raw(std::string text) {
        if (out_.empty()) {
            out_ = std::move(text);  // a long answer is not copied
        } else {
            out_ += text;
        }
    }
    /// Adds rows in the format asked for. With --quiet, no rows are no answer at all.
    void list(const Listing& rows);
    /// The same, but on a screen no rows are a sentence.
    void list_or_say(const Listing& rows, const Message& if_none);
    /// Adds each line of a text from outside, made safe, behind an indent.
    void say_lines(std::string_view text, std::string_view indent = "");
    [[nodiscard]] std::string take_out() { return std::move(out_); }

  private:
    [[nodiscard]] Language language_of_screens();
    void check_change();
    /// Makes the cache of the contracts that the change touched anew.
    void carry_forward_stale();
    /// A contract's facts as the change leaves them, once it has written all: most touch one contract alone,
    /// which is asked for twice.
    const std::optional<ContractFacts>& written_facts(ContractId id);

    const World& world_;
    const Globals globals_;
    std::unique_ptr<Store> store_;
    std::optional<std::map<std::string, std::string>> settings_;
    std::optional<Day> today_;
    std::optional<Calendar> calendar_;
    Speech::Titles titles_;
    std::optional<Speech> speech_;
    std::optional<std::pair<ContractId, std::optional<ContractFacts>>> written_;
    bool checked_ = false;
    std::string_view done_;
    std::string out_;
};

/// What --lang says, where it is given; else the locale's language if the program speaks it. Throws
/// InputError if the option names another.
Language language_asked(const std::optional<std::string>& option, std::string_view locale);

/// Whether it was recorded, or with --dry-run would be; or was known already.
enum class Outcome : std::uint8_t { recorded, would_record, known };
template <>
inline constexpr auto words_of<Outcome> = words("recorded", "would record", "known already");
Outcome outcome(const Session& session);

/// A whole number from an option, e.g. "--days": throws InputError if it is not one from `least` to `most`.
int read_count(std::string_view text, std::string_view what, int least, int most);

/// A path such that SQLite takes it for a file's name whatever it is: ":memory:" and "file:..." mean
/// something else to it.
std::string plain_path(const std::string& path);

/// The same of a file that is to be made or read. Throws InputError if it has no name; `what` says whose:
/// "--db".
std::string read_path(const std::string& path, std::string_view what);

/// The text without outer white space; throws InputError if it is empty, not UTF-8, or holds control
/// characters.
std::string read_text(std::string_view text, std::string_view what);

}  // namespace tracker
