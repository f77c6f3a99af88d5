// SPDX-License-Identifier: MIT
// Two gazetteers in one pipeline, and one person in three scripts.
#include <matn/mention.hpp>
#include <matn/pipeline.hpp>

#include <iostream>

struct person : matn::mention {}; // two layers of mentions: an item type for each
struct place : matn::mention {};

int main() {
    const matn::gazetteer people{{"zarmina-kohnaward", "person", "en", "Zarmina Kohnaward"},
                                 {"zarmina-kohnaward", "person", "prs", "زرمینه کوهنورد"},
                                 {"zarmina-kohnaward", "person", "ar", "زرمينة كوهنورد"},
                                 {"zarmina-kohnaward", "person", "tg", "Зармина Кӯҳнавард"}};
    const matn::gazetteer places{
        {"doha", "place", "en", "Doha"}, {"doha", "place", "ar", "الدوحة"}, {"doha", "place", "prs", "دوحه"}};

    const auto link = matn::pipeline(matn::mentions<person>(people), matn::mentions<place>(places));
    for (std::string_view text : {"زرمینه كوهنورد از دوحه آمد. کوهنورد گفت", "وصلت زرمينة كوهنورد الى الدوحه",
                                  "Зармина Кӯҳнавард (ZARMINA KOHNAWARD) in Doha"}) {
        const auto doc = link(text);
        for (const person& p : doc.each<person>())
            std::cout << people[p.id].id << '\t' << doc.text(p) << " (" << name_of(p.how) << ")\n";
        for (const place& p : doc.each<place>())
            std::cout << places[p.id].id << '\t' << doc.text(p) << " (" << name_of(p.how) << ")\n";
    }
}
