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
};

// The letters that clitics have in common with others: where one has all that another has, the one of fewer letters stands for both.
struct clitic_letters {
    std::uint64_t codes = 0, mask = 0;
    std::uint32_t least = 0; // letters of the word
};
struct few_clitics {
    std::array<clitic_letters, most_clitics> all{};
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
// Proclitics of several letters, but for the article alone.
template <profile P>
inline constexpr few_clitics long_proclitics = [] {
    few_clitics every;
    for (const clitic& c : proclitics<P>.all)
        if (c.letters > 2 || (c.letters == 2 && (c.codes & 0xFF) != letter_table<P>[0x627]))
            every.add({c.codes, c.mask, std::uint32_t{c.strip} + c.stem});
    return every.without_doubles();
}();
// Enclitics that need no half-space before them.
template <profile P>
inline constexpr few_clitics plain_enclitics = [] {
    few_clitics every;
    for (const clitic& c : enclitics<P>.all) {
        if (c.letters == 0 || c.after_joiner) continue;
        const std::uint32_t least = std::uint32_t{c.strip} + c.stem;
        if (!c.after_vowel) every.add({c.codes, c.mask, least});
        else
            for (const char16_t vowel : {u'\u0627', u'\u0648'}) {
                const unsigned place = 56u - 8u * c.letters;
                every.add(
                    {c.codes | std::uint64_t{letter_table<P>[vowel]} << place, c.mask | std::uint64_t{0xFF} << place, least});
            }
    }
    return every.without_doubles();
}();

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
            if (wanted.proclitics || wanted.enclitics || wanted.joined || wanted.last_names || wanted.capitals)
                fill_512<true>(words, count, names, wanted);
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
                               (wanted.joined ? unsigned{joined_hint} : 0u) |
                               (wanted.last_names ? unsigned{single_hint | future_hint} : 0u);
        for (unsigned char& s : special_) s = 0;
        for (std::uint32_t i = 0; i < count; ++i) {
            const std::uint64_t hash = words.hash[i], filter = names.filter_word(hash);
            const bool is_whole = name_filter::is_whole(filter, hash);
            begins.add(i | (is_whole ? std::uint32_t{whole} : 0u), is_whole || name_filter::begins(filter, hash));
            noted_[noted_count_] = {static_cast<std::uint32_t>(hash), words.at[i].begin};
            noted_count_ += bit(wanted.last_names && name_filter::is_last(filter, hash));
            if (asked == 0) continue;
            const word_key key = words.key(i);
            const unsigned hints =
                (hints_of<P>(key) | (words.joiner[i] != 0 ? unsigned{enclitic_hint | joined_hint} : 0u)) & asked;
            if (hints == 0) continue;
            const bool fits = key.letters - 4 <= 12;
            longer.add(i, (hints & more_hint) != 0 && fits && wanted.proclitics);
            ends.add(i, (hints & enclitic_hint) != 0 && fits);
            joined.add(i, (hints & joined_hint) != 0);
            latin.add(i, (hints & latin_hint) != 0);
            special_[i / 8] =
                static_cast<unsigned char>(special_[i / 8] | bit((hints & (enclitic_hint | joined_hint)) != 0) << i % 8);
            const bool is_article = (hints & article_hint) != 0;
            if (!fits || ((hints & single_hint) == 0 && !((hints & future_hint) != 0 && key.letters >= 6) &&
                          !(is_article && key.letters >= 5)))
                continue;
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

    // A set of codes, a bit a code.
    [[nodiscard]] static constexpr std::array<std::uint64_t, 8> set_of(std::u16string_view letters) noexcept {
        std::array<std::uint64_t, 8> set{};
        for (const char16_t c : letters) set[letter_table<P>[c] / 64] |= std::uint64_t{1} << letter_table<P>[c] % 64;
        return set;
    }
    MATN_FOR_512 static bits among(const numbers& code, const numbers& set) noexcept {
        return v::any_of(v::turned(v::picked(code >> 6, set), code), numbers{} + 1);
    }
    static constexpr auto single_set = set_of(u"\u0648\u0641\u0628\u0644\u0643");
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

    template <bool Parts, class Batch>
    __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2,bmi,bmi2,popcnt"))) void
    fill_512(const Batch& words, std::uint32_t count, const dictionary& names, const wanted_words& wanted) noexcept {
        const std::uint64_t* const filter = names.filter();
        const numbers mask = numbers{} + names.filter_mask();
        const bits proclitic = wanted.proclitics ? 0xFFu : 0u, enclitic = wanted.enclitics ? 0xFFu : 0u,
                   half_space = wanted.joined ? 0xFFu : 0u, last = wanted.last_names ? 0xFFu : 0u,
                   capital = wanted.capitals ? 0xFFu : 0u;
        const numbers singles = v::load(single_set.data());
        places numbers_of = {0, 1, 2, 3, 4, 5, 6, 7};
        for (std::uint32_t i = 0; i < count; i += 8, numbers_of += 8) {
            const bits valid = count - i >= 8 ? 0xFFu : (1u << (count - i)) - 1;
            const numbers hash = v::load(words.hash + i), f = v::gathered(filter, hash >> 36 & mask);
            const bits is_whole = both(f, hash, 0, 6);
            add(begins, numbers_of | ((places{} + whole) & v::spread(is_whole)), (both(f, hash, 12, 18) | is_whole) & valid);
            special_[i / 8] = static_cast<unsigned char>(~valid);
            if constexpr (!Parts) continue;
            const numbers where = v::load(words.at + i) << 32;
            if (last != 0) note(noted_, noted_count_, where | (hash & 0xFFFFFFFF), both(f, hash, 24, 30) & valid);

            const numbers low = v::load(words.low + i), high = v::load(words.high + i), letters = v::widened(words.letters + i);
            const numbers first = low & 0xFF;
            const bits fits = valid & v::at_least(letters, numbers{} + 4) & ~v::at_least(letters, numbers{} + 17);
            const bits longer_words = v::at_least(letters, numbers{} + short_word + 1);
            add(latin, numbers_of, ~v::at_least(first - 1, numbers{} + 26) & capital & valid);
            if ((proclitic | last) != 0) {
                const numbers al =
                    numbers{} + (std::uint64_t{letter_table<P>[0x627]} | std::uint64_t{letter_table<P>[0x644]} << 8);
                const bits single = among(first, singles);
                const bits future = v::equal(first, numbers{} + letter_table<P>[0x633]) & v::at_least(letters, numbers{} + 6);
                const bits with_article = v::equal(low & 0xFFFF, al);
                add(longer, numbers_of, with_one_of(long_proclitics<P>, low, longer_words) & fits & proclitic);
                const numbers off = 8 + (reinterpret_cast<numbers>((low & 0xFFFF) == al) & 8);
                const numbers h = hash_of_512(low >> off | high << (64 - off), high >> off);
                const bits stem = (single | future | (with_article & v::at_least(letters, numbers{} + 5))) & fits;
                const numbers stem_filter = v::gathered(filter, h >> 36 & mask);
                add(stems, numbers_of | ((places{} + article) & v::spread(with_article)),
                    (both(stem_filter, h, 12, 18) | both(stem_filter, h, 0, 6)) & stem & proclitic);
                note(stem_noted_, stem_noted_count_, where | (h & 0xFFFFFFFF),
                     both(stem_filter, h, 24, 30) & stem & ~with_article & last);
            }
            // The bits of the words that have a half-space.
            std::uint64_t joiners;
            std::memcpy(&joiners, words.joiner + i, 8);
            constexpr std::uint64_t tops = 0x8080808080808080u;
            const bits with_joiner =
                static_cast<bits>(__builtin_ia32_pext_di((((joiners & ~tops) + ~tops) | joiners) & tops, tops)) & valid;
            bits ending = with_joiner;
            if (enclitic != 0) {
                // The last eight letters, the last one highest.
                const numbers tail =
                    v::left(low, 64 - 8 * letters) | v::right(low, 8 * letters - 64) | v::left(high, 128 - 8 * letters);
                ending |= with_one_of(plain_enclitics<P>, tail, longer_words);
            }
            add(ends, numbers_of, ending & fits & enclitic);
            add(joined, numbers_of, with_joiner & half_space);
            special_[i / 8] = static_cast<unsigned char>((ending & enclitic) | (with_joiner & half_space) | ~valid);
        }
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
    unsigned char special_[Size / 8 + 2];
};

}}} // namespace matn::v0::detail

#endif
