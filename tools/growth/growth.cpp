// SPDX-License-Identifier: MIT
// How the time and the memory of each component grow with a text that is made to be slow, and how slow it is beside news.
// `tools/growth/run` builds and calls it, and says with which options.
#include "../counting_new.hpp"
#include "components.hpp"
#include "families.hpp"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iterator>
#include <malloc.h>
#include <string>
#include <vector>

#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#else
#define CALLGRIND_ZERO_STATS
#define CALLGRIND_DUMP_STATS_AT(name) (void)(name)
#endif

namespace {

using growth::component;

struct text_maker { // of one family, by our own table or by another program
    std::string name;
    const growth::family* own = nullptr;
    std::string command;

    [[nodiscard]] std::string text(std::size_t size) const {
        if (own != nullptr) return own->text(size);
        std::string out;
        std::FILE* const from = popen((command + " " + name + " " + std::to_string(size)).c_str(), "r");
        if (from == nullptr) return out;
        char part[1 << 16];
        for (std::size_t n; (n = std::fread(part, 1, sizeof part, from)) > 0;) out.append(part, n);
        pclose(from);
        return out;
    }
};

struct options {
    std::size_t from = std::size_t{1} << 18, to = std::size_t{1} << 21;
    std::size_t further = 0; // as far as that where the growth up to `to` is above `steepest`
    std::string component, family, command;
    double steepest = 2.2, slowest = 20;
    bool count = false, all = false;
};

double seconds() { // of this thread: what else the machine does is no part of it
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
}

double time_of(const component& c, std::string_view text) {
    const double begin = seconds();
    c.run(text);
    return seconds() - begin;
}
// The least time of some runs: what disturbs a run only makes it longer.
double least_time(const component& c, std::string_view text, int runs) {
    double least = time_of(c, text);
    for (int i = 1; i < runs; ++i) least = std::min(least, time_of(c, text));
    return least;
}

// A component with a text, when it begins with nothing: the time, and the most bytes that it held.
struct cost {
    double time = 0;
    std::size_t memory = 0;
};
cost cost_of(const component& c, std::string_view text) {
    c.forget();
    const std::size_t before = counting_new::in_use;
    counting_new::most_in_use = before;
    const double took = time_of(c, text);
    return {took, counting_new::most_in_use - before};
}

std::string news(std::size_t size) {
    std::string once, out;
    for (const char* name : {"01-dari", "02-arabic", "03-arabic-captions", "04-english", "05-pashto"}) {
        std::ifstream in(std::string(MATN_SOURCE_DIR) + "/examples/articles/" + name + ".txt", std::ios::binary);
        once.append(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    while (out.size() < size) out += once;
    out.resize(size); // cut anywhere: what is broken is text too
    return out;
}

struct worst {
    double figure = 0;
    std::string where;
    void see(double f, const std::string& name) {
        if (f > figure) figure = f, where = name;
    }
};

// One line a component: its speed on news, its slowest family beside that, its steepest family in time and in memory.
int measure(const std::vector<component>& components, const std::vector<text_maker>& families, const options& o) {
    std::printf("%-26s %9s  %-34s  %-34s  %-30s %s\n", "component", "news ns/B", "slowest family: ns/B, times news",
                "steepest: time(2n)/time(n)", "steepest: memory", "bytes/B");
    int bad = 0;
    std::vector<double> of_news, most_bytes(components.size());
    std::vector<worst> slow(components.size()), steep(components.size()), hungry(components.size());
    const std::string usual = news(o.from);
    for (const component& c : components) of_news.push_back(least_time(c, usual, 7) / static_cast<double>(usual.size()));
    for (const text_maker& family : families) {
        std::vector<double> before(components.size());
        std::vector<std::size_t> held(components.size());
        std::size_t bytes_before = 0;
        std::vector<worst> here(components.size());
        for (std::size_t size = o.from; size <= std::max(o.to, o.further); size *= 2) {
            const auto left_out = [&](std::size_t i) { return size > o.to && here[i].figure < o.steepest; };
            bool any = false;
            for (std::size_t i = 0; i < components.size(); ++i) any = any || !left_out(i);
            if (!any) break;
            const std::string text = family.text(size);
            for (std::size_t i = 0; i < components.size(); ++i) {
                if (left_out(i)) continue;
                const component& c = components[i];
                const cost once = cost_of(c, text);
                const std::size_t memory = once.memory;
                double took = once.time;
                const auto bytes = static_cast<double>(text.size());
                // A machine that is busy gets further tries.
                const auto slower = [&] { return took / bytes / of_news[i]; };
                const auto grown = [&] { return took / before[i] * 2 * static_cast<double>(bytes_before) / bytes; };
                for (int again = 0; again < 4; ++again) {
                    const bool doubtful =
                        (bytes_before == 0 && slower() > o.slowest) || (before[i] > 0.0005 && grown() > o.steepest);
                    if (!doubtful) break;
                    took = std::min(took, least_time(c, text, 3));
                    if (again % 2 == 0) continue;
                    if (const std::string half = family.text(size / 2); bytes_before > 0)
                        before[i] = std::max(before[i], least_time(c, half, 3)); // it may have been the luckier one
                }
                slow[i].see(slower(), family.name);
                most_bytes[i] = std::max(most_bytes[i], static_cast<double>(memory) / bytes);
                const bool fits = bytes_before > 0;
                if (fits && before[i] > 0.0005) { // what is over in half a millisecond is not measured well
                    steep[i].see(grown(), family.name);
                    here[i].see(grown(), family.name);
                    if (o.all || grown() > o.steepest)
                        std::printf("  %s on %s: %.2f ms for %zu bytes, %.2f times half of it\n", c.name.c_str(),
                                    family.name.c_str(), took * 1e3, text.size(), grown());
                }
                if (fits && held[i] > (std::size_t{1} << 18))
                    hungry[i].see(static_cast<double>(memory) / static_cast<double>(held[i]) * 2 *
                                      static_cast<double>(bytes_before) / bytes,
                                  family.name);
                if (o.all || slower() > o.slowest)
                    std::printf("  %s on %s: %.1f ns/byte, %.1f times news\n", c.name.c_str(), family.name.c_str(),
                                took * 1e9 / bytes, slower());
                before[i] = took;
                held[i] = memory;
            }
            bytes_before = text.size();
        }
        // What stands here is not lost where the program is stopped.
        const auto steepest =
            std::max_element(here.begin(), here.end(), [](const worst& a, const worst& b) { return a.figure < b.figure; });
        std::printf("%s: at most %.2f times the time for twice the bytes, %s, up to %zu bytes\n", family.name.c_str(),
                    steepest->figure, components[static_cast<std::size_t>(steepest - here.begin())].name.c_str(), bytes_before);
        std::fflush(stdout);
    }
    for (std::size_t i = 0; i < components.size(); ++i) {
        const auto with = [](const char* format, double a, double b, const std::string& name) {
            char figure[64];
            std::snprintf(figure, sizeof figure, format, a, b);
            return std::string(figure) + " " + name;
        };
        const bool fails = slow[i].figure > o.slowest || steep[i].figure > o.steepest;
        bad += fails;
        std::printf("%-26s %9.2f  %-34s  %-34s  %-30s %.1f%s\n", components[i].name.c_str(), of_news[i] * 1e9,
                    with("%.1f, %.1fx", slow[i].figure * of_news[i] * 1e9, slow[i].figure, slow[i].where).c_str(),
                    with("%.2f", steep[i].figure, 0, steep[i].where).c_str(),
                    with("%.2f", hungry[i].figure, 0, hungry[i].where).c_str(), most_bytes[i], fails ? "  <-- too slow" : "");
    }
    return bad;
}

// For callgrind: each component over some families at a time, in the sizes asked for, with a mark after each. A family whose work
// grows with the square of its size shows among sixteen. `tools/growth/run --check` reads the marks.
int count_instructions(const std::vector<component>& components, const std::vector<text_maker>& families, const options& o) {
    constexpr std::size_t together = 16;
    for (std::size_t first = 0; first < families.size(); first += together) {
        const std::size_t end = std::min(first + together, families.size());
        for (std::size_t size = o.from; size <= o.to; size *= 2) {
            std::vector<std::string> texts;
            std::size_t bytes = 0;
            for (std::size_t f = first; f < end; ++f) {
                texts.push_back(families[f].text(size));
                bytes += texts.back().size();
            }
            for (const component& c : components) {
                for (const std::string& t : texts) c.run(t); // memory grows, and what is built once is built
                CALLGRIND_ZERO_STATS;
                for (const std::string& t : texts) c.run(t);
                const std::string mark =
                    c.name + "\t" + families[first].name + " to " + families[end - 1].name + "\t" + std::to_string(bytes);
                CALLGRIND_DUMP_STATS_AT(mark.c_str());
            }
        }
    }
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    // Memory that was given back stays ours: a page that the system gives anew costs more than a component does with it.
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, 2'000'000'000);
    options o;
    for (int i = 1; i < argc; ++i) {
        const std::string_view a = argv[i];
        const char* const value = i + 1 < argc ? argv[i + 1] : "";
        if (a == "--count") o.count = true;
        else if (a == "--all") o.all = true;
        else if (a == "--from") o.from = std::stoul(value), ++i;
        else if (a == "--to") o.to = std::stoul(value), ++i;
        else if (a == "--further") o.further = std::stoul(value), ++i;
        else if (a == "--component") o.component = value, ++i;
        else if (a == "--family") o.family = value, ++i;
        else if (a == "--maker") o.command = value, ++i; // a program that is given a family and a size
        else return std::fprintf(stderr, "growth: what is %s?\n", argv[i]), 2;
    }
    std::vector<component> components = growth::all_components();
    std::erase_if(components, [&](const component& c) { return !o.component.empty() && c.name != o.component; });
    std::vector<text_maker> families;
    if (o.command.empty()) {
        for (const growth::family& f : growth::families) families.push_back({std::string(f.name), &f, {}});
    } else { // its list: family, component, why
        std::FILE* const from = popen((o.command + " --list").c_str(), "r");
        char line[4096];
        while (from != nullptr && std::fgets(line, sizeof line, from) != nullptr) {
            const std::string_view l = line;
            const std::string_view kind = l.substr(std::min(l.find('\t') + 1, l.size()));
            if (kind.starts_with("component") || kind.starts_with("gazetteer file") || kind.starts_with("document")) continue;
            families.push_back({std::string(l.substr(0, l.find('\t'))), nullptr, o.command});
        }
        if (from != nullptr) pclose(from);
    }
    std::erase_if(families, [&](const text_maker& f) { return !o.family.empty() && f.name != o.family; });
    if (components.empty() || families.empty()) return std::fprintf(stderr, "growth: there is no such component or family\n"), 2;
    return o.count ? count_instructions(components, families, o) : measure(components, families, o) > 0;
}
