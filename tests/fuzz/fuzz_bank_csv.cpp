// SPDX-License-Identifier: MIT
// Any bytes as a bank's CSV file: with headings that are recognised, or, where the first line reads "map:
// ...", with that map and an account said by the user.
#include <optional>

#include "properties.hpp"
#include "tracker/bank/bank_csv.hpp"
#include "tracker/base/error.hpp"

using namespace tracker;

namespace {

constexpr std::string_view map_begin = "map: ";

void check(std::string_view bytes, const ColumnMap* map, const std::string& account) {
    const auto read = [&](Input& input, const TakeLine& take) {
        return read_bank_csv(input, map, account, take);
    };
    const auto reading = fuzz::check_reader(bytes, read);
    fuzz::check_blocks(bytes, reading, read);
    if (!reading.refusal.empty() || account.empty()) return;
    for (const auto& line : reading.lines) {
        fuzz::require(!line.account.empty(), "a line has the account that was said", line.raw);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (!bytes.starts_with(map_begin)) {
        check(bytes, nullptr, "");
        return 0;
    }
    const auto line = bytes.substr(0, bytes.find('\n'));
    std::optional<ColumnMap> map;
    try {
        map = read_map(line.substr(map_begin.size()));
    } catch (const InputError&) {  // fuzz_map looks at its message
        return 0;
    }
    const auto file = bytes.substr(line.size());
    check(file.substr(file.empty() ? 0 : 1), &*map, "40802810900000000777");
    return 0;
}
