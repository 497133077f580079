// SPDX-License-Identifier: MIT
// The list of confirmed mail commands: its lines, whatever stands in it, and whose file it may be.
#include "tracker/letters/confirmed_commands.hpp"

#include <rapidcheck.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "../store/fixture.hpp"
#include "letters/confirmed_list.hpp"

using namespace tracker;
using tracker::test::Contains;
using Commands = std::vector<ConfirmedCommand>;
namespace fs = std::filesystem;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

/// A folder with a list of this text.
struct Listed {
    explicit Listed(const std::string& text) {
        fs::create_directory(folder);
        ::chmod(folder.c_str(), 0700);
        std::ofstream(file) << text;
        ::chmod(file.c_str(), 0600);
    }
    [[nodiscard]] std::string why_not_believed() const {
        return test::refusal([&] { static_cast<void>(ConfirmedList(folder).read()); });
    }

    test::Folder above;
    std::string folder = above.file("tracker");
    std::string file = folder + "/mail-commands";
};

}  // namespace

TEST_CASE("confirmed commands are read as they were written", "[letters]") {
    const Commands commands{{"/home/maria/practice.db", "msmtp -C '/home/maria/my file'"},
                            {"/a\tb\nc\\d", "e\tf\ng\\h"},
                            {"/home/maria/practice.db", "sendmail -t"}};
    CHECK(read_confirmed(written_confirmed(commands)) == commands);
    CHECK(written_confirmed({commands[1]}) == "/a\\tb\\nc\\\\d\te\\tf\\ng\\\\h\n");
    CHECK(written_confirmed({}).empty());
}

TEST_CASE("whatever path and command come back as they were", "[letters][property]") {
    CHECK(rc::check([](const std::vector<std::pair<std::string, std::string>>& pairs) {
        Commands commands;
        for (const auto& [path, command] : pairs) {
            RC_PRE(path.find('\0') == std::string::npos && command.find('\0') == std::string::npos);
            commands.push_back({'/' + path, command + '.'});
        }
        RC_ASSERT(read_confirmed(written_confirmed(commands)) == commands);
    }));
}

TEST_CASE("lines that the program doesn't write confirm nothing", "[letters]") {
    for (const std::string& line :
         {""s, "\n"s, "/a.db"s, "/a.db\n"s, "/a.db mail\n"s, "/a.db\tmail"s, "a.db\tmail\n"s, "\tmail\n"s,
          "/a.db\t\n"s, "/a.db\tmail\tmore\n"s, "/a.db\tmail\\\n"s, "/a.db\tma\\il\n"s, "/a\\.db\tmail\n"s,
          "/a.db\tma\0il\n"s, "/a\0.db\tmail\n"s, " /a.db\tmail\n"s, "\xEF\xBB\xBF/a.db\tmail\n"s,
          "\x7f"
          "ELF\2\1\1\0\0\n"s}) {
        CAPTURE(line);
        CHECK(read_confirmed(line).empty());
        // Nor do they hide what stands beside them.
        CHECK(read_confirmed("/b.db\tmail\n" + line) == Commands{{"/b.db", "mail"}});
    }
    CHECK(read_confirmed("/a.db\tmail\r\n") == Commands{{"/a.db", "mail\r"}});  // another command than "mail"
    CHECK(read_confirmed("/a.db\tmail\n\n\t\n/c.db\tpost\n/cut") ==
          Commands{{"/a.db", "mail"}, {"/c.db", "post"}});
}

TEST_CASE("of any text what is read can be written and read again", "[letters][property]") {
    CHECK(rc::check([](const std::vector<std::uint8_t>& picks) {
        std::string text;
        for (const std::uint8_t pick : picks) text += "/\t\n\\tna \0"sv[pick % 9];
        const Commands commands = read_confirmed(text);
        RC_ASSERT(read_confirmed(written_confirmed(commands)) == commands);
    }));
}

TEST_CASE("a list that others could have written isn't believed", "[letters]") {
    const Listed listed("/a.db\tmail\n");
    CHECK(ConfirmedList(listed.folder).read() == "/a.db\tmail\n");
    ::chmod(listed.file.c_str(), 0620);
    CHECK_THAT(listed.why_not_believed(),
               Contains("mail-commands' isn't believed: others may write it (mode 0620)"));
    ::chmod(listed.file.c_str(), 0600);
    ::chmod(listed.folder.c_str(), 0777);
    CHECK_THAT(listed.why_not_believed(),
               Contains("tracker' isn't believed: others may write it (mode 0777)"));
    ::chmod(listed.folder.c_str(), 0700);
    if (::geteuid() == 0) {
        REQUIRE(::chown(listed.file.c_str(), 65534, 65534) == 0);
        CHECK_THAT(listed.why_not_believed(),
                   Contains("it belongs to another user (uid 65534): move it away"));
    }
}

TEST_CASE("what is no file of its own in the list's place isn't believed", "[letters]") {
    const Listed listed("");
    const std::string elsewhere = listed.above.file("elsewhere");
    const auto place = [&](auto&& put) {
        fs::remove_all(listed.file);
        put();
        return listed.why_not_believed();
    };
    std::ofstream(elsewhere) << "/a.db\tmail\n";
    CHECK_THAT(place([&] { fs::create_symlink(elsewhere, listed.file); }),
               Contains("isn't believed: it is a link"));
    CHECK_THAT(place([&] { fs::create_directory(listed.file); }), Contains("isn't believed: it is no file"));
    CHECK_THAT(place([&] { ::mkfifo(listed.file.c_str(), 0600); }),
               Contains("isn't believed: it is no file"));
    const auto large = [&] { std::ofstream(listed.file) << std::string((std::size_t{1} << 20) + 1, 'a'); };
    CHECK_THAT(place(large), Contains("larger than 1 MiB"));
    CHECK(place([] {}).empty());  // no list is an empty one
}

TEST_CASE("a list is written for its owner alone, with its folder", "[letters]") {
    const test::Folder above;
    const ConfirmedList list(above.file("config/tracker"));
    CHECK(list.read().empty());
    const mode_t mask = ::umask(0);
    list.write(list.alone(), "one");
    ::umask(0277);
    list.write(list.alone(), "another");
    ::umask(mask);
    CHECK(list.read() == "another");
    CHECK(test::mode(above.file("config/tracker")) == 0700);
    CHECK(test::mode(above.file("config/tracker/mail-commands")) == 0600);
    CHECK_FALSE(fs::exists(above.file("config/tracker/mail-commands.part")));
}
