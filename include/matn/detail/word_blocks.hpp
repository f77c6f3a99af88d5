// SPDX-License-Identifier: MIT
// Word boundaries 64 bytes at a time, for the characters that make up nearly all Arabic-script and Latin text.
//
// Boundaries follow from the masks of word_masks.hpp by shifts. Whatever the masks do not know (other scripts, emoji, broken
// bytes, a mark on a space) goes to the machine of word_machine.hpp, from the last boundary that is certain to the next space,
// where no rule of UAX #29 looks across.
#ifndef MATN_DETAIL_WORD_BLOCKS_HPP
#define MATN_DETAIL_WORD_BLOCKS_HPP

#include <matn/detail/word_masks.hpp>

namespace matn { inline namespace v0 { namespace detail {

// What is asked of the segments between the boundaries: nothing, or what each begins with. Tokens ask for more.
struct boundaries_only {
    static constexpr bool tokens = false, codes = false;
};
struct first_characters {
    static constexpr bool tokens = false, codes = true;
};

// What is known of the segment that begins at a boundary; 0 where its bytes must be looked at.
inline constexpr unsigned begins_with_letter = 1, begins_with_space = 2, begins_with_point = 3;

// What is known of the segment that ends at a boundary, as bits; 0 where its bytes must be looked at.
inline constexpr unsigned ends_letters = 1;
inline constexpr unsigned ends_number = 2; // digits and middle characters, nothing else
inline constexpr unsigned ends_punctuation = 3;
inline constexpr unsigned ends_plainly = 4; // no rule of tokens changes it; without a kind, white space

// What the bytes before a block were, and what they reach into it with.
struct word_edge {
    std::uint64_t word_before = 0, joined_before = 0, digit_before = 0, mark_before = 0, space_before = 0;
    std::uint64_t word_over = 0, digit_over = 0, mark_over = 0, tail_over = 0, joined_over = 0;
    // For tokens: whether the word so far holds a letter, a mark, anything odd; and what ended right before this block.
    std::uint64_t letter_sum = 0, mark_sum = 0, odd_sum = 0;
    std::uint64_t tail_before = 0, blank_over = 0, bracket_over = 0, comma_over = 0, colon_over = 0, end_mark_over = 0;
};

struct word_block {
    std::uint64_t boundaries = 0;
    std::uint64_t unknown = 0; // what the masks cannot judge: nothing from 3 bytes before it on is certain
    std::uint64_t kind_1 = 0, kind_2 = 0, plain = 0;
};

// A mask of first bytes to one of all bytes; `over` is what reaches into the next block.
struct whole_characters {
    std::uint64_t all;
    std::uint64_t over;
};
[[gnu::always_inline]] inline whole_characters widen(std::uint64_t first, std::uint64_t two, std::uint64_t three,
                                                     std::uint64_t before) noexcept {
    const std::uint64_t second = first & (two | three);
    const std::uint64_t third = first & three;
    return {first | second << 1 | third << 2 | before, second >> 63 | third >> 62};
}
[[gnu::always_inline]] inline std::uint64_t add_with_carry(std::uint64_t a, std::uint64_t b, std::uint64_t& carry) noexcept {
    const std::uint64_t sum = a + b;
    const std::uint64_t all = sum + carry;
    carry = static_cast<std::uint64_t>(sum < a) | static_cast<std::uint64_t>(all < sum);
    return all;
}

// The boundaries of a block. `m` and `t` are its masks, `n` those of the block behind it.
template <class Endings>
[[gnu::always_inline]] inline word_block judge_block(const word_masks& m, const token_masks& t, const word_masks& n,
                                                     word_edge& edge) noexcept {
    word_block found;
    const std::uint64_t marks = m.word & m.quirk;
    const std::uint64_t letters_first = m.word & ~m.quirk & ~m.digit;
    const whole_characters word = widen(m.word, m.two, m.three, edge.word_over);
    const whole_characters digit = widen(m.digit, m.two, m.three, edge.digit_over);
    const whole_characters mark = widen(marks, m.two, m.three, edge.mark_over);
    const std::uint64_t tails = (m.two | m.three) << 1 | m.three << 2 | edge.tail_over;
    const std::uint64_t after_word = word.all << 1 | edge.word_before;
    const std::uint64_t after_mark = mark.all << 1 | edge.mark_before;
    const std::uint64_t letter_all = word.all & ~digit.all & ~mark.all;
    const std::uint64_t letter_before = edge.word_before & ~edge.digit_before & ~edge.mark_before;
    const std::uint64_t after_letter = letter_all << 1 | letter_before;
    const std::uint64_t after_digit = digit.all << 1 | edge.digit_before;

    // Middle characters between two letters or two digits join them: WB6, WB7, WB11, WB12.
    const std::uint64_t next_letters = n.word & ~n.quirk & ~n.digit;
    const std::uint64_t one = ~(m.two | m.three);
    const std::uint64_t letter_1 = letters_first >> 1 | next_letters << 63;
    const std::uint64_t digit_1 = m.digit >> 1 | n.digit << 63;
    const std::uint64_t between_letters = after_letter & (m.full_stop | m.colon);
    const std::uint64_t between_digits = after_digit & (m.full_stop | m.comma);
    const std::uint64_t join_1 = one & ((between_letters & letter_1) | (between_digits & digit_1));
    const std::uint64_t join_2 = m.two & between_digits & (m.digit >> 2 | n.digit << 62);
    const std::uint64_t join_3 = m.three & ((between_letters & (letters_first >> 3 | next_letters << 61)) |
                                            (between_digits & (m.digit >> 3 | n.digit << 61)));

    const std::uint64_t next_word =
        (one & (m.word >> 1 | n.word << 63)) | (m.two & (m.word >> 2 | n.word << 62)) | (m.three & (m.word >> 3 | n.word << 61));
    const std::uint64_t middle = m.full_stop | m.comma | m.colon;
    found.unknown = (m.quirk & ~m.word) | (m.tail ^ tails) | ((m.above & ~m.tail) ^ (m.two | m.three)) | // not known at all
                    (marks & ~after_word) |                                                              // a mark on no word
                    (middle & after_mark & next_word); // a middle between a mark and a word

    const std::uint64_t joined = join_1 | join_2 | join_2 << 1 | join_3 | join_3 << 1 | join_3 << 2 | edge.joined_over;
    const std::uint64_t words = word.all | joined;
    const std::uint64_t before = words << 1 | edge.word_before | edge.joined_before;
    found.boundaries = ~m.tail & ~(words & before) & ~(m.space & (m.space << 1 | edge.space_before));

    if constexpr (Endings::tokens) {
        // Adding a word's letters to its bytes carries a bit to the place behind it: words do not touch.
        const std::uint64_t word_ends = ~words & before;
        const std::uint64_t letter = add_with_carry(words, letters_first, edge.letter_sum);
        const std::uint64_t marked = add_with_carry(words, marks, edge.mark_sum);
        // Letters of ASCII behind others: بـAmazonia.
        const std::uint64_t other_script = m.word & one & after_word & (m.tail << 1 | edge.tail_before);
        const std::uint64_t odd = add_with_carry(words, m.digit | other_script | (join_1 & (t.dot | m.colon)), edge.odd_sum);
        const std::uint64_t letter_ends = word_ends & letter;
        const std::uint64_t number_ends = word_ends & ~letter & ~marked;
        const std::uint64_t blank = m.space | t.line;
        const std::uint64_t comma = t.comma & ~words;
        const std::uint64_t colon = m.colon & ~words;
        const std::uint64_t end_mark = t.end_mark & ~words;
        const std::uint64_t bracket_ends = t.bracket << 1 | t.bracket_2 << 2 | edge.bracket_over;
        const std::uint64_t comma_ends = comma << 1 | edge.comma_over;
        const std::uint64_t colon_ends = colon << 1 | edge.colon_over;
        const std::uint64_t end_mark_ends = end_mark << 1 | t.end_mark_2 << 2 | edge.end_mark_over;
        const std::uint64_t mark_ends = bracket_ends | comma_ends | colon_ends | end_mark_ends;
        found.kind_1 = letter_ends | mark_ends;
        found.kind_2 = number_ends | mark_ends;
        // ۔ may join a word to the letters behind it, in acronyms.
        const std::uint64_t word_goes_on = t.after_word | (t.end_mark_2 & (m.above >> 2 | n.above << 62));
        found.plain = (letter_ends & ~odd & ~word_goes_on) | (number_ends & ~t.after_number) | bracket_ends |
                      (comma_ends & ~t.comma) | (end_mark_ends & ~(t.end_mark | m.above)) | (colon_ends & blank) | blank << 1 |
                      edge.blank_over;
        edge.tail_before = m.tail >> 63;
        edge.blank_over = blank >> 63;
        edge.bracket_over = t.bracket >> 63 | t.bracket_2 >> 62;
        edge.comma_over = comma >> 63;
        edge.colon_over = colon >> 63;
        edge.end_mark_over = end_mark >> 63 | t.end_mark_2 >> 62;
    }

    if constexpr (Endings::codes && !Endings::tokens) {
        const std::uint64_t points = middle & ~m.three; // U+2044 is a symbol
        found.kind_1 = letters_first | points;
        found.kind_2 = m.space | points;
    }

    edge.word_before = word.all >> 63;
    edge.joined_before = joined >> 63;
    edge.joined_over = join_2 >> 63 | join_3 >> 63 | join_3 >> 62;
    edge.digit_before = digit.all >> 63;
    edge.mark_before = mark.all >> 63;
    edge.space_before = m.space >> 63;
    edge.word_over = word.over;
    edge.digit_over = digit.over;
    edge.mark_over = mark.over;
    edge.tail_over = (m.two | m.three) >> 63 | m.three >> 62;
    return found;
}

// How blocks are read.
enum class word_path : std::uint8_t { machine, tables, avx2 };
[[nodiscard]] inline word_path best_word_path() noexcept {
#if defined(MATN_AVX2)
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") ? word_path::avx2 : word_path::tables;
#else
    return word_path::tables;
#endif
}

// The boundaries within the next 61 bytes behind one, bit i for i bytes behind it, as far as they are certain without what follows.
// At least 66 bytes must be readable. Both are calls, for their code is large, and a user's own is compiled for any processor.
inline constexpr offset window_size = 66;
[[nodiscard]] inline std::uint64_t certain_boundaries(const word_masks& m) noexcept {
    word_edge edge;
    const word_block block = judge_block<boundaries_only>(m, {}, {}, edge);
    const int known = block.unknown == 0 ? 61 : std::countr_zero(block.unknown) - 3;
    return known <= 0 ? 0 : block.boundaries & ~std::uint64_t{1} & ((std::uint64_t{1} << (known < 61 ? known : 61)) - 1);
}
[[gnu::noinline]] inline std::uint64_t boundaries_behind_by_tables(const char* at) noexcept {
    return certain_boundaries(read_word_masks(at));
}
#if defined(MATN_AVX2)
MATN_AVX2 inline word_masks read_block(const char* at) noexcept {
    word_masks m;
    token_masks t;
    read_half<0, boundaries_only>(at, m, t);
    read_half<32, boundaries_only>(at + 32, m, t);
    return m;
}
[[gnu::noinline]] __attribute__((target("avx2,bmi,popcnt"))) inline std::uint64_t
boundaries_behind_by_avx2(const char* at) noexcept {
    return certain_boundaries(read_block(at));
}
#endif
struct word_windows {
    [[nodiscard]] static std::uint64_t read(const char* at) noexcept {
#if defined(MATN_AVX2)
        if (best_word_path() == word_path::avx2) return boundaries_behind_by_avx2(at);
#endif
        return boundaries_behind_by_tables(at);
    }
    [[nodiscard]] static constexpr offset end(std::string_view text, offset begin) noexcept { return word_end(text, begin); }
};

// Finds one boundary after the other, for lazy views: it remembers those of a window.
template <class Windows>
class window_ends {
public:
    // The first boundary after `begin`, which must be the one given last or the start of the text, and less than text.size().
    [[nodiscard]] constexpr offset after(std::string_view text, offset begin) noexcept {
        if (ends_ == 0) {
            if (std::is_constant_evaluated() || begin < slow_until_ || text.size() - begin < window_size)
                return Windows::end(text, begin);
            ends_ = Windows::read(text.data() + begin);
            from_ = begin;
            if (ends_ == 0) { // no window for each letter of a script that masks do not know
                slow_until_ = begin + 64;
                return Windows::end(text, begin);
            }
        }
        const auto end = from_ + static_cast<offset>(std::countr_zero(ends_));
        ends_ &= ends_ - 1;
        return end;
    }
    // The same from anywhere, read as if a boundary were there: a token has ended inside a word or at a later boundary.
    [[nodiscard]] constexpr offset after_any(std::string_view text, offset begin) noexcept {
        if (begin != last_) {
            const offset at = begin - from_;
            ends_ = begin > last_ && at < 64 && (ends_ >> at & 1) != 0 ? ends_ & ~((std::uint64_t{2} << at) - 1) : 0;
        }
        return last_ = after(text, begin);
    }

private:
    std::uint64_t ends_ = 0; // bit i: a boundary at from_ + i
    offset from_ = 0;
    offset slow_until_ = 0;
    offset last_ = 0;
};
using word_ends = window_ends<word_windows>;

// The boundaries of a text in batches, for any text.
template <class Endings>
class basic_word_batches {
public:
    static constexpr offset capacity = 1200; // of boundaries, at most

