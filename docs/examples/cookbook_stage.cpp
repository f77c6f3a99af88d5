// SPDX-License-Identifier: MIT
// Who said what: a stage that reads two layers of the library and makes a third.
#include <matn/mention.hpp>
#include <matn/pipeline.hpp>
#include <matn/sentence.hpp>

#include <iostream>

struct quotation {
    matn::slice at;       // between the marks
    matn::entry_id who{}; // the last person that was named before it
};

// The first quotation of each sentence, for whoever was named before. Reads persons and sentences, makes quotations.
constexpr auto quotations = [](std::string_view text, std::span<const matn::sentence> sentences,
                               std::span<const matn::mention> people, matn::emit<quotation> out) {
    std::size_t next = 0;
    for (const matn::sentence s : sentences) {
        const std::string_view words = s.at.of(text);
        const std::size_t open = words.find("«"), close = words.find("»", open);
        if (close == std::string_view::npos) continue;
        const matn::slice inside{static_cast<matn::offset>(s.at.begin + open + std::string_view("«").size()),
                                 static_cast<matn::offset>(s.at.begin + close)};
        while (next < people.size() && people[next].at.end <= inside.begin) ++next;
        if (next > 0) out({inside, people[next - 1].id});
    }
};

int main() {
    const matn::gazetteer people{{"zarmina-kohnaward", "person", "prs", "زرمینه کوهنورد"},
                                 {"odil-sangtarosh", "person", "ar", "عادل سنكتراش"}};
    const auto analyse = matn::pipeline(matn::sentences, matn::mentions(people), quotations);

    const auto doc = analyse("زرمینه کوهنورد گفت: «آب همه را بس است». قال عادل سنكتراش إن المحطات «ستكون جاهزة» قريبا.");
    for (const quotation& q : doc.each<quotation>()) std::cout << people[q.who].id << ": " << doc.text(q) << '\n';
}
