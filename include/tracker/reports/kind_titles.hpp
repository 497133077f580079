// SPDX-License-Identifier: MIT
// What the kinds of duties are called where people read of them: data has the slug, a screen the title too.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "tracker/facts/kind.hpp"
#include "tracker/session/session.hpp"

namespace tracker {

/// The titles of the kinds that no standard schedule has, as far as somebody has described them. The
/// catalogue is read only where there are such kinds.
std::map<Kind, std::string> titles_of(Session& session, const std::set<Kind>& kinds);

/// "vat-return for 2026-Q3 (VAT return)": the name of an obligation, with the title of its kind.
std::string titled(Session& session, const std::string& name, Kind kind);

/// "vat-return: VAT return", by kind.
std::vector<std::string> title_lines(Session& session, const std::set<Kind>& kinds);

}  // namespace tracker
