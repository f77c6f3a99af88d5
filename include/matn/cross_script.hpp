// SPDX-License-Identifier: MIT
// Mentions of names that a gazetteer lists in another script than the text: Khalilzad for خلیلزاد, and the reverse.
#ifndef MATN_CROSS_SCRIPT_HPP
#define MATN_CROSS_SCRIPT_HPP

#include <matn/detail/lexicon_common.hpp>
#include <matn/detail/name_candidates.hpp>
#include <matn/gazetteer.hpp>
#include <matn/mention.hpp>
#include <matn/stage.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace matn { inline namespace v0 {

/// A name found by letters that correspond. `how` is `match_how::cross_script`, `score` says how well they do.
struct cross_script_mention : mention {};

/// What is known about the texts.
struct cross_script_options {
    std::string_view language = {}; ///< a BCP 47 tag, or empty: the letters decide
};

namespace detail {

// A word of the text whose letters are in the script that is looked for.
struct text_word {
    slice at;
    std::uint32_t begin, size;    // its letters
    std::uint32_t hits, hits_end; // words of the index that are like it
    std::uint16_t meaning;        // see name_lexicon.hpp
    std::uint8_t languages;
    bool common;  // a word that every text has
    bool follows; // nothing but a space or a half-space parts it from the word before
};
struct word_seen {
    std::uint32_t hash = 0, word = 0; // its number and 1
};
// A name that may stand in the text.
struct possible_name {
    slice at;
    std::uint32_t name;
    std::int32_t weight;
    float ratio;
    bool whole;      // no word of the name is missing
    bool last_alone; // its last word stands there alone
};

} // namespace detail

/// The working memory of a `cross_script_names` stage.
struct cross_script_work {
    detail::buffer<detail::text_word> words;
    detail::buffer<std::uint8_t> letters;
    detail::buffer<detail::name_store::hit> hits;
    detail::buffer<detail::word_seen> seen;
    detail::buffer<detail::possible_name> possible, kept;
    detail::buffer<std::uint32_t> names;
};

/// The names of a gazetteer, found in texts of the other script: those in Latin letters in Arabic script, those in Arabic script in Latin
/// letters. Refers to the gazetteer; built once, read by any number of threads.
///
/// A word of the text must correspond letter by letter, better than chance explains, and short words better than long ones. What is found:
/// whole names in any order of their words, with two words written as one or one as two; names that lack words, if two words and the last of
/// them are there; and the last name alone of a person (type person, per) who stands in the text with more words. An Arabic و, ف, ب, ل or ك
/// before a name is no part of it.
///
/// Names in the text's own script are `mentions`' matter. Time: some microseconds for each different word of the text, then linear.
class cross_script_names : public adaptor {
public:
    using item_type = cross_script_mention;

    template <profile P>
    explicit cross_script_names(const basic_gazetteer<P>& names, const cross_script_options& options = {}) : options_(options) {
        for (entry_id id = 0; id < names.size(); ++id)
            for (std::uint32_t n = 0; n < names.name_count(id); ++n) {
                const entry e = names.at(id, n);
                names_.add(id, n, e.name, e.language);
                if (n == 0) persons_.push_back(e.type == "person" || e.type == "per" ? std::uint8_t{1} : std::uint8_t{0});
            }
        names_.finish();
        common_.assign(4096, 0);
        for (const std::string_view list : detail::common_words)
            for (std::size_t from = 0; from < list.size();) {
                const std::size_t space = list.find(' ', from), end = space == std::string_view::npos ? list.size() : space;
                detail::spelling s;
                detail::spell(list.substr(from, end - from), s);
                std::uint32_t slot = hash_of(s) & 4095;
                while (common_[slot] != 0) slot = (slot + 1) & 4095;
                common_[slot] = hash_of(s);
                from = end + 1;
            }
    }

