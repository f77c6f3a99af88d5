// SPDX-License-Identifier: MIT
// Names counted by how much of what is asked for their words are like: where two words are common, those that have both.
#ifndef MATN_DETAIL_NAME_TALLY_HPP
#define MATN_DETAIL_NAME_TALLY_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/name_nearest.hpp>

#include <cstdint>
#include <cstring>
#include <span>

namespace matn { inline namespace v0 { namespace detail {

// Names that were read from the lists of words, each once, with the best that was said for each word of what is asked for.
class name_tally {
public:
    static constexpr std::uint32_t most_words = 8;

    // Room for so many readings.
    void clear(std::size_t readings) {
        counted_.clear();
        std::uint32_t bits = 6;
        while ((std::size_t{1} << bits) < 2 * readings) ++bits;
        shift_ = 32 - bits;
        slots_.assign(std::size_t{1} << bits, 0);
    }
    // How many names there are.
    [[nodiscard]] std::size_t size() const noexcept { return counted_.size(); }

    // The names that have a word which is worth so much for one asked for, or for each of two neighbours. With `known` only names that
    // are here already, which is what a common word is asked for.
    void read(std::span<const keyed> list, std::uint16_t of, std::uint8_t worth, bool known) {
        std::uint64_t worths = 0; // a byte for each word
        for (std::uint32_t w = 0; w < most_words; ++w) worths |= (of >> w & 1) != 0 ? std::uint64_t{worth} << (8 * w) : 0u;
        const std::uint32_t mask = static_cast<std::uint32_t>(slots_.size()) - 1;
        for (const keyed& k : list) {
            std::uint32_t slot = (k.number * 0x9E3779B1u) >> shift_;
            std::uint32_t at = slots_[slot];
            while (at != 0 && counted_[at - 1].name.number != k.number) at = slots_[slot = (slot + 1) & mask];
            if (at != 0) {
                counted_[at - 1].worths = greater(counted_[at - 1].worths, worths);
            } else if (!known) {
                counted_.push_back({k, worths});
                slots_[slot] = static_cast<std::uint32_t>(counted_.size());
            }
        }
    }
    // The `wanted` best, of those in Latin letters at least half if there are so many, and of the others: what their words are worth, less
    // what tells the letters of the name from `print`.
    void best(std::uint32_t print, std::uint32_t wanted, buffer<std::uint32_t>& out) {
        for (buffer<name_candidate>& side : sides_) side.clear();
        for (const counted& c : counted_) {
            const std::uint64_t pairs = (c.worths & 0x00FF00FF00FF00FFu) + (c.worths >> 8 & 0x00FF00FF00FF00FFu);
            const auto worth = static_cast<std::int32_t>(pairs * 0x0001000100010001u >> 48);
            const auto apart = static_cast<std::int32_t>(c.name.bits_from(print));
            sides_[c.name.side()].push_back({c.name.number, static_cast<float>(worth - bit_worth * apart)});
        }
        const std::size_t room[2] = {share_of(wanted, sides_[1].size()), share_of(wanted, sides_[0].size())};
        out.clear();
        for (std::uint32_t side = 0; side < 2; ++side) {
            keep_best(sides_[side], room[side]);
            for (const name_candidate& c : sides_[side]) out.push_back(c.name);
        }
    }

private:
    static constexpr std::int32_t bit_worth = 2;
    struct counted {
        keyed name;
        std::uint64_t worths; // a byte for each word
    };
    // The greater ones of eight bytes; none is above 127.
    [[nodiscard]] static std::uint64_t greater(std::uint64_t a, std::uint64_t b) noexcept {
        constexpr std::uint64_t tops = 0x8080808080808080u;
        const std::uint64_t not_less = ((a | tops) - b) & tops, mask = (not_less << 1) - (not_less >> 7);
        return (a & mask) | (b & ~mask);
    }

    buffer<counted> counted_;
    buffer<std::uint32_t> slots_; // numbers and 1
    buffer<name_candidate> sides_[2];
    std::uint32_t shift_ = 26;
};

}}} // namespace matn::v0::detail

#endif
