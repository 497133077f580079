// SPDX-License-Identifier: MIT
// RapidCheck within Catch2, whichever version: a property that fails is a failed test with its
// counterexample.
#pragma once

#include <rapidcheck.h>

#include <sstream>
#include <utility>

#include "../catch.hpp"

namespace tracker {

/// Tries the property on `times` as many cases as RapidCheck is set to (100, or by RC_PARAMS in the
/// environment).
template <class Property>
void holds_for_all(int times, Property&& property) {
    rc::detail::TestParams params = rc::detail::configuration().testParams;
    params.maxSuccess *= times;
    const auto result =
        rc::detail::checkTestable(std::forward<Property>(property), rc::detail::TestMetadata{}, params);
    std::ostringstream message;
    rc::detail::printResultMessage(result, message);
    INFO(message.str());
    REQUIRE(result.template is<rc::detail::SuccessResult>());
}

}  // namespace tracker
