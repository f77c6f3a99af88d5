// SPDX-License-Identifier: MIT
// The folded alphabet of the gazetteer: each letter that a reader takes as the same gets the same one-byte code.
#ifndef MATN_DETAIL_LETTER_CODES_HPP
#define MATN_DETAIL_LETTER_CODES_HPP

#include <matn/detail/break_classes.hpp>
#include <matn/detail/fold_map.hpp>
#include <matn/detail/unicode_word.hpp>
#include <matn/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace matn { inline namespace v0 {

/// How far spellings may differ and still be the same name. Chosen when you compile: each is a table of its own.
enum class profile : std::uint8_t {
    strict,  ///< the same letters; case, vowel signs, tatweel, joiners and presentation forms do not count
    arabic,  ///< also أ إ آ ا, ى ي, ة ه, ؤ و, ئ ي, ك ک, digits, and Latin letters with and without marks
    persian, ///< also the forms of heh: ه ہ ھ ە ۀ
    loose, ///< also ں ن, ے ې ۍ ی, ګ گ, a lone ء, and Latin letters such as ø ł ß: for lists and texts in several languages
};

namespace detail {

// What a code point is to the scanner, as the byte that letter_table gives. Codes 1 to 250 are letters and digits.
inline constexpr std::uint8_t gap_code = 0;      // between words
inline constexpr std::uint8_t symbol_code = 252; // in a key: a symbol between two words of a name, and its code point
inline constexpr std::uint8_t escape_code = 253; // in a key: a letter that has no code, as its code point
inline constexpr std::uint8_t rare_code = 254;   // in the table: ask read_rare
inline constexpr std::uint8_t mark_code = 255;   // in the table: folded away, belongs to the letter before it

[[nodiscard]] constexpr fold_set folds_of(profile p) noexcept {
    const fold_set least = fold::marks | fold::tatweel | fold::joiners | fold::invisible | fold::spaces | fold::presentation |
                           fold::letter_case | fold::quotes;
    const fold_set arabic =
        least | fold::alef | fold::hamza | fold::yeh | fold::kaf | fold::teh | fold::digits | fold::diacritics;
    return p == profile::strict ? least : p == profile::arabic ? arabic : arabic | fold::heh;
}

// Letters that only the loose profile takes as the same; the letters that they become may be folded further.
struct loose_row {
    char16_t from;
    char16_t to[2];
};
inline constexpr loose_row loose_rows[] = {
    {0x06BA, {0x0646, 0}}, {0x06BC, {0x0646, 0}},  {0x06D2, {0x06CC, 0}},  {0x06D3, {0x06CC, 0}},  {0x06D0, {0x06CC, 0}},
    {0x06CD, {0x06CC, 0}}, {0x06AB, {0x06AF, 0}},  {0x0621, {0, 0}},       {0x0674, {0, 0}},       {0x00E6, {u'a', u'e'}},
    {0x00F8, {u'o', 0}},   {0x00DF, {u's', u's'}}, {0x00FE, {u't', u'h'}}, {0x00F0, {u'd', 0}},    {0x0111, {u'd', 0}},
    {0x0127, {u'h', 0}},   {0x0131, {u'i', 0}},    {0x0142, {u'l', 0}},    {0x0153, {u'o', u'e'}}, {0x0167, {u't', 0}},
    {0x0259, {u'a', 0}},
};
// The row of a letter; one whose `from` is 0 if there is none.
[[nodiscard]] constexpr loose_row loose_row_of(char32_t c) noexcept {
    for (const loose_row& r : loose_rows)
        if (r.from == c) return r;
    return {0, {0, 0}};
}

[[nodiscard]] constexpr word_class word_class_at(char32_t c) noexcept {
    return static_cast<word_class>((c < 0x800 ? word_class_flat[c] : word_class_of(c)) & 31u);
}
// Does a word of a name go on over this character? Ideographs and kana do; emoji do not.
[[nodiscard]] constexpr bool is_word_letter(char32_t c) noexcept {
    const auto byte = static_cast<unsigned char>(c < 0x800 ? word_class_flat[c] : word_class_of(c));
    const auto kind = static_cast<word_class>(byte & 31u);
    const auto group = static_cast<kind_group>(byte >> 5);
    return kind == word_class::letter || kind == word_class::hebrew_letter || kind == word_class::numeric ||
           kind == word_class::katakana || group == kind_group::ideograph || group == kind_group::kana ||
           group == kind_group::letters || group == kind_group::number;
}
// ʿ ʾ ʼ and their like stand for sounds that most spellings leave out.
[[nodiscard]] constexpr bool is_modifier(char32_t c) noexcept { return c >= 0x2B0 && c < 0x300; }
[[nodiscard]] constexpr bool is_bidi_control(char32_t c) noexcept {
    return c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}
[[nodiscard]] constexpr bool is_joiner(char32_t c) noexcept {
    return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF || c == 0x180E;
}

// A byte a code point below U+0800. Not a std::array: the compiler works these out, and goes through fewer calls so.
struct code_table {
    std::uint8_t code[0x800] = {};

