// SPDX-License-Identifier: MIT
#include <matn/mention.hpp>

#include <iostream>

int main() {
    const matn::gazetteer names({
        {.id = "doha", .type = "place", .language = "ar", .name = "الدوحة"},
        {.id = "islamabad", .type = "place", .language = "ur", .name = "اسلام آباد"},
        {.id = "taliban", .type = "org", .language = "fa", .name = "طالبان"},
        {.id = "khalilzad", .type = "person", .language = "fa", .name = "زلمی خلیلزاد"},
        {.id = "khalilzad", .type = "person", .language = "en", .name = "Zalmay Khalilzad"},
        {.id = "ispr", .type = "org", .language = "en", .name = "Inter-Services Public Relations"},
    });
    for (const std::string_view text : {
             "اجتماع بالدوحة مع وفد لطالبان",
             "زلمي خليلزاد در اسلامآباد بود. خلیلزاد فردا می‌رود.",
             "The Inter-Services Public Relations (ISPR) named Khalilzad; ZALMAY  KHALILZAD did not answer the ISPR.",
         }) {
        for (const matn::mention& m : matn::mentions(names)(text))
            std::cout << m.at.begin << '-' << m.at.end << " [" << m.at.of(text) << "] " << names[m.id].id << ' ' << name_of(m.how)
                      << ' ' << m.score << '\n';
    }
}
