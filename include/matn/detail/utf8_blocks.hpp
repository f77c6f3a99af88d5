// SPDX-License-Identifier: MIT
// Passes over well-formed UTF-8 by 32 bytes at a time (AVX2). See damages in utf8.hpp.
#ifndef MATN_DETAIL_UTF8_BLOCKS_HPP
#define MATN_DETAIL_UTF8_BLOCKS_HPP

#include <matn/version.hpp>

#include <array>
#include <cstddef>
#include <cstring>

namespace matn { inline namespace v0 { namespace detail {

inline constexpr std::size_t utf8_block = 32;

#if defined(__x86_64__) && defined(__GNUC__)

// A table of 16 bytes to pick from, twice: both halves of a vector pick from their own.
using utf8_table = std::array<unsigned char, 32>;
template <class Of>
constexpr utf8_table make_utf8_table(const Of& of) noexcept {
    utf8_table t{};
    for (unsigned i = 0; i < 32; ++i) t[i] = static_cast<unsigned char>(of(i & 15));
    return t;
}

// What can be wrong with two bytes in a row, one bit each. A table by the high half of the first byte, one by its low half and one by the
// high half of the second say what each of them allows; what all three allow is there (J. Keiser and D. Lemire, "Validating
// UTF-8 in less than one instruction per byte", 2021).
struct utf8_faults {
    static constexpr unsigned too_short = 1;   // a first byte or one before the last of a character, and no continuation
    static constexpr unsigned too_long = 2;    // ASCII, and a continuation
    static constexpr unsigned overlong_3 = 4;  // E0 80 to E0 9F
    static constexpr unsigned too_large = 8;   // F4 90 and above
    static constexpr unsigned surrogate = 16;  // ED A0 to ED BF
    static constexpr unsigned overlong_2 = 32; // C0, C1
    static constexpr unsigned overlong_4 = 64; // F0 80 to F0 8F; F5 and above with 80 to 8F
    static constexpr unsigned two_tails = 128; // two continuations: right behind a first byte of three or four, wrong elsewhere
    static constexpr unsigned carry = too_short | too_long | two_tails; // whatever the low half of the first byte
    static constexpr utf8_table first_high = make_utf8_table([](unsigned n) {
        return n < 0x8    ? too_long
               : n < 0xC  ? two_tails
               : n == 0xC ? too_short | overlong_2
               : n == 0xD ? too_short
               : n == 0xE ? too_short | overlong_3 | surrogate
                          : too_short | too_large | overlong_4;
    });
    static constexpr utf8_table first_low = make_utf8_table([](unsigned n) {
        return carry | (n == 0 ? overlong_2 | overlong_3 | overlong_4 : 0) | (n == 1 ? overlong_2 : 0) |
               (n >= 4 ? too_large : 0) | (n >= 5 ? overlong_4 : 0) | (n == 0xD ? surrogate : 0);
    });
    static constexpr utf8_table second_high = make_utf8_table([](unsigned n) {
        return n < 0x8 || n >= 0xC ? too_short
               : n == 0x8          ? too_long | overlong_2 | two_tails | overlong_3 | overlong_4
               : n == 0x9          ? too_long | overlong_2 | two_tails | overlong_3 | too_large
                                   : too_long | overlong_2 | two_tails | surrogate | too_large;
    });
};

class utf8_blocks {
public:
    // How many bytes from `at` on, in blocks, have no fault in what began up to there; a character at their end may want more. Reads three
    // bytes before `at`, and nothing from `end` on.
    __attribute__((target("avx2"))) static const char* pass(const char* at, const char* end) noexcept {
        const bytes first_high = load(utf8_faults::first_high.data()), first_low = load(utf8_faults::first_low.data()),
                    second_high = load(utf8_faults::second_high.data());
        for (; end - at >= static_cast<std::ptrdiff_t>(utf8_block); at += utf8_block) {
            const bytes x = load(at), before = load(at - 1);
            if (!any(x | before | load(at - 3))) continue; // ASCII
            const bytes high = reinterpret_cast<bytes>(reinterpret_cast<words>(x) >> 4) & 15;
            const bytes high_before = reinterpret_cast<bytes>(reinterpret_cast<words>(before) >> 4) & 15;
            const bytes faults = pick(first_high, high_before) & pick(first_low, before & 15) & pick(second_high, high);
            // Two continuations in a row are right where the byte two before begins three, or three before begins four.
            const bytes third = (load(at - 2) & static_cast<signed char>(0xE0)) == static_cast<signed char>(0xE0);
            const bytes fourth = (load(at - 3) & static_cast<signed char>(0xF0)) == static_cast<signed char>(0xF0);
            const bytes asked = (third | fourth) & static_cast<signed char>(0x80);
            if (any((faults ^ asked) != 0)) break;
        }
        return at;
    }

private:
    typedef signed char bytes __attribute__((vector_size(32), aligned(1), may_alias));
    typedef short words __attribute__((vector_size(32), aligned(1), may_alias));
    typedef char plain __attribute__((vector_size(32)));

    __attribute__((target("avx2"), always_inline)) static bytes load(const void* from) noexcept {
        bytes v;
        std::memcpy(&v, from, 32);
        return v;
    }
    __attribute__((target("avx2"), always_inline)) static bytes pick(const bytes& from, const bytes& by) noexcept {
        return reinterpret_cast<bytes>(__builtin_ia32_pshufb256(reinterpret_cast<plain>(from), reinterpret_cast<plain>(by)));
    }
    __attribute__((target("avx2"), always_inline)) static bool any(const bytes& v) noexcept {
        return __builtin_ia32_pmovmskb256(reinterpret_cast<plain>(v)) != 0;
    }
};
inline const char* pass_well_formed(const char* at, const char* end) noexcept { return utf8_blocks::pass(at, end); }
[[nodiscard]] inline bool has_utf8_blocks() noexcept { return __builtin_cpu_supports("avx2"); }

#else

inline const char* pass_well_formed(const char* at, const char*) noexcept { return at; }
[[nodiscard]] inline bool has_utf8_blocks() noexcept { return false; }

#endif

}}} // namespace matn::v0::detail

#endif
