// SPDX-License-Identifier: MIT
#include <matn/pipeline.hpp>
#include <matn/word.hpp>

#include <iostream>
#include <thread>

int main() {
    const auto analyse = matn::pipeline(matn::words({.punctuation = false})); // one, for all threads

    const std::string_view articles[] = {"وزیر خارجه به کابل رسید", "وصل وزير الخارجية إلى كابول",
                                         "The foreign minister has arrived in Kabul", "د بهرنیو چارو وزیر نن کابل ته ورسېد"};
    std::size_t counts[2] = {};
    const auto work = [&](std::size_t which) {
        auto doc = analyse.blank(); // one for each thread; its buffers serve text after text
        for (std::size_t i = which; i < std::size(articles); i += 2)
            counts[which] += analyse(articles[i], doc).each<matn::word>().size();
    };
    std::thread first(work, 0), second(work, 1);
    first.join();
    second.join();
    std::cout << counts[0] << " + " << counts[1] << " words\n";
}
