// SPDX-License-Identifier: MIT
// Whose an account is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>

#include "tracker/facts/description.hpp"

namespace tracker {

/// What the user has said of an account, over what the statements on record say.
struct OwnAccount {
    enum class Standing : std::uint8_t {
        own,      ///< the firm's, though no statement of it may be on record
        closed,   ///< the firm's, with no more statements to come after `date`
        foreign,  ///< not the firm's, whatever a file claims
    };
    Recorded recorded;
    std::string account;
    Standing standing = Standing::own;
    std::optional<Day> date;  ///< the last day of a closed account
    std::string note;
};

template <>
inline constexpr auto words_of<OwnAccount::Standing> = words("own", "closed", "foreign");

template <>
struct Description<OwnAccount> {
    static constexpr TableTraits table{.name = "own_account", .view = "own_accounts"};
    static constexpr auto fields = std::tuple{
        field(&OwnAccount::account, {.name = "account", .form = Form::filled}),
        field(&OwnAccount::standing, {.name = "standing"}),
        field(&OwnAccount::date, {.name = "date"}),
        field(&OwnAccount::note, {.name = "note"}),
    };
};

}  // namespace tracker
