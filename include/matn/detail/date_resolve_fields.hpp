// SPDX-License-Identifier: MIT
// Days of what is written: calendar, year and weekday of a day, a month or a year.
#ifndef MATN_DETAIL_DATE_RESOLVE_FIELDS_HPP
#define MATN_DETAIL_DATE_RESOLVE_FIELDS_HPP

#include <matn/detail/date_resolver.hpp>

namespace matn { inline namespace v0 { namespace detail::when {

// The calendar of a year without a month name.
inline int date_resolver::calendar_of(const node& n) const noexcept {
    if (n.cal >= 0) return n.cal;
    switch (n.era) {
    case 0:
    case 3: return 0;
    case 1: return 1;
    case 2: return 2;
    case 4: return (n.language & (arabic | urdu)) != 0 ? 2 : 1;
    default: break;
    }
    if (n.year_digits == 2) return n.numeric && own_calendar(n.language) == 1 ? 1 : own_calendar(n.language);
    if (n.year == no_year || n.year >= 1520 || n.year < 1200) return 0;
    if ((n.language & (persian | pashto)) != 0) return 1;
    if ((n.language & (arabic | urdu)) != 0) return 2;
    if (n.language == english && !n.numeric) return n.year < 1300 ? 0 : nearest_calendar(n);
    return nearest_calendar(n);
}

// Two digits of a year: the century that keeps it before or near the anchor.
inline int date_resolver::full_year(int cal, int two) const noexcept {
    const int now = anchor_ ? year_in(cal, *anchor_) : cal == 0 ? 2020 : cal == 1 ? 1400 : 1442;
    int y = now - now % 100 + two;
    if (y > now + (cal == 0 ? 20 : 10)) y -= 100;
    if (y < now - 80) y += 100;
    return y;
}

inline int date_resolver::nearest_calendar(const node& n) const noexcept {
    if (!anchor_) return n.numeric && n.year >= 1250 && n.year < 1500 ? 1 : 0;
    int best = 0;
    std::int32_t least = INT32_MAX;
    for (int cal = 0; cal < 3; ++cal) {
        const auto d = day_in(cal, n.year, n.month == 0 ? 1u : n.month, 1);
        if (!d) continue;
        const std::int32_t away = *d < *anchor_ ? *anchor_ - *d : *d - *anchor_;
        if (away < least) {
            least = away;
            best = cal;
        }
    }
    return best;
}

inline void date_resolver::fields(const node& n, date& d) const {
    const int cal = calendar_of(n);
    d.written_in = static_cast<calendar>(cal);
    if (n.pair_differs) d.flags |= date_wrong_calendar;
    int year = n.year;
    if (year != no_year && n.year_digits == 2) year = full_year(cal, year);
    if (year != no_year && n.era == 3) year = 1 - year;
    if (year > 1600 && year < 2600 && cal != 0 && n.month != 0 &&
        n.month <= 12) { // Ramadan 1977: the one that begins in that Gregorian year
        const day january = gregorian(year, 1, 1);
        year = year_in(cal, january);
        if (month_days(cal, year, n.month).first < january) ++year;
    }
    if (year == no_year && n.year_offset != 1000 && anchor_) year = year_in(cal, *anchor_) + n.year_offset;
    const bool relative_year = n.year == no_year && n.year_offset != 1000;

    if (n.day != 0 || n.month == 0) d.type = date_type::date;
    if (n.day != 0 && n.month == 0 && n.unit == 5) { // 20th of next month
        if (!anchor_) return;
        const days mo = month_days(cal, year_in(cal, *anchor_), month_in(cal, *anchor_) + n.offset);
        if (n.day > mo.last - mo.first + 1 || n.last_day > mo.last - mo.first + 1) {
            d.flags |= date_impossible;
            return;
        }
        if (n.last_day != 0) {
            span(d, mo.first + (n.day - 1), mo.first + (n.last_day - 1), date_source::relative);
            d.type = date_type::daterange;
            return;
        }
        one_day(n, d, mo.first + (n.day - 1), date_source::relative);
        return;
    }
    if (n.month != 0 && n.day != 0) {
        if (n.month > 12 || n.day > 31 || (year != no_year && !day_in(cal, year, n.month, static_cast<unsigned>(n.day)))) {
            d.flags |= date_impossible;
            d.type = date_type::date;
            return;
        }
        if (year == no_year) {
            if (!anchor_) {
                if (!possible(cal, n.month, n.day)) d.flags |= date_impossible;
                return;
            }
            date_source how = date_source::nearest;
            const auto y = find_year(n, cal, how);
            if (!y) {
                d.flags |= date_impossible;
                return;
            }
            year = *y;
            d.how = how;
        }
        const auto when = day_in(cal, year, n.month, static_cast<unsigned>(n.day));
        if (!when) {
            d.flags |= date_impossible;
            return;
        }
        if (relative_year) d.how = date_source::relative;
        if (cal == 2) other_reading(d, year, n.month, static_cast<unsigned>(n.day), *when);
        if (n.last_day != 0) {
            const auto end = day_in(cal, year, n.month, static_cast<unsigned>(n.last_day));
            if (!end) {
                d.flags |= date_impossible;
                return;
            }
            span(d, *when, *end, date_source::written);
            d.type = date_type::daterange;
            d.unit = time_unit::day;
            return;
        }
        if (n.weekday != 0 && static_cast<int>(weekday_of(*when)) != n.weekday &&
            !(cal == 2 &&
              (static_cast<int>(weekday_of(*when + 1)) == n.weekday || static_cast<int>(weekday_of(*when - 1)) == n.weekday)))
            d.flags |= date_wrong_weekday;
        one_day(n, d, *when, date_source::written);
        if (n.direction != 0) moved(n, d);
        return;
    }
    if (n.month != 0) { // a month
        d.type = date_type::daterange;
        d.unit = time_unit::month;
        if (n.month > 12) {
            d.flags |= date_impossible;
            return;
        }
        if (year == no_year) {
            if (!anchor_) return;
            year = month_year(n, cal);
            d.how = n.tense != 2 ? date_source::tense : date_source::nearest;
        }
        const days mo = month_days(cal, year, n.month);
        if (n.weekday != 0) return;
        span(d, mo.first, mo.last, date_source::written);
        return;
    }
    if (year != no_year && n.day == 0 && n.weekday == 0) { // a year
        d.type = date_type::daterange;
        d.unit = time_unit::year;
        if (cal != 0 && year < 1) {
            d.flags |= date_impossible;
            return;
        }
        const days y = year_days(cal, year);
        span(d, y.first, y.last, date_source::written);
        return;
    }
    if (n.weekday != 0 && n.day != 0) { // Friday 17, چهارشنبه ۲۷
        if (!anchor_) return;
        d.type = date_type::date;
        for (const int c : {own_calendar(n.language), 0, 1}) {
            for (int away = 0; away < 1200; ++away) {
                for (const int side : {-away, away}) {
                    const day when = *anchor_ + side;
                    if (static_cast<int>(weekday_of(when)) != n.weekday ||
                        day_of_month_in(c, when) != static_cast<unsigned>(n.day))
                        continue;
                    d.written_in = static_cast<calendar>(c);
                    one_day(n, d, when, date_source::weekday);
                    return;
                }
            }
        }
        return;
    }
    if (n.day != 0) { // the 27th
        if (!anchor_) return;
        d.type = date_type::date;
        for (int away = 0; away < 70; ++away) {
            for (const int side : {request_ ? away : -away, request_ ? -away : away}) {
                const day when = *anchor_ + side;
                if (day_of_month_in(cal, when) != static_cast<unsigned>(n.day) || (request_ && side < 0)) continue;
                one_day(n, d, when, date_source::nearest);
                if (n.direction != 0) moved(n, d);
                return;
            }
        }
        return;
    }
    if (n.weekday != 0) weekday_alone(n, d);
}

inline void date_resolver::other_reading(date& d, int year, unsigned month, unsigned dom, day when) const noexcept {
    const auto t = tabular_hijri(year, month, dom).to_day();
    const auto u = lunar_hijri(year, month, dom).to_day();
    if (t && u && *t != *u) {
        d.other = *t;
        d.flags |= date_two_readings;
    } else if (!t || !u) {
        d.other = when;
        d.flags |= date_two_readings;
    }
}

inline bool date_resolver::possible(int cal, unsigned month, int dom) noexcept {
    if (month > 12 || dom < 1) return false;
    const int most = cal == 0   ? (month == 2 ? 29 : static_cast<int>(gregorian::month_length(2000, month)))
                     : cal == 1 ? (month < 7 ? 31 : 30)
                                : 30;
    return dom <= most;
}

// The year of a day and month that names none.
inline std::optional<int> date_resolver::find_year(const node& n, int cal, date_source& how) const {
    if (!possible(cal, n.month, n.day)) return std::nullopt;
    if (n.weekday != 0 && n.tense == 0 && n.numeric) { // this Friday 5/12: near, whatever its weekday
        node plain = n;
        plain.weekday = 0;
        return find_year(plain, cal, how);
    }
    const day base = near_ && n.tense == 2 ? *near_ : *anchor_;
    const int now = year_in(cal, base);
    const auto at = [&](int y) { return day_in(cal, y, n.month, static_cast<unsigned>(n.day)); };
    std::optional<int> best;
    std::int32_t least = INT32_MAX;
    const int reach = n.weekday != 0 ? 30 : 5;
    for (int y = now - reach; y <= now + reach; ++y) {
        const auto when = at(y);
        if (!when) continue;
        if (n.weekday != 0 && static_cast<int>(weekday_of(*when)) != n.weekday) continue;
        if (n.weekday == 0) {
            if (n.tense == -1 && *when > *anchor_) continue;
            if (n.tense == 1 && *when < *anchor_) continue;
            if (request_ && n.tense == 2 && (n.last_day != 0 || n.direction != 0) && *when < *anchor_) continue;
            if (n.tense == 0 && y != now && n.tense != 2) continue;
            if (n.tense == 2)
                for (const day w : written_)
                    if (w == *when && year_in(cal, w) == y) return y;
        }
        const std::int32_t away = *when <= base ? (base - *when) * 2 : (*when - base) * 2 + 1; // the past on ties
        if (away < least) {
            least = away;
            best = y;
        }
    }
    if (best && n.weekday != 0) how = date_source::weekday;
    else if (n.tense != 2) how = date_source::tense;
    if (!best && n.weekday != 0) { // no year fits: the nearest, and the weekday is wrong
        node plain = n;
        plain.weekday = 0;
        return find_year(plain, cal, how);
    }
    return best;
}

inline int date_resolver::month_year(const node& n, int cal) const noexcept {
    const int now = year_in(cal, *anchor_);
    const int this_month = month_in(cal, *anchor_);
    if (n.tense == -1) return n.month < this_month ? now : now - 1;
    if (n.tense == 1) return n.month > this_month ? now : now + 1;
    if (n.tense == 0) return now;
    int best = now;
    std::int32_t least = INT32_MAX;
    for (int y = now - 1; y <= now + 1; ++y) {
        const days mo = month_days(cal, y, n.month);
        if (request_ && mo.last < *anchor_) continue;
        const std::int32_t away = mo.last < *anchor_    ? (*anchor_ - mo.last) * 2
                                  : mo.first > *anchor_ ? (mo.first - *anchor_) * 2 + 1
                                                        : 0;
        if (away < least) {
            least = away;
            best = y;
        }
    }
    return best;
}

inline void date_resolver::weekday_alone(const node& n, date& d) const noexcept {
    d.type = date_type::date;
    if (!anchor_ || (n.counted && (n.count < 0 || n.count > 200000))) return; // past all calendars
    const auto w = static_cast<weekday>(n.weekday);
    const day before = on_or_before(*anchor_, w);
    day when = before;
    date_source how = date_source::nearest;
    if (n.counted) { // two Sundays from now, three Fridays ago
        when = n.offset > 0 ? before + 7 * n.count : on_or_before(*anchor_ - 1, w) - 7 * (n.count - 1);
        how = date_source::relative;
    } else if (n.count == 99) { // Monday of next week
        when = on_or_before(*anchor_, weekday::monday) + n.offset * 7 + (n.weekday - 1);
        how = date_source::relative;
    } else if (n.tense == -1) {
        when = on_or_before(*anchor_ - 1, w);
        how = date_source::tense;
    } else if (n.tense == 1) {
        if ((n.language & english) != 0) when = on_or_before(*anchor_, weekday::monday) + 7 + (n.weekday - 1);
        else when = before + 7;
        how = date_source::tense;
    } else if (n.tense == 0) {
        when = on_or_before(*anchor_ + 6, w);
        how = date_source::tense;
    } else if (n.months != 0 || n.seconds != 0) {
        when = before;
    } else if (request_) {
        when = before + 7;
    } else if (n.ahead && before != *anchor_) {
        when = before + 7;
    }
    one_day(n, d, when, how);
    if (n.direction != 0) moved(n, d);
}

}}} // namespace matn::v0::detail::when

#endif
