// SPDX-License-Identifier: MIT
// Elements of XML by local name, whatever their prefix, and their text. Never changes the tree.
#pragma once

#include <initializer_list>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace tracker {

using XmlNode = pugi::xml_node;

/// "Ntry" of `<camt:Ntry>`.
std::string_view local_name(XmlNode element);

/// The first child of that local name; an empty node if there is none, or no parent.
XmlNode child(XmlNode parent, std::string_view name);

/// Down a path of first children.
XmlNode at(XmlNode parent, std::initializer_list<std::string_view> path);

/// The element's own text in strict UTF-8, blanks and control characters as single spaces: values are often
/// broken over lines, and no line break may stay in them.
std::string text_of(XmlNode element);

/// "true" or "1".
bool is_true(XmlNode element);

}  // namespace tracker
