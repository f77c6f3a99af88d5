// SPDX-License-Identifier: MIT
// The best way to part two names into letters that correspond: one Arabic letter or none, and up to three Latin ones.
#ifndef MATN_DETAIL_NAME_ALIGN_HPP
#define MATN_DETAIL_NAME_ALIGN_HPP

#include <matn/detail/name_letters.hpp>
#include <matn/detail/name_spelling.hpp>

#include <cstddef>
#include <cstdint>

namespace matn { inline namespace v0 { namespace detail {

// Which groups of Latin letters are one unit. Column 0 is no letter, 1 to 28 are the letters, the space and the article, then come the groups.
struct unit_finder {
    std::uint8_t pairs[latin_codes][latin_codes] = {};
    std::uint8_t triples[latin_codes][latin_codes] =
        {}; // by the last two letters: the first triple that ends with them, then those behind it
    std::uint16_t triple_key[64] = {};

    consteval unit_finder() noexcept {
        const auto code = [](char c) { return static_cast<std::uint8_t>(c == ' ' ? latin_space : c - 'a' + 1); };
        std::uint8_t column = latin_codes;
        for (const auto& unit : name_units) {
            const std::uint8_t a = code(unit[0]), b = code(unit[1]);
            if (unit[2] == 0) {
                pairs[a][b] = column;
            } else {
                const std::uint8_t c = code(unit[2]);
                if (triples[b][c] == 0) triples[b][c] = column;
                triple_key[column - latin_codes] = static_cast<std::uint16_t>(a | b << 5 | c << 10);
            }
            ++column;
        }
    }
    [[nodiscard]] constexpr std::uint8_t triple(std::uint8_t a, std::uint8_t b, std::uint8_t c) const noexcept {
        const std::uint8_t first = triples[b][c];
        if (first == 0) return 0;
        const auto key = static_cast<std::uint16_t>(a | b << 5 | c << 10);
        for (std::uint8_t t = first; t < name_columns; ++t)
            if (triple_key[t - latin_codes] == key) return t;
        return 0;
    }
};
inline constexpr unit_finder letter_units{};

// A Latin name as units: those of one, two and three letters that end with its letter j, which is counted from 0.
struct unit_view {
    const std::uint8_t *one = nullptr, *two = nullptr, *three = nullptr;
    std::uint32_t size = 0;
};
// The same with the memory for it, and letters counted from 1.
struct unit_rows {
    std::uint8_t one[spelling::room + 1], two[spelling::room + 1], three[spelling::room + 1];
    std::uint32_t size = 0;
    [[nodiscard]] constexpr unit_view view() const noexcept { return {one + 1, two + 1, three + 1, size}; }
};
constexpr void find_units(const std::uint8_t* letters, std::uint32_t size, unit_rows& out) noexcept {
    out.size = size;
    for (std::uint32_t j = 1; j <= size; ++j) {
        const std::uint8_t c = letters[j - 1];
        out.one[j] = c;
        out.two[j] = j > 1 ? letter_units.pairs[letters[j - 2]][c] : std::uint8_t{0};
        out.three[j] = j > 2 ? letter_units.triple(letters[j - 3], letters[j - 2], c) : std::uint8_t{0};
    }
}

// How letters correspond in one language.
struct sound_table {
    const std::int8_t (*rows)[name_columns];
    const std::uint8_t* row_of; // by letter
    [[nodiscard]] constexpr const std::int8_t* row(std::uint8_t native) const noexcept { return rows[row_of[native]]; }
};
enum name_language : std::uint8_t { name_arabic, name_persian, name_pashto, name_urdu, name_languages };
inline constexpr sound_table sound_tables[name_languages] = {{arabic_letters, letter_rows[0]},
                                                             {persian_letters, letter_rows[1]},
                                                             {pashto_letters, letter_rows[2]},
                                                             {urdu_letters, letter_rows[3]}};

// The most that each letter can add to a weight.
struct most_weights {
    std::int8_t native[name_languages][native_codes] = {}, latin[name_languages][latin_codes] = {};

    consteval most_weights() noexcept {
        for (std::uint8_t l = 0; l < name_languages; ++l) {
            for (std::int8_t& most : latin[l]) most = -127;
            for (std::uint8_t n = 0; n < native_codes; ++n) {
                const std::int8_t* const row = sound_tables[l].row(n);
                native[l][n] = row[0];
                for (int c = 1; c < name_columns; ++c) native[l][n] = row[c] > native[l][n] ? row[c] : native[l][n];
                for (int c = 1; c < latin_codes; ++c) latin[l][c] = row[c] > latin[l][c] ? row[c] : latin[l][c];
            }
        }
    }
};
inline constexpr most_weights most_weight{};

inline constexpr int no_way = -1 << 24;

// The weight of the best alignment: how much more probable it is that the two were written for one another than by chance, in twelfths of
// a natural logarithm.
[[nodiscard]] inline int align(const std::uint8_t* native, std::uint32_t native_size, const unit_rows& latin,
                               const sound_table& table) noexcept {
    int lines[2][spelling::room + 4];
    const std::uint32_t m = latin.size;
    const std::int8_t* const alone = table.row(0);
    int* before = lines[0] + 3;
    int* now = lines[1] + 3;
    for (int k = 1; k <= 3; ++k) before[-k] = now[-k] = no_way;
    before[0] = 0;
    for (std::uint32_t j = 1; j <= m; ++j) before[j] = before[j - 1] + alone[latin.one[j]];
    for (std::uint32_t i = 0; i < native_size; ++i) {
        const std::int8_t* const row = table.row(native[i]);
        now[0] = before[0] + row[0];
        for (std::uint32_t j = 1; j <= m; ++j) {
            int best = before[j] + row[0];
            const int one = before[j - 1] + row[latin.one[j]];
            best = one > best ? one : best;
            if (latin.two[j] != 0) {
                const int two = before[j - 2] + row[latin.two[j]];
                best = two > best ? two : best;
            }
            if (latin.three[j] != 0) {
                const int three = before[j - 3] + row[latin.three[j]];
                best = three > best ? three : best;
            }
            const int left = now[j - 1] + alone[latin.one[j]];
            now[j] = left > best ? left : best;
        }
        int* const swap = before;
        before = now;
        now = swap;
    }
    return before[m];
}

}}} // namespace matn::v0::detail

#endif
