// SPDX-License-Identifier: MIT
#include <matn/slice.hpp>

#include <iostream>

struct quotation { // an item of your own: anything with a member `at` knows where it stands
    matn::slice at;
    matn::slice speaker;
};
static_assert(matn::located<quotation>);

int main() {
    const std::string_view text = "وزیر خارجه گفت: «صلح نزدیک است.»";

    const auto place = [text](std::string_view part) {
        const auto begin = static_cast<matn::offset>(text.find(part));
        return matn::slice{begin, begin + static_cast<matn::offset>(part.size())};
    };
    const quotation said{.at = place("«صلح نزدیک است.»"), .speaker = place("وزیر خارجه")};

    std::cout << said.at.begin << '-' << said.at.end << ", " << said.at.size() << " bytes: " << said.at.of(text) << '\n';
    std::cout << "the speaker is in the quotation: " << (said.at.contains(said.speaker) ? "yes" : "no") << '\n';
    std::cout << "both: " << cover(said.speaker, said.at).of(text) << '\n';
}
