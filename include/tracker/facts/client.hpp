// SPDX-License-Identifier: MIT
// Who a client is.
#pragma once

#include <cstdint>
#include <string>
#include <tuple>

#include "tracker/facts/description.hpp"

namespace tracker {

enum class Language : std::uint8_t { ru, en };
template <>
inline constexpr auto words_of<Language> = words("ru", "en");

struct Client {
    Recorded recorded;
    ClientId id = 0;
    std::string code;  ///< a slug; how people and scripts name the client
    std::string name;
    std::string tax_id;  ///< INN: 10 or 12 digits, or empty
    std::string email;
    std::string phone;
    Language language = Language::ru;
    std::string note;
};

template <>
struct Description<Client> {
    static constexpr TableTraits table{
        .name = "client_record", .owner = "client", .file = "clients", .plain_view = false};
    static constexpr auto fields = std::tuple{
        field(&Client::code, {.name = "code", .form = Form::code, .required = true, .key = true}),
        field(&Client::name, {.name = "name", .form = Form::filled}),
        field(&Client::tax_id, {.name = "tax_id", .form = Form::tax_id}),
        field(&Client::email, {.name = "email"}),
        field(&Client::phone, {.name = "phone"}),
        field(&Client::language, {.name = "language"}),
        field(&Client::note, {.name = "note"}),
    };
};

}  // namespace tracker
