// SPDX-License-Identifier: MIT
// A name as the comparison sees it: base letters with their places, in the codes of its script.
#ifndef MATN_DETAIL_NAME_SPELLING_HPP
#define MATN_DETAIL_NAME_SPELLING_HPP

#include <matn/detail/name_cyrillic.hpp>
#include <matn/detail/name_folding.hpp>
#include <matn/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail {

// A name in Cyrillic letters is spelt in Latin ones; only its letters are `cyrillic`.
enum class writing : std::uint8_t { none, latin, arabic, cyrillic };

// Latin letters are 1 to 26, a space 27 and the Arabic article 28. Arabic letters are 2 + their place in `native_letters`, and a space 1; the letters that sound
// otherwise at the edge of a word have codes of their own there, and so has the article.
inline constexpr std::uint8_t latin_space = 27;
inline constexpr std::uint8_t latin_article = 28;
inline constexpr std::uint8_t latin_codes = 29;
inline constexpr std::uint8_t native_space = 1;
inline constexpr std::uint8_t native_plain = 1 + sizeof(native_letters) / sizeof(char16_t); // the first code behind the letters
enum : std::uint8_t {
    initial_alef = native_plain,
    initial_waw,
    initial_yeh,
    final_alef,
    final_waw,
    final_yeh,
    final_heh,
    native_article,
    native_codes,
};

// The code of an Arabic letter.
[[nodiscard]] constexpr std::uint8_t native_code(char16_t letter) noexcept {
    for (std::uint8_t i = 0; native_letters[i] != 0; ++i)
        if (native_letters[i] == letter) return static_cast<std::uint8_t>(2 + i);
    return 0;
}
// The letter that stands at an edge of a word, as it is elsewhere.
[[nodiscard]] constexpr std::uint8_t without_place(std::uint8_t code) noexcept {
    constexpr std::uint8_t alef = native_code(u'ا'), waw = native_code(u'و'), yeh = native_code(u'ی'), heh = native_code(u'ه');
    constexpr std::uint8_t plain[] = {alef, waw, yeh, alef, waw, yeh, heh, alef};
    return code < native_plain ? code : plain[code - native_plain];
}

// Base letters of a code point: one or two codes, the first in the low byte.
struct base_letters {
    writing in = writing::none;
    std::uint16_t codes = 0;
};
[[nodiscard]] constexpr base_letters base_of(char32_t c) noexcept {
    if (c < 0x80) {
        const char32_t lower = c | 0x20;
        if (lower >= 'a' && lower <= 'z') return {writing::latin, static_cast<std::uint16_t>(lower - 'a' + 1)};
        return {};
    }
    const auto latin = [](std::uint16_t five_bits) {
        return base_letters{five_bits == 0 ? writing::none : writing::latin,
                            static_cast<std::uint16_t>((five_bits & 31) | (five_bits >> 5) << 8)};
    };
    const auto arabic = [](std::uint16_t codes) { return base_letters{codes == 0 ? writing::none : writing::arabic, codes}; };
    if (c >= 0xC0 && c < 0x250) return latin(latin_one[c - 0xC0]);
    if (c >= cyrillic_table::first && c <= cyrillic_table::last) {
        const std::uint16_t codes = cyrillic_codes.of[c - cyrillic_table::first];
        if (codes == 0) return {};
        return {writing::cyrillic, codes == cyrillic_table::silent ? std::uint16_t{0} : codes};
    }
    if (c >= 0x600 && c < 0x700) return arabic(arabic_one[c - 0x600]);
    if (c >= 0x1E00 && c < 0x1F00) return latin(latin_two[c - 0x1E00]);
    if (c >= 0xFB50 && c < 0xFB50 + sizeof(arabic_two) / 2) return arabic(arabic_two[c - 0xFB50]);
    if (c >= 0xFE70 && c < 0xFE70 + sizeof(arabic_three) / 2) return arabic(arabic_three[c - 0xFE70]);
    return {};
}

