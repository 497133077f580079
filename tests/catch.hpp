// SPDX-License-Identifier: MIT
// The framework of the tests, Catch2: version 2 has it all in one header, version 3 in many, and calls a
// matcher differently.
#pragma once

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#else
#include <catch2/catch.hpp>
#endif

#include <string>

namespace tracker::test {

/// The text has this part.
inline auto Contains(const std::string& part) {
#if __has_include(<catch2/catch_test_macros.hpp>)
    return Catch::Matchers::ContainsSubstring(part);
#else
    return Catch::Matchers::Contains(part);
#endif
}

using Catch::Matchers::StartsWith;

}  // namespace tracker::test
