// SPDX-License-Identifier: MIT
// The calls of the C library that change something on disk, SQLite's and the program's own, each on its way
// through the fault plan. The linker puts them in the place of the real ones: --wrap=NAME, see
// CMakeLists.txt.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdarg>
#include <cstdio>
#include <string>

#include "faulty_machine.hpp"

namespace faults {
namespace {

using What = FaultPlan::What;

std::string last_name(const char* path) {
    const std::string text = path;
    return text.substr(text.rfind('/') + 1);
}

bool exists(const char* path) {
    struct stat about {};
    return ::lstat(path, &about) == 0;
}

}  // namespace
}  // namespace faults

using namespace faults;

// NOLINTBEGIN: the names are the linker's
extern "C" {
int __real_open64(const char*, int, ...);
int __real_close(int);
ssize_t __real_write(int, const void*, size_t);
ssize_t __real_pwrite64(int, const void*, size_t, off64_t);
int __real_ftruncate64(int, off64_t);
int __real_fsync(int);
int __real_fdatasync(int);
int __real_unlink(const char*);
int __real_rename(const char*, const char*);
int __real_renameat2(int, const char*, int, const char*, unsigned);
int __real_link(const char*, const char*);
int __real_mkdir(const char*, mode_t);

int __wrap_open64(const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    const bool creates = (flags & O_CREAT) != 0 && !exists(path);
    const bool empties = (flags & O_TRUNC) != 0 && !creates;
    if (creates && !machine().passes(What::create, last_name(path))) return -1;
    if (empties && !machine().passes(What::resize, last_name(path))) return -1;
    const int descriptor = __real_open64(path, flags & ~(empties ? O_TRUNC : 0), mode);
    if (descriptor < 0 || !machine().on) return descriptor;
    machine().disk.opened(descriptor, path, creates);
    if (empties && __real_ftruncate64(descriptor, 0) == 0 && machine().follows(descriptor))
        machine().disk.resized(descriptor, 0);
    return descriptor;
}
int __wrap_open(const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return __wrap_open64(path, flags, mode);
}

int __wrap_close(int descriptor) {
    if (machine().on) machine().disk.closed(descriptor);
    return __real_close(descriptor);
}

ssize_t __wrap_pwrite64(int descriptor, const void* bytes, size_t size, off64_t at) {
    if (!machine().follows(descriptor)) return __real_pwrite64(descriptor, bytes, size, at);
    const auto place = static_cast<std::uint64_t>(at);
    if (!machine().passes(What::write, machine().disk.name_of(descriptor), &size, place)) return -1;
    const ssize_t done = __real_pwrite64(descriptor, bytes, size, at);
    if (done > 0)
        machine().disk.wrote(descriptor, place, {static_cast<const char*>(bytes), static_cast<size_t>(done)});
    return done;
}

ssize_t __wrap_write(int descriptor, const void* bytes, size_t size) {
    if (!machine().follows(descriptor)) return __real_write(descriptor, bytes, size);
    const bool appends = (::fcntl(descriptor, F_GETFL) & O_APPEND) != 0;
    const off64_t at = ::lseek64(descriptor, 0, appends ? SEEK_END : SEEK_CUR);
    const ssize_t done = __wrap_pwrite64(descriptor, bytes, size, at);
    if (done > 0) ::lseek64(descriptor, at + done, SEEK_SET);
    return done;
}

int __wrap_ftruncate64(int descriptor, off64_t size) {
    if (!machine().follows(descriptor)) return __real_ftruncate64(descriptor, size);
    if (!machine().passes(What::resize, machine().disk.name_of(descriptor))) return -1;
    const int result = __real_ftruncate64(descriptor, size);
    if (result == 0) machine().disk.resized(descriptor, static_cast<std::uint64_t>(size));
    return result;
}
int __wrap_ftruncate(int descriptor, off64_t size) {
    return __wrap_ftruncate64(descriptor, size);
}

int __wrap_fsync(int descriptor) {
    if (!machine().follows(descriptor)) return __real_fsync(descriptor);
    if (!machine().passes(What::sync, machine().disk.name_of(descriptor))) return -1;
    machine().disk.synced(descriptor);  // the real files are in memory: the real sync would say nothing
    return 0;
}
int __wrap_fdatasync(int descriptor) {
    return __wrap_fsync(descriptor);
}

int __wrap_unlink(const char* path) {
    if (!machine().on || !exists(path)) return __real_unlink(path);
    if (!machine().passes(What::remove, last_name(path))) return -1;
    machine().disk.removing(path);
    return __real_unlink(path);
}

int __wrap_rename(const char* from, const char* to) {
    if (!machine().on || !exists(from)) return __real_rename(from, to);
    if (!machine().passes(What::rename, last_name(to))) return -1;
    machine().disk.naming(from, to, true);
    return __real_rename(from, to);
}

/// To a name that nobody has; the paths of the program are never relative to a descriptor.
int __wrap_renameat2(int from_folder, const char* from, int to_folder, const char* to, unsigned flags) {
    const bool moves = machine().on && exists(from) && !exists(to);
    if (moves && !machine().passes(What::rename, last_name(to))) return -1;
    if (moves) machine().disk.naming(from, to, true);
    return __real_renameat2(from_folder, from, to_folder, to, flags);
}

int __wrap_link(const char* from, const char* to) {
    if (!machine().on || !exists(from) || exists(to)) return __real_link(from, to);
    if (!machine().passes(What::link, last_name(to))) return -1;
    machine().disk.naming(from, to, false);
    return __real_link(from, to);
}

int __wrap_mkdir(const char* path, mode_t mode) {
    if (!machine().on || exists(path)) return __real_mkdir(path, mode);
    if (!machine().passes(What::make_folder, last_name(path))) return -1;
    const int result = __real_mkdir(path, mode);
    if (result == 0) machine().disk.made_folder(path);
    return result;
}
}
// NOLINTEND
