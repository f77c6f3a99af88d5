// SPDX-License-Identifier: MIT
// Names that a document gives to what it has named in full: last names of persons, acronyms in brackets.
#ifndef MATN_DETAIL_NAME_ALIASES_HPP
#define MATN_DETAIL_NAME_ALIASES_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/name_search.hpp>

#include <cstdint>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail {

struct alias_hit {
    slice at;
    std::uint32_t entry = 0;
    std::uint32_t name = 0; // which of the entry's names the alias is of
    bool acronym = false;
    bool affix = false;
};

// The aliases of one document. An alias stands for the entry that was named in full last before it; before the first, for that one.
// A template, so that who only includes this does not pay for its vectors.
template <class Item>
class alias_table {
public:
    void clear() noexcept {
        aliases_.clear();
        uses_.clear();
        entries_.clear();
        links_.clear();
        given_.clear();
        for (std::uint32_t& s : alias_slots_) s = 0;
        for (std::uint32_t& s : entry_slots_) s = 0;
    }
    [[nodiscard]] bool empty() const noexcept { return aliases_.empty(); }

    // The entry was named in full at `where`: its last names stand for it from here on.
    template <profile P>
    void named(const dictionary& names, std::uint32_t entry, offset where) {
        const std::uint32_t known =
            find(entry_slots_, entry_hash(entry), [&](std::uint32_t i) { return entries_[i].entry == entry; });
        if (known == none) {
            seen_entry e{entry, static_cast<std::uint32_t>(links_.size()), 0, static_cast<std::uint32_t>(given_.size()), 0};
            const std::uint32_t count = names.row_count(entry) < most_names ? names.row_count(entry) : most_names;
            for (std::uint32_t n = 0; n < count; ++n) {
                const std::string_view name = names.name_of(entry, n);
                name_word w, last;
                std::uint32_t words = 0;
                for (offset pos = 0; next_word<P>(name, pos, w); ++words) {
                    if (words > 0) add_given<P>(e, last.key);
                    last = w;
                }
                if (words >= 2 && last.key.letters >= 3 && last.key.letters <= 16)
                    links_.push_back({alias_of(last.key, false), n});
            }
            e.count = static_cast<std::uint32_t>(links_.size()) - e.first;
            put(entry_slots_, entry_hash(entry), static_cast<std::uint32_t>(entries_.size()),
                [this](std::uint32_t i) { return entry_hash(entries_[i].entry); });
            entries_.push_back(e);
            for (std::uint32_t i = e.first; i < e.first + e.count; ++i) used(links_[i].alias, where, entry, links_[i].name);
            return;
        }
        const seen_entry& e = entries_[known];
        for (std::uint32_t i = e.first; i < e.first + e.count; ++i) used(links_[i].alias, where, entry, links_[i].name);
    }
    // The entry was named at `where` with this acronym beside it.
    void acronym(const word_key& key, std::uint32_t entry, std::uint32_t name, offset where) {
        used(alias_of(key, true), where, entry, name);
    }

    // What the words that were seen stand for, in text order. `proclitics`: also with one letter before the alias.
    template <profile P, class Found>
    void each_hit(std::string_view text, const buffer<seen_word>& seen, bool proclitics, Found&& found) {
        make_filter();
        for (const seen_word& s : seen) {
            if ((filter_[s.hash >> 6 & filter_mask_] >> (s.hash & 63) & 1) == 0) continue;
            name_word w;
            offset pos = s.begin;
            if (!next_word<P>(text, pos, w) || w.key.letters > 16) continue;
            if (static_cast<std::uint32_t>(hash_of(w.key)) == s.hash) {
                look<P>(text, w.key, w.at, s.begin, false, found);
            } else if (proclitics) {
                each_proclitic<P>(w.key, [&](const word_key& stem, const clitic& c) {
                    if (c.letters != 1 || static_cast<std::uint32_t>(hash_of(stem)) != s.hash) return;
                    const letter_border border = border_after<P>(text, w.at, 1);
                    if (border.exact) look<P>(text, stem, {border.next, w.at.end}, s.begin, true, found);
                });
            }
        }
    }

private:
    static constexpr std::uint32_t none = ~0u;
    static constexpr std::uint32_t most_names = 64; // of one entry that are looked at

    struct alias {
        word_key key;
        std::uint32_t first = none, last = none, now = none; // uses
        bool acronym = false;
    };
    struct use {
        offset where;
        std::uint32_t entry, name, next;
    };
    struct seen_entry {
        std::uint32_t entry;
        std::uint32_t first, count;             // of its links
        std::uint32_t first_given, given_count; // of the words before the last name
    };
    struct link {
        std::uint32_t alias, name;
    };

