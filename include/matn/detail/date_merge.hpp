// SPDX-License-Identifier: MIT
// What expressions of time make together with their neighbours: day and clock, ranges, since and until.
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
    // in the evening + at eight
    if (a.what == form::part && b.what == form::clock && a.mod == 0 && b.begin == a.end + 1 && near_by(atoms_[a.end]) &&
        near_by(atoms_[b.begin]) && is(a.end, m::at) && languages_of(atoms_[a.end]) == english && a.part < 6 && !b.clock_sure) {
        node c = b;
        c.part = a.part;
        settle(c);
        take(c, a);
        a = c;
        return true;
    }
    // صبح + حدود ساعت شش
    if (a.what == form::part && a.mod == 0 && a.part < 6 && b.what == form::clock && b.clock_end < 0 && b.mod == 4 &&
        touching(a, b, plain_gap, 0) && !b.clock_sure) {
        node c = b;
        c.part = a.part;
        settle(c);
        take(c, a);
        a = c;
        return true;
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

// from A to B, A - B, between A and B, since A, until B
inline void date_reader::ranges() {
    const std::size_t size = out_.size();
    for (std::size_t i = 0; i < size; ++i) {
        node& a = out_[i];
        if (a.used || a.what == form::none) continue;
        if (i + 1 < size && !out_[i + 1].used && range_of(i, i + 1)) continue;
        half_open(i);
        // Tuesday + after 1 pm
        if (a.what == form::clock && a.mod != 0 && i > 0 && !out_[i - 1].used && names_day(out_[i - 1]) &&
            out_[i - 1].clock < 0 && out_[i - 1].part < 0 && out_[i - 1].mod == 0 && touching(out_[i - 1], a, comma_gap, 0)) {
            out_[i - 1].clock = a.clock;
            out_[i - 1].clock_sure = a.clock_sure;
            out_[i - 1].mod = a.mod;
            take(out_[i - 1], a);
            a.what = form::none;
            a.used = true;
        }
    }
}

inline bool date_reader::can_bound(const node& n) noexcept {
    return n.what == form::fields || n.what == form::day_offset || n.what == form::unit_offset || n.what == form::clock ||
           n.what == form::holiday || n.what == form::now || n.what == form::season || n.what == form::quarter ||
           n.what == form::week || n.what == form::nth_day || n.what == form::distance;
}

inline bool date_reader::range_of(std::size_t ia, std::size_t ib) {
    node& a = out_[ia];
    node& b = out_[ib];
    if (!can_bound(a) || !can_bound(b) || (a.weak && a.what == form::part) || a.last_day != 0 || b.last_day != 0) return false;
    const bool from = a.begin > 0 && near_by(atoms_[a.begin]) &&
                      (is(a.begin - 1, m::from) ||
                       (is(a.begin - 1, m::of) && a.begin > 1 && is(a.begin - 2, m::from) && near_by(atoms_[a.begin - 1])));
    const bool behind_years = a.begin > 1 && near_by(atoms_[a.begin]) &&
                              near_by(atoms_[a.begin - 1]) && // بين عامي, بین سال‌های
                              (languages_of(atoms_[a.begin - 1]) & (arabic | persian)) != 0 &&
                              (is(a.begin - 1, m::of) || value(a.begin - 1, m::units) == 8) && is(a.begin - 2, m::between);
    const bool between = (a.begin > 0 && near_by(atoms_[a.begin]) && is(a.begin - 1, m::between)) || behind_years;
    bool joined = false;
    const std::uint32_t gap = b.begin - a.end;
    if (gap == 0) {
        const unsigned g = atoms_[b.begin].gap & 15u;
        const bool to_date = b.what == form::day_offset && b.mod != 0 && b.language == english && near_by(atoms_[b.begin]);
        if (to_date && (a.what == form::fields || a.what == form::unit_offset)) { // from March to date
            b.mod = 0;
            joined = true;
        }
        joined =
            joined || (g == gap_dash && a.what == b.what) || (between && g == gap_none && atoms_[b.begin].clitics == clitic_and);
        if (atoms_[b.begin].clitics == clitic_and && between && near_by(atoms_[b.begin])) joined = true;
    } else if (gap <= 3) {
        bool ok = true;
        bool to = false;
        for (std::uint32_t i = a.end; i <= b.begin; ++i) {
            if (!near_by(atoms_[i])) ok = false;
            if (i == b.begin) break;
            if (atoms_[i].number != 0) ok = false;
            if (is(i, m::to) || is(i, m::until)) to = true;
            else if (between && is(i, m::and_)) to = true;
            else if (!is(i, m::of) && !is(i, m::at)) ok = false;
        }
        joined = ok && to;
        if (joined && (atoms_[a.end].language & arabic) != 0 && languages_of(atoms_[a.end]) != english && !from && !between &&
            a.what != b.what)
            joined = false;
    }
    if (!joined) return false;
    if (a.what == form::clock && b.what != form::clock && b.clock < 0 && !(b.what == form::now && between)) return false;
    node r;
    start(r, a.begin, b.end, form::range);
    r.at = cover(a.at, b.at);
    if (from || between) {
        const std::size_t p = a.begin - (between && !is(a.begin - 1, m::between) ? 2 : 1); // بين عامي 2011 و2014
        r.begin = static_cast<std::uint32_t>(p);
        // The opener belongs to it in Arabic and English: بين 2011 و2019
        if ((languages_of(atoms_[p]) & (arabic | english)) != 0 && (between || languages_of(atoms_[p]) == english))
            r.at.begin = atoms_[p].at.begin;
    }
    a.used = b.used = true;
    r.from = static_cast<int>(out_.size());
    r.to = r.from + 1;
    const node ca = a;
    const node cb = b;
    out_[ia] = r;
    out_.push_back(ca);
    out_.push_back(cb);
    out_[ib].what = form::none;
    out_[ib].used = true;
    return true;
}

// 2018 or later, 3 May or earlier: open at one end
inline bool date_reader::or_later(node& n) const noexcept {
    const std::string_view behind = text_.substr(n.at.end);
    if (!behind.starts_with(" or ")) return false;
    for (const std::string_view w : {"later", "after", "earlier", "before"}) {
        if (!behind.substr(4).starts_with(w)) continue;
        const std::string_view rest = behind.substr(4 + w.size());
        if (!rest.empty() && rest[0] == ' ' && (w == "after" || w == "before")) return false;
        if (!rest.empty() && std::string_view(" ,.;:!?)\n").find(rest[0]) == std::string_view::npos) return false;
        n.mod = static_cast<std::uint8_t>(w == "later" || w == "after" ? date_modifier::since : date_modifier::until);
        n.at.end += static_cast<offset>(4 + w.size());
        return true;
    }
    return false;
}

inline void date_reader::half_open(std::size_t i) {
    node& a = out_[i];
    if (a.what == form::length && !a.vague && a.mod == 0 && a.begin == 1 && near_by(atoms_[1]) && is(0, m::after) &&
        languages_of(atoms_[0]) == english && alone(0, a.end)) { // after an hour, nothing else
        a.what = form::distance;
        a.direction = 1;
        a.begin = 0;
        a.at.begin = atoms_[0].at.begin;
        return;
    }
    if (a.language == english && a.mod == 0 && can_bound(a) && or_later(a)) return;
    if (a.language == english && a.mod == 0 && a.direction == 1 && a.part < 0 && a.clock < 0 && names_day(a) &&
        a.what != form::distance) {
        const std::string_view before = text_.substr(0, a.at.begin);
        const bool more = before.ends_with("ore than ");
        if (more || before.ends_with("ess than ")) { // more than two weeks after today, less than three days after tomorrow
            a.mod = static_cast<std::uint8_t>(more ? date_modifier::after : date_modifier::none);
            a.limit = !more;
            a.at.begin -= static_cast<offset>(std::string_view("more than ").size());
            return;
        }
    }
    if (a.what == form::fields && a.day != 0 && a.direction == 0 && a.language == english && a.at.begin > 3 &&
        text_.substr(a.at.begin - 4, 4) == "w/c ") { // week commencing
        a.direction = 3;
        a.unit = 4;
        a.at.begin -= 4;
        return;
    }
    if (a.mod == 3 && (ends_there(a.begin) || is(a.begin, m::edge)) && a.language == english && a.begin > 0 &&
        near_by(atoms_[a.begin]) && a.clock < 0 && a.part < 0 &&
        (a.what == form::fields || a.what == form::unit_offset || a.what == form::quarter)) { // by the end of next month
        std::size_t p = a.begin - 1;
        if (word(p) == "the" && p > 0 && near_by(atoms_[p])) --p;
        if (word(p) == "by" || word(p) == "before" || word(p) == "By" || word(p) == "Before") {
            a.mod = static_cast<std::uint8_t>(date_modifier::before);
            a.limit = true;
            a.begin = static_cast<std::uint32_t>(p);
            a.at.begin = atoms_[p].at.begin;
        }
        return;
    }
    if (!can_bound(a) || a.begin == 0 || !near_by(atoms_[a.begin]) || a.mod != 0) return;
    std::size_t p = a.begin - 1;
    if (is(p, m::of) && p > 0 && near_by(atoms_[p]) &&
        !(is(p, m::since) || is(p, m::until) || is(p, m::before) || is(p, m::after)))
        --p;
    const bool arabic_word = (atoms_[p].language & arabic) != 0 && languages_of(atoms_[p]) != english &&
                             (word(p) == "قبل" || word(p) == "بعد" || word(p) == "منذ") &&
                             (a.what == form::fields || a.what == form::day_offset || a.what == form::clock);
    if (languages_of(atoms_[p]) != english && !arabic_word)
        return; // elsewhere the words for since and until also mean from and to
    if (a.what == form::now || (a.what == form::clock && (a.clock_end >= 0))) return;
    if (a.what == form::distance || (a.what == form::day_offset && a.part >= 0)) return;
    std::uint8_t mod = 0;
    if (is(p, m::since) || (word(p) == "beginning" && a.what == form::fields && a.day != 0))
        mod = static_cast<std::uint8_t>(date_modifier::since);
    else if (is(p, m::until)) mod = static_cast<std::uint8_t>(date_modifier::until);
    else if (arabic_word && word(p) == "منذ") mod = static_cast<std::uint8_t>(date_modifier::since);
    else if (is(p, m::before)) mod = static_cast<std::uint8_t>(date_modifier::before);
    else if (is(p, m::after)) mod = static_cast<std::uint8_t>(date_modifier::after);
    if (mod == 0) return;
    a.mod = mod;
    a.begin = static_cast<std::uint32_t>(p);
    a.at.begin = atoms_[p].at.begin;
}

}}} // namespace matn::v0::detail::when

#endif
