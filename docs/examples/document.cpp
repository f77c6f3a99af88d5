// SPDX-License-Identifier: MIT
#include <matn/pipeline.hpp>
#include <matn/script.hpp>
#include <matn/word.hpp>

#include <iostream>

int main() {
    const auto analyse = matn::pipeline(matn::script_runs, matn::words({.punctuation = false}));

    const std::string text = "دفتر سازمان ملل (United Nations Office) در جلال آباد بسته شد."; // lives as long as the document
    auto doc = analyse(text);

    for (const matn::script_run& run : doc.each<matn::script_run>()) {
        std::cout << matn::iso_15924(run.value) << ':';
        for (const matn::word& w : doc.each<matn::word>(run.at)) std::cout << ' ' << doc.text(w); // the words inside the run
        std::cout << '\n';
    }

    const std::vector<matn::word> words = std::move(doc).take<matn::word>(); // the document is no longer needed
    std::cout << words.size() << " words; the last is " << words.back().at.of(text) << '\n';
}
