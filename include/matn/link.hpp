// SPDX-License-Identifier: MIT
// Mentions of names grouped by whom they name, over documents and scripts, without any list of names.
#ifndef MATN_LINK_HPP
#define MATN_LINK_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/link_words.hpp>
#include <matn/detail/sort.hpp>
#include <matn/name_index.hpp>
#include <matn/name_match.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace matn { inline namespace v0 {

/// A name that stands in a document, as `link` reads it. Who found it does not matter: a gazetteer, a tagger, or a person.
struct named {
    std::uint32_t document = 0;     ///< which document: any number
    std::string_view name;          ///< its bytes there, without clitics
    std::string_view type = {};     ///< "person", "place"...: names of two types are never one; empty where it is not known
    std::string_view language = {}; ///< a BCP 47 tag, or empty: the letters decide
};

/// What is taken for one name.
struct link_options {
    float least = 0.5f;          ///< the score from which two names are one, as in `name_match`
    bool last_names = true;      ///< a last name stands for the one full name of its document that ends with it
    bool other_documents = true; ///< where its own document has none, for the only one of all documents
};

/// A mention in its group, and why it is there.
struct linked_mention {
    std::uint32_t mention = 0; ///< its place among those given
    std::uint32_t like = 0;    ///< the mention that ties it to the group; itself for the one that all hang on
    float score = 1;           ///< how alike the two are, as in `name_match`
    name_rule rule = name_rule::exact;
};

/// Mentions that name one.
struct name_group {
    std::vector<linked_mention> members; ///< in the order of the mentions
    std::vector<std::uint32_t>
        names; ///< for each script that it is written in a mention with its fullest usual spelling, most mentions first
    std::string_view type; ///< of its mentions; empty where none has one
};

namespace detail {

// A spelling with a type: all mentions that have it.
struct link_spelling {
    std::uint32_t first_mention = 0;
    std::uint32_t units = 0, units_end = 0; // its documents
    std::uint32_t count = 0;                // its mentions
    std::uint32_t words = 0;                // without titles
    std::uint32_t group = 0;                // whose root it leads to
    std::uint32_t next = 0;                 // the next form of the group, in a ring
    std::uint32_t size = 1;                 // of the group, at its root
    writing in = writing::none;
};
// A form in one document.
struct link_unit {
    std::uint32_t form, document;
    std::uint32_t first_mention;
    std::uint32_t like; // a unit of a fuller name, or itself
    float score = 1;
};
struct link_tie {
    std::uint32_t a, b; // forms
    float score;
    name_rule rule;
    bool whole; // else b is the fuller name
};

class name_linker {
public:
    name_linker(std::span<const named> mentions, const link_options& options) : mentions_(mentions), options_(options) {}

    [[nodiscard]] std::vector<name_group> run() {
        find_forms();
        find_ties();
        join_whole_names();
        join_short_names();
        return groups();
    }

private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    static constexpr std::size_t most_like = 32;   // names that one is compared with
    static constexpr std::uint32_t most_asked = 6; // spellings of a group that another group must be like
    // How alike each two words must be: in one script chance makes words alike more often. Where words are missing the others must say more.
    static constexpr float least_word = 0.5f, least_word_across = 0.2f, least_short_word = 0.6f, least_short_word_across = 0.5f;
    // And words of any two spellings of a group: Hassan is not Hussein, though حسن may be either.
    static constexpr float floor_latin = 0.45f, floor_arabic = 0.25f, floor_across = 0.1f;

