// SPDX-License-Identifier: MIT
// What is to be said, as a value: which sentence, and what it speaks of. Holds no words: the room `said` has
// them, a file a language.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "tracker/base/dates.hpp"
#include "tracker/base/money.hpp"

namespace tracker {

/// An amount in a currency ("RUB").
struct Sum {
    Money amount;
    std::string currency;
    bool operator==(const Sum&) const = default;
};

/// What an obligation accounts for: `months` months of which the period is the last.
struct Span {
    Period period;
    int months = 1;
    bool operator==(const Span&) const = default;
};

/// An obligation by its kind and what it accounts for.
struct Item {
    std::string kind;
    Span span;
    bool operator==(const Item&) const = default;
};

/// A word of the data (a kind, a value of an enumeration), which each language has its own name for.
struct Slug {
    std::string text;
    bool operator==(const Slug&) const = default;
};

/// The name of a sentence in the catalogue, "due.overdue": known when the program is compiled, so that a test
/// finds each of them in the sources.
struct MessageId {
    consteval MessageId(const char* id) : text(id) {}  // NOLINT(google-explicit-constructor): a literal
    std::string_view text;
};

class Message {
  public:
    /// Nothing, text from outside, a count, a day, a period, an obligation, money, a word of the data, or
    /// other messages.
    using Value = std::variant<std::monostate, std::string, std::int64_t, Day, Span, Item, Sum, Slug,
                               std::vector<Message>>;
    struct Argument;

    /// Arguments are named as the sentence names them.
    Message(MessageId id);  // NOLINT(google-explicit-constructor): a sentence without arguments
    Message(MessageId id, std::initializer_list<Argument> arguments);

    [[nodiscard]] std::string_view id() const { return id_; }
    /// What the argument of that name is; nothing if there is none.
    [[nodiscard]] const Value& operator[](std::string_view name) const;
    bool operator==(const Message& other) const;

  private:
    std::string_view id_;
    std::vector<Argument> arguments_;
};

/// How types become arguments; other rooms add their own beside their types.
Message::Value message_value(std::string text);
Message::Value message_value(std::string_view text);
Message::Value message_value(const char* text);
template <std::integral Number>
Message::Value message_value(Number number);
Message::Value message_value(Day day);
Message::Value message_value(Period period);
Message::Value message_value(Span span);
Message::Value message_value(Item item);
Message::Value message_value(Sum sum);
Message::Value message_value(Slug slug);
Message::Value message_value(Message message);
Message::Value message_value(std::vector<Message> messages);
/// Nothing for nothing.
template <class Type>
Message::Value message_value(const std::optional<Type>& value);

struct Message::Argument {
    template <class Type>
    Argument(std::string_view called, Type&& what)
        : name(called), value(message_value(std::forward<Type>(what))) {}
    bool operator==(const Argument&) const = default;

    std::string_view name;  ///< a literal
    Value value;
};

template <std::integral Number>
Message::Value message_value(Number number) {
    return static_cast<std::int64_t>(number);
}
template <class Type>
Message::Value message_value(const std::optional<Type>& value) {
    return value ? message_value(*value) : Message::Value();
}

}  // namespace tracker
