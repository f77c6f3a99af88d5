// SPDX-License-Identifier: MIT
#include <matn/name_match.hpp>

#include <iomanip>
#include <iostream>

int main() {
    const char* const pairs[][2] = {
        {"خلیلزاد", "Khalilzad"}, {"عبد الغني", "عبدالغنی"}, {"Karzai Hamid", "حامد کرزی"},         {"الملا برادر", "Baradar"},
        {"باجوا", "باجوہ"},       {"مصر", "Egypt"},          {"ولسوالی پغمان", "Paghman District"}, {"کندهار", "Kunduz"},
    };
    for (const auto& [left, right] : pairs) {
        const matn::name_match m = matn::match_names(left, right);
        std::cout << std::fixed << std::setprecision(2) << m.score << ' ' << matn::rule_name(m.rule) << ": " << left << ", "
                  << right << '\n';
    }

    // Why: which letters stand for which.
    const std::string_view native = "کرزی", latin = "Karzai";
    for (const matn::letter_pair& p : matn::align_names(native, latin))
        std::cout << p.left.of(native) << '=' << p.right.of(latin) << ' ';
    std::cout << '\n';
}
