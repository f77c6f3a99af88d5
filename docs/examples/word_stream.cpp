// SPDX-License-Identifier: MIT
#include <matn/word.hpp>

#include <iostream>

int main() {
    // The text comes in parts, cut in the middle of a word and of a letter.
    matn::word_boundary_stream stream;
    const auto print = [](std::uint64_t position) { std::cout << position << ' '; };
    for (const std::string_view part : {"don", "'t ca", "f\xC3", "\xA9!"}) stream.feed(part, print);
    stream.finish(print);
    std::cout << '\n';
}
