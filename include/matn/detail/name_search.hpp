// SPDX-License-Identifier: MIT
// Finds the names of a dictionary in running text. See mention.hpp for what it means; here is how.
//
// Words are read in batches. All that a word may be (itself, itself without a clitic) is hashed and asked of a bit filter, and what passes of
// the hash table, so that the memory of one word is on its way while others are worked on.
#ifndef MATN_DETAIL_NAME_SEARCH_HPP
#define MATN_DETAIL_NAME_SEARCH_HPP

#include <matn/detail/clitics.hpp>
#include <matn/detail/dictionary.hpp>
#include <matn/detail/lexicon_titles.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace matn { inline namespace v0 { namespace detail {

inline constexpr std::uint8_t hit_affix = 1;  // letters of the word stand outside of the name
inline constexpr std::uint8_t hit_joined = 2; // spaces or half-spaces differ

// A name found: the node where it ends.
struct name_hit {
    slice at;
    std::uint32_t node = 0;
    std::uint8_t flags = 0;
};
// A word seen, for names that a later word will explain.
struct seen_word {
    std::uint32_t hash;
    offset begin;
};

struct search_options {
    bool proclitics = true, enclitics = true, joined = true;
    bool all = false;      // every name at every place, not the longest only
    bool remember = false; // fill `seen`
};

template <profile P>
class name_search {
public:
    name_search(std::string_view text, const dictionary& names, const search_options& options, std::vector<name_hit>& hits,
                std::vector<seen_word>& seen) noexcept
        : text_(text), names_(names), options_(options), hits_(hits), seen_(seen) {}

    void run() {
        offset pos = 0;
        bool more = true;
        while (more) {
            while (count_ < room && (more = next_word<P>(text_, pos, words_[count_]))) ++count_;
            const std::uint32_t upto = more ? batch : count_;
            look_up(upto);
            for (std::uint32_t i = upto; i < count_; ++i) words_[i - upto] = words_[i];
            count_ -= upto;
        }
        if (names_.head().symbol_names != 0) find_signs();
    }

private:
    static constexpr std::uint32_t batch = 64;
    static constexpr std::uint32_t room = batch + 8; // words ahead, for names of several words

    enum class as : std::uint8_t { whole, first_part, proclitic, enclitic };
    struct probe {
        std::uint64_t hash;
        word_key key; // with the clitic off
        std::uint16_t word;
        as what;
        const clitic* off;
    };
    static constexpr std::uint32_t most_probes = batch * 12;

    // Asks for all that the first `upto` words may be.
    void look_up(std::uint32_t upto) {
        std::uint32_t probes = 0;
        for (std::uint32_t i = 0; i < upto; ++i) {
            const name_word& w = words_[i];
            probes = ask(probes, w.key, i, as::whole, nullptr);
            if (options_.remember && w.key.letters >= 3) seen_.push_back({static_cast<std::uint32_t>(probes_[probes - 1].hash), w.at.begin});
            if (w.joiner && options_.joined) probes = ask(probes, first_part(w), i, as::first_part, nullptr);
            if (w.key.letters > 16 || w.key.letters < 4) continue;
            if (options_.proclitics)
                each_proclitic<P>(w.key, [&](const word_key& stem, const clitic& c) {
                    probes = ask(probes, stem, i, as::proclitic, &c);
                    if (options_.remember && c.letters == 1) seen_.push_back({static_cast<std::uint32_t>(probes_[probes - 1].hash), w.at.begin});
                });
            if (options_.enclitics)
                each_enclitic<P>(w.key, [&](const word_key& stem, const clitic& c) {
                    if (!c.after_joiner || w.joiner) probes = ask(probes, stem, i, as::enclitic, &c);
                });
        }
        std::uint32_t left = 0;
        for (std::uint32_t p = 0; p < probes; ++p) {
            const bool may = names_.may_begin(probes_[p].hash);
            asked_[left] = static_cast<std::uint16_t>(p);
            left += may ? 1 : 0;
            if (may) names_.prefetch_bucket(probes_[p].hash);
        }
        for (std::uint32_t from = 0; from < left;) {
            std::uint32_t to = from;
            const std::uint16_t word = probes_[asked_[from]].word;
            while (to < left && probes_[asked_[to]].word == word) ++to;
            resolve(word, from, to);
            from = to;
        }
    }
    std::uint32_t ask(std::uint32_t probes, const word_key& key, std::uint32_t word, as what, const clitic* off) noexcept {
        if (probes == most_probes) return probes;
        const std::uint64_t hash = hash_of(key);
        probes_[probes] = {hash, key, static_cast<std::uint16_t>(word), what, off};
        names_.prefetch_filter(hash);
        return probes + 1;
    }

