// SPDX-License-Identifier: MIT
#include <matn/substring.hpp>

#include <iostream>

int main() {
    const matn::gazetteer names({
        {.id = "tokyo", .type = "place", .language = "ja", .name = "東京"},
        {.id = "kyoto", .type = "place", .language = "ja", .name = "京都"},
        {.id = "kabul", .type = "place", .language = "fa", .name = "کابل"},
        {.id = "stan", .type = "part", .language = "fa", .name = "ستان"},
    });
    const matn::substring_index index(names); // keeps a reference to the names
    for (const std::string_view text : {"東京都の人口", "الكابلية وافغانستان"}) {
        for (const auto overlaps : {matn::overlap::leftmost_longest, matn::overlap::all}) {
            for (const matn::mention& m : matn::substrings(index, {.overlaps = overlaps})(text))
                std::cout << m.at.begin << '-' << m.at.end << " [" << m.at.of(text) << "] " << names[m.id].id << ' '
                          << name_of(m.how) << "; ";
            std::cout << '\n';
        }
    }
}
