// SPDX-License-Identifier: MIT
// One place of a text that says something about the day of writing, and how well a day fits it.
#ifndef MATN_DETAIL_ANCHOR_HINT_HPP
#define MATN_DETAIL_ANCHOR_HINT_HPP

#include <matn/detail/date_days.hpp>
#include <matn/slice.hpp>

#include <cstdint>

namespace matn { inline namespace v0 { namespace detail::when {

enum class hint_kind : std::uint8_t {
    weekday,      // anchor + offset is that weekday
    month_day,    // anchor + offset is that day of that month
    day_of_month, // anchor + offset has that number in its month
    exact,        // the text gives the day
    around,       // it gives about the day: up to `number` days away
    between,      // it gives the first of `number` days
    near_weekday, // a bare weekday near the head: today or yesterday
    this_month,
    past_month,    // "last February"
    month_after,   // "last month" beside a full date
    leap_day,      // 29 February without a year: the last one is near
    past_day,      // a day of this month that is over
    recent_day,    // a day and month without a year: not long ago
    dated_weekday, // a weekday with its day and month: the year is one in which they meet
    not_before,    // a full date that is past
    not_after,     // a full date that is to come
    term,          // a word that is not older
};

// The last such day and month that is no more than two months ahead of a day.
[[nodiscard]] inline std::optional<day> nearest_before(int cal, int month, int day_of_month, day d) noexcept {
    const int year = year_in(cal, d);
    // The day of this year is the last one unless it is so long ago that the next may be near.
    const auto now = day_in(cal, year, static_cast<unsigned>(month), static_cast<unsigned>(day_of_month));
    if (now && *now <= d + 60 && *now > d - 250) return now;
    for (const int y : {year + 1, year, year - 1}) {
        const auto then = day_in(cal, y, static_cast<unsigned>(month), static_cast<unsigned>(day_of_month));
        if (then && *then <= d + 60) return then;
    }
    return std::nullopt;
}

struct hint {
    slice at;
    hint_kind what;
    std::int8_t cal = 0;
    std::uint8_t month = 0;
    int number = 0; // weekday, day, year, or days
    int offset = 0; // from the anchor, in days; the weekday of dated_weekday
    day when{};
    float weight = 0;

    // How well a day fits: from minus its weight to its weight.
    [[nodiscard]] float fit(day d) const noexcept {
        const day then = d + offset;
        const auto yes = [this](bool fits) { return fits ? weight : -weight; };
        switch (what) {
        case hint_kind::weekday: return yes(static_cast<int>(weekday_of(then)) == number);
        case hint_kind::month_day: {
            const year_month_day t = date_in(cal, then);
            return yes(t.month == month && t.day_of_month == static_cast<unsigned>(number));
        }
        case hint_kind::day_of_month: return yes(day_of_month_in(cal, then) == static_cast<unsigned>(number));
        case hint_kind::exact: return d == when ? weight : 0;
        case hint_kind::around: {
            const std::int32_t away = d < when ? when - d : d - when;
            return away > number ? -weight : weight * (1 - static_cast<float>(away) / static_cast<float>(2 * number + 2));
        }
        case hint_kind::between: return yes(d >= when && d - when < number);
        case hint_kind::near_weekday: {
            const int away = (static_cast<int>(weekday_of(d)) - number + 7) % 7;
            return away == 0 ? weight : away == 1 ? weight * 0.75f : 0;
        }
        case hint_kind::this_month: return yes(month_in(cal, d) == month);
        case hint_kind::past_month: {
            const int away = (month_in(cal, d) - month + 12) % 12;
            return away == 0 ? -weight : away <= 6 ? weight : weight * 0.5f;
        }
        case hint_kind::month_after: {
            const gregorian g(d);
            return yes(g.year() * 12 + static_cast<int>(g.month()) - (number * 12 + month) == 1);
        }
        case hint_kind::leap_day: { // the last 29 February is less than a year ago
            const int y = gregorian(d).year();
            for (const int c : {y, y - 1})
                if (gregorian::is_leap(c)) {
                    const std::int32_t away = d - day(gregorian(c, 2, 29));
                    if (away >= 0 && away < 366) return weight;
                }
            return -weight;
        }
        case hint_kind::past_day: {
            const year_month_day t = date_in(cal, d);
            return t.month == month && t.day_of_month >= static_cast<unsigned>(number) ? weight : 0;
        }
        case hint_kind::recent_day: {
            const auto last = nearest_before(cal, month, number, d);
            if (!last || d < *last || d - *last > 45) return 0;
            return weight * (1 - static_cast<float>(d - *last) / 60);
        }
        case hint_kind::dated_weekday: {
            const auto last = nearest_before(cal, month, number, d);
            return yes(last && static_cast<int>(weekday_of(*last)) == offset);
        }
        case hint_kind::not_before: return d >= when ? 0 : -weight;
        case hint_kind::not_after: return d > when ? -weight : when - d < 90 ? 0 : -weight / 3;
        case hint_kind::term: { // news of it halves year by year
            if (d < when) return -2 * weight;
            if (number == 0) return 0;
            float left = weight;
            for (std::int32_t years = (d - when) / 365; years > 0 && left > 0.001f; --years) left /= 2;
            return left;
        }
        }
        return 0;
    }
    // Whether it only bounds the days, and speaks for none of them.
    [[nodiscard]] bool bounds() const noexcept {
        return what == hint_kind::not_before || what == hint_kind::not_after || what == hint_kind::term;
    }
    // Whether it is enough to look for a day at all.
    [[nodiscard]] bool strong() const noexcept {
        return !bounds() && what != hint_kind::near_weekday && what != hint_kind::past_month && what != hint_kind::past_day &&
               what != hint_kind::recent_day && what != hint_kind::dated_weekday;
    }
};

}}} // namespace matn::v0::detail::when

#endif
