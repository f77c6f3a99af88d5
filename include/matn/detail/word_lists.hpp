// SPDX-License-Identifier: MIT
// Which words of a batch may begin a name, may be one with letters taken off, or may be the last word of one: told by the filter of a
// dictionary and by the letters at both ends, before anything else is looked at.
//
// Nearly no word is any of these with a small dictionary, so this is done for eight words at once where the processor can, without a
// branch. Elsewhere it is done word by word; both may list a word too many, never one too few.
#ifndef MATN_DETAIL_WORD_LISTS_HPP
#define MATN_DETAIL_WORD_LISTS_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/clitics.hpp>
#include <matn/detail/dictionary.hpp>
#include <matn/detail/name_blocks.hpp>
#include <matn/detail/vectors_512.hpp>

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace matn { inline namespace v0 { namespace detail {

// A word seen that may be an alias, once the whole text is known.
struct seen_word {
    std::uint32_t hash = 0;
    offset begin = 0;
};

// What is asked of words.
struct wanted_words {
    bool proclitics = false, enclitics = false, joined = false;
    bool last_names = false; // note words that may be the last name of a person
    bool capitals = false;   // list words of Latin letters

    [[nodiscard]] bool parts() const noexcept { return proclitics || enclitics || joined || last_names || capitals; }
};

// The letters that clitics have in common with others: where one has all that another has, the one of fewer letters stands for both.
struct clitic_letters {
    std::uint64_t codes = 0, mask = 0;
    std::uint32_t least = 0; // letters of the word
};
struct few_clitics {
    std::array<clitic_letters, 16> all{};
    std::size_t count = 0;

    constexpr void add(const clitic_letters& c) noexcept { all[count++] = c; }
    [[nodiscard]] constexpr few_clitics without_doubles() const noexcept {
        few_clitics out;
        for (std::size_t i = 0; i < count; ++i) {
            bool needed = true;
            for (std::size_t k = 0; k < count; ++k) {
                const clitic_letters &c = all[i], &o = all[k];
                const bool within = (o.mask & c.mask) == o.mask && (c.codes & o.mask) == o.codes && o.least <= c.least;
                const bool same = o.mask == c.mask && o.codes == c.codes && o.least == c.least;
                if (k != i && within && (!same || k < i)) needed = false;
            }
            if (needed) out.add(all[i]);
        }
        return out;
    }
};
// Clitics of which the same is to be done: so many letters taken off, and perhaps a letter put in the place of the next.
struct clitic_group {
    std::uint32_t strip = 0;
    std::uint8_t restore = 0;
    few_clitics clitics;
};
struct clitic_groups {
    std::array<clitic_group, 8> all{};
    std::size_t count = 0;

    constexpr void add(const clitic& c, const clitic_letters& letters) noexcept {
        std::size_t i = 0;
        while (i < count && (all[i].strip != c.strip || all[i].restore != c.restore)) ++i;
        if (i == count) {
            all[i].strip = c.strip;
            all[i].restore = c.restore;
            ++count;
        }
        all[i].clitics.add(letters);
    }
    [[nodiscard]] constexpr clitic_groups without_doubles() const noexcept {
        clitic_groups out = *this;
        for (std::size_t i = 0; i < count; ++i) out.all[i].clitics = all[i].clitics.without_doubles();
        return out;
    }
};
// Proclitics of several letters, but for the article alone.
template <profile P>
inline constexpr clitic_groups long_proclitics = [] {
    clitic_groups every;
    for (const clitic& c : proclitics<P>.all)
        if (c.letters > 2 || (c.letters == 2 && (c.codes & 0xFF) != letter_table<P>[0x627]))
            every.add(c, {c.codes, c.mask, std::uint32_t{c.strip} + c.stem});
    return every.without_doubles();
}();
template <profile P>
[[nodiscard]] constexpr clitic_groups group_enclitics(bool after_joiner) noexcept {
    clitic_groups every;
    for (const clitic& c : enclitics<P>.all) {
        if (c.letters == 0 || (c.after_joiner && !after_joiner)) continue;
        const std::uint32_t least = std::uint32_t{c.strip} + c.stem;
        if (!c.after_vowel) every.add(c, {c.codes, c.mask, least});
        else
            for (const char16_t vowel : {u'\u0627', u'\u0648'}) {
                const unsigned place = 56u - 8u * c.letters;
                every.add(
                    c, {c.codes | std::uint64_t{letter_table<P>[vowel]} << place, c.mask | std::uint64_t{0xFF} << place, least});
            }
    }
    return every.without_doubles();
}
template <profile P>
inline constexpr clitic_groups all_enclitics = group_enclitics<P>(true);
template <profile P> // those that need no half-space before them
inline constexpr clitic_groups plain_enclitics = group_enclitics<P>(false);

// The lists for a batch of `Size` words: their numbers, in order.
template <profile P, std::uint32_t Size>
class word_lists {
public:
    static constexpr std::uint16_t article = 0x8000; // in stems: the article was taken off
    static constexpr std::uint16_t whole = 0x8000;   // in begins: a name may be the word and nothing more

    struct list {
        std::uint32_t count = 0;
        std::uint16_t words[Size + 16];

        [[nodiscard]] const std::uint16_t* begin() const noexcept { return words; }
        [[nodiscard]] const std::uint16_t* end() const noexcept { return words + count; }
        void add(std::uint32_t word, bool wanted) noexcept { // no branch to mispredict
            words[count] = static_cast<std::uint16_t>(word);
            count += wanted ? 1u : 0u;
        }
    };
    list begins; // a name may begin with the word, or be it
    list stems;  // with the word without one of و ف ب ل ك س, or without the article
    list longer; // words that may begin with a longer proclitic
    list ends;   // that may have an enclitic
    list joined; // that have a half-space
    list latin;  // that begin with a Latin letter

    // Has the word a half-space, or may it have an enclitic? Known of the words that were listed.
    [[nodiscard]] bool is_special(std::uint32_t word) const noexcept { return (special_[word / 8] >> word % 8 & 1) != 0; }

    // Fills the lists for the first `count` words. Notes for last names are put behind those of `noted`.
    template <class Batch>
    void fill(const Batch& words, std::uint32_t count, const dictionary& names, const wanted_words& wanted, block_kind with,
              buffer<seen_word>& noted) {
        begins.count = stems.count = longer.count = ends.count = joined.count = latin.count = 0;
        noted_count_ = stem_noted_count_ = 0;
#if defined(__x86_64__) && defined(__GNUC__)
        if (with == block_kind::avx512) {
            if (wanted.parts()) fill_512<true>(words, count, names, wanted);
            else fill_512<false>(words, count, names, wanted);
        } else {
            fill_plain(words, count, names, wanted);
        }
#else
        (void)with;
        fill_plain(words, count, names, wanted);
#endif
        merge_notes();
        noted.append(noted_, noted_count_);
    }

private:
    [[nodiscard]] static std::uint32_t bit(bool b) noexcept { return static_cast<std::uint32_t>(b); }

    template <class Batch>
    void fill_plain(const Batch& words, std::uint32_t count, const dictionary& names, const wanted_words& wanted) noexcept {
        const unsigned asked = (wanted.proclitics ? unsigned{proclitic_hint} : 0u) |
                               (wanted.enclitics ? unsigned{enclitic_hint} : 0u) | (wanted.capitals ? unsigned{latin_hint} : 0u) |
                               (wanted.last_names ? unsigned{single_hint | future_hint} : 0u);
        const bool half_spaces = wanted.enclitics || wanted.joined;
        for (unsigned char& s : special_) s = 0;
        for (std::uint32_t i = 0; i < count; ++i) {
            const std::uint64_t hash = words.hash[i], filter = names.filter_word(hash);
            const bool is_whole = name_filter::is_whole(filter, hash);
            begins.add(i | (is_whole ? std::uint32_t{whole} : 0u), is_whole || name_filter::begins(filter, hash));
            noted_[noted_count_] = {static_cast<std::uint32_t>(hash), words.at[i].begin};
            noted_count_ += bit(wanted.last_names && name_filter::is_last(filter, hash));
            if (asked == 0 && !half_spaces) continue;
            const word_key key = words.key(i);
            const unsigned hint = word_hints<P>(key) & asked;
            const bool half_space = words.joiner[i] != 0 && half_spaces;
            if (hint == 0 && !half_space) continue;
            longer.add(i, (hint & more_hint) != 0 && wanted.proclitics);
            ends.add(i, (hint & enclitic_hint) != 0 || (half_space && wanted.enclitics && key.letters - 4 <= 12));
            joined.add(i, half_space && wanted.joined);
            latin.add(i, (hint & latin_hint) != 0);
            special_[i / 8] =
                static_cast<unsigned char>(special_[i / 8] | bit((hint & enclitic_hint) != 0 || half_space) << i % 8);
            const bool is_article = (hint & article_hint) != 0;
            if ((hint & (single_hint | future_hint | article_hint)) == 0) continue;
            const std::uint64_t stem = hash_of(key.without_first(is_article ? 2 : 1)), stem_filter = names.filter_word(stem);
            stems.add(i | (is_article ? std::uint32_t{article} : 0u),
                      wanted.proclitics && (name_filter::begins(stem_filter, stem) || name_filter::is_whole(stem_filter, stem)));
            stem_noted_[stem_noted_count_] = {static_cast<std::uint32_t>(stem), words.at[i].begin};
            stem_noted_count_ += bit(wanted.last_names && !is_article && name_filter::is_last(stem_filter, stem));
        }
    }

#if defined(__x86_64__) && defined(__GNUC__)
    using v = vectors_512;
    using numbers = v::numbers;
    using places = v::places;
    using bits = v::bits;

#define MATN_FOR_512                                                                                                             \
    __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2,bmi,bmi2,popcnt"), always_inline))
    MATN_FOR_512 static void add(list& to, const places& words, bits k) noexcept {
        const places out = v::press(k, words);
        std::memcpy(to.words + to.count, &out, 16);
        to.count += static_cast<std::uint32_t>(__builtin_popcount(k));
    }
    MATN_FOR_512 static void note(seen_word* to, std::uint32_t& count, const numbers& notes, bits k) noexcept {
        const numbers out = v::press(k, notes);
        std::memcpy(static_cast<void*>(to + count), &out, 64);
        count += static_cast<std::uint32_t>(__builtin_popcount(k));
    }
    // Have those of the words of the filter both bits that these places in the hashes name?
    MATN_FOR_512 static bits both(const numbers& filter, const numbers& hash, unsigned first, unsigned second) noexcept {
        return v::any_of(v::turned(filter, hash >> first) & v::turned(filter, hash >> second), numbers{} + 1);
    }

    // Which words have one of these clitics? Short words are asked apart: many that are nothing else end, or begin, as clitics do.
    static constexpr std::uint32_t short_word = 6;
    MATN_FOR_512 static bits with_one_of(const few_clitics& clitics, const numbers& letters_at_end, bits longer_words) noexcept {
        numbers nearest = ~numbers{}, nearest_long = nearest; // 0 where all letters of a clitic are there
        // The compiler would make each number anew each time instead of loading it.
        const clitic_letters* all = clitics.all.data();
        asm("" : "+r"(all));
#pragma GCC unroll 16
        for (std::size_t i = 0; i < clitics.count; ++i) {
            numbers& least = clitics.all[i].least <= short_word ? nearest : nearest_long;
            least = v::lesser(least, (letters_at_end ^ all[i].codes) & all[i].mask);
        }
        return v::equal(nearest, numbers{}) | (v::equal(nearest_long, numbers{}) & longer_words);
    }

    // The hints of 64 words; of those of 9 letters the one before the last is not looked at.
    template <class Batch>
    MATN_FOR_512 static v::bytes hints_of_64(const Batch& words, std::uint32_t from, v::bytes& length) noexcept {
        std::uint16_t front[64], back[64]; // two letters each
        std::uint64_t lengths[8];
        for (std::uint32_t i = 0; i < 64; i += 8) {
            const numbers low = v::load(words.low + from + i), letters = v::widened(words.letters + from + i);
            const numbers end = v::choose(v::at_least(letters, numbers{} + 9), low, v::load(words.high + from + i));
            const places first = v::small(low), last = v::small(v::turned(end, (letters << 3) - 16));
            std::memcpy(front + i, &first, 16);
            std::memcpy(back + i, &last, 16);
            lengths[i / 8] = v::smallest(letters);
        }
        const v::bytes evens = {0,  2,  4,   6,   8,   10,  12,  14,  16,  18,  20,  22,  24,  26,  28,  30,
                                32, 34, 36,  38,  40,  42,  44,  46,  48,  50,  52,  54,  56,  58,  60,  62,
                                64, 66, 68,  70,  72,  74,  76,  78,  80,  82,  84,  86,  88,  90,  92,  94,
                                96, 98, 100, 102, 104, 106, 108, 110, 112, 114, 116, 118, 120, 122, 124, 126};
        const v::bytes fronts[] = {v::load_bytes(front), v::load_bytes(front + 32)},
                       backs[] = {v::load_bytes(back), v::load_bytes(back + 32)}, zero{};
        length = v::load_bytes(lengths);
        constexpr const hint_tables& tables = hints<P>;
        const v::bytes all = (told_by(tables.first, v::pick(evens, fronts[0], fronts[1])) &
                              told_by(tables.second, v::pick(evens + 1, fronts[0], fronts[1]))) |
                             (told_by(tables.inner, v::pick(evens, backs[0], backs[1])) &
                              told_by(tables.last, v::pick(evens + 1, backs[0], backs[1])));
        const v::bytes long_enough =
            without(without(all, v::less(length, zero + 6), future_hint), v::less(length, zero + 5), article_hint);
        return without(long_enough, ~v::less(length - 4, zero + 13), 0xFFu & ~unsigned{latin_hint});
    }
    // By a table of 256 bytes.
    MATN_FOR_512 static v::bytes told_by(const std::uint8_t (&table)[256], const v::bytes& code) noexcept {
        return v::choose(v::top_bits(code), v::pick(code, v::load_bytes(table), v::load_bytes(table + 64)),
                         v::pick(code, v::load_bytes(table + 128), v::load_bytes(table + 192)));
    }
    MATN_FOR_512 static v::bytes without(const v::bytes& from, std::uint64_t words, unsigned hint) noexcept {
        return v::choose(words, from, from & static_cast<unsigned char>(~hint));
    }

    MATN_FOR_512 static std::uint64_t with_hint(const v::bytes& all, unsigned hint) noexcept {
        return v::any_of(all, v::bytes{} + static_cast<unsigned char>(hint));
    }

    // Words of a batch by their numbers, for eight at a time.
    struct small_list {
        std::uint32_t count = 0;
        std::uint8_t words[Size + 64 + 8];

        MATN_FOR_512 void add(std::uint64_t those, std::uint32_t from) noexcept {
            const v::bytes numbers_of = blocks_512::places_of(those) + static_cast<unsigned char>(from);
            std::memcpy(words + count, &numbers_of, 64);
            count += static_cast<std::uint32_t>(__builtin_popcountll(those));
        }
        [[nodiscard]] MATN_FOR_512 numbers at(std::uint32_t i) const noexcept { return v::widened(words + i); }
        [[nodiscard]] MATN_FOR_512 bits valid(std::uint32_t i) const noexcept {
            return count - i >= 8 ? 0xFFu : (1u << (count - i)) - 1;
        }
    };
    static_assert(Size <= 256);

    template <bool Parts, class Batch>
    __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2,bmi,bmi2,popcnt"))) void
    fill_512(const Batch& words, std::uint32_t count, const dictionary& names, const wanted_words& wanted) noexcept {
        const std::uint64_t* const filter = names.filter();
        const numbers mask = numbers{} + names.filter_mask();
        const bits last = Parts && wanted.last_names ? 0xFFu : 0u;
        places numbers_of = {0, 1, 2, 3, 4, 5, 6, 7};
        for (std::uint32_t i = 0; i < count; i += 8, numbers_of += 8) {
            const bits valid = count - i >= 8 ? 0xFFu : (1u << (count - i)) - 1;
            const numbers hash = v::load(words.hash + i), f = v::gathered(filter, hash >> 36 & mask);
            const bits is_whole = both(f, hash, 0, 6);
            add(begins, numbers_of | ((places{} + whole) & v::spread(is_whole)), (both(f, hash, 12, 18) | is_whole) & valid);
            if constexpr (Parts) {
                if (last != 0)
                    note(noted_, noted_count_, v::load(words.at + i) << 32 | (hash & 0xFFFFFFFF), both(f, hash, 24, 30) & valid);
            }
        }
        for (std::uint32_t from = 0; from < count; from += 64) {
            const std::uint64_t beyond = count - from >= 64 ? 0 : ~std::uint64_t{0} << (count - from);
            std::memcpy(special_ + from / 8, &beyond, 8);
        }
        if constexpr (Parts) list_parts(words, count, names, wanted);
    }

    // Lists the words that may be a name without some of their letters: first those whose two letters at an end allow it are brought together,
    // and only of these more is looked at.
    template <class Batch>
    MATN_FOR_512 void list_parts(const Batch& words, std::uint32_t count, const dictionary& names,
                                 const wanted_words& wanted) noexcept {
        small_list with_stem, with_more, with_ending, with_half_space;
        for (std::uint32_t from = 0; from < count; from += 64) {
            const std::uint64_t valid = count - from >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << (count - from)) - 1;
            v::bytes length;
            const v::bytes hint = hints_of_64(words, from, length), zero{};
            std::uint64_t half_spaces = with_hint(v::load_bytes(words.joiner + from), 0xFF) & valid;
            if (wanted.proclitics || wanted.last_names)
                with_stem.add(with_hint(hint, single_hint | future_hint | article_hint) & valid, from);
            if (wanted.proclitics) with_more.add(with_hint(hint, more_hint) & valid, from);
            if (wanted.enclitics) {
                with_ending.add(with_hint(hint, enclitic_hint) & valid & ~half_spaces, from);
                with_half_space.add(half_spaces & ~v::less(zero + 12, length - 4), from);
            }
            if (wanted.capitals)
                for (std::uint64_t l = with_hint(hint, latin_hint) & valid; l != 0; l &= l - 1)
                    latin.add(from + lowest_bit(l), true);
            if (!wanted.enclitics && !wanted.joined) half_spaces = 0;
            for (; half_spaces != 0; half_spaces &= half_spaces - 1) {
                const std::uint32_t i = from + lowest_bit(half_spaces);
                joined.add(i, wanted.joined);
                is_special_now(i);
            }
        }
        const std::uint64_t* const filter = names.filter();
        const numbers mask = numbers{} + names.filter_mask();
        const bits proclitic = wanted.proclitics ? 0xFFu : 0u, last = wanted.last_names ? 0xFFu : 0u;
        const numbers al = numbers{} + (std::uint64_t{letter_table<P>[0x627]} | std::uint64_t{letter_table<P>[0x644]} << 8);
        for (std::uint32_t i = 0; i < with_stem.count; i += 8) {
            const numbers at = with_stem.at(i), low = v::gathered(words.low, at), high = v::gathered(words.high, at);
            const numbers off = 8 + (reinterpret_cast<numbers>((low & 0xFFFF) == al) & 8);
            const bits there = with_stem.valid(i), with_article = v::equal(low & 0xFFFF, al);
            const numbers h = hash_of_512(low >> off | high << (64 - off), high >> off), f = v::gathered(filter, h >> 36 & mask);
            add(stems, v::small(at) | ((places{} + article) & v::spread(with_article)),
                (both(f, h, 12, 18) | both(f, h, 0, 6)) & there & proclitic);
            const bits noted = both(f, h, 24, 30) & there & ~with_article & last;
            if (noted != 0)
                note(stem_noted_, stem_noted_count_,
                     v::gathered(reinterpret_cast<const std::uint64_t*>(words.at), at) << 32 | (h & 0xFFFFFFFF), noted);
        }
        for (std::uint32_t i = 0; i < with_more.count; i += 8) {
            const numbers at = with_more.at(i), low = v::gathered(words.low, at);
            const bits there = with_more.valid(i);
            bits may = 0;
#pragma GCC unroll 8
            for (std::size_t g = 0; g < long_proclitics<P>.count; ++g) {
                const clitic_group& group = long_proclitics<P>.all[g];
                const bits those = with_one_of(group.clitics, low, 0xFF) & there;
                if ((group.restore != 0 || group.strip > 3) && those == 0) continue; // the others are there too often to guess
                const numbers high = v::gathered(words.high, at), off = numbers{} + 8 * group.strip;
                numbers stem = v::right(low, off) | v::left(high, 64 - off);
                if (group.restore != 0) stem = (stem & ~numbers{} << 8) | group.restore;
                const numbers h = hash_of_512(stem, v::right(high, off)), f = v::gathered(filter, h >> 36 & mask);
                may |= (both(f, h, 12, 18) | both(f, h, 0, 6)) & those;
            }
            add(longer, v::small(at), may);
        }
        list_endings<false>(words, with_ending, names);
        list_endings<true>(words, with_half_space, names);
    }
    // Lists those words that without one of their enclitics may be a name.
    template <bool Joiner, class Batch>
    MATN_FOR_512 void list_endings(const Batch& words, const small_list& candidates, const dictionary& names) noexcept {
        constexpr const clitic_groups& groups = Joiner ? all_enclitics<P> : plain_enclitics<P>;
        const std::uint64_t* const filter = names.filter();
        const numbers mask = numbers{} + names.filter_mask(), everything = ~numbers{};
        for (std::uint32_t i = 0; i < candidates.count; i += 8) {
            const numbers at = candidates.at(i), low = v::gathered(words.low, at), high = v::gathered(words.high, at),
                          letters = v::gathered(words.letters, at), width = letters << 3;
            // The last eight letters, the last one highest.
            const numbers tail = v::left(low, 64 - width) | v::right(low, width - 64) | v::left(high, 128 - width);
            const bits there = candidates.valid(i), longer_words = v::at_least(letters, numbers{} + short_word + 1);
            bits may = 0, special = 0;
#pragma GCC unroll 8
            for (std::size_t g = 0; g < groups.count; ++g) {
                const clitic_group& group = groups.all[g];
                const bits those = with_one_of(group.clitics, tail, longer_words) & there;
                if (group.strip > 3 && those == 0) continue; // the others are there too often to guess
                special |= those;
                const numbers kept = width - 8 * group.strip;
                const numbers h = hash_of_512(low & ~v::left(everything, kept),
                                              high & ~v::left(everything, v::larger(kept, numbers{} + 64) - 64));
                may |= both(v::gathered(filter, h >> 36 & mask), h, 0, 6) & those;
            }
            add(ends, v::small(at), may);
            if constexpr (!Joiner)
                for (; special != 0; special &= special - 1) is_special_now(candidates.words[i + lowest_bit(special)]);
        }
    }
    void is_special_now(std::uint32_t word) noexcept {
        special_[word / 8] = static_cast<unsigned char>(special_[word / 8] | 1u << word % 8);
    }
#undef MATN_FOR_512
#endif

    // Puts the notes of stems between the others, by their places.
    void merge_notes() noexcept {
        std::uint32_t left_over = stem_noted_count_, from = noted_count_, to = noted_count_ + left_over;
        noted_count_ = to;
        while (left_over > 0)
            noted_[--to] =
                from > 0 && noted_[from - 1].begin > stem_noted_[left_over - 1].begin ? noted_[--from] : stem_noted_[--left_over];
    }

    std::uint32_t noted_count_ = 0, stem_noted_count_ = 0;
    seen_word noted_[2 * Size + 16], stem_noted_[Size + 16];
    unsigned char special_[Size / 8 + 8];
};

}}} // namespace matn::v0::detail

#endif
