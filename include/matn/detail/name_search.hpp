// SPDX-License-Identifier: MIT
// Finds the names of a dictionary in running text. See mention.hpp for what it means; here is how.
//
// Words are read in batches. All that a word may be (itself, itself without a clitic) is hashed and asked of a bit filter, and what passes of
// the hash table, so that the memory of one word is on its way while others are worked on.
#ifndef MATN_DETAIL_NAME_SEARCH_HPP
#define MATN_DETAIL_NAME_SEARCH_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/clitics.hpp>
#include <matn/detail/confusions.hpp>
#include <matn/detail/dictionary.hpp>
#include <matn/detail/lexicon_titles.hpp>
#include <matn/detail/name_blocks.hpp>
#include <matn/detail/name_joins.hpp>
#include <matn/detail/word_lists.hpp>

#include <bit>
#include <cstdint>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail {

inline constexpr std::uint8_t hit_affix = 1;  // letters of the word stand outside of the name
inline constexpr std::uint8_t hit_joined = 2; // spaces or half-spaces differ
inline constexpr std::uint8_t hit_fuzzy = 4;  // a letter is another one

// A name found: the node where it ends.
struct name_hit {
    slice at;
    std::uint32_t node = 0;
    std::uint8_t flags = 0;
};
enum class remembered : std::uint8_t { nothing, capitals, words };

struct search_options {
    bool proclitics = true, enclitics = true, joined = true;
    bool all = false;                          // every name at every place, not the longest only
    std::uint32_t fuzzy = 0;                   // words of so many letters may have one that is another; 0: none may
    remembered remember = remembered::nothing; // what to fill `seen` with
};

// `Sink` is called with some hits at a time, in text order.
template <profile P, class Sink>
class name_search {
public:
    name_search(std::string_view text, const dictionary& names, const search_options& options, buffer<seen_word>& seen,
                Sink& sink) noexcept
        : text_(text), names_(names), options_(options), seen_(seen), sink_(sink) {}

    void run() {
        offset pos = 0;
        bool more = true;
        do {
            if (more) more = read(pos);
            const std::uint32_t upto = count_ < batch ? count_ : batch; // the last words may be more than a batch
            look_up(upto);
            words_.drop(upto, count_);
            count_ -= upto;
        } while (more || count_ != 0);
    }

    // Names that begin with a sign ("*"; of ".NET" the sign is dropped): a pass of its own, for few gazetteers have them.
    void run_signs() {
        count_ = 0;
        bool inside = false; // of a run of signs
        offset done = 0;
        for (offset p = 0; p < text_.size();) {
            const code_point c = decode(text_, p);
            const bool sign = sign_at(p);
            if (sign && !inside && (options_.all || p >= done)) {
                best_ = {};
                follow(0, 0, {p, p}, 0, false, true);
                if (!options_.all && best_.node != 0 && !sign_at(best_.at.end)) {
                    keep(best_);
                    done = best_.at.end;
                }
                flush();
            }
            inside = sign;
            p = c.at.end;
        }
    }

private:
    static constexpr std::uint32_t batch = 128;
    static constexpr std::uint32_t ahead = 8; // words beyond the batch, for names of several words
    static constexpr std::uint32_t room = batch + ahead;
    static constexpr std::uint32_t most_probes = batch * 16;
    static constexpr std::uint32_t most_kept = 1024;
    static constexpr std::uint16_t no_probe = 0xFFFF;

    enum class as : std::uint8_t { whole, first_part, proclitic, lost_alef, enclitic };
    // What a word may be.
    struct probe {
        std::uint16_t word;
        as what;
        std::uint8_t off;    // letters of a proclitic, number of an enclitic
        bool goes_on = true; // the next word may be the second of a name; see may_go_on
    };

    // Fills the words up to the room. False when the text has ended.
    bool read(offset& pos) noexcept {
        count_ = read_words<P>(text_, pos, words_, count_, room, blocks_);
        return count_ >= room;
    }

