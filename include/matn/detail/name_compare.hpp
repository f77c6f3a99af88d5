// SPDX-License-Identifier: MIT
// How alike two folded names are: the whole names letter by letter, and where that is not enough word by word.
#ifndef MATN_DETAIL_NAME_COMPARE_HPP
#define MATN_DETAIL_NAME_COMPARE_HPP

#include <matn/detail/name_align.hpp>
#include <matn/detail/name_lexicon.hpp>
#include <matn/detail/name_profile.hpp>
#include <matn/detail/name_same_script.hpp>
#include <matn/detail/name_spelling.hpp>

#include <cstdint>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail {

// Languages whose tables are tried, as bits.
[[nodiscard]] constexpr std::uint8_t languages_of(std::string_view tag) {
    const auto is = [tag](std::string_view code) {
        return tag.substr(0, code.size()) == code && (tag.size() == code.size() || tag[code.size()] == '-');
    };
    if (is("ar") || is("arz") || is("apc") || is("ary")) return 1u << name_arabic;
    if (is("fa") || is("prs") || is("ckb") || is("azb") || is("pes") || is("tg")) return 1u << name_persian;
    if (is("ps") || is("pus")) return 1u << name_pashto;
    if (is("ur") || is("pnb") || is("sd") || is("ks")) return 1u << name_urdu;
    return 0;
}
// By letters that only some languages have, where nobody says the language.
[[nodiscard]] constexpr std::uint8_t languages_of(const spelling& s) {
    if ((s.hints & hint_pashto) != 0) return 1u << name_pashto;
    if ((s.hints & hint_urdu) != 0) return 1u << name_urdu;
    const std::uint8_t both = s.hints & (hint_arabic | hint_persian);
    if (both == hint_arabic) return 1u << name_arabic;
    if (both == hint_persian) return (1u << name_persian) | (1u << name_urdu);
    return (1u << name_arabic) | (1u << name_persian);
}

// A word of a name.
struct name_word_at {
    std::uint8_t begin = 0, size = 0; // its letters
    std::uint16_t meaning = 0;        // what it means in all languages, or 0 (see name_lexicon.hpp)
};

// A name made ready: letters, words and what the words mean.
struct prepared_name {
    static constexpr std::uint32_t most_words = 8;
    const std::uint8_t* letters = nullptr;
    std::uint32_t size = 0;
    writing in = writing::none;
    std::uint8_t languages = 0; // bits; 0 for Latin
    std::uint32_t word_count = 0;
    name_word_at words[most_words] = {};
    std::uint32_t plain_words = 0; // those that are neither titles nor translated
    std::uint32_t plain_size = 0;
    std::uint8_t plain[spelling::room] = {}; // the letters of those, with spaces
};

inline void find_words(prepared_name& n) {
    const std::uint8_t space = n.in == writing::latin ? latin_space : native_space;
    n.word_count = n.plain_words = n.plain_size = 0;
    std::uint32_t begins[prepared_name::most_words + 1] = {}, ends[prepared_name::most_words + 1] = {}, count = 0;
    for (std::uint32_t i = 0; i < n.size && count < prepared_name::most_words;) {
        std::uint32_t end = i;
        while (end < n.size && n.letters[end] != space) ++end;
        begins[count] = i;
        ends[count++] = end;
        i = end + 1;
    }
    if (count == prepared_name::most_words && ends[count - 1] < n.size) ends[count - 1] = n.size; // the last word takes the rest
    for (std::uint32_t w = 0; w < count;) {
        std::uint16_t meaning = 0;
        std::uint32_t last = w;
        for (std::uint32_t length = count - w < 3 ? count - w : 3; length >= 1 && meaning == 0; --length) {
            last = w + length - 1;
            meaning = meaning_of(n.letters + begins[w], ends[last] - begins[w], n.in);
        }
        if (meaning == 0) last = w;
        n.words[n.word_count++] = {static_cast<std::uint8_t>(begins[w]), static_cast<std::uint8_t>(ends[last] - begins[w]),
                                   meaning};
        if (meaning == 0) {
            if (n.plain_size != 0 && n.plain_size < spelling::room) n.plain[n.plain_size++] = space;
            for (std::uint32_t i = begins[w]; i < ends[last] && n.plain_size < spelling::room; ++i)
                n.plain[n.plain_size++] = n.letters[i];
            ++n.plain_words;
        }
        w = last + 1;
    }
}

