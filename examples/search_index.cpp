// SPDX-License-Identifier: MIT
// An index that finds a word however it was typed, and shows it as it stands in the article.
#include <matn/fold.hpp>
#include <matn/word.hpp>

#include <iostream>
#include <map>
#include <vector>

int main() {
    const std::string_view article =
        "توافقنامهٔ صُلح در كابل؛ «توافق‌نامه‌ صلح» کابـل، ۲۰۲۰. الصلح في كابُل 2020";

    const auto folded = matn::folding<matn::fold::search>(article);
    std::map<std::string_view, std::vector<matn::slice>> index;
    for (const matn::word w : folded.text() | matn::words({.punctuation = false}))
        index[w.at.of(folded.text())].push_back(folded.source(w.at)); // a place in the article, not in the folded copy

    const std::string_view typed = "کابل"; // Persian kaf; the article has Arabic ones too
    const auto query = matn::folding<matn::fold::search>(typed);
    for (const matn::slice at : index[query.text()]) std::cout << at.begin << '-' << at.end << '\t' << at.of(article) << '\n';

    for (const auto& [key, places] : index) {
        std::cout << key << " <-";
        for (const matn::slice at : places) std::cout << ' ' << at.of(article);
        std::cout << '\n';
    }
}