    // --- Spellings and their documents.
    [[nodiscard]] bool form_before(std::uint32_t x, std::uint32_t y) const noexcept {
        const named &a = mentions_[x], &b = mentions_[y];
        if (const int order = a.name.compare(b.name); order != 0) return order < 0;
        if (const int order = a.type.compare(b.type); order != 0) return order < 0;
        if (const int order = a.language.compare(b.language); order != 0) return order < 0;
        return a.document != b.document ? a.document < b.document : x < y;
    }
    [[nodiscard]] bool same_form(std::uint32_t x, std::uint32_t y) const noexcept {
        const named &a = mentions_[x], &b = mentions_[y];
        return a.name == b.name && a.type == b.type && a.language == b.language;
    }
    void find_forms() {
        buffer<std::uint32_t> order;
        for (std::uint32_t m = 0; m < mentions_.size(); ++m) order.push_back(m);
        sort(order.data(), order.size(), [this](std::uint32_t x, std::uint32_t y) { return form_before(x, y); });
        unit_of_.assign(mentions_.size(), 0);
        for (std::size_t i = 0; i < order.size(); ++i) {
            const std::uint32_t m = order[i];
            const bool new_form = i == 0 || !same_form(order[i - 1], m);
            if (new_form) {
                link_spelling f;
                f.first_mention = m;
                f.units = static_cast<std::uint32_t>(units_.size());
                forms_.push_back(f);
            }
            if (new_form || mentions_[order[i - 1]].document != mentions_[m].document) {
                const auto form = static_cast<std::uint32_t>(forms_.size() - 1);
                units_.push_back({form, mentions_[m].document, m, static_cast<std::uint32_t>(units_.size()), 1});
            }
            link_spelling& f = forms_.back();
            f.first_mention = m < f.first_mention ? m : f.first_mention;
            f.units_end = static_cast<std::uint32_t>(units_.size());
            ++f.count;
            unit_of_[m] = static_cast<std::uint32_t>(units_.size() - 1);
        }
        for (std::uint32_t f = 0; f < forms_.size(); ++f) {
            forms_[f].group = forms_[f].next = f;
            prepared p;
            prepare_form(f, p);
            forms_[f].in = p.letters.read;
            for (std::uint32_t w = 0; w < p.name.word_count; ++w) forms_[f].words += is_title(p.name.words[w].meaning) ? 0u : 1u;
        }
    }
    struct prepared {
        spelling letters;
        prepared_name name;
    };
    [[nodiscard]] const named& text_of(std::uint32_t form) const noexcept { return mentions_[forms_[form].first_mention]; }
    void prepare_form(std::uint32_t form, prepared& out) const noexcept {
        spell(text_of(form).name, out.letters);
        prepare(out.letters, text_of(form).language, out.name);
    }
    [[nodiscard]] static bool types_differ(std::string_view a, std::string_view b) noexcept {
        return !a.empty() && !b.empty() && a != b;
    }