    template <profile P>
    void add_given(seen_entry& e, const word_key& key) {
        if (key.letters > 16 || e.given_count >= 64 || title_words<P>.has(key)) return;
        for (std::uint32_t i = e.first_given; i < e.first_given + e.given_count; ++i)
            if (given_[i].low == key.low && given_[i].high == key.high) return;
        given_.push_back(key);
        ++e.given_count;
    }
    // The slice with the other words of the person's name that stand before it: the list may have all three of "Qamar Javed Bajwa", the text two.
    template <profile P>
    [[nodiscard]] slice with_given_names(std::string_view text, slice at, std::uint32_t entry) const noexcept {
        const std::uint32_t known =
            find(entry_slots_, entry_hash(entry), [&](std::uint32_t i) { return entries_[i].entry == entry; });
        if (known == none) return at;
        const seen_entry& e = entries_[known];
        for (unsigned words = 0; words < 4; ++words) {
            offset pos = at.begin > 96 ? at.begin - 96 : 0;
            while (pos < at.begin && (static_cast<unsigned char>(text[pos]) & 0xC0u) == 0x80) ++pos;
            name_word w, before;
            while (next_word<P>(text.substr(0, at.begin), pos, w)) before = w;
            if (before.key.letters == 0 || before.at.end > at.begin) return at;
            if (!walk_gap<P>(text, before.at.end, at.begin, before.key.letters, [](char32_t, slice) { return false; })) return at;
            bool given = false;
            for (std::uint32_t i = e.first_given; i < e.first_given + e.given_count && !given; ++i)
                given = given_[i].low == before.key.low && given_[i].high == before.key.high &&
                        given_[i].letters == before.key.letters;
            if (!given) return at;
            at.begin = before.at.begin;
        }
        return at;
    }

    [[nodiscard]] static std::uint64_t entry_hash(std::uint32_t entry) noexcept {
        return mix(entry + std::uint64_t{1}, 0x9E3779B97F4A7C15u);
    }
    [[nodiscard]] static bool same(const alias& a, const word_key& key, bool acronym) noexcept {
        return a.key.low == key.low && a.key.high == key.high && a.key.letters == key.letters && a.acronym == acronym;
    }

    template <class Same>
    [[nodiscard]] static std::uint32_t find(const buffer<std::uint32_t>& slots, std::uint64_t hash, Same&& is_it) noexcept {
        if (slots.empty()) return none;
        const std::size_t mask = slots.size() - 1;
        for (std::size_t i = static_cast<std::size_t>(hash) & mask; slots[i] != 0; i = (i + 1) & mask)
            if (is_it(slots[i] - 1)) return slots[i] - 1;
        return none;
    }
    // Takes a slot for number `n`, which all smaller numbers already have.
    template <class HashOf>
    static void put(buffer<std::uint32_t>& slots, std::uint64_t hash, std::uint32_t n, HashOf&& hash_of_number) {
        if (slots.size() < (std::size_t{n} + 1) * 2) {
            slots.assign(slots.empty() ? 64 : slots.size() * 2, 0);
            for (std::uint32_t i = 0; i < n; ++i) take(slots, hash_of_number(i), i);
        }
        take(slots, hash, n);
    }
    static void take(buffer<std::uint32_t>& slots, std::uint64_t hash, std::uint32_t n) noexcept {
        const std::size_t mask = slots.size() - 1;
        std::size_t i = static_cast<std::size_t>(hash) & mask;
        while (slots[i] != 0) i = (i + 1) & mask;
        slots[i] = n + 1;
    }

    std::uint32_t alias_of(const word_key& key, bool acronym) {
        const std::uint64_t hash = hash_of(key);
        const std::uint32_t known = find(alias_slots_, hash, [&](std::uint32_t i) { return same(aliases_[i], key, acronym); });
        if (known != none) return known;
        const auto n = static_cast<std::uint32_t>(aliases_.size());
        put(alias_slots_, hash, n, [this](std::uint32_t i) { return hash_of(aliases_[i].key); });
        aliases_.push_back({key, none, none, none, acronym});
        return n;
    }
    void used(std::uint32_t n, offset where, std::uint32_t entry, std::uint32_t name) {
        alias& a = aliases_[n];
        if (a.last != none && uses_[a.last].entry == entry) return;
        const auto i = static_cast<std::uint32_t>(uses_.size());
        uses_.push_back({where, entry, name, none});
        if (a.first == none) a.first = a.now = i;
        else uses_[a.last].next = i;
        a.last = i;
    }
    template <profile P, class Found>
    void look(std::string_view text, const word_key& key, slice at, offset word, bool affix, Found&& found) {
        for (const bool acronym : {false, true}) {
            const std::uint32_t n =
                find(alias_slots_, hash_of(key), [&](std::uint32_t i) { return same(aliases_[i], key, acronym); });
            if (n == none) continue;
            if (acronym)
                for (offset p = at.begin; p < at.end; ++p)
                    if (text[p] < 'A' || text[p] > 'Z') return;
            alias& a = aliases_[n];
            while (uses_[a.now].next != none && uses_[uses_[a.now].next].where <= word) a.now = uses_[a.now].next;
            if (!acronym && !affix) at = with_given_names<P>(text, at, uses_[a.now].entry);
            found(alias_hit{at, uses_[a.now].entry, uses_[a.now].name, acronym, affix});
            return;
        }
    }
    // Bits for the aliases' hashes, so that most words are turned away by one load.
    void make_filter() {
        std::size_t words = 64;
        while (words * 4 < aliases_.size()) words *= 2;
        filter_.assign(words, 0);
        filter_mask_ = words - 1;
        for (const alias& a : aliases_) {
            const auto hash = static_cast<std::uint32_t>(hash_of(a.key));
            filter_[hash >> 6 & filter_mask_] |= std::uint64_t{1} << (hash & 63);
        }
    }

    buffer<alias> aliases_;
    buffer<use> uses_;
    buffer<seen_entry> entries_;
    buffer<link> links_;
    buffer<word_key> given_;
    buffer<std::uint32_t> alias_slots_, entry_slots_;
    buffer<std::uint64_t> filter_;
    std::size_t filter_mask_ = 0;
};

}}} // namespace matn::v0::detail

#endif
