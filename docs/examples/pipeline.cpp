// SPDX-License-Identifier: MIT
#include <matn/pipeline.hpp>
#include <matn/utf8.hpp>
#include <matn/word.hpp>

#include <iostream>

int main() {
    const auto analyse = matn::pipeline(matn::words({.punctuation = false}), matn::damages);

    for (const std::string_view text : {"Urdu: امن کی بات چیت شروع", "Pashto: د سولې خبرې پیل شوې", "broken: صل\xD8"}) {
        const auto doc = analyse(text);
        std::cout << doc.each<matn::word>().size() << " words, " << doc.each<matn::damage>().size() << " damages:";
        for (const matn::word& w : doc.each<matn::word>()) std::cout << " [" << doc.text(w) << ']';
        std::cout << '\n';
    }
}
