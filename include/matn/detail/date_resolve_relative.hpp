// SPDX-License-Identifier: MIT
// Days counted from the day of writing: yesterday, last month, in three days.
#ifndef MATN_DETAIL_DATE_RESOLVE_RELATIVE_HPP
#define MATN_DETAIL_DATE_RESOLVE_RELATIVE_HPP

#include <matn/detail/date_resolver.hpp>

namespace matn { inline namespace v0 { namespace detail::when {

inline void date_resolver::day_offset(const node& n, date& d) const noexcept {
    d.type = n.clock >= 0 ? date_type::datetime : n.part >= 0 ? date_type::datetimerange : date_type::date;
    d.part = part(n.part);
    if (!anchor_) return;
    const day when = *anchor_ + n.offset;
    if (n.weekday != 0 && static_cast<int>(weekday_of(when)) != n.weekday) d.flags |= date_wrong_weekday;
    one_day(n, d, when, date_source::relative);
}

inline void date_resolver::unit_offset(const node& n, date& d) const noexcept {
    d.type = date_type::daterange;
    d.unit = static_cast<time_unit>(n.unit);
    if (n.unit == 3 && !n.counted && !n.vague) d.type = date_type::date;
    if (n.unit < 3 || n.unit == 14) d.type = date_type::datetimerange;
    if (!anchor_) return;
    const day now = *anchor_;
    const int cal = n.era >= 0 ? calendar_of(n) : own_calendar(n.language);
    d.written_in = static_cast<calendar>(cal);
    if (n.vague) {
        d.how = date_source::relative;
        return;
    }
    const int c = n.counted ? n.count : 1;
    const int o = n.offset;
    // The first and last number of a run of units around this one: last two -> -2 .. -1
    const int from = !n.counted ? o : o == 0 ? 0 : o < 0 ? -c : 1;
    const int to = !n.counted ? o : o == 0 ? c - 1 : o < 0 ? -1 : c;
    if (n.direction == 4) { // the rest of it
        node all = n;
        all.direction = 0;
        unit_offset(all, d);
        if (!d.resolved) return;
        d.first = now;
        if (n.unit == 3) {
            d.type = date_type::datetimerange;
            d.first_second = now_;
            d.last = now + 1;
            d.last_second = 0;
        }
        return;
    }
    const bool rolling = n.counted && !request_ && n.unit != 6; // asked for by itself, "next three months" are whole ones
    switch (n.unit) {
    case 0:
    case 1:
    case 2:
    case 14: {
        const auto size = static_cast<std::int64_t>(c) * (n.unit == 2 ? 3600 : n.unit == 1 ? 60 : 1);
        std::int64_t a = o < 0 ? now_ - size : now_;
        std::int64_t b = o < 0 ? now_ : now_ + size;
        if (o == 0) {
            const std::int64_t unit = n.unit == 2 ? 3600 : n.unit == 1 ? 60 : 1;
            a = now_ / unit * unit;
            b = a + unit;
        }
        set_clock(d, now, a, b);
        d.how = date_source::relative;
        return;
    }
    case 3:
        if (!n.counted) {
            one_day(n, d, now + o, date_source::relative);
            return;
        }
        if (o < 0) span(d, now - c, now - 1, date_source::relative);
        else span(d, now + 1, now + c, date_source::relative);
        return;
    case 4:
    case 11: {
        const int size = n.unit == 4 ? 7 : 14;
        if (rolling) {
            if (o < 0) span(d, now - c * size, now - 1, date_source::relative);
            else span(d, now + 1, now + c * size, date_source::relative);
            return;
        }
        const day monday = on_or_before(now, weekday::monday);
        span(d, monday + from * size, monday + (to + 1) * size - 1, date_source::relative);
        return;
    }
    case 12: {
        const day monday = on_or_before(now, weekday::monday) + o * 7;
        span(d, monday + 5, monday + 6, date_source::relative);
        return;
    }
    case 5:
    case 6:
    case 7:
    case 15:
    case 16: {
        const int size = n.unit == 5 ? 1 : n.unit == 6 || n.unit == 16 ? 3 : 6;
        if (rolling) {
            rolled(d, now, o, c * size);
            return;
        }
        const int y = year_in(cal, now);
        const int m0 = (month_in(cal, now) - 1) / size * size + 1;
        span(d, month_days(cal, y, m0 + from * size).first, month_days(cal, y, m0 + (to + 1) * size - 1).last,
             date_source::relative);
        return;
    }
    case 8: {
        if (rolling) {
            rolled(d, now, o, c * 12);
            return;
        }
        const int y = year_in(cal, now);
        span(d, year_days(cal, y + from).first, year_days(cal, y + to).last, date_source::relative);
        return;
    }
    case 9:
    case 10:
    case 13: {
        const int size = n.unit == 9 ? 10 : n.unit == 10 ? 100 : 1000;
        const int y = year_in(cal, now) / size * size;
        if (y + from * size < 1 || y + (to + 1) * size > 9000) return;
        span(d, year_days(cal, y + from * size).first, year_days(cal, y + (to + 1) * size - 1).last, date_source::relative);
        return;
    }
    default: return;
    }
}

inline void date_resolver::rolled(date& d, day now, int direction, int months) noexcept {
    if (months > 60000) return;
    if (direction < 0) span(d, shifted(now, -months, 0, false), now - 1, date_source::relative);
    else span(d, now + 1, shifted(now, months, 0, false), date_source::relative);
}

// Seconds from the midnight of a day, which may be days away.
inline void date_resolver::set_clock(date& d, day base, std::int64_t from, std::int64_t to) noexcept {
    const auto floor_day = [](std::int64_t s) { return s >= 0 ? s / 86400 : -((86399 - s) / 86400); };
    const std::int64_t a = floor_day(from);
    const std::int64_t b = floor_day(to);
    if (a < -3000000 || b > 3000000) return;
    d.first = base + static_cast<std::int32_t>(a);
    d.last = base + static_cast<std::int32_t>(b);
    d.first_second = static_cast<std::int32_t>(from - a * 86400);
    d.last_second = static_cast<std::int32_t>(to - b * 86400);
    d.resolved = true;
}

// The time from now until a length of it has passed.
inline void date_resolver::from_now(const node& n, date& d) const noexcept {
    d.how = date_source::relative;
    d.type = n.unit < 3 || n.unit == 14 ? date_type::datetimerange : date_type::daterange;
    if (out_of_time(n)) return;
    if (n.unit < 3 || n.unit == 14) {
        const day base = n.months != 0 ? shifted(*anchor_, n.months, 0, false) : *anchor_;
        const std::int64_t until = now_ + static_cast<std::int64_t>(n.seconds) + (base - *anchor_) * std::int64_t{86400};
        set_clock(d, *anchor_, now_, until);
        return;
    }
    const day end = shifted(*anchor_, n.months, n.seconds, n.business);
    if (end > *anchor_) span(d, *anchor_, end - 1, date_source::relative);
}

inline void date_resolver::distance(const node& n, date& d) const noexcept {
    const bool clock = n.unit < 3 || n.unit == 14;
    d.type = clock ? date_type::datetime : date_type::date;
    d.unit = static_cast<time_unit>(n.unit);
    d.months = n.months;
    d.seconds = n.seconds;
    if (n.vague) {
        d.how = date_source::relative;
        return;
    }
    if (!anchor_ || out_of_time(n)) return;
    if (clock) {
        const day base = n.months != 0 ? shifted(*anchor_, n.direction * n.months, 0, false) : *anchor_;
        const std::int64_t at = now_ + static_cast<std::int64_t>(n.direction * n.seconds);
        set_clock(d, base, at, at);
        d.last = d.first;
        d.last_second = -1;
        d.how = date_source::relative;
        return;
    }
    const day when = shifted(*anchor_, n.direction * n.months, n.direction * n.seconds, n.business);
    span(d, when, when, date_source::relative);
    if (n.clock >= 0 || n.part >= 0) clock_of(n, d);
}

}}} // namespace matn::v0::detail::when

#endif
