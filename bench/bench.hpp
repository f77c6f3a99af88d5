// SPDX-License-Identifier: MIT
// What all benchmarks share: contestants side by side on the same texts, interleaved, and a table of ratios at the end.
#ifndef MATN_BENCH_BENCH_HPP
#define MATN_BENCH_BENCH_HPP

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

/// One way to do a task. `prepare` gets the text and returns what is timed; that returns a count, which must not be optimised away.
///
/// The first contestant of a task is the one that the others are measured against.
struct contestant {
    std::string task; ///< "words"
    std::string name; ///< "matn", "ICU UText"
    std::function<std::function<std::size_t()>(std::string_view text)> prepare;
    bool counts = false; ///< what is returned is how many items were found: the table then has millions a second
};

struct named_text {
    std::string name;
    std::string text;
};

inline std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// A megabyte at least, so that caches and start-up play the part they play in real use.
inline std::string repeated(std::string text, std::size_t at_least = std::size_t{1} << 20) {
    const std::string once = text;
    while (!once.empty() && text.size() < at_least) text += once;
    return text;
}

/// The texts to run on: the files named; else the corpora beside the project; else the bundled articles.
inline std::vector<named_text> texts(const std::vector<std::string>& files) {
    namespace fs = std::filesystem;
    std::vector<named_text> out;
    const auto add = [&out](const std::string& name, const fs::path& path) {
        if (std::string text = read_file(path); !text.empty()) out.push_back({name, repeated(std::move(text))});
        else std::cerr << path.string() << ": empty or not readable; left out\n";
    };
    for (const std::string& f : files) add(fs::path(f).filename().string(), f);
    if (!files.empty()) return out;
    const fs::path corpus = fs::path(MATN_SHARED_DIR) / "data" / "corpus";
    if (fs::exists(corpus)) {
        for (const char* language : {"fa", "ar", "ur", "ps", "en", "mixed"})
            add(language, corpus / (std::string(language) + ".txt"));
    } else if (fs::exists(fs::path(MATN_SOURCE_DIR) / "examples" / "articles")) {
        std::vector<fs::path> articles;
        for (const auto& f : fs::directory_iterator(fs::path(MATN_SOURCE_DIR) / "examples" / "articles"))
            if (f.path().extension() == ".txt") articles.push_back(f.path());
        std::sort(articles.begin(), articles.end());
        for (const fs::path& a : articles) add(a.stem().string(), a);
    }
    return out;
}

// Collects the medians and prints one line a task and text: MB/s of each contestant and how many times the first is faster.
class ratios : public benchmark::ConsoleReporter {
public:
    explicit ratios(bool verbose) : verbose_(verbose) {}
    bool ReportContext(const Context& context) override { return !verbose_ || ConsoleReporter::ReportContext(context); }
    void ReportRuns(const std::vector<Run>& runs) override {
        for (const Run& r : runs)
            if (r.run_type == Run::RT_Iteration && r.counters.count("bytes_per_second") != 0) {
                speeds_[r.run_name.function_name].push_back(r.counters.at("bytes_per_second") / 1e6);
                found_[r.run_name.function_name] = r.counters.at("found");
            }
        if (verbose_) ConsoleReporter::ReportRuns(runs);
    }
    [[nodiscard]] double median(const std::string& name) const {
        const auto at = speeds_.find(name);
        if (at == speeds_.end()) return 0;
        std::vector<double> all = at->second;
        std::sort(all.begin(), all.end());
        return all[all.size() / 2];
    }
    [[nodiscard]] double found(const std::string& name) const {
        const auto at = found_.find(name);
        return at == found_.end() ? 0 : at->second;
    }
    [[nodiscard]] double spread(const std::string& name) const { // of the middle half, as a share of the median
        const auto at = speeds_.find(name);
        if (at == speeds_.end() || at->second.size() < 4) return 0;
        std::vector<double> all = at->second;
        std::sort(all.begin(), all.end());
        return (all[all.size() * 3 / 4] - all[all.size() / 4]) / all[all.size() / 2];
    }

private:
    bool verbose_;
    std::map<std::string, std::vector<double>> speeds_;
    std::map<std::string, double> found_;
};

/// Runs everything. Arguments: `--benchmark_...` as usual, `--all` for every run's line, and files to run on.
inline int run(int argc, char** argv, const std::vector<contestant>& contestants) {
    std::vector<std::string> files;
    std::vector<char*> passed{argv[0]};
    std::string defaults[] = {"--benchmark_enable_random_interleaving=true", "--benchmark_repetitions=9",
                              "--benchmark_min_time=0.05"};
    for (std::string& d : defaults) passed.push_back(d.data());
    bool verbose = false;
    for (int i = 1; i < argc; ++i) {
        const std::string_view a = argv[i];
        if (a == "--all") verbose = true;
        else if (a.substr(0, 2) == "--") passed.push_back(argv[i]);
        else files.emplace_back(a);
    }
    const std::vector<named_text> on = texts(files);
    if (on.empty()) {
        std::cerr << "no text to run on; name a file\n";
        return 2;
    }
    const auto name_of = [](const contestant& c, const named_text& t) { return c.task + "/" + c.name + "/" + t.name; };
    for (const contestant& c : contestants)
        for (const named_text& t : on)
            benchmark::RegisterBenchmark(name_of(c, t).c_str(), [&c, &t](benchmark::State& state) {
                const auto work = c.prepare(t.text);
                std::size_t count = work(); // memory that is used again is there, as in a program that goes on
                for (auto _ : state) benchmark::DoNotOptimize(count = work());
                state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(t.text.size()));
                state.counters["found"] = static_cast<double>(count);
            });
    int count = static_cast<int>(passed.size());
    benchmark::Initialize(&count, passed.data());
    ratios report(verbose);
    benchmark::RunSpecifiedBenchmarks(&report);

    std::string task;
    for (const contestant& first : contestants) {
        if (first.task == task) continue;
        task = first.task;
        std::printf("\n%s (MB/s, M/s = million found a second, median of interleaved runs; x = times slower than %s)\n",
                    task.c_str(), first.name.c_str());
        for (const named_text& t : on) {
            if (report.median(name_of(first, t)) <= 0) continue;
            std::printf("  %-10s %6.2f MB", t.name.c_str(), static_cast<double>(t.text.size()) / 1e6);
            for (const contestant& c : contestants) {
                const double speed = c.task == task ? report.median(name_of(c, t)) : 0;
                if (speed <= 0) continue;
                std::printf("   %s %.1f", c.name.c_str(), speed);
                if (c.counts) std::printf(", %.1f M/s", speed * report.found(name_of(c, t)) / static_cast<double>(t.text.size()));
                if (&c != &first) std::printf(" (%.2fx)", report.median(name_of(first, t)) / speed);
                else std::printf(" +-%.0f%%", 100 * report.spread(name_of(c, t)));
            }
            std::printf("\n");
        }
    }
    return 0;
}

} // namespace bench

#endif
