// SPDX-License-Identifier: MIT
#include <matn/fold.hpp>

#include <iostream>

int main() {
    const std::string_view article = "مُحَمَّد در كابـل ۲۶ ساله شد";
    const auto folded = matn::folding<matn::fold::search>(article);
    std::cout << folded.text() << '\n';

    for (const std::string_view word : {"محمد", "کابل", "26"}) {
        const auto begin = static_cast<matn::offset>(folded.text().find(word));
        const matn::slice at = folded.source({begin, begin + static_cast<matn::offset>(word.size())});
        std::cout << word << " stands at " << at.begin << '-' << at.end << ": " << at.of(article) << '\n';
    }
}
