// SPDX-License-Identifier: MIT
// Makes a practice of any size, the same for the same arguments: CSV files as `tracker import` takes them,
// and the same facts as scripts for remind. Never reads a database or a clock.
//
//   bench_generate FOLDER [--clients N] [--months H] [--seed S] [--on DATE] [--settled-but-tail]
//
// The scripts for remind, one reminder an obligation:
//   all.rem    every obligation: repeated daily from its due date (so that what is overdue shows), until it
//   was done plain.rem  every obligation as a bare date, the least that remind can be asked; what is overdue
//   doesn't show open.rem   only the obligations still open, as if someone deleted each line when it was done
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <random>
#include <string>
#include <string_view>

#include "tracker/base/dates.hpp"

namespace {

using tracker::Day;
using tracker::days;
using tracker::format;
using tracker::Period;

struct Options {
    std::string folder;
    int clients = 1000;
    int months = 36;
    unsigned seed = 1;
    Day on = *tracker::parse_day("2026-11-20");
    bool settled_but_tail = false;
};

/// How many in a thousand never happen.
struct Missing {
    unsigned obligations;
    unsigned payments;
};
constexpr Missing careless{80, 50};
constexpr Missing settled{3, 2};
constexpr int tail_months = 2;  // with --settled-but-tail, only these are careless

struct Line {
    std::string_view kind;
    int offset;
    int day;
};
constexpr std::string_view documents = "documents";
constexpr std::string_view payment = "payment";
constexpr std::array<Line, 5> schedule{
    {{"statement", 1, 1}, {documents, 1, 5}, {"salary", 1, 5}, {"advance", 0, 20}, {payment, 0, 10}}};

/// Every twentieth contract moves its documents to another day halfway through.
constexpr int moved_every = 20;
constexpr int moved_day = 12;

class File {
  public:
    File(const std::string& folder, const std::string& name, std::string_view head)
        : path_(folder + "/" + name) {
        text_ = head;
    }

    template <class... Args>
    void add(fmt::format_string<Args...> row, Args&&... args) {
        fmt::format_to(std::back_inserter(text_), row, std::forward<Args>(args)...);
    }

    void write() const {
        std::FILE* const file = std::fopen(path_.c_str(), "wb");
        const bool opened = file != nullptr;
        const bool whole = opened && std::fwrite(text_.data(), 1, text_.size(), file) == text_.size();
        if (opened && std::fclose(file) == 0 && whole) return;
        fmt::print(stderr, "bench_generate: '{}' can't be written\n", path_);
        std::exit(1);
    }

  private:
    std::string path_;
    std::string text_;
};

class Practice {
  public:
    explicit Practice(const Options& options)
        : options_(options),
          random_(options.seed),
          last_(tracker::period_of(options.on)),
          first_(last_ - (options.months - 1)) {}

    void make() {
        for (int i = 1; i <= options_.clients; ++i) add_client(i);
        for (const File* file :
             {&clients_, &contracts_, &lines_, &fulfilments_, &payments_, &all_, &plain_, &open_}) {
            file->write();
        }
        fmt::print("{{\"obligations\": {}, \"fulfilments\": {}, \"payments\": {}, \"facts\": {}}}\n",
                   obligations_, done_, paid_, 2 * options_.clients + moved_ + done_ + paid_);
    }

  private:
    void add_client(int number) {
        const std::string code = fmt::format("client-{:04}", number);
        const std::string contract = fmt::format("{}/23", number);
        const int fee = 3000 + 500 * static_cast<int>(below(20));
        clients_.add("{},ООО «Клиент {:04}»,{}@example.org,ru\n", code, number, code);
        contracts_.add("{},{},{},RUB,{}.00,10,5,0,п. 4.3\n", code, contract, format(first_day(first_)), fee);
        const bool moves = number % moved_every == 0;
        const Period moved_from = first_ + options_.months / 2;
        if (moves) {
            lines_.add("{},{},documents,{},client,1,{},none\n", code, contract, format(moved_from),
                       moved_day);
            ++moved_;
        }
        for (Period period = first_; period <= last_; ++period) {
            for (Line line : schedule) {
                if (moves && line.kind == documents && period >= moved_from) line.day = moved_day;
                add_obligation(code, contract, fee, period, line);
            }
        }
    }

