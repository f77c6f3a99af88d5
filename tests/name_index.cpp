// SPDX-License-Identifier: MIT
// A list of names that is asked in any script.
#include <matn/name_index.hpp>

#include "catch.hpp"

#include <span>
#include <string>
#include <string_view>

namespace {
const matn::gazetteer& people() {
    static const matn::gazetteer names{
        {.id = "khalilzad", .type = "person", .language = "en", .name = "Zalmay Khalilzad"},
        {.id = "karzai", .type = "person", .language = "en", .name = "Hamid Karzai"},
        {.id = "karzai", .type = "person", .language = "prs", .name = "حامد کرزی"},
        {.id = "ghani", .type = "person", .language = "en", .name = "Mohammad Ashraf Ghani"},
        {.id = "abdullah", .type = "person", .language = "en", .name = "Abdullah Abdullah"},
        {.id = "egypt", .type = "place", .language = "en", .name = "Egypt"},
        {.id = "paghman", .type = "place", .language = "en", .name = "Paghman District"},
        {.id = "doha", .type = "place", .language = "ar", .name = "الدوحة"},
        {.id = "bajwa", .type = "person", .language = "ur", .name = "قمر جاوید باجوہ"},
        {.id = "ali", .type = "person", .language = "en", .name = "Ali"},
    };
    return names;
}
std::string first(const matn::name_index& index, std::string_view name) {
    const auto ranked = index.rank(name);
    return ranked.empty() ? std::string("nothing") : std::string(people()[ranked.front().id].id);
}
} // namespace

TEST_CASE("a name is found in whatever script it is written") {
    const matn::name_index index(people());
    CHECK(index.size() == people().name_count());
    const char* const asked[][2] = {
        {"زلمی خلیلزاد", "khalilzad"},
        {"زلماي خليل زاد", "khalilzad"},
        {"خلیلزاد", "khalilzad"},
        {"KHALILZAD, Zalmay", "khalilzad"},
        {"حامد كرزاي", "karzai"},
        {"Karzai", "karzai"},
        {"اشرف غنی", "ghani"},
        {"أشرف غني", "ghani"},
        {"عبدالله عبدالله", "abdullah"},
        {"مصر", "egypt"},
        {"ولسوالی پغمان", "paghman"},
        {"Doha", "doha"},
        {"دوحه", "doha"},
        {"جنرال باجوا", "bajwa"},
        {"Qamar Javed Bajwa", "bajwa"},
        {"علی", "ali"},
    };
    for (const auto& pair : asked) {
        INFO(pair[0]);
        CHECK(first(index, pair[0]) == pair[1]);
    }
}

TEST_CASE("a name is found by letters that sound in two ways, by joined words and by a part of it") {
    const matn::entry rows[] = {
        {.id = "lavrov", .type = "person", .language = "en", .name = "Sergey Lavrov"},
        {.id = "wang", .type = "person", .language = "en", .name = "Wang Yi"},
        {.id = "khalilzad", .type = "person", .language = "en", .name = "Zalmay Khalilzad"},
        {.id = "khalil", .type = "person", .language = "en", .name = "Khalil Ahmadi"},
        {.id = "omar", .type = "person", .language = "en", .name = "Mullah Omar"},
        {.id = "gaddafi", .type = "person", .language = "en", .name = "Muammar Gaddafi"},
        {.id = "george", .type = "person", .language = "en", .name = "George Clark"},
        {.id = "ellmers", .type = "person", .language = "en", .name = "Renee Ellmers"},
        {.id = "shahbandar", .type = "place", .language = "en", .name = "Shahbandar"},
        {.id = "sefid", .type = "place", .language = "en", .name = "Sefid Dasht"},
        {.id = "wagner", .type = "person", .language = "en", .name = "Richard Wagner"},
        {.id = "johan", .type = "person", .language = "en", .name = "Johan Berg"},
        {.id = "marj", .type = "place", .language = "en", .name = "Marj"},
    };
    const matn::name_index index{std::span<const matn::entry>(rows)};
    const char* const asked[][2] = {
        {"سيرجي لافروف", "lavrov"}, // jim for g, fa for v
        {"سرگئی لاوروف", "lavrov"},
        {"وانج يي", "wang"},
        {"وانگ یی", "wang"},
        {"خليل زاد", "khalilzad"}, // one word as two
        {"ملاعمر", "omar"},        // two as one, one of them a title
        {"القذافي", "gaddafi"},
        {"جورج كلارك", "george"},
        {"رن المرس", "ellmers"}, // el- is no article here
        {"شه‌بندر", "shahbandar"},
        {"سفیددشت", "sefid"},
        {"ريتشارد فاغنر", "wagner"},
        {"يوهان بيرج", "johan"},
    };
    for (const auto& pair : asked) {
        INFO(pair[0]);
        const auto found = index.rank(pair[0]);
        REQUIRE(!found.empty());
        CHECK(rows[found.front().id].id == std::string_view(pair[1]));
    }
}

