// SPDX-License-Identifier: MIT
// Numbers and dates over running news text, against a bare scan that cuts words and looks them up.
#include "bare_scan.hpp"

#include <matn/date.hpp>

#include <string>

namespace {

void numbers(benchmark::State& state, const std::string& language) {
    const std::string text = corpus(language);
    matn::detail::when::atoms atoms;
    std::vector<matn::number> found;
    for (auto _ : state) {
        found.clear();
        matn::numbers.run(text, atoms, matn::emit(found));
        benchmark::DoNotOptimize(found.data());
    }
    speed(state, text.size());
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
    speed(state, text.size());
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
