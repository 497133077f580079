// SPDX-License-Identifier: MIT
#include "store/binder.hpp"

namespace tracker::tables {

void Binder::operator()(std::string_view, const std::optional<Line>& line) {
    if (!line) {
        for (int i = 0; i < 4; ++i) null();
        return;
    }
    word(std::string(text(line->owed_by)));
    integer(line->offset);
    integer(line->day);
    word(std::string(text(line->convention)));
}

}  // namespace tracker::tables
