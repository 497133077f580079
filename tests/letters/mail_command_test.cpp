// SPDX-License-Identifier: MIT
// Real processes in the place of the mail command: how each end is understood. Sends no mail.
#include "tracker/letters/mail_command.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include "../base/inputs.hpp"
#include "../catch.hpp"

using namespace tracker;
using namespace std::chrono_literals;
using tracker::test::Contains;
using tracker::test::StartsWith;
using Words = std::vector<std::string>;

namespace {

/// A folder of its own, with a script that stands for the mail command.
class Folder {
  public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "tracker-mail-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
        path_ = name;
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] std::string path(const std::string& name) const { return path_ + "/" + name; }

    [[nodiscard]] std::string script(const std::string& lines) const {
        std::ofstream(path("mail")) << "#!/bin/sh\n" << lines << "\n";
        std::filesystem::permissions(path("mail"), std::filesystem::perms::owner_all);
        return path("mail");
    }

  private:
    std::string path_;
};

const std::string message = "From: a@example.org\n\nHello.\n";

SendResult run(const std::string& lines, std::chrono::milliseconds time_out = 20s,
               const std::string& text = message) {
    const Folder folder;
    return send_mail({folder.script(lines)}, "buh@example.org", text, time_out);
}

/// Whether the process is gone, or will be in a moment; one that nobody has waited for yet counts as gone.
bool ends_soon(pid_t process) {
    const std::string state = "/proc/" + std::to_string(process) + "/stat";
    for (int i = 0; i < 100; ++i) {
        std::string line;
        if (!std::getline(std::ifstream(state), line) || line.find(") Z") != std::string::npos) return true;
        std::this_thread::sleep_for(10ms);
    }
    return false;
}

int descriptors() {
    const std::filesystem::directory_iterator open("/proc/self/fd");
    return static_cast<int>(std::distance(begin(open), end(open)));
}

}  // namespace

