// SPDX-License-Identifier: MIT
// Times of the clock, ranges of them, and parts of the day.
#ifndef MATN_DETAIL_DATE_CLOCK_HPP
#define MATN_DETAIL_DATE_CLOCK_HPP

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

// Clock times: 14:30, 5 pm, ساعت ۵ عصر, الساعة الخامسة والنصف, شام 5 بجے, half past three, noon
inline node date_reader::clock(std::size_t i) const {
    node n;
    std::size_t j = i;
    int part_value = -1;
    bool marked = false; // something besides the number says that it is a clock time
    bool at_word = false;
    bool pod_first = false;
    int past = 1000; // half past: 30, quarter to: -15
    const auto p0 = value(j, m::pod);
    if (p0 && *p0 < 7) { // شام 5 بجے, مساء الساعة 5, صبح ساعت ۸
        part_value = *p0;
        ++j;
        pod_first = true;
        if (!beside(j)) return n;
        if ((is(j, m::of) || is(j, m::at)) && beside(j + 1)) ++j;
    }
    if (is(j, m::clock) && (languages_of(atoms_[j]) & (persian | arabic)) != 0 && word(j) != "oclock") {
        marked = true;
        ++j;
        if (!in(j) || !(near_by(atoms_[j]) || (atoms_[j].gap & 15u) == gap_colon)) return n;
        if (value(j, m::mod) == 4 && beside(j + 1)) ++j;
    } else if (is(j, m::at) && !pod_first) {
        at_word = true;
        ++j;
        if (!beside(j)) return n;
        if (value(j, m::mod) == 4 && beside(j + 1)) ++j;
    }
    // half past three, quarter to five, ten past four
    if (in(j) && (languages_of(atoms_[j]) == english || atoms_[j].number != 0)) {
        const std::size_t k = past_word(j, past);
        if (k != 0) {
            j = k;
            marked = true;
        }
    }
    const std::size_t number_at = j;
    if (value(j, m::pod) == 9 && languages_of(atoms_[j]) == english && !pod_first && past == 1000 &&
        (at_word || word(j).size() == 9)) { // at lunch, lunchtime
        start(n, i, j + 1, form::clock);
        n.clock = 11 * 3600;
        n.clock_end = 13 * 3600;
        n.part = 9;
        n.clock_sure = true;
        return n;
    }
    if (const auto p = value(j, m::pod); p && *p >= 12) { // mid-morning is ten, mid-afternoon two
        if (pod_first || past != 1000) return n;
        start(n, i, j + 1, form::clock);
        n.clock = (*p == 12 ? 10 : 14) * 3600;
        n.clock_sure = true;
        return n;
    }
    if (const auto p = value(j, m::pod); p && (*p == 7 || *p == 8)) { // noon, midnight
        if (pod_first) return n;
        if (atoms_[j].language == persian && *p == 8) return n;
        if (word(j) == "ظهر" && !(beside(j + 1) && (is(j + 1, m::weekday) || is(j + 1, m::dayrel) || value(j + 1, m::unit) == 3)))
            return n; // it appeared, a back
        start(n, i, j + 1, form::clock);
        n.clock = (*p == 7 ? 0 : 43200) + (past != 1000 ? past * 60 : 0);
        n.clock = (n.clock + 86400) % 86400;
        n.clock_sure = true;
        return n;
    }
    if (!in(j) || atoms_[j].number != is_composed || (atoms_[j].flags & (number_overflow | number_fraction)) != 0 ||
        atoms_[j].value < 0)
        return n;
    int h = -1;
    int mi = -1;
    int s = -1;
    std::size_t end = j + 1;
    const atom& a = atoms_[j];
    bool colon = false;
    // الثامنة وعشرين دقيقة: the eighth hour and twenty minutes, not the 28th
    const bool hour_and_tens = a.written == 1 && (a.language & arabic) != 0 && a.exponent == 0 && a.value > 20 && a.value < 60 &&
                               a.value % 10 != 0 && in(end) && near_by(atoms_[end]) &&
                               ((marked && (value(end, m::unit) == 1 || value(end, m::units) == 1)) || ampm_at(end) >= 0 ||
                                (is(end, m::pod) && word(end).substr(0, 4) != "ال"));
    if (hour_and_tens) {
        h = static_cast<int>(a.value % 10);
        mi = static_cast<int>(a.value - a.value % 10);
        marked = true;
        if (value(end, m::unit) == 1 || value(end, m::units) == 1) ++end;
    } else if (a.exponent == 0 && a.places == 0) {
        if (a.value > 2400) return n;
        h = static_cast<int>(a.value);
        const bool spaced = in_digits(end) && atoms_[end].gap == (gap_colon | gap_space) && text_[a.at.end] == ' ' &&
                            a.value < 24 &&
                            (marked || (j > 0 && year_like(j - 1) && (atoms_[j].gap & 15u) != gap_cut)); // ۱۳۹۵ - 20 : 35
        if (in_digits(end) && (atoms_[end].gap == gap_colon || spaced) && atoms_[end].digits == 2 && atoms_[end].value < 60 &&
            a.digits <= 2 && a.kind == 0) {
            mi = static_cast<int>(atoms_[end].value);
            colon = true;
            ++end;
            if (in_digits(end) && (atoms_[end].gap == gap_colon || (spaced && atoms_[end].gap == (gap_colon | gap_space))) &&
                atoms_[end].digits == 2 && atoms_[end].value < 60) {
                s = static_cast<int>(atoms_[end].value);
                ++end;
            }
            if (in_digits(end) && atoms_[end].gap == gap_colon) return n; // more colons: an address
            if (s < 0 && marked && beside(end) && value(end, m::unit) == 1 && (atoms_[end].language & persian) != 0)
                ++end; // ساعت ۱۸:۳۴ دقیقه
        } else if (in(end) && atoms_[end].gap == gap_none && word(end) == "h" && in_digits(end + 1) &&
                   atoms_[end + 1].gap == gap_none && atoms_[end + 1].digits == 2 && atoms_[end + 1].value < 60 &&
                   a.digits <= 2 && a.written == 0) { // 15h30
            mi = static_cast<int>(atoms_[end + 1].value);
            colon = true;
            end += 2;
        } else if (in(end) && atoms_[end].gap == gap_colon && atoms_[end].number == is_composed && atoms_[end].places > 0 &&
                   a.digits <= 2) {
            // 10:30.5
            return n;
        }
    } else if (a.exponent < 0 && a.places == 0 && a.written != 0 && a.value > 0) { // 8 والنصف: read as eight and a half
        double v = static_cast<double>(a.value);
        for (int e = a.exponent; e < 0; ++e) v /= 10;
        h = static_cast<int>(v);
        mi = static_cast<int>((v - h) * 60 + 0.5);
        if (h > 24 || h < 1 || mi > 59) return n;
        if ((a.language & (urdu | pashto)) != 0 && is(end, m::clock) && near_by(atoms_[end])) marked = true; // ساڑھے پانچ بجے
        if ((a.language & arabic) != 0 && !is(end, m::unit) && !is(end, m::units))
            marked = marked || ampm_at(end) >= 0 || is(end, m::pod);
        if (!marked) return n;
    } else if (a.places == 2 && a.exponent <= 0) { // 3.30pm, ساعت 5.30
        std::int64_t v = a.value;
        int e = a.exponent;
        while (e > -2) {
            v *= 10;
            --e;
        }
        h = static_cast<int>(v / 100);
        mi = static_cast<int>(v % 100);
        if (mi > 59) return n;
    } else {
        return n;
    }
    const bool ish = value(end, m::clock) == 1 && (near_by(atoms_[end]) || hyphened(atoms_[end])); // 11-ish
    if (ish) {
        if (a.kind == 1 || a.written == 2 || (!at_word && !colon && !clause_ends(end))) return n;
        marked = true;
    }
    if (a.kind == 0 && a.digits > 2 && a.written == 0 && !colon) { // 1140 am
        if ((a.digits == 4 || (a.digits == 3 && marked)) &&
            (marked || ampm_at(end) >= 0 || (at_word && alone(i, end)) ||
             ((a.language & arabic) != 0 && is(end, m::pod) && beside(end) && word(end).substr(0, 4) != "ال")) &&
            h % 100 < 60 && h / 100 <= 24) {
            mi = h % 100;
            h /= 100;
        } else {
            return n;
        }
    }
    if (h > 24 || (a.kind == 1 && !(marked || (a.language & arabic) != 0))) return n;
    if (a.kind == 1 && a.written == 0) return n;
    if (mi < 0 && a.written == 1 && a.kind == 0 && h >= 1 && (h <= 12 || (h < 24 && ampm_at(end + 1) >= 0)) && whole(end) &&
        near_by(atoms_[end]) && atoms_[end].written == 1 && atoms_[end].kind == 0 && atoms_[end].value >= 5 &&
        atoms_[end].value < 60 && a.language == english && !counts_time(end)) { // seven thirty p.m.
        const bool in_part = in(end + 1) && (is(end + 1, m::of) || is(end + 1, m::inpre)) && near_by(atoms_[end + 1]) &&
                             (is(end + 2, m::pod) || is(end + 3, m::pod));
        if (ampm_at(end + 1) >= 0 || at_word || in_part || alone(i, end + 1) || (clause_ends(end) && clock_invited(i))) {
            mi = static_cast<int>(atoms_[end].value);
            ++end;
            marked = true;
        }
    }
    if (mi < 0 && at_word && a.written == 0 && a.kind == 0 && a.digits <= 2 && h >= 1 && h <= 23 && in_digits(end) &&
        atoms_[end].gap == gap_space && atoms_[end].digits == 2 && atoms_[end].value < 60 && atoms_[end].kind == 0 &&
        alone(i, end + 1)) { // at 3 15
        mi = static_cast<int>(atoms_[end].value);
        ++end;
        colon = true;
    }
    // 8 tonight, 9 tomorrow morning, 8 this evening
    if (!marked && mi < 0 && a.kind == 0 && h >= 1 && h <= 12 && in(end) &&
        (near_by(atoms_[end]) || (atoms_[end].gap & 15u) == gap_comma) && !pod_first &&
        (is(end, m::podrel) || (is(end, m::dayrel) && is(end + 1, m::pod) && beside(end + 1)) ||
         (value(end, m::rel) == 0 && is(end + 1, m::pod) && beside(end + 1))) &&
        (languages_of(atoms_[end]) == english || at_word || (atoms_[end].gap & 15u) == gap_comma ||
         (atoms_[end].language & arabic) != 0)) {
        start(n, i, end, form::clock);
        const bool late = (is(end, m::podrel) && (*value(end, m::podrel) >> 8) >= 2) || value(end + 1, m::pod) == 2 ||
                          value(end + 1, m::pod) == 3 || value(end + 1, m::pod) == 4;
        n.clock = (late && h < 12 ? h + 12 : h) * 3600;
        n.clock_sure = true;
        return n;
    }
    // Behind the number: o'clock, بجے, minutes, am and pm, parts of the day.
    bool arabic_ordinal = a.kind == 1;
    if (ish) ++end;
    if (in(end) && near_by(atoms_[end]) && is(end, m::clock) &&
        (languages_of(atoms_[end]) == english || (languages_of(atoms_[end]) & (urdu | pashto)) != 0) &&
        !(languages_of(atoms_[end]) & (persian | arabic))) {
        marked = true;
        ++end;
    } else if (in(end) && near_by(atoms_[end]) && is(end, m::clock) && (atoms_[end].language & (urdu | pashto)) != 0) {
        marked = true;
        ++end;
    }
    const int mi_before = mi;
    minutes_after(end, mi, s, marked || colon, arabic_ordinal);
    if (mi_before < 0 && mi >= 0 && arabic_ordinal) marked = true;
    int less = 0; // إلا ربع
    if (mi < 0 && in(end) && near_by(atoms_[end]) && value(end, m::minus) == 1 && in(end + 1) && near_by(atoms_[end + 1]) &&
        (marked || arabic_ordinal)) {
        sense part_sense{};
        if (find(atoms_[end + 1], m::part, part_sense) != nullptr && part_sense.value > 1) {
            less = 60 / part_sense.value;
            end += 2;
            marked = true;
        } else if (whole(end + 1) && atoms_[end + 1].value < 60) {
            less = static_cast<int>(atoms_[end + 1].value);
            end += 2;
            if (in(end) && near_by(atoms_[end]) && (value(end, m::unit) == 1 || value(end, m::units) == 1)) ++end;
            marked = true;
        }
    }
    if (s >= 0 && mi < 0) mi = 0;
    int ap = ampm_at(end);
    if (ap >= 0 && !(is(end, m::era) && !(colon || marked))) {
        if (h > 12 && ap == 0) ap = -1;
        ++end;
        marked = true;
    } else {
        ap = -1;
    }
    if (in(end) && languages_of(atoms_[end]) == english && word(end) == "oclock") ++end;
    if (part_value < 0) { // 5 in the morning, ۵ عصر, 5 مساء
        std::size_t k = end;
        int skipped = 0;
        while (in(k) && near_by(atoms_[k]) && skipped < 2 && (is(k, m::of) || is(k, m::inpre)) && !is(k, m::pod)) {
            ++k;
            ++skipped;
        }
        if (in(k) && (near_by(atoms_[k]) || (colon && (atoms_[k].gap & 15u) == gap_comma)) && is(k, m::pod)) {
            part_value = *value(k, m::pod);
            if (part_value < 9) {
                const bool nights =
                    a.written == 1 && !marked && (atoms_[k].language & (persian | pashto | urdu)) != 0; // سه شب: three nights
                const bool joined_ok =
                    !nights && (skipped > 0 || languages_of(atoms_[k]) != english || part_value >= 7 || colon || marked);
                if (joined_ok) {
                    end = k + 1;
                    marked = true;
                } else {
                    part_value = -1;
                }
            } else {
                part_value = -1;
            }
        }
    }
    if (!colon && !marked) {
        // "at 5" is a time where nothing is counted
        if (!at_word || counts(number_at) || a.written == 2 || h > 24) return n;
        const bool on_day = in(end + 1) && word(end) == "on" && in_digits(end + 1) && day_like(end + 1) && clause_ends(end + 1);
        if (in(end) && near_by(atoms_[end]) && !on_day && // at seven on 15
            (atoms_[end].number != 0 || is(end, m::month) || is(end, m::of) || is(end, m::scale) || is(end, m::percent)))
            return n;
        if (in(end) && (atoms_[end].gap & 15u) != gap_cut && (atoms_[end].gap & 15u) != gap_comma && !on_day &&
            (atoms_[end].gap & 15u) != gap_dot && (atoms_[end].gap & 15u) != gap_line && !is(end, m::dayrel) &&
            !is(end, m::weekday) && !is(end, m::to))
            return n;
        if (in(end) && (atoms_[end].gap & 15u) == gap_cut && a.at.end + 1 < text_.size() && text_[a.at.end] == ' ' &&
            !ends_clause(a.at.end))
            return n;
    }
    if (h == 24 && (mi > 0 || s > 0)) return n;
    if (colon && a.digits > 2) return n;
    if (colon && !marked && !at_word && mi >= 0 && (atoms_[i].gap & 15u) == gap_cut && verse(i)) return n;
    bool sure = h > 12 || ap >= 0 || h == 0 || (colon && a.digits == 2 && a.value < 10);
    if (ap == 1 && h < 12) h += 12;
    if (ap == 0 && h == 12) h = 0;
    if (ap < 0 && part_value >= 0) {
        sure = true;
        if ((part_value == 2 || part_value == 3) && h < 12) h += 12;
        if (part_value == 8 && h < 7) h += 12;
        if (part_value == 1 && h < 5) h += 12;
        if (part_value == 4) {
            if (h >= 6 && h < 12) h += 12;
            else if (h == 12) h = 0;
        }
        if (part_value == 7 && h == 12) h = 0;
        if (part_value == 0 && h == 12) h = 0;
    }
    int total = h * 3600 + (mi > 0 ? mi * 60 : 0) + (s > 0 ? s : 0);
    if (past != 1000) total += past * 60;
    total -= less * 60;
    start(n, i, end, form::clock);
    n.clock = (total + 86400) % 86400;
    if (h == 24) n.clock = 0;
    if (ish) n.mod = static_cast<std::uint8_t>(date_modifier::about);
    n.clock_sure = sure;
    n.part = -1;
    if (!pod_first && !at_word && !marked && !colon) return node{};
    // the words for "at" and "hour" stand outside where the language has them outside
    if (at_word) {
        n.begin = static_cast<std::uint32_t>(i + 1);
        n.at.begin = atoms_[i + 1].at.begin;
    }
    return n;
}

