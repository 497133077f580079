// SPDX-License-Identifier: MIT
// Any texts as the parts of a message, one a line (sender's name, recipient's name, address, subject), the
// rest as its body: it is refused in a line, or it is a message of exactly its own headers.
#include <array>

#include "properties.hpp"
#include "tracker/base/error.hpp"
#include "tracker/letters/mail.hpp"

using namespace tracker;

namespace {

std::string_view take_line(std::string_view& text) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

void check_address(std::string_view text) {
    try {
        const auto address = read_address(text);
        fuzz::require(std::count(address.begin(), address.end(), '@') == 1, "an address is one", address);
        fuzz::require(address.find_first_of(" \t\r\n,;<>()\"\\") == std::string::npos && address[0] != '-',
                      "an address is plain", address);
        fuzz::require(address.size() <= 254 && read_address(address) == address, "an address is read back",
                      address);
        is_test_address(address);
    } catch (const InputError& error) {
        fuzz::require_message(error.what(), "a refusal");
    }
}

void check_head(std::string_view head) {
    constexpr std::array<std::string_view, 9> names{
        "From",         "To",           "Subject",
        "Date",         "Message-ID",   "Auto-Submitted",
        "MIME-Version", "Content-Type", "Content-Transfer-Encoding"};
    std::size_t next = 0;
    for (auto rest = head; !rest.empty();) {
        const auto line = take_line(rest);
        if (line.starts_with(' ')) {
            fuzz::require(line.find_first_not_of(' ') != std::string_view::npos, "no folded line is blank",
                          head);
            continue;
        }
        fuzz::require(next < names.size() && line.starts_with(names[next]), "the headers are its own", line);
        const auto value = line.substr(names[next].size());
        fuzz::require(value == ":" || value.starts_with(": "), "a header's name is whole", line);
        ++next;
    }
    fuzz::require(next == names.size(), "no header is missing", head);
}

void check_message(std::string_view message) {
    for (auto rest = message; !rest.empty();)
        fuzz::require(take_line(rest).size() <= 998, "no line is too long", message);
    const bool plain = std::all_of(message.begin(), message.end(),
                                   [](char c) { return (c >= ' ' && c < '\x7F') || c == '\n' || c == '\t'; });
    fuzz::require(plain, "a message is ASCII in lines", message);
    const auto end = message.find("\n\n");
    fuzz::require(end != std::string_view::npos, "a message has a head", message);
    check_head(message.substr(0, end + 1));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view text(reinterpret_cast<const char*>(data), size);
    Mail mail;
    mail.from = {std::string(take_line(text)), "firm@firm.ru"};
    mail.to.name = take_line(text);
    mail.to.address = take_line(text);
    mail.subject = take_line(text);
    mail.body = text;
    mail.message_id = "<1@firm.ru>";
    check_address(mail.to.address);
    try {
        const auto message = to_message(mail, LineEnd::lf);
        check_message(message);
        std::string with_cr;
        for (const char c : message) with_cr += c == '\n' ? "\r\n" : std::string(1, c);
        fuzz::require(to_message(mail, LineEnd::crlf) == with_cr, "both forms are one message", message);
    } catch (const InputError& error) {
        fuzz::require_message(error.what(), "a refusal");
    }
    return 0;
}
