// SPDX-License-Identifier: MIT
// From one end of a range to the other.
#ifndef MATN_DETAIL_DATE_RESOLVE_RANGE_HPP
#define MATN_DETAIL_DATE_RESOLVE_RANGE_HPP

#include <matn/detail/date_resolver.hpp>

namespace matn { inline namespace v0 { namespace detail::when {

inline void date_resolver::range(const node& n, date& d) const {
    node a = nodes_[static_cast<std::size_t>(n.from)];
    node b = nodes_[static_cast<std::size_t>(n.to)];
    // What one end leaves out, the other says.
    if (a.what == form::fields && b.what == form::fields) {
        if (a.day != 0 && a.month == 0 && a.year == no_year && a.unit != 5 && b.month != 0 &&
            b.day != 0) { // from Friday the 1st to the 5th of May
            a.month = b.month;
            a.cal = b.cal;
        }
        if (a.year == no_year && b.year != no_year && a.weekday == 0) {
            a.year = b.year;
            a.year_digits = b.year_digits;
            if (a.month != 0 && b.month != 0 && a.cal == b.cal && a.month > b.month) --a.year;
        } else if (a.year != no_year && b.year == no_year && b.month != 0) {
            b.year = a.year;
            b.year_digits = a.year_digits;
            if (b.month < a.month && a.cal == b.cal) ++b.year;
        }
        if (a.cal < 0 && b.cal >= 0 && a.month == 0 && a.year != no_year) a.cal = static_cast<std::int8_t>(b.cal);
        if (a.era < 0) a.era = b.era;
    }
    if (a.what == form::clock && b.clock >= 0) {
        if (b.clock_sure && !a.clock_sure && a.clock < 43200 && b.clock >= 43200 && a.clock + 43200 < b.clock) a.clock += 43200;
        if (a.clock_sure && !b.clock_sure && b.clock < 43200 && b.clock <= a.clock) b.clock += 43200;
    }
    date first = resolve(a);
    date last = resolve(b);
    if (a.what == form::now && last.type == date_type::date) first.type = date_type::date;
    if (b.what == form::now && first.type == date_type::date) last.type = date_type::date;
    d.written_in = first.written_in;
    d.flags = static_cast<std::uint8_t>(first.flags | last.flags);
    d.how = first.how;
    if (first.type == date_type::time && last.type == date_type::time) {
        d.type = date_type::timerange;
        d.first_second = first.first_second;
        d.last_second = last.first_second;
        return;
    }
    if (first.type == date_type::time && last.type == date_type::datetime && last.resolved) { // 5 to 6 pm tomorrow
        d.type = date_type::datetimerange;
        d.first = d.last = last.first;
        d.first_second = first.first_second;
        d.last_second = last.first_second;
        d.resolved = true;
        return;
    }
    if (first.type == date_type::datetime || last.type == date_type::datetime) {
        d.type = date_type::datetimerange;
        if (!first.resolved) return;
        d.first = first.first;
        d.first_second = first.first_second >= 0 ? first.first_second : 0;
        if (last.type == date_type::time) {
            d.last = first.first + (last.first_second <= d.first_second ? 1 : 0);
            d.last_second = last.first_second;
            d.resolved = true;
            return;
        }
        if (!last.resolved) return;
        d.last = last.first;
        d.last_second = last.first_second >= 0 ? last.first_second : 0;
        d.resolved = true;
        return;
    }
    d.type = date_type::daterange;
    d.unit = time_unit::day;
    if (!first.resolved || !last.resolved) return;
    if (request_ && weekday_only(a) && weekday_only(b)) { // asked on a Sunday, Friday to Monday is the one that goes on
        const day from = on_or_before(*anchor_, static_cast<weekday>(a.weekday));
        const day to = on_or_before(from + 6, static_cast<weekday>(b.weekday));
        if (to >= *anchor_) {
            first.first = first.last = from;
            last.first = last.last = to;
        }
    }
    // Weekdays, and days without a year: the end comes after the start.
    if (last.first < first.first) {
        if (a.what == form::fields && a.weekday != 0 && a.day == 0 && a.month == 0 &&
            (b.what == form::day_offset || (b.what == form::fields && b.month != 0 && b.day != 0))) {
            // Monday to last night: the Monday before it
            const std::int32_t back = (first.first - last.first + 6) / 7 * 7;
            first.first = first.first - back;
            first.last = first.last - back;
        } else if (anchor_ && a.what == form::fields && a.month != 0 && a.year == no_year && a.weekday == 0 && a.tense == 2 &&
                   (b.what == form::now || b.what == form::day_offset)) { // from March to date: the last one
            a.tense = -1;
            first = resolve(a);
        } else if (b.what == form::fields && b.weekday != 0 && b.day == 0 && b.month == 0) {
            while (last.first < first.first) {
                last.first = last.first + 7;
                last.last = last.last + 7;
            }
        } else if (b.what == form::fields && b.year == no_year && b.month != 0) {
            const int cal = static_cast<int>(last.written_in);
            const int y = year_in(cal, last.first) + 1;
            if (b.day != 0) {
                if (const auto e = day_in(cal, y, b.month, static_cast<unsigned>(b.day))) last.first = last.last = *e;
            } else {
                const days mo = month_days(cal, y, b.month);
                last.first = mo.first;
                last.last = mo.last;
            }
        }
    }
    if (last.first < first.first) {
        d.flags |= date_impossible;
        return;
    }
    d.first = first.first;
    d.last = last.last;
    d.resolved = true;
}

}}} // namespace matn::v0::detail::when

#endif
