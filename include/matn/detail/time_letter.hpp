// SPDX-License-Identifier: MIT
// What one character is for the scan of numbers and dates.
#ifndef MATN_DETAIL_TIME_LETTER_HPP
#define MATN_DETAIL_TIME_LETTER_HPP

#include <matn/detail/time_lexicon.hpp>
#include <matn/utf8.hpp>

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail::when {

// The zeros of the decimal digits of other scripts (Unicode 15.0, General_Category Nd, Basic Multilingual Plane and fullwidth).
inline constexpr char16_t zeros[] = {0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6,
                                     0x0D66, 0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810,
                                     0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620,
                                     0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10};

// What one character is for the scan, where it is neither ASCII nor of the Arabic block.
enum class sign : std::uint8_t {
    letter,
    dropped,
    space,
    dash,
    slash,
    quote,
    bracket,
    colon,
    comma,
    dot,
    percent,
    digit,
    line,
    other
};

struct rare {
    sign what;
    unsigned digit;
    offset end;
};
[[nodiscard]] constexpr rare rare_at(std::string_view text, offset pos) noexcept {
    const code_point c = decode(text, pos);
    const char32_t v = c.value;
    const auto is = [&](sign s) { return rare{s, 0, c.at.end}; };
    if (!c.ok) return is(sign::other);
    switch (v) {
    case 0xA0:
    case 0x202F:
    case 0x2009:
    case 0x200A:
    case 0x2002:
    case 0x2003:
    case 0x2004:
    case 0x2005:
    case 0x2006:
    case 0x2007:
    case 0x2008:
    case 0x3000:
    case 0x205F:
    case 0x1680: return is(sign::space);
    case 0xAD:
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x200E:
    case 0x200F:
    case 0xFEFF:
    case 0x2060:
    case 0x034F:
    case 0x02BB:
    case 0x02BC: return is(sign::dropped);
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0xFE63:
    case 0xFF0D: return is(sign::dash);
    case 0x2044:
    case 0xFF0F:
    case 0x2215: return is(sign::slash);
    case 0x2018:
    case 0x2019: return is(sign::quote);
    case 0xAB:
    case 0xBB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x2039:
    case 0x203A:
    case 0xFD3E:
    case 0xFD3F:
    case 0xFF08:
    case 0xFF09: return is(sign::bracket);
    case 0xFF1A: return is(sign::colon);
    case 0xB7:
    case 0x2022:
    case 0x2219:
    case 0xFF0C:
    case 0xFE50: return is(sign::comma);
    case 0xFF0E: return is(sign::dot);
    case 0xFF05:
    case 0xFE6A: return is(sign::percent);
    case 0x2028:
    case 0x2029:
    case 0x85: return is(sign::line);
    default: break;
    }
    if ((v >= 0x202A && v <= 0x202E) || (v >= 0x2066 && v <= 0x2069)) return is(sign::dropped);
    if (v >= 0x300 && v < 0x370) return is(sign::dropped);
    for (const char16_t z : zeros)
        if (v >= z && v < z + 10u) return {sign::digit, v - z, c.at.end};
    if (v >= 0xC0 && v < 0x2000 && v != 0xD7 && v != 0xF7) return is(sign::letter);
    if ((v >= 0x2C00 && v < 0xFE00) || (v >= 0xFF21 && v <= 0xFF3A) || (v >= 0xFF41 && v <= 0xFF5A)) return is(sign::letter);
    if ((v >= 0xFE70 && v <= 0xFEFC) || (v >= 0x10000 && v < 0x1F000)) return is(sign::letter);
    return is(sign::other);
}

// The letters that a presentation form or a fullwidth letter stands for, as codes of the lexicon; two for the ligatures of lam and alef.
struct letter_pair {
    unsigned first = 0;
    unsigned second = 0;
    bool latin = false;
};
[[nodiscard]] constexpr letter_pair compatibility_letter(std::string_view text, offset pos) noexcept {
    if (static_cast<unsigned char>(text[pos]) != 0xEF) return {};
    const char32_t v = decode(text, pos).value;
    if (v >= 0xFF21 && v <= 0xFF3A) return {v - 0xFF21 + 1, 0, true};
    if (v >= 0xFF41 && v <= 0xFF5A) return {v - 0xFF41 + 1, 0, true};
    const std::size_t i = v >= 0xFB50 && v < 0xFC00 ? v - 0xFB50 : v >= 0xFE70 && v < 0xFF00 ? v - 0xFE70 + 0xB0 : 9999;
    if (i == 9999) return {};
    return {byte_at(lexicon_time::presentation_codes, 2 * i), byte_at(lexicon_time::presentation_codes, 2 * i + 1), false};
}

// Which languages a letter of the Arabic block speaks for: bits of language_bit.
inline constexpr auto letter_languages = [] {
    std::array<std::uint8_t, 256> t{};
    const auto set = [&t](std::initializer_list<unsigned> letters, unsigned who) {
        for (const unsigned c : letters) t[c - 0x600] = static_cast<std::uint8_t>(t[c - 0x600] | who);
    };
    set({0x629, 0x623, 0x625, 0x649}, arabic);
    set({0x6D0, 0x6CD, 0x69A, 0x6AB, 0x693, 0x696, 0x685, 0x681, 0x67C, 0x689, 0x6BC}, pashto);
    set({0x679, 0x688, 0x691, 0x6D2, 0x6C1, 0x6BA, 0x6BE, 0x6C3}, urdu);
    set({0x67E, 0x686, 0x698, 0x6AF, 0x6CC, 0x6A9}, persian);
    return t;
}();

// All of that in one look, by the two bytes of a letter: its code, whom it speaks for from bit 8 on, and a bit for letters that marks
// and what is no letter do not have. The second byte of broken UTF-8 is no letter.
inline constexpr std::uint16_t is_letter = 1u << 15;
inline constexpr auto letter_at = [] {
    std::array<std::uint16_t, 1024> t{};
    for (unsigned cp = 0; cp < 256; ++cp) {
        const unsigned code = byte_at(lexicon_time::letter_codes, cp);
        if (code != 0 && code != 64)
            t[(cp >> 6) << 8 | 0x80u | (cp & 63)] =
                static_cast<std::uint16_t>(is_letter | unsigned{letter_languages[cp]} << 8 | code);
    }
    return t;
}();

}}} // namespace matn::v0::detail::when

#endif
