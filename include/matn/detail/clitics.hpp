// SPDX-License-Identifier: MIT
// Letters that are written together with a name but are not part of it, as packed letter codes.
#ifndef MATN_DETAIL_CLITICS_HPP
#define MATN_DETAIL_CLITICS_HPP

#include <matn/detail/name_words.hpp>

#include <array>
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

// The proclitics that most words with one have, told without a branch: which words have one cannot be guessed, and a wrong guess costs more.
struct common_proclitics {
    std::uint32_t single = 0;  // 1: one of و ف ب ل ك س
    std::uint32_t article = 0; // letters of ال, وال and their like, or 0
    bool others = false;       // there may be others: ask each_proclitic
};
template <profile P>
[[nodiscard]] inline common_proclitics common_proclitics_of(const word_key& key) noexcept {
    static constexpr auto kinds = [] {
        std::array<std::uint8_t, 256> k{}; // 1 a single, 2 و ف, 4 ب ل ك
        for (const char16_t c : {u'\u0648', u'\u0641', u'\u0628', u'\u0644', u'\u0643'})
            k[letter_table<P>[c]] = c == u'\u0648' || c == u'\u0641' ? 3 : 5;
        k[letter_table<P>[0x633]] = 1;
        return k;
    }();
    constexpr std::uint64_t article = std::uint64_t{letter_table<P>[0x627]} | std::uint64_t{letter_table<P>[0x644]} << 8;
    constexpr std::uint64_t lam = letter_table<P>[0x644], seen = letter_table<P>[0x633];
    const std::uint32_t first = kinds[key.low & 0xFF], second = kinds[key.low >> 8 & 0xFF];
    const auto bit = [](bool b) { return static_cast<std::uint32_t>(b); };
    common_proclitics out;
    out.single = first & bit(key.letters - 1 >= ((key.low & 0xFF) == seen ? 5u : 3u));
    const std::uint32_t both = bit(first == 3) & bit(second == 5);
    const std::uint32_t at_0 = bit((key.low & 0xFFFF) == article),
                        at_1 = bit((key.low >> 8 & 0xFFFF) == article) & bit(first > 1),
                        at_2 = bit((key.low >> 16 & 0xFFFF) == article) & both;
    out.article = at_0 * 2 | at_1 * 3 | at_2 * 4;
    out.article *= bit(key.letters >= out.article + 3);
    out.others = (both | bit((key.low & 0xFFFF) == (lam | lam << 8))) != 0;
    return out;
}
template <profile P>
[[nodiscard]] constexpr bool is_common_proclitic(const clitic& c) noexcept {
    constexpr std::uint64_t article = std::uint64_t{letter_table<P>[0x627]} | std::uint64_t{letter_table<P>[0x644]} << 8;
    return c.letters == 1 || (c.letters >= 2 && (c.codes >> (8 * (c.letters - 2))) == article);
}

// 1 where a word may have one, told from its first letter, or from its last two: all others are passed over.
template <profile P>
[[nodiscard]] inline std::uint32_t may_have_proclitic(const word_key& key) noexcept {
    static constexpr auto firsts = [] {
        std::array<std::uint8_t, 256> is{};
        for (std::size_t i = 0; i < 256; ++i)
            is[i] = proclitics<P>.class_of[i] != 0 && [i] {
                for (const clitic& c : proclitics<P>.all)
                    if (c.letters != 0 && (c.codes & 0xFF) == i) return true;
                return false;
            }();
        return is;
    }();
    // With an alef only the article begins, of those that are no other clitic's.
    constexpr std::uint64_t alef = letter_table<P>[0x627], lam = letter_table<P>[0x644];
    const auto bit = [](bool b) { return static_cast<std::uint32_t>(b); };
    return firsts[key.low & 0xFF] & (bit((key.low & 0xFF) != alef) | bit((key.low >> 8 & 0xFF) == lam)) &
           bit(key.letters - 4 <= 12);
}
template <profile P>
[[nodiscard]] inline std::uint32_t may_have_enclitic(const word_key& key, bool joiner) noexcept {
    static constexpr auto ends = [] { // bit 0: without a joiner in the word, bit 1: with one
        std::array<std::uint8_t, clitic_classes * clitic_classes> is{};
        for (std::size_t i = 0; i < is.size(); ++i)
            for (const std::uint8_t n : enclitics<P>.by_ends[i])
                if (n != 0) is[i] = static_cast<std::uint8_t>(is[i] | 2 | (enclitics<P>.all[n - 1u].after_joiner ? 0 : 1));
        return is;
    }();
    constexpr const clitic_list& list = enclitics<P>;
    const std::uint32_t last = (key.letters - 1) & 15, inner = (key.letters - 2) & 15;
    const std::size_t both = std::size_t{list.class_of[key[last]]} * clitic_classes + list.class_of[key[inner]];
    return std::uint32_t{ends[both]} >> (joiner ? 1 : 0) & static_cast<std::uint32_t>(key.letters - 4 <= 12) & 1u;
}

// Calls `use(key without the clitic, clitic)` for each proclitic that a word of 2 to 16 letters may begin with.
template <profile P, class Use>
inline void each_proclitic(const word_key& key, Use&& use) {
    constexpr const clitic_list& list = proclitics<P>;
    const std::size_t outer = list.class_of[key.low & 0xFF];
    if (outer == 0) return;
    for (const std::uint8_t* i = list.by_ends[outer * clitic_classes + list.class_of[key.low >> 8 & 0xFF]].data(); *i != 0; ++i) {
        const clitic& c = list.all[*i - 1u];
        if (((key.low ^ c.codes) & c.mask) == 0 && key.letters >= std::uint32_t{c.strip} + c.stem)
            use(without_proclitic(key, c), c);
    }
}
// The same for enclitics. `joiner`: there is a half-space in the word.
template <profile P, class Use>
inline void each_enclitic(const word_key& key, bool joiner, Use&& use) {
    constexpr const clitic_list& list = enclitics<P>;
    // The last eight letters, the last one highest.
    const std::uint64_t tail = key.letters <= 8    ? key.low << (8 * (8 - key.letters))
                               : key.letters == 16 ? key.high
                                                   : key.low >> (8 * (key.letters - 8)) | key.high << (8 * (16 - key.letters));
    const std::size_t outer = list.class_of[tail >> 56]; // 0 has empty lists
    for (const std::uint8_t* i = list.by_ends[outer * clitic_classes + list.class_of[tail >> 48 & 0xFF]].data(); *i != 0; ++i) {
        const clitic& c = list.all[*i - 1u];
        if (((tail ^ c.codes) & c.mask) == 0 && key.letters >= std::uint32_t{c.strip} + c.stem && (joiner || !c.after_joiner))
            use(key.without_last(c.strip), c);
    }
}

}}} // namespace matn::v0::detail

#endif
