// SPDX-License-Identifier: MIT
// Making and opening a database: for its owner alone; nothing else is taken for one; old versions are led on.
#include "store/sqlite/open.hpp"

#include <fmt/format.h>

#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "data/embedded.hpp"
#include "fixture.hpp"
#include "store/sqlite/rebuild.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/files.hpp"

namespace tracker {
namespace {

using namespace test;

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
              "the database 'FILE' is of version 99, this program knows versions up to 5: use the newer "
              "program");
    }
}

TEST_CASE("a file whose schema says more or less than the program's is refused", "[store]") {
    Practice practice;
    const std::string mended = ": restore a backup";
    SECTION("a view and an index of the user's own are his") {
        REQUIRE(
            sql(practice.path, "CREATE VIEW mine AS SELECT 1; CREATE INDEX quick ON payment (date); ANALYZE")
                .empty());
        CHECK(try_open(practice.path).empty());
        CHECK(try_open(practice.path, Store::Access::write).empty());
    }
    SECTION("a trigger") {
        REQUIRE(
            sql(practice.path, "CREATE TRIGGER evil AFTER INSERT ON payment BEGIN SELECT 1; END").empty());
        for (const auto access : {Store::Access::read, Store::Access::write}) {
            CHECK(try_open(practice.path, access) ==
                  "the database 'FILE' holds 'CREATE TRIGGER evil AFTER INSERT ON payment BEGIN SELECT 1;…', "
                  "which the program has not made" +
                      mended);
        }
    }
    SECTION("a trigger that is gone, and a table that is a view") {
        REQUIRE(sql(practice.path, "DROP TRIGGER payment_stays").empty());
        CHECK(try_open(practice.path) ==
              "the database 'FILE' lacks a table or a check that belongs to it" + mended);
        REQUIRE(sql(practice.path, "DROP TABLE payment; CREATE VIEW payment AS SELECT 1").empty());
        CHECK(try_open(practice.path) ==
              "the database 'FILE' lacks a table or a check that belongs to it" + mended);
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
          std::vector<std::string>{std::to_string(schema_version())});
    CHECK(rows(practice.path, "PRAGMA application_id") ==
          std::vector<std::string>{std::to_string(application_id)});
}

