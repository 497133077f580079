// SPDX-License-Identifier: MIT
#include "tracker/session/session.hpp"

#include <algorithm>
#include <charconv>

#include "tracker/base/error.hpp"
#include "tracker/base/lines.hpp"
#include "tracker/base/parse.hpp"
#include "tracker/base/text.hpp"
#include "tracker/facts/words.hpp"
#include "tracker/said/refusal.hpp"
#include "tracker/session/settings.hpp"

namespace tracker {

std::string Session::database_path() const {
    return plain_path(globals_.database.value_or(world_.database));
}

void Session::open(Store::Access access, const std::string& path) {
    store_ = std::make_unique<Store>(path, access);
}

void Session::answer_as_known() {
    if (!globals_.known) return;
    const std::string& text = *globals_.known;
    ChangeNumber number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) {
        number = store_->last_change_at(from_zone(text, zone()));
    } else if (number < 0 || number > store_->last_change()) {
        throw NotFoundRefusal(
            Message("error.no-change", {{"change", number}, {"last", store_->last_change()}}));
    }
    store_->as_known_by(number);
}

const std::string& Session::setting(const std::string& name) {
    static const std::map<std::string, std::string> nothing_recorded;
    if (!settings_ && store_) settings_ = store_->settings();
    return setting_in(settings_ ? *settings_ : nothing_recorded, name);
}

Language Session::language_of_screens() {
    if (!globals_.language) {
        static_cast<void>(setting("language"));  // reads what is recorded
        const bool recorded = settings_ && settings_->contains("language");
        if (recorded) return from_text<Language>(settings_->at("language")).value_or(Language::en);
    }
    return language_asked(globals_.language, world_.locale);
}

const Speech& Session::speech() {
    if (!speech_) speech_.emplace(format() == Format::table ? language_of_screens() : Language::en, titles_);
    return *speech_;
}

void Session::say_field(const Message& name, const Message& value) {
    constexpr int name_columns = 10;
    say_raw(fmt::format("{} {}\n", pad_right(words(name), name_columns), words(value)));
}

void Session::say_wrapped(const Message& message) {
    say_raw(wrapped(words(message), columns(), "", "  "));
}

Day Session::today() {
    if (!today_) today_ = in_zone(world_.now, zone()).day;
    return *today_;
}

std::string Session::stamp() {
    std::string text = tracker::format(in_zone(world_.now, zone())) + fmt::format(":{:02}", world_.now % 60);
    std::erase(text, ':');
    std::replace(text.begin(), text.end(), ' ', 'T');
    return text;
}

Day Session::on() {
    return globals_.on ? read_day(*globals_.on) : today();
}

Day Session::read_day(std::string_view text) {
    // A full date needs no clock, and a zone costs a millisecond.
    if (const auto day = parse_day(text)) return *day;
    return tracker::read_day(text, today());
}

Period Session::read_period(std::string_view text) {
    if (const auto period = parse_period(text)) return *period;
    return tracker::read_period(text, today());
}

const Calendar& Session::calendar() {
    if (!calendar_) calendar_.emplace(store_->calendar());
    return *calendar_;
}

Format Session::format() const {
    if (globals_.csv + globals_.json + globals_.excel + globals_.format.has_value() > 1) {
        throw InputRefusal(Message("error.formats-exclude"));
    }
    if (globals_.excel) return Format::excel;
    if (globals_.csv) return Format::csv;
    if (globals_.json) return Format::json;
    const std::string name = globals_.format.value_or("table");
    if (name == "table") return Format::table;
    if (name == "csv") return Format::csv;
    if (name == "json") return Format::json;
    throw InputRefusal(Message("error.no-format", {{"text", name}}));
}

bool Session::colour() const {
    const std::string when = globals_.color.value_or("auto");
    if (when == "always") return true;
    if (when == "never") return false;
    if (when != "auto") throw InputRefusal(Message("error.color", {{"text", when}}));
    return world_.terminal && !world_.no_color;
}

/// What is not read on a terminal is not cut to its width.
constexpr int uncut = 1'000'000;

void Session::list(const Listing& rows) {
    if (globals_.quiet && rows.size == 0) return;
    switch (format()) {
        case Format::csv:
            say_raw(to_csv(rows));
            break;
        case Format::excel:
            say_raw(to_excel(rows));
            break;
        case Format::json:
            say_raw(to_json(rows));
            break;
        case Format::table:
            say_raw(to_table(rows, speech(), world_.columns > 0 ? world_.columns : uncut, colour()));
            break;
    }
}

void Session::list_or_say(const Listing& rows, const Message& if_none) {
    if (rows.size > 0 || format() != Format::table) return list(rows);
    if (!globals_.quiet) say(if_none);
}

void Session::say_lines(std::string_view text, std::string_view indent) {
    for (LineReader lines(text); lines.next();) say("{}{}", indent, printable(lines.line()));
}

Language language_asked(const std::optional<std::string>& option, std::string_view locale) {
    if (!option) return locale.starts_with("ru") ? Language::ru : Language::en;
    if (const auto language = from_text<Language>(*option)) return *language;
    throw InputRefusal(Message("error.lang", {{"text", *option}}));
}

Outcome outcome(const Session& session) {
    return session.globals().dry_run ? Outcome::would_record : Outcome::recorded;
}

int read_count(std::string_view text, std::string_view what, int least, int most) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size() || value < least ||
        value > most) {
        throw InputError(
            fmt::format("{} '{}' is not a whole number from {} to {}", what, printable(text), least, most));
    }
    return value;
}

std::string plain_path(const std::string& path) {
    return path.starts_with(':') || path.starts_with("file:") ? "./" + path : path;
}

std::string read_path(const std::string& path, std::string_view what) {
    if (path.empty()) throw InputError(fmt::format("{} is an empty name: name a file", what));
    return plain_path(path);
}

std::string read_text(std::string_view text, std::string_view what) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) throw InputError(fmt::format("{} is empty", what));
    text = text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
    if (!is_utf8(text)) throw InputError(fmt::format("{} '{}' is not UTF-8", what, printable(text)));
    if (printable(text) != text) {
        throw InputError(fmt::format("{} '{}' holds control or invisible characters: leave them out", what,
                                     printable(text)));
    }
    if (after_blanks(text).empty()) throw InputError(fmt::format("{} is blank", what));
    return std::string(text);
}

}  // namespace tracker
