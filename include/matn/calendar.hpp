// SPDX-License-Identifier: MIT
// Three calendars that meet in day numbers: Gregorian, Solar Hijri (Shamsi) and lunar Hijri (Qamari).
#ifndef MATN_CALENDAR_HPP
#define MATN_CALENDAR_HPP

#include <matn/detail/umm_al_qura.hpp>
#include <matn/version.hpp>

#include <compare>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>

namespace matn { inline namespace v0 {

/// A calendar by name, where it is known only at run time.
enum class calendar : std::uint8_t { gregorian, solar_hijri, lunar_hijri };

/// A day, whatever calendar wrote it: days since 1970-01-01, negative before. All calendars convert to it and from it.
struct day {
    std::int32_t since_1970 = 0;

    friend constexpr auto operator<=>(const day&, const day&) = default;
    /// The day some days later or, with a negative number, earlier.
    friend constexpr day operator+(day d, std::int32_t days) noexcept { return {d.since_1970 + days}; }
    friend constexpr day operator-(day d, std::int32_t days) noexcept { return {d.since_1970 - days}; }
    /// The days from b to a.
    friend constexpr std::int32_t operator-(day a, day b) noexcept { return a.since_1970 - b.since_1970; }
};

/// A day of the week, numbered as in ISO 8601: Monday is 1, Sunday 7.
enum class weekday : std::uint8_t { monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday };

/// The day of the week of a day. 1970-01-01 was a Thursday.
[[nodiscard]] constexpr weekday weekday_of(day d) noexcept {
    const std::int32_t r = (d.since_1970 % 7 + 10) % 7; // Monday 0
    return static_cast<weekday>(r + 1);
}

/// The last such weekday on or before a day.
[[nodiscard]] constexpr day on_or_before(day d, weekday w) noexcept {
    return d - (static_cast<int>(weekday_of(d)) - static_cast<int>(w) + 7) % 7;
}

namespace detail {

struct year_month_day {
    std::int32_t year = 1;
    std::uint32_t month = 1;
    std::uint32_t day_of_month = 1;
};

// Years outside this are refused by ok(); inside, no sum below leaves 32 bits.
inline constexpr std::int32_t year_limit = 32767;

// Every calendar repeats: the Gregorian after 400 years, the solar after 33, the tabular lunar after 30. Adding many whole cycles before, and
// taking them off after, lets all divisions be unsigned ones, which are faster and need no care with negative days.
struct gregorian_rules {
    static constexpr std::uint32_t cycles = 110; // 44,000 years
    static constexpr std::uint32_t cycle_days = 146097;
    static constexpr std::uint32_t epoch = 719468; // from 0000-03-01 to 1970-01-01; years start in March here

    static constexpr std::int32_t to_day(std::int32_t year, std::uint32_t month, std::uint32_t day_of_month) noexcept {
        const std::uint32_t before_march = month < 3 ? 1u : 0u;
        const std::uint32_t y = static_cast<std::uint32_t>(year) + 400 * cycles - before_march;
        const std::uint32_t century = y / 100;
        const std::uint32_t in_year =
            (153 * (month + 12 * before_march - 3) + 2) / 5 + day_of_month - 1; // from March, five months have 153 days
        return static_cast<std::int32_t>(1461 * y / 4 - century + century / 4 + in_year - (cycles * cycle_days + epoch));
    }
    static constexpr year_month_day from_day(std::int32_t since_1970) noexcept {
        const std::uint32_t n = static_cast<std::uint32_t>(since_1970) + (cycles * cycle_days + epoch);
        const std::uint32_t quarters = 4 * n + 3; // days in quarters: a century is 146097 of them
        const std::uint32_t century = quarters / cycle_days;
        const std::uint32_t in_century = quarters % cycle_days | 3u;
        const std::uint32_t year_of_century = in_century / 1461;
        const std::uint32_t in_year = in_century % 1461 / 4;
        const std::uint32_t month = (5 * in_year + 2) / 153; // 0 is March
        const std::uint32_t after = month >= 10 ? 1u : 0u;
        return {static_cast<std::int32_t>(100 * century + year_of_century + after) - static_cast<std::int32_t>(400 * cycles),
                month + 3 - 12 * after, in_year - (153 * month + 2) / 5 + 1};
    }
    static constexpr bool leap(std::int32_t year) noexcept { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }
    static constexpr std::uint32_t month_length(std::int32_t year, std::uint32_t month) noexcept {
        return month == 2 ? (leap(year) ? 29u : 28u) : 30u + ((month + (month >> 3)) & 1u);
    }
};

// The calendar of Iran and Afghanistan. Its year begins on the day whose true noon at 52.5 E follows the March equinox. Eight leap years in 33
// give that day in all years 1178 to 1633 but 1503 and 1602, in which the equinox is within three minutes of noon: those two stand here.
struct solar_rules {
    static constexpr std::uint32_t cycles = 1000;
    static constexpr std::uint32_t cycle_days = 12053; // 33 years
    static constexpr std::int32_t epoch = -492268;     // 1 Farvardin of year 1
    static constexpr std::int32_t new_year_1503 = 56326;
    static constexpr std::int32_t new_year_1602 = 92485;

