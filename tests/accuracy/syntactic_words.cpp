// SPDX-License-Identifier: MIT
// Syntactic words against treebanks, given the tokens of the treebank: F1 of the words.
//
// A word is right if it stands at the same bytes of its token as in the treebank. Where the treebank respells what it parts (Pashto پرې as پر + يې), bytes
// can't be told, and a word is right if a word of the token is written the same. The weights were learned from these very sentences and so were some
// counts: what unseen sentences score is said by `tools/clitics/train.py DATA --folds 5`.
//
// The data are not ours to ship; where they lie beside the checkout they are scored, with floors that only rise.
#include "catch.hpp"

#include <matn/syntactic_word.hpp>

#if __has_include(<nlohmann/json.hpp>)
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {

struct score {
    std::size_t right = 0, gold = 0, found = 0;
    double f1() const { return gold + found == 0 ? 0 : 200.0 * static_cast<double>(right) / static_cast<double>(gold + found); }
};

struct gold_token {
    std::string text;
    std::vector<std::string> words;
};

void add(score& total, const gold_token& token, const std::vector<std::string>& found, bool show) {
    total.gold += token.words.size();
    total.found += found.size();
    std::string together;
    for (const std::string& w : token.words) together += w;
    std::size_t right = 0;
    if (together == token.text) {
        std::size_t a = 0, b = 0, i = 0, j = 0; // bytes before words i and j
        while (i < token.words.size() && j < found.size()) {
            if (a == b && token.words[i].size() == found[j].size()) ++right;
            if (a + token.words[i].size() <= b + found[j].size()) {
                a += token.words[i++].size();
                if (a == b + found[j].size()) b += found[j++].size();
            } else {
                b += found[j++].size();
            }
        }
    } else {
        auto rest = token.words;
        for (const std::string& w : found)
            if (const auto at = std::find(rest.begin(), rest.end(), w); at != rest.end()) {
                ++right;
                rest.erase(at);
            }
    }
    total.right += right;
    if (!show || (right == token.words.size() && right == found.size())) return;
    for (const std::string& w : found) std::cout << w << '+';
    std::cout << " not ";
    for (const std::string& w : token.words) std::cout << w << '+';
    std::cout << '\n';
}

// The F1 over a file, or -1 where there is no such file; by the language that is said, or that is found.
double score_file(const std::string& name, std::string_view tag) {
    std::ifstream file(std::string(MATN_SHARED_DIR "/data/tokens/dev/") + name + ".jsonl");
    if (!file) return -1;
    const bool show = std::getenv("MATN_SHOW_ERRORS") != nullptr;
    score total;
    std::vector<matn::token> tokens;
    std::vector<gold_token> gold;
    for (std::string line; std::getline(file, line);) {
        const auto item = nlohmann::json::parse(line);
        const auto text = item.at("text").get<std::string>();
        const std::vector<matn::token> ours = matn::tokens(text);
        tokens.clear();
        gold.clear();
        for (const auto& s : item.at("tokens")) {
            const matn::slice at{s.at(0).get<matn::offset>(), s.at(1).get<matn::offset>()};
            const auto same = std::find_if(ours.begin(), ours.end(), [&](const matn::token& t) { return t.at == at; });
            tokens.push_back({at, same == ours.end() ? matn::token_kind::word : same->kind});
            gold.push_back({std::string(at.of(text)), {}});
        }
        for (const auto& w : item.at("words")) gold[w.at(1).get<std::size_t>()].words.push_back(w.at(0).get<std::string>());
        const matn::language_span whole[] = {{{0, static_cast<matn::offset>(text.size())}, matn::language_tag(tag), 1}};
        const auto spans = tag.empty() ? matn::languages(text) : std::vector<matn::language_span>(whole, whole + 1);
        std::vector<matn::syntactic_word> words;
        matn::syntactic_words.run(text, tokens, spans, matn::emit(words));
        std::vector<std::string> found;
        for (std::size_t t = 0, i = 0; t < gold.size(); ++t) {
            found.clear();
            for (; i < words.size() && words[i].token == t; ++i) found.emplace_back(words[i].at.of(text));
            add(total, gold[t], found, show);
        }
    }
    return total.f1();
}

struct least {
    const char *name, *tag;
    double said, detected; // the language is said, or found
};

} // namespace

TEST_CASE("syntactic words are those of treebanks") {
    const least floors[] = {{"ar_pud", "ar", 99.7, 99.7},    {"apc_madar", "ar", 98, 98},      {"fa_perdt", "fa", 99.7, 99.7},
                            {"fa_seraji", "fa", 99.8, 99.6}, {"ps_sikaram", "ps", 99.0, 98.9}, {"en_ewt", "en", 99.5, 99.5},
                            {"en_gum", "en", 99.9, 99.9},    {"en_pud", "en", 100, 100},       {"ur_udtb", "ur", 100, 99.99},
                            {"sd_isra", "sd", 100, 99.98},   {"ug_udt", "ug", 100, 99.99}};
    for (const least& f : floors) {
        const double said = score_file(f.name, f.tag), detected = score_file(f.name, "");
        if (said < 0) {
            WARN("no gold data for " << f.name);
            continue;
        }
        std::cout << "syntactic words  " << f.name << '\t' << said << "\twith the language found\t" << detected << '\n';
        CAPTURE(f.name);
        CHECK(said >= f.said);
        CHECK(detected >= f.detected);
    }
}

#else
TEST_CASE("syntactic words are scored where nlohmann-json is installed") { WARN("nlohmann/json.hpp is not installed"); }
#endif
