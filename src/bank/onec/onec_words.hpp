// SPDX-License-Identifier: MIT
// The words of the 1C exchange format.
#pragma once

#include <string_view>

#include "bank/onec/onec_scan.hpp"

namespace tracker {

/// What a key of a document says; `other` for what is passed over.
OnecKey onec_key(std::string_view name);

/// Whether the word begins or ends a section, however it is spelt: what the format doesn't have is another
/// format under its name, of which no line would be found. Within a document it may be a word of a purpose
/// that a line break has split.
bool is_section_word(std::string_view key, bool in_document);

/// Whether a key belongs into a document; the header has a `Получатель`, the program that is to read the
/// file.
bool is_of_document(std::string_view key);

}  // namespace tracker
