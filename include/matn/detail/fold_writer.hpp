// SPDX-License-Identifier: MIT
// The loop that folds a text: 32 bytes at a time where nothing changes, code point by code point where something does. See fold.hpp.
#ifndef MATN_DETAIL_FOLD_WRITER_HPP
#define MATN_DETAIL_FOLD_WRITER_HPP

#include <matn/alignment.hpp>
#include <matn/detail/fail.hpp>
#include <matn/detail/fold_context.hpp>
#include <matn/detail/fold_map.hpp>
#include <matn/utf8.hpp>

#include <cstring>
#include <string>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail {

// Folded bytes in memory that only grows: `bytes` beyond `size` is room to write into without clearing it first.
struct fold_buffer {
    std::string bytes;
    std::size_t size = 0;

    // What was moved from is empty, and says so.
    [[nodiscard]] std::string_view view() const noexcept { return {bytes.data(), size <= bytes.size() ? size : 0}; }
};

class fold_writer {
public:
    fold_writer(std::string_view text, const fold_map& map, fold_buffer& out, alignment& ways)
        : text_(text), map_(&map), out_(out), ways_(ways) {
        out_.size = 0;
        ways_.clear();
        make_room(0);
    }

    // All of it.
    void run() {
        fold(text_.size());
        finish();
    }
    // The same, never by blocks: for tests.
    void run_scalar() {
        while (pos_ < text_.size()) next();
        finish();
    }

    // Or part by part: with another map from here on; folds up to `end`; copies up to `end` as it stands; ends.
    void use(const fold_map& map) noexcept {
        map_ = &map;
        ahead_from_ = 1, ahead_ = 0;
    }
    void fold(std::size_t end) {
#if defined(__x86_64__) && defined(__GNUC__)
        if (end > pos_ && end - pos_ >= block && __builtin_cpu_supports("avx2")) {
            if (map_->which().has(fold::damage)) blocks<true>(end);
            else blocks<false>(end);
        }
#endif
        while (pos_ < end) next();
    }
    void copy(std::size_t end) {
        if (end <= pos_) return;
        put(text_.substr(pos_, end - pos_));
        pos_ = end;
    }
    [[nodiscard]] std::size_t position() const noexcept { return pos_; }
    void finish() {
        check_length(out_.size); // presentation forms can make a text 11 times as long
        ways_.finish(static_cast<offset>(out_.size), static_cast<offset>(text_.size()));
    }

private:
    static constexpr std::size_t block = 34; // 32 bytes, and the rest of a letter that begins at the last
    static constexpr std::size_t slack = 64; // room past what is left of the text: blocks are stored whole

    [[nodiscard]] unsigned byte(std::size_t i) const noexcept { return static_cast<unsigned char>(text_[i]); }
    [[nodiscard]] char* to() noexcept { return out_.bytes.data() + out_.size; }
    [[nodiscard]] offset here() const noexcept { return static_cast<offset>(out_.size); }

    void make_room(std::size_t more) {
        const std::size_t need = out_.size + more + (text_.size() - pos_) + slack;
        if (out_.bytes.size() < need) out_.bytes.resize(need + (out_.size == 0 ? 0 : need / 4));
    }
    void put_two(char16_t c) noexcept { // U+0080 to U+07FF
        to()[0] = static_cast<char>(static_cast<unsigned char>(0xC0u | c >> 6));
        to()[1] = static_cast<char>(static_cast<unsigned char>(0x80u | (c & 0x3Fu)));
        out_.size += 2;
    }
    void put(std::string_view bytes) {
        make_room(bytes.size());
        std::memcpy(to(), bytes.data(), bytes.size());
        out_.size += bytes.size();
    }

    // The code point at pos_, folded.
    void next() {
        const unsigned lead = byte(pos_);
        if (lead < 0x80) {
            if (const char16_t c = (*map_)[lead]; c < 0x80) *to() = static_cast<char>(c), ++out_.size, ++pos_;
            else changed();
            return;
        }
        if (lead >= 0xC2 && lead < 0xE0 && pos_ + 1 < text_.size() && (byte(pos_ + 1) & 0xC0u) == 0x80) {
            const unsigned c = (lead & 0x1Fu) << 6 | (byte(pos_ + 1) & 0x3Fu);
            const char16_t as = (*map_)[c];
            if (as >= 0x80 && as < 0x800 && !(c >= 0x653 && c <= 0x655)) { // most letters: in step, changed or not
                put_two(as);
                pos_ += 2;
                return;
            }
        }
        changed();
    }

