// SPDX-License-Identifier: MIT
// The language of a paragraph, as far as numbers and dates need it.
#ifndef MATN_DETAIL_TIME_VOTES_HPP
#define MATN_DETAIL_TIME_VOTES_HPP

#include <matn/detail/time_lexicon.hpp>

#include <cstdint>
#include <initializer_list>

namespace matn { inline namespace v0 { namespace detail::when {

// The languages of a paragraph, counted as it is read.
struct votes {
    std::uint32_t of[6] = {};
    std::uint32_t letters[16] = {}; // words whose letters speak for these languages: bits of language_bit from Arabic to Urdu

    // What the letters of the words say. Counting words by sets of languages costs less than asking for each word who it speaks for.
    constexpr void count_letters() noexcept {
        for (unsigned set = 1; set < 16; ++set) {
            const std::uint32_t words = letters[set];
            if (words == 0) continue;
            const unsigned who = set << 1;
            if ((who & arabic) != 0) of[1] += 2 * words;
            if ((who & persian) != 0)
                for (const unsigned i : {2u, 3u, 4u}) of[i] += 2 * words;
            if ((who & pashto) != 0) of[3] += 3 * words;
            if ((who & urdu) != 0) of[4] += 3 * words;
        }
    }

    [[nodiscard]] constexpr std::uint8_t winner(std::uint8_t otherwise) const noexcept {
        unsigned best = 0;
        std::uint32_t most = 0;
        for (unsigned i = 1; i < 6; ++i) {
            if (of[i] > most) {
                most = of[i];
                best = i;
            }
        }
        if (most != 0) return static_cast<std::uint8_t>(1u << best);
        return of[0] != 0 && otherwise == 0 ? std::uint8_t{english} : otherwise;
    }
};

}}} // namespace matn::v0::detail::when

#endif
