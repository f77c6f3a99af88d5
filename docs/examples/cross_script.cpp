// SPDX-License-Identifier: MIT
#include <matn/cross_script.hpp>

#include <iomanip>
#include <iostream>

int main() {
    const matn::gazetteer people{
        {.id = "zk", .type = "person", .language = "en", .name = "Zalmay Khalilzad"},
        {.id = "qb", .type = "person", .language = "en", .name = "Qamar Javed Bajwa"},
        {.id = "ib", .type = "place", .language = "en", .name = "Islamabad"},
    };
    const matn::cross_script_names names(people);
    const std::string_view news = "زلمی خلیلزاد در اسلامآباد با جنرال قمر باجوا دیدار کرد. خلیلزاد گفت";
    for (const matn::cross_script_mention& m : names(news))
        std::cout << m.at.of(news) << ": " << people[m.id].name << ", " << std::fixed << std::setprecision(2) << float{m.score}
                  << '\n';
}
