// SPDX-License-Identifier: MIT
// Where one Persian word has lost a half-space: known forms first, then the rules of the language. See joiner_scan.hpp.
#ifndef MATN_DETAIL_JOINER_WORDS_HPP
#define MATN_DETAIL_JOINER_WORDS_HPP

#include <matn/detail/lexicon_joiners.hpp>
#include <matn/slice.hpp>

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <type_traits>

namespace matn { inline namespace v0 {

/// Why a half-space belongs there.
enum class joiner_reason : std::uint8_t {
    attested,    ///< the word is known to be written so: گفت‌وگو
    verb_prefix, ///< می, نمی and a form of a verb: می‌نوشیدیم
    plural,      ///< ها and its forms: کتاب‌هایشان
    ending,      ///< a personal ending, a pronoun or ای after a silent heh or a yeh: نامه‌ای, خسته‌ام
    comparative, ///< تر, ترین: روشن‌ترین
    compound,    ///< the second part of a compound: صلح‌آمیز, نظرسنجی
    name,        ///< the second part of a name: اسلام‌آباد
    prefix,      ///< the first part of a compound: بی‌کفایتی, هم‌صنفی
};

namespace detail {

// How often joiners of each level were right where it could be checked.
inline constexpr float joiner_confidence[8] = {0, .15F, .35F, .5F, .7F, .85F, .93F, .98F};

inline constexpr std::uint32_t joiner_pattern_mask = 127;
inline constexpr std::uint32_t joiner_seen_often = 1u << 13;
inline constexpr std::uint32_t joiner_is_ending = 1u << 14;
inline constexpr unsigned joiner_gap = 35; // the code of a gap in a word typed with spaces

// What is not a letter of the automaton, among the codes of joiner_letters.
inline constexpr unsigned joiner_mark = 62, joiner_madda = 60, joiner_foreign = 61, joiner_arabic = 64; // the last is a flag

// U+0600 to U+06FF: the letter's code in the automaton, whichever keyboard typed it; 0 for what is in no word.
inline constexpr auto joiner_letters = [] {
    std::array<std::uint8_t, 256> table{};
    const auto fill = [&table](unsigned from, unsigned to, unsigned value) {
        for (unsigned c = from; c <= to; ++c) table[c] = static_cast<std::uint8_t>(value);
    };
    fill(0x20, 0x3F, joiner_foreign);
    fill(0x6E, 0xD3, joiner_foreign); // letters of the other languages, those of Persian apart
    table[0xD5] = table[0xEE] = table[0xEF] = table[0xFF] = joiner_foreign;
    fill(0xFA, 0xFC, joiner_foreign);
    constexpr char16_t letters[] = u"ءآابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی";
    for (unsigned i = 0; letters[i] != 0; ++i) table[letters[i] & 0xFF] = static_cast<std::uint8_t>(i + 1);
    const auto same = [&table](char16_t as, std::initializer_list<char16_t> others) {
        for (const char16_t c : others) table[c & 0xFF] = table[as & 0xFF];
    };
    same(u'ا', {u'أ', u'إ', u'ٱ'});
    same(u'و', {u'ؤ'});
    same(u'ه', {u'ۀ', u'ة'});
    same(u'ی', {u'ي', u'ى', u'ئ'});
    same(u'ک', {u'ك'});
    table[0x29] |= joiner_arabic; // teh marbuta
    fill(0x40, 0x40, joiner_mark);
    fill(0x4B, 0x5F, joiner_mark);
    table[0x53] = joiner_madda;
    table[0x70] = joiner_mark;
    fill(0xD6, 0xDC, joiner_mark);
    fill(0xDF, 0xE4, joiner_mark);
    fill(0xE7, 0xE8, joiner_mark);
    fill(0xEA, 0xED, joiner_mark);
    return table;
}();
constexpr unsigned joiner_code(char16_t c) noexcept { return joiner_letters[c & 0xFF]; }

// The letters that a half-space can follow: those that join to the next one.
[[nodiscard]] constexpr bool joins_left(unsigned code) noexcept {
    return code != joiner_code(u'ا') && code != joiner_code(u'آ') && code != joiner_code(u'ء') && code != joiner_code(u'و') &&
           !(code >= joiner_code(u'د') && code <= joiner_code(u'ژ'));
}

// One step of the automaton; 0 leads nowhere and stays so.
[[nodiscard]] constexpr std::uint32_t joiner_slot(std::uint32_t slot, unsigned label) noexcept {
    if (!std::is_constant_evaluated() && std::endian::native == std::endian::little) {
        std::uint32_t four = 0;
        std::memcpy(&four, reinterpret_cast<const char*>(&joiner_slots) + std::size_t{slot} * 4,
                    4); // pieces stand one behind the other
        four -= 0x30303030u;
        return (four & 0xFFu) == label ? (four >> 8 & 0x3Fu) | (four >> 10 & 0xFC0u) | (four >> 12 & 0x3F000u) : 0;
    }
    const char* const s = &joiner_slots[slot >> 13][(slot & 8191u) * 4];
    const auto six = [s](unsigned i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(s[i]) - '0'); };
    return six(0) == label ? six(1) | six(2) << 6 | six(3) << 12 : 0;
}
[[nodiscard]] constexpr std::uint32_t joiner_step(std::uint32_t state, unsigned code) noexcept {
    return joiner_slot(state + code, code);
}
// What the word that ends here is; 0 if none does.
[[nodiscard]] constexpr std::uint32_t joiner_payload(std::uint32_t state) noexcept {
    return state == 0 ? 0 : joiner_slot(state, 0);
}

// Half-spaces of one word, in order.
struct joiner_places {
    static constexpr unsigned most = 6;
    unsigned count = 0;
    std::uint8_t after[most]{}; // letters
    std::uint8_t level[most]{};
    joiner_reason reason[most]{};

