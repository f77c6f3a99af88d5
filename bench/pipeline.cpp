// SPDX-License-Identifier: MIT
// What composing costs: a pipeline against the same stages called by hand, one after the other.
//
//     bench_pipeline [FILE...]                     times both, interleaved
//     bench_pipeline --work pipeline|hand|nothing  does it a fixed number of times: for counting instructions (tools/overhead)
#include "bench.hpp"

#include <matn/fold.hpp>
#include <matn/pipeline.hpp>
#include <matn/script.hpp>
#include <matn/utf8.hpp>
#include <matn/word.hpp>

#include <cstring>

namespace {

struct totals {
    std::size_t words = 0;
    std::size_t letters = 0;
};
void count(std::span<const matn::word> words, totals& out) {
    out.words = words.size();
    out.letters = 0;
    for (const matn::word& w : words) out.letters += w.kind == matn::word_kind::letters;
}

using matn::fold::search;

struct by_pipeline {
    static constexpr auto analyse = matn::pipeline(matn::damages, matn::script_runs, matn::words, matn::folding<search>, &count);
    decltype(analyse)::document doc = analyse.blank();

    std::size_t operator()(std::string_view text) {
        analyse(text, doc);
        return doc.get<totals>().letters + doc.each<matn::damage>().size() + doc.each<matn::script_run>().size() +
               doc.get<matn::folded<search>>().text().size();
    }
};

struct by_hand {
    std::vector<matn::damage> damages;
    std::vector<matn::script_run> runs;
    std::vector<matn::word> words;
    matn::folded<search> folded;
    totals all;

    std::size_t operator()(std::string_view text) {
        damages.clear();
        runs.clear();
        words.clear();
        matn::damages.run(text, matn::emit(damages));
        matn::script_runs.run(text, matn::emit(runs));
        matn::words.run(text, matn::emit(words));
        folded.assign(text);
        count(words, all);
        return all.letters + damages.size() + runs.size() + folded.text().size();
    }
};

template <class Way>
std::function<std::size_t()> prepare(std::string_view text) {
    return [text, way = Way()]() mutable { return way(text); };
}

template <class Way>
std::size_t work(const std::string& text) {
    Way way;
    std::size_t found = 0;
    for (int i = 0; i < 20; ++i) found += way(text);
    return found;
}

} // namespace

int main(int argc, char** argv) {
    if (argc == 3 && std::strcmp(argv[1], "--work") == 0) {
        std::string text; // the bundled articles: the same on every machine
        std::vector<std::filesystem::path> articles;
        for (const auto& f :
             std::filesystem::directory_iterator(std::filesystem::path(MATN_SOURCE_DIR) / "examples" / "articles"))
            if (f.path().extension() == ".txt") articles.push_back(f.path());
        std::sort(articles.begin(), articles.end());
        for (const auto& a : articles) text += bench::read_file(a);
        const std::string way = argv[2];
        std::printf("%zu\n", way == "pipeline" ? work<by_pipeline>(text) : way == "hand" ? work<by_hand>(text) : text.size());
        return 0;
    }
    return bench::run(argc, argv,
                      {{"pipeline", "matn::pipeline", prepare<by_pipeline>}, {"pipeline", "by hand", prepare<by_hand>}});
}
