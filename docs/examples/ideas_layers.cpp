// SPDX-License-Identifier: MIT
#include <matn/matn.hpp>

#include <iostream>

int main() {
    const std::string_view text = "کابل سرد است. Doha is warm! الدوحة دافئة.";

    const auto analyse = matn::pipeline(matn::sentences, matn::words({.punctuation = false}), matn::script_runs);
    const auto doc = analyse(text);

    for (const matn::sentence& s : doc.each<matn::sentence>())               // a layer, in text order
        std::cout << doc.each<matn::word>(s.at).size() << " words in bytes " // what of another layer lies inside
                  << s.at.begin << '-' << s.at.end << ": " << doc.text(s) << '\n';
    for (const matn::script_run& r : doc.each<matn::script_run>())
        std::cout << iso_15924(r.value) << ' ' << r.at.size() << " bytes\n";
}
