// SPDX-License-Identifier: MIT
// What words of names mean: titles, common nouns (district, airport), names of countries and cities that each language has for itself.
#ifndef MATN_DETAIL_NAME_LEXICON_HPP
#define MATN_DETAIL_NAME_LEXICON_HPP

#include <matn/detail/name_hash.hpp>
#include <matn/detail/name_words_known.hpp>

#include <cstdint>

namespace matn { inline namespace v0 { namespace detail {

[[nodiscard]] constexpr bool is_title(std::uint16_t meaning) noexcept { return (meaning & 0x8000u) != 0; }
[[nodiscard]] constexpr bool is_generic(std::uint16_t meaning) noexcept { return (meaning & 0x4000u) != 0; }
[[nodiscard]] constexpr bool same_meaning(std::uint16_t a, std::uint16_t b) noexcept { return a != 0 && a == b; }

// The meaning of a word, or of some words with their spaces; 0 for what has none here.
[[nodiscard]] constexpr std::uint16_t meaning_of(const std::uint8_t* letters, std::uint32_t size, writing in) noexcept {
    if (size == 0 || size > 40) return 0;
    const std::uint32_t h = letters_hash(letters, size, in);
    constexpr std::uint32_t count = sizeof(known_hashes) / sizeof(known_hashes[0]);
    std::uint32_t low = 0, high = count;
    while (low < high) {
        const std::uint32_t middle = (low + high) / 2;
        if (known_hashes[middle] < h) low = middle + 1;
        else high = middle;
    }
    return low < count && known_hashes[low] == h ? known_meanings[low] : std::uint16_t{0};
}

}}} // namespace matn::v0::detail

#endif