    // Asks for all that the first `upto` words may be: first the filter, then the table, then the nodes, so that memory has time to come.
    void look_up(std::uint32_t upto) {
        lists_.fill(words_, upto, names_, wanted_, blocks_, seen_);
        asked_ = 0;
        ask_for_words(upto);
        const std::uint32_t asked_whole = asked_;
        ask_for_parts();
        const std::uint32_t asked = asked_;
        for (std::uint32_t p = 0; p < asked; ++p) names_.prefetch_bucket(hashes_[p]);
        std::uint32_t left = 0, left_whole = 0;
        for (std::uint32_t p = 0; p < asked; ++p) {
            hashes_[left] = hashes_[p];
            probes_[left] = probes_[p];
            left += bit(names_.prefetch_node(hashes_[p]));
            left_whole = p < asked_whole ? left : left_whole;
        }
        // Where a first word goes on, the bucket of the second is needed next.
        for (std::uint32_t p = 0; p < left_whole; ++p) {
            roots_[p] = 0;
            if (probes_[p].what != as::whole) continue;
            const std::uint32_t i = probes_[p].word;
            const name_word w = words_[i];
            const std::uint32_t node =
                names_.find(hashes_[p], [&](std::uint32_t n) { return names_.template is_word<P>(n, 0, w.key, text_, w.at); });
            roots_[p] = node;
            if (node != 0 && probes_[p].goes_on && (names_.node(node).parent & has_children) != 0 && i + 1 < count_)
                names_.prefetch_bucket(hash_after(words_.hash[i + 1], node));
        }
        // All that begins with one word is taken together, in the order of the words.
        std::uint64_t any[batch / 64] = {};
        for (std::uint32_t p = left; p-- > 0;) {
            const std::uint32_t word = probes_[p].word;
            next_[p] = (any[word / 64] >> word % 64 & 1) != 0 ? first_[word] : no_probe;
            first_[word] = static_cast<std::uint16_t>(p);
            any[word / 64] |= std::uint64_t{1} << word % 64;
        }
        if (options_.fuzzy != 0)
            for (std::uint32_t word = 0; word < upto; ++word) {
                if ((any[word / 64] >> word % 64 & 1) == 0) first_[word] = no_probe;
                any[word / 64] |= std::uint64_t{1} << word % 64;
            }
        for (std::uint32_t part = 0; part < batch / 64; ++part)
            for (; any[part] != 0; any[part] &= any[part] - 1)
                resolve(part * 64 + static_cast<std::uint32_t>(std::countr_zero(any[part])));
        flush();
    }

    // May a name go on behind this word, of which `hash` is the hash, or that of what is left of it? Told by the filter of pairs; where
    // that does not know all that may follow, yes.
    [[nodiscard]] bool may_go_on(std::uint32_t i, std::uint64_t hash) const {
        if (options_.fuzzy != 0 || i + 1 >= count_) return true;
        const auto follows = [&](std::uint64_t second) { return names_.may_begin(name_filter::pair_hash(hash, second)); };
        const name_word w = words_[i], next = words_[i + 1];
        if (next.at.begin - w.at.end != 1 || text_[w.at.end] != ' ') {
            const code_point c = decode(text_, w.at.end);
            char32_t folded = 0;
            const gap_kind kind = gap_of<P>(c, folded);
            if (kind != gap_kind::symbol) return kind != gap_kind::end;
            return (c.value == U'.' && w.key.letters <= 3) || follows(hash_of(symbol_key(folded)));
        }
        if (follows(next.hash) || (options_.joined && next.joiner != 0)) return true;
        bool found = false;
        if (options_.enclitics && next.key.letters <= 16)
            each_enclitic<P>(next.key, next.joiner != 0,
                             [&](const word_key& stem, const clitic&) { found = found || follows(hash_of(stem)); });
        return found;
    }