    // The last code point below U+0800 that was written, or 0: what a hamza sign sits on.
    [[nodiscard]] char16_t last_letter() const noexcept {
        if (out_.size < 2) return 0;
        const auto lead = static_cast<unsigned char>(out_.bytes[out_.size - 2]),
                   tail = static_cast<unsigned char>(out_.bytes[out_.size - 1]);
        if (lead < 0xC2 || lead > 0xDF || tail < 0x80 || tail > 0xBF) return 0;
        return static_cast<char16_t>((lead & 0x1Fu) << 6 | (tail & 0x3Fu));
    }
    // Right after bytes that are not UTF-8 nothing is folded away: with what comes next they could become a character.
    [[nodiscard]] bool after_damage() const noexcept {
        const std::string_view written = out_.view();
        for (std::size_t back = 1; back <= 4 && back <= written.size(); ++back) {
            const auto b = static_cast<unsigned char>(written[written.size() - back]);
            if (b >= 0x80 && b < 0xC0) continue;
            const code_point c = decode(written, static_cast<offset>(written.size() - back));
            return !c.ok || c.at.end != written.size();
        }
        return !written.empty();
    }

    // The code point at pos_ when it is more than a letter for a letter.
    void changed() {
        const code_point c = decode(text_, static_cast<offset>(pos_));
        pos_ = c.at.end;
        if (!c.ok) { // what is not UTF-8 passes through, unless it is to be repaired
            if (!map_->which().has(fold::damage)) return put(c.at.of(text_));
            return become(c, 0xFFFD);
        }
        if (c.value >= 0x653 && c.value <= 0x655 && hamza_sign(c)) return;
        if (c.value >= 0xFB00 && presentation_form(c)) return;
        if (c.value == zwnj) return joiner(c);
        if (c.value == 0xAC && map_->which().has(fold::not_signs) && is_arabic_letter(last_written()) &&
            is_arabic_letter(next_to_stay()))
            return joiner({c.at, zwnj, true});
        const char32_t as = fold_of(c.value);
        if (as != folded_away) return become(c, in_context(as));
        if (emoji_joiner(c) || after_damage()) return put(c.at.of(text_));
        // A mark or a tatweel belongs to the letter before it; a control to neither side.
        const bool neither = c.value >= 0x2000 || c.value == 0xAD || c.value == 0x61C;
        ways_.gap(here(), neither ? c.at.begin : c.at.end, c.at.end);
    }
    [[nodiscard]] char32_t fold_of(char32_t c) const noexcept { return c < 0x800 ? char32_t{map_->alone(c)} : map_->above(c); }
    void become(code_point c, char32_t as) {
        put(as == c.value && c.ok ? c.at.of(text_) : encode(as).view());
        ways_.gap(here(), c.at.end, c.at.end);
    }