// What a code point is to a name that is no letter.
enum class between : std::uint8_t { nothing, gap, digit };
[[nodiscard]] constexpr between between_of(char32_t c) noexcept {
    if ((c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9)) return between::digit;
    // Apostrophes, marks above and below, tatweel and joiners that only shape are inside a word; the half-space parts words.
    if (c == '\'' || c == '`' || (c >= 0x2B0 && c <= 0x36F) || (c >= 0x610 && c <= 0x61A) || c == 0x640 ||
        (c >= 0x64B && c <= 0x65F) || c == 0x670 || (c >= 0x6D6 && c <= 0x6ED) || c == 0x2018 || c == 0x2019 || c == 0x200D ||
        c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || c == 0xB4 ||
        (c >= 0xFE00 && c <= 0xFE0F) || c == 0x61C || c == 0xAD)
        return between::nothing;
    return between::gap;
}

[[nodiscard]] constexpr bool is_latin_vowel(std::uint8_t c) noexcept {
    return c == 1 || c == 5 || c == 9 || c == 15 || c == 21; // a e i o u
}

// Letters that some languages have and others do not.
enum letter_hint : std::uint8_t { hint_arabic = 1, hint_persian = 2, hint_pashto = 4, hint_urdu = 8 };
[[nodiscard]] constexpr std::uint8_t hint_of(char32_t c) noexcept {
    switch (c) {
    case U'ة':
    case U'ى':
    case U'ي':
    case U'ك':
    case U'أ':
    case U'إ': return hint_arabic;
    case U'پ':
    case U'چ':
    case U'ژ':
    case U'گ':
    case U'ک':
    case U'ی': return hint_persian;
    case U'ټ':
    case U'ډ':
    case U'ړ':
    case U'ښ':
    case U'ږ':
    case U'څ':
    case U'ځ':
    case U'ڼ':
    case U'ې':
    case U'ۍ':
    case U'ګ': return hint_pashto;
    case U'ٹ':
    case U'ڈ':
    case U'ڑ':
    case U'ں':
    case U'ے':
    case U'ہ':
    case U'ھ': return hint_urdu;
    default: return 0;
    }
}

// A name, folded. Letters behind the first 96 are not looked at: no name has so many.
struct spelling {
    static constexpr std::uint32_t room = 96;
    std::uint8_t letters[room] = {};
    offset at[room] = {}; // where each letter begins in the text
    std::uint32_t size = 0;
    writing in = writing::none;
    writing read = writing::none; // `in`, or cyrillic for a name that was folded to Latin letters from those
    std::uint32_t strangers = 0;  // letters of other scripts than the name's
    std::uint32_t digits = 0;     // a hash of the digits, 0 without any
    offset end = 0;
    std::uint8_t hints = 0; // languages that its letters speak for: bits as in `letter_hint`

    [[nodiscard]] std::uint8_t space() const noexcept { return in == writing::latin ? latin_space : native_space; }
    [[nodiscard]] std::string_view view() const noexcept { return {reinterpret_cast<const char*>(letters), size}; }
};

// Names of English letters as Persian and Urdu write the initials of a name (سی., اچ., ڈبلیو.), and the letters that these stand for.
struct named_letter {
    char16_t name[7];
    char16_t letter;
};
inline constexpr named_letter named_letters[] = {
    {u"ای", u'ا'},  {u"اے", u'ا'},  {u"بی", u'ب'}, {u"سی", u'س'},  {u"دی", u'د'},  {u"ڈی", u'ڈ'},    {u"اف", u'ف'},
    {u"ایف", u'ف'}, {u"جی", u'ج'},  {u"اچ", u'ه'}, {u"ایچ", u'ه'}, {u"آی", u'ا'},  {u"آئی", u'ا'},   {u"جی", u'ج'},
    {u"جے", u'ج'},  {u"کی", u'ک'},  {u"کے", u'ک'}, {u"ال", u'ل'},  {u"ایل", u'ل'}, {u"ام", u'م'},    {u"ایم", u'م'},
    {u"ان", u'ن'},  {u"این", u'ن'}, {u"او", u'ا'}, {u"پی", u'پ'},  {u"کیو", u'ک'}, {u"آر", u'ر'},    {u"اس", u'س'},
    {u"ایس", u'س'}, {u"تی", u'ت'},  {u"ٹی", u'ٹ'}, {u"یو", u'ی'},  {u"وی", u'و'},  {u"دبلیو", u'و'}, {u"ڈبلیو", u'و'},
};
// Makes one letter of the name of a letter with a full stop behind it.
constexpr void place_initial(spelling& s) noexcept {
    std::uint32_t begin = s.size;
    while (begin > 0 && s.letters[begin - 1] != native_space) --begin;
    for (const named_letter& n : named_letters) {
        std::uint32_t i = 0;
        while (n.name[i] != 0 && begin + i < s.size && native_code(n.name[i]) == s.letters[begin + i]) ++i;
        if (n.name[i] != 0 || begin + i != s.size) continue;
        s.letters[begin] = native_code(n.letter);
        s.size = begin + 1;
        return;
    }
}

