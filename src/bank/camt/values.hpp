// SPDX-License-Identifier: MIT
// The values of camt.053: amounts, currencies, days.
#pragma once

#include <optional>
#include <string>

#include "bank/camt/xml.hpp"
#include "tracker/base/dates.hpp"
#include "tracker/base/money.hpp"

namespace tracker {

/// Throws InputError for what is no amount, is negative or has more than two decimals that say something:
/// the standard allows "10.00000".
Money read_camt_amount(const CamtXml& xml, XmlNode amount);

/// The element's text or, of an amount, its attribute `Ccy`; "RUB" for the old RUR; empty where it isn't
/// given. Throws InputError for anything but three letters.
std::string read_camt_currency(const CamtXml& xml, XmlNode element);

/// A date, or the date of a time, as the bank's own clock has it. Nothing where the element is missing or
/// empty; throws InputError for a date that doesn't exist.
std::optional<Day> read_camt_day(const CamtXml& xml, XmlNode element);

/// The day of `Dt` or `DtTm` within an element.
std::optional<Day> read_camt_day_in(const CamtXml& xml, XmlNode element);

/// Whether an amount or entry adds to the account: `CdtDbtInd`. Throws InputError where that isn't said;
/// `what` names the thing: "entry".
bool read_camt_credit(const CamtXml& xml, XmlNode element, std::string_view what);

}  // namespace tracker
