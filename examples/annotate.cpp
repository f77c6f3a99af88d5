// SPDX-License-Identifier: MIT
// An article with its layers drawn under it.
#include <matn/matn.hpp>
#include <matn/show.hpp>

#include <iostream>

int main() {
    const matn::gazetteer names{{"zarmina-kohnaward", "person", "en", "Zarmina Kohnaward"},
                                {"zarmina-kohnaward", "person", "ar", "زرمينة كوهنورد"},
                                {"doha", "place", "en", "Doha"},
                                {"doha", "place", "ar", "الدوحة"}};

    const auto analyse =
        matn::pipeline(matn::numbers, matn::dates({.anchor = matn::gregorian{2023, 11, 18}}), matn::mentions(names));
    const auto doc = analyse("Zarmina Kohnaward spoke in Doha on Saturday, November 18, 2023.\n"
                             "وصلت زرمينة كوهنورد أمس الجمعة إلى الدوحة.");

    std::cout << matn::show<matn::date, matn::mention>(doc, {.isolates = false});
}
