// SPDX-License-Identifier: MIT
// A stage of one's own is a function, and what it makes is a layer like the others.
#include <matn/matn.hpp>

#include <iostream>

struct dateline {
    matn::slice at; // all that an item needs is where it stands
};

int main() {
    // Its parameters say what it reads (words, dates) and what it makes (datelines).
    const auto datelines = [](std::span<const matn::word> words, std::span<const matn::date> dates, matn::emit<dateline> out) {
        if (!dates.empty() && dates.front().at.begin < 80) out({cover(words.front().at, dates.front().at)});
    };

    const auto analyse = matn::pipeline(matn::words, matn::numbers, matn::dates, datelines);
    const auto doc = analyse("TERMEZ, Uzbekistan, December 5, 2023: The envoy spoke of nineteen stations on the Amu Darya.");

    for (const dateline& d : doc.each<dateline>()) std::cout << doc.text(d) << '\n';
}