    // --- Which forms are like which.
    void find_ties() {
        std::vector<entry> rows;
        for (std::uint32_t f = 0; f < forms_.size(); ++f)
            rows.push_back({.id = {}, .type = {}, .language = text_of(f).language, .name = text_of(f).name});
        const name_index index(rows);
        for (std::uint32_t f = 0; f + 1 < forms_.size(); ++f) // forms are in the order of their names
            if (text_of(f).name == text_of(f + 1).name && !types_differ(text_of(f).type, text_of(f + 1).type))
                ties_.push_back({f, f + 1, 1, name_rule::exact, true});
        for (std::uint32_t f = 0; f < forms_.size(); ++f)
            for (const std::string_view name : {text_of(f).name, without_article(text_of(f).name)}) {
                if (name.empty()) continue;
                for (const ranked_name& r : index.rank(name, {.top = most_like, .language = text_of(f).language})) {
                    link_tie t{};
                    if (r.id != f && judge_tie(f < r.id ? f : r.id, f < r.id ? r.id : f, t)) ties_.push_back(t);
                }
            }
        // Two that found each other are there twice.
        sort(ties_.data(), ties_.size(), [](const link_tie& x, const link_tie& y) {
            return x.score != y.score ? x.score > y.score : x.a != y.a ? x.a < y.a : x.b < y.b;
        });
        std::size_t kept = 0;
        for (std::size_t i = 0; i < ties_.size(); ++i)
            if (kept == 0 || ties_[kept - 1].a != ties_[i].a || ties_[kept - 1].b != ties_[i].b) ties_[kept++] = ties_[i];
        ties_.shrink(kept);
        kept = 0;
        for (const link_tie& t : ties_) {
            if (t.whole) whole_ties_.push_back(t);
            else ties_[kept++] = t;
        }
        ties_.shrink(kept);
    }
    // Behind the Arabic article, which names have in Arabic and lose in other languages; empty where there is none.
    [[nodiscard]] static std::string_view without_article(std::string_view name) noexcept {
        constexpr std::string_view article = "\u0627\u0644";
        return name.size() >= article.size() + 4 && name.substr(0, article.size()) == article ? name.substr(article.size())
                                                                                              : std::string_view();
    }
    [[nodiscard]] static name_match match(const named& x, const named& y) noexcept {
        const name_match_options languages{.left_language = x.language, .right_language = y.language};
        const name_match whole = match_names(x.name, y.name, languages);
        const std::string_view bare_x = without_article(x.name), bare_y = without_article(y.name);
        if (bare_x.empty() == bare_y.empty()) return whole;
        const name_match bare = bare_x.empty() ? match_names(x.name, bare_y, languages) : match_names(bare_x, y.name, languages);
        return bare.score > whole.score ? bare : whole;
    }
    [[nodiscard]] bool judge_tie(std::uint32_t a, std::uint32_t b, link_tie& out) const noexcept {
        const named &x = text_of(a), &y = text_of(b);
        if (types_differ(x.type, y.type)) return false;
        const name_match m = match(x, y);
        out = {a, b, m.score, m.rule, true};
        if (m.rule == name_rule::none) return false;
        if (m.rule == name_rule::exact || m.rule == name_rule::folded || m.rule == name_rule::joined)
            return m.score >= options_.least;
        prepared p, q;
        prepare_form(a, p);
        prepare_form(b, q);
        const word_correspondence c = word_matcher::match(p.name, q.name);
        const bool one = p.name.in == q.name.in;
        if (c.left_alone == 0 && c.right_alone == 0)
            return m.score >= options_.least && c.weakest >= (one ? least_word : least_word_across);
        if (c.weakest < (one ? least_short_word : least_short_word_across) || c.initials) return false;
        if ((c.left_alone != 0 && c.right_alone != 0) || !c.lasts) return false;
        if (c.left_alone != 0) {
            out.a = b;
            out.b = a;
        }
        out.whole = false;
        return may_be_person(out.b, c.left_alone != 0 ? p.name : q.name);
    }
    // Only persons are called by a part of their names. Of a name without a type it is told by its words.
    [[nodiscard]] bool may_be_person(std::uint32_t form, const prepared_name& n) const noexcept {
        const std::string_view type = text_of(form).type;
        if (!type.empty()) return type == "person" || type == "per" || type == "PER";
        std::uint32_t words = 0;
        for (std::uint32_t w = 0; w < n.word_count; ++w) {
            if (n.words[w].meaning != 0 && !is_title(n.words[w].meaning)) return false; // a country, a university
            words += is_title(n.words[w].meaning) ? 0u : 1u;
        }
        return words <= 5;
    }

    // --- Whole names: the most alike first, and every spelling of the one like every spelling of the other.
    [[nodiscard]] std::uint32_t root(std::uint32_t form) noexcept {
        while (forms_[form].group != form) form = forms_[form].group = forms_[forms_[form].group].group;
        return form;
    }
    void join_whole_names() {
        for (const link_tie& t : whole_ties_) {
            const std::uint32_t a = root(t.a), b = root(t.b);
            if (a != b && all_alike(a, b)) join(a < b ? a : b, a < b ? b : a);
        }
    }
    void join(std::uint32_t to, std::uint32_t from) noexcept {
        forms_[from].group = to;
        forms_[to].size += forms_[from].size;
        const std::uint32_t swap = forms_[to].next;
        forms_[to].next = forms_[from].next;
        forms_[from].next = swap;
    }
    [[nodiscard]] std::string_view type_of(std::uint32_t group) const noexcept {
        for (std::uint32_t f = group;;) {
            if (!text_of(f).type.empty()) return text_of(f).type;
            if ((f = forms_[f].next) == group) return {};
        }
    }
    [[nodiscard]] bool all_alike(std::uint32_t a, std::uint32_t b) const noexcept {
        if (types_differ(type_of(a), type_of(b))) return false;
        std::uint32_t asked_a = 0;
        for (std::uint32_t f = a; asked_a < most_asked; ++asked_a) {
            std::uint32_t asked_b = 0;
            for (std::uint32_t g = b; asked_b < most_asked; ++asked_b) {
                if (!may_be_one(f, g)) return false;
                if ((g = forms_[g].next) == b) break;
            }
            if ((f = forms_[f].next) == a) break;
        }
        return true;
    }
    // Less than a tie: nothing speaks against the two.
    [[nodiscard]] bool may_be_one(std::uint32_t a, std::uint32_t b) const noexcept {
        const named &x = text_of(a), &y = text_of(b);
        if (x.name == y.name) return true;
        const name_match m = match(x, y);
        if (m.rule == name_rule::translated) return true;
        if (m.score < 0.4f * options_.least) return false;
        prepared p, q;
        prepare_form(a, p);
        prepare_form(b, q);
        const word_correspondence c = word_matcher::match(p.name, q.name);
        const float least = p.name.in != q.name.in ? floor_across : p.name.in == writing::latin ? floor_latin : floor_arabic;
        return c.weakest >= least && c.left_alone == 0 && c.right_alone == 0;
    }

