// SPDX-License-Identifier: MIT
// From what is said to days: calendar, year, weekday; relative words against the anchor; contradictions marked.
#ifndef MATN_DETAIL_DATE_RESOLVE_HPP
#define MATN_DETAIL_DATE_RESOLVE_HPP

#include <matn/detail/date_node.hpp>

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
    int k = y * 12 + month - 1;
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

class date_resolver {
public:
    date_resolver(std::span<const node> nodes, std::span<const day> written, std::optional<day> anchor,
                  std::int32_t anchor_second, bool request)
        : nodes_(nodes), written_(written), anchor_(anchor), now_(anchor_second), request_(request) {}

    // A full date just before: a day and month behind it are of its time.
    void near(std::optional<day> d) noexcept { near_ = d; }

    [[nodiscard]] date resolve(const node& n) const {
        date d;
        d.at = n.at;
        d.mod = static_cast<date_modifier>(n.mod);
        d.vague = n.vague;
        d.flags = n.flags;
        switch (n.what) {
        case form::fields: fields(n, d); break;
        case form::day_offset: day_offset(n, d); break;
        case form::unit_offset: unit_offset(n, d); break;
        case form::distance: distance(n, d); break;
        case form::length:
            d.type = date_type::duration;
            d.unit = static_cast<time_unit>(n.unit);
            d.months = n.months;
            d.seconds = n.seconds;
            d.how = date_source::written;
            if (n.ahead && anchor_ && !n.vague && n.months < 60000 && n.seconds < 86400.0 * 2000000) from_now(n, d);
            break;
        case form::clock:
            d.type = date_type::time;
            d.unit = time_unit::minute;
            d.first_second = n.clock;
            if (n.clock_end >= 0) {
                d.type = date_type::timerange;
                d.last_second = n.clock_end;
            }
            d.how = date_source::written;
            break;
        case form::part:
            d.type = date_type::timerange;
            d.part = part(n.part);
            d.how = date_source::written;
            break;
        case form::now:
            d.type = date_type::datetime;
            d.unit = time_unit::second;
            if (anchor_) {
                span(d, *anchor_, *anchor_, date_source::relative);
                d.first_second = now_;
            }
            break;
        case form::set:
            d.type = date_type::set;
            d.unit = static_cast<time_unit>(n.unit > 16 ? 17 : n.unit);
            d.months = n.months;
            d.seconds = n.seconds;
            d.weekday_set = n.weekday;
            if (n.weekday != 0 && n.count > 1) d.seconds = 604800.0 * n.count;
            d.part = part(n.part);
            d.first_second = n.clock;
            d.how = date_source::written;
            break;
        case form::holiday: holiday(n, d); break;
        case form::season: season(n, d); break;
        case form::quarter: parts_of_year(n, d, 3); break;
        case form::half_year: parts_of_year(n, d, 6); break;
        case form::decade: decade(n, d); break;
        case form::century: century(n, d); break;
        case form::week: week(n, d); break;
        case form::range: range(n, d); break;
        case form::nth_day: nth_day(n, d); break;
        case form::none: break;
        }
        if (n.what != form::fields && n.what != form::range && n.what != form::length && n.what != form::distance &&
            n.what != form::set && n.direction != 4 && (n.months != 0 || n.seconds != 0 || n.direction == 3))
            moved(n, d);
        if (d.type == date_type::date && d.resolved && (d.mod == date_modifier::since || d.mod == date_modifier::after)) {
            d.type = date_type::daterange;
            d.open_end = true;
        } else if (d.type == date_type::date && d.resolved && (d.mod == date_modifier::until || d.mod == date_modifier::before)) {
            d.type = date_type::daterange;
            d.open_start = true;
        } else if ((d.type == date_type::daterange || d.type == date_type::datetime) && d.resolved) {
            if (d.mod == date_modifier::since || d.mod == date_modifier::after) d.open_end = true;
            if (d.mod == date_modifier::until || d.mod == date_modifier::before) d.open_start = true;
            if (d.type == date_type::datetime && (d.open_end || d.open_start)) d.type = date_type::datetimerange;
        }
        if (d.type == date_type::time && (d.mod == date_modifier::since || d.mod == date_modifier::after ||
                                          d.mod == date_modifier::until || d.mod == date_modifier::before)) {
            d.type = date_type::timerange;
            d.open_end = d.mod == date_modifier::since || d.mod == date_modifier::after;
            d.open_start = !d.open_end;
        }
        if (request_ && anchor_) asked(n, d);
        return d;
    }

private:
    // What a text that is nothing but this expression asks for: clock times are today's, and "the end of April" is its last ten days.
    void asked(const node& n, date& d) const noexcept {
        if (d.type == date_type::timerange && d.part == part_of_day::none) {
            d.type = date_type::datetimerange;
            d.first = d.last = *anchor_;
            d.resolved = true;
            d.how = date_source::relative;
            if (d.last_second >= 0 && d.last_second <= d.first_second) d.last = d.last + 1;
            return;
        }
        if (d.type != date_type::daterange || !d.resolved || n.mod < 1 || n.mod > 3) return;
        const std::int32_t size = d.last - d.first + 1;
        if (size == 7) {
            if (n.mod == 1) d.last = d.first + 2;
            if (n.mod == 2) {
                d.first = d.first + 1;
                d.last = d.first + 2;
            }
            if (n.mod == 3) d.first = d.last - 2;
        } else if (size >= 28 && size <= 31) {
            if (n.mod == 1) d.last = d.first + 9;
            if (n.mod == 2) {
                d.first = d.first + 10;
                d.last = d.first + 9;
            }
            if (n.mod == 3) d.first = d.first + 20;
        } else if (size == 365 || size == 366) {
            const int cal = static_cast<int>(d.written_in);
            const int y = year_in(cal, d.first);
            if (n.mod == 1) d.last = month_days(cal, y, 4).last;
            if (n.mod == 2) {
                d.first = month_days(cal, y, 5).first;
                d.last = month_days(cal, y, 8).last;
            }
            if (n.mod == 3) d.first = month_days(cal, y, 9).first;
        }
    }
    static part_of_day part(int p) noexcept {
        switch (p) {
        case 0:
        case 6:
        case 11: return part_of_day::morning;
        case 1:
        case 8:
        case 9: return part_of_day::midday;
        case 2: return part_of_day::afternoon;
        case 3:
        case 10: return part_of_day::evening;
        case 4:
        case 7: return part_of_day::night;
        case 5: return part_of_day::daytime;
        default: return part_of_day::none;
        }
    }
    static void span(date& d, day first, day last, date_source how) noexcept {
        d.first = first;
        d.last = last;
        d.resolved = true;
        if (d.how == date_source::none) d.how = how;
    }
    // The calendar in which people of a language count months and years.
    static int own_calendar(std::uint8_t language) noexcept { return (language & (persian | pashto)) != 0 ? 1 : 0; }

