// SPDX-License-Identifier: MIT
// Two names word by word, as strictly as it takes to say that they name one person: every word of the shorter must have its like.
#ifndef MATN_DETAIL_LINK_WORDS_HPP
#define MATN_DETAIL_LINK_WORDS_HPP

#include <matn/detail/name_compare.hpp>

#include <cstdint>

namespace matn { inline namespace v0 { namespace detail {

// How the words of two names correspond. Titles are no words here, unless a name has no others.
struct word_correspondence {
    float weakest = 0; // of the pairs: 1 is as alike as can be, 0 by chance
    std::uint8_t left_alone = 0, right_alone = 0;
    bool lasts = false;    // the last words are a pair
    bool initials = false; // one of the pairs is an initial and a word
};

// The share of what two words could say for each other that they do say.
[[nodiscard]] inline float strength_of(const likeness& l) noexcept {
    return static_cast<float>(l.weight) / static_cast<float>(l.most + 10);
}

class word_matcher {
public:
    // Words, and neighbours written as one, up to eight words of each name.
    [[nodiscard]] static word_correspondence match(const prepared_name& a, const prepared_name& b) noexcept {
        part left[most_parts], right[most_parts];
        std::uint32_t last_left = 0, last_right = 0;
        const std::uint32_t left_count = parts_of(a, left, last_left), right_count = parts_of(b, right, last_right);
        struct pair {
            std::uint16_t left, right;
            float strength;
            bool initial;
        };
        pair pairs[most_parts * most_parts];
        std::uint32_t count = 0;
        for (std::uint32_t i = 0; i < left_count; ++i)
            for (std::uint32_t j = 0; j < right_count; ++j) {
                const bool joined_left = several(left[i].words), joined_right = several(right[j].words);
                if (joined_left && joined_right) continue;
                const float strength = alike(a, left[i], b, right[j]);
                if ((joined_left || joined_right) && strength < (a.in == b.in ? 0.75f : 0.4f))
                    continue; // so short a word may be in them by chance
                if (strength > 0.1f)
                    pairs[count++] = {left[i].words, right[j].words, strength, (left[i].size == 1) != (right[j].size == 1)};
            }
        // The strongest first; of equals those that use more words.
        word_correspondence out;
        out.weakest = 1;
        std::uint32_t used_left = 0, used_right = 0;
        for (;;) {
            const pair* best = nullptr;
            for (std::uint32_t k = 0; k < count; ++k) {
                const pair& p = pairs[k];
                if ((p.left & used_left) != 0 || (p.right & used_right) != 0) continue;
                if (best == nullptr || p.strength > best->strength) best = &p;
            }
            if (best == nullptr) break;
            used_left |= best->left;
            used_right |= best->right;
            out.weakest = best->strength < out.weakest ? best->strength : out.weakest;
            out.initials = out.initials || best->initial;
            out.lasts = out.lasts || ((best->left & last_left) != 0 && (best->right & last_right) != 0);
        }
        if (used_left == 0) out.weakest = 0;
        out.left_alone = alone(left, left_count, used_left);
        out.right_alone = alone(right, right_count, used_right);
        return out;
    }

private:
    static constexpr std::uint32_t most_parts = 2 * prepared_name::most_words;
    struct part {
        std::uint16_t words = 0; // as bits
        std::uint16_t meaning = 0;
        std::uint8_t size = 0;
        std::uint8_t letters[48] = {};
    };

