// SPDX-License-Identifier: MIT
// schema.sql says of each fact what its description says.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "../catch.hpp"
#include "data/embedded.hpp"
#include "store/sqlite/schema_of_facts.hpp"
#include "tracker/facts/all.hpp"

namespace tracker {
namespace {

/// Without comments, and with one blank for whatever stands between two words.
std::string plain(std::string_view text) {
    std::string result;
    bool blank = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, 2) == "--") i = std::min(text.find('\n', i), text.size() - 1);
        const char c = text[i];
        if (c == ' ' || c == '\n') {
            blank = true;
            continue;
        }
        if (blank && !result.empty()) result += ' ';
        blank = false;
        result += c;
    }
    return result;
}

bool stands_in_schema(const std::string& statement) {
    static const std::string schema = plain(embedded("schema.sql"));
    return schema.find(plain(statement) + ";") != std::string::npos;
}

}  // namespace

TEST_CASE("schema.sql holds the tables, triggers and views that the facts ask for", "[store][schema]") {
    std::size_t statements = 0;
    AllFacts::each([&]<class Fact>() {
        for (const std::string& statement : tables::schema_of<Fact>()) {
            ++statements;
            INFO("schema.sql lacks, or has otherwise:\n" << statement << ";");
            CHECK(stands_in_schema(statement));
        }
    });
    CHECK(statements > 3 * AllFacts::size);
}

TEST_CASE("a table that differs in a check or a column isn't taken for the one in schema.sql",
          "[store][schema]") {
    const std::string table = tables::schema_of<Waiver>().front();
    REQUIRE(stands_in_schema(table));
    std::string other = table;
    other.replace(other.find("84005"), 5, "84006");
    CHECK(!stands_in_schema(other));
    other = table;
    other.replace(other.find("reason TEXT NOT NULL"), 20, "reason TEXT");
    CHECK(!stands_in_schema(other));
}

}  // namespace tracker
