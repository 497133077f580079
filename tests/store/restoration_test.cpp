// SPDX-License-Identifier: MIT
// A backup written over a database that others have open: theirs is the same file, and nothing is in between.
#include "tracker/store/restoration.hpp"

#include <sys/stat.h>

#include <fstream>
#include <iterator>

#include "fixture.hpp"
#include "tracker/base/files.hpp"

namespace tracker {
namespace {

using namespace test;

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// A practice, a copy of it, and a change that the copy lacks.
struct Copied {
    Copied() {
        one_of_each(practice);
        Store(practice.path, Store::Access::read).back_up(copy);
        practice.write([](Store& store) {
            Setting setting{{}, "firm-name", "later"};
            store.add(0, setting);
        });
    }
    [[nodiscard]] std::string head() const { return Store(practice.path, Store::Access::read).head(); }

    Practice practice;
    std::string copy = practice.folder.file("copy.db");
    std::string kept = practice.folder.file("kept.db");
};

}  // namespace

TEST_CASE("a restored database is the file that others have open", "[store]") {
    Copied copied;
    const std::string before = bytes_of(copied.practice.path);
    const std::string head = copied.head();
    const auto file = files::identity_of(copied.practice.path);
    Store writer(copied.practice.path, Store::Access::write);
    SECTION("the same file, with the copy's changes; what it was is kept byte for byte") {
        CHECK(Restoration(copied.copy, copied.practice.path).replace(head, copied.kept) == copied.kept);
        CHECK(files::identity_of(copied.practice.path) == file);
        CHECK(copied.head() == Store(copied.copy, Store::Access::read).head());
        CHECK(bytes_of(copied.kept) == before);
        CHECK_FALSE(files::exists(copied.practice.path + ".restored.part"));
        writer.begin("maria", "late", 1);
        CHECK(writer.change() == 2);
    }
    SECTION("nothing is done if something was recorded meanwhile") {
        CHECK(Restoration(copied.copy, copied.practice.path).replace(std::string(64, '0'), copied.kept) ==
              std::nullopt);
        CHECK(bytes_of(copied.practice.path) == before);
        CHECK_FALSE(files::exists(copied.kept));
    }
    SECTION("nor while another writes") {
        writer.begin("maria", "long", 1);
        Restoration restoration(copied.copy, copied.practice.path);
        CHECK(refusal([&] { restoration.replace(head, copied.kept); }).find("is in use by another process") !=
              std::string::npos);
        CHECK_FALSE(files::exists(copied.kept));
        writer.roll_back();
        CHECK(copied.head() == head);
    }
}

TEST_CASE("what is no database any more is replaced and kept as well", "[store]") {
    const Copied copied;
    for (const std::string& damaged : {std::string("no database"), std::string(100'000, 'x'), std::string(),
                                       bytes_of(copied.practice.path).substr(0, 5000)}) {
        std::ofstream(copied.practice.path, std::ios::binary) << damaged;
        const std::string kept = copied.practice.folder.file(std::to_string(damaged.size()));
        CHECK(Restoration(copied.copy, copied.practice.path).replace(std::nullopt, kept) == kept);
        CHECK(bytes_of(kept) == damaged);
        const Store store(copied.practice.path, Store::Access::read);
        CHECK(store.findings().empty());
        CHECK(store.last_change() == 1);
    }
}

TEST_CASE("a name for what is kept that is taken is passed over, unless it is the same already", "[store]") {
    const Copied copied;
    const std::string before = bytes_of(copied.practice.path);
    std::ofstream(copied.kept) << "another file";
    CHECK(Restoration(copied.copy, copied.practice.path).replace(copied.head(), copied.kept) ==
          copied.kept + "-2");
    CHECK(bytes_of(copied.kept) == "another file");
    CHECK(bytes_of(copied.kept + "-2") == before);
    std::ofstream(copied.practice.path, std::ios::binary) << before;
    CHECK(Restoration(copied.copy, copied.practice.path).replace(copied.head(), copied.kept) ==
          copied.kept + "-2");
}

TEST_CASE("what stands in a write-ahead log is kept too, and leaves it", "[store]") {
    const Copied copied;
    {
        SQLite::Database other(copied.practice.path, SQLite::OPEN_READWRITE);
        REQUIRE(other.execAndGet("PRAGMA journal_mode = WAL").getString() == "wal");
        other.execAndGet("SELECT count(*) FROM change");
        Store writer(copied.practice.path, Store::Access::write);
        writer.begin("maria", "in the log", 9);
        Setting setting{{}, "firm-name", "in the log"};
        writer.add(0, setting);
        writer.commit();
        Restoration restoration(copied.copy, copied.practice.path);
        CHECK(refusal([&] { restoration.replace(copied.head(), copied.kept); }).find("is in use") !=
              std::string::npos);
        CHECK_FALSE(files::exists(copied.kept));
    }
    CHECK(Restoration(copied.copy, copied.practice.path).replace(copied.head(), copied.kept) == copied.kept);
    CHECK(Store(copied.kept, Store::Access::read).last_change() == 3);
    CHECK(rows(copied.practice.path, "PRAGMA journal_mode") == std::vector<std::string>{"delete"});
    CHECK_FALSE(files::exists(copied.practice.path + "-wal"));
}

TEST_CASE("a copy of a database with a write-ahead log is one file", "[store]") {
    const Copied copied;
    CHECK(sql(copied.practice.path, "PRAGMA journal_mode = WAL").empty());
    const std::string copy = copied.practice.folder.file("second.db");
    Store(copied.practice.path, Store::Access::read).back_up(copy);
    CHECK(rows(copy, "PRAGMA journal_mode") == std::vector<std::string>{"delete"});
    CHECK_FALSE(files::exists(copy + "-wal"));
}

TEST_CASE("a link to a database stays a link", "[store]") {
    const Copied copied;
    const std::string link = copied.practice.folder.file("link.db");
    const std::string second = copied.practice.folder.file("second.db");
    std::filesystem::create_symlink(copied.practice.path, link);
    std::filesystem::create_hard_link(copied.practice.path, second);
    Restoration(copied.copy, link).replace(copied.head(), copied.kept);
    CHECK(std::filesystem::is_symlink(link));
    CHECK(files::identity_of(second) == files::identity_of(copied.practice.path));
    CHECK(Store(second, Store::Access::read).last_change() == 1);
}

}  // namespace tracker
