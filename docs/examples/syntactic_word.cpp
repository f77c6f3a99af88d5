// SPDX-License-Identifier: MIT
#include <matn/pipeline.hpp>
#include <matn/syntactic_word.hpp>

#include <iostream>

int main() {
    // Each token, its words joined by +. The languages are found first, for each has rules of its own.
    const auto analyse = matn::pipeline(matn::languages, matn::tokens, matn::syntactic_words);
    for (
        const std::string_view text :
        {"وقال وزير الخارجية إن المفاوضات ستبدأ غداً بحضور والده وأصدقائه.",
         "سخنگوی وزارت دفاع گفت که پدرش ازدیدار با رئیس دفترسیاسی در خانه‌اش خوشحال است.",
         "The minister's spokesman said that they don't know."}) {
        const auto doc = analyse(text);
        const auto words = doc.each<matn::syntactic_word>();
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (i != 0) std::cout << (words[i].token == words[i - 1].token ? '+' : ' ');
            std::cout << doc.text(words[i]);
        }
        std::cout << "\n\n";
    }

    // What each part is.
    constexpr const char* names[] = {"whole", "stem", "proclitic", "enclitic", "joined"};
    const std::string_view text = "وبمدينتهم";
    for (const matn::syntactic_word w : matn::syntactic_words(text, "ar"))
        std::cout << w.at.of(text) << '\t' << names[static_cast<int>(w.part)] << '\n';
}
