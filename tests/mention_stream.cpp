// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "texts.hpp"

#include <matn/mention_stream.hpp>

#include <string>
#include <tuple>
#include <vector>

using matn::gazetteer;
using matn::overlap;

namespace {

using seen = std::tuple<std::uint64_t, std::string, matn::entry_id, matn::match_how>;

gazetteer some_names() {
    return {
        {"kabul", "place", "fa", "کابل"}, {"islamabad", "place", "ur", "اسلام آباد"}, {"taliban", "org", "fa", "طالبان"},
        {"ba", "x", "", "b a"},           {"long", "x", "", "a b a b a b a b a b c"}, {"cpp", "language", "", "C++"},
        {"plus", "sign", "", "++"},       {"abd", "person", "ar", "عبد الرحمن"},      {"half", "x", "fa", "بی‌خانمان"},
        {"att", "org", "en", "AT&T"}};
}

std::vector<seen> of_whole(const gazetteer& names, const std::string& text, matn::mention_options options) {
    options.last_names = options.acronyms = false;
    std::vector<seen> all;
    for (const matn::mention& m : matn::mentions(names, options)(text))
        all.emplace_back(m.at.begin, std::string(m.at.of(text)), m.id, m.how);
    return all;
}

// `part()` says how long the next part is.
template <class Part>
std::vector<seen> of_parts(matn::mention_stream<>& stream, std::string_view text, Part&& part) {
    std::vector<seen> all;
    const auto use = [&all](const matn::piece& where, const matn::mention& m) {
        all.emplace_back(where.from + m.at.begin, std::string(m.at.of(where.text)), m.id, m.how);
    };
    while (!text.empty()) {
        const std::string_view next = text.substr(0, part());
        stream.put(next, use);
        text.remove_prefix(next.size());
    }
    stream.end(use);
    return all;
}

} // namespace

TEST_CASE("the mentions of a stream are those of the whole text, wherever it is cut") {
    const gazetteer names = some_names();
    const std::string_view words[] = {"کابل",
                                      "بکابل",
                                      "اسلام",
                                      "آباد",
                                      "اسلام‌آباد",
                                      "طالبان‌ها",
                                      "a",
                                      "b",
                                      "c",
                                      "C++",
                                      "++",
                                      "+",
                                      "عبد",
                                      "الرحمن",
                                      "بی",
                                      "خانمان",
                                      "AT&T",
                                      "AT",
                                      "&",
                                      "T",
                                      "\xD9",
                                      "\xFF",
                                      ".",
                                      "—",
                                      "x",
                                      "\u200C",
                                      "می‌رود",
                                      "\n\n",
                                      "و",
                                      "\u2066"};
    texts::random dice(21);
    for (int round = 0; round < 24; ++round) {
        std::string text;
        const std::size_t kinds = 2 + dice.below(std::size(words) - 2), first = dice.below(std::size(words));
        while (text.size() < 250'000) {
            text += words[(first + dice.below(kinds)) % std::size(words)];
            if (dice.below(8) != 0) text += ' ';
        }
        for (const overlap overlaps : {overlap::leftmost_longest, overlap::all}) {
            matn::mention_stream stream(names, {.overlaps = overlaps});
            const auto expected = of_whole(names, text, {.overlaps = overlaps});
            CHECK(of_parts(stream, text, [&] { return 1 + dice.below(round % 3 == 0 ? 100'000 : 3000); }) == expected);
            CHECK(of_parts(stream, text, [] { return std::size_t{1} << 20; }) == expected); // it can be used again
        }
    }
}

TEST_CASE("short texts, single bytes, and texts of giant words or without words come through a stream") {
    const gazetteer names = some_names();
    matn::mention_stream stream(names);
    for (const std::string& text :
         {std::string(), std::string("بکابل"), std::string("اسلام آباد C++"), std::string(300'000, 'a') + " کابل",
          std::string(300'000, '+'), std::string(300'000, ' ') + "کابل", "کابل " + std::string(200'000, '\xD9')}) {
        CHECK(of_parts(stream, text, [] { return std::size_t{1}; }) == of_whole(names, text, {}));
    }
}

TEST_CASE("a stream keeps neither the text nor makes aliases") {
    const gazetteer names{{"zk", "person", "fa", "زلمی خلیلزاد"}};
    matn::mention_stream stream(names);
    std::string piece;
    while (piece.size() < 100'000) piece += "خلیلزاد و زلمی خلیلزاد ";
    std::size_t longest = 0, found = 0, given = 0;
    const auto use = [&](const matn::piece& where, const matn::mention& m) {
        longest = where.text.size() > longest ? where.text.size() : longest;
        found += m.how == matn::match_how::exact ? 1u : 0u;
        ++given;
    };
    for (int i = 0; i < 100; ++i) stream.put(piece, use);
    stream.end(use);
    CHECK(given == found);
    CHECK(found == 100 * (piece.size() / std::string_view("خلیلزاد و زلمی خلیلزاد ").size()));
    CHECK(longest < 200'000);
}
