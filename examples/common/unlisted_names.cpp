// SPDX-License-Identifier: MIT
#include "common/unlisted_names.hpp"

#include <matn/link.hpp>
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

} // namespace

void add_unlisted_names(std::span<article> articles) {
    std::vector<std::string_view> texts;
    for (const article& a : articles) texts.push_back(a.text);
    const std::vector<matn::proper_name> found = matn::proper_names(texts);
    std::vector<matn::named> mentions;
    for (const matn::proper_name& n : found) mentions.push_back({.document = n.document, .name = n.at.of(texts[n.document])});

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
        if (!is.sure()) continue;
        std::uint32_t shown = group.names.front();
        for (const std::uint32_t name : group.names)
            if (static_cast<unsigned char>(mentions[name].name.front()) < 0x80) shown = name;
        std::string id(mentions[shown].name);
        if (const int before = taken[id]++; before != 0) id.append(" (").append(std::to_string(before + 1)).append(")");
        for (const matn::linked_mention& m : group.members) {
            const matn::proper_name& n = found[m.mention];
            articles[n.document].names.push_back(
                {n.at, id, std::string(is.type()), std::string(mentions[shown].name), std::string(evidence(n.why)), m.score});
        }
    }
    for (article& a : articles)
        std::stable_sort(a.names.begin(), a.names.end(),
                         [](const found_name& x, const found_name& y) { return x.at.begin < y.at.begin; });
}
