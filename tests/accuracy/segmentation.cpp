// SPDX-License-Identifier: MIT
// Tokens and sentences against gold data: treebanks of ten languages and hand-written hard cases, one JSON object a line. The
// data are not ours to ship; where they lie beside the checkout they are scored, with floors that only rise.
#include "catch.hpp"

#include <matn/sentence.hpp>
#include <matn/token.hpp>

#if __has_include(<nlohmann/json.hpp>)
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <set>
#include <string>
#include <utility>

namespace {

using span = std::pair<std::size_t, std::size_t>;

struct score {
    std::size_t right = 0, gold = 0, found = 0;
    void add(const std::set<span>& expected, const std::set<span>& got) {
        gold += expected.size();
        found += got.size();
        for (const span& s : got) right += expected.count(s);
    }
    double f1() const { return gold + found == 0 ? 0 : 200.0 * static_cast<double>(right) / static_cast<double>(gold + found); }
};

span trimmed(std::string_view text, span s) {
    const auto blank = [&](std::size_t i) { return static_cast<unsigned char>(text[i]) <= ' '; };
    while (s.first < s.second && blank(s.first)) ++s.first;
    while (s.first < s.second && blank(s.second - 1)) --s.second;
    return s;
}

// The F1 of exact byte spans over a file, or -1 where there is no such file.
template <class Find>
double score_file(const std::string& name, const char* field, const Find& find) {
    std::ifstream file(std::string(MATN_SHARED_DIR "/data/tokens/dev/") + name + ".jsonl");
    if (!file) return -1;
    score total;
    for (std::string line; std::getline(file, line);) {
        const auto item = nlohmann::json::parse(line);
        const auto text = item.at("text").get<std::string>();
        std::set<span> expected;
        for (const auto& s : item.at(field))
            expected.insert(trimmed(text, {s.at(0).get<std::size_t>(), s.at(1).get<std::size_t>()}));
        std::set<span> got;
        find(text, got);
        total.add(expected, got);
    }
    return total.f1();
}

struct least {
    const char* name;
    double f1;
};

} // namespace

TEST_CASE("tokens are those of treebanks and hard cases") {
    const least floors[] = {{"fa_perdt", 99.85},   {"fa_seraji", 100.0}, {"ar_pud", 99.89}, {"ur_udtb", 100.0},
                            {"ps_sikaram", 99.92}, {"sd_isra", 100.0},   {"ug_udt", 99.62}, {"en_ewt", 99.78},
                            {"en_gum", 99.78},     {"en_pud", 99.69},    {"hard", 100.0},   {"apc_madar", 100.0}};
    for (const least& f : floors) {
        const double f1 = score_file(f.name, "tokens", [](const std::string& text, std::set<span>& got) {
            for (const matn::token t : matn::tokens(text)) got.insert({t.at.begin, t.at.end});
        });
        if (f1 < 0) {
            WARN("no gold data for " << f.name);
            continue;
        }
        std::cout << "tokens    " << f.name << '\t' << f1 << '\n';
        CAPTURE(f.name);
        CHECK(f1 >= f.f1);
    }
}

TEST_CASE("sentences are those of treebanks") {
    const least floors[] = {{"fa_perdt", 99.99},  {"fa_seraji", 99.99}, {"ar_pud", 99.68}, {"ur_udtb", 98.8},
                            {"ps_sikaram", 84.2}, {"en_ewt", 85.59},    {"en_gum", 95.42}, {"en_pud", 99.99}};
    for (const least& f : floors) {
        const double f1 =
            score_file(std::string(f.name) + ".docs", "sentences", [](const std::string& text, std::set<span>& got) {
                for (const matn::sentence s : matn::sentences(text)) got.insert(trimmed(text, {s.at.begin, s.at.end}));
            });
        if (f1 < 0) {
            WARN("no gold data for " << f.name);
            continue;
        }
        std::cout << "sentences " << f.name << '\t' << f1 << '\n';
        CAPTURE(f.name);
        CHECK(f1 >= f.f1);
    }
}

#else
TEST_CASE("tokens and sentences are scored where nlohmann-json is installed") { WARN("nlohmann/json.hpp is not installed"); }
#endif