TEST_CASE("an older database is made anew by the schema, with the rows that it had", "[store]") {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(
        "CREATE TABLE note (text TEXT, gone TEXT); CREATE INDEX note_text ON note (text);"
        "CREATE TABLE dropped (a); CREATE VIEW notes AS SELECT * FROM note;"
        "CREATE TRIGGER note_stays BEFORE DELETE ON note BEGIN SELECT RAISE(ABORT, 'no'); END;"
        "INSERT INTO note VALUES ('kept', 'x')");
    const std::string schema =
        "-- A comment; with a semicolon.\n"
        "CREATE TABLE note (day INTEGER NOT NULL, text TEXT, more TEXT);\n"
        "CREATE TABLE fresh (a TEXT);\nCREATE INDEX note_text ON note (text, day);\n"
        "CREATE TRIGGER note_new BEFORE INSERT ON note BEGIN SELECT 1; SELECT RAISE(ABORT, 'no'); END;\n"
        "CREATE VIEW notes AS SELECT text FROM note;\nPRAGMA user_version = 7;\n";
    const AddedColumn added[] = {{7, "note", "day", "12"}, {6, "note", "more", "'of an earlier step'"}};
    rebuild(database, 6, schema, std::begin(added), std::end(added));
    CHECK(version(database) == 7);
    CHECK(database.execAndGet("SELECT day || text || ifnull(more, '-') FROM note").getString() == "12kept-");
    SQLite::Database right(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    right.exec(schema);
    const auto text = [](SQLite::Database& one) {
        return one
            .execAndGet(
                "SELECT group_concat(sql, char(10)) FROM (SELECT sql FROM sqlite_schema ORDER BY name)")
            .getString();
    };
    CHECK(text(database) == text(right));
}

TEST_CASE("frozen databases of older versions become exactly schema.sql, and leave a copy", "[store]") {
    for (const int from : {1, 2, 3, 4}) {
        CAPTURE(from);
        Folder folder;
        const std::string frozen = fmt::format("{}/tests/data/migrations/{}.db", TRACKER_SOURCE_DIR, from);
        const std::string path = folder.file("practice.db");
        std::filesystem::copy_file(frozen, path);
        {
            const Store store(path, Store::Access::read);
            CHECK(store.findings().empty());
            CHECK(store.last_change() > 0);
        }
        CHECK(rows(path, "PRAGMA user_version") ==
              std::vector<std::string>{std::to_string(schema_version())});
        const std::string copy = fmt::format("{}.version-{}", path, from);
        CHECK(rows(copy, "PRAGMA user_version") == std::vector<std::string>{std::to_string(from)});
        CHECK(rows(copy, "SELECT * FROM payment") == rows(frozen, "SELECT * FROM payment"));
        CHECK(mode(copy) == 0600);
    }
}

TEST_CASE("the present version is frozen too: schema.sql isn't altered without a new one", "[store]") {
    Folder folder;
    const std::string path = folder.file("practice.db");
    std::filesystem::copy_file(
        fmt::format("{}/tests/data/migrations/{}.db", TRACKER_SOURCE_DIR, schema_version()), path);
    CHECK(Store(path, Store::Access::inspect).findings().empty());
}

TEST_CASE("a migration that fails leaves the database as it was", "[store]") {
    Folder folder;
    const std::string path = folder.file("practice.db");
    std::filesystem::copy_file(TRACKER_SOURCE_DIR "/tests/data/migrations/1.db", path);
    {
        SQLite::Database database(path, SQLite::OPEN_READWRITE);
        database.exec(
            "DROP TRIGGER payment_kept; PRAGMA ignore_check_constraints = ON;"
            "UPDATE payment SET amount = 0");
    }
    CHECK(try_open(path).starts_with(
        "the database 'FILE' can't be led on to version 5, and is as it was: CHECK"));
    CHECK_FALSE(files::exists(path + ".version-1"));
    CHECK(rows(path, "PRAGMA user_version") == std::vector<std::string>{"1"});
    CHECK(rows(path, "SELECT count(*) FROM sqlite_schema WHERE name LIKE 'old%'") ==
          std::vector<std::string>{"0"});
}

TEST_CASE("who has left the file keeps no writer waiting, and sees what was there", "[store]") {
    Practice practice;
    one_of_each(practice);
    Store reader(practice.path, Store::Access::inspect);
    reader.leave_file();
    practice.write([](Store& store) {
        Setting setting{{}, "firm-name", "later"};
        store.add(0, setting);
    });
    CHECK(reader.last_change() == 1);
    CHECK(reader.findings().empty());
    CHECK(Store(practice.path, Store::Access::read).last_change() == 2);
}

TEST_CASE("what was put in the place of an open database isn't written past", "[store]") {
    Practice practice;
    one_of_each(practice);
    Store store(practice.path, Store::Access::write);
    const std::string other = practice.folder.file("other.db");
    std::filesystem::copy_file(practice.path, other);
    std::filesystem::rename(other, practice.path);
    CHECK(refusal([&] { store.begin("maria", "late", 1); }).find("was replaced while this command waited") !=
          std::string::npos);
}

TEST_CASE("network file systems are known by their numbers", "[store]") {
    CHECK(files::network_file_system(0x6969) == "NFS");
    CHECK(files::network_file_system(static_cast<std::int32_t>(0xFF534D42)) == "SMB");
    CHECK(files::network_file_system(0xEF53).empty());      // ext4
    CHECK(files::network_file_system(0x01021994).empty());  // tmpfs
    CHECK(files::network_of("/nowhere/at/all").empty());
}

}  // namespace tracker
