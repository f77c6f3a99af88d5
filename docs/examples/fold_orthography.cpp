// SPDX-License-Identifier: MIT
#include <matn/fold.hpp>

#include <iostream>

int main() {
    namespace fold = matn::fold;
    const std::string_view typed = "كتابهاي علي, مي\u200C\u200Cروم? ٤٥ ﻣﺤﻤﺪ";

    std::cout << matn::folding<fold::repair>(typed).text() << '\n';
    std::cout << matn::folding<fold::orthography("fa")>(typed).text() << '\n';
    std::cout << matn::folding<fold::orthography("ar")>(typed).text() << '\n';
    std::cout << matn::folding<fold::orthography("fa") - fold::punctuation>(typed).text() << '\n';
}
