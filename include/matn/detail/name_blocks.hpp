// SPDX-License-Identifier: MIT
// Words of names, 64 bytes of text at a time where the processor can; the same words as next_word gives, which does the rest.
//
// A block begins at a word or a gap, never inside a word: where a word reaches over the end of a block, the next block begins with that
// word. So blocks share no state. What a block does not know (letters outside of ASCII and U+0600-06FF, broken UTF-8) it leaves to
// next_word, word by word.
#ifndef MATN_DETAIL_NAME_BLOCKS_HPP
#define MATN_DETAIL_NAME_BLOCKS_HPP

#include <matn/detail/vectors_512.hpp>
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
    if (vectors_512::possible()) return block_kind::avx512;
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
    std::uint64_t joiners = 0; // first bytes of half-spaces between two letters
    std::uint64_t over = 0;    // how many bytes of the gap at the end stand in the next block
};
// From the first bytes of letters, gaps and marks, of those of two bytes, and of the dashes and half-spaces, of three. Whatever is folded, « and »
// and U+2010 to U+2027, here the dashes, stand between words.
__attribute__((always_inline)) inline block_masks masks_of(std::uint64_t letters, std::uint64_t gaps, std::uint64_t marks,
                                                           std::uint64_t twos, std::uint64_t dashes,
                                                           std::uint64_t half_spaces) noexcept {
    const std::uint64_t plain = letters | gaps | marks, threes = dashes | half_spaces;
    block_masks m;
    m.words = ~(gaps | (gaps & (twos | dashes)) << 1 | dashes << 2);
    m.letters = letters;
    m.joiners = half_spaces & letters >> 3;
    // A half-space that stands anywhere else is for next_word.
    m.rare = ~(plain | (plain & twos) << 1 | m.joiners | threes << 1 | threes << 2);
    m.over = (gaps & twos) >> 63 | (dashes >> 63) << 1 | (dashes >> 62 & 1);
    return m;
}
// Numbers from masks, where no bit at all gives 64.
__attribute__((target("bmi"), always_inline)) inline unsigned lowest_bit(std::uint64_t mask) noexcept {
    return static_cast<unsigned>(__builtin_ia32_tzcnt_u64(mask));
}
__attribute__((target("bmi2"), always_inline)) inline std::uint64_t below(std::uint64_t mask, unsigned bit) noexcept {
    return __builtin_ia32_bzhi_di(mask, bit);
}

// Words of known letters: their first bytes, and those behind them. Then comes a word that next_word must read, or the end of the block.
struct plain_words {
    std::uint64_t begins, ends;
};

// Goes through the words of a block.
class block_walk {
public:
    __attribute__((target("bmi,bmi2"), always_inline)) block_walk(const block_masks& masks, offset base) noexcept
        : masks_(masks), base_(base) {
        if (masks.words == ~std::uint64_t{0}) {
            masks_.words = masks_.rare = 1; // a word of more than a block
            cut_ = 0;
        } else if (masks.words >> 63 != 0) { // a word that reaches the end may go on: the next block begins with it
            cut_ = 64 - static_cast<unsigned>(__builtin_clzll(~masks.words));
            masks_.words = below(masks.words, cut_);
        }
    }
    [[nodiscard]] __attribute__((target("bmi,bmi2"), always_inline)) plain_words next() noexcept {
        const std::uint64_t words = masks_.words, begins = words & ~(words << 1), ends = ~words & words << 1;
        const std::uint64_t hard = (masks_.rare & words) | (begins & ~masks_.letters);
        behind_ = 64;
        if (hard == 0) return {begins, ends};
        behind_ = 63 - static_cast<unsigned>(__builtin_clzll(begins & (hard ^ (hard - 1))));
        return {below(begins, behind_), below(ends, behind_)};
    }
    // Reads the word behind the plain ones; false at the end of the block, with `pos` where the next one begins.
    template <profile P, class Batch>
    [[nodiscard]] __attribute__((always_inline)) bool goes_on(std::string_view text, offset& pos, Batch& out,
                                                              std::uint32_t& count) noexcept {
        if (behind_ == 64) {
            pos = base_ + (cut_ < 64 ? cut_ : 64 + static_cast<offset>(masks_.over));
            return false;
        }
        pos = base_ + behind_;
        count += put_next_word<P>(text, pos, out, count) ? 1u : 0u;
        if (pos - base_ >= cut_) return false;
        masks_.words &= ~std::uint64_t{0} << (pos - base_);
        return true;
    }

private:
    block_masks masks_;
    offset base_;
    unsigned cut_ = 64, behind_ = 64;
};

