// SPDX-License-Identifier: MIT
// Half-spaces restored, scored against sentences that have them: floors that only rise.
//
// The sentences lie in ../shared/data/tokens/dev/zwnj, where they are present. The table of joiner.hpp was counted from text that holds these
// sentences too, so the figures say how well it remembers; docs/performance/joiners.md has those for sentences that it has not seen.
#include "catch.hpp"
#include "json_field.hpp"

#include <matn/joiner.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

namespace {

const std::filesystem::path folder = std::filesystem::path(MATN_SHARED_DIR) / "data" / "tokens" / "dev" / "zwnj";

// After how many letters each half-space of a text stands. Spaces do not count: in a damaged text some of them are half-spaces.
std::vector<std::size_t> places(std::string_view text) {
    std::vector<std::size_t> found;
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (text.substr(i, 3) == "\u200C") found.push_back(bytes), i += 3;
        else bytes += text[i] == ' ' ? 0u : 1u, ++i;
    }
    return found;
}

struct score {
    double right = 0, found = 0, wanted = 0, exact = 0, sentences = 0;

    [[nodiscard]] double precision() const { return 100 * right / found; }
    [[nodiscard]] double recall() const { return 100 * right / wanted; }
    [[nodiscard]] double f1() const { return 200 * right / (found + wanted); }
};

score of(const std::string& name, const std::string& damage, matn::joiner_setting setting) {
    score s;
    std::ifstream in(folder / (name + ".zwnj.jsonl"));
    for (std::string line; std::getline(in, line);) {
        const std::string damaged = json_field(line, damage);
        const auto gold = places(json_field(line, "text")),
                   ours = places(matn::restore_joiners(damaged, {.setting = setting}).text());
        std::vector<std::size_t> both;
        std::set_intersection(gold.begin(), gold.end(), ours.begin(), ours.end(), std::back_inserter(both));
        s.right += static_cast<double>(both.size());
        s.found += static_cast<double>(ours.size());
        s.wanted += static_cast<double>(gold.size());
        s.exact += gold == ours ? 1 : 0;
        ++s.sentences;
    }
    std::cout << name << ' ' << damage << ": precision " << s.precision() << ", recall " << s.recall() << ", F1 " << s.f1()
              << ", exact " << 100 * s.exact / s.sentences << '\n';
    return s;
}

bool absent() {
    if (std::filesystem::exists(folder)) return false;
    WARN("no data beside the project; skipped");
    return true;
}

} // namespace

TEST_CASE("deleted half-spaces are found") {
    if (absent()) return;
    const score perdt = of("fa_perdt", "stripped", matn::joiner_setting::balanced),
                seraji = of("fa_seraji", "stripped", matn::joiner_setting::balanced);
    CHECK(perdt.f1() >= 97.5);
    CHECK(perdt.precision() >= 99);
    CHECK(seraji.f1() >= 95);
    CHECK(seraji.precision() >= 98);
}

TEST_CASE("half-spaces that became spaces are found") {
    if (absent()) return;
    CHECK(of("fa_perdt", "spaced", matn::joiner_setting::balanced).f1() >= 98.4);
    CHECK(of("fa_seraji", "spaced", matn::joiner_setting::balanced).f1() >= 96.4);
}

TEST_CASE("the precise setting is precise") {
    if (absent()) return;
    const score perdt = of("fa_perdt", "stripped", matn::joiner_setting::precision),
                seraji = of("fa_seraji", "stripped", matn::joiner_setting::precision);
    CHECK(perdt.precision() >= 99.5);
    CHECK(perdt.recall() >= 93);
    CHECK(seraji.precision() >= 99);
    CHECK(seraji.recall() >= 89);
}

TEST_CASE("the words of a Dari article come out right, and those that need nothing stay") {
    if (absent()) return;
    std::ifstream in(folder / "seed_dari.tsv");
    for (std::string line; std::getline(in, line);) {
        const std::size_t tab = line.find('\t');
        CHECK(matn::restore_joiners(std::string_view(line).substr(0, tab)).text() == line.substr(tab + 1));
    }
}