    static constexpr std::int32_t new_year(std::int32_t year) noexcept {
        const std::uint32_t y = static_cast<std::uint32_t>(year) + 33 * cycles;
        const auto n = static_cast<std::int32_t>((cycle_days * y - 12024) / 33 - cycles * cycle_days) + epoch;
        return n - (year == 1503 || year == 1602 ? 1 : 0);
    }
    static constexpr std::int32_t to_day(std::int32_t year, std::uint32_t month, std::uint32_t day_of_month) noexcept {
        const std::uint32_t in_year = 30 * (month - 1) + (month < 7 ? month - 1 : 6) + day_of_month - 1;
        return new_year(year) + static_cast<std::int32_t>(in_year);
    }
    static constexpr year_month_day from_day(std::int32_t since_1970) noexcept {
        const std::uint32_t n = static_cast<std::uint32_t>(since_1970) - static_cast<std::uint32_t>(epoch) + cycles * cycle_days;
        // One multiplication: year = what / cycle_days, day of year = rest / 33.
        const std::uint32_t what = 33 * n + 12056;
        std::uint32_t year = what / cycle_days;
        std::uint32_t in_year = what % cycle_days / 33;
        if (since_1970 == new_year_1503 || since_1970 == new_year_1602) {
            ++year;
            in_year = 0;
        } else if (const std::uint32_t y = year - 33 * cycles; y == 1503 || y == 1602) {
            ++in_year;
        }
        const bool first_half = in_year < 186;
        const std::uint32_t rest = first_half ? in_year : in_year - 186;
        const std::uint32_t length = first_half ? 31u : 30u;
        const std::uint32_t month = first_half ? rest / 31 : rest / 30;
        return {static_cast<std::int32_t>(year) - static_cast<std::int32_t>(33 * cycles), month + (first_half ? 1u : 7u),
                rest - month * length + 1};
    }
    static constexpr bool leap(std::int32_t year) noexcept { return new_year(year + 1) - new_year(year) == 366; }
    static constexpr std::uint32_t month_length(std::int32_t year, std::uint32_t month) noexcept {
        return month < 7 ? 31u : month < 12 || leap(year) ? 30u : 29u;
    }
};

// The tabular lunar calendar, civil epoch (16 July 622 Julian), leap years 2 5 7 10 13 16 18 21 24 26 29 of 30.
struct tabular_rules {
    static constexpr std::uint32_t cycles = 1200;
    static constexpr std::uint32_t cycle_days = 10631;
    static constexpr std::int32_t epoch = -492148; // 1 Muharram of year 1

