// SPDX-License-Identifier: MIT
// Small 1C files for the tests, and what reading them says.
#pragma once

#include <string>
#include <vector>

#include "statements.hpp"
#include "tracker/bank/onec.hpp"

namespace tracker::onec_files {

using Texts = std::vector<std::string>;

inline const std::string header = "1CClientBankExchange\n";
inline const std::string account = "РасчСчет=408\n";
inline const std::string first_document =
    "СекцияДокумент=X\nНомер=1\nДата=02.11.2026\nДатаПоступило=03.11.2026\nСумма=100.00\nПлательщикСчет=1\n"
    "ПолучательСчет=408\nНазначениеПлатежа=Оплата\n";
inline const std::string second_document =
    "СекцияДокумент=X\nНомер=2\nДата=04.11.2026\nДатаСписано=04.11.2026\nСумма=30.50\nПлательщикСчет=408\n"
    "ПолучательСчет=1\nНазначениеПлатежа=Комиссия\n";
inline const std::string over = "КонецДокумента\n";
inline const std::string end = "КонецФайла\n";

inline test::ReadStatement read(const std::string& text) {
    return test::read_all(text, "a.txt", read_onec);
}

inline std::string why(const std::string& text) {
    return test::refusal([&] { read(text); });
}

}  // namespace tracker::onec_files