    // Tests and benchmarks set the path; a short text is read by the machine.
    explicit constexpr basic_word_batches(std::string_view text, word_path at_most = word_path::avx2) noexcept : text_(text) {
        if (!std::is_constant_evaluated() && text.size() >= 256) path_ = at_most < best_word_path() ? at_most : best_word_path();
        machine_ = path_ == word_path::machine;
    }
    basic_word_batches(const basic_word_batches&) = delete;
    basic_word_batches& operator=(const basic_word_batches&) = delete;

    // Finds the next boundaries; false when there are no more. They are then in [begin(), end()).
    constexpr bool next() noexcept {
        // The last boundaries of the batch before were not given yet: the next block may have revoked them.
        offset kept = 0;
        for (const offset* from = given_; from != last_; ++from) {
            if constexpr (Endings::codes) endings_[kept] = endings_[from - found_];
            found_[kept++] = *from;
        }
        last_ = found_ + kept;
        given_ = found_;
        while (given_ == found_) {
            if (pos_ >= text_.size()) {
                if (ended_) return false;
                ended_ = true;
                if (word_held(row_)) put(held_);
                given_ = last_;
                return given_ != found_;
            }
            if (machine_) read_machine();
            else read_blocks();
            if (machine_) given_ = last_;
            else if (last_ - found_ > kept_back) given_ = last_ - kept_back;
        }
        return true;
    }
    [[nodiscard]] constexpr const offset* begin() const noexcept { return found_; }
    [[nodiscard]] constexpr const offset* end() const noexcept { return given_; }
    // What ends at the boundary of the same place; or, of first_characters, what begins there.
    [[nodiscard]] constexpr const std::uint8_t* endings() const noexcept { return endings_; }

private:
    static constexpr offset batch = 256; // bytes that the machine reads at once, at most two boundaries each
    static constexpr std::ptrdiff_t kept_back = 6;

