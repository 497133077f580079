// SPDX-License-Identifier: MIT
// What the kinds of duties are called where people read of them: data has the slug, a screen the title too.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "tracker/base/message.hpp"
#include "tracker/facts/kind.hpp"
#include "tracker/session/session.hpp"

namespace tracker {

/// The titles of the kinds that no standard schedule has, as far as somebody has described them. The
/// catalogue is read only where there are such kinds.
std::map<Kind, std::string> titles_of(Session& session, const std::set<Kind>& kinds);

/// Of all described kinds, in Russian, for sentences. Reads the catalogue when it is first asked; the session
/// must outlive it.
Speech::Titles russian_titles(Session& session);

/// "vat-return for 2026-Q3 (VAT return)": the name of an obligation, with the title of its kind. In Russian
/// the title is the name.
Message titled(Session& session, Message name, Kind kind);

/// "vat-return: VAT return", by kind; none in Russian.
std::vector<Message> title_lines(Session& session, const std::set<Kind>& kinds);

}  // namespace tracker
