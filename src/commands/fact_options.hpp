// SPDX-License-Identifier: MIT
// The arguments of the commands that record one fact; each declares those that it takes.
#pragma once

#include <optional>
#include <string>

#include "commands/arguments.hpp"

namespace tracker {

struct FactOptions {
    std::string client, kind, period, amount, due, text, until, from, reason;
    std::optional<std::string> some_period, some_until, number, reference, note;
};

inline void declare_contract(Arguments& arguments, FactOptions& options) {
    arguments.option("--contract NUMBER", options.number, "which, where the client has several");
}

inline void declare_client(Arguments& arguments, FactOptions& options) {
    arguments.required("CLIENT", options.client, "code, tax id or part of the name");
}

}  // namespace tracker
