// SPDX-License-Identifier: MIT
// The types of date.hpp, which its parts share.
#ifndef MATN_DETAIL_DATE_ITEM_HPP
#define MATN_DETAIL_DATE_ITEM_HPP

#include <matn/calendar.hpp>
#include <matn/slice.hpp>

#include <optional>
#include <span>
#include <string_view>

namespace matn { inline namespace v0 {

/// What an expression of time is.
enum class date_type : std::uint8_t {
    date,          ///< one day
    time,          ///< a clock time of no known day
    datetime,      ///< a clock time of a day
    duration,      ///< a length: 14 months
    set,           ///< again and again: every Monday
    daterange,     ///< from one day to another: a week, a month, a year; or open at one end
    timerange,     ///< from one clock time to another, or a part of the day
    datetimerange, ///< the same of a day
};

/// The unit an expression is given in.
enum class time_unit : std::uint8_t {
    second,
    minute,
    hour,
    day,
    week,
    month,
    quarter,
    half_year,
    year,
    decade,
    century,
    fortnight,
    weekend,
    millennium,
    millisecond,
    term,
    season_unit,
    none,
};

/// Which part of what is named.
enum class date_modifier : std::uint8_t { none, start, middle, end, about, before, after, since, until };

/// A part of the day.
enum class part_of_day : std::uint8_t { none, morning, midday, afternoon, evening, night, daytime };

/// How the days of a date were found.
enum class date_source : std::uint8_t {
    none,     ///< not at all: an anchor is missing, or there is no such day
    written,  ///< all of it stands in the text
    weekday,  ///< the year in which the weekday fits
    tense,    ///< "last", "المقبل", "گذشته" and their like
    nearby,   ///< the one nearest to a full date just before it
    nearest,  ///< the one nearest to the anchor
    relative, ///< counted from the anchor
};

/// What is wrong with a date; several may be joined by |.
enum date_flags : std::uint8_t {
    date_fine = 0,
    date_wrong_weekday = 1,  ///< that day is another day of the week
    date_impossible = 2,     ///< there is no such day: 31 November, 30 Hut in a common year; it has no days then
    date_wrong_calendar = 4, ///< two calendars, or two names of a month, disagree
    date_two_readings = 8,   ///< a lunar date that is another day by the other table: see `other`
};

/// An expression of time in a text, and what it means.
struct date {
    slice at;
    date_type type = date_type::date;
    calendar written_in = calendar::gregorian;
    time_unit unit = time_unit::day; ///< what it names: a day, a month, a year; the unit of a duration
    date_modifier mod = date_modifier::none;
    part_of_day part = part_of_day::none;
    date_source how = date_source::none;
    std::uint8_t flags = date_fine; ///< of date_flags
    std::uint8_t season = 0;        ///< 1 spring to 4 winter where a season is named
    bool resolved = false;          ///< first and last are known
    bool open_start = false;        ///< until ...
    bool open_end = false;          ///< since ...
    bool vague = false;             ///< some days, recent weeks: no exact length or days
    std::uint8_t weekday_set = 0;   ///< for a set: its weekday, 1 to 7
    day first{};                    ///< the first day
    day last{};                     ///< the last day, included
    day other{};                    ///< the other reading of a lunar date
    std::int32_t first_second = -1; ///< the clock time of the first day in seconds; -1: none
    std::int32_t last_second = -1;  ///< the clock time of the end, which is not included; -1: none
    double months = 0;              ///< the length of a duration is months and seconds
    double seconds = 0;
};

/// The order of day and month in 4/5/2020.
enum class date_order : std::uint8_t { day_first, month_first };

/// A name of the user's own, of a month or of a day that comes every year: {"Ocak", calendar::gregorian, 1},
/// {"Victory Day", calendar::gregorian, 5, 9}.
///
/// Letters are compared without case (ASCII) and without marks, joiners and the variants of Arabic letters; words are letters alone, with
/// single spaces between them. Such a name counts wherever it stands, and before whatever else its words may mean.
struct date_name {
    std::string_view text;             ///< as it is written; must outlive the calls that use it
    calendar in = calendar::gregorian; ///< the calendar that it counts in
    std::uint8_t month = 1;            ///< 1 to 12; names with others are passed over
    std::uint8_t day_of_month = 0;     ///< 0: the name is of the month itself
};

/// What dates need to know that does not stand in the text.
struct date_options {
    std::optional<day> anchor = std::nullopt; ///< the day on which the text was written
    std::int32_t anchor_second = 0;           ///< its clock time, in seconds
    date_order order = date_order::day_first; ///< of numeric dates whose numbers leave it open
    std::span<const date_name> names = {};    ///< names of months and feasts beside those that are known
    bool find_anchor = false;                 ///< without an anchor: look for the document's own date in the text (anchor.hpp)
};

}} // namespace matn

#endif
