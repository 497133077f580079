// SPDX-License-Identifier: MIT
#include "bank/onec/onec_words.hpp"

#include <string>
#include <utility>

#include "tracker/base/text.hpp"

namespace tracker {
namespace {

constexpr std::pair<std::string_view, OnecKey> document_keys[] = {
    {"Номер", OnecKey::number},
    {"Дата", OnecKey::date},
    {"Сумма", OnecKey::amount},
    {"ДатаПоступило", OnecKey::date_in},
    {"ДатаСписано", OnecKey::date_out},
    {"ПлательщикСчет", OnecKey::payer_account},
    {"ПлательщикРасчСчет", OnecKey::payer_settlement},
    {"Плательщик", OnecKey::payer},
    {"Плательщик1", OnecKey::payer_name},
    {"ПлательщикИНН", OnecKey::payer_tax_id},
    {"ПолучательСчет", OnecKey::payee_account},
    {"ПолучательРасчСчет", OnecKey::payee_settlement},
    {"Получатель", OnecKey::payee},
    {"Получатель1", OnecKey::payee_name},
    {"ПолучательИНН", OnecKey::payee_tax_id},
    {"НазначениеПлатежа", OnecKey::purpose},
    {"НазначениеПлатежа1", OnecKey::purpose1},
    {"НазначениеПлатежа2", OnecKey::purpose2},
    {"НазначениеПлатежа3", OnecKey::purpose3},
    {"НазначениеПлатежа4", OnecKey::purpose4},
    {"НазначениеПлатежа5", OnecKey::purpose5},
    {"НазначениеПлатежа6", OnecKey::purpose6},
};

}  // namespace

OnecKey onec_key(std::string_view name) {
    for (const auto& [known, key] : document_keys) {
        if (known == name) return key;
    }
    return OnecKey::other;
}

bool is_section_word(std::string_view key, bool in_document) {
    // All keys of all documents pass here.
    if (!key.starts_with("\u0421") && !key.starts_with("\u0441") && !key.starts_with("\u041A") &&
        !key.starts_with("\u043A"))
        return false;
    const std::string word = fold(key);
    for (const std::string_view sort : {"секция", "конец"}) {
        if (!word.starts_with(sort)) continue;
        if (!in_document) return true;
        return word.size() > sort.size() + 4 && word.find(' ') == std::string::npos;
    }
    return false;
}

bool is_of_document(std::string_view key) {
    return key.starts_with("Сумма") || key.starts_with("Плательщик") ||
           key.starts_with("НазначениеПлатежа") || (key.starts_with("Получатель") && key != "Получатель");
}

}  // namespace tracker
