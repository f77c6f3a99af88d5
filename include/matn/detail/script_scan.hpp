// SPDX-License-Identifier: MIT
// Skips, 16 or 32 at a time, the bytes that cannot end an Arabic or a Latin script run.
//
// A set of bytes qualifies when any sequence of them, however broken, decodes to code points that a run of that script keeps and
// that are no brackets. Continuation bytes are in both sets: what follows a lead outside of the set is left to the caller, who
// stands on that lead.
#ifndef MATN_DETAIL_SCRIPT_SCAN_HPP
#define MATN_DETAIL_SCRIPT_SCAN_HPP

#include <matn/slice.hpp>

#include <type_traits>

namespace matn { inline namespace v0 { namespace detail {

constexpr bool is_ascii_bracket(unsigned b) noexcept {
    return (b & 0xFEu) == 0x28 || (b | 0x02u) == 0x3E || (b | 0x20u) == 0x7B || (b | 0x20u) == 0x7D;
}

// U+0600-06FF (leads D8 to DB) holds Arabic, common and inherited code points only; so does ASCII without its letters.
struct in_arabic_run {
    static constexpr bool keeps(unsigned b) noexcept {
        if (b >= 0xC0) return (b & 0xFCu) == 0xD8;
        return b >= 0x80 || !((b | 0x20u) - 'a' < 26u || is_ascii_bracket(b));
    }
};
// U+00C0-02BF (leads C3 to CA) holds Latin and common code points only. C2 is left out: it has the guillemets, which pair.
struct in_latin_run {
    static constexpr bool keeps(unsigned b) noexcept {
        if (b >= 0xC0) return b >= 0xC3 && b <= 0xCA;
        return b >= 0x80 || !is_ascii_bracket(b);
    }
};

// Vectors in the language of the compiler instead of <immintrin.h>, which costs more to include than the rest of the library.
#if defined(__x86_64__) && defined(__GNUC__)
template <unsigned Bytes>
struct byte_vector {
    typedef signed char type __attribute__((vector_size(Bytes), aligned(1), may_alias));
};

// Sets to FF the bytes that the run does not keep. Bytes are signed here: 0x80 and above are below zero.
template <class Run, unsigned Bytes>
__attribute__((always_inline)) inline void mark_outside(const char* at, typename byte_vector<Bytes>::type& out) noexcept {
    using vector = typename byte_vector<Bytes>::type;
    const vector x = *reinterpret_cast<const vector*>(at);
    const vector low = x | 0x20;
    const vector lead = (x < 0) & (x > static_cast<signed char>(0xBF));
    out = ((x & static_cast<signed char>(0xFE)) == 0x28) | ((x | 0x02) == 0x3E) | (low == 0x7D);
    if constexpr (std::is_same_v<Run, in_arabic_run>) {
        out |= (low > 0x60) & (low < 0x7C); // the letters, [ and {
        out |= lead & ((x & static_cast<signed char>(0xFC)) != static_cast<signed char>(0xD8));
    } else {
        out |= low == 0x7B;
        out |= lead & ((x < static_cast<signed char>(0xC3)) | (x > static_cast<signed char>(0xCA)));
    }
}

template <class Run>
inline unsigned outside_16(const char* at) noexcept {
    typedef char plain __attribute__((vector_size(16)));
    typename byte_vector<16>::type out;
    mark_outside<Run, 16>(at, out);
    return static_cast<unsigned>(__builtin_ia32_pmovmskb128(reinterpret_cast<plain>(out)));
}

template <class Run>
__attribute__((target("avx2"))) inline offset skip_run_32(std::string_view text, offset pos) noexcept {
    typedef char plain __attribute__((vector_size(32)));
    for (; text.size() - pos >= 32; pos += 32) {
        typename byte_vector<32>::type out;
        mark_outside<Run, 32>(text.data() + pos, out);
        const auto mask = static_cast<unsigned>(__builtin_ia32_pmovmskb256(reinterpret_cast<plain>(out)));
        if (mask != 0) return pos + static_cast<offset>(__builtin_ctz(mask));
    }
    return pos;
}
#endif

// The first byte from `pos` on that the run does not keep by itself, or the end of the text.
template <class Run>
constexpr offset skip_run(std::string_view text, offset pos) noexcept {
#if defined(__x86_64__) && defined(__GNUC__)
    if (!std::is_constant_evaluated() && text.size() - pos >= 16) {
        // Most runs of mixed text end within the first block, so that is looked at before the processor is asked what it can do.
        unsigned mask = outside_16<Run>(text.data() + pos);
        if (mask != 0) return pos + static_cast<offset>(__builtin_ctz(mask));
        pos += 16;
        if (text.size() - pos >= 64 && __builtin_cpu_supports("avx2")) pos = skip_run_32<Run>(text, pos);
        for (; text.size() - pos >= 16; pos += 16) {
            mask = outside_16<Run>(text.data() + pos);
            if (mask != 0) return pos + static_cast<offset>(__builtin_ctz(mask));
        }
    }
#endif
    while (pos < text.size() && Run::keeps(static_cast<unsigned char>(text[pos]))) ++pos;
    return pos;
}

}}} // namespace matn::v0::detail

#endif
