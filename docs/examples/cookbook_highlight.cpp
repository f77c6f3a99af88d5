// SPDX-License-Identifier: MIT
#include <matn/fold.hpp>
#include <matn/word.hpp>

#include <iostream>
#include <string>

// The article with every word that the query could mean in brackets, as it stands there.
std::string highlighted(std::string_view article, std::string_view query) {
    const auto text = matn::folding<matn::fold::search>(article);
    const auto key = matn::folding<matn::fold::search>(query);
    std::string out;
    matn::offset shown = 0;
    for (const matn::word w : text.text() | matn::words) {
        if (w.at.of(text.text()) != key.text()) continue;
        const matn::slice at = text.source(w.at);
        out.append(article.substr(shown, at.begin - shown)).append("[").append(at.of(article)).append("]");
        shown = at.end;
    }
    return out.append(article.substr(shown));
}

int main() {
    std::cout << highlighted("توافق‌نامهٔ صُلح كابل، صلح کابـل", "کابل") << '\n'
              << highlighted("توافق‌نامهٔ صُلح كابل، صلح کابـل", "صلح") << '\n'
              << highlighted("Kâbul, KABUL and Kabuli rice", "kabul") << '\n';
}
