// SPDX-License-Identifier: MIT
#include <matn/alignment.hpp>

#include <iostream>
#include <string>

// What a web page wrote as &amp; and &zwnj; is one character, or nothing, to a reader.
struct decoded {
    std::string text;
    matn::alignment map;
};

decoded decode_entities(std::string_view page) {
    struct entity {
        std::string_view name, means;
    };
    constexpr entity entities[] = {{"&amp;", "&"}, {"&laquo;", "«"}, {"&raquo;", "»"}, {"&zwnj;", "\u200C"}, {"&shy;", ""}};

    decoded out;
    const auto here = [&out] { return static_cast<matn::offset>(out.text.size()); };
    for (std::size_t pos = 0; pos < page.size();) {
        const entity* found = nullptr;
        for (const entity& e : entities)
            if (page.substr(pos).starts_with(e.name)) found = &e;
        if (found == nullptr) {
            out.text += page[pos++];
            continue;
        }
        const auto begin = static_cast<matn::offset>(pos);
        pos += found->name.size();
        const auto end = static_cast<matn::offset>(pos);
        out.text += found->means;
        if (found->means.empty()) out.map.gap(here(), begin, end); // gone; it belongs to neither neighbour
        else out.map.gap(here(), end, end);                        // what comes next comes from here on
    }
    out.map.finish(here(), static_cast<matn::offset>(page.size()));
    return out;
}

int main() {
    const std::string_view page = "وزیر گفت: &laquo;صلح &amp; امنیت&raquo; برای افغان&shy;ستان";
    const decoded d = decode_entities(page);
    std::cout << d.text << '\n';

    for (const std::string_view word : {"گفت", "«صلح", "&", "امنیت»", "افغانستان"}) {
        const auto begin = static_cast<matn::offset>(d.text.find(word));
        const matn::slice at{begin, begin + static_cast<matn::offset>(word.size())};
        std::cout << word << " is " << d.map.source(at).of(page) << '\n';
    }
    std::cout << d.map.size() << " entries for " << page.size() << " bytes\n";
}