// Folds the letters at the edges of words to the codes that they have there.
constexpr void place_letters(spelling& s) noexcept {
    constexpr std::uint8_t alef = native_code(u'ا'), waw = native_code(u'و'), yeh = native_code(u'ی'), heh = native_code(u'ه'),
                           lam = native_code(u'ل'), alef_madda = native_code(u'آ');
    std::uint32_t out = 0;
    for (std::uint32_t i = 0; i < s.size;) {
        std::uint32_t end = i;
        while (end < s.size && s.letters[end] != native_space) ++end;
        const std::uint32_t begin = i;
        if (end - i == 2 && end < s.size && s.letters[i + 1] == lam && (s.letters[i] == alef || s.letters[i] == alef_madda)) {
            s.at[out] = s.at[i]; // Al Thani: the house of, which Latin letters write like the article
            s.letters[out++] = native_article;
            i = end + 1;
            continue;
        }
        for (; i < end; ++i, ++out) {
            std::uint8_t c = s.letters[i];
            s.at[out] = s.at[i];
            if (i == begin && c == alef && end - begin >= 4 && s.letters[i + 1] == lam) {
                c = native_article;
                ++i;
            } else if (i >= begin + 3 && c == alef && end - i >= 5 && s.letters[i + 1] == lam) {
                c = native_article; // inside: Abd-al-Ghani, Nur-al-Din as one word
                ++i;
            } else if (i == begin && end - begin > 1) {
                c = c == alef  ? std::uint8_t{initial_alef}
                    : c == waw ? std::uint8_t{initial_waw}
                    : c == yeh ? std::uint8_t{initial_yeh}
                               : c;
            } else if (i + 1 == end && end - begin > 1) {
                c = c == alef  ? std::uint8_t{final_alef}
                    : c == waw ? std::uint8_t{final_waw}
                    : c == yeh ? std::uint8_t{final_yeh}
                    : c == heh ? std::uint8_t{final_heh}
                               : c;
            }
            s.letters[out] = c;
        }
        if (end < s.size) {
            s.at[out] = s.at[end];
            s.letters[out++] = native_space;
            i = end + 1;
        }
    }
    s.size = out;
}

// Makes one letter of an article that stands as a word: al, el, ul, il, or with the letter of the word behind it (ar Rahman, ash Sham).
constexpr void place_articles(spelling& s) noexcept {
    constexpr std::uint8_t h = 8, l = 12;
    std::uint32_t out = 0;
    for (std::uint32_t i = 0; i < s.size;) {
        std::uint32_t end = i;
        while (end < s.size && s.letters[end] != latin_space) ++end;
        const std::uint32_t length = end - i, next = end + 1;
        const std::uint8_t* const w = s.letters + i;
        const bool shape = next + 1 < s.size && (length == 2 || (length == 3 && w[2] == h)) && is_latin_vowel(w[0]) && w[0] != 15;
        const bool assimilated =
            shape && w[0] != 9 && !is_latin_vowel(w[1]) && s.letters[next] == w[1] && (length == 2 || s.letters[next + 1] == h);
        if (shape && ((length == 2 && w[1] == l) || assimilated)) {
            s.at[out] = s.at[i];
            s.letters[out++] = latin_article;
            i = next;
            continue;
        }
        // Abd with the article of the name behind it: Abdul Ghani, Abdurrahman, Abd al Ghani are one.
        const bool abd =
            length >= 5 && w[0] == 1 && w[1] == 2 && w[2] == 4 && is_latin_vowel(w[3]) && w[3] != 9 && !is_latin_vowel(w[4]);
        const bool before_word = abd && length == 5 && next < s.size && (w[4] == l || s.letters[next] == w[4]);
        const bool inside = abd && length >= 8;
        for (std::uint32_t k = 0; i < end; ++i, ++k) {
            if ((before_word || inside) && k == 3) {
                s.at[out] = s.at[i];
                s.letters[out++] = latin_article;
                if (before_word || w[4] == l) ++i;
                if (before_word) break;
                continue;
            }
            s.at[out] = s.at[i];
            s.letters[out++] = s.letters[i];
        }
        if (before_word) i = end;
        if (end < s.size) {
            i = next;
            if (!before_word) {
                s.at[out] = s.at[end];
                s.letters[out++] = latin_space;
            }
        }
    }
    s.size = out;
}

