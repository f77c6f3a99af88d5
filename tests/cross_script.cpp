// SPDX-License-Identifier: MIT
// Names listed in one script, found in texts of the other.
#include <matn/cross_script.hpp>
#include <matn/pipeline.hpp>

#include "catch.hpp"

#include <string>
#include <vector>

namespace {

const matn::gazetteer& latin() {
    static const matn::gazetteer names{
        {.id = "khalilzad", .type = "person", .language = "en", .name = "Zalmay Khalilzad"},
        {.id = "bajwa", .type = "person", .language = "en", .name = "Qamar Javed Bajwa"},
        {.id = "miller", .type = "person", .language = "en", .name = "Scott Miller"},
        {.id = "baradar", .type = "person", .language = "en", .name = "Abdul Ghani Baradar"},
        {.id = "tamim", .type = "person", .language = "en", .name = "Tamim bin Hamad Al Thani"},
        {.id = "islamabad", .type = "place", .language = "en", .name = "Islamabad"},
        {.id = "doha", .type = "place", .language = "en", .name = "Doha"},
        {.id = "egypt", .type = "place", .language = "en", .name = "Egypt"},
        {.id = "kunar", .type = "place", .language = "en", .name = "Kunar"},
        {.id = "bar", .type = "place", .language = "en", .name = "Bar"},
    };
    return names;
}
const matn::gazetteer& arabic() {
    static const matn::gazetteer names{
        {.id = "khalilzad", .type = "person", .language = "prs", .name = "زلمی خلیلزاد"},
        {.id = "karzai", .type = "person", .language = "prs", .name = "حامد کرزی"},
        {.id = "helmand", .type = "place", .language = "prs", .name = "هلمند"},
    };
    return names;
}
// "name=id" of each mention, in text order.
std::string all(const matn::cross_script_names& names, const matn::gazetteer& of, std::string_view text,
                std::string_view language = {}) {
    std::string out;
    for (const matn::cross_script_mention& m : names(text, language)) {
        if (!out.empty()) out += " | ";
        out.append(m.at.of(text)).append("=").append(of[m.id].id);
        CHECK(m.how == matn::match_how::cross_script);
        CHECK(m.score > 0.4f);
    }
    return out;
}

} // namespace

TEST_CASE("names listed in Latin letters are found in Arabic script") {
    const matn::cross_script_names names(latin());
    const auto found = [&](std::string_view text, std::string_view language = {}) { return all(names, latin(), text, language); };
    CHECK(found("زلمی خلیلزاد دیروز به اسلامآباد رفت.", "prs") == "زلمی خلیلزاد=khalilzad | اسلامآباد=islamabad");
    CHECK(found("التقى زلماي خليل زاد الوفد", "ar") == "زلماي خليل زاد=khalilzad"); // one word as two
    CHECK(found("جنرال قمر جاوید باجوا", "prs") == "قمر جاوید باجوا=bajwa");        // the rank is no part of the name
    CHECK(found("جاوید قمر باجوا", "prs") == "جاوید قمر باجوا=bajwa");              // in another order
    CHECK(found("قمر باجوا", "prs") == "قمر باجوا=bajwa");                          // without the middle name
    CHECK(found("الملا عبد الغني برادر", "ar") == "عبد الغني برادر=baradar");
    CHECK(found("الشيخ تميم بن حمد آل ثاني", "ar") == "تميم بن حمد آل ثاني=tamim");
    CHECK(found("وفي مصر والدوحة", "ar") == "مصر=egypt | الدوحة=doha"); // a country by its meaning; و is no part of the name
}

TEST_CASE("a last name alone is found where the text has more of the name, and a common word is none") {
    const matn::cross_script_names names(latin());
    const auto found = [&](std::string_view text) { return all(names, latin(), text, "prs"); };
    CHECK(found("اسکات میلر آمد. میلر گفت.") == "اسکات میلر=miller | میلر=miller");
    CHECK(found("میلر گفت.").empty());
    CHECK(found("اسکات گفت. اسکات میلر") == "اسکات میلر=miller"); // a first name alone is nobody
    CHECK(found("در کنار او بار دیگر").empty());                  // beside him once more: not Kunar, not Bar
    CHECK(found("زلمی. خلیلزاد").empty());                        // a full stop parts names
}

TEST_CASE("a common word is no name behind an article or a proclitic either") {
    const matn::gazetteer places{{.id = "harb", .type = "place", .language = "en", .name = "Harb"},
                                 {.id = "salam", .type = "place", .language = "en", .name = "Salam"},
                                 {.id = "doha", .type = "place", .language = "en", .name = "Doha"}};
    const matn::cross_script_names names(places);
    for (const char* text : {"حرب", "الحرب", "والحرب", "وحرب", "بالسلام", "والسلام"}) { // war, peace
        INFO(text);
        CHECK(names(text, "ar").empty());
    }
    CHECK(all(names, places, "والدوحة بالدوحة", "ar") == "الدوحة=doha | الدوحة=doha");
}

TEST_CASE("one Arabic proclitic or two are no part of a name") {
    const matn::gazetteer& names_listed = latin();
    const matn::cross_script_names names(names_listed);
    const auto found = [&](std::string_view text) { return all(names, names_listed, text, "ar"); };
    CHECK(found("التقوا بالدوحة أمس") == "الدوحة=doha");
    CHECK(found("وبالدوحة التقوا") == "الدوحة=doha");
    CHECK(found("ولإسلام آباد رأي") == "إسلام آباد=islamabad");
    CHECK(found("وفد وبإسلام آباد أيضا") == "إسلام آباد=islamabad");
    CHECK(found("شكرا لزلماي خليل زاد ولخليل زاد") == "زلماي خليل زاد=khalilzad | خليل زاد=khalilzad");
    CHECK(found("للدوحة رأي وللدوحة رأي") == "لدوحة=doha | لدوحة=doha"); // the lam of the article stays, as it is written
    CHECK(found("السعودية ومصر ولمصر رأي") == "مصر=egypt | مصر=egypt");
}

