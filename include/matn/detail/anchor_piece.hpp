// SPDX-License-Identifier: MIT
// How a hint goes through the days, piece by piece: a bound on how well any day of the next stretch can fit it.
#ifndef MATN_DETAIL_ANCHOR_PIECE_HPP
#define MATN_DETAIL_ANCHOR_PIECE_HPP

#include <matn/detail/anchor_hint.hpp>

#include <cstdint>

namespace matn { inline namespace v0 { namespace detail::when {

// Days behind all that are looked at.
inline constexpr day no_day_after{INT32_MAX / 2};

// From a day on and before `until`, no day fits better than `most`.
struct piece {
    float most;
    day until;
};

// The first day of the month, or of the year, that begins next; the day after where the calendar's years end.
[[nodiscard]] inline day next_month(int cal, year_month_day t, day d) noexcept {
    return day_in(cal, t.month == 12 ? t.year + 1 : t.year, t.month == 12 ? 1 : t.month + 1, 1).value_or(d + 1);
}
[[nodiscard]] inline day next_year(int cal, int year, day d) noexcept { return day_in(cal, year + 1, 1, 1).value_or(d + 1); }

// The first day from d on that is that day of that month, or else a day before which there is none.
struct next_such_day {
    day when;
    bool exists;
};
[[nodiscard]] inline next_such_day find_next(int cal, int month, int day_of_month, day d) noexcept {
    const int year = year_in(cal, d);
    for (const int y : {year, year + 1}) {
        const auto then = day_in(cal, y, static_cast<unsigned>(month), static_cast<unsigned>(day_of_month));
        if (then && *then >= d) return {*then, true};
    }
    return {next_year(cal, year, d), false};
}

[[nodiscard]] inline piece piece_of(const hint& h, day d) noexcept {
    const day then = d + h.offset;
    const auto bounded = [&h](float most, day until) { return piece{most, until - h.offset}; };
    switch (h.what) {
    // A few weekdays are looked up by who asks.
    case hint_kind::weekday:
    case hint_kind::near_weekday: return {h.weight, d + 1};
    case hint_kind::month_day: {
        const next_such_day next = find_next(h.cal, h.month, h.number, then);
        return next.exists && next.when == then ? bounded(h.weight, then + 1) : bounded(-h.weight, next.when);
    }
    case hint_kind::day_of_month: {
        const year_month_day t = date_in(h.cal, then);
        const int away = h.number - static_cast<int>(t.day_of_month);
        if (away == 0) return bounded(h.weight, then + 1);
        return bounded(-h.weight, away > 0 ? then + away : next_month(h.cal, t, then) + (h.number - 1));
    }
    case hint_kind::exact: return d < h.when ? piece{0, h.when} : d == h.when ? piece{h.weight, d + 1} : piece{0, no_day_after};
    case hint_kind::around:
        if (d < h.when - h.number) return {-h.weight, h.when - h.number};
        return d > h.when + h.number ? piece{-h.weight, no_day_after} : piece{h.fit(d), d + 1};
    case hint_kind::between:
        if (d < h.when) return {-h.weight, h.when};
        return d - h.when < h.number ? piece{h.weight, h.when + h.number} : piece{-h.weight, no_day_after};
    case hint_kind::this_month: {
        const year_month_day t = date_in(h.cal, d);
        if (t.month == h.month) return {h.weight, next_month(h.cal, t, d)};
        return {-h.weight, day_in(h.cal, t.month < h.month ? t.year : t.year + 1, h.month, 1).value_or(d + 1)};
    }
    case hint_kind::past_month: return {h.fit(d), next_month(h.cal, date_in(h.cal, d), d)};
    case hint_kind::month_after: return {h.fit(d), next_month(0, date_in(0, d), d)};
    case hint_kind::leap_day: {
        const int year = year_in(0, d);
        for (const int y : {year - 1, year})
            if (gregorian::is_leap(y))
                if (const day leap = gregorian(y, 2, 29); d - leap < 366)
                    return d < leap ? piece{-h.weight, leap} : piece{h.weight, leap + 366};
        return {-h.weight, next_year(0, year, d)};
    }
    case hint_kind::past_day: {
        const year_month_day t = date_in(h.cal, d);
        if (t.month == h.month && static_cast<int>(t.day_of_month) >= h.number) return {h.weight, next_month(h.cal, t, d)};
        return {0, find_next(h.cal, h.month, h.number, d).when};
    }
    case hint_kind::recent_day: { // falls day by day for six weeks: in four steps
        if (const float now = h.fit(d); now > 0) return {now, d + 12};
        return {0, find_next(h.cal, h.month, h.number, d).when};
    }
    case hint_kind::dated_weekday: { // the same from two months before such a day to two months before the next one
        const day year_ends = next_year(h.cal, year_in(h.cal, d), d);
        const day change = find_next(h.cal, h.month, h.number, d + 61).when - 60;
        return {h.fit(d), change < year_ends ? change : year_ends};
    }
    case hint_kind::not_before: return d < h.when ? piece{-h.weight, h.when} : piece{0, no_day_after};
    case hint_kind::not_after:
        if (d > h.when) return {-h.weight, no_day_after};
        return h.when - d < 90 ? piece{0, h.when + 1} : piece{-h.weight / 3, h.when - 89};
    case hint_kind::term:
        if (d < h.when) return {-2 * h.weight, h.when};
        return {h.fit(d), h.number == 0 ? no_day_after : h.when + 365 * ((d - h.when) / 365 + 1)};
    }
    return {h.weight, d + 1};
}

}}} // namespace matn::v0::detail::when

#endif
