// SPDX-License-Identifier: MIT
// Names across scripts against what a user would write instead: ICU's Any-Latin transliteration and the Levenshtein distance.
//
// The names: a file of `name TAB ...` rows in MATN_BENCH_NAMES (as many as MATN_BENCH_COUNT says, or all), else made of given and family
// names. What is asked for are given and family names in Persian spelling.
#include <matn/name_index.hpp>

#include <benchmark/benchmark.h>

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace {

const char* const given[][2] = {{"Ahmad", "احمد"},  {"Mohammad", "محمد"},   {"Hamid", "حمید"},   {"Karim", "کریم"},
                                {"Zalmay", "زلمی"}, {"Ashraf", "اشرف"},     {"Fatima", "فاطمه"}, {"Maryam", "مریم"},
                                {"Yusuf", "یوسف"},  {"Ibrahim", "ابراهیم"}, {"Nasir", "ناصر"},   {"Qasim", "قاسم"},
                                {"Rashid", "رشید"}, {"Salim", "سلیم"},      {"Tariq", "طارق"},   {"Omar", "عمر"},
                                {"Wahid", "وحید"},  {"Zahra", "زهرا"},      {"Gholam", "غلام"},  {"Jalal", "جلال"}};
const char* const family[][2] = {{"Khalilzad", "خلیلزاد"}, {"Karzai", "کرزی"},  {"Ghani", "غنی"},       {"Hekmatyar", "حکمتیار"},
                                 {"Stanekzai", "ستانکزی"}, {"Rahimi", "رحیمی"}, {"Noorzai", "نورزی"},   {"Sharifi", "شریفی"},
                                 {"Popal", "پوپل"},        {"Wardak", "وردک"},  {"Barakzai", "بارکزی"}, {"Qaderi", "قادری"},
                                 {"Mohseni", "محسنی"},     {"Danish", "دانش"},  {"Kamal", "کمال"},      {"Tokhi", "توخی"},
                                 {"Zaheer", "ظهیر"},       {"Amiri", "امیری"}};

const std::vector<std::string>& names() {
    static const std::vector<std::string> all = [] {
        std::vector<std::string> out;
        const char* limit = std::getenv("MATN_BENCH_COUNT");
        const std::size_t most = limit != nullptr ? static_cast<std::size_t>(std::atol(limit)) : 1'000'000;
        if (const char* file = std::getenv("MATN_BENCH_NAMES")) {
            std::ifstream in(file, std::ios::binary);
            for (std::string line; out.size() < most && std::getline(in, line);) out.push_back(line.substr(0, line.find('\t')));
            return out;
        }
        for (const auto& g : given)
            for (const auto& middle : given)
                for (const auto& f : family)
                    if (out.size() < most) out.push_back(std::string(g[0]) + ' ' + middle[0] + ' ' + f[0]);
        return out;
    }();
    return all;
}
std::vector<std::string> questions() {
    std::vector<std::string> out;
    for (const auto& g : given)
        for (const auto& f : family) out.push_back(std::string(g[1]) + ' ' + f[1]);
    return out;
}

icu::UnicodeString latin(const icu::Transliterator& to_latin, const std::string& name) {
    icu::UnicodeString u = icu::UnicodeString::fromUTF8(name);
    to_latin.transliterate(u);
    return u.foldCase();
}
double likeness(const icu::UnicodeString& a, const icu::UnicodeString& b) {
    static thread_local std::vector<int> row;
    row.resize(static_cast<std::size_t>(b.length()) + 1);
    for (int j = 0; j <= b.length(); ++j) row[static_cast<std::size_t>(j)] = j;
    for (int i = 1; i <= a.length(); ++i) {
        int before = row[0];
        row[0] = i;
        for (int j = 1; j <= b.length(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const int was = row[at];
            row[at] = std::min({row[at] + 1, row[at - 1] + 1, before + (a[i - 1] == b[j - 1] ? 0 : 1)});
            before = was;
        }
    }
    const int longer = std::max({a.length(), b.length(), 1});
    return 1 - static_cast<double>(row.back()) / longer;
}
std::unique_ptr<icu::Transliterator> transliterator() {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::Transliterator>(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
}

// A pair of about 12 letters each, both as they come: folded or transliterated for each pair.
void pair_matn(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(matn::match_names("زلمی خلیلزاد", "Zalmay Khalilzad", {.left_language = "fa"}));
}
BENCHMARK(pair_matn);

void pair_icu_levenshtein(benchmark::State& state) {
    const auto to_latin = transliterator();
    const std::string a = "زلمی خلیلزاد", b = "Zalmay Khalilzad";
    for (auto _ : state) benchmark::DoNotOptimize(likeness(latin(*to_latin, a), latin(*to_latin, b)));
}
BENCHMARK(pair_icu_levenshtein);

// Only the letters, both names folded before: what one more name costs in an index.
void letters_matn(benchmark::State& state) {
    matn::detail::spelling a, b;
    matn::detail::spell("عبدالرحیم وردک", a);
    matn::detail::spell("Khalilzadeh", b);
    matn::detail::prepared_name p, q;
    matn::detail::prepare(a, "fa", p);
    matn::detail::prepare(b, "en", q);
    matn::detail::name_parts parts;
    const matn::detail::name_comparer comparer(p, parts);
    for (auto _ : state) benchmark::DoNotOptimize(comparer.letters(q.letters, q.size, q.in, q.languages));
}
BENCHMARK(letters_matn);

void letters_levenshtein(benchmark::State& state) {
    const auto to_latin = transliterator();
    const auto a = latin(*to_latin, "عبدالرحیم وردک"), b = latin(*to_latin, "Khalilzadeh");
    for (auto _ : state) benchmark::DoNotOptimize(likeness(a, b));
}
BENCHMARK(letters_levenshtein);

void build_matn(benchmark::State& state) {
    std::vector<matn::entry> rows;
    for (const std::string& n : names()) rows.push_back({.id = "x", .type = {}, .language = {}, .name = n});
    for (auto _ : state) {
        const matn::name_index index{std::span<const matn::entry>(rows)};
        benchmark::DoNotOptimize(index.size());
    }
    state.counters["names"] = static_cast<double>(rows.size());
}
BENCHMARK(build_matn)->Unit(benchmark::kMillisecond);

void question_matn(benchmark::State& state) {
    std::vector<matn::entry> rows;
    for (const std::string& n : names()) rows.push_back({.id = "x", .type = {}, .language = {}, .name = n});
    const matn::name_index index{std::span<const matn::entry>(rows)};
    const auto asked = questions();
    std::size_t i = 0;
    for (auto _ : state) benchmark::DoNotOptimize(index.rank(asked[i++ % asked.size()]));
    state.counters["names"] = static_cast<double>(rows.size());
}
BENCHMARK(question_matn)->Unit(benchmark::kMicrosecond);

// The rival looks at every name, transliterated before.
void question_icu_levenshtein(benchmark::State& state) {
    const auto to_latin = transliterator();
    std::vector<icu::UnicodeString> all;
    for (const std::string& n : names()) all.push_back(latin(*to_latin, n));
    const auto asked = questions();
    std::size_t i = 0;
    for (auto _ : state) {
        const auto q = latin(*to_latin, asked[i++ % asked.size()]);
        double best = 0;
        for (const auto& n : all) best = std::max(best, likeness(q, n));
        benchmark::DoNotOptimize(best);
    }
    state.counters["names"] = static_cast<double>(all.size());
}
BENCHMARK(question_icu_levenshtein)->Unit(benchmark::kMicrosecond);

} // namespace

BENCHMARK_MAIN();