    // --- Short names: what lacks words of a fuller name stands for it where only one can be meant.
    [[nodiscard]] std::uint32_t owner(std::uint32_t unit) noexcept {
        while (units_[unit].like != unit) unit = units_[unit].like;
        return root(units_[unit].form);
    }
    void join_short_names() {
        if (!options_.last_names) return;
        std::size_t kept = 0;
        for (const link_tie& t : ties_)
            if (root(t.a) != root(t.b)) ties_[kept++] = t;
        ties_.shrink(kept);
        // Those with more words go first, so that it is known for whom they stand.
        sort(ties_.data(), ties_.size(), [this](const link_tie& x, const link_tie& y) {
            const std::uint32_t a = root(x.a), b = root(y.a);
            if (forms_[a].words != forms_[b].words) return forms_[a].words > forms_[b].words;
            return a != b ? a < b : x.score != y.score ? x.score > y.score : x.a != y.a ? x.a < y.a : x.b < y.b;
        });
        for (std::size_t from = 0, to = 0; from < ties_.size(); from = to) {
            const std::uint32_t group = root(ties_[from].a);
            while (to < ties_.size() && root(ties_[to].a) == group) ++to;
            std::uint32_t f = group;
            do {
                for (std::uint32_t u = forms_[f].units; u < forms_[f].units_end; ++u) find_full_name(u, group, from, to);
            } while ((f = forms_[f].next) != group);
        }
    }
    // The one fuller name that a unit can stand for, in its document or else in all.
    void find_full_name(std::uint32_t unit, std::uint32_t group, std::size_t from, std::size_t to) noexcept {
        for (const bool everywhere : {false, true}) {
            if (everywhere && !options_.other_documents) return;
            std::uint32_t found = none, like = none;
            float score = 0;
            const auto take = [&](std::uint32_t u, float how_like) {
                const std::uint32_t whose = owner(u);
                if (whose == group) return true;
                if (found != none && found != whose) return false;
                if (found == none) like = u, score = how_like;
                found = whose;
                return true;
            };
            for (std::size_t t = from; t < to; ++t) {
                const link_spelling& full = forms_[ties_[t].b];
                if (everywhere) {
                    for (std::uint32_t u = full.units; u < full.units_end; ++u)
                        if (!take(u, ties_[t].score)) return;
                } else if (const std::uint32_t u = unit_in(full, units_[unit].document); u != none) {
                    if (!take(u, ties_[t].score)) return; // two persons of one last name
                }
            }
            if (found == none) continue;
            units_[unit].like = like;
            units_[unit].score = score;
            return;
        }
    }
    [[nodiscard]] std::uint32_t unit_in(const link_spelling& form, std::uint32_t document) const noexcept {
        std::uint32_t low = form.units, high = form.units_end;
        while (low < high) {
            const std::uint32_t middle = low + (high - low) / 2;
            if (units_[middle].document < document) low = middle + 1;
            else high = middle;
        }
        return low < form.units_end && units_[low].document == document ? low : none;
    }