    constexpr void add(unsigned letters, unsigned lvl, joiner_reason why) noexcept {
        if (count == most) return;
        after[count] = static_cast<std::uint8_t>(letters);
        level[count] = static_cast<std::uint8_t>(lvl);
        reason[count++] = why;
    }
};

// Classes of endings, as bits of an ending's payload; the lowest three bits are its level. See tools/joiners/endings.tsv.
inline constexpr std::uint32_t ending_plural = 8, ending_heh = 16, ending_yeh = 32, ending_copula = 64, ending_comparative = 128,
                               ending_element = 256, ending_name = 512, ending_auxiliary = 1024, ending_bound = 2048,
                               ending_never = 4096, ending_counted = 8192; // never a word by itself; after the word of a number

// The letters of a word, and where the automaton stands after each.
struct joiner_word {
    static constexpr unsigned longest = 40;

    unsigned size = 0; // longest + 1 if it has more
    bool foreign = false, arabic = false;
    std::array<std::uint8_t, longest + 1> letters{};
    std::array<offset, longest + 1> at{};
    std::array<std::uint32_t, longest + 2> states{joiner_roots::words};

    constexpr void clear() noexcept {
        size = 0;
        foreign = arabic = false;
    }
    constexpr void put(unsigned what, offset where) noexcept {
        if (what < joiner_madda || what >= joiner_arabic) {
            arabic = arabic || what >= joiner_arabic;
            if (size > longest) return;
            const unsigned code = what & 63u;
            if (size < longest) {
                letters[size] = static_cast<std::uint8_t>(code);
                at[size] = where;
                states[size + 1] = joiner_step(states[size], code);
            }
            ++size;
        } else if (what == joiner_foreign) {
            foreign = true;
        } else if (what == joiner_madda && size > 0 && size <= longest && letters[size - 1] == joiner_code(u'ا')) {
            letters[size - 1] = static_cast<std::uint8_t>(joiner_code(u'آ'));
            states[size] = joiner_step(states[size - 1], letters[size - 1]);
        }
    }
    [[nodiscard]] constexpr std::uint32_t state() const noexcept { return usable() ? states[size] : 0; }
    [[nodiscard]] constexpr std::uint32_t payload() const noexcept { return joiner_payload(state()); }
    [[nodiscard]] constexpr bool usable() const noexcept { return !foreign && size <= longest; }
    [[nodiscard]] constexpr bool has_article() const noexcept {
        return size >= 5 && letters[0] == joiner_code(u'ا') && letters[1] == joiner_code(u'ل');
    }
    [[nodiscard]] constexpr bool is(const char16_t* word) const noexcept {
        unsigned i = 0;
        for (; *word != 0; ++word, ++i)
            if (i >= size || letters[i] != joiner_code(*word)) return false;
        return i == size;
    }
    [[nodiscard]] constexpr bool has_at(const char16_t* word, unsigned from) const noexcept {
        for (; *word != 0; ++word, ++from)
            if (from >= size || letters[from] != joiner_code(*word)) return false;
        return true;
    }

