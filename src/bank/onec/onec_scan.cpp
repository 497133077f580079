// SPDX-License-Identifier: MIT
// The walk over a 1C file, line by line. Never looks at the version: banks write what they like there.
#include "bank/onec/onec_scan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "bank/onec/onec_words.hpp"
#include "tracker/base/error.hpp"
#include "tracker/base/lines.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

constexpr std::string_view document_begin = "СекцияДокумент";
constexpr std::string_view document_end = "КонецДокумента";
constexpr std::string_view account_begin = "СекцияРасчСчет";
constexpr std::string_view account_end = "КонецРасчСчет";
constexpr std::string_view file_end = "КонецФайла";
constexpr std::size_t most_remarks = 100;
constexpr std::size_t largest_document = std::size_t{1} << 20;

class Scanner {
  public:
    Scanner(TextLines lines, const std::function<void(const OnecDocument&)>& take)
        : lines_(std::move(lines)), take_(take) {}

    OnecHead scan() {
        read_first_line();
        while (lines_.next()) {
            ended_line_ = lines_.ended();
            last_ = trimmed(lines_.line());
            if (!last_.empty()) read_line(last_);
            // The line that begins a document is the first of its text, and the one that ends it was added
            // before it was given away.
            if (in_ == In::document && document_.line != lines_.number()) append_line();
        }
        check_end();
        return std::move(head_);
    }

  private:
    enum class In : std::uint8_t { header, account, document, nothing };

    [[noreturn]] void refuse(std::string_view what) const {
        throw InputError(fmt::format("'{}' line {}: {}", printable(lines_.file()), lines_.number(), what));
    }

    [[noreturn]] void cut_off(std::string_view where) const {
        refuse(fmt::format("the file ends within {} ('{}'): it was cut off, export it again", where,
                           fit(printable(last_), 60)));
    }

    /// Makes the text only where it is kept: a file of nothing but faults would fill the memory with them.
    template <class... Parts>
    void remark(std::size_t line, fmt::format_string<Parts...> what, Parts&&... parts) {
        if (++remarks_ > most_remarks) return;
        head_.remarks.push_back(
            fmt::format("line {}: {}", line, fmt::format(what, std::forward<Parts>(parts)...)));
    }

    void say_more() {
        if (remarks_ <= most_remarks) return;
        head_.remarks.push_back(fmt::format("and {} more faults like these", remarks_ - most_remarks));
    }

    void read_first_line() {
        while (lines_.next() && trimmed(lines_.line()).empty()) {
        }
        if (trimmed(lines_.line()) == onec_first_line) return;
        throw InputError(fmt::format("'{}' is no 1C exchange file: its first line must be '{}'",
                                     printable(lines_.file()), onec_first_line));
    }

    void read_line(std::string_view line) {
        if (ended_) refuse("the file goes on after 'КонецФайла': give one statement a file");
        const auto sign = line.find('=');
        const auto key = trimmed(line.substr(0, sign));
        const auto value = sign == std::string_view::npos ? "" : trimmed(line.substr(sign + 1));
        const bool again = std::exchange(just_ended_, false);
        if (key == document_begin) {
            begin_document(value);
        } else if (key == account_begin) {
            close();
            in_ = In::account;
            head_.sections.emplace_back().line = lines_.number();
        } else if (key == document_end || key == account_end) {
            end_section(key, again);
        } else if (key == file_end) {
            close();
            ended_ = true;
        } else if (ended_line_ && is_section_word(key, in_ == In::document)) {
            refuse(
                fmt::format("'{}' is no section of the 1C format, which has '{}' and '{}': the bank writes "
                            "another one under its name, export the statement as camt.053 or CSV",
                            fit(printable(key), 60), account_begin, document_begin));
        } else if (sign == std::string_view::npos) {
            read_odd_line(line);
        } else if (in_ == In::document) {
            read_document_key(key, value);
        } else {
            read_account_key(key, value);
        }
    }

    void begin_document(std::string_view kind) {
        close();
        in_ = In::document;
        last_key_ = OnecKey::other;
        document_.clear();
        document_.line = lines_.number();
        document_.kind = kind;
        append_line();
        if (kind.empty()) remark(lines_.number(), "'СекцияДокумент' doesn't say what kind of document it is");
    }

    /// `again`: right behind another end, which some banks write twice.
    void end_section(std::string_view key, bool again) {
        const bool fits = in_ == (key == document_end ? In::document : In::account);
        if (!fits && again) return remark(lines_.number(), "'{}' ends nothing", key);
        if (!fits) {
            refuse(
                fmt::format("'{}' ends nothing: what it should end is not in a form that is read, export the "
                            "statement again",
                            key));
        }
        just_ended_ = true;
        if (in_ == In::document) {
            append_line();
            give_document();
        }
        in_ = In::nothing;
    }

