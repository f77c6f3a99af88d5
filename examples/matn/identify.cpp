// SPDX-License-Identifier: MIT
// matn identify: one text a line in, its language and how sure that is a line out.
#include "matn/commands.hpp"
#include "matn/ordered.hpp"

#include <matn/language.hpp>

#include <cstdio>

int identify(const streaming& lines) {
    troubles t("matn identify");
    return work_in_order(lines, t, [] {
        return [](batch& b) {
            each_line(b, [&b](std::string_view line) {
                const matn::language found = matn::identify(line);
                char confidence[16] = "0";
                if (found.code.known())
                    std::snprintf(confidence, sizeof confidence, "%.3f", static_cast<double>(found.confidence));
                b.out.append(found.code.view()).append("\t").append(confidence) += '\n';
            });
        };
    });
}
