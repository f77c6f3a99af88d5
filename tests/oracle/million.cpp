// SPDX-License-Identifier: MIT
// A million strings from all break classes, broken bytes among them: every way to find boundaries gives those of the rules.
//
// The strings stand in longer texts, between common words, so that blocks of 64 bytes are read and left and taken up again. The
// rules are asked of each text as a whole: a line end parts the strings.
#include "../catch.hpp"

#include "uax29.hpp"

#include <matn/grapheme.hpp>
#include <matn/sentence.hpp>
#include <matn/word.hpp>

#include <string>
#include <vector>

namespace {

using offsets = std::vector<matn::offset>;
using matn::detail::word_path;

template <class View>
void read_ends(const View& view, offsets& to) {
    to.assign(1, 0);
    for (const auto item : view) to.push_back(item.at.end);
}
void read_batches(std::string_view text, word_path path, offsets& to) {
    to.clear();
    for (matn::detail::word_batches batches(text, path); batches.next();) to.insert(to.end(), batches.begin(), batches.end());
    to.push_back(static_cast<matn::offset>(text.size()));
}

// The first place where two rows of boundaries part, and the bytes around it.
std::string difference(std::string_view text, const offsets& found, const offsets& expected) {
    std::size_t i = 0;
    while (i < found.size() && i < expected.size() && found[i] == expected[i]) ++i;
    const std::size_t at = i < expected.size() ? expected[i] : text.size();
    std::string out = "at byte " + std::to_string(at) + ":";
    for (std::size_t k = at < 30 ? 0 : at - 30; k < at + 30 && k < text.size(); ++k) {
        char hex[4];
        std::snprintf(hex, sizeof hex, "%s%02X", k == at ? "|" : " ", static_cast<unsigned>(static_cast<unsigned char>(text[k])));
        out += hex;
    }
    return out;
}

// Under sanitizers a tenth, which takes as long.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::size_t million = 100000;
#else
constexpr std::size_t million = 1000000;
#endif

constexpr std::string_view fillers[] = {
    "سلام ", "که می‌گوید، ", "word ", "it's 1,5 ", "۱۲٫۵ ", "«نه» ", "قالَ ", "e.g. ", "a_b ", "(x) "};

// Calls check(text) with texts that hold `count` random strings of one to eight samples.
template <class Check>
void each_text(const std::vector<std::string>& samples, std::size_t count, std::uint64_t seed, const Check& check) {
    texts::random next(seed);
    std::string text;
    for (std::size_t i = 1; i <= count; ++i) {
        for (std::size_t n = 1 + next.below(8); n > 0; --n) text += samples[next.below(samples.size())];
        if (next.below(8) == 0) text += '\n';
        if (next.below(4) == 0)
            for (std::size_t n = next.below(24); n > 0; --n) text += fillers[next.below(std::size(fillers))];
        if (i % 40 != 0) continue;
        check(text);
        text.clear();
    }
}

} // namespace

TEST_CASE("word boundaries of a million random strings are those of the rules, by every path") {
    if (!uax29::same_unicode()) return;
    const auto everything = matn::words({.punctuation = true, .spaces = true});
    offsets found;
    each_text(uax29::samples(UCHAR_WORD_BREAK), million, 41, [&](std::string_view text) {
        const offsets expected = uax29::word_boundaries(text);
        for (const word_path path : {word_path::machine, word_path::tables, word_path::avx2}) {
            read_batches(text, path, found);
            if (found != expected) FAIL("path " << static_cast<int>(path) << " " << difference(text, found, expected));
        }
        read_ends(everything(text), found);
        if (found != expected) FAIL("view " << difference(text, found, expected));
    });
    SUCCEED();
}

TEST_CASE("grapheme and sentence boundaries of random strings are those of the rules") {
    if (!uax29::same_unicode()) return;
    const auto plain = matn::sentences({.rules = matn::sentence_rules::unicode});
    offsets found;
    each_text(uax29::samples(UCHAR_GRAPHEME_CLUSTER_BREAK), million / 2, 42, [&](std::string_view text) {
        const offsets expected = uax29::grapheme_boundaries(text);
        read_ends(matn::graphemes(text), found);
        if (found != expected) FAIL("graphemes " << difference(text, found, expected));
    });
    each_text(uax29::samples(UCHAR_SENTENCE_BREAK), million / 2, 43, [&](std::string_view text) {
        const offsets expected = uax29::sentence_boundaries(text);
        read_ends(plain(text), found);
        if (found != expected) FAIL("sentences " << difference(text, found, expected));
    });
    SUCCEED();
}
