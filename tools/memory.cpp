// SPDX-License-Identifier: MIT
// How many bytes a document takes for each byte of text: the figures of docs/limits.md.
//
//     c++ -std=c++20 -O2 -Iinclude tools/memory.cpp -o memory && ./memory FILE...
#include "counting_new.hpp"

#include <matn/matn.hpp>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

namespace {

template <class Pipeline>
void measure(const char* what, const Pipeline& analyse, const std::string& text) {
    const std::size_t before = counting_new::in_use;
    auto doc = analyse.blank();
    analyse(text, doc);
    std::printf("  %-60s %6.2f\n", what, static_cast<double>(counting_new::in_use - before) / static_cast<double>(text.size()));
}

} // namespace

int main(int count, char** files) {
    for (int i = 1; i < count; ++i) {
        std::ifstream in(files[i], std::ios::binary);
        const std::string text((std::istreambuf_iterator<char>(in)), {});
        if (text.empty()) continue;
        std::printf("%s, %zu bytes; bytes of memory for each:\n", files[i], text.size());
        measure("words", matn::pipeline(matn::words), text);
        measure("tokens", matn::pipeline(matn::tokens), text);
        measure("numbers, dates", matn::pipeline(matn::numbers, matn::dates), text);
        measure("languages", matn::pipeline(matn::languages), text);
        measure("folding<search>", matn::pipeline(matn::folding<matn::fold::search>), text);
        measure("script_runs, languages, words, tokens, sentences, numbers, dates",
                matn::pipeline(matn::script_runs, matn::languages, matn::words, matn::tokens, matn::sentences, matn::numbers,
                               matn::dates),
                text);
        const auto folded = matn::folding<matn::fold::search>(text);
        std::printf("  %-60s %6.3f\n", "  of the folding, its alignment",
                    static_cast<double>(folded.map().bytes()) / static_cast<double>(text.size()));
    }
}
