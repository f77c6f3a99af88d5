// SPDX-License-Identifier: MIT
#include <matn/utf8.hpp>

#include <iostream>

int main() {
    // "پول" (money) as Windows-1256 wrote it, inside a text that is UTF-8; then a letter whose second byte was lost.
    const std::string_view text = "money: \x81\xE6\xE1, صل\xD8 in Kabul";

    for (const matn::damage& d : matn::damages(text))
        std::cout << "bytes " << d.at.begin << " to " << d.at.end << ": "
                  << (d.why == matn::damage_reason::stray ? "start nothing" : "a character that was cut short") << '\n';
}
