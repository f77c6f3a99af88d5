// SPDX-License-Identifier: MIT
// Which part of a mixed article is in which language.
#include <matn/language.hpp>

#include <iostream>

int main() {
    const std::string_view article = "پوهنتون بلخ روز شنبه درهای خود را به روی محصلان باز میکند و سرکهای شهر قیر میشود.\n"
                                     "Zarmina Kohnavard meets with donors in the Qatari capital Doha, on November 18, 2023.\n"
                                     "بحث رئيس البنك في الدوحة مع المبعوثة الخاصة تمويل المحطات وأبرز المستجدات الإقليمية.\n"
                                     "بزګران وايي چې په کندز کې له وچکالۍ زیانمن شوي دي او د اوبو کچه به هره ورځ خپره شي.\n";

    for (const matn::language_span s : matn::languages(article)) {
        const std::string_view part = s.at.of(article);
        std::cout << s.code.view() << '\t' << s.at.begin << '-' << s.at.end << '\t' << part.substr(0, part.find('\n')) << '\n';
    }
}
