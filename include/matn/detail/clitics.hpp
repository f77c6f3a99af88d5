// SPDX-License-Identifier: MIT
// Letters that are written together with a name but are not part of it, as packed letter codes.
#ifndef MATN_DETAIL_CLITICS_HPP
#define MATN_DETAIL_CLITICS_HPP

#include <matn/detail/name_words.hpp>

#include <array>
#include <bit>
#include <cstdint>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail {

// One clitic: its codes as they stand at one end of a word.
struct clitic {
    std::uint64_t codes = 0;  // of a proclitic from the lowest byte up, of an enclitic to the highest
    std::uint64_t mask = 0;   // of the bytes that codes has
    std::uint8_t letters = 0; // of the clitic
    std::uint8_t strip = 0;   // letters to take off
    std::uint8_t restore =
        0; // a code to put in the place of the first letter that stays: of للخارجية, ا for the first ل gives الخارجية
    std::uint8_t stem = 3;     // the fewest letters that must stay
    bool after_vowel = false;  // the stem must end in ا or و
    bool after_joiner = false; // a half-space must stand before it
};

inline constexpr std::size_t most_clitics = 48;
inline constexpr std::size_t clitic_classes = 12;
// Clitics by the two letters at the word's end that they stand at, the outer one first: most words have none, and that is seen by three loads.
struct clitic_list {
    std::array<clitic, most_clitics> all{};
    std::array<std::uint8_t, 256> class_of{}; // of a code; 0: no clitic has it at these places
    std::array<std::array<std::uint8_t, 8>, clitic_classes * clitic_classes>
        by_ends{}; // numbers in `all`, plus 1; 0 ends the list
};

template <profile P>
[[nodiscard]] constexpr clitic packed(std::u16string_view letters, bool at_front) noexcept {
    clitic c;
    const std::size_t from = at_front ? 0 : 8 - letters.size();
    for (std::size_t i = 0; i < letters.size(); ++i) {
        c.codes |= std::uint64_t{letter_table<P>[letters[i]]} << (8 * (from + i));
        c.mask |= std::uint64_t{0xFF} << (8 * (from + i));
    }
    c.letters = c.strip = static_cast<std::uint8_t>(letters.size());
    return c;
}

template <profile P>
constexpr clitic_list list_clitics(const clitic* list, std::size_t count, bool at_front) noexcept {
    clitic_list out;
    const auto letter = [at_front](const clitic& c, unsigned i) {
        return static_cast<std::uint8_t>(at_front ? c.codes >> (8 * i) : c.codes >> (56 - 8 * i));
    };
    std::uint8_t classes = 0;
    const auto give_class = [&](std::uint8_t code) {
        if (code != 0 && out.class_of[code] == 0) out.class_of[code] = ++classes;
    };
    for (std::size_t i = 0; i < count; ++i) {
        out.all[i] = list[i];
        give_class(letter(list[i], 0));
        if (list[i].letters > 1) give_class(letter(list[i], 1));
        if (list[i].after_vowel) give_class(letter_table<P>[0x627]), give_class(letter_table<P>[0x648]);
    }
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t inner = 0; inner < clitic_classes; ++inner) {
            const std::size_t outer = out.class_of[letter(list[i], 0)];
            const std::size_t vowel = out.class_of[letter_table<P>[0x627]], other = out.class_of[letter_table<P>[0x648]];
            const bool fits = list[i].letters > 1   ? inner == out.class_of[letter(list[i], 1)]
                              : list[i].after_vowel ? inner == vowel || inner == other
                                                    : true;
            if (!fits) continue;
            auto& row = out.by_ends[outer * clitic_classes + inner];
            std::size_t n = 0;
            while (row[n] != 0) ++n;
            row[n] = static_cast<std::uint8_t>(i + 1);
        }
    return out;
}

struct written_clitic {
    std::u16string_view letters;
    std::uint8_t stem = 3;
    bool after_vowel = false, after_joiner = false;
};

