// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "texts.hpp"

#include <matn/language.hpp>
#include <matn/number.hpp>
#include <matn/pipeline.hpp>
#include <matn/show.hpp>
#include <matn/word.hpp>

#include <string>

namespace {
constexpr matn::show_options plain{.isolates = false, .offsets = false};
struct silent {
    matn::slice at;
};
} // namespace

TEST_CASE("items are drawn under their words, with their labels") {
    const auto doc = matn::pipeline(matn::numbers)("said that 1,234 of 20 arrived");
    CHECK(matn::show<matn::number>(doc, plain) == "said that 1,234 of 20 arrived\n"
                                                  "          ^^^^^ number 1234\n"
                                                  "                   ^^ number 20\n");
    CHECK(matn::show<matn::number>(doc).substr(0, 18) == "     0  said that ");
}

TEST_CASE("a row is shared where there is room") {
    CHECK(matn::show("a bb ccc dddd", {{{0, 1}, "x"}, {{9, 13}, "y"}, {{2, 4}, "z"}}, plain) == "a bb ccc dddd\n"
                                                                                                "^ x      ^^^^ y\n"
                                                                                                "  ^^ z\n");
}

TEST_CASE("a longer item comes before a shorter one that begins with it") {
    CHECK(matn::show("ab cd", {{{0, 2}, "short"}, {{0, 5}, "long"}}, plain) == "ab cd\n^^^^^ long\n^^ short\n");
}

TEST_CASE("an item over several lines is drawn under each, and labelled once") {
    CHECK(matn::show("ab\ncd\r\nef", {{{1, 8}, "x"}}, plain) == "ab\n ^ x\ncd\n^^\nef\n^\n");
    CHECK(matn::show("ab\ncd", {{{0, 3}, "x"}}, plain) == "ab\n^^ x\ncd\n");
}

TEST_CASE("columns are those of a fixed-width font: marks and joiners take none, ideographs two") {
    CHECK(matn::show("نَصٌّ ab", {{{11, 13}, "x"}}, plain) == "نَصٌّ ab\n   ^^ x\n");
    CHECK(matn::show("می‌رود ab", {{{14, 16}, "x"}}, plain) == "می‌رود ab\n      ^^ x\n");
    CHECK(matn::show("漢字 ab", {{{7, 9}, "x"}}, plain) == "漢字 ab\n     ^^ x\n");
}

TEST_CASE("right-to-left lines are isolated, and their labels the other way") {
    CHECK(matn::show("سلام 5", {{{9, 10}, "x"}}, {.offsets = false}) == "\u2067سلام 5\u2069\n\u2067     ^ \u2066x\u2069\u2069\n");
    CHECK(matn::show("hello", {{{0, 5}, "x"}}, {.offsets = false}) == "hello\n^^^^^ x\n");
}

TEST_CASE("what would steer a terminal or reorder a line is written out") {
    CHECK(matn::show("a\x1B[31m\xFF\t\u202E", {{{6, 7}, "x"}}, plain) == "a\u241B[31m\\xFF\u2409<U+202E>\n      ^^^^ x\n");
    CHECK(matn::show("", {}, plain).empty());
    CHECK(matn::show("\n\n", {}, plain) == "\n\n");
}

TEST_CASE("items without a label and empty ones are drawn") {
    const auto doc = matn::pipeline([](std::string_view, matn::emit<silent> out) { out({{0, 2}}); })("ab cd");
    CHECK(matn::show<silent>(doc, plain) == "ab cd\n^^\n");
    CHECK(matn::show("ab", {{{2, 2}, "end"}}, plain) == "ab\n  ^ end\n");
}

TEST_CASE("any text with any items is drawn, and no control character but the line end comes out") {
    const auto analyse = matn::pipeline(matn::words, matn::languages);
    auto doc = analyse.blank();
    for (const std::string& text : texts::all(300, 60, 9)) {
        analyse(text, doc);
        const std::string out = matn::show<matn::word, matn::language_span>(doc, plain);
        for (const matn::code_point c : matn::code_points(out)) {
            REQUIRE(c.ok);
            REQUIRE((c.value == U'\n' || (c.value >= 0x20 && c.value != 0x7F && !(c.value >= 0x80 && c.value < 0xA0))));
            REQUIRE(!(c.value >= 0x202A && c.value <= 0x202E));
        }
    }
}

TEST_CASE("lines of every script that is written from the right are isolated") {
    for (const char* text : {"سلام", "שלום", "ܫܠܡܐ", "ދިވެހި", "ߒߞߏ", "𞤀𞤣𞤤𞤢𞤥"})
        CHECK(matn::show(text, {}, {.offsets = false}) == "\u2067" + std::string(text) + "\u2069\n");
    for (const char* text : {"hello", "привет", "नमस्ते", "漢字", "123"})
        CHECK(matn::show(text, {}, {.offsets = false}) == std::string(text) + "\n");
}

TEST_CASE("letters of East Asia, pictures and wide forms take two columns") {
    for (const char* wide : {"漢", "한", "ひ", "カ", "ꀀ", "🚀", "Ａ"}) {
        const std::string text = std::string(wide) + " ab";
        const auto size = static_cast<matn::offset>(text.size());
        INFO(text);
        CHECK(matn::show(text, {{{size - 2, size}, "x"}}, plain) == text + "\n   ^^ x\n");
    }
}

TEST_CASE("every unseen mark of direction, and each line and paragraph separator, is written out") {
    const std::pair<const char*, const char*> unseen[] = {
        {"\u200E", "<U+200E>"}, {"\u200F", "<U+200F>"}, {"\u061C", "<U+061C>"}, {"\u202A", "<U+202A>"}, {"\u2069", "<U+2069>"},
        {"\u2028", "<U+2028>"}, {"\u2029", "<U+2029>"}, {"\u0085", "<U+0085>"}, {"\x7F", "\u2421"},     {"\x01", "\u2401"}};
    for (const auto& [mark, shown] : unseen)
        CHECK(matn::show(std::string("a") + mark + "b", {}, plain) == std::string("a") + shown + "b\n");
}

TEST_CASE("a line far inside a text says where it begins") {
    const std::string text = std::string(1234567, 'a') + "\nend";
    const std::string shown = matn::show(text, {{{1234568, 1234571}, "x"}});
    CHECK(shown.find("\n1234568  end\n") != std::string::npos);
}
