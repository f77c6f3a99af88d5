// SPDX-License-Identifier: MIT
// What the training of the letter model reads: pairs of names from the development data.
#ifndef MATN_TOOLS_NAMES_TRAINING_HPP
#define MATN_TOOLS_NAMES_TRAINING_HPP

#include <matn/detail/name_spelling.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace names {

namespace d = matn::detail;

enum language : int { arabic, persian, pashto, urdu, languages };
inline constexpr const char* language_names[languages] = {"arabic", "persian", "pashto", "urdu"};

inline int language_of(std::string_view tag) {
    if (tag == "ar" || tag == "arz") return arabic;
    if (tag == "fa" || tag == "prs" || tag == "ckb" || tag == "azb") return persian;
    if (tag == "ps") return pashto;
    if (tag == "ur" || tag == "pnb" || tag == "sd") return urdu;
    return -1;
}

// The half of the data that a key falls in.
inline int half_of(std::string_view key) {
    std::uint64_t h = 1469598103934665603u;
    for (const char c : key) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211u;
    return static_cast<int>(h >> 40 & 1);
}

struct named {
    std::string id, type, lang, name;
};

inline std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> out(1);
    for (const char c : line)
        if (c == '\t') out.emplace_back();
        else if (c != '\r') out.back() += c;
    return out;
}

inline std::vector<named> read_entities(const std::string& folder, int half) {
    std::ifstream in(folder + "/entities.tsv");
    std::vector<named> out;
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        const auto c = cells(line);
        if (c.size() < 5 || (half >= 0 && half_of(c[0]) != half)) continue;
        if ((c[2] == "en") != (c[3] == "Latn")) continue;
        out.push_back({c[0], c[1], c[2], c[4]});
    }
    return out;
}

struct sample {
    std::vector<std::uint8_t> native, latin;
    double weight = 1;
    int lang = 0;
};

inline std::vector<std::uint8_t> spelt(std::string_view name, d::writing in) {
    d::spelling s;
    d::spell(name, s);
    if (s.in != in || s.strangers != 0) return {};
    return {s.letters, s.letters + s.size};
}

// Pairs of single tokens, and of the names of one entity. `half` is 0 or 1 for one half of the data, or -1 for all of it.
inline std::vector<sample> read_samples(const std::string& folder, int half) {
    std::vector<sample> out;
    for (const int lang : {static_cast<int>(arabic), static_cast<int>(persian)}) {
        std::ifstream in(folder + (lang == arabic ? "/tokens_ar_en.tsv" : "/tokens_fa_en.tsv"));
        std::string line;
        std::getline(in, line);
        while (std::getline(in, line)) {
            const auto c = cells(line);
            if (c.size() < 3 || (half >= 0 && half_of(c[0]) != half)) continue;
            sample s{spelt(c[0], d::writing::arabic), spelt(c[1], d::writing::latin),
                     1 + std::log(std::max(1.0, std::atof(c[2].c_str()))), lang};
            if (!s.native.empty() && !s.latin.empty()) out.push_back(std::move(s));
        }
    }
    std::map<std::string, std::vector<named>> by_id;
    for (named& n : read_entities(folder, half)) by_id[n.id].push_back(n);
    for (const auto& [id, all] : by_id)
        for (const named& a : all) {
            const int lang = language_of(a.lang);
            if (lang < 0 || a.type == "facility" || a.type == "country") continue;
            double latin = 0;
            for (const named& b : all) latin += b.lang == "en" ? 1 : 0;
            for (const named& b : all) {
                if (b.lang != "en") continue;
                sample s{spelt(a.name, d::writing::arabic), spelt(b.name, d::writing::latin), 1.5 / std::sqrt(latin), lang};
                if (!s.native.empty() && !s.latin.empty()) out.push_back(std::move(s));
            }
        }
    return out;
}

} // namespace names

#endif
