// SPDX-License-Identifier: MIT
// The fast machines against the rules written down plainly, on random texts; and the tables against ICU.
#include "catch.hpp"

#include "uax29.hpp"

#include <matn/grapheme.hpp>
#include <matn/sentence.hpp>
#include <matn/word.hpp>

#include <string>
#include <vector>

namespace {

using offsets = std::vector<matn::offset>;

template <class View>
offsets ends(const View& view) {
    offsets out{0};
    for (const auto item : view) out.push_back(item.at.end);
    return out;
}

std::string shown(std::string_view text) {
    std::string out;
    for (const char c : text) {
        char hex[4];
        std::snprintf(hex, sizeof hex, "%02X ", static_cast<unsigned>(static_cast<unsigned char>(c)));
        out += hex;
    }
    return out;
}

void check_words(const std::string& text) {
    const auto everything = matn::words({.punctuation = true, .spaces = true});
    const offsets expected = uax29::word_boundaries(text);
    std::vector<matn::word> filled;
    everything.fill(text, filled);
    if (ends(filled) != expected) FAIL("fill: " << shown(text));
    if (ends(everything(text)) != expected) FAIL("view: " << shown(text));
}

} // namespace

TEST_CASE("the break classes of every code point are those of ICU") {
    if (!uax29::same_unicode()) {
        WARN("the linked ICU has another Unicode version than 15.0");
        return;
    }
    using namespace matn::detail;
    std::size_t wrong = 0;
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        const auto u = static_cast<UChar32>(c);
        // The classes are ours in name only: the same class of ICU must give the same class here.
        static std::vector<int> word_names(64, -1), sentence_names(64, -1), grapheme_names(64, -1);
        const bool pictographic = u_hasBinaryProperty(u, UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
        const auto agree = [&](std::vector<int>& names, int icu, int ours) {
            int& known = names[static_cast<std::size_t>(icu)];
            if (known < 0) known = ours;
            wrong += known != ours;
        };
        agree(word_names, u_getIntPropertyValue(u, UCHAR_WORD_BREAK) * 2 + pictographic, word_class_of(c) & 31);
        agree(sentence_names, u_getIntPropertyValue(u, UCHAR_SENTENCE_BREAK), sentence_class_of(c));
        agree(grapheme_names, u_getIntPropertyValue(u, UCHAR_GRAPHEME_CLUSTER_BREAK) * 2 + pictographic, grapheme_class_of(c));
        if (c < 0x800)
            wrong += word_class_flat[c] != word_class_of(c) || sentence_class_flat[c] != sentence_class_of(c) ||
                     grapheme_class_flat[c] != grapheme_class_of(c);
    }
    CHECK(wrong == 0);
}

TEST_CASE("words of random texts are those of the rules") {
    if (!uax29::same_unicode()) return;
    const auto samples = uax29::samples(UCHAR_WORD_BREAK);
    texts::random next(29);
    for (int i = 0; i < 200000; ++i) {
        std::string text;
        for (std::size_t n = 1 + next.below(10); n > 0; --n) text += samples[next.below(samples.size())];
        check_words(text);
    }
}

TEST_CASE("blocks of 64 bytes and the machine find the same words, of the same kinds") {
    const auto samples = uax29::samples(UCHAR_WORD_BREAK);
    const std::string_view common[] = {"ا", "ب", "ی", " ", "a",      "e",      "۱", "5",      ".",    "،", "\u200C", ",",
                                       ":", "'", "«", "-", "\u064E", "\n",     "’", "؟",      "\r\n", "_", "ک",      "  ",
                                       "é", "٫", "٬", ";", "–",      "\u2003", "٣", "\u20E3", "⁄",    "·"};
    using matn::detail::word_path;
    const matn::word_options every{.punctuation = true, .spaces = true};
    using ends_and_kinds = std::vector<std::pair<matn::offset, matn::word_kind>>;
    const auto find = [&](std::string_view text, word_path path) {
        ends_and_kinds out;
        matn::detail::each_word_batch(
            text, every,
            [&out](const matn::word* w, const matn::word* last) {
                for (; w != last; ++w) out.emplace_back(w->at.end, w->kind);
            },
            path);
        return out;
    };
    texts::random next(64);
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        const std::size_t rare = next.below(4) == 0 ? 6 : 30 + next.below(400); // one in so many is from all classes
        const std::size_t kinds = next.below(3) == 0 ? 6 : std::size(common);
        for (std::size_t n = 100 + next.below(next.below(8) == 0 ? 3000 : 300); n > 0; --n)
            text += next.below(rare) == 0 ? std::string_view(samples[next.below(samples.size())]) : common[next.below(kinds)];
        const ends_and_kinds expected = find(text, word_path::machine);
        if (find(text, word_path::avx2) != expected || find(text, word_path::tables) != expected) FAIL(shown(text));
        ends_and_kinds in_view;
        for (const matn::word w : matn::words(every)(text)) {
            in_view.emplace_back(w.at.end, w.kind);
            if (w.kind != matn::detail::kind_of_word(text, w.at)) FAIL("kind: " << shown(w.at.of(text)));
        }
        if (in_view != expected) FAIL("view: " << shown(text));
    }
}

