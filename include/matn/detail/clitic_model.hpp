// SPDX-License-Identifier: MIT
// How an Arabic or Persian word is parted into clitics and stem: all ways that its letters allow, and a linear model that chooses one.
//
// tools/clitics/train.py has the same letters, clitics and features in Python, in the same order; what differs here makes its weights worthless.
#ifndef MATN_DETAIL_CLITIC_MODEL_HPP
#define MATN_DETAIL_CLITIC_MODEL_HPP

#include <matn/detail/lexicon_clitics.hpp>
#include <matn/utf8.hpp>

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail { namespace parting {

// The letters that words are made of have the codes 1 and up; no_letter is a mark or a joiner that counts for nothing, foreign any other character.
inline constexpr char16_t letters[] = u"ابتثجحخدذرزسشصضطظعغفقکلمنهویءؤئپچژگآةأإى\u200C";
inline constexpr std::uint8_t no_letter = 0, foreign = 64;

using letter_codes = std::uint8_t[256]; // of U+0600 to U+06FF

struct letter_table {
    letter_codes codes;

    // `some` are read as `like`, beside the variants that every language has.
    constexpr letter_table(const char16_t* some, const char16_t* like) noexcept : codes() {
        for (std::uint8_t& code : codes) code = foreign;
        for (std::uint8_t i = 0; letters[i] != 0; ++i)
            if (letters[i] < 0x700) codes[letters[i] - 0x600u] = static_cast<std::uint8_t>(i + 1);
        read_as(u"ٱكيۀە", u"اکیهه");
        read_as(some, like);
        for (std::size_t c = 0x10; c <= 0x1A; ++c) codes[c] = no_letter; // signs and vowels
        for (std::size_t c = 0x4B; c <= 0x5F; ++c) codes[c] = no_letter;
        for (std::size_t c = 0xD6; c <= 0xED; ++c) codes[c] = no_letter;
        codes[0x40] = codes[0x70] = no_letter; // tatweel, superscript alef
    }

private:
    constexpr void read_as(const char16_t* some, const char16_t* like) noexcept {
        for (; *some != 0; ++some, ++like) codes[*some - 0x600u] = codes[*like - 0x600u];
    }
};
inline constexpr letter_table all_codes(u"", u""), arabic_codes(u"پچژگ", u"بجزک"), persian_codes(u"أإىةئؤ", u"اایهیو");

inline constexpr std::uint8_t joiner = sizeof letters / sizeof letters[0] - 1; // the last of them
constexpr std::uint8_t code_of(char16_t letter) noexcept {
    return letter == u'\u200C' ? joiner : all_codes.codes[letter - 0x600u];
}
inline constexpr std::uint8_t alef = code_of(u'ا'), beh = code_of(u'ب'), dal = code_of(u'د'), lam = code_of(u'ل'),
                              meem = code_of(u'م'), noon = code_of(u'ن'), heh = code_of(u'ه'), waw = code_of(u'و'),
                              yeh = code_of(u'ی'), teh = code_of(u'ت'), kaf = code_of(u'ک'), feh = code_of(u'ف'),
                              reh = code_of(u'ر'), zeh = code_of(u'ز');
// What stands before a key of the lexicon that is not a word: a stem of a verb, a part of compounds, a word that the model gets wrong (twice).
inline constexpr std::uint8_t verb_mark = 63, affix_mark = 62, first_exception = 60, second_exception = 61;

// The letters that the lexicon takes as one: an alef that lacks its hamza, a yeh that lacks its dots, a teh marbuta before a pronoun.
struct count_table {
    std::uint8_t codes[64];
    constexpr count_table() noexcept : codes() {
        for (std::uint8_t i = 0; i < 64; ++i) codes[i] = i;
        constexpr char16_t variants[] = u"أإآىة", standing_for[] = u"ااایت";
        for (std::size_t i = 0; variants[i] != 0; ++i) codes[code_of(variants[i])] = code_of(standing_for[i]);
    }
};
inline constexpr count_table counted_as;

inline constexpr unsigned most_letters = 30;

using code_span = std::span<const std::uint8_t>;

// A word by its letters.
struct spelling {
    std::uint8_t codes[most_letters];
    offset places[most_letters + 1]; // where each begins in the text, then where the word ends
    unsigned size = 0;

    [[nodiscard]] constexpr code_span all() const noexcept { return {codes, size}; }
};

// False for a word with a foreign character or more letters than most_letters: it stays whole.
constexpr bool spell(std::string_view text, slice at, const letter_table& table, spelling& word) noexcept {
    word.size = 0;
    for (offset pos = at.begin; pos < at.end;) {
        const auto lead = static_cast<unsigned char>(text[pos]);
        std::uint8_t code = foreign;
        offset end = pos + 2;
        if (lead >= 0xD8 && lead <= 0xDB && end <= at.end) { // U+0600 to U+06FF
            const auto tail = static_cast<unsigned char>(text[pos + 1]);
            if ((tail & 0xC0u) != 0x80) return false;
            code = table.codes[(lead & 3u) << 6 | (tail & 0x3Fu)];
        } else {
            const code_point c = decode(text.substr(0, at.end), pos);
            end = c.at.end;
            code = c.value == 0x200C ? joiner : c.value == 0x200D ? no_letter : foreign;
        }
        if (code == foreign || (code != no_letter && word.size == most_letters)) return false;
        if (code != no_letter) {
            word.codes[word.size] = code;
            word.places[word.size++] = pos;
        }
        pos = end;
    }
    word.places[word.size] = at.end;
    return word.size != 0;
}

// --- the lexicon

// FNV-1a over the letters, `first` before them.
struct exact_letters {};
constexpr std::uint32_t key_step(std::uint32_t key, std::uint8_t code) noexcept { return (key ^ code) * 0x01000193u; }
constexpr std::uint32_t key_of(code_span codes, exact_letters, std::initializer_list<std::uint8_t> first = {}) noexcept {
    std::uint32_t key = 0x811C9DC5u;
    for (const std::uint8_t c : first) key = key_step(key, c);
    for (const std::uint8_t c : codes) key = key_step(key, c);
    return key;
}
constexpr std::uint32_t key_of(code_span codes, std::initializer_list<std::uint8_t> first = {}) noexcept {
    std::uint32_t key = 0x811C9DC5u;
    for (const std::uint8_t c : first) key = key_step(key, c);
    for (const std::uint8_t c : codes) key = key_step(key, counted_as.codes[c]);
    return key;
}

constexpr std::uint32_t digit_91(char c) noexcept { return static_cast<std::uint32_t>(c) - 35u - (c > '\\' ? 1u : 0u); }

struct language_model {
    const char* slots;
    std::uint32_t slot_count;
    const char* weights;
    std::uint32_t bits;
    bool arabic;

    // How often a word occurs, from 0 to 7, each level twice as often as the one below; of a mark, what it says of the word.
    [[nodiscard]] constexpr std::uint32_t level(std::uint32_t key) const noexcept {
        std::uint32_t mixed = key * 0x9E3779B1u;
        mixed ^= mixed >> 15;
        const std::uint32_t tag = mixed & 1023u, step = 1 + (mixed >> 10 & 2047u); // the count of slots is prime
        for (auto place = static_cast<std::uint32_t>(std::uint64_t{mixed} * slot_count >> 32);;) {
            const std::uint32_t slot = digit_91(slots[2 * place]) + 91 * digit_91(slots[2 * place + 1]);
            if (slot == 0) return 0;
            if (slot >> 3 == tag) return slot & 7u;
            place += step;
            if (place >= slot_count) place -= slot_count;
        }
    }
    [[nodiscard]] constexpr std::uint32_t level(code_span word) const noexcept { return level(key_of(word)); }
    [[nodiscard]] constexpr std::uint32_t level(std::uint8_t mark, code_span word) const noexcept {
        return level(key_of(word, {mark}));
    }
};
inline constexpr language_model arabic_model{arabic_slots, arabic_slot_count, arabic_weights, arabic_weight_bits, true};
inline constexpr language_model persian_model{persian_slots, persian_slot_count, persian_weights, persian_weight_bits, false};

// --- the ways to part a word

// A clitic, or several in a row.
struct clitic_letters {
    std::uint8_t codes[4] = {};
    std::uint8_t size = 0;
    std::uint8_t first = 0; // letters of its first part; the rest is the second
    bool after_joiner = false;

    // + stands between two parts, _ before what follows a half-space.
    constexpr clitic_letters(const char16_t* written) noexcept {
        for (; *written != 0; ++written) {
            const char16_t c = *written;
            if (c == u'+') first = size;
            else if (c == u'_') after_joiner = true;
            else codes[size++] = code_of(c);
        }
        if (first == 0) first = size;
    }
    [[nodiscard]] constexpr code_span all() const noexcept { return {codes, size}; }
};
inline constexpr clitic_letters arabic_proclitics[] = {u"",    u"و",   u"ف",   u"ب",   u"ل",   u"ک",   u"س",  u"و+ب",
                                                       u"و+ل", u"و+ک", u"و+س", u"ف+ب", u"ف+ل", u"ف+ک", u"ف+س"};
inline constexpr clitic_letters arabic_enclitics[] = {u"",     u"ه",   u"ها",   u"هم",   u"هما", u"هن", u"ک",
                                                      u"کم",   u"کن",  u"کما",  u"نا",   u"نی",  u"ی",  u"ل+ی",
                                                      u"ل+هم", u"ل+ه", u"ل+ها", u"ل+نا", u"ل+ک"};
inline constexpr clitic_letters persian_proclitics[] = {u""};
inline constexpr clitic_letters persian_enclitics[] = {u"",    u"م",   u"ت",    u"ش",    u"مان",  u"تان",  u"شان",  u"_ام",
                                                       u"_ات", u"_اش", u"یم",   u"یت",   u"یش",   u"یمان", u"یتان", u"یشان",
                                                       u"ست",  u"ند",  u"_اند", u"_اید", u"_ایم", u"را",   u"ان",   u"ین"};
inline constexpr std::size_t enclitic_ra = 21, enclitic_an = 22, enclitic_in = 23, enclitic_ni = 11;

struct way {
    std::uint8_t proclitic = 0, enclitic = 0; // numbers in the lists
    std::uint8_t begin = 0, end = 0;          // of the stem, in letters
    [[nodiscard]] constexpr bool whole() const noexcept { return proclitic == 0 && enclitic == 0; }
};

constexpr bool begins_with(code_span word, code_span with) noexcept {
    if (with.size() > word.size()) return false;
    for (std::size_t i = 0; i < with.size(); ++i)
        if (word[i] != with[i]) return false;
    return true;
}
constexpr bool ends_with(code_span word, code_span with) noexcept {
    return with.size() <= word.size() && begins_with(word.subspan(word.size() - with.size()), with);
}

// Which letters a proclitic begins with and an enclitic ends with: most words have neither.
template <std::size_t Size>
constexpr std::uint64_t outer_letters(const clitic_letters (&list)[Size], bool front) noexcept {
    std::uint64_t bits = 0;
    for (const clitic_letters& c : list)
        if (c.size != 0) bits |= std::uint64_t{1} << c.codes[front ? 0 : c.size - 1];
    return bits;
}

struct clitic_list { // a std::span would cost more to compile than the rest of its language
    const clitic_letters* list;
    std::size_t count;
    template <std::size_t Size>
    constexpr clitic_list(const clitic_letters (&all)[Size]) noexcept : list(all), count(Size) {}
    [[nodiscard]] constexpr std::size_t size() const noexcept { return count; }
    [[nodiscard]] constexpr const clitic_letters& operator[](std::size_t i) const noexcept { return list[i]; }
};
struct clitic_language {
    clitic_list proclitics, enclitics;
    std::uint64_t first_letters, last_letters;
};
inline constexpr clitic_language arabic_clitics{arabic_proclitics, arabic_enclitics, outer_letters(arabic_proclitics, true),
                                                outer_letters(arabic_enclitics, false)};
inline constexpr clitic_language persian_clitics{persian_proclitics, persian_enclitics, 0,
                                                 outer_letters(persian_enclitics, false)};

inline constexpr std::size_t most_ways = 24;

// All ways to part a word, the whole one first.
constexpr std::size_t ways_of(bool arabic, code_span word, way (&found)[most_ways]) noexcept {
    const clitic_language& clitics = arabic ? arabic_clitics : persian_clitics;
    found[0] = {0, 0, 0, static_cast<std::uint8_t>(word.size())};
    if (word.size() < 2) return 1;
    const bool front = (clitics.first_letters >> word.front() & 1) != 0, back = (clitics.last_letters >> word.back() & 1) != 0;
    if (!front && !back) return 1;
    std::uint8_t before[8], after[8];
    std::size_t befores = 0, afters = 0;
    for (std::size_t i = 0; i < (front ? clitics.proclitics.size() : 1) && befores < 8; ++i)
        if (begins_with(word, clitics.proclitics[i].all())) before[befores++] = static_cast<std::uint8_t>(i);
    for (std::size_t i = 0; i < (back ? clitics.enclitics.size() : 1) && afters < 8; ++i)
        if (ends_with(word, clitics.enclitics[i].all())) after[afters++] = static_cast<std::uint8_t>(i);
    std::size_t count = 0;
    for (std::size_t i = 0; i < befores; ++i)
        for (std::size_t j = 0; j < afters && count < most_ways; ++j) {
            const clitic_letters &p = clitics.proclitics[before[i]], &e = clitics.enclitics[after[j]];
            if (std::size_t{p.size} + e.size > word.size()) continue;
            const std::size_t begin = p.size, end = word.size() - e.size, size = end - begin;
            if (p.size != 0 || e.size != 0) {
                if (arabic) {
                    const bool preposition = p.size != 0 && (p.codes[p.size - 1u] == beh || p.codes[p.size - 1u] == lam);
                    const bool pronoun = e.size != 0 && e.first == e.size && after[j] != enclitic_ni;
                    if (size == 0 && !(preposition && pronoun)) continue; // به, لهم: a preposition and a pronoun, without a stem
                    if (size == 1 || (e.first != e.size && size < 3)) continue;
                } else if (after[j] == enclitic_an || after[j] == enclitic_in) { // of بدان, and of بدین, درین, ازین, برین alone
                    if (end != 2) continue;
                    const bool to = word[0] == beh && word[1] == dal;
                    const bool other = (word[0] == dal && word[1] == reh) || (word[0] == alef && word[1] == zeh) ||
                                       (word[0] == beh && word[1] == reh);
                    if (!to && !(other && after[j] == enclitic_in)) continue;
                } else if (after[j] == enclitic_ra) { // of مرا and ترا alone
                    if (end != 1 || (word[0] != meem && word[0] != teh)) continue;
                } else if (size < 2 || (e.after_joiner && word[end - 1] != joiner)) {
                    continue;
                }
            }
            found[count++] = {before[i], after[j], static_cast<std::uint8_t>(begin), static_cast<std::uint8_t>(end)};
        }
    return count;
}

// --- the features of a way

// 1 a stem begins with the article, 2 with a proclitic and the article, 3 with the article after ل.
constexpr std::uint32_t article_at(code_span stem) noexcept {
    constexpr std::uint8_t article[] = {alef, lam}, contracted[] = {lam, lam};
    if (stem.size() > 4 && begins_with(stem, article)) return 1;
    if (stem.size() > 5 && begins_with(stem.subspan(1), article) &&
        (stem[0] == beh || stem[0] == waw || stem[0] == kaf || stem[0] == feh))
        return 2;
    return stem.size() > 4 && begins_with(stem, contracted) ? 3 : 0;
}

// What a Persian stem looks like: 1 it begins with می‌ or نمی‌, 2 it ends in the plural ها or های, 3 in a half-space; 4 and 8 it is the past or
// present stem of a verb, less ب ن می نمی.
constexpr std::uint32_t verb_of(const language_model& model, code_span stem) noexcept {
    constexpr std::uint8_t continuous[] = {meem, yeh, joiner}, negated[] = {noon, meem, yeh, joiner};
    constexpr std::uint8_t plural[] = {heh, alef}, plural_ezafe[] = {heh, alef, yeh};
    const std::size_t prefix = begins_with(stem, continuous) ? 3u : begins_with(stem, negated) ? 4u : 0u;
    const std::uint32_t kind = prefix != 0                                                ? 1u
                               : !stem.empty() && stem.back() == joiner                   ? 3u
                               : ends_with(stem, plural) || ends_with(stem, plural_ezafe) ? 2u
                                                                                          : 0u;
    std::uint32_t level = model.level(verb_mark, stem.subspan(prefix));
    if (level == 0 && prefix == 0 && !stem.empty() && (stem[0] == beh || stem[0] == noon))
        level = model.level(verb_mark, stem.subspan(1));
    return kind | level << 2;
}

// What all ways of a word share.
struct whole_word {
    code_span codes;
    std::uint32_t level, key;
};

constexpr std::int32_t score(const language_model& model, const whole_word& word, const way& w) noexcept {
    std::int32_t sum = 0;
    const auto add = [&](std::uint32_t feature, std::uint32_t a, std::uint32_t b = 0) {
        std::uint32_t h = (feature << 6 | a) * 0x85EBCA6Bu ^ b * 0xC2B2AE35u;
        h ^= h >> 16;
        h *= 0x7FEB352Du;
        sum += static_cast<std::int32_t>(digit_91(model.weights[h >> (32 - model.bits)])) - 45;
    };
    const code_span stem = word.codes.subspan(w.begin, std::size_t{w.end} - w.begin);
    const std::size_t size = stem.size();
    const std::uint32_t n = size < 7 ? static_cast<std::uint32_t>(size) : 7u;
    const std::uint32_t level = w.whole() ? word.level : model.level(stem);
    const std::uint32_t parted = (w.proclitic != 0 ? 1u : 0u) + (w.enclitic != 0 ? 2u : 0u);
    const std::uint32_t c0 = size > 0 ? stem[0] : 0u, c1 = size > 1 ? stem[1] : 0u, c2 = size > 2 ? stem[2] : 0u;
    const std::uint32_t z1 = size > 0 ? stem[size - 1] : 0u, z2 = size > 1 ? stem[size - 2] : 0u,
                        z3 = size > 2 ? stem[size - 3] : 0u;
    const std::uint32_t key = key_of(stem, exact_letters{});
    const std::uint32_t p = w.proclitic, e = 32u | w.enclitic;
    add(0, p, w.enclitic);
    add(1, p, n);
    add(1, e, n);
    add(2, p, c0 | c1 << 6);
    add(3, p, c0 | c1 << 6 | c2 << 12);
    add(4, e, z1 | z2 << 6);
    add(5, e, z1 | z2 << 6 | z3 << 12);
    add(6, parted, level | word.level << 3);
    add(7, p, level);
    add(7, e, level);
    add(8, p, word.level);
    add(8, e, word.level);
    add(9, p, c0 | level << 6);
    add(9, e, z1 | level << 6);
    add(10, p, c0 | n << 6);
    add(10, e, z1 | n << 6);
    add(11, p, c0 | std::uint32_t{w.enclitic} << 6);
    add(12, p, key ^ w.enclitic);
    add(13, parted & 1u, key);
    add(13, parted | 32u, key);
    if (model.arabic) {
        const std::uint32_t article = model.level(key_of(stem, {alef, lam})); // of ال and the stem
        add(15, parted, article | level << 3);
        add(16, p, article);
        add(16, e, article);
        const std::uint32_t front = article_at(stem);
        add(19, front);
        add(20, p, front);
        add(17, p, std::uint32_t{word.codes[1]} | (word.codes.size() > 2 ? std::uint32_t{word.codes[2]} << 6 : 0u));
    } else {
        const std::uint32_t verb = verb_of(model, stem);
        bool has_joiner = false;
        for (const std::uint8_t c : stem) has_joiner = has_joiner || c == joiner;
        add(15, e, verb);
        add(16, e, verb | level << 4);
        add(17, e, (has_joiner ? 1u : 0u) | word.level << 1);
        add(18, e, verb | word.level << 4);
    }
    add(14, p, word.key ^ w.enclitic);
    return sum;
}

// The way that the model takes for the best.
constexpr way best_way(const language_model& model, code_span word) noexcept {
    way ways[most_ways];
    const std::size_t count = ways_of(model.arabic, word, ways);
    if (count == 1) return ways[0];
    const std::uint32_t exception = model.level(key_of(word, exact_letters{}, {first_exception}));
    if (exception != 0 && exception <= count && exception == model.level(key_of(word, exact_letters{}, {second_exception})))
        return ways[exception - 1];
    const whole_word whole{word, model.level(word), key_of(word, exact_letters{})};
    way best = ways[0];
    std::int32_t top = score(model, whole, best);
    for (std::size_t i = 1; i < count; ++i)
        if (const std::int32_t s = score(model, whole, ways[i]); s > top) {
            top = s;
            best = ways[i];
        }
    // وللحكومة, فللرئيس: no stem begins with لل, the article behind a preposition, nor with that behind a conjunction.
    constexpr std::uint8_t and_alone = 1, so_alone = 2, and_for = 8, so_for = 12;
    if (model.arabic) {
        if (best.whole() && (word[0] == waw || word[0] == feh) && article_at(word.subspan(1)) == 3)
            best = {word[0] == waw ? and_alone : so_alone, 0, 1, best.end};
        if ((best.proclitic == and_alone || best.proclitic == so_alone) &&
            article_at(word.subspan(best.begin, std::size_t{best.end} - best.begin)) == 3) {
            best.proclitic = best.proclitic == and_alone ? and_for : so_for;
            ++best.begin;
        }
    }
    return best;
}

}}}} // namespace matn::v0::detail::parting

#endif
