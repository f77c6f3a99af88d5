// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "texts.hpp"

#include <matn/pipeline.hpp>
#include <matn/substring.hpp>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

using matn::compared;
using matn::gazetteer;
using matn::overlap;
using matn::substring_index;

namespace {

std::string show(const gazetteer& names, std::string_view text, compared what = compared::letters,
                 matn::substring_options options = {}) {
    const substring_index index(names, what);
    std::string out;
    for (const matn::mention& m : matn::substrings(index, options)(text))
        out += (out.empty() ? "" : " ") + std::string("[") + std::string(m.at.of(text)) + "]" + std::string(names[m.id].id) +
               (m.how == matn::match_how::exact ? "" : "~");
    return out;
}

// Every name at every place, as std::string_view finds it.
std::vector<matn::slice> naive(const std::vector<std::string>& names, std::string_view text) {
    std::vector<matn::slice> all;
    for (std::size_t i = 0; i < text.size(); ++i)
        for (const std::string& n : names)
            if (text.substr(i, n.size()) == n)
                all.push_back({static_cast<matn::offset>(i), static_cast<matn::offset>(i + n.size())});
    std::sort(all.begin(), all.end());
    return all;
}

} // namespace

TEST_CASE("a name is found inside of words, folded, with the bytes of the text") {
    const gazetteer names{{"kabul", "place", "fa", "کابل"}, {"tokyo", "place", "ja", "東京"}, {"ny", "place", "en", "New York"}};
    CHECK(show(names, "والكابلية") == "[كابل]kabul~");
    CHECK(show(names, "کابل") == "[کابل]kabul");
    CHECK(show(names, "私は東京都に住む") == "[東京]tokyo");
    CHECK(show(names, "xnew-\n yorker") == "[new-\n york]ny~");
    CHECK(show(names, "New\n\nYork") == ""); // an empty line ends the paragraph
    CHECK(show(names, "کا\u064Eبـلُ!") == "[کا\u064Eبـلُ]kabul~");
    CHECK(show(names, "کا\xFFبل") == "");
    CHECK(show(names, "") == "");
}

TEST_CASE("bytes are compared as they are where that is asked for") {
    const gazetteer names{{"kabul", "place", "fa", "کابل"}, {"and", "word", "en", "an"}};
    CHECK(show(names, "كابل کابل", compared::bytes) == "[کابل]kabul");
    CHECK(show(names, "Ananas", compared::bytes) == "[an]and");
    CHECK(show(names, "banana", compared::bytes) == "[an]and [an]and");
}

TEST_CASE("a match never cuts a character") {
    const gazetteer names{{"lam", "", "ar", "ل"}, {"alef", "", "ar", "ا"}, {"la", "", "ar", "لا"}};
    CHECK(show(names, "ﻻ") == "[ﻻ]la~"); // one character of two letters
    const gazetteer latin{{"a", "", "", "a"}};
    CHECK(show(latin, "東") == "");
    CHECK(show(latin, "æ") == ""); // folded to ae
}

TEST_CASE("the longest that begins first wins, unless all or the best are asked for") {
    const gazetteer names{{"ab", "", "", "ab"}, {"abc", "", "", "abc"}, {"bcd", "", "", "bcde"}, {"b", "", "", "b"}};
    CHECK(show(names, "abcde") == "[abc]abc");
    CHECK(show(names, "abcde", compared::letters, {.overlaps = overlap::all}) == "[ab]ab [abc]abc [b]b [bcde]bcd");
    CHECK(show(names, "abcde", compared::letters, {.overlaps = overlap::best}) == "[bcde]bcd");
}

TEST_CASE("names that are written the same give a mention each, up to a bound") {
    const gazetteer names{{"1", "", "", "aa"}, {"2", "", "", "AA"}, {"3", "", "", "aa"}};
    CHECK(show(names, "aa") == "[aa]1 [aa]2~ [aa]3");
    CHECK(show(names, "aa", compared::letters, {.most_ids = 2}) == "[aa]1 [aa]2~");
    CHECK(show(names, "aa", compared::bytes) == "[aa]1 [aa]3");
}