TEST_CASE("words of long random texts are those of the rules") {
    if (!uax29::same_unicode()) return;
    // Runs of common characters with an unusual one here and there: where fast paths and slow ones meet.
    const auto samples = uax29::samples(UCHAR_WORD_BREAK);
    const std::string_view common[] = {"ا",  "ب", "ی", "ک", "و",      "ن",  "a", "e",  "T", " ", " ", " ", "۱",
                                       "٣",  "5", ".", "،", "\u200C", ",",  ":", "'",  "«", "»", "-", "(", "\u064E",
                                       "\n", "’", "؟", "۔", "_",      "\"", "–", "  ", "é", "٫", "٬"};
    texts::random next(31);
    for (int i = 0; i < 10000; ++i) {
        std::string text;
        const std::size_t rare = next.below(4) == 0 ? 5 : 60;
        for (std::size_t n = 20 + next.below(300); n > 0; --n)
            text += next.below(rare) == 0 ? std::string_view(samples[next.below(samples.size())])
                                          : common[next.below(std::size(common))];
        check_words(text);
    }
}

TEST_CASE("graphemes of long random texts are those of the rules") {
    if (!uax29::same_unicode()) return;
    const auto samples = uax29::samples(UCHAR_GRAPHEME_CLUSTER_BREAK);
    const std::string_view common[] = {"ا",  "ب",      "ی",      "a",      "é",      " ",      ".",      "،",      "۱",
                                       "«",  "\u064E", "\u0651", "\u200C", "\u200D", "\u200E", "\u200F", "_",      "\u0301",
                                       "\n", "\t",     "…",      "’",      "\u00A0", "\u0600", "\u061C", "\u203C", "©",
                                       "🇦",  "😀",      "\uFE0F", "\r\n",   "1",      "–",      "\xD8",   "\u00AD", "\u2028"};
    texts::random next(65);
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        const std::size_t rare = next.below(4) == 0 ? 5 : 100;
        const std::size_t kinds = next.below(2) == 0 ? std::size(common) : next.below(2) == 0 ? 12 : 22;
        for (std::size_t n = 40 + next.below(200); n > 0; --n)
            text += next.below(rare) == 0 ? std::string_view(samples[next.below(samples.size())]) : common[next.below(kinds)];
        if (ends(matn::graphemes(text)) != uax29::grapheme_boundaries(text)) FAIL(shown(text));
    }
}

TEST_CASE("graphemes and sentences of random texts are those of the rules") {
    if (!uax29::same_unicode()) return;
    const auto plain = matn::sentences({.rules = matn::sentence_rules::unicode});
    texts::random next(30);
    const auto of_graphemes = uax29::samples(UCHAR_GRAPHEME_CLUSTER_BREAK);
    const auto of_sentences = uax29::samples(UCHAR_SENTENCE_BREAK);
    for (int i = 0; i < 60000; ++i) {
        std::string text;
        for (std::size_t n = 1 + next.below(10); n > 0; --n) text += of_graphemes[next.below(of_graphemes.size())];
        if (ends(matn::graphemes(text)) != uax29::grapheme_boundaries(text)) FAIL("graphemes: " << shown(text));
        text.clear();
        for (std::size_t n = 1 + next.below(12); n > 0; --n) text += of_sentences[next.below(of_sentences.size())];
        if (ends(plain(text)) != uax29::sentence_boundaries(text)) FAIL("sentences: " << shown(text));
    }
}
