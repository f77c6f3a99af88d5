// SPDX-License-Identifier: MIT
// Numbers in running text against a bare scan that cuts words and looks them up; and numbers alone against ICU's parsers, which take
// the language for granted and the text as UTF-16, ready made.
//
//     bench_number --benchmark_enable_random_interleaving=true --benchmark_repetitions=9 --benchmark_report_aggregates_only=true
#include "bare_scan.hpp"

#include <matn/number.hpp>

#include <unicode/unum.h>
#include <unicode/ustring.h>

#include <string>
#include <vector>

namespace {

void find(benchmark::State& state, const std::string& language, bool units) {
    const std::string text = corpus(language);
    const auto stage = matn::numbers({.units = units});
    matn::detail::when::atoms atoms;
    std::vector<matn::number> found;
    for (auto _ : state) {
        found.clear();
        stage.run(text, atoms, matn::emit(found));
        benchmark::DoNotOptimize(found.data());
    }
    speed(state, text.size());
    state.counters["numbers"] = static_cast<double>(found.size());
}

// Whole numbers of one to nine digits, as ICU prints them, in UTF-8 and UTF-16.
struct printed {
    std::int64_t value;
    std::string utf8;
    std::vector<UChar> utf16;
};
struct formatter {
    UErrorCode status = U_ZERO_ERROR;
    UNumberFormat* format;

    formatter(UNumberFormatStyle style, const std::string& language)
        : format(unum_open(style, nullptr, 0, language.c_str(), nullptr, &status)) {}
    ~formatter() { unum_close(format); }
    formatter(const formatter&) = delete;
    formatter& operator=(const formatter&) = delete;
};
std::vector<printed> print(const formatter& with) {
    std::vector<printed> out;
    std::uint64_t state = 1;
    std::int64_t below = 10;
    for (int i = 0; i < 900; ++i) {
        if (i % 100 == 99) below *= 10;
        state = state * 6364136223846793005u + 1442695040888963407u;
        printed p{static_cast<std::int64_t>(state >> 33) % below, {}, std::vector<UChar>(400)};
        UErrorCode status = U_ZERO_ERROR;
        const auto size = unum_formatInt64(with.format, p.value, p.utf16.data(), 400, nullptr, &status);
        p.utf16.resize(static_cast<std::size_t>(size));
        char bytes[1200];
        std::int32_t length = 0;
        u_strToUTF8(bytes, sizeof bytes, &length, p.utf16.data(), size, &status);
        p.utf8.assign(bytes, static_cast<std::size_t>(length));
        if (U_SUCCESS(status)) out.push_back(std::move(p));
    }
    return out;
}
void report(benchmark::State& state, std::size_t right, std::size_t all) {
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(all));
    state.counters["right"] = static_cast<double>(right) / static_cast<double>(all);
}
void parse_by_matn(benchmark::State& state, const std::string& language, UNumberFormatStyle style) {
    const formatter with(style, language);
    const std::vector<printed> all = print(with);
    std::size_t right = 0;
    for (auto _ : state) {
        right = 0;
        for (const printed& p : all) {
            const auto n = matn::parse_number(p.utf8);
            right += n && n->integer() == p.value ? 1u : 0u;
        }
        benchmark::DoNotOptimize(right);
    }
    report(state, right, all.size());
}
void parse_by_icu(benchmark::State& state, const std::string& language, UNumberFormatStyle style) {
    const formatter with(style, language);
    const std::vector<printed> all = print(with);
    std::size_t right = 0;
    for (auto _ : state) {
        right = 0;
        for (const printed& p : all) {
            UErrorCode status = U_ZERO_ERROR;
            std::int32_t at = 0;
            const std::int64_t value =
                unum_parseInt64(with.format, p.utf16.data(), static_cast<std::int32_t>(p.utf16.size()), &at, &status);
            right += U_SUCCESS(status) && value == p.value ? 1u : 0u;
        }
        benchmark::DoNotOptimize(right);
    }
    report(state, right, all.size());
}

} // namespace

int main(int argc, char** argv) {
    for (const std::string language : {"fa", "ar", "ur", "ps", "en"}) {
        benchmark::RegisterBenchmark(("bare scan/" + language).c_str(), [=](benchmark::State& s) { scan(s, language); });
        benchmark::RegisterBenchmark(("numbers/" + language).c_str(), [=](benchmark::State& s) { find(s, language, false); });
        benchmark::RegisterBenchmark(("numbers and units/" + language).c_str(),
                                     [=](benchmark::State& s) { find(s, language, true); });
    }
    for (const std::string language : {"fa", "fa_AF", "ar", "en"})
        for (const UNumberFormatStyle style : {UNUM_SPELLOUT, UNUM_DECIMAL}) {
            const std::string what = (style == UNUM_SPELLOUT ? "words/" : "digits/") + language;
            benchmark::RegisterBenchmark((what + "/matn").c_str(),
                                         [=](benchmark::State& s) { parse_by_matn(s, language, style); });
            benchmark::RegisterBenchmark((what + "/ICU").c_str(), [=](benchmark::State& s) { parse_by_icu(s, language, style); });
        }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