// set an alarm for eight forty: a word that clock times follow
inline bool date_reader::clock_invited(std::size_t i) const noexcept {
    if (i == 0 || !near_by(atoms_[i])) return false;
    if (listed(word(i - 1), "for by until till before after around about")) return true;
    return false;
}

inline bool date_reader::counts_time(std::size_t i) const noexcept {
    return in(i + 1) && near_by(atoms_[i + 1]) &&
           (is(i + 1, m::units) || is(i + 1, m::unit) || is(i + 1, m::counter) || is(i + 1, m::percent));
}

inline bool date_reader::ends_clause(std::size_t pos) const noexcept {
    // the next word is a small one: then the number is not counting it
    const std::string_view rest = text_.substr(pos + 1, 4);
    for (const std::string_view w : {"for ", "with", "to ", "and ", "in ", "on ", "at ", "so ", "is ", "by "})
        if (rest.substr(0, w.size()) == w) return true;
    return false;
}

// Qur'an 5:32, John 3:16: a name directly before, and no word that times have.
inline bool date_reader::verse(std::size_t i) const noexcept {
    const std::size_t b = atoms_[i].at.begin;
    if (b < 2 || text_[b - 1] != ' ') return false;
    const auto c = static_cast<unsigned char>(text_[b - 2]);
    if (c >= 0x80) return false;
    std::size_t from = b - 1;
    while (from > 0 && text_[from - 1] != ' ') --from;
    const auto f = static_cast<unsigned char>(text_[from]);
    return f >= 'A' && f <= 'Z';
}

