// SPDX-License-Identifier: MIT
// Dates and times in running text of six languages and three calendars, resolved to days.
#ifndef MATN_DATE_HPP
#define MATN_DATE_HPP

#include <matn/detail/date_find.hpp>
#include <matn/number.hpp>

#include <string>
#include <string_view>

namespace matn { inline namespace v0 {

/// The name of a type of expression, as TIMEX3 data write it: "date", "datetimerange".
[[nodiscard]] constexpr std::string_view name(date_type t) noexcept {
    constexpr std::string_view names[] = {"date", "time",      "datetime",  "duration",
                                          "set",  "daterange", "timerange", "datetimerange"};
    return names[static_cast<std::size_t>(t)];
}
/// The name of a modifier as TIMEX3 has it: START, MID, END, APPROX; before, after, since, until; empty for none.
[[nodiscard]] constexpr std::string_view name(date_modifier m) noexcept {
    constexpr std::string_view names[] = {"", "START", "MID", "END", "APPROX", "before", "after", "since", "until"};
    return names[static_cast<std::size_t>(m)];
}
/// What is wrong with a date, in a word: "range" for a day that does not exist, "calendar", "weekday"; empty where nothing is.
[[nodiscard]] constexpr std::string_view flag_name(std::uint8_t flags) noexcept {
    return (flags & date_impossible) != 0       ? "range"
           : (flags & date_wrong_calendar) != 0 ? "calendar"
           : (flags & date_wrong_weekday) != 0  ? "weekday"
                                                : "";
}

namespace detail {

inline void put_clock(std::string& out, std::int32_t seconds) {
    const auto two = [&out](std::int32_t n) {
        out += static_cast<char>('0' + n / 10);
        out += static_cast<char>('0' + n % 10);
    };
    out += 'T';
    two(seconds / 3600);
    out += ':';
    two(seconds / 60 % 60);
    if (seconds % 60 != 0) {
        out += ':';
        two(seconds % 60);
    }
}
// A number without zeros behind its point.
inline std::string plain(double v) {
    const bool negative = v < 0;
    if (v > 1e15 || v < -1e15) { // no thousandths, and perhaps past any integer: 5555555555555555555 days
        std::string out = std::to_string(v);
        return out.substr(0, out.find_first_not_of("0123456789", 1));
    }
    const auto thousandths = static_cast<std::int64_t>((negative ? -v : v) * 1000 + 0.5);
    std::string out = std::to_string(thousandths / 1000);
    if (thousandths % 1000 != 0) {
        std::string part = std::to_string(1000 + thousandths % 1000).substr(1);
        while (part.back() == '0') part.pop_back();
        out += '.' + part;
    }
    return negative ? '-' + out : out;
}
inline std::string length_timex(const date& d) {
    const auto unit = static_cast<unsigned>(d.unit);
    constexpr std::string_view letters[] = {"S", "M", "H", "D", "W", "M", "M", "M", "Y",
                                            "Y", "Y", "W", "D", "Y", "S", "M", "M", "D"};
    const bool clock = unit < 3 || unit == 14;
    if (d.vague) return std::string(clock ? "PTX" : "PX") + std::string(letters[unit]);
    std::string out = "P";
    // One unit where it is one; else months and seconds in falling units.
    if (d.seconds == 0) {
        if (unit >= 8 && unit <= 13 && unit != 11 && unit != 12) return out + plain(d.months / 12) + 'Y';
        return out + plain(d.months) + 'M';
    }
    double rest = d.seconds;
    if ((d.months > 1e15 || rest > 1e15) && !(d.months == 0 && unit == 3)) { // past any integer of the parts below
        if (d.months != 0) out += plain(d.months) + 'M';
        return out + 'T' + plain(rest) + 'S';
    }
    if (d.months != 0) {
        const auto years = static_cast<std::int64_t>(d.months / 12);
        if (years > 0) out += std::to_string(years) + 'Y';
        if (d.months - static_cast<double>(years * 12) > 0) out += plain(d.months - static_cast<double>(years * 12)) + 'M';
    } else if (unit == 4 || unit == 11) {
        const double weeks = rest / 604800;
        if (weeks * 1000 == static_cast<double>(static_cast<std::int64_t>(weeks * 1000))) return out + plain(weeks) + 'W';
    } else if (unit == 3) {
        return out + plain(rest / 86400) + 'D';
    } else if (unit == 2) {
        const double hours = rest / 3600;
        if (rest < 86400.0 * 30 && hours * 1000 == static_cast<double>(static_cast<std::int64_t>(hours * 1000)))
            return out + 'T' + plain(hours) + 'H';
    } else if (unit == 1 && rest < 86400) {
        return out + 'T' + plain(rest / 60) + 'M';
    }
    const auto whole_days = static_cast<std::int64_t>(rest / 86400);
    if (whole_days > 0) out += std::to_string(whole_days) + 'D';
    rest -= static_cast<double>(whole_days) * 86400;
    if (rest > 0) {
        out += 'T';
        const auto hours = static_cast<std::int64_t>(rest / 3600);
        if (hours > 0) out += std::to_string(hours) + 'H';
        rest -= static_cast<double>(hours) * 3600;
        const auto minutes = static_cast<std::int64_t>(rest / 60);
        if (minutes > 0) out += std::to_string(minutes) + 'M';
        rest -= static_cast<double>(minutes) * 60;
        if (rest > 0) out += plain(rest) + 'S';
    }
    return out;
}
inline std::string_view part_letters(part_of_day p) noexcept {
    constexpr std::string_view letters[] = {"", "TMO", "TMI", "TAF", "TEV", "TNI", "TDT"};
    return letters[static_cast<std::size_t>(p)];
}
// The usual hours of a part of the day, or of its early or late half, for those who need bounds.
struct part_hours {
    std::int32_t first;
    std::int32_t last;
};
constexpr part_hours part_bounds(part_of_day p, date_modifier half = date_modifier::none) noexcept {
    constexpr part_hours hours[] = {{0, 24}, {8, 12}, {11, 13}, {12, 16}, {16, 20}, {20, 24}, {8, 18}};
    part_hours out = hours[static_cast<std::size_t>(p)];
    if (half == date_modifier::start) out.last = (out.first + out.last) / 2;
    if (half == date_modifier::end) out.first = (out.first + out.last) / 2;
    return out;
}
inline std::string year_text(std::int32_t year) { return iso(year, 1, 1).substr(0, year < 0 ? 5 : 4); }

} // namespace detail

/// The value of a date as TIMEX3 writes it: 2020-04-14, 2020-04, 2020-W16, 2020-04-14T17:00, 2020-04-14TMO, T17:00, P14M, XXXX-WXX-1.
/// Empty for what has no such value: an unresolved or impossible date, or days that are no unit of the Gregorian calendar (a Solar Hijri
/// month): iso_start and iso_end give those.
[[nodiscard]] inline std::string timex3(const date& d) {
    switch (d.type) {
    case date_type::duration: return detail::length_timex(d);
    case date_type::set: {
        if (d.weekday_set != 0) {
            std::string out = std::string("XXXX-WXX-") + static_cast<char>('0' + d.weekday_set);
            if (d.first_second >= 0) detail::put_clock(out, d.first_second);
            if (d.first_second >= 0 && d.first_second % 3600 == 0) out.resize(out.size() - 3);
            return out + std::string(detail::part_letters(d.part));
        }
        if (d.first_second >= 0 && d.seconds == 86400) {
            std::string out;
            detail::put_clock(out, d.first_second);
            if (d.first_second % 3600 == 0) out.resize(out.size() - 3);
            return out;
        }
        if (d.part != part_of_day::none) return std::string(detail::part_letters(d.part));
        return d.unit == time_unit::weekend ? 'P' + detail::plain(d.seconds / 172800) + "WE" : detail::length_timex(d);
    }
    case date_type::time: {
        std::string out;
        detail::put_clock(out, d.first_second);
        return out;
    }
    case date_type::timerange: return std::string(detail::part_letters(d.part)); // a part of the day
    default: break;
    }
    if (!d.resolved && d.type == date_type::daterange && d.unit == time_unit::weekend) return "XXXX-WXX-WE"; // that weekend
    if (!d.resolved || d.open_start || d.open_end) return {};
    if (d.type == date_type::date) return iso(d.first);
    if (d.type == date_type::datetime) {
        std::string out = iso(d.first);
        detail::put_clock(out, d.first_second);
        return out;
    }
    if (d.type == date_type::datetimerange)
        return d.part == part_of_day::none ? std::string() : iso(d.first) + std::string(detail::part_letters(d.part));
    // A range of days: by name where it is one.
    const gregorian first(d.first);
    const gregorian after(d.last + 1);
    if (d.season != 0 && d.written_in == calendar::gregorian) {
        constexpr std::string_view names[] = {"", "-SP", "-SU", "-FA", "-WI"};
        return detail::year_text(first.year()) + std::string(names[d.season]);
    }
    if (d.unit == time_unit::weekend) {
        const iso_week w = iso_week_of(d.first);
        return detail::year_text(w.year) + (w.week < 10 ? "-W0" : "-W") + std::to_string(w.week) + "-WE";
    }
    const bool portion = d.mod == date_modifier::start || d.mod == date_modifier::middle || d.mod == date_modifier::end;
    if (d.unit == time_unit::week &&
        (portion ? d.last - d.first <= 6 : weekday_of(d.first) == weekday::monday && d.last - d.first == 6)) {
        const iso_week w = iso_week_of(d.first);
        return detail::year_text(w.year) + (w.week < 10 ? "-W0" : "-W") + std::to_string(w.week);
    }
    if (d.first == d.last) return iso(d.first);
    if (first.day_of_month() != 1 || after.day_of_month() != 1) return {};
    const int months = (after.year() - first.year()) * 12 + static_cast<int>(after.month()) - static_cast<int>(first.month());
    if (months == 1) return iso(d.first).substr(0, 7);
    if (months == 12 && first.month() == 1) return detail::year_text(first.year());
    if (months == 3 && first.month() % 3 == 1)
        return detail::year_text(first.year()) + "-Q" + std::to_string(first.month() / 3 + 1);
    if (months == 6 && first.month() % 6 == 1)
        return detail::year_text(first.year()) + "-H" + std::to_string(first.month() / 6 + 1);
    if (months == 120 && first.month() == 1 && first.year() % 10 == 0) return detail::year_text(first.year()).substr(0, 3);
    return {};
}

/// Where a range begins: "2020-04-01", with a clock time where it has one, "08:00" for a range of clock times; ".." where it is open; empty
/// for what is no range or not resolved. Parts of the day have their usual hours: a morning is from 8 to 12.
[[nodiscard]] inline std::string iso_start(const date& d) {
    std::string out;
    if (d.type == date_type::timerange && d.first_second >= 0) {
        if (d.open_start) return "..";
        detail::put_clock(out, d.first_second);
        return out.substr(1);
    }
    if (d.type == date_type::timerange && d.part != part_of_day::none) {
        detail::put_clock(out, detail::part_bounds(d.part, d.mod).first * 3600);
        return out.substr(1);
    }
    if (!d.resolved || (d.type != date_type::daterange && d.type != date_type::datetimerange)) return out;
    if (d.type == date_type::datetimerange && d.part != part_of_day::none) {
        out = iso(d.first);
        detail::put_clock(out, detail::part_bounds(d.part, d.mod).first * 3600);
        return out;
    }
    if (d.open_start) return "..";
    out = iso(d.open_end && d.mod == date_modifier::after && d.first != d.last ? d.last + 1 : d.first);
    if (d.type == date_type::datetimerange) detail::put_clock(out, d.first_second < 0 ? 0 : d.first_second);
    return out;
}
/// Where a range ends: the first day, or the clock time, that no longer belongs to it.
[[nodiscard]] inline std::string iso_end(const date& d) {
    std::string out;
    if (d.type == date_type::timerange && (d.last_second >= 0 || d.open_end || d.open_start)) {
        if (d.open_end) return "..";
        detail::put_clock(out, d.open_start ? d.first_second : d.last_second);
        return out.substr(1);
    }
    if (d.type == date_type::timerange && d.part != part_of_day::none) {
        detail::put_clock(out, detail::part_bounds(d.part, d.mod).last % 24 * 3600);
        return out.substr(1);
    }
    if (!d.resolved || (d.type != date_type::daterange && d.type != date_type::datetimerange)) return out;
    if (d.type == date_type::datetimerange && d.part != part_of_day::none) {
        out = iso(d.first + detail::part_bounds(d.part, d.mod).last / 24);
        detail::put_clock(out, detail::part_bounds(d.part, d.mod).last % 24 * 3600);
        return out;
    }
    if (d.open_end) return "..";
    if (d.type == date_type::datetimerange) {
        if (d.open_start) {
            out = iso(d.first);
            detail::put_clock(out, d.first_second < 0 ? 0 : d.first_second);
            return out;
        }
        out = iso(d.last);
        detail::put_clock(out, d.last_second < 0 ? 0 : d.last_second);
        return out;
    }
    return iso(d.open_start ? d.first : d.last + 1);
}

/// Finds dates, times, durations and ranges in running text, in Arabic, Persian, Dari, Pashto, Urdu and English at once, and resolves them.
///
/// What depends on the day of writing needs an anchor: `dates(text, {.anchor = matn::gregorian(2020, 4, 15)})`, or `{.find_anchor = true}`.
struct dates_fn : adaptor {
    date_options options;