    // The code point that was written last; 0 at the begin and after damage.
    [[nodiscard]] char32_t last_written() const noexcept {
        const std::string_view written = out_.view();
        for (std::size_t back = 1; back <= 4 && back <= written.size(); ++back) {
            if ((static_cast<unsigned char>(written[written.size() - back]) & 0xC0u) == 0x80) continue;
            const code_point c = decode(written, static_cast<offset>(written.size() - back));
            return c.ok && c.at.end == written.size() ? c.value : 0;
        }
        return 0;
    }
    // What comes next of all that does not go, folded; 0 at the end and at damage. Remembers how far it looked: linear in all.
    [[nodiscard]] char32_t next_to_stay() {
        if (pos_ >= ahead_from_ && pos_ <= ahead_) return ahead_is_;
        ahead_from_ = ahead_ = pos_;
        for (ahead_is_ = 0; ahead_ < text_.size();) {
            const code_point c = decode(text_, static_cast<offset>(ahead_));
            if (!c.ok) break;
            if (const std::u16string_view letters = c.value >= 0xFB00 ? map_->presentation(c.value) : std::u16string_view();
                !letters.empty()) {
                for (std::size_t i = 0; i < letters.size() && ahead_is_ == 0; ++i)
                    if (const char32_t as = fold_of(letters[i]); as != folded_away) ahead_is_ = as;
            } else if (const char32_t as = fold_of(c.value); as != folded_away && c.value != zwnj) {
                ahead_is_ = as;
            }
            if (ahead_is_ != 0) break;
            ahead_ = c.at.end;
        }
        return ahead_is_;
    }
    // What a character becomes that changes beside certain others only; `next` is what follows it, if that is not in the text.
    [[nodiscard]] char32_t in_context(char32_t c, char32_t next = folded_away) {
        const auto ends = [&] { return !joins(next == folded_away ? next_to_stay() : next); };
        const fold_set which = map_->which();
        if (which.has(fold::punctuation) && (c == U',' || c == U';' || c == U'?') && is_arabic_letter(last_written()) && ends())
            return arabic_punctuation(c);
        if (which.has(fold::kurdish_e) && c == 0x647 && ends()) return 0x6D5;
        return c;
    }

    // Takes the last letter back, which has two bytes, and writes another for it and for what led here.
    void rewrite_last(char32_t as) {
        out_.size -= 2;
        put(encode(as).view());
        ways_.gap(here(), static_cast<offset>(pos_), static_cast<offset>(pos_));
    }
    // A ZWNJ, or a not sign that stands for one.
    void joiner(code_point c) {
        const fold_set which = map_->which();
        const char32_t last = last_written();
        const bool after_heh = last == 0x647 || last == 0x6C1 || last == 0x6D5 || last == 0x6C0 || last == 0x6C2;
        if (which.has(fold::kurdish_e) && last == 0x647) return rewrite_last(0x6D5);
        if (which.has(fold::ezafe) && after_heh && pos_ < text_.size()) {
            const code_point yeh = decode(text_, static_cast<offset>(pos_));
            if (yeh.value == 0x6CC || yeh.value == 0x64A || yeh.value == 0x649) {
                const std::size_t here_again = pos_;
                pos_ = yeh.at.end;
                if (!joins(next_to_stay()))
                    return rewrite_last(map_->which().has(fold::heh) ? 0x647 : last == 0x6C1 || last == 0x6C2 ? 0x6C2 : 0x6C0);
                pos_ = here_again;
            }
        }
        const bool useless = (which.has(fold::joiner_edges) && (!joins(last) || !joins(next_to_stay()))) ||
                             (which.has(fold::kurdish_e) && last == 0x6D5);
        if ((which.has(fold::joiners) || useless) && !after_damage()) return ways_.gap(here(), c.at.begin, c.at.end);
        put(encode(zwnj).view());
        ways_.gap(here(), c.at.end, c.at.end);
    }

    // A sign on its seat is the precomposed letter, and folds as that does. False if the sign folds by itself.
    bool hamza_sign(code_point c) {
        const fold_set which = map_->which();
        const char16_t seat = last_letter();
        const char16_t whole = compose_hamza(seat, static_cast<char16_t>(c.value));
        if (whole == 0) return false;
        const bool on_heh = seat == 0x647, on_persian_yeh = seat == 0x6CC || seat == 0x649; // not canonical: rules of their own
        const bool composes = on_heh ? which.has(fold::heh_hamza) : !on_persian_yeh && which.has(fold::compose);
        if (!composes && map_->alone(whole) == whole) return false;
        rewrite_last(map_->alone(whole));
        return true;
    }

    bool presentation_form(code_point c) {
        const std::u16string_view letters = map_->presentation(c.value);
        if (letters.empty()) return false;
        const bool damaged = after_damage();
        bool any = false;
        for (std::size_t i = 0; i < letters.size(); ++i) {
            char32_t as = fold_of(letters[i]);
            if (as == folded_away) continue;
            char32_t next = folded_away; // of its own letters, or else of the text
            for (std::size_t k = i + 1; k < letters.size() && next == folded_away; ++k) next = fold_of(letters[k]);
            as = in_context(as, next);
            if (any) ways_.gap(here(), c.at.end, c.at.begin); // each letter comes from the whole form
            put(encode(as).view());
            any = true;
        }
        if (!any && damaged) put(c.at.of(text_));
        ways_.gap(here(), c.at.end, c.at.end);
        return true;
    }