    // --- The answer.
    [[nodiscard]] std::vector<name_group> groups() {
        // The strongest tie of each form to another of its group.
        buffer<link_tie> best;
        best.assign(forms_.size(), link_tie{none, none, 0, name_rule::none, true});
        for (const link_tie& t : whole_ties_) {
            if (root(t.a) != root(t.b)) continue;
            if (best[t.a].b == none) best[t.a] = {t.a, t.b, t.score, t.rule, true};
            if (best[t.b].b == none) best[t.b] = {t.b, t.a, t.score, t.rule, true};
        }
        std::vector<name_group> out;
        buffer<std::uint32_t> place; // of a group, by its root
        place.assign(forms_.size(), none);
        for (std::uint32_t m = 0; m < mentions_.size(); ++m) {
            const link_unit& u = units_[unit_of_[m]];
            const std::uint32_t whose = owner(unit_of_[m]);
            if (place[whose] == none) {
                place[whose] = static_cast<std::uint32_t>(out.size());
                out.emplace_back();
                out.back().type = type_of(whose);
                find_names(whose, out.back());
            }
            linked_mention member{m, m, 1, name_rule::exact};
            const std::uint32_t first = forms_[u.form].first_mention;
            if (units_[u.like].form != u.form) {
                member.like = units_[u.like].first_mention;
                member.score = u.score;
                member.rule = name_rule::partial;
            } else if (m != first) {
                member.like = first;
            } else if (best[u.form].b != none) {
                member.like = forms_[best[u.form].b].first_mention;
                member.score = best[u.form].score;
                member.rule = best[u.form].rule;
            }
            out[place[whose]].members.push_back(member);
        }
        return out;
    }
    // The usual spelling in each script: of most mentions, then of most words.
    void find_names(std::uint32_t group, name_group& out) const {
        buffer<std::uint32_t> chosen;
        std::uint32_t f = group;
        do {
            std::uint32_t* same = nullptr;
            for (std::uint32_t& c : chosen)
                if (forms_[c].in == forms_[f].in) same = &c;
            if (same == nullptr) chosen.push_back(f);
            else if (more_usual(f, *same)) *same = f;
        } while ((f = forms_[f].next) != group);
        sort(chosen.data(), chosen.size(), [this](std::uint32_t a, std::uint32_t b) { return more_usual(a, b); });
        for (const std::uint32_t c : chosen) out.names.push_back(forms_[c].first_mention);
    }
    [[nodiscard]] bool more_usual(std::uint32_t a, std::uint32_t b) const noexcept {
        const link_spelling &x = forms_[a], &y = forms_[b];
        return x.count != y.count   ? x.count > y.count
               : x.words != y.words ? x.words > y.words
                                    : x.first_mention < y.first_mention;
    }

    std::span<const named> mentions_;
    link_options options_;
    buffer<link_spelling> forms_;
    buffer<link_unit> units_;
    buffer<std::uint32_t> unit_of_;      // by mention
    buffer<link_tie> whole_ties_, ties_; // of whole names, the most alike first; of short names
};

} // namespace detail

/// Groups mentions by whom or what they name, over all documents and scripts: each mention is in one group, and a group may have one mention.
/// Groups are in the order of their first mentions. The same mentions give the same groups. `named` refers to its texts, a group's `type` to
/// that of a mention.
///
/// 1. Two whole names are one if `match_names` says so and each word of one is like a word of the other. The most alike are joined first, and
///    two groups only if every spelling of one (of the first six) may be one of every spelling of the other: Ahmad Shah does not tie two
///    persons together.
/// 2. A name that lacks words of a fuller one, but has its last, stands for it if its document has only one such name; if it has none, if all
///    documents have only one. This goes for persons: for the types person, per and PER, and without types for names that have no country or
///    common noun among their words. What may mean two persons is left in a group of its own.
///
/// What is not letters of the three scripts is one only if its bytes are. Time: for each different spelling one question to a `name_index`, which
/// does not grow with their number but slowly, and a comparison with at most 32 others.
[[nodiscard]] inline std::vector<name_group> link(std::span<const named> mentions, const link_options& options = {}) {
    return detail::name_linker(mentions, options).run();
}

}} // namespace matn

#endif
