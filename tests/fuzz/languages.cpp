// SPDX-License-Identifier: MIT
// Languages: spans that cover the text, and confidences that are shares.
#include "fuzz.hpp"

#include <matn/language.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::budget within(data, size, 2);
    const std::string_view text = fuzz::text_of(data, size);
    const auto spans = matn::languages(text);
    fuzz::require_cover(text, spans);
    fuzz::require_in_order(text, fuzz::borders_of(text), spans);
    for (const matn::language_span& s : spans)
        fuzz::require(s.confidence >= 0 && s.confidence <= 1, "a confidence is from 0 to 1");
    return 0;
}
