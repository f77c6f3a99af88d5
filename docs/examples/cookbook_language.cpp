// SPDX-License-Identifier: MIT
// Sorani Kurdish, which matn has no words for: its letters tell it, its months are added to those that dates know.
#include <matn/date.hpp>
#include <matn/pipeline.hpp>
#include <matn/sentence.hpp>

#include <iostream>

struct kurdish {
    matn::slice at;
};

int main() {
    // Sentences with letters that only Kurdish of those in Arabic script has.
    const auto kurdish_sentences = [](std::string_view text, std::span<const matn::sentence> sentences, matn::emit<kurdish> out) {
        for (const matn::sentence s : sentences)
            for (const std::string_view letter : {"ێ", "ڵ", "ڕ"})
                if (s.at.of(text).find(letter) != std::string_view::npos) {
                    out({s.at});
                    break;
                }
    };
    // Names of a user's own, as they stand in a text: the months of the Solar Hijri year.
    static constexpr matn::date_name months[] = {
        {"خاکەلێوە", matn::calendar::solar_hijri, 1},  {"گوڵان", matn::calendar::solar_hijri, 2},
        {"جۆزەردان", matn::calendar::solar_hijri, 3},  {"پووشپەڕ", matn::calendar::solar_hijri, 4},
        {"گەلاوێژ", matn::calendar::solar_hijri, 5},   {"خەرمانان", matn::calendar::solar_hijri, 6},
        {"ڕەزبەر", matn::calendar::solar_hijri, 7},    {"گەڵاڕێزان", matn::calendar::solar_hijri, 8},
        {"سەرماوەز", matn::calendar::solar_hijri, 9},  {"بەفرانبار", matn::calendar::solar_hijri, 10},
        {"ڕێبەندان", matn::calendar::solar_hijri, 11}, {"ڕەشەمە", matn::calendar::solar_hijri, 12},
    };

    const auto analyse = matn::pipeline(matn::sentences, kurdish_sentences, matn::numbers, matn::dates({.names = months}));
    const auto doc = analyse("کۆبوونەوەکە لە ٢٥ گەلاوێژ ١٤٠٢ لە سلێمانی بوو. The next is on 3 May 2024.");
    for (const kurdish& k : doc.each<kurdish>()) std::cout << "Kurdish: " << doc.text(k) << '\n';
    for (const matn::date& d : doc.each<matn::date>()) std::cout << doc.text(d) << " = " << matn::iso(d.first) << '\n';
}