    [[nodiscard]] static bool several(std::uint32_t words) noexcept { return (words & (words - 1)) != 0; }
    static std::uint8_t alone(const part* parts, std::uint32_t count, std::uint32_t used) noexcept {
        std::uint8_t n = 0;
        for (std::uint32_t i = 0; i < count; ++i)
            if (!several(parts[i].words) && (parts[i].words & used) == 0) ++n;
        return n;
    }
    static std::uint32_t parts_of(const prepared_name& n, part* out, std::uint32_t& last) noexcept {
        std::uint32_t count = 0;
        bool only_titles = true;
        for (std::uint32_t w = 0; w < n.word_count; ++w) only_titles = only_titles && is_title(n.words[w].meaning);
        // Behind all others a title is a name: John Major.
        const auto counts = [&](std::uint32_t w) {
            return only_titles || w + 1 == n.word_count || !is_title(n.words[w].meaning);
        };
        last = 0;
        for (std::uint32_t w = 0; w < n.word_count; ++w) {
            if (!counts(w)) continue;
            part& p = out[count++];
            p.words = static_cast<std::uint16_t>(1u << w);
            p.meaning = n.words[w].meaning;
            p.size = n.words[w].size < 48 ? n.words[w].size : std::uint8_t{48};
            for (std::uint32_t i = 0; i < p.size; ++i) p.letters[i] = n.letters[n.words[w].begin + i];
            last = p.words;
        }
        for (std::uint32_t w = 0; w + 1 < n.word_count; ++w) {
            std::uint8_t both[spelling::room];
            if (!counts(w) || !counts(w + 1)) continue;
            const std::uint32_t size = join_words(n, w, both);
            if (size == 0) continue;
            part& p = out[count++];
            p.words = static_cast<std::uint16_t>(3u << w);
            p.size = static_cast<std::uint8_t>(size);
            for (std::uint32_t i = 0; i < size; ++i) p.letters[i] = both[i];
        }
        return count;
    }
    [[nodiscard]] static float alike(const prepared_name& a, const part& p, const prepared_name& b, const part& q) noexcept {
        if (same_meaning(p.meaning, q.meaning)) return 1;
        if (a.in == writing::arabic && b.in == writing::arabic && p.size > 1 && q.size > 1) {
            part left, right;
            write_articles(p, left);
            write_articles(q, right);
            return alike_letters(a, left, b, right);
        }
        if ((p.size == 1) != (q.size == 1)) return initial(a, p, b, q);
        return alike_letters(a, p, b, q);
    }
    // With its article or without: the Arabic الدوحة is Doha to others.
    [[nodiscard]] static float alike_letters(const prepared_name& a, const part& p, const prepared_name& b,
                                             const part& q) noexcept {
        const part_comparer comparer(p.letters, p.size, a.in, a.languages);
        float most = strength_of(comparer.look({q.letters, q.size, b.in, b.languages}));
        const std::uint32_t p_article = has_article(a, p) && !has_article(b, q) ? 1 : 0;
        const std::uint32_t q_article = has_article(b, q) && !has_article(a, p) ? 1 : 0;
        if (p_article + q_article == 0) return most;
        const part_comparer bare(p.letters + p_article, p.size - p_article, a.in, a.languages);
        const float without = strength_of(bare.look({q.letters + q_article, q.size - q_article, b.in, b.languages}));
        return without > most ? without : most;
    }
    [[nodiscard]] static bool has_article(const prepared_name& n, const part& p) noexcept {
        return n.in == writing::arabic && p.size > 2 && p.letters[0] == native_article;
    }
    // An article inside is two letters like others: عبد الله and عبدالله are one.
    static void write_articles(const part& p, part& out) noexcept {
        for (std::uint8_t i = 0; i < p.size && out.size + 2u < sizeof(out.letters); ++i) {
            if (i > 0 && p.letters[i] == native_article) {
                out.letters[out.size++] = native_code(u'ا');
                out.letters[out.size++] = native_code(u'ل');
            } else {
                out.letters[out.size++] = p.letters[i];
            }
        }
    }
    // An initial and a word: the first letters alone, which is little.
    [[nodiscard]] static float initial(const prepared_name& a, const part& p, const prepared_name& b, const part& q) noexcept {
        float most = 0;
        for (const std::uint8_t size : {std::uint8_t{1}, std::uint8_t{2}}) {
            if (size == 2 && a.in == b.in) continue; // a vowel that Arabic script does not write
            if ((p.size == 1 && q.size < size) || (q.size == 1 && p.size < size)) continue;
            const part_comparer comparer(p.letters, p.size == 1 ? 1u : size, a.in, a.languages);
            const likeness l = comparer.look({q.letters, q.size == 1 ? 1u : size, b.in, b.languages});
            if (l.weight > 6) most = 0.6f;
        }
        return most;
    }
};

}}} // namespace matn::v0::detail

#endif
