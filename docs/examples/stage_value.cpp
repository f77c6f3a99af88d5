// SPDX-License-Identifier: MIT
#include <matn/pipeline.hpp>
#include <matn/word.hpp>

#include <iostream>

struct statistics { // one for each document: a value
    std::size_t words = 0;
    std::size_t bytes = 0;
};

int main() {
    // A plain reference makes a value, a const reference reads it.
    const auto count = [](std::span<const matn::word> words, statistics& made) {
        made.words = words.size();
        for (const matn::word& w : words) made.bytes += w.at.size();
    };
    const auto average = [](const statistics& read, double& made) {
        made = read.words == 0 ? 0 : static_cast<double>(read.bytes) / static_cast<double>(read.words);
    };

    const auto analyse = matn::pipeline(matn::words({.punctuation = false}), count, average);
    for (const std::string_view text : {"پنځه کسان ووژل شول", "Peace talks resumed", ""}) {
        const auto doc = analyse(text);
        std::cout << doc.get<statistics>().words << " words of " << doc.get<double>() << " bytes on average\n";
    }
}
