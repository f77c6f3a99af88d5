// SPDX-License-Identifier: MIT
// Calendar conversion, each way, against the usual civil-from-days algorithm (shifted to March, eras of 400 years) in the same run.
#include <benchmark/benchmark.h>

#include <matn/calendar.hpp>

#include <array>

namespace {

// The rival: days_from_civil and civil_from_days as they are commonly written, with signed arithmetic and eras.
constexpr std::int32_t civil_to_day(int y, unsigned m, unsigned d) {
    y -= m <= 2;
    const int era = (y >= 0 ? y : y - 399) / 400;
    const auto year_of_era = static_cast<unsigned>(y - era * 400);
    const unsigned day_of_year = (153 * (m > 2 ? m - 3 : m + 9) + 2) / 5 + d - 1;
    const unsigned day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + static_cast<int>(day_of_era) - 719468;
}
struct civil {
    int y;
    unsigned m, d;
};
constexpr civil civil_of_day(std::int32_t z) {
    z += 719468;
    const int era = (z >= 0 ? z : z - 146096) / 146097;
    const auto day_of_era = static_cast<unsigned>(z - era * 146097);
    const unsigned year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const unsigned day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const unsigned mp = (5 * day_of_year + 2) / 153;
    const unsigned m = mp < 10 ? mp + 3 : mp - 9;
    return {static_cast<int>(year_of_era) + era * 400 + (m <= 2), m, day_of_year - (153 * mp + 2) / 5 + 1};
}

// Days of 1925 to 2076 in no order, so that no branch is foreseen.
const std::array<std::int32_t, 4096> days = [] {
    std::array<std::int32_t, 4096> out{};
    std::uint32_t x = 1;
    for (auto& d : out) d = -16000 + static_cast<std::int32_t>((x = x * 1664525 + 1013904223) >> 8) % 54000;
    return out;
}();

void rival_from_day(benchmark::State& state) {
    for (auto _ : state) {
        unsigned sum = 0;
        for (const std::int32_t d : days) {
            const civil c = civil_of_day(d);
            sum += static_cast<unsigned>(c.y) + c.m + c.d;
        }
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(state.iterations() * 4096);
}
void rival_to_day(benchmark::State& state) {
    std::array<civil, 4096> in{};
    for (std::size_t i = 0; i < in.size(); ++i) in[i] = civil_of_day(days[i]);
    for (auto _ : state) {
        std::int32_t sum = 0;
        for (const civil& c : in) sum += civil_to_day(c.y, c.m, c.d);
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(state.iterations() * 4096);
}
template <class Date>
void from_day(benchmark::State& state) {
    for (auto _ : state) {
        unsigned sum = 0;
        for (const std::int32_t d : days) {
            const Date date(matn::day{d});
            sum += static_cast<unsigned>(date.year()) + date.month() + date.day_of_month();
        }
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(state.iterations() * 4096);
}
template <class Date>
void to_day(benchmark::State& state) {
    std::array<Date, 4096> in{};
    for (std::size_t i = 0; i < in.size(); ++i) in[i] = Date(matn::day{days[i]});
    for (auto _ : state) {
        std::int32_t sum = 0;
        for (const Date& d : in) sum += matn::day(d).since_1970;
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(state.iterations() * 4096);
}

} // namespace

BENCHMARK(rival_from_day);
BENCHMARK(from_day<matn::gregorian>);
BENCHMARK(from_day<matn::solar_hijri>);
BENCHMARK(from_day<matn::lunar_hijri>);
BENCHMARK(from_day<matn::tabular_hijri>);
BENCHMARK(rival_to_day);
BENCHMARK(to_day<matn::gregorian>);
BENCHMARK(to_day<matn::solar_hijri>);
BENCHMARK(to_day<matn::lunar_hijri>);
BENCHMARK(to_day<matn::tabular_hijri>);

BENCHMARK_MAIN();