inline int date_reader::ampm_at(std::size_t i) const noexcept {
    if (!in(i) || !near_by(atoms_[i])) return -1;
    return value(i, m::ampm).value_or(-1);
}

// الخامسة والنصف, ۲۱ و ۴۸ دقیقه, 5 hours 30 minutes are minutes behind an hour
inline void date_reader::minutes_after(std::size_t& end, int& mi, int& s, bool marked, bool arabic_ordinal) const noexcept {
    if (mi >= 0) return;
    std::size_t k = end;
    if (!in(k) || !near_by(atoms_[k])) return;
    bool joined = atoms_[k].clitics == clitic_and;
    if (is(k, m::and_)) {
        joined = true;
        ++k;
    }
    if (!joined || !in(k) || !near_by(atoms_[k])) return;
    sense p{};
    if (atoms_[k].number == is_composed && atoms_[k].kind == 3 && atoms_[k].value > 0) {
        // a written part: والنصف, و نیم, والربع, والثلث
        if (!(marked || arabic_ordinal)) return;
        double v = static_cast<double>(atoms_[k].value);
        for (int e = atoms_[k].exponent; e < 0; ++e) v /= 10;
        mi = static_cast<int>(v * 60 + 0.5);
        if (mi >= 60) {
            mi = -1;
            return;
        }
        end = k + 1;
        return;
    }
    if (find(atoms_[k], m::part, p) != nullptr && (marked || arabic_ordinal) && p.value > 1) {
        mi = 60 / p.value;
        end = k + 1;
        return;
    }
    if (!whole(k) || atoms_[k].value >= 60) return;
    const bool unit = in(k + 1) && near_by(atoms_[k + 1]) && (value(k + 1, m::unit) == 1 || value(k + 1, m::units) == 1);
    if (!unit && atoms_[k].kind == 1) return;
    const bool plain = !unit && (atoms_[k].language & persian) != 0 && marked && in_digits(k) && atoms_[k].digits == 2 &&
                       !is(k + 1, m::clock) && !counts(k); // ساعت ۵ و ۳۲
    const bool in_part = !unit && atoms_[k].written == 1 && atoms_[end - 1].written == 1 && (atoms_[k].language & arabic) != 0 &&
                         in(k + 1) && near_by(atoms_[k + 1]) && is(k + 1, m::pod) && !definite_article(k + 1); // عشرة وخمسين مساء
    if (!unit && !plain && !in_part && ((atoms_[k].language & persian) != 0 || !arabic_ordinal)) return;
    mi = static_cast<int>(atoms_[k].value);
    end = k + (unit ? 2 : 1);
    if (unit && in(end) && near_by(atoms_[end]) && is(end, m::and_) && whole(end + 1) && in(end + 2) &&
        value(end + 2, m::unit) == 0) {
        s = static_cast<int>(atoms_[end + 1].value % 60);
        end += 3;
    }
}

