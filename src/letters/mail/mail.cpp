// SPDX-License-Identifier: MIT
// The order and the values of the headers. Never lets text from outside become a header of its own.
#include "tracker/letters/mail.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cstdlib>

#include "letters/mail/mail_body.hpp"
#include "letters/mail/mail_characters.hpp"
#include "letters/mail/mail_header.hpp"
#include "tracker/base/dates.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

/// `Tue, 24 Nov 2026 09:00:00 +0300` (RFC 5322, 3.3), in English whatever the locale.
std::string date_value(std::int64_t time, int offset_minutes) {
    constexpr std::array<std::string_view, 7> weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const date::sys_seconds local{std::chrono::seconds{time + std::int64_t{60} * offset_minutes}};
    const date::sys_days day = date::floor<date::days>(local);
    const date::year_month_day civil{day};
    const date::hh_mm_ss<std::chrono::seconds> clock{local - day};
    const int offset = std::abs(offset_minutes);
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} {}{:02}{:02}",
                       weekdays[date::weekday{day}.c_encoding()], static_cast<unsigned>(civil.day()),
                       months[static_cast<unsigned>(civil.month()) - 1], static_cast<int>(civil.year()),
                       clock.hours().count(), clock.minutes().count(), clock.seconds().count(),
                       offset_minutes < 0 ? '-' : '+', offset / 60, offset % 60);
}

Mailbox checked(const Mailbox& mailbox, std::string_view whose) {
    check_header(mailbox.name, fmt::format("the {} name", whose));
    return {mailbox.name, read_address(mailbox.address)};
}

const std::string& checked_message_id(const std::string& id) {
    const std::string_view inside = id.size() < 2 ? "" : std::string_view(id).substr(1, id.size() - 2);
    const auto at = inside.find('@');
    if (at == std::string_view::npos || id.front() != '<' || id.back() != '>' || inside.size() > 254 ||
        !is_dot_atom(inside.substr(0, at)) || !is_dot_atom(inside.substr(at + 1))) {
        throw InputError(fmt::format("'{}' is not a message id: it is written '<number@example.org>'",
                                     fit(printable(id), 80)));
    }
    return id;
}

std::string text_header(std::string_view name, std::string_view value) {
    Header header(name);
    header.add_text(value);
    return header.lines();
}

std::string mailbox_header(std::string_view name, const Mailbox& mailbox) {
    Header header(name);
    header.add_mailbox(mailbox);
    return header.lines();
}

std::string with_crlf(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 32);
    for (const char c : text) c == '\n' ? out += "\r\n" : out += c;
    return out;
}

}  // namespace

void check_header(std::string_view value, std::string_view what) {
    const auto refuse = [&](std::string_view why) {
        throw InputError(fmt::format("{} '{}' {}", what, fit(printable(value), 60), why));
    };
    if (!is_utf8(value)) refuse("is not UTF-8: type it anew");
    if (value.find_first_of("\r\n") != std::string_view::npos)
        refuse("holds a line break: write it in one line");
    if (find_control(value) != std::string_view::npos) refuse("holds a control character: take it out");
}

std::string to_message(const Mail& mail, LineEnd line_end) {
    check_header(mail.subject, "the subject");
    const EncodedBody body = encode_body(mail.body);
    std::string out = mailbox_header("From", checked(mail.from, "sender's"));
    out += mailbox_header("To", checked(mail.to, "recipient's"));
    if (mail.reply_to) out += mailbox_header("Reply-To", checked(*mail.reply_to, "reply address's"));
    out += text_header("Subject", mail.subject);
    out += fmt::format("Date: {}\n", date_value(mail.time, mail.zone_offset_minutes));
    out += fmt::format("Message-ID: {}\n", checked_message_id(mail.message_id));
    out += "Auto-Submitted: auto-generated\n";
    out += "MIME-Version: 1.0\n";
    out += "Content-Type: text/plain; charset=utf-8\n";
    out += fmt::format("Content-Transfer-Encoding: {}\n\n", body.encoding);
    out += body.text;
    return line_end == LineEnd::lf ? out : with_crlf(out);
}

}  // namespace tracker
