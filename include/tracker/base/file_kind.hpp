// SPDX-License-Identifier: MIT
// What a file is that can't be read, so that the message names it instead of its bytes.
#pragma once

#include "tracker/base/input.hpp"

namespace tracker {

/// Who asks: for a bank's statement, or for a table of facts.
enum class Wanted { statement, table };

/// Throws InputError for a workbook, an archive, a document, a picture, a format of banks that is not read;
/// for a table of facts also where it is a statement. It says what to export or import instead. Goes by the
/// first bytes, and by the name only to tell archives apart. Where the user has said the format (`told`),
/// texts are not looked at.
void refuse_other_kinds(Input& input, Wanted wanted, bool told);

}  // namespace tracker
