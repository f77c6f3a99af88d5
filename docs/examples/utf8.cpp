// SPDX-License-Identifier: MIT
#include <matn/utf8.hpp>

#include <iostream>

int main() {
    const std::string_view text = "Kābul کا\xD8"; // cut in the middle of a letter

    for (const matn::code_point c : text | matn::code_points) {
        std::cout << c.at.begin << '-' << c.at.end << "  U+" << std::hex << std::uppercase << static_cast<unsigned>(c.value)
                  << std::dec;
        std::cout << (c.ok ? "" : "  not UTF-8") << '\n';
    }
    std::cout << matn::encode(U'ښ').view() << " takes " << matn::encode(U'ښ').view().size() << " bytes\n";
}
