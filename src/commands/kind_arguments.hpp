// SPDX-License-Identifier: MIT
// Kinds as a command's arguments name them: by slug, by Russian word or title, also in the wrong keyboard
// layout. A kind that the contract has is what its slug says, whatever else the word may mean.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tracker/exchange/kind_names.hpp"
#include "tracker/facts/inputs.hpp"
#include "tracker/session/find.hpp"

namespace tracker {

/// The slugs of the kinds that the contract has a line or a duty of at some time.
std::vector<std::string> kinds_of_contract(Session& session, const ContractFacts& facts);

/// A kind that the contract has a line or a duty of at some time. Throws NotFoundError with the nearest.
Kind find_kind(Session& session, const ContractFacts& facts, const std::string& text);

/// A kind for a new line: any slug, or what the standard schedule or the catalogue calls so in Russian.
/// Throws InputError if it is neither.
Kind read_kind(Session& session, const std::string& text);

/// Kinds with commas between, or `none`; a slug that is none of the names is left for others to judge. Throws
/// InputError for what is neither a slug nor one of the names.
Inputs read_kinds(std::string_view option, const std::string& text, const KindNames& names);

}  // namespace tracker
