// SPDX-License-Identifier: MIT
#include <matn/mention_stream.hpp>

#include <iostream>

int main() {
    const matn::gazetteer names({
        {.id = "islamabad", .type = "place", .language = "ur", .name = "اسلام آباد"},
        {.id = "taliban", .type = "org", .language = "fa", .name = "طالبان"},
    });
    const std::string_view text = "نمایندگان طالبان‌ها در اسلام‌آباد بودند.";
    const auto print = [](const matn::piece& where, const matn::mention& m) {
        std::cout << where.from + m.at.begin << " [" << m.at.of(where.text) << "] " << name_of(m.how) << '\n';
    };
    matn::mention_stream finder(names);
    for (std::size_t at = 0; at < text.size(); at += 7) finder.put(text.substr(at, 7), print); // cut anywhere
    finder.end(print);
}
