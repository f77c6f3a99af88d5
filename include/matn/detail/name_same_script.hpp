// SPDX-License-Identifier: MIT
// Two spellings of a name in one script: which letters stand for one another, and what a letter more or less says.
#ifndef MATN_DETAIL_NAME_SAME_SCRIPT_HPP
#define MATN_DETAIL_NAME_SAME_SCRIPT_HPP

#include <matn/detail/name_align.hpp>
#include <matn/detail/name_spelling.hpp>

#include <cstdint>

namespace matn { inline namespace v0 { namespace detail {

// Whether two codes are one letter that is written with or without its hamza, dots or place in the word.
[[nodiscard]] constexpr std::uint8_t base_letter(std::uint8_t c) noexcept {
    if (c == native_article) return c;
    constexpr std::uint8_t alef = native_code(u'ا'), alef_above = native_code(u'أ'), alef_below = native_code(u'إ'),
                           yeh = native_code(u'ی'), maksura = native_code(u'ى'), heh = native_code(u'ه'),
                           doachashmee = native_code(u'ھ');
    c = without_place(c);
    return c == alef_above || c == alef_below ? alef : c == maksura ? yeh : c == doachashmee ? heh : c;
}
[[nodiscard]] constexpr bool same_base(std::uint8_t a, std::uint8_t b) noexcept { return base_letter(a) == base_letter(b); }

// Sets of letters that spellings of Arabic, Persian, Pashto and Urdu put for one another, as bits; letters with a bit in common are kin.
struct letter_kin {
    std::int8_t native_weight[native_codes][native_codes] = {}, latin_weight[latin_codes][latin_codes] = {};
    std::uint32_t native[native_codes] = {}, native_near[native_codes] = {};
    std::uint32_t latin[latin_codes] = {};
    std::int8_t native_gap[native_codes] = {}, latin_gap[latin_codes] = {};
    std::int8_t native_worth[native_codes] = {}, latin_worth[latin_codes] = {};

    consteval letter_kin() noexcept {
        constexpr const char16_t* native_sets[] = {
            u"گغجکق", u"کقخغ",  u"بپ",        u"چشجتژ", u"فڤوپ",   u"ژجزش", u"طتثٹ", u"صسثڅ", u"ذزضظدځږ", u"دڈذضظ", u"رڑ",
            u"نڼں",   u"حهھخة", u"اآأإعءىةه", u"وؤ",    u"یىېےئء", u"ښشخ",  u"ږگژ",  u"ځجز",  u"څچسث",    u"هةتىا", u"ىایه"};
        std::uint32_t bit = 1;
        for (const char16_t* set : native_sets) {
            for (; *set != 0; ++set) native[native_code(*set)] |= bit;
            bit <<= 1;
        }
        for (std::uint8_t c = native_plain; c < native_codes; ++c) native[c] = native[without_place(c)];
        for (std::uint8_t c = 2; c < native_codes; ++c) {
            native_gap[c] = -26;
            native_worth[c] = 24;
        }
        for (const char16_t* c = u"اویهةىېےآأإءئؤھع"; *c != 0; ++c) {
            native_gap[native_code(*c)] = -10;
            native_worth[native_code(*c)] = 14;
        }
        for (const char16_t* c = u"وع"; *c != 0; ++c) native_gap[native_code(*c)] = -14;
        for (std::uint8_t c = native_plain; c < native_codes; ++c) {
            native_gap[c] = native_gap[without_place(c)];
            native_worth[c] = native_worth[without_place(c)];
        }
        native_gap[final_yeh] = -16; // a syllable of its own: بردی is not برد
        native_gap[native_space] = -4;
        native_worth[native_space] = 4;
        native_gap[native_article] = -5;
        native_worth[native_article] = 6;

        constexpr const char* latin_sets[] = {"aeo", "iey", "ouw", "kqcgx", "jgy", "szcx", "bpv", "fpv", "vw", "td", "mn", "hx"};
        bit = 1;
        for (const char* set : latin_sets) {
            for (; *set != 0; ++set) latin[*set - 'a' + 1] |= bit;
            bit <<= 1;
        }
        for (std::uint8_t c = 1; c < latin_space; ++c) {
            latin_gap[c] = is_latin_vowel(c) || c == 8 || c == 25 ? -9 : -24; // vowels, h, y
            latin_worth[c] = is_latin_vowel(c) || c == 8 || c == 25 ? 10 : 22;
        }
        latin_gap[latin_space] = -4;
        latin_worth[latin_space] = 4;
        latin_gap[latin_article] = -5;
        latin_worth[latin_article] = 6;
        // What one language writes for a letter that another has: nearly the letter itself.
        bit = 1;
        for (const char16_t* set : {u"گغ", u"گج", u"گک", u"پب", u"چش", u"فو", u"فڤ", u"ژج", u"طت", u"ةه", u"ةت", u"صس", u"ثس",
                                    u"قغ", u"زذ", u"زظ", u"زض"}) {
            for (; *set != 0; ++set) native_near[native_code(*set)] |= bit;
            bit <<= 1;
        }
        for (std::uint8_t c = 0; c < native_codes; ++c) {
            plain_[c] = without_place(c);
            base_[c] = base_letter(c);
        }
        for (std::uint8_t a = 0; a < native_codes; ++a)
            for (std::uint8_t b = 0; b < native_codes; ++b)
                native_weight[a][b] = static_cast<std::int8_t>(find_weight(a, b, writing::arabic));
        for (std::uint8_t a = 0; a < latin_codes; ++a)
            for (std::uint8_t b = 0; b < latin_codes; ++b)
                latin_weight[a][b] = static_cast<std::int8_t>(find_weight(a, b, writing::latin));
    }
    [[nodiscard]] constexpr int gap(std::uint8_t c, writing in) const noexcept {
        return in == writing::latin ? latin_gap[c] : native_gap[c];
    }
    [[nodiscard]] constexpr int worth(std::uint8_t c, writing in) const noexcept {
        return in == writing::latin ? latin_worth[c] : native_worth[c];
    }
    [[nodiscard]] constexpr int weight(std::uint8_t a, std::uint8_t b, writing in) const noexcept { return row(a, in)[b]; }
    // What a letter is worth beside each other one.
    [[nodiscard]] constexpr const std::int8_t* row(std::uint8_t a, writing in) const noexcept {
        return in == writing::latin ? latin_weight[a] : native_weight[a];
    }

private:
    // Computed once: clang counts the steps of what is evaluated when compiling.
    static constexpr std::uint8_t alef = native_code(u'ا'), waw = native_code(u'و'), yeh = native_code(u'ی'),
                                  jeem = native_code(u'ج'), seen = native_code(u'س'), sheen = native_code(u'ش'),
                                  zain = native_code(u'ز');
    std::uint8_t plain_[native_codes] = {}, base_[native_codes] = {};

