// SPDX-License-Identifier: MIT
// Kinds by what people call them where they type a command. Files name them by their slugs alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/exchange/duty_catalogue.hpp"
#include "tracker/facts/kind.hpp"

namespace tracker {

/// The kind that a Russian word stands for, in any case: `выписка` for statement, `документы`, `зарплата`,
/// `аванс`, `оплата`, and `начисление` for charge.
std::optional<Kind> kind_of_word(std::string_view text);

/// Some kinds, of which one is to be chosen. The catalogue must outlive it.
class KindNames {
  public:
    KindNames(const DutyCatalogue& catalogue, std::vector<std::string> slugs)
        : catalogue_(catalogue), slugs_(std::move(slugs)) {}

    /// The kind of that slug; else of that Russian word or Russian title; else what the keys give in the
    /// other keyboard layout, if that is a slug or a word. All in any case, "ё" and "е" being the same.
    /// Throws NotFoundError where several kinds have the title.
    [[nodiscard]] std::optional<Kind> meant(const std::string& text) const;

    /// What a mistyped text most likely means, in the script that was typed: a slug, or a Russian word or
    /// title.
    [[nodiscard]] std::optional<std::string> nearest(const std::string& text) const;

    [[nodiscard]] const std::vector<std::string>& slugs() const { return slugs_; }
    /// The Russian words and titles.
    [[nodiscard]] std::vector<std::string> in_russian() const;

  private:
    [[nodiscard]] bool has(std::string_view slug) const;
    [[nodiscard]] std::optional<Kind> titled(const std::string& title) const;

    const DutyCatalogue& catalogue_;
    std::vector<std::string> slugs_;
};

}  // namespace tracker
