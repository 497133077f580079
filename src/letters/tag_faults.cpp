// SPDX-License-Identifier: MIT
// What is wrong with the tags of a template, piece by piece.
#include <fmt/format.h>

#include <algorithm>

#include "letters/names.hpp"
#include "letters/template_form.hpp"
#include "tracker/base/text.hpp"

namespace tracker {
namespace {

class TagReader {
  public:
    explicit TagReader(std::optional<LetterDue::Sort> sort) : sort_(sort) {}

    void read(const TemplatePiece& piece) {
        if (piece.is == TemplatePiece::Is::open_tag) return fault(piece.line, "\"{{\" is never closed");
        if (piece.is != TemplatePiece::Is::tag) return;
        switch (piece.sigil) {
            case '!':
                return;
            case '>':
                return fault(piece.line, "\"{{>\" isn't available: a template is one file");
            case '=':
                return fault(piece.line, "\"{{=\" isn't available: tags are written in braces");
            case '/':
                return close(piece);
            default:
                return use(piece);
        }
    }

    std::vector<std::string> finish() {
        for (const Section& section : sections_)
            fault(section.line, fmt::format("\"{{{{{}{}}}}}\" is never closed", section.sigil, section.name));
        return std::move(faults_);
    }

  private:
    struct Section {
        std::string name;
        char sigil;
        int line;
    };

    /// What it quotes of the template may hold anything, a line end too.
    void fault(int line, const std::string& what) {
        faults_.push_back(fmt::format("line {}: {}", line, printable(what)));
    }

    void use(const TemplatePiece& piece) {
        const LetterName* name = find_name(piece.name, open_);
        if (!name) unknown(piece);
        if (piece.sigil != ' ') {
            check_nesting(piece, name);
            if (sort_ && name && piece.sigil == '#' && !name->may_be_in(*sort_))
                fault(piece.line, fmt::format("\"{}\" is never there in a letter of this sort", piece.all));
            sections_.push_back({std::string(piece.name), piece.sigil, piece.line});
            open_.push_back(name && piece.sigil == '#' ? scope_of(*name) : "");
        } else if (name && name->is != LetterName::Is::text) {
            fault(piece.line,
                  fmt::format("\"{0}\" has no text: write {{{{#{0}}}}}...{{{{/{0}}}}}", piece.name));
        }
    }

    /// Lists within lists are filled in as often as all of them are long, multiplied; a letter needs none.
    void check_nesting(const TemplatePiece& piece, const LetterName* name) {
        const bool list = name && name->is == LetterName::Is::list && piece.sigil == '#';
        const bool in_list = std::any_of(open_.begin(), open_.end(), [](const std::string& scope) {
            return scope == "items" || scope == "withheld" || scope == "received" || scope == "withdrawn";
        });
        if (list && in_list)
            fault(piece.line, fmt::format("\"{}\" stands within another list: close that first", piece.all));
        if (sections_.size() == deepest)
            fault(piece.line, fmt::format("\"{}\" is more than {} sections deep", piece.all, deepest));
    }

    void unknown(const TemplatePiece& piece) {
        const std::string shown = fit(printable(piece.name), 40);
        if (shown.empty()) return fault(piece.line, "a tag without a name");
        const auto likely = nearest(piece.name, names_in_reach(open_), 1);
        std::string what = fmt::format("unknown name \"{}\"", shown);
        if (!likely.empty()) {
            what += fmt::format(": did you mean \"{}\"?", likely.front());
        } else if (const std::string_view list = list_that_has(piece.name); !list.empty()) {
            what += fmt::format(": it is known within {{{{#{}}}}}", list);
        }
        fault(piece.line, what);
    }

    static std::string_view list_that_has(std::string_view name) {
        for (const std::string_view list : {"items", "withheld", "received", "withdrawn"}) {
            if (find_name(name, {std::string(list)}) && !find_name(name, {})) return list;
        }
        return {};
    }

    void close(const TemplatePiece& piece) {
        if (sections_.empty())
            return fault(piece.line, fmt::format("\"{}\" closes no section", printable(piece.all)));
        if (sections_.back().name != piece.name) {
            fault(piece.line,
                  fmt::format("\"{}\" where \"{{{{/{}}}}}\" must come first: it was opened in line {}",
                              printable(piece.all), sections_.back().name, sections_.back().line));
            // what the tag means is open: go on with the section of its name, if there is one
            while (sections_.size() > 1 && sections_.back().name != piece.name) drop();
        }
        drop();
    }

    void drop() {
        sections_.pop_back();
        open_.pop_back();
    }

    static constexpr std::size_t deepest = 20;
    std::optional<LetterDue::Sort> sort_;
    std::vector<Section> sections_;
    OpenSections open_;
    std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> tag_faults(const std::vector<TemplatePiece>& pieces,
                                    std::optional<LetterDue::Sort> sort) {
    TagReader reader(sort);
    for (const TemplatePiece& piece : pieces) reader.read(piece);
    return reader.finish();
}

}  // namespace tracker
