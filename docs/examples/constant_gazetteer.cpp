// SPDX-License-Identifier: MIT
#include <matn/constant_gazetteer.hpp>
#include <matn/mention.hpp>

#include <iostream>

// The compiler makes the gazetteer: nothing is built when the program starts, and nothing is allocated.
constexpr matn::entry offices[] = {
    {.id = "president", .type = "office", .language = "prs", .name = "رئیس جمهور"},
    {.id = "president", .type = "office", .language = "en", .name = "President"},
    {.id = "foreign-minister", .type = "office", .language = "prs", .name = "وزیر خارجه"},
    {.id = "foreign-minister", .type = "office", .language = "ar", .name = "وزير الخارجية"},
};
constexpr auto known = matn::constant_gazetteer<offices>();
static_assert(known.size() == 2 && known.name_count() == 4);

int main() {
    const std::string_view text =
        "رييس‌جمهور با وزیر خارجه دیدار کرد؛ وقال وزير الخارجية إن President لم يحضر.";
    for (const matn::mention& m : matn::mentions(known)(text)) std::cout << m.at.of(text) << " -> " << known[m.id].id << '\n';
}
