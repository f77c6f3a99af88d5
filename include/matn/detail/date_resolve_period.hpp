// SPDX-License-Identifier: MIT
// Days of named periods: feasts, seasons, quarters, decades, weeks, the third Monday of May.
#ifndef MATN_DETAIL_DATE_RESOLVE_PERIOD_HPP
#define MATN_DETAIL_DATE_RESOLVE_PERIOD_HPP

#include <matn/detail/date_feast.hpp>
#include <matn/detail/date_resolver.hpp>

namespace matn { inline namespace v0 { namespace detail::when {

inline void date_resolver::by_rule(const node& n, date& d) const noexcept {
    int year = n.year;
    if (year == no_year) {
        if (!anchor_) return;
        const int now = gregorian(*anchor_).year();
        year = now + (n.year_offset != 1000 ? n.year_offset : 0);
        if (n.year_offset == 1000) {
            std::int32_t least = INT32_MAX;
            for (int y = now - 1; y <= now + 2; ++y) {
                const day when = ruled(n.feast, y);
                if ((n.tense == 1 || n.tense == 0 || (request_ && n.tense == 2)) && when < *anchor_) continue;
                if (n.tense == -1 && when >= *anchor_) continue;
                const std::int32_t away = when < *anchor_ ? (*anchor_ - when) * 2 : (when - *anchor_) * 2 + 1;
                if (away >= least) continue;
                least = away;
                year = y;
            }
            d.how = date_source::nearest;
        }
    }
    if (year < 1583 || year > 9000) return;
    one_day(n, d, ruled(n.feast, year), date_source::written);
    constexpr std::int32_t lengths[] = {1, 3, 8, 9, 46, 1, 1, 1};
    const std::int32_t lasts = (n.feast >> 14) != 0 ? lengths[n.feast >> 11 & 7] : 1;
    if (lasts > 1 && d.type == date_type::date && n.direction == 0) {
        d.type = date_type::daterange;
        d.last = d.first + (lasts - 1);
    }
}

inline void date_resolver::holiday(const node& n, date& d) const noexcept {
    if ((n.feast >> 12) != 0) {
        by_rule(n, d);
        return;
    }
    const int cal = n.feast >> 9;
    const auto month = static_cast<unsigned>(n.feast >> 5 & 15);
    const auto dom = static_cast<unsigned>(n.feast & 31);
    d.written_in = static_cast<calendar>(cal);
    int year = n.year;
    if (year != no_year && cal != 0 && year > 1600) { // Nowruz 2021: the one in that Gregorian year
        // the first one in it, where there are two
        year = year_in(cal, day_in(0, year, 1, 1).value_or(day{}));
        if (day_in(cal, year, month, dom).value_or(day{}) < day_in(0, n.year, 1, 1).value_or(day{})) ++year;
    }
    if (year == no_year) {
        if (!anchor_) return;
        if (n.year_offset != 1000) {
            year = year_in(cal, *anchor_) + n.year_offset;
        } else {
            node plain;
            plain.month = static_cast<std::uint8_t>(month);
            plain.day = static_cast<int>(dom);
            plain.tense = request_ && n.tense == 2 ? std::int8_t{1} : n.tense;
            date_source how = date_source::nearest;
            const auto y = find_year(plain, cal, how);
            if (!y) return;
            year = *y;
            d.how = how;
        }
    }
    if (const auto when = day_in(cal, year, month, dom)) one_day(n, d, *when, date_source::written);
}

inline void date_resolver::season(const node& n, date& d) const noexcept {
    d.type = date_type::daterange;
    d.unit = time_unit::season_unit;
    d.season = n.index;
    node y = n;
    y.month = 0;
    const int cal = n.year != no_year ? calendar_of(y) : own_calendar(n.language);
    d.written_in = static_cast<calendar>(cal);
    int year = n.year;
    if (year != no_year && n.year_digits == 2) year = full_year(cal, year);
    if (year == no_year) {
        if (!anchor_) return;
        year = year_in(cal, *anchor_);
        if (n.year_offset != 1000) {
            year += n.year_offset;
        } else if (n.tense != 2) {
            const int now = (month_in(cal, *anchor_) + (cal == 1 ? 2 : 0)) / 3; // 1 to 4; winter 0 or 4 of a Gregorian year
            if (n.tense == -1 && n.index >= now) --year;
            if (n.tense == 1 && n.index <= now) ++year;
        }
    }
    const int first = cal == 1 ? (n.index - 1) * 3 + 1 : n.index * 3;
    const days a = month_days(cal, year, first);
    const days b = month_days(cal, year, first + 2);
    span(d, a.first, b.last, n.year != no_year ? date_source::written : date_source::nearest);
}

inline void date_resolver::parts_of_year(const node& n, date& d, int size) const noexcept {
    d.type = date_type::daterange;
    d.unit = size == 3 ? time_unit::quarter : time_unit::half_year;
    node y = n;
    y.month = 0;
    const int cal = n.year != no_year ? calendar_of(y) : own_calendar(n.language);
    d.written_in = static_cast<calendar>(cal);
    int year = n.year;
    if (year == no_year) {
        if (!anchor_) return;
        year = year_in(cal, *anchor_) + (n.year_offset != 1000 ? n.year_offset : 0);
    }
    span(d, month_days(cal, year, (n.index - 1) * size + 1).first, month_days(cal, year, n.index * size).last,
         n.year != no_year ? date_source::written : date_source::nearest);
}

inline void date_resolver::decade(const node& n, date& d) const noexcept {
    d.type = date_type::daterange;
    d.unit = time_unit::decade;
    int cal = n.cal;
    int year = n.year;
    if (cal < 0) {
        node y = n;
        cal = year < 100 ? own_calendar(n.language) : calendar_of(y);
        if (n.era == 0) cal = 0;
        if (n.era == 1) cal = 1;
    }
    if (year < 100) year += cal == 1 ? 1300 : 1900;
    d.written_in = static_cast<calendar>(cal);
    span(d, year_days(cal, year).first, year_days(cal, year + 9).last, date_source::written);
}

inline void date_resolver::century(const node& n, date& d) const noexcept {
    d.type = date_type::daterange;
    d.unit = time_unit::century;
    const int cal = n.era == 1 ? 1 : n.era == 2 || n.era == 4 ? 2 : 0; // قرن چهارم هجری: centuries go by the moon
    d.written_in = static_cast<calendar>(cal);
    const int year = (n.index - 1) * 100;
    if (year < 100) return;
    span(d, year_days(cal, year).first, year_days(cal, year + 99).last, date_source::written);
}

inline void date_resolver::week(const node& n, date& d) const noexcept {
    d.type = date_type::daterange;
    d.unit = time_unit::week;
    int year = n.year;
    if (year == no_year) {
        if (!anchor_) return;
        year = gregorian(*anchor_).year() + (n.year_offset != 1000 ? n.year_offset : 0);
    }
    const day first = iso_week{year, n.index}.first();
    span(d, first, first + 6, n.year != no_year ? date_source::written : date_source::nearest);
}

inline void date_resolver::nth_day(const node& n, date& d) const noexcept {
    node base = n;
    base.what = n.in_written ? form::fields : form::unit_offset;
    base.weekday = 0;
    base.months = base.seconds = 0;
    date within;
    if (base.what == form::fields) fields(base, within);
    else unit_offset(base, within);
    d.type = date_type::date;
    if (!within.resolved) return;
    d.written_in = within.written_in;
    if (n.weekday != 0) {
        const auto w = static_cast<weekday>(n.weekday);
        const day when = n.index >= 90 ? on_or_before(within.last, w) - (99 - n.index) * 7
                                       : on_or_before(within.first + 6, w) + (n.index - 1) * 7;
        if (when > within.last || when < within.first) {
            d.flags |= date_impossible;
            return;
        }
        one_day(n, d, when, within.how);
        return;
    }
    if (n.nth_unit == 4) { // weeks of it
        // As in ISO 8601, a week belongs to the month or year that its Thursday is in.
        // Arabic counts from the first week that is whole.
        const bool whole = n.index < 90 && (n.language & arabic) != 0;
        const day thursday = whole           ? on_or_before(within.first + 6, weekday::monday) + (n.index - 1) * 7 + 3
                             : n.index >= 90 ? on_or_before(within.last, weekday::thursday) - (99 - n.index) * 7
                                             : on_or_before(within.first + 6, weekday::thursday) + (n.index - 1) * 7;
        d.type = date_type::daterange;
        d.unit = time_unit::week;
        const int more = (n.count > 1 ? n.count - 1 : 0) * 7; // the first two weeks, the last two
        span(d, thursday - 3 - (n.index >= 90 ? more : 0), thursday + 3 + (n.index >= 90 ? 0 : more), within.how);
        return;
    }
    if (n.nth_unit == 12) { // weekends of it
        const day saturday = n.index >= 90 ? on_or_before(within.last, weekday::saturday) - (99 - n.index) * 7
                                           : on_or_before(within.first + 6, weekday::saturday) + (n.index - 1) * 7;
        d.type = date_type::daterange;
        d.unit = time_unit::weekend;
        span(d, saturday, saturday + 1, within.how);
        return;
    }
    if (n.nth_unit == 5) { // the last four months of 2021
        const int c = static_cast<int>(within.written_in);
        const int y = year_in(c, n.index == 99 ? within.last : within.first);
        const int mo = month_in(c, n.index == 99 ? within.last : within.first);
        d.type = date_type::daterange;
        d.unit = time_unit::month;
        if (n.index == 99) span(d, month_days(c, y, mo - n.count + 1).first, within.last, within.how);
        else span(d, month_days(c, y, mo + n.index - 1).first, month_days(c, y, mo + n.index + n.count - 2).last, within.how);
        return;
    }
    const day when = n.index >= 90 ? within.last - (99 - n.index) : within.first + (n.index - 1);
    if (when > within.last || when < within.first) {
        d.flags |= date_impossible;
        return;
    }
    one_day(n, d, when, within.how);
}

}}} // namespace matn::v0::detail::when

#endif
