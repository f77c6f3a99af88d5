// SPDX-License-Identifier: MIT
#include <matn/name_index.hpp>

#include <iomanip>
#include <iostream>

int main() {
    const matn::gazetteer people{
        {.id = "zk", .type = "person", .language = "en", .name = "Zalmay Khalilzad"},
        {.id = "hk", .type = "person", .language = "en", .name = "Hamid Karzai"},
        {.id = "ag", .type = "person", .language = "en", .name = "Mohammad Ashraf Ghani"},
        {.id = "pg", .type = "place", .language = "en", .name = "Paghman District"},
    };
    const matn::name_index index(people);
    for (const char* asked : {"زلمی خلیلزاد", "أشرف غني", "کرزی", "ولسوالی پغمان"}) {
        const auto found = index.rank(asked, {.top = 1});
        if (found.empty()) continue;
        const matn::ranked_name& best = found.front();
        std::cout << asked << ": " << people[best.id].name << ", " << std::fixed << std::setprecision(2) << best.score << ", "
                  << matn::rule_name(best.rule) << '\n';
    }
}