    /// The mentions of a text, in text order, without overlaps.
    [[nodiscard]] std::vector<cross_script_mention> operator()(std::string_view text) const {
        return (*this)(text, options_.language);
    }
    /// The same for a text of which the language is known.
    [[nodiscard]] std::vector<cross_script_mention> operator()(std::string_view text, std::string_view language) const {
        detail::check_length(text.size());
        std::vector<cross_script_mention> found;
        cross_script_work work;
        find(text, language, work);
        for (const detail::possible_name& p : work.kept) found.push_back(mention_of(p));
        return found;
    }
    template <std::same_as<std::string> Temporary>
    void operator()(Temporary&&) const = delete; // the text would be gone before its mentions

    void run(std::string_view text, cross_script_work& work, emit<cross_script_mention> out) const {
        find(text, options_.language, work);
        for (const detail::possible_name& p : work.kept) out(mention_of(p));
    }

private:
    using store = detail::name_store;
    static constexpr std::uint32_t longest = 6;         // words of a name
    static constexpr std::uint32_t most_holders = 2000; // names looked at for one word of the text
    static constexpr int same_meaning_weight = 90;

    [[nodiscard]] cross_script_mention mention_of(const detail::possible_name& p) const noexcept {
        cross_script_mention m;
        m.at = p.at;
        m.id = names_.entry_of(p.name);
        m.name = static_cast<std::uint16_t>(names_.number_of(p.name));
        m.how = match_how::cross_script;
        m.score = p.ratio > 1 ? 1.0f : p.ratio;
        return m;
    }

    void find(std::string_view text, std::string_view language, cross_script_work& work) const {
        work.kept.clear();
        for (const detail::writing in : {detail::writing::arabic, detail::writing::latin}) {
            read(text, language, in, work);
            work.possible.clear();
            for (std::uint32_t i = 0; i < work.words.size(); ++i) begin_at(text, i, in, language, work);
            choose(work);
        }
        sort(work.kept, [](const detail::possible_name& a, const detail::possible_name& b) { return a.at.begin < b.at.begin; });
    }