// What two stretches of letters have in common, and the most that they could have.
struct likeness {
    int weight = no_way;
    int most = 1;
    std::uint8_t language = 0; // whose table it was

    // About -1 to 1; more letters that agree are more evidence.
    [[nodiscard]] float ratio() const { return static_cast<float>(weight) / static_cast<float>(most + 60); }
};

// The most that letters can add to a weight, by the table of a language.
[[nodiscard]] inline int most_of(const std::uint8_t* letters, std::uint32_t size, writing in, std::uint8_t language) {
    const std::int8_t* const most = in == writing::latin ? most_weight.latin[language] : most_weight.native[language];
    int sum = 0;
    for (std::uint32_t i = 0; i < size; ++i) sum += most[letters[i]];
    return sum;
}
// By the language of these that makes the two most alike. `weigh` and `most` take a language.
template <class Weigh, class Most>
[[nodiscard]] likeness best_likeness(std::uint8_t languages, const Weigh& weigh, const Most& most) {
    likeness out;
    float ratio = -1e9f;
    for (std::uint8_t l = 0; l < name_languages; ++l) {
        if ((languages >> l & 1) == 0) continue;
        const likeness now{weigh(l), most(l) / 2, l};
        if (now.ratio() > ratio) {
            ratio = now.ratio();
            out = now;
        }
    }
    return out;
}
[[nodiscard]] inline likeness best_likeness(const std::uint8_t* native, std::uint32_t native_size, const std::uint8_t* latin,
                                            const unit_rows& rows, std::uint8_t languages) {
    return best_likeness(
        languages, [&](std::uint8_t l) { return align(native, native_size, rows, sound_tables[l]); },
        [&](std::uint8_t l) {
            return most_of(native, native_size, writing::arabic, l) + most_of(latin, rows.size, writing::latin, l);
        });
}
[[nodiscard]] inline likeness same_likeness(const std::uint8_t* a, std::uint32_t a_size, const std::uint8_t* b,
                                            std::uint32_t b_size, writing in) {
    likeness out;
    out.weight = align_same(a, a_size, b, b_size, in);
    out.most = (same_most(a, a_size, in) + same_most(b, b_size, in)) / 2;
    return out;
}

// Letters to compare with; of Latin ones the units, where they are known.
struct other_letters {
    const std::uint8_t* letters;
    std::uint32_t size;
    writing in;
    std::uint8_t languages;
    unit_view units = {};
};

// Of languages whose tables are much alike one.
[[nodiscard]] constexpr std::uint8_t first_languages(std::uint8_t languages) {
    constexpr std::uint8_t persian = 1u << name_persian, arabic = 1u << name_arabic;
    return (languages & persian) != 0 ? static_cast<std::uint8_t>(languages & (persian | arabic)) : languages;
}

// A name, or a part of one, against others by letters alone. With a profile the first other takes longer, and all others less.
class part_comparer {
public:
    part_comparer() noexcept = default;
    part_comparer(const std::uint8_t* letters, std::uint32_t size, writing in, std::uint8_t languages,
                  letter_profile* profile = nullptr) {
        set(letters, size, in, languages, profile);
    }
    void set(const std::uint8_t* letters, std::uint32_t size, writing in, std::uint8_t languages,
             letter_profile* profile = nullptr) {
        letters_ = letters;
        size_ = size;
        in_ = in;
        languages_ = languages;
        profile_ = profile;
        if (in == writing::latin) find_units(letters, size, rows_);
        if (profile == nullptr) return;
        profile->set(letters, size, in, rows_.view());
        for (std::uint8_t l = 0; l < name_languages; ++l) most_[l] = most_of(letters, size, in, l);
        most_[name_languages] = same_most(letters, size, in);
    }
    part_comparer(const part_comparer&) = delete; // the profile knows where the units are
    part_comparer& operator=(const part_comparer&) = delete;

