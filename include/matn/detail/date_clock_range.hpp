// SPDX-License-Identifier: MIT
// From one time of the clock to another.
#ifndef MATN_DETAIL_DATE_CLOCK_RANGE_HPP
#define MATN_DETAIL_DATE_CLOCK_RANGE_HPP

#include <matn/detail/date_reader.hpp>

namespace matn { inline namespace v0 { namespace detail::when {

// 5 to 6 pm, between 3 and 8 am, from 2:00 to 2:30, 8-9 صباحا, من الساعة 3 إلى الساعة 4
inline node date_reader::clock_range(std::size_t i) const {
    node n;
    std::size_t j = i;
    bool between = false;
    bool from = false;
    if (is(j, m::between)) between = true;
    else if (is(j, m::from)) from = true;
    if (between || from) {
        ++j;
        if (!beside(j)) return n;
    }
    bool said = false; // ساعت, at: what follows is a clock time
    if (is(j, m::clock) && (languages_of(atoms_[j]) & (persian | arabic)) != 0) {
        said = true;
        ++j;
        if (!beside(j)) return n;
    } else if (is(j, m::at)) {
        ++j;
        if (!beside(j)) return n;
    }
    int h = 0;
    int mi = 0;
    int s = 0;
    int ap = -1;
    bool colon = false;
    std::size_t end = j;
    if (!bare_clock(j, h, mi, s, ap, colon, end)) return n;
    // the word between
    std::size_t k = end;
    if (!in(k)) return n;
    const bool dashed = (atoms_[k].gap & 15u) == gap_dash && atoms_[k].number != 0;
    const bool after_dots = ap >= 0 && (atoms_[k].gap & 15u) == gap_dot && text_[atoms_[k].at.begin - 1] == ' '; // 1 p.m. to 4
    if (!dashed && (near_by(atoms_[k]) || after_dots) && (is(k, m::to) || is(k, m::until) || (between && is(k, m::and_)))) {
        ++k;
        if (!beside(k)) return n;
    } else if (!dashed && !(between && atoms_[k].clitics == clitic_and && near_by(atoms_[k]))) {
        return n;
    }
    if (is(k, m::clock) && (languages_of(atoms_[k]) & (persian | arabic)) != 0) {
        said = true;
        ++k;
        if (!beside(k)) return n;
    }
    const std::size_t second = k;
    int h2 = 0;
    int mi2 = 0;
    int s2 = 0;
    int ap2 = -1;
    bool colon2 = false;
    std::size_t stop = k;
    if (!bare_clock(k, h2, mi2, s2, ap2, colon2, stop)) return n;
    int part_value = -1;
    std::size_t p = stop;
    for (int skipped = 0; skipped < 2 && in(p) && near_by(atoms_[p]) && (is(p, m::of) || is(p, m::inpre)) && !is(p, m::pod);
         ++skipped)
        ++p;
    if (ap2 < 0 && in(p) && near_by(atoms_[p]) && is(p, m::pod) && *value(p, m::pod) < 7) {
        part_value = *value(p, m::pod);
        stop = p + 1;
    }
    const bool sure = said || colon || colon2 || ap >= 0 || ap2 >= 0 || part_value >= 0;
    if (!sure) {
        // "between 3 and 8 yesterday", "Monday 3-8": a day must stand beside
        const bool after = in(stop) && near_by(atoms_[stop]) &&
                           (is(stop, m::dayrel) || is(stop, m::podrel) ||
                            (is(stop, m::rel) && beside(stop + 1) && (is(stop + 1, m::pod) || is(stop + 1, m::weekday))) ||
                            (is(stop, m::of) && beside(stop + 1) && in_digits(stop + 1) && (from || between) &&
                             numeric_date(stop + 1).year != no_year)); // from 5 to 6 of 4/22/2016
        const bool before = i > 0 && near_by(atoms_[i]) && (is(i - 1, m::weekday) || is(i - 1, m::dayrel) || is(i - 1, m::pod)) &&
                            (from || between || (atoms_[i - 1].language == english && atoms_[second].gap == gap_dash));
        if (!after && !before) return n;
        if (h > 12 || h2 > 12 || h == 0) return n;
    }
    if (counts(stop - 1) && ap2 < 0 && part_value < 0) return n;
    if (!colon && !colon2 && in(stop) && near_by(atoms_[stop]) && is(stop, m::month) && ap2 < 0) return n;
    const auto full = [&](int hour, int a, int own_part) {
        if (a == 1 && hour < 12) return hour + 12;
        if (a == 0 && hour == 12) return 0;
        if (a < 0 && (own_part == 2 || own_part == 3 || (own_part == 4 && hour >= 6)) && hour < 12) return hour + 12;
        return hour;
    };
    const int last = full(h2, ap2, part_value) * 3600 + mi2 * 60 + s2;
    int first = full(h, ap, -1) * 3600 + mi * 60 + s;
    if (ap < 0 && (ap2 == 1 || part_value >= 2) && h < 12 && first + 43200 < last && last >= 43200) first += 43200;
    int until = last;
    if (ap2 < 0 && part_value < 0 && ap == 1 && until <= first && until < 43200 && until + 43200 > first) until += 43200;
    if (ap2 < 0 && part_value < 0 && ap < 0 && until <= first && h2 < 12 && until + 43200 > first) until += 43200;
    if (ap == 0 && ap2 < 0 && part_value < 0 && until <= first) until += 43200;
    start(n, i, stop, form::clock);
    n.clock = first % 86400;
    n.clock_end = until % 86400;
    n.clock_sure = ap >= 0 || ap2 >= 0 || part_value >= 0 || h > 12;
    return n;
}

// A clock time without words around: 5, 17:30, 5pm, the hour as an Arabic ordinal.
inline bool date_reader::bare_clock(std::size_t i, int& h, int& mi, int& s, int& ap, bool& colon,
                                    std::size_t& end) const noexcept {
    if (in_digits(i) && atoms_[i].digits == 4 && (atoms_[i].flags & number_leading_zero) != 0 && atoms_[i].value % 100 < 60 &&
        atoms_[i].kind == 0) { // between 0730 and 0930
        h = static_cast<int>(atoms_[i].value / 100);
        mi = static_cast<int>(atoms_[i].value % 100);
        colon = true;
        end = i + 1;
        return true;
    }
    if (!whole(i) || atoms_[i].value > 24 || (atoms_[i].written == 0 && atoms_[i].digits > 2)) return false;
    if (atoms_[i].kind == 1 && !((atoms_[i].language & arabic) != 0 && atoms_[i].written == 1)) return false;
    h = static_cast<int>(atoms_[i].value);
    mi = 0;
    end = i + 1;
    if (in_digits(end) && atoms_[end].gap == gap_colon && atoms_[end].digits == 2 && atoms_[end].value < 60) {
        mi = static_cast<int>(atoms_[end].value);
        colon = true;
        ++end;
        if (in_digits(end) && atoms_[end].gap == gap_colon && atoms_[end].digits == 2 && atoms_[end].value < 60) {
            s = static_cast<int>(atoms_[end].value);
            ++end;
        }
        if (in_digits(end) && atoms_[end].gap == gap_colon) return false;
    } else if (atoms_[i].written == 1 && atoms_[i].language == english && h >= 1 && h <= 12 && whole(end) &&
               near_by(atoms_[end]) && atoms_[end].written == 1 && atoms_[end].kind == 0 && atoms_[end].value >= 5 &&
               atoms_[end].value < 60 && !counts_time(end)) { // three thirty
        mi = static_cast<int>(atoms_[end].value);
        colon = true;
        ++end;
    }
    ap = ampm_at(end);
    if (ap >= 0) ++end;
    return true;
}

}}} // namespace matn::v0::detail::when

#endif
