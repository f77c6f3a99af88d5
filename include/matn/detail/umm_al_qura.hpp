// SPDX-License-Identifier: MIT
// The lengths of the months of the Umm al-Qura calendar, 1343 to 1500 AH, as published in Saudi Arabia.
#ifndef MATN_DETAIL_UMM_AL_QURA_HPP
#define MATN_DETAIL_UMM_AL_QURA_HPP

#include <matn/version.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace matn { inline namespace v0 { namespace detail::umm_al_qura {

inline constexpr std::int32_t first_year = 1343;
inline constexpr std::int32_t last_year = 1500;
inline constexpr std::int32_t first_day = -16589; // 1 Muharram 1343 = 1924-08-01
inline constexpr std::size_t months = 158 * 12;

// A word a year; bit m is set where month m + 1 has 30 days, and clear where it has 29.
inline constexpr std::uint16_t long_months[158] = {
    0xEED, 0x554, 0xB45, 0x66C, 0x36C, 0x0D5, 0x9D5, 0xB4A, 0xB15, 0x555, 0x9AD, 0x56A, 0xB55, 0x4D4, 0xD55, 0x64B, 0x497, 0xD55,
    0x555, 0x555, 0xD55, 0x755, 0xD55, 0x555, 0x555, 0xD55, 0x6D5, 0x555, 0xEA5, 0xD2A, 0xAAA, 0xCD5, 0x655, 0x572, 0xDA9, 0x555,
    0xAAA, 0x555, 0x52D, 0xA6D, 0x55A, 0x555, 0x74D, 0xD53, 0xD54, 0x556, 0xD55, 0x2D5, 0xD55, 0xD54, 0xD45, 0x655, 0x52D, 0xA5D,
    0x55A, 0xAD5, 0x6AA, 0xD4B, 0x52A, 0xA57, 0x4AE, 0x976, 0x56C, 0xB55, 0xAAA, 0xA55, 0x4AD, 0x95D, 0x2DA, 0x5D9, 0xDB2, 0xBA4,
    0xB4A, 0xA55, 0x2B5, 0x575, 0xB6A, 0xBD2, 0xBC4, 0xB89, 0xA95, 0x52D, 0x5AD, 0xB6A, 0x6D4, 0xDC9, 0xD92, 0xAA6, 0x956, 0x2AE,
    0x56D, 0x36A, 0xB55, 0xAAA, 0x94D, 0x49D, 0x95D, 0x2BA, 0x5B5, 0x5AA, 0xD55, 0xA9A, 0x92E, 0x26E, 0x55D, 0xADA, 0x6D4, 0x6A5,
    0x54B, 0xA97, 0x54E, 0xAAE, 0x5AC, 0xBA9, 0xD92, 0xB25, 0x64B, 0xCAB, 0x55A, 0xB55, 0x6D2, 0xEA5, 0xE4A, 0xA95, 0x52D, 0xAAD,
    0x36C, 0x759, 0x6D2, 0x695, 0x52D, 0xA5B, 0x4BA, 0x9BA, 0x3B4, 0xB69, 0xB52, 0xAA6, 0x4B6, 0x96D, 0x2EC, 0x6D9, 0xEB2, 0xD54,
    0xD2A, 0xA56, 0x4AE, 0x96D, 0xD6A, 0xB54, 0xB29, 0xA93, 0x52B, 0xA57, 0x536, 0xAB5, 0x6AA, 0xE93,
};

// Months that the table of the early years, made from old almanacs, gives 28 or 31 days. Bit m says 31 or 28 instead of 30 or 29.
struct odd_month {
    std::int16_t year;
    std::uint8_t month;
    std::uint8_t length;
};
inline constexpr odd_month odd_months[] = {
    {1343, 9, 28}, {1345, 5, 31}, {1345, 8, 28}, {1348, 11, 31}, {1348, 12, 28}, {1349, 10, 28}, {1349, 11, 31}, {1364, 8, 28},
};

// Days from first_day to the first day of each month, and to the day after the last: 3.8 KB, so that both directions are one look-up.
inline constexpr auto month_starts = [] {
    std::array<std::uint16_t, months + 1> starts{};
    std::uint32_t at = 0, i = 0, odd = 0; // odd months are in the order of time and passed once each: compilers count steps
    for (std::int32_t year = first_year; year <= last_year; ++year) {
        const std::uint32_t bits = long_months[year - first_year];
        for (std::uint32_t month = 0; month < 12; ++month) {
            starts[i++] = static_cast<std::uint16_t>(at);
            at += 29u + (bits >> month & 1u);
            if (odd == sizeof odd_months / sizeof *odd_months) continue;
            if (odd_months[odd].year != year || odd_months[odd].month != month + 1) continue;
            at += odd_months[odd++].length - 29u - (bits >> month & 1u);
        }
    }
    starts[months] = static_cast<std::uint16_t>(at);
    return starts;
}();

}}} // namespace matn::v0::detail::umm_al_qura

#endif