TEST_CASE("a proclitic is no part of the name of a country however long that is") {
    const matn::gazetteer countries{{.id = "tj", .type = "place", .language = "en", .name = "Tajikistan"},
                                    {.id = "af", .type = "place", .language = "en", .name = "Afghanistan"}};
    const matn::cross_script_names names(countries);
    CHECK(all(names, countries, "بين أوزبكستان وطاجيكستان وأفغانستان", "ar") == "طاجيكستان=tj | أفغانستان=af");
}

TEST_CASE("the letters of a whole text tell its language") {
    const matn::cross_script_names names(latin());
    const std::string persian =
        "گزارش می‌گوید که گروهی دیگر از گفتگوکنندگان پیش از این به دوحه رفتند. ";
    CHECK(all(names, latin(), persian + "زلماى خليل زاد رفت") == "دوحه=doha | زلماى خليل زاد=khalilzad");
    CHECK(all(names, latin(), persian + "وبالدوحة") ==
          "دوحه=doha | الدوحة=doha"); // a word in other letters is of its own language
}

TEST_CASE("a last name that is two words is found where the text has more of the name, and is no name without") {
    const matn::gazetteer people{{.id = "khalilzad", .type = "person", .language = "en", .name = "Zalmay Khalil Zad"}};
    const matn::cross_script_names names(people);
    CHECK(all(names, people, "زلمی خلیلزاد آمد. خلیلزاد گفت.", "prs") == "زلمی خلیلزاد=khalilzad | خلیلزاد=khalilzad");
    CHECK(names("خلیلزاد گفت.", "prs").empty());
}

TEST_CASE("a first name that very many names share hides none of them") {
    std::vector<std::string> of;
    const char* const syllables[] = {"ba", "ri", "zu", "ka", "mo", "ni", "da", "sho", "fe", "la", "gu", "te"};
    for (int i = 0; i < 12 * 12 * 12; ++i)
        of.push_back(std::string("Mohammad ") + syllables[i % 12] + syllables[i / 12 % 12] + syllables[i / 144] + "r");
    of.push_back("Mohammad Khalilzad");
    of.push_back("Mohammad Karim Khalili");
    std::vector<matn::entry> rows;
    for (const std::string& name : of) rows.push_back({.id = "x", .type = "person", .language = "en", .name = name});
    rows[rows.size() - 2].id = "khalilzad";
    rows[rows.size() - 1].id = "khalili";
    const matn::gazetteer people(rows);
    const matn::cross_script_names names(people);
    CHECK(all(names, people, "محمد خلیلزاد با محمد کریم خلیلی دیدار کرد", "prs") ==
          "محمد خلیلزاد=khalilzad | محمد کریم خلیلی=khalili");
    // Two first names that all have: the third decides.
    rows.clear();
    for (std::string& name : of) name.insert(8, " Ali");
    for (const std::string& name : of) rows.push_back({.id = "x", .type = "person", .language = "en", .name = name});
    rows[rows.size() - 2].id = "khalilzad";
    const matn::gazetteer more(rows);
    CHECK(all(matn::cross_script_names(more), more, "محمد علی خلیلزاد", "prs") == "محمد علی خلیلزاد=khalilzad");
}

TEST_CASE("names listed in Arabic script are found in Latin letters") {
    const matn::cross_script_names names(arabic());
    const std::string_view text = "Mr. Khalilzad: Zalmay Khalilzad met Hamid Karzai in Helmand.";
    CHECK(all(names, arabic(), text) ==
          "Khalilzad=khalilzad | Zalmay Khalilzad=khalilzad | Hamid Karzai=karzai | Helmand=helmand");
    CHECK(all(names, arabic(), "زلمی خلیلزاد").empty()); // what is in the list's own script is for mentions
}

TEST_CASE("the stage composes, and a warm document finds the same") {
    const matn::cross_script_names names(latin());
    const auto analyse = matn::pipeline(names);
    const std::string text = "قمر باجوا و زلمی خلیلزاد";
    auto doc = analyse(text);
    REQUIRE(doc.each<matn::cross_script_mention>().size() == 2);
    analyse("اسلامآباد", doc);
    REQUIRE(doc.each<matn::cross_script_mention>().size() == 1);
    CHECK(latin()[doc.each<matn::cross_script_mention>()[0].id].id == "islamabad");
}

TEST_CASE("broken bytes, marks and long nonsense find nothing that is not there") {
    const matn::cross_script_names names(latin()), nothing{matn::gazetteer{}};
    CHECK(names("").empty());
    CHECK(nothing("زلمی خلیلزاد").empty());
    CHECK(all(names, latin(), "زلمی\xD8 خلیلزاد").find("khalilzad") == std::string::npos); // no name goes over them
    CHECK(all(names, latin(), "\xFF قمر باجوا \xD8", "prs") == "قمر باجوا=bajwa");
    CHECK(all(names, latin(), "زَلمی خَلیلزاد", "prs") == "زَلمی خَلیلزاد=khalilzad");
    std::string many;
    for (int i = 0; i < 2000; ++i) many += "بارباربار ";
    (void)names(many);
    const std::string letters(10000, 'k');
    (void)names(letters);
    std::string one;
    for (int i = 0; i < 5000; ++i) one += "ا";
    (void)names(one);
}
