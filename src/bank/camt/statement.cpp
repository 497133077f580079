// SPDX-License-Identifier: MIT
// Reads the statements (`Stmt`) of a file as one: accounts, booked entries, remarks.
#include "tracker/bank/camt.hpp"

#include <fmt/format.h>

#include <array>
#include <map>
#include <utility>
#include <vector>

#include "bank/camt/statement.hpp"
#include "bank/camt/values.hpp"
#include "bank/camt/xml.hpp"
#include "bank/line_days.hpp"
#include "bank/occurrences.hpp"
#include "tracker/base/error.hpp"
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

/// The `Stmt` of every `BkToCstmrStmt`: the root, its children, and those of the documents in an envelope.
/// Throws InputError where there is none, and says which message it is instead.
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

constexpr std::size_t largest_file = std::size_t{256} << 20U;

/// Entries that share one remark: how many of which kind, and the line of the first.
struct Tally {
    std::map<std::string, int> kinds;
    std::size_t first = 0;

    void add(const std::string& kind, std::size_t line) {
        if (first == 0) first = line;
        ++kinds[kind];
    }
    [[nodiscard]] std::string list() const {
        std::string out;
        for (const auto& [kind, number] : kinds) {
            out += fmt::format("{}{} {}", out.empty() ? "" : ", ", number, printable(kind));
        }
        return out;
    }
};

/// Adds a remark where the page is not the last one: banks export each page as a file with the whole range.
void check_page(const CamtXml& xml, XmlNode page, std::vector<std::string>& remarks) {
    const auto last = text_of(child(page, "LastPgInd"));
    if (last != "false" && last != "0") return;
    remarks.push_back(fmt::format("line {}: page {} is not the last one: import the others, too",
                                  xml.line(page), printable(text_of(child(page, "PgNb")))));
}

constexpr std::string_view no_status = "without one";

/// `Sts`, in later versions `Sts/Cd`. What the standard doesn't know is one sort, so that the remark stays
/// short.
std::string status_of(XmlNode entry) {
    const auto status = child(entry, "Sts");
    const auto code = child(status, "Cd");
    auto said = text_of(code ? code : status);
    if (said == "BOOK" || said == "PDNG" || said == "INFO" || said == "FUTR") return said;
    if (said.empty() && !child(status, "Prtry")) return std::string(no_status);
    return "of no known status";
}

/// Entries by what becomes of them for their status.
struct Statuses {
    Tally unbooked;
    Tally unsaid;
};

/// One `Stmt`: its lines, range and remarks.
void read_statement(const CamtXml& xml, const CamtPart& part, CamtStatement& into, Statuses& statuses) {
    const XmlNode node = part.node;
    const auto account = child(node, "Acct");
    const auto number = camt_account_number(account);
    if (number.empty()) xml.refuse(node, "the statement that begins here names no account ('Acct')");
    if (into.own.insert(number).second) into.accounts.push_back(number);
    if (part.first) check_page(xml, child(part.header, "MsgPgntn"), into.remarks);
    check_page(xml, child(node, "StmtPgntn"), into.remarks);
    const auto before = into.lines.size();
    Money moved;
    for (const auto entry : node.children()) {
        if (local_name(entry) != "Ntry") continue;
        const auto status = status_of(entry);
        // A statement is of booked entries: one that leaves the status out has no others.
        if (status == no_status) statuses.unsaid.add(status, xml.line(entry));
        if (status == "BOOK" || status == no_status) {
            moved += read_camt_entry(xml, entry, into);
        } else {
            statuses.unbooked.add(status, xml.line(entry));
        }
    }
    turn_camt_parties(read_camt_owner(account), before, into);
    auto currency = read_camt_currency(xml, child(account, "Ccy"));
    Tally foreign;
    for (auto i = before; i < into.lines.size(); ++i) {
        auto& line = into.lines[i];
        line.account = number;
        if (currency.empty()) currency = line.currency;
        if (line.currency.empty()) line.currency = currency;
        if (line.currency != currency) foreign.add(line.currency, line.line);
    }
    if (foreign.first != 0) {
        into.remarks.push_back(fmt::format("line {}: entries begin here that are not in the account's {}: {}",
                                           foreign.first, currency, foreign.list()));
    }
    add_camt_range(xml, part, number, before, into);
    if (foreign.first == 0) check_camt_balances(xml, node, number, moved, into.lines.size() > before, into);
}

/// Both statements have the transfer, each as its own line: so that a file of one account alone names the
/// same line, it stays with the account of its statement.
void find_own_transfers(CamtStatement& statement) {
    const auto& own = statement.own;
    for (auto& line : statement.lines) {
        if (line.direction != Direction::unknown && line.payer_account != line.payee_account &&
            own.count(line.payer_account) > 0 && own.count(line.payee_account) > 0) {
            line.direction = Direction::own_transfer;
        }
    }
}

}  // namespace

BankStatement read_camt053(Input& input, const TakeLine& take) try {
    const std::string bytes = input.whole(largest_file, "256 MiB: export a shorter range");
    const CamtXml xml(bytes, input.name());
    CamtStatement statement;
    statement.format = "camt053";
    statement.encoding = xml.encoding();
    Statuses statuses;
    for (const auto& part : camt_statements(xml)) read_statement(xml, part, statement, statuses);
    find_own_transfers(statement);
    if (statuses.unbooked.first != 0) {
        statement.remarks.push_back(
            fmt::format("line {}: entries begin here that are not booked and left out: {}",
                        statuses.unbooked.first, statuses.unbooked.list()));
    }
    if (statuses.unsaid.first != 0) {
        statement.remarks.push_back(
            fmt::format("line {}: entries begin here that don't say their status, read as booked: {}",
                        statuses.unsaid.first, statuses.unsaid.kinds.begin()->second));
    }
    LineDays line_days;
    for (const auto& line : statement.lines) line_days.add(line);
    line_days.look_over(statement);
    Occurrences occurrences;
    for (auto& line : statement.lines) {
        occurrences.count(line);
        take(std::move(line));
    }
    return statement;
} catch (const SumError&) {
    throw InputError(
        fmt::format("'{}' holds amounts whose sum leaves 64 bits: look for one with too many digits",
                    printable(input.name())));
}

}  // namespace tracker
