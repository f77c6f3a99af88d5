// SPDX-License-Identifier: MIT
// What folding makes of 64 bytes at a time, by AVX-512 VBMI2 or AVX2. See fold_writer.hpp.
//
// Both read a block that begins on a code-point border and give its bytes with all letters changed that become one of as many bytes
// or of fewer, and masks of one bit a byte: which bytes go, and where the loop for single code points must take over (context,
// ligatures, other scripts, broken bytes). Nothing is said of what stands behind that place.
#ifndef MATN_DETAIL_FOLD_BLOCKS_HPP
#define MATN_DETAIL_FOLD_BLOCKS_HPP

#include <matn/detail/fold_map.hpp>

#include <cstring>

namespace matn { inline namespace v0 { namespace detail {

#if defined(__x86_64__) && defined(__GNUC__)

inline constexpr std::size_t fold_block = 64;
inline constexpr std::size_t fold_block_needs = fold_block + 8; // a character at the end is looked at, and two bytes behind it

struct fold_found {
    std::uint64_t look = 0;   // first bytes of what `next` must look at
    std::uint64_t gone = 0;   // bytes that go
    std::uint64_t apart = 0;  // of these, bytes of characters that belong to neither side
    std::uint64_t whole = 64; // how many bytes there are up to the last border of code points
};

// What both ways share: the bytes of a block by their kind.
struct fold_kinds {
    std::uint64_t above = 0, six = 0; // bytes above 7F; bytes whose bit 6 is set
    std::uint64_t two = 0;            // first bytes of U+0600 to U+06FF and U+0080 to U+00FF
    std::uint64_t three = 0;          // first bytes of U+2000 to U+207F

    [[nodiscard]] __attribute__((always_inline)) std::uint64_t tail() const noexcept { return above & ~six; }
    // A character at the end that is not whole is left to the next block. Where that begins is read from the two bytes alone: from the
    // masks it would be known much later, and nothing else keeps one block waiting for another.
    [[nodiscard]] __attribute__((always_inline)) fold_found found(const char* from) const noexcept {
        fold_found f;
        const std::uint64_t lead = above & six, of_three = three & tail() >> 1 & tail() >> 2,
                            known = (two & tail() >> 1) | of_three;
        f.look = (lead & ~known) | (tail() & ~(known << 1 | of_three << 2));
        f.whole =
            static_cast<unsigned char>(from[62]) == 0xE2 ? 62 : 64 - (static_cast<unsigned char>(from[63]) >= 0xC0 ? 1u : 0u);
        return f;
    }
};

// A ZWNJ at `bits` of the block at `from` that may go, stay or lead to ۀ, as its neighbours say: those that stand between two
// letters which stay are quiet where it is to go only at edges. `known` says whether what is before `from` was a block as well.
__attribute__((always_inline)) inline std::uint64_t joiners_to_look_at(const fold_map& map, std::uint64_t bits, const char* from,
                                                                       bool known) noexcept {
    const auto letter_at = [](const char* at) { // no branch for what it is: there is nothing to foretell
        const unsigned lead = static_cast<unsigned char>(at[0]), trail = static_cast<unsigned char>(at[1]);
        return ((lead & 0xFCu) ^ 0xD8) | ((trail & 0xC0u) ^ 0x80) ? 0u : (lead & 3u) << 6 | (trail & 0x3Fu);
    };
    const bool edges = map.which().has(fold::joiner_edges), ezafe = map.which().has(fold::ezafe);
    std::uint64_t out = 0;
    for (std::uint64_t rest = bits; rest != 0; rest &= rest - 1) {
        const auto i = static_cast<std::size_t>(__builtin_ctzll(rest));
        const unsigned next = letter_at(from + i + 3);
        bool look = ezafe & ((next == 0xCC) | (next == 0x4A) | (next == 0x49));
        if (edges) {
            const bool inside = known || i >= 2; // else what is before may be before the text
            const unsigned between = map.joins_and_stays(next) & map.joins_and_stays(letter_at(from + i - (inside ? 2 : 0)));
            look |= !(inside && between != 0);
        }
        out |= look ? rest & (~rest + 1) : 0;
    }
    return out;
}

// Letters that have got a hamza or madda sign and are another letter by that: where they begin in the block, and what they are.
struct fold_signs {
    std::array<unsigned char, 32> at;
    std::array<char16_t, 32> as;
    unsigned count = 0;
};
// Of the letters at `bits` of the block at `from` that depend on context: leaves those for `next`. Signs on a letter go, and so do those
// that fold to nothing; bits of `gone` tell.
__attribute__((always_inline)) inline std::uint64_t letters_to_look_at(const fold_map& map, std::uint64_t bits, const char* from,
                                                                       std::uint64_t& gone, fold_signs& signs) noexcept {
    const auto letter_at = [](const char* at) {
        return (static_cast<unsigned char>(at[0]) & 3u) << 6 | (static_cast<unsigned char>(at[1]) & 0x3Fu);
    };
    std::uint64_t out = 0;
    for (std::uint64_t rest = bits; rest != 0; rest &= rest - 1) {
        const auto i = static_cast<std::size_t>(__builtin_ctzll(rest));
        const std::uint64_t bit = rest & (~rest + 1);
        const unsigned sign = 0x600 + letter_at(from + i);
        const bool on_arabic = i >= 2 && (static_cast<unsigned char>(from[i - 2]) & 0xFCu) == 0xD8;
        const unsigned seat = on_arabic ? map[0x600 + letter_at(from + i - 2)] : 0;
        if (sign < 0x653 || sign > 0x655 || seat < 0x600 || seat > 0x6FF || (seat >= 0x653 && seat <= 0x655)) {
            out |= bit;
            continue;
        }
        const char16_t as = map.composed(seat, sign);
        if (as == 0 && map[sign] != folded_away) {
            if (map[sign] != sign) out |= bit;
            continue;
        }
        gone |= bit | bit << 1;
        if (as != 0 && as != seat) {
            signs.at[signs.count] = static_cast<unsigned char>(i - 2);
            signs.as[signs.count++] = as;
        }
    }
    return out;
}

// --- AVX-512 VBMI2: each letter of U+0600-06FF is looked up by itself, and what stays is pressed together by one instruction.
// Some instructions are written out because compilers name them differently, and their header costs more than this library.
class fold_blocks_512 {
public:
    [[nodiscard]] static bool possible() noexcept {
        return __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("avx512vbmi") &&
               __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("bmi2");
    }

