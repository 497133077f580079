// SPDX-License-Identifier: MIT
#include "bank/camt/camt_message.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "tracker/base/text.hpp"

namespace tracker {
namespace {

[[noreturn]] void refuse_message(const CamtXml& xml) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> others{{
        {"BkToCstmrAcctRpt", "a camt.052 report"},
        {"BkToCstmrDbtCdtNtfctn", "a camt.054 notification"},
        {"CstmrCdtTrfInitn", "a pain.001 payment order"},
        {"CstmrPmtStsRpt", "a pain.002 status report"},
        {"CstmrDrctDbtInitn", "a pain.008 direct debit order"},
        {"AcctRptgReq", "a camt.060 request"},
    }};
    for (const auto& [name, what] : others) {
        if (local_name(xml.root()) == name || child(xml.root(), name) || at(xml.root(), {"Document", name})) {
            xml.refuse(
                fmt::format("is {}, not a statement: export the statement of the account (camt.053)", what));
        }
    }
    xml.refuse(fmt::format("is XML with the root '{}', not a bank statement (camt.053)",
                           printable(xml.root().name())));
}

}  // namespace

std::vector<CamtPart> camt_statements(const CamtXml& xml) {
    std::vector<CamtPart> statements;
    bool found = false;
    const auto take = [&](XmlNode node) {
        if (local_name(node) != "BkToCstmrStmt") return;
        found = true;
        const auto header = child(node, "GrpHdr");
        bool first = true;
        for (const auto part : node.children()) {
            if (local_name(part) == "Stmt") statements.push_back({part, header, std::exchange(first, false)});
        }
    };
    take(xml.root());
    for (const auto outer : xml.root().children()) {
        take(outer);
        for (const auto inner : outer.children()) {
            if (local_name(outer) == "Document") take(inner);
        }
    }
    if (!found) refuse_message(xml);
    if (statements.empty()) xml.refuse("holds no statement ('Stmt'): export the statement of an account");
    return statements;
}

}  // namespace tracker
