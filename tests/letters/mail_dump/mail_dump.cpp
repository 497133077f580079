// SPDX-License-Identifier: MIT
// Writes the messages that mail_check.py asks for: a JSON array of letters on standard input, an array of
// messages on standard output, each `{"lf": ..., "crlf": ...}` or `{"refused": why}`. Checks nothing itself.
#include <iostream>
#include <nlohmann/json.hpp>

#include "tracker/base/error.hpp"
#include "tracker/letters/mail.hpp"

namespace {

using nlohmann::json;

tracker::Mailbox mailbox(const json& from) {
    return {from.at("name"), from.at("address")};
}

tracker::Mail mail(const json& from) {
    tracker::Mail mail;
    mail.from = mailbox(from.at("from"));
    mail.to = mailbox(from.at("to"));
    if (from.contains("reply_to")) mail.reply_to = mailbox(from.at("reply_to"));
    mail.subject = from.at("subject");
    mail.body = from.at("body");
    mail.time = from.at("time");
    mail.zone_offset_minutes = from.at("zone_offset_minutes");
    mail.message_id = from.at("message_id");
    return mail;
}

json message(const json& from) {
    try {
        const tracker::Mail letter = mail(from);
        return {{"lf", to_message(letter, tracker::LineEnd::lf)},
                {"crlf", to_message(letter, tracker::LineEnd::crlf)}};
    } catch (const tracker::InputError& error) {
        return {{"refused", error.what()}};
    }
}

}  // namespace

int main() {
    json messages = json::array();
    for (const json& letter : json::parse(std::cin)) messages.push_back(message(letter));
    std::cout << messages << '\n';
    return std::cout.flush() ? 0 : 1;
}