    [[nodiscard]] likeness look(const other_letters& other) const { return look(other, 0xFF); }
    // The same with one table of those that are much alike.
    [[nodiscard]] likeness first_look(const other_letters& other) const {
        return look(other, first_languages(in_ == writing::arabic ? languages_ : other.languages));
    }

    // With the first table alone.
    [[nodiscard]] likeness glance(const other_letters& other) const {
        const unsigned languages = in_ == writing::arabic ? languages_ : other.languages;
        return look(other, languages & (~languages + 1));
    }

private:
    [[nodiscard]] likeness look(const other_letters& other, unsigned of) const {
        const bool ready = profile_ != nullptr && profile_->fits(other.size);
        if (in_ == other.in) {
            if (!ready) return same_likeness(letters_, size_, other.letters, other.size, in_);
            return {profile_->with_same(other.letters, other.size),
                    (most_[name_languages] + same_most(other.letters, other.size, in_)) / 2, 0};
        }
        const auto most = [&](std::uint8_t l) { return most_[l] + most_of(other.letters, other.size, other.in, l); };
        if (in_ == writing::latin) {
            const auto languages = static_cast<std::uint8_t>(other.languages & of);
            if (!ready) return best_likeness(other.letters, other.size, letters_, rows_, languages);
            return best_likeness(
                languages, [&](std::uint8_t l) { return profile_->with_native(other.letters, other.size, l); }, most);
        }
        const auto languages = static_cast<std::uint8_t>(languages_ & of);
        if (ready && other.units.one != nullptr)
            return best_likeness(
                languages, [&](std::uint8_t l) { return profile_->with_latin(other.units, l); }, most);
        unit_rows rows;
        find_units(other.letters, other.size, rows);
        if (!ready) return best_likeness(letters_, size_, other.letters, rows, languages);
        return best_likeness(
            languages, [&](std::uint8_t l) { return profile_->with_latin(rows.view(), l); }, most);
    }

    const std::uint8_t* letters_ = nullptr;
    std::uint32_t size_ = 0;
    writing in_ = writing::none;
    std::uint8_t languages_ = 0;
    letter_profile* profile_ = nullptr;
    int most_[name_languages + 1] = {}; // of each language, and within its script
    unit_rows rows_;
};

// Answers from the whole of a comparison.
enum class name_way : std::uint8_t { letters, plain_letters, words, meaning };
struct comparison {
    float ratio = -1; // as that of a likeness
    name_way way = name_way::letters;
    std::uint8_t language = 0;
    bool reordered = false, partial = false, translated = false;
    bool lacks = false; // the second name has not all words of the first
};

// Word w of a name and the next, written as one; 0 letters if they are not to be.
inline std::uint32_t join_words(const prepared_name& n, std::uint32_t w, std::uint8_t* to) {
    constexpr std::uint32_t longest = 24;
    const name_word_at &a = n.words[w], &b = n.words[w + 1];
    if (a.size < 2 || b.size < 2 || a.size + b.size > longest) return 0;
    const std::uint8_t space = n.in == writing::latin ? latin_space : native_space;
    std::uint32_t size = 0;
    for (const name_word_at* at : {&a, &b})
        for (std::uint32_t i = 0; i < at->size; ++i)
            if (n.letters[at->begin + i] != space) to[size++] = n.letters[at->begin + i];
    return size;
}

// Words of two names, as bits, that may be the same.
struct word_pair {
    std::uint16_t a, b;
    std::int16_t weight, most;
    std::uint8_t language;
};
// Which words of two names stand for which: the best pair first, each word once.
struct word_pairing {
    int weight = 0, most = 0;
    std::uint32_t used_a = 0, used_b = 0;
    bool reordered = false, one_script;
    bool asked; // who asks for a name wants its words: one that is missing says more the longer it is
    std::uint8_t language = 0;

