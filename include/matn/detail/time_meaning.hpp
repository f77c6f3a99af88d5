// SPDX-License-Identifier: MIT
// What the words of numbers and dates can mean. tools/tables/lexicon.py reads the names below.
#ifndef MATN_DETAIL_TIME_MEANING_HPP
#define MATN_DETAIL_TIME_MEANING_HPP

#include <matn/version.hpp>

#include <cstdint>

namespace matn { inline namespace v0 { namespace detail {

enum class meaning : std::uint8_t {
    card,       // a number below 1000: its value
    scale,      // a power of ten: its exponent
    dual,       // two of a power of ten
    ord,        // an ordinal below 100
    ordscale,   // hundredth, thousandth ...
    thousands,  // a number and a scale in one word, spaces lost: number * 8 + thousands' power
    hundredths, // ڈیڑھ 150, ڈھائی 250
    plus,       // ساڑھے 50: what it adds to the number that follows, in hundredths
    dozen,
    part,     // half, third: its denominator
    parts,    // thirds
    twoparts, // ثلثي: two thirds
    percent,
    minus,
    point,
    over,
    article,
    and_,
    some,
    month,   // calendar * 16 + month
    weekday, // ISO number
    unit,    // see time.tsv
    units,
    dualunit,
    aged,
    businessday,
    dayrel,  // days from today
    yearrel, // years from this one
    podrel,  // part of day * 256 + days from today + 8
    pod,     // part of day, see time.tsv
    ampm,
    now,
    rel,    // -1 last, 0 this, 1 next
    ago,    // after a duration: that long before now
    agopre, // before a duration
    hence,
    hencepre,
    inpre,
    within,
    before,
    after,
    since,
    until,
    from,
    to,
    between,
    every,
    often, // daily: its unit
    clock,
    at,
    mod,        // 1 start, 2 middle, 3 end, 4 about
    decadeword, // nineties: 90
    season,     // 0 spring
    era,        // see time.tsv
    of,
    quarterword,
    quarterprefix,
    halfword,
    holiday, // calendar * 512 + month * 32 + day
    published,
    suffix, // see numbers.tsv
    counter,
    edge, // EOY: which end of the unit * 32 + unit
    count_,
};

}}} // namespace matn::v0::detail

#endif