    [[nodiscard]] constexpr int find_weight(std::uint8_t a, std::uint8_t b, writing in) const noexcept {
        const int worth_a = worth(a, in), worth_b = worth(b, in), less = worth_a < worth_b ? worth_a : worth_b;
        if (a == b) return worth_a;
        if (in == writing::latin) return (latin[a] & latin[b]) != 0 ? less / 2 : -26;
        if (base_[a] == base_[b]) return worth_a;
        const std::uint8_t p = plain_[a], q = plain_[b];
        if ((native_near[p] & native_near[q]) != 0) return less * 4 / 5;
        if ((native[a] & native[b]) != 0) return less / 2;
        // Foreign vowels are heard in many ways: جون and جان, رود and راد; and so are some consonants: يانشا and جانسا, هاينز and هاینس.
        const auto are = [p, q](std::uint8_t x, std::uint8_t y) { return (p == x && q == y) || (p == y && q == x); };
        if (are(alef, waw)) return 2;
        if (are(jeem, yeh) || are(seen, sheen) || are(seen, zain)) return -6;
        if (are(alef, yeh) || are(waw, yeh)) return -8;
        return -26;
    }
};
inline constexpr letter_kin kin{};

[[nodiscard]] inline int same_most(const std::uint8_t* letters, std::uint32_t size, writing in) noexcept {
    int sum = 0;
    for (std::uint32_t i = 0; i < size; ++i) sum += kin.worth(letters[i], in);
    return sum;
}

[[nodiscard]] inline int align_same(const std::uint8_t* a, std::uint32_t a_size, const std::uint8_t* b, std::uint32_t b_size,
                                    writing in) noexcept {
    int lines[2][spelling::room + 1];
    int* before = lines[0];
    int* now = lines[1];
    before[0] = 0;
    for (std::uint32_t j = 1; j <= b_size; ++j) before[j] = before[j - 1] + kin.gap(b[j - 1], in);
    for (std::uint32_t i = 0; i < a_size; ++i) {
        const int gap = kin.gap(a[i], in);
        const std::int8_t* const row = kin.row(a[i], in);
        now[0] = before[0] + gap;
        for (std::uint32_t j = 1; j <= b_size; ++j) {
            int best = before[j] + gap;
            const int both = before[j - 1] + row[b[j - 1]];
            best = both > best ? both : best;
            const int left = now[j - 1] + kin.gap(b[j - 1], in);
            now[j] = left > best ? left : best;
        }
        int* const swap = before;
        before = now;
        now = swap;
    }
    return before[b_size];
}

}}} // namespace matn::v0::detail

#endif
