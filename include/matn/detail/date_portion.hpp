// SPDX-License-Identifier: MIT
// Portions of a period: mid-2021, the rest of the year, the third Monday of May.
#ifndef MATN_DETAIL_DATE_PORTION_HPP
#define MATN_DETAIL_DATE_PORTION_HPP

#include <matn/detail/date_reader.hpp>

namespace matn { inline namespace v0 { namespace detail::when {

// mid-2021, اواخر حمل, منتصف العام الماضي, about a month ago
inline node date_reader::modified(std::size_t i) const {
    node n;
    if (const auto e = value(i, m::edge)) { // EOY: the end of this year
        start(n, i, i + 1, form::unit_offset);
        n.unit = static_cast<std::uint8_t>(*e & 31);
        n.offset = 0;
        n.mod = static_cast<std::uint8_t>(*e >> 5);
        if (n.unit == 3) last_second(n);
        return n;
    }
    auto mod = value(i, m::mod);
    if (!mod || word(i) == "أخرى") return n; // another: of Urdu's آخری it has the letters
    if (*mod == 9) return rest(i);
    if (*mod == 4 && how_about(i)) return n;
    std::size_t k = i + 1;
    int skipped = 0;
    while (in(k) && near_by(atoms_[k]) && skipped < 2 && (is(k, m::of)) && !is(k, m::unit) && !is(k, m::rel)) {
        ++k;
        ++skipped;
    }
    if (*mod != 4 && value(k, m::unit) == 3 && is(k + 1, m::weekday) && languages_of(atoms_[k]) != english && beside(k + 1))
        ++k; // پایان روز سه‌شنبه
    if (!in(k) || !(near_by(atoms_[k]) || hyphened(atoms_[k]))) return n;
    node inner;
    if (*mod != 4 && ((year_like(k) && !counts(k)))) {
        node y;
        start(y, k, k + 1, form::fields);
        y.year = static_cast<int>(atoms_[k].value);
        y.year_digits = 4;
        era_after(y);
        inner = y;
    }
    longer(inner, fields(k));
    longer(inner, unit_offset(k));
    if (*mod == 4) {
        longer(inner, length(k));
        longer(inner, nth(k));
        longer(inner, clock(k));
        longer(inner, day_offset(k));
    } else {
        if (*mod != 2) longer(inner, part(k));
        longer(inner, day_offset(k));
        longer(inner, quarter(k));
        longer(inner, decade(k));
        longer(inner, season(k));
    }
    if (inner.what == form::none) {
        // منتصف العام, end of the year, پایان سال: this one
        if (*mod != 4 && value(k, m::unit) && *value(k, m::unit) >= 4 && *value(k, m::unit) <= 10) {
            const bool definite = (languages_of(atoms_[k]) & arabic) != 0 ? definite_article(k)
                                  : languages_of(atoms_[k]) == english    ? skipped > 0 || word(i).ends_with("of")
                                                                          : true;
            if (!definite) return n;
            start(n, i, k + 1, form::unit_offset);
            n.unit = static_cast<std::uint8_t>(*value(k, m::unit));
            n.offset = 0;
            n.mod = static_cast<std::uint8_t>(*mod);
            return n;
        }
        return n;
    }
    if (*mod != 4 && inner.what == form::fields && (inner.day != 0)) return n;
    if (*mod != 4 && inner.what == form::length) return n;
    if (*mod == 4 && inner.what == form::fields && inner.month == 0 && inner.weekday == 0) inner.weak = false;
    n = inner;
    start(n, i, inner.end, inner.what);
    n.language = inner.language;
    n.weak = false;
    if (word(i) == "غرة" && inner.what == form::fields && inner.month != 0) { // the day of the new moon
        n.day = 1;
        return n;
    }
    n.mod = static_cast<std::uint8_t>(*mod);
    if (*mod == 3 && inner.what == form::unit_offset && inner.unit == 4 && (inner.language & arabic) != 0 &&
        word(i) == "نهاية") { // نهاية هذا الأسبوع
        n.unit = 12;
        n.mod = 0;
    }
    if (*mod == 3 && ends_there(i) && n.clock < 0 && n.part < 0 &&
        (n.what == form::day_offset || (n.what == form::fields && n.weekday != 0 && n.month == 0)))
        last_second(n);
    return n;
}

// end of, نهاية, پایان: the end itself; late and اواخر are the time before it
inline bool date_reader::ends_there(std::size_t i) const noexcept {
    const std::string_view w = word(i);
    return w.starts_with("end") || w.starts_with("the end") || w.starts_with("The end") || w.starts_with("End") ||
           w.starts_with("close") || w == "نهاية" || w == "ختام" || w == "پایان" || w == "انتهای";
}

// The end of tomorrow: one second before the next day.
inline void date_reader::last_second(node& n) noexcept {
    if (n.what == form::unit_offset) n.what = form::day_offset;
    n.clock = 86399;
    n.clock_sure = true;
}

// How about last week: not "about" a week
inline bool date_reader::how_about(std::size_t i) const noexcept {
    const std::string_view before = text_.substr(0, atoms_[i].at.begin);
    return word(i) == "about" &&
           (before.ends_with("How ") || before.ends_with("how ") || before.ends_with("What ") || before.ends_with("what "));
}

// the rest of the week, later this year, بقية هذا اليوم: from now to its end
inline node date_reader::rest(std::size_t i) const {
    node n;
    if (value(i, m::mod) != 9 && word(i) != "later" && word(i) != "Later") return n;
    std::size_t k = i + 1;
    while (in(k) && near_by(atoms_[k]) && k < i + 3 && ((is(k, m::of) && !is(k, m::unit)) || value(k, m::rel) == 0)) ++k;
    const auto u = value(k, m::unit);
    if (!beside(k) || !u || *u < 3 || *u > 8 || weak_word(k, m::unit)) return n;
    if ((languages_of(atoms_[k]) & english) == 0 && !definite_article(k)) return n;
    start(n, i, k + 1, form::unit_offset);
    n.unit = static_cast<std::uint8_t>(*u);
    n.offset = 0;
    n.direction = 4;
    return n;
}

inline bool date_reader::definite_article(std::size_t k) const noexcept {
    return word(k).substr(0, 4) == "ال" || (atoms_[k].clitics & clitic_for) != 0;
}

// The weekday of that number in the month that the anchor is in.
inline void of_this_month(node& n, std::uint8_t index, std::uint8_t weekday) noexcept {
    n.unit = 5; // a month,
    n.index = index;
    n.weekday = weekday;
    n.nth_unit = 3; // in which days are counted
}

// هفته اول فروردین, هفته آخر ماه حمل
inline node date_reader::week_of_month(std::size_t i) const {
    node n;
    if (value(i, m::unit) != 4 || (atoms_[i].language & persian) == 0 || !beside(i + 1)) return n;
    const std::string_view w = word(i + 1);
    int index = 0;
    if (w == "اول" || w == "نخست") index = 1;
    else if (w == "آخر" || w == "پایانی") index = 99;
    else if (ordinal(i + 1) && atoms_[i + 1].value <= 5) index = static_cast<int>(atoms_[i + 1].value);
    std::size_t k = i + 2;
    if (value(k, m::unit) == 5 && month_after(k) && beside(k)) ++k;
    if (index == 0 || !beside(k) || !is(k, m::month)) return n;
    return week_in(fields(k), i, index);
}

// The week of that number in a month that is written; nothing where no month is.
inline node date_reader::week_in(const node& month, std::size_t begin, int index) const {
    if (month.what != form::fields || month.month == 0 || month.day != 0 || month.weekday != 0) return node{};
    node n = month;
    start(n, begin, month.end, form::nth_day);
    n.index = static_cast<std::uint8_t>(index);
    n.nth_unit = 4;
    n.mod = 0;
    n.weak = false;
    n.in_written = true;
    return n;
}

// الثلاثاء الأخير من شهر مارس, الأسبوع الثالث من عام 2027, اليوم الثالث من شهر عشرة
inline node date_reader::nth_behind(std::size_t i) const {
    node n;
    if (value(i, m::unit) == 3 && is(i + 1, m::weekday) && beside(i + 1)) ++i; // يوم الأحد الثاني
    const auto w = value(i, m::weekday);
    const auto u = value(i, m::unit);
    const bool today = is(i, m::dayrel) && word(i) == "اليوم";
    if (!(w || today || (u && (*u == 3 || *u == 4))) || (atoms_[i].language & arabic) == 0 ||
        languages_of(atoms_[i]) == english || !beside(i + 1))
        return n;
    int index = 0;
    if (ordinal(i + 1) && atoms_[i + 1].value <= 31) index = static_cast<int>(atoms_[i + 1].value);
    else if (word(i + 1) == "الأخير" || word(i + 1) == "الاخير" || word(i + 1) == "الأخيرة") index = 99;
    if (index == 0 || (w && index != 99 && index > 5)) return n;
    std::size_t j = i + 2;
    int skipped = 0;
    while (in(j) && near_by(atoms_[j]) && skipped < 2 && is(j, m::of) && !is(j, m::unit) && !is(j, m::rel)) {
        ++j;
        ++skipped;
    }
    if (w && index >= 1 && index <= 5 && atoms_[i + 1].written == 1 && definite_article(i + 1) && clause_ends(i + 1) &&
        i + 2 >= atoms_.size()) { // الأحد الثاني
        start(n, i, i + 2, form::nth_day);
        of_this_month(n, static_cast<std::uint8_t>(index), static_cast<std::uint8_t>(*w));
        return n;
    }
    if (skipped == 0 || !beside(j)) return n;
    node inner = fields(j);
    if (inner.what == form::none || (inner.month == 0 && inner.year == no_year) || inner.day != 0) inner = unit_offset(j);
    if (inner.what == form::none || inner.weekday != 0) return n;
    n = inner;
    start(n, i, inner.end, form::nth_day);
    n.index = static_cast<std::uint8_t>(index);
    n.weekday = w ? static_cast<std::uint8_t>(*w) : std::uint8_t{0};
    n.nth_unit = static_cast<std::uint8_t>(u ? *u : 3);
    n.in_written = inner.what == form::fields;
    return n;
}

// شش ماه نخست سال ۱۳۹۸, سه ماه آخر امسال: months of a year, counted from its start or its end
inline node date_reader::first_months(std::size_t i) const {
    node n;
    const bool months_first = value(i, m::units) == 5; // الأشهر الستة الأولى من عام 2019
    const std::size_t number = months_first ? i + 1 : i;
    if (!whole(number) || atoms_[number].kind != 0 || atoms_[number].value < 1 || atoms_[number].value > 11 || !beside(i + 1) ||
        !beside(i + 2) || (atoms_[i + 1].language & (persian | arabic)) == 0)
        return n;
    const std::string_view w = word(i + 2);
    const bool last = w == "آخر" || w == "پایانی" || w == "الأخيرة" || w == "الاخيرة";
    const bool first = w == "اول" || w == "نخست" || w == "ابتدای" || w == "آغاز" || (ordinal(i + 2) && atoms_[i + 2].value == 1);
    std::size_t k = i + 3;
    if (months_first && in(k) && is(k, m::of) && !is(k, m::unit) && beside(k)) ++k;
    if ((!first && !last) || !beside(k)) return n;
    node year = fields(k);
    if (year.what == form::none || year.year == no_year || year.month != 0 || year.day != 0) year = unit_offset(k);
    if (year.what == form::none && value(k, m::yearrel)) year = day_offset(k);
    if (year.what == form::none || year.weekday != 0 || (year.what == form::unit_offset && (year.unit != 8 || year.counted)) ||
        (year.what != form::unit_offset && year.what != form::fields))
        return n;
    n = year;
    start(n, i, year.end, form::nth_day);
    n.index = last ? 99 : 1;
    n.count = static_cast<int>(atoms_[number].value);
    n.nth_unit = 5;
    n.in_written = year.what == form::fields;
    return n;
}

// for the 27., 8pm on 15, on the 15 at 8:00: a day of the month without its name
inline node date_reader::day_of_this_month(std::size_t i) const {
    node n;
    if (i == 0 || (atoms_[i - 1].means & bits(m::of, m::until, m::since)) == 0 || !in_digits(i) || atoms_[i].kind != 0 ||
        !day_like(i) || atoms_[i].value > 31 || !beside(i) || counts(i) || (atoms_[i].language & english) == 0)
        return n;
    const bool the = word(i - 1) == "the";
    const std::string_view p = word(i - 1 - (the && i > 1 ? 1 : 0));
    if (p != "on" && !((the && (p == "for" || p == "by" || p == "until" || p == "since")) || p == "for the")) return n;
    // a clock time on the one side or the other, or the end of the clause after "the"
    const bool at = in(i + 1) && beside(i + 1) && word(i + 1) == "at" && whole(i + 2) && beside(i + 2);
    const std::size_t left = i - 1 - (the ? 1 : 0);
    const bool clock_before =
        p == "on" && left > 0 && beside(left) &&
        (ampm_at(left - 1) >= 0 || is(left - 1, m::clock) || (in_digits(left - 1) && atoms_[left - 1].gap == gap_colon) ||
         (left > 1 && whole(left - 1) && word(left - 2) == "at"));
    const std::string_view behind = text_.substr(atoms_[i].at.end);
    const bool ends = clause_ends(i) || behind.starts_with(" .");
    if (!at && !(ends && (clock_before || p != "on" || the))) return n;
    start(n, i, i + 1, form::fields);
    n.day = static_cast<int>(atoms_[i].value);
    n.cal = 0;
    return n;
}

// the first Monday of May, last day of the month, the 15th
inline node date_reader::nth(std::size_t i) const {
    node n;
    int index = 0;
    std::size_t k = i;
    if (ordinal(k) && atoms_[k].value >= 1 && atoms_[k].value <= 31 && (atoms_[k].value <= 12 || value(k + 1, m::unit) == 3)) {
        index = static_cast<int>(atoms_[k].value);
        ++k;
    } else if (value(k, m::rel) == -1 && languages_of(atoms_[k]) == english && word(k).size() == 4) {
        index = 99; // last
        ++k;
    } else if (value(k, m::mod) == 3 && (word(k) == "آخر" || word(k) == "اخر" || word(k) == "أخر")) {
        index = 99;
        ++k;
    }
    if (index > 1 && index <= 9 && value(k, m::rel) == -1 && languages_of(atoms_[k]) == english && word(k).size() == 4 &&
        beside(k)) { // the third last week of 2018
        index = 100 - index;
        ++k;
    }
    int count = 1;
    if ((index == 99 || (index == 1 && languages_of(atoms_[i]) == english)) && whole(k) && atoms_[k].kind == 0 && beside(k) &&
        atoms_[k].value < 50 && beside(k + 1)) { // the last four months of 2021, آخر 3 سنوات
        count = static_cast<int>(atoms_[k].value);
        ++k;
        const auto many = value(k, m::units) ? value(k, m::units) : value(k, m::unit);
        if (many && languages_of(atoms_[i]) != english && beside(k)) {
            start(n, i, k + 1, form::unit_offset);
            n.unit = static_cast<std::uint8_t>(*many);
            n.offset = -1;
            n.count = count;
            n.counted = true;
            return n;
        }
    }
    if (index != 0 && value(k, m::unit) == 3 && is(k + 1, m::weekday) && beside(k) && beside(k + 1)) ++k; // أول يوم جمعة
    if (index != 0 && beside(k)) {
        const auto w = value(k, m::weekday);
        const auto u = value(k, m::unit);
        const auto us = value(k, m::units);
        if (w || (u && (*u == 3 || *u == 4 || *u == 12 || (*u == 5 && index <= 12))) ||
            (us && (*us == 5 || *us == 4) && count > 1)) {
            std::size_t j = k + 1;
            int skipped = 0;
            while (in(j) && near_by(atoms_[j]) && skipped < 2 && (is(j, m::of) || is(j, m::inpre)) && atoms_[j].number == 0 &&
                   (!is(j, m::unit) || month_after(j))) {
                ++j;
                ++skipped;
            }
            if (in(j) && near_by(atoms_[j]) && atoms_[j].clitics == clitic_by) ++skipped;
            const bool bare = skipped == 0 && (atoms_[k].language & persian) != 0 && u == 3 && beside(j) &&
                              (value(j, m::unit) == 4 || value(j, m::unit) == 5 || value(j, m::unit) == 8); // اولین روز سال
            if ((skipped > 0 || bare) && in(j) && near_by(atoms_[j])) {
                node inner = fields(j);
                if (inner.what == form::none || (inner.month == 0 && inner.year == no_year) || inner.day != 0)
                    inner = unit_offset(j);
                if (inner.what == form::none && year_like(j)) {
                    start(inner, j, j + 1, form::fields);
                    inner.year = static_cast<int>(atoms_[j].value);
                    inner.year_digits = 4;
                }
                if (inner.what == form::none && u == 3 && value(j, m::unit) == 5 && !month_after(j) &&
                    languages_of(atoms_[j]) == english && word(j - 1) == "the") { // the thirty-first day of the month
                    start(inner, j, j + 1, form::unit_offset);
                    inner.unit = 5;
                }
                if (inner.what == form::none && bare && !month_after(j) && index <= 7) {
                    start(inner, j, j + 1, form::unit_offset);
                    inner.unit = static_cast<std::uint8_t>(*value(j, m::unit));
                }
                const bool month = u == 5 || us == 5;
                if (month && index != 99 && inner.month != 0) inner.what = form::none;
                if (month && inner.what == form::unit_offset && inner.unit != 8) inner.what = form::none;
                if (inner.what != form::none && inner.weekday == 0) {
                    n = inner;
                    start(n, i, inner.end, form::nth_day);
                    n.index = static_cast<std::uint8_t>(index);
                    n.weekday = w ? static_cast<std::uint8_t>(*w) : std::uint8_t{0};
                    n.nth_unit = static_cast<std::uint8_t>(us ? *us : u ? *u : 3);
                    n.count = count;
                    n.in_written = inner.what == form::fields;
                    return n;
                }
            }
        }
    }
    if (const auto w = value(k, m::weekday);
        w && index >= 1 && index <= 5 && beside(k) && languages_of(atoms_[k]) == english && !weak_word(k, m::weekday) &&
        !(in(k + 1) && near_by(atoms_[k + 1]) && (is(k + 1, m::of) || is(k + 1, m::after) || is(k + 1, m::before))) && i > 0 &&
        near_by(atoms_[i])) { // on the first Sunday: of this month
        start(n, i, k + 1, form::nth_day);
        of_this_month(n, static_cast<std::uint8_t>(index), static_cast<std::uint8_t>(*w));
        return n;
    }
    // the 15th, "the 27th": a day of this month or the next
    if (const node d = day_of_this_month(i); d.what != form::none) return d;
    if (in_digits(i) && atoms_[i].kind == 0 && day_like(i) && atoms_[i].value <= 31 && atoms_[i].language == english &&
        is(i + 1, m::of) && word(i + 1) == "of" && beside(i + 1) && beside(i + 2)) { // 20 of this month
        const node u = unit_offset(i + 2);
        if (u.what != form::unit_offset || u.unit != 5 || u.counted || u.vague) return n;
        start(n, i, u.end, form::fields);
        n.day = static_cast<int>(atoms_[i].value);
        n.cal = 0;
        n.offset = u.offset;
        n.unit = 5;
        return n;
    }
    if (ordinal(i) && atoms_[i].written == 1 && atoms_[i].value >= 1 && atoms_[i].value <= 31 && atoms_[i].language == english &&
        i > 0 && near_by(atoms_[i]) && clause_ends(i)) { // on the first
        const bool apart = word(i - 1) == "the" && i > 1 && near_by(atoms_[i - 1]);
        const std::string_view p = word(apart ? i - 2 : i - 1);
        if ((apart && (p == "on" || p == "On" || p == "by" || p == "until")) || p == "on the" || p == "On the") {
            start(n, i, i + 1, form::fields);
            n.day = static_cast<int>(atoms_[i].value);
            n.cal = 0;
            return n;
        }
    }
    if (ordinal(i) && atoms_[i].written == 0 && atoms_[i].value >= 1 && atoms_[i].value <= 31 &&
        (atoms_[i].language == english || atoms_[i].language == 0)) {
        const bool the = i > 0 && near_by(atoms_[i]) && (word(i - 1).ends_with("the") || word(i - 1).ends_with("The"));
        const bool follows = in(i + 1) && (atoms_[i + 1].gap & 15u) == gap_none && atoms_[i + 1].number == 0 &&
                             (is(i + 1, m::unit) || is(i + 1, m::counter));
        const bool ends = atoms_[i].at.end >= text_.size() || text_[atoms_[i].at.end] == '.' || text_[atoms_[i].at.end] == ',' ||
                          text_[atoms_[i].at.end] == '?' || (in(i + 1) && near_by(atoms_[i + 1]));
        if (!follows && (ends || !the)) {
            if (the) start(n, i, i + 1, form::fields);
            n.day = static_cast<int>(atoms_[i].value);
            n.cal = 0;
            // 20th of next month
            std::size_t j = i + 1;
            if (value(j, m::unit) == 3 && beside(j)) ++j; // the 15th day of next month
            for (int skipped = 0; in(j) && near_by(atoms_[j]) && skipped < 2 && is(j, m::of) && !is(j, m::unit); ++skipped) ++j;
            if (in(j) && near_by(atoms_[j])) {
                const node u = unit_offset(j);
                if (u.what == form::unit_offset && u.unit == 5 && !u.counted && !u.vague) {
                    start(n, i, u.end, form::fields);
                    n.offset = u.offset;
                    n.unit = 5;
                }
            }
            if (n.what == form::none) n = node{};
            return n;
        }
    }
    return n;
}

}}} // namespace matn::v0::detail::when

#endif
