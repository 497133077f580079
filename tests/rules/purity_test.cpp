// SPDX-License-Identifier: MIT
// Facts and rules know no database, no clock, no files and no terminal: their files say so by what they
// include and call.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "property.hpp"

namespace tracker {
namespace {

namespace fs = std::filesystem;

struct SourceLine {
    std::string where;
    std::string text;
};

bool is_one_of(const std::string& name, const std::vector<std::string>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// What rules use of the ground floor: values.
const std::vector<std::string> pure_base{"message", "dates", "money", "error"};

std::vector<SourceLine> pure_lines() {
    std::vector<SourceLine> lines;
    for (const char* folder : {"/src/facts", "/src/rules", "/src/base", "/include/tracker/facts",
                               "/include/tracker/rules", "/include/tracker/base"})
        for (const auto& entry : fs::recursive_directory_iterator(std::string(TRACKER_SOURCE_DIR) + folder)) {
            const bool base = entry.path().parent_path().filename() == "base";
            if (!entry.is_regular_file() || (base && !is_one_of(entry.path().stem(), pure_base))) continue;
            std::ifstream file{entry.path()};
            std::string text;
            for (int number = 1; std::getline(file, text); ++number)
                lines.push_back({entry.path().filename().string() + ":" + std::to_string(number), text});
        }
    return lines;
}

bool is_include(const std::string& text) {
    const auto at = text.find_first_not_of(" \t");
    return at != std::string::npos && text[at] == '#' && text.find("include") != std::string::npos;
}

/// The name between the quotes or brackets.
std::string included(const std::string& text) {
    const auto from = text.find_first_of("<\"");
    const auto to = text.find_last_of(">\"");
    return from == std::string::npos || to <= from ? "?" : text.substr(from + 1, to - from - 1);
}

/// Values and algorithms of the standard library: nothing here reaches outside the process.
const std::vector<std::string> harmless{
    "algorithm",   "array",        "bit",           "cctype",           "charconv",
    "compare",     "concepts",     "cstddef",       "cstdint",          "cstring",
    "exception",   "functional",   "iterator",      "initializer_list", "limits",
    "map",         "memory",       "numeric",       "optional",         "ranges",
    "set",         "span",         "stdexcept",     "string",           "tuple",
    "string_view", "type_traits",  "unordered_map", "unordered_set",    "utility",
    "variant",     "vector",       "deque",         "cassert",          "cmath",
    "date/date.h", "fmt/format.h", "fmt/core.h"};

}  // namespace

TEST_CASE("facts and rules include nothing that reaches outside the process", "[rules][purity]") {
    int includes = 0;
    for (const SourceLine& line : pure_lines()) {
        if (!is_include(line.text)) continue;
        ++includes;
        const std::string name = included(line.text);
        const bool of_base = name.starts_with("tracker/base/") && is_one_of(fs::path(name).stem(), pure_base);
        const bool own = of_base || name.starts_with("tracker/facts/") ||
                         name.starts_with("tracker/rules/") || name.starts_with("rules/");
        INFO(line.where << " includes " << name);
        CHECK((own || is_one_of(name, harmless)));
    }
    CHECK(includes > 50);  // else the scan itself has gone blind
}

TEST_CASE("facts and rules name no clock, file, stream, environment or terminal", "[rules][purity]") {
    const std::vector<std::string> forbidden{"system_clock",  "steady_clock",    "high_resolution_clock",
                                             "utc_clock",     "std::time(",      "::time(",
                                             "localtime",     "gmtime",          "mktime",
                                             "clock_gettime", "getenv",          "std::cout",
                                             "std::cerr",     "printf(",         "fopen",
                                             "fstream",       "std::filesystem", "isatty",
                                             "ioctl",         "sqlite",          "SQLite",
                                             "CLI::",         "setlocale",       "std::rand",
                                             "random_device", "thread_local",    "std::this_thread"};
    int lines = 0;
    for (const SourceLine& line : pure_lines()) {
        ++lines;
        const std::string code = line.text.substr(0, line.text.find("//"));
        for (const std::string& word : forbidden)
            if (code.find(word) != std::string::npos) FAIL_CHECK(line.where << " names " << word);
    }
    CHECK(lines > 500);
}

}  // namespace tracker