    // What the automaton says of letters[from, to), read from a root.
    [[nodiscard]] constexpr std::uint32_t read(std::uint32_t root, unsigned from, unsigned to) const noexcept {
        std::uint32_t state = root;
        for (unsigned i = from; i < to && state != 0; ++i) state = joiner_step(state, letters[i]);
        return joiner_payload(state);
    }
    // After how many letters a plural ending of the word begins; 0 if it has none.
    [[nodiscard]] constexpr unsigned plural_begins() const noexcept {
        for (unsigned k = size < 9 ? 2 : size - 7; k + 1 < size; ++k)
            if (letters[k] == joiner_code(u'ه') && letters[k + 1] == joiner_code(u'ا') && (ending(k, size) & ending_plural) != 0)
                return k;
        return 0;
    }
    // What ending letters[from, to) are.
    [[nodiscard]] constexpr std::uint32_t ending(unsigned from, unsigned to) const noexcept {
        std::uint32_t state = joiner_roots::endings;
        for (unsigned i = to; i > from && state != 0; --i) state = joiner_step(state, letters[i - 1]);
        return joiner_payload(state);
    }
    [[nodiscard]] constexpr bool verb(unsigned from, unsigned to) const noexcept {
        return read(joiner_roots::verbs, from, to) != 0;
    }

    // می, نمی and these after a preverb: برمی.
    [[nodiscard]] constexpr bool is_verb_prefix() const noexcept {
        return size > 1 && size < 7 && letters[size - 1] == joiner_code(u'ی') && prefix_end() == size;
    }
    // Whether the letters from k on are a word that is seen often.
    [[nodiscard]] constexpr bool is_known_from(unsigned k) const noexcept {
        return (read(joiner_roots::words, k, size) & joiner_seen_often) != 0;
    }
    // One of the words of numbers whose last letter joins: سه, پنج, بیست.
    [[nodiscard]] constexpr bool is_number() const noexcept {
        constexpr const char16_t* all[] = {u"یک",    u"سه",     u"پنج",  u"شش", u"هفت", u"هشت",   u"نه",  u"ده",
                                           u"یازده", u"دوازده", u"بیست", u"سی", u"چهل", u"پنجاه", u"شصت", u"نیم"};
        for (const char16_t* w : all)
            if (is(w)) return true;
        return false;
    }
    // Whether the first n letters are a prefix of verbs.
    [[nodiscard]] constexpr bool verb_prefix_ends(unsigned n) const noexcept { return prefix_end() == n; }
    // Half-spaces that the word lacks, given what the automaton says of the whole. False if it lacks none.
    [[nodiscard]] constexpr bool places(std::uint32_t own, bool guesses, joiner_places& found) const noexcept {
        if (size < 3 || (own != 0 && (own & joiner_pattern_mask) == 0 && (own & joiner_seen_often) != 0)) return false;
        if (own == 0 && verb(0, size)) return false; // چرخاند is no "چرخ‌اند"
        if (resolve(size, 0, found, own != 0 && (own & joiner_pattern_mask) == 0) == 0 && guesses) {
            const joiner_places none;
            unsigned best = 0;
            two_words(size, none, [&](const joiner_places& p, unsigned level) {
                if (level > best) found = p, best = level;
            });
        }
        return found.count != 0;
    }

