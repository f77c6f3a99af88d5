// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "texts.hpp"

#include <matn/grapheme.hpp>
#include <matn/pipeline.hpp>

#include <string>
#include <vector>

namespace {

using list = std::vector<std::string>;

list clusters(std::string_view text) {
    list out;
    for (const matn::grapheme g : matn::graphemes(text)) out.emplace_back(g.at.of(text));
    return out;
}

constexpr std::size_t count(std::string_view text) {
    std::size_t n = 0;
    for (const matn::grapheme g : matn::graphemes(text)) n += g.at.size() > 0 ? 1u : 0u;
    return n;
}

} // namespace

static_assert(count("هٔ👩‍👩‍👧e\u0301") == 3);
static_assert(matn::stage<matn::graphemes_fn>);
static_assert(!std::is_invocable_v<const matn::graphemes_fn&, std::string>, "a temporary text is refused");

TEST_CASE("marks belong to their letter, in Arabic and in Latin script") {
    CHECK(clusters("مُحَمَّد") == list{"مُ", "حَ", "مَّ", "د"});
    CHECK(clusters("خانهٔ") == list{"خ", "ا", "ن", "هٔ"});
    CHECK(clusters("می‌رود") == list{"م", "ی‌", "ر", "و", "د"});
    CHECK(clusters("re\u0301sume\u0301") == list{"r", "e\u0301", "s", "u", "m", "e\u0301"});
}

TEST_CASE("each rule of UAX #29 joins or parts graphemes") {
    CHECK(clusters("\r\n\n") == list{"\r\n", "\n"});                                         // GB3, GB4
    CHECK(clusters("a\u200Eb") == list{"a", "\u200E", "b"});                                 // GB5
    CHECK(clusters("\u1100\u1161\u11A8") == list{"\u1100\u1161\u11A8"});                     // GB6, GB7, GB8
    CHECK(clusters("각ᆨ한") == list{"각ᆨ", "한"});                                         // LVT and T
    CHECK(clusters("நி") == list{"நி"});                                                     // GB9a
    CHECK(clusters("\u0600۱۲") == list{"\u0600۱", "۲"});                                     // GB9b: Arabic number sign
    CHECK(clusters("👩‍👩‍👧👍🏽") == list{"👩‍👩‍👧", "👍🏽"}); // GB11
    CHECK(clusters("a\u200D👧") == list{"a\u200D", "👧"});                                     // GB11 only after a pictograph
    CHECK(clusters("🇦🇫🇮🇷🇵") == list{"🇦🇫", "🇮🇷", "🇵"});                                       // GB12, GB13
}

TEST_CASE("graphemes cover every byte, broken ones too") {
    CHECK(clusters("ا\xFF\u064Eب\xE2\x80") == list{"ا", "\xFF\u064E", "ب", "\xE2\x80"});
    for (const std::string& text : texts::all(300, 60, 9)) {
        matn::offset end = 0;
        for (const matn::grapheme g : matn::graphemes(text)) {
            CHECK(g.at.begin == end);
            end = g.at.end;
        }
        CHECK(end == text.size());
    }
}

TEST_CASE("graphemes are a stage") {
    const auto doc = matn::pipeline(matn::graphemes)("کتاب");
    CHECK(doc.each<matn::grapheme>().size() == 4);
}
