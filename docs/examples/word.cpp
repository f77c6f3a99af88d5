// SPDX-License-Identifier: MIT
#include <matn/word.hpp>

#include <iostream>

int main() {
    const std::string_view text = "رئیس‌جمهور گفت: ۱۲٫۵ میلیون! 🇦🇫";
    for (const matn::word w : matn::words(text)) std::cout << w.at.begin << '-' << w.at.end << ' ' << w.at.of(text) << '\n';

    std::size_t letters = 0;
    for (const matn::word w : text | matn::words({.punctuation = false})) letters += w.kind == matn::word_kind::letters ? 1u : 0u;
    std::cout << letters << " words of letters\n";
}