    // The words of one script, and what they are like.
    void read(std::string_view text, std::string_view language, detail::writing in, cross_script_work& work) const {
        work.words.clear();
        work.letters.clear();
        work.hits.clear();
        work.seen.assign(64, {});
        offset end = 0;
        bool open = false, follows = false;
        offset begin = 0;
        const auto close = [&] {
            if (open) add_word(text, {begin, end}, language, follows, work);
            open = false;
        };
        for (offset p = 0; p < text.size();) {
            const code_point c = decode(text, p);
            const bool letter = c.ok && detail::base_of(c.value).in == in;
            const bool mark = !letter && c.ok && detail::between_of(c.value) == detail::between::nothing;
            if (letter) {
                if (!open) {
                    const std::string_view gap = text.substr(end, p - end);
                    follows = work.words.size() != 0 && (gap == " " || gap == "\u200C" || gap == "-" || gap == "\u00A0");
                    begin = p;
                    open = true;
                }
                end = c.at.end;
            } else if (!(mark && open)) {
                close();
            }
            p = c.at.end;
        }
        close();
    }
    void add_word(std::string_view text, slice at, std::string_view language, bool follows, cross_script_work& work) const {
        detail::spelling s;
        detail::spell(at.of(text), s);
        const auto begin = static_cast<std::uint32_t>(work.letters.size());
        work.letters.append(s.letters, s.size);
        detail::prepared_name n;
        detail::prepare(s, language, n);
        const std::uint16_t meaning = n.word_count == 1 ? n.words[0].meaning : std::uint16_t{0};
        detail::text_word w{at, begin, s.size, 0, 0, meaning, n.languages, is_common(s), follows};
        // A word that was there before has the same likes.
        if (2 * work.words.size() >= work.seen.size()) grow(work);
        const std::uint32_t hash = detail::letters_hash(s.letters, s.size, s.in) | 1u;
        const auto mask = static_cast<std::uint32_t>(work.seen.size() - 1);
        std::uint32_t slot = hash & mask;
        for (; work.seen[slot].hash != 0; slot = (slot + 1) & mask) {
            if (work.seen[slot].hash != hash) continue;
            const detail::text_word& other = work.words[work.seen[slot].word];
            if (other.size != s.size || other.languages != w.languages) continue;
            std::uint32_t same = 0;
            while (same < s.size && work.letters[other.begin + same] == s.letters[same]) ++same;
            if (same != s.size) continue;
            w.hits = other.hits;
            w.hits_end = other.hits_end;
            work.words.push_back(w);
            return;
        }
        w.hits = static_cast<std::uint32_t>(work.hits.size());
        if (s.size > 1) look(s.letters, s.size, n, meaning, false, work);
        w.hits_end = static_cast<std::uint32_t>(work.hits.size());
        work.seen[slot] = {hash, static_cast<std::uint32_t>(work.words.size())};
        work.words.push_back(w);
    }
    static void grow(cross_script_work& work) {
        const detail::buffer<detail::word_seen> before = work.seen;
        work.seen.assign(2 * before.size(), {});
        const auto mask = static_cast<std::uint32_t>(work.seen.size() - 1);
        for (const detail::word_seen& w : before) {
            if (w.hash == 0) continue;
            std::uint32_t slot = w.hash & mask;
            while (work.seen[slot].hash != 0) slot = (slot + 1) & mask;
            work.seen[slot] = w;
        }
    }
    // Words of names in the other script alone, and none that are like by half.
    void look(const std::uint8_t* letters, std::uint32_t size, const detail::prepared_name& n, std::uint16_t meaning, bool joined,
              cross_script_work& work) const {
        const std::size_t before = work.hits.size();
        names_.words_like(letters, size, n, meaning, joined, work.hits);
        // Ad-Dawha is Doha to others.
        if (!joined && n.in == detail::writing::arabic && letters[0] == detail::native_article && size > 2)
            names_.words_like(letters + 1, size - 1, n, 0, joined, work.hits);
        std::size_t kept = before;
        for (std::size_t h = before; h < work.hits.size(); ++h) {
            store::hit hit = work.hits[h];
            if (names_.in_of_word(hit.word) == n.in) continue;
            const bool meant = detail::same_meaning(meaning, names_.meaning_of_word(hit.word));
            if (meant && !detail::is_title(meaning) && !detail::is_generic(meaning)) hit.weight = hit.most = same_meaning_weight;
            else if (!meant && 10 * hit.weight < 4 * (hit.most + 10)) continue;
            work.hits[kept++] = hit;
        }
        work.hits.resize(kept, store::hit{});
    }

    // Names whose first word in the text is word i.
    void begin_at(std::string_view text, std::uint32_t i, detail::writing in, std::string_view language,
                  cross_script_work& work) const {
        const detail::text_word first = work.words[i];
        if (detail::is_title(first.meaning)) return;
        std::uint32_t count = 1;
        while (count < longest && i + count < work.words.size() && work.words[i + count].follows) ++count;
        try_names(text, i, count, first.at.begin, first.hits, first.hits_end, in, work);
        // Without a proclitic.
        if (in != detail::writing::arabic || first.size < 4 || (language.size() >= 2 && language.substr(0, 2) != "ar")) return;
        const code_point c = decode(text, first.at.begin);
        if (c.value != U'و' && c.value != U'ف' && c.value != U'ب' && c.value != U'ل' && c.value != U'ك') return;
        detail::spelling s;
        detail::spell(text.substr(c.at.end, first.at.end - c.at.end), s);
        detail::prepared_name n;
        detail::prepare(s, language, n);
        if ((n.languages >> detail::name_arabic & 1) == 0) return;
        const auto hits = static_cast<std::uint32_t>(work.hits.size());
        look(s.letters, s.size, n, n.word_count == 1 ? n.words[0].meaning : std::uint16_t{0}, false, work);
        try_names(text, i, count, c.at.end, hits, static_cast<std::uint32_t>(work.hits.size()), in, work);
        work.hits.resize(hits, store::hit{});
    }