    word_pairing(const word_pair* pairs, std::uint32_t count, bool same_script, bool is_asked)
        : one_script(same_script), asked(is_asked) {
        std::uint16_t partner[16] = {};
        for (;;) {
            const word_pair* best = nullptr;
            for (std::uint32_t i = 0; i < count; ++i) {
                const word_pair& p = pairs[i];
                if ((p.a & used_a) != 0 || (p.b & used_b) != 0) continue;
                if (best == nullptr || better(p, *best)) best = &p;
            }
            if (best == nullptr) break;
            used_a |= best->a;
            used_b |= best->b;
            weight += best->weight;
            most += best->most;
            language = best->language;
            for (std::uint32_t i = 0; i < 16; ++i)
                if ((best->a >> i & 1) != 0) partner[i] = best->b;
        }
        std::uint32_t last = 0;
        for (const std::uint16_t p : partner) {
            reordered = reordered || (p != 0 && p < last);
            last = p != 0 ? p : last;
        }
    }
    // Takes off what words of the first name that have no partner are worth; of the second. Answers how many they are, titles apart.
    std::uint32_t without(const prepared_name& a) { return without(a, used_a, asked ? 4 : 0); }
    std::uint32_t without_other(const prepared_name& b) { return without(b, used_b, 0); }
    std::uint32_t without(std::uint32_t size, std::uint16_t meaning, int a_letter = 0) {
        if (is_title(meaning)) {
            weight -= 4;
            return 0;
        }
        if (is_generic(meaning)) {
            weight -= 14;
            most += 8;
            return 0;
        }
        if (size == 1 && one_script) { // an initial, which many leave out
            weight -= 4;
            most += 12;
            return 1;
        }
        weight -= one_script ? 10 : 40 + a_letter * static_cast<int>(size);
        most += 18 * static_cast<int>(size) + 8;
        return 1;
    }

private:
    static bool better(const word_pair& p, const word_pair& q) { return p.weight * (q.most + 10) > q.weight * (p.most + 10); }
    std::uint32_t without(const prepared_name& n, std::uint32_t used, int a_letter) {
        std::uint32_t alone = 0;
        for (std::uint32_t i = 0; i < n.word_count; ++i)
            if ((used >> i & 1) == 0) alone += without(n.words[i].size, n.words[i].meaning, a_letter);
        return alone;
    }
};

// What is computed once for a name that is compared with many: its parts, and the profiles of these.
class name_parts {
public:
    void set(const prepared_name& n) {
        whole_.set(n.letters, n.size, n.in, n.languages, &profiles_[0]);
        plain_.set(n.plain, n.plain_size, n.in, n.languages, &profiles_[1]);
        for (std::uint32_t w = 0; w < n.word_count; ++w)
            words_[w].set(n.letters + n.words[w].begin, n.words[w].size, n.in, n.languages, &profiles_[2 + w]);
        for (std::uint32_t w = 0; w + 1 < n.word_count; ++w)
            if (const std::uint32_t size = join_words(n, w, joined_letters_[w]); size != 0)
                joined_[w].set(joined_letters_[w], size, n.in, n.languages, &profiles_[2 + prepared_name::most_words + w]);
    }
    [[nodiscard]] const part_comparer& whole() const { return whole_; }
    [[nodiscard]] const part_comparer& plain() const { return plain_; }
    [[nodiscard]] const part_comparer& word(std::uint32_t w) const { return words_[w]; }
    [[nodiscard]] const part_comparer& joined(std::uint32_t w) const { return joined_[w]; }

private:
    static constexpr std::uint32_t most = prepared_name::most_words;
    letter_profile profiles_[2 + 2 * most];
    part_comparer whole_, plain_, words_[most], joined_[most];
    std::uint8_t joined_letters_[most][spelling::room];
};

// One name against others.
class name_comparer {
public:
    explicit name_comparer(const prepared_name& name) : a_(name) {}
    // Against many. Who asks so wants all the words: one that is missing says more the longer it is.
    name_comparer(const prepared_name& name, name_parts& parts) : a_(name), parts_(&parts) { parts.set(a_); }
    name_comparer(const name_comparer&) = delete; // the parts know where the letters are
    name_comparer& operator=(const name_comparer&) = delete;

