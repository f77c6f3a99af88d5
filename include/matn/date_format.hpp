// SPDX-License-Identifier: MIT
// Days in words: names of months and weekdays in three calendars and six languages, and whole dates printed with them.
#ifndef MATN_DATE_FORMAT_HPP
#define MATN_DATE_FORMAT_HPP

#include <matn/calendar.hpp>
#include <matn/detail/date_names.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace matn { inline namespace v0 {

/// Whose names months and weekdays get. Where one language has several sets, the country tells.
enum class date_language : std::uint8_t {
    dari,             ///< Afghanistan: حمل, جنوری
    persian,          ///< Iran: فروردین, ژانویه
    pashto,           ///< وری, جنوري
    urdu,             ///< جنوری, فروری
    kurdish,          ///< Sorani: خاکەلێوە, کانوونی دووەم
    arabic,           ///< Egypt and the Gulf: يناير, فبراير
    arabic_levantine, ///< Syria, Lebanon, Jordan, Palestine, Iraq: كانون الثاني, شباط
    arabic_maghreb,   ///< Algeria and Tunisia: جانفي, فيفري
    arabic_moroccan,  ///< Morocco: ماي, يوليوز, غشت
    english,          ///< January, Farvardin
    english_afghan,   ///< January, Hamal
};

/// The digits that a date is printed with.
enum class date_digits : std::uint8_t {
    of_language, ///< ۰۱۲ in Dari, Persian and Pashto, ٠١٢ in Kurdish, 012 in the others
    ascii,       ///< 012
    arabic,      ///< ٠١٢
    persian,     ///< ۰۱۲
};

/// The name of a month, 1 to 12, of a calendar; empty for any other number.
[[nodiscard]] constexpr std::string_view month_name(calendar in, std::uint32_t month, date_language language) noexcept {
    if (month < 1 || month > 12) return {};
    const auto l = static_cast<std::size_t>(language);
    return detail::month_names[detail::month_set[l][static_cast<std::size_t>(in)]][month - 1];
}

/// The name of a weekday.
[[nodiscard]] constexpr std::string_view weekday_name(weekday day, date_language language) noexcept {
    const auto n = static_cast<std::size_t>(day);
    return n < 1 || n > 7 ? std::string_view{}
                          : detail::weekday_names[detail::weekday_set[static_cast<std::size_t>(language)]][n - 1];
}

/// How format_date() prints.
struct date_format {
    date_language language = date_language::english;
    calendar in = calendar::gregorian;
    date_digits digits = date_digits::of_language;
    bool weekday = false; ///< puts the name of the weekday before it
};

/// A day in words: "14 April 2020", "سه‌شنبه ۲۶ حمل ۱۳۹۹", "21 شعبان 1441". What is printed is found again by `matn::dates`, as the same day.
///
/// In English a comma follows the weekday. Years below 1000 are not filled up, years below 1 have a minus.
[[nodiscard]] inline std::string format_date(day d, const date_format& format = {}) {
    std::int32_t year = 0;
    std::uint32_t month = 0, day_of_month = 0;
    const auto take = [&](const auto& date) {
        year = date.year();
        month = date.month();
        day_of_month = date.day_of_month();
    };
    switch (format.in) {
    case calendar::gregorian: take(gregorian(d)); break;
    case calendar::solar_hijri: take(solar_hijri(d)); break;
    case calendar::lunar_hijri: take(lunar_hijri(d)); break;
    }
    const bool english = format.language == date_language::english || format.language == date_language::english_afghan;
    std::string out;
    if (format.weekday) {
        out += weekday_name(weekday_of(d), format.language);
        out += english ? ", " : " ";
    }
    const std::string_view digits =
        detail::date_digit_set(static_cast<unsigned>(format.digits), static_cast<unsigned>(format.language));
    detail::append_number(out, static_cast<std::int32_t>(day_of_month), digits);
    out += ' ';
    out += month_name(format.in, month, format.language);
    out += ' ';
    detail::append_number(out, year, digits);
    return out;
}
/// The same for a date of a calendar, printed in its own.
template <calendar_date Date>
[[nodiscard]] std::string format_date(const Date& date, date_language language) {
    constexpr calendar in = std::is_same_v<Date, solar_hijri>   ? calendar::solar_hijri
                            : std::is_same_v<Date, lunar_hijri> ? calendar::lunar_hijri
                                                                : calendar::gregorian;
    return format_date(static_cast<day>(date), {.language = language, .in = in});
}

}} // namespace matn

#endif
