// SPDX-License-Identifier: MIT
// What a language is told by: which letters follow each other inside a word. For language.hpp and the program that trains it.
//
// Letters are folded first (case, presentation forms, vowel marks, tatweel, joiners), so that the habits of an editor are no
// evidence. Each letter then gives the sequences of one to four letters that end with it, each word itself: a hash each, a row of
// the model each.
#ifndef MATN_DETAIL_LANGUAGE_FEATURES_HPP
#define MATN_DETAIL_LANGUAGE_FEATURES_HPP

#include <matn/detail/language_letters.hpp>
#include <matn/script.hpp>

namespace matn { inline namespace v0 { namespace detail {

// Scripts whose languages are told apart by the model; `other` letters are told by their script, `boundary` ends a word, `skip`
// does not.
enum class letter_group : std::uint8_t { arabic, latin, cyrillic, other, boundary, skip, apostrophe };
inline constexpr std::size_t modelled_groups = 3;

struct letter {
    letter_group group = letter_group::boundary;
    std::uint16_t code =
        0; // below 0x800; of `other` the script; of `boundary` 1 where a sentence, a quotation or a bracket begins or ends
};

// The letters behind U+FB50-FBFF and U+FE80-FEFC, the forms of old fonts (of a ligature, its first letter).
inline constexpr char16_t presentation_forms_a[] =
    u"\x671\x671\x67B\x67B\x67B\x67B\x67E\x67E\x67E\x67E\x680\x680\x680\x680\x67A\x67A\x67A\x67A\x67F\x67F\x67F\x67F"
    u"\x679\x679\x679\x679\x6A4\x6A4\x6A4\x6A4\x6A6\x6A6\x6A6\x6A6\x684\x684\x684\x684\x683\x683\x683\x683\x686\x686"
    u"\x686\x686\x687\x687\x687\x687\x68D\x68D\x68C\x68C\x68E\x68E\x688\x688\x698\x698\x691\x691\x6A9\x6A9\x6A9\x6A9"
    u"\x6AF\x6AF\x6AF\x6AF\x6B3\x6B3\x6B3\x6B3\x6B1\x6B1\x6B1\x6B1\x6BA\x6BA\x6BB\x6BB\x6BB\x6BB\x6C0\x6C0\x6C1\x6C1"
    u"\x6C1\x6C1\x6BE\x6BE\x6BE\x6BE\x6D2\x6D2\x6D3\x6D3\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
    u"\0\0\x6AD\x6AD\x6AD\x6AD\x6C7\x6C7\x6C6\x6C6\x6C8\x6C8\x6C7\x6CB\x6CB\x6C5\x6C5\x6C9\x6C9\x6D0\x6D0\x6D0\x6D0"
    u"\x649\x649\x626\x626\x626\x626\x626\x626\x626\x626\x626\x626\x626\x626\x626\x626\x626\x626\x626\x626\x6CC\x6CC"
    u"\x6CC\x6CC";
inline constexpr char16_t presentation_forms_b[] =
    u"\x621\x622\x622\x623\x623\x624\x624\x625\x625\x626\x626\x626\x626\x627\x627\x628\x628\x628\x628\x629\x629\x62A"
    u"\x62A\x62A\x62A\x62B\x62B\x62B\x62B\x62C\x62C\x62C\x62C\x62D\x62D\x62D\x62D\x62E\x62E\x62E\x62E\x62F\x62F\x630"
    u"\x630\x631\x631\x632\x632\x633\x633\x633\x633\x634\x634\x634\x634\x635\x635\x635\x635\x636\x636\x636\x636\x637"
    u"\x637\x637\x637\x638\x638\x638\x638\x639\x639\x639\x639\x63A\x63A\x63A\x63A\x641\x641\x641\x641\x642\x642\x642"
    u"\x642\x643\x643\x643\x643\x644\x644\x644\x644\x645\x645\x645\x645\x646\x646\x646\x646\x647\x647\x647\x647\x648"
    u"\x648\x649\x649\x64A\x64A\x64A\x64A\x644\x644\x644\x644\x644\x644\x644\x644";

// Used for code points from U+0700 on, and by the program that writes the table of those below.
constexpr letter read_letter(char32_t c) noexcept {
    using enum letter_group;
    const auto in = [c](char32_t from, char32_t to) { return c >= from && c <= to; };
    const auto of = [](letter_group g, char32_t code) { return letter{g, static_cast<std::uint16_t>(code)}; };
    if (c < 0x80) {
        const char32_t low = c | 0x20;
        if (low >= 'a' && low <= 'z') return of(latin, low);
        if (c == '\'' || c == '`') return of(apostrophe, '\'');
        const bool pause = c == '\n' || c == '.' || c == '!' || c == '?' || c == '"' || c == ':' || c == '|' || c == '(' ||
                           c == ')' || c == '[' || c == ']';
        return of(boundary, pause ? 1 : 0);
    }
    if (c == 0xAB || c == 0xBB || c == 0x61F || c == 0x6D4 || c == 0x201C || c == 0x201D || c == 0x2026 || c == 0x2028 ||
        c == 0x2029)
        return of(boundary, 1);
    if (c == 0x2019 || c == 0x2018 || in(0x02BB, 0x02BD)) return of(apostrophe, '\'');
    if (c == 0xAD || c == 0x640 || c == 0x200C || c == 0x200D || c == 0x2060 || in(0x300, 0x36F)) return of(skip, 0);
    if (in(0xC0, 0x24F) && c != 0xD7 && c != 0xF7) {
        if (in(0xC0, 0xDE)) return of(latin, c + 0x20);
        if (c == 0x130) return of(latin, 'i');
        if (c == 0x131) return of(latin, c);
        if (c == 0x178) return of(latin, 0xFF);
        if (c == 0x18F) return of(latin, 0x259);
        if (in(0x139, 0x148) || in(0x179, 0x17E)) return of(latin, c + (c & 1)); // here the small letter is the even one
        if (in(0x100, 0x177) || in(0x1CE, 0x24F)) return of(latin, c | 1);
        return of(latin, c);
    }
    if (in(0x250, 0x2AF)) return of(latin, c);
    if (in(0x1E00, 0x1EFF)) return of(latin, 0x300 + ((c - 0x1E00) | 1));
    if (in(0x410, 0x42F)) return of(cyrillic, c + 0x20);
    if (in(0x400, 0x40F)) return of(cyrillic, c + 0x50);
    if (in(0x430, 0x45F)) return of(cyrillic, c);
    if (in(0x460, 0x481) || in(0x48A, 0x4BF) || in(0x4D0, 0x52F)) return of(cyrillic, c | 1);
    if (in(0x4C1, 0x4CE)) return of(cyrillic, c + (c & 1));
    if (in(0x620, 0x64A) || in(0x66E, 0x66F) || in(0x671, 0x6D3) || c == 0x6D5 || in(0x6EE, 0x6EF) || in(0x6FA, 0x6FF))
        return of(arabic, c);
    if (in(0x610, 0x61A) || in(0x64B, 0x65F) || c == 0x670 || in(0x6D6, 0x6ED)) return of(skip, 0);
    if (in(0x750, 0x77F)) return of(arabic, c);
    if (in(0x8A0, 0x8C9)) return of(arabic, 0x700 + (c & 0x3F));
    if (in(0xFB50, 0xFBFF))
        return presentation_forms_a[c - 0xFB50] == 0 ? letter{} : of(arabic, presentation_forms_a[c - 0xFB50]);
    if (in(0xFE80, 0xFEFC)) return of(arabic, presentation_forms_b[c - 0xFE80]);
    if (c < 0x370 || in(0x600, 0x6FF)) return {};
    // Another script, or none: symbols and punctuation are common.
    const script s = script_of(c);
    return s <= script::unknown || s == script::arabic || s == script::latin || s == script::cyrillic
               ? letter{s == script::inherited ? skip : boundary, 0}
               : letter{other, static_cast<std::uint16_t>(s)};
}

// U+0000-06FF come from a table: three bits of group above eleven of code.
constexpr letter unpacked(char16_t entry) noexcept {
    return {static_cast<letter_group>(entry >> 11), static_cast<std::uint16_t>(entry & 0x7FF)};
}
constexpr char16_t packed(letter l) noexcept { return static_cast<char16_t>(static_cast<unsigned>(l.group) << 11 | l.code); }

// The letter that a code point stands for.
constexpr letter letter_of(char32_t c) noexcept { return c < 0x700 ? unpacked(language_letters[c]) : read_letter(c); }

// The hashes of the sequences of letters of one word; their high bits are the good ones.
//
// One product has them all, because its lower bits depend on the last letters alone: the lowest 16 on the last letter, 32 on two,
// 48 on three, all on four. The end of a word is one more letter, in whose place the word itself stands.
class letter_sequences {
public:
    struct hashes {
        std::uint16_t one;
        std::uint32_t two;
        std::uint64_t three, four;
    };
    struct end_hashes {
        std::uint32_t two;
        std::uint64_t three, four, word;
    };