    // The whole names, letter by letter.
    [[nodiscard]] likeness letters(const std::uint8_t* letters, std::uint32_t size, writing in, std::uint8_t languages) const {
        const other_letters other{letters, size, in, languages};
        return parts_ != nullptr ? parts_->whole().look(other) : stretch(a_.letters, a_.size, a_, other);
    }

    // Everything that can be said of two names.
    [[nodiscard]] comparison compare(const prepared_name& b) const {
        comparison out;
        if (a_.in == writing::none || b.in == writing::none || a_.size == 0 || b.size == 0) return out;
        const likeness whole = letters(b.letters, b.size, b.in, b.languages);
        out.ratio = whole.ratio();
        out.language = whole.language;
        if (a_.plain_words != a_.word_count || b.plain_words != b.word_count) by_meaning(b, out);
        if (a_.word_count > 1 || b.word_count > 1) by_words(b, out);
        return out;
    }

private:
    static likeness stretch(const std::uint8_t* a, std::uint32_t a_size, const prepared_name& of_a, const other_letters& b) {
        return part_comparer(a, a_size, of_a.in, of_a.languages).look(b);
    }

    // Titles and common nouns apart: what remains is compared, and those are compared by what they mean.
    void by_meaning(const prepared_name& b, comparison& out) const {
        int bonus = 0, most = 0;
        bool shared = false;
        const auto weigh = [&](const prepared_name& x, const prepared_name& y, int sign) {
            for (std::uint32_t i = 0; i < x.word_count; ++i) {
                const std::uint16_t m = x.words[i].meaning;
                if (m == 0) continue;
                bool there = false;
                for (std::uint32_t j = 0; j < y.word_count; ++j) there = there || same_meaning(m, y.words[j].meaning);
                if (there) {
                    shared = shared || !is_title(m);
                    if (sign > 0) bonus += is_title(m) ? 2 : 30, most += is_title(m) ? 2 : 30;
                } else {
                    bonus -= is_title(m) ? 4 : is_generic(m) ? 14 : 60;
                    most += is_title(m) ? 0 : is_generic(m) ? 8 : 40;
                }
            }
        };
        weigh(a_, b, 1);
        weigh(b, a_, 0);
        if (a_.plain_words == 0 && b.plain_words == 0) {
            if (!shared) return;
            const float ratio = static_cast<float>(bonus + 30) / static_cast<float>(most + 50);
            if (ratio > out.ratio) out = {ratio, name_way::meaning, 0, false, false, true};
            return;
        }
        if (a_.plain_size == 0 || b.plain_size == 0) return;
        const other_letters plain{b.plain, b.plain_size, b.in, b.languages};
        likeness rest = parts_ != nullptr ? parts_->plain().look(plain) : stretch(a_.plain, a_.plain_size, a_, plain);
        rest.weight += bonus;
        rest.most += most;
        if (rest.ratio() > out.ratio) out = {rest.ratio(), name_way::plain_letters, rest.language, false, false, shared};
    }

