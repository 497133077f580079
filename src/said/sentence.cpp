// SPDX-License-Identifier: MIT
// A sentence of the catalogue with its arguments filled in.
#include <fmt/format.h>

#include <stdexcept>

#include "tracker/base/text.hpp"
#include "tracker/said/catalogue.hpp"
#include "tracker/said/speech.hpp"

namespace tracker {
namespace {

class Filled {
  public:
    Filled(const Speech& speech, const Message& message) : speech_(speech), message_(message) {}

    std::string text(std::string_view sentence) const {
        std::string out;
        for (;;) {
            const auto open = sentence.find('{');
            out.append(sentence.substr(0, open));
            if (open == std::string_view::npos) return out;
            const auto close = end_of(sentence, open);
            out += place(sentence.substr(open + 1, close - open - 1));
            sentence.remove_prefix(close + 1);
        }
    }

  private:
    [[noreturn]] void refuse(std::string_view what) const {
        throw std::logic_error(fmt::format("the sentence '{}': {}", message_.id(), what));
    }

    /// Where what is open at `open` closes.
    std::size_t end_of(std::string_view sentence, std::size_t open) const {
        int depth = 0;
        for (std::size_t at = open; at < sentence.size(); ++at) {
            if (sentence[at] == '{') ++depth;
            if (sentence[at] == '}' && --depth == 0) return at;
        }
        refuse("a brace isn't closed");
    }

    /// Where the `|` stands that no inner braces hold.
    static std::size_t alternative(std::string_view text) {
        int depth = 0;
        for (std::size_t at = 0; at < text.size(); ++at) {
            depth += text[at] == '{' ? 1 : text[at] == '}' ? -1 : 0;
            if (text[at] == '|' && depth == 0) return at;
        }
        return std::string_view::npos;
    }

    /// What stands for the inside of a pair of braces.
    std::string place(std::string_view inside) const {
        const auto end = inside.find_first_of(":?!=");
        const Message::Value& value = message_[inside.substr(0, end)];
        if (end == std::string_view::npos) return word(value, "");
        std::string_view rest = inside.substr(end + 1);
        switch (inside[end]) {
            case '?':
                return is_there(value) ? text(rest) : "";
            case '!':
                return is_there(value) ? "" : text(rest);
            case ':':
                return word(value, rest);
            default:
                break;
        }
        const auto then = rest.find('?');
        if (then == std::string_view::npos) refuse("a comparison without a question mark");
        const std::string_view wanted = rest.substr(0, then);
        rest.remove_prefix(then + 1);
        const auto otherwise = alternative(rest);
        if (plain(value) == wanted) return text(rest.substr(0, otherwise));
        return otherwise == std::string_view::npos ? "" : text(rest.substr(otherwise + 1));
    }

    static bool is_there(const Message::Value& value) {
        if (const auto* const number = std::get_if<std::int64_t>(&value)) return *number != 0;
        if (const auto* const text = std::get_if<std::string>(&value)) return !text->empty();
        if (const auto* const slug = std::get_if<Slug>(&value)) return !slug->text.empty();
        if (const auto* const several = std::get_if<std::vector<Message>>(&value)) return !several->empty();
        return !std::holds_alternative<std::monostate>(value);
    }

    static std::string plain(const Message::Value& value) {
        if (const auto* const slug = std::get_if<Slug>(&value)) return slug->text;
        if (const auto* const number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
        return "";
    }

    std::string word(const Message::Value& value, std::string_view form) const {
        return std::visit([&](const auto& held) { return said(held, form); }, value);
    }

    std::string said(std::monostate /*nothing*/, std::string_view /*form*/) const {
        refuse("an argument isn't there");
    }
    std::string said(const std::string& text, std::string_view /*form*/) const { return printable(text); }
    std::string said(std::int64_t number, std::string_view form) const {
        if (form.empty()) return std::to_string(number);
        if (form == "th") return speech_.ordinal(number);
        if (form.front() == '=') return std::string(speech_.plural(number, form.substr(1)));
        return fmt::format("{} {}", number, speech_.plural(number, form));
    }
    std::string said(Day day, std::string_view /*form*/) const { return speech_.day(day); }
    std::string said(Span span, std::string_view form) const { return speech_.period(span, form); }
    std::string said(const Item& item, std::string_view form) const { return speech_.item(item, form); }
    std::string said(const Sum& sum, std::string_view form) const {
        return printable(speech_.sum(sum, form));
    }
    std::string said(const Slug& slug, std::string_view form) const {
        return form == "word" ? speech_.word(slug.text) : speech_.kind(Kind{slug.text}, form);
    }
    std::string said(const std::vector<Message>& messages, std::string_view form) const {
        std::string all;
        for (std::size_t i = 0; i < messages.size(); ++i) {
            const bool last = i + 1 == messages.size();
            const std::string_view between = form.empty() ? ", " : form == "and" ? conjunction(last) : form;
            all.append(i == 0 ? "" : between).append(speech_(messages[i]));
        }
        return all;
    }
    std::string_view conjunction(bool last) const {
        return !last ? ", " : speech_.language() == Language::ru ? " и " : " and ";
    }

    const Speech& speech_;
    const Message& message_;
};

}  // namespace

std::string_view Speech::text_of(const Message& message) const {
    const auto held = found_.find(message.id());
    if (held != found_.end()) return held->second;
    const auto text = sentence(language_, message.id());
    if (!text) throw std::logic_error(fmt::format("no sentence is called '{}'", message.id()));
    return found_.emplace(message.id(), *text).first->second;
}

std::string Speech::operator()(const Message& message) const {
    return Filled(*this, message).text(text_of(message));
}

}  // namespace tracker
