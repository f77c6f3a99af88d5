// SPDX-License-Identifier: MIT
// Decoding: every byte belongs to one code point, what is damaged agrees, and encoding leads back. utf8cpp has its say.
#include "fuzz.hpp"

#include <utf8.h>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::budget within(data, size, 2);
    const std::string_view text = fuzz::text_of(data, size);
    const auto all = fuzz::collect(matn::code_points(text));
    fuzz::require_cover(text, all);
    std::vector<matn::slice> broken;
    for (const matn::code_point& c : all) {
        fuzz::require(c.at.size() >= 1 && c.at.size() <= 4, "a code point has 1 to 4 bytes");
        if (c.ok) fuzz::require(matn::encode(c.value).view() == c.at.of(text), "encoding leads back to the bytes");
        else fuzz::require(c.value == 0xFFFD, "broken bytes are U+FFFD"), broken.push_back(c.at);
    }
    const auto damages = matn::damages(text);
    fuzz::require(damages.size() == broken.size(), "damages are the broken code points");
    for (std::size_t i = 0; i < broken.size(); ++i) fuzz::require(damages[i].at == broken[i], "damages stand where they are");
    fuzz::require(utf8::is_valid(text.begin(), text.end()) == broken.empty(), "utf8cpp agrees on what is valid");
    return 0;
}
