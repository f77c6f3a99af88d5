// SPDX-License-Identifier: MIT
// From what is said to days: what all kinds of expressions share. A header for each kind is in date_resolve.hpp.
#ifndef MATN_DETAIL_DATE_RESOLVER_HPP
#define MATN_DETAIL_DATE_RESOLVER_HPP

#include <matn/detail/date_days.hpp>
#include <matn/detail/date_node.hpp>

#include <span>

namespace matn { inline namespace v0 { namespace detail::when {

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
            if (n.limit && request_ && anchor_ && !n.ahead) {
                node end = n;
                end.direction = 1;
                distance(end, d);
            } else if (n.ahead && anchor_ && !n.vague && n.months < 60000 && n.seconds < 86400.0 * 2000000) {
                from_now(n, d);
            }
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
        if (n.limit && d.mod == date_modifier::before && d.type == date_type::daterange && d.resolved) // by its end
            d.first = d.last = d.last + 1;
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
        else part_of_week(d);
        return d;
    }

private:
    // What a text that is nothing but this expression asks for: clock times are today's, and "the end of April" is its last ten days.
    void asked(const node& n, date& d) const noexcept {
        if (n.what == form::length && n.limit && d.resolved && d.first == d.last) { // within three days: by then
            d.mod = date_modifier::until;
            return;
        }
        if (n.limit && d.mod == date_modifier::before && d.open_start &&
            d.type == date_type::daterange) { // by the end of the month: from now
            d.type = date_type::datetimerange;
            d.open_start = false;
            d.first = *anchor_;
            d.first_second = now_;
            d.last_second = 0;
            return;
        }
        if (n.what == form::part && d.type == date_type::timerange && d.part != part_of_day::none) { // in the afternoon: today's
            d.type = date_type::datetimerange;
            span(d, *anchor_, *anchor_, date_source::relative);
            return;
        }
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
        } else if (size >= 28 && size <= 31 && n.what == form::fields && n.index != 0) { // a half: the 15th is of the first
            if (n.index == 1) d.last = d.first + 14;
            else d.first = d.first + 15;
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

    // Late last week is from its Thursday on, early next week until its Wednesday. Months and years stay whole, as TIMEX3 has them.
    static void part_of_week(date& d) noexcept {
        if (d.type != date_type::daterange || !d.resolved || d.unit != time_unit::week || d.last - d.first != 6) return;
        const day monday = d.first;
        if (d.mod == date_modifier::start) d.last = monday + 2;
        if (d.mod == date_modifier::middle) {
            d.first = monday + 1;
            d.last = monday + 4;
        }
        if (d.mod == date_modifier::end) d.first = monday + 3;
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

    // The Saturday of the weekend that a day is in or beside: Labor Day is a Monday, and its weekend the one before.
    static day weekend_of(day when) noexcept {
        const day monday = on_or_before(when, weekday::monday);
        return when - monday < 2 ? monday - 2 : monday + 5;
    }

    // Whether a length leads beyond all calendars: 60,000 months, two million days.
    static bool out_of_time(const node& n) noexcept { return n.months > 60000 || n.seconds > 86400.0 * 2000000; }

    // 5 days before, 3 weeks after it
    static void moved(const node& n, date& d) noexcept {
        if (!d.resolved || n.direction == 0) return;
        if (out_of_time(n)) {
            d.resolved = false;
            return;
        }
        if (n.direction == 2 || n.direction == 3) { // 2 weeks starting May 20th; the week of November 30th
            d.type = date_type::daterange;
            if (n.direction == 3) d.first = n.unit == 12 ? weekend_of(d.first) : on_or_before(d.first, weekday::monday);
            d.last = n.direction == 3 ? d.first + (n.unit == 12 ? 1 : 6) : shifted(d.first, n.months, n.seconds, n.business) - 1;
            d.unit = n.direction == 3 ? (n.unit == 12 ? time_unit::weekend : time_unit::week) : time_unit::day;
            d.first_second = -1;
            return;
        }
        const day base = d.first;
        d.first = d.last = shifted(base, n.direction * n.months, n.direction * n.seconds, n.business);
        if (n.limit && d.first > base) { // less than three days after it
            d.type = date_type::daterange;
            d.last = d.first - 1;
            d.first = base;
        }
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

    // --- Day, month, year, weekday: date_resolve_fields.hpp.
    [[nodiscard]] int calendar_of(const node& n) const noexcept;
    [[nodiscard]] int full_year(int cal, int two) const noexcept;
    [[nodiscard]] int nearest_calendar(const node& n) const noexcept;
    void fields(const node& n, date& d) const;
    void other_reading(date& d, int year, unsigned month, unsigned dom, day when) const noexcept;
    static bool possible(int cal, unsigned month, int dom) noexcept;
    [[nodiscard]] std::optional<int> find_year(const node& n, int cal, date_source& how) const;
    [[nodiscard]] int month_year(const node& n, int cal) const noexcept;
    void weekday_alone(const node& n, date& d) const noexcept;

    // --- Counted from the day of writing: date_resolve_relative.hpp.
    void day_offset(const node& n, date& d) const noexcept;
    void unit_offset(const node& n, date& d) const noexcept;
    static void rolled(date& d, day now, int direction, int months) noexcept;
    static void set_clock(date& d, day base, std::int64_t from, std::int64_t to) noexcept;
    void from_now(const node& n, date& d) const noexcept;
    void distance(const node& n, date& d) const noexcept;

    // --- Named periods: date_resolve_period.hpp.
    void by_rule(const node& n, date& d) const noexcept;
    void holiday(const node& n, date& d) const noexcept;
    void season(const node& n, date& d) const noexcept;
    void parts_of_year(const node& n, date& d, int size) const noexcept;
    void decade(const node& n, date& d) const noexcept;
    void century(const node& n, date& d) const noexcept;
    void week(const node& n, date& d) const noexcept;
    void nth_day(const node& n, date& d) const noexcept;

    // --- Ranges: date_resolve_range.hpp.
    [[nodiscard]] static bool weekday_only(const node& n) noexcept {
        return n.what == form::fields && n.weekday != 0 && n.day == 0 && n.month == 0 && n.tense == 2 && n.count == 1 &&
               n.clock < 0 && n.part < 0;
    }
    void range(const node& n, date& d) const;

    std::span<const node> nodes_;
    std::span<const day> written_; // days that the text writes out with their years
    std::optional<day> anchor_;
    std::optional<day> near_;
    std::int32_t now_;
    bool request_;
};

}}} // namespace matn::v0::detail::when

#endif