    [[nodiscard]] static std::uint32_t bit(bool b) noexcept { return static_cast<std::uint32_t>(b); }
    void ask(std::uint64_t hash, probe p, bool wanted) noexcept {
        hashes_[asked_] = hash; // written always, kept if it is wanted: no branch to mispredict
        probes_[asked_] = p;
        asked_ += bit(wanted);
    }
    // Asks for a word without a proclitic that it has.
    void ask_for_stem(std::uint64_t hash, probe p) {
        const std::uint64_t filter = names_.filter_word(hash);
        const bool is_whole = name_filter::is_whole(filter, hash);
        p.goes_on = name_filter::begins(filter, hash) && may_go_on(p.word, hash);
        ask(hash, p, p.goes_on || is_whole);
    }
    // Asks for the words themselves: most that begin a name are none, and are followed by another word than the name's. What is hard to
    // say of them is asked apart: which words these are cannot be foretold.
    void ask_for_words(std::uint32_t upto) {
        using lists = word_lists<P, batch>;
        std::uint32_t hard = 0;
        for (const std::uint16_t l : lists_.begins) {
            const auto i = static_cast<std::uint16_t>(l & ~lists::whole);
            const std::uint64_t hash = words_.hash[i];
            const offset end = words_.at[i].end;
            const std::uint32_t simple = bit(i + 1u < upto) & bit(options_.fuzzy == 0) & bit(words_.at[i + 1u].begin - end == 1) &
                                         bit(text_[end < text_.size() ? end : 0] == ' ') & bit(!lists_.is_special(i + 1u));
            goes_on_[i] = names_.may_begin(name_filter::pair_hash(hash, words_.hash[i + 1u]));
            hard_[hard] = i;
            hard += simple ^ 1;
        }
        for (std::uint32_t k = 0; k < hard; ++k) goes_on_[hard_[k]] = may_go_on(hard_[k], words_.hash[hard_[k]]);
        for (const std::uint16_t l : lists_.begins) {
            const auto i = static_cast<std::uint16_t>(l & ~lists::whole);
            ask(words_.hash[i], {i, as::whole, 0, goes_on_[i]}, (bit(goes_on_[i]) | l / lists::whole) != 0);
        }
    }
    // Asks for what the listed words may be beside themselves.
    void ask_for_parts() {
        using lists = word_lists<P, batch>;
        for (const std::uint16_t s : lists_.stems) {
            const auto i = static_cast<std::uint16_t>(s & ~lists::article);
            const std::uint8_t off = (s & lists::article) != 0 ? 2 : 1;
            ask_for_stem(hash_of(words_.key(i).without_first(off)), {i, as::proclitic, off});
        }
        for (const std::uint16_t i : lists_.longer)
            each_proclitic<P>(words_.key(i), [&](const word_key& stem, const clitic& c) {
                if (c.letters > 1) ask_for_stem(hash_of(stem), {i, c.restore != 0 ? as::lost_alef : as::proclitic, c.strip});
            });
        for (const std::uint16_t i : lists_.ends)
            each_enclitic<P>(words_.key(i), words_.joiner[i] != 0, [&](const word_key& stem, const clitic& c) {
                const auto number = static_cast<std::uint8_t>(&c - enclitics<P>.all.data());
                const std::uint64_t hash = hash_of(stem);
                ask(hash, {i, as::enclitic, number, false}, name_filter::is_whole(names_.filter_word(hash), hash));
            });
        for (const std::uint16_t i : lists_.joined) {
            if (stands_joined(words_.key(i), words_.joiner[i]) && !names_.may_be(words_.hash[i])) continue;
            const std::uint64_t hash = hash_of(first_part(words_[i]));
            ask(hash, {i, as::first_part, 0}, names_.may_begin(hash));
        }
        // Capitals that may turn out to be an acronym: noted among the words of their batch, in text order.
        std::uint32_t capitals = 0;
        for (const std::uint16_t i : lists_.latin) {
            const slice at = words_.at[i];
            const auto capital = [this](offset p) { return bit(static_cast<unsigned char>(text_[p]) - 65u < 26u); };
            capitals_[capitals] = {static_cast<std::uint32_t>(words_.hash[i]), at.begin};
            capitals += capital(at.begin) & capital(at.end - 1) & bit(at.size() <= 10);
        }
        merge_capitals(capitals);
    }
    void merge_capitals(std::uint32_t count) {
        if (count == 0) return;
        std::size_t from = seen_.size(), to = from + count;
        seen_.resize(to);
        while (count > 0)
            seen_[--to] = from > 0 && seen_[from - 1].begin > capitals_[count - 1].begin ? seen_[--from] : capitals_[--count];
    }