    [[nodiscard]] constexpr std::uint8_t operator[](std::size_t c) const noexcept { return code[c]; }
    [[nodiscard]] constexpr const std::uint8_t* data() const noexcept { return code; }
};

// The codes of the letters that have one, the same in every profile: a-z, 0-9, and the Arabic blocks U+0620-077F.
inline constexpr auto own_codes = [] {
    code_table codes{};
    std::uint8_t next = 1;
    for (char16_t c = u'a'; c <= u'z'; ++c) codes.code[c] = next++;
    for (char16_t c = u'0'; c <= u'9'; ++c) codes.code[c] = next++;
    for (char16_t c = 0x620; c < 0x780; ++c) {
        const word_class kind = word_class_at(c);
        if (c != 0x640 && (c < 0x700 || c >= 0x750) && kind == word_class::letter) codes.code[c] = next++;
    }
    return codes;
}();
[[nodiscard]] constexpr std::uint8_t own_code(char32_t c) noexcept { return c < 0x800 ? own_codes[c] : std::uint8_t{0}; }

// Below U+0800: the code of the folded letter, gap_code, rare_code or mark_code.
template <profile P>
inline constexpr auto letter_table = [] {
    code_table table{};
    for (char32_t c = 0; c < 0x800; ++c) {
        char32_t to = fold_map_of<folds_of(P)>[c];
        const loose_row row = P == profile::loose && to != folded_away && to != 0 ? loose_row_of(to) : loose_row{0, {0, 0}};
        if (row.from != 0 && row.to[1] != 0) {
            table.code[c] = rare_code;
            continue;
        }
        if (row.from != 0) to = row.to[0] == 0 ? char32_t{folded_away} : char32_t{fold_map_of<folds_of(P)>[row.to[0]]};
        const word_class kind = word_class_at(c);
        const bool small_sign = kind == word_class::extend || is_modifier(c);
        if (is_joiner(c) || is_bidi_control(c)) table.code[c] = rare_code;
        else if (to == folded_away || (small_sign && !(c >= 0x653 && c <= 0x655))) table.code[c] = mark_code;
        else if (own_code(to) != 0) table.code[c] = own_code(to);
        else if (is_word_letter(c) || (c >= 0x653 && c <= 0x655)) table.code[c] = rare_code;
    }
    return table;
}();

enum class letter_kind : std::uint8_t { gap, letters, mark, joiner, control };

// What one code point is to the scanner, the long way.
struct rare_letter {
    letter_kind kind = letter_kind::gap;
    std::uint8_t count = 0;
    char16_t sign = 0; // a hamza or madda that may join the letter before it
    std::uint8_t codes[32] = {};

    constexpr void add(std::uint8_t code) noexcept {
        if (count < sizeof codes) codes[count++] = code;
        kind = letter_kind::letters;
    }
    constexpr void escape(char32_t c) noexcept {
        add(escape_code);
        add(static_cast<std::uint8_t>(1 + (c & 127)));
        add(static_cast<std::uint8_t>(1 + (c >> 7 & 127)));
        add(static_cast<std::uint8_t>(1 + (c >> 14)));
    }
};

template <profile P>
constexpr void add_letter(rare_letter& out, char32_t c) noexcept {
    constexpr fold_set folds = folds_of(P);
    char32_t to = c < 0x800 ? char32_t{fold_map_of<folds>[c]} : fold_map_of<folds>.above(c);
    const loose_row row = P == profile::loose && to != folded_away && to != 0 ? loose_row_of(to) : loose_row{0, {0, 0}};
    for (std::size_t i = 0; i < (row.from != 0 ? 2u : 1u); ++i) {
        if (row.from != 0) {
            if (row.to[i] == 0) break;
            to = fold_map_of<folds>[row.to[i]];
        }
        if (to == folded_away) continue;
        if (own_code(to) != 0) out.add(own_code(to));
        else if (is_word_letter(to)) out.escape(to);
    }
}

template <profile P>
[[nodiscard]] constexpr rare_letter read_rare(char32_t c) noexcept {
    rare_letter out;
    if (c >= 0xFB00 && c <= 0xFFFF) {
        const std::u16string_view letters = fold_map_of<folds_of(P)>.presentation(c);
        for (const char16_t letter : letters) {
            if (is_word_letter(letter)) add_letter<P>(out, letter);
            else if (out.kind == letter_kind::gap && word_class_at(letter) == word_class::extend) out.kind = letter_kind::mark;
        }
        if (!letters.empty()) return out;
    }
    if (is_bidi_control(c)) out.kind = letter_kind::control;
    else if (is_joiner(c)) out.kind = letter_kind::joiner;
    else if (is_modifier(c)) out.kind = letter_kind::mark;
    else if (word_class_at(c) == word_class::extend || word_class_at(c) == word_class::format) {
        out.kind = letter_kind::mark;
        if (c >= 0x653 && c <= 0x655) out.sign = static_cast<char16_t>(c);
    } else if (is_word_letter(c)) {
        add_letter<P>(out, c);
        if (out.count == 0) out.kind = letter_kind::mark;
    }
    return out;
}

// The code of the letter that a seat and a hamza or madda sign make together, or the seat's own.
[[nodiscard]] constexpr std::uint8_t with_sign(std::uint8_t seat, char16_t sign) noexcept {
    for (const char16_t letter :
         {u'\u0627', u'\u0648', u'\u064A', u'\u06CC', u'\u0649', u'\u06D2', u'\u06C1', u'\u06D5', u'\u0647'})
        if (own_codes[letter] == seat)
            if (const char16_t whole = compose_hamza(letter, sign); whole != 0) return own_codes[whole];
    return seat;
}

// A number that changes whenever the alphabet does: images of another alphabet are refused.
template <profile P>
inline constexpr std::uint64_t alphabet_hash = [] {
    std::uint64_t h = 0xCBF29CE484222325u + static_cast<std::uint64_t>(P);
    for (const std::uint8_t code : letter_table<P>.code) h = (h ^ code) * 0x100000001B3u;
    return h;
}();

}
}} // namespace matn::v0::detail

#endif
