// SPDX-License-Identifier: MIT
// Language identification against CLD2, where its library is installed (Debian: libcld2-0), with its full tables where they are.
#include "bench.hpp"

#include <matn/language_full.hpp>
#include <matn/pipeline.hpp>

#include <dlfcn.h>

#include <memory>

namespace {

// CLD2::DetectLanguage(const char*, int, bool, bool*), loaded by name: no header is needed, and the benchmark builds without it.
using cld2_detect = int (*)(const char* text, int size, bool is_plain_text, bool* is_reliable);
cld2_detect load_cld2() {
    dlopen("libcld2_full.so.0", RTLD_NOW | RTLD_GLOBAL); // tables alone, which take the place of the small ones
    void* library = dlopen("libcld2.so.0", RTLD_NOW);
    return library == nullptr ? nullptr : reinterpret_cast<cld2_detect>(dlsym(library, "_ZN4CLD214DetectLanguageEPKcibPb"));
}

std::vector<std::string_view> lines_of(std::string_view text, std::size_t size) {
    std::vector<std::string_view> lines;
    for (std::size_t from = 0; from < text.size();) {
        std::size_t to = std::min(from + size, text.size());
        while (to < text.size() && text[to] != ' ' && text[to] != '\n') ++to;
        lines.push_back(text.substr(from, to - from));
        from = to;
    }
    return lines;
}

std::function<std::size_t()> matn_lines(std::string_view text) {
    return [lines = lines_of(text, 70)] {
        std::size_t known = 0;
        for (const std::string_view line : lines) known += matn::identify(line).code.known();
        return known;
    };
}
std::function<std::size_t()> matn_whole(std::string_view text) {
    return [text] { return static_cast<std::size_t>(matn::identify(text).code.known()); };
}
std::function<std::size_t()> matn_spans(std::string_view text) {
    const auto analyse = matn::pipeline(matn::languages);
    return [text, analyse, doc = std::make_shared<decltype(analyse.blank())>(analyse.blank())] {
        return analyse(text, *doc).each<matn::language_span>().size();
    };
}
std::function<std::size_t()> full_lines(std::string_view text) {
    return [lines = lines_of(text, 70)] {
        std::size_t known = 0;
        for (const std::string_view line : lines) known += matn::identify_full(line).code.known();
        return known;
    };
}
std::function<std::size_t()> full_whole(std::string_view text) {
    return [text] { return static_cast<std::size_t>(matn::identify_full(text).code.known()); };
}
std::function<std::size_t()> full_spans(std::string_view text) {
    const auto analyse = matn::pipeline(matn::languages_full);
    return [text, analyse, doc = std::make_shared<decltype(analyse.blank())>(analyse.blank())] {
        return analyse(text, *doc).each<matn::language_span>().size();
    };
}
std::function<std::size_t()> cld2_lines(std::string_view text, cld2_detect detect) {
    return [lines = lines_of(text, 70), detect] {
        std::size_t known = 0;
        for (const std::string_view line : lines) {
            bool reliable = false;
            known += detect(line.data(), static_cast<int>(line.size()), true, &reliable) != 26; // 26: unknown
        }
        return known;
    };
}

} // namespace

int main(int argc, char** argv) {
    std::vector<bench::contestant> contestants = {{"identify lines of 76 bytes", "matn", matn_lines}};
    contestants.push_back({"identify lines of 76 bytes", "matn, full", full_lines});
    if (const cld2_detect detect = load_cld2())
        contestants.push_back(
            {"identify lines of 76 bytes", "CLD2", [detect](std::string_view text) { return cld2_lines(text, detect); }});
    else std::puts("no CLD2 here; its column is left out");
    contestants.push_back({"identify a whole text", "matn", matn_whole});
    contestants.push_back({"identify a whole text", "matn, full", full_whole});
    contestants.push_back({"spans", "matn", matn_spans});
    contestants.push_back({"spans", "matn, full", full_spans});
    return bench::run(argc, argv, contestants);
}