    // All that begins with one word.
    void resolve(std::uint32_t word) {
        const name_word w = words_[word];
        if (!options_.all && w.at.begin < covered_) return;
        best_ = {};
        found_ = false;
        for (std::uint16_t i = first_[word]; i != no_probe; i = next_[i]) {
            const probe& p = probes_[i];
            slice at = w.at;
            std::uint8_t flags = 0;
            word_key key = w.key;
            std::uint32_t node = p.what == as::whole ? roots_[i] : 0;
            if (p.what == as::proclitic || p.what == as::lost_alef) {
                key = w.key.without_first(p.off);
                if (p.what == as::lost_alef) key.low = (key.low & ~std::uint64_t{0xFF}) | letter_table<P>[0x627];
                // Of للخارجية the first lam is the clitic; the second is the article that has lost its alef.
                const letter_border border = border_after<P>(text_, w.at, p.off + (p.what == as::lost_alef ? 1u : 0u));
                if (!border.exact) continue;
                at.begin = border.next;
                flags = hit_affix;
            } else if (p.what == as::enclitic) {
                const clitic& c = enclitics<P>.all[p.off];
                key = w.key.without_last(c.strip);
                const letter_border border = border_after<P>(text_, w.at, key.letters);
                if (!border.exact || (c.after_joiner && !joiner_in({border.end, border.next}))) continue;
                at.end = border.end;
                flags = hit_affix;
            } else if (p.what == as::first_part) {
                const std::uint32_t last = parts(0, w);
                if (last != 0) follow(word, last, at, hit_joined);
                continue;
            }
            if (p.what != as::whole)
                node = names_.find(hashes_[i], [&](std::uint32_t n) { return names_.template is_word<P>(n, 0, key, text_, at); });
            if (node != 0) {
                if (p.goes_on) follow(word, node, at, flags);
                else record(node, at, flags);
            }
            if (!options_.joined || key.letters < shortest_first_joined) continue;
            if (p.goes_on || !is_name(node))
                each_joined(0, key, hashes_[i], at, [&](std::uint32_t n) {
                    if (p.goes_on) follow(word, n, at, with(flags, hit_joined), !is_name(node));
                    else record(n, at, with(flags, hit_joined));
                });
        }
        if (options_.fuzzy != 0 && !found_) nearly(word);
        if (!options_.all && best_.node != 0 && !only_a_title(word)) {
            keep(best_);
            covered_ = best_.at.end;
        }
    }
    // What begins with a word that has one letter taken for another, where no name begins with the word itself.
    void nearly(std::uint32_t word) {
        const name_word w = words_[word];
        if (w.key.letters < options_.fuzzy || w.key.letters > 16) return;
        each_confusion<P>(w.key, [&](const word_key& key) {
            const std::uint64_t hash = hash_of(key);
            if (!names_.may_be(hash)) return true;
            const std::uint32_t node =
                names_.find(hash, [&](std::uint32_t n) { return names_.template is_word<P>(n, 0, key, text_, w.at); });
            if (node != 0) follow(word, node, w.at, hit_fuzzy);
            if (options_.joined && key.letters >= shortest_first_joined)
                each_joined(0, key, hash, w.at,
                            [&](std::uint32_t n) { follow(word, n, w.at, hit_fuzzy | hit_joined, !is_name(node)); });
            return true;
        });
    }
    // The same for a further word of a name.
    [[nodiscard]] std::uint32_t nearly(std::uint32_t node, const name_word& next) const {
        std::uint32_t found = 0;
        if (next.key.letters >= options_.fuzzy && next.key.letters <= 16)
            each_confusion<P>(next.key, [&](const word_key& key) {
                found = names_.template child<P>(node, key, text_, next.at);
                return found == 0;
            });
        return found;
    }
    void keep(const name_hit& hit) {
        if (kept_ == most_kept) flush();
        hits_[kept_++] = hit;
    }
    void flush() {
        if (kept_ != 0) sink_(hits_, kept_);
        kept_ = 0;
    }

