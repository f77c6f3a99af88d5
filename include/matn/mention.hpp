// SPDX-License-Identifier: MIT
// Mentions: where the names of a gazetteer stand in running text.
#ifndef MATN_MENTION_HPP
#define MATN_MENTION_HPP

#include <matn/detail/best_overlaps.hpp>
#include <matn/detail/buffer.hpp>
#include <matn/detail/mention_item.hpp>
#include <matn/detail/name_aliases.hpp>
#include <matn/gazetteer.hpp>
#include <matn/stage.hpp>

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace matn { inline namespace v0 {

/// Which names are given where several begin or overlap.
enum class overlap : std::uint8_t {
    leftmost_longest, ///< the first, and of those that begin with the same word the longest; then on behind it
    best,             ///< those that do not overlap and together count most: length, score and weight
    all,              ///< every name at every place
};

/// What to look for beside the names as listed, and what to give.
struct mention_options {
    bool proclitics = true; ///< Arabic و ف ب ل ك س ال لل before a name
    bool enclitics = true;  ///< Persian, Dari, Urdu and Pashto endings behind it: ها های ش شان ...
    bool joined = true;     ///< half-spaces and spaces lost, added or exchanged, all of a name's or some
    bool last_names = true; ///< last words of persons' names, in a text that has one of their full names. Types: person, per
    bool acronyms = true;   ///< ISPR, in a text that has "Inter-Services Public Relations (ISPR)"
    /// From how many letters on a word may have one that writers take for another (ت ط, س ص ث, ذ ز ض ظ, ه ح, ق غ, ک گ, ...; of Latin
    /// letters one of like sound, or doubled), where no name has the word as it is. 0: never. Below 5, common words become names.
    std::uint8_t fuzzy_letters = 0;
    overlap overlaps = overlap::leftmost_longest;
    std::uint16_t most_ids = 16; ///< of a name that many entries share, so many are given, in the order of the gazetteer
};

/// The working memory of the stage that makes the layer of `Item`: kept in the document, so that a warm one allocates nothing.
template <class Item>
struct mention_work {
    detail::buffer<detail::name_hit> hits, merged;
    detail::buffer<detail::seen_word> seen;
    detail::buffer<detail::alias_hit> alias_hits;
    detail::alias_table<Item> aliases;
    detail::best_overlaps_work best;
};

/// The stage that `mentions(gazetteer, options)` makes. Refers to the gazetteer.
///
/// Reads the text alone: its words are runs of letters, digits and marks, folded while they are read, so offsets are exact without a map.
/// Time is linear in the text, for gazetteers of any size; names of many words that nearly match cost up to their length at each place.
template <std::derived_from<mention> Item, profile P>
class mention_stage : public adaptor {
public:
    mention_stage(const basic_gazetteer<P>& names, const mention_options& options) noexcept
        : gazetteer_(&names), options_(options) {}
    // For live_gazetteer.hpp: entries whose bits are set are not there.
    mention_stage(const basic_gazetteer<P>& names, const mention_options& options, const std::uint64_t* gone) noexcept
        : gazetteer_(&names), options_(options), gone_(gone) {}

    /// The mentions of a text. `Item` is `mention` or derived from it.
    [[nodiscard]] std::vector<Item> operator()(std::string_view text) const {
        detail::check_length(text.size());
        std::vector<Item> found;
        mention_work<Item> work;
        run(text, work, emit(found));
        return found;
    }
    template <std::same_as<std::string> Temporary>
    void operator()(Temporary&&) const = delete; // the text would be gone before its mentions

    void run(std::string_view text, mention_work<Item>& work, emit<Item> out) const {
        const detail::dictionary& names = gazetteer_->dictionary();
        const auto remember = options_.last_names && names.has_trait(detail::person_trait) ? detail::remembered::words
                              : options_.acronyms                                          ? detail::remembered::capitals
                                                                                           : detail::remembered::nothing;
        work.hits.clear();
        work.seen.clear();
        work.alias_hits.clear();
        work.aliases.clear();
        const detail::search_options search{options_.proclitics,    options_.enclitics,
                                            options_.joined,        options_.overlaps != overlap::leftmost_longest,
                                            options_.fuzzy_letters, remember};
        if (options_.overlaps != overlap::best && names.head().symbol_names == 0) {
            const auto sink = [&](const detail::name_hit* hits, std::uint32_t count) { put_all(text, hits, count, work, out); };
            detail::name_search<P, decltype(sink)>(text, names, search, work.seen, sink).run();
        } else {
            const auto sink = [&work](const detail::name_hit* hits, std::uint32_t count) { work.hits.append(hits, count); };
            detail::name_search<P, decltype(sink)> finder(text, names, search, work.seen, sink);
            finder.run();
            const std::size_t by_words = work.hits.size();
            if (names.head().symbol_names != 0) finder.run_signs();
            merge_hits(work, by_words);
            if (options_.overlaps == overlap::best) keep_best(work);
            put_all(text, work.hits.data(), work.hits.size(), work, out);
        }
        if (work.aliases.empty()) return;
        work.aliases.template each_hit<P>(text, work.seen, options_.proclitics, [&work](const detail::alias_hit& hit) {
            if (work.alias_hits.empty() || work.alias_hits.back().at.end <= hit.at.begin) work.alias_hits.push_back(hit);
        });
        merge_aliases(work.alias_hits, out.items());
    }

private:
    // Hits to mentions. What is needed of a large gazetteer for it is sent for some hits ahead: the text of an entry only where the forms of the
    // two names don't tell whether they are the same.
    void put_all(std::string_view text, const detail::name_hit* hits, std::size_t count, mention_work<Item>& work,
                 emit<Item> out) const {
        const detail::dictionary& names = gazetteer_->dictionary();
        constexpr std::size_t far = 24, middle = 16, near = 8, all = 32;
        detail::name_form forms[all]; // of what was found, by place modulo 32
        const auto first_rows = [&](std::size_t i, auto&& use) {
            unsigned seen = 0;
            if (forms[i % all] != detail::name_form::other || hits[i].flags != 0) return; // the forms will tell
            names.each_form(hits[i].node, [&](std::uint32_t row, detail::name_form form) {
                if (form == detail::name_form::other) use(row);
                return ++seen < 4;
            });
        };
        for (std::size_t i = 0; i < count + far; ++i) {
            if (i < count) {
                names.prefetch_list(hits[i].node);
                forms[i % all] = detail::form_of<P>(hits[i].at.of(text));
            }
            if (i >= near && i - near < count) first_rows(i - near, [&](std::uint32_t row) { names.prefetch_record(row); });
            if (i >= middle && i - middle < count) first_rows(i - middle, [&](std::uint32_t row) { names.prefetch_name(row); });
            if (i < far) continue;
            put(text, hits[i - far], forms[(i - far) % all], out);
            if (options_.last_names || options_.acronyms) note_aliases(text, hits[i - far], work.aliases);
        }
    }
    [[nodiscard]] static bool has_control(std::string_view found) noexcept {
        for (offset p = 0; p + 1 < found.size(); ++p) {
            if (found[p] == '\xD8' && found[p + 1] == '\x9C') return true; // U+061C
            if (found[p] == '\xE2' && detail::is_bidi_control(decode(found, p).value)) return true;
        }
        return false;
    }
    void put(std::string_view text, const detail::name_hit& hit, detail::name_form form, emit<Item> out) const {
        const detail::dictionary& names = gazetteer_->dictionary();
        const std::string_view found = hit.at.of(text);
        const bool control = form == detail::name_form::other && has_control(found);
        std::size_t before = out.items().size();
        if (options_.overlaps == overlap::all) // a name that is listed in two ways may be found as both
            while (before > 0 && out.items()[before - 1].at == hit.at) --before;
        names.each_form(hit.node, [&](std::uint32_t row, detail::name_form listed) {
            const std::uint32_t entry = names.entry_of(row), name = row - names.first_row(entry);
            if (is_gone(entry)) return true;
            const bool same = hit.flags == 0 && form == listed && (form != detail::name_form::other || names.is_name(row, found));
            // Spellings of one entry that fold to the same are one mention, with the spelling that is there if it is listed.
            for (std::size_t i = before; i < out.items().size(); ++i)
                if (out.items()[i].id == entry) {
                    if (same && out.items()[i].how == match_how::normalized) set_how(out.items()[i], name, match_how::exact);
                    return true;
                }
            if (out.items().size() - before >= options_.most_ids) return false;
            Item item;
            item.at = hit.at;
            item.id = entry;
            set_how(item, name,
                    control                                 ? match_how::disguised
                    : (hit.flags & detail::hit_fuzzy) != 0  ? match_how::fuzzy
                    : (hit.flags & detail::hit_affix) != 0  ? match_how::affix
                    : (hit.flags & detail::hit_joined) != 0 ? match_how::joined
                    : same                                  ? match_how::exact
                                                            : match_how::normalized);
            out(item);
            return true;
        });
    }
    static void set_how(mention& m, std::uint32_t name, match_how how) noexcept {
        static constexpr match_score scores[] = {1.0f, 0.98f, 0.94f, 0.9f, 0.8f, 0.86f, 0.4f, 0.7f};
        m.name = static_cast<std::uint16_t>(name < 0xFFFF ? name : 0xFFFF);
        m.how = how;
        m.score = scores[static_cast<std::size_t>(how)];
    }

    // --- Names that the document makes.
    void note_aliases(std::string_view text, const detail::name_hit& hit, detail::alias_table<Item>& aliases) const {
        const detail::dictionary& names = gazetteer_->dictionary();
        const bool several_words = (names.node(hit.node).parent & detail::parent_mask) != 0;
        if (!several_words) return;
        std::uint32_t ids = 0;
        names.each_row(hit.node, [&](std::uint32_t row) {
            const std::uint32_t entry = names.entry_of(row);
            if (is_gone(entry)) return true;
            const std::uint8_t traits = names.traits_of(entry);
            if (options_.last_names && (traits & detail::person_trait) != 0)
                aliases.template named<P>(names, entry, hit.at.begin);
            if (options_.acronyms && (traits & detail::person_trait) == 0) {
                const detail::word_key key = acronym_beside(text, hit.at, (traits & detail::organisation_trait) != 0);
                if (key.letters != 0) aliases.acronym(key, entry, row - names.first_row(entry), hit.at.begin);
            }
            return ++ids < options_.most_ids;
        });
    }
    // Puts those aliases among the mentions that no mention covers: from the back, so that it needs no other memory.
    static void merge_aliases(detail::buffer<detail::alias_hit>& aliases, std::vector<Item>& items) {
        std::size_t kept = 0, next = 0;
        offset covered = 0;
        for (const detail::alias_hit& a : aliases) {
            for (; next < items.size() && items[next].at.begin < a.at.end; ++next)
                if (items[next].at.end > covered) covered = items[next].at.end;
            if (covered <= a.at.begin) aliases[kept++] = a;
        }
        aliases.resize(kept);
        std::size_t from = items.size(), to = from + kept;
        items.resize(to);
        while (kept > 0) {
            if (from > 0 && items[from - 1].at.begin > aliases[kept - 1].at.begin) {
                items[--to] = items[--from];
                continue;
            }
            const detail::alias_hit& hit = aliases[--kept];
            Item item;
            item.at = hit.at;
            item.id = hit.entry;
            set_how(item, hit.name, hit.acronym ? match_how::acronym : match_how::alias);
            items[--to] = item;
        }
    }
    // Two sorted runs of hits into one; in the longest mode what overlaps an earlier one goes.
    void merge_hits(mention_work<Item>& work, std::size_t middle) const {
        if (middle == work.hits.size()) return;
        work.merged.clear();
        for (std::size_t a = 0, b = middle; a < middle || b < work.hits.size();) {
            const bool second = b < work.hits.size() && (a == middle || work.hits[b].at < work.hits[a].at);
            const detail::name_hit& next = second ? work.hits[b++] : work.hits[a++];
            if (options_.overlaps != overlap::leftmost_longest || work.merged.empty() ||
                next.at.begin >= work.merged.back().at.end)
                work.merged.push_back(next);
        }
        work.hits.swap(work.merged);
    }
    // "Name (ABC)" or "ABC (Name)": the letters of ABC, if they can be the name's. In another script only an organisation's name has them.
    [[nodiscard]] static detail::word_key acronym_beside(std::string_view text, slice at, bool organisation) {
        const auto capital = [text](offset p) { return p < text.size() && text[p] >= 'A' && text[p] <= 'Z'; };
        offset p = at.end;
        if (p < text.size() && text[p] == ' ') ++p;
        slice capitals;
        if (p < text.size() && text[p] == '(') {
            capitals.begin = capitals.end = p + 1;
            while (capital(capitals.end)) ++capitals.end;
            if (capitals.end >= text.size() || text[capitals.end] != ')') capitals.end = capitals.begin;
        } else if (at.begin >= 2 && text[at.begin - 1] == '(' && at.end < text.size() && text[at.end] == ')') {
            capitals.end = at.begin - 1;
            if (text[capitals.end - 1] == ' ') --capitals.end;
            capitals.begin = capitals.end;
            while (capitals.begin > 0 && capital(capitals.begin - 1)) --capitals.begin;
        }
        if (capitals.size() < 2 || capitals.size() > 10) return {};
        const bool latin = static_cast<unsigned char>(text[at.begin]) < 0x80;
        if (latin ? !initials(at.of(text), capitals.of(text)) : !organisation) return {};
        detail::name_word w;
        offset pos = capitals.begin;
        return detail::next_word<P>(text, pos, w) && w.at == capitals ? w.key : detail::word_key{};
    }
    // Do the capitals begin words of the name, in order, from the first on?
    [[nodiscard]] static bool initials(std::string_view name, std::string_view capitals) noexcept {
        std::size_t matched = 0;
        bool inside = false;
        for (const char c : name) {
            const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
            const bool letter = (upper >= 'A' && upper <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
            if (letter && !inside) {
                if (matched < capitals.size() && upper == capitals[matched]) ++matched;
                else if (matched == 0) return false;
            }
            inside = letter;
        }
        return matched == capitals.size();
    }

    void keep_best(mention_work<Item>& work) const {
        const detail::dictionary& names = gazetteer_->dictionary();
        detail::keep_best(work.hits, work.best, [&names](const detail::name_hit& hit) {
            float weight = 0;
            names.each_row(hit.node, [&](std::uint32_t row) {
                if (names.weight_of(row) > weight) weight = names.weight_of(row);
                return false;
            });
            const float sure = (hit.flags & detail::hit_fuzzy) != 0    ? 0.7f
                               : (hit.flags & detail::hit_affix) != 0  ? 0.9f
                               : (hit.flags & detail::hit_joined) != 0 ? 0.94f
                                                                       : 1.0f;
            return weight * sure * static_cast<float>(hit.at.size());
        });
    }

    [[nodiscard]] bool is_gone(std::uint32_t entry) const noexcept {
        return gone_ != nullptr && (gone_[entry / 64] >> entry % 64 & 1) != 0;
    }

    const basic_gazetteer<P>* gazetteer_;
    mention_options options_;
    const std::uint64_t* gone_ = nullptr;
};

/// Finds the names of a gazetteer: `mentions(names)(text)`, `text | mentions(names, {.last_names = false})`, or as a stage of a pipeline, where it
/// makes the layer of `mention`. Several gazetteers are several item types: `struct person : matn::mention {};` and `mentions<person>(people)`.
///
/// The stage refers to the gazetteer: keep it alive. A temporary one is refused.
template <std::derived_from<mention> Item = mention, profile P>
[[nodiscard]] mention_stage<Item, P> mentions(const basic_gazetteer<P>& names, const mention_options& options = {}) noexcept {
    return {names, options};
}
template <std::derived_from<mention> Item = mention, profile P>
mention_stage<Item, P> mentions(const basic_gazetteer<P>&&,
                                const mention_options& = {}) = delete; // the names would be gone before the stage

namespace detail {
template <class Layer, class Stage>
    requires std::derived_from<Layer, mention>
struct missing_layer<Layer, Stage> {
    static_assert(
        never<Layer>,
        "matn: a stage reads mentions; put matn::mentions(a gazetteer) before it (mentions<item>(a gazetteer) for an item type of your own)");
    static constexpr bool ok = false;
};
} // namespace detail

}} // namespace matn

#endif
