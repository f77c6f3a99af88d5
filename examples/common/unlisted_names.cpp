// SPDX-License-Identifier: MIT
#include "common/unlisted_names.hpp"

#include "common/analysis.hpp"
#include "common/known_places.hpp"

#include <matn/gazetteer.hpp>
#include <matn/link.hpp>
#include <matn/mention.hpp>
#include <matn/proper_name.hpp>

#include <algorithm>
#include <map>

namespace {

std::string_view evidence(matn::name_evidence why) {
    switch (why) {
    case matn::name_evidence::capitals: return "capitals";
    case matn::name_evidence::title: return "title";
    case matn::name_evidence::cross_script: return "cross-script";
    case matn::name_evidence::again: break;
    }
    return "again";
}

// What some mentions of one name say together that it is.
struct character {
    std::size_t mentions = 0, persons = 0, places = 0, in_words = 0;
    bool short_forms = false; // only persons are called by their last names

    [[nodiscard]] std::string_view type() const {
        if (5 * places >= mentions && 2 * persons <= places && !short_forms) return "place";
        return short_forms || 5 * persons >= mentions ? "person" : "name";
    }
    // One word that stands once with a capital may be an acronym of something, or a headline.
    [[nodiscard]] bool sure() const { return mentions > 1 || in_words > 1 || type() != "name"; }
};

// The countries, cities and organisations that every reader knows, in all articles.
class known_names {
public:
    explicit known_names(std::span<const article> articles) {
        std::vector<matn::gazetteer_problem> problems;
        matn::gazetteer_builder builder;
        for (const std::string_view rows : known_places) builder.add_tsv(rows, "known_places.hpp", problems);
        const matn::gazetteer names = builder.build();
        for (const article& a : articles) {
            auto& here = in_.emplace_back();
            for (const matn::mention& m : matn::mentions(names, {.last_names = false, .acronyms = false})(a.text))
                here.push_back(found_name_of(names, m));
        }
    }
    // The first that has a byte of a part of an article, or null.
    [[nodiscard]] const found_name* at(std::size_t article, matn::slice part) const {
        const auto& here = in_[article];
        const auto first = std::lower_bound(here.begin(), here.end(), part.begin,
                                            [](const found_name& n, matn::offset begin) { return n.at.end <= begin; });
        return first != here.end() && first->at.begin < part.end ? &*first : nullptr;
    }
    // Adds those that no name of the article touches.
    void add_to(article& a, std::size_t number) const {
        const auto named = static_cast<std::ptrdiff_t>(a.names.size());
        for (const found_name& n : in_[number]) {
            const auto next = std::lower_bound(a.names.begin(), a.names.begin() + named, n.at.begin,
                                               [](const found_name& x, matn::offset begin) { return x.at.end <= begin; });
            if (next == a.names.begin() + named || next->at.begin >= n.at.end) a.names.push_back(n);
        }
    }

private:
    std::vector<std::vector<found_name>> in_;
};

// Whom a name means, if that is known: it is a part of theirs, or has one word more, as in "Afghan Taliban". Else null.
const found_name* known_of(const known_names& known, const matn::proper_name& n, std::string_view text) {
    const found_name* const k = known.at(n.document, n.at);
    if (k == nullptr || k->at.contains(n.at)) return k;
    const std::string_view name = n.at.of(text);
    return n.at.contains(k->at) && std::count(name.begin(), name.end(), ' ') < 2 ? k : nullptr;
}
// The same of most mentions of a group.
const found_name* known_of(const known_names& known, const matn::name_group& group, std::span<const matn::proper_name> found,
                           std::span<const article> articles) {
    std::map<std::string, std::size_t> votes;
    const found_name* most = nullptr;
    for (const matn::linked_mention& m : group.members) {
        const matn::proper_name& n = found[m.mention];
        const found_name* const k = known_of(known, n, articles[n.document].text);
        if (k == nullptr) continue;
        ++votes[k->id];
        if (most == nullptr || votes[k->id] > votes[most->id]) most = k;
    }
    return most != nullptr && 2 * votes[most->id] >= group.members.size() ? most : nullptr;
}

void sort_by_place(std::vector<found_name>& names) {
    std::stable_sort(names.begin(), names.end(),
                     [](const found_name& x, const found_name& y) { return x.at.begin < y.at.begin; });
}

} // namespace

void add_unlisted_names(std::span<article> articles) {
    std::vector<std::string_view> texts;
    for (const article& a : articles) texts.push_back(a.text);
    const std::vector<matn::proper_name> found = matn::proper_names(texts);
    std::vector<matn::named> mentions;
    for (const matn::proper_name& n : found) mentions.push_back({.document = n.document, .name = n.at.of(texts[n.document])});

    const known_names known(articles);
    std::map<std::string, int> taken;
    for (const matn::name_group& group : matn::link(mentions)) {
        character is;
        for (const matn::linked_mention& m : group.members) {
            const matn::proper_name& n = found[m.mention];
            ++is.mentions;
            is.persons += n.person ? 1u : 0u;
            is.places += n.place ? 1u : 0u;
            const std::string_view name = mentions[m.mention].name;
            is.in_words = std::max(is.in_words, static_cast<std::size_t>(std::count(name.begin(), name.end(), ' ')) + 1);
            is.short_forms = is.short_forms || (m.rule == matn::name_rule::partial && m.like != m.mention);
        }
        const found_name* const one = known_of(known, group, found, articles);
        if (one == nullptr && !is.sure()) continue;
        std::uint32_t shown = group.names.front();
        for (const std::uint32_t name : group.names)
            if (static_cast<unsigned char>(mentions[name].name.front()) < 0x80) shown = name;
        std::string id(mentions[shown].name);
        if (const int before = taken[id]++; before != 0) id.append(" (").append(std::to_string(before + 1)).append(")");
        for (const matn::linked_mention& m : group.members) {
            const matn::proper_name& n = found[m.mention];
            const found_name* const here = known.at(n.document, n.at);
            if (here != nullptr && here->at.contains(n.at)) continue; // it is added below
            auto& names = articles[n.document].names;
            if (one != nullptr) names.push_back({n.at, one->id, one->type, one->name, one->rule, m.score});
            else
                names.push_back(
                    {n.at, id, std::string(is.type()), std::string(mentions[shown].name), std::string(evidence(n.why)), m.score});
        }
    }
    for (std::size_t i = 0; i < articles.size(); ++i) {
        sort_by_place(articles[i].names);
        known.add_to(articles[i], i);
        sort_by_place(articles[i].names);
    }
}
