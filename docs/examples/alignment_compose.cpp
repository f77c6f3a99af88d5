// SPDX-License-Identifier: MIT
#include <matn/fold.hpp>

#include <iostream>

int main() {
    // Two foldings after each other, and one alignment that leads all the way back.
    const std::string_view text = "قـيمت ۲۵٬۰۰۰ افغانۍ";
    const auto first = matn::folding<matn::fold::tatweel | matn::fold::digits>(text);
    const auto second = matn::folding<matn::fold::yeh>(first.text());
    const auto both = matn::alignment::compose(first.map(), second.map());

    for (const std::string_view found : {"قیمت", "25٬000"}) {
        const auto begin = static_cast<matn::offset>(second.text().find(found));
        const matn::slice at{begin, begin + static_cast<matn::offset>(found.size())};
        std::cout << found << " at " << at.begin << '-' << at.end << " was " << both.source(at).of(text) << " at "
                  << both.source(at).begin << '-' << both.source(at).end << '\n';
    }
}
