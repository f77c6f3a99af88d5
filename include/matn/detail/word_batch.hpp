// SPDX-License-Identifier: MIT
// Some words of a text, each of their parts in an array of its own, so that eight are worked on at once where the processor can.
#ifndef MATN_DETAIL_WORD_BATCH_HPP
#define MATN_DETAIL_WORD_BATCH_HPP

#include <matn/detail/name_words.hpp>

#include <cstdint>
#include <cstring>

namespace matn { inline namespace v0 { namespace detail {

template <std::uint32_t Size>
struct word_batch {
    alignas(64) std::uint64_t low[Size + 8];
    alignas(64) std::uint64_t high[Size + 8];
    alignas(64) std::uint64_t hash[Size + 8];
    alignas(64) slice at[Size + 8];
    alignas(64) std::uint32_t letters[Size + 8];
    alignas(64) std::uint8_t joiner[Size + 64]; // read 64 at a time
    std::uint64_t rest[Size + 8];               // of words of more than 16 letters

    void put(std::uint32_t i, const name_word& w) noexcept {
        low[i] = w.key.low;
        high[i] = w.key.high;
        rest[i] = w.key.rest;
        letters[i] = w.key.letters;
        hash[i] = w.hash;
        at[i] = w.at;
        joiner[i] = w.joiner;
    }
    [[nodiscard]] word_key key(std::uint32_t i) const noexcept {
        return {low[i], high[i], letters[i] > 16 ? rest[i] : 0, letters[i]};
    }
    [[nodiscard]] name_word operator[](std::uint32_t i) const noexcept { return {key(i), hash[i], at[i], joiner[i]}; }
    // Drops the first `from` of `count` words; `from` is at least 8. Some at a time: it is few words, and done often.
    void drop(std::uint32_t from, std::uint32_t count) noexcept {
        const auto move = [from, count](auto* values) {
            for (std::uint32_t i = from; i < count; i += 8) std::memcpy(values + (i - from), values + i, 8 * sizeof *values);
        };
        move(low);
        move(high);
        move(rest);
        move(letters);
        move(hash);
        move(at);
        move(joiner);
    }
};

}}} // namespace matn::v0::detail

#endif
