// SPDX-License-Identifier: MIT
#include <matn/fold.hpp>

#include <iostream>

int main() {
    // The set comes from a configuration file, so it is known only now.
    matn::fold_set chosen = matn::fold::none;
    for (const std::string_view name : {"yeh", "kaf", "digits", "vowels"}) {
        if (const auto set = matn::fold::find(name)) chosen = chosen | *set;
        else std::cout << "there is no folding called " << name << '\n';
    }

    const matn::folder fold(chosen);
    matn::folder::output into; // its memory serves text after text
    for (const std::string_view text : {"علي در كابل", "٢٦ مارس", "أمس"}) {
        fold(text, into);
        std::cout << text << " -> " << into.text() << '\n';
    }
}
