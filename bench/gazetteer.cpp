// SPDX-License-Identifier: MIT
// Mentions against what a user would write instead: words cut at blanks and signs, looked up in a std::unordered_map; and against Vectorscan's
// literals where it is installed. Neither rival folds spellings; Vectorscan also finds names inside of other words, as substrings does.
//
// The names: a file of `name TAB id TAB type` rows in MATN_BENCH_NAMES (as many as MATN_BENCH_COUNT says, or all), else the bundled list
// and two-word names made from the words of the text.
#include "bench.hpp"

#include <matn/mention.hpp>
#include <matn/substring.hpp>

#include <cstdlib>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#if __has_include(<hs/hs.h>) && defined(MATN_BENCH_VECTORSCAN)
#include <hs/hs.h>
#define MATN_WITH_VECTORSCAN 1
#endif

namespace {

const std::vector<std::string>& names_of(std::string_view text) {
    static std::vector<std::string> names;
    if (!names.empty()) return names;
    const char* limit = std::getenv("MATN_BENCH_COUNT");
    const std::size_t most = limit != nullptr ? static_cast<std::size_t>(std::atol(limit)) : 1'000'000;
    if (const char* file = std::getenv("MATN_BENCH_NAMES")) {
        std::ifstream in(file, std::ios::binary);
        for (std::string line; names.size() < most && std::getline(in, line);) names.push_back(line.substr(0, line.find('\t')));
        return names;
    }
    // Every 50th pair of words of the text, each once.
    std::unordered_set<std::string> seen;
    std::string before;
    std::size_t n = 0;
    for (std::size_t at = 0; at < text.size() && names.size() < most && names.size() < 10'000;) {
        const std::size_t end = std::min(text.find_first_of(" \n.,", at), text.size());
        std::string word(text.substr(at, end - at));
        if (!word.empty() && !before.empty() && ++n % 50 == 0 && seen.insert(before + " " + word).second)
            names.push_back(before + " " + word);
        before = std::move(word);
        at = end + 1;
    }
    return names;
}
const matn::gazetteer& gazetteer_of(std::string_view text) {
    static const matn::gazetteer made = [text] {
        matn::gazetteer_builder builder;
        std::size_t n = 0;
        for (const std::string& name : names_of(text))
            (void)builder.add({.id = std::to_string(n++), .type = "person", .language = "", .name = name});
        return builder.build();
    }();
    return made;
}

std::function<std::size_t()> matn_mentions(std::string_view text, const matn::mention_options& options) {
    struct memory {
        matn::mention_work<matn::mention> work;
        std::vector<matn::mention> found;
    };
    auto m = std::make_shared<memory>();
    const auto find = matn::mentions(gazetteer_of(text), options);
    return [text, m, find] {
        m->found.clear();
        find.run(text, m->work, matn::emit(m->found));
        return m->found.size();
    };
}

// All matches, counted, of names that are the same bytes: what Vectorscan does.
std::function<std::size_t()> matn_substrings(std::string_view text) {
    auto index = std::make_shared<matn::substring_index>(gazetteer_of(text), matn::compared::bytes);
    auto work = std::make_shared<matn::substring_work<matn::mention>>();
    return [text, index, work] {
        std::size_t count = 0;
        matn::substrings(*index).each_match(text, *work, [&count](matn::slice, std::uint32_t) {
            ++count;
            return true;
        });
        return count;
    };
}

// Longest of up to four words, by a map of whole names.
std::function<std::size_t()> map_mentions(std::string_view text) {
    auto map = std::make_shared<std::unordered_map<std::string, unsigned>>();
    for (const std::string& name : names_of(text)) map->emplace(name, static_cast<unsigned>(map->size()));
    return [text, map] {
        std::vector<std::string_view> words;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find_first_of(" \n\t.,:;()\"'-", at), text.size());
            if (end > at) words.push_back(text.substr(at, end - at));
            at = end + 1;
        }
        std::size_t count = 0;
        std::string name;
        for (std::size_t i = 0; i < words.size();) {
            std::size_t next = i + 1;
            bool found = false;
            name.clear();
            for (std::size_t j = i; j < words.size() && j < i + 4; ++j) {
                if (j > i) name += ' ';
                name += words[j];
                if (map->find(name) != map->end()) {
                    found = true;
                    next = j + 1;
                }
            }
            count += found ? 1 : 0;
            i = next;
        }
        return count;
    };
}

#if defined(MATN_WITH_VECTORSCAN)
std::function<std::size_t()> vectorscan_literals(std::string_view text) {
    std::vector<const char*> patterns;
    std::vector<unsigned> flags, ids;
    std::vector<std::size_t> sizes;
    for (const std::string& name : names_of(text)) {
        ids.push_back(static_cast<unsigned>(ids.size()));
        patterns.push_back(name.c_str());
        sizes.push_back(name.size());
        flags.push_back(0);
    }
    hs_database_t* database = nullptr; // one for the whole program
    hs_compile_error_t* error = nullptr;
    hs_scratch_t* scratch = nullptr;
    if (hs_compile_lit_multi(patterns.data(), flags.data(), ids.data(), sizes.data(), static_cast<unsigned>(ids.size()),
                             HS_MODE_BLOCK, nullptr, &database, &error) != HS_SUCCESS ||
        hs_alloc_scratch(database, &scratch) != HS_SUCCESS)
        return [] { return std::size_t{0}; };
    return [text, database, scratch] {
        std::size_t count = 0;
        const auto hit = [](unsigned, unsigned long long, unsigned long long, unsigned, void* to) {
            ++*static_cast<std::size_t*>(to);
            return 0;
        };
        hs_scan(database, text.data(), static_cast<unsigned>(text.size()), 0, scratch, hit, &count);
        return count;
    };
}
#endif

} // namespace

int main(int argc, char** argv) {
    const matn::mention_options plain{
        .proclitics = false, .enclitics = false, .joined = false, .last_names = false, .acronyms = false};
    std::vector<bench::contestant> all = {
        {"mentions", "matn", [plain](std::string_view text) { return matn_mentions(text, plain); }},
        {"mentions", "matn, all options", [](std::string_view text) { return matn_mentions(text, {}); }},
        {"mentions", "std::unordered_map", map_mentions},
        {"substrings", "matn, bytes", matn_substrings},
    };
#if defined(MATN_WITH_VECTORSCAN)
    all.push_back({"mentions", "Vectorscan literals", vectorscan_literals});
    all.push_back({"substrings", "Vectorscan literals", vectorscan_literals});
#endif
    return bench::run(argc, argv, all);
}
