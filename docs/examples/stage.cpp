// SPDX-License-Identifier: MIT
#include <matn/pipeline.hpp>
#include <matn/word.hpp>

#include <iostream>

struct acronym { // an item type of your own is a layer of your own
    matn::slice at;
};

int main() {
    // The parameters say: reads the text, reads the words, makes acronyms.
    const auto acronyms = [](std::string_view text, std::span<const matn::word> words, matn::emit<acronym> out) {
        for (const matn::word& w : words) {
            const std::string_view letters = w.at.of(text);
            if (letters.size() > 1 && letters.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == letters.npos) out({w.at});
        }
    };

    const auto analyse = matn::pipeline(matn::words, acronyms);
    const std::string_view text = "سرمنشی NATO و نماینده UN در کابل با BBC گفت‌وگو کردند.";
    const auto doc = analyse(text);
    for (const acronym& a : doc.each<acronym>()) std::cout << a.at.begin << '-' << a.at.end << ' ' << doc.text(a) << '\n';
}
