// SPDX-License-Identifier: MIT
// Any first line as a map of columns, and the other lines as headings to recognise.
#include "properties.hpp"
#include "tracker/bank/bank_csv.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/text.hpp"

using namespace tracker;

namespace {

void check_text(const ColumnMap& map) {
    const auto text = to_text(map);
    fuzz::require_text(text, "a map");
    fuzz::require(text.find_first_of("\r\n") == std::string::npos, "a map is one line", text);
    fuzz::require(read_map(text) == map, "a map that is written is read back", text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto line = bytes.substr(0, bytes.find('\n'));
    try {
        const auto map = read_map(line);
        if (is_utf8(line) && line.find('\0') == std::string_view::npos) check_text(map);
    } catch (const InputError& error) {
        fuzz::require_message(error.what(), "a refusal");
    }
    std::vector<std::string> headings;
    for (auto rest = bytes.substr(line.size()); !rest.empty();) {
        rest.remove_prefix(1);
        const auto heading = rest.substr(0, rest.find('\n'));
        // The reader of files lets nothing else through.
        if (is_utf8(heading) && heading.find('\0') == std::string_view::npos) headings.emplace_back(heading);
        rest.remove_prefix(heading.size());
    }
    if (const auto map = recognise(headings)) check_text(*map);
    is_own_format(headings);
    return 0;
}
