// SPDX-License-Identifier: MIT
// Groups of spellings that name one: whole names, then the short names that stand for them.
#ifndef MATN_DETAIL_NAME_LINKER_HPP
#define MATN_DETAIL_NAME_LINKER_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/link_item.hpp>
#include <matn/detail/link_spellings.hpp>
#include <matn/detail/sort.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace matn { inline namespace v0 { namespace detail {

// Groups the mentions by their spellings' ties. See link.hpp for the rules.
class name_linker : link_spellings {
public:
    using link_spellings::link_spellings;

    [[nodiscard]] std::vector<name_group> run() {
        join_whole_names();
        join_short_names();
        return groups();
    }

private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    static constexpr std::uint32_t most_asked = 6; // spellings of a group that another group must be like

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
};

}}} // namespace matn::v0::detail

#endif
