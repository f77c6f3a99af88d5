// SPDX-License-Identifier: MIT
#include <matn/fold.hpp>

#include <iostream>

int main() {
    // One city: Persian and Arabic letters, a vowel mark, a tatweel. One name: a hamza sign of two kinds.
    for (const std::string_view text : {"کابل", "كابُل", "كابـــل", "رئيس", "رئیس", "Émigré", "EMIGRE"})
        std::cout << text << " -> " << matn::folding<matn::fold::search>(text).text() << '\n';
}
