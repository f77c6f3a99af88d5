// SPDX-License-Identifier: MIT
// A list of names that is asked in any script.
#include <matn/name_index.hpp>

#include "catch.hpp"
#include "linear.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

namespace {
// All that some consonants can be with a vowel, two or none behind each.
std::vector<std::string> vocalised(const std::vector<std::string_view>& consonants, const std::vector<std::string_view>& vowels) {
    std::vector<std::string> words{""};
    for (const std::string_view c : consonants) {
        std::vector<std::string> longer;
        for (const std::string& w : words)
            for (const std::string_view v : vowels) longer.push_back(w + std::string(c) + std::string(v));
        words = std::move(longer);
    }
    return words;
}
// The names found for one asked for, best first.
std::vector<std::string> found_in(const std::vector<std::string>& names, std::string_view name, std::size_t top) {
    std::vector<matn::entry> rows;
    for (const std::string& n : names) rows.push_back({.id = {}, .type = {}, .language = {}, .name = n});
    std::vector<std::string> found;
    for (const matn::ranked_name& r : matn::name_index(std::span<const matn::entry>(rows)).rank(name, {.top = top}))
        found.push_back(names[r.id]);
    return found;
}
} // namespace

TEST_CASE("a name in the other script is not crowded out by a thousand that sound alike in the script of the question") {
    std::vector<std::string> names = vocalised({"ك", "ر", "م"}, {"ا", "و", "ي", "وا", "يا", "او", "اي", "يو", "وي", "اوي"});
    REQUIRE(names.size() == 1000);
    for (const std::size_t place : {std::size_t{0}, std::size_t{500}, std::size_t{1000}}) {
        std::vector<std::string> all = names;
        all.insert(all.begin() + static_cast<std::ptrdiff_t>(place), "Karim");
        const auto found = found_in(all, "كريم", 100);
        CHECK(std::count(found.begin(), found.end(), "Karim") == 1);
    }
}

TEST_CASE("words that some names have are not crowded out by rare ones that sound alike") {
    const auto vowels = {"a", "i", "u", "aa", "ia", "au", "ua", "iu", "ai", "e", "o", "ea"};
    const std::vector<std::string> first = vocalised({"k", "r", "m"}, {vowels.begin(), vowels.end()}),
                                   last = vocalised({"s", "l", "t"}, {vowels.begin(), vowels.end()});
    std::vector<std::string> names;
    for (std::size_t i = 0; i < first.size(); ++i) {
        if (i % 300 == 150) names.push_back("Kerym " + first[i]), names.push_back(last[i] + " Zelyt");
        if (i == first.size() / 2) names.push_back("Kerym Zelyt");
        names.push_back(first[i] + " " + last[i]);
    }
    const auto found = found_in(names, "کریم سلیط", 5);
    CHECK(std::count(found.begin(), found.end(), "Kerym Zelyt") == 1);
}

TEST_CASE("of two words that very many names have, the names that have both are found") {
    std::vector<std::string> names;
    for (const std::string& other : vocalised({"t", "s", "l", "b"}, {"a", "i", "u", "au", "ia", "ua", "ai", "iu", "uu", "ii"})) {
        names.push_back("Mohammad " + other);
        names.push_back(other + " Rahimi");
    }
    names.insert(names.begin() + 10000, "Rahimi Sultan Ghulam Mohammad");
    CHECK(found_in(names, "محمد رحیمی", 1) == std::vector<std::string>{"Rahimi Sultan Ghulam Mohammad"});
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

TEST_CASE("all names of one entry are indexed in time in proportion to them") {
    const auto index = [](std::string_view flood) {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < flood.size() / 256; ++i) {
            names.emplace_back("Ah");
            for (std::size_t k = i + 10; k > 0; k /= 10) names.back() += static_cast<char>('b' + k % 10);
        }
        std::vector<matn::entry> rows;
        for (const std::string& n : names) rows.push_back({.id = "Q1", .type = "person", .language = "en", .name = n});
        const matn::gazetteer all(rows);
        CHECK(matn::name_index(all).size() == names.size());
    };
    CHECK(linear::growth("", " ", index) < 3);
}