// Arabic: conjunctions و ف, prepositions ب ل ك, the future س, and the article, in the orders that occur.
template <profile P>
inline constexpr clitic_list proclitics = [] {
    constexpr written_clitic written[] = {
        {u"و"},  {u"ف"},  {u"ب"},  {u"ل"},  {u"ك"},  {u"س", 5}, {u"ال"},   {u"وال"},  {u"فال"}, {u"بال"}, {u"كال"},
        {u"وب"}, {u"ول"}, {u"وك"}, {u"فب"}, {u"فل"}, {u"وبال"}, {u"وكال"}, {u"فبال"}, {u"لل"},  {u"ولل"}, {u"فلل"},
    };
    clitic list[most_clitics] = {};
    std::size_t n = 0;
    for (const written_clitic& w : written) {
        clitic c = packed<P>(w.letters, true);
        c.stem = w.stem;
        list[n++] = c;
        if (w.letters.size() < 2 || w.letters.substr(w.letters.size() - 2) != u"لل") continue;
        c.strip = static_cast<std::uint8_t>(c.strip - 2); // the article has lost its alef
        c.restore = letter_table<P>[0x627];
        c.stem = 4;
        list[n++] = c;
    }
    return list_clitics<P>(list, n, true);
}();

// Persian, Dari, Urdu, Pashto: plurals, possessives and the copula, most often behind a half-space. A bare ی makes an adjective of a place
// (ایرانی), which is another word; it is taken off after ا and و only, where it joins the next word (آمریکای).
template <profile P>
inline constexpr clitic_list enclitics = [] {
    constexpr written_clitic written[] = {
        {u"ها"},
        {u"های"},
        {u"هایی"},
        {u"هایش"},
        {u"هایشان"},
        {u"هاش"},
        {u"اش", 4},
        {u"شان", 4},
        {u"مان", 5},
        {u"تان", 5},
        {u"ش", 4},
        {u"ی", 3, true},
        {u"ی", 3, false, true},
        {u"ای", 3, false, true},
        {u"ام", 3, false, true},
        {u"ات", 3, false, true},
        {u"م", 3, false, true},
        {u"ت", 3, false, true},
        {u"یم", 3, false, true},
        {u"ند", 3, false, true},
        {u"اند", 3, false, true},
        {u"را", 3, false, true},
        {u"وو", 3, false, true},
    };
    clitic list[most_clitics] = {};
    std::size_t n = 0;
    for (const written_clitic& w : written) {
        clitic c = packed<P>(w.letters, false);
        c.stem = w.stem;
        c.after_vowel = w.after_vowel;
        c.after_joiner = w.after_joiner;
        list[n++] = c;
    }
    return list_clitics<P>(list, n, false);
}();

// The word without a clitic that it has.
[[nodiscard]] constexpr word_key without_proclitic(const word_key& key, const clitic& c) noexcept {
    word_key stem = key.without_first(c.strip);
    if (c.restore != 0) stem.low = (stem.low & ~std::uint64_t{0xFF}) | c.restore;
    return stem;
}

// What a word may be beside itself, told from its two first and its two last letters by four loads: half of all words are nothing else.
// Each bit is a rule about two letters that stand beside each other.
enum hint : std::uint8_t {
    single_hint = 1,  // begins with و ف ب ل ك
    future_hint = 2,  // with س
    article_hint = 4, // with ال
    more_hint = 8,    // with a letter of the first rule, and then ا ب ل ك: perhaps وال, وب
    latin_hint = 16,  // with a Latin letter: perhaps an acronym
    enclitic_hint = 32 | 64 | 128,
};
inline constexpr unsigned proclitic_hint = single_hint | future_hint | article_hint | more_hint;

struct hint_tables {
    alignas(64) std::uint8_t first[256] = {}, second[256] = {}, last[256] = {}, inner[256] = {};
};
template <profile P>
inline constexpr hint_tables hints = [] {
    hint_tables t;
    const auto set = [](std::uint8_t(&table)[256], std::u16string_view letters, unsigned bits) {
        for (const char16_t c : letters) table[letter_table<P>[c]] = static_cast<std::uint8_t>(table[letter_table<P>[c]] | bits);
    };
    for (std::size_t i = 0; i < 256; ++i) {
        t.second[i] = single_hint | future_hint | latin_hint;
        t.inner[i] = 128;
    }
    t.inner[0] = enclitic_hint; // where it is not known
    set(t.first, u"\u0648\u0641\u0628\u0644\u0643", single_hint | more_hint);
    set(t.first, u"\u0633", future_hint);
    set(t.first, u"\u0627", article_hint);
    set(t.first, u"abcdefghijklmnopqrstuvwxyz", latin_hint);
    set(t.second, u"\u0644", article_hint);
    set(t.second, u"\u0627\u0628\u0644\u0643", more_hint);
    // ها and the ان of شان مان تان; های هایی and a ی after a vowel; ش. All others stand behind a half-space.
    set(t.last, u"\u0627\u0646", 32);
    set(t.inner, u"\u0647\u0627", 32);
    set(t.last, u"\u06CC", 64);
    set(t.inner, u"\u0627\u0648\u06CC", 64);
    set(t.last, u"\u0634", 128);
    return t;
}();
// The hints of a word; of one of a single letter, or of more than 16, they may be wrong.
template <profile P>
[[nodiscard]] inline unsigned hints_of(const word_key& key) noexcept {
    constexpr const hint_tables& table = hints<P>;
    const std::uint32_t last = (key.letters - 1) & 15, inner = (key.letters - 2) & 15;
    const unsigned front = table.first[key.low & 0xFF] & unsigned{table.second[key.low >> 8 & 0xFF]};
    if constexpr (std::endian::native == std::endian::little) { // the letters stand in a row: no need to ask in which half
        const auto* const letters = reinterpret_cast<const unsigned char*>(&key);
        return front | (table.last[letters[last]] & unsigned{table.inner[letters[inner]]});
    } else {
        return front | (table.last[key[last]] & unsigned{table.inner[key[inner]]});
    }
}

