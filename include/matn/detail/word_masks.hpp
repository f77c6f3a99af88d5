// SPDX-License-Identifier: MIT
// Which of 64 bytes are letters, digits, spaces and middle characters, as bit masks: by AVX2, and by tables on any machine.
//
// Known are ASCII, the letters of U+00C0-00FF, « » and the no-break space, U+0600-06FF, and quotes, dashes and joiners of
// U+2000-203F: all but one block in a hundred of Arabic-script and English news.
#ifndef MATN_DETAIL_WORD_MASKS_HPP
#define MATN_DETAIL_WORD_MASKS_HPP

#include <matn/detail/word_machine.hpp>

#include <bit>
#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__)
#define MATN_AVX2 __attribute__((target("avx2,bmi,popcnt"), always_inline))
#endif

namespace matn { inline namespace v0 { namespace detail {

// One bit for each of 64 bytes, the lowest for the first.
struct word_masks {
    std::uint64_t word = 0;  // first bytes of letters, digits and marks
    std::uint64_t digit = 0; // ... of digits
    std::uint64_t quirk = 0; // with `word` a mark or low line, without it what the masks do not know
    std::uint64_t space = 0;
    std::uint64_t full_stop = 0; // MidNumLet and the single quote
    std::uint64_t comma = 0;     // MidNum
    std::uint64_t colon = 0;     // MidLetter
    std::uint64_t tail = 0;      // continuation bytes
    std::uint64_t two = 0;       // first bytes of known characters of two bytes
    std::uint64_t three = 0;     // ... of three
    std::uint64_t above = 0;     // bytes above 7F; of the table's masks only those known
};

// What tokens ask beyond that.
struct token_masks {
    std::uint64_t dot = 0;        // the full stop itself
    std::uint64_t line = 0;       // line feeds
    std::uint64_t bracket = 0;    // marks of one byte that are tokens wherever they stand: ( ) [ ] { } "
    std::uint64_t bracket_2 = 0;  // ... of two bytes: ، ؛ « »
    std::uint64_t comma = 0;      // that of ASCII
    std::uint64_t end_mark = 0;   // . ! ?
    std::uint64_t end_mark_2 = 0; // ؟ ۔
    std::uint64_t after_word = 0; // bytes that may lengthen a token that is a word
    std::uint64_t after_number = 0;
};

// What the second byte says of U+0600-06FF: the word masks know letters, marks and the two sets of digits people write.
[[nodiscard]] constexpr bool is_arabic_word(unsigned c, word_class k) noexcept {
    if (k == word_class::numeric)
        return (c >= 0x60 && c < 0x6A) || (c >= 0xF0 && c < 0xFA); // not U+066B, which stands between digits
    return k == word_class::letter || k == word_class::extend;
}
[[nodiscard]] constexpr bool is_arabic_quirk(unsigned c, word_class k) noexcept {
    if (k == word_class::mid_number) return c != 0x0C && c != 0x6C; // commas are looked for by themselves
    return k != word_class::letter && k != word_class::other && !(k == word_class::numeric && is_arabic_word(c, k));
}

// By both halves of a byte of ASCII: 1 letters of 40 and 60, 2 letters of 50 and 70, 4 digits, 8 space, 10 . and ', 20 comma,
// 40 semicolon, 80 colon.
using nibbles = std::array<unsigned char, 16>;
inline constexpr nibbles ascii_by_low{0x0E, 0x07, 0x07, 0x07, 0x07, 0x07, 0x07, 0x17,
                                      0x07, 0x07, 0x83, 0x41, 0x21, 0x01, 0x11, 0x01};
inline constexpr nibbles ascii_by_high{0, 0, 0x38, 0xC4, 0x01, 0x02, 0x01, 0x02};
// Of the third byte of E2 80 xx: 1 ZWNJ and direction marks, 2 single quotes, 4 and more dashes, quotes, ellipsis.
inline constexpr nibbles third_by_low{0x0C, 0x0C, 0x0C, 0x0C, 0x04, 0x04, 0x0C, 0x04,
                                      0x02, 0x12, 0x14, 0x04, 0x05, 0x04, 0x05, 0x05};
inline constexpr nibbles third_by_high{0, 0, 0, 0, 0, 0, 0, 0, 0x01, 0x06, 0x08, 0x10};

// --- By tables. Eight masks at once: bit 8k of an entry is the bit of mask k, and shifting by one place moves on by one byte.

enum class word_plane : unsigned { word, digit, quirk, full_stop, comma, colon, two, tail };

inline constexpr auto word_planes = [] {
    // Rows of 256: by the byte itself, and for D8-DB, C2 and C3 by the byte behind it. Row 1 is empty.
    std::array<std::uint64_t, 8 * 256> table{};
    const auto bit = [](word_plane p, bool is = true) { return is ? std::uint64_t{1} << 8 * static_cast<unsigned>(p) : 0; };
    using enum word_plane;
    for (unsigned b = 0; b < 256; ++b) {
        std::uint64_t& e = table[b];
        const unsigned is = b < 0x80 ? unsigned{ascii_by_low[b & 15]} & ascii_by_high[b >> 4] : 0u;
        if (b < 0x80)
            e = bit(word, (is & 7) != 0 || b == '_') | bit(digit, (is & 12) != 0) | bit(quirk, b == '_' || b == '\r') |
                bit(full_stop, (is & 0x10) != 0) | bit(comma, (is & 0x60) != 0) | bit(colon, (is & 0x80) != 0);
        else if (b < 0xC0) e = bit(tail);
        else if (b != 0xC2 && b != 0xC3 && (b < 0xD8 || b > 0xDB)) e = bit(quirk);
        const bool second = b >= 0x80 && b < 0xC0;
        for (unsigned lead = 0xD8; lead <= 0xDB; ++lead) {
            const unsigned c = (lead & 3) << 6 | (b & 63);
            const auto k = static_cast<word_class>(word_class_flat[0x600 + c] & 31);
            table[(2 + (lead & 3)) * 256 + b] =
                second ? bit(two) | bit(word, is_arabic_word(c, k)) | bit(quirk, is_arabic_quirk(c, k)) |
                             bit(digit, k == word_class::numeric && is_arabic_word(c, k)) | bit(comma, c == 0x0C || c == 0x6C)
                       : bit(quirk);
        }
        table[6 * 256 + b] = second && (b == 0xAB || b == 0xBB || b == 0xA0) ? bit(two) : bit(quirk);
        table[7 * 256 + b] = second && (b | 0x20) != 0xB7 ? bit(two) | bit(word) : bit(quirk);
    }
    return table;
}();
inline constexpr auto word_plane_rows = [] {
    std::array<std::uint16_t, 256> rows{};
    for (unsigned b = 0; b < 256; ++b)
        rows[b] = static_cast<std::uint16_t>(256 * (b >= 0xD8 && b <= 0xDB ? 2 + (b & 3) : b == 0xC2 ? 6 : b == 0xC3 ? 7 : 1));
    return rows;
}();

// Eight rows of eight bytes, the other way round.
[[gnu::always_inline]] inline void turn(std::uint64_t (&rows)[8]) noexcept {
    const auto swap = [&rows](unsigned a, unsigned b, unsigned shift, std::uint64_t keep) {
        const std::uint64_t t = (rows[a] >> shift ^ rows[b]) & keep;
        rows[a] ^= t << shift;
        rows[b] ^= t;
    };
#pragma GCC unroll 4
    for (unsigned i = 0; i < 4; ++i) swap(i, i + 4, 32, 0x00000000FFFFFFFF);
#pragma GCC unroll 4
    for (unsigned i = 0; i < 4; ++i) swap((i & 1) | (i & 2) << 1, ((i & 1) | (i & 2) << 1) + 2, 16, 0x0000FFFF0000FFFF);
#pragma GCC unroll 4
    for (unsigned i = 0; i < 4; ++i) swap(2 * i, 2 * i + 1, 8, 0x00FF00FF00FF00FF);
}

// The masks of 64 bytes; two more must be readable.
[[gnu::always_inline]] inline word_masks read_word_masks(const char* at) noexcept {
    std::uint64_t planes[8];
#pragma GCC unroll 8
    for (unsigned group = 0; group < 8; ++group) {
        const char* const from = at + 8 * group;
        const auto byte = [from](unsigned i) { return std::size_t{static_cast<unsigned char>(from[i])}; };
        std::uint64_t bits = 0;
        std::uint64_t eight = 0;
        std::memcpy(&eight, from, 8);
        if ((eight & 0x8080808080808080) == 0) {
#pragma GCC unroll 8
            for (unsigned i = 8; i-- > 0;) bits = bits << 1 | word_planes[byte(i)];
        } else {
            std::size_t next = byte(8);
#pragma GCC unroll 8
            for (unsigned i = 8; i-- > 0;) {
                const std::size_t b = byte(i);
                bits = bits << 1 | word_planes[b] | word_planes[word_plane_rows[b] + next];
                next = b;
            }
        }
        planes[group] = bits;
    }
    turn(planes);
    const auto plane = [&planes](word_plane p) { return planes[static_cast<unsigned>(p)]; };
    word_masks m;
    m.word = plane(word_plane::word);
    m.quirk = plane(word_plane::quirk);
    m.digit = plane(word_plane::digit) & m.word;
    m.space = plane(word_plane::digit) & ~m.word; // the one that is no word
    m.full_stop = plane(word_plane::full_stop);
    m.comma = plane(word_plane::comma);
    m.colon = plane(word_plane::colon);
    m.two = plane(word_plane::two);
    m.tail = plane(word_plane::tail);
    for (std::uint64_t odd = m.quirk & ~m.word; odd != 0; odd &= odd - 1) {
        const int i = std::countr_zero(odd);
        if (at[i] != '\xE2' || at[i + 1] != '\x80') continue;
        const auto third = static_cast<unsigned char>(at[i + 2]);
        const unsigned is = unsigned{third_by_low[third & 15u]} & third_by_high[third >> 4];
        if (is == 0) continue;
        const std::uint64_t bit = odd & (0 - odd);
        m.three |= bit;
        if ((is & 1) != 0) m.word |= bit;
        else m.quirk &= ~bit;
        if ((is & 2) != 0) m.full_stop |= bit;
    }
    m.above = m.tail | m.two | m.three; // the others are in `quirk`
    return m;
}

#if defined(MATN_AVX2)

// --- By AVX2.

typedef signed char bytes_32 __attribute__((vector_size(32), aligned(1), may_alias));
typedef unsigned short words_16 __attribute__((vector_size(32), aligned(1), may_alias));
typedef char plain_32 __attribute__((vector_size(32)));

// A table of 16 bytes to pick from, twice: both halves of a vector pick from their own.
using pick_table = std::array<unsigned char, 32>;
[[nodiscard]] constexpr pick_table twice(const nibbles& row) noexcept {
    pick_table t{};
    for (unsigned i = 0; i < 32; ++i) t[i] = row[i & 15];
    return t;
}

MATN_AVX2 inline bytes_32 pick(const bytes_32& from, const bytes_32& at) noexcept {
    return reinterpret_cast<bytes_32>(__builtin_ia32_pshufb256(reinterpret_cast<plain_32>(from), reinterpret_cast<plain_32>(at)));
}
MATN_AVX2 inline std::uint64_t bits_of(const bytes_32& v) noexcept {
    return static_cast<unsigned>(__builtin_ia32_pmovmskb256(reinterpret_cast<plain_32>(v)));
}
MATN_AVX2 inline bytes_32 load(const pick_table& t) noexcept { return *reinterpret_cast<const bytes_32*>(t.data()); }
// Bit `K` of every byte.
template <unsigned K>
MATN_AVX2 inline std::uint64_t plane_of(const bytes_32& v) noexcept {
    return bits_of(reinterpret_cast<bytes_32>(reinterpret_cast<words_16>(v) << (7 - K)));
}

// Which code points of U+0600-06FF are of a kind: 16 rows of 16 bits, low bytes then high bytes.
struct arabic_rows {
    pick_table low{};
    pick_table high{};
};
template <class Is>
[[nodiscard]] constexpr arabic_rows make_arabic_rows(const Is& is) noexcept {
    arabic_rows r;
    for (unsigned c = 0; c < 256; ++c)
        if (is(c, static_cast<word_class>(word_class_flat[0x600 + c] & 31))) {
            pick_table& half = (c & 8) != 0 ? r.high : r.low;
            for (const unsigned i : {c >> 4, 16 + (c >> 4)}) half[i] = static_cast<unsigned char>(half[i] | 1u << (c & 7));
        }
    return r;
}
// Which bytes of ASCII are in a set: for each low half the high halves, as bits.
template <class Is>
[[nodiscard]] constexpr pick_table make_ascii_set(const Is& is) noexcept {
    nibbles row{};
    for (unsigned b = 0; b < 128; ++b)
        if (is(b)) row[b & 15] = static_cast<unsigned char>(row[b & 15] | 1u << (b >> 4));
    return twice(row);
}

template <unsigned Shift, class Endings>
MATN_AVX2 inline void read_half(const char* at, word_masks& m, token_masks& t) noexcept {
    const auto c = [](int value) { return static_cast<signed char>(value); };
    bytes_32 x, y, z; // each byte, the next one and the one after that
    std::memcpy(&x, at, 32);
    std::memcpy(&y, at + 1, 32);
    std::memcpy(&z, at + 2, 32);

    // ASCII. A byte above 7F picks 0.
    static constexpr pick_table by_low = twice(ascii_by_low);
    static constexpr pick_table by_high = twice(ascii_by_high);
    const bytes_32 high = reinterpret_cast<bytes_32>(reinterpret_cast<words_16>(x) >> 4) & 15;
    const bytes_32 low = x & c(0x8F);
    const bytes_32 ascii = pick(load(by_low), low) & pick(load(by_high), high);

    // U+0600-06FF.
    static constexpr arabic_rows word_rows = make_arabic_rows(is_arabic_word);
    static constexpr arabic_rows quirk_rows = make_arabic_rows(is_arabic_quirk);
    const bytes_32 arabic = (x & c(0xFC)) == c(0xD8);
    const bytes_32 row = reinterpret_cast<bytes_32>(reinterpret_cast<words_16>(x & 3) << 2) |
                         (reinterpret_cast<bytes_32>(reinterpret_cast<words_16>(y) >> 4) & 3);
    static constexpr pick_table single_bits = twice({1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128});
    const bytes_32 low_nibble = y & 15;
    const bytes_32 bit = pick(load(single_bits), low_nibble);
    const bytes_32 upper = low_nibble > 7;
    const auto member = [&](const arabic_rows& of) MATN_AVX2 {
        const bytes_32 chosen = (pick(load(of.high), row) & upper) | (pick(load(of.low), row) & ~upper);
        return ((chosen & bit) != 0) & arabic;
    };
    const bytes_32 arabic_word = member(word_rows);
    const bytes_32 arabic_quirk = member(quirk_rows);
    const bytes_32 second_row = y & c(0xF0);
    const bytes_32 arabic_digit =
        (((x == c(0xD9)) & (second_row == c(0xA0))) | ((x == c(0xDB)) & (second_row == c(0xB0)))) & (low_nibble < 10);
    const bytes_32 d8 = x == c(0xD8);
    const bytes_32 arabic_comma = (d8 & (y == c(0x8C))) | ((x == c(0xD9)) & (y == c(0xAC)));

    // Latin-1: letters of C3, « » and no-break space.
    const bytes_32 latin = (x == c(0xC3)) & ((y | 0x20) != c(0xB7));
    const bytes_32 guillemet = (x == c(0xC2)) & ((y & c(0xEF)) == c(0xAB));
    const bytes_32 quote = guillemet | ((x == c(0xC2)) & (y == c(0xA0)));

    static constexpr pick_table third_low = twice(third_by_low);
    static constexpr pick_table third_high = twice(third_by_high);
    const bytes_32 e2 = x == c(0xE2);
    const bytes_32 third_nibble = reinterpret_cast<bytes_32>(reinterpret_cast<words_16>(z) >> 4) & 15;
    const bytes_32 third = pick(load(third_low), z & 15) & pick(load(third_high), third_nibble) & e2 & (y == c(0x80));
    const bytes_32 third_known = third != 0;
    const bytes_32 third_mark = (third & 1) != 0;

    // A low line joins words as a mark does, and middle characters as little (WB13a, WB13b).
    const bytes_32 low_line = x == '_';
    m.word |= bits_of(((ascii & 7) != 0) | arabic_word | latin | third_mark | low_line) << Shift;
    m.digit |= (plane_of<2>(ascii) | bits_of(arabic_digit)) << Shift;
    m.quirk |= bits_of(arabic_quirk | third_mark | low_line | (x == '\r')) << Shift;
    m.space |= plane_of<3>(ascii) << Shift;
    m.full_stop |= (plane_of<4>(ascii) | plane_of<1>(third)) << Shift;
    m.comma |= (plane_of<5>(ascii) | plane_of<6>(ascii) | bits_of(arabic_comma)) << Shift;
    m.colon |= bits_of(ascii) << Shift;
    m.tail |= bits_of(x < c(0xC0)) << Shift;
    m.two |= bits_of(arabic | latin | quote) << Shift;
    m.three |= bits_of(third_known) << Shift;
    m.above |= bits_of(x) << Shift;

    if constexpr (Endings::tokens) {
        static constexpr pick_table high_bits = twice({1, 2, 4, 8, 16, 32, 64, 128});
        static constexpr pick_table brackets = make_ascii_set(Endings::is_bracket);
        static constexpr pick_table end_marks = make_ascii_set(Endings::is_end_mark);
        static constexpr pick_table word_goes_on = make_ascii_set(Endings::word_goes_on);
        static constexpr pick_table number_goes_on = make_ascii_set(Endings::number_goes_on);
        const bytes_32 high_bit = pick(load(high_bits), high);
        const auto in = [&](const pick_table& set) MATN_AVX2 { return (pick(load(set), low) & high_bit) != 0; };
        t.line |= bits_of(x == '\n') << Shift;
        t.dot |= bits_of(x == '.') << Shift;
        t.bracket |= bits_of(in(brackets)) << Shift;
        t.bracket_2 |= bits_of((d8 & ((y == c(0x8C)) | (y == c(0x9B)))) | guillemet) << Shift;
        t.comma |= bits_of(x == ',') << Shift;
        t.end_mark |= bits_of(in(end_marks)) << Shift;
        t.end_mark_2 |= bits_of((d8 & (y == c(0x9F))) | ((x == c(0xDB)) & (y == c(0x94)))) << Shift;
        t.after_word |= bits_of(in(word_goes_on) | e2) << Shift;
        t.after_number |= bits_of(in(number_goes_on) | e2) << Shift;
    }
}
#endif

}}} // namespace matn::v0::detail

#endif
