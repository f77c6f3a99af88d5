// SPDX-License-Identifier: MIT
// What expressions of time make together with their neighbours: day and clock, two names of one day.
#ifndef MATN_DETAIL_DATE_MERGE_HPP
#define MATN_DETAIL_DATE_MERGE_HPP

#include <matn/detail/date_reader.hpp>

namespace matn { inline namespace v0 { namespace detail::when {

// What neighbours make together.
// Only small words may stand between two that belong together; a comma or a bracket may.
inline bool date_reader::touching(const node& a, const node& b, unsigned marks, int words) const noexcept {
    if (b.begin < a.end) return false;
    if (b.begin - a.end > static_cast<std::uint32_t>(words)) return false;
    for (std::uint32_t i = a.end; i <= b.begin; ++i) {
        const unsigned g = atoms_[i].gap & 15u;
        if (g >= 16 || (marks >> g & 1u) == 0) return false;
        if (i < b.begin) {
            if (atoms_[i].number != 0) return false;
            if (!is(i, m::of) && !is(i, m::inpre) && !is(i, m::at) && !is(i, m::clock) &&
                !(is(i, m::unit) && value(i, m::unit) == 3))
                return false;
        }
    }
    // what was cut off an expression (an ISO clock) may overlap the next atom
    return b.at.begin >= a.at.end;
}

inline bool date_reader::names_day(const node& n) noexcept {
    return (n.what == form::fields && (n.day != 0 || n.weekday != 0) && n.last_day == 0) || n.what == form::day_offset ||
           n.what == form::holiday || n.what == form::nth_day || (n.what == form::distance && n.unit == 3 && n.seconds > 0) ||
           (n.what == form::unit_offset && n.unit == 3 && !n.counted);
}

inline void date_reader::take(node& a, const node& b) const noexcept {
    a.begin = a.begin < b.begin ? a.begin : b.begin;
    a.end = a.end > b.end ? a.end : b.end;
    a.at = cover(a.at, b.at);
}

inline void date_reader::merge() {
    // Pairs, left to right; a pair joined may join again.
    std::size_t to = 0;
    for (std::size_t i = 0; i < out_.size(); ++i) {
        if (to > 0 && join(out_[to - 1], out_[i])) continue;
        out_[to++] = out_[i];
    }
    out_.resize(to);
    // A second time: 8 Jan + (at 5 pm + tomorrow)
    to = 0;
    for (std::size_t i = 0; i < out_.size(); ++i) {
        if (to > 0 && join(out_[to - 1], out_[i])) continue;
        out_[to++] = out_[i];
    }
    out_.resize(to);
    ranges();
    to = 0;
    for (std::size_t i = 0; i < out_.size(); ++i) {
        if (!out_[i].used && out_[i].weak && !keeps(out_[i])) continue;
        ++to;
        (void)to;
    }
    for (node& n : out_)
        if (!n.used && n.weak && !keeps(n)) n.what = form::none;
}

// A weak one without anything beside it.
inline bool date_reader::keeps(const node& n) const noexcept {
    if (n.what != form::part) return true;
    if (alone(n.begin, n.end)) return true;
    if (word(n.begin) == "العصر") return false; // the age
    if (n.mod != 0 && n.begin > 0 && near_by(atoms_[n.begin]) && word(n.begin - 1) == "the") return true;
    if (n.begin == 0 || !near_by(atoms_[n.begin])) return false;
    const std::size_t p = n.begin - 1;
    if (n.begin > 0 && is(p, m::until) &&
        (languages_of(atoms_[p]) == english ? word(p) != "to" : word(p) == "تا" && word(n.begin) != "عصر"))
        return true; // تا بامداد
    if (languages_of(atoms_[n.begin]) == english)
        return word(p) == "the" && n.begin >= 2 && (word(p - 1) == "in" || word(p - 1) == "during") && near_by(atoms_[p]);
    return (atoms_[n.begin].language & arabic) != 0 && is(p, m::of) && word(n.begin).substr(0, 4) == "ال";
}

inline bool date_reader::join(node& a, node& b) const {
    if (a.used || b.used || a.what == form::none || b.what == form::none) return false;
    if (a.what == form::now && b.what == form::distance && b.mod == 100) {
        take(b, a);
        b.mod = 0;
        a = b;
        return true;
    }
    if (b.what == form::distance && b.mod == 100) b.mod = 0;
    // Friday + 7/6: the weekday of a numeric date
    if (a.what == form::fields && a.weekday != 0 && a.day == 0 && a.month == 0 && a.year == no_year && b.what == form::fields &&
        b.numeric && b.day != 0 && b.weekday == 0 && touching(a, b, comma_gap, 1)) {
        node c = b;
        c.weekday = a.weekday;
        if (a.tense == 0) c.tense = 0; // this Friday 5/12
        take(c, a);
        a = c;
        return true;
    }
    // Monday + two weeks from now
    if (a.what == form::fields && a.weekday != 0 && a.day == 0 && a.month == 0 && a.year == no_year && b.what == form::distance &&
        b.direction == 1 && b.seconds >= 604800 && b.months == 0 && touching(a, b, comma_gap, 0)) {
        a.unit = 4;
        a.offset = static_cast<int>(b.seconds / 604800);
        a.count = 99;
        take(a, b);
        return true;
    }
    // every Monday + at 4 pm, 3 pm + every day
    if (a.what == form::set && a.clock < 0 && b.what == form::clock && b.clock_end < 0 && touching(a, b, comma_gap, 2)) {
        a.clock = b.clock;
        take(a, b);
        return true;
    }
    if (a.what == form::clock && a.clock_end < 0 && b.what == form::set && b.clock < 0 && (b.weekday != 0 || b.unit == 3) &&
        touching(a, b, plain_gap, 1)) {
        b.clock = a.clock;
        take(b, a);
        a = b;
        return true;
    }
    // yesterday + Sunday
    if (a.what == form::day_offset && a.weekday == 0 && b.what == form::fields && b.weekday != 0 && b.day == 0 && b.month == 0 &&
        b.year == no_year && b.tense == 2 && touching(a, b, bracket_gap, 1)) {
        a.weekday = b.weekday;
        take(a, b);
        close_bracket(a);
        return true;
    }
    if (b.what == form::day_offset && b.part < 0 && a.what == form::fields && a.weekday != 0 && a.day == 0 && a.month == 0 &&
        a.year == no_year && touching(a, b, plain_gap | 1u << gap_bracket, 0) && languages_of(atoms_[b.begin]) != english) {
        node c = b;
        c.weekday = a.weekday;
        take(c, a);
        a = c;
        return true;
    }
    // day + clock, clock + day
    if (names_day(a) && a.what != form::holiday && a.clock < 0 && b.what == form::clock &&
        touching(a, b, comma_gap | 1u << gap_dash | 1u << gap_bracket, 3)) {
        if (b.part == 9 && a.part < 0) { // tomorrow at lunch
            a.part = 1;
            take(a, b);
            return true;
        }
        a.clock = b.clock;
        a.clock_end = b.clock_end;
        a.clock_sure = b.clock_sure;
        take(a, b);
        if (a.part >= 0) settle(a);
        // Thu Oct 26 11:00:09 2023
        if (a.what == form::fields && a.month != 0 && a.year == no_year && year_like(a.end) && near_by(atoms_[a.end]) &&
            in_digits(a.end) && a.language != arabic) {
            a.year = static_cast<int>(atoms_[a.end].value);
            a.year_digits = 4;
            a.at.end = atoms_[a.end].at.end;
            ++a.end;
        }
        return true;
    }
    if (a.what == form::clock && names_day(b) && b.clock < 0 &&
        touching(a, b, comma_gap | (is(a.end - 1, m::ampm) ? 1u << gap_dot : 0u), 3) && !(b.what == form::distance)) {
        node c = b;
        c.clock = a.clock;
        c.clock_end = a.clock_end;
        c.clock_sure = a.clock_sure;
        if (c.part >= 0) settle(c);
        take(c, a);
        a = c;
        return true;
    }
    // length + starting + day; week of + day
    if (a.what == form::length && !a.vague && names_day(b) && b.begin == a.end + 1 && near_by(atoms_[a.end]) &&
        near_by(atoms_[b.begin]) && is(a.end, m::since) && languages_of(atoms_[a.end]) == english && b.direction == 0 &&
        (a.months > 0 || a.seconds >= 86400)) {
        node c = b;
        c.months = a.months;
        c.seconds = a.seconds;
        c.direction = 2;
        take(c, a);
        a = c;
        return true;
    }
    if (a.what == form::part && a.mod == 0 && a.part < 6 && b.what == form::clock && !b.clock_sure) {
        const bool at_between = b.begin == a.end + 1 && near_by(atoms_[a.end]) && near_by(atoms_[b.begin]) && is(a.end, m::at) &&
                                languages_of(atoms_[a.end]) == english;                   // in the evening + at eight
        const bool about = b.clock_end < 0 && b.mod == 4 && touching(a, b, plain_gap, 0); // صبح + حدود ساعت شش
        if (at_between || about) {
            node c = b;
            c.part = a.part;
            settle(c);
            take(c, a);
            a = c;
            return true;
        }
    }
    // Monday morning + 3 May, دوشنبه شب + ۵ خرداد
    if (a.what == form::fields && a.weekday != 0 && a.day == 0 && a.month == 0 && a.year == no_year && a.tense == 2 &&
        a.part >= 0 && b.what == form::fields && b.weekday == 0 && b.day != 0 && b.month != 0 && b.part < 0 && b.last_day == 0 &&
        touching(a, b, comma_gap, 2)) {
        node c = b;
        c.weekday = a.weekday;
        c.part = a.part;
        c.mod = a.mod;
        if (c.clock < 0 && a.clock >= 0) {
            c.clock = a.clock;
            c.clock_sure = a.clock_sure;
        }
        take(c, a);
        a = c;
        return true;
    }
    // 8:00 + early morning
    if (a.what == form::clock && a.clock_end < 0 && b.what == form::part && b.mod != 0 && touching(a, b, plain_gap, 0)) {
        a.part = b.part;
        settle(a);
        take(a, b);
        return true;
    }
    // Monday + nights: every Monday night
    if (a.what == form::fields && a.weekday != 0 && a.day == 0 && a.month == 0 && a.year == no_year && a.tense == 2 &&
        b.what == form::part && b.mod == 0 && touching(a, b, plain_gap, 0) && b.language == english &&
        word(b.begin).ends_with('s') && b.part < 9) {
        a.what = form::set;
        a.part = b.part;
        take(a, b);
        return true;
    }
    // day + part, part + day
    if (names_day(a) && a.part < 0 && b.what == form::part && touching(a, b, comma_gap, 2) && b.part < 12) {
        a.mod = b.mod != 0 ? b.mod : a.mod;
        a.part = b.part;
        if (a.clock >= 0) settle(a);
        take(a, b);
        return true;
    }
    if (a.what == form::part && names_day(b) && b.part < 0 && touching(a, b, comma_gap, 2) && a.part < 9 &&
        !(b.what == form::distance)) {
        node c = b;
        c.part = a.part;
        if (c.clock >= 0) settle(c);
        take(c, a);
        c.mod = a.mod;
        a = c;
        return true;
    }
    // Monday + next week, next week + Monday
    if (a.what == form::fields && a.weekday != 0 && a.day == 0 && a.month == 0 && a.year == no_year &&
        b.what == form::unit_offset && b.unit == 4 && !b.counted && touching(a, b, comma_gap, 2)) {
        a.unit = 4;
        a.offset = b.offset;
        a.count = 99; // of that week
        take(a, b);
        return true;
    }
    if (b.what == form::fields && b.weekday != 0 && b.day == 0 && b.month == 0 && b.year == no_year &&
        a.what == form::unit_offset && a.unit == 4 && !a.counted && a.mod == 0 && touching(a, b, comma_gap | 1u << gap_dash, 1)) {
        node c = b;
        c.unit = 4;
        c.offset = a.offset;
        c.count = 99;
        take(c, a);
        a = c;
        return true;
    }
    // 2 pm + for two hours, two hours + from 2 pm: from when to when
    const node* when = a.what == form::clock ? &a : &b;
    const node* how_long = a.what == form::clock ? &b : &a;
    if (when->what == form::clock && when->clock_end < 0 && how_long->what == form::length && !how_long->vague &&
        how_long->months == 0 && how_long->seconds >= 60 && how_long->seconds < 86400 && b.begin == a.end + 1 &&
        near_by(atoms_[a.end]) && near_by(atoms_[b.begin]) && languages_of(atoms_[a.end]) == english &&
        (when == &a ? word(a.end) == "for" : word(a.end) == "from" && spoken_for(a))) {
        node c = *when;
        c.clock_end = (c.clock + static_cast<int>(how_long->seconds)) % 86400;
        take(c, *how_long);
        if (c.begin > 0 && near_by(atoms_[c.begin]) && (is(c.begin - 1, m::from) || spoken_for(c)) &&
            languages_of(atoms_[c.begin - 1]) == english) {
            --c.begin;
            c.at.begin = atoms_[c.begin].at.begin;
        }
        a = c;
        return true;
    }
    // 15 minutes from 1 pm
    if (a.what == form::length && !a.vague && a.months == 0 && a.seconds >= 60 && a.seconds < 86400 && b.what == form::clock &&
        b.clock_end < 0 && b.begin == a.end + 1 && near_by(atoms_[a.end]) && near_by(atoms_[b.begin]) &&
        (word(a.end) == "from" || word(a.end) == "after" || word(a.end) == "before")) {
        const int away = word(a.end) == "before" ? -static_cast<int>(a.seconds) : static_cast<int>(a.seconds);
        node c = b;
        c.clock = (c.clock + away + 86400) % 86400;
        take(c, a);
        a = c;
        return true;
    }
    // 18 December + for ten days
    if (a.what == form::fields && a.month != 0 && a.day != 0 && a.clock < 0 && a.last_day == 0 && a.direction == 0 &&
        b.what == form::length && !b.vague && (b.months > 0 || b.seconds >= 86400) && b.begin == a.end + 1 &&
        near_by(atoms_[a.end]) && near_by(atoms_[b.begin]) && word(a.end) == "for") {
        a.months = b.months;
        a.seconds = b.seconds;
        a.direction = 2;
        take(a, b);
        return true;
    }
    // June + next year, March + in one year, مارس السنة القادمة; a day or a rule of that year too
    const bool open_year = a.year == no_year && a.year_offset == 1000;
    if (((a.what == form::fields && a.month != 0 && a.tense == 2) || a.what == form::holiday ||
         (a.what == form::nth_day && a.month != 0)) &&
        open_year && touching(a, b, plain_gap, 1)) {
        int years = 1000;
        if (b.what == form::unit_offset && b.unit == 8 && !b.counted && !b.vague && b.mod == 0) years = b.offset;
        if (b.what == form::distance && b.unit == 8 && b.seconds == 0 && !b.vague && a.day == 0)
            years = b.direction * static_cast<int>(b.months / 12);
        if (years != 1000) {
            a.year_offset = years;
            take(a, b);
            return true;
        }
    }
    // پچھلے سال اگست: the month of that year
    if (a.what == form::unit_offset && a.unit == 8 && !a.counted && !a.vague && a.mod == 0 && (a.language & urdu) != 0 &&
        b.what == form::fields && b.month != 0 && b.tense == 2 && b.year == no_year && b.year_offset == 1000 && b.weekday == 0 &&
        touching(a, b, plain_gap, 0)) {
        node c = b;
        c.year_offset = a.offset;
        take(c, a);
        a = c;
        return true;
    }
    // 5 days before Christmas, two days after 3 May, 3 days from Tuesday
    if (a.what == form::length && names_day(b) && b.begin == a.end + 1 && near_by(atoms_[a.end]) && near_by(atoms_[b.begin]) &&
        a.from < 0) {
        const bool before = is(a.end, m::before) || word(a.end) == "قبل" || word(a.end) == "before";
        const bool after = is(a.end, m::after) || word(a.end) == "from" || word(a.end) == "after" || word(a.end) == "following" ||
                           word(a.end) == "since";
        const bool earlier = is(a.end, m::before); // دو روز مانده به ۲۲ بهمن
        const bool persian_word =
            (languages_of(atoms_[a.end]) & persian) != 0 && (earlier || is(a.end, m::after)); // سه روز بعد از ۵ ثور
        if (persian_word && !a.vague && (b.what == form::holiday || (b.what == form::fields && b.day != 0 && b.month != 0))) {
            node c = b;
            c.months = a.months;
            c.seconds = a.seconds;
            c.direction = earlier ? -1 : 1;
            take(c, a);
            a = c;
            return true;
        }
        if ((before || after) && languages_of(atoms_[a.end]) == english) {
            node c = b;
            c.months = a.months;
            c.seconds = a.seconds;
            c.direction = before ? -1 : word(a.end) == "from" && spoken_for(a) ? 2 : 1;
            c.business = a.business;
            take(c, a);
            a = c;
            return true;
        }
    }
    return false;
}

inline bool date_reader::spoken_for(const node& n) const noexcept {
    return n.begin > 0 && near_by(atoms_[n.begin]) && (word(n.begin - 1) == "for" || word(n.begin - 1) == "For");
}

// A part of the day tells which half of the day a clock time is in.
inline void date_reader::settle(node& n) noexcept {
    if (!n.clock_sure && n.clock < 43200 && (n.part == 2 || n.part == 3 || (n.part == 4 && n.clock >= 6 * 3600))) {
        n.clock += 43200;
        if (n.clock_end >= 0 && n.clock_end < 43200) n.clock_end += 43200;
    }
    n.clock_sure = true;
    n.part = -1;
}

inline void date_reader::close_bracket(node& n) const noexcept {
    if (n.at.end < text_.size() && text_[n.at.end] == ')' &&
        text_.substr(n.at.begin, n.at.size()).find('(') != std::string_view::npos)
        ++n.at.end;
}

}}} // namespace matn::v0::detail::when

#endif