    // Finds the half-spaces of the first n letters. Gives how well they are known: 0 if they are no word, 7 if they are often seen.
    // `skip`: do not take the whole as known. The depth is at most 2: as many endings as words have.
    constexpr unsigned resolve(unsigned n, unsigned depth, joiner_places& found, bool skip = false) const noexcept {
        if (const std::uint32_t known = skip ? 0 : joiner_payload(states[n]); known != 0 && n > 1) {
            const std::int8_t* const pattern = joiner_patterns[known & joiner_pattern_mask];
            for (unsigned i = 0; i < 4 && pattern[i] != 0; ++i)
                found.add(static_cast<unsigned>(pattern[i] > 0 ? pattern[i] : static_cast<int>(n) + pattern[i]), known >> 7 & 7u,
                          joiner_reason::attested);
            return (known & joiner_seen_often) != 0 ? 7 : 5;
        }
        if (const unsigned k = verb_begins(n); k != 0) {
            found.add(k, 6, joiner_reason::verb_prefix);
            return 6;
        }
        if (depth == 3) return 0;
        joiner_places best = found;
        unsigned best_level = 0;
        const auto offer = [&](const joiner_places& places, unsigned level) {
            if (level > best_level) best = places, best_level = level;
        };
        endings(n, depth, found, offer);
        if (best_level < 4) beginnings(n, found, offer);
        if (best_level < 4) alef_inside(n, found, offer);
        found = best;
        return best_level;
    }

private:
    // After how many letters می or نمی ends, with a preverb before it or not, if a form of a verb follows; 0 if not.
    [[nodiscard]] constexpr unsigned verb_begins(unsigned n) const noexcept {
        const unsigned k = prefix_end();
        return k != 0 && k + 1 < n && verb(k, n) ? k : 0;
    }
    // After how many letters می, نمی or these after a preverb (برمی) end; 0 if the word does not begin so.
    [[nodiscard]] constexpr unsigned prefix_end() const noexcept {
        constexpr unsigned meem = joiner_code(u'م'), yeh = joiner_code(u'ی'), noon = joiner_code(u'ن');
        for (unsigned k = 0; k < 5 && k + 1 < size; ++k) {
            if (letters[k] != meem || letters[k + 1] != yeh) continue;
            const unsigned preverb = k > 0 && letters[k - 1] == noon ? k - 1 : k;
            if (preverb == 0) return k + 2;
            constexpr const char16_t* two[] = {u"بر", u"در", u"وا", u"ور", u"پس"};
            constexpr const char16_t* three[] = {u"فرو", u"فرا", u"باز", u"پیش"};
            for (const char16_t* w : two)
                if (preverb == 2 && has_at(w, 0)) return k + 2;
            for (const char16_t* w : three)
                if (preverb == 3 && has_at(w, 0)) return k + 2;
        }
        return 0;
    }