    typedef unsigned char bytes __attribute__((vector_size(64), may_alias));
    typedef unsigned short shorts __attribute__((vector_size(64), may_alias));

    // Tables and constants, each by itself: in an array, or made again for every block, they would not stay in registers.
    struct vectors {
        bytes first_0, first_1, first_2, first_3, second_0, second_1, second_2, second_3, latin_0, latin_1, general_0, general_1;
        bytes fc, d8, fe, c2, e2, b80, b3, b3f, b40, b1, one_back;
    };
    __attribute__((target("avx512f"), always_inline)) static bytes all(unsigned value) noexcept {
        bytes v = bytes{} + static_cast<unsigned char>(value);
        asm("" : "+v"(v));
        return v;
    }
    __attribute__((target("avx512f"), always_inline)) static vectors make(const fold_map& map) noexcept {
        const fold_map::block_tables& t = map.tables();
        const auto part = [](const auto& of, unsigned i) __attribute__((target("avx512f"), always_inline)) {
            return load(of.data() + 64 * i);
        };
        static constexpr auto one_back = [] {
            std::array<unsigned char, 64> to{};
            for (unsigned i = 0; i < 64; ++i) to[i] = static_cast<unsigned char>(i == 0 ? 64 : i - 1);
            return to;
        }();
        return {part(t.first, 0),
                part(t.first, 1),
                part(t.first, 2),
                part(t.first, 3),
                part(t.second, 0),
                part(t.second, 1),
                part(t.second, 2),
                part(t.second, 3),
                part(t.latin, 0),
                part(t.latin, 1),
                part(t.general, 0),
                part(t.general, 1),
                all(0xFC),
                all(0xD8),
                all(0xFE),
                all(0xC2),
                all(0xE2),
                all(0x80),
                all(3),
                all(0x3F),
                all(0x40),
                all(1),
                part(one_back, 0)};
    }

