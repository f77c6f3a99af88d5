// SPDX-License-Identifier: MIT
#include <matn/pieces.hpp>
#include <matn/pipeline.hpp>
#include <matn/word.hpp>

#include <iostream>
#include <sstream>

int main() {
    std::istringstream file(
        "هیئت طالبان به دوحه رفت.\nوصل الوفد إلى الدوحة.\nThe delegation has arrived in Doha.\nد سولې خبرې پیل شوې.\n");

    const auto analyse = matn::pipeline(matn::words({.punctuation = false}));
    auto doc = analyse.blank();                          // its buffers serve piece after piece
    for (const matn::piece p : matn::pieces(file, 80)) { // 80 bytes only to show it; a mebibyte is usual
        const auto words = analyse(p.text, doc).each<matn::word>();
        std::cout << "piece of " << p.text.size() << " bytes from " << p.from << ": " << words.size() << " words, the last '"
                  << doc.text(words.back()) << "' at " << p.from + words.back().at.begin << " of the file\n";
    }
}
