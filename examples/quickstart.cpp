// SPDX-License-Identifier: MIT
// The words and the dates of a Dari sentence.
#include <matn/matn.hpp>

#include <iostream>

int main() {
    const std::string_view news =
        "دیروز (سه شنبه ۱۱ میزان) زرمینه کوهنورد با دهقانان بلخ گفت‌وگو کرد.";

    const auto analyse = matn::pipeline(matn::words, matn::numbers, matn::dates({.anchor = matn::gregorian{2023, 10, 4}}));
    const auto doc = analyse(news);

    for (const matn::word& w : doc.each<matn::word>()) std::cout << doc.text(w) << '|';
    for (const matn::date& d : doc.each<matn::date>()) std::cout << '\n' << doc.text(d) << " = " << matn::iso(d.first);
    std::cout << '\n';
}
