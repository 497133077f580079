// SPDX-License-Identifier: MIT
// Whether a purpose names a client, whose name may stand in another case of its grammar.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tracker {

/// The words of what bare_name() gives.
std::vector<std::string> words_of_name(std::string_view bare);

/// Whether the name stands in the words of a text as a whole: "ромашка" in "за ромашку". Of a person
/// ("лотосова анна сергеевна") the surname does, unless another initial follows it.
bool name_stands_in(const std::vector<std::string>& name, const std::vector<std::string>& text);

}  // namespace tracker
