// SPDX-License-Identifier: MIT
#include "demo.hpp"

namespace tracker {

void fill_demo(Session& session) { session.say("demo"); }

}  // namespace tracker