// --- 64 bytes with AVX-512: all letters of a block are looked up at once and pressed together, and the words taken from them eight at a time.

// The hashes of eight words of at most 16 letters; hash_of says the same of one.
__attribute__((target("avx512f,avx512dq"), always_inline)) inline vectors_512::numbers
hash_of_512(const vectors_512::numbers& low, const vectors_512::numbers& high) noexcept {
    vectors_512::numbers h = low * 0x9E3779B97F4A7C15u + high * 0x8BB84B93962EACC9u;
    h = (h ^ h >> 32) * 0xD1342543DE82EF95u;
    return h ^ h >> 29;
}

struct blocks_512 {
    using v = vectors_512;
    using bytes = v::bytes;
    using numbers = v::numbers;

#define MATN_FOR_512                                                                                                             \
    __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2,bmi,bmi2,popcnt"), always_inline))

    template <class Batch>
    __attribute__((noinline)) static void long_word(Batch& out, std::uint32_t i, const unsigned char* codes) noexcept {
        word_key key;
        for (unsigned k = 0; k < out.letters[i]; ++k) key.add(codes[k]);
        out.low[i] = key.low; // what takes the letters that are too many counts to 256 bits only
        out.high[i] = key.high;
        out.rest[i] = key.rest;
        out.hash[i] = hash_of(key);
    }

    // The places of the bits of a mask, in order, and 0 behind them.
    MATN_FOR_512 static bytes places_of(std::uint64_t mask) noexcept {
        return v::press(mask, bytes{0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
                                    22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
                                    44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63});
    }

    // `codes`: of the letters of the block, without those between its words.
    template <class Batch>
    MATN_FOR_512 static void put(Batch& out, std::uint32_t to, const plain_words& w, offset base, const block_masks& m,
                                 const bytes& codes, const unsigned char* stored) noexcept {
        const std::uint64_t begins = w.begins, ends = w.ends;
        constexpr std::uint64_t of_each = 0x0101010101010101u;
        const auto words = static_cast<unsigned>(__builtin_popcountll(begins));
        // The letters that begin words, and one more behind the last letter of the last word.
        const std::uint64_t last = std::uint64_t{1} << (63 - static_cast<unsigned>(__builtin_clzll(ends)));
        const std::uint64_t starts = __builtin_ia32_pext_di(begins, m.letters) |
                                     std::uint64_t{1} << static_cast<unsigned>(__builtin_popcountll(m.letters & (last - 1)));
        const bytes first = places_of(starts), behind = places_of(starts & (starts - 1));
        const bytes begin = places_of(begins), end = places_of(ends);
        const bytes length = behind - first;
        numbers which = numbers{0, 1, 2, 3, 4, 5, 6, 7} * of_each;
        constexpr std::uint64_t first_eight = 0x0706050403020100u;
        std::uint64_t longer = 0; // words that have more letters than low and high hold
        for (unsigned done = 0; done < words; done += 8, which += 8 * of_each) {
            const std::uint32_t i = to + done;
            const bytes each = reinterpret_cast<bytes>(which);
            const bytes at = v::pick(each, first) + reinterpret_cast<bytes>(numbers{} + first_eight);
            const numbers letters = reinterpret_cast<numbers>(v::pick(each, length)) & 0xFF, width = letters << 3;
            const numbers all = ~numbers{};
            const numbers low = reinterpret_cast<numbers>(v::pick(at, codes)) & ~v::left(all, width);
            const numbers high =
                reinterpret_cast<numbers>(v::pick(at + 8, codes)) & ~v::left(all, v::larger(width, numbers{} + 64) - 64);
            const numbers place = (reinterpret_cast<numbers>(v::pick(each, begin)) & 0xFF) |
                                  (reinterpret_cast<numbers>(v::pick(each, end)) & 0xFF) << 32;
            const numbers moved = place + (std::uint64_t{base} | std::uint64_t{base} << 32);
            const numbers hash = hash_of_512(low, high);
            const v::halves counts = v::narrowed(letters);
            std::memcpy(out.low + i, &low, 64);
            std::memcpy(out.high + i, &high, 64);
            std::memcpy(out.hash + i, &hash, 64);
            std::memcpy(static_cast<void*>(out.at + i), &moved, 64);
            std::memcpy(out.letters + i, &counts, 32);
            std::memset(out.joiner + i, 0, 8);
            longer |= (std::uint64_t{v::at_least(letters, numbers{} + 17)} & below(0xFF, words - done)) << done;
        }
        for (; longer != 0; longer &= longer - 1) {
            const std::uint32_t i = to + lowest_bit(longer);
            long_word(out, i, stored + __builtin_popcountll(below(m.letters, out.at[i].begin - base)));
        }
        for (std::uint64_t left = m.joiners & (last - 1) & ~((begins & (0 - begins)) - 1); left != 0; left &= left - 1) {
            const unsigned joiner = lowest_bit(left);
            const auto word = static_cast<unsigned>(__builtin_popcountll(below(begins, joiner))) - 1;
            const std::uint32_t i = to + word;
            if (out.joiner[i] != 0) continue; // the first counts
            const std::uint64_t letters = below(m.letters, joiner) & ~std::uint64_t{0} << (out.at[i].begin - base);
            out.joiner[i] = static_cast<std::uint8_t>(__builtin_popcountll(letters));
        }
    }

