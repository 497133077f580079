// SPDX-License-Identifier: MIT
// Any bytes as a file in the 1C exchange format.
#include "properties.hpp"
#include "tracker/bank/onec.hpp"

using namespace tracker;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto reading = fuzz::check_reader(bytes, read_onec);
    fuzz::check_blocks(bytes, reading, read_onec);
    if (!reading.refusal.empty()) return 0;
    fuzz::require(size > 1024 || looks_like_onec(bytes), "what is read is recognised", bytes);
    fuzz::require(!reading.statement.accounts.empty(), "a statement has an account", bytes);
    for (const auto& line : reading.lines) {
        fuzz::require(line.raw.find("СекцияДокумент") != std::string::npos, "raw is the section", line.raw);
    }
    return 0;
}
