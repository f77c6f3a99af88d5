// SPDX-License-Identifier: MIT
// The digits of a text, in every script, as the scan reads them.
#ifndef MATN_DETAIL_TIME_DIGITS_HPP
#define MATN_DETAIL_TIME_DIGITS_HPP

#include <matn/detail/time_scan.hpp>

namespace matn { inline namespace v0 { namespace detail::when {

// ½ and its like: a number with a power of ten, in digits.
inline bool scanner::vulgar(offset pos, offset end) {
    struct part {
        char16_t c;
        std::int64_t value;
        std::int8_t exponent;
    };
    constexpr part parts[] = {{0xBC, 25, -2},
                              {0xBD, 5, -1},
                              {0xBE, 75, -2},
                              {0x2155, 2, -1},
                              {0x2156, 4, -1},
                              {0x2157, 6, -1},
                              {0x2158, 8, -1},
                              {0x215B, 125, -3},
                              {0x215C, 375, -3},
                              {0x215D, 625, -3},
                              {0x215E, 875, -3},
                              {0x2152, 1, -1},
                              {0x2153, 333333333333333, -15},
                              {0x2154, 666666666666667, -15},
                              {0x2159, 166666666666667, -15},
                              {0x215A, 833333333333333, -15},
                              {0x2150, 142857142857143, -15},
                              {0x2151, 111111111111111, -15}};
    const char32_t v = decode(text_, pos).value;
    for (const part& p : parts) {
        if (p.c != v) continue;
        add_digits({pos, end}, {p.value, p.exponent, 200, number_signed});
        return true;
    }
    return false;
}

inline scanner::digit scanner::digit_at(offset pos) const noexcept {
    if (pos >= text_.size()) return {10, pos};
    const unsigned c = byte(pos);
    if (c < 0x80) return {c - '0' < 10 ? c - '0' : 10u, pos + 1};
    if (c >= 0xD8 && c <= 0xDB && pos + 1 < text_.size() && (byte(pos + 1) & 0xC0u) == 0x80) {
        const unsigned cp = (c & 3u) << 6 | (byte(pos + 1) & 0x3Fu);
        return {cp - 0x60 < 10 ? cp - 0x60 : cp - 0xF0 < 10 ? cp - 0xF0 : 10u, pos + 2};
    }
    const rare r = rare_at(text_, pos);
    return {r.what == sign::digit ? r.digit : 10u, r.end};
}

inline offset scanner::digits(offset pos) {
    const offset begin = pos;
    scanned_digits a;
    std::uint32_t count = 0;
    digit d = digit_at(pos);
    if (d.value == 0) a.flags |= number_leading_zero;
    while (d.value < 10) {
        if (a.value > (INT64_MAX - static_cast<std::int64_t>(d.value)) / 10) {
            // 2^63 is too large by one, unless a minus stands before it: kept as its negative, and as an overflow
            const bool edge = (a.flags & number_overflow) == 0 && a.value == INT64_MAX / 10 && d.value == 8;
            a.flags |= number_overflow;
            a.value = edge ? INT64_MIN : INT64_MAX;
        } else a.value = a.value * 10 + static_cast<std::int64_t>(d.value);
        ++count;
        pos = d.end;
        d = digit_at(pos);
    }
    if (count == 1) a.flags &= static_cast<std::uint8_t>(~number_leading_zero);
    pos = scientific(pos, a);
    a.digits = count > 255 ? std::uint8_t{255} : static_cast<std::uint8_t>(count);
    // Nothing but a letter glued before makes digits part of a name: SCP-173 is one, A4 is not.
    add_digits({begin, pos}, a);
    return pos;
}

// The power of ten of 12.3e+14: an e, perhaps a sign, digits, and no letter after them.
inline offset scanner::scientific(offset pos, scanned_digits& a) const {
    if (pos + 1 >= text_.size() || (byte(pos) | 32u) != 'e') return pos;
    offset at = pos + 1;
    const bool negative = byte(at) == '-';
    if (byte(at) == '-' || byte(at) == '+') ++at;
    int power = 0;
    digit d = digit_at(at);
    if (d.value >= 10) return pos;
    for (; d.value < 10; d = digit_at(at)) {
        if (power < 1000) power = power * 10 + static_cast<int>(d.value);
        at = d.end;
    }
    if (at < text_.size() && ((byte(at) | 32u) - 'a' < 26 || byte(at) == '-')) return pos;
    if (power > 100) {
        a.flags |= negative ? number_underflow : number_overflow;
        power = 100;
    }
    a.exponent = static_cast<std::int8_t>(negative ? -power : power);
    a.flags |= number_signed; // written with a power
    return at;
}

}}} // namespace matn::v0::detail::when

#endif
