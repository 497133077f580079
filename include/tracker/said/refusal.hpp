// SPDX-License-Identifier: MIT
// Errors that are messages: thrown where something can't be, put into words where it is told.
#pragma once

#include <string>
#include <utility>

#include "tracker/base/error.hpp"
#include "tracker/base/message.hpp"
#include "tracker/said/speech.hpp"

namespace tracker {

/// What all of them have in common, whatever their exit code.
class Sayable {
  public:
    virtual ~Sayable() = default;
    /// From now on what() is in this language.
    virtual void say_in(const Speech& speech) = 0;
};

/// An error of a kind ("error.hpp") with a message for its words. Until somebody knows the reader's language
/// they are English, so that who wraps an error in other words has some.
template <class Kind>
class Refusal : public Kind, public Sayable {
  public:
    explicit Refusal(Message message) : Kind(std::string(message.id())), message_(std::move(message)) {
        Refusal::say_in(Speech(Language::en));
    }
    void say_in(const Speech& speech) override { words_ = speech(message_); }
    [[nodiscard]] const char* what() const noexcept override { return words_.c_str(); }

  private:
    Message message_;
    std::string words_;
};

using InputRefusal = Refusal<InputError>;
using NotFoundRefusal = Refusal<NotFoundError>;

}  // namespace tracker
