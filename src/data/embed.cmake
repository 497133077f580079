# SPDX-License-Identifier: MIT
# Writes a C++ file that holds FILES as string literals, to be looked up by name; run by CMake at build time.
set(body "")
set(table "")
set(n 0)
foreach(path IN LISTS FILES)
    cmake_path(GET path FILENAME name)
    cmake_path(GET path PARENT_PATH folder)
    cmake_path(GET folder FILENAME folder)
    if(NOT name STREQUAL "schema.sql")
        set(name "${folder}/${name}")
    endif()
    file(READ "${path}" text)
    string(APPEND body "constexpr char file${n}[] = R\"embedded(${text})embedded\";\n")
    string(APPEND table "    if (name == \"${name}\") return {file${n}, sizeof file${n} - 1};\n")
    math(EXPR n "${n} + 1")
endforeach()
file(WRITE "${OUT}" "// made by src/data/embed.cmake
#include \"data/embedded.hpp\"

namespace tracker {
namespace {
${body}}  // namespace

std::string_view embedded(std::string_view name) {
${table}    return {};
}
}  // namespace tracker
")
