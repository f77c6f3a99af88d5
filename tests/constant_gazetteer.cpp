// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <matn/constant_gazetteer.hpp>
#include <matn/mention.hpp>

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr matn::entry people[] = {
    {.id = "baradar", .type = "person", .language = "ar", .name = "عبد الغني برادر"},
    {.id = "haqqani",
     .type = "person",
     .language = "prs",
     .name = "سراج‌الدین حقانی",
     .weight = 2.5f,
     .metadata = "office=interior"},
    {.id = "baradar", .type = "person", .language = "en", .name = "Abdul Ghani Baradar"},
    {.id = "taliban", .type = "org", .language = "prs", .name = "طالبان"},
    {.id = "baradar", .type = "person", .language = "ar", .name = "عبد الغني برادر"}, // again
    {.id = "kabul", .type = "place", .language = "prs", .name = "کابل"},
    {.id = "kabul-province", .type = "place", .language = "prs", .name = "کابل"},
    {.id = "islamabad", .type = "place", .language = "ur", .name = "اسلام آباد"},
    {.id = "internationalization", .type = "word", .language = "en", .name = "Internationalization Board"},
    {.id = "long", .type = "word", .language = "fa", .name = "جمهوری"},
    {.id = "cpp", .type = "word", .language = "en", .name = "C++"},
    {.id = "at-t", .type = "org", .language = "en", .name = "AT&T"},
    {.id = "any", .type = "word", .language = "en", .name = ".*"},
};
constexpr auto known = matn::constant_gazetteer<people>();
static_assert(known.size() == 11 && known.name_count() == 12 && !known.empty());

constexpr std::string_view text =
    "گفت عبد الغنی برادر و سراج الدین حقانی به کابل رفتند؛ طالبان در اسلام‌آباد و اسلامآباد. و عبدالغني برادر وحقانی "
    "بالكابل Abdul Ghani Baradar met the Internationalization Board on C++ at AT&T (a .* b). Baradar \xFF کابل";

template <matn::profile P>
void check_same(const matn::basic_gazetteer<P>& a, const matn::basic_gazetteer<P>& b) {
    REQUIRE(a.size() == b.size());
    REQUIRE(a.name_count() == b.name_count());
    for (matn::entry_id id = 0; id < a.size(); ++id) {
        REQUIRE(a.name_count(id) == b.name_count(id));
        for (std::uint32_t n = 0; n < a.name_count(id); ++n) {
            const matn::entry x = a.at(id, n), y = b.at(id, n);
            CHECK(x.id == y.id);
            CHECK(x.type == y.type);
            CHECK(x.language == y.language);
            CHECK(x.name == y.name);
            CHECK(x.weight == y.weight);
            CHECK(x.metadata == y.metadata);
        }
    }
    for (const auto overlaps : {matn::overlap::leftmost_longest, matn::overlap::all, matn::overlap::best})
        for (const std::uint8_t fuzzy : {std::uint8_t{0}, std::uint8_t{5}}) {
            const matn::mention_options options{.fuzzy_letters = fuzzy, .overlaps = overlaps};
            const auto found = matn::mentions(a, options)(text), expected = matn::mentions(b, options)(text);
            REQUIRE(found.size() == expected.size());
            CHECK(found.size() > 0);
            for (std::size_t i = 0; i < found.size(); ++i) {
                CHECK(found[i].at == expected[i].at);
                CHECK(found[i].id == expected[i].id);
                CHECK(found[i].name == expected[i].name);
                CHECK(found[i].how == expected[i].how);
            }
        }
}

} // namespace

TEST_CASE("a gazetteer that the compiler makes is the one that the program would build") {
    check_same(known, matn::gazetteer(std::span<const matn::entry>(people)));
}

TEST_CASE("a constant gazetteer finds names as any other, by its number of entries") {
    const auto found = matn::mentions(known)(text);
    std::vector<std::string> ids;
    for (const matn::mention& m : found) ids.emplace_back(known[m.id].id);
    CHECK(ids == std::vector<std::string>{"baradar", "haqqani", "kabul", "kabul-province", "taliban", "islamabad", "islamabad",
                                          "baradar", "haqqani", "kabul", "kabul-province", "baradar", "internationalization",
                                          "cpp", "at-t", "any", "baradar", "kabul", "kabul-province"});
}

TEST_CASE("a constant list may have another profile, be a std::array, and be of a function") {
    static constexpr std::array<matn::entry, 2> places = {
        {{.id = "1", .name = "هرات"}, {.id = "2", .name = "خراسان رضوی", .weight = 0.5f}}};
    constexpr auto strict = matn::constant_gazetteer<places, matn::profile::strict>();
    static_assert(strict.size() == 2);
    const matn::basic_gazetteer<matn::profile::strict> built{places[0], places[1]};
    CHECK(matn::mentions(strict)("هرات و خراسان رضوى").size() == matn::mentions(built)("هرات و خراسان رضوى").size());
    CHECK(strict[1].weight == 0.5f);
}

TEST_CASE("the image of a constant gazetteer is one that a file may have") {
    const auto again = matn::gazetteer::from_image(known.image());
    REQUIRE(again);
    check_same(*again, known);
}

TEST_CASE("constant names of signs, of marks and of many words are as they would be built") {
    static constexpr matn::entry odd[] = {
        {.id = "signs", .name = "********"},
        {.id = "soft", .name = "a\u00ADb\u00ADc\u00ADd"},
        {.id = "words", .name = "a b c d e f g h i j k l m n o p q r s t u v w x y z"},
        {.id = "servants", .name = "عبداللهعبدالله عبدالله عبدالرحمن عبدالكريم"},
        {.id = "hamza", .name = "ا\u0654حمد شاه"},
        {.id = "long", .name = "جمهوریاسلامیافغانستانوپاکستان قسطنطنیه‌ای‌ها"},
        {.id = "long again", .name = "جمهوریاسلامیافغانستانوپاکستان"},
        {.id = "ideographs", .name = "\u963F\u5BCC\u6C57"},
        {.id = "ligature", .name = "\uFDFA"},
    };
    constexpr auto listed = matn::constant_gazetteer<odd>();
    const matn::gazetteer built{std::span<const matn::entry>(odd)};
    for (const matn::entry& e : odd) {
        INFO(e.name);
        const auto found = matn::mentions(listed, {.overlaps = matn::overlap::all})(e.name);
        const auto expected = matn::mentions(built, {.overlaps = matn::overlap::all})(e.name);
        REQUIRE(found.size() == expected.size());
        REQUIRE(found.size() > 0);
        for (std::size_t i = 0; i < found.size(); ++i) CHECK((found[i].at == expected[i].at && found[i].id == expected[i].id));
    }
}
