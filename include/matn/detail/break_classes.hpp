// SPDX-License-Identifier: MIT
// The classes of UAX #29 that the tables unicode_{word,sentence,grapheme}.hpp hold.
#ifndef MATN_DETAIL_BREAK_CLASSES_HPP
#define MATN_DETAIL_BREAK_CLASSES_HPP

#include <matn/version.hpp>

#include <cstdint>

namespace matn { inline namespace v0 { namespace detail {

// Word_Break, with Extended_Pictographic (WB3c) as classes of its own: the low five bits of a byte of unicode_word.hpp.
enum class word_class : std::uint8_t {
    other,
    carriage_return,
    line_feed,
    newline,
    extend,
    zero_width_joiner,
    format,
    regional_indicator,
    katakana,
    hebrew_letter,
    letter, // ALetter
    single_quote,
    double_quote,
    mid_number_letter,
    mid_letter,
    mid_number,
    numeric,
    connector,    // ExtendNumLet
    space,        // WSegSpace
    pictographic, // Extended_Pictographic
    pictographic_letter,
    invalid, // bytes that are not UTF-8: behave as U+FFFD, which is `other`
};
inline constexpr unsigned word_class_count = 22;

// What a word is that begins with a character of this group: the high three bits of a byte of unicode_word.hpp.
// A pictographic that is shown as an emoji by default is in group `other`, one that is shown as text in group `symbol`.
enum class kind_group : std::uint8_t { other, letters, number, ideograph, kana, punctuation, symbol, space };

// Sentence_Break.
enum class sentence_class : std::uint8_t {
    other,
    carriage_return,
    line_feed,
    separator, // Sep
    extend,
    format,
    space, // Sp
    lower,
    upper,
    other_letter,
    numeric,
    full_stop, // ATerm
    terminal,  // STerm
    comma,     // SContinue
    close,
};
inline constexpr unsigned sentence_class_count = 15;

// Grapheme_Cluster_Break, with Extended_Pictographic (GB11).
enum class grapheme_class : std::uint8_t {
    other,
    carriage_return,
    line_feed,
    control,
    extend,
    zero_width_joiner,
    regional_indicator,
    prepend,
    spacing_mark,
    hangul_l,
    hangul_v,
    hangul_t,
    hangul_lv,
    hangul_lvt,
    pictographic,
};
inline constexpr unsigned grapheme_class_count = 15;

}}} // namespace matn::v0::detail

#endif
