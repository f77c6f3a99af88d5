// SPDX-License-Identifier: MIT
#include <matn/fold.hpp>

#include <iostream>

int main() {
    namespace fold = matn::fold;
    const std::string_view text =
        "أفغانستان، مدرسة، علي، ۱۳۹۹، مُحَمَّد، می‌روم، Émile";

    std::cout << matn::folding<fold::alef>(text).text() << '\n';
    std::cout << matn::folding<fold::teh | fold::yeh>(text).text() << '\n';
    std::cout << matn::folding<fold::marks | fold::digits>(text).text() << '\n';
    std::cout << matn::folding<fold::joiners | fold::diacritics>(text).text() << '\n';
    std::cout << matn::folding<fold::search - fold::digits>(text).text() << '\n'; // all of a search key but the digits
}
