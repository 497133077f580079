// SPDX-License-Identifier: MIT
// Messages and their headers. What a mail program reads from them is checked by mail_check.py.
#include "tracker/letters/mail.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <vector>

#include "../base/inputs.hpp"
#include "../catch.hpp"
#include "tracker/base/text.hpp"

using namespace tracker;
using namespace std::string_literals;
using tracker::test::Contains;

namespace {

Mail plain_mail() {
    Mail mail;
    mail.from = {"Firm", "firm@example.org"};
    mail.to = {"Ivan Petrov", "buh@example.org"};
    mail.subject = "Documents for 2026-10";
    mail.body = "Hello,\n\nplease send them.\n";
    mail.time = 1795500000;
    mail.zone_offset_minutes = 180;
    mail.message_id = "<tracker.17@example.org>";
    return mail;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

/// The header's value, unfolded; there must be one header of this name.
std::string header(const std::string& message, const std::string& name) {
    const std::string head = "\n" + message.substr(0, message.find("\n\n") + 1);
    const auto at = head.find("\n" + name + ":");
    REQUIRE(at != std::string::npos);
    REQUIRE(head.find("\n" + name + ":", at + 1) == std::string::npos);
    std::string value;
    for (std::size_t i = at + name.size() + 2; !(head[i] == '\n' && head[i + 1] != ' '); ++i)
        if (head[i] != '\n') value += head[i];
    return value.empty() ? value : value.substr(1);
}

std::string body(const std::string& message) {
    return message.substr(message.find("\n\n") + 2);
}

std::string to_header(const std::string& name) {
    Mail mail = plain_mail();
    mail.to.name = name;
    return header(to_message(mail, LineEnd::lf), "To");
}

std::string subject_header(const std::string& subject) {
    Mail mail = plain_mail();
    mail.subject = subject;
    return header(to_message(mail, LineEnd::lf), "Subject");
}

std::string encoded(const std::string& text) {
    Mail mail = plain_mail();
    mail.body = text;
    const std::string message = to_message(mail, LineEnd::lf);
    return header(message, "Content-Transfer-Encoding") + "\n" + body(message);
}

std::string date(std::int64_t time, int offset) {
    Mail mail = plain_mail();
    mail.time = time;
    mail.zone_offset_minutes = offset;
    return header(to_message(mail, LineEnd::lf), "Date");
}

std::string repeated(const std::string& text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
}

/// Text of every kind that a header may hold, and some that look like syntax.
rc::Gen<std::string> texts() {
    const std::vector<std::string> pieces{"a",
                                          "Z",
                                          "7",
                                          " ",
                                          "  ",
                                          ".",
                                          ",",
                                          ";",
                                          ":",
                                          "@",
                                          "<",
                                          ">",
                                          "(",
                                          ")",
                                          "[",
                                          "]",
                                          "\"",
                                          "\\",
                                          "=",
                                          "?",
                                          "=?",
                                          "?=",
                                          "=?UTF-8?B?0Y8=?=",
                                          "_",
                                          "%",
                                          "From ",
                                          "--",
                                          "word",
                                          "reminder ",
                                          "Ё",
                                          "я",
                                          "«",
                                          "»",
                                          "№",
                                          "—",
                                          "€",
                                          "漢",
                                          "😀",
                                          "и\u0306",
                                          "е\u0308\u0301",
                                          "\u0301",
                                          "👩\u200d👧",
                                          "\u00a0",
                                          "Общество "};
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)),
                        [](const std::vector<std::string>& chosen) {
                            std::string text;
                            for (const std::string& piece : chosen) text += piece;
                            return text;
                        });
}

}  // namespace

TEST_CASE("a plain letter is readable as it is", "[letters]") {
    CHECK(to_message(plain_mail(), LineEnd::lf) ==
          "From: Firm <firm@example.org>\n"
          "To: Ivan Petrov <buh@example.org>\n"
          "Subject: Documents for 2026-10\n"
          "Date: Tue, 24 Nov 2026 09:00:00 +0300\n"
          "Message-ID: <tracker.17@example.org>\n"
          "Auto-Submitted: auto-generated\n"
          "MIME-Version: 1.0\n"
          "Content-Type: text/plain; charset=utf-8\n"
          "Content-Transfer-Encoding: 7bit\n"
          "\n"
          "Hello,\n\nplease send them.\n");
    CHECK_THAT(to_message(plain_mail(), LineEnd::crlf),
               Contains("7bit\r\n\r\nHello,\r\n\r\nplease send them.\r\n"));
    Mail mail = plain_mail();
    mail.reply_to = {"", "chief@example.org"};
    CHECK(header(to_message(mail, LineEnd::lf), "Reply-To") == "chief@example.org");
}