    // A ZWJ after what is no letter of two bytes and not ASCII: the joiner of an emoji sequence holds one picture together.
    [[nodiscard]] bool emoji_joiner(code_point c) const noexcept {
        return c.value == 0x200D && out_.size > 0 && static_cast<unsigned char>(out_.bytes[out_.size - 1]) >= 0x80 &&
               last_letter() == 0;
    }

#if defined(__x86_64__) && defined(__GNUC__)
    // Vectors in the language of the compiler: <immintrin.h> costs more to include than the rest of the library.
    typedef signed char bytes_32 __attribute__((vector_size(32), aligned(1), may_alias));
    typedef short words_16 __attribute__((vector_size(32), aligned(1), may_alias));
    typedef char plain_32 __attribute__((vector_size(32)));

    __attribute__((target("avx2"), always_inline)) static bytes_32 pick(const bytes_32& from, const bytes_32& at) noexcept {
        return reinterpret_cast<bytes_32>(
            __builtin_ia32_pshufb256(reinterpret_cast<plain_32>(from), reinterpret_cast<plain_32>(at)));
    }
    __attribute__((target("avx2"), always_inline)) static std::uint32_t bits_of(const bytes_32& v) noexcept {
        return static_cast<std::uint32_t>(__builtin_ia32_pmovmskb256(reinterpret_cast<plain_32>(v)));
    }
    __attribute__((target("avx2"))) static bytes_32 twice(const std::array<unsigned char, 16>& row) noexcept {
        bytes_32 v;
        std::memcpy(&v, row.data(), 16);
        std::memcpy(reinterpret_cast<char*>(&v) + 16, row.data(), 16);
        return v;
    }

