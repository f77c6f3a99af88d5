// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "texts.hpp"

#include <matn/through.hpp>
#include <matn/utf8.hpp>

namespace fold = matn::fold;

namespace {

struct block { // a run of what is not a space
    matn::slice at;
};
struct longest {
    matn::offset bytes = 0;
};
constexpr auto blocks = [](std::string_view text, matn::emit<block> out) {
    for (matn::offset from = 0, pos = 0; pos <= text.size(); ++pos)
        if (pos == text.size() || text[pos] == ' ') {
            if (pos > from) out({{from, pos}});
            from = pos + 1;
        }
};
constexpr auto longest_block = [](std::span<const block> all, longest& out) {
    for (const block& b : all) out.bytes = std::max(out.bytes, b.at.size());
};

} // namespace

TEST_CASE("what stages find in the folded text stands in the text as it was") {
    const auto analyse = matn::pipeline(matn::folding<fold::search>, matn::through<fold::search>(blocks));
    const std::string text = "مُحَمَّد در كابـل ۲۶";
    const auto doc = analyse(text);
    std::vector<std::string_view> found;
    for (const block& b : doc.each<block>()) found.push_back(doc.text(b));
    CHECK(found == std::vector<std::string_view>{"مُحَمَّد", "در", "كابـل", "۲۶"});
}

TEST_CASE("values that inner stages make are working memory and do not come out") {
    const auto analyse =
        matn::pipeline(matn::folding<fold::search>, matn::through<fold::search>(blocks, longest_block), longest_block);
    const auto doc = analyse("كابـل ب"); // the outer stage reads the layer that came out: the slice with its tatweel
    CHECK(doc.get<longest>().bytes == 10);
}

TEST_CASE("stages through a folding keep order and borders for every text") {
    const auto analyse = matn::pipeline(matn::folding<fold::search>, matn::through<fold::search>(blocks));
    for (const std::string& text : texts::all(1000, 20, 5)) {
        const auto doc = analyse(text);
        matn::offset last = 0;
        for (const block& b : doc.each<block>()) {
            REQUIRE(last <= b.at.begin);
            REQUIRE(b.at.begin <= b.at.end);
            REQUIRE(b.at.end <= text.size());
            last = b.at.begin;
        }
    }
}