    void try_names(std::string_view text, std::uint32_t i, std::uint32_t count, offset begin, std::uint32_t hits,
                   std::uint32_t hits_end, detail::writing in, cross_script_work& work) const {
        // Two neighbours that a name writes as one.
        const auto joined_begin = static_cast<std::uint32_t>(work.hits.size());
        std::uint32_t joined[longest + 1] = {joined_begin};
        for (std::uint32_t k = 0; k + 1 < count; ++k) {
            const detail::text_word &a = work.words[i + k], &b = work.words[i + k + 1];
            std::uint8_t both[detail::spelling::room];
            if (a.size >= 2 && b.size >= 2 && a.size + b.size <= 24 && !(a.common && b.common)) {
                detail::spelling s;
                detail::spell(slice{a.at.begin, b.at.end}.of(text), s);
                std::uint32_t size = 0;
                for (std::uint32_t l = 0; l < s.size; ++l)
                    if (s.letters[l] != s.space()) both[size++] = s.letters[l];
                detail::prepared_name n;
                n.in = in;
                n.languages = a.languages;
                look(both, size, n, 0, true, work);
            }
            joined[k + 1] = static_cast<std::uint32_t>(work.hits.size());
        }
        // The names that have a word like the first.
        work.names.clear();
        const auto take = [&](std::uint32_t from, std::uint32_t to) {
            for (std::uint32_t h = from; h < to; ++h) {
                const std::uint32_t word = work.hits[h].word;
                for (const store::keyed* at = names_.holders_begin(word); at != names_.holders_end(word); ++at) {
                    if (work.names.size() == most_holders) return;
                    work.names.push_back(at->number);
                }
            }
        };
        take(hits, hits_end);
        if (count > 1) take(joined_begin, joined[1]);
        sort(work.names, [](std::uint32_t a, std::uint32_t b) { return a < b; });
        std::uint32_t last = store::nothing;
        for (const std::uint32_t name : work.names) {
            if (name == last) continue;
            last = name;
            judge(i, count, begin, hits, hits_end, joined, name, work);
        }
        work.hits.resize(joined_begin, store::hit{});
    }

    static std::uint32_t hash_of(const detail::spelling& s) noexcept {
        return detail::letters_hash(s.letters, s.size, s.in) | 1u;
    }
    [[nodiscard]] bool is_common(const detail::spelling& s) const noexcept {
        std::uint32_t slot = hash_of(s) & 4095;
        while (common_[slot] != 0 && common_[slot] != hash_of(s)) slot = (slot + 1) & 4095;
        return common_[slot] != 0;
    }

    // How many words from i on are one name, if any.
    void judge(std::uint32_t i, std::uint32_t count, offset begin, std::uint32_t hits, std::uint32_t hits_end,
               const std::uint32_t* joined, std::uint32_t name, cross_script_work& work) const {
        constexpr std::uint32_t room = 48;
        detail::word_pair pairs[room];
        std::uint32_t found = 0;
        const std::uint32_t* const members = names_.members_of(name);
        const std::uint32_t in_name = names_.words_of(name);
        const auto add = [&](std::uint32_t from, std::uint32_t to, std::uint32_t mask) {
            for (std::uint32_t h = from; h < to; ++h)
                for (std::uint32_t m = 0; m < 2 * in_name - 1; ++m)
                    if (members[m] == work.hits[h].word && found < room)
                        pairs[found++] = {static_cast<std::uint16_t>(mask),
                                          static_cast<std::uint16_t>(m < in_name ? 1u << m : 3u << (m - in_name)),
                                          work.hits[h].weight, work.hits[h].most, 0};
        };
        detail::possible_name best{};
        std::uint32_t last_found = 0;
        bool all_common = true;
        for (std::uint32_t k = 0; k < count; ++k) {
            const detail::text_word& w = work.words[i + k];
            all_common = all_common && w.common && begin == work.words[i].at.begin;
            const std::uint32_t before = found;
            if (k == 0) add(hits, hits_end, 1);
            else add(w.hits, w.hits_end, 1u << k), add(joined[k - 1], joined[k], 3u << (k - 1));
            if (found != before) last_found = k;
            else if (k > last_found + 1) break; // words in between that are none of the name's
            detail::word_pairing p(pairs, found, false, true);
            if (p.used_a != (2u << k) - 1 || detail::is_title(w.meaning)) continue;
            const float ratio = static_cast<float>(p.weight) / static_cast<float>(p.most + 20);
            std::uint32_t named = 0, missing = 0;
            for (std::uint32_t m = 0; m < in_name; ++m) {
                if ((p.used_b >> m & 1) != 0) ++named;
                else if (!detail::is_title(names_.meaning_of_word(members[m])) && names_.letters_of_word(members[m]) > 1)
                    ++missing;
            }
            const bool last = (p.used_b >> (in_name - 1) & 1) != 0;
            detail::possible_name now{{begin, w.at.end}, name, p.weight, ratio, missing == 0, named == 1 && missing != 0};
            const float wanted = named > 1 ? 0.45f : p.most < 150 || missing != 0 ? 0.6f : 0.5f;
            if (all_common || ratio < wanted || p.weight < 60 || (missing != 0 && (!last || (named > 1 && p.weight < 120))))
                continue;
            if (p.weight > best.weight) best = now;
        }
        if (best.weight != 0) work.possible.push_back(best);
    }

