// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "texts.hpp"

#include <matn/pipeline.hpp>
#include <matn/utf8.hpp>

#include <fstream>
#include <iterator>
#include <ranges>
#include <utf8.h>

static_assert(std::ranges::view<matn::code_point_view> && std::ranges::forward_range<matn::code_point_view>);
static_assert(std::ranges::borrowed_range<matn::code_point_view>);
static_assert(matn::stage<matn::code_points_fn> && matn::stage<matn::damages_fn>);
static_assert(matn::decode("ش", 0).value == 0x634 && matn::decode("ش", 0).at == matn::slice{0, 2});
static_assert(matn::encode(0x634).view() == "ش" && matn::encode(U'😀').view() == "😀" && matn::encode(0x200C).view() == "\u200C");
static_assert(matn::encode(0xD800).view() == "\uFFFD" && matn::encode(0x110000).view() == "\uFFFD");

namespace {

// Table 3-8 and its neighbours of the Unicode Standard 15.0: how ill-formed bytes fall into maximal parts.
struct row {
    std::string_view bytes;
    std::vector<std::pair<unsigned, bool>> parts; // length, well formed
};
const row rows[] = {
    {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41",
     {{1, false}, {1, false}, {1, false}, {1, false}, {1, false}, {1, false}, {1, false}, {1, false}, {1, true}}},
    {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41",
     {{1, false}, {1, false}, {1, false}, {1, false}, {1, false}, {1, false}, {1, false}, {1, false}, {1, true}}},
    {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42",
     {{1, false}, {1, false}, {1, false}, {1, false}, {1, false}, {1, true}, {1, false}, {1, false}, {1, true}}},
    {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", {{2, false}, {1, false}, {3, false}, {2, false}, {1, true}}},
    {"\xD8\xB3\xD9", {{2, true}, {1, false}}},
};

std::vector<matn::code_point> decode_all(std::string_view text) {
    std::vector<matn::code_point> out;
    for (const matn::code_point c : matn::code_points(text)) out.push_back(c);
    return out;
}

std::string replace_damage(std::string_view text) {
    std::string out;
    for (const matn::code_point c : matn::code_points(text)) out += matn::encode(c.value).view();
    return out;
}

} // namespace

TEST_CASE("bytes that are not UTF-8 are one code point for each maximal ill-formed part") {
    for (const row& r : rows) {
        const auto found = decode_all(r.bytes);
        REQUIRE(found.size() == r.parts.size());
        matn::offset pos = 0;
        for (std::size_t i = 0; i < found.size(); ++i) {
            CHECK(found[i].at == matn::slice{pos, pos + r.parts[i].first});
            CHECK(found[i].ok == r.parts[i].second);
            if (!found[i].ok) CHECK(found[i].value == 0xFFFD);
            pos = found[i].at.end;
        }
    }
}

TEST_CASE("every code point is decoded from what it is encoded to") {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;
        const matn::encoded e = matn::encode(c);
        const matn::code_point d = matn::decode(e.view(), 0);
        if (!d.ok || d.value != c || d.at.end != e.size) FAIL("U+" << std::hex << static_cast<std::uint32_t>(c));
    }
}

TEST_CASE("decoding agrees with utfcpp on random bytes, and loses none") {
    for (const std::string& text : texts::all(2000, 40)) {
        matn::offset pos = 0;
        bool well_formed = true;
        for (const matn::code_point c : matn::code_points(text)) {
            REQUIRE(c.at.begin == pos);
            pos = c.at.end;
            well_formed = well_formed && c.ok;
        }
        REQUIRE(pos == text.size());
        CHECK(well_formed == utf8::is_valid(text));
        CHECK(matn::damages(text).empty() == well_formed);
        if (!well_formed) continue;
        auto at = text.begin();
        for (const matn::code_point c : matn::code_points(text)) CHECK(c.value == utf8::next(at, text.end()));
    }
}

TEST_CASE("damage says where and why") {
    const auto found = matn::damages("سلا\xD9 م\x80\xFF");
    REQUIRE(found.size() == 3);
    CHECK(found[0].at == matn::slice{6, 7});
    CHECK(found[0].why == matn::damage_reason::cut_short);
    CHECK(found[1].at == matn::slice{10, 11});
    CHECK(found[1].why == matn::damage_reason::stray);
    CHECK(found[2].at == matn::slice{11, 12});
}

TEST_CASE("code points and damage are layers of a document") {
    const auto analyse = matn::pipeline(matn::code_points, matn::damages);
    const std::string text = "A\xFFب";
    const auto doc = analyse(text);
    CHECK(doc.each<matn::code_point>().size() == 3);
    REQUIRE(doc.each<matn::damage>().size() == 1);
    CHECK(doc.text(doc.each<matn::damage>()[0]) == "\xFF");
}

TEST_CASE("the decoder agrees with three others on hostile bytes") {
    std::ifstream in(std::string(MATN_SHARED_DIR) + "/data/hostile/utf8.tsv");
    if (!in) {
        WARN("skipped: no hostile data beside the project");
        return;
    }
    const auto unhex = [](std::string_view hex) {
        std::string out;
        for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
            out += static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16));
        return out;
    };
    std::string line;
    std::size_t count = 0;
    while (std::getline(in, line)) {
        if (line.empty() || line[0] == '#') continue;
        std::vector<std::string> cells;
        for (std::size_t at = 0, tab; at <= line.size(); at = tab + 1) {
            tab = std::min(line.find('\t', at), line.size());
            cells.push_back(line.substr(at, tab - at));
        }
        if (cells.size() < 5 || cells[0] == "bytes_hex") continue;
        const std::string bytes = unhex(cells[0]);
        const auto found = matn::damages(bytes);
        INFO(cells[0]);
        CHECK(found.empty() == (cells[1] == "1"));
        CHECK(std::to_string(found.size()) == cells[3]);
        if (!found.empty()) CHECK(std::to_string(found[0].at.begin) == cells[2]);
        CHECK(replace_damage(bytes) == unhex(cells[4]));
        ++count;
    }
    CHECK(count > 2000);
}

TEST_CASE("damage is found by blocks as it is found code point by code point") {
    const auto same = [](std::string_view text) {
        std::vector<matn::slice> one_by_one, by_blocks;
        for (const matn::code_point c : matn::code_points(text))
            if (!c.ok) one_by_one.push_back(c.at);
        for (const matn::damage& d : matn::damages(text)) by_blocks.push_back(d.at);
        REQUIRE(by_blocks == one_by_one);
    };
    for (const std::string& text : texts::all(4000, 40, 21)) same(text);
    // Every kind of broken sequence at every place of a block, in front of and behind good text.
    constexpr std::string_view broken[] = {"\x80",         "\xC0\x80", "\xC2",         "\xE0\x9F\xBF",
                                           "\xED\xA0\x80", "\xE2\x80", "\xF0\x8F\xBF", "\xF0\x9F\x91",
                                           "\xF4\x90\x80", "\xF5\x80", "\xFF"};
    for (const std::string_view b : broken)
        for (std::size_t at = 0; at < 70; ++at) {
            const std::string ascii = std::string(at, 'a') + std::string(b) + std::string(70, 'b');
            same(ascii);
            std::string arabic = std::string(at % 2, ' ');
            while (arabic.size() < at) arabic += "س";
            same(arabic + std::string(b) + arabic + arabic + "می‌روم 👩‍🚀" + arabic);
        }
}
