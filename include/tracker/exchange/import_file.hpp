// SPDX-License-Identifier: MIT
// Facts from a CSV file (cli.md, "import"): all or nothing, with every bad row listed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/session/session.hpp"

namespace tracker {

struct ImportReport {
    std::size_t taken = 0;
    std::size_t known = 0;
    struct Remark {
        std::size_t line;  ///< of the file; 0 if it is about no row
        std::string what;
    };
    std::vector<Remark> bad;
    std::vector<Remark> doubtful;  ///< taken, though something about the row is worth a look
};

/// Reads the text of a file of `what` into the session's open change. A row equal to what is known is known
/// already; one that contradicts it, or that the rules forbid, is bad. Throws InputError with every bad row,
/// unless `skip_bad`.
ImportReport import_csv(Session& session, std::string_view what, std::string_view text,
                        const std::string& file, bool skip_bad);

}  // namespace tracker
