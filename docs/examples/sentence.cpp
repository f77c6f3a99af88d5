// SPDX-License-Identifier: MIT
#include <matn/sentence.hpp>

#include <iostream>

int main() {
    const std::string_view text = "گفت‌وگوهای صلح ادامه دارد\n"
                                  "د. نعیم گفت: «ق.م. یعنی پیش از میلاد.» سپس رفت؟ بلی۔\n"
                                  "The U.S. Army paid Mr. Smith 3.5 million. He left.";
    for (const matn::sentence s : matn::sentences(text)) std::cout << "- " << s.at.of(text) << '\n';

    std::size_t plain = 0;
    for (const matn::sentence s : matn::sentences({.rules = matn::sentence_rules::unicode})(text))
        plain += s.at.size() > 0 ? 1u : 0u;
    std::cout << plain << " by UAX #29 alone\n";
}
