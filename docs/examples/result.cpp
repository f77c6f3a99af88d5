// SPDX-License-Identifier: MIT
#include <matn/result.hpp>

#include <cstddef>
#include <iostream>
#include <string>

struct row {
    std::string name, language;
};
struct row_error {
    std::size_t column;
    std::string_view cause;
};

// One line of a file that a user brings: a name, a tab, a language.
matn::result<row, row_error> read_row(std::string_view line) {
    const std::size_t tab = line.find('\t');
    if (tab == line.npos) return row_error{line.size(), "a tab is missing"};
    if (tab == 0) return row_error{0, "the name is empty"};
    return row{std::string(line.substr(0, tab)), std::string(line.substr(tab + 1))};
}

int main() {
    for (const std::string_view line : {"کابل\tprs", "\tps", "Doha"}) {
        const auto read = read_row(line);
        if (read) std::cout << read->name << " in " << read->language << '\n';
        else std::cout << "byte " << read.error().column << ": " << read.error().cause << '\n';
    }
}
