// SPDX-License-Identifier: MIT
// Cuts a line at its tabs, for tests over data files.
#ifndef MATN_TESTS_TAB_FIELDS_HPP
#define MATN_TESTS_TAB_FIELDS_HPP

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

inline std::vector<std::string> tab_fields(const std::string& line) {
    std::vector<std::string> fields;
    for (std::size_t from = 0; from <= line.size();) {
        const std::size_t tab = std::min(line.find('\t', from), line.size());
        fields.push_back(line.substr(from, tab - from));
        from = tab + 1;
    }
    return fields;
}

#endif
