// SPDX-License-Identifier: MIT
#include "tracker/store/restoration.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "store/impl.hpp"
#include "store/sqlite/open.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/new_file.hpp"

namespace tracker {
namespace {

/// A database that nobody else reads or writes while this lives. What a killed writer left half done is
/// rolled back first, as whoever opens it next would.
class Alone {
  public:
    explicit Alone(const std::string& path)
        : path_(path), database_(path, SQLite::OPEN_READWRITE, busy_milliseconds) {
        try {
            leave_wal(database_);
            take();
        } catch (const SQLite::Exception& error) {
            const int why = error.getErrorCode();
            if (why != SQLITE_NOTADB && why != SQLITE_CORRUPT) throw;
            // What is no database, or half of one, can be locked and replaced like one.
            is_database_ = false;
            sqlite3_db_config(database_.getHandle(), SQLITE_DBCONFIG_RESET_DATABASE, 1, nullptr);
            take();
        }
        database_.exec("PRAGMA synchronous = EXTRA");
    }

    /// Lets others in again; in exclusive mode SQLite leaves an empty journal beside what was rolled back.
    ~Alone() {
        try {
            database_.exec("PRAGMA locking_mode = NORMAL; BEGIN IMMEDIATE; ROLLBACK");
        } catch (const SQLite::Exception&) {  // the connection's end lets them in, too
        }
    }
    Alone(const Alone&) = delete;
    Alone& operator=(const Alone&) = delete;

    [[nodiscard]] SQLite::Database& database() { return database_; }

    /// The digest of its last change, if it has any; nothing if it can't be read.
    [[nodiscard]] std::optional<std::string> head() {
        if (!is_database_) return std::nullopt;
        try {
            SQLite::Statement last(database_,
                                   "SELECT lower(hex(digest)) FROM change ORDER BY number DESC LIMIT 1");
            return last.executeStep() ? last.getColumn(0).getString() : to_hex(Digest{});
        } catch (const SQLite::Exception&) {
            return std::nullopt;
        }
    }

    /// Writes its bytes to a file. Through SQLite's own descriptor: to close another one would drop the lock.
    void save(int descriptor, const std::string& name) {
        std::int64_t at = 0;
        each_block([&](const char* bytes, std::size_t size) {
            while (size > 0) {
                const ssize_t written = ::pwrite(descriptor, bytes, size, at);
                if (written < 0 && errno == EINTR) continue;
                if (written <= 0) refuse(name);
                bytes += written;
                size -= static_cast<std::size_t>(written);
                at += written;
            }
            return true;
        });
        if (::fsync(descriptor) != 0) refuse(name);
    }

    /// Whether its bytes are those of the file.
    bool equals(int descriptor) {
        std::int64_t at = 0;
        Block other{};
        struct stat about {};
        bool equal = ::fstat(descriptor, &about) == 0 && about.st_size == size();
        if (!equal) return false;
        each_block([&](const char* bytes, std::size_t size) {
            const ssize_t read = ::pread(descriptor, other.data(), size, at);
            equal = read == static_cast<ssize_t>(size) && std::memcmp(bytes, other.data(), size) == 0;
            at += read;
            return equal;
        });
        return equal;
    }

  private:
    using Block = std::array<char, 1 << 16>;

    /// In exclusive mode a lock that a transaction has taken stays until the connection is closed. Said
    /// within the transaction: before it, who waits for a lock would keep the one for reading, and so a
    /// writer from ending, until one of them gives up.
    void take() { database_.exec("BEGIN EXCLUSIVE; PRAGMA locking_mode = EXCLUSIVE; ROLLBACK"); }

    [[noreturn]] static void refuse(const std::string& name) {
        throw DatabaseError(fmt::format("'{}' can't be written: {}", name, std::strerror(errno)));
    }

    sqlite3_file* file() {
        sqlite3_file* opened = nullptr;
        sqlite3_file_control(database_.getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, &opened);
        return opened;
    }