    // All that begins with one word.
    void resolve(std::uint32_t word, std::uint32_t from, std::uint32_t to) {
        const name_word& w = words_[word];
        if (!options_.all && w.at.begin < covered_) return;
        best_ = {};
        for (std::uint32_t i = from; i < to; ++i) {
            const probe& p = probes_[asked_[i]];
            slice at = w.at;
            std::uint8_t flags = 0;
            if (p.what == as::proclitic) {
                // Of للخارجية the first lam is the clitic; the second is the article that has lost its alef.
                const letter_border border = border_after<P>(text_, w.at, p.off->strip + (p.off->restore != 0 ? 1u : 0u));
                if (!border.exact) continue;
                at.begin = border.next;
                flags = hit_affix;
            } else if (p.what == as::enclitic) {
                const letter_border border = border_after<P>(text_, w.at, p.key.letters);
                if (!border.exact || (p.off->after_joiner && !joiner_in({border.end, border.next}))) continue;
                at.end = border.end;
                flags = hit_affix;
            }
            const std::uint32_t node = names_.find(p.hash, [&](std::uint32_t n) { return names_.is_word<P>(n, 0, p.key, text_, at); });
            if (node != 0) {
                if (p.what == as::whole || p.what == as::proclitic) {
                    follow(word, node, at, flags);
                } else if (p.what == as::enclitic) {
                    record(node, at, flags);
                } else if (const std::uint32_t last = parts(0, w); last != 0) {
                    follow(word, last, at, static_cast<std::uint8_t>(flags | hit_joined));
                }
            }
            if (!options_.joined || p.what == as::first_part || p.key.letters < 5) continue;
            const std::uint32_t leaf = names_.find(p.hash, [&](std::uint32_t n) { return names_.is_joined<P>(n, p.key, text_, at); });
            if (leaf != 0) record(leaf, at, static_cast<std::uint8_t>(flags | hit_joined));
        }
        if (!options_.all && best_.node != 0 && !only_a_title(word)) {
            hits_.push_back(best_);
            covered_ = best_.at.end;
        }
    }

    // Is the first word of the best name a title, and what follows, at least as far, a name of the same entry? Then that is the mention:
    // lists hold "Mullah Baradar" beside "Baradar".
    bool only_a_title(std::uint32_t word) {
        if ((names_.node(best_.node).parent & parent_mask) == 0 || word + 1 >= count_) return false;
        name_word first;
        offset pos = best_.at.begin;
        if (!next_word<P>(text_, pos, first) || !title_words<P>.has(first.key)) return false;
        const name_word& next = words_[word + 1];
        if (next.at.begin >= best_.at.end) return false;
        const std::uint32_t node = names_.child<P>(0, next.key, text_, next.at);
        if (node == 0) return false;
        const name_hit with_title = best_;
        best_ = {};
        follow(word + 1, node, next.at, 0);
        const bool same = best_.node != 0 && best_.at.end >= with_title.at.end && share_entry(best_.node, with_title.node);
        best_ = with_title;
        return same;
    }
    [[nodiscard]] bool share_entry(std::uint32_t a, std::uint32_t b) const noexcept {
        bool shared = false;
        std::uint32_t looked = 0;
        names_.each_row(a, [&](std::uint32_t row) {
            const std::uint32_t entry = names_.entry_of(row);
            names_.each_row(b, [&](std::uint32_t other) {
                shared = shared || names_.entry_of(other) == entry;
                return !shared && ++looked < 256;
            });
            return !shared && looked < 256;
        });
        return shared;
    }
    // "US" and "LeT" are not "us" and "let": where a short listed name has capitals inside, the text must have them.
    [[nodiscard]] bool wrong_case(std::uint32_t node, slice at) const noexcept {
        const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
        if (at.size() > 6 || static_cast<unsigned char>(text_[at.begin]) >= 0x80) return false;
        bool right = false;
        const std::string_view found = at.of(text_);
        names_.each_row(node, [&](std::uint32_t row) {
            const std::uint32_t entry = names_.entry_of(row);
            const std::string_view name = names_.part(entry, row - names_.first_row(entry) + 1);
            bool inner = false, kept = true;
            for (std::size_t i = 1; i < name.size() && i < found.size(); ++i) {
                inner = inner || upper(name[i]);
                kept = kept && (!upper(name[i]) || upper(found[i]));
            }
            right = !inner || name.size() != found.size() || (kept && upper(found[0]) == upper(name[0]));
            return !right;
        });
        return !right;
    }

