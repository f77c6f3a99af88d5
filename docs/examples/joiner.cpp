// SPDX-License-Identifier: MIT
#include <matn/joiner.hpp>

#include <iostream>

int main() {
    // Two ways to lose half-spaces: they were dropped, or spaces were typed for them.
    for (const std::string_view text : {"او میگوید که طرفها نمیخواهند گفتوگوها را قطع کنند.", "او می گوید که بچه ها خسته اند."}) {
        const auto restored = matn::restore_joiners(text);
        std::cout << restored.text() << '\n';

        const auto begin = static_cast<matn::offset>(restored.text().find("می"));
        const matn::slice verb = restored.source({begin, static_cast<matn::offset>(restored.text().find(" که"))});
        std::cout << "  from: " << verb.of(text) << '\n';
    }
}