    // Blocks of 32 bytes. Copies each as it stands, then goes only to the characters that may change: those of U+0600-06FF that the map changes,
    // and whatever begins with another lead byte, which `patch` and `next` look at. To repair damage a block is cut to whole code points:
    // then its continuation bytes must stand where its leads ask for them.
    template <bool Repair>
    __attribute__((target("avx2"))) void blocks(const std::size_t end) {
        const bytes_32 low_rows = twice(map_->arabic_changes()[0]), high_rows = twice(map_->arabic_changes()[1]);
        const bytes_32 bits = twice({1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128});
        const signed char fold_case = (*map_)['A'] == 'a' ? 0x20 : 0;
        const signed char marks = map_->which().has(fold::punctuation) ? -1 : 0;
        // Copies of pos_ and to(): members would be read again after every byte that is stored.
        std::size_t pos = pos_;
        char* out = to();
        const auto leave = [&] { out_.size = static_cast<std::size_t>(out - out_.bytes.data()), pos_ = pos; };
        const auto come_back = [&] { out = to(), pos = pos_; };
        while (end - pos >= block) {
            const char* const from = text_.data() + pos;
            bytes_32 x, tail;
            std::memcpy(&x, from, 32);
            std::memcpy(&tail, from + 1, 32);
            const bytes_32 arabic = (x & static_cast<signed char>(0xFC)) == static_cast<signed char>(0xD8);
            const bytes_32 lead = (x < 0) & (x > static_cast<signed char>(0xBF));
            const bytes_32 row = reinterpret_cast<bytes_32>(reinterpret_cast<words_16>(x & 3) << 2) |
                                 (reinterpret_cast<bytes_32>(reinterpret_cast<words_16>(tail) >> 4) & 3);
            const bytes_32 upper_half = (tail & 8) == 8;
            const bytes_32 changes = (pick(high_rows, row) & upper_half) | (pick(low_rows, row) & ~upper_half);
            const bytes_32 bit = pick(bits, tail & 15);
            const bytes_32 hit =
                (arabic & ((changes & bit) != 0)) | (lead & ~arabic) | (((x == ',') | (x == ';') | (x == '?')) & marks);
            std::uint32_t hits = bits_of(hit);

            unsigned whole = 32;
            if constexpr (Repair) {
                const std::uint32_t leads = bits_of(lead), of_three = bits_of(lead & (x > static_cast<signed char>(0xDF))),
                                    of_four = bits_of(lead & (x > static_cast<signed char>(0xEF)));
                whole -= leads >> 31 != 0 ? 1 : (of_three >> 30 & 1) != 0 ? 2 : (of_four >> 29 & 1) != 0 ? 3 : 0;
                const std::uint32_t within = 0xFFFFFFFFu >> (32 - whole);
                const std::uint64_t asked = std::uint64_t{leads & within} << 1 | std::uint64_t{of_three & within} << 2 |
                                            std::uint64_t{of_four & within} << 3;
                if ((bits_of((x < 0) & ~lead) & within) != asked) {
                    leave();
                    for (const std::size_t stop = pos + whole; pos_ < stop;) next();
                    come_back();
                    if (pos > end) return;
                    continue;
                }
                hits &= within;
            }
            x |= (x > 0x40) & (x < 0x5B) & fold_case; // A to Z
            std::memcpy(out, &x, 32);
            if (hits == 0) {
                pos += whole;
                out += whole;
                continue;
            }
            const std::size_t start = pos, stop = pos + whole;
            char stays[64]; // the block, its case folded; 32 bytes are copied from anywhere in its first half
            std::memcpy(stays, &x, 32);
            char* block_out = out; // where the block's first byte would be, as long as what follows is in step
            do {
                const auto in_block = static_cast<std::size_t>(__builtin_ctz(hits));
                hits &= hits - 1;
                if (start + in_block < pos) continue; // inside what the hit before took
                // A letter that reaches into the next block is not patched: that block would be written over it.
                if ((Repair || in_block < 31) && patch(from + in_block, block_out + in_block)) continue;
                out += start + in_block - pos;
                pos = start + in_block;
                leave();
                next();
                if constexpr (Repair)
                    if (pos_ < stop && (byte(pos_) & 0xC0u) == 0x80) // that was damage, and more follows
                        while (pos_ < stop) next();
                come_back();
                if (pos >= stop) break;
                std::memcpy(out, stays + (pos - start), 32);
                block_out = out - (pos - start);
            } while (hits != 0);
            if (pos < stop) {
                out += stop - pos;
                pos = stop;
            } else if (pos > end) {
                break;
            }
        }
        leave();
    }

    // Writes the letter that begins at `at` in its place if it stays or becomes one of as many bytes. Reads up to `at + 2`.
    [[nodiscard]] bool patch(const char* at, char* out) const noexcept {
        const auto lead = static_cast<unsigned char>(at[0]), second = static_cast<unsigned char>(at[1]);
        if ((lead & 0xFCu) == 0xD8) {
            const fold_map::letter_bytes as = map_->arabic_letters()[(lead & 3u) << 6 | (second & 0x3Fu)];
            if (as[0] == 0 || (second & 0xC0u) != 0x80) return false;
            std::memcpy(out, as.data(), 2);
            return true;
        }
        if (lead == 0xE2 && (second & 0xFEu) == 0x80) { // general punctuation: the joiner, dashes, quotes
            const auto third = static_cast<unsigned char>(at[2]);
            const char32_t c = 0x2000u | (second & 1u) << 6 | (third & 0x3Fu);
            return (third & 0xC0u) == 0x80 && map_->above(c) == c;
        }
        if (lead == 0xC2 || lead == 0xC3)
            return (second & 0xC0u) == 0x80 &&
                   (*map_)[(lead & 3u) << 6 | (second & 0x3Fu)] == ((lead & 3u) << 6 | (second & 0x3Fu));
        return false;
    }
#endif

    std::string_view text_;
    const fold_map* map_;
    fold_buffer& out_;
    alignment& ways_;
    std::size_t pos_ = 0;
    // From ahead_from_ on all goes up to ahead_, where ahead_is_ stands.
    std::size_t ahead_from_ = 1, ahead_ = 0;
    char32_t ahead_is_ = 0;
};

}}} // namespace matn::v0::detail

#endif
