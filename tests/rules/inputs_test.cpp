// SPDX-License-Identifier: MIT
// Work of ours that waits for what the client owes, by hand (R7a). In November 2026 the 1st is a Sunday.
#include <fmt/format.h>

#include "../catch.hpp"
#include "test_data.hpp"
#include "tracker/facts/words.hpp"
#include "tracker/rules/ledger.hpp"
#include "tracker/rules/ledger_words.hpp"

namespace tracker {
namespace {

const Kind vat_return{"vat-return"};
const Kind annual_report{"annual-report"};
const Kind certificate{"certificate"};

Line of_ours(int offset, int day, std::string_view inputs, int lead, Months months = every::month) {
    Line line{OwedBy::us, offset, day, Convention::none};
    line.months = months;
    line.inputs = Inputs::parse(inputs).value();
    line.lead = lead;
    return line;
}

/// A contract without a fee. By the standard schedule October's statements are due on Sunday 2026-11-01, its
/// documents on Thursday 2026-11-05; here its salary is due on Tuesday 2026-11-10 and needs both.
struct Work {
    explicit Work(Line line = of_ours(1, 10, "documents statement", 2), Kind of = kinds::salary) : kind(of) {
        facts.contract.starts = on("2026-09-01");
        facts.schedule = {{{}, kind, in("2026-09"), line}};
    }
    Work& done(Kind what, std::string_view period, std::string_view day) {
        facts.fulfilments.push_back({{}, what, in(period), on(day), ""});
        return *this;
    }
    Work& waived(Kind what, std::string_view period, std::string_view day) {
        facts.waivers.push_back({{}, what, in(period), on(day), ""});
        return *this;
    }
    Work& extended(Kind what, std::string_view period, std::string_view until) {
        facts.extensions.push_back({{}, what, in(period), on("2026-10-20"), on(until), ""});
        return *this;
    }
    Work& paused(std::string_view from, std::string_view until) {
        facts.suspensions.push_back({{}, on(from), on(from), on(until), ""});
        return *this;
    }
    /// "blocked, due 2026-11-10, 1 days".
    [[nodiscard]] std::string as_of(std::string_view day, std::string_view period = "2026-10") const {
        const Ledger ledger = make_ledger(facts, Calendar{}, on(day), on(day) + days{400});
        for (const Obligation& one : ledger.obligations)
            if (one.kind == kind && one.period == in(period))
                return fmt::format("{}, due {}, {} days", text(one.status), format(one.due), one.days);
        return "none";
    }

