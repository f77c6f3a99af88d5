// SPDX-License-Identifier: MIT
// Mentions of known entities, linked without a list, and how the groups agree with the entities: pairs and B-cubed. Floors that only rise.
#include "catch.hpp"
#include "json_field.hpp"
#include "tab_fields.hpp"

#include <matn/link.hpp>

#include <algorithm>
#include <cstdlib>
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

const std::filesystem::path shared = MATN_SHARED_DIR;

struct agreement {
    double pair_precision = 0, pair_recall = 0, precision = 0, recall = 0; // the last two are B-cubed
    [[nodiscard]] static double harmonic(double p, double r) { return p + r == 0 ? 0 : 2 * p * r / (p + r); }
    [[nodiscard]] double pairs() const { return harmonic(pair_precision, pair_recall); }
    [[nodiscard]] double b_cubed() const { return harmonic(precision, recall); }
};
agreement compare(const std::vector<std::string>& gold, const std::vector<matn::name_group>& groups) {
    std::map<std::string, double> sizes;
    for (const std::string& g : gold) ++sizes[g];
    agreement out;
    double pairs_given = 0, pairs_right = 0, pairs_wanted = 0, count = 0;
    for (const matn::name_group& g : groups) {
        std::map<std::string, double> in;
        for (const matn::linked_mention& m : g.members) ++in[gold[m.mention]];
        const double size = static_cast<double>(g.members.size());
        pairs_given += size * (size - 1) / 2;
        for (const auto& [id, n] : in) {
            pairs_right += n * (n - 1) / 2;
            out.precision += n * n / size;
            out.recall += n * n / sizes[id];
        }
        count += size;
    }
    for (const auto& [id, n] : sizes) pairs_wanted += n * (n - 1) / 2;
    REQUIRE(count == static_cast<double>(gold.size()));
    out.precision /= count;
    out.recall /= count;
    out.pair_precision = pairs_given == 0 ? 1 : pairs_right / pairs_given;
    out.pair_recall = pairs_right / pairs_wanted;
    return out;
}
void show(std::string_view what, const agreement& a) {
    std::cout << what << ": pairs " << a.pair_precision << ' ' << a.pair_recall << " F1 " << a.pairs() << ", B-cubed "
              << a.precision << ' ' << a.recall << " F1 " << a.b_cubed() << '\n';
}
void show_faults(const std::vector<std::string>& gold, const std::vector<matn::named>& mentions,
                 const std::vector<matn::name_group>& groups) {
    if (std::getenv("MATN_SHOW_FAULTS") == nullptr) return;
    std::map<std::string, std::map<std::size_t, std::map<std::string_view, int>>> parts;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        std::map<std::string, std::map<std::string_view, int>> in;
        for (const matn::linked_mention& m : groups[i].members) {
            ++in[gold[m.mention]][mentions[m.mention].name];
            ++parts[gold[m.mention]][i][mentions[m.mention].name];
        }
        if (in.size() < 2) continue;
        std::cout << "mixed:";
        for (const auto& [id, names] : in) {
            std::cout << " [" << id;
            for (const auto& [name, n] : names) std::cout << " | " << name << " x" << n;
            std::cout << ']';
        }
        std::cout << '\n';
    }
    for (const auto& [id, in] : parts) {
        if (in.size() < 2) continue;
        std::cout << "parted: " << id;
        for (const auto& [group, names] : in) {
            std::cout << " [";
            for (const auto& [name, n] : names) std::cout << " | " << name << " x" << n;
            std::cout << ']';
        }
        std::cout << '\n';
    }
}
std::string whole(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
}
// FNV-1a: the same places on every machine.
std::uint32_t hash_of(std::string_view text) {
    std::uint32_t h = 0x811C9DC5u;
    for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x01000193u;
    return h;
}
std::size_t number_behind(const std::string& line, std::string_view field) {
    return std::stoul(line.substr(line.find(field) + field.size()));
}

} // namespace

TEST_CASE("mentions of five articles in three languages are grouped by whom they name") {
    const auto gold_file = shared / "data" / "seeds-gold" / "entities.jsonl";
    if (!std::filesystem::exists(gold_file)) {
        WARN("skipped: the annotated articles are not there");
        return;
    }
    std::vector<std::string> ids, texts, types;
    std::vector<std::uint32_t> documents;
    std::ifstream in(gold_file);
    std::string last;
    std::uint32_t document = 0;
    for (std::string line; std::getline(in, line);) {
        if (line.find("\"inner\": true") != std::string::npos) continue;
        if (const std::string doc = json_field(line, "doc"); doc != last) {
            last = doc;
            ++document;
        }
        ids.push_back(json_field(line, "id"));
        types.push_back(json_field(line, "type"));
        texts.push_back(whole(shared / "seeds" / last)
                            .substr(number_behind(line, "\"begin\": "),
                                    number_behind(line, "\"end\": ") - number_behind(line, "\"begin\": ")));
        documents.push_back(document);
    }
    for (const std::string_view kind : {"all", "all, types known", "person", "place", "org"}) {
        std::vector<matn::named> mentions;
        std::vector<std::string> gold;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (kind.substr(0, 3) != "all" && types[i] != kind) continue;
            mentions.push_back({.document = documents[i], .name = texts[i]});
            if (kind != "all") mentions.back().type = types[i];
            gold.push_back(ids[i]);
        }
        const auto groups = matn::link(mentions);
        const agreement a = compare(gold, groups);
        show(kind, a);
        if (kind == "all, types known") show_faults(gold, mentions, groups);
        CHECK(a.pair_precision >= (kind == "all" ? 0.98 : 1.0));
        CHECK(a.pair_recall >= (kind == "person" ? 0.98 : 0.95));
        CHECK(a.b_cubed() >= (kind == "org" ? 0.89 : 0.95));
    }
}

TEST_CASE("spellings of many persons and places are grouped") {
    const auto list = shared / "data" / "names" / "dev" / "entities.tsv";
    if (!std::filesystem::exists(list)) {
        WARN("skipped: the list of names is not there");
        return;
    }
    for (const std::string_view kind : {"person", "place"}) {
        std::vector<std::string> texts, gold;
        std::ifstream in(list);
        for (std::string line; std::getline(in, line);) {
            const std::vector<std::string> f = tab_fields(line);
            if (f.size() < 6 || f[1] != kind) continue;
            constexpr std::string_view languages[] = {"en", "ar", "fa", "prs", "ps", "ur"};
            if (std::find(std::begin(languages), std::end(languages), f[2]) == std::end(languages)) continue;
            if (kind == "place" && f[5] != "matn-indomain" && hash_of(f[0]) % 8 != 0) continue;
            texts.push_back(f[4]);
            gold.push_back(f[0]);
        }
        std::vector<matn::named> mentions;
        for (std::uint32_t i = 0; i < texts.size(); ++i) mentions.push_back({.document = i, .name = texts[i], .type = kind});
        for (const bool short_names : {true, false}) {
            const auto groups = matn::link(mentions, {.last_names = short_names});
            const agreement a = compare(gold, groups);
            show(std::string(kind) + ' ' + std::to_string(texts.size()) + (short_names ? " with short" : ""), a);
            if (short_names) show_faults(gold, mentions, groups);
            CHECK(a.precision >= (kind == "person" ? 0.99 : 0.965));
            CHECK(a.b_cubed() >= (kind == "place" ? 0.89 : short_names ? 0.945 : 0.92));
        }
    }
}
