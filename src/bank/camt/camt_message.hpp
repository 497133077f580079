// SPDX-License-Identifier: MIT
// Which message of ISO 20022 a file holds. Looks no deeper than its statements.
#pragma once

#include <vector>

#include "bank/camt/camt_xml.hpp"

namespace tracker {

/// A `Stmt`, and the `GrpHdr` of its message.
struct CamtPart {
    XmlNode node;
    XmlNode header;
    bool first = false;  ///< of its message
};

/// The `Stmt` of every `BkToCstmrStmt`: the root, its children, and those of the documents in an envelope.
/// Throws InputError where there is none, and says which message it is instead.
std::vector<CamtPart> camt_statements(const CamtXml& xml);

}  // namespace tracker