    // Is the first word of the best name a title, and what follows, at least as far, a name of the same entry, or a longer name of any?
    // Then that is the mention: lists hold "Mullah Baradar" beside "Baradar".
    bool only_a_title(std::uint32_t word) {
        if ((names_.node(best_.node).parent & parent_mask) == 0 || word + 1 >= count_) return false;
        name_word first;
        offset pos = best_.at.begin;
        if (!next_word<P>(text_, pos, first) || !title_words<P>.has(first.key)) return false;
        const name_word next = words_[word + 1];
        if (next.at.begin >= best_.at.end) return false;
        const std::uint32_t node = names_.template child<P>(0, next.key, text_, next.at);
        if (node == 0) return false;
        const name_hit with_title = best_;
        best_ = {};
        follow(word + 1, node, next.at, 0);
        const bool without = best_.node != 0 && (best_.at.end > with_title.at.end ||
                                                 (best_.at.end == with_title.at.end && share_entry(best_.node, with_title.node)));
        best_ = with_title;
        return without;
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
        const bool one_word = (names_.node(node).parent & parent_mask) == 0;
        names_.each_form(node, [&](std::uint32_t row, name_form form) {
            if (form == name_form::plain || (form == name_form::title && one_word)) return !(right = true); // no capitals inside
            const std::string_view name = names_.listed_name(row);
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
        found_ = true;
        // A word with a half-space is joined words, and also words apart: the same name twice.
        if (options_.all)
            for (std::uint32_t i = kept_; i > 0 && hits_[i - 1].at.begin >= at.begin; --i)
                if (hits_[i - 1].node == node && hits_[i - 1].at == at) return;
        if (!options_.all) {
            if (best_.node == 0 || at.end > best_.at.end) best_ = hit;
            return;
        }
        keep(hit);
        for (std::uint32_t i = kept_ - 1; i > 0 && hits_[i].at < hits_[i - 1].at; --i) {
            const name_hit before = hits_[i - 1];
            hits_[i - 1] = hits_[i];
            hits_[i] = before;
        }
    }

    // Where a name has come to: behind word number `word`, at a node.
    struct path {
        std::uint32_t word, node, letters_before;
        slice at;
        std::uint8_t flags;
        bool ends; // a name may end here; not where words are joined to one that is a name's last by itself
    };
    // Goes on from the node of word number `word` as far as the text does. With `signs` set, the name begins with signs at `at.end`.
    void follow(std::uint32_t word, std::uint32_t node, slice at, std::uint8_t flags, bool ends = true, bool signs = false) {
        aside_count_ = 0;
        follow_one({word, node, signs ? 99 : words_.letters[word], at, flags, ends}, signs);
        for (std::uint32_t i = 0; i < aside_count_; ++i) follow_one(aside_[i], false);
    }
    void follow_one(const path& from, bool signs) {
        name_word beyond;
        std::uint32_t letters_before = from.letters_before, node = from.node;
        slice at = from.at;
        std::uint8_t flags = from.flags;
        bool ends = from.ends;
        for (std::uint32_t j = from.word;; ends = true) {
            if (ends) record(node, at, flags);
            if ((names_.node(node).parent & has_children) == 0) return;
            const name_word* next = nullptr;
            if (!signs && j + 1 < count_) {
                beyond = words_[++j];
                next = &beyond;
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
                const std::uint32_t n = names_.template child<P>(node, key, text_, sign);
                if (n == 0) return false;
                any_sign = true;
                node = n;
                slice with_sign{at.begin, sign.end};
                record(node, with_sign, flags);
                return true;
            });
            if (!open || next == nullptr || (signs && !any_sign)) return;
            signs = false;
            std::uint32_t n = names_.template child<P>(node, next->key, next->hash, text_, next->at);
            if (options_.joined && (names_.node(node).parent & has_joins) != 0)
                each_joined(node, next->key, next->hash, next->at, [&](std::uint32_t m) {
                    if (aside_count_ < most_aside)
                        aside_[aside_count_++] = {
                            j, m, next->key.letters, {at.begin, next->at.end}, with(flags, hit_joined), !is_name(n)};
                });
            if (n == 0 && next->joiner != 0 && options_.joined) {
                n = parts(node, *next);
                flags |= n != 0 ? hit_joined : std::uint8_t{0};
            }
            if (n == 0 && options_.fuzzy != 0 && (flags & hit_fuzzy) == 0) {
                n = nearly(node, *next);
                flags |= n != 0 ? hit_fuzzy : std::uint8_t{0};
            }
            if (n == 0) {
                if (options_.enclitics && next->key.letters <= 16)
                    each_enclitic<P>(next->key, next->joiner != 0, [&](const word_key& stem, const clitic& c) {
                        const letter_border border = border_after<P>(text_, next->at, stem.letters);
                        if (!border.exact || (c.after_joiner && !joiner_in({border.end, border.next}))) return;
                        const slice part{next->at.begin, border.end}, whole{at.begin, border.end};
                        const std::uint64_t hash = hash_of(stem);
                        const std::uint32_t m = names_.template child<P>(node, stem, hash, text_, part);
                        if (m != 0) record(m, whole, with(flags, hit_affix));
                        if (options_.joined && !is_name(m) && (names_.node(node).parent & has_joins) != 0)
                            each_joined(node, stem, hash, part, [&](std::uint32_t joined) {
                                record(joined, whole, with(flags, hit_affix | hit_joined));
                            });
                    });
                return;
            }
            node = n;
            at.end = next->at.end;
            letters_before = next->key.letters;
        }
    }

    // Calls `use` for the nodes behind `node` that a word leads to as several words of a name, of 0 a whole name or its first words.
    template <class Use>
    void each_joined(std::uint32_t node, const word_key& key, std::uint64_t hash, slice at, Use&& use) const {
        // The words of two names may have the same letters, those of hundreds only where someone has made them so.
        std::uint32_t found = 0;
        (void)names_.find(hash_after(hash, node), [&](std::uint32_t n) {
            if (!names_.template is_joined<P>(n, node, key, text_, at)) return false;
            use(n);
            return ++found == 8;
        });
    }
    [[nodiscard]] bool is_name(std::uint32_t node) const noexcept { return node != 0 && names_.node(node).payload != 0; }
    [[nodiscard]] static std::uint8_t with(std::uint8_t flags, unsigned more) noexcept {
        return static_cast<std::uint8_t>(flags | more);
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
                    node = names_.template child<P>(node, key, text_, part);
                    if (node == 0) return 0;
                }
                if (end) return node;
                key = {};
                part = {l.end, l.end};
            }
            for (std::uint8_t i = 0; i < l.what.count; ++i) key.add(l.what.codes[i]);
            if (l.what.sign != 0 && key.letters != 0 && key.letters <= 16)
                key.replace_last(with_sign(key[key.letters - 1], l.what.sign));
            p = l.end;
            if (l.what.count != 0 || l.what.kind == letter_kind::mark) part.end = p;
        }
    }
    [[nodiscard]] word_key first_part(const name_word& w) const noexcept {
        if (w.key.letters <= 16) return w.key.without_last(w.key.letters - w.joiner);
        word_key key;
        for (offset p = w.at.begin; p < w.at.end;) {
            const scanned_letter l = scan_letter<P>(text_, p);
            if (l.what.kind == letter_kind::joiner) break;
            for (std::uint8_t i = 0; i < l.what.count; ++i) key.add(l.what.codes[i]);
            if (l.what.sign != 0 && key.letters != 0 && key.letters <= 16)
                key.replace_last(with_sign(key[key.letters - 1], l.what.sign));
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

    [[nodiscard]] bool sign_at(offset p) const noexcept {
        if (p >= text_.size()) return false;
        char32_t folded = 0;
        const code_point c = decode(text_, p);
        const bool letters = c.value < 0x800 ? letter_table<P>[c.value] != gap_code : is_word_letter(c.value);
        return !letters && gap_of<P>(c, folded) == gap_kind::symbol;
    }

    std::string_view text_;
    const dictionary& names_;
    search_options options_;
    buffer<seen_word>& seen_;
    Sink& sink_;
    static constexpr std::uint32_t most_aside = 16;
    path aside_[most_aside]; // other ways to read the words that are followed
    std::uint32_t aside_count_ = 0;
    name_hit best_;
    bool found_ = false; // a name that begins with this word
    offset covered_ = 0;
    std::uint32_t count_ = 0, kept_ = 0;
    block_kind blocks_ = best_blocks();
    word_batch<room + 36> words_; // a block of text may bring that many more
    word_lists<P, batch> lists_;
    wanted_words wanted_{options_.proclitics, options_.enclitics, options_.joined, options_.remember == remembered::words,
                         options_.remember != remembered::nothing};
    std::uint32_t asked_ = 0;
    seen_word capitals_[batch + 1];
    std::uint16_t hard_[batch + 1];
    bool goes_on_[batch];
    std::uint16_t first_[batch], next_[most_probes]; // of the probes of a word
    std::uint64_t hashes_[most_probes];
    probe probes_[most_probes];
    std::uint32_t roots_[most_probes];
    name_hit hits_[most_kept];
};

}}} // namespace matn::v0::detail

#endif
