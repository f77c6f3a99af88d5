// SPDX-License-Identifier: MIT
// The loop that folds a text: 32 bytes at a time where nothing changes, code point by code point where something does. See fold.hpp.
#ifndef MATN_DETAIL_FOLD_WRITER_HPP
#define MATN_DETAIL_FOLD_WRITER_HPP

#include <matn/alignment.hpp>
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

    [[nodiscard]] std::string_view view() const noexcept { return {bytes.data(), size}; }
};

class fold_writer {
public:
    fold_writer(std::string_view text, const fold_map& map, fold_buffer& out, alignment& ways) : text_(text), map_(map), out_(out), ways_(ways) {
        out_.size = 0;
        ways_.clear();
        make_room(0);
    }

    void run() {
#if defined(__x86_64__) && defined(__GNUC__)
        if (text_.size() >= block && __builtin_cpu_supports("avx2")) blocks();
#endif
        while (pos_ < text_.size()) next();
        ways_.finish(static_cast<offset>(out_.size), static_cast<offset>(text_.size()));
    }
    // The same, never by blocks: for tests.
    void run_scalar() {
        while (pos_ < text_.size()) next();
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
            if (const char16_t c = map_[lead]; c < 0x80) *to() = static_cast<char>(c), ++out_.size, ++pos_;
            else changed();
            return;
        }
        if (lead >= 0xC2 && lead < 0xE0 && pos_ + 1 < text_.size() && (byte(pos_ + 1) & 0xC0u) == 0x80) {
            const unsigned c = (lead & 0x1Fu) << 6 | (byte(pos_ + 1) & 0x3Fu);
            const char16_t as = map_[c];
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
        const auto lead = static_cast<unsigned char>(out_.bytes[out_.size - 2]), tail = static_cast<unsigned char>(out_.bytes[out_.size - 1]);
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
        if (!c.ok) { // what is not UTF-8 passes through
            put(c.at.of(text_));
            pos_ = c.at.end;
            return;
        }
        if (c.value >= 0x653 && c.value <= 0x655 && hamza_sign(c)) return;
        if (c.value >= 0xFB00 && presentation_form(c)) return;
        char32_t as = c.value < 0x800 ? char32_t{map_[c.value]} : map_.above(c.value);
        if (as == folded_away && (emoji_joiner(c) || after_damage())) as = c.value;
        pos_ = c.at.end;
        if (as == folded_away) {
            // A mark or a tatweel belongs to the letter before it; a joiner or a control to neither side.
            const bool neither = c.value >= 0x2000 || c.value == 0xAD || c.value == 0x61C;
            ways_.gap(here(), neither ? c.at.begin : c.at.end, c.at.end);
            return;
        }
        put(as == c.value ? c.at.of(text_) : encode(as).view());
        ways_.gap(here(), c.at.end, c.at.end);
    }

    // A sign on its seat is the precomposed letter, and folds as that does. False if the sign folds by itself.
    bool hamza_sign(code_point c) {
        const char16_t whole = compose_hamza(last_letter(), static_cast<char16_t>(c.value));
        if (whole == 0 || map_[whole] == whole) return false;
        out_.size -= 2;
        pos_ = c.at.end;
        put(encode(map_[whole]).view());
        ways_.gap(here(), c.at.end, c.at.end);
        return true;
    }

