// SPDX-License-Identifier: MIT
// The loop that folds a text: 32 bytes at a time where nothing changes, code point by code point where something does. See fold.hpp.
#ifndef MATN_DETAIL_FOLD_WRITER_HPP
#define MATN_DETAIL_FOLD_WRITER_HPP

#include <matn/alignment.hpp>
#include <matn/detail/fail.hpp>
#include <matn/detail/fold_blocks.hpp>
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

    // The same by AVX2 where there is more, if there is AVX2 at all: for tests.
    void run_256() {
#if defined(__x86_64__) && defined(__GNUC__)
        if (has_block(pos_, text_.size()) && fold_blocks_256::possible())
            by_blocks(text_.size(), [this](auto&... a) { return blocks_256(a...); });
#endif
        run_scalar();
    }

    // Or part by part: with another map from here on; folds up to `end`; copies up to `end` as it stands; ends.
    void use(const fold_map& map) noexcept {
        map_ = &map;
        ahead_from_ = 1, ahead_ = 0;
    }
    void fold(std::size_t end) {
#if defined(__x86_64__) && defined(__GNUC__)
        if (has_block(pos_, end)) {
            if (fold_blocks_512::possible()) by_blocks(end, [this](auto&... a) { return blocks_512(a...); });
            else if (fold_blocks_256::possible()) by_blocks(end, [this](auto&... a) { return blocks_256(a...); });
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
        const char16_t as = map_->composed(last_letter(), c.value);
        if (as == 0) return false;
        rewrite_last(as);
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
    // Copies of pos_ and to(): members would be read again after every byte that is stored.
    struct cursor {
        std::size_t pos;
        char* out;
        bool known; // what is before it was a block too
    };
    // What goes in a block, and where that stands.
    struct note {
        std::uint64_t gone, apart;
        std::size_t pos;
        const char* out;
    };
    struct noted {
        std::array<note, 64> in;
        std::size_t count = 0;
    };

    struct step {
        std::uint64_t gone, kept;
        std::size_t size;
        bool whole; // there is nothing in it for `next`
    };
    // Blocks of 64 bytes, until one has something for `next`, as it says then; fold_blocks.hpp says what they become. No function is called
    // here: vectors stay in registers. What went is noted, for later. The two loops are one text: a template can't be compiled for the instructions
    // that its argument has.
    __attribute__((target("avx512f,avx512bw,avx512vbmi,avx512vbmi2,bmi,bmi2,popcnt"))) bool
    blocks_512(cursor& at, std::size_t last, noted& notes) const noexcept {
        using block = fold_blocks_512;
        const fold_map& map = *map_;
        const char* const text = text_.data();
        const block::vectors v = block::make(map);
        block::bytes out;
        fold_signs signs;
        cursor c = at;
        bool stopped = false;
        while (c.pos <= last && notes.count < notes.in.size() && !stopped) {
            const fold_found f = block::read(v, map, text + c.pos, c.known, out, signs);
            const step s = look(f, c.known);
            if (s.gone == 0) {
                block::store(c.out, out);
                c.out += s.size;
            } else {
                block::store_kept(c.out, out, s.kept);
                if (signs.count != 0) write_signs(signs, s, c.out);
                notes.in[notes.count++] = {s.gone, f.apart, c.pos, c.out};
                c.out += __builtin_popcountll(s.kept);
            }
            c.pos += s.size;
            c.known = s.whole;
            stopped = !s.whole;
        }
        at = c;
        return stopped;
    }
    __attribute__((target("avx2,bmi,bmi2,popcnt"))) bool blocks_256(cursor& at, std::size_t last, noted& notes) const noexcept {
        using block = fold_blocks_256;
        const fold_map& map = *map_;
        const char* const text = text_.data();
        const block::vectors v = block::make(map);
        block::two_bytes out;
        fold_signs signs;
        cursor c = at;
        bool stopped = false;
        while (c.pos <= last && notes.count < notes.in.size() && !stopped) {
            const fold_found f = block::read(v, map, text + c.pos, c.known, out, signs);
            const step s = look(f, c.known);
            if (s.gone == 0) {
                block::store(c.out, out);
                c.out += s.size;
            } else {
                block::store_kept(c.out, out, s.kept);
                if (signs.count != 0) write_signs(signs, s, c.out);
                notes.in[notes.count++] = {s.gone, f.apart, c.pos, c.out};
                c.out += __builtin_popcountll(s.kept);
            }
            c.pos += s.size;
            c.known = s.whole;
            stopped = !s.whole;
        }
        at = c;
        return stopped;
    }

    template <class Blocks>
    void by_blocks(std::size_t end, const Blocks& blocks) {
        const std::size_t by_end = end - fold_block, by_text = text_.size() - fold_block_needs;
        const std::size_t last = by_end < by_text ? by_end : by_text; // where the last one can begin
        noted notes;
        cursor c{pos_, to(), false};
        while (c.pos <= last) {
            const std::size_t from = c.pos;
            const bool stopped = blocks(c, last, notes);
            for (std::size_t i = 0; i < notes.count; ++i) gaps(notes.in[i]);
            notes.count = 0;
            leave(c);
            if (!stopped) continue;
            // In a flood of what is for `next` a block would be read for each: some go by themselves first.
            const std::size_t least = pos_ - from < 8 ? pos_ + fold_block : pos_;
            do next();
            while (pos_ < end && (pos_ < least || for_next(byte(pos_))));
            c = {pos_, to(), false};
        }
    }

    void leave(const cursor& c) noexcept {
        out_.size = static_cast<std::size_t>(c.out - out_.bytes.data());
        pos_ = c.pos;
    }
    [[nodiscard]] bool has_block(std::size_t pos, std::size_t end) const noexcept {
        return pos + fold_block <= end && pos + fold_block_needs <= text_.size();
    }

    // How far a block is good. What would go as its first, behind something that `next` has written, is for `next`.
    __attribute__((always_inline)) static step look(const fold_found& f, bool known) noexcept {
        const std::uint64_t within = ~std::uint64_t{0} >> (64 - f.whole);
        const std::uint64_t stops = (f.look | (f.gone & (known ? 0 : 1))) & within;
        if (stops == 0) return {f.gone & within, ~f.gone & within, f.whole, true};
        const std::uint64_t before = (stops & (~stops + 1)) - 1;
        return {f.gone & before, ~f.gone & before, static_cast<std::size_t>(__builtin_popcountll(before)), false};
    }
    // The entries for what goes in a block. A run of bytes that go ends what came before where its first character does that belongs to neither side.
    void gaps(const note& n) {
        auto folded = static_cast<offset>(n.out - out_.bytes.data());
        const auto pos = static_cast<offset>(n.pos);
        for (std::uint64_t gone = n.gone; gone != 0;) {
            const auto begin = static_cast<unsigned>(__builtin_ctzll(gone));
            const std::uint64_t open = ~(gone >> begin);
            const unsigned size = open == 0 ? 64 : static_cast<unsigned>(__builtin_ctzll(open));
            const unsigned end = begin + size;
            const std::uint64_t behind = end >= 64 ? 0 : ~std::uint64_t{0} << end, run = gone & ~behind;
            const std::uint64_t neither = run & n.apart;
            ways_.gap(folded + begin, pos + (neither != 0 ? static_cast<unsigned>(__builtin_ctzll(neither)) : end), pos + end);
            folded -= size;
            gone &= behind;
        }
    }
    // The letters that have got a hamza or madda sign, in the block that was written to `out`.
    __attribute__((always_inline)) static void write_signs(const fold_signs& signs, const step& s, char* out) noexcept {
        for (unsigned i = 0; i < signs.count && signs.at[i] + 2u < s.size; ++i) {
            char* const to = out + __builtin_popcountll(s.kept & ((std::uint64_t{1} << signs.at[i]) - 1));
            to[0] = static_cast<char>(static_cast<unsigned char>(0xC0u | signs.as[i] >> 6));
            to[1] = static_cast<char>(static_cast<unsigned char>(0x80u | (signs.as[i] & 0x3Fu)));
        }
    }
    // A byte that blocks do not know.
    [[nodiscard]] static bool for_next(unsigned b) noexcept {
        return b >= 0x80 && (b & 0xFCu) != 0xD8 && (b & 0xFEu) != 0xC2 && b != 0xE2;
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
