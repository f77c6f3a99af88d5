// SPDX-License-Identifier: MIT
// What an alignment can weigh at most, from nothing but which letters a Latin word has: most words that look alike need no alignment.
#ifndef MATN_DETAIL_NAME_BOUND_HPP
#define MATN_DETAIL_NAME_BOUND_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/name_align.hpp>

#include <cstdint>
#include <cstring>

namespace matn { inline namespace v0 { namespace detail {

// Which letters, as bits by their codes.
[[nodiscard]] inline std::uint32_t letter_set(const std::uint8_t* latin, std::uint32_t size) noexcept {
    std::uint32_t set = 0;
    for (std::uint32_t j = 0; j < size; ++j) set |= 1u << latin[j];
    return set;
}

// No letter of an Arabic-script word weighs more than the best unit that the Latin word has the letters for.
class weight_bound {
public:
    // Bits of languages whose tables are tried; the best counts.
    void set(const std::uint8_t* native, std::uint32_t size, std::uint8_t languages) {
        if (known_.empty()) begin();
        letters_.clear();
        for (std::uint32_t i = 0; i < size; ++i) {
            const auto row = static_cast<std::uint16_t>(languages * native_codes + native[i]);
            if (ready_[row] == 0) learn(row, native[i], languages);
            letters_.push_back(row);
        }
    }
    // Of sets of Latin letters, eight at a time, into `sums`; both have room for a multiple of eight.
    static constexpr std::uint32_t together = 8;
    void of(const std::uint32_t* sets, std::uint32_t count, std::int32_t* sums) const noexcept {
        for (std::uint32_t from = 0; from < count; from += together) {
#if defined(__GNUC__)
            typedef std::uint32_t lanes __attribute__((vector_size(16)));
            lanes lacks[2], sum[2] = {};
            std::memcpy(lacks, sets + from, sizeof(lacks));
            lacks[0] = ~lacks[0];
            lacks[1] = ~lacks[1];
            for (const std::uint16_t letter : letters_) {
                const choice& c = known_[letter];
                const lanes otherwise = lanes{} + static_cast<std::uint32_t>(c.otherwise);
                lanes best[2] = {otherwise, otherwise};
                for (std::uint32_t k = 0; k < most_units; ++k) // from the least to the most: the last that fits counts
                    for (lanes* l : {lacks, lacks + 1}) {
                        lanes& b = best[l - lacks];
                        const auto fits = reinterpret_cast<lanes>((*l & c.units[k]) == 0);
                        b = (fits & static_cast<std::uint32_t>(c.weights[k])) | (~fits & b);
                    }
                sum[0] += best[0];
                sum[1] += best[1];
            }
            std::memcpy(sums + from, sum, sizeof(sum));
#else
            for (std::uint32_t i = from; i < from + together; ++i) {
                sums[i] = 0;
                for (const std::uint16_t letter : letters_) {
                    const choice& c = known_[letter];
                    std::int32_t best = c.otherwise;
                    for (std::uint32_t k = 0; k < most_units; ++k) best = (c.units[k] & ~sets[i]) == 0 ? c.weights[k] : best;
                    sums[i] += best;
                }
            }
#endif
        }
    }

private:
    static constexpr std::uint32_t most_units = 5;
    // The heaviest units of a letter, and what the others weigh at most.
    struct choice {
        std::uint32_t units[most_units];
        std::int32_t weights[most_units];
        std::int32_t otherwise;
    };

    void begin() {
        known_.resize(native_codes << name_languages, choice{});
        ready_.resize(native_codes << name_languages, 0);
        for (std::uint32_t c = 1; c < latin_codes; ++c) sets_[c] = 1u << c;
        for (std::uint32_t c = latin_codes; c < name_columns; ++c)
            for (const char* l = name_units[c - latin_codes]; *l != 0; ++l)
                sets_[c] |= 1u << (*l == ' ' ? std::uint32_t{latin_space} : static_cast<std::uint32_t>(*l - 'a' + 1));
    }
    void learn(std::uint32_t row, std::uint8_t letter, std::uint8_t languages) noexcept {
        ready_[row] = 1;
        choice& c = known_[row];
        std::uint32_t count = 0; // those found, heaviest first
        std::uint32_t units[most_units + 1] = {};
        std::int32_t weights[most_units + 1] = {};
        for (std::uint32_t u = 0; u < name_columns; ++u) {
            int weight = -127;
            for (std::uint8_t l = 0; l < name_languages; ++l)
                if ((languages >> l & 1) != 0 && sound_tables[l].row(letter)[u] > weight) weight = sound_tables[l].row(letter)[u];
            std::uint32_t at = count;
            if (count <= most_units) ++count;
            else if (weight > weights[most_units]) at = most_units;
            else continue;
            for (; at > 0 && weights[at - 1] < weight; --at) {
                weights[at] = weights[at - 1];
                units[at] = units[at - 1];
            }
            weights[at] = weight;
            units[at] = sets_[u]; // that of none is none: it always fits
        }
        c.otherwise = weights[most_units];
        for (std::uint32_t k = 0; k < most_units; ++k) {
            c.units[k] = units[most_units - 1 - k];
            c.weights[k] = weights[most_units - 1 - k];
        }
    }

    buffer<choice> known_; // by languages and letter
    buffer<std::uint8_t> ready_;
    buffer<std::uint16_t> letters_;
    std::uint32_t sets_[name_columns] = {};
};

}}} // namespace matn::v0::detail

#endif