    // The codes of ASCII and of U+0600-06FF.
    struct code_lists {
        bytes ascii_low, ascii_high, arabic[4];

        MATN_FOR_512 explicit code_lists(const std::uint8_t* table) noexcept
            : ascii_low(v::load_bytes(table)),
              ascii_high(v::load_bytes(table + 64)), arabic{v::load_bytes(table + 0x600), v::load_bytes(table + 0x640),
                                                            v::load_bytes(table + 0x680), v::load_bytes(table + 0x6C0)} {}
    };
    // What the letters of a block fold to, each at its first byte.
    MATN_FOR_512 static block_masks look_up(const char* block, const code_lists& lists, bytes& code) noexcept {
        const bytes x = v::load_bytes(block), next = v::load_bytes(block + 1), third = v::load_bytes(block + 2), zero{};
        const std::uint64_t ascii = ~v::top_bits(x);
        const std::uint64_t arabic = v::equal(x & 0xFC, zero + 0xD8) & v::equal(next & 0xC0, zero + 0x80);
        const bytes at = reinterpret_cast<bytes>(reinterpret_cast<v::shorts>(x & 3) << 6) | (next & 0x3F);
        code = v::choose(ascii,
                         v::choose(v::top_bits(at), v::pick(at, lists.arabic[0], lists.arabic[1]),
                                   v::pick(at, lists.arabic[2], lists.arabic[3])),
                         v::pick(x, lists.ascii_low, lists.ascii_high));
        const std::uint64_t known = ascii | arabic;
        const std::uint64_t quotes = v::equal(x, zero + 0xC2) & v::equal(next & 0xEF, zero + 0xAB);
        const std::uint64_t general = v::equal(x, zero + 0xE2) & v::equal(next, zero + 0x80); // U+2000 to U+203F
        const std::uint64_t dashes = general & v::less(third - 0x90, zero + 0x18);
        const std::uint64_t gaps = (known & v::equal(code, zero + gap_code)) | quotes | dashes,
                            marks = known & v::equal(code, zero + mark_code);
        const std::uint64_t letters = known & ~(gaps | marks | v::equal(code, zero + rare_code));
        return masks_of(letters, gaps, marks, arabic | quotes, dashes, general & v::equal(third, zero + 0x8C));
    }

