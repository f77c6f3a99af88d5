// SPDX-License-Identifier: MIT
// Days to and from std::chrono. Not part of matn.hpp, because <chrono> is slow to compile.
#ifndef MATN_CHRONO_HPP
#define MATN_CHRONO_HPP

#include <matn/calendar.hpp>

#include <chrono>

namespace matn { inline namespace v0 {

/// A day as a std::chrono time point: the same count from the same 1970-01-01.
[[nodiscard]] constexpr std::chrono::sys_days to_chrono(day d) noexcept {
    return std::chrono::sys_days(std::chrono::days(d.since_1970));
}
/// A Gregorian date as a std::chrono one. A date that is not ok() stays one that is not ok().
[[nodiscard]] constexpr std::chrono::year_month_day to_chrono(gregorian d) noexcept {
    return {std::chrono::year(d.year()), std::chrono::month(d.month()), std::chrono::day(d.day_of_month())};
}

/// The day of a std::chrono time point: `from_chrono(floor<days>(now))`.
[[nodiscard]] constexpr day from_chrono(std::chrono::sys_days d) noexcept {
    return {static_cast<std::int32_t>(d.time_since_epoch().count())};
}
/// The Gregorian date of a std::chrono one.
[[nodiscard]] constexpr gregorian from_chrono(std::chrono::year_month_day d) noexcept {
    return {static_cast<int>(d.year()), static_cast<unsigned>(d.month()), static_cast<unsigned>(d.day())};
}

/// Our weekday as a std::chrono one.
[[nodiscard]] constexpr std::chrono::weekday to_chrono(weekday w) noexcept {
    return std::chrono::weekday(static_cast<unsigned>(w));
}
/// The weekday of a std::chrono one, which must be ok().
[[nodiscard]] constexpr weekday from_chrono(std::chrono::weekday w) noexcept { return static_cast<weekday>(w.iso_encoding()); }

}} // namespace matn

#endif