    /// Ends the section that is still open when something else begins: its own end is missing.
    void close(std::string_view before) {
        const bool document = in_ == In::document;
        if (document || in_ == In::account) {
            remark(lines_.number(), "'{}' is missing before {}", document ? document_end : account_end,
                   before);
        }
        if (document) give_document();
        in_ = In::nothing;
    }
    void close() { close("this line"); }

    void append_line() {
        document_.section += lines_.line();
        document_.section += '\n';
        if (document_.section.size() > largest_document) {
            refuse(
                fmt::format("the document that begins in line {} is larger than a mebibyte, as none "
                            "is: export the statement again",
                            document_.line));
        }
    }

    void give_document() {
        ++head_.documents;
        take_(document_);
    }

    void read_document_key(std::string_view name, std::string_view value) {
        last_key_ = onec_key(name);
        if (last_key_ == OnecKey::other || value.empty()) return;
        auto& known = document_[last_key_];
        if (last_key_ == OnecKey::amount && !known.text.empty()) {
            refuse(
                fmt::format("a second 'Сумма={}' in the document of line {}: a 'СекцияДокумент' is missing",
                            printable(value), document_.line));
        }
        if (!known.text.empty()) return;
        known.text = value;
        known.line = lines_.number();
    }

    void read_account_key(std::string_view name, std::string_view text) {
        if (is_of_document(name)) {
            refuse(fmt::format("'{}={}' stands outside any document: a 'СекцияДокумент' is missing",
                               fit(printable(name), 40), fit(printable(text), 40)));
        }
        if (text.empty()) return;
        const OnecValue value{std::string(text), lines_.number()};
        auto& range = in_ == In::account ? head_.sections.back() : head_.range;
        if (name == "РасчСчет" && in_ != In::account) head_.accounts.push_back(value.text);
        if (name == "РасчСчет") range.account = value;
        if (name == "ДатаНачала") range.from = value;
        if (name == "ДатаКонца") range.until = value;
        if (name == "ВсегоПоступило") range.received = value;
        if (name == "ВсегоСписано") range.spent = value;
        if (name == "НачальныйОстаток") range.opening = value;
        if (name == "КонечныйОстаток") range.closing = value;
        if (name == "ДатаСоздания") head_.created = value;
    }

    /// A line without "=": in a purpose, a line break that the bank let through; else something to be told.
    void read_odd_line(std::string_view line) {
        const bool purpose =
            in_ == In::document && last_key_ >= OnecKey::purpose && last_key_ <= OnecKey::purpose6;
        if (purpose) document_.purpose_tail += " " + std::string(line);
        remark(lines_.number(), "'{}' has no '=': {}", fit(printable(line), 60),
               purpose ? "read as part of the purpose" : "not read");
    }

    /// A document that ends with the file is taken only if it is whole as far as a line's identity goes.
    void check_end() {
        if (ended_) return say_more();
        if (in_ == In::account) cut_off("'СекцияРасчСчет'");
        const bool has_purpose = !document_[OnecKey::purpose].text.empty();
        if (in_ == In::document && (!ended_line_ || !has_purpose)) cut_off("a document");
        const bool begun = document_begin.starts_with(last_) || account_begin.starts_with(last_);
        if (!last_.empty() && !ended_line_ && begun) cut_off("a key");
        if (head_.documents == 0 && head_.sections.empty() && in_ != In::document) cut_off("its header");
        close("the end of the file");
        say_more();
        head_.remarks.push_back(fmt::format(
            "line {}: the file ends without 'КонецФайла': lines may be missing, compare it with the bank",
            lines_.number()));
    }

    TextLines lines_;
    const std::function<void(const OnecDocument&)>& take_;
    OnecHead head_;
    std::size_t remarks_ = 0;
    OnecDocument document_;
    std::string last_;         // the line just read, without outer blanks
    bool ended_line_ = false;  // whether it has a line end
    OnecKey last_key_ = OnecKey::other;
    In in_ = In::header;
    bool just_ended_ = false;  // the line before ended a section
    bool ended_ = false;
};

}  // namespace

void OnecDocument::clear() {
    kind.clear();
    for (OnecValue& value : values) value.text.clear();
    purpose_tail.clear();
    section.clear();
}

OnecHead scan_onec(TextLines lines, const std::function<void(const OnecDocument&)>& take) {
    return Scanner(std::move(lines), take).scan();
}

}  // namespace tracker