    [[nodiscard]] constexpr bool any() const noexcept { return key_ != 0; }
    constexpr hashes add(std::uint32_t code) noexcept {
        const std::uint64_t product = (key_ = key_ << 16 | code) * factor;
        word_ += product;
        return hashes_of(product);
    }
    [[nodiscard]] constexpr end_hashes end() const noexcept {
        const std::uint64_t product = (key_ << 16) * factor;
        return {static_cast<std::uint32_t>(product), product << 16, product, word_hash(word_)};
    }

    // The parts, for those who take many letters before they look at any.
    static constexpr std::uint64_t factor = 0x9E3779B97F4A7C15u;
    static constexpr hashes hashes_of(std::uint64_t product) noexcept {
        return {static_cast<std::uint16_t>(product), static_cast<std::uint32_t>(product), product << 16, product};
    }
    // Of the sum of the products of all letters.
    static constexpr std::uint64_t word_hash(std::uint64_t sum) noexcept { return (sum ^ sum >> 29) * 0x8EBC6AF09C88C6E3u; }

private:
    std::uint64_t key_ = 0; // the last letters, 16 bits each; zero is the edge of the word
    std::uint64_t word_ = 0;
};

// So many letters and ends of words are read at a time for the sums of all.
inline constexpr unsigned block_capacity = 192;

// Longer words are cut: the sums of a word are 16 bits wide, and no language has them.
inline constexpr unsigned longest_weighed_word = 48;

}}} // namespace matn::v0::detail

#endif