    static constexpr std::int32_t to_day(std::int32_t year, std::uint32_t month, std::uint32_t day_of_month) noexcept {
        const std::uint32_t y = static_cast<std::uint32_t>(year) + 30 * cycles - 1;
        const std::uint32_t n = (cycle_days * y + 14) / 30 + (59 * (month - 1) + 1) / 2 + day_of_month - 1;
        return static_cast<std::int32_t>(n - cycles * cycle_days) + epoch;
    }
    static constexpr year_month_day from_day(std::int32_t since_1970) noexcept {
        const std::uint32_t n = static_cast<std::uint32_t>(since_1970) - static_cast<std::uint32_t>(epoch) + cycles * cycle_days;
        const std::uint32_t y = (30 * n + 15) / cycle_days;
        const std::uint32_t in_year = n - (cycle_days * y + 14) / 30;
        std::uint32_t month = 2 * in_year / 59; // 12 for the last day of a leap year, which is in no month of the even rule
        if (month > 11) month = 11;
        return {static_cast<std::int32_t>(y) + 1 - static_cast<std::int32_t>(30 * cycles), month + 1,
                in_year - (59 * month + 1) / 2 + 1};
    }
    static constexpr bool leap(std::int32_t year) noexcept {
        return (11 * (static_cast<std::uint32_t>(year) + 30 * cycles) + 14) % 30 < 11;
    }
    static constexpr std::uint32_t month_length(std::int32_t year, std::uint32_t month) noexcept {
        return month == 12 && leap(year) ? 30u : 29u + (month & 1u);
    }
};

// Umm al-Qura where it is published, tabular before and after. The table ends where the tabular year 1501 begins; 1343 begins a day before the
// tabular one, so Dhu al-Hijja 1342 has a day less than the rule gives it.
struct lunar_rules {
    static constexpr bool published(std::int32_t year) noexcept {
        return year >= umm_al_qura::first_year && year <= umm_al_qura::last_year;
    }
    static constexpr std::size_t month_index(std::int32_t year, std::uint32_t month) noexcept {
        return static_cast<std::size_t>(year - umm_al_qura::first_year) * 12 + month - 1;
    }
    static constexpr std::int32_t to_day(std::int32_t year, std::uint32_t month, std::uint32_t day_of_month) noexcept {
        if (!published(year)) return tabular_rules::to_day(year, month, day_of_month);
        return umm_al_qura::first_day + umm_al_qura::month_starts[month_index(year, month)] +
               static_cast<std::int32_t>(day_of_month) - 1;
    }
    static constexpr year_month_day from_day(std::int32_t since_1970) noexcept {
        const auto n = static_cast<std::uint32_t>(since_1970) - static_cast<std::uint32_t>(umm_al_qura::first_day);
        if (n >= umm_al_qura::month_starts[umm_al_qura::months]) return tabular_rules::from_day(since_1970);
        // A month is 29.5306 days; the table stays within two days of that, so the guess is off by one month at most.
        auto i = static_cast<std::uint32_t>(std::uint64_t{n} * 145441306 >> 32); // 2^32 / 29.530588
        if (i >= umm_al_qura::months) i = static_cast<std::uint32_t>(umm_al_qura::months) - 1;
        if (umm_al_qura::month_starts[i] > n) --i;
        else if (umm_al_qura::month_starts[i + 1] <= n) ++i;
        return {static_cast<std::int32_t>(i / 12) + umm_al_qura::first_year, i % 12 + 1, n - umm_al_qura::month_starts[i] + 1};
    }
    static constexpr bool leap(std::int32_t year) noexcept { return to_day(year + 1, 1, 1) - to_day(year, 1, 1) > 354; }
    static constexpr std::uint32_t month_length(std::int32_t year, std::uint32_t month) noexcept {
        const std::int32_t next = month == 12 ? to_day(year + 1, 1, 1) : to_day(year, month + 1, 1);
        return static_cast<std::uint32_t>(next - to_day(year, month, 1));
    }
};

// What every calendar's date can do, given its rules.
template <class Date, class Rules>
class date_of {
public:
    constexpr date_of() = default;
    /// A date by its numbers. It need not exist: ask ok().
    constexpr date_of(std::int32_t year, std::uint32_t month, std::uint32_t day_of_month) noexcept
        : year_(year), month_(narrow(month)), day_(narrow(day_of_month)) {}
    /// The date of a day. The day lies within 32,000 years of 1970.
    constexpr explicit date_of(day d) noexcept : date_of(Rules::from_day(d.since_1970)) {}

    [[nodiscard]] constexpr std::int32_t year() const noexcept { return year_; }
    [[nodiscard]] constexpr std::uint32_t month() const noexcept { return month_; }
    [[nodiscard]] constexpr std::uint32_t day_of_month() const noexcept { return day_; }

    /// Whether the calendar has such a day. Years count on through 0 to negative ones (proleptic), at most 32,767 each way.
    [[nodiscard]] constexpr bool ok() const noexcept {
        return year_ >= -year_limit && year_ <= year_limit && month_ >= 1 && month_ <= 12 && day_ >= 1 &&
               day_ <= Rules::month_length(year_, month_);
    }
    /// The day of this date, or nothing where ok() is false: an impossible date is never another day.
    [[nodiscard]] constexpr std::optional<day> to_day() const noexcept {
        return ok() ? std::optional(day{Rules::to_day(year_, month_, day_)}) : std::nullopt;
    }
    /// The day of this date, unchecked: ok() must hold.
    constexpr operator day() const noexcept { return {Rules::to_day(year_, month_, day_)}; }

    /// Whether a year has a day more than usual (366, or 355 of the moon).
    [[nodiscard]] static constexpr bool is_leap(std::int32_t year) noexcept { return Rules::leap(year); }
    /// The days of a month, which is 1 to 12.
    [[nodiscard]] static constexpr std::uint32_t month_length(std::int32_t year, std::uint32_t month) noexcept {
        return Rules::month_length(year, month);
    }

    friend constexpr bool operator==(const Date& a, const Date& b) noexcept {
        return a.year_ == b.year_ && a.month_ == b.month_ && a.day_ == b.day_;
    }
    friend constexpr std::strong_ordering operator<=>(const Date& a, const Date& b) noexcept {
        if (const auto c = a.year_ <=> b.year_; c != 0) return c;
        if (const auto c = a.month_ <=> b.month_; c != 0) return c;
        return a.day_ <=> b.day_;
    }

private:
    constexpr explicit date_of(year_month_day f) noexcept : date_of(f.year, f.month, f.day_of_month) {}
    // What does not fit is kept wrong, so that ok() says so.
    static constexpr std::uint8_t narrow(std::uint32_t n) noexcept {
        return n > 255 ? std::uint8_t{255} : static_cast<std::uint8_t>(n);
    }