TEST_CASE("the date is the sender's, in english", "[letters]") {
    CHECK(date(0, 0) == "Thu, 01 Jan 1970 00:00:00 +0000");
    CHECK(date(-1, 0) == "Wed, 31 Dec 1969 23:59:59 +0000");
    CHECK(date(1795500000, -210) == "Tue, 24 Nov 2026 02:30:00 -0330");
    CHECK(date(1798743599, 60) == "Thu, 31 Dec 2026 19:59:59 +0100");
    CHECK(date(1830286800, 720) == "Sat, 01 Jan 2028 09:00:00 +1200");
}

TEST_CASE("names are atoms, quoted or encoded", "[letters]") {
    CHECK(to_header("") == "buh@example.org");
    CHECK(to_header("Ivan Petrov") == "Ivan Petrov <buh@example.org>");
    CHECK(to_header("Petrov, I. (buh)") == "\"Petrov, I. (buh)\" <buh@example.org>");
    CHECK(to_header("Say \"hi\" \\o/") == R"("Say \"hi\" \\o/" <buh@example.org>)");
    CHECK(to_header("ООО «Ёж»") == "=?UTF-8?B?0J7QntCeIMKr0IHQtsK7?= <buh@example.org>");
    CHECK(to_header("Ромашка Ltd") == "=?UTF-8?B?0KDQvtC80LDRiNC60LA=?= Ltd <buh@example.org>");
    CHECK(to_header("=?UTF-8?Q?a?=") == "=?UTF-8?B?PT9VVEYtOD9RP2E/PQ==?= <buh@example.org>");
    CHECK(to_header("two  spaces") == "=?UTF-8?Q?two__spaces?= <buh@example.org>");
}

TEST_CASE("of a subject only what needs it is encoded", "[letters]") {
    CHECK(subject_header("") == "");
    CHECK(subject_header("a.b, \"c\" <d@e> (f): g") == "a.b, \"c\" <d@e> (f): g");
    CHECK(subject_header("Documents from Ёж, by 5 pm") == "Documents from =?UTF-8?B?0IHQtiw=?= by 5 pm");
    CHECK(subject_header("the Reading-Room-Café in May") == "the =?UTF-8?Q?Reading-Room-Caf=C3=A9?= in May");
    CHECK(subject_header("a =?b") == "a =?UTF-8?B?PT9i?=");
    CHECK(subject_header(" a") == "=?UTF-8?Q?_a?=");
    CHECK(subject_header(std::string(61, 'x')) ==
          "=?UTF-8?Q?" + std::string(55, 'x') + "?= =?UTF-8?Q?xxxxxx?=");
}

TEST_CASE("encoded words split no letter", "[letters]") {
    Mail mail = plain_mail();
    mail.subject = repeated("и\u0306", 60);
    for (const std::string& line : lines_of(to_message(mail, LineEnd::lf))) {
        const auto at = line.find("?B?");
        if (at == std::string::npos) continue;
        CHECK(line.size() <= 76);
        CHECK_THAT(line.substr(at + 3), test::StartsWith("0LjMh"));  // a base letter comes first
    }
    mail.subject = "a" + repeated("\u0301", 200);  // no line holds them all
    for (const std::string& line : lines_of(to_message(mail, LineEnd::lf))) CHECK(line.size() <= 76);
}

