// SPDX-License-Identifier: MIT
// Stands for dlopen() in a static program, by --wrap: such a program has nothing to load a library with, and
// the linker warns of each that would. Only SQLite asks for it, to load extensions, which it may not where a
// database is opened.

extern "C" void* __wrap_dlopen(const char* /*file*/, int /*mode*/) {  // NOLINT(bugprone-reserved-identifier)
    return nullptr;
}