    template <class Offer>
    constexpr void endings(unsigned n, unsigned depth, const joiner_places& found, const Offer& offer) const noexcept {
        std::uint32_t state = joiner_roots::endings;
        joiner_reason best_reason = joiner_reason::attested; // of a shorter ending
        for (unsigned k = n; k > 2;) {
            state = joiner_step(state, letters[--k]);
            if (state == 0) break;
            const std::uint32_t what = joiner_payload(state);
            const unsigned last = letters[k - 1], sure = what & 7u;
            if (what == 0) continue;
            const bool heh = last == joiner_code(u'ه') && k > 2, yeh = last == joiner_code(u'ی') && k > 3,
                       joins = joins_left(last);
            std::uint32_t fits = what & (ending_plural | ending_comparative);
            if (joins) fits |= what & (ending_copula | ending_element | ending_name);
            if (heh) fits |= what & (ending_heh | ending_auxiliary);
            if (yeh) fits |= what & ending_yeh;
            if (fits == 0) continue;
            joiner_places trial = found;
            const unsigned stem = resolve(k, depth + 1, trial);
            if (!joins) { // "نرم‌افزارها": a joiner in the stem at most
                if (stem >= 5) offer(trial, sure);
                continue;
            }
            unsigned level = 0;
            joiner_reason why = joiner_reason::plural;
            if ((fits & ending_plural) != 0) level = stem >= 4 ? sure : k >= 4 ? sure - 1 : k == 3 ? sure - 2 : 2;
            if ((fits & ending_plural) != 0 && heh) level = stem >= 4 ? 6 : 5;
            // "زمینهای": زمین‌های or زمینه‌ای. If both stems are known, the one that is seen more often.
            if ((fits & ending_plural) != 0 && !heh && best_reason == joiner_reason::ending && known_better(k + 1, k))
                level = level > 3 ? 3 : level;
            const auto also = [&](std::uint32_t cls, unsigned lvl, joiner_reason reason) {
                if ((fits & cls) != 0 && lvl > level) level = lvl, why = reason;
            };
            also(ending_heh | ending_auxiliary, stem >= 6 ? sure : stem >= 3 ? sure - 1 : 2, joiner_reason::ending);
            also(ending_yeh, stem >= 4 ? sure : 0, joiner_reason::ending);
            also(ending_copula, stem >= 5 && k > 2 ? sure : 0, joiner_reason::ending);
            also(ending_comparative, stem >= 5 ? sure : stem >= 3 ? sure - 1 : 2, joiner_reason::comparative);
            also(ending_element,
                 k < 3                               ? 0
                 : stem >= 6 && (k > 3 || n - k > 3) ? (sure == 5 ? 6 : sure)
                 : stem >= 4                         ? sure - 1
                                                     : 0,
                 joiner_reason::compound);
            also(ending_name, k < 3 ? 0 : stem >= 5 ? sure : sure - 2, joiner_reason::name);
            if ((fits & ending_heh) != 0 && level > 3) best_reason = joiner_reason::ending;
            if (level == 0) continue;
            trial.add(k, level, why);
            offer(trial, level);
        }
    }
    // Whether the first a letters are a word that is seen more often than the first b.
    [[nodiscard]] constexpr bool known_better(unsigned a, unsigned b) const noexcept {
        const std::uint32_t one = joiner_payload(states[a]), other = joiner_payload(states[b]);
        const auto often = [](std::uint32_t p) { return p == 0 ? 0u : (p & joiner_pattern_mask) != 0 ? 2u : p >> 7 & 7u; };
        return often(one) >= often(other);
    }
    template <class Offer>
    constexpr void beginnings(unsigned n, const joiner_places& found, const Offer& offer) const noexcept {
        std::uint32_t state = joiner_roots::beginnings;
        for (unsigned k = 0; k + 3 < n;) {
            state = joiner_step(state, letters[k++]);
            if (state == 0) break;
            const std::uint32_t sure = joiner_payload(state);
            if (sure == 0 || !joins_left(letters[k - 1])) continue;
            const std::uint32_t rest = read(joiner_roots::words, k, n);
            if (rest == 0 || ending(k, n) != 0) continue;
            joiner_places trial = found;
            trial.add(k, (rest & joiner_seen_often) != 0 ? sure : sure - 1, joiner_reason::prefix);
            add_rest(trial, rest, k, n);
            offer(trial, sure);
        }
    }
    // An alef with madda begins a syllable: inside a word it mostly begins its second part.
    template <class Offer>
    constexpr void alef_inside(unsigned n, const joiner_places& found, const Offer& offer) const noexcept {
        for (unsigned k = 2; k + 2 < n; ++k) {
            if (letters[k] != joiner_code(u'آ') || !joins_left(letters[k - 1])) continue;
            const std::uint32_t first = joiner_payload(states[k]), rest = read(joiner_roots::words, k, n);
            const unsigned level = first != 0 && rest != 0 ? 6 : first != 0 || rest != 0 ? 4 : 2;
            joiner_places trial = found;
            trial.add(k, level, joiner_reason::compound);
            offer(trial, level);
        }
    }
    template <class Offer>
    constexpr void two_words(unsigned n, const joiner_places& found, const Offer& offer) const noexcept {
        for (unsigned k = n - 3; k > 2 && k < n; --k) {
            const std::uint32_t first = joiner_payload(states[k]);
            if (first == 0 || (first & joiner_seen_often) == 0 || !joins_left(letters[k - 1])) continue;
            const std::uint32_t rest = read(joiner_roots::words, k, n);
            if (rest == 0 || (rest & joiner_seen_often) == 0) continue;
            const unsigned level = letters[k - 1] == joiner_code(u'ه') ? 3 : 2;
            joiner_places trial = found;
            trial.add(k, level, joiner_reason::compound);
            add_rest(trial, rest, k, n);
            offer(trial, level);
        }
    }
    // The half-spaces of a known word that is the end of this one.
    constexpr void add_rest(joiner_places& places, std::uint32_t known, unsigned from, unsigned n) const noexcept {
        const std::int8_t* const pattern = joiner_patterns[known & joiner_pattern_mask];
        for (unsigned i = 0; i < 4 && pattern[i] != 0; ++i)
            places.add(
                static_cast<unsigned>(pattern[i] > 0 ? static_cast<int>(from) + pattern[i] : static_cast<int>(n) + pattern[i]),
                known >> 7 & 7u, joiner_reason::attested);
    }
};

// Two words with a space between them that may be one.
struct joiner_pair {
    unsigned level = 0;
    joiner_reason reason = joiner_reason::attested;
};
[[nodiscard]] constexpr joiner_pair join_pair(const joiner_word& before, std::uint32_t before_own, const joiner_word& word,
                                              std::uint32_t own) noexcept {
    if (before.is_verb_prefix()) {
        if (word.size > 1 && word.verb(0, word.size)) return {6, joiner_reason::verb_prefix};
        return {own == 0 ? 2u : 0u, joiner_reason::verb_prefix};
    }
    const unsigned last = before.letters[before.size - 1];
    if (before.size < 2 || !joins_left(last)) return {};
    const std::uint32_t what = (own & joiner_is_ending) != 0 ? word.ending(0, word.size) : 0;
    if (before.is(u"بی") && word.size > (own != 0 ? 2 : 3)) return {5, joiner_reason::prefix};
    // عظیم الجثه, زین الدین: but not الزام, which is a word of Persian.
    if (word.size > 4 && word.has_article() && (own & joiner_seen_often) == 0 && before_own != 0 && word.is_known_from(2))
        return {5, joiner_reason::compound};
    if (what == 0) return {};
    joiner_places unused;
    const unsigned known =
        before_own != 0 ? ((before_own & joiner_seen_often) != 0 ? 7u : 5u) : before.resolve(before.size, 1, unused);
    const unsigned sure = what & 7u;
    if ((what & ending_plural) != 0) return {known >= 4 ? 6u : 5u, joiner_reason::plural};
    if ((what & ending_comparative) != 0) return {known >= 4 ? sure : 2u, joiner_reason::comparative};
    if ((what & ending_heh) != 0 && last == joiner_code(u'ه') && before.size > 2)
        return {known >= 4 ? sure : 2u, joiner_reason::ending};
    if ((what & ending_yeh) != 0 && last == joiner_code(u'ی') && known >= 4 && before.size > 3)
        return {sure, joiner_reason::ending};
    if ((what & ending_copula) != 0 && known >= 5) return {sure, joiner_reason::ending};
    if ((what & ending_counted) != 0 && before.is_number()) return {5, joiner_reason::compound};
    if ((what & ending_never) != 0 && known >= 4 && before.size > 2) return {5, joiner_reason::compound};
    if ((what & ending_bound) != 0 && known >= 5 && before.size > 2) return {4, joiner_reason::compound};
    return {};
}

} // namespace detail

}} // namespace matn

#endif