    // Word by word: in any order, with two words written as one, and with words that only one of the names has.
    void by_words(const prepared_name& b, comparison& out) const {
        word_pair pairs[3 * prepared_name::most_words * prepared_name::most_words];
        std::uint32_t count = 0;
        const auto put = [&](std::uint32_t i, std::uint32_t j, const likeness& l) {
            if (10 * l.weight > l.most) // so little that chance does as much
                pairs[count++] = {static_cast<std::uint16_t>(i), static_cast<std::uint16_t>(j),
                                  static_cast<std::int16_t>(l.weight), static_cast<std::int16_t>(l.most), l.language};
        };
        unit_rows rows[prepared_name::most_words];
        other_letters others[prepared_name::most_words];
        for (std::uint32_t j = 0; j < b.word_count; ++j) {
            others[j] = {b.letters + b.words[j].begin, b.words[j].size, b.in, b.languages};
            if (a_.in != writing::arabic || b.in != writing::latin) continue;
            find_units(others[j].letters, others[j].size, rows[j]);
            others[j].units = rows[j].view();
        }
        for (std::uint32_t i = 0; i < a_.word_count; ++i)
            for (std::uint32_t j = 0; j < b.word_count; ++j) put(1u << i, 1u << j, words(i, others[j], b.words[j].meaning));
        word_pairing p(pairs, count, a_.in == b.in, parts_ != nullptr);
        const std::uint32_t all_a = (1u << a_.word_count) - 1, all_b = (1u << b.word_count) - 1;
        if (p.used_a != all_a || p.used_b != all_b) {
            const std::uint32_t before = count;
            std::uint8_t both[spelling::room];
            for (std::uint32_t i = 0; i + 1 < a_.word_count; ++i)
                if (const std::uint32_t size = join_words(a_, i, both); size != 0)
                    for (std::uint32_t j = 0; j < b.word_count; ++j)
                        if (b.words[j].size >= 4)
                            put(3u << i, 1u << j,
                                parts_ != nullptr ? parts_->joined(i).look(others[j]) : stretch(both, size, a_, others[j]));
            for (std::uint32_t j = 0; j + 1 < b.word_count; ++j)
                if (const std::uint32_t size = join_words(b, j, both); size != 0)
                    for (std::uint32_t i = 0; i < a_.word_count; ++i)
                        if (a_.words[i].size >= 4) put(1u << i, 3u << j, word(i, {both, size, b.in, b.languages}));
            if (count != before) p = word_pairing(pairs, count, a_.in == b.in, parts_ != nullptr);
        }
        if (p.used_a == 0) return;
        const std::uint32_t alone_a = p.without(a_), alone_b = p.without_other(b);
        if (alone_a != 0 && alone_b != 0) return; // each has what the other has not: other names
        if (p.reordered) p.weight -= 12;
        const likeness all{p.weight, p.most, p.language};
        if (all.ratio() > out.ratio + 0.02f)
            out = {all.ratio(), name_way::words, p.language, p.reordered, alone_a + alone_b != 0, false, alone_a != 0};
    }

    // Word i with letters of the other name.
    [[nodiscard]] likeness word(std::uint32_t i, const other_letters& y) const {
        const name_word_at& x = a_.words[i];
        return parts_ != nullptr ? parts_->word(i).look(y) : stretch(a_.letters + x.begin, x.size, a_, y);
    }
    // The same where these are a word too.
    [[nodiscard]] likeness words(std::uint32_t i, const other_letters& y, std::uint16_t meaning) const {
        const name_word_at& x = a_.words[i];
        if (x.meaning != 0 && same_meaning(x.meaning, meaning))
            return {is_title(x.meaning) ? 2 : 30, is_title(x.meaning) ? 2 : 30, 0};
        if (x.size != 1 && y.size != 1) return word(i, y);
        // An initial.
        const std::uint32_t of_x = x.size > 2 && a_.in == writing::latin && y.in == writing::arabic ? 2 : 1;
        const std::uint32_t of_y = y.size > 2 && y.in == writing::latin && a_.in == writing::arabic ? 2 : 1;
        const std::uint8_t* const letters = a_.letters + x.begin;
        const likeness two = stretch(letters, of_x, a_, {y.letters, of_y, y.in, y.languages});
        const likeness first = stretch(letters, 1, a_, {y.letters, 1, y.in, y.languages});
        const int weight = two.weight > first.weight ? two.weight : first.weight;
        if (x.size == y.size) return {weight, two.most, two.language};
        return weight > 6 ? likeness{8, 14, two.language} : likeness{no_way, 1, 0};
    }

    prepared_name a_;
    name_parts* parts_ = nullptr;
};

// From a ratio to 0..1: a half is where two names are as often the same as not.
[[nodiscard]] constexpr float score_of(float ratio) {
    const float z = (ratio - 0.31f) * 12;
    const float score = 0.5f + 0.5f * z / (1 + (z < 0 ? -z : z));
    return score < 0 ? 0 : score;
}

}}} // namespace matn::v0::detail

#endif
