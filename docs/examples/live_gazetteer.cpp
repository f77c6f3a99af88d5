// SPDX-License-Identifier: MIT
#include <matn/live_gazetteer.hpp>

#include <iostream>

int main() {
    const matn::gazetteer base({
        {.id = "kabul", .type = "place", .language = "fa", .name = "کابل"},
        {.id = "herat", .type = "place", .language = "fa", .name = "هرات"},
    });
    matn::live_gazetteer names(base);
    const auto show = [&names] {
        for (const matn::mention& m : matn::mentions(names)("از کابل تا هرات و بغزنی"))
            std::cout << names[m.id].id << ' ' << name_of(m.how) << "; ";
        std::cout << '\n';
    };
    show();
    (void)names.add({.id = "ghazni", .type = "place", .language = "fa", .name = "غزنی"});
    (void)names.remove("herat");
    names.commit(); // from here on
    show();
}
