// SPDX-License-Identifier: MIT
#include <matn/through.hpp>
#include <matn/word.hpp>

#include <iostream>

int main() {
    namespace fold = matn::fold;
    struct place {
        matn::slice at;
    };
    // Knows one spelling of each place. It never sees another.
    const auto places = [](std::string_view text, std::span<const matn::word> words, matn::emit<place> out) {
        for (const matn::word& w : words)
            for (const std::string_view name : {"کابل", "بغداد", "اسلاماباد"})
                if (w.at.of(text) == name) out({w.at});
    };

    const auto analyse = matn::pipeline(matn::folding<fold::search>, matn::through<fold::search>(matn::words, places));
    const std::string_view text = "از كابُل تا بغـداد و اسلام‌آباد";
    const auto doc = analyse(text);
    for (const place& p : doc.each<place>()) std::cout << p.at.begin << '-' << p.at.end << ' ' << doc.text(p) << '\n';
}
