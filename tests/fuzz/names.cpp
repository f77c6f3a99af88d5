// SPDX-License-Identifier: MIT
// Names across scripts, without lists, and linked: inside the text, on borders, and scores that are shares.
#include "fuzz.hpp"

#include <matn/cross_script.hpp>
#include <matn/link.hpp>
#include <matn/name_index.hpp>
#include <matn/name_match.hpp>
#include <matn/proper_name.hpp>
#include <matn/substring.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::budget within(data, size, 60, 4096); // some microseconds for each different word of each question
    const std::string_view text = fuzz::text_of(data, size);
    const auto borders = fuzz::borders_of(text);
    static const matn::gazetteer names{{.id = "kabul", .type = "place", .language = "en", .name = "Kabul"},
                                       {.id = "ahmad", .type = "person", .language = "en", .name = "Ahmad Wazir"},
                                       {.id = "ali", .type = "person", .language = "prs", .name = "محمد علی"}};
    static const matn::cross_script_names finder(names);
    static const matn::name_index index(names);
    static const matn::substring_index anywhere(names);
    const auto share = [](float score) { fuzz::require(score >= 0 && score <= 1, "a score is from 0 to 1"); };

    const auto found = finder(text);
    fuzz::require_in_order(text, borders, found);
    for (const auto& m : found) share(m.score);
    fuzz::require_in_order(text, borders, matn::substrings(anywhere, {.overlaps = matn::overlap::all})(text), true);

    const std::string_view documents[] = {text.substr(0, size / 2), text.substr(size / 2),
                                          "Ahmad Wazir met Ahmad Wazir in Kabul."};
    for (const matn::proper_name& n : matn::proper_names(documents)) {
        fuzz::require(n.document < 3 && n.at.begin < n.at.end && n.at.end <= documents[n.document].size(),
                      "a name stands in its document");
    }
    std::vector<matn::named> all;
    for (std::size_t i = 0; i < size && all.size() < 64; i += 8) all.push_back({.document = 0, .name = text.substr(i, 8)});
    std::size_t members = 0;
    for (const matn::name_group& g : matn::link(all)) members += g.members.size();
    fuzz::require(members == all.size(), "each mention is in one group");
    share(matn::match_names(text.substr(0, size / 2), text.substr(size / 2)).score);
    for (const matn::ranked_name& r : index.rank(text)) share(r.score);
    return 0;
}
