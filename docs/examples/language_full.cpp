// SPDX-License-Identifier: MIT
#include <matn/language_full.hpp>

#include <iostream>

int main() {
    for (const std::string_view text : {"وزیر خارجہ نے کہا ہے کہ مذاکرات ہوں گے", "انہاں کوں ضمیر تے عقل ݙتی ڳئی ہے",
                                        "سٲری اِنسان چھِ آزاد زامٕتؠ", "Барча одамлар эркин туғиладилар"})
        std::cout << matn::identify(text).code.view() << " -> " << matn::identify_full(text).code.view() << '\n';

    const std::string_view words = "سارے لوگ"; // Urdu, and Punjabi as well
    for (const float rarity : {matn::news_prior, matn::balanced_prior})
        std::cout << matn::identify_full(words, {.rarity = rarity}).code.view() << '\n';
}