// Those of them that a word of so many letters may have.
[[nodiscard]] constexpr std::uint8_t fitting_hints(unsigned hints, std::uint32_t letters) noexcept {
    if (letters - 4 > 12) hints &= unsigned{latin_hint};
    if (letters < 6) hints &= ~unsigned{future_hint};
    if (letters < 5) hints &= ~unsigned{article_hint};
    return static_cast<std::uint8_t>(hints);
}
template <profile P>
[[nodiscard]] inline std::uint8_t word_hints(const word_key& key) noexcept {
    return fitting_hints(hints_of<P>(key), key.letters);
}

// Calls `use(key without the clitic, clitic, is it there)` for each proclitic that a word of 2 to 16 letters may begin with. Whether it is
// there is told as 1 or 0: which of a few it is cannot be foretold, so nothing should branch on it.
template <profile P, class Use>
inline void try_proclitics(const word_key& key, Use&& use) {
    constexpr const clitic_list& list = proclitics<P>;
    const std::size_t outer = list.class_of[key.low & 0xFF];
    if (outer == 0) return;
    for (const std::uint8_t* i = list.by_ends[outer * clitic_classes + list.class_of[key.low >> 8 & 0xFF]].data(); *i != 0; ++i) {
        const clitic& c = list.all[*i - 1u];
        use(without_proclitic(key, c), c,
            static_cast<unsigned>(((key.low ^ c.codes) & c.mask) == 0) &
                static_cast<unsigned>(key.letters >= std::uint32_t{c.strip} + c.stem));
    }
}
// The same for enclitics. `joiner`: there is a half-space in the word.
template <profile P, class Use>
inline void try_enclitics(const word_key& key, bool joiner, Use&& use) {
    constexpr const clitic_list& list = enclitics<P>;
    // The last eight letters, the last one highest.
    const std::uint64_t tail = key.letters <= 8    ? key.low << (8 * (8 - key.letters))
                               : key.letters == 16 ? key.high
                                                   : key.low >> (8 * (key.letters - 8)) | key.high << (8 * (16 - key.letters));
    const std::size_t outer = list.class_of[tail >> 56]; // 0 has empty lists
    for (const std::uint8_t* i = list.by_ends[outer * clitic_classes + list.class_of[tail >> 48 & 0xFF]].data(); *i != 0; ++i) {
        const clitic& c = list.all[*i - 1u];
        use(key.without_last(c.strip), c,
            static_cast<unsigned>(((tail ^ c.codes) & c.mask) == 0) &
                static_cast<unsigned>(key.letters >= std::uint32_t{c.strip} + c.stem) &
                static_cast<unsigned>(joiner | !c.after_joiner));
    }
}
// Calls `use(key without the clitic, clitic)` for those that are there.
template <profile P, class Use>
inline void each_proclitic(const word_key& key, Use&& use) {
    try_proclitics<P>(key, [&use](const word_key& stem, const clitic& c, unsigned there) {
        if (there != 0) use(stem, c);
    });
}
template <profile P, class Use>
inline void each_enclitic(const word_key& key, bool joiner, Use&& use) {
    try_enclitics<P>(key, joiner, [&use](const word_key& stem, const clitic& c, unsigned there) {
        if (there != 0) use(stem, c);
    });
}

}}} // namespace matn::v0::detail

#endif