// half past, quarter to, ten minutes past
// پنج دقیقه به ۸, یک ربع مانده به ساعت ۷ صبح, ثلاث دقائق قبل الثامنة: the hour behind minutes; 0 where there is none
inline std::size_t date_reader::hour_behind(std::size_t i, int given, bool minutes_said, int& minutes) const noexcept {
    if (!minutes_said || given < 1) return 0;
    const bool arabic_word = (atoms_[i].language & arabic) != 0;
    const std::string_view w = word(i);
    std::size_t k = i;
    if (arabic_word) {
        if (w == "قبل") minutes = -given;
        else if (w == "بعد") minutes = given;
        else return 0;
        ++k;
    } else {
        if (w != "به" || (atoms_[i].language & persian) == 0) return 0;
        minutes = -given;
        ++k;
    }
    const bool said = in(k) && near_by(atoms_[k]) && is(k, m::clock) && word(k) != "oclock";
    if (said) ++k;
    if (!in(k) || !near_by(atoms_[k]) || !whole(k) || atoms_[k].value < 1 || atoms_[k].value > (said ? 24 : 12) || counts(k))
        return 0;
    if (arabic_word) return said || (atoms_[k].kind == 1 && definite_article(k)) ? k : 0;
    return atoms_[k].kind == 0 ? k : 0;
}

