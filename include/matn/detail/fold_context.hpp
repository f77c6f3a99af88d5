// SPDX-License-Identifier: MIT
// What the rules ask that look at a character's neighbours. See fold_writer.hpp.
#ifndef MATN_DETAIL_FOLD_CONTEXT_HPP
#define MATN_DETAIL_FOLD_CONTEXT_HPP

#include <matn/version.hpp>

namespace matn { inline namespace v0 { namespace detail {

inline constexpr char32_t zwnj = 0x200C;

// A letter or a mark of Arabic script.
[[nodiscard]] constexpr bool is_arabic_letter(char32_t c) noexcept {
    return (c >= 0x620 && c <= 0x65F && c != 0x640) || (c >= 0x66E && c <= 0x6D3) || c == 0x6D5 || (c >= 0x6FA && c <= 0x6FC) ||
           c == 0x6FF || (c >= 0x750 && c <= 0x77F) || (c >= 0x8A0 && c <= 0x8C9);
}

// What a ZWNJ can join something to: a letter or a digit of any script, a mark, a picture; no space and no punctuation. 0 is the end of the text.
[[nodiscard]] constexpr bool joins(char32_t c) noexcept {
    if (c < 0x80) return (c >= U'0' && c <= U'9') || ((c | 0x20) >= U'a' && (c | 0x20) <= U'z');
    if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
    if (c >= 0x2000 && c < 0x2070) return false;
    switch (c) {
    case 0xD7:
    case 0xF7:
    case 0x60C:
    case 0x61B:
    case 0x61C:
    case 0x61E:
    case 0x61F:
    case 0x66A:
    case 0x66B:
    case 0x66C:
    case 0x66D:
    case 0x6D4:
    case 0x1680:
    case 0x3000:
    case 0x3001:
    case 0x3002:
    case 0xFD3E:
    case 0xFD3F:
    case 0xFEFF:
    case 0xFFFD: return false;
    default: return true;
    }
}

// The Arabic mark for an ASCII one.
[[nodiscard]] constexpr char16_t arabic_punctuation(char32_t c) noexcept { return c == U',' ? 0x60C : c == U';' ? 0x61B : 0x61F; }

}}} // namespace matn::v0::detail

#endif
