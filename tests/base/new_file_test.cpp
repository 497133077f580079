// SPDX-License-Identifier: MIT
// Files that are made for their owner alone, where somebody else was there first.
#include "tracker/base/new_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "../store/fixture.hpp"
#include "tracker/base/files.hpp"

namespace tracker {
namespace {

using namespace test;

/// What making the file says against it, or "".
std::string try_to_make(const std::string& place) {
    return refusal([&] { NewFile file(place); });
}

}  // namespace

TEST_CASE("a new file is its owner's alone whatever the mask, and comes to its place whole", "[base]") {
    const Folder folder;
    const std::string place = folder.file("a/b.db");
    const mode_t mask = ::umask(0277);
    {
        NewFile file(place);
        CHECK(mode(file.path()) == 0600);
        CHECK_FALSE(files::exists(place));
        file.move_to_place();
    }
    ::umask(mask);
    CHECK(mode(place) == 0600);
    CHECK_FALSE(files::exists(place + ".part"));
}

TEST_CASE("what a stopped run left is taken away, and not written through", "[base]") {
    const Folder folder;
    const std::string place = folder.file("a.db");
    std::ofstream(place + ".part") << "of before";
    ::chmod((place + ".part").c_str(), 0666);
    std::ofstream(place + ".part-journal") << "of before";
    const int before = ::open((place + ".part").c_str(), O_RDONLY);
    {
        const NewFile file(place);
        CHECK(mode(file.path()) == 0600);
        CHECK_FALSE(files::exists(place + ".part-journal"));
        struct stat about {};
        ::fstat(before, &about);
        CHECK(about.st_size == 9);  // another file than the new one
        CHECK(try_to_make(place).find("another process is making") != std::string::npos);
    }
    ::close(before);
    CHECK_FALSE(files::exists(place + ".part"));
}

TEST_CASE("what isn't a leftover of one's own is in the way, and stays", "[base]") {
    const Folder folder;
    const std::string place = folder.file("a.db");
    const std::string part = place + ".part";
    const std::string elsewhere = folder.file("elsewhere");
    SECTION("a pipe") {
        ::mkfifo(part.c_str(), 0600);
        CHECK(try_to_make(place).find("in the way") != std::string::npos);
    }
    SECTION("a link to somewhere") {
        std::ofstream(elsewhere) << "precious";
        std::filesystem::create_symlink(elsewhere, part);
        CHECK(try_to_make(place).find("in the way") != std::string::npos);
        CHECK(std::filesystem::file_size(elsewhere) == 8);
    }
    SECTION("a folder") {
        std::filesystem::create_directory(part);
        CHECK(try_to_make(place).find("in the way") != std::string::npos);
    }
    SECTION("somebody else's file") {
        if (::geteuid() != 0) return;  // nobody else's file can be made
        std::ofstream(part) << "theirs";
        REQUIRE(::chown(part.c_str(), 65534, 65534) == 0);
        CHECK(try_to_make(place).find("not a file of yours") != std::string::npos);
    }
    SECTION("a log under the new file's name") {
        for (const char* log : {"-journal", "-wal", "-shm"}) {
            std::ofstream(place + log) << "of another";
            CHECK(try_to_make(place).find("belongs to another database") != std::string::npos);
            files::remove(place + log);
        }
        CHECK_FALSE(files::exists(part));
        return;
    }
    SECTION("a file in its place, or a link that leads nowhere") {
        std::filesystem::create_symlink(elsewhere, place);
        CHECK(try_to_make(place).find("exists already") != std::string::npos);
        return;
    }
    CHECK(files::exists(part));
}

TEST_CASE("leftovers beside a database are found, but for those that a run holds", "[base]") {
    const Folder folder;
    const std::string path = folder.file("p.db");
    for (const char* name :
         {"p.db", "p.db.part", "p.db.restored.part-journal", "p.db.restored", "p.db.before-restore-2026.part",
          "p.db.version-3.part", "p.db-journal", "p.db.before-restore-2026", "p.db.mine.part", "q.db.part"})
        std::ofstream(folder.file(name)) << "";
    const std::vector<std::string> expected = {path + ".before-restore-2026.part", path + ".part",
                                               path + ".restored", path + ".restored.part-journal",
                                               path + ".version-3.part"};
    CHECK(leftovers(path) == expected);
    const int held = ::open((path + ".part").c_str(), O_RDONLY);
    ::flock(held, LOCK_EX);
    CHECK(leftovers(path).size() == expected.size() - 1);
    ::close(held);
    for (const std::string& leftover : leftovers(path)) remove_leftover(leftover);
    CHECK(leftovers(path).empty());
    CHECK(files::exists(path + ".before-restore-2026"));
}

}  // namespace tracker
