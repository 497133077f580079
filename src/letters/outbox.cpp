// SPDX-License-Identifier: MIT
#include "tracker/letters/outbox.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <set>

#include "tracker/base/error.hpp"
#include "tracker/base/files.hpp"
#include "tracker/base/text.hpp"
#include "tracker/facts/delivery.hpp"
#include "tracker/facts/letter.hpp"
#include "tracker/letters/send.hpp"

namespace tracker {
namespace {

/// "12_26" of "12/26": a contract's number is the client's text, and no path. Short enough that the whole
/// name is one that file systems take.
std::string file_word(const std::string& text) {
    constexpr std::size_t longest = 100;
    std::string word;
    for (const char c : printable(text)) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           c == '-' || static_cast<unsigned char>(c) >= 0x80;
        word += plain ? c : '_';
    }
    if (word.size() > longest) word.resize(utf8_prefix(std::string_view(word).substr(0, longest)));
    return word;
}

/// A name that none of the letters has yet: numbers that differ in one sign may be one word. Letters count as
/// equal whatever their case, since on some file systems they are.
std::string free_name(const std::string& stem, std::set<std::string>& taken) {
    std::string name = stem + ".eml";
    for (int n = 2; !taken.insert(fold(name)).second; ++n) name = fmt::format("{}-{}.eml", stem, n);
    return name;
}

[[noreturn]] void refuse(const std::string& path, int why) {
    throw InputError(fmt::format("'{}' can't be written: {}: name another folder with --outbox",
                                 printable(path), std::strerror(why)));
}

/// Once for all letters: a thousand files synced one by one take a thousand turns of the disk.
void sync_all(const std::string& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) refuse(folder, errno);
    const int why = ::syncfs(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    if (why != 0) refuse(folder, why);
}

/// In the message's id the contract has the database's number: its own may be of any letters.
std::string number_of_file(const Composed& composed) {
    return fmt::format("contract-{}", composed.contract.id);
}

void record_sent(Session& session, const Composed& composed, const std::string& file) {
    Letter letter = letter_of(session, composed, number_of_file(composed));
    session.store().add(composed.contract.id, letter);
    Delivery sent;
    sent.letter = letter.recorded.entry;
    sent.step = Delivery::Step::sent;
    sent.detail = "by hand, as " + file;
    session.store().add(composed.contract.id, sent);
}

}  // namespace

std::vector<std::string> write_outbox(Session& session, const std::vector<Composed>& letters,
                                      const std::string& folder) {
    if (::mkdir(folder.c_str(), S_IRWXU) == 0) {
        ::chmod(folder.c_str(), S_IRWXU);  // whatever the umask leaves of it
    } else if (errno != EEXIST) {
        refuse(folder, errno);
    }
    std::vector<std::string> names;
    std::set<std::string> taken;
    for (const Composed& composed : letters) {
        if (!composed.problem.empty()) continue;
        const std::string name =
            free_name(fmt::format("{}-{}-{}", format(composed.due.on), composed.client.code,
                                  file_word(composed.contract.number)),
                      taken);
        const Mail mail = mail_of(session, composed, number_of_file(composed));
        const std::string path = fmt::format("{}/{}", folder, name);
        const std::string beside = fmt::format("{}.{}.part", path, ::getpid());  // no other run's
        if (const int why = files::replace(path, beside, to_message(mail, LineEnd::crlf), false))
            refuse(path, why);
        names.push_back(name);
    }
    sync_all(folder);  // what the answer names survives a loss of power
    return names;
}

SentByHand send_by_hand(Session& session, const std::string& folder) {
    session.begin_change();
    // Composed within the change: no other run can write to the same clients meanwhile.
    SentByHand sent;
    sent.day = letters_of_the_day(session, Composer(session));
    sent.names = write_outbox(session, sent.day.letters, folder);
    if (!sent.names.empty()) record_beginning(session);
    std::size_t next = 0;
    for (const Composed& composed : sent.day.letters) {
        if (composed.problem.empty()) record_sent(session, composed, sent.names[next++]);
    }
    session.end_change();
    return sent;
}

}  // namespace tracker
