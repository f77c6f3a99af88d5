// SPDX-License-Identifier: MIT
// Feasts that move: Easter, Passover, Thanksgiving and their like, by rule and year.
#ifndef MATN_DETAIL_DATE_FEAST_HPP
#define MATN_DETAIL_DATE_FEAST_HPP

#include <matn/detail/date_days.hpp>

#include <cstddef>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail::when {

// The day of Western Easter, by the method of Gauss as corrected for the Gregorian calendar.
[[nodiscard]] inline day easter(int y) noexcept {
    const int golden = y % 19;
    const int century = y / 100;
    const int moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    const int week = (32 + 2 * (century % 4) + 2 * (y % 100 / 4) - moon - y % 100 % 4) % 7;
    const int late = (golden + 11 * moon + 22 * week) / 451;
    const int sum = moon + week - 7 * late + 114;
    return gregorian(y, static_cast<unsigned>(sum / 31), static_cast<unsigned>(sum % 31 + 1));
}

// Easter of the Eastern churches: by the Julian calendar's tables, as a day of ours.
[[nodiscard]] inline day orthodox_easter(int y) noexcept {
    const int moon = (19 * (y % 19) + 15) % 30;
    const int sum = moon + (2 * (y % 4) + 4 * (y % 7) - moon + 34) % 7 + 114;
    return gregorian(y, static_cast<unsigned>(sum / 31), 1).to_day().value_or(day{}) + sum % 31 + (y / 100 - y / 400 - 2);
}

// 1 Tishri of a Jewish year, by the mean new moons since the first and the four postponements.
[[nodiscard]] inline day rosh_hashanah(int year) noexcept {
    const auto elapsed = [](std::int64_t y) {
        const std::int64_t moons = (235 * y - 234) / 19;
        const std::int64_t d = 29 * moons + (12084 + 13753 * moons) / 25920;
        return 3 * (d + 1) % 7 < 3 ? d + 1 : d;
    };
    const std::int64_t before = elapsed(year - 1);
    const std::int64_t now = elapsed(year);
    const std::int64_t late = elapsed(year + 1) - now == 356 ? 2 : now - before == 382 ? 1 : 0;
    return day{} + static_cast<std::int32_t>(now + late - 2092590); // 1 Tishri of the year 1 is day -2092590
}

// The first day of the Chinese calendar's year, 1900 to 2100: characters count from 20 January.
[[nodiscard]] inline day chinese_new_year(int y) noexcept {
    constexpr std::string_view first =
        ";NC9K?5H=2E:MA6I>3F<OC8K@4H=3E:LA6I?4F;NC7J@5H=2E9LA7I?4G;MC8J@5H=1D:LA7J>3F;MB8K@5H=OD9LA7J?3E;NB8K"
        "@4G<2D9MB6I>3E;NC8K@5G<2E9LB6H=3F;NC8J?4G<2E:LA6I=3F<NC8J?4G=1D9L@6I>3F;NB7J@4G=2D9LA6I>4E:MB7J@5G<1D";
    if (y < 1900 || y > 2100) return gregorian(y, 2, 4).to_day().value_or(day{});
    return gregorian(y, 1, 20).to_day().value_or(day{}) + (first[static_cast<std::size_t>(y - 1900)] - '0');
}

// The day that a movable feast counts from; the kinds are in the order of tools/tables/lexicon.py.
[[nodiscard]] inline day feast(int kind, int y) noexcept {
    const day new_year = rosh_hashanah(y + 3761);
    switch (kind) {
    case 0: return orthodox_easter(y);
    case 1: return new_year - 163; // 15 Nisan
    case 2: return new_year;
    case 3:
        return new_year +
               ((rosh_hashanah(y + 3762) - new_year) % 10 == 5 ? 84 : 83); // 25 Kislev; Heshvan has 30 days in a long year
    case 4: return on_or_before(gregorian(y, 11, 28).to_day().value_or(day{}), weekday::thursday);
    case 5: { // 9 Av, a day later where that is a Sabbath
        const day ninth = new_year - 163 + 112;
        return weekday_of(ninth) == weekday::saturday ? ninth + 1 : ninth;
    }
    case 6: return easter(y) - 46;
    default: return chinese_new_year(y);
    }
}

// A day by rule, in a year: Easter and what hangs on it, the fourth Thursday of November.
[[nodiscard]] inline day ruled(int rule, int y) noexcept {
    if ((rule >> 14) != 0) return feast(rule >> 8 & 7, y) + ((rule & 255) - 128);
    if ((rule >> 13) != 0) return easter(y) + ((rule & 0xFFF) - 100);
    const int month = rule >> 6 & 15;
    const auto w = static_cast<weekday>(rule >> 3 & 7);
    const int nth = rule & 7;
    const days mo = month_days(0, y, month);
    return nth == 5 ? on_or_before(mo.last, w) : on_or_before(mo.first + 6, w) + (nth - 1) * 7;
}

}}} // namespace matn::v0::detail::when

#endif
