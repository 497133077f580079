// SPDX-License-Identifier: MIT
// Any bytes as a camt.053 file.
#include "properties.hpp"
#include "tracker/bank/camt.hpp"

using namespace tracker;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    looks_like_camt053(bytes);  // asks for more than the reader, which minds no text before the XML
    const auto reading = fuzz::check_reader(bytes, read_camt053);
    if (!reading.refusal.empty()) return 0;
    fuzz::require(!reading.statement.accounts.empty(), "a statement has an account", bytes);
    for (const auto& line : reading.lines) {
        fuzz::require(!line.account.empty(), "a line has the account of its statement", line.raw);
        fuzz::require(line.raw.starts_with('<') && line.raw.ends_with(">\n"), "raw is the element", line.raw);
    }
    return 0;
}
