// SPDX-License-Identifier: MIT
// Small camt.053 files for the tests, put together from what a test is about.
#pragma once

#include <string>
#include <vector>

#include "statements.hpp"
#include "tracker/bank/camt.hpp"

namespace tracker::test {

/// A statement of account 408 in roubles; the first entry begins on line 6 if the head has no line break.
inline std::string camt(const std::string& entries, const std::string& head = "") {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\">\n<BkToCstmrStmt>\n<Stmt>\n"
           "<Acct><Id><Othr><Id>408</Id></Othr></Id><Ccy>RUB</Ccy></Acct>" +
           head + "\n" + entries + "</Stmt>\n</BkToCstmrStmt>\n</Document>\n";
}

/// A booked entry, on two lines; `more` comes last.
inline std::string entry(const std::string& more, const std::string& amount = "100.00",
                         const std::string& way = "CRDT", const std::string& day = "2026-11-05") {
    return "<Ntry><Amt Ccy=\"RUB\">" + amount + "</Amt><CdtDbtInd>" + way +
           "</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>" + day + "</Dt></BookgDt>\n" + more + "</Ntry>\n";
}

/// One `TxDtls` for each text, all of payer "П".
inline std::string transactions(const std::vector<std::string>& texts) {
    std::string all = "<NtryDtls>";
    for (const auto& text : texts) {
        all += "<TxDtls>" + text + "<RltdPties><Dbtr><Nm>П</Nm></Dbtr></RltdPties></TxDtls>";
    }
    return all + "</NtryDtls>";
}

inline ReadStatement read_camt(std::string_view file) {
    return read_all(file, "a.xml", read_camt053);
}

inline BankLine only_line(const std::string& file) {
    return read_camt(file).lines.at(0);
}

/// The text with the first place of `what` replaced.
inline std::string replaced(std::string text, const std::string& what, const std::string& with) {
    return text.replace(text.find(what), what.size(), with);
}

/// UTF-8 of at most three bytes a character as UTF-16; without a byte-order mark if the text has none.
inline std::string utf16(const std::string& text, bool big) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto code = static_cast<unsigned>(static_cast<unsigned char>(text[i]));
        const auto more = [&] {
            return static_cast<unsigned>(static_cast<unsigned char>(text[++i])) & 0x3FU;
        };
        if (code >= 0xE0) {
            code = (code & 0x0FU) << 6U | more();
            code = code << 6U | more();
        } else if (code >= 0xC0) {
            code = (code & 0x1FU) << 6U | more();
        }
        const auto high = static_cast<char>(code >> 8U);
        const auto low = static_cast<char>(code & 0xFFU);
        out += big ? high : low;
        out += big ? low : high;
    }
    return out;
}

}  // namespace tracker::test
