// SPDX-License-Identifier: MIT
#include <matn/token.hpp>

#include <iostream>

int main() {
    constexpr const char* names[] = {"word",  "number",      "url",    "email",        "mention", "hashtag",
                                     "emoji", "punctuation", "symbol", "abbreviation", "invalid"};
    const std::string_view text = "قال د. نعيم في 29/2/2020: راجع example.org/a?b=1، أو @naser #صلح... 😂";
    for (const matn::token t : matn::tokens(text)) std::cout << names[static_cast<int>(t.kind)] << '\t' << t.at.of(text) << '\n';
}