    // A day that has been found: with its clock or part of the day.
    static void one_day(const node& n, date& d, day when, date_source how) noexcept {
        span(d, when, when, how);
        d.unit = time_unit::day;
        d.type = date_type::date;
        clock_of(n, d);
    }
    static void clock_of(const node& n, date& d) noexcept {
        if (n.clock >= 0) {
            d.type = date_type::datetime;
            d.unit = time_unit::minute;
            d.first_second = n.clock;
            if (n.clock_end >= 0) {
                d.type = date_type::datetimerange;
                d.last_second = n.clock_end;
                if (n.clock_end <= n.clock) d.last = d.last + 1;
            }
        } else if (n.part == 7 || n.part == 8) {
            d.type = date_type::datetime;
            d.unit = time_unit::minute;
            d.first_second = n.part == 8 ? 43200 : 0;
        } else if (n.part >= 0) {
            d.type = date_type::datetimerange;
            d.part = part(n.part);
        }
    }
    // 5 days before, 3 weeks after it
    static void moved(const node& n, date& d) noexcept {
        if (!d.resolved || n.direction == 0) return;
        if (n.direction == 2 || n.direction == 3) { // 2 weeks starting May 20th; the week of November 30th
            d.type = date_type::daterange;
            if (n.direction == 3)
                d.first = n.unit == 12 ? on_or_before(d.first, weekday::monday) + 5 : on_or_before(d.first, weekday::monday);
            d.last = n.direction == 3 ? d.first + (n.unit == 12 ? 1 : 6) : shifted(d.first, n.months, n.seconds, n.business) - 1;
            d.unit = n.direction == 3 ? (n.unit == 12 ? time_unit::weekend : time_unit::week) : time_unit::day;
            d.first_second = -1;
            return;
        }
        d.first = d.last = shifted(d.first, n.direction * n.months, n.direction * n.seconds, n.business);
    }
    static day shifted(day from, double months, double seconds, bool business) noexcept {
        day out = from;
        const auto whole = static_cast<int>(months);
        if (whole != 0) {
            const gregorian g(from);
            const days mo = month_days(0, g.year(), static_cast<int>(g.month()) + whole);
            const auto d = static_cast<std::int32_t>(g.day_of_month()) - 1;
            out = mo.first + (d > mo.last - mo.first ? mo.last - mo.first : d);
        }
        const double rest = (months - whole) * 30;
        const double sum = seconds / 86400 + rest;
        int n = static_cast<int>(sum < 0 ? sum - 0.5 : sum + 0.5);
        if (!business) return out + n;
        while (n != 0) {
            out = out + (n > 0 ? 1 : -1);
            const weekday w = weekday_of(out);
            if (w != weekday::saturday && w != weekday::sunday) n += n > 0 ? -1 : 1;
        }
        return out;
    }

