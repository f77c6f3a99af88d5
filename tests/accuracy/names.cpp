// SPDX-License-Identifier: MIT
// Names asked for in another script, scored against a list of the same persons in several languages: floors that only rise.
//
// The list is ../shared/data/names/dev/entities.tsv, where it is present. The tables of letters were learnt from it, so the figures say how
// well what is known is found; docs/performance/names.md has those of halves that the other half was learnt from. Names that are translated
// or wrongly linked are in here too, which the scores of that page leave out: these are lower.
#include "catch.hpp"
#include "tab_fields.hpp"

#include <matn/name_index.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

const std::filesystem::path file = std::filesystem::path(MATN_SHARED_DIR) / "data" / "names" / "dev" / "entities.tsv";

struct listed {
    std::string id, type, language, name;
};
std::vector<listed> read() {
    std::vector<listed> all;
    std::ifstream in(file);
    std::string line;
    std::getline(in, line); // the header
    while (std::getline(in, line)) {
        const std::vector<std::string> fields = tab_fields(line);
        // One script for each language: what a row has of others is a mistake of the list.
        if (fields.size() > 4 && (fields[2] == "en") == (fields[3] == "Latn"))
            all.push_back({fields[0], fields[1], fields[2], fields[4]});
    }
    return all;
}

// How many in a hundred persons are found first, and among the first five, by their name in another language.
std::pair<double, double> found(const std::vector<listed>& all, std::string_view from, std::string_view to) {
    std::vector<matn::entry> rows;
    std::vector<const listed*> pool;
    std::map<std::string, std::set<std::string>> names; // of each entity there
    for (const listed& l : all)
        if (l.language == to) {
            rows.push_back({.id = l.id, .type = "", .language = "", .name = l.name});
            pool.push_back(&l);
            names[l.id].insert(l.name);
        }
    const matn::name_index index{std::span<const matn::entry>(rows)};
    double asked = 0, first = 0, among_five = 0;
    for (const listed& l : all) {
        if (l.language != from || l.type != "person" || names.count(l.id) == 0) continue;
        ++asked;
        std::set<std::string> seen;
        for (const matn::ranked_name& r : index.rank(l.name, {.top = 12})) {
            const listed& there = *pool[r.id];
            if (seen.size() == 5) break;
            seen.insert(there.id);
            if (there.id != l.id && names[l.id].count(there.name) == 0) continue;
            first += seen.size() == 1 ? 1 : 0;
            ++among_five;
            break;
        }
    }
    std::cout << from << " to " << to << ": " << asked << " persons, first " << 100 * first / asked << ", among five "
              << 100 * among_five / asked << '\n';
    return {100 * first / asked, 100 * among_five / asked};
}

} // namespace

TEST_CASE("persons are found by their names in another script") {
    if (!std::filesystem::exists(file)) {
        WARN("skipped: " << file.filename() << " is not there");
        return;
    }
    const std::vector<listed> all = read();
    REQUIRE(all.size() > 10000);
    const struct {
        const char *from, *to;
        double first, among_five;
    } floors[] = {{"ar", "en", 98.9, 99.7}, {"fa", "en", 97.4, 98.6}, {"ps", "en", 99.3, 99.3}, {"ur", "en", 99.3, 100},
                  {"en", "ar", 99.5, 100},  {"en", "fa", 98.0, 98.7}, {"en", "ur", 98.5, 99.5}, {"fa", "ar", 98.0, 99.2}};
    for (const auto& floor : floors) {
        const auto [first, among_five] = found(all, floor.from, floor.to);
        CHECK(first >= floor.first);
        CHECK(among_five >= floor.among_five);
    }
}