    constexpr void put(offset boundary) noexcept {
        if constexpr (Endings::codes) endings_[last_ - found_] = 0;
        *last_++ = boundary;
    }
    // Whether a space or line end at `e` is a boundary whatever stands before and behind, and the machine may stop there.
    [[nodiscard]] constexpr bool parts_here(offset e) const noexcept {
        const auto byte = [&](offset i) { return static_cast<unsigned char>(text_[i]); };
        if (byte(e) == '\n') return byte(e - 1) != '\r'; // WB3
        if (byte(e) != ' ' || byte(e - 1) == ' ') return false;
        // WB3d joins spaces of other widths as well: U+1680, U+2000-200A, U+205F, U+3000.
        return byte(e - 1) < 0x80 || byte(e - 1) > 0x9F || e < 3 || byte(e - 3) < 0xE1 || byte(e - 3) > 0xE3;
    }
    // The machine, until a space or line end after `until_`, where blocks can take over.
    constexpr void read_machine() noexcept {
        const offset size = static_cast<offset>(text_.size());
        offset end = size - pos_ < batch ? size : pos_ + batch;
        bool over = false;
        if (path_ != word_path::machine && size - pos_ > 256) {
            for (offset e = until_ > pos_ ? until_ : pos_ + 1; e < end; ++e)
                if (parts_here(e)) {
                    end = e;
                    over = true;
                    break;
                }
        }
        offset* const last = run_words(text_, pos_, end, row_, held_, last_);
        if constexpr (Endings::codes)
            for (const offset* b = last_; b != last; ++b) endings_[b - found_] = 0;
        last_ = last;
        if (!over || pos_ != end) return;
        if (word_held(row_)) put(held_);
        row_ = word_row(word_state::start, false);
        floor_ = end;
        machine_ = false;
    }

