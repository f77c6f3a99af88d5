// SPDX-License-Identifier: MIT
// Numbers and dates over running news text, against a bare scan that cuts words and looks them up.
#include <benchmark/benchmark.h>

#include <matn/date.hpp>

#include <fstream>
#include <sstream>
#include <string>

namespace {

// A shared corpus file where there is one, else sentences of the project's own, repeated.
std::string corpus(const std::string& language) {
    std::ifstream file(std::string(MATN_SHARED_DIR) + "/data/corpus/" + language + ".txt");
    std::stringstream all;
    all << file.rdbuf();
    std::string text = all.str();
    if (text.size() > 1 << 20) text.resize(1 << 20);
    if (!text.empty()) return text;
    const std::string sentence =
        language == "ar"
            ? "قال المتحدث أمس الأحد إن 22 شخصا وصلوا إلى المدينة في 12 سبتمبر/أيلول الماضي بعد رحلة استمرت ساعتين.\n"
        : language == "en"
            ? "The two sides met on Monday in the capital, and some 5,000 people returned home by 15 December 2020.\n"
            : "وزیر روز سه شنبه ۲۶ حمل در نشست خبری گفت که ۵ هزار خانواده از ولایت های دیگر به این شهر آمده اند.\n";
    while (text.size() < 1 << 20) text += sentence;
    return text;
}

// The bound: cut into words, fold, hash, ask the table; nothing is kept.
void scan(benchmark::State& state, const std::string& language) {
    const std::string text = corpus(language);
    for (auto _ : state) {
        std::size_t hits = 0;
        matn::detail::when::folded_key key;
        for (std::size_t i = 0; i < text.size();) {
            const auto c = static_cast<unsigned char>(text[i]);
            if ((c | 32u) - 'a' < 26) {
                key.add((c | 32u) - 'a' + 1);
                key.latin = true;
                ++i;
            } else if (c >= 0xD8 && c <= 0xDB && i + 1 < text.size()) {
                const unsigned code = matn::detail::when::byte_at(
                    matn::detail::lexicon_time::letter_codes, (c & 3u) << 6 | (static_cast<unsigned char>(text[i + 1]) & 0x3Fu));
                i += 2;
                if (code != 0 && code != 64) {
                    key.add(code);
                } else if (code == 0 && key.size != 0) {
                    hits += matn::detail::when::look_up(key.value()) != 0;
                    key = {};
                }
            } else {
                if (key.size != 0) hits += matn::detail::when::look_up(key.value()) != 0;
                key = {};
                ++i;
            }
        }
        benchmark::DoNotOptimize(hits);
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(text.size()));
}

void numbers(benchmark::State& state, const std::string& language) {
    const std::string text = corpus(language);
    matn::detail::when::atoms atoms;
    std::vector<matn::number> found;
    for (auto _ : state) {
        found.clear();
        matn::numbers.run(text, atoms, matn::emit(found));
        benchmark::DoNotOptimize(found.data());
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(text.size()));
}

void numbers_and_dates(benchmark::State& state, const std::string& language) {
    const std::string text = corpus(language);
    matn::detail::when::atoms atoms;
    matn::detail::when::date_work work;
    std::vector<matn::number> numbers;
    std::vector<matn::date> dates;
    const auto stage = matn::dates({.anchor = matn::gregorian(2021, 6, 1)});
    for (auto _ : state) {
        numbers.clear();
        dates.clear();
        matn::numbers.run(text, atoms, matn::emit(numbers));
        stage.run(text, atoms, work, matn::emit(dates));
        benchmark::DoNotOptimize(dates.data());
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(text.size()));
    state.counters["dates"] = static_cast<double>(dates.size());
    state.counters["numbers"] = static_cast<double>(numbers.size());
}

} // namespace

BENCHMARK_CAPTURE(scan, fa, std::string("fa"));
BENCHMARK_CAPTURE(numbers, fa, std::string("fa"));
BENCHMARK_CAPTURE(numbers_and_dates, fa, std::string("fa"));
BENCHMARK_CAPTURE(scan, ar, std::string("ar"));
BENCHMARK_CAPTURE(numbers, ar, std::string("ar"));
BENCHMARK_CAPTURE(numbers_and_dates, ar, std::string("ar"));
BENCHMARK_CAPTURE(scan, ps, std::string("ps"));
BENCHMARK_CAPTURE(numbers_and_dates, ps, std::string("ps"));
BENCHMARK_CAPTURE(scan, ur, std::string("ur"));
BENCHMARK_CAPTURE(numbers_and_dates, ur, std::string("ur"));
BENCHMARK_CAPTURE(scan, en, std::string("en"));
BENCHMARK_CAPTURE(numbers, en, std::string("en"));
BENCHMARK_CAPTURE(numbers_and_dates, en, std::string("en"));

BENCHMARK_MAIN();
