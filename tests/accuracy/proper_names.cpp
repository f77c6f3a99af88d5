// SPDX-License-Identifier: MIT
// Names found and grouped without any list in the annotated articles of ../shared: floors that only rise.
#include "catch.hpp"
#include "json_field.hpp"

#include <matn/link.hpp>
#include <matn/proper_name.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

std::size_t number_behind(const std::string& line, std::string_view field) {
    return std::stoul(line.substr(line.find(field) + field.size()));
}

} // namespace

TEST_CASE("names of five articles are found and grouped without a list") {
    const std::filesystem::path shared = MATN_SHARED_DIR;
    const auto gold_file = shared / "data" / "seeds-gold" / "entities.jsonl";
    if (!std::filesystem::exists(gold_file)) {
        WARN("skipped: the annotated articles are not there");
        return;
    }
    std::map<std::string, std::map<std::pair<std::size_t, std::size_t>, std::pair<std::string, bool>>>
        gold; // id, inside of another
    std::ifstream in(gold_file);
    for (std::string line; std::getline(in, line);)
        gold[json_field(line, "doc")][{number_behind(line, "\"begin\": "), number_behind(line, "\"end\": ")}] = {
            json_field(line, "id"), line.find("\"inner\": true") != std::string::npos};
    std::vector<std::string> files, texts;
    for (const auto& [doc, mentions] : gold) {
        std::ifstream text(shared / "seeds" / doc, std::ios::binary);
        files.push_back(doc);
        texts.emplace_back(std::istreambuf_iterator<char>(text), std::istreambuf_iterator<char>());
    }
    const std::vector<std::string_view> documents(texts.begin(), texts.end());
    double wanted = 0, right = 0, given = 0, inner = 0;
    for (const auto& [doc, mentions] : gold)
        for (const auto& [at, g] : mentions) wanted += g.second ? 0 : 1;
    std::vector<matn::named> mentions;
    std::vector<std::string> ids;
    for (const matn::proper_name& n : matn::proper_names(documents)) {
        ++given;
        const auto& marked = gold[files[n.document]];
        const auto found = marked.find({n.at.begin, n.at.end});
        const bool known = found != marked.end();
        right += known && !found->second.second ? 1 : 0;
        inner += known && found->second.second ? 1 : 0;
        if (!known) std::cout << files[n.document] << ": not a name: " << n.at.of(documents[n.document]) << '\n';
        mentions.push_back({.document = n.document, .name = n.at.of(documents[n.document]), .type = n.person ? "person" : ""});
        ids.push_back(known ? found->second.first : "wrong " + std::to_string(ids.size()));
    }
    std::cout << "of " << wanted << " names " << right << " found, " << given << " given, of which " << inner
              << " are parts of longer names\n";
    // Pairs of mentions of one entity: those of all that are marked, and those that are found and grouped.
    std::map<std::string, double> sizes;
    for (const auto& [doc, marked] : gold)
        for (const auto& [at, g] : marked) sizes[g.first] += g.second ? 0 : 1;
    double pairs_wanted = 0, pairs_given = 0, pairs_right = 0;
    for (const auto& [id, n] : sizes) pairs_wanted += n * (n - 1) / 2;
    for (const matn::name_group& g : matn::link(mentions)) {
        std::map<std::string, double> of;
        for (const matn::linked_mention& m : g.members) ++of[ids[m.mention]];
        const double n = static_cast<double>(g.members.size());
        pairs_given += n * (n - 1) / 2;
        for (const auto& [id, k] : of) pairs_right += k * (k - 1) / 2;
    }
    std::cout << "of " << pairs_wanted << " pairs " << pairs_right << " right, " << pairs_given << " given\n";
    CHECK(right / wanted >= 0.66);
    CHECK(right / given >= 0.89);
    CHECK(pairs_right / pairs_given >= 0.97);
    CHECK(pairs_right / pairs_wanted >= 0.88);
}
