// SPDX-License-Identifier: MIT
// Making and opening a database: for its owner alone; nothing else is taken for one; old versions are led on.
#include "store/open.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "data/embedded.hpp"
#include "fixture.hpp"
#include "tracker/core/error.hpp"

namespace tracker {
namespace {

using namespace test;

unsigned mode(const std::string& path) {
    struct stat about {};
    return ::stat(path.c_str(), &about) == 0 ? about.st_mode & 0777 : 0;
}

std::string try_open(const std::string& path, Store::Access access = Store::Access::read) {
    std::string said = refusal([&] { Store store(path, access); });
    const auto at = said.find(path);
    return at == std::string::npos ? said : said.replace(at, path.size(), "FILE");
}

void write_file(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

int version(SQLite::Database& database) {
    return database.execAndGet("PRAGMA user_version").getInt();
}

}  // namespace

TEST_CASE("a new database is its owner's alone, and so are the folders made for it", "[store]") {
    const mode_t mask = ::umask(0);
    Folder folder;
    const std::string path = folder.file("a/b/practice.db");
    Store::create(path);
    CHECK(::umask(mask) == 0);  // left as it was
    CHECK(mode(path) == 0600);
    CHECK(mode(folder.file("a/b")) == 0700);
    CHECK(mode(folder.file("a")) == 0700);
    CHECK(refusal([&] { Store::create(path); }) ==
          "'" + path + "' exists already: name another file with --db FILE");
    CHECK(try_open(path, Store::Access::write).empty());
}

TEST_CASE("what is no tracker database is refused, and left as it is", "[store]") {
    Folder folder;
    CHECK(try_open(folder.file("none.db")) ==
          "there is no database 'FILE': make one with 'tracker init', or name another with --db FILE");
    CHECK(try_open(folder.file("")) == "'FILE' is not a file: name a database with --db FILE");
    write_file(folder.file("empty.db"), "");
    CHECK(try_open(folder.file("empty.db")) ==
          "'FILE' is not a tracker database: name another with --db FILE");
    CHECK(try_open(folder.file("empty.db"), Store::Access::write) ==
          "'FILE' is not a tracker database: name another with --db FILE");
    CHECK(std::filesystem::file_size(folder.file("empty.db")) == 0);
    write_file(folder.file("text.db"), std::string(5000, 'x'));
    CHECK(try_open(folder.file("text.db")) == "'FILE' is not a database: name another with --db FILE");
    {
        SQLite::Database other(folder.file("other.db"), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        other.exec("CREATE TABLE note (text)");
    }
    CHECK(try_open(folder.file("other.db")) ==
          "'FILE' is not a tracker database: name another with --db FILE");
}

TEST_CASE("a newer version is refused, for reading too", "[store]") {
    Practice practice;
    REQUIRE(sql(practice.path, "PRAGMA user_version = 99").empty());
    for (const auto access : {Store::Access::read, Store::Access::write}) {
        CHECK(try_open(practice.path, access) ==
              "the database 'FILE' is of version 99, this program knows versions up to 1: use the newer "
              "program");
    }
}

TEST_CASE("a store for reading can't write", "[store]") {
    Practice practice;
    Store store(practice.path, Store::Access::read);
    CHECK(refusal([&] { store.begin("maria", "test", 1); }) != "");
    CHECK(store.last_change() == 0);
}

TEST_CASE("the schema embedded is schema.sql, and of the version that the program knows", "[store]") {
    std::ifstream file(TRACKER_SOURCE_DIR "/schema.sql", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    CHECK(text == embedded("schema.sql"));
    Practice practice;
    CHECK(rows(practice.path, "PRAGMA user_version") ==
          std::vector<std::string>{std::to_string(schema_version)});
    CHECK(rows(practice.path, "PRAGMA application_id") ==
          std::vector<std::string>{std::to_string(application_id)});
}

TEST_CASE("an old database is led on step by step, each with its version", "[store]") {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('kept')");
    const Step steps[] = {{0, "ALTER TABLE note ADD COLUMN day INTEGER"},
                          {1, "UPDATE note SET day = 7; CREATE TABLE more (a); CREATE TABLE most (a)"},
                          {2, "DROP TABLE more"}};
    SECTION("all the way") {
        migrate(database, std::begin(steps), std::end(steps), 3);
        CHECK(version(database) == 3);
        CHECK(database.execAndGet("SELECT text || day FROM note").getString() == "kept7");
        CHECK(database.tableExists("most"));
        CHECK_FALSE(database.tableExists("more"));
        migrate(database, std::begin(steps), std::end(steps), 3);  // nothing is left to do
        CHECK(version(database) == 3);
    }
    SECTION("only as far as asked") {
        migrate(database, std::begin(steps), std::end(steps), 1);
        CHECK(version(database) == 1);
        CHECK_FALSE(database.tableExists("more"));
    }
    SECTION("from the middle") {
        database.exec("ALTER TABLE note ADD COLUMN day INTEGER; PRAGMA user_version = 1");
        migrate(database, std::begin(steps), std::end(steps), 3);
        CHECK(version(database) == 3);
    }
}

TEST_CASE("a step that fails leaves the database as it was before it", "[store]") {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("CREATE TABLE note (text TEXT)");
    const Step steps[] = {{0, "CREATE TABLE first (a)"},
                          {1, "CREATE TABLE second (a); INSERT INTO nowhere VALUES (1)"},
                          {2, "CREATE TABLE third (a)"}};
    CHECK_THROWS_AS(migrate(database, std::begin(steps), std::end(steps), 3), SQLite::Exception);
    CHECK(version(database) == 1);
    CHECK(database.tableExists("first"));
    CHECK_FALSE(database.tableExists("second"));
    CHECK_FALSE(database.tableExists("third"));
}

}  // namespace tracker
