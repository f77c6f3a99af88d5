// SPDX-License-Identifier: MIT
// The texts that language.hpp is trained and measured on, in parts that have no text in common.
#ifndef MATN_TOOLS_LANGUAGE_CORPUS_HPP
#define MATN_TOOLS_LANGUAGE_CORPUS_HPP

#include "training.hpp"

#include <map>
#include <set>

namespace language {

// A line of news, of texts on health, or of a user interface.
struct labelled_line {
    std::string set, tag, text;
    letters decoded_text;
    unsigned fold = 0;
    const labelled_line* article = nullptr; // the same one for lines that belong together
    bool may_be_used = true;
};

// Sources that are left out of train/: non-commercial, no derivatives, or no licence stated.
inline bool may_be_used(const std::string& source) {
    static const std::set<std::string> left_out = {"quran",
                                                   "quran-tafsir",
                                                   "ktc",
                                                   "ud:UD_Urdu-UDTB",
                                                   "ud:UD_Hebrew-HTB",
                                                   "ud:UD_English-GUM",
                                                   "ud:UD_Greek-GDT",
                                                   "ud:UD_Italian-ISDT",
                                                   "ud:UD_Turkish-IMST",
                                                   "medica",
                                                   "tralelho",
                                                   "ruche",
                                                   "asp"};
    return left_out.count(source) == 0;
}

// The lines of train/LANGUAGE.txt that may be used.
inline std::vector<std::string> training_lines(const std::string& data, const std::string& language) {
    auto lines = read_lines(data + "/train/" + language + ".txt");
    const auto from = read_lines(data + "/train_src/" + language + ".txt");
    std::size_t kept = 0;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (may_be_used(from.at(i))) lines[kept++] = lines[i];
    lines.resize(kept);
    return lines;
}

inline std::vector<labelled_line> read_set(const std::string& data, const std::string& set) {
    std::vector<labelled_line> lines;
    for (const auto& line : read_lines(data + "/dev/" + set + ".tsv")) {
        const std::size_t tab = line.find('\t');
        labelled_line l{set, line.substr(0, tab), line.substr(tab + 1), {}, 0, nullptr, true};
        if (set == "indomain" && l.tag == "uz-cyrl") l.may_be_used = false; // no derivatives
        l.decoded_text = decoded(l.text);
        lines.push_back(l);
    }
    return lines;
}

// Parts the lines of one language and set, so that what belongs together stays together: a fragment and the sentence that it was cut
// from, the sentences of an article. Where there are parallel texts their order says what is an article (blocks of forty lines);
// elsewhere it is told by names: lines that share two words which are rare in the set.
inline void assign_folds(std::vector<labelled_line*> lines, const std::vector<std::string>& parallel, unsigned folds) {
    const std::size_t n = lines.size();
    std::vector<std::size_t> leader(n), size(n, 1);
    for (std::size_t i = 0; i < n; ++i) leader[i] = i;
    const auto find = [&](std::size_t i) {
        while (leader[i] != i) i = leader[i] = leader[leader[i]];
        return i;
    };
    const auto join = [&](std::size_t a, std::size_t b, std::size_t most) {
        a = find(a), b = find(b);
        if (a == b || size[a] + size[b] > most) return;
        leader[a] = b;
        size[b] += size[a];
    };
    std::map<std::string, std::vector<std::size_t>> with;
    std::vector<std::set<std::string>> words(n);
    for (std::size_t i = 0; i < n; ++i) {
        std::string word;
        for (const char c : lines[i]->text + " ") {
            const auto b = static_cast<unsigned char>(c);
            if (b >= 0x80 || (b >= '0' && b <= '9') || ((b | 0x20) >= 'a' && (b | 0x20) <= 'z')) {
                word += c;
                continue;
            }
            if (word.size() >= 4) words[i].insert(word);
            word.clear();
        }
        for (const auto& w : words[i]) with[w].push_back(i);
    }
    for (std::size_t i = 0; i < n; ++i) {
        const std::vector<std::size_t>* fewest = nullptr;
        for (const auto& w : words[i])
            if (fewest == nullptr || with[w].size() < fewest->size()) fewest = &with[w];
        if (fewest == nullptr) continue;
        for (const std::size_t j : *fewest)
            if (i != j && lines[j]->text.find(lines[i]->text) != std::string::npos) join(i, j, 80);
    }
    std::map<std::pair<std::size_t, std::size_t>, unsigned> shared;
    for (const auto& [word, in] : with)
        if (in.size() <= 5 && word.size() >= 5)
            for (std::size_t a = 0; a < in.size(); ++a)
                for (std::size_t b = a + 1; b < in.size(); ++b) ++shared[{in[a], in[b]}];
    for (const auto& [pair, count] : shared)
        if (count >= 2) join(pair.first, pair.second, 60);
    for (std::size_t i = 0; i < n; ++i) {
        lines[i]->article = lines[find(i)];
        std::uint64_t hash = 1469598103934665603u;
        for (const char c : lines[i]->article->text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
        hash = (hash ^ hash >> 29) * 0x9E3779B97F4A7C15u;
        lines[i]->fold = static_cast<unsigned>((hash >> 40) % folds);
        if (lines[i]->text.size() < 16) continue;
        for (std::size_t at = 0; at < parallel.size(); ++at)
            if (parallel[at].find(lines[i]->text) != std::string::npos) {
                lines[i]->fold = static_cast<unsigned>(at / 40 % folds);
                break;
            }
    }
}

// The sets that the model is trained on beside train/: each line in a fold.
inline std::vector<labelled_line> read_folds(const std::string& data, unsigned folds,
                                             const std::vector<std::string>& sets = {"news", "health", "ui"}) {
    std::vector<labelled_line> all;
    for (const auto& set : sets)
        for (auto& line : read_set(data, set)) all.push_back(std::move(line));
    std::map<std::string, std::vector<labelled_line*>> parts;
    for (auto& line : all) parts[line.set + ' ' + (line.tag == "prs" ? "fa" : line.tag)].push_back(&line);
    for (const auto& [name, lines] : parts)
        assign_folds(lines,
                     name == "news fa"     ? read_lines(data + "/prs_fa_parallel/ntrex.dev.tsv")
                     : name == "health fa" ? read_lines(data + "/prs_fa_parallel/tico.dev.tsv")
                                           : std::vector<std::string>{},
                     folds);
    return all;
}

// Puts the lines that a file of JSON holds, and their articles, into a fold: to leave out what mixed texts were made from.
inline void put_quoted_into(std::vector<labelled_line>& labelled, const std::string& file, unsigned fold) {
    std::string all;
    for (const auto& line : read_lines(file)) all += line + '\n';
    std::set<const labelled_line*> articles;
    for (const auto& l : labelled) {
        std::string escaped;
        for (const char c : l.text) {
            if (c == '"' || c == '\\') escaped += '\\';
            escaped += c;
        }
        if (escaped.size() >= 16 && all.find(escaped) != std::string::npos) articles.insert(l.article);
    }
    for (auto& l : labelled)
        if (articles.count(l.article) > 0) l.fold = fold;
}

} // namespace language

#endif
