// SPDX-License-Identifier: MIT
// The dates of a file of any size, in bounded memory: big_file FILE
#include <matn/matn.hpp>

#include <fstream>
#include <iostream>

int main(int argc, char** argv) {
    std::ifstream file(argc > 1 ? argv[1] : "articles/04-english.txt", std::ios::binary);
    if (!file) return std::cerr << "big_file: cannot read that file\n", 4;

    const auto analyse = matn::pipeline(matn::words, matn::numbers, matn::dates);
    auto doc = analyse.blank(); // its buffers are used again for every piece
    for (const matn::piece p : matn::pieces(file))
        for (const matn::date& d : analyse(p.text, doc).each<matn::date>())
            std::cout << p.from + d.at.begin << '\t' << doc.text(d) << '\n';
}
