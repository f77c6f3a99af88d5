// SPDX-License-Identifier: MIT
// Times of the clock, and parts of the day.
#ifndef MATN_DETAIL_DATE_CLOCK_HPP
#define MATN_DETAIL_DATE_CLOCK_HPP

#include <matn/detail/date_reader.hpp>

namespace matn { inline namespace v0 { namespace detail::when {

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
    // half past three, quarter to five, ten past four, ربع کم هفت
    if (in(j) && (languages_of(atoms_[j]) == english || atoms_[j].number != 0 || is(j, m::part))) {
        const std::size_t k = past_word(j, at_word || marked, past);
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
        if (v >= 25) return n;
        h = static_cast<int>(v);
        mi = static_cast<int>((v - h) * 60 + 0.5);
        if (h > 24 || h < 1 || mi > 59) return n;
        if ((a.language & (urdu | pashto)) != 0 && is(end, m::clock) && near_by(atoms_[end])) marked = true; // ساڑھے پانچ بجے
        if ((a.language & arabic) != 0 && !is(end, m::unit) && !is(end, m::units))
            marked = marked || ampm_at(end) >= 0 || is(end, m::pod);
        if (!marked) return n;
    } else if (a.places == 2 && a.exponent <= 0) { // 3.30pm, ساعت 5.30
        if (a.value < 0 || a.value > 10000) return n;
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
    if (mi < 0 && (a.language & pashto) != 0 && is(end + 1, m::clock) && beside(end) && beside(end + 1) &&
        value(end, m::part) == 2) { // اوه نیمې بجې
        mi = 30;
        ++end;
    }
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
    int less = 0;
    if (mi < 0 || mi == 30) { // السابعة والنصف إلا خمس دقائق
        less = minutes_less(end, marked || arabic_ordinal);
        if (less != 0) marked = true;
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
        const bool day_before = i > 0 && near_by(atoms_[i]) && (is(i - 1, m::weekday) || is(i - 1, m::dayrel)); // Sat at 5 there
        if ((!in(end) || (atoms_[end].gap & 15u) == gap_cut) && a.at.end + 1 < text_.size() && text_[a.at.end] == ' ' &&
            !day_before && !ends_clause(a.at.end))
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
