// SPDX-License-Identifier: MIT
// A letter as the bytes of an e-mail (RFC 5322, MIME), and the checks of what goes into one. Never sends it,
// and knows neither clock nor random numbers: one letter is the same bytes whenever it is written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tracker {

/// An address as read_address takes it, and the name that is shown with it; the name may be empty.
struct Mailbox {
    std::string name;
    std::string address;
};

/// All texts are UTF-8.
struct Mail {
    Mailbox from;
    Mailbox to;
    std::optional<Mailbox> reply_to;
    std::string subject;
    std::string body;             ///< lines that end with "\n"; the last one may lack it
    std::int64_t time = 0;        ///< seconds since 1970-01-01 UTC, from the year 1900 to 9999
    int zone_offset_minutes = 0;  ///< what the sender's clock is ahead of UTC, -1439 to 1439
    std::string message_id;       ///< `<left@right>`, ASCII, the same for no other letter (RFC 5322, 3.6.4)
};

/// What ends each line of the message: `crlf` is the format of mail itself (RFC 5322, 2.3) and of `.eml`
/// files; `lf` is what a mail command wants on its standard input, as it writes the CR itself (sendmail,
/// msmtp), some of them a second time.
enum class LineEnd : std::uint8_t { lf, crlf };

/// The whole message, headers and body, in ASCII, lines of at most 76 characters wherever something can be
/// parted and of at most 998 always. Names and the subject are readable as they are where they are ASCII,
/// else in encoded words (RFC 2047), base64 or quoted, that split no character. The body goes as it is if it
/// is ASCII in lines that no mail program touches (none begins with "." or "From ", none ends in a blank,
/// none is longer than 78), else quoted-printable or base64, whichever is shorter (RFC 2045, 6.7 and 6.8).
/// `Auto-Submitted: auto-generated` asks other programs not to answer (RFC 3834). Throws InputError where
/// check_header, read_address or the message id refuse, and for a body that isn't UTF-8 or holds control
/// characters other than "\n" and TAB.
std::string to_message(const Mail& mail, LineEnd line_end);

/// Throws InputError if the value of a header isn't strict UTF-8 or holds a control character, CR, LF, NUL
/// and TAB among them: text from outside must never begin a header of its own. `what` names it in the message
/// ("the subject").
void check_header(std::string_view value, std::string_view what);

/// The address without outer blanks, otherwise as written: `local@domain`, the local part of letters, digits,
/// single points between them and ``!#$%&'*+-/=?^_`{|}~`` (RFC 5322, dot-atom) up to 64 characters, the
/// domain of at least two labels of letters, digits and inner hyphens, 254 characters together (RFC
/// 5321, 4.5.3.1). Throws InputError for anything else: quoted local parts and comments, several addresses, a
/// local part that begins with "-" as an option does, an address that isn't ASCII, for which the message asks
/// for the domain's ASCII form.
std::string read_address(std::string_view text);

/// Whether the address can belong to nobody: its domain is or ends in `invalid`, `test`, `example`,
/// `example.org`, `example.com`, `example.net`, in any case (RFC 2606, RFC 6761).
bool is_test_address(std::string_view address);

}  // namespace tracker
