// SPDX-License-Identifier: MIT
// Some of the words of a name written as one: زلمی خلیلزاد for the listed زلمی خلیل زاد. All of them as one are joined_hash's.
//
// Such a word has a place of its own in the table, behind the node of the words before it, which leads to the node of its last word. The
// reader looks there anyway for the word as it is, so a text pays for it only where it has one.
#ifndef MATN_DETAIL_NAME_JOINS_HPP
#define MATN_DETAIL_NAME_JOINS_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/dictionary.hpp>

#include <cstdint>

namespace matn { inline namespace v0 { namespace detail {

inline constexpr std::uint32_t most_joined_words = 3;
inline constexpr std::uint32_t shortest_first_joined = 5; // letters of words that begin a name; joined_hash asks for as many

// The last words of a node as one, and the node of the words before them.
struct joined_words {
    word_key key;
    std::uint32_t before = 0;
    std::uint32_t words = 0;
};
struct node_joins {
    joined_words all[most_joined_words];
    std::uint32_t count = 0;

    constexpr void add(const joined_words& j) noexcept { all[count++] = j; }
    [[nodiscard]] constexpr const joined_words* begin() const noexcept { return all; }
    [[nodiscard]] constexpr const joined_words* end() const noexcept { return all + count; }
};

// A word that may stand without a space beside another: Arabic letters, two at least, or the و and ی that writers join to their neighbours.
[[nodiscard]] constexpr bool may_be_joined(const word_key& key) noexcept {
    constexpr std::uint8_t last_latin = 36;
    const auto first = static_cast<std::uint8_t>(key.low);
    return first > last_latin && first < symbol_code && key.letters <= 16 &&
           (key.letters >= 2 || first == own_codes[0x648] || first == own_codes[0x6CC]);
}
// Does a word with a half-space behind its first `before` letters stand in the table as one word where its parts begin a name?
[[nodiscard]] constexpr bool stands_joined(const word_key& key, std::uint32_t before) noexcept {
    return key.letters >= shortest_first_joined && may_be_joined(key) && before > 1 && key.letters - before > 1;
}

// The ways to read the last one, two or three words of node `n` as one word. `key_of(node number)` gives the letters of a node's word.
template <class Nodes, class KeyOf>
[[nodiscard]] constexpr node_joins joins_of(const Nodes& nodes, std::uint32_t n, KeyOf&& key_of) {
    node_joins out;
    const std::uint32_t parent = nodes[n].parent & parent_mask;
    joined_words all{key_of(n), parent, 1};
    out.add(all);
    if (!may_be_joined(all.key)) return out;
    for (std::uint32_t p = parent; p != 0 && out.count < most_joined_words; p = all.before) {
        const word_key word = key_of(p);
        if (!may_be_joined(word) || word.letters + all.key.letters > 16) break;
        all = {word.before(all.key), nodes[p].parent & parent_mask, all.words + 1};
        out.add(all);
    }
    return out;
}

// What a table and a filter need for words that are several of a name, beside what they have of the names as listed.
struct name_joins {
    struct place {
        std::uint64_t hash;
        std::uint32_t node;
    };
    buffer<place> places;         // of the table
    buffer<std::uint64_t> firsts; // hashes of words, and of pairs of words, that begin a name

    // Notes them of all nodes, and in the nodes before them that there are some.
    template <class Nodes, class KeyOf>
    constexpr void find(Nodes& nodes, KeyOf&& key_of) {
        constexpr std::uint32_t ahead = 16;
        for (std::uint32_t n = 1; n < nodes.size(); ++n) {
            if (!__builtin_is_constant_evaluated() && n + ahead < nodes.size())
                prefetch(&nodes[nodes[n + ahead].parent & parent_mask]);
            nodes[n].parent &= ~has_joins; // is set for what is behind it, which comes later
            const std::uint32_t parent = nodes[n].parent & parent_mask;
            // Most nodes have one word before them, and none behind.
            if (parent == 0 || ((nodes[parent].parent & parent_mask) == 0 && (nodes[n].parent & has_children) == 0)) continue;
            add(nodes, n, key_of);
        }
    }

private:
    template <class Nodes, class KeyOf>
    constexpr void add(Nodes& nodes, std::uint32_t n, KeyOf&& key_of) {
        for (const joined_words& j : joins_of(nodes, n, key_of)) {
            const std::uint64_t hash = hash_of(j.key);
            if (j.before == 0) {
                if (j.words == 1 || j.key.letters < shortest_first_joined || (nodes[n].parent & has_children) == 0) continue;
                if (nodes[n].payload == 0 || (nodes[n].parent & is_variant) != 0)
                    places.push_back({hash, n}); // or it is joined_hash's
                firsts.push_back(hash);
                continue;
            }
            if (j.words > 1) {
                places.push_back({hash_after(hash, j.before), n});
                nodes[j.before].parent |= has_joins;
            }
            // A pair of words begins a name where the words before these can be read as one.
            for (const joined_words& first : joins_of(nodes, j.before, key_of))
                if (first.before == 0 && j.words + first.words > 2 &&
                    (first.words == 1 || first.key.letters >= shortest_first_joined))
                    firsts.push_back(name_filter::pair_hash(hash_of(first.key), hash));
        }
    }
};

}}} // namespace matn::v0::detail

#endif