TEST_CASE("entries come best first, each once, and not more than wanted") {
    const matn::name_index index(people());
    const auto ranked = index.rank("حامد کرزی", {.top = 3});
    REQUIRE(!ranked.empty());
    CHECK(ranked.size() <= 3);
    CHECK(people()[ranked[0].id].id == "karzai");
    CHECK(ranked[0].name == 1); // the Dari name is the nearest of the two
    for (std::size_t i = 1; i < ranked.size(); ++i) {
        CHECK(ranked[i - 1].score >= ranked[i].score);
        for (std::size_t j = 0; j < i; ++j) CHECK(ranked[i].id != ranked[j].id);
    }
    CHECK(index.rank("حامد کرزی", {.top = 0}).empty());
}

TEST_CASE("comparing all names finds no better one") {
    const matn::name_index index(people());
    for (const char* name : {"زلمی خلیلزاد", "Hamed Karzay", "أشرف غني", "باجوا", "Cairo"}) {
        const auto some = index.rank(name, {.top = 1}), all = index.rank(name, {.top = 1, .exhaustive = true});
        if (all.empty() || all[0].score < 0.5f) continue;
        REQUIRE(!some.empty());
        CHECK(some[0].id == all[0].id);
        CHECK(some[0].score == all[0].score);
    }
}

TEST_CASE("names without letters are asked in vain") {
    const matn::name_index index(people()), nothing;
    for (const char* name : {"", "...", "\xff\xfe", "12", "北京"}) CHECK(index.rank(name).empty());
    CHECK(nothing.rank("Kabul").empty());
    CHECK(nothing.size() == 0);
    (void)index.rank(std::string(10000, 'k'));
    (void)index.rank("ا");
    CHECK(first(index, "زلمی\xd8 خلیلزاد") == "khalilzad");
}

TEST_CASE("rows are numbered by their place") {
    const matn::entry rows[] = {{.id = "a", .type = "", .language = "", .name = "Kabul"},
                                {.id = "b", .type = "", .language = "", .name = "هرات"}};
    const matn::name_index index(rows);
    CHECK(index.rank("کابل").at(0).id == 0);
    CHECK(index.rank("Herat").at(0).id == 1);
}

TEST_CASE("a listed name with a letter of another script is doubted as much as one that is asked for") {
    const matn::entry rows[] = {{.id = "spoof", .type = "person", .language = "en", .name = "K\u0430rim Aziz"},
                                {.id = "true", .type = "person", .language = "en", .name = "Karim Aziz"}};
    const matn::name_index index{std::span<const matn::entry>(rows)};
    for (const char* const asked : {"Karim Aziz", "کریم عزیز"}) {
        const auto found = index.rank(asked);
        REQUIRE(found.size() == 2);
        CHECK(found[0].id == 1);
        for (const matn::ranked_name& r : found)
            if (r.rule != matn::name_rule::exact && r.rule != matn::name_rule::folded)
                CHECK(r.score == Approx(matn::match_names(asked, rows[r.id].name).score).margin(0.001));
    }
}
