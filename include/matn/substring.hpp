// SPDX-License-Identifier: MIT
// Names of a gazetteer anywhere in a text, inside of words too: for text without spaces, and for lists of parts of words.
#ifndef MATN_SUBSTRING_HPP
#define MATN_SUBSTRING_HPP

#include <matn/detail/automaton.hpp>
#include <matn/detail/best_overlaps.hpp>
#include <matn/detail/folded_codes.hpp>
#include <matn/mention.hpp>

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace matn { inline namespace v0 {

/// What a `substring_index` compares.
enum class compared : std::uint8_t {
    letters, ///< folded letters, as the profile of the gazetteer has them; blanks and hyphens of any number are one
    bytes,   ///< the bytes as they are
};

/// The names of a gazetteer, made ready to be found anywhere in a text. Immutable, shared freely between threads.
///
/// Takes 16 bytes for each letter (or byte) that names don't share, some ten times the gazetteer itself. Refers to the gazetteer.
template <profile P>
class basic_substring_index {
public:
    explicit basic_substring_index(const basic_gazetteer<P>& names, compared what = compared::letters)
        : gazetteer_(&names), what_(what) {
        const detail::dictionary& d = names.dictionary();
        detail::folded_codes<> folded;
        for (entry_id e = 0; e < names.size(); ++e) {
            std::uint32_t row = d.first_row(e);
            d.each_name(e, [&](std::string_view name) {
                add(name, row, folded);
                ++row;
            });
        }
        automaton_.build();
    }
    explicit basic_substring_index(const basic_gazetteer<P>&&, compared = compared::letters) = delete; // the names would be gone

    [[nodiscard]] const basic_gazetteer<P>& gazetteer() const noexcept { return *gazetteer_; }
    [[nodiscard]] compared what() const noexcept { return what_; }
    /// The memory of the index, in bytes.
    [[nodiscard]] std::size_t bytes() const noexcept { return automaton_.bytes() + rows_.size() * 4; }

    /// For matn's own stage.
    [[nodiscard]] const detail::automaton<>& automaton() const noexcept { return automaton_; }
    /// The row of the gazetteer that was added to the automaton as number `n`.
    [[nodiscard]] std::uint32_t row(std::uint32_t n) const noexcept { return rows_[n]; }

private:
    void add(std::string_view name, std::uint32_t row, detail::folded_codes<>& folded) {
        if (what_ == compared::bytes) {
            automaton_.add(reinterpret_cast<const std::uint8_t*>(name.data()), name.size());
        } else {
            folded.template read<P>(name);
            std::size_t from = 0, to = folded.codes.size();
            while (from < to && folded.codes[from] == folded.blank) ++from;
            while (from < to && folded.codes[to - 1] == folded.blank) --to;
            for (std::size_t i = from; i < to; ++i)
                if (folded.codes[i] == folded.barrier) return; // what no text matches
            if (from == to) return;
            automaton_.add(folded.codes.data() + from, to - from);
        }
        rows_.push_back(row);
    }

    const basic_gazetteer<P>* gazetteer_;
    compared what_;
    detail::automaton<> automaton_;
    detail::buffer<std::uint32_t> rows_;
};
template <profile P>
basic_substring_index(const basic_gazetteer<P>&) -> basic_substring_index<P>;
template <profile P>
basic_substring_index(const basic_gazetteer<P>&, compared) -> basic_substring_index<P>;
using substring_index = basic_substring_index<profile::loose>;

/// What to give of the names that are found.
struct substring_options {
    overlap overlaps =
        overlap::leftmost_longest; ///< the longest, counted in letters (or bytes), of those that begin first; or best, or all
    std::uint16_t most_ids = 16;   ///< of a name that many entries share, so many are given, in the order of the gazetteer
};

/// The working memory of the stage that makes the layer of `Item`: kept in the document, so that a warm one allocates nothing.
template <class Item>
struct substring_work {
    struct hit {
        slice at;
        std::uint32_t string = 0;
    };
    detail::folded_codes<Item> folded;
    detail::buffer<detail::code_match> lanes[8];
    detail::buffer<hit> hits;
    detail::best_overlaps_work best;
};

/// The stage that `substrings(index, options)` makes. Refers to the index and its gazetteer. Time is linear in the text and what is given.
template <std::derived_from<mention> Item, profile P>
class substring_stage : public adaptor {
public:
    substring_stage(const basic_substring_index<P>& names, const substring_options& options) noexcept
        : index_(&names), options_(options) {}

    /// The mentions of a text, in order of their begins, shorter ones first. `how` is exact or normalized.
    [[nodiscard]] std::vector<Item> operator()(std::string_view text) const {
        detail::check_length(text.size());
        std::vector<Item> found;
        substring_work<Item> work;
        run(text, work, emit(found));
        return found;
    }
    template <std::same_as<std::string> Temporary>
    void operator()(Temporary&&) const = delete; // the text would be gone before its mentions

    void run(std::string_view text, substring_work<Item>& work, emit<Item> out) const {
        using hit = typename substring_work<Item>::hit;
        auto& hits = work.hits;
        hits.clear();
        const detail::automaton<>& names = index_->automaton();
        const bool all = options_.overlaps != overlap::leftmost_longest;
        each_match(text, work, [&](slice at, std::uint32_t string) {
            hits.push_back({at, string});
            return all;
        });
        // They came from the end of the text on, at each place the longest first.
        for (std::size_t i = 0, j = hits.size(); i + 1 < j; ++i) {
            const hit h = hits[i];
            hits[i] = hits[--j];
            hits[j] = h;
        }
        const detail::dictionary& d = index_->gazetteer().dictionary();
        if (options_.overlaps == overlap::best)
            detail::keep_best(hits, work.best, [&](const hit& h) {
                float weight = 0;
                names.each_added(h.string, [&](std::uint32_t n) {
                    if (d.weight_of(index_->row(n)) > weight) weight = d.weight_of(index_->row(n));
                    return true;
                });
                return weight * static_cast<float>(h.at.size());
            });
        offset done = 0;
        for (const hit& h : hits) {
            if (!all) {
                if (h.at.begin < done) continue;
                done = h.at.end;
            }
            put(text, h, out);
        }
    }

    /// Calls `use(slice, string)` for each match, from the end of the text to its front, at one place the longest first, until it says false:
    /// then the next place is looked at. Of names that are written the same there is one match. For counting, without making mentions.
    template <class Use>
    void each_match(std::string_view text, substring_work<Item>& work, Use&& use) const {
        const detail::automaton<>& names = index_->automaton();
        if (index_->what() == compared::bytes) {
            names.each(reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), work.lanes, [&](detail::code_match m) {
                for (std::uint32_t s = m.string + 1; s != 0; s = names.shorter(s - 1))
                    if (!use(slice{m.begin, m.begin + names.length(s - 1)}, s - 1)) return;
            });
            return;
        }
        auto& folded = work.folded;
        folded.template read<P>(text);
        names.each(folded.codes.data(), folded.codes.size(), work.lanes, [&](detail::code_match m) {
            if (folded.begins[m.begin] == folded.inside) return;
            for (std::uint32_t s = m.string + 1; s != 0; s = names.shorter(s - 1)) {
                const offset end = folded.ends[m.begin + names.length(s - 1) - 1];
                if (end != folded.inside && !use(slice{folded.begins[m.begin], end}, s - 1)) return;
            }
        });
    }

private:
    template <class Hit>
    void put(std::string_view text, const Hit& h, emit<Item> out) const {
        const detail::dictionary& d = index_->gazetteer().dictionary();
        const std::size_t before = out.items().size();
        index_->automaton().each_added(h.string, [&](std::uint32_t n) {
            const std::uint32_t row = index_->row(n), entry = d.entry_of(row), name = row - d.first_row(entry);
            const bool same = index_->what() == compared::bytes || d.is_name(row, h.at.of(text));
            for (std::size_t i = before; i < out.items().size(); ++i)
                if (out.items()[i].id == entry) {
                    if (same && out.items()[i].how != match_how::exact) set(out.items()[i], name, true);
                    return true;
                }
            if (out.items().size() - before >= options_.most_ids) return false;
            Item item;
            item.at = h.at;
            item.id = entry;
            set(item, name, same);
            out(item);
            return true;
        });
    }
    static void set(mention& m, std::uint32_t name, bool same) noexcept {
        m.name = static_cast<std::uint16_t>(name < 0xFFFF ? name : 0xFFFF);
        m.how = same ? match_how::exact : match_how::normalized;
        m.score = same ? 1.0f : 0.98f;
    }

    const basic_substring_index<P>* index_;
    substring_options options_;
};

/// Finds the names of an index anywhere in a text: `substrings(index)(text)`, `text | substrings(index, {.overlaps = overlap::all})`, or as a
/// stage of a pipeline, where it makes the layer of `Item`. Refers to the index: keep it alive. A temporary one is refused.
template <std::derived_from<mention> Item = mention, profile P>
[[nodiscard]] substring_stage<Item, P> substrings(const basic_substring_index<P>& names,
                                                  const substring_options& options = {}) noexcept {
    return {names, options};
}
template <std::derived_from<mention> Item = mention, profile P>
substring_stage<Item, P> substrings(const basic_substring_index<P>&&,
                                    const substring_options& = {}) = delete; // the names would be gone

}} // namespace matn::v0

#endif
