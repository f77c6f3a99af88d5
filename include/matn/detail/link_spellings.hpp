// SPDX-License-Identifier: MIT
// Spellings of names in some documents, and which of them are like which.
#ifndef MATN_DETAIL_LINK_SPELLINGS_HPP
#define MATN_DETAIL_LINK_SPELLINGS_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/link_item.hpp>
#include <matn/detail/link_words.hpp>
#include <matn/detail/sort.hpp>
#include <matn/name_index.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace matn { inline namespace v0 { namespace detail {

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

// The spellings of all mentions, the documents that have each, and which of them are like which.
class link_spellings {
public:
    link_spellings(std::span<const named> mentions, const link_options& options) : mentions_(mentions), options_(options) {
        find_forms();
        find_ties();
    }

protected:
    [[nodiscard]] const named& text_of(std::uint32_t form) const noexcept { return mentions_[forms_[form].first_mention]; }
    [[nodiscard]] static bool types_differ(std::string_view a, std::string_view b) noexcept {
        return !a.empty() && !b.empty() && a != b;
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

    std::span<const named> mentions_;
    link_options options_;
    buffer<link_spelling> forms_;
    buffer<link_unit> units_;
    buffer<std::uint32_t> unit_of_;      // by mention
    buffer<link_tie> whole_ties_, ties_; // of whole names, the most alike first; of short names

private:
    static constexpr std::size_t most_like = 32; // names that one is compared with
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
    void prepare_form(std::uint32_t form, prepared& out) const noexcept {
        spell(text_of(form).name, out.letters);
        prepare(out.letters, text_of(form).language, out.name);
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
};

}}} // namespace matn::v0::detail

#endif