    // Fills `out` until `full` words are there or the rest of the text is too short for a block. Answers their number.
    template <profile P, class Batch>
    __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2,bmi,bmi2,popcnt"))) static std::uint32_t
    read(std::string_view text, offset& pos, Batch& out, std::uint32_t count, std::uint32_t full) noexcept {
        const code_lists lists(letter_table<P>.data());
        unsigned char stored[64 + 16] = {};
        while (count < full && text.size() - pos > 65) {
            bytes code;
            const block_masks m = look_up(text.data() + pos, lists, code);
            const bytes codes = v::press(m.letters, code);
            std::memcpy(stored, &codes, 64);
            const offset base = pos;
            block_walk walk(m, base);
            do {
                const plain_words words = walk.next();
                if (words.begins != 0) put(out, count, words, base, m, codes, stored);
                count += static_cast<unsigned>(__builtin_popcountll(words.begins));
            } while (walk.template goes_on<P>(text, pos, out, count));
        }
        return count;
    }
#undef MATN_FOR_512
};

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
        std::uint64_t letters, gaps, twos, dashes, half_spaces; // first bytes; twos: of characters of two bytes
    };
    __attribute__((target("avx2"), always_inline)) static half_masks read_half(const char* at) noexcept {
        const bytes x = load(at), next = load(at + 1), third = load(at + 2), zero{};
        const auto c = [](int value) { return static_cast<signed char>(value); };
        const bytes small = x | 0x20;
        const bytes ascii_letter = ((small > 0x60) & (small < 0x7B)) | ((x > 0x2F) & (x < 0x3A));
        const bytes arabic = ((x & c(0xFC)) == c(0xD8)) & ((next & c(0xC0)) == c(0x80));
        const bytes row = reinterpret_cast<bytes>(reinterpret_cast<shorts>(x & 3) << 2) |
                          (reinterpret_cast<bytes>(reinterpret_cast<shorts>(next) >> 4) & 3);
        const bytes low = next & 15, bit = pick(single_bits, low), upper = low > 7;
        const bytes letter = (((pick(letter_rows.high, row) & upper) | (pick(letter_rows.low, row) & ~upper)) & bit) != zero;
        const bytes gap = (((pick(gap_rows.high, row) & upper) | (pick(gap_rows.low, row) & ~upper)) & bit) != zero;
        const bytes quotes = (x == c(0xC2)) & ((next & c(0xEF)) == c(0xAB));
        const bytes general = (x == c(0xE2)) & (next == c(0x80)); // U+2000 to U+203F
        const bytes dashes = general & (third > c(0x8F)) & (third < c(0xA8));
        return {bits_of(ascii_letter | (letter & arabic)),
                bits_of((gap & arabic) | ((x >= zero) & ~ascii_letter) | quotes | dashes), bits_of(arabic | quotes),
                bits_of(dashes), bits_of(general & (third == c(0x8C)))};
    }

    template <class Batch>
    static void put(Batch& out, std::uint32_t w, const char* block, unsigned begin, unsigned end, offset base) noexcept {
        word_key key;
        unsigned joiner = 0;
        for (unsigned i = begin; i < end;) {
            const auto lead = static_cast<unsigned char>(block[i]);
            if (lead < 0x80) {
                key.add(letter_table<P>[lead]);
                ++i;
            } else if (lead != 0xE2) {
                key.add(letter_table<P>[(lead & 0x1Fu) << 6 | (static_cast<unsigned char>(block[i + 1]) & 0x3Fu)]);
                i += 2;
            } else { // a half-space
                if (joiner == 0) joiner = key.letters;
                i += 3;
            }
        }
        out.put(w, {key, hash_of(key), {base + begin, base + end}, static_cast<std::uint8_t>(joiner)});
    }

    template <class Batch>
    __attribute__((target("avx2,bmi,bmi2,popcnt"))) static std::uint32_t read(std::string_view text, offset& pos, Batch& out,
                                                                              std::uint32_t count, std::uint32_t full) noexcept {
        while (count < full && text.size() - pos > 65) {
            const half_masks a = read_half(text.data() + pos), b = read_half(text.data() + pos + 32);
            const block_masks m = masks_of(a.letters | b.letters << 32, a.gaps | b.gaps << 32, 0, a.twos | b.twos << 32,
                                           a.dashes | b.dashes << 32, a.half_spaces | b.half_spaces << 32);
            const char* const block = text.data() + pos;
            const offset base = pos;
            block_walk walk(m, base);
            do
                for (plain_words words = walk.next(); words.begins != 0;
                     words.begins &= words.begins - 1, words.ends &= words.ends - 1)
                    put(out, count++, block, lowest_bit(words.begins), lowest_bit(words.ends), base);
            while (walk.template goes_on<P>(text, pos, out, count));
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
#if defined(__x86_64__) && defined(__GNUC__)
    if (with == block_kind::avx512) count = blocks_512::read<P>(text, pos, out, count, full);
    else if (with == block_kind::avx2) count = blocks_256<P>::read(text, pos, out, count, full);
#else
    (void)with;
#endif
    while (count < full && put_next_word<P>(text, pos, out, count)) ++count;
    return count;
}

}}} // namespace matn::v0::detail

#endif
