// SPDX-License-Identifier: MIT
// A hash of folded letters, as the table of known words of names is ordered by.
#ifndef MATN_DETAIL_NAME_HASH_HPP
#define MATN_DETAIL_NAME_HASH_HPP

#include <matn/detail/name_spelling.hpp>

#include <cstdint>

namespace matn { inline namespace v0 { namespace detail {

[[nodiscard]] constexpr std::uint32_t letters_hash(const std::uint8_t* letters, std::uint32_t size, writing in) noexcept {
    std::uint32_t h = in == writing::latin ? 0x811C9DC5u : 0x1B873593u;
    for (std::uint32_t i = 0; i < size; ++i) h = (h ^ letters[i]) * 0x01000193u;
    h ^= h >> 15;
    h *= 0x2C1B3C6Du;
    return h ^ h >> 13;
}

}}} // namespace matn::v0::detail

#endif
