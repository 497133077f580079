// SPDX-License-Identifier: MIT
// Whether a file is camt.053, from its beginning: nothing is parsed that may be damaged or huge.
#include <algorithm>

#include "bank/camt/camt_encoding.hpp"
#include "tracker/bank/camt.hpp"

namespace tracker {
namespace {

constexpr std::size_t searched = 4096;
constexpr int deepest_message = 3;  // an envelope, its document, the message

/// The name of the tag whose text begins after "<", without prefix.
std::string_view name_of(std::string_view tag) {
    tag = tag.substr(0, tag.find_first_of(" \t\r\n/>"));
    const auto colon = tag.find(':');
    return colon == std::string_view::npos ? tag : tag.substr(colon + 1);
}

}  // namespace

bool looks_like_camt053(std::string_view bytes) {
    std::string head(bytes.substr(0, searched));
    // All that is sought is ASCII, and UTF-16 has that between NUL bytes.
    if (is_utf16_xml(head)) head.erase(std::remove(head.begin(), head.end(), '\0'), head.end());
    std::string_view rest = head;
    for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"}) {
        if (rest.starts_with(mark)) rest.remove_prefix(mark.size());
    }
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
    if (!rest.starts_with('<')) return false;
    int depth = 0;
    while (true) {
        const auto begin = rest.find('<');
        if (begin == std::string_view::npos) return false;
        rest.remove_prefix(begin + 1);
        const bool comment = rest.starts_with("!--");
        const auto end = rest.find(comment ? "-->" : ">");
        const auto tag = rest.substr(0, end);
        if (rest.starts_with('/')) {
            --depth;
        } else if (!rest.starts_with('!') && !rest.starts_with('?')) {
            if (depth < deepest_message && name_of(tag) == "BkToCstmrStmt") return true;
            depth += tag.ends_with('/') ? 0 : 1;
        }
        if (end == std::string_view::npos) return false;
        rest.remove_prefix(end);
    }
}

}  // namespace tracker