    void record(std::uint32_t node, slice at, std::uint8_t flags) {
        if (names_.node(node).payload == 0 || wrong_case(node, at)) return;
        const name_hit hit{at, node, flags};
        if (!options_.all) {
            if (best_.node == 0 || at.end > best_.at.end) best_ = hit;
            return;
        }
        hits_.push_back(hit);
        for (std::size_t i = hits_.size() - 1; i > 0 && hits_[i].at < hits_[i - 1].at; --i) {
            const name_hit before = hits_[i - 1];
            hits_[i - 1] = hits_[i];
            hits_[i] = before;
        }
    }

    // Goes on from the node of word number `word` as far as the text does. With `signs` set, the name begins with signs at `at.end`.
    void follow(std::uint32_t word, std::uint32_t node, slice at, std::uint8_t flags, bool signs = false) {
        name_word beyond;
        std::uint32_t letters_before = signs ? 99 : words_[word].key.letters;
        for (std::uint32_t j = word;;) {
            if (!signs) record(node, at, flags);
            if ((names_.node(node).parent & has_children) == 0) return;
            const name_word* next = nullptr;
            if (!signs && j + 1 < count_) {
                next = &words_[++j];
            } else {
                j = count_;
                offset pos = at.end;
                // The next word stands within longest_gap or not at all: do not look for it to the end of the text.
                const std::size_t reach = std::size_t{pos} + 256;
                if (reach >= text_.size()) {
                    next = next_word<P>(text_, pos, beyond) ? &beyond : nullptr;
                } else if (next_word<P>(text_.substr(0, reach), pos, beyond)) {
                    if (pos + 4 > reach) { // perhaps cut
                        pos = beyond.at.begin;
                        next_word<P>(text_, pos, beyond);
                    }
                    next = &beyond;
                }
            }
            const offset limit = next != nullptr ? next->at.begin : static_cast<offset>(text_.size());
            bool any_sign = false;
            const bool open = walk_gap<P>(text_, at.end, limit, letters_before, [&](char32_t c, slice sign) {
                const word_key key = symbol_key(c);
                const std::uint32_t n = names_.child<P>(node, key, text_, sign);
                if (n == 0) return false;
                any_sign = true;
                node = n;
                slice with_sign{at.begin, sign.end};
                record(node, with_sign, flags);
                return true;
            });
            if (!open || next == nullptr || (signs && !any_sign)) return;
            signs = false;
            std::uint32_t n = names_.child<P>(node, next->key, text_, next->at);
            if (n == 0 && next->joiner && options_.joined) {
                n = parts(node, *next);
                flags |= n != 0 ? hit_joined : std::uint8_t{0};
            }
            if (n == 0) {
                if (options_.enclitics && next->key.letters <= 16)
                    each_enclitic<P>(next->key, [&](const word_key& stem, const clitic& c) {
                        if (c.after_joiner && !next->joiner) return;
                        const letter_border border = border_after<P>(text_, next->at, stem.letters);
                        if (!border.exact || (c.after_joiner && !joiner_in({border.end, border.next}))) return;
                        const std::uint32_t m = names_.child<P>(node, stem, text_, {next->at.begin, border.end});
                        if (m != 0) record(m, {at.begin, border.end}, static_cast<std::uint8_t>(flags | hit_affix));
                    });
                return;
            }
            node = n;
            at.end = next->at.end;
            letters_before = next->key.letters;
        }
    }