    bool presentation_form(code_point c) {
        const std::u16string_view letters = map_.presentation(c.value);
        if (letters.empty()) return false;
        const bool damaged = after_damage();
        pos_ = c.at.end;
        bool any = false;
        for (const char16_t letter : letters) {
            const char32_t as = letter < 0x800 ? char32_t{map_[letter]} : map_.above(letter);
            if (as == folded_away) continue;
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
        return c.value == 0x200D && out_.size > 0 && static_cast<unsigned char>(out_.bytes[out_.size - 1]) >= 0x80 && last_letter() == 0;
    }

#if defined(__x86_64__) && defined(__GNUC__)
    // Vectors in the language of the compiler: <immintrin.h> costs more to include than the rest of the library.
    typedef signed char bytes_32 __attribute__((vector_size(32), aligned(1), may_alias));
    typedef short words_16 __attribute__((vector_size(32), aligned(1), may_alias));
    typedef char plain_32 __attribute__((vector_size(32)));

    __attribute__((target("avx2"), always_inline)) static bytes_32 pick(const bytes_32& from, const bytes_32& at) noexcept {
        return reinterpret_cast<bytes_32>(__builtin_ia32_pshufb256(reinterpret_cast<plain_32>(from), reinterpret_cast<plain_32>(at)));
    }
    __attribute__((target("avx2"))) static bytes_32 twice(const std::array<unsigned char, 16>& row) noexcept {
        bytes_32 v;
        std::memcpy(&v, row.data(), 16);
        std::memcpy(reinterpret_cast<char*>(&v) + 16, row.data(), 16);
        return v;
    }

    // Blocks of 32 bytes. Copies each as it stands, then goes only to the letters that may change: those of U+0600-06FF that the map changes,
    // and whatever begins with another lead byte, which `next` looks at.
    __attribute__((target("avx2"))) void blocks() {
        const bytes_32 low_rows = twice(map_.arabic_changes()[0]), high_rows = twice(map_.arabic_changes()[1]);
        const bytes_32 bits = twice({1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128});
        const signed char fold_case = map_['A'] == 'a' ? 0x20 : 0;
        while (text_.size() - pos_ >= block) {
            const char* const from = text_.data() + pos_;
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
            const bytes_32 hit = (arabic & ((changes & bit) != 0)) | (lead & ~arabic);
            x |= (x > 0x40) & (x < 0x5B) & fold_case; // A to Z
            std::memcpy(to(), &x, 32);
            auto hits = static_cast<unsigned>(__builtin_ia32_pmovmskb256(reinterpret_cast<plain_32>(hit)));
            if (hits == 0) {
                pos_ += 32;
                out_.size += 32;
                continue;
            }
            char stays[64]; // the block, its case folded; 32 bytes are copied from anywhere in its first half
            std::memcpy(stays, &x, 32);
            const std::size_t start = pos_;
            char* block_out = to(); // where the block's first byte would be, as long as what follows is in step
            do {
                const auto in_block = static_cast<std::size_t>(__builtin_ctz(hits));
                hits &= hits - 1;
                if (start + in_block < pos_) continue; // inside what the hit before took
                // A letter that reaches into the next block is not patched: that block would be written over it.
                if (in_block < 31 && patch(from + in_block, block_out + in_block)) continue;
                out_.size += start + in_block - pos_;
                pos_ = start + in_block;
                next();
                if (pos_ >= start + 32) break;
                std::memcpy(to(), stays + (pos_ - start), 32);
                block_out = to() - (pos_ - start);
            } while (hits != 0);
            if (pos_ < start + 32) {
                out_.size += start + 32 - pos_;
                pos_ = start + 32;
            }
        }
    }

    // Writes the letter that begins at `at` in its place if it stays or becomes one of as many bytes. Reads up to `at + 2`.
    [[nodiscard]] bool patch(const char* at, char* out) const noexcept {
        const auto lead = static_cast<unsigned char>(at[0]), second = static_cast<unsigned char>(at[1]);
        if ((lead & 0xFCu) == 0xD8) {
            const fold_map::letter_bytes as = map_.arabic_letters()[(lead & 3u) << 6 | (second & 0x3Fu)];
            if (as[0] == 0 || (second & 0xC0u) != 0x80) return false;
            std::memcpy(out, as.data(), 2);
            return true;
        }
        if (lead == 0xE2 && (second & 0xFEu) == 0x80) { // general punctuation: the joiner, dashes, quotes
            const auto third = static_cast<unsigned char>(at[2]);
            const char32_t c = 0x2000u | (second & 1u) << 6 | (third & 0x3Fu);
            return (third & 0xC0u) == 0x80 && map_.above(c) == c;
        }
        if (lead == 0xC2 || lead == 0xC3) return (second & 0xC0u) == 0x80 && map_[(lead & 3u) << 6 | (second & 0x3Fu)] == ((lead & 3u) << 6 | (second & 0x3Fu));
        return false;
    }
#endif

    std::string_view text_;
    const fold_map& map_;
    fold_buffer& out_;
    alignment& ways_;
    std::size_t pos_ = 0;
};

}}} // namespace matn::v0::detail

#endif