    ContractFacts facts;
    Kind kind;
};

/// October's statements came in time.
Work with_statements() {
    return Work().done(kinds::statement, "2026-10", "2026-11-01");
}

}  // namespace

TEST_CASE("work waits for documents that are late", "[rules][inputs]") {
    Work work = with_statements();
    CHECK(work.as_of("2026-11-05") == "upcoming, due 2026-11-10, -5 days");
    CHECK(work.as_of("2026-11-06") == "blocked, due 2026-11-10, -4 days");
    CHECK(work.as_of("2026-11-12") == "blocked, due 2026-11-10, 2 days");
    work.done(kinds::documents, "2026-10", "2026-11-09");  // a Monday: two working days are Wednesday
    CHECK(work.as_of("2026-11-08") == "blocked, due 2026-11-10, -2 days");
    CHECK(work.as_of("2026-11-09") == "upcoming, due 2026-11-11, -2 days");
    CHECK(work.as_of("2026-11-12") == "overdue, due 2026-11-11, 1 days");
    work.done(kinds::salary, "2026-10", "2026-11-13");
    CHECK(work.as_of("2026-11-13") == "done, due 2026-11-11, 2 days");
}

TEST_CASE("what came a little late moves nothing where there is time enough", "[rules][inputs]") {
    // Friday: two working days are Tuesday the 10th.
    CHECK(with_statements().done(kinds::documents, "2026-10", "2026-11-06").as_of("2026-11-10") ==
          "due, due 2026-11-10, 0 days");
}

TEST_CASE("of two that are late the one that comes last moves the work", "[rules][inputs]") {
    Work work;
    work.done(kinds::statement, "2026-10", "2026-11-10");
    CHECK(work.as_of("2026-11-03") == "blocked, due 2026-11-10, -7 days");
    CHECK(work.as_of("2026-11-11") == "blocked, due 2026-11-10, 1 days");  // for the documents
    work.done(kinds::documents, "2026-10", "2026-11-12");                  // Thursday
    CHECK(work.as_of("2026-11-12") == "upcoming, due 2026-11-16, -4 days");
}

TEST_CASE("one that is late and came, another that isn't late yet", "[rules][inputs]") {
    Work work(of_ours(1, 4, "documents statement", 2));  // salary by the 4th
    work.done(kinds::statement, "2026-10", "2026-11-03");
    CHECK(work.as_of("2026-11-05") == "due, due 2026-11-05, 0 days");
    CHECK(work.as_of("2026-11-06") == "blocked, due 2026-11-04, 2 days");
}

TEST_CASE("without a lead the work is due on the day itself, working or not", "[rules][inputs]") {
    Work work(of_ours(1, 10, "documents", 0));
    work.done(kinds::documents, "2026-10", "2026-11-14");  // Saturday
    CHECK(work.as_of("2026-11-14") == "due, due 2026-11-14, 0 days");
}

TEST_CASE("an extension given to the client doesn't make us late", "[rules][inputs]") {
    Work work = with_statements().extended(kinds::documents, "2026-10", "2026-11-20");
    CHECK(work.as_of("2026-11-06") == "blocked, due 2026-11-10, -4 days");
    work.done(kinds::documents, "2026-10", "2026-11-19");  // in time for the client
    CHECK(work.as_of("2026-11-19") == "upcoming, due 2026-11-23, -4 days");
}

TEST_CASE("an extension of our own stands unless the inputs come later", "[rules][inputs]") {
    const auto extended_until = [](std::string_view until) {
        return with_statements()
            .done(kinds::documents, "2026-10", "2026-11-16")
            .extended(kinds::salary, "2026-10", until)
            .as_of("2026-11-16");
    };
    CHECK(extended_until("2026-11-30") == "upcoming, due 2026-11-30, -14 days");
    CHECK(extended_until("2026-11-17") == "upcoming, due 2026-11-18, -2 days");
}

TEST_CASE("work done while blocked keeps its date and isn't late", "[rules][inputs]") {
    Work work = with_statements().done(kinds::salary, "2026-10", "2026-11-13");
    CHECK(work.as_of("2026-11-13") == "done, due 2026-11-10, 0 days");
    work.done(kinds::documents, "2026-10", "2026-11-20");
    CHECK(work.as_of("2026-12-01") == "done, due 2026-11-10, 0 days");
}

TEST_CASE("work is judged by what had come when it was done", "[rules][inputs]") {
    Work work = with_statements().done(kinds::salary, "2026-10", "2026-11-05");  // the documents' last day
    CHECK(work.as_of("2026-12-01") == "done, due 2026-11-10, 0 days");
    Work early(of_ours(1, 4, "documents", 2));
    early.done(kinds::salary, "2026-10", "2026-11-05");
    CHECK(early.as_of("2026-12-01") == "done, due 2026-11-04, 1 days");  // nothing was late on the 5th
}

TEST_CASE("a pause is looked at after the inputs", "[rules][inputs]") {
    Work work = with_statements().paused("2026-11-09", "2026-11-18");
    CHECK(work.as_of("2026-11-08") == "blocked, due 2026-11-10, -2 days");
    CHECK(work.as_of("2026-11-09") == "withheld, due 2026-11-10, -1 days");
    CHECK(work.as_of("2026-11-18") == "blocked, due 2026-11-18, 0 days");
    const auto after_documents_of = [&](std::string_view day, std::string_view asked) {
        return Work(work).done(kinds::documents, "2026-10", day).as_of(asked);
    };
    CHECK(after_documents_of("2026-11-12", "2026-11-12") == "withheld, due 2026-11-16, -4 days");
    CHECK(after_documents_of("2026-11-12", "2026-11-18") == "due, due 2026-11-18, 0 days");
    CHECK(after_documents_of("2026-11-17", "2026-11-17") == "upcoming, due 2026-11-19, -2 days");
    CHECK(after_documents_of("2026-11-20", "2026-11-20") == "upcoming, due 2026-11-24, -4 days");
}

TEST_CASE("done while blocked, after service resumed, is due on that day", "[rules][inputs]") {
    const Work work =
        with_statements().paused("2026-11-09", "2026-11-18").done(kinds::salary, "2026-10", "2026-11-20");
    CHECK(work.as_of("2026-11-20") == "done, due 2026-11-18, 0 days");
}

TEST_CASE("what is waived has come on that day", "[rules][inputs]") {
    CHECK(with_statements().waived(kinds::documents, "2026-10", "2026-11-05").as_of("2026-11-10") ==
          "due, due 2026-11-10, 0 days");
    Work late = with_statements().waived(kinds::documents, "2026-10", "2026-11-10");
    CHECK(late.as_of("2026-11-09") == "blocked, due 2026-11-10, -1 days");
    CHECK(late.as_of("2026-11-10") == "upcoming, due 2026-11-12, -2 days");
    late.done(kinds::documents, "2026-10", "2026-11-09");
    CHECK(late.as_of("2026-11-10") == "upcoming, due 2026-11-11, -1 days");
}

TEST_CASE("waived work isn't moved", "[rules][inputs]") {
    Work work = with_statements()
                    .done(kinds::documents, "2026-10", "2026-11-16")
                    .waived(kinds::salary, "2026-10", "2026-11-12");
    CHECK(work.as_of("2026-11-11") == "blocked, due 2026-11-10, 1 days");
    CHECK(work.as_of("2026-11-17") == "waived, due 2026-11-10, 0 days");
}

TEST_CASE("a quarterly return needs the documents of three months", "[rules][inputs]") {
    Work work(of_ours(1, 20, "documents", 3, every::quarter), vat_return);  // due on 2027-01-20
    work.done(kinds::documents, "2026-10", "2026-11-05").done(kinds::documents, "2026-12", "2027-01-05");
    CHECK(work.as_of("2026-12-05", "2026-12") == "upcoming, due 2027-01-20, -46 days");
    CHECK(work.as_of("2026-12-07", "2026-12") == "blocked, due 2027-01-20, -44 days");
    work.done(kinds::documents, "2026-11", "2027-01-18");  // a Monday
    CHECK(work.as_of("2027-01-18", "2026-12") == "upcoming, due 2027-01-21, -3 days");
    // Of the third quarter September alone is covered.
    CHECK(work.as_of("2026-10-05", "2026-09") == "upcoming, due 2026-10-20, -15 days");
    CHECK(work.as_of("2026-10-06", "2026-09") == "blocked, due 2026-10-20, -14 days");
}

TEST_CASE("a yearly report needs the statements of the year's months", "[rules][inputs]") {
    Work work(of_ours(3, 31, "statement", 5, every::year), annual_report);  // due on Wednesday 2027-03-31
    for (const char* period : {"2026-10", "2026-11", "2026-12"})
        work.done(kinds::statement, period, "2026-11-01");
    CHECK(work.as_of("2026-10-01", "2026-12") == "upcoming, due 2027-03-31, -181 days");
    CHECK(work.as_of("2026-10-02", "2026-12") == "blocked, due 2027-03-31, -180 days");  // for September's
    work.waived(kinds::statement, "2026-09", "2027-03-30");
    CHECK(work.as_of("2027-03-30", "2026-12") == "upcoming, due 2027-04-06, -7 days");
}

TEST_CASE("a duty of the client's can be an input once it is there", "[rules][inputs]") {
    Work work(of_ours(1, 10, "certificate", 2));
    CHECK(work.as_of("2026-11-04") == "upcoming, due 2026-11-10, -6 days");
    const auto asked_for_on = [&](std::string_view day) {
        Work with(work);
        with.facts.duties = {
            {{}, certificate, in("2026-10"), on(day), on("2026-11-03"), OwedBy::client, "", {}}};
        return with;
    };
    CHECK(asked_for_on("2026-10-20").as_of("2026-11-03") == "upcoming, due 2026-11-10, -7 days");
    CHECK(asked_for_on("2026-10-20").as_of("2026-11-04") == "blocked, due 2026-11-10, -6 days");
    CHECK(asked_for_on("2026-10-20").done(certificate, "2026-10", "2026-11-13").as_of("2026-11-13") ==
          "upcoming, due 2026-11-17, -4 days");
    Work later = asked_for_on("2026-11-12");
    CHECK(later.as_of("2026-11-11") == "overdue, due 2026-11-10, 1 days");
    CHECK(later.as_of("2026-11-12") == "blocked, due 2026-11-10, 2 days");
    CHECK(later.done(kinds::salary, "2026-10", "2026-11-11").as_of("2026-11-12") ==
          "done, due 2026-11-10, 1 days");
}

TEST_CASE("a kind of which nothing is owed never blocks", "[rules][inputs]") {
    Work work(of_ours(1, 10, "documents", 2));
    work.facts.schedule.push_back({{}, kinds::documents, in("2026-10"), std::nullopt});
    CHECK(work.as_of("2026-11-12") == "overdue, due 2026-11-10, 2 days");
    CHECK(work.as_of("2026-11-12", "2026-09") == "blocked, due 2026-10-10, 33 days");
}

}  // namespace tracker
