// SPDX-License-Identifier: MIT
// Importing what stands in no list of a contract's: clients, contracts, holidays, kinds and sets of duties;
// and the checks that `add` and `edit` share with it.
#pragma once

#include <string>
#include <string_view>

#include "tracker/exchange/import_file.hpp"

namespace tracker {

/// Throws InputError if the client can't be recorded so: its code, name, tax id, e-mail.
void check_client(const Client& client);
/// Throws InputError for what a contract's own text must be; the rest is check.hpp's.
void check_contract_text(const Contract& contract);

/// Facts that stand in no list of a contract's.
template <class Fact>
void import_facts(Session& session, std::string_view text, const std::string& file, bool skip_bad,
                  ImportReport& report);
template <>
void import_facts<Client>(Session& session, std::string_view text, const std::string& file, bool skip_bad,
                          ImportReport& report);
template <>
void import_facts<Contract>(Session& session, std::string_view text, const std::string& file, bool skip_bad,
                            ImportReport& report);
template <>
void import_facts<Holiday>(Session& session, std::string_view text, const std::string& file, bool skip_bad,
                           ImportReport& report);
template <>
void import_facts<DutyKind>(Session& session, std::string_view text, const std::string& file, bool skip_bad,
                            ImportReport& report);
template <>
void import_facts<DutySet>(Session& session, std::string_view text, const std::string& file, bool skip_bad,
                           ImportReport& report);

}  // namespace tracker