    std::int64_t size() {
        sqlite3_int64 bytes = 0;
        sqlite3_file* const opened = file();
        check(opened->pMethods->xFileSize(opened, &bytes));
        return bytes;
    }

    /// Calls `use` for the bytes of the file in turn, as long as it returns true.
    template <class Use>
    void each_block(Use use) {
        sqlite3_file* const opened = file();
        const std::int64_t end = size();
        Block block{};
        for (std::int64_t at = 0; at < end;) {
            const auto next = std::min<std::int64_t>(end - at, block.size());
            check(opened->pMethods->xRead(opened, block.data(), static_cast<int>(next), at));
            if (!use(block.data(), static_cast<std::size_t>(next))) return;
            at += next;
        }
    }

    void check(int outcome) const {
        if (outcome != SQLITE_OK) rethrow(SQLite::Exception(sqlite3_errstr(outcome), outcome), path_);
    }

    std::string path_;
    SQLite::Database database_;
    bool is_database_ = true;
};

/// The database as it was, under a name of its own; taken away again if the database stays as it was.
class Kept {
  public:
    Kept(Alone& present, const std::string& name) : present_(present), name_(name) {
        for (int i = 2; files::exists(name_); ++i) {
            if (is_as_it_was()) return;  // kept by a run that was stopped right after
            name_ = fmt::format("{}-{}", name, i);
        }
        NewFile file(name_);
        present.save(file.descriptor(), name_);
        file.move_to_place();
        made_ = true;
    }
    ~Kept() {
        // A commit can fail in its last step, and hold: only what is there tells.
        if (made_ && !needed_ && is_as_it_was()) files::remove(name_);
    }
    Kept(const Kept&) = delete;
    Kept& operator=(const Kept&) = delete;

    void is_needed() { needed_ = true; }
    [[nodiscard]] const std::string& name() const { return name_; }

  private:
    [[nodiscard]] bool is_as_it_was() const noexcept {
        const int file = ::open(name_.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
        if (file < 0) return false;
        bool equal = false;
        try {
            equal = present_.equals(file);
        } catch (const std::exception&) {  // then it is kept
        }
        ::close(file);
        return equal;
    }

    Alone& present_;
    std::string name_;
    bool made_ = false;
    bool needed_ = false;
};

}  // namespace

Restoration::Restoration(const std::string& file, std::string path) : path_(std::move(path)) {
    if (!files::exists(file))
        throw DatabaseError(fmt::format("there is no copy '{}': name one that 'tracker backup' made", file));
    check_readable(file);
    refuse_network(path_);
    for (const std::string& leftover : leftovers(path_)) remove_leftover(leftover);
    const bool is_new = !files::exists(path_);
    copy_ = std::make_unique<NewFile>(is_new ? path_ : path_ + ".restored");
    one_thread();
    guarded(file, [&] {
        SQLite::Database original(file, SQLite::OPEN_READONLY, busy_milliseconds);
        check_identity(original, file);
        copy_database(original, file, copy_->path());
    });
    guarded(copy_->path(), [&] {
        Store::Impl impl(copy_->path(), open_engine(copy_->path(), true));
        set_up(database_of(impl));
        migrate(impl, "");
    });
}

Restoration::~Restoration() = default;

const std::string& Restoration::copy() const {
    return copy_->path();
}

void Restoration::found() {
    copy_->move_to_place();
}

std::optional<std::string> Restoration::replace(const std::optional<std::string>& head,
                                                const std::string& kept) {
    return guarded(path_, [&]() -> std::optional<std::string> {
        Alone present(path_);
        if (head && present.head() != head) return std::nullopt;
        Kept before(present, kept);
        SQLite::Database copy(copy_->path(), SQLite::OPEN_READONLY);
        copy_pages(copy, copy_->path(), present.database(), path_);
        before.is_needed();
        return before.name();
    });
}

}  // namespace tracker
