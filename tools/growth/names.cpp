// SPDX-License-Identifier: MIT
// How building and searching grow with names that are made to be slow: time for twice the bytes of names over time for once.
//
//     names [COUNT]      of names of each family; default 20000
#include <matn/cross_script.hpp>
#include <matn/mention.hpp>
#include <matn/name_index.hpp>
#include <matn/substring.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <malloc.h>
#include <string>
#include <vector>

namespace {

std::string times(std::string_view unit, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += unit;
    return out;
}
// A word of its own for each number.
std::string word(std::size_t i) {
    constexpr std::string_view letters[] = {"ب", "د", "ر", "س", "م", "ن", "و", "ی", "ک", "ل"};
    std::string out = "ا";
    for (i += 10; i != 0; i /= 10) out += letters[i % 10];
    return out;
}

struct family {
    const char* name;
    std::string (*name_of)(std::size_t i);
    std::string_view text;  // what is searched: this again and again
    bool one_entry = false; // all names are of one entry
};
constexpr family families[] = {
    {"plain", [](std::size_t i) { return word(i) + " " + word(i * 7); }, "ابدرس امنوی کابل "},
    {"prefixes of one run", [](std::size_t i) { return times("a", 1 + i % 200); }, "a"},
    {"words, all prefixes", [](std::size_t i) { return times("ب ", 1 + i % 20); }, "ب "},
    {"almost", [](std::size_t i) { return times("ab", 50 + i % 100) + "c" + word(i); }, "ab"},
    {"almost, words", [](std::size_t i) { return times("ab ", 5 + i % 20) + word(i); }, "ab "},
    {"one first word", [](std::size_t i) { return "محمد " + word(i); }, "محمد "},
    {"two first words", [](std::size_t i) { return "محمد علی " + word(i); }, "محمد علی "},
    {"one last word", [](std::size_t i) { return word(i) + " محمد"; }, "محمد "},
    {"one name, many ids", [](std::size_t) { return std::string("کابل"); }, "کابل "},
    {"one id, many names", [](std::size_t i) { return word(i); }, "ابدرس ", true},
    {"one consonant skeleton",
     [](std::size_t i) { return "ک" + times("ا", i % 3) + "ل" + times("و", i / 3 % 5) + "م" + times("ی", i / 15 % 5); },
     "کلم کالوم "},
    {"near misses", [](std::size_t i) { return "خلیل" + word(i % 1000) + "زاد"; }, "خلیلزاد "},
    {"one letter", [](std::size_t i) { return times("خ", 10 + i % 40); }, "خ"},
    {"long names", [](std::size_t i) { return times(word(i) + " ", 60); }, "ابدرس "},
    {"Latin near misses",
     [](std::size_t i) { return "Mohamm" + std::string(1, static_cast<char>('a' + i % 26)) + "d " + word(i); }, "محمد احمد "},
    {"signs", [](std::size_t i) { return "." + word(i); }, ".NET "},
    {"joined", [](std::size_t i) { return word(i) + "\u200C" + word(i / 2); }, "ابدرس\u200Cامنوی "},
};

double seconds() {
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
}
template <class Work>
double least_time(const Work& work) {
    double least = 1e9;
    for (int i = 0; i < 3; ++i) {
        const double begin = seconds();
        work();
        least = std::min(least, seconds() - begin);
    }
    return least;
}

struct figures {
    double bytes = 0;
    double build = 0, search = 0, all = 0, index = 0, substring = 0, ranks = 0, rank = 0, cross = 0, found_in = 0;
};

figures measure(const family& f, std::size_t count) {
    std::vector<std::string> ids, names;
    std::vector<matn::entry> rows;
    figures out;
    for (std::size_t i = 0; i < count; ++i) {
        ids.push_back("H" + std::to_string(f.one_entry ? 0 : i));
        names.push_back(f.name_of(i));
        out.bytes += static_cast<double>(ids.back().size() + names.back().size());
    }
    for (std::size_t i = 0; i < count; ++i) rows.push_back({.id = ids[i], .type = "person", .language = "prs", .name = names[i]});
    const std::string text = times(f.text, (std::size_t{1} << 18) / f.text.size());
    std::size_t found = 0;
    out.build = least_time([&] { found += matn::gazetteer(rows).size(); });
    const matn::gazetteer made(rows);
    out.search = least_time([&] { found += matn::mentions(made)(text).size(); });
    out.all = least_time(
        [&] { found += matn::mentions(made, {.fuzzy_letters = 5, .overlaps = matn::overlap::all, .most_ids = 1})(text).size(); });
    out.index = least_time([&] { found += matn::substring_index(made).what() == matn::compared::letters; });
    const matn::substring_index index(made);
    out.substring = least_time([&] { found += matn::substrings(index)(text).size(); });
    out.ranks = least_time([&] { found += matn::name_index(made).size(); });
    const matn::name_index ranks(made);
    out.rank = least_time([&] { found += ranks.rank(text.substr(0, 40)).size(); });
    out.cross = least_time([&] { found += sizeof(matn::cross_script_names(made)); });
    const matn::cross_script_names cross(made);
    out.found_in = least_time([&] { found += cross(text).size() + cross("Mohammad Ali Khalilzad Kabul ").size(); });
    static volatile std::size_t seen = 0;
    seen = seen + found;
    return out;
}

} // namespace

int main(int argc, char** argv) {
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, 2'000'000'000);
    const std::size_t count = argc > 1 ? std::stoul(argv[1]) : 20'000;
    std::printf("%zu names and twice as many: growth for each byte of names; times with twice as many in ms, a text of 256 KiB\n",
                count);
    std::printf("%-24s %-22s %-18s %-18s %-22s %-18s %-22s %-18s %-22s %-18s\n", "family", "build", "search", "all, fuzzy",
                "substring_index", "substrings", "name_index", "rank", "cross_script_names", "find");
    int bad = 0;
    for (const family& f : families) {
        const figures once = measure(f, count), twice = measure(f, 2 * count);
        std::printf("%-24s", f.name);
        const auto show = [&](double a, double b, bool by_bytes) {
            const double growth = by_bytes ? b / a * 2 * once.bytes / twice.bytes : b / a;
            const bool fails = b > 0.002 && growth > 2.2;
            bad += fails;
            std::printf(" %8.2f ms (%.2f)%s", b * 1e3, growth, fails ? "!" : "");
        };
        show(once.build, twice.build, true);
        show(once.search, twice.search, false);
        show(once.all, twice.all, false);
        show(once.index, twice.index, true);
        show(once.substring, twice.substring, false);
        show(once.ranks, twice.ranks, true);
        show(once.rank, twice.rank, false);
        show(once.cross, twice.cross, true);
        show(once.found_in, twice.found_in, false);
        std::printf("\n");
        std::fflush(stdout);
    }
    return bad > 0;
}
