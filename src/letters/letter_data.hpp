// SPDX-License-Identifier: MIT
// A letter that is due as the data that a template is filled in with (names.cpp says what each name means).
#pragma once

#include <kainjow/mustache.hpp>

#include "tracker/letters/letter_text.hpp"

namespace tracker {

/// Every name is set, what is absent to `false`: else a section would look for it further out.
kainjow::mustache::data letter_data(const LetterDue& letter, const LetterParties& parties);

}  // namespace tracker
