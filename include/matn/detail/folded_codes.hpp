// SPDX-License-Identifier: MIT
// A text as the codes of its folded letters, each with its place in the text.
#ifndef MATN_DETAIL_FOLDED_CODES_HPP
#define MATN_DETAIL_FOLDED_CODES_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/name_words.hpp>

#include <cstdint>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail {

// Blanks, hyphens and half-spaces between letters are one code, however many; signs keep theirs. What no name can hold is code 0: bytes that
// are not UTF-8, the end of a paragraph.
template <class Owner = void>
struct folded_codes {
    static constexpr std::uint8_t barrier = 0, blank = 251;
    static constexpr offset inside =
        ~offset{0}; // no match begins, or ends, at this code: others of the same character stand there

    buffer<std::uint8_t> codes;
    buffer<offset> begins, ends;

    void clear() noexcept {
        codes.clear();
        begins.clear();
        ends.clear();
    }
    template <profile P>
    void read(std::string_view text) {
        clear();
        codes.reserve(text.size());
        begins.reserve(text.size());
        ends.reserve(text.size());
        const auto& table = letter_table<P>;
        const auto byte = [&text](offset i) { return static_cast<unsigned char>(text[i]); };
        const auto size = static_cast<offset>(text.size());
        unsigned lines = 0; // line feeds of the blanks that stand last
        for (offset p = 0; p < size;) {
            const unsigned lead = byte(p);
            std::uint8_t code = rare_code;
            offset next = p + 1;
            if (lead < 0x80) {
                code = table[lead];
            } else if (lead - 0xC2u < 0x1Eu && p + 1 < size && (byte(p + 1) & 0xC0u) == 0x80) {
                code = table[(lead & 0x1Fu) << 6 | (byte(p + 1) & 0x3Fu)];
                next = p + 2;
            }
            if (code - 1u < symbol_code - 1u) {
                put(code, p, next);
                p = next;
                continue;
            }
            if (code == mark_code) {
                p = next;
                if (letter_last()) ends.back() = next;
                continue;
            }
            const scanned_letter rare = scan_letter<P>(text, p);
            const letter_kind kind = rare.what.kind;
            if (kind == letter_kind::letters) {
                for (unsigned i = 0; i < rare.what.count; ++i)
                    put(rare.what.codes[i], i == 0 ? p : inside, i + 1 == rare.what.count ? rare.end : inside);
            } else if (kind == letter_kind::mark) {
                if (letter_last()) {
                    ends.back() = rare.end;
                    if (rare.what.sign != 0) codes.back() = with_sign(codes.back(), rare.what.sign);
                }
            } else if (kind == letter_kind::gap) {
                put_gap<P>(text, p, rare.end, lines);
            }
            p = rare.end;
        }
    }

private:
    void put(std::uint8_t code, offset begin, offset end) {
        codes.push_back(code);
        begins.push_back(begin);
        ends.push_back(end);
    }
    [[nodiscard]] bool letter_last() const noexcept { return !codes.empty() && codes.back() != blank && codes.back() != barrier; }
    template <profile P>
    void put_gap(std::string_view text, offset p, offset end, unsigned& lines) {
        const code_point c = decode(text, p);
        char32_t folded = 0;
        const gap_kind kind = gap_of<P>(c, folded);
        if (kind == gap_kind::symbol) {
            const word_key key = symbol_key(folded);
            for (unsigned i = 0; i < key.letters; ++i) put(key[i], i == 0 ? p : inside, i + 1 == key.letters ? end : inside);
            return;
        }
        const bool run = !codes.empty() && codes.back() == blank;
        lines = (run ? lines : 0) + (c.value == U'\n' ? 1 : 0);
        if (kind == gap_kind::end) {
            put(barrier, p, end);
        } else if (run) {
            ends.back() = end;
            if (lines > 1) codes.back() = barrier; // an empty line ends the paragraph
        } else {
            put(blank, p, end);
        }
    }
};

}}} // namespace matn::v0::detail

#endif
