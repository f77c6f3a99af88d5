// SPDX-License-Identifier: MIT
#include <matn/icu.hpp>

#include <iostream>

int main() {
    // Letters of an old font, and an alef whose madda is a mark of its own.
    const std::string_view text = "ﻗﺮﺁﻥ و قرا\u0653ن";
    const auto normal = matn::nfkc(text);
    std::cout << normal.text() << '\n';
    const matn::slice first = {0, 8}; // قرآن
    std::cout << normal.source(first).size() << " bytes of the text became " << first.size() << '\n';

    const std::string_view bytes = "\xE6\xD2\xC7\xD1\xC9 \xC7\xE1\xCE\xC7\xD1\xCC\xED\xC9";
    if (const auto converted = matn::to_utf8(bytes)) std::cout << converted->encoding() << ": " << converted->text() << '\n';
}