    [[nodiscard]] std::vector<date> operator()(std::string_view text) const {
        detail::check_length(text.size());
        std::vector<date> found;
        detail::when::atoms atoms;
        detail::when::read_atoms(text, atoms);
        detail::when::date_work work;
        run(text, atoms, work, emit(found));
        return found;
    }
    template <std::same_as<std::string> Temporary>
    void operator()(Temporary&&) const = delete; // the text would be gone before its dates

    /// The same stage with other options.
    [[nodiscard]] constexpr dates_fn operator()(const date_options& o) const noexcept { return {{}, o}; }
    /// The dates of a text, with options.
    [[nodiscard]] std::vector<date> operator()(std::string_view text, const date_options& o) const { return (*this)(o)(text); }
    template <std::same_as<std::string> Temporary>
    void operator()(Temporary&&, const date_options&) const = delete; // the text would be gone before its dates

    /// Makes the layer of `date` from what matn::numbers prepared. Linear in the text.
    void run(std::string_view text, const detail::when::atoms& atoms, detail::when::date_work& work, emit<date> out) const {
        detail::when::find_dates(text, atoms, options, work, out.items());
    }
};
/// The dates of a text. As a stage it makes the layer of `date`, and needs matn::numbers before it.
inline constexpr dates_fn dates{};

/// The date that a whole text is, but for space around it. Nothing where it is none, or more than one.
[[nodiscard]] inline std::optional<date> parse_date(std::string_view text, const date_options& options = {}) {
    const std::vector<date> found = dates(text, options);
    if (found.size() != 1) return std::nullopt;
    const auto blank = [](std::string_view part) { return part.find_first_not_of(" \t\r\n") == std::string_view::npos; };
    if (!blank(text.substr(0, found[0].at.begin)) || !blank(text.substr(found[0].at.end))) return std::nullopt;
    return found[0];
}

namespace detail {
template <class Stage>
struct missing_layer<date, Stage> {
    static_assert(never<Stage>, "matn: a stage reads dates; put matn::dates before it");
    static constexpr bool ok = false;
};
} // namespace detail

}} // namespace matn

#endif
