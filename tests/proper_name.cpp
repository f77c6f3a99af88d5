// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <matn/proper_name.hpp>

#include <string>
#include <vector>

using namespace matn;

namespace {

// Those of one document, as they stand there.
std::vector<std::string> names_of(const std::vector<std::string_view>& documents, std::uint32_t document = 0) {
    std::vector<std::string> out;
    for (const proper_name& n : proper_names(documents))
        if (n.document == document) out.emplace_back(n.at.of(documents[document]));
    return out;
}
using strings = std::vector<std::string>;

} // namespace

TEST_CASE("capitals inside of a sentence are names, and at its beginning if they are elsewhere too") {
    CHECK(names_of({"Yesterday the envoy met Abdul Ghani Baradar in Doha. Baradar was late. Nothing else was said."}) ==
          strings{"Abdul Ghani Baradar", "Doha", "Baradar"});
    CHECK(names_of({"Peace is near. They want peace. Peace!"}).empty());
}

TEST_CASE("titles, countries and acronyms end a name") {
    CHECK(names_of({"It said that NATO Secretary-General Jens Stoltenberg saw President Ashraf Ghani in Afghanistan."}) ==
          strings{"NATO", "Jens Stoltenberg", "Ashraf Ghani", "Afghanistan"});
    CHECK(names_of({"He was with Tamim bin Hamad and left."}) == strings{"Tamim bin Hamad"});
}

TEST_CASE("days, months and people of a country are no names") {
    CHECK(names_of({"On Monday in April many Afghans and a Pakistani official met the Qatari and the Iranian ones."}).empty());
}

TEST_CASE("in Arabic script a name stands behind a title, and again elsewhere") {
    CHECK(names_of({"جنرال باجوا دیدار کرد. باجوا گفت که میرود."}) == strings{"باجوا", "باجوا"});
    CHECK(names_of({"جنرال باجوا دیدار کرد."}).empty()); // once is not enough: who knows where the name ends
    CHECK(names_of({"وزیر خارجه دیدار کرد. خارجه گفت"}).empty());
}

TEST_CASE("names of a document in Latin letters are found in those in Arabic script, with clitics") {
    const std::vector<std::string_view> documents{"Then the US envoy Zalmay Khalilzad met Mike Pompeo.",
                                                  "زلمی خلیلزاد دیروز گفت. خلیلزاد میرود.", "قال بومبيو إنه التقى بخليل زاد"};
    CHECK(names_of(documents, 1) == strings{"زلمی خلیلزاد", "خلیلزاد"});
    CHECK(names_of({documents[1]}).empty()); // alone nothing says that they are names
    for (const proper_name& n : proper_names(documents)) CHECK((n.document == 0) == (n.why == name_evidence::capitals));
}

TEST_CASE("a title says that a name is a person's") {
    const std::string_view text[] = {"They saw President Ashraf Ghani in Kabul, and Ashraf Ghani spoke."};
    const auto found = proper_names(text);
    REQUIRE(found.size() == 3);
    CHECK(found[0].person);
    CHECK_FALSE(found[1].person);
    CHECK(found[2].why == name_evidence::capitals);
}

TEST_CASE("what is broken, empty or without letters has no names") {
    CHECK(proper_names(std::vector<std::string>()).empty());
    CHECK(names_of({"", "\xFF\xFE", "1 2 3", "\xD8"}).empty());
    CHECK(names_of({"They saw Jens\xFFStoltenberg there."}) == strings{"Jens"}); // who knows what the broken byte was
    const std::string capitals(20000, 'A');
    CHECK(names_of({capitals}).empty());
}

TEST_CASE("what has a name in each language, or stands behind a word for being there, is told to be a place") {
    const std::string_view documents[] = {
        "The envoy flew from Cairo to meet Zarmina Kohnaward in Termez. Reporters in Termez asked Kohnaward about Tajikistan.",
        "زرمینه کوهنورد در ترمذ گفت که تاجیکستان دور نیست.",
    };
    std::size_t places = 0;
    for (const matn::proper_name& n : matn::proper_names(documents)) {
        const std::string_view name = n.at.of(documents[n.document]);
        INFO(name);
        const bool place = name == "Cairo" || name == "Termez" || name == "Tajikistan" || name == "ترمذ" || name == "تاجیکستان";
        CHECK(n.place == place);
        places += place ? 1 : 0;
    }
    CHECK(places == 6);
}

TEST_CASE("an organisation keeps the noun that closes its name, and no month is a name") {
    const std::string_view documents[] = {
        "On 13 Qaws the Oxus Water Council met. The chair of the Oxus Water Council left in Qaws, and the Council said nothing."};
    std::vector<std::string_view> names;
    for (const matn::proper_name& n : matn::proper_names(documents)) names.push_back(n.at.of(documents[0]));
    CHECK(names == std::vector<std::string_view>{"Oxus Water Council", "Oxus Water Council"});
}

TEST_CASE("people of a country are no names, however English makes their word of the country's") {
    for (const std::string_view people :
         {"Afghan",   "Afghans",    "Pakistani", "Pakistanis", "Iraqi",     "Iraqis",  "Kuwaiti", "Indian",   "Indians",
          "Russian",  "Australian", "Iranian",   "Iranians",   "Ukrainian", "Italian", "Germans", "Japanese", "Chinese",
          "Sudanese", "Lebanese",   "Turkish",   "Finnish",    "Polish",    "Tajik",   "Uzbeks"}) {
        INFO(people);
        const std::string text =
            "Later the " + std::string(people) + " officials met the envoy of a " + std::string(people) + " company.";
        const auto found = names_of({text});
        CHECK(found.empty());
    }
    CHECK(names_of({"Later the Kobani officials met Simian Lorish and an Umbrian man."}) ==
          strings{"Kobani", "Simian Lorish", "Umbrian"});
}

TEST_CASE("capitals beyond ASCII begin names as well, hyphens go on in them") {
    CHECK(names_of({"Yesterday the envoy met Élodie Šimůnek and Øystein Åberg in Łódź."}) ==
          strings{"Élodie Šimůnek", "Øystein Åberg", "Łódź"});
    CHECK(names_of({"Then they saw Hamid Karzai-Popal there."}) == strings{"Hamid Karzai-Popal"});
    CHECK(names_of({"it was × and ÷ and é and ß"}).empty());
}

TEST_CASE("behind the end of a sentence, a quotation mark, a colon, a bullet or on a new line a capital alone is no name") {
    for (const std::string_view mark : {". ", "? ", "! ", "\n", ": ", " \"", " “", "” ", " • ", "؟ "}) {
        INFO(mark);
        CHECK(names_of({"the men left" + std::string(mark) + "Nothing else was said of it"}).empty());
    }
    CHECK(names_of({"the men left, Baradar too"}) == strings{"Baradar"});
}

TEST_CASE("a line of many capitals is a headline and no name, a title closes one and opens the next") {
    CHECK(names_of({"they read that Abdul Karim Rahimi Popal Zadran Noori was there"}).empty());
    CHECK(names_of({"they met Abdul Karim General Rahim Popal there"}) == strings{"Abdul Karim", "Rahim Popal"});
    CHECK(names_of({"they saw NATO and UN Hamid Popal there"}).size() >= 2);
}
