// SPDX-License-Identifier: MIT
// The consonants of a word by classes that all scripts share: what two spellings of it have in common before anything is compared.
#ifndef MATN_DETAIL_NAME_SKELETON_HPP
#define MATN_DETAIL_NAME_SKELETON_HPP

#include <matn/detail/name_spelling.hpp>

#include <cstdint>

namespace matn { inline namespace v0 { namespace detail {

// Classes: 1 lips, 2 t and d, 3 hissing, 4 throat, 5 m, 6 n, 7 l, 8 r; 0 for vowels, h and what is written like one (w, y). Some letters
// sound in two ways: j is 3 or, in the north, none; v is 1, or none to those who write it as the vowel waw; the jim of George is its g.
//
// A shade tells apart what is in one class, by bits of which sounds that are taken for one another share most.
struct sound {
    std::uint8_t first = 0, second = 0; // class * 8 + shade; the same, unless the letter sounds in two ways
};
[[nodiscard]] constexpr sound sure(int k, int shade = 0) noexcept {
    return {static_cast<std::uint8_t>(8 * k + shade), static_cast<std::uint8_t>(8 * k + shade)};
}
[[nodiscard]] constexpr sound either(sound a, sound b) noexcept { return {a.first, b.first}; }
inline constexpr sound silent{};
inline constexpr sound sound_b = sure(1, 0), sound_p = sure(1, 1), sound_f = sure(1, 6), sound_v = sure(1, 7);
inline constexpr sound sound_t = sure(2, 0), sound_th = sure(2, 1), sound_d = sure(2, 6), sound_dh = sure(2, 7);
inline constexpr sound sound_s = sure(3, 0), sound_z = sure(3, 1), sound_sh = sure(3, 6), sound_j = sure(3, 7),
                       sound_ch = sure(3, 4), sound_zh = sure(3, 5);
inline constexpr sound sound_k = sure(4, 0), sound_q = sure(4, 1), sound_g = sure(4, 6), sound_gh = sure(4, 7),
                       sound_kh = sure(4, 3);
inline constexpr sound sound_m = sure(5), sound_n = sure(6), sound_l = sure(7), sound_r = sure(8);

// The classes of one word, neighbours of the same class once, in each of the ways that it may sound. Of the letters that sound in two
// ways the first two count, and of the classes the first 16.
struct skeleton {
    static constexpr std::uint32_t room = 16;
    std::uint64_t ways[4] = {};   // four bits a class, the last one lowest
    std::uint64_t shades[4] = {}; // the same of their shades
    std::uint32_t begins = 0;     // how: bits that a vowel, h, and y or w share none of
    std::uint8_t sizes[4] = {};
    std::uint32_t count = 1;
};

[[nodiscard]] constexpr std::uint64_t mix_key(std::uint64_t h) noexcept {
    h ^= h >> 31;
    h *= 0x9E3779B97F4A7C15u;
    h ^= h >> 29;
    h *= 0xBF58476D1CE4E5B9u;
    return h ^ h >> 32;
}

[[nodiscard]] consteval auto make_native_sounds() noexcept {
    struct {
        sound of[native_codes] = {};
    } out;
    const auto put = [&out](const char16_t* letters, sound s) {
        for (; *letters != 0; ++letters) out.of[native_code(*letters)] = s;
    };
    put(u"ب", sound_b), put(u"پ", sound_p), put(u"ف", sound_f), put(u"ڤ", sound_v);
    put(u"تطٹ", sound_t), put(u"دڈ", sound_d), put(u"ث", either(sound_th, sound_s)), put(u"ذضظ", either(sound_dh, sound_z));
    put(u"سص", sound_s), put(u"ز", sound_z), put(u"شښ", sound_sh), put(u"چڅ", sound_ch), put(u"ژږ", sound_zh), put(u"ځ", sound_j);
    put(u"ج", either(sound_j, sound_g)), put(u"ک", sound_k), put(u"ق", sound_q), put(u"گ", sound_g), put(u"غ", sound_gh);
    put(u"خ", sound_kh), put(u"م", sound_m), put(u"نڼں", sound_n), put(u"ل", sound_l), put(u"رڑ", sound_r);
    return out;
}
inline constexpr auto native_sounds = make_native_sounds();

// The sound of a letter; `before` and `behind` are its neighbours, 0 at an edge.
[[nodiscard]] constexpr sound native_sound(std::uint8_t c, std::uint8_t behind) noexcept {
    if (c == native_code(u'ت') && behind == native_code(u'ش')) return either(sound_t, silent); // the ch of Arabic
    return native_sounds.of[c];
}
[[nodiscard]] constexpr sound latin_sound(std::uint8_t c, std::uint8_t before, std::uint8_t behind) noexcept {
    const auto is = [](std::uint8_t code, char letter) { return code == letter - 'a' + 1; };
    const bool front = is(behind, 'e') || is(behind, 'i') || is(behind, 'y'), h = is(behind, 'h');
    switch (c == 0 || c >= latin_space ? ' ' : static_cast<char>('a' + c - 1)) {
    case 'b': return sound_b;
    case 'f': return sound_f;
    case 'p': return h ? sound_f : sound_p;
    case 'v': return either(sound_v, silent);
    case 'w': return either(silent, sound_v);
    case 't':
        if (is(behind, 'c') || is(behind, 's') || is(behind, 'z')) return either(sound_t, silent);
        return h ? either(sound_th, sound_s) : sound_t;
    case 'd': return h ? either(sound_dh, sound_z) : sound_d;
    case 'c':
        if (h) return is(before, 's') ? sound_sh : is(before, 't') ? sound_ch : either(sound_ch, sound_k);
        return front ? sound_s : sound_k;
    case 's': return h || (is(behind, 'c') && is(before, 0)) ? sound_sh : sound_s;
    case 'z': return h ? sound_zh : sound_z;
    case 'x': return sound_s;
    case 'j': return either(sound_j, silent);
    case 'g': return h ? sound_gh : front ? either(sound_g, sound_j) : sound_g;
    case 'k': return h ? sound_kh : sound_k;
    case 'q': return sound_q;
    case 'm': return sound_m;
    case 'n': return sound_n;
    case 'l': return sound_l;
    case 'r': return sound_r;
    default: return silent;
    }
}

constexpr void find_skeleton(const std::uint8_t* letters, std::uint32_t size, writing in, skeleton& out) noexcept {
    out = skeleton{};
    const auto put = [&out](std::uint32_t way, std::uint8_t sound) {
        const std::uint8_t k = sound >> 3;
        if (k == 0 || out.sizes[way] == skeleton::room || (out.ways[way] & 15) == k) return;
        out.ways[way] = out.ways[way] << 4 | k;
        out.shades[way] = out.shades[way] << 4 | (sound & 7);
        ++out.sizes[way];
    };
    const std::uint8_t space = in == writing::latin ? latin_space : native_space;
    const std::uint8_t article = in == writing::latin ? latin_article : std::uint8_t{native_article};
    const std::uint32_t first = size > 1 && letters[0] == article ? 1 : 0;
    if (first < size) {
        constexpr std::uint8_t h = 8, w = 23, y = 25;
        const std::uint8_t c = in == writing::latin ? letters[first] : without_place(letters[first]);
        if (in == writing::latin) out.begins = is_latin_vowel(c) ? 3u : c == h ? 1u : c == w || c == y ? 2u : 0u;
        else if (native_sounds.of[c].first == 0)
            out.begins = c == native_code(u'ح') || c == native_code(u'ه')   ? 1u
                         : c == native_code(u'و') || c == native_code(u'ی') ? 2u
                                                                            : 3u;
    }
    for (std::uint32_t i = 0; i < size; ++i) {
        const std::uint8_t c = letters[i];
        if (c == space) continue;
        const std::uint8_t before = i == 0 ? std::uint8_t{0} : letters[i - 1],
                           behind = i + 1 == size ? std::uint8_t{0} : letters[i + 1];
        sound s = in == writing::arabic ? native_sound(c, behind) : latin_sound(c, before, behind);
        if (in == writing::latin && i == 1 && s.first == sound_l.first && (before == 1 || before == 5) && size >= 5)
            s = either(sound_l, silent);     // al-, el-: perhaps the article
        if (in == writing::latin && c == 24) // x is k and s
            for (std::uint32_t way = 0; way < out.count; ++way) put(way, sound_k.first);
        const std::uint32_t ways = out.count;
        if (s.first != s.second && ways < 4) {
            for (std::uint32_t way = 0; way < ways; ++way) {
                out.ways[ways + way] = out.ways[way];
                out.shades[ways + way] = out.shades[way];
                out.sizes[ways + way] = out.sizes[way];
                put(ways + way, s.second);
            }
            out.count = 2 * ways;
        }
        for (std::uint32_t way = 0; way < ways; ++way) put(way, s.first);
    }
}

// Two words are spellings of one if their classes are the same, or all but one of one of them are all of the other's, or all but one of both.
[[nodiscard]] constexpr std::uint64_t skeleton_key(std::uint64_t classes, bool but_one) noexcept {
    return mix_key(classes + (but_one ? 0x5100'0000'0000'0000u : 0x52u));
}

// What is finer than a key: the less bits of two such differ, the more alike the words.
[[nodiscard]] constexpr std::uint32_t skeleton_shade(std::uint64_t shades, std::uint32_t begins) noexcept {
    return static_cast<std::uint32_t>(shades & 0x0FFF'FFFFu) | begins << 28;
}

// Calls `all(key, shade, how many classes)` for each of the ways of a word, and `but_one` with the same of each less one class.
template <class All, class ButOne>
constexpr void each_skeleton(const skeleton& s, All all, ButOne but_one) {
    for (std::uint32_t way = 0; way < s.count; ++way) {
        bool seen = false;
        for (std::uint32_t other = 0; other < way; ++other) seen = seen || s.ways[other] == s.ways[way];
        if (seen) continue;
        const std::uint64_t classes = s.ways[way], shades = s.shades[way];
        all(classes, skeleton_shade(shades, s.begins), s.sizes[way]);
        if (s.sizes[way] < 3) continue;
        for (std::uint32_t i = 0; i < s.sizes[way]; ++i) {
            const std::uint64_t below = (std::uint64_t{1} << (4 * i)) - 1;
            std::uint64_t above = i == 15 ? 0 : classes >> (4 * (i + 1)), shades_above = i == 15 ? 0 : shades >> (4 * (i + 1));
            // What stood on both sides of it may be the same class.
            if (i > 0 && (above & 15) == (classes >> (4 * (i - 1)) & 15)) above >>= 4, shades_above >>= 4;
            but_one((above << (4 * i)) | (classes & below),
                    skeleton_shade((shades_above << (4 * i)) | (shades & below), s.begins), s.sizes[way]);
        }
    }
}

}}} // namespace matn::v0::detail

#endif
