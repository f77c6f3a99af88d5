// SPDX-License-Identifier: MIT
#include <matn/calendar.hpp>
#include <matn/format.hpp>
#include <matn/number.hpp>
#include <matn/token.hpp>

#include <iostream>

int main() {
    const std::string_view text = "On Tuesday 1,234.5 tons arrived.";
    for (const matn::number n : matn::numbers(text)) std::cout << n << '\n';
    for (const matn::token t : matn::tokens(text)) std::cout << t.at.of(text) << ": " << matn::label(t) << '\n';
    std::cout << matn::solar_hijri(matn::gregorian{2021, 4, 15}) << '\n';
}
