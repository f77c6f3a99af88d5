// SPDX-License-Identifier: MIT
// The compiled-in words of numbers and dates: their meanings, and how a folded word is looked up.
#ifndef MATN_DETAIL_TIME_LEXICON_HPP
#define MATN_DETAIL_TIME_LEXICON_HPP

#include <matn/detail/lexicon_time.hpp>
#include <matn/detail/time_meaning.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace matn { inline namespace v0 { namespace detail::when {

// One meaning of a word or phrase.
struct sense {
    meaning what;
    std::uint8_t
        flags; // languages 1 English 2 Arabic 4 Persian 8 Pashto 16 Urdu 32 Kurdish; 64 weak; 128 with the Arabic article
    std::int16_t value;

    [[nodiscard]] constexpr bool weak() const noexcept { return (flags & 64) != 0; }
};

enum language_bit : std::uint8_t { english = 1, arabic = 2, persian = 4, pashto = 8, urdu = 16, kurdish = 32 };
// --- The compiled-in tables, read from string literals without alignment, low byte first.
[[nodiscard]] constexpr unsigned byte_at(const char* data, std::size_t i) noexcept { return static_cast<unsigned char>(data[i]); }
template <class Number>
[[nodiscard]] constexpr Number number_at(const char* data) noexcept {
    Number n = 0;
    if (!std::is_constant_evaluated() &&
        std::endian::native == std::endian::little) { // one load, which compilers do not see in the loop
        std::memcpy(&n, data, sizeof n);
        return n;
    }
    for (std::size_t i = sizeof n; i-- > 0;) n = static_cast<Number>(std::uint64_t{n} << 8 | byte_at(data, i));
    return n;
}
[[nodiscard]] constexpr std::uint16_t word_at(const char* data, std::size_t i) noexcept {
    return number_at<std::uint16_t>(data + 2 * i);
}
[[nodiscard]] constexpr std::uint64_t key_at(std::size_t i) noexcept {
    return number_at<std::uint64_t>(lexicon_time::keys + 8 * i);
}
[[nodiscard]] constexpr sense sense_at(std::size_t i) noexcept {
    const auto all = number_at<std::uint32_t>(lexicon_time::sense_data + 4 * i);
    return {static_cast<meaning>(all & 255u), static_cast<std::uint8_t>(all >> 8), static_cast<std::int16_t>(all >> 16)};
}

// The letters of a word, folded, as one number: six bits each, up to ten letters exactly, longer words hashed.
struct folded_key {
    std::uint64_t bits = 0;
    unsigned size = 0;
    bool latin = false;

    constexpr void add(unsigned code) noexcept {
        ++size;
        bits = size <= 10 ? bits << 6 | code : (bits * 0x9E3779B97F4A7C15u) ^ code;
    }
    [[nodiscard]] constexpr std::uint64_t value() const noexcept {
        return size > 10 ? bits | std::uint64_t{1} << 63 : latin ? bits | std::uint64_t{1} << 62 : bits;
    }
};

[[nodiscard]] constexpr std::uint64_t hash_of(std::uint64_t key) noexcept { return (key ^ key >> 31) * 0x9E3779B97F4A7C15u; }
// Whether some word of the lexicon may have that hash: 1, or 0 for certainly none. Turns most words of a text away, without a branch.
[[nodiscard]] constexpr unsigned maybe(std::uint64_t hash) noexcept {
    const auto bit = static_cast<std::size_t>(hash >> 48);
    return byte_at(lexicon_time::filter, bit >> 3) >> (bit & 7) & 1u;
}
// The number of a word in the lexicon plus one, or 0.
[[nodiscard]] constexpr std::uint16_t look_up(std::uint64_t key) noexcept {
    const std::uint64_t h = hash_of(key);
    if (maybe(h) == 0) return 0;
    const auto bucket = static_cast<std::size_t>(h >> (64 - lexicon_time::bucket_bits));
    const std::size_t end = word_at(lexicon_time::buckets, bucket + 1);
    for (std::size_t i = word_at(lexicon_time::buckets, bucket); i < end; ++i)
        if (key_at(i) == key) return static_cast<std::uint16_t>(i + 1);
    return 0;
}

struct word_entry {
    std::uint16_t first_sense;
    std::uint8_t senses;
    bool begins_phrase;
    bool goes_on;           // stands in a phrase behind its first word
    bool light;             // counts only beside others
    bool small;             // a word of grammar, by which a language shows best
    std::uint8_t languages; // of all its senses: bits of language_bit
};
[[nodiscard]] constexpr word_entry entry_at(std::uint16_t word) noexcept {
    const auto all = number_at<std::uint32_t>(lexicon_time::entries + 4 * (word - 1u));
    const unsigned count = all >> 16 & 255u;
    const unsigned flags = all >> 24;
    return {static_cast<std::uint16_t>(all),
            static_cast<std::uint8_t>(count & 63u),
            (flags & 1) != 0,
            (count & 64) != 0,
            (flags & 2) != 0,
            (count & 128) != 0,
            static_cast<std::uint8_t>(flags >> 2)};
}

// The next state of the trie of phrases, or 0.
[[nodiscard]] constexpr std::uint16_t step(std::uint16_t state, std::uint16_t word) noexcept {
    const std::uint32_t wanted = std::uint32_t{state} << 16 | (word - 1u);
    std::size_t from = 0;
    for (std::size_t n = lexicon_time::transitions; n > 0;) {
        const std::size_t half = n / 2;
        const auto here = number_at<std::uint32_t>(lexicon_time::trie + 6 * (from + half));
        if (here == wanted) return word_at(lexicon_time::trie, 3 * (from + half) + 2);
        if (here < wanted) {
            from += half + 1;
            n -= half + 1;
        } else {
            n = half;
        }
    }
    return 0;
}

}}} // namespace matn::v0::detail::when

#endif
