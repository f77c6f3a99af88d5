// SPDX-License-Identifier: MIT
// Word boundaries 64 bytes at a time (AVX2), for the characters that make up nearly all Arabic-script and Latin text.
//
// Each block is turned into bit masks, one bit a byte: word, digit, mark, space, middle characters. Boundaries then follow by
// shifts. Whatever the masks do not know (other scripts, emoji, broken bytes, a mark on a space) goes to the machine of
// word_machine.hpp, from the last boundary that is certain to the next space, where no rule of UAX #29 looks across.
#ifndef MATN_DETAIL_WORD_BLOCKS_HPP
#define MATN_DETAIL_WORD_BLOCKS_HPP

#include <matn/detail/word_machine.hpp>

#include <cstring>

namespace matn { inline namespace v0 { namespace detail {

// The boundaries of a text in batches. Works with any text; `fast` says whether blocks are used.
class word_batches {
public:
    static constexpr offset capacity = 1200; // of boundaries, at most

    explicit constexpr word_batches(std::string_view text) noexcept : text_(text), machine_(true) {
#if defined(__x86_64__) && defined(__GNUC__)
        if (!std::is_constant_evaluated() && text.size() >= 256)
            machine_ = !(__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi"));
        fast_ = !machine_;
#endif
    }
    word_batches(const word_batches&) = delete;
    word_batches& operator=(const word_batches&) = delete;
    // For tests and benchmarks: the machine alone.
    constexpr word_batches(std::string_view text, bool fast) noexcept : word_batches(text) {
        fast_ = fast_ && fast;
        machine_ = !fast_;
    }

    // Finds the next boundaries; false when there are no more. They are then in [begin(), end()).
    constexpr bool next() noexcept {
        // The last boundaries of the batch before were not given yet: the next block may have revoked them.
        offset kept = 0;
        for (const offset* from = given_; from != last_; ++from) found_[kept++] = *from;
        last_ = found_ + kept;
        given_ = found_;
        while (given_ == found_) {
            if (pos_ >= text_.size()) {
                if (ended_) return false;
                ended_ = true;
                if (word_held(row_)) *last_++ = held_;
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

private:
    static constexpr offset batch = 512; // bytes that the machine reads at once, at most two boundaries each
    static constexpr std::ptrdiff_t kept_back = 6;

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
        if (!fast_ && size - pos_ > 2 * batch + 3 && read_two_halves()) return;
        offset end = size - pos_ < batch ? size : pos_ + batch;
        bool over = false;
        if (fast_ && size - pos_ > 256) {
            for (offset e = until_ > pos_ ? until_ : pos_ + 1; e < end; ++e)
                if (parts_here(e)) {
                    end = e;
                    over = true;
                    break;
                }
        }
        last_ = run_words(text_, pos_, end, row_, held_, last_);
        if (!over || pos_ != end) return;
        if (word_held(row_)) *last_++ = held_;
        row_ = word_row(word_state::start, false);
        floor_ = end;
        machine_ = false;
    }

    // Two batches of half the length at once, parted at a space.
    constexpr bool read_two_halves() noexcept {
        offset middle = pos_ + batch / 2;
        while (middle > pos_ + batch / 4 && !parts_here(middle)) --middle;
        if (middle == pos_ + batch / 4) return false;
        offset of_second[batch + 2];
        word_cursor first{pos_, row_, held_, last_};
        word_cursor second{middle, word_row(word_state::start, false), 0, of_second};
        bool ascii = true; // as far as every 32nd byte tells
        for (offset i = pos_; i < pos_ + batch; i += 32) ascii = ascii && static_cast<unsigned char>(text_[i]) < 0x80;
        if (ascii) run_words_twice<false>(text_, first, middle, second, pos_ + batch);
        else run_words_twice<true>(text_, first, middle, second, pos_ + batch);
        if (word_held(first.row)) *first.out++ = first.held;
        for (const offset* b = of_second; b != second.out; ++b) *first.out++ = *b;
        last_ = first.out;
        pos_ = second.at;
        row_ = second.row;
        held_ = second.held;
        return true;
    }

#if defined(__x86_64__) && defined(__GNUC__)
    typedef signed char bytes_32 __attribute__((vector_size(32), aligned(1), may_alias));
    typedef unsigned short words_16 __attribute__((vector_size(32), aligned(1), may_alias));
    typedef char plain_32 __attribute__((vector_size(32)));

    // A table of 16 bytes to pick from, twice: both halves of a vector pick from their own.
    using table = std::array<unsigned char, 32>;
    static constexpr table twice(std::array<unsigned char, 16> row) noexcept {
        table t{};
        for (unsigned i = 0; i < 32; ++i) t[i] = row[i & 15];
        return t;
    }
    // Which code points of U+0600-06FF are of a kind: 16 rows of 16 bits, low bytes then high bytes.
    struct rows {
        table low{};
        table high{};
    };
    template <class Is>
    static constexpr rows make_rows(const Is& is) noexcept {
        rows r;
        for (unsigned c = 0; c < 256; ++c)
            if (is(c, static_cast<word_class>(word_class_flat[0x600 + c] & 31))) {
                table& half = (c & 8) != 0 ? r.high : r.low;
                for (const unsigned i : {c >> 4, 16 + (c >> 4)}) half[i] = static_cast<unsigned char>(half[i] | 1u << (c & 7));
            }
        return r;
    }
    static constexpr bool is_arabic_word(unsigned c, word_class k) noexcept {
        if (k == word_class::numeric)
            return (c >= 0x60 && c < 0x6A) || (c >= 0xF0 && c < 0xFA); // not U+066B, which stands between digits
        return k == word_class::letter || k == word_class::extend;
    }
    static constexpr bool is_arabic_quirk(unsigned c, word_class k) noexcept {
        if (k == word_class::mid_number) return c != 0x0C && c != 0x6C; // commas are looked for by themselves
        return k != word_class::letter && k != word_class::other && !(k == word_class::numeric && is_arabic_word(c, k));
    }

    struct masks {
        std::uint64_t word = 0;  // first bytes of letters, digits and marks
        std::uint64_t digit = 0; // ... of digits
        std::uint64_t quirk = 0; // with `word` a mark or low line, without it what the masks do not know
        std::uint64_t space = 0;
        std::uint64_t full_stop = 0; // MidNumLet and the single quote
        std::uint64_t comma = 0;     // MidNum
        std::uint64_t colon = 0;     // MidLetter
        std::uint64_t above = 0;     // bytes above 7F
        std::uint64_t tail = 0;      // continuation bytes
        std::uint64_t two = 0;       // first bytes of known characters of two bytes
        std::uint64_t three = 0;     // ... of three
    };

    __attribute__((target("avx2"), always_inline)) static bytes_32 pick(const bytes_32& from, const bytes_32& at) noexcept {
        return reinterpret_cast<bytes_32>(
            __builtin_ia32_pshufb256(reinterpret_cast<plain_32>(from), reinterpret_cast<plain_32>(at)));
    }
    __attribute__((target("avx2"), always_inline)) static std::uint64_t bits_of(const bytes_32& v) noexcept {
        return static_cast<unsigned>(__builtin_ia32_pmovmskb256(reinterpret_cast<plain_32>(v)));
    }
    __attribute__((target("avx2"), always_inline)) static bytes_32 load(const table& t) noexcept {
        return *reinterpret_cast<const bytes_32*>(t.data());
    }
    // Bit `k` of every byte.
    template <unsigned K>
    __attribute__((target("avx2"), always_inline)) static std::uint64_t plane(const bytes_32& v) noexcept {
        return bits_of(reinterpret_cast<bytes_32>(reinterpret_cast<words_16>(v) << (7 - K)));
    }

    template <unsigned Shift>
    __attribute__((target("avx2"), always_inline)) static void read_half(const char* at, masks& m) noexcept {
        const auto c = [](int value) { return static_cast<signed char>(value); };
        bytes_32 x, y, z; // each byte, the next one and the one after that
        std::memcpy(&x, at, 32);
        std::memcpy(&y, at + 1, 32);
        std::memcpy(&z, at + 2, 32);

        // ASCII, by both halves of the byte: 1 letters of 40 and 60, 2 letters of 50 and 70, 4 digits, 8 space, 10 . and ', 20 comma,
        // 40 semicolon, 80 colon. A byte above 7F picks 0.
        static constexpr table by_low =
            twice({0x0E, 0x07, 0x07, 0x07, 0x07, 0x07, 0x07, 0x17, 0x07, 0x07, 0x83, 0x41, 0x21, 0x01, 0x11, 0x01});
        static constexpr table by_high = twice({0, 0, 0x38, 0xC4, 0x01, 0x02, 0x01, 0x02, 0, 0, 0, 0, 0, 0, 0, 0});
        const bytes_32 high = reinterpret_cast<bytes_32>(reinterpret_cast<words_16>(x) >> 4) & 15;
        const bytes_32 ascii = pick(load(by_low), x & c(0x8F)) & pick(load(by_high), high);

        // U+0600-06FF.
        static constexpr rows word_rows = make_rows(is_arabic_word);
        static constexpr rows quirk_rows = make_rows(is_arabic_quirk);
        const bytes_32 arabic = (x & c(0xFC)) == c(0xD8);
        const bytes_32 row = reinterpret_cast<bytes_32>(reinterpret_cast<words_16>(x & 3) << 2) |
                             (reinterpret_cast<bytes_32>(reinterpret_cast<words_16>(y) >> 4) & 3);
        static constexpr table single_bits = twice({1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128});
        const bytes_32 low_nibble = y & 15;
        const bytes_32 bit = pick(load(single_bits), low_nibble);
        const bytes_32 upper = low_nibble > 7;
        const auto member = [&](const rows& of) __attribute__((target("avx2"), always_inline)) {
            const bytes_32 chosen = (pick(load(of.high), row) & upper) | (pick(load(of.low), row) & ~upper);
            return ((chosen & bit) != 0) & arabic;
        };
        const bytes_32 arabic_word = member(word_rows);
        const bytes_32 arabic_quirk = member(quirk_rows);
        const bytes_32 second_row = y & c(0xF0);
        const bytes_32 arabic_digit =
            (((x == c(0xD9)) & (second_row == c(0xA0))) | ((x == c(0xDB)) & (second_row == c(0xB0)))) & (low_nibble < 10);
        const bytes_32 arabic_comma = ((x == c(0xD8)) & (y == c(0x8C))) | ((x == c(0xD9)) & (y == c(0xAC)));

        // Latin-1: letters of C3, « » and no-break space.
        const bytes_32 latin = (x == c(0xC3)) & ((y | 0x20) != c(0xB7));
        const bytes_32 quote = (x == c(0xC2)) & (((y & c(0xEF)) == c(0xAB)) | (y == c(0xA0)));

        // E2 80 xx: 1 ZWNJ and direction marks, 2 single quotes, 4 and more dashes, quotes, ellipsis.
        static constexpr table third_low =
            twice({0x0C, 0x0C, 0x0C, 0x0C, 0x04, 0x04, 0x0C, 0x04, 0x02, 0x12, 0x14, 0x04, 0x05, 0x04, 0x05, 0x05});
        static constexpr table third_high = twice({0, 0, 0, 0, 0, 0, 0, 0, 0x01, 0x06, 0x08, 0x10, 0, 0, 0, 0});
        const bytes_32 e280 = (x == c(0xE2)) & (y == c(0x80));
        const bytes_32 third_nibble = reinterpret_cast<bytes_32>(reinterpret_cast<words_16>(z) >> 4) & 15;
        const bytes_32 third = pick(load(third_low), z & 15) & pick(load(third_high), third_nibble) & e280;
        const bytes_32 third_known = third != 0;
        const bytes_32 third_mark = (third & 1) != 0;

        // A low line joins words as a mark does, and middle characters as little (WB13a, WB13b).
        const bytes_32 low_line = x == '_';
        m.word |= bits_of(((ascii & 7) != 0) | arabic_word | latin | third_mark | low_line) << Shift;
        m.digit |= (plane<2>(ascii) | bits_of(arabic_digit)) << Shift;
        m.quirk |= bits_of(arabic_quirk | third_mark | low_line | (x == '\r')) << Shift;
        m.space |= plane<3>(ascii) << Shift;
        m.full_stop |= (plane<4>(ascii) | plane<1>(third)) << Shift;
        m.comma |= (plane<5>(ascii) | plane<6>(ascii) | bits_of(arabic_comma)) << Shift;
        m.colon |= bits_of(ascii) << Shift;
        m.above |= bits_of(x) << Shift;
        m.tail |= bits_of(x < c(0xC0)) << Shift;
        m.two |= bits_of(arabic | latin | quote) << Shift;
        m.three |= bits_of(third_known) << Shift;
    }
    __attribute__((target("avx2"), always_inline)) static masks read_block(const char* at) noexcept {
        masks m;
        read_half<0>(at, m);
        read_half<32>(at + 32, m);
        return m;
    }

    // A mask of first bytes to one of all bytes; `over` is what reaches into the next block.
    struct whole {
        std::uint64_t all;
        std::uint64_t over;
    };
    __attribute__((always_inline)) static whole widen(std::uint64_t first, std::uint64_t two, std::uint64_t three,
                                                      std::uint64_t before) noexcept {
        const std::uint64_t second = first & (two | three);
        const std::uint64_t third = first & three;
        return {first | second << 1 | third << 2 | before, second >> 63 | third >> 62};
    }

    __attribute__((target("avx2,bmi,popcnt"))) void read_blocks() noexcept {
        const char* const text = text_.data();
        const std::size_t size = text_.size();
        offset pos = pos_;
        offset* out = last_;
        const offset* const full = found_ + capacity - 72;
        if (size - pos < 200) {
            leave_blocks(pos, out);
            return;
        }
        // What the byte before this block was.
        std::uint64_t word_before = word_before_, digit_before = digit_before_, mark_before = mark_before_,
                      space_before = space_before_;
        std::uint64_t word_over = word_over_, digit_over = digit_over_, mark_over = mark_over_, tail_over = tail_over_;
        masks m = read_block(text + pos);
        while (out < full) {
            if (size - pos < 64 + 64 + 2) {
                leave_blocks(pos, out);
                return;
            }
            const masks n = read_block(text + pos + 64);
            const std::uint64_t marks = m.word & m.quirk;
            const std::uint64_t letters_first = m.word & ~m.quirk & ~m.digit;
            const whole word = widen(m.word, m.two, m.three, word_over);
            const whole digit = widen(m.digit, m.two, m.three, digit_over);
            const whole mark = widen(marks, m.two, m.three, mark_over);
            const std::uint64_t tails = (m.two | m.three) << 1 | m.three << 2 | tail_over;
            const std::uint64_t after_word = word.all << 1 | word_before;
            const std::uint64_t after_mark = mark.all << 1 | mark_before;
            const std::uint64_t letter_all = word.all & ~digit.all & ~mark.all;
            const std::uint64_t letter_before = word_before & ~digit_before & ~mark_before;
            const std::uint64_t after_letter = letter_all << 1 | letter_before;
            const std::uint64_t after_digit = digit.all << 1 | digit_before;

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

            const std::uint64_t next_word = (one & (m.word >> 1 | n.word << 63)) | (m.two & (m.word >> 2 | n.word << 62)) |
                                            (m.three & (m.word >> 3 | n.word << 61));
            const std::uint64_t middle = m.full_stop | m.comma | m.colon;
            const std::uint64_t unknown = (m.quirk & ~m.word) | (m.tail ^ tails) |
                                          ((m.above & ~m.tail) ^ (m.two | m.three)) | // not what the masks know
                                          (marks & ~after_word) |                     // a mark on no word
                                          (middle & after_mark & next_word);          // a middle between a mark and a word
            if (__builtin_expect(unknown != 0, 0)) {
                leave_blocks(pos, out);
                return;
            }
            const std::uint64_t joined = join_1 | join_2 | join_2 << 1 | join_3 | join_3 << 1 | join_3 << 2;
            const std::uint64_t joined_over = join_2 >> 63 | join_3 >> 63 | join_3 >> 62;
            const std::uint64_t words = word.all | joined | joined_over_;
            const std::uint64_t boundaries =
                ~m.tail & ~(words & (words << 1 | word_before | joined_before_)) & ~(m.space & (m.space << 1 | space_before));
            out = write(boundaries, pos, out);

            word_before = word.all >> 63;
            joined_before_ = (joined | joined_over_) >> 63;
            digit_before = digit.all >> 63;
            mark_before = mark.all >> 63;
            space_before = m.space >> 63;
            word_over = word.over;
            digit_over = digit.over;
            mark_over = mark.over;
            tail_over = (m.two | m.three) >> 63 | m.three >> 62;
            joined_over_ = joined_over;
            pos += 64;
            m = n;
        }
        pos_ = pos;
        last_ = out;
        word_before_ = word_before;
        digit_before_ = digit_before;
        mark_before_ = mark_before;
        space_before_ = space_before;
        word_over_ = word_over;
        digit_over_ = digit_over;
        mark_over_ = mark_over;
        tail_over_ = tail_over;
    }

    // Boundaries come 10 to 20 a block: eight at a time without a branch for each.
    __attribute__((target("avx2,bmi,popcnt"), always_inline)) static offset* write(std::uint64_t bits, offset pos,
                                                                                   offset* out) noexcept {
        const auto count = __builtin_popcountll(bits);
        offset* o = out;
        const auto eight = [&]() __attribute__((target("avx2,bmi,popcnt"), always_inline)) {
#pragma GCC unroll 8
            for (unsigned k = 0; k < 8; ++k) {
                o[k] = pos + static_cast<offset>(__builtin_ia32_tzcnt_u64(bits));
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
        word_before_ = digit_before_ = mark_before_ = space_before_ = 0;
        word_over_ = digit_over_ = mark_over_ = tail_over_ = joined_before_ = joined_over_ = 0;
    }
#else
    void read_blocks() noexcept {}
#endif

    std::string_view text_;
    offset pos_ = 0;
    unsigned row_ = word_row(word_state::start, false);
    offset held_ = 0;
    offset until_ = 0; // how far the machine reads at least
    offset floor_ = 0; // where the machine stopped last: a boundary
    bool machine_;
    bool fast_ = false;
    bool ended_ = false;
    std::uint64_t word_before_ = 0, digit_before_ = 0, mark_before_ = 0, space_before_ = 0;
    std::uint64_t word_over_ = 0, digit_over_ = 0, mark_over_ = 0, tail_over_ = 0, joined_before_ = 0, joined_over_ = 0;
    offset found_[capacity]; // not filled: a short text should not pay for it
    offset* last_ = found_;  // behind the last boundary found
    offset* given_ = found_; // behind the last one that is certain
};

}}} // namespace matn::v0::detail

#endif
