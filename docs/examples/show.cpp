// SPDX-License-Identifier: MIT
#include <matn/language.hpp>
#include <matn/number.hpp>
#include <matn/pipeline.hpp>
#include <matn/show.hpp>

#include <iostream>

int main() {
    const auto analyse = matn::pipeline(matn::languages, matn::numbers);
    const auto doc = analyse("The ministry said that 1,234.5 tons arrived in 20 trucks.\n"
                             "وزارت گفت که ۵ هزار تن رسیده است.");
    std::cout << matn::show<matn::language_span, matn::number>(doc, {.isolates = false});
}
