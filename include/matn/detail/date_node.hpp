// SPDX-License-Identifier: MIT
// What a date says before it is resolved.
#ifndef MATN_DETAIL_DATE_NODE_HPP
#define MATN_DETAIL_DATE_NODE_HPP

#include <matn/detail/date_item.hpp>
#include <matn/detail/number_grammar.hpp>

namespace matn { inline namespace v0 { namespace detail::when {

// Whether a word is one of a list, whose words are parted by spaces. One literal is cheaper to compile than a list of them.
[[nodiscard]] constexpr bool listed(std::string_view word, std::string_view list) noexcept {
    for (std::size_t at = list.find(word); at < list.size(); at = list.find(word, at + 1))
        if ((at == 0 || list[at - 1] == ' ') && (at + word.size() == list.size() || list[at + word.size()] == ' ')) return true;
    return false;
}

enum class form : std::uint8_t {
    none,
    fields,      // year, month, day, weekday: those that are given
    day_offset,  // today, yesterday: offset
    unit_offset, // last month, next three weeks: unit, offset, count
    distance,    // three days ago: months and seconds, direction
    length,      // a duration
    clock,       // a time of day alone
    part,        // a part of a day alone
    now,
    set,
    holiday,
    season,
    quarter,
    half_year,
    decade,
    century,
    week,    // week 31
    range,   // from one to another
    nth_day, // the third Monday of May, the last day of the month
};

inline constexpr int no_year = -100000;

struct node {
    slice at;
    std::uint32_t begin = 0; // atoms
    std::uint32_t end = 0;
    form what = form::none;
    std::uint8_t language = 0;
    // fields
    int year = no_year;
    std::uint8_t year_digits = 0;
    std::int8_t cal = -1; // a calendar, or unknown
    std::int8_t era = -1;
    std::uint8_t month = 0;
    int day = 0;
    int last_day = 0; // of a range of days in one month
    std::uint8_t weekday = 0;
    bool numeric = false;      // all in digits
    bool weak = false;         // needs support
    bool pair_differs = false; // two names of different months
    std::int8_t tense = 2;     // -1 last, 0 this, 1 next; 2 unsaid
    int year_offset = 1000;    // امسال: 0
    // offsets and lengths
    std::uint8_t unit = 17;
    int offset = 0;
    int count = 1;
    bool counted = false; // a number stands before the unit
    double months = 0;
    double seconds = 0;
    std::int8_t direction = 0;
    bool vague = false;
    bool business = false;
    // clock
    int clock = -1; // seconds since midnight
    int clock_end = -1;
    bool clock_sure = false;   // am, pm or 24 hours are clear
    std::int8_t part = -1;     // part of day, as in time.tsv
    std::uint8_t mod = 0;      // date_modifier
    std::uint8_t index = 0;    // season, quarter, half, nth
    std::uint16_t feast = 0;   // of a holiday: its day or its rule, as the word list has it
    std::uint8_t nth_unit = 3; // of an nth_day: what is counted, days or weeks or months
    bool in_written = false;   // of an nth_day: counted in a written month or year, else in one counted from the anchor
    // ranges: nodes by number
    int from = -1;
    int to = -1;
    bool ahead = false; // the sentence speaks of what is to come
    bool limit = false; // of a length: what is to be done before it has passed
    bool used = false;  // part of another
    std::uint8_t flags = 0;
};

}}} // namespace matn::v0::detail::when

#endif
