// SPDX-License-Identifier: MIT
#include <matn/link.hpp>
#include <matn/proper_name.hpp>

#include <iostream>

int main() {
    const std::string_view documents[] = {
        "The US envoy, Zalmay Khalilzad, met General Qamar Javed Bajwa in Islamabad. Khalilzad then left for Doha.",
        "زلمی خلیلزاد در اسلامآباد با جنرال باجوا دیدار کرد. باجوا گفت که خلیلزاد به دوحه میرود.",
        "قال خليل زاد في الدوحة إن المحادثات بدأت.",
    };
    std::vector<matn::named> mentions;
    for (const matn::proper_name& n : matn::proper_names(documents))
        mentions.push_back({.document = n.document, .name = n.at.of(documents[n.document]), .type = n.person ? "person" : ""});
    for (const matn::name_group& group : matn::link(mentions)) {
        for (const matn::linked_mention& m : group.members)
            std::cout << mentions[m.mention].name << " (" << mentions[m.mention].document << ") ";
        std::cout << '\n';
    }
}
