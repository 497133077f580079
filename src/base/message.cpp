// SPDX-License-Identifier: MIT
#include "tracker/base/message.hpp"

namespace tracker {

Message::Message(MessageId id) : id_(id.text) {}

Message::Message(MessageId id, std::initializer_list<Argument> arguments)
    : id_(id.text), arguments_(arguments) {}

const Message::Value& Message::operator[](std::string_view name) const {
    static const Value nothing;
    for (const Argument& argument : arguments_)
        if (argument.name == name) return argument.value;
    return nothing;
}

bool Message::operator==(const Message& other) const {
    return id_ == other.id_ && arguments_ == other.arguments_;
}

Message::Value message_value(std::string text) {
    return text;
}
Message::Value message_value(std::string_view text) {
    return std::string(text);
}
Message::Value message_value(const char* text) {
    return std::string(text);
}
Message::Value message_value(Day day) {
    return day;
}
Message::Value message_value(Period period) {
    return Span{period, 1};
}
Message::Value message_value(Span span) {
    return span;
}
Message::Value message_value(Item item) {
    return item;
}
Message::Value message_value(Sum sum) {
    return sum;
}
Message::Value message_value(Slug slug) {
    return slug;
}
Message::Value message_value(Message message) {
    return std::vector<Message>{std::move(message)};
}
Message::Value message_value(std::vector<Message> messages) {
    return messages;
}

}  // namespace tracker
