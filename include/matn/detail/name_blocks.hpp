// SPDX-License-Identifier: MIT
// Words of names, 64 bytes of text at a time where the processor can; the same words as next_word gives, which does the rest.
//
// A block begins at a word or a gap, never inside a word: where a word reaches over the end of a block, the next block begins with that
// word. So blocks share no state. What a block does not know (letters outside of ASCII and U+0600-06FF, joiners, broken UTF-8) it leaves to
// next_word, word by word.
#ifndef MATN_DETAIL_NAME_BLOCKS_HPP
#define MATN_DETAIL_NAME_BLOCKS_HPP

#include <matn/detail/word_batch.hpp>

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail {

enum class block_kind : std::uint8_t { none, avx2, avx512 };

// What this processor can do. The compiler's run-time support asks it once and remembers.
[[nodiscard]] inline block_kind best_blocks() noexcept {
#if defined(__x86_64__) && defined(__GNUC__)
    if (__builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("bmi2"))
        return block_kind::avx512;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2")) return block_kind::avx2;
#endif
    return block_kind::none;
}

template <profile P, class Batch>
inline bool put_next_word(std::string_view text, offset& pos, Batch& out, std::uint32_t i) noexcept {
    name_word w;
    const bool found = next_word<P>(text, pos, w);
    out.put(i, w);
    return found;
}

#if defined(__x86_64__) && defined(__GNUC__)

// The masks of a block: one bit a byte.
struct block_masks {
    std::uint64_t words = 0;   // bytes that do not belong to a gap
    std::uint64_t letters = 0; // first bytes of letters that have a code
    std::uint64_t rare = 0;    // bytes that next_word must see
    std::uint64_t over = 0;    // 1: the gap at the end has its second byte in the next block
};
// Numbers from masks, where no bit at all gives 64.
__attribute__((target("bmi"), always_inline)) inline unsigned lowest_bit(std::uint64_t mask) noexcept {
    return static_cast<unsigned>(__builtin_ia32_tzcnt_u64(mask));
}
__attribute__((target("bmi2"), always_inline)) inline std::uint64_t below(std::uint64_t mask, unsigned bit) noexcept {
    return __builtin_ia32_bzhi_di(mask, bit);
}

// The words of one block behind the first `count` of `out`, and where the next begins. `Keys` fills in the key of a word of known letters.
template <profile P, class Batch, class Keys>
__attribute__((target("bmi,bmi2,popcnt"), always_inline)) inline std::uint32_t
block_words(std::string_view text, offset& pos, block_masks m, Batch& out, std::uint32_t count, const Keys& keys) noexcept {
    const auto by_letters = [&]() { count += put_next_word<P>(text, pos, out, count) ? 1u : 0u; };
    if (m.words == ~std::uint64_t{0}) {
        by_letters();
        return count;
    }
    // A word that reaches the end may go on: the next block begins with it.
    const unsigned cut = m.words >> 63 == 0 ? 64 : 64 - static_cast<unsigned>(__builtin_clzll(~m.words));
    m.words = below(m.words, cut);
    std::uint64_t begins = m.words & ~(m.words << 1), ends = ~m.words & m.words << 1;
    const offset base = pos;
    const auto one = [&](std::uint32_t i, unsigned begin, unsigned end)
        __attribute__((target("bmi,bmi2,popcnt"), always_inline)) {
        const auto first = static_cast<unsigned>(__builtin_popcountll(below(m.letters, begin)));
        const auto letters = static_cast<unsigned>(__builtin_popcountll(below(m.letters, end))) - first;
        out.at[i] = {base + begin, base + end};
        out.joiner[i] = 0;
        keys(i, begin, end, first, letters);
    };
    if (((m.rare & m.words) | (begins & ~m.letters)) == 0) {
        const auto words = static_cast<unsigned>(__builtin_popcountll(begins));
        // Four at a time: how many words a block has cannot be foretold. What is written behind the last is written over.
        for (unsigned done = 0; done < words; done += 4)
            for (unsigned i = 0; i < 4; ++i) {
                one(count + done + i, lowest_bit(begins), lowest_bit(ends));
                begins &= begins - 1;
                ends &= ends - 1;
            }
        count += words;
    } else {
        while (begins != 0) {
            const unsigned begin = lowest_bit(begins), end = lowest_bit(ends);
            const std::uint64_t range = below(~std::uint64_t{0}, end) & ~std::uint64_t{0} << begin;
            if ((m.rare & range) == 0 && (m.letters >> begin & 1) != 0) {
                one(count++, begin, end);
                begins &= begins - 1;
                ends &= ends - 1;
                continue;
            }
            pos = base + begin;
            by_letters();
            if (pos - base >= cut) return count;
            m.words &= ~std::uint64_t{0} << (pos - base);
            begins = m.words & ~(m.words << 1);
            ends = ~m.words & m.words << 1;
        }
    }
    pos = base + (cut < 64 ? cut : 64 + static_cast<offset>(m.over));
    return count;
}

// --- 64 bytes with AVX-512 VBMI2: all letters of a block are looked up at once, and pressed together.
// Some instructions are written out because compilers name them differently, and their header costs more than this library.

template <profile P>
struct blocks_512 {
    typedef unsigned char bytes __attribute__((vector_size(64), may_alias));
    typedef unsigned short shorts __attribute__((vector_size(64), may_alias));

    __attribute__((target("avx512f,avx512bw,avx512vbmi"), always_inline)) static bytes pick(bytes at, const bytes& low,
                                                                                            const bytes& high) noexcept {
        asm("vpermi2b %2, %1, %0" : "+v"(at) : "v"(low), "v"(high));
        return at;
    }
    __attribute__((target("avx512f,avx512bw"), always_inline)) static std::uint64_t equal(const bytes& a,
                                                                                          const bytes& b) noexcept {
        std::uint64_t k;
        asm("vpcmpeqb %2, %1, %0" : "=Yk"(k) : "v"(a), "v"(b));
        return k;
    }
    __attribute__((target("avx512f,avx512bw"), always_inline)) static std::uint64_t top_bits(const bytes& a) noexcept {
        std::uint64_t k;
        asm("vpmovb2m %1, %0" : "=Yk"(k) : "v"(a));
        return k;
    }
    __attribute__((target("avx512f,avx512bw"), always_inline)) static bytes choose(std::uint64_t k, const bytes& no,
                                                                                   const bytes& yes) noexcept {
        bytes out;
        asm("vpblendmb %2, %1, %0 %{%3%}" : "=v"(out) : "v"(no), "v"(yes), "Yk"(k));
        return out;
    }
    __attribute__((target("avx512f,avx512bw,avx512vbmi2"), always_inline)) static bytes press(std::uint64_t k,
                                                                                              const bytes& a) noexcept {
        bytes out;
        asm("vpcompressb %1, %0 %{%2%}%{z%}" : "=v"(out) : "v"(a), "Yk"(k));
        return out;
    }
    __attribute__((target("avx512f"), always_inline)) static bytes load(const void* at) noexcept {
        bytes v;
        std::memcpy(&v, at, 64);
        return v;
    }

    template <class Batch>
    __attribute__((noinline)) static void long_word(Batch& out, std::uint32_t i, const unsigned char* codes,
                                                    unsigned letters) noexcept {
        word_key key;
        for (unsigned k = 0; k < letters; ++k) key.add(codes[k]);
        out.low[i] = key.low; // what takes the letters that are too many counts to 256 bits only
        out.high[i] = key.high;
        out.rest[i] = key.rest;
    }

    // Fills `out` until `full` words are there or the rest of the text is too short for a block. Answers their number.
    template <class Batch>
    __attribute__((target("avx512f,avx512bw,avx512vbmi,avx512vbmi2,bmi,bmi2,popcnt"))) static std::uint32_t
    read(std::string_view text, offset& pos, Batch& out, std::uint32_t count, std::uint32_t full) noexcept {
        const auto& table = letter_table<P>;
        const bytes ascii_low = load(table.data()), ascii_high = load(table.data() + 64);
        const bytes a0 = load(table.data() + 0x600), a1 = load(table.data() + 0x640), a2 = load(table.data() + 0x680),
                    a3 = load(table.data() + 0x6C0);
        const bytes zero{}, all = ~zero;
        unsigned char codes[64 + 16] = {};
        while (count < full && text.size() - pos > 64) {
            const bytes x = load(text.data() + pos), next = load(text.data() + pos + 1);
            const std::uint64_t ascii = ~top_bits(x);
            const std::uint64_t arabic = equal(x & 0xFC, zero + 0xD8) & equal(next & 0xC0, zero + 0x80);
            const bytes at = reinterpret_cast<bytes>(reinterpret_cast<shorts>(x & 3) << 6) | (next & 0x3F);
            const bytes code =
                choose(ascii, choose(top_bits(at), pick(at, a0, a1), pick(at, a2, a3)), pick(x, ascii_low, ascii_high));
            const std::uint64_t known = ascii | arabic;
            const std::uint64_t gap = known & equal(code, zero), mark = known & equal(code, all),
                                rare = known & equal(code, zero + rare_code);
            block_masks m;
            m.words = ~(gap | (gap & arabic) << 1);
            m.letters = known & ~(gap | mark | rare);
            m.rare = rare | ~(known | arabic << 1);
            m.over = (gap & arabic) >> 63;
            const bytes pressed = press(m.letters, code);
            std::memcpy(codes, &pressed, 64);
            count = block_words<P>(
                text, pos, m, out, count,
                [&codes, &out ](std::uint32_t i, unsigned, unsigned, unsigned first, unsigned letters)
                    __attribute__((target("bmi2"), always_inline)) {
                        std::uint64_t low, high;
                        std::memcpy(&low, codes + first, 8);
                        std::memcpy(&high, codes + first + 8, 8);
                        out.low[i] = below(low, 8 * letters);
                        out.high[i] = below(high, letters > 8 ? 8 * letters - 64 : 0);
                        out.letters[i] = letters;
                        if (letters > 16) [[unlikely]]
                            long_word(out, i, codes + first, letters);
                    });
        }
        return count;
    }
};

// The hashes of words, eight at a time; up to 7 words before and behind them get theirs too.
template <class Batch>
__attribute__((target("avx512f,avx512bw,avx512dq"))) inline void hash_words_512(Batch& words, std::uint32_t from,
                                                                                std::uint32_t to) noexcept {
    typedef std::uint64_t numbers __attribute__((vector_size(64), may_alias));
    unsigned longer = 0;
    for (std::uint32_t i = from & ~7u; i < to; i += 8) {
        numbers low, high;
        std::memcpy(&low, words.low + i, 64);
        std::memcpy(&high, words.high + i, 64);
        numbers h = low * 0x9E3779B97F4A7C15u + high * 0x8BB84B93962EACC9u;
        h = (h ^ h >> 32) * 0xD1342543DE82EF95u;
        h ^= h >> 29;
        std::memcpy(words.hash + i, &h, 64);
        for (unsigned k = 0; k < 8; ++k) longer |= words.letters[i + k] > 16 ? 1u : 0u;
    }
    if (longer != 0)
        for (std::uint32_t i = from & ~7u; i < to; ++i) words.hash[i] = hash_of(words.key(i));
}

// --- 64 bytes with AVX2: the masks at once, the letters one by one.
template <profile P>
struct blocks_256 {
    typedef signed char bytes __attribute__((vector_size(32), aligned(1), may_alias));
    typedef unsigned short shorts __attribute__((vector_size(32), may_alias));
    typedef char plain __attribute__((vector_size(32)));
    using table = std::array<unsigned char, 32>;

    // Which of U+0600-06FF are of a kind: rows of 16 bits, by the four low bits of the second byte's neighbour bits.
    struct rows {
        table low{}, high{};
    };
    template <class Is>
    static constexpr rows make_rows(const Is& is) noexcept {
        rows r;
        for (unsigned c = 0; c < 256; ++c)
            if (is(letter_table<P>[0x600 + c]))
                for (const unsigned i : {c >> 4, 16 + (c >> 4)}) {
                    table& half = (c & 8) != 0 ? r.high : r.low;
                    half[i] = static_cast<unsigned char>(half[i] | 1u << (c & 7));
                }
        return r;
    }
    static constexpr rows letter_rows = make_rows([](std::uint8_t code) { return code != gap_code && code < symbol_code; });
    static constexpr rows gap_rows = make_rows([](std::uint8_t code) { return code == gap_code; });
    static constexpr table single_bits = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128,
                                          1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};

    __attribute__((target("avx2"), always_inline)) static bytes load(const void* at) noexcept {
        bytes v;
        std::memcpy(&v, at, 32);
        return v;
    }
    __attribute__((target("avx2"), always_inline)) static bytes pick(const table& from, const bytes& at) noexcept {
        return reinterpret_cast<bytes>(
            __builtin_ia32_pshufb256(reinterpret_cast<plain>(load(from.data())), reinterpret_cast<plain>(at)));
    }
    __attribute__((target("avx2"), always_inline)) static std::uint64_t bits_of(const bytes& v) noexcept {
        return static_cast<unsigned>(__builtin_ia32_pmovmskb256(reinterpret_cast<plain>(v)));
    }

    struct half_masks {
        std::uint64_t letters, gaps, twos; // first bytes; twos: of characters of two bytes
    };
    __attribute__((target("avx2"), always_inline)) static half_masks read_half(const char* at) noexcept {
        const bytes x = load(at), next = load(at + 1), zero{};
        const auto c = [](int value) { return static_cast<signed char>(value); };
        const bytes small = x | 0x20;
        const bytes ascii_letter = ((small > 0x60) & (small < 0x7B)) | ((x > 0x2F) & (x < 0x3A));
        const bytes arabic = ((x & c(0xFC)) == c(0xD8)) & ((next & c(0xC0)) == c(0x80));
        const bytes row = reinterpret_cast<bytes>(reinterpret_cast<shorts>(x & 3) << 2) |
                          (reinterpret_cast<bytes>(reinterpret_cast<shorts>(next) >> 4) & 3);
        const bytes low = next & 15, bit = pick(single_bits, low), upper = low > 7;
        const bytes letter = (((pick(letter_rows.high, row) & upper) | (pick(letter_rows.low, row) & ~upper)) & bit) != zero;
        const bytes gap = (((pick(gap_rows.high, row) & upper) | (pick(gap_rows.low, row) & ~upper)) & bit) != zero;
        return {bits_of(ascii_letter | (letter & arabic)), bits_of((gap & arabic) | ((x >= zero) & ~ascii_letter)),
                bits_of(arabic)};
    }

    template <class Batch>
    __attribute__((target("avx2,bmi,bmi2,popcnt"))) static std::uint32_t read(std::string_view text, offset& pos, Batch& out,
                                                                              std::uint32_t count, std::uint32_t full) noexcept {
        while (count < full && text.size() - pos > 64) {
            const half_masks a = read_half(text.data() + pos), b = read_half(text.data() + pos + 32);
            const std::uint64_t letters = a.letters | b.letters << 32, gaps = a.gaps | b.gaps << 32, twos = a.twos | b.twos << 32;
            block_masks m;
            m.words = ~(gaps | (gaps & twos) << 1);
            m.letters = letters;
            m.rare = ~(letters | gaps | (twos & (letters | gaps)) << 1);
            m.over = (gaps & twos) >> 63;
            const char* const block = text.data() + pos;
            count = block_words<P>(
                text, pos, m, out, count,
                [ block, &
                  out ](std::uint32_t w, unsigned begin, unsigned end, unsigned, unsigned) __attribute__((always_inline)) {
                    word_key key;
                    for (unsigned i = begin; i < end;) {
                        const auto lead = static_cast<unsigned char>(block[i]);
                        if (lead < 0x80) {
                            key.add(letter_table<P>[lead]);
                            ++i;
                        } else {
                            key.add(letter_table<P>[(lead & 0x1Fu) << 6 | (static_cast<unsigned char>(block[i + 1]) & 0x3Fu)]);
                            i += 2;
                        }
                    }
                    out.low[w] = key.low;
                    out.high[w] = key.high;
                    out.rest[w] = key.rest;
                    out.letters[w] = key.letters;
                });
        }
        return count;
    }
};

#endif

// Words from `pos` on behind the first `count` of `out`, until there are at least `full` or the text ends; up to 35 more may be written.
// Answers their number.
template <profile P, class Batch>
[[nodiscard]] inline std::uint32_t read_words(std::string_view text, offset& pos, Batch& out, std::uint32_t count,
                                              std::uint32_t full, block_kind with) noexcept {
    const std::uint32_t before = count;
#if defined(__x86_64__) && defined(__GNUC__)
    if (with == block_kind::avx512) count = blocks_512<P>::read(text, pos, out, count, full);
    else if (with == block_kind::avx2) count = blocks_256<P>::read(text, pos, out, count, full);
    while (count < full && put_next_word<P>(text, pos, out, count)) ++count;
    if (with == block_kind::avx512) {
        hash_words_512(out, before, count);
        return count;
    }
#else
    (void)with;
    while (count < full && put_next_word<P>(text, pos, out, count)) ++count;
#endif
    for (std::uint32_t i = before; i < count; ++i) out.hash[i] = hash_of(out.key(i));
    return count;
}

}}} // namespace matn::v0::detail

#endif