    void add_obligation(const std::string& code, const std::string& contract, int fee, Period period,
                        const Line& line) {
        ++obligations_;
        const Day due = tracker::day_in(period + line.offset, line.day);
        const std::optional<Day> done = done_on(period, line.kind == payment, due);
        if (done && line.kind == payment) {
            payments_.add("{},{},{},{}.00,RUB,п/п {}\n", code, contract, format(*done), fee, ++paid_);
        } else if (done) {
            fulfilments_.add("{},{},{},{},{}\n", code, contract, line.kind, format(period), format(*done));
            ++done_;
        }
        remind(fmt::format("{} {} {}", code, line.kind, format(period)), due, done);
    }

    void remind(const std::string& text, Day due, std::optional<Day> done) {
        plain_.add("REM {} +7 MSG {}\n", format(due), text);
        if (done) {
            // remind warns of an end before the beginning, so what was done early begins early.
            const Day last = *done - days{1};
            all_.add("REM {} +7 *1 UNTIL {} MSG {}\n", format(std::min(due, last)), format(last), text);
        } else {
            for (File* file : {&all_, &open_}) file->add("REM {} +7 *1 MSG {}\n", format(due), text);
        }
    }

    /// A little before the due date or after it; nothing if it never happened, or not by the day of the
    /// practice.
    std::optional<Day> done_on(Period period, bool money, Day due) {
        const bool careful = options_.settled_but_tail && period + tail_months <= last_;
        const Missing& missing = careful ? settled : careless;
        const bool happens = below(1000) >= (money ? missing.payments : missing.obligations);
        const Day day = due + days{static_cast<int>(below(7)) - 4};
        return happens && day <= options_.on ? std::optional(day) : std::nullopt;
    }

    /// The library's distributions differ from one compiler to another; this doesn't.
    unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }

    const Options& options_;
    std::mt19937_64 random_;
    Period last_;
    Period first_;
    File clients_{options_.folder, "clients.csv", "code,name,email,language\n"};
    File contracts_{options_.folder, "contracts.csv",
                    "client,contract,starts,currency,fee,pay_day,grace,resume,clause\n"};
    File lines_{options_.folder, "schedule.csv", "client,contract,kind,from,owed_by,offset,day,convention\n"};
    File fulfilments_{options_.folder, "fulfilments.csv", "client,contract,kind,period,date\n"};
    File payments_{options_.folder, "payments.csv", "client,contract,date,amount,currency,reference\n"};
    File all_{options_.folder, "all.rem", ""};
    File plain_{options_.folder, "plain.rem", ""};
    File open_{options_.folder, "open.rem", ""};
    int obligations_ = 0;
    int moved_ = 0;
    int done_ = 0;
    int paid_ = 0;
};

[[noreturn]] void usage() {
    fmt::print(stderr,
               "usage: bench_generate FOLDER [--clients N] [--months H] [--seed S] [--on DATE] "
               "[--settled-but-tail]\n");
    std::exit(2);
}

int number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 1) usage();
    return value;
}

Options read(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        const auto value = [&]() -> std::string_view {
            if (++i >= argc) usage();
            return argv[i];
        };
        if (word == "--clients") {
            options.clients = number(value());
        } else if (word == "--months") {
            options.months = number(value());
        } else if (word == "--seed") {
            options.seed = static_cast<unsigned>(number(value()));
        } else if (word == "--on") {
            const auto day = tracker::parse_day(value());
            if (!day) usage();
            options.on = *day;
        } else if (word == "--settled-but-tail") {
            options.settled_but_tail = true;
        } else if (word.starts_with('-') || !options.folder.empty()) {
            usage();
        } else {
            options.folder = word;
        }
    }
    if (options.folder.empty()) usage();
    return options;
}

}  // namespace

int main(int argc, char** argv) {
    Practice(read(argc, argv)).make();
}
