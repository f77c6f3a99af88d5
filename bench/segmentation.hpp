// SPDX-License-Identifier: MIT
// The contestants of words, sentences and tokens: matn and ICU's break iterators, over UTF-8 (UText) and over UTF-16 that was
// converted beforehand; decoding by utfcpp and memcpy as marks of what is possible.
#ifndef MATN_BENCH_SEGMENTATION_HPP
#define MATN_BENCH_SEGMENTATION_HPP

#include "bench.hpp"

#include <matn/grapheme.hpp>
#include <matn/sentence.hpp>
#include <matn/token.hpp>

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <utf8.h>

#include <cstring>
#include <memory>

namespace bench {

using work = std::function<std::size_t()>;

// --- matn

template <matn::detail::word_path Path>
work boundaries(std::string_view text) {
    return [text, to = std::make_shared<std::vector<matn::offset>>()] {
        to->clear();
        for (matn::detail::word_batches batches(text, Path); batches.next();)
            to->insert(to->end(), batches.begin(), batches.end());
        return to->size();
    };
}
template <class Item, class Stage>
work filled(std::string_view text, const Stage& stage) {
    return [text, &stage, to = std::make_shared<std::vector<Item>>()] {
        stage.fill(text, *to);
        return to->size();
    };
}
template <class Stage>
work viewed(std::string_view text, const Stage& stage) {
    return [text, &stage] {
        std::size_t n = 0;
        for (const auto item : stage(text)) n += item.at.size() > 0 ? 1u : 0u;
        return n;
    };
}
inline constexpr auto unicode_sentences = matn::sentences({.rules = matn::sentence_rules::unicode});

// --- ICU

using make_iterator = icu::BreakIterator* (*)(const icu::Locale&, UErrorCode&);

struct icu_breaks {
    explicit icu_breaks(make_iterator make) : breaks(make(icu::Locale::getRoot(), status)) {}
    icu_breaks(const icu_breaks&) = delete;
    icu_breaks& operator=(const icu_breaks&) = delete;
    ~icu_breaks() { utext_close(text); }
    std::size_t count() const {
        std::size_t n = 1;
        breaks->first();
        while (breaks->next() != icu::BreakIterator::DONE) ++n;
        return n;
    }
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> breaks;
    UText* text = nullptr;
    icu::UnicodeString units;
};
template <make_iterator Make>
work icu_utf8(std::string_view text) {
    return [text, icu = std::make_shared<icu_breaks>(Make)] {
        icu->text = utext_openUTF8(icu->text, text.data(), static_cast<std::int64_t>(text.size()), &icu->status);
        icu->breaks->setText(icu->text, icu->status);
        return icu->count();
    };
}
template <make_iterator Make>
work icu_utf16(std::string_view text) {
    auto icu = std::make_shared<icu_breaks>(Make);
    icu->units = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    return [icu] {
        icu->breaks->setText(icu->units);
        return icu->count();
    };
}
inline constexpr make_iterator icu_words = &icu::BreakIterator::createWordInstance;
inline constexpr make_iterator icu_sentences = &icu::BreakIterator::createSentenceInstance;
inline constexpr make_iterator icu_graphemes = &icu::BreakIterator::createCharacterInstance;

// --- Marks of what is possible

inline work decoding(std::string_view text) {
    return [text] {
        std::size_t n = 0;
        for (auto at = text.begin(); at != text.end(); ++n) (void)utf8::next(at, text.end());
        return n;
    };
}
inline work copying(std::string_view text) {
    return [text, to = std::make_shared<std::string>(text)] {
        std::memcpy(to->data(), text.data(), text.size());
        return to->size();
    };
}

// --- What runs against what

inline std::vector<contestant> words() {
    using matn::detail::word_path;
    return {{"words", "matn boundaries", boundaries<word_path::avx2>, true},
            {"words", "matn without SIMD", boundaries<word_path::tables>, true},
            {"words", "matn machine", boundaries<word_path::machine>, true},
            {"words", "matn words.fill", [](std::string_view t) { return filled<matn::word>(t, matn::words); }, true},
            {"words", "matn view", [](std::string_view t) { return viewed(t, matn::words); }, true},
            {"words", "ICU UText", icu_utf8<icu_words>, true},
            {"words", "ICU UTF-16", icu_utf16<icu_words>, true},
            {"words", "utfcpp decoding", decoding},
            {"words", "memcpy", copying}};
}
inline std::vector<contestant> tokens() {
    return {{"tokens", "matn tokens", [](std::string_view t) { return filled<matn::token>(t, matn::tokens); }, true},
            {"tokens", "matn view", [](std::string_view t) { return viewed(t, matn::tokens); }, true},
            {"tokens", "matn words", [](std::string_view t) { return filled<matn::word>(t, matn::words); }, true},
            {"tokens", "ICU words UText", icu_utf8<icu_words>, true}};
}
inline std::vector<contestant> sentences() {
    return {{"sentences", "matn", [](std::string_view t) { return filled<matn::sentence>(t, matn::sentences); }, true},
            {"sentences", "matn UAX #29", [](std::string_view t) { return filled<matn::sentence>(t, unicode_sentences); }, true},
            {"sentences", "ICU UText", icu_utf8<icu_sentences>, true},
            {"sentences", "ICU UTF-16", icu_utf16<icu_sentences>, true}};
}
inline std::vector<contestant> graphemes() {
    return {{"graphemes", "matn view", [](std::string_view t) { return viewed(t, matn::graphemes); }, true},
            {"graphemes", "ICU UText", icu_utf8<icu_graphemes>, true},
            {"graphemes", "ICU UTF-16", icu_utf16<icu_graphemes>, true}};
}

} // namespace bench

#endif
