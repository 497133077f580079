// SPDX-License-Identifier: MIT
// Which of many lines a line is, against a comparison with each of them.
#include "tracker/rules/like_lines.hpp"
#include "tracker/rules/bank_lines.hpp"

#include <deque>
#include <vector>

#include "property.hpp"

namespace tracker {
namespace {

std::string one_of(std::initializer_list<const char*> texts) {
    return *rc::gen::elementOf(std::vector<std::string>(texts.begin(), texts.end()));
}

/// A line of few possible values, so that many of them agree in some and contradict each other in others.
BankLine any_line() {
    BankLine line;
    line.date = to_day(20'000);
    line.amount = Money{100'000};
    line.account = one_of({"", "40802810900000000777", "40802810900000000888"});
    line.direction = *rc::gen::element(Direction::incoming, Direction::incoming, Direction::outgoing,
                                       Direction::own_transfer);
    line.number = one_of({"", "", "7", "007", "8", "A-7", "A-8"});
    line.reference = one_of({"", "", "r"});
    line.currency = one_of({"", "", "RUB", "USD"});
    line.payer = one_of({"", "Rose", "«Rose»", "Rose and Co", "Vector"});
    line.payer_account = one_of({"", "", "407", "408", "40802810900000000777"});
    line.payer_tax_id = one_of({"", "", "77", "78"});
    line.payee_account = one_of({"", "40802810900000000777"});
    line.payee_tax_id = one_of({"", "99"});
    line.purpose = one_of({"", "fee", "fee for May", "fee for May, no. 1", "rent"});
    return line;
}

struct Held {
    std::deque<BankLine> lines;  // which stay where they are
    std::vector<std::string> formats;
    std::vector<bool> claimed;
};

std::optional<std::size_t> scan(const Held& held, const BankLine& line, const std::string& format,
                                Likeness wanted) {
    for (std::size_t i = 0; i < held.lines.size(); ++i) {
        if (!held.claimed[i] && likeness(line, held.lines[i], held.formats[i] == format) == wanted) return i;
    }
    return std::nullopt;
}

}  // namespace

TEST_CASE("a line is found among many as by comparing it with each", "[rules][property]") {
    holds_for_all(1, [] {
        Held held;
        LikeLines like;
        const int number = *rc::gen::inRange(0, 60);
        for (int i = 0; i < number; ++i) {
            held.lines.push_back(any_line());
            held.formats.push_back(one_of({"1c", "csv", "camt053"}));
            held.claimed.push_back(false);
            like.add(held.lines.back(), held.formats.back());
        }
        for (int i = 0; i < 30; ++i) {
            const BankLine line = any_line();
            const std::string format = one_of({"1c", "csv"});
            const auto same = scan(held, line, format, Likeness::same);
            RC_ASSERT(like.same(line, format) == same);
            RC_ASSERT(like.doubtful(line, format) == scan(held, line, format, Likeness::doubtful));
            if (same) {
                like.claim(*same);
                held.claimed[*same] = true;
            }
        }
    });
}

}  // namespace tracker
