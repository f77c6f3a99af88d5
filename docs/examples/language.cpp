// SPDX-License-Identifier: MIT
#include <matn/language.hpp>

#include <iomanip>
#include <iostream>

int main() {
    const matn::language one = matn::identify(
        "شفاخانه ولایتی هلمند می‌گوید که داکتران معاش نگرفته‌اند");
    std::cout << one.code.view() << '\n';

    const std::string_view article = "أعلنت الوزارة أن الوفد سيصل غدا إلى العاصمة.\n"
                                     "The minister meets his counterpart on Monday. REUTERS\n"
                                     "وأضاف المتحدث أن المحادثات ستستمر يومين.";
    for (const matn::language_span& span : matn::languages(article))
        std::cout << std::setw(3) << span.at.begin << '-' << span.at.end << ' ' << span.code.view() << '\n';
}
