// SPDX-License-Identifier: MIT
// Days, months and years of three calendars, chosen at run time.
#ifndef MATN_DETAIL_DATE_DAYS_HPP
#define MATN_DETAIL_DATE_DAYS_HPP

#include <matn/calendar.hpp>

#include <optional>

namespace matn { inline namespace v0 { namespace detail::when {

[[nodiscard]] constexpr std::optional<day> day_in(int cal, int y, unsigned mo, unsigned d) noexcept {
    if (y < -9999 || y > 9999) return std::nullopt;
    if (cal == 1) return solar_hijri(y, mo, d).to_day();
    if (cal == 2) {
        if (y < 1) return std::nullopt;
        if (const auto u = lunar_hijri(y, mo, d).to_day()) return u;
        return tabular_hijri(y, mo, d).to_day(); // the 30th that only one table has
    }
    return gregorian(y, mo, d).to_day();
}
[[nodiscard]] constexpr year_month_day date_in(int cal, day d) noexcept {
    return cal == 1   ? solar_rules::from_day(d.since_1970)
           : cal == 2 ? lunar_rules::from_day(d.since_1970)
                      : gregorian_rules::from_day(d.since_1970);
}
[[nodiscard]] constexpr int year_in(int cal, day d) noexcept {
    return cal == 1 ? solar_hijri(d).year() : cal == 2 ? lunar_hijri(d).year() : gregorian(d).year();
}
[[nodiscard]] constexpr int month_in(int cal, day d) noexcept {
    return static_cast<int>(cal == 1 ? solar_hijri(d).month() : cal == 2 ? lunar_hijri(d).month() : gregorian(d).month());
}
[[nodiscard]] constexpr unsigned day_of_month_in(int cal, day d) noexcept {
    return cal == 1 ? solar_hijri(d).day_of_month() : cal == 2 ? lunar_hijri(d).day_of_month() : gregorian(d).day_of_month();
}

struct days {
    day first;
    day last;
};
// A month counted through years: 13 is the first of the next year, 0 the last of the one before.
[[nodiscard]] constexpr days month_days(int cal, int y, int month) noexcept {
    constexpr int most = 100000; // no calendar has such a year, whatever a text counts
    int k = (y < -most ? -most : y > most ? most : y) * 12 + month - 1;
    const auto first_of = [cal](int n) {
        const int year = n >= 0 ? n / 12 : -((11 - n) / 12);
        const auto mo = static_cast<unsigned>(n - year * 12 + 1);
        return day_in(cal, year < 1 && cal != 0 ? 1 : year, mo, 1).value_or(day{});
    };
    return {first_of(k), first_of(k + 1) - 1};
}
[[nodiscard]] constexpr days year_days(int cal, int y) noexcept {
    return {day_in(cal, y, 1, 1).value_or(day{}), day_in(cal, y + 1, 1, 1).value_or(day{1}) - 1};
}

}}} // namespace matn::v0::detail::when

#endif