    // Two digits of a year: the century that keeps it before or near the anchor.
    [[nodiscard]] int full_year(int cal, int two) const noexcept {
        const int now = anchor_ ? year_in(cal, *anchor_) : cal == 0 ? 2020 : cal == 1 ? 1400 : 1442;
        int y = now - now % 100 + two;
        if (y > now + (cal == 0 ? 20 : 10)) y -= 100;
        if (y < now - 80) y += 100;
        return y;
    }

    // The calendar of a year without a month name.
    [[nodiscard]] int calendar_of(const node& n) const noexcept {
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
    [[nodiscard]] int nearest_calendar(const node& n) const noexcept {
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

    void fields(const node& n, date& d) const {
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

    void other_reading(date& d, int year, unsigned month, unsigned dom, day when) const noexcept {
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

    static bool possible(int cal, unsigned month, int dom) noexcept {
        if (month > 12 || dom < 1) return false;
        const int most = cal == 0   ? (month == 2 ? 29 : static_cast<int>(gregorian::month_length(2000, month)))
                         : cal == 1 ? (month < 7 ? 31 : 30)
                                    : 30;
        return dom <= most;
    }

    // The year of a day and month that names none.
    [[nodiscard]] std::optional<int> find_year(const node& n, int cal, date_source& how) const {
        if (!possible(cal, n.month, n.day)) return std::nullopt;
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
    [[nodiscard]] int month_year(const node& n, int cal) const noexcept {
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

    void weekday_alone(const node& n, date& d) const noexcept {
        d.type = date_type::date;
        if (!anchor_) return;
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

    void day_offset(const node& n, date& d) const noexcept {
        d.type = n.clock >= 0 ? date_type::datetime : n.part >= 0 ? date_type::datetimerange : date_type::date;
        d.part = part(n.part);
        if (!anchor_) return;
        const day when = *anchor_ + n.offset;
        if (n.weekday != 0 && static_cast<int>(weekday_of(when)) != n.weekday) d.flags |= date_wrong_weekday;
        one_day(n, d, when, date_source::relative);
    }

    void unit_offset(const node& n, date& d) const noexcept {
        d.type = date_type::daterange;
        d.unit = static_cast<time_unit>(n.unit);
        if (n.unit == 3 && !n.counted && !n.vague) d.type = date_type::date;
        if (n.unit < 3 || n.unit == 14) d.type = date_type::datetimerange;
        if (!anchor_) return;
        const day now = *anchor_;
        const int cal = own_calendar(n.language);
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
    static void rolled(date& d, day now, int direction, int months) noexcept {
        if (months > 60000) return;
        if (direction < 0) span(d, shifted(now, -months, 0, false), now - 1, date_source::relative);
        else span(d, now + 1, shifted(now, months, 0, false), date_source::relative);
    }

    // Seconds from the midnight of a day, which may be days away.
    static void set_clock(date& d, day base, std::int64_t from, std::int64_t to) noexcept {
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
    void from_now(const node& n, date& d) const noexcept {
        d.how = date_source::relative;
        if (n.unit < 3 || n.unit == 14) {
            d.type = date_type::datetimerange;
            const day base = n.months != 0 ? shifted(*anchor_, n.months, 0, false) : *anchor_;
            const std::int64_t until = now_ + static_cast<std::int64_t>(n.seconds) + (base - *anchor_) * std::int64_t{86400};
            set_clock(d, *anchor_, now_, until);
            return;
        }
        d.type = date_type::daterange;
        const day end = shifted(*anchor_, n.months, n.seconds, n.business);
        if (end > *anchor_) span(d, *anchor_, end - 1, date_source::relative);
    }

    void distance(const node& n, date& d) const noexcept {
        const bool clock = n.unit < 3 || n.unit == 14;
        d.type = clock ? date_type::datetime : date_type::date;
        d.unit = static_cast<time_unit>(n.unit);
        d.months = n.months;
        d.seconds = n.seconds;
        if (n.vague) {
            d.how = date_source::relative;
            return;
        }
        if (!anchor_ || n.months > 60000 || n.seconds > 86400.0 * 2000000) return;
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

    // Easter of the Eastern churches: by the Julian calendar's tables, as a day of ours.
    static day orthodox_easter(int y) noexcept {
        const int moon = (19 * (y % 19) + 15) % 30;
        const int sum = moon + (2 * (y % 4) + 4 * (y % 7) - moon + 34) % 7 + 114;
        return gregorian(y, static_cast<unsigned>(sum / 31), 1).to_day().value_or(day{}) + sum % 31 + (y / 100 - y / 400 - 2);
    }
    // 1 Tishri of a Jewish year, by the mean new moons since the first and the four postponements.
    static day rosh_hashanah(int year) noexcept {
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
    static day chinese_new_year(int y) noexcept {
        constexpr std::string_view first =
            ";NC9K?5H=2E:MA6I>3F<OC8K@4H=3E:LA6I?4F;NC7J@5H=2E9LA7I?4G;MC8J@5H=1D:LA7J>3F;MB8K@5H=OD9LA7J?3E;NB8K"
            "@4G<2D9MB6I>3E;NC8K@5G<2E9LB6H=3F;NC8J?4G<2E:LA6I=3F<NC8J?4G=1D9L@6I>3F;NB7J@4G=2D9LA6I>4E:MB7J@5G<1D";
        if (y < 1900 || y > 2100) return gregorian(y, 2, 4).to_day().value_or(day{});
        return gregorian(y, 1, 20).to_day().value_or(day{}) + (first[static_cast<std::size_t>(y - 1900)] - '0');
    }
    // The day that a movable feast counts from; the kinds are in the order of tools/tables/lexicon.py.
    static day feast(int kind, int y) noexcept {
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
    // The day of Western Easter, by the method of Gauss as corrected for the Gregorian calendar.
    static day easter(int y) noexcept {
        const int golden = y % 19;
        const int century = y / 100;
        const int moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        const int week = (32 + 2 * (century % 4) + 2 * (y % 100 / 4) - moon - y % 100 % 4) % 7;
        const int late = (golden + 11 * moon + 22 * week) / 451;
        const int sum = moon + week - 7 * late + 114;
        return gregorian(y, static_cast<unsigned>(sum / 31), static_cast<unsigned>(sum % 31 + 1));
    }
    // A day by rule, in a year: Easter and what hangs on it, the fourth Thursday of November.
    static day ruled(int rule, int y) noexcept {
        if ((rule >> 14) != 0) return feast(rule >> 8 & 7, y) + ((rule & 255) - 128);
        if ((rule >> 13) != 0) return easter(y) + ((rule & 0xFFF) - 100);
        const int month = rule >> 6 & 15;
        const auto w = static_cast<weekday>(rule >> 3 & 7);
        const int nth = rule & 7;
        const days mo = month_days(0, y, month);
        return nth == 5 ? on_or_before(mo.last, w) : on_or_before(mo.first + 6, w) + (nth - 1) * 7;
    }
    void by_rule(const node& n, date& d) const noexcept {
        int year = n.year;
        if (year == no_year) {
            if (!anchor_) return;
            const int now = gregorian(*anchor_).year();
            year = now + (n.year_offset != 1000 ? n.year_offset : 0);
            if (n.year_offset == 1000) {
                std::int32_t least = INT32_MAX;
                for (int y = now - 1; y <= now + 2; ++y) {
                    const day when = ruled(n.holiday, y);
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
        one_day(n, d, ruled(n.holiday, year), date_source::written);
        constexpr std::int32_t lengths[] = {1, 3, 8, 9, 46, 1, 1, 1};
        const std::int32_t lasts = (n.holiday >> 14) != 0 ? lengths[n.holiday >> 11 & 7] : 1;
        if (lasts > 1 && d.type == date_type::date && n.direction == 0) {
            d.type = date_type::daterange;
            d.last = d.first + (lasts - 1);
        }
    }

    void holiday(const node& n, date& d) const noexcept {
        if ((n.holiday >> 12) != 0) {
            by_rule(n, d);
            return;
        }
        const int cal = n.holiday >> 9;
        const auto month = static_cast<unsigned>(n.holiday >> 5 & 15);
        const auto dom = static_cast<unsigned>(n.holiday & 31);
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

    void season(const node& n, date& d) const noexcept {
        d.type = date_type::daterange;
        d.unit = time_unit::season_unit;
        d.season = n.index;
        node y = n;
        y.month = 0;
        const int cal = n.year != no_year ? calendar_of(y) : own_calendar(n.language);
        d.written_in = static_cast<calendar>(cal);
        int year = n.year;
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

    void parts_of_year(const node& n, date& d, int size) const noexcept {
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

    void decade(const node& n, date& d) const noexcept {
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
    void century(const node& n, date& d) const noexcept {
        d.type = date_type::daterange;
        d.unit = time_unit::century;
        const int cal = n.era == 1 ? 1 : n.era == 2 ? 2 : 0;
        d.written_in = static_cast<calendar>(cal);
        const int year = (n.index - 1) * 100;
        if (year < 100) return;
        span(d, year_days(cal, year).first, year_days(cal, year + 99).last, date_source::written);
    }
    void week(const node& n, date& d) const noexcept {
        d.type = date_type::daterange;
        d.unit = time_unit::week;
        int year = n.year;
        if (year == no_year) {
            if (!anchor_) return;
            year = gregorian(*anchor_).year();
        }
        const day first = iso_week{year, n.index}.first();
        span(d, first, first + 6, n.year != no_year ? date_source::written : date_source::nearest);
    }

    void nth_day(const node& n, date& d) const noexcept {
        node base = n;
        base.what = n.from == 1 ? form::unit_offset : form::fields;
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
        if (n.holiday == 4) { // weeks of it
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
        if (n.holiday == 12) { // weekends of it
            const day saturday = n.index >= 90 ? on_or_before(within.last, weekday::saturday) - (99 - n.index) * 7
                                               : on_or_before(within.first + 6, weekday::saturday) + (n.index - 1) * 7;
            d.type = date_type::daterange;
            d.unit = time_unit::weekend;
            span(d, saturday, saturday + 1, within.how);
            return;
        }
        if (n.holiday == 5) { // the last four months of 2021
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

    void range(const node& n, date& d) const {
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
            if (b.clock_sure && !a.clock_sure && a.clock < 43200 && b.clock >= 43200 && a.clock + 43200 < b.clock)
                a.clock += 43200;
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
        // Weekdays, and days without a year: the end comes after the start.
        if (last.first < first.first) {
            if (a.what == form::fields && a.weekday != 0 && a.day == 0 && a.month == 0 &&
                (b.what == form::day_offset || (b.what == form::fields && b.month != 0 && b.day != 0))) {
                // Monday to last night: the Monday before it
                const std::int32_t back = (first.first - last.first + 6) / 7 * 7;
                first.first = first.first - back;
                first.last = first.last - back;
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

    std::span<const node> nodes_;
    std::span<const day> written_; // days that the text writes out with their years
    std::optional<day> anchor_;
    std::optional<day> near_;
    std::int32_t now_;
    bool request_;
};

}}} // namespace matn::v0::detail::when

#endif
