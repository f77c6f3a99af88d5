// SPDX-License-Identifier: MIT
// What the benchmarks of numbers and of dates share: their texts, and the bound that both are measured against.
#ifndef MATN_BENCH_BARE_SCAN_HPP
#define MATN_BENCH_BARE_SCAN_HPP

#include <benchmark/benchmark.h>

#include <matn/number.hpp>

#include <fstream>
#include <sstream>
#include <string>

// A shared corpus file where there is one, else sentences of the project's own, repeated.
inline std::string corpus(const std::string& language) {
    std::ifstream file(std::string(MATN_SHARED_DIR) + "/data/corpus/" + language + ".txt");
    std::stringstream all;
    all << file.rdbuf();
    std::string text = all.str();
    if (text.size() > 1 << 20) text.resize(1 << 20);
    if (!text.empty()) return text;
    const std::string sentence =
        language == "ar" ? "أفرجت الحكومة أمس الأحد عن خمسة آلاف سجين، وعاد 22 شخصا إلى بيوتهم في 12 سبتمبر/أيلول الماضي.\n"
        : language == "en"
            ? "The government let 5,000 prisoners go on Monday, and some two hundred came home by 15 December 2020.\n"
        : language == "ur" ? "حکومت نے پانچ ہزار قیدی رہا کیے اور وہ سب لوگ اپنے گھروں کو چلے گئے۔\n"
        : language == "ps"
            ? "حکومت پنځه زره بندیان خوشې کړل او هغوی ټول خپلو کورونو ته ولاړل.\n"
            : "حکومت روز سه شنبه ۲۶ حمل ۵ هزار زندانی را رها کرد و آن ها به خانه های خود در ولایت های دیگر رفتند.\n";
    while (text.size() < 1 << 20) text += sentence;
    return text;
}

inline void speed(benchmark::State& state, std::size_t bytes) {
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(bytes));
}

// The bound: cut into words, fold, hash, ask the table; nothing is kept.
inline void scan(benchmark::State& state, const std::string& language) {
    using namespace matn::detail;
    const std::string text = corpus(language);
    for (auto _ : state) {
        std::size_t hits = 0;
        when::folded_key key;
        for (std::size_t i = 0; i < text.size();) {
            const auto c = static_cast<unsigned char>(text[i]);
            if ((c | 32u) - 'a' < 26) {
                key.add((c | 32u) - 'a' + 1);
                key.latin = true;
                ++i;
            } else if (c >= 0xD8 && c <= 0xDB && i + 1 < text.size()) {
                const unsigned code =
                    when::byte_at(lexicon_time::letter_codes, (c & 3u) << 6 | (static_cast<unsigned char>(text[i + 1]) & 0x3Fu));
                i += 2;
                if (code != 0 && code != 64) {
                    key.add(code);
                } else if (code == 0 && key.size != 0) {
                    hits += when::look_up(key.value()) != 0 ? 1u : 0u;
                    key = {};
                }
            } else {
                if (key.size != 0) hits += when::look_up(key.value()) != 0 ? 1u : 0u;
                key = {};
                ++i;
            }
        }
        benchmark::DoNotOptimize(hits);
    }
    speed(state, text.size());
}

#endif
