// SPDX-License-Identifier: MIT
// The values of the 1C exchange format: dates, amounts, one document. Knows nothing of the file around it.
#pragma once

#include <optional>
#include <string>

#include "bank/onec/onec_scan.hpp"
#include "tracker/bank/onec.hpp"

namespace tracker {

/// An empty value is nothing; throws InputError where the text is no date that exists.
std::optional<Day> read_onec_date(const OnecValue& value, const std::string& file);

/// Throws InputError for what is no amount, has more than two decimals or is negative.
Money read_onec_amount(const OnecValue& value, const std::string& file);

/// The line but for its account and occurrence. The direction is what the dates say: incoming where
/// `ДатаПоступило` is filled, else outgoing where `ДатаСписано` is, else unknown. Throws InputError where
/// amount or date is missing.
BankLine read_onec_document(const OnecDocument& document, const std::string& file);

}  // namespace tracker
