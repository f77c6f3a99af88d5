// SPDX-License-Identifier: MIT
// A gazetteer with changes over it: names that come and go while the large rest stays as it is.
#ifndef MATN_LIVE_GAZETTEER_HPP
#define MATN_LIVE_GAZETTEER_HPP

#include <matn/mention.hpp>

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace matn { inline namespace v0 {

/// A gazetteer, the names that were added to it since, and the entries that were taken out: what is looked for is both together.
///
/// `add` and `remove` collect changes, `commit` makes them count, in the time that a gazetteer of the added names alone takes. Refers to the
/// gazetteer below. Any number of threads may search; none while it is changed.
template <profile P>
class basic_live_gazetteer {
public:
    explicit basic_live_gazetteer(const basic_gazetteer<P>& base) : base_(&base) {}
    explicit basic_live_gazetteer(const basic_gazetteer<P>&&) = delete; // the names would be gone

    /// Adds a name: of a new entry, or one more of the entry with that id. Answers why it could not be taken; nothing if all is well.
    std::string_view add(const entry& e) {
        if (const std::string_view cause = basic_gazetteer_builder<P>().add(e); !cause.empty()) return cause;
        rows_.push_back({std::string(e.id), std::string(e.type), std::string(e.language), std::string(e.name), e.weight,
                         std::string(e.metadata)});
        return {};
    }
    /// Takes an entry out, with all of its names. False if there is none with that id.
    bool remove(std::string_view id) {
        const std::optional<entry_id> below = find_below(id);
        if (below && removed_.empty()) removed_.assign(base_->size() / 64 + 1, 0);
        // From here on nothing fails: the entry is gone as a whole or not at all.
        if (below) removed_[*below / 64] |= std::uint64_t{1} << *below % 64;
        const std::size_t added = std::erase_if(rows_, [id](const owned_row& r) { return r.id == id; });
        return below.has_value() || added != 0;
    }
    /// From here on the changes count. Numbers of added entries hold until the next commit; those of the gazetteer below always.
    void commit() {
        basic_gazetteer_builder<P> builder;
        for (const owned_row& r : rows_) (void)builder.add({r.id, r.type, r.language, r.name, r.weight, r.metadata});
        basic_gazetteer<P> added = builder.build();
        detail::buffer<entry_id> below_of;
        for (entry_id e = 0; e < added.size(); ++e) below_of.push_back(find_below(added[e].id).value_or(none));
        detail::buffer<std::uint64_t> gone = removed_;
        // From here on nothing fails: all changes count or none does.
        added_ = std::move(added);
        below_of_.swap(below_of);
        gone_.swap(gone);
    }

    /// The gazetteer below, and the names that were added, as one of their own.
    [[nodiscard]] const basic_gazetteer<P>& base() const noexcept { return *base_; }
    [[nodiscard]] const basic_gazetteer<P>& added() const noexcept { return added_; }
    /// Bits of the entries below that were taken out, or nullptr.
    [[nodiscard]] const std::uint64_t* gone() const noexcept { return gone_.empty() ? nullptr : gone_.data(); }

    /// An entry with one of its names, by the numbers that mentions have.
    [[nodiscard]] entry at(entry_id id, std::uint32_t name) const noexcept {
        if (id >= base_->size()) return added_.at(static_cast<entry_id>(id - base_->size()), name);
        const std::uint32_t below = base_->name_count(id);
        if (name < below) return base_->at(id, name);
        for (entry_id e = 0; e < below_of_.size(); ++e)
            if (below_of_[e] == id) return added_.at(e, name - below);
        return base_->at(id, 0);
    }
    [[nodiscard]] entry operator[](entry_id id) const noexcept { return at(id, 0); }

    /// For matn's own stage: a mention of `added()` by the numbers that `at` knows.
    void renumber(mention& m) const noexcept {
        const entry_id below = below_of_[m.id];
        if (below == none) {
            m.id += static_cast<entry_id>(base_->size());
            return;
        }
        m.id = below;
        m.name = static_cast<std::uint16_t>(m.name + base_->name_count(below));
    }
    [[nodiscard]] bool changed() const noexcept { return added_.size() != 0 || !gone_.empty(); }

private:
    static constexpr entry_id none = ~entry_id{0};
    struct owned_row {
        std::string id, type, language, name;
        float weight;
        std::string metadata;
    };
    // The entry below that has an id and was not taken out. The first call reads all ids.
    [[nodiscard]] std::optional<entry_id> find_below(std::string_view id) {
        const detail::dictionary& d = base_->dictionary();
        if (!indexed_) {
            detail::number_table<> all; // a table of some of them would number the others wrongly
            for (entry_id e = 0; e < base_->size(); ++e)
                (void)all.find_or_add(detail::hash_bytes(d.id_of(e)), [](std::uint32_t) { return false; });
            ids_ = std::move(all);
            indexed_ = true;
        }
        std::optional<entry_id> found;
        ids_.find(detail::hash_bytes(id), [&](std::uint32_t e) {
            if (d.id_of(e) != id) return false;
            if (removed_.empty() || (removed_[e / 64] >> e % 64 & 1) == 0) found = e;
            return true;
        });
        return found;
    }

    const basic_gazetteer<P>* base_;
    basic_gazetteer<P> added_;
    std::vector<owned_row> rows_;
    detail::buffer<std::uint64_t> removed_, gone_; // bits of entries below: by the last call, by the last commit
    detail::buffer<entry_id> below_of_;            // of an added entry: the entry below with the same id
    detail::number_table<> ids_;
    bool indexed_ = false;
};
template <profile P>
basic_live_gazetteer(const basic_gazetteer<P>&) -> basic_live_gazetteer<P>;
using live_gazetteer = basic_live_gazetteer<profile::loose>;

/// The working memory of the stage that makes the layer of `Item`.
template <class Item>
struct live_mention_work {
    struct group { // mentions at one place
        slice at;
        std::uint32_t from = 0, count = 0;
    };
    mention_work<mention> search;
    std::vector<mention> below, added;
    detail::buffer<mention> merged;
    detail::buffer<group> groups, aliases;
    detail::best_overlaps_work best;
};

/// The stage that `mentions(live gazetteer, options)` makes.
template <std::derived_from<mention> Item, profile P>
class live_mention_stage : public adaptor {
public:
    live_mention_stage(const basic_live_gazetteer<P>& names, const mention_options& options) noexcept
        : names_(&names), options_(options) {}

    [[nodiscard]] std::vector<Item> operator()(std::string_view text) const {
        detail::check_length(text.size());
        std::vector<Item> found;
        live_mention_work<Item> work;
        run(text, work, emit(found));
        return found;
    }
    template <std::same_as<std::string> Temporary>
    void operator()(Temporary&&) const = delete; // the text would be gone before its mentions

    void run(std::string_view text, live_mention_work<Item>& work, emit<Item> out) const {
        // All names of both, for which of them are given hangs on those that were taken out and those that came.
        mention_options all = options_;
        if (names_->changed()) {
            all.overlaps = overlap::all;
            all.most_ids = 0xFFFF;
        }
        work.below.clear();
        work.added.clear();
        mention_stage<mention, P>(names_->base(), all, names_->gone()).run(text, work.search, emit(work.below));
        if (names_->changed()) mentions(names_->added(), all).run(text, work.search, emit(work.added));
        merge(work);
        make_groups(work);
        if (names_->changed()) choose(text, work);
        for (const auto& g : work.groups) {
            std::uint32_t given = 0;
            for (std::uint32_t i = g.from; i < g.from + g.count && given < options_.most_ids; ++i) {
                bool again = false; // the same entry from both
                for (std::uint32_t j = g.from; j < i; ++j) again = again || work.merged[j].id == work.merged[i].id;
                if (again) continue;
                Item item;
                static_cast<mention&>(item) = work.merged[i];
                out(item);
                ++given;
            }
        }
    }

private:
    using group = typename live_mention_work<Item>::group;

    // Those below and the added ones, in order.
    void merge(live_mention_work<Item>& work) const {
        work.merged.clear();
        std::size_t a = 0;
        for (mention m : work.added) {
            names_->renumber(m);
            for (; a < work.below.size() && !(m.at < work.below[a].at); ++a) work.merged.push_back(work.below[a]);
            work.merged.push_back(m);
        }
        for (; a < work.below.size(); ++a) work.merged.push_back(work.below[a]);
    }
    [[nodiscard]] static bool is_alias(const mention& m) noexcept {
        return m.how == match_how::alias || m.how == match_how::acronym;
    }
    static void make_groups(live_mention_work<Item>& work) {
        work.groups.clear();
        for (std::uint32_t i = 0; i < work.merged.size(); ++i) {
            if (!work.groups.empty() && work.groups.back().at == work.merged[i].at) ++work.groups.back().count;
            else work.groups.push_back({work.merged[i].at, i, 1});
        }
    }
    // Leaves the groups that the options ask for: as in a search of one gazetteer, aliases stand where no name does.
    void choose(std::string_view text, live_mention_work<Item>& work) const {
        if (options_.overlaps == overlap::all) return;
        work.aliases.clear();
        std::size_t names = 0;
        for (const group& g : work.groups) {
            bool alias = true;
            for (std::uint32_t i = g.from; i < g.from + g.count; ++i) alias = alias && is_alias(work.merged[i]);
            if (alias) work.aliases.push_back(g);
            else work.groups[names++] = g;
        }
        work.groups.resize(names);
        if (options_.overlaps == overlap::best) {
            detail::keep_best(work.groups, work.best, [&](const group& g) {
                const mention& m = work.merged[g.from];
                return names_->at(m.id, m.name).weight * m.score * static_cast<float>(g.at.size());
            });
        } else {
            std::size_t kept = 0;
            offset done = 0;
            for (std::size_t i = 0; i < names;) {
                std::size_t longest = i; // of those that begin here, which come shortest first
                while (longest + 1 < names && work.groups[longest + 1].at.begin == work.groups[i].at.begin) ++longest;
                const group g = work.groups[longest];
                if (g.at.begin >= done && !only_a_title(text, work, longest, names)) {
                    done = g.at.end;
                    work.groups[kept++] = g;
                }
                i = longest + 1;
            }
            work.groups.resize(kept);
        }
        // The aliases between them, from the back.
        std::size_t fits = 0;
        for (std::size_t a = 0, n = 0; a < work.aliases.size(); ++a) {
            const slice at = work.aliases[a].at;
            while (n < work.groups.size() && work.groups[n].at.end <= at.begin) ++n;
            const bool free = (n == work.groups.size() || work.groups[n].at.begin >= at.end) &&
                              (fits == 0 || work.aliases[fits - 1].at.end <= at.begin);
            if (free) work.aliases[fits++] = work.aliases[a];
        }
        std::size_t from = work.groups.size(), to = from + fits;
        work.groups.resize(to);
        while (fits > 0)
            work.groups[--to] =
                from > 0 && work.aliases[fits - 1].at < work.groups[from - 1].at ? work.groups[--from] : work.aliases[--fits];
    }
    // "the Taliban", where "Taliban" is a name of the same entry, or begins a longer one: see mention.hpp.
    [[nodiscard]] static bool only_a_title(std::string_view text, const live_mention_work<Item>& work, std::size_t g,
                                           std::size_t names) {
        const group& with = work.groups[g];
        detail::name_word first, second;
        offset pos = with.at.begin;
        if (!detail::next_word<P>(text, pos, first) || !detail::title_words<P>.has(first.key)) return false;
        if (!detail::next_word<P>(text, pos, second) || second.at.begin >= with.at.end) return false;
        for (std::size_t i = g + 1; i < names && work.groups[i].at.begin <= second.at.begin; ++i) {
            const group& without = work.groups[i];
            if (without.at.begin != second.at.begin || without.at.end < with.at.end) continue;
            if (without.at.end > with.at.end) return true;
            for (std::uint32_t a = with.from; a < with.from + with.count; ++a)
                for (std::uint32_t b = without.from; b < without.from + without.count; ++b)
                    if (work.merged[a].id == work.merged[b].id) return true;
        }
        return false;
    }

    const basic_live_gazetteer<P>* names_;
    mention_options options_;
};

/// Finds the names of a gazetteer with its changes, as `mentions` of a gazetteer does. `entry_id` is what the live gazetteer's `at` takes.
template <std::derived_from<mention> Item = mention, profile P>
[[nodiscard]] live_mention_stage<Item, P> mentions(const basic_live_gazetteer<P>& names,
                                                   const mention_options& options = {}) noexcept {
    return {names, options};
}
template <std::derived_from<mention> Item = mention, profile P>
live_mention_stage<Item, P> mentions(const basic_live_gazetteer<P>&&,
                                     const mention_options& = {}) = delete; // gone before the stage

}} // namespace matn::v0

#endif
