// SPDX-License-Identifier: MIT
// Which message of ISO 20022 a file holds. Looks no deeper than its statements.
#pragma once

#include <vector>

#include "io/camt/camt_xml.hpp"

namespace tracker {

/// The `Stmt` of every `BkToCstmrStmt`: the root, its children, and those of the documents in an envelope.
/// Throws InputError where there is none, and says which message it is instead.
std::vector<XmlNode> camt_statements(const CamtXml& xml);

}  // namespace tracker
