// SPDX-License-Identifier: MIT
// Mentions against a gold standard: five news articles, optional data. Set MATN_REPORT to a file to have every miss and false hit listed.
#include "catch.hpp"

#include <matn/mention.hpp>
#include <matn/pipeline.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#if __has_include(<nlohmann/json.hpp>)
#include <nlohmann/json.hpp>
#endif

namespace {

std::string read(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}
// Optional data lies in a folder beside the checkout, or where the build says.
std::filesystem::path shared() {
#if defined(MATN_SHARED_DIR)
    if (std::filesystem::exists(MATN_SHARED_DIR)) return MATN_SHARED_DIR;
#endif
#if defined(MATN_SOURCE_DIR)
    const auto beside = std::filesystem::path(MATN_SOURCE_DIR).parent_path() / "shared";
    if (std::filesystem::exists(beside)) return beside;
#endif
    return {};
}

} // namespace

#if __has_include(<nlohmann/json.hpp>)
using json = nlohmann::json;

TEST_CASE("the names of a gazetteer are found in news articles as people marked them") {
    const auto data = shared();
    const auto names_file = data / "data/names/dev/entities.tsv", gold_file = data / "data/seeds-gold/entities.jsonl";
    if (data.empty() || !std::filesystem::exists(names_file) || !std::filesystem::exists(gold_file)) {
        WARN("skipped: no gold mentions here");
        return;
    }
    // Of the list only the rows that were written for such news.
    const std::string list = read(names_file);
    std::string rows;
    for (std::size_t at = 0; at < list.size();) {
        const std::size_t end = list.find('\n', at);
        const std::string_view line = std::string_view(list).substr(at, end - at);
        if (at == 0 || line.ends_with("\tmatn-indomain")) rows.append(line).push_back('\n');
        at = end == std::string::npos ? list.size() : end + 1;
    }
    const auto loaded = matn::gazetteer::from_tsv(rows, "entities.tsv");
    REQUIRE(loaded);
    const matn::gazetteer& names = loaded->names;
    std::set<std::string> held;
    for (matn::entry_id e = 0; e < names.size(); ++e) held.insert(std::string(names[e].id));

    using span = std::tuple<unsigned, unsigned, std::string>;
    std::map<std::string, std::map<span, bool>> gold; // by article; true: stands inside another
    std::ifstream lines(gold_file);
    for (std::string line; std::getline(lines, line);) {
        const json row = json::parse(line);
        gold[row["doc"]][{row["begin"], row["end"], "M:" + row["id"].get<std::string>()}] = row.value("inner", false);
    }
    std::ofstream report;
    if (const char* file = std::getenv("MATN_REPORT")) report.open(file);

    const auto find = matn::mentions(names);
    std::size_t right = 0, found = 0, wanted = 0, wanted_held = 0, right_held = 0;
    for (const auto& [article, marks] : gold) {
        const std::string text = read(data / "seeds" / article);
        std::set<span> ours;
        for (const matn::mention& m : find(text)) {
            const span s{m.at.begin, m.at.end, std::string(names[m.id].id)};
            ours.insert(s);
            const auto mark = marks.find(s);
            if (mark != marks.end() && mark->second) continue; // inside another: not counted on either side
            ++found;
            if (mark != marks.end()) ++right;
            else
                report << article << "\tfalse\t" << m.at.begin << '\t' << m.at.end << '\t' << m.at.of(text) << '\t'
                       << names[m.id].id << '\t' << name_of(m.how) << '\n';
        }
        for (const auto& [s, inner] : marks) {
            if (inner) continue;
            const bool hold = held.contains(std::get<2>(s));
            ++wanted;
            wanted_held += hold ? 1u : 0u;
            right_held += hold && ours.contains(s) ? 1u : 0u;
            if (!ours.contains(s))
                report << article << '\t' << (hold ? "miss" : "miss-not-held") << '\t' << std::get<0>(s) << '\t' << std::get<1>(s)
                       << '\t' << text.substr(std::get<0>(s), std::get<1>(s) - std::get<0>(s)) << '\t' << std::get<2>(s) << '\n';
        }
    }
    const double precision = static_cast<double>(right) / static_cast<double>(found),
                 recall = static_cast<double>(right) / static_cast<double>(wanted),
                 recall_held = static_cast<double>(right_held) / static_cast<double>(wanted_held);
    std::cout << "mentions: precision " << precision << " (" << right << " of " << found << "), recall " << recall << " ("
              << right << " of " << wanted << "), of what the gazetteer holds " << recall_held << " (" << right_held << " of "
              << wanted_held << ")\n";
    CHECK(precision >= 0.98);
    CHECK(recall_held >= 0.98);
}

TEST_CASE("a name in disguise is not a plain match, and a plain name is found through quotes, marks and joiners") {
    const auto file = shared() / "data/hostile/spoof.jsonl";
    if (shared().empty() || !std::filesystem::exists(file)) {
        WARN("skipped: no spoofed names here");
        return;
    }
    std::ofstream report;
    if (const char* to = std::getenv("MATN_REPORT")) report.open(to, std::ios::app);
    std::ifstream lines(file);
    std::map<std::string, std::pair<int, int>> tally; // by expectation: met, all
    for (std::string line; std::getline(lines, line);) {
        const json row = json::parse(line);
        const std::string name = row["entry"], text = row["text"], expect = row["expect"];
        const matn::gazetteer names({{.id = "x", .type = "person", .language = "", .name = name}});
        bool plain = false, flagged = false, affix = false;
        for (const matn::mention& m : matn::mentions(names)(text)) {
            (m.how == matn::match_how::disguised ? flagged : plain) = true;
            affix = affix || m.how == matn::match_how::affix;
        }
        bool met = true;
        if (expect == "match") met = plain;
        else if (expect == "flag") met = !plain;
        else if (expect == "match-or-flag") met = plain || flagged;
        else if (expect == "match-affix") met = affix;
        else if (expect == "no" || expect == "no-or-fuzzy") met = !plain && !flagged;
        auto& [good, all] = tally[expect];
        good += met ? 1 : 0;
        ++all;
        if (!met)
            report << "spoof\t" << row["id"] << '\t' << expect << '\t' << row["why"] << '\t' << name << '\t' << text << '\n';
        if (expect == "flag") CHECK_FALSE(plain);
    }
    for (const auto& [expect, count] : tally)
        std::cout << "spoof " << expect << ": " << count.first << " of " << count.second << '\n';
    CHECK(tally["match"].first * 100 >= tally["match"].second * 99);
    CHECK(tally["no"].first == tally["no"].second);
    CHECK(tally["match-affix"].first == tally["match-affix"].second);
}

TEST_CASE("broken gazetteer files load what is sound and say what is not") {
    const auto folder = shared() / "data/hostile/gazetteer";
    if (shared().empty() || !std::filesystem::exists(folder / "manifest.json")) {
        WARN("skipped: no broken gazetteers here");
        return;
    }
    for (const json& row : json::parse(read(folder / "manifest.json"))) {
        const std::string file = row["file"];
        INFO(file);
        const std::string text = read(folder / file);
        const auto loaded = matn::gazetteer::from_tsv(text, file);
        std::vector<unsigned> lines;
        std::size_t good = 0;
        if (loaded) {
            good = loaded->names.name_count();
            for (const auto& p : loaded->problems) lines.push_back(p.line);
        } else {
            lines.push_back(loaded.error().line);
            CHECK(loaded.error().message().starts_with(file + ":"));
        }
        CHECK(good == row["good_entries"].get<std::size_t>());
        CHECK(lines == row["problem_lines"].get<std::vector<unsigned>>());
    }
}
#endif
