// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "texts.hpp"

#include <matn/pieces.hpp>
#include <matn/utf8.hpp>

#include <sstream>

namespace {
struct kept {
    std::string text;
    std::uint64_t from;
};
std::vector<kept> read(const std::string& text, std::size_t size) {
    std::istringstream in(text);
    std::vector<kept> out;
    for (const matn::piece p : matn::pieces(in, size)) out.push_back({std::string(p.text), p.from});
    return out;
}
} // namespace

TEST_CASE("pieces end where a paragraph ends") {
    const auto found = read("یک\nدو\nسه چهار\nپنج", 12); // 5, 5, 15 and 6 bytes
    REQUIRE(found.size() == 3);
    CHECK(found[0].text == "یک\nدو\n");
    CHECK(found[1].text == "سه چهار\n");
    CHECK(found[1].from == 10);
    CHECK(found[2].text == "پنج");
    CHECK(found[2].from == 24);
}

TEST_CASE("an empty stream has no piece, and one without a line feed has one") {
    CHECK(read("", 10).empty());
    REQUIRE(read("سلام", 100).size() == 1);
    CHECK(read("\n\n\n", 1).size() == 3);
}

TEST_CASE("a paragraph without an end is cut between two code points") {
    for (const std::string_view letter : {"چ", "世", "🙂"}) { // 112 bytes are no whole number of those of three
        std::string endless;
        for (int i = 0; i < 1000; ++i) endless += letter;
        const auto found = read(endless, 7);
        CHECK(found.size() > 10);
        for (const kept& k : found) {
            CHECK(k.text.size() <= 7 * 17);
            CHECK(matn::damages(std::string_view(k.text)).empty());
        }
    }
}

TEST_CASE("the pieces together are the text, whatever their size") {
    for (const std::string& text : texts::all(200, 60, 3))
        for (const std::size_t size : {1u, 2u, 5u, 16u, 1000u}) {
            std::string whole;
            for (const kept& k : read(text, size)) {
                REQUIRE(k.from == whole.size());
                REQUIRE_FALSE(k.text.empty());
                whole += k.text;
            }
            REQUIRE(whole == text);
        }
}
