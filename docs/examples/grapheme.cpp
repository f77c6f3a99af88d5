// SPDX-License-Identifier: MIT
#include <matn/grapheme.hpp>

#include <iostream>

int main() {
    const std::string_view text = "خانهٔ 👩‍👩‍👧";
    std::size_t n = 0;
    for (const matn::grapheme g : matn::graphemes(text)) n += g.at.size() > 0 ? 1u : 0u;
    std::cout << text.size() << " bytes, " << n << " characters as readers see them\n";
}