inline std::size_t date_reader::past_word(std::size_t i, int& minutes) const noexcept {
    if (!in(i)) return 0;
    std::size_t k = i;
    int v = -1;
    if (is(k, m::article) && in(k + 1) &&
        (is(k + 1, m::part) || (atoms_[k + 1].number == is_composed && atoms_[k + 1].kind == 3)))
        ++k;
    if (atoms_[k].number == is_composed && atoms_[k].kind == 3 && atoms_[k].exponent < 0) {
        double f = static_cast<double>(atoms_[k].value);
        for (int e = atoms_[k].exponent; e < 0; ++e) f /= 10;
        v = static_cast<int>(f * 60 + 0.5);
    } else if (whole(k) && atoms_[k].value < 60) {
        v = static_cast<int>(atoms_[k].value);
    } else if (is(k, m::unit) && value(k, m::unit) == 6) {
        v = 15;
    }
    if (v < 0 || !in(k + 1) || !near_by(atoms_[k + 1])) return 0;
    ++k;
    const bool minutes_said = value(k, m::units) == 1 || value(k, m::unit) == 1;
    if (minutes_said) ++k;
    if (!in(k) || !near_by(atoms_[k])) return 0;
    const std::string_view w = word(k);
    if (languages_of(atoms_[k]) != english) return hour_behind(k, v, minutes_said || atoms_[k - 1].kind == 3, minutes);
    if (w == "past" || w == "after") minutes = v;
    else if (w == "to" || w == "till" || w == "before") minutes = -v;
    else return 0;
    if (!in(k + 1) || !near_by(atoms_[k + 1])) return 0;
    const bool hour = (whole(k + 1) && atoms_[k + 1].value >= 1 && atoms_[k + 1].value <= 12 && atoms_[k + 1].kind == 0) ||
                      value(k + 1, m::pod) == 8 || value(k + 1, m::pod) == 7;
    if (!hour) return 0;
    if (w == "to" && (v % 5 != 0) && !minutes_said) return 0; // 4 to 5 is a range
    const bool fraction = is(i, m::article) || atoms_[i].kind == 3;
    if (w == "to" && !fraction && !minutes_said && !(atoms_[k + 1].number != 0 && ampm_at(k + 2) >= 0 && v >= 10 && v % 5 == 0))
        return 0;
    return k + 1;
}

// morning, صباحا, شب alone; with a day beside it they become part of it
inline node date_reader::part(std::size_t i) const {
    node n;
    const auto p = value(i, m::pod);
    if (!p || *p == 7 || *p == 8 || *p >= 12) return n;
    if (weak_word(i, m::pod) && (atoms_[i].language & urdu) == 0) return n;
    start(n, i, i + 1, form::part);
    n.part = static_cast<std::int8_t>(*p);
    n.weak = true; // stays only beside a day, or after a word that asks for it
    return n;
}

}}} // namespace matn::v0::detail::when

#endif