TEST_CASE("all matches are those of a naive search, in order, in short texts and in long ones") {
    texts::random dice(3);
    for (int round = 0; round < 60; ++round) {
        std::vector<std::string> names;
        matn::gazetteer_builder builder;
        const std::size_t letters = 2 + dice.below(3), longest = 1 + dice.below(12);
        const auto word = [&](std::size_t size) {
            std::string s;
            for (; size > 0; --size) s += dice.below(4) == 0 ? "ب" : std::string(1, static_cast<char>('a' + dice.below(letters)));
            return s;
        };
        for (std::size_t n = 1 + dice.below(60); n > 0; --n) {
            std::string name = word(1 + dice.below(longest));
            if (std::find(names.begin(), names.end(), name) != names.end()) continue;
            (void)builder.add({.id = std::to_string(n), .type = "", .language = "", .name = name});
            names.push_back(std::move(name));
        }
        const gazetteer g = builder.build();
        const std::string text = word(round % 2 == 0 ? dice.below(50) : 4000 + dice.below(9000));
        const std::vector<matn::slice> expected = naive(names, text);
        for (const compared what : {compared::bytes, compared::letters}) {
            const substring_index index(g, what);
            std::vector<matn::slice> found;
            for (const matn::mention& m : matn::substrings(index, {.overlaps = overlap::all})(text)) found.push_back(m.at);
            CHECK(found == expected);
            // Of those, the first that is left, and the longest there.
            std::vector<matn::slice> longest_of;
            for (const matn::slice s : expected) {
                if (!longest_of.empty() && s.begin == longest_of.back().begin) longest_of.back() = s;
                else if (longest_of.empty() || s.begin >= longest_of.back().end) longest_of.push_back(s);
            }
            found.clear();
            for (const matn::mention& m : matn::substrings(index)(text)) found.push_back(m.at);
            CHECK(found == longest_of);
        }
    }
}

TEST_CASE("substrings of any bytes stand in order, inside the text") {
    matn::gazetteer_builder builder;
    texts::random dice(9);
    for (int n = 0; n < 300; ++n) {
        const std::string name = texts::make_random(dice, 1 + dice.below(4));
        if (!name.empty()) (void)builder.add({.id = std::to_string(n), .type = "", .language = "", .name = name});
    }
    const gazetteer names = builder.build();
    const substring_index index(names);
    for (int round = 0; round < 300; ++round) {
        const std::string text = texts::make_random(dice, dice.below(200));
        matn::slice before{0, 0};
        for (const matn::mention& m : matn::substrings(index, {.overlaps = overlap::all})(text)) {
            REQUIRE(m.at.begin < m.at.end);
            REQUIRE(m.at.end <= text.size());
            REQUIRE(!(m.at < before));
            before = m.at;
        }
    }
}

TEST_CASE("time is linear for names that are prefixes of each other and for texts of one letter") {
    matn::gazetteer_builder builder;
    std::string name;
    for (int i = 0; i < 2000; ++i) {
        name += "a";
        (void)builder.add({.id = std::to_string(i), .type = "", .language = "", .name = name});
        (void)builder.add({.id = "b" + std::to_string(i), .type = "", .language = "", .name = "b" + name + "c"});
    }
    const gazetteer names = builder.build();
    const substring_index index(names);
    for (const std::string_view letter : {"a", "b", "ا", " "}) {
        std::string text;
        while (text.size() < 500'000) text += letter;
        const auto start = std::chrono::steady_clock::now();
        CHECK(matn::substrings(index)(std::string_view(text)).size() <= text.size());
        CHECK(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() < 5);
    }
}

TEST_CASE("substrings are a stage, beside mentions in item types of their own") {
    struct part : matn::mention {};
    const gazetteer names{{"kabul", "place", "fa", "کابل"}};
    const substring_index index(names);
    const auto analyse = matn::pipeline(matn::mentions(names), matn::substrings<part>(index));
    const auto doc = analyse("کابل وكابلية");
    CHECK(doc.each<matn::mention>().size() == 1);
    CHECK(doc.each<part>().size() == 2);
}
