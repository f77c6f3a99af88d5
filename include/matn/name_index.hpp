// SPDX-License-Identifier: MIT
// A list of names that is asked for a name in any script: the entries whose names are most like it, best first.
#ifndef MATN_NAME_INDEX_HPP
#define MATN_NAME_INDEX_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/name_candidates.hpp>
#include <matn/detail/name_store.hpp>
#include <matn/gazetteer.hpp>
#include <matn/name_match.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace matn { inline namespace v0 {

/// An entry that a name may mean.
struct ranked_name {
    entry_id id = 0;        ///< which entry
    std::uint32_t name = 0; ///< which of its names is the most alike
    float score = 0;        ///< 0 to 1, as in `name_match`, but lower where words are missing
    name_rule rule = name_rule::none;
};

/// How a `name_index` is asked.
struct rank_options {
    std::size_t top = 10;           ///< how many entries are wanted at most
    std::string_view language = {}; ///< of the name asked for: a BCP 47 tag, or empty: its letters decide
    bool exhaustive = false;        ///< compares every name: slow, and hardly ever finds more
};

/// The working memory of `name_index::rank`, for who asks often: one for each thread.
struct rank_work {
    detail::name_question question;
    detail::name_parts parts;
    detail::buffer<detail::name_candidate> found, other;
};

/// Names of entries, found by what they sound like. Built once, then read by any number of threads.
///
/// Takes about 200 bytes a name. `rank` looks at the names that have words with nearly the same consonants as those asked for,
/// and compares the best of them letter by letter.
class name_index {
public:
    name_index() = default;
    /// All names of a gazetteer. Refers to nothing of it: entries are named by their numbers there.
    template <profile P>
    explicit name_index(const basic_gazetteer<P>& names) {
        const detail::dictionary& all = names.dictionary();
        for (entry_id id = 0; id < names.size(); ++id) {
            std::uint32_t n = 0;
            all.each_name(id, [&](std::string_view name) {
                names_.add(id, n, name, all.language_name(all.language_of(all.first_row(id) + n)));
                ++n;
            });
        }
        names_.finish();
    }
    /// From rows, whose place in the list is their number: each is an entry with one name.
    explicit name_index(std::span<const entry> rows) {
        entry_id id = 0;
        for (const entry& e : rows) names_.add(id++, 0, e.name, e.language);
        names_.finish();
    }

    /// How many names there are. Names without letters of the Latin, Arabic or Cyrillic script are not among them.
    [[nodiscard]] std::size_t size() const noexcept { return names_.size(); }

    /// The entries whose names are most like `name`, best first; each entry once. Empty for a name without letters.
    [[nodiscard]] std::vector<ranked_name> rank(std::string_view name, const rank_options& options = {}) const {
        std::vector<ranked_name> out;
        rank_work work;
        rank(name, options, work, out);
        return out;
    }
    /// The same into `out`, for many names in a row: with memory that was used before nothing is allocated.
    void rank(std::string_view name, const rank_options& options, rank_work& work, std::vector<ranked_name>& out) const {
        out.clear();
        detail::spelling s;
        detail::spell(name, s);
        if (s.in == detail::writing::none || options.top == 0) return;
        detail::prepared_name asked;
        detail::prepare(s, options.language, asked);
        const detail::name_comparer comparer(asked, work.parts);

        work.found.clear();
        if (options.exhaustive) work.question.all_by_letters(names_, asked, work.found);
        else work.question.candidates(names_, asked, work.found);
        if (options.exhaustive) {
            detail::keep_best(work.found, 400);
        } else {
            // The best by their words, and the best by all their letters: a word may be one that was not found.
            work.other.clear();
            for (const detail::name_candidate& c : work.found)
                work.other.push_back({c.name, work.parts.whole()
                                                  .glance({names_.letters(c.name), names_.length(c.name), names_.in(c.name),
                                                           names_.languages(c.name)})
                                                  .ratio()});
            detail::keep_best(work.found, by_words);
            detail::keep_best(work.other, by_letters);
            const std::size_t count = work.found.size();
            for (const detail::name_candidate& c : work.other) {
                bool there = false;
                for (std::size_t i = 0; i < count; ++i) there = there || work.found[i].name == c.name;
                if (!there) work.found.push_back(c);
            }
        }
        for (const detail::name_candidate& c : work.found) {
            detail::prepared_name other;
            names_.prepare(c.name, other);
            const detail::comparison how = comparer.compare(other);
            name_match m = detail::doubted(detail::judge(how, asked, other, names_.digits(c.name) == s.digits),
                                           s.strangers + names_.strangers(c.name));
            if (how.lacks) m.score *= 0.93f; // who asks for a first and a last name wants both
            if (m.rule == name_rule::none) continue;
            put(out, {names_.entry_of(c.name), names_.number_of(c.name), m.score, m.rule});
        }
        if (out.size() > options.top) out.resize(options.top);
    }

private:
    static constexpr std::size_t by_words = 32, by_letters = 12; // names that are compared in every way

    // Keeps `out` in order, an entry once.
    static void put(std::vector<ranked_name>& out, const ranked_name& r) {
        const auto before = [](const ranked_name& a, const ranked_name& b) {
            return a.score != b.score ? a.score > b.score : a.id != b.id ? a.id < b.id : a.name < b.name;
        };
        for (ranked_name& o : out)
            if (o.id == r.id) {
                if (!before(r, o)) return;
                out.erase(out.begin() + (&o - out.data()));
                break;
            }
        std::size_t at = out.size();
        while (at > 0 && before(r, out[at - 1])) --at;
        out.insert(out.begin() + static_cast<std::ptrdiff_t>(at), r);
    }

    detail::name_store names_;
};

}} // namespace matn

#endif