    // A word with half-spaces as several words of a name: the node of the last, or 0.
    std::uint32_t parts(std::uint32_t node, const name_word& w) const noexcept {
        word_key key;
        slice part{w.at.begin, w.at.begin};
        for (offset p = w.at.begin;;) {
            const bool end = p >= w.at.end;
            const scanned_letter l = end ? scanned_letter{{}, p} : scan_letter<P>(text_, p);
            if (end || l.what.kind == letter_kind::joiner) {
                if (key.letters != 0) {
                    node = names_.child<P>(node, key, text_, part);
                    if (node == 0) return 0;
                }
                if (end) return node;
                key = {};
                part = {l.end, l.end};
            }
            for (std::uint8_t i = 0; i < l.what.count; ++i) key.add(l.what.codes[i]);
            if (l.what.sign != 0 && key.letters != 0 && key.letters <= 16) key.replace_last(with_sign(key[key.letters - 1], l.what.sign));
            p = l.end;
            if (l.what.count != 0 || l.what.kind == letter_kind::mark) part.end = p;
        }
    }
    [[nodiscard]] word_key first_part(const name_word& w) const noexcept {
        word_key key;
        for (offset p = w.at.begin; p < w.at.end;) {
            const scanned_letter l = scan_letter<P>(text_, p);
            if (l.what.kind == letter_kind::joiner) break;
            for (std::uint8_t i = 0; i < l.what.count; ++i) key.add(l.what.codes[i]);
            if (l.what.sign != 0 && key.letters != 0 && key.letters <= 16) key.replace_last(with_sign(key[key.letters - 1], l.what.sign));
            p = l.end;
        }
        return key;
    }
    [[nodiscard]] bool joiner_in(slice where) const noexcept {
        for (offset p = where.begin; p < where.end;) {
            const code_point c = decode(text_, p);
            if (is_joiner(c.value)) return true;
            p = c.at.end;
        }
        return false;
    }

    // Names that begin with a sign (".NET" has its sign dropped, but "*" has nothing else): a pass of its own, for few gazetteers have them.
    void find_signs() {
        const std::size_t words = hits_.size();
        count_ = 0;
        bool inside = false; // of a run of signs
        const bool all = options_.all;
        offset done = 0;
        for (offset p = 0; p < text_.size();) {
            const code_point c = decode(text_, p);
            char32_t folded = 0;
            const bool letters = c.value < 0x800 ? letter_table<P>[c.value] != gap_code : is_word_letter(c.value);
            const bool sign = !letters && gap_of<P>(c, folded) == gap_kind::symbol;
            if (sign && !inside && (all || p >= done)) {
                best_ = {};
                follow(0, 0, {p, p}, 0, true);
                if (!all && best_.node != 0 && !sign_at(best_.at.end)) {
                    hits_.push_back(best_);
                    done = best_.at.end;
                }
            }
            inside = sign;
            p = c.at.end;
        }
        if (hits_.size() == words || words == 0) return;
        merge(words);
    }
    [[nodiscard]] bool sign_at(offset p) const noexcept {
        if (p >= text_.size()) return false;
        char32_t folded = 0;
        const code_point c = decode(text_, p);
        const bool letters = c.value < 0x800 ? letter_table<P>[c.value] != gap_code : is_word_letter(c.value);
        return !letters && gap_of<P>(c, folded) == gap_kind::symbol;
    }
    // Two sorted runs of hits into one; in the longest mode what overlaps an earlier one goes.
    void merge(std::size_t middle) {
        std::vector<name_hit> both;
        both.reserve(hits_.size());
        std::size_t a = 0, b = middle;
        while (a < middle || b < hits_.size()) {
            const name_hit& next = b == hits_.size() || (a < middle && !(hits_[b].at < hits_[a].at)) ? hits_[a++] : hits_[b++];
            if (options_.all || both.empty() || next.at.begin >= both.back().at.end) both.push_back(next);
        }
        hits_.swap(both);
    }

    std::string_view text_;
    const dictionary& names_;
    search_options options_;
    std::vector<name_hit>& hits_;
    std::vector<seen_word>& seen_;
    name_hit best_;
    offset covered_ = 0;
    std::uint32_t count_ = 0;
    name_word words_[room];
    probe probes_[most_probes];
    std::uint16_t asked_[most_probes + 1];
};

}}} // namespace matn::v0::detail

#endif
