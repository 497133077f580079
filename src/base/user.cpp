// SPDX-License-Identifier: MIT
#include "tracker/base/user.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

#include "tracker/base/lines.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

constexpr int widest_name = 100;

/// Takes the text up to the colon, and the colon.
std::string_view take_field(std::string_view& line) {
    const auto end = line.find(':');
    const std::string_view field = line.substr(0, end);
    line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
    return field;
}

/// Empty where it can't be read. By itself: a stream costs ten times as much, at each start.
std::string read_accounts() {
    std::string text;
    const int descriptor = ::open("/etc/passwd", O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return text;
    std::array<char, 8192> buffer;
    for (ssize_t got = 0; (got = ::read(descriptor, buffer.data(), buffer.size())) > 0;)
        text.append(buffer.data(), static_cast<std::size_t>(got));
    ::close(descriptor);
    return text;
}

}  // namespace

std::string user_on_record(std::string_view name, uid_t number, std::string_view accounts) {
    const std::string wanted = std::to_string(number);
    std::string shown = fit(printable(name), widest_name);
    for (LineReader lines(accounts); lines.next();) {
        std::string_view line = lines.line();
        const std::string_view known = take_field(line);
        take_field(line);  // the password, elsewhere
        if (take_field(line) != wanted || known.empty()) continue;
        if (name.empty()) return fit(printable(known), widest_name);
        if (name == known) return shown;  // one number may have several names
    }
    return name.empty() ? "uid " + wanted : fmt::format("{} (uid {})", shown, wanted);
}

std::string user_on_record() {
    std::string_view name;
    for (const char* variable : {"USER", "LOGNAME"}) {
        const char* const value = std::getenv(variable);
        if (name.empty() && value) name = value;
    }
    return user_on_record(name, ::getuid(), read_accounts());
}

}  // namespace tracker
