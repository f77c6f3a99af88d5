// SPDX-License-Identifier: MIT
// Numbers in running text and alone.
#include "fuzz.hpp"

#include <matn/number.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::budget within(data, size, 3);
    const std::string_view text = fuzz::text_of(data, size);
    const auto numbers = fuzz::collect(matn::numbers(text));
    fuzz::require_in_order(text, fuzz::borders_of(text), numbers);
    for (const matn::number& n : numbers) (void)n.value(), (void)n.integer();
    if (const auto one = matn::parse_number(text)) (void)one->value();
    return 0;
}