constexpr void spell(std::string_view text, spelling& s) noexcept {
    s = spelling{};
    constexpr std::size_t longest = 4096; // bytes that are looked at
    if (text.size() > longest) text = text.substr(0, longest);
    std::uint32_t latin = 0, arabic = 0, cyrillic = 0;
    for (offset p = 0; p < text.size();) {
        const code_point c = decode(text, p);
        p = c.at.end;
        const writing in = base_of(c.value).in;
        latin += in == writing::latin ? 1u : 0u;
        arabic += in == writing::arabic ? 1u : 0u;
        cyrillic += in == writing::cyrillic ? 1u : 0u;
    }
    s.read = arabic + latin + cyrillic == 0          ? writing::none
             : arabic >= latin && arabic >= cyrillic ? writing::arabic
             : latin >= cyrillic                     ? writing::latin
                                                     : writing::cyrillic;
    s.in = s.read == writing::cyrillic ? writing::latin : s.read;
    if (s.in == writing::none) {
        for (offset p = 0; p < text.size();) {
            const code_point c = decode(text, p);
            p = c.at.end;
            if (between_of(c.value) == between::digit)
                s.digits = s.digits * 31 + (static_cast<std::uint32_t>(c.value) & 15u) % 10 + 1;
        }
        s.end = static_cast<offset>(text.size());
        return;
    }
    bool gap = false, number = false;
    const std::uint8_t space = s.space();
    for (offset p = 0; p < text.size() && s.size < spelling::room;) {
        const code_point c = decode(text, p);
        const base_letters base = base_of(c.value);
        p = c.at.end;
        if (base.in == writing::none) {
            const between b = between_of(c.value);
            if (b == between::digit) {
                const std::uint32_t value = c.value < 0x80    ? static_cast<std::uint32_t>(c.value) - '0'
                                            : c.value < 0x6F0 ? static_cast<std::uint32_t>(c.value) - 0x660
                                                              : static_cast<std::uint32_t>(c.value) - 0x6F0;
                if (!number) s.digits = s.digits * 31 + 17;
                s.digits = s.digits * 31 + value + 1;
                number = true;
            } else {
                number = false;
                // A letter of a script that is not compared here, where the name has no more to say.
                if (c.value > 0x24F && !(c.value >= 0x600 && c.value < 0x700) && !(c.value >= 0x2000 && c.value < 0x2070) &&
                    b == between::gap)
                    ++s.strangers;
            }
            if (c.value == '.' && !gap && s.in == writing::arabic && s.size != 0) place_initial(s);
            gap = gap || b != between::nothing;
            continue;
        }
        number = false;
        if (base.in != s.read) {
            ++s.strangers;
            gap = true;
            continue;
        }
        if (gap && s.size != 0 && s.size + 1 < spelling::room) {
            s.at[s.size] = c.at.begin;
            s.letters[s.size++] = space;
        }
        gap = false;
        s.hints |= hint_of(c.value);
        for (std::uint32_t codes = base.codes; codes != 0 && s.size < spelling::room; codes >>= 8) {
            const auto letter = static_cast<std::uint8_t>(codes & 0xFF);
            // Arabic script does not write doubled consonants.
            if (s.in == writing::latin && s.size != 0 && s.letters[s.size - 1] == letter && !is_latin_vowel(letter)) continue;
            s.at[s.size] = c.at.begin;
            s.letters[s.size++] = letter;
        }
        s.end = c.at.end;
    }
    if (s.in == writing::arabic) place_letters(s);
    else place_articles(s);
}

}}} // namespace matn::v0::detail

#endif
