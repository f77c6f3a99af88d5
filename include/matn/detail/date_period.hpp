// SPDX-License-Identifier: MIT
// Named periods: seasons, quarters, decades, weeks, feasts, and what comes again and again.
#ifndef MATN_DETAIL_DATE_PERIOD_HPP
#define MATN_DETAIL_DATE_PERIOD_HPP

#include <matn/detail/date_reader.hpp>

namespace matn { inline namespace v0 { namespace detail::when {

// spring 2021, بهار ۱۳۹۹, this summer
inline node date_reader::season(std::size_t i) const {
    node n;
    std::size_t j = i;
    int tense = 2;
    if (const auto r = value(j, m::rel); r && beside(j + 1)) {
        tense = *r;
        ++j;
    }
    const auto s = value(j, m::season);
    if (!s) return n;
    std::size_t end = j + 1;
    std::size_t k = end;
    while (in(k) && near_by(atoms_[k]) && k < end + 2 && (is(k, m::of) || value(k, m::unit) == 8)) ++k;
    if (in(k) && near_by(atoms_[k]) && year_of_two(k) != 0) { // the spring of nineteen seventy-eight
        n.year = year_of_two(k);
        n.year_digits = 4;
        end = k + 2;
    } else if (in(k) && near_by(atoms_[k]) && year_like(k) && !counts(k)) {
        n.year = static_cast<int>(atoms_[k].value);
        n.year_digits = 4;
        end = k + 1;
    } else if (in(k) && near_by(atoms_[k]) && (atoms_[k].language & persian) != 0 &&
               (k > end ? value(k - 1, m::unit) == 8 : atoms_[k].value > 31) && two_digit_year(k)) { // زمستان سال ۹۸
        n.year = static_cast<int>(atoms_[k].value);
        n.year_digits = 2;
        end = k + 1;
    } else if (in(end) && near_by(atoms_[end]) && value(end, m::rel) && (languages_of(atoms_[end]) & (arabic | persian)) != 0 &&
               tense == 2) {
        tense = *value(end, m::rel);
        ++end;
    } else if (in(end) && near_by(atoms_[end]) && value(end, m::yearrel)) {
        n.year_offset = *value(end, m::yearrel);
        ++end;
    } else if (weak_word(j, m::season) && tense == 2) {
        if (!(j > 0 && near_by(atoms_[j]) && is(j - 1, m::of) && word(j) != "fall" && word(j) != "spring") && !alone(i, end))
            return n;
    } else if ((languages_of(atoms_[j]) & arabic) != 0 && tense == 2 && atoms_[j].at.size() <= 8) {
        return n;
    }
    if (n.year == no_year && n.year_offset == 1000 && tense == 2 && named_season(j, end)) return node{};
    node year = n;
    start(n, i, end, form::season);
    n.year = year.year;
    n.year_digits = year.year_digits;
    n.year_offset = year.year_offset;
    n.index = static_cast<std::uint8_t>(*s + 1);
    n.tense = static_cast<std::int8_t>(tense);
    era_after(n);
    return n;
}

// بهار عربی, الربيع العربي, خیابان بهار: a name, not a season
inline bool date_reader::named_season(std::size_t i, std::size_t end) const noexcept {
    const std::string_view behind = text_.substr(atoms_[end - 1].at.end);
    for (const std::string_view w : {" عرب", " العرب", " پراگ", " براغ"})
        if (behind.starts_with(w)) return true;
    return names_place(i) || text_.substr(0, atoms_[i].at.begin).ends_with("دولت ");
}

// سالی دوبار, روزی سه ساعت: the end of how often or how long; 0 where neither stands behind
inline std::size_t date_reader::times_behind(std::size_t i) const noexcept {
    std::string_view behind = text_.substr(atoms_[i].at.end);
    if (!behind.starts_with(' ') || text_.substr(0, atoms_[i].at.begin).ends_with("چند ")) return 0;
    behind.remove_prefix(1);
    for (const std::string_view w : {"یک", "دو", "سه", "چند", "چهار", "پنج"}) {
        if (!behind.starts_with(w)) continue;
        std::string_view rest = behind.substr(w.size());
        for (const std::string_view gap : {" ", "\u200c"})
            if (rest.starts_with(gap)) {
                rest.remove_prefix(gap.size());
                break;
            }
        if (rest.starts_with("بار") || rest.starts_with("مرتبه") || rest.starts_with("دفعه")) return i + 1;
    }
    if (!whole(i + 1) || !beside(i + 1) || atoms_[i + 1].kind != 0) return 0;
    const node how_long = length(i + 1);
    return how_long.what == form::length && how_long.begin == i + 1 ? how_long.end : 0;
}

// first quarter of 2021, Q1 2021, سه ماهه اول سال ۱۴۰۱, النصف الأول من العام
inline node date_reader::quarter(std::size_t i) const {
    node n;
    std::size_t j = i;
    int index = 0;
    form what = form::quarter;
    if (const auto q = value(j, m::quarterword)) {
        index = *q;
        ++j;
    } else if (const auto h = value(j, m::halfword)) {
        index = *h;
        what = form::half_year;
        ++j;
    } else if (const auto p = value(j, m::quarterprefix);
               p && in(j + 1) && atoms_[j + 1].gap == gap_none && in_digits(j + 1) && atoms_[j + 1].value >= 1 &&
               atoms_[j + 1].value <= std::int64_t{*p == 6 ? 4 : 2} && atoms_[j + 1].digits == 1) {
        index = static_cast<int>(atoms_[j + 1].value);
        what = *p == 6 ? form::quarter : form::half_year;
        j += 2;
    } else if (whole(j) && atoms_[j].value >= 1 && atoms_[j].value <= 4 && atoms_[j].kind == 1 && in(j + 1) &&
               near_by(atoms_[j + 1]) && value(j + 1, m::unit) == 6) {
        index = static_cast<int>(atoms_[j].value);
        j += 2;
    } else if (year_like(j) && in(j + 1) && (near_by(atoms_[j + 1]) || hyphened(atoms_[j + 1])) && is(j + 1, m::quarterprefix) &&
               in_digits(j + 2) && atoms_[j + 2].gap == gap_none && atoms_[j + 2].value >= 1 &&
               atoms_[j + 2].value <= (value(j + 1, m::quarterprefix) == 6 ? 4 : 2)) { // 2019-Q1
        start(n, i, j + 3, value(j + 1, m::quarterprefix) == 6 ? form::quarter : form::half_year);
        n.year = static_cast<int>(atoms_[j].value);
        n.year_digits = 4;
        n.index = static_cast<std::uint8_t>(atoms_[j + 2].value);
        return n;
    } else {
        return n;
    }
    std::size_t end = j;
    std::size_t k = end;
    while (in(k) && (near_by(atoms_[k]) || (k == end && (atoms_[k].gap & 15u) == gap_comma)) && k < end + 3 &&
           atoms_[k].number == 0 && (is(k, m::of) || is(k, m::inpre) || value(k, m::unit) == 8) && !is(k + 1, m::month))
        ++k;
    bool year = false;
    if (in(k) && (near_by(atoms_[k]) || hyphened(atoms_[k]) || (atoms_[k].gap & 15u) == gap_comma) && year_like(k) &&
        !counts(k)) {
        n.year = static_cast<int>(atoms_[k].value);
        n.year_digits = 4;
        end = k + 1;
        year = true;
    } else if (in(k) && near_by(atoms_[k]) && value(k, m::yearrel)) {
        n.year_offset = *value(k, m::yearrel);
        end = k + 1;
        year = true;
    } else if (in(k) && near_by(atoms_[k]) && value(k, m::rel) && value(k + 1, m::unit) == 8) {
        n.year_offset = *value(k, m::rel);
        end = k + 2;
        year = true;
    } else if (k > end && value(k - 1, m::unit) == 8 && in(k) && near_by(atoms_[k]) && value(k, m::rel) &&
               (languages_of(atoms_[k]) & (arabic | persian)) != 0) {
        n.year_offset = *value(k, m::rel);
        end = k + 1;
        year = true;
    } else if (k > end && value(k - 1, m::unit) == 8) {
        end = k;
    }
    if (!year && what == form::quarter && index == 4 && end == j && is(i, m::quarterword) && languages_of(atoms_[i]) == english &&
        (word(i)[0] == 'l' || word(i)[0] == 'L') && !(in(j) && beside(j) && is(j, m::of))) { // last quarter: the one before this
        start(n, i, j, form::unit_offset);
        n.unit = 6;
        n.offset = -1;
        return n;
    }
    if (!year && what == form::half_year && is(i, m::quarterprefix) && !alone(i, end)) return n; // H2 alone is hydrogen
    if (!year && what == form::half_year && !is(i, m::quarterprefix)) {
        // نیمه دوم فروردین, the first half of May: half of something else
        k = j;
        for (int skipped = 0; in(k) && near_by(atoms_[k]) && skipped < 2 && is(k, m::of) && !is(k, m::month); ++skipped) ++k;
        if (in(k) && near_by(atoms_[k]) && is(k, m::month)) {
            node month = fields(k);
            if (month.what == form::none || month.day != 0) return n;
            node out = month;
            start(out, i, month.end, form::fields);
            out.mod = index == 1 ? 1 : 3;
            out.index = static_cast<std::uint8_t>(index);
            out.weak = false;
            return out;
        }
        if (!(end > j)) return n;
    }
    const node year_part = n;
    start(n, i, end, what);
    n.year = year_part.year;
    n.year_digits = year_part.year_digits;
    n.year_offset = year_part.year_offset;
    n.index = static_cast<std::uint8_t>(index);
    era_after(n);
    return n;
}

// تسعينيات القرن الماضي, دهه شصت قرن بیستم: the century of a decade, by its number or counted from the one that people of our time are in.
inline void date_reader::of_century(node& n) const noexcept {
    std::size_t k = n.end;
    for (int skipped = 0; in(k) && near_by(atoms_[k]) && skipped < 2 && is(k, m::of) && !is(k, m::unit); ++skipped) ++k;
    if (!in(k) || !near_by(atoms_[k]) || !beside(k + 1)) return;
    // English says which before the word, the others behind it.
    const bool before = languages_of(atoms_[n.begin]) == english;
    const std::size_t which = before ? k : k + 1, end = k + 2;
    if (value(before ? k + 1 : k, m::unit) != 10) return;
    int century = 0;
    if (const auto r = value(which, m::rel)) century = 21 + *r;
    else if (whole(which)) century = static_cast<int>(atoms_[which].value);
    if (century < 11 || century > 22) return;
    n.year = (century - 1) * 100 + n.year % 100;
    n.year_digits = 4;
    n.cal = 0;
    n.end = static_cast<std::uint32_t>(end);
    n.at.end = atoms_[end - 1].at.end;
}

// 1990s, the nineties, دهه ۹۰, the 21st century, week 31
inline node date_reader::decade(std::size_t i) const {
    node n;
    if (const auto w = value(i, m::decadeword)) {
        start(n, i, i + 1, form::decade);
        n.year = 1900 + *w;
        n.cal = 0;
        of_century(n);
        return n;
    }
    if (in_digits(i) && atoms_[i].kind == 0 && (atoms_[i].value % 10) == 0 && in(i + 1) && value(i + 1, m::suffix) == 2 &&
        (atoms_[i + 1].gap == gap_none || atoms_[i + 1].gap == gap_quote) &&
        (atoms_[i].digits == 4 || (atoms_[i].digits == 2 && atoms_[i].value >= 10))) {
        start(n, i, i + 2, form::decade);
        n.year = static_cast<int>(atoms_[i].value);
        if (atoms_[i].digits == 2) n.year += n.year < 30 ? 2000 : 1900;
        n.cal = 0;
        return n;
    }
    if (in_digits(i) && atoms_[i].digits == 4 && atoms_[i].value % 10 == 0 && (atoms_[i].language & (urdu | pashto)) != 0) {
        std::size_t k = i + 1; // 1990 کی دہائی, د ۱۹۹۰مې لسیزې
        while (in(k) && near_by(atoms_[k]) && k < i + 3 && (is(k, m::of) || is(k, m::suffix))) ++k;
        if (in(k) && near_by(atoms_[k]) && (value(k, m::unit) == 9 || value(k, m::units) == 9)) {
            start(n, i, k + 1, form::decade);
            n.year = static_cast<int>(atoms_[i].value);
            n.year_digits = 4;
            return n;
        }
    }
    if ((value(i, m::unit) == 9 || value(i, m::units) == 9) && in(i + 1) && near_by(atoms_[i + 1]) && whole(i + 1) &&
        atoms_[i + 1].value % 10 == 0 && atoms_[i + 1].value >= 10 && (atoms_[i].language & (persian | arabic)) != 0) {
        start(n, i, i + 2, form::decade);
        n.year = static_cast<int>(atoms_[i + 1].value);
        n.year_digits = static_cast<std::uint8_t>(atoms_[i + 1].value < 100 ? 2 : 4);
        era_after(n);
        if (n.year < 100 && n.era < 0) of_century(n);
        return n;
    }
    if (ordinal(i) && in(i + 1) && near_by(atoms_[i + 1]) && value(i + 1, m::unit) == 10 &&
        (languages_of(atoms_[i + 1]) == english || (atoms_[i + 1].language & (urdu | pashto)) != 0) && atoms_[i].value <= 30) {
        start(n, i, i + 2, form::century); // بیسویں صدی
        n.index = static_cast<std::uint8_t>(atoms_[i].value);
        return n;
    }
    if (value(i, m::unit) == 10 && languages_of(atoms_[i]) != english && in(i + 1) && near_by(atoms_[i + 1]) && whole(i + 1) &&
        atoms_[i + 1].value <= 30 && atoms_[i + 1].value >= 1) {
        start(n, i, i + 2, form::century);
        n.index = static_cast<std::uint8_t>(atoms_[i + 1].value);
        era_after(n);
        return n;
    }
    if (value(i, m::unit) == 4 && languages_of(atoms_[i]) == english && in(i + 1) && atoms_[i + 1].gap == gap_space &&
        in_digits(i + 1) && atoms_[i + 1].kind == 0 && atoms_[i + 1].value >= 1 && atoms_[i + 1].value <= 53 &&
        !counts(i + 1)) { // week 31
        std::size_t end = i + 2;
        std::size_t k = end;
        while (in(k) && near_by(atoms_[k]) && k < end + 2 && is(k, m::of)) ++k;
        int year = no_year;
        if (in(k) && near_by(atoms_[k]) && year_like(k)) {
            year = static_cast<int>(atoms_[k].value);
            end = k + 1;
        }
        int years = 1000;
        if (in(k) && near_by(atoms_[k]) && value(k, m::rel) && value(k + 1, m::unit) == 8 && near_by(atoms_[k + 1])) {
            years = *value(k, m::rel); // week 27 of last year
            end = k + 2;
        }
        start(n, i, end, form::week);
        n.year_offset = years;
        n.index = static_cast<std::uint8_t>(atoms_[i + 1].value);
        n.year = year;
        n.year_digits = 4;
        return n;
    }
    return n;
}

// the week of October 7th, the week starting on February 4, أسبوع 30 نوفمبر, the weekend of Halloween
inline node date_reader::week_of(std::size_t i) const {
    node n;
    const auto u = value(i, m::unit);
    if (u.value_or(0) != 4 && u.value_or(0) != 12) return n; // a week or a weekend
    std::size_t k = i + 1;
    if (!beside(k)) return n;
    const bool english_word = languages_of(atoms_[i]) == english;
    if (english_word) {
        if (!(is(k, m::of) || is(k, m::since) || is(k, m::mod) || is(k, m::from))) return n;
        if (is(k, m::mod) && word(k) != "beginning") return n;
        ++k;
        if (is(k, m::of) && beside(k)) ++k;
        if (!beside(k)) return n;
    } else if ((atoms_[i].language & arabic) == 0) {
        return n;
    }
    node inner = fields(k);
    if (inner.what == form::none || inner.day == 0) inner = holiday(k);
    if (inner.what == form::none || inner.day == 0) {
        if (const node d = nth(k); d.what == form::fields && d.day != 0) inner = d;
        else if (inner.what != form::holiday) return n;
    }
    n = inner;
    start(n, i, inner.end, inner.what);
    n.direction = 3;
    n.unit = static_cast<std::uint8_t>(*u);
    if (n.month == 0 && n.what == form::fields) n.unit = static_cast<std::uint8_t>(*u == 12 ? 12 : 4);
    return n;
}

inline node date_reader::holiday(std::size_t i) const {
    node n;
    std::size_t at = i;
    int tense = 2;
    if (is(i, m::rel) && is(i + 1, m::holiday) && beside(i + 1) && languages_of(atoms_[i]) == english) {
        tense = *value(i, m::rel);
        at = i + 1;
    }
    auto h = value(at, m::holiday);
    if (!h) return n;
    if (atoms_[at].word == users_word) h = static_cast<int>(atoms_[at].value);
    std::size_t end = at + 1;
    std::size_t k = end;
    while (in(k) && near_by(atoms_[k]) && k < end + 2 && (is(k, m::of) || value(k, m::unit) == 8)) ++k;
    int year = no_year;
    int offset = 1000;
    if (in(k) && near_by(atoms_[k]) && year_like(k) && (!counts(k) || value(k + 1, m::unit) == 12)) {
        year = static_cast<int>(atoms_[k].value);
        end = k + 1;
    } else if (in(end) && near_by(atoms_[end]) && value(end, m::yearrel)) {
        offset = *value(end, m::yearrel);
        ++end;
    } else if (in(k) && near_by(atoms_[k]) && value(k, m::rel) && value(k + 1, m::unit) == 8 && near_by(atoms_[k + 1])) {
        offset = *value(k, m::rel);
        end = k + 2;
    }
    start(n, i, end, form::holiday);
    n.feast = static_cast<std::uint16_t>(*h);
    n.year = year;
    n.year_digits = 4;
    n.year_offset = offset;
    n.tense = static_cast<std::int8_t>(tense);
    if (value(end, m::unit) == 12 && beside(end) && languages_of(atoms_[end]) == english) { // Labor Day weekend
        n.direction = 3;
        n.unit = 12;
        n.end = static_cast<std::uint32_t>(end + 1);
        n.at.end = atoms_[end].at.end;
    }
    return n;
}

// every Monday, each two days, daily
inline node date_reader::often(std::size_t i) const {
    node n;
    if (const auto o = value(i, m::often)) {
        const std::size_t stop = weak_word(i, m::often) ? times_behind(i) : i + 1;
        if (stop == 0) return n;
        start(n, i, stop, form::set);
        n.unit = static_cast<std::uint8_t>(*o);
        n.months = unit_months[*o];
        n.seconds = unit_seconds[*o];
        return n;
    }
    if (value(i, m::weekday) && languages_of(atoms_[i]) == english && word(i).back() == 's' && word(i).size() > 5 &&
        !possessive(i)) { // on Mondays
        start(n, i, i + 1, form::set);
        n.weekday = static_cast<std::uint8_t>(*value(i, m::weekday));
        return n;
    }
    if (value(i, m::weekday) && word(i).ends_with("ها")) { // جمعه‌ها, شنبه ها
        start(n, i, i + 1, form::set);
        n.weekday = static_cast<std::uint8_t>(*value(i, m::weekday));
        return n;
    }
    if (const auto by = value(i, m::unit); by && (atoms_[i].language & persian) != 0 && in(i + 2) && word(i + 1) == "به" &&
                                           near_by(atoms_[i + 1]) && near_by(atoms_[i + 2]) && value(i + 2, m::unit) == by) {
        start(n, i, i + 3, form::set); // دقیقه به دقیقه, روز به روز
        n.unit = static_cast<std::uint8_t>(*by);
        n.months = unit_months[*by];
        n.seconds = unit_seconds[*by];
        return n;
    }
    if (value(i, m::units) == 3 && is(i + 1, m::weekday) && beside(i + 1) && languages_of(atoms_[i]) != english) { // أيام الأحد
        start(n, i, i + 2, form::set);
        n.weekday = static_cast<std::uint8_t>(*value(i + 1, m::weekday));
        return n;
    }
    if (!is(i, m::every) || !beside(i + 1)) return n;
    std::size_t k = i + 1;
    if (is(k, m::rel)) return n;
    int count = value(i, m::every) == 2 ? 2 : 1; // every other Friday
    if (whole(k) && atoms_[k].value > 0 && atoms_[k].value < 1000 && beside(k + 1)) {
        count = static_cast<int>(atoms_[k].value);
        ++k;
    }
    if (value(k, m::unit) == 3 && is(k + 1, m::weekday) && beside(k + 1)) ++k; // كل يوم اثنين
    if (const auto w = value(k, m::weekday);
        w && !(weak_word(k, m::weekday) && is(k, m::unit))) { // هفته is Saturday in Urdu, too
        start(n, i, k + 1, form::set);
        n.weekday = static_cast<std::uint8_t>(*w);
        n.count = count;
        return n;
    }
    auto u = value(k, m::unit);
    if (!u) u = value(k, m::units);
    if (!u && (atoms_[k].language & (persian | urdu)) != 0) u = value(k, m::aged); // هر ساله, ہر سالہ
    if (!u && value(k, m::dualunit)) {                                             // كل يومين
        u = value(k, m::dualunit);
        count = 2;
    }
    if (u) {
        if (word(i) == "per") return n;
        start(n, i, k + 1, form::set);
        n.unit = static_cast<std::uint8_t>(*u);
        n.months = count * unit_months[*u];
        n.seconds = count * unit_seconds[*u];
        for (const std::string_view once : {" یک بار", " یکبار", " یک‌بار"}) // هر سه روز یک بار
            if (text_.substr(n.at.end).starts_with(once)) {
                n.at.end += static_cast<offset>(once.size());
                if (in(k + 1) && atoms_[k + 1].at.begin < n.at.end) n.end = static_cast<std::uint32_t>(k + 2);
                break;
            }
        return n;
    }
    if (const auto p = value(k, m::pod); p && *p < 7) {
        start(n, i, k + 1, form::set);
        n.unit = 3;
        n.part = static_cast<std::int8_t>(*p);
        n.seconds = 86400;
    }
    return n;
}

}}} // namespace matn::v0::detail::when

#endif
