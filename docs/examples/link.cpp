// SPDX-License-Identifier: MIT
#include <matn/link.hpp>

#include <iomanip>
#include <iostream>

int main() {
    // Who found them does not matter: a tagger, a gazetteer, a reader.
    const matn::named mentions[] = {
        {.document = 1, .name = "جنرال باجوا", .type = "person"},
        {.document = 1, .name = "جاوید قمر باجوا", .type = "person"},
        {.document = 1, .name = "خلیلزاد", .type = "person"},
        {.document = 1, .name = "زلمی خلیلزاد", .type = "person"},
        {.document = 2, .name = "زلماي خليل زاد", .type = "person"},
        {.document = 2, .name = "خليل زاد", .type = "person"},
        {.document = 2, .name = "الدوحة", .type = "place"},
        {.document = 3, .name = "Zalmay Khalilzad", .type = "person"},
        {.document = 3, .name = "Qamar Javed Bajwa", .type = "person"},
        {.document = 3, .name = "Doha", .type = "place"},
    };
    for (const matn::name_group& group : matn::link(mentions)) {
        for (const std::uint32_t name : group.names) std::cout << mentions[name].name << " / ";
        std::cout << group.type << '\n';
        for (const matn::linked_mention& m : group.members)
            std::cout << "  " << mentions[m.mention].document << ' ' << mentions[m.mention].name << ": as "
                      << mentions[m.like].name << ", " << rule_name(m.rule) << ' ' << std::fixed << std::setprecision(2)
                      << m.score << '\n';
    }
}