TEST_CASE("the command gets the message, the recipient and the environment", "[letters]") {
    const Folder folder;
    const std::string script = folder.script(R"(cd "${0%/*}"; cat >message; printf '%s|' "$@" >arguments
echo "$MAIL_TEST" >environment; echo thrown away; exec 2>&-
for n in 3 4 5 6 7 8 9; do [ -e /proc/$$/fd/$n ] && echo $n; done >descriptors
cut -d ' ' -f 6 /proc/$$/stat >session; echo $$ >pid)");
    ::setenv("MAIL_TEST", "kept", 1);
    const int before = descriptors();
    const SendResult result =
        send_mail({script, "-a", "two words", "$HOME"}, "buh@example.org", message, 20s);
    ::unsetenv("MAIL_TEST");
    CHECK(result.outcome == SendOutcome::sent);
    CHECK(result.exit_code == 0);
    CHECK(result.detail == "exit code 0 (EX_OK)");
    CHECK(test::read_file(folder.path("message")) == message);
    CHECK(test::read_file(folder.path("arguments")) == "-a|two words|$HOME|--|buh@example.org|");
    CHECK(test::read_file(folder.path("environment")) == "kept\n");
    std::string inherited;  // from whatever runs the tests
    for (int number = 3; number < 10; ++number)
        if ((::fcntl(number, F_GETFD) & FD_CLOEXEC) == 0) inherited += std::to_string(number) + "\n";
    CHECK(test::read_file(folder.path("descriptors")) == inherited);
    CHECK(test::read_file(folder.path("session")) == test::read_file(folder.path("pid")));
    CHECK(descriptors() == before);
}

TEST_CASE("exit codes are understood as msmtp gives them", "[letters]") {
    for (int code = 0; code < 256; code += code == 0 || (code >= 63 && code < 80) ? 1
                                           : code < 126                           ? 126 - code
                                           : code < 128                           ? 1
                                                                                  : 21) {
        CAPTURE(code);
        const SendResult result = run("cat >/dev/null; exit " + std::to_string(code));
        const bool retry = code == 68 || code == 69 || code == 75 || code == 126 || code == 127;
        CHECK(result.outcome == (code == 0                  ? SendOutcome::sent
                                 : retry                    ? SendOutcome::retry
                                 : code == 74 || code == 76 ? SendOutcome::doubtful
                                                            : SendOutcome::failed));
        CHECK(result.exit_code == code);
        CHECK_THAT(result.detail, StartsWith("exit code " + std::to_string(code)));
    }
    CHECK(run("cat >/dev/null; printf 'no\\033[1m\\n\\n the server\\r\\n' >&2; exit 75").detail ==
          "exit code 75 (EX_TEMPFAIL): no�[1m; the server");
    CHECK(run("echo too early >&2; exit 65").detail == "exit code 65 (EX_DATAERR): too early");
    CHECK(run("exit 75").outcome == SendOutcome::retry);
}

TEST_CASE("whether the letter was read to its end is known", "[letters]") {
    const SendResult unread = run("exec <&-; exit 0");
    CHECK(unread.outcome == SendOutcome::doubtful);
    CHECK_FALSE(unread.read);
    CHECK(unread.detail == "exit code 0 (EX_OK), before it had read the letter");
    CHECK(run("exit 76").outcome == SendOutcome::doubtful);
    CHECK(run("echo no TLS >&2; exit 76").detail ==
          "exit code 76 (EX_PROTOCOL), before it had read the letter: no TLS");
    CHECK(run("cat >/dev/null; exit 76").detail == "exit code 76 (EX_PROTOCOL)");
    const std::string large(1000000, 'x');
    CHECK_FALSE(run("head -c 100 >/dev/null; exit 0", 20s, large).read);
    CHECK(run("exec <&-; sleep 0.1; exit 67", 20s, large).outcome == SendOutcome::failed);
    for (const std::string& text : {std::string(), std::string("x"), message, large}) {
        CHECK(run("cat >/dev/null", 20s, text).read);
        CHECK(run("head -c " + std::to_string(text.size()) + " >/dev/null; exit 65", 20s, text).read);
    }
}

TEST_CASE("megabytes in both directions block nobody", "[letters]") {
    const SendResult result =
        run("head -c 1000000 /dev/zero | tr '\\0' 'e' >&2; cat >/dev/null", 60s, std::string(3000000, 'x'));
    CHECK(result.outcome == SendOutcome::sent);
    CHECK_THAT(result.detail, StartsWith("exit code 0 (EX_OK): eeee"));
    CHECK(result.detail.size() < 230);
    CHECK(run("sleep 30 & cat >/dev/null", 20s).outcome ==
          SendOutcome::sent);  // it keeps standard error open
}

TEST_CASE("a command that hangs is stopped with all that it started", "[letters]") {
    const SendResult after = run("cat >/dev/null; sleep 300", 1s);
    CHECK(after.outcome == SendOutcome::doubtful);
    CHECK(after.exit_code == -SIGTERM);
    CHECK(after.detail == "not ready in 1 s");
    // As msmtp before it has a connection: the headers are read in one piece, and all of a short letter with
    // them.
    const SendResult before = run("dd bs=4096 count=1 >/dev/null 2>&1; echo waiting >&2; sleep 300", 1s);
    CHECK(before.outcome == SendOutcome::retry);
    CHECK(before.detail == "not ready in 1 s, before it had read the letter: waiting");
    CHECK(run("sleep 300", 200ms).outcome == SendOutcome::retry);
    CHECK(run("sleep 300", 200ms, std::string(1000000, 'x')).outcome == SendOutcome::retry);
    CHECK(run("cat >/dev/null; kill -STOP $$", 1s).exit_code == -SIGKILL);

    // The command ends by SIGTERM, what it started doesn't.
    const Folder folder;
    const std::string child =
        "(trap '' TERM; exec sleep 300) & echo $! >\"${0%/*}/child\"; cat >/dev/null; wait";
    CHECK(send_mail({folder.script(child)}, "buh@example.org", message, 1s).exit_code == -SIGTERM);
    CHECK(ends_soon(std::stoi(test::read_file(folder.path("child")))));
    CHECK(run("trap '' TERM; cat >/dev/null; while :; do sleep 1; done", 1s).exit_code == -SIGKILL);
}

TEST_CASE("a cut letter is never given as if it were whole", "[letters]") {
    const Folder folder;
    const std::string script = folder.script("trap '' TERM; sleep 1; cat >/dev/null; echo >\"${0%/*}/end\"");
    CHECK(send_mail({script}, "buh@example.org", message, 200ms).outcome == SendOutcome::retry);
    CHECK_FALSE(std::filesystem::exists(folder.path("end")));
}

TEST_CASE("a signal is an unclear end", "[letters]") {
    const SendResult result = run("cat >/dev/null; kill -SEGV $$");
    CHECK(result.outcome == SendOutcome::doubtful);
    CHECK(result.exit_code == -SIGSEGV);
    CHECK(result.detail == "ended by signal 11 (Segmentation fault)");
    CHECK(run("kill -KILL $$").outcome == SendOutcome::retry);
}

TEST_CASE("a command that can't be run says why", "[letters]") {
    const Folder folder;
    const auto send = [](const std::string& program) {
        return send_mail({program}, "a@example.org", message, 20s);
    };
    CHECK(send("no-such-program-here").exit_code == 127);
    CHECK(send("no-such-program-here").detail ==
          "'no-such-program-here' can't be run: No such file or directory");
    CHECK(send(folder.path("")).detail == "'" + folder.path("") + "' can't be run: Permission denied");
    const std::string script = folder.script("");
    std::ofstream(script) << "exit 0\n";  // no first line that names a shell
    CHECK(send(script).exit_code == 126);
    CHECK_THAT(send(script).detail, Contains("Exec format error"));
}

TEST_CASE("how a command ended is seen even where children are ignored", "[letters]") {
    const auto before = std::signal(SIGCHLD, SIG_IGN);
    CHECK(run("cat >/dev/null; exit 75").exit_code == 75);
    CHECK(std::signal(SIGCHLD, before) == SIG_IGN);
}

namespace {

struct Kind {
    const char* lines;  // of the script
    SendOutcome outcome;
    const char* detail;      // its beginning
    std::size_t size = 200;  // of the letter
};

constexpr std::size_t beyond_a_pipe = 1'000'000;
const Kind kinds_of_commands[] = {
    {"exit 0", SendOutcome::doubtful, "exit code 0 (EX_OK), before it had read the letter"},
    {"exec <&-; sleep 0.05; exit 0", SendOutcome::doubtful, "exit code 0 (EX_OK), before"},
    {"head -c 100 >/dev/null", SendOutcome::doubtful, "exit code 0 (EX_OK), before", beyond_a_pipe},
    {"dd bs=1 count=199 2>/dev/null >&2", SendOutcome::doubtful, "exit code 0 (EX_OK), before"},
    {"cat >/dev/null", SendOutcome::sent, "exit code 0 (EX_OK)"},
    {"cat >/dev/null; sleep 0.1", SendOutcome::sent, "exit code 0 (EX_OK)"},
    {"cat; cat /dev/zero | head -c 1000000; echo done >&2", SendOutcome::sent, "exit code 0 (EX_OK): done"},
    {"cat >&2; head -c 1000000 /dev/zero >&2", SendOutcome::sent, "exit code 0 (EX_OK)", beyond_a_pipe},
    {"exit 1", SendOutcome::failed, "exit code 1"},
    {"cat >/dev/null; exit 1", SendOutcome::failed, "exit code 1"},
    {"exit 64", SendOutcome::failed, "exit code 64 (EX_USAGE)"},
    {"exit 69", SendOutcome::retry, "exit code 69 (EX_UNAVAILABLE)"},
    {"exit 75", SendOutcome::retry, "exit code 75 (EX_TEMPFAIL)"},
    {"exit 77", SendOutcome::failed, "exit code 77 (EX_NOPERM)"},
    {"exit 78", SendOutcome::failed, "exit code 78 (EX_CONFIG)"},
    {"exec no-such-mailer 2>/dev/null", SendOutcome::retry, "exit code 127"},
    {"exec /dev/null 2>/dev/null", SendOutcome::retry, "exit code 126"},
    {"kill -KILL $$", SendOutcome::retry, "ended by signal 9"},
    {"cat >/dev/null; kill -TERM $$", SendOutcome::doubtful, "ended by signal 15"},
    // What it started still has the letter.
    {"exec 3<&0; (sleep 2; cat <&3) >/dev/null 2>&1 & kill -KILL $$", SendOutcome::doubtful,
     "ended by signal 9"},
    {"exec 3<&0; (sleep 2; cat <&3) >/dev/null 2>&1 & exit 127", SendOutcome::doubtful, "exit code 127"},
    {"exec sleep 60", SendOutcome::retry, "not ready in 0.5 s, before"},
    {"cat >/dev/null; exec sleep 60", SendOutcome::doubtful, "not ready in 0.5 s"},
};

}  // namespace

TEST_CASE("what is certain of a letter, after commands of every kind", "[letters]") {
    for (const Kind& kind : kinds_of_commands) {
        CAPTURE(kind.lines);
        const bool hangs = std::string_view(kind.lines).ends_with("sleep 60");
        const SendResult result = run(kind.lines, hangs ? 500ms : 20s, std::string(kind.size, 'x'));
        CHECK(static_cast<int>(result.outcome) == static_cast<int>(kind.outcome));
        CHECK_THAT(result.detail, StartsWith(kind.detail));
    }
}

TEST_CASE("what couldn't be run was handed nothing: it is tried again", "[letters]") {
    const Folder folder;
    const std::string script = folder.script("exit 0");
    std::filesystem::permissions(script, std::filesystem::perms::owner_read);
    for (const std::string& program : {std::string("no-such-program-here"), script, folder.path("")})
        CHECK(send_mail({program}, "a@example.org", message, 20s).outcome == SendOutcome::retry);

    rlimit before{};
    ::getrlimit(RLIMIT_NOFILE, &before);
    const rlimit none{static_cast<rlim_t>(descriptors()), before.rlim_max};
    ::setrlimit(RLIMIT_NOFILE, &none);
    const SendResult result = send_mail({"true"}, "a@example.org", message, 20s);
    ::setrlimit(RLIMIT_NOFILE, &before);
    CHECK(result.outcome == SendOutcome::retry);
    CHECK(result.detail == "'true' can't be run: Too many open files");
}

TEST_CASE("a command has the signals as they are by default", "[letters]") {
    const auto pipe = std::signal(SIGPIPE, SIG_IGN);
    const auto size = std::signal(SIGXFSZ, SIG_IGN);
    const Folder folder;
    const std::string script =
        folder.script("cat >/dev/null; grep SigIgn /proc/$$/status >\"${0%/*}/ignored\"");
    CHECK(send_mail({script}, "a@example.org", message, 20s).outcome == SendOutcome::sent);
    std::signal(SIGPIPE, pipe);
    std::signal(SIGXFSZ, size);
    const auto ignored = std::stoull(test::read_file(folder.path("ignored")).substr(8), nullptr, 16);
    for (const int signal : {SIGPIPE, SIGXFSZ}) CHECK((ignored >> (signal - 1) & 1) == 0);
}
