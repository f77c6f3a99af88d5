// SPDX-License-Identifier: MIT
// Names listed in English alone, found in articles in Dari and Arabic that ../shared has annotated: floors that only rise.
#include "catch.hpp"
#include "json_field.hpp"
#include "tab_fields.hpp"

#include <matn/cross_script.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

const std::filesystem::path shared = MATN_SHARED_DIR;

struct gold_mention {
    std::string id, type;
    bool inner = false;
};

std::string whole(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
}
std::size_t number_behind(const std::string& line, std::string_view field) {
    return std::stoul(line.substr(line.find(field) + field.size()));
}

} // namespace

TEST_CASE("persons and places listed in English are found in Dari and Arabic articles") {
    const auto list = shared / "data" / "names" / "dev" / "entities.tsv",
               gold_file = shared / "data" / "seeds-gold" / "entities.jsonl";
    if (!std::filesystem::exists(list) || !std::filesystem::exists(gold_file)) {
        WARN("skipped: the annotated articles are not there");
        return;
    }
    std::vector<matn::entry> rows;
    std::vector<std::vector<std::string>> fields;
    std::ifstream in(list);
    for (std::string line; std::getline(in, line);) {
        const std::vector<std::string> f = tab_fields(line);
        if (f.size() > 5 && f[2] == "en" && f[5] == "matn-indomain") fields.push_back(f);
    }
    for (const auto& f : fields) rows.push_back({.id = f[0], .type = f[1], .language = "en", .name = f[4]});
    const matn::gazetteer names(rows);
    std::set<std::string> listed;
    for (const auto& f : fields) listed.insert(f[0].substr(f[0].find(':') + 1));

    std::map<std::string, std::map<std::pair<std::size_t, std::size_t>, gold_mention>> gold;
    std::ifstream annotated(gold_file);
    for (std::string line; std::getline(annotated, line);)
        gold[json_field(line, "doc")][{number_behind(line, "\"begin\": "), number_behind(line, "\"end\": ")}] = {
            json_field(line, "id"), json_field(line, "type"), line.find("\"inner\": true") != std::string::npos};

    const matn::cross_script_names finder(names);
    double wanted = 0, right = 0, given = 0;
    for (const auto& [doc, mentions] : gold) {
        const std::string text = whole(shared / "seeds" / doc);
        const auto arabic = [&](std::size_t begin) { return static_cast<unsigned char>(text[begin]) >= 0xD8; };
        for (const auto& [at, g] : mentions)
            wanted += arabic(at.first) && !g.inner && g.type != "org" && listed.count(g.id) != 0 ? 1 : 0;
        for (const matn::cross_script_mention& m : finder(text)) {
            const matn::entry e = names[m.id];
            if (e.type == "org") continue;
            ++given;
            const auto found = mentions.find({m.at.begin, m.at.end});
            const bool is_right = found != mentions.end() && found->second.id == e.id.substr(e.id.find(':') + 1);
            right += is_right ? 1 : 0;
            if (!is_right) std::cout << doc << ": " << m.at.of(text) << " is not " << e.name << '\n';
        }
    }
    std::cout << "of " << wanted << " mentions " << right << " found, " << given << " given\n";
    REQUIRE(wanted > 30);
    CHECK(right / wanted >= 0.99);
    CHECK(right / given >= 0.99);
}