TEST_CASE("a body goes in the encoding that fits it", "[letters]") {
    CHECK(encoded("") == "7bit\n");
    CHECK(encoded("no end of line") == "7bit\nno end of line\n");
    CHECK(encoded(std::string(78, 'x') + "\n") == "7bit\n" + std::string(78, 'x') + "\n");
    CHECK(encoded(std::string(79, 'x') + "\n") ==
          "quoted-printable\n" + std::string(75, 'x') + "=\n" + std::string(4, 'x') + "\n");
    CHECK(encoded("a\n.\n.b\nFrom here\n>From\n-- \nx=1\n") ==
          "quoted-printable\na\n=2E\n=2Eb\n=46rom here\n>From\n--=20\nx=3D1\n");
    CHECK(encoded("Yours, a rather long English letter from Ёж\n") ==
          "quoted-printable\nYours, a rather long English letter from =D0=81=D0=B6\n");
    CHECK(encoded("Ёж\nи\n") == "base64\n0IHQtg0K0LgNCg==\n");
    CHECK(encoded(std::string(74, 'x') + "Ё and more English words after a break\n") ==
          "quoted-printable\n" + std::string(74, 'x') + "=\n=D0=81 and more English words after a break\n");
    CHECK(encoded(std::string(75, 'x') + ".hidden\n") ==
          "quoted-printable\n" + std::string(75, 'x') + "=\n=2Ehidden\n");
}

TEST_CASE("what could become a header of its own is refused", "[letters]") {
    const auto refused = [](auto change) {
        return test::refusal([&] {
            Mail mail = plain_mail();
            change(mail);
            to_message(mail, LineEnd::lf);
        });
    };
    CHECK(refused([](Mail& mail) { mail.subject = "a\nBcc: b@example.org"; }) ==
          "the subject 'a�Bcc: b@example.org' holds a line break: write it in one line");
    CHECK_THAT(refused([](Mail& mail) { mail.to.name = "a\rb"; }),
               Contains("the recipient's name 'a�b' holds a line"));
    CHECK_THAT(refused([](Mail& mail) { mail.from.name = "a\0b"s; }),
               Contains("the sender's name 'a�b' holds a control"));
    CHECK_THAT(refused([](Mail& mail) {
                   mail.reply_to = {"\t", "a@b.ru"};
               }),
               Contains("the reply address's name '�'"));
    CHECK_THAT(refused([](Mail& mail) { mail.subject = "a\u0085b"; }), Contains("holds a control character"));
    CHECK_THAT(refused([](Mail& mail) { mail.subject = "a\xD0"; }), Contains("is not UTF-8"));
    CHECK_THAT(refused([](Mail& mail) { mail.to.address = "b@c.ru\nBcc: d@e.ru"; }),
               Contains("is not an e-mail address"));
    CHECK_THAT(refused([](Mail& mail) { mail.message_id = "a@b"; }), Contains("'a@b' is not a message id"));
    CHECK_THAT(refused([](Mail& mail) { mail.message_id = "<a@b>\n<c@d>"; }),
               Contains("is not a message id"));
    CHECK(refused([](Mail& mail) { mail.body = "a\nb\rc"; }) ==
          "line 2 of the letter's text holds a control character: take it out");
    CHECK_THAT(refused([](Mail& mail) { mail.body = "a\0"s; }), Contains("line 1 of the letter's text"));
    CHECK_THAT(refused([](Mail& mail) { mail.body = "\xFF"; }), Contains("is not UTF-8"));
}

TEST_CASE("whatever the texts, the message is within the limits of mail", "[letters][property]") {
    CHECK(rc::check([] {
        Mail mail = plain_mail();
        mail.from.name = *texts();
        mail.to = {*texts(), std::string(64, 'a') + "@" + repeated("abcdefg.", 20) + "ru"};
        mail.subject = *texts();
        mail.body = *texts() + "\n" + *texts();
        const std::string message = to_message(mail, LineEnd::lf);
        RC_ASSERT(std::all_of(message.begin(), message.end(),
                              [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); }));
        bool in_header = true;
        for (const std::string& line : lines_of(message)) {
            in_header = in_header && !line.empty();
            const bool one_token = in_header && line.find(' ', line.find(' ') + 1) == std::string::npos;
            RC_ASSERT(line.size() <= (one_token ? 998U : 78U));
            RC_ASSERT(!in_header || line.find_first_not_of(' ') != std::string::npos);
            RC_ASSERT(in_header ||
                      !(line.starts_with('.') || line.starts_with("From ") || line.ends_with(' ')));
        }
        std::string crlf;
        for (const char c : message) crlf += c == '\n' ? "\r\n" : std::string(1, c);
        RC_ASSERT(to_message(mail, LineEnd::crlf) == crlf);
    }));
}