    // The best of those that overlap; a last name alone only where the text has more of the name.
    void choose(cross_script_work& work) const {
        sort(work.possible, [](const detail::possible_name& a, const detail::possible_name& b) {
            const std::int32_t left = a.weight - (a.whole ? 0 : 30), right = b.weight - (b.whole ? 0 : 30);
            return left != right ? left > right : a.at.begin != b.at.begin ? a.at.begin < b.at.begin : a.name < b.name;
        });
        work.names.clear(); // entries of which more than the last name is there
        const std::size_t before = work.kept.size();
        const auto take = [&](const detail::possible_name& p) {
            for (std::size_t k = before; k < work.kept.size(); ++k)
                if (p.at.begin < work.kept[k].at.end && work.kept[k].at.begin < p.at.end) return;
            work.kept.push_back(p);
        };
        for (const detail::possible_name& p : work.possible) {
            if (p.last_alone) continue;
            take(p);
            work.names.push_back(names_.entry_of(p.name));
        }
        sort(work.names, [](std::uint32_t a, std::uint32_t b) { return a < b; });
        for (const detail::possible_name& p : work.possible)
            if (p.last_alone && persons_[names_.entry_of(p.name)] != 0 && has(work.names, names_.entry_of(p.name))) take(p);
    }
    static bool has(const detail::buffer<std::uint32_t>& sorted, std::uint32_t value) noexcept {
        std::size_t low = 0, high = sorted.size();
        while (low < high) {
            const std::size_t middle = (low + high) / 2;
            if (sorted[middle] < value) low = middle + 1;
            else high = middle;
        }
        return low < sorted.size() && sorted[low] == value;
    }
    // Heap sort.
    template <class T, class Before>
    static void sort(detail::buffer<T>& all, const Before& before) noexcept {
        const auto sink = [&](std::size_t at, std::size_t end) {
            for (;;) {
                std::size_t child = 2 * at + 1;
                if (child >= end) return;
                if (child + 1 < end && before(all[child], all[child + 1])) ++child;
                if (!before(all[at], all[child])) return;
                const T swap = all[at];
                all[at] = all[child];
                all[child] = swap;
                at = child;
            }
        };
        for (std::size_t i = all.size() / 2; i-- > 0;) sink(i, all.size());
        for (std::size_t end = all.size(); end-- > 1;) {
            const T swap = all[0];
            all[0] = all[end];
            all[end] = swap;
            sink(0, end);
        }
    }

    detail::name_store names_;
    detail::buffer<std::uint8_t> persons_; // by entry
    detail::buffer<std::uint32_t> common_; // hashes of common words, 0 where none is
    cross_script_options options_;
};

}} // namespace matn

#endif