    std::int32_t year_ = 1;
    std::uint8_t month_ = 1;
    std::uint8_t day_ = 1;
};

} // namespace detail

/// A date of the Gregorian calendar, also before its introduction (proleptic), with a year 0 as in ISO 8601.
class gregorian : public detail::date_of<gregorian, detail::gregorian_rules> {
public:
    using date_of::date_of;
};

/// A date of the Solar Hijri calendar of Iran and Afghanistan: هجری شمسی. All official years (1206 to 1498) are exact.
///
/// Afghan months had other lengths before 1336 (1957): such dates may be a day off.
class solar_hijri : public detail::date_of<solar_hijri, detail::solar_rules> {
public:
    using date_of::date_of;
};

/// A date of the lunar Hijri calendar: هجري قمري. Umm al-Qura for 1343 to 1500 AH, tabular (civil epoch) outside.
///
/// Other countries see the moon on other evenings, so a lunar date may be meant a day or two apart: see lunar_readings.
class lunar_hijri : public detail::date_of<lunar_hijri, detail::lunar_rules> {
public:
    using date_of::date_of;
};

/// A date of the tabular lunar calendar, civil epoch, leap years 2 5 7 10 13 16 18 21 24 26 29 of 30: what many programs take for Hijri.
class tabular_hijri : public detail::date_of<tabular_hijri, detail::tabular_rules> {
public:
    using date_of::date_of;
};

/// A date type that meets the others in `day`. A calendar of your own needs no more.
template <class T>
concept calendar_date = std::constructible_from<T, day> && std::convertible_to<T, day> && requires(const T& date) {
    { date.ok() } -> std::convertible_to<bool>;
};

/// The two days that a lunar date can be: by Umm al-Qura and by the tabular rule. Empty where that calendar has no such day.
struct lunar_days {
    std::optional<day> umm_al_qura;
    std::optional<day> tabular;

    /// Whether both exist and are one day.
    [[nodiscard]] constexpr bool agree() const noexcept { return umm_al_qura && umm_al_qura == tabular; }
};
[[nodiscard]] constexpr lunar_days lunar_readings(lunar_hijri d) noexcept {
    return {d.to_day(), tabular_hijri(d.year(), d.month(), d.day_of_month()).to_day()};
}

/// A week by ISO 8601: weeks begin on Monday, and week 1 holds the first Thursday of the year.
struct iso_week {
    std::int32_t year = 1970;
    std::uint32_t week = 1;

    friend constexpr auto operator<=>(const iso_week&, const iso_week&) = default;

    /// The Monday of this week.
    [[nodiscard]] constexpr day first() const noexcept {
        return on_or_before(gregorian(year, 1, 4), weekday::monday) + static_cast<std::int32_t>(week - 1) * 7;
    }
};
/// The ISO week that a day lies in.
[[nodiscard]] constexpr iso_week iso_week_of(day d) noexcept {
    const day thursday = on_or_before(d, weekday::monday) + 3;
    const std::int32_t year = gregorian(thursday).year();
    return {year, static_cast<std::uint32_t>(thursday - gregorian(year, 1, 1)) / 7 + 1};
}

namespace detail {
inline std::string iso(std::int32_t year, std::uint32_t month, std::uint32_t day_of_month) {
    std::string out;
    if (year < 0) out += '-';
    const auto put = [&out](std::uint32_t n, std::uint32_t power) {
        for (; power > 0; power /= 10) out += static_cast<char>('0' + n / power % 10);
    };
    const auto size = static_cast<std::uint32_t>(year < 0 ? -year : year);
    put(size, size > 9999 ? 10000 : 1000);
    out += '-';
    put(month, month > 99 ? 100 : 10);
    out += '-';
    put(day_of_month, day_of_month > 99 ? 100 : 10);
    return out;
}
} // namespace detail

/// A date's numbers in the form of ISO 8601, whatever its calendar: "1399-01-26". No heap memory is used for years of four digits.
template <calendar_date Date>
    requires requires(const Date& d) { d.day_of_month(); }
[[nodiscard]] std::string iso(const Date& d) { return detail::iso(d.year(), d.month(), d.day_of_month()); }
/// A day as an ISO 8601 date of the Gregorian calendar: "2020-04-14".
[[nodiscard]] inline std::string iso(day d) { return iso(gregorian(d)); }

}} // namespace matn

#endif
