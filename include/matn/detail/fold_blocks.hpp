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
        const std::uint64_t lead = above & six, of_three = three & tail() >> 1 & tail() >> 2, known = (two & tail() >> 1) | of_three;
        f.look = (lead & ~known) | (tail() & ~(known << 1 | of_three << 2));
        f.whole = static_cast<unsigned char>(from[62]) == 0xE2 ? 62 : 64 - (static_cast<unsigned char>(from[63]) >= 0xC0 ? 1u : 0u);
        return f;
    }
};

// A ZWNJ at `bits` of the block at `from` that may go, stay or lead to ۀ, as its neighbours say: those that stand between two
// letters which stay are quiet where it is to go only at edges. `known` says whether what is before `from` was a block as well.
inline std::uint64_t joiners_to_look_at(const fold_map& map, std::uint64_t bits, const char* from, bool known) noexcept {
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
        if (edges) look |= !((known || i >= 2) && (map.joins_and_stays(letter_at(from + i - 2)) & map.joins_and_stays(next)));
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
inline std::uint64_t letters_to_look_at(const fold_map& map, std::uint64_t bits, const char* from, std::uint64_t& gone,
                                        fold_signs& signs) noexcept {
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
        return __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512bw") &&
               __builtin_cpu_supports("bmi2");
    }

    fold_signs signs;

    __attribute__((target("avx512f,avx512bw,avx512vbmi"), always_inline)) explicit fold_blocks_512(const fold_map& map) noexcept
        : map_(&map) {
        // The compiler would make these again for every block.
        asm("" : "+v"(fc_), "+v"(d8_), "+v"(fe_), "+v"(c2_), "+v"(e2_), "+v"(b80_), "+v"(b3_), "+v"(b3f_), "+v"(b40_), "+v"(b1_));
    }

    __attribute__((target("avx512f,avx512bw,avx512vbmi,avx512vbmi2,bmi,bmi2,popcnt"), always_inline)) fold_found
    read(const char* from, bool known) noexcept {
        const fold_map::block_tables& t = map_->tables();
        const auto half = [](const auto& of, unsigned i) __attribute__((target("avx512f"), always_inline)) { return load(of.data() + 64 * i); };
        const bytes zero{};
        const bytes x = load(from), y = load(from + 1), z = load(from + 2);
        const bytes x_even = x & fe_;
        const std::uint64_t arabic = equal(x & fc_, d8_), latin = equal(x_even, c2_), e2 = equal(x, e2_);
        const fold_kinds kinds{top_bits(x), test(x, b40_), arabic | latin, e2 & equal(x_even, b80_) >> 1};
        fold_found f = kinds.found(from);

        // U+0600-06FF: how both bytes change. U+0080-00FF and U+2000-207F: what they become in one byte.
        const bytes at = reinterpret_cast<bytes>(reinterpret_cast<shorts>(x & b3_) << 6) | (y & b3f_);
        const bytes at_three = reinterpret_cast<bytes>(reinterpret_cast<shorts>(y & b1_) << 6) | (z & b3f_);
        const std::uint64_t upper = top_bits(at);
        const bytes first = only(arabic, choose(upper, pick(at, half(t.first, 0), half(t.first, 1)), pick(at, half(t.first, 2), half(t.first, 3))));
        const bytes second = only(arabic, choose(upper, pick(at, half(t.second, 0), half(t.second, 1)), pick(at, half(t.second, 2), half(t.second, 3))));
        const bytes as = choose(latin, only(e2, pick(at_three, half(t.general, 0), half(t.general, 1))), pick(at, half(t.latin, 0), half(t.latin, 1)));
        const bytes any = first | second | as;
        out_ = x;
        signs.count = 0;
        if (test(any, any) != 0) {
            out_ = x ^ first ^ next_byte(second);
            const std::uint64_t one = ~(equal(as, zero) | top_bits(as)), goes = equal(as, b1_);
            out_ = choose(one, out_, as);
            f.look |= top_bits(as);
            f.apart = goes | goes << 1 | goes << 2;
            f.gone = (equal(first, x) & arabic) | top_bits(second) << 1 | f.apart | one << 1 | (one & e2) << 2;
            if (const std::uint64_t signed_ones = test(second, b40_); signed_ones != 0) {
                const bytes kept = second & ~b40_;
                out_ = choose(one, x ^ first ^ next_byte(kept), as);
                f.look |= letters_to_look_at(*map_, signed_ones & (kinds.tail() >> 1), from, f.gone, signs);
            }
        }
        if (const unsigned char bit = map_->case_bit(); bit != 0) out_ |= only(between(x, 'A', 'Z'), zero + bit);
        if (map_->looks_at_punctuation())
            f.look |= (equal(x, zero + ',') | equal(x, zero + ';') | equal(x, zero + '?')) &
                      (kinds.above << 1 | (!known || from[-1] < 0 ? 1 : 0));
        if (map_->looks_at_joiners())
            if (const std::uint64_t joined = kinds.three & equal(at_three, zero + 0x0C); joined != 0)
                f.look |= joiners_to_look_at(*map_, joined, from, known);
        return f;
    }
    // The bytes of the last block.
    __attribute__((target("avx512f"), always_inline)) void store(char* to) const noexcept { std::memcpy(to, &out_, 64); }
    __attribute__((target("avx512f,avx512bw,avx512vbmi2"), always_inline)) void store_kept(char* to,
                                                                                        std::uint64_t keep) const noexcept {
        bytes pressed;
        asm("vpcompressb %1, %0 %{%2%}%{z%}" : "=v"(pressed) : "v"(out_), "Yk"(keep));
        std::memcpy(to, &pressed, 64);
    }

private:
    typedef unsigned char bytes __attribute__((vector_size(64), may_alias));
    typedef unsigned short shorts __attribute__((vector_size(64), may_alias));

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
    __attribute__((target("avx512f,avx512bw"), always_inline)) static std::uint64_t test(const bytes& a, const bytes& b) noexcept {
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
    __attribute__((target("avx512f,avx512bw,avx512vbmi"), always_inline)) static bytes next_byte(const bytes& a) noexcept {
        static constexpr auto one_back = [] {
            std::array<unsigned char, 64> t{};
            for (unsigned i = 0; i < 64; ++i) t[i] = static_cast<unsigned char>(i - 1);
            return t;
        }();
        return pick(load(one_back.data()) & 0x7F, a, bytes{});
    }

    const fold_map* map_;
    bytes fc_ = bytes{} + 0xFC, d8_ = bytes{} + 0xD8, fe_ = bytes{} + 0xFE, c2_ = bytes{} + 0xC2, e2_ = bytes{} + 0xE2,
          b80_ = bytes{} + 0x80, b3_ = bytes{} + 3, b3f_ = bytes{} + 0x3F, b40_ = bytes{} + 0x40, b1_ = bytes{} + 1;
    bytes out_{};
};

// --- AVX2: two halves of 32 bytes. Letters are looked up in rows of 16, of which a set changes few; those rows that text has often are
// changed here and the others by `next`.
class fold_blocks_256 {
public:
    [[nodiscard]] static bool possible() noexcept { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2"); }

    fold_signs signs;

    __attribute__((target("avx2"), always_inline)) explicit fold_blocks_256(const fold_map& map) noexcept : map_(&map) {
        quote_ = bytes{} + c(map.tables().quotes_stay ? 0xAB : 0);
        // The compiler would make these again for every block.
        asm("" : "+x"(fc_), "+x"(d8_), "+x"(fe_), "+x"(c2_), "+x"(e2_), "+x"(b80_), "+x"(b8c_), "+x"(ef_), "+x"(b3_), "+x"(b15_));
    }

    __attribute__((target("avx2,bmi,bmi2,popcnt"), always_inline)) fold_found read(const char* from, bool known) noexcept {
        signs.count = 0;
        masks m;
        half low, high;
        look(from, 0, low, m);
        look(from + 32, 32, high, m);
        // The half-space, « and » are frequent. Of others only those stop that change.
        std::uint64_t hard = 0;
        m.kinds.three = m.zwnj;
        if (m.rare != 0) {
            others(from, 0, hard, m.kinds.three);
            others(from + 32, 32, hard, m.kinds.three);
        }
        fold_found f = m.kinds.found(from);
        f.look |= hard;
        out_[0] = low.x, out_[1] = high.x;
        if (m.hits != 0) {
            bytes low_second, high_second;
            out_[0] ^= change(low, 0, low_second, m);
            out_[1] ^= change(high, 32, high_second, m);
            out_[0] ^= next_byte(bytes{}, low_second);
            out_[1] ^= next_byte(low_second, high_second);
            f.look |= m.hard;
            f.gone = m.first_gone | m.second_gone << 1;
            if (m.context != 0)
                f.look |= letters_to_look_at(*map_, m.context & (m.kinds.tail() >> 1), from, f.gone, signs);
        }
        if (const auto bit = static_cast<signed char>(map_->case_bit()); bit != 0)
            for (bytes& o : out_) o |= (o > 0x40) & (o < 0x5B) & bit;
        if (m.zwnj != 0) {
            const unsigned char becomes = map_->tables().general[0xC];
            if (becomes == fold_map::goes) {
                f.apart = m.zwnj | m.zwnj << 1 | m.zwnj << 2;
                f.gone |= f.apart;
            } else if (becomes != 0) {
                f.look |= m.zwnj;
            }
            if (map_->looks_at_joiners()) f.look |= joiners_to_look_at(*map_, m.zwnj, from, known);
        }
        if (map_->looks_at_punctuation()) f.look |= m.punctuation & (m.kinds.above << 1 | (!known || from[-1] < 0 ? 1 : 0));
        return f;
    }
    __attribute__((target("avx2"), always_inline)) void store(char* to) const noexcept {
        std::memcpy(to, &out_[0], 32);
        std::memcpy(to + 32, &out_[1], 32);
    }
    __attribute__((target("avx2,popcnt"), always_inline)) void store_kept(char* to, std::uint64_t keep) const noexcept {
        for (unsigned i = 0; i < 8; ++i) {
            const auto kept = static_cast<unsigned char>(keep >> 8 * i);
            long long of, at;
            std::memcpy(&of, reinterpret_cast<const char*>(out_) + 8 * i, 8);
            std::memcpy(&at, press[kept].data(), 8);
            const auto pressed = reinterpret_cast<two_longs>(__builtin_ia32_pshufb128(
                reinterpret_cast<half_bytes>(two_longs{of, 0}), reinterpret_cast<half_bytes>(two_longs{at, 0})));
            const long long out = pressed[0];
            std::memcpy(to, &out, 8);
            to += __builtin_popcount(kept);
        }
    }

private:
    typedef signed char bytes __attribute__((vector_size(32), aligned(1), may_alias));
    typedef short words __attribute__((vector_size(32), aligned(1), may_alias));
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
        std::uint64_t hits = 0, zwnj = 0, rare = 0, punctuation = 0;
        std::uint64_t first_gone = 0, second_gone = 0, hard = 0, context = 0;
    };
    struct half {
        bytes x, row, column, hit;
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

    __attribute__((target("avx2"), always_inline)) void look(const char* from, unsigned shift, half& h,
                                                             masks& m) const noexcept {
        bytes y, z;
        std::memcpy(&h.x, from, 32);
        std::memcpy(&y, from + 1, 32);
        std::memcpy(&z, from + 2, 32);
        const bytes arabic = (h.x & fc_) == d8_, latin = (h.x & fe_) == c2_, e2 = h.x == e2_;
        h.row = row_of(h.x & b3_, y, b3_);
        h.column = y & b15_;
        h.hit = member(map_->tables().changes, h.row, pick(load(single_bits), h.column), upper_half(y)) & arabic;
        const bytes zwnj_here = e2 & (y == b80_) & (z == b8c_);
        const bytes quote = ((y & ef_) == quote_) & (h.x == c2_);
        m.hits |= bits_of(h.hit) << shift;
        m.zwnj |= bits_of(zwnj_here) << shift;
        m.rare |= bits_of((latin & ~quote) | (e2 & ~zwnj_here)) << shift;
        m.kinds.above |= bits_of(h.x) << shift;
        m.kinds.six |= bits_of(reinterpret_cast<bytes>(reinterpret_cast<words>(h.x) << 1)) << shift;
        m.kinds.two |= bits_of(arabic | latin) << shift;
        if (map_->looks_at_punctuation()) m.punctuation |= bits_of((h.x == ',') | (h.x == ';') | (h.x == '?')) << shift;
    }
    // How the first bytes of letters change; `second` says it of their second bytes.
    __attribute__((target("avx2"), always_inline)) bytes change(const half& h, unsigned shift, bytes& second,
                                                                masks& m) const noexcept {
        const fold_map::block_tables& t = map_->tables();
        bytes first{}, rest = h.hit;
        second = bytes{};
        for (unsigned i = 0; i < t.rows; ++i) {
            const bytes here = h.hit & (h.row == c(t.row[i].number));
            first |= pick(load(t.row[i].first), h.column) & here;
            second |= pick(load(t.row[i].second), h.column) & here;
            rest &= ~here;
        }
        m.first_gone |= bits_of((first == h.x) & h.hit) << shift;
        m.second_gone |= bits_of(second) << shift;
        m.hard |= bits_of(rest) << shift;
        m.context |= bits_of(reinterpret_cast<bytes>(reinterpret_cast<words>(second) << 1)) << shift;
        second &= c(0xBF);
        return first;
    }
    // Those of U+2000-207F without the half-space, and of U+0080-00FF, that change; and all of U+2000-207F.
    __attribute__((target("avx2"), noinline)) void others(const char* from, unsigned shift, std::uint64_t& hard,
                                                          std::uint64_t& three) const noexcept {
        bytes x, y, z;
        std::memcpy(&x, from, 32);
        std::memcpy(&y, from + 1, 32);
        std::memcpy(&z, from + 2, 32);
        const bytes latin = (x & c(0xFE)) == c(0xC2), e2 = (x == c(0xE2)) & ((y & c(0xFE)) == c(0x80));
        const bytes tail = (z & e2) | (y & ~e2);
        const bytes row = row_of((((y & 1) | c(2)) & e2) | (x & 1 & ~e2), tail, bytes{} + c(3));
        const bytes changes = member(map_->tables().other_changes, row, pick(load(single_bits), tail & 15), upper_half(tail));
        hard |= bits_of(changes & (latin | e2)) << shift;
        three |= bits_of(e2) << shift;
    }

    const fold_map* map_;
    bytes fc_ = bytes{} + c(0xFC), d8_ = bytes{} + c(0xD8), fe_ = bytes{} + c(0xFE), c2_ = bytes{} + c(0xC2),
          e2_ = bytes{} + c(0xE2), b80_ = bytes{} + c(0x80), b8c_ = bytes{} + c(0x8C), ef_ = bytes{} + c(0xEF),
          b3_ = bytes{} + c(3), b15_ = bytes{} + c(15), quote_;
    bytes out_[2]{};
};

#endif

}}} // namespace matn::v0::detail

#endif