    __attribute__((target("avx512f,avx512bw,avx512vbmi,avx512vbmi2,bmi,bmi2,popcnt"), always_inline)) static fold_found
    read(const vectors& v, const fold_map& map, const char* from, bool known, bytes& out, fold_signs& signs) noexcept {
        const bytes zero{};
        const bytes x = load(from), y = load(from + 1), z = load(from + 2);
        const bytes x_even = x & v.fe;
        const std::uint64_t arabic = equal(x & v.fc, v.d8), latin = equal(x_even, v.c2), e2 = equal(x, v.e2);
        const fold_kinds kinds{top_bits(x), test(x, v.b40), arabic | latin, e2 & equal(x_even, v.b80) >> 1};
        fold_found f = kinds.found(from);

        // U+0600-06FF: how both bytes change. U+0080-00FF and U+2000-207F: what they become in one byte.
        const bytes at = reinterpret_cast<bytes>(reinterpret_cast<shorts>(x & v.b3) << 6) | (y & v.b3f);
        const bytes at_three = reinterpret_cast<bytes>(reinterpret_cast<shorts>(y & v.b1) << 6) | (z & v.b3f);
        const std::uint64_t upper = top_bits(at);
        const bytes first = only(arabic, choose(upper, pick(at, v.first_0, v.first_1), pick(at, v.first_2, v.first_3)));
        const bytes second = only(arabic, choose(upper, pick(at, v.second_0, v.second_1), pick(at, v.second_2, v.second_3)));
        const bytes as = choose(latin, only(e2, pick(at_three, v.general_0, v.general_1)), pick(at, v.latin_0, v.latin_1));
        const bytes any = first | second | as;
        out = x;
        signs.count = 0;
        if (test(any, any) != 0) {
            out = x ^ first ^ next_byte(v, second);
            const std::uint64_t one = ~(equal(as, zero) | top_bits(as)), goes = equal(as, v.b1);
            out = choose(one, out, as);
            f.look |= top_bits(as);
            f.apart = goes | goes << 1 | goes << 2;
            f.gone = (equal(first, x) & arabic) | top_bits(second) << 1 | f.apart | one << 1 | (one & e2) << 2;
            if (const std::uint64_t signed_ones = test(second, v.b40); signed_ones != 0) {
                const bytes kept = second & ~v.b40;
                out = choose(one, x ^ first ^ next_byte(v, kept), as);
                f.look |= letters_to_look_at(map, signed_ones & (kinds.tail() >> 1), from, f.gone, signs);
            }
        }
        if (const unsigned char bit = map.case_bit(); bit != 0) out |= only(between(x, 'A', 'Z'), zero + bit);
        if (map.looks_at_punctuation())
            f.look |= (equal(x, zero + ',') | equal(x, zero + ';') | equal(x, zero + '?')) &
                      (kinds.above << 1 | (!known || from[-1] < 0 ? 1 : 0));
        if (map.looks_at_joiners())
            if (const std::uint64_t joined = kinds.three & equal(at_three, zero + 0x0C); joined != 0)
                f.look |= joiners_to_look_at(map, joined, from, known);
        return f;
    }
    __attribute__((target("avx512f"), always_inline)) static void store(char* to, const bytes& out) noexcept {
        std::memcpy(to, &out, 64);
    }
    __attribute__((target("avx512f,avx512bw,avx512vbmi2"), always_inline)) static void store_kept(char* to, const bytes& out,
                                                                                                  std::uint64_t keep) noexcept {
        bytes pressed;
        asm("vpcompressb %1, %0 %{%2%}%{z%}" : "=v"(pressed) : "v"(out), "Yk"(keep));
        std::memcpy(to, &pressed, 64);
    }

private:
    __attribute__((target("avx512f"), always_inline)) static bytes load(const void* at) noexcept {
        bytes v;
        std::memcpy(&v, at, 64);
        return v;
    }
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
    __attribute__((target("avx512f,avx512bw"), always_inline)) static std::uint64_t test(const bytes& a,
                                                                                         const bytes& b) noexcept {
        std::uint64_t k;
        asm("vptestmb %2, %1, %0" : "=Yk"(k) : "v"(a), "v"(b));
        return k;
    }
    __attribute__((target("avx512f,avx512bw"), always_inline)) static bytes only(std::uint64_t k, const bytes& a) noexcept {
        bytes out;
        asm("vmovdqu8 %1, %0 %{%2%}%{z%}" : "=v"(out) : "v"(a), "Yk"(k));
        return out;
    }
    __attribute__((target("avx512f,avx512bw"), always_inline)) static std::uint64_t between(const bytes& a, unsigned char from,
                                                                                            unsigned char to) noexcept {
        const bytes moved = a - from, size = bytes{} + static_cast<unsigned char>(to - from);
        std::uint64_t k;
        asm("vpcmpub $2, %2, %1, %0" : "=Yk"(k) : "v"(moved), "v"(size));
        return k;
    }
    __attribute__((target("avx512f,avx512bw"), always_inline)) static bytes choose(std::uint64_t k, const bytes& no,
                                                                                   const bytes& yes) noexcept {
        bytes out;
        asm("vpblendmb %2, %1, %0 %{%3%}" : "=v"(out) : "v"(no), "v"(yes), "Yk"(k));
        return out;
    }
    // Each byte one place on; the last one is lost, the first is 0.
    __attribute__((target("avx512f,avx512bw,avx512vbmi"), always_inline)) static bytes next_byte(const vectors& v,
                                                                                                 const bytes& a) noexcept {
        return pick(v.one_back, a, bytes{});
    }
};

// --- AVX2: two halves of 32 bytes. Letters are looked up in rows of 16, of which a set changes few; those rows that text has often are
// changed here and the others by `next`.
class fold_blocks_256 {
public:
    [[nodiscard]] static bool possible() noexcept { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2"); }

    typedef signed char bytes __attribute__((vector_size(32), aligned(1), may_alias));
    typedef short words __attribute__((vector_size(32), aligned(1), may_alias));
    struct two_bytes {
        bytes low, high;
    };

    // The compiler would make these again for every block.
    struct vectors {
        bytes fc, d8, fe, c2, e2, b80, b8c, ef, b3, b15, quote;
    };
    __attribute__((target("avx2"), always_inline)) static bytes all(unsigned value) noexcept {
        bytes v = bytes{} + static_cast<signed char>(value);
        asm("" : "+x"(v));
        return v;
    }
    __attribute__((target("avx2"), always_inline)) static vectors make(const fold_map& map) noexcept {
        return {all(0xFC),
                all(0xD8),
                all(0xFE),
                all(0xC2),
                all(0xE2),
                all(0x80),
                all(0x8C),
                all(0xEF),
                all(3),
                all(15),
                all(map.tables().quotes_stay ? 0xAB : 0)};
    }

    __attribute__((target("avx2,bmi,bmi2,popcnt"), always_inline)) static fold_found
    read(const vectors& v, const fold_map& map, const char* from, bool known, two_bytes& out, fold_signs& signs) noexcept {
        signs.count = 0;
        masks m;
        half low, high;
        const bytes odd_low = look(v, map, from, low), odd_high = look(v, map, from + 32, high);
        const bytes hit = low.hit | high.hit;
        fold_found f;
        out.low = low.x, out.high = high.x;
        std::uint64_t hard = 0;
        // The half-space, « and » are frequent, and where they come nothing foretells: they are found without a branch.
        m.zwnj = joiners(v, from, low.x) | joiners(v, from + 32, high.x) << 32;
        const std::uint64_t quote = quotes(v, from, low.x) | quotes(v, from + 32, high.x) << 32;
        const std::uint64_t left = (bits_of(odd_low) | bits_of(odd_high) << 32) & ~(m.zwnj | m.zwnj << 1 | quote);
        const bool plain = left == 0 && !map.looks_at_punctuation();
        if (plain) { // nothing else but ASCII and whole letters: most blocks
            f.whole =
                static_cast<unsigned char>(from[62]) == 0xE2 ? 62 : 64 - (static_cast<unsigned char>(from[63]) >= 0xC0 ? 1u : 0u);
        } else {
            look_closer(v, map, from, 0, low, m);
            look_closer(v, map, from + 32, 32, high, m);
            // Of others only those stop that change.
            m.kinds.three = m.zwnj;
            if (m.rare != 0) {
                others(map, from, 0, hard, m.kinds.three);
                others(map, from + 32, 32, hard, m.kinds.three);
            }
            f = m.kinds.found(from);
            f.look |= hard;
        }
        if (bits_of(hit) != 0) {
            bytes low_second, high_second;
            change(map, low, high, low_second, high_second, out, m);
            out.low ^= next_byte(bytes{}, low_second);
            out.high ^= next_byte(low_second, high_second);
            f.look |= m.hard;
            f.gone = m.first_gone | m.second_gone << 1;
            // In plain blocks each letter has its second byte.
            if (m.context != 0)
                f.look |=
                    letters_to_look_at(map, m.context & (plain ? ~std::uint64_t{0} : m.kinds.tail() >> 1), from, f.gone, signs);
        }
        if (const auto bit = static_cast<signed char>(map.case_bit()); bit != 0)
            for (bytes* o : {&out.low, &out.high}) *o |= (*o > 0x40) & (*o < 0x5B) & bit;
        if ((map.tables().general[0xC] != 0 || map.looks_at_joiners()) && m.zwnj != 0) {
            const unsigned char becomes = map.tables().general[0xC];
            if (becomes == fold_map::goes) {
                f.apart = m.zwnj | m.zwnj << 1 | m.zwnj << 2;
                f.gone |= f.apart;
            } else if (becomes != 0) {
                f.look |= m.zwnj;
            }
            if (map.looks_at_joiners()) f.look |= joiners_to_look_at(map, m.zwnj, from, known);
        }
        if (map.looks_at_punctuation()) f.look |= m.punctuation & (m.kinds.above << 1 | (!known || from[-1] < 0 ? 1 : 0));
        return f;
    }
    __attribute__((target("avx2"), always_inline)) static void store(char* to, const two_bytes& out) noexcept {
        std::memcpy(to, &out.low, 32);
        std::memcpy(to + 32, &out.high, 32);
    }
    __attribute__((target("avx2,popcnt"), always_inline)) static void store_kept(char* to, const two_bytes& out,
                                                                                 std::uint64_t keep) noexcept {
        char bytes_of[64];
        store(bytes_of, out);
        for (unsigned i = 0; i < 8; ++i) {
            const auto kept = static_cast<unsigned char>(keep >> 8 * i);
            long long of, at;
            std::memcpy(&of, bytes_of + 8 * i, 8);
            std::memcpy(&at, press[kept].data(), 8);
            const auto pressed = reinterpret_cast<two_longs>(__builtin_ia32_pshufb128(
                reinterpret_cast<half_bytes>(two_longs{of, 0}), reinterpret_cast<half_bytes>(two_longs{at, 0})));
            const long long kept_bytes = pressed[0];
            std::memcpy(to, &kept_bytes, 8);
            to += __builtin_popcount(kept);
        }
    }

private:
    typedef char plain __attribute__((vector_size(32)));
    typedef char half_bytes __attribute__((vector_size(16)));
    typedef long long two_longs __attribute__((vector_size(16)));

    // Which of 8 bytes are kept, each such byte's place.
    static constexpr auto press = [] {
        std::array<std::array<unsigned char, 8>, 256> t{};
        for (unsigned kept = 0; kept < 256; ++kept)
            for (unsigned i = 0, to = 0; i < 8; ++i)
                if ((kept >> i & 1) != 0) t[kept][to++] = static_cast<unsigned char>(i);
        return t;
    }();

    struct masks {
        fold_kinds kinds{};
        std::uint64_t zwnj = 0, rare = 0, punctuation = 0;
        std::uint64_t first_gone = 0, second_gone = 0, hard = 0, context = 0;
    };
    struct half {
        bytes x, row, column, hit, arabic;
    };

    __attribute__((target("avx2"), always_inline)) static bytes pick(const bytes& from, const bytes& at) noexcept {
        return reinterpret_cast<bytes>(__builtin_ia32_pshufb256(reinterpret_cast<plain>(from), reinterpret_cast<plain>(at)));
    }
    __attribute__((target("avx2"), always_inline)) static std::uint64_t bits_of(const bytes& v) noexcept {
        return static_cast<unsigned>(__builtin_ia32_pmovmskb256(reinterpret_cast<plain>(v)));
    }
    __attribute__((target("avx2"), always_inline)) static bytes load(const std::array<unsigned char, 32>& t) noexcept {
        bytes v;
        std::memcpy(&v, t.data(), 32);
        return v;
    }
    // Each byte of `a` one place on, behind the last one of `before`.
    __attribute__((target("avx2"), always_inline)) static bytes next_byte(const bytes& before, const bytes& a) noexcept {
        bytes middle, out;
        asm("vperm2i128 $0x21, %2, %1, %0" : "=x"(middle) : "x"(before), "x"(a));
        asm("vpalignr $15, %1, %2, %0" : "=x"(out) : "x"(middle), "x"(a));
        return out;
    }
    // Bits of a letter in a table of rows of 16 letters.
    __attribute__((target("avx2"), always_inline)) static bytes member(const fold_map::bit_rows& rows, const bytes& row,
                                                                       const bytes& bit, const bytes& upper_half) noexcept {
        const bytes low = pick(load(rows[0]), row), high = pick(load(rows[1]), row);
        bytes of;
        asm("vpblendvb %3, %2, %1, %0" : "=x"(of) : "x"(low), "x"(high), "x"(upper_half)); // by the top bit
        return (of & bit) == bit;
    }
    // Bit 3 of each byte at the top.
    __attribute__((target("avx2"), always_inline)) static bytes upper_half(const bytes& a) noexcept {
        return reinterpret_cast<bytes>(reinterpret_cast<words>(a) << 4);
    }

    static constexpr signed char c(int value) noexcept { return static_cast<signed char>(value); }
    static constexpr std::array<unsigned char, 32> single_bits{1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128,
                                                               1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    // The four bits of a character of two bytes above the last four: `first` gives two of them.
    __attribute__((target("avx2"), always_inline)) static bytes row_of(const bytes& first, const bytes& second,
                                                                       const bytes& three) noexcept {
        return reinterpret_cast<bytes>(reinterpret_cast<words>(first) << 2) |
               (reinterpret_cast<bytes>(reinterpret_cast<words>(second) >> 4) & three);
    }

    // The letters of a half. Gives by top bits where there is anything but ASCII and they, or not all of a letter.
    __attribute__((target("avx2"), always_inline)) static bytes look(const vectors& v, const fold_map& map, const char* from,
                                                                     half& h) noexcept {
        bytes y;
        std::memcpy(&h.x, from, 32);
        std::memcpy(&y, from + 1, 32);
        h.arabic = (h.x & v.fc) == v.d8;
        h.row = row_of(h.x & v.b3, y, v.b3);
        h.column = y & v.b15;
        h.hit = member(map.tables().changes, h.row, pick(load(single_bits), h.column), upper_half(y)) & h.arabic;
        const bytes tail = h.x < c(0xC0), tail_next = y < c(0xC0);
        return (h.arabic ^ tail_next) | (h.x & ~(h.arabic | tail));
    }
    // Half-spaces of a half, and « and » if they stay.
    __attribute__((target("avx2"), always_inline)) static std::uint64_t joiners(const vectors& v, const char* from,
                                                                                const bytes& x) noexcept {
        bytes y, z;
        std::memcpy(&y, from + 1, 32);
        std::memcpy(&z, from + 2, 32);
        return bits_of((x == v.e2) & (y == v.b80) & (z == v.b8c));
    }
    __attribute__((target("avx2"), always_inline)) static std::uint64_t quotes(const vectors& v, const char* from,
                                                                               const bytes& x) noexcept {
        bytes y;
        std::memcpy(&y, from + 1, 32);
        return bits_of(((y & v.ef) == v.quote) & (x == v.c2));
    }
    __attribute__((target("avx2"), always_inline)) static void
    look_closer(const vectors& v, const fold_map& map, const char* from, unsigned shift, const half& h, masks& m) noexcept {
        bytes y, z;
        std::memcpy(&y, from + 1, 32);
        std::memcpy(&z, from + 2, 32);
        const bytes latin = (h.x & v.fe) == v.c2, e2 = h.x == v.e2;
        const bytes zwnj_here = e2 & (y == v.b80) & (z == v.b8c);
        const bytes quote = ((y & v.ef) == v.quote) & (h.x == v.c2);
        m.rare |= bits_of((latin & ~quote) | (e2 & ~zwnj_here)) << shift;
        m.kinds.above |= bits_of(h.x) << shift;
        m.kinds.six |= bits_of(reinterpret_cast<bytes>(reinterpret_cast<words>(h.x) << 1)) << shift;
        m.kinds.two |= bits_of(h.arabic | latin) << shift;
        if (map.looks_at_punctuation()) m.punctuation |= bits_of((h.x == ',') | (h.x == ';') | (h.x == '?')) << shift;
    }
    // How letters of one row change.
    __attribute__((target("avx2"), always_inline)) static void change_row(const fold_map::block_row& row, const half& h,
                                                                          bytes& first, bytes& second, bytes& rest) noexcept {
        const bytes here = rest & (h.row == c(row.number));
        first |= pick(load(row.first), h.column) & here;
        second |= pick(load(row.second), h.column) & here;
        rest &= ~here;
    }
    // Changes the first bytes of letters; `second` says it of their second bytes. Most changes are in the first row.
    __attribute__((target("avx2"), always_inline)) static void change(const fold_map& map, const half& low, const half& high,
                                                                      bytes& low_second, bytes& high_second, two_bytes& out,
                                                                      masks& m) noexcept {
        const fold_map::block_tables& t = map.tables();
        bytes low_first{}, low_rest = low.hit, high_first{}, high_rest = high.hit;
        low_second = high_second = bytes{};
        for (unsigned i = 0; i < t.rows; ++i) {
            change_row(t.row[i], low, low_first, low_second, low_rest);
            change_row(t.row[i], high, high_first, high_second, high_rest);
            if (bits_of(low_rest | high_rest) == 0) break;
        }
        m.first_gone = bits_of((low_first == low.x) & low.hit) | bits_of((high_first == high.x) & high.hit) << 32;
        m.second_gone = bits_of(low_second) | bits_of(high_second) << 32;
        m.hard = bits_of(low_rest) | bits_of(high_rest) << 32;
        m.context = bits_of(reinterpret_cast<bytes>(reinterpret_cast<words>(low_second) << 1)) |
                    bits_of(reinterpret_cast<bytes>(reinterpret_cast<words>(high_second) << 1)) << 32;
        low_second &= c(0xBF);
        high_second &= c(0xBF);
        out.low ^= low_first;
        out.high ^= high_first;
    }
    // Those of U+2000-207F without the half-space, and of U+0080-00FF, that change; and all of U+2000-207F.
    __attribute__((target("avx2"), always_inline)) static void others(const fold_map& map, const char* from, unsigned shift,
                                                                      std::uint64_t& hard, std::uint64_t& three) noexcept {
        bytes x, y, z;
        std::memcpy(&x, from, 32);
        std::memcpy(&y, from + 1, 32);
        std::memcpy(&z, from + 2, 32);
        const bytes latin = (x & c(0xFE)) == c(0xC2), e2 = (x == c(0xE2)) & ((y & c(0xFE)) == c(0x80));
        const bytes tail = (z & e2) | (y & ~e2);
        const bytes row = row_of((((y & 1) | c(2)) & e2) | (x & 1 & ~e2), tail, bytes{} + c(3));
        const bytes changes = member(map.tables().other_changes, row, pick(load(single_bits), tail & 15), upper_half(tail));
        hard |= bits_of(changes & (latin | e2)) << shift;
        three |= bits_of(e2) << shift;
    }
};

#endif

}}} // namespace matn::v0::detail

#endif
