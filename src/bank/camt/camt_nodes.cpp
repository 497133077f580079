// SPDX-License-Identifier: MIT
#include "bank/camt/camt_nodes.hpp"

#include "tracker/base/text.hpp"

namespace tracker {

std::string_view local_name(XmlNode element) {
    const std::string_view name = element.name();
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

XmlNode child(XmlNode parent, std::string_view name) {
    for (const auto node : parent.children()) {
        if (local_name(node) == name) return node;
    }
    return {};
}

XmlNode at(XmlNode parent, std::initializer_list<std::string_view> path) {
    for (const auto name : path) parent = child(parent, name);
    return parent;
}

std::string text_of(XmlNode element) {
    std::string text;
    bool blank = false;
    // A comment within a value splits it in two nodes, and half an amount is an amount, too.
    for (const auto node : element.children()) {
        if (node.type() != pugi::node_pcdata && node.type() != pugi::node_cdata) continue;
        for (const char* c = node.value(); *c != '\0'; ++c) {
            if (static_cast<unsigned char>(*c) <= ' ' || *c == '\x7F') {
                blank = !text.empty();
                continue;
            }
            if (blank) text += ' ';
            blank = false;
            text += *c;
        }
    }
    // A character reference may name what is no character.
    return is_utf8(text) ? text : printable(text);
}

bool is_true(XmlNode element) {
    const auto text = text_of(element);
    return text == "true" || text == "1";
}

}  // namespace tracker
