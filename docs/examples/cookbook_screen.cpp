// SPDX-License-Identifier: MIT
#include <matn/gazetteer.hpp>
#include <matn/mention.hpp>

#include <iostream>

int main() {
    const std::string_view file = "id\ttype\tlang\tname\n"
                                  "p1\tperson\ten\tOdil Sangtarosh\n"
                                  "p1\tperson\tprs\tعادل سنگ‌تراش\n"
                                  "p2\tperson\tar\t\n" // a name is missing
                                  "p3\tperson\tar\tسيف الهدباني\n";
    const auto loaded = matn::gazetteer::from_tsv(file, "list.tsv");
    if (!loaded) return std::cerr << loaded.error().message() << '\n', 1;
    for (const matn::gazetteer_problem& p : loaded->problems) std::cout << p.message() << '\n'; // the others are loaded

    const std::string_view text = "عادل سنگتراش و سيف الهَدباني آمدند.";
    for (const matn::mention& m : matn::mentions(loaded->names)(text)) {
        const matn::entry listed = loaded->names.at(m.id, m.name);
        std::cout << listed.id << ": " << m.at.of(text) << " is " << listed.name << " (" << name_of(m.how) << ", " << m.score
                  << ")\n";
    }
}