    void read_blocks() noexcept {
#if defined(MATN_AVX2)
        if (path_ == word_path::avx2) return read_by_avx2();
#endif
        read_by_tables();
    }
    // Whether the next two blocks are inside the text.
    [[nodiscard, gnu::always_inline]] bool more(offset pos) const noexcept { return text_.size() - pos >= 64 + 64 + 2; }

#if defined(MATN_AVX2)
    __attribute__((target("avx2,bmi,popcnt"))) void read_by_avx2() noexcept {
        offset pos = pos_;
        offset* out = last_;
        if (!more(pos)) return leave_blocks(pos, out);
        word_edge edge = edge_;
        word_masks m{}, n{};
        token_masks t{}, u{};
        const char* const text = text_.data();
        read_half<0, Endings>(text + pos, m, t);
        read_half<32, Endings>(text + pos + 32, m, t);
        while (out < found_ + capacity - 72) {
            if (!more(pos)) return leave_blocks(pos, out);
            n = {};
            u = {};
            read_half<0, Endings>(text + pos + 64, n, u);
            read_half<32, Endings>(text + pos + 96, n, u);
            const word_block block = judge_block<Endings>(m, t, n, edge);
            if (__builtin_expect(block.unknown != 0, 0)) return leave_blocks(pos, out);
            out = write_by_avx2(block, pos, out, endings_ + (Endings::codes ? out - found_ : 0));
            pos += 64;
            m = n;
            t = u;
        }
        pos_ = pos;
        last_ = out;
        edge_ = edge;
    }
#endif
    void read_by_tables() noexcept {
        offset pos = pos_;
        offset* out = last_;
        if (!more(pos)) return leave_blocks(pos, out);
        word_edge edge = edge_;
        const char* const text = text_.data();
        word_masks m = read_word_masks(text + pos);
        while (out < found_ + capacity - 72) {
            if (!more(pos)) return leave_blocks(pos, out);
            const word_masks n = read_word_masks(text + pos + 64);
            using asked =
                std::conditional_t<Endings::tokens, boundaries_only, Endings>; // what tokens ask these masks do not tell
            const word_block block = judge_block<asked>(m, {}, n, edge);
            if (__builtin_expect(block.unknown != 0, 0)) return leave_blocks(pos, out);
            offset* const from = out;
            out = write(block.boundaries, pos, out);
            if constexpr (Endings::codes) {
                for (offset* b = from; b != out; ++b)
                    endings_[b - found_] =
                        static_cast<std::uint8_t>((block.kind_1 >> (*b - pos) & 1) | (block.kind_2 >> (*b - pos) & 1) << 1);
            }
            pos += 64;
            m = n;
        }
        pos_ = pos;
        last_ = out;
        edge_ = edge;
    }
    // Without the instruction, whose replacement is a call.
    [[nodiscard]] static int count_bits(std::uint64_t x) noexcept {
        x -= x >> 1 & 0x5555555555555555;
        x = (x & 0x3333333333333333) + (x >> 2 & 0x3333333333333333);
        return static_cast<int>(((x + (x >> 4)) & 0x0F0F0F0F0F0F0F0F) * 0x0101010101010101 >> 56);
    }

#if defined(MATN_AVX2)
    typedef long long longs_2 __attribute__((vector_size(16)));
    typedef long long longs_4 __attribute__((vector_size(32)));
    typedef char plain_16 __attribute__((vector_size(16)));
    typedef unsigned offsets_8 __attribute__((vector_size(32)));
    typedef int ints_8 __attribute__((vector_size(32)));
    // Eight bits at a time, by a table of the places of its bits, and without a branch.
    MATN_AVX2 static offset* write_by_avx2(const word_block& block, offset pos, offset* out, std::uint8_t* ending) noexcept {
        alignas(32) unsigned char codes[Endings::codes ? 64 : 32];
        if constexpr (Endings::codes) {
#pragma GCC unroll 2
            for (unsigned half = 0; half < 64; half += 32) {
                bytes_32 some = spread(block.kind_1 >> half, ends_letters) | spread(block.kind_2 >> half, ends_number);
                if constexpr (Endings::tokens) some |= spread(block.plain >> half, ends_plainly);
                std::memcpy(codes + half, &some, 32);
            }
        }
        offset* const from = out;
#pragma GCC unroll 8
        for (unsigned group = 0; group < 8; ++group) {
            const std::uint64_t bits = block.boundaries >> 8 * group & 255;
            long long places = 0;
            std::memcpy(&places, bit_places.data() + 8 * bits, 8);
            const longs_4 all{places, places, places, places};
            const auto offsets =
                reinterpret_cast<offsets_8>(pick(reinterpret_cast<bytes_32>(all), load(each_four))) + (pos + 8 * group);
            std::memcpy(out, &offsets, 32);
            if constexpr (Endings::codes) {
                long long some = 0;
                std::memcpy(&some, codes + 8 * group, 8);
                const longs_2 codes_16{some, 0}, places_16{places, 0};
                const auto picked = reinterpret_cast<longs_2>(
                    __builtin_ia32_pshufb128(reinterpret_cast<plain_16>(codes_16), reinterpret_cast<plain_16>(places_16)));
                some = picked[0];
                std::memcpy(ending + (out - from), &some, 8);
            }
            out += __builtin_popcountll(bits);
        }
        return out;
    }
    // A byte for each of 32 bits: `value` where the bit is set.
    MATN_AVX2 static bytes_32 spread(std::uint64_t bits, signed char value) noexcept {
        static constexpr pick_table quarters = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1,
                                                2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3};
        static constexpr pick_table single = twice({1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128});
        const auto low = static_cast<int>(static_cast<unsigned>(bits));
        const ints_8 all{low, low, low, low, low, low, low, low};
        const bytes_32 bit = load(single);
        return ((pick(reinterpret_cast<bytes_32>(all), load(quarters)) & bit) == bit) & value;
    }
    // Each of eight bytes to the low byte of four, 80 picks nought.
    static constexpr pick_table each_four = {0, 128, 128, 128, 1, 128, 128, 128, 2, 128, 128, 128, 3, 128, 128, 128,
                                             4, 128, 128, 128, 5, 128, 128, 128, 6, 128, 128, 128, 7, 128, 128, 128};
    // The places of the bits of each byte, eight to a byte.
    static constexpr auto bit_places = [] {
        std::array<unsigned char, 256 * 8> table{};
        for (unsigned bits = 0; bits < 256; ++bits)
            for (unsigned i = 0, n = 0; i < 8; ++i)
                if ((bits >> i & 1) != 0) table[bits * 8 + n++] = static_cast<unsigned char>(i);
        return table;
    }();
#endif
    // Boundaries come 10 to 20 a block: eight at a time without a branch for each.
    static offset* write(std::uint64_t bits, offset pos, offset* out) noexcept {
        const int count = count_bits(bits);
        offset* o = out;
        const auto eight = [&] {
#pragma GCC unroll 8
            for (unsigned k = 0; k < 8; ++k) { // where no bit is left, it does not matter what is written
                o[k] = pos + static_cast<offset>(__builtin_ctzll(bits | std::uint64_t{1} << 63));
                bits &= bits - 1;
            }
            o += 8;
        };
        eight();
        if (__builtin_expect(count > 8, 1)) {
            eight();
            while (o < out + count) eight();
        }
        return out + count;
    }

    // Hands over to the machine at the last boundary that this block cannot revoke. The middle character right before the block
    // may have been judged by what comes now.
    void leave_blocks(offset pos, offset* out) noexcept {
        while (out != found_ && out[-1] >= floor_ && out[-1] + 4 > pos) --out;
        pos_ = floor_;
        if (out != found_ && out[-1] >= floor_) pos_ = *--out;
        row_ = word_row(word_state::start, false);
        until_ = pos + 64;
        last_ = out;
        machine_ = true;
        edge_ = {};
    }

    std::string_view text_;
    offset pos_ = 0;
    unsigned row_ = word_row(word_state::start, false);
    offset held_ = 0;
    offset until_ = 0; // how far the machine reads at least
    offset floor_ = 0; // where the machine stopped last: a boundary
    word_path path_ = word_path::machine;
    bool machine_ = true;
    bool ended_ = false;
    word_edge edge_;
    offset found_[capacity]; // not filled: a short text should not pay for it
    std::uint8_t endings_[Endings::codes ? capacity : 8];
    offset* last_ = found_;  // behind the last boundary found
    offset* given_ = found_; // behind the last one that is certain
};
using word_batches = basic_word_batches<boundaries_only>;

}}} // namespace matn::v0::detail

#endif
