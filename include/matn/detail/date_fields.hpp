// SPDX-License-Identifier: MIT
// Calendar dates of words and numbers: day, month, year and weekday in any order.
#ifndef MATN_DETAIL_DATE_FIELDS_HPP
#define MATN_DETAIL_DATE_FIELDS_HPP

#include <matn/detail/date_reader.hpp>

namespace matn { inline namespace v0 { namespace detail::when {

// Day, month, year and weekday in any order, with small words between.
inline node date_reader::fields(std::size_t i) const {
    node n;
    std::size_t end = i;
    std::size_t components = 0;
    bool day_pending = false; // a number that is a day only if a month follows
    bool year_word = false;
    bool year_strong = false;
    bool weak = true;
    bool month_is_weak = false;
    std::uint8_t small = 0;
    node good;
    if (in_digits(i) && minus_before(i)) return node{}; // -5 January is no day
    if (year_of_years(i)) {
        start(n, i, i + 1, form::fields);
        n.year = static_cast<int>(atoms_[i].value);
        n.year_digits = 2;
        return n;
    }
    std::size_t j = i;
    for (int steps = 0; steps < 16 && in(j); ++steps) {
        const atom& a = atoms_[j];
        const unsigned g = a.gap & 15u;
        if (j > i) {
            if (g == gap_cut || g == gap_line || g == gap_mixed || g == gap_colon || g == gap_group || g == gap_decimal) break;
            if (g == gap_bracket && !(n.weekday != 0 || n.month != 0)) break;
            if (small > 3) break;
        }
        const std::size_t before = components;
        const bool named = a.number == is_composed && a.written == 1 && a.senses > 0 && (is(j, m::month) || is(j, m::weekday));
        if (a.number == is_composed && !named) {
            if (!whole(j)) break;
            if (const int y = year_of_two(j);
                y != 0 && n.year == no_year && (n.month != 0 || (n.weekday == 0 && !day_pending && year_invited(j, j + 2)))) {
                n.year = y;
                n.year_digits = 4;
                ++components;
                year_strong = true;
                small = 0;
                end = j + 2;
                good = n;
                good.at = cover(atoms_[i].at, atoms_[j + 1].at);
                j += 2;
                continue;
            }
            if (j > 0 && n.month == 0 && day_like(j) && atoms_[j].value <= 12 && atoms_[j].kind == 0 &&
                (a.language & arabic) != 0 && near_by(a) && word(j - 1) == "شهر" && !counts_month(j)) { // شهر عشرة
                n.month = static_cast<std::uint8_t>(a.value);
                n.cal = 0;
                weak = false;
                components += day_pending ? 2 : 1;
                day_pending = false;
                small = 0;
                end = j + 1;
                good = n;
                good.at = cover(atoms_[i].at, atoms_[j].at);
                ++j;
                continue;
            }
            if (g == gap_slash && !(n.month != 0 || is(j + 1, m::month))) break;
            if (year_like(j) && n.year == no_year &&
                !(n.day == 0 && n.month == 0 && n.weekday != 0 && (a.language & pashto) == 0)) {
                if (j > i && g == gap_dash && (a.gap & gap_space) != 0) break;
                const bool year_behind =
                    value(j + 1, m::unit) == 8 && near_by(atoms_[j + 1]) && (a.language & (pashto | urdu)) != 0 && a.written == 0;
                if (counts(j) && n.month == 0 && !year_behind) {
                    // "2000 people" is no year; "1399 ماه" neither
                    if (!year_word) break;
                }
                n.year = static_cast<int>(a.value);
                n.year_digits = 4;
                if (day_pending) break;
                ++components;
            } else if (n.month != 0 && n.day != 0 && n.year == no_year && in_digits(j) && a.digits == 4 && a.value >= 3000 &&
                       a.kind == 0 && (g == gap_none || g == gap_comma) && clause_ends(j)) { // Jan 1 3000, 9:30
                n.year = static_cast<int>(a.value);
                n.year_digits = 4;
                ++components;
            } else if (day_like(j) && n.day == 0 && !(n.month != 0 && a.value > 31 && a.digits == 2 && n.year == no_year) &&
                       !(n.month != 0 && (a.flags & number_leading_zero) != 0 && a.digits == 2 && g == gap_quote)) {
                if (counts(j) || (a.written == 1 && a.value > 31 && n.month == 0)) break; // ستون آب: no 60th
                // سرطان یک بیماری است: "one" after a month is no day, nor "one" before a name that is mostly something else
                const std::size_t named_at =
                    (a.language & pashto) != 0 && is(j + 1, m::of) && beside(j + 1) ? j + 2 : j + 1; // دوی په دې: they, in this
                const bool first_of = a.kind == 1 && a.language == english && n.month != 0 && n.weekday == 0 && small == 0 &&
                                      g == gap_none &&
                                      (clause_ends(j) || (in(j + 1) && beside(j + 1) && (year_like(j + 1) || is(j + 1, m::at))));
                if ((a.flags & number_weak) != 0 && !first_of &&
                    (n.month != 0 || (is(named_at, m::month) && weak_word(named_at, m::month))))
                    break;
                if (in(j + 1) && (atoms_[j + 1].gap & 15u) == gap_colon && in_digits(j + 1)) break; // a clock time
                if (g == gap_comma && n.month != 0 && n.year == no_year && components > 1 &&
                    !(ordinal(j) && n.weekday != 0 && small == 0))
                    break; // but Sunday, March, 6th
                if (n.month != 0 && g == gap_dash && (a.gap & gap_space) != 0) break;
                if (n.month == 0) {
                    if (j > i && word(j - 1) == "at") break; // Sat at 5
                    if (a.written != 0 && a.kind == 0 && a.language == english && n.weekday != 0) break;
                    if ((a.flags & number_weak) != 0 && n.weekday != 0) break;
                    n.day = static_cast<int>(a.value);
                    n.begin = static_cast<std::uint32_t>(j);
                    if (const std::size_t k = range_before_month(j); k != 0) {
                        n.last_day = static_cast<int>(atoms_[k].value);
                        day_pending = true;
                        j = k + 1;
                        small = 0;
                        continue;
                    }
                    if (!(n.weekday != 0 && weekday_day(j, g))) day_pending = true;
                    else ++components;
                } else {
                    if (g == gap_comma && (a.language & english) != 0 && !ordinal(j) && n.weekday == 0 && n.year == no_year &&
                        components == 1)
                        break;
                    n.day = static_cast<int>(a.value);
                    ++components;
                    day_range(n, j, end);
                    if (end > j) {
                        j = end - 1;
                    }
                }
            } else if (n.month != 0 && n.day != 0 && n.year == no_year && a.written == 0 && a.digits == 2 && a.kind == 0 &&
                       (g == gap_none || g == gap_comma || g == gap_dash || g == gap_slash || g == gap_dot || g == gap_quote) &&
                       (!counts(j) || ((a.flags & number_leading_zero) != 0 && is(j + 1, m::clock) && whole_clock(j + 1))) &&
                       (small == 0 || (small == 1 && a.value > 31 && word(j - 1) == "of")) && // 15 April of 87
                       !(in(j + 1) && (atoms_[j + 1].gap & 15u) == gap_colon)) {
                if (g == gap_comma && (a.gap & gap_space) != 0 && !(a.flags & number_leading_zero) && a.value < 32 &&
                    a.language == english)
                    break;
                if (g == gap_dash && (a.gap & gap_space) != 0) break;
                n.year = static_cast<int>(a.value);
                n.year_digits = 2;
                ++components;
            } else if (n.month != 0 && n.day == 0 && n.year == no_year && a.written == 0 && a.digits == 2 &&
                       (a.value > 31 || g == gap_quote)) {
                n.year = static_cast<int>(a.value);
                n.year_digits = 2;
                ++components;
            } else {
                break;
            }
        } else if (const auto mo = value(j, m::month); mo && n.month == 0 && !(n.numeric)) {
            if (g == gap_comma && day_pending) break;
            if (j == i && a.at.begin > 0 && text_[a.at.begin - 1] == '$') break; // $DEC: a share
            n.month = static_cast<std::uint8_t>(*mo & 15);
            n.cal = static_cast<std::int8_t>(*mo >> 4);
            month_is_weak = weak_word(j, m::month) || foreign_month(j);
            if (!month_is_weak) weak = false;
            if (small_before(j) && is(j - 1, m::of) && month_word(j - 1)) weak = false;
            ++components;
            if (day_pending) {
                ++components;
                day_pending = false;
            }
            std::size_t k = j;
            other_name(n, k, weak);
            if (k > j) {
                j = k;
                end = k + 1;
                small = 0;
                good = n;
                good.at = cover(atoms_[i].at, atoms_[j].at);
                ++j;
                continue;
            }
        } else if (is(j, m::weekday) &&
                   ((languages_of(a) == english && word(j).size() > 6 && word(j).back() == 's' && !possessive(j)) ||
                    word(j).ends_with("ها") || friday_prayer(j) || dushanbe(j) ||
                    (a.language != urdu && word(j) == "هفته"))) { // a week of Persian, though a Saturday of Urdu
            break;
        } else if (const auto w = value(j, m::weekday);
                   w && n.weekday == 0 && !(weak_word(j, m::weekday) && j > i && n.month == 0)) {
            if (day_pending) break;
            if (weak_word(j, m::weekday) && g == gap_none && j > i && atoms_[j].gap == gap_none) break;
            n.weekday = static_cast<std::uint8_t>(*w);
            if (!weak_word(j, m::weekday)) weak = false;
            ++components;
        } else if (const auto r = value(j, m::rel); r && n.tense == 2 && components > 0 && tense_fits(j, n)) {
            n.tense = static_cast<std::int8_t>(*r);
            ++components;
            weak = false;
        } else if (const auto r0 = value(j, m::rel);
                   r0 && j == i && (is(j + 1, m::month) || is(j + 1, m::weekday)) && beside(j + 1) &&
                   !(is(j + 1, m::unit) && weak_word(j + 1, m::weekday))) { // تېره اونۍ: last week, not Saturday
            n.tense = static_cast<std::int8_t>(*r0);
            if (*r0 == 0 && is(j + 1, m::month) && weak_word(j + 1, m::month) && languages_of(a) == english &&
                !(word(j + 1)[0] >= 'A' && word(j + 1)[0] <= 'Z'))
                return node{}; // this may be
            if (is(j + 1, m::month)) weak = *r0 == 0 && weak_word(j + 1, m::month);
            n.begin = 0;
            ++j;
            continue;
        } else if (const auto y = value(j, m::yearrel); y && n.month != 0 && n.year == no_year) {
            n.year_offset = *y;
            ++components;
        } else if (const auto e = value(j, m::era);
                   e && n.year != no_year && n.era < 0 && (g == gap_none || g == gap_bracket || g == gap_dot) && end == j) {
            n.era = static_cast<std::int8_t>(*e);
            year_strong = true;
            ++components;
        } else if (j > i && is(j, m::era) && languages_of(atoms_[j]) != 0 && year_like(j + 1) && near_by(atoms_[j + 1]) &&
                   n.year == no_year && atoms_[j].at.size() == 2 && word(j) == "AP") { // ICU writes the era before the year
            n.era = 1;
            ++j;
            continue;
        } else if (j > i && (a.language & pashto) != 0 && n.month != 0 && n.day == 0 && word(j) == "تر" && day_like(j + 1) &&
                   near_by(atoms_[j + 1])) { // د وري تر ۱۵مې: until the 15th of it
            ++small;
            ++j;
            continue;
        } else if (day_pending && n.month == 0 && j > i && value(j, m::suffix) == 1 && near_by(a) &&
                   (a.language & (persian | pashto | urdu)) != 0 && in_digits(j - 1)) { // ۹ ام دی
            ++j;
            continue;
        } else if (is(j, m::of) || is(j, m::unit)) {
            // The words for day, month and year, and small words. In Pashto the word for year follows the number.
            const auto u = value(j, m::unit);
            if (u && *u != 3 && *u != 5 && *u != 8) break;
            if (n.tense != 2 && n.weekday != 0 && n.month == 0 && languages_of(atoms_[i]) == english)
                break; // the last Friday of October
            if (g == gap_comma || g == gap_slash) {
                if (j > i) break;
            }
            if (u && *u == 8) {
                year_word = true;
                if (j > i && end == j && n.year != no_year && (a.language & (pashto | urdu)) != 0 && n.month == 0) {
                    ++components; // د ۱۳۹۷ کال
                    year_strong = true;
                    end = ++j;
                    good = n;
                    good.at = cover(atoms_[i].at, atoms_[j - 1].at);
                    small = 0;
                    continue;
                }
                if (j == i && in_digits(j + 1) && atoms_[j + 1].kind == 0 && atoms_[j + 1].digits == 3 && beside(j + 1) &&
                    atoms_[j + 1].value >= 100 && (a.language & (english | arabic)) != 0 && !counts(j + 1)) { // the year 247
                    n.year = static_cast<int>(atoms_[j + 1].value);
                    n.year_digits = 4;
                    year_strong = true;
                    ++components;
                    end = j + 2;
                    j += 2;
                    good = n;
                    good.at = cover(atoms_[i].at, atoms_[end - 1].at);
                    continue;
                }
                const bool year_of =
                    in(j + 2) && beside(j + 1) && beside(j + 2) && word(j + 1) == "of" && year_like(j + 2); // the year of 2008
                if (j == i && !year_of && !(in(j + 1) && near_by(atoms_[j + 1]) && (year_like(j + 1) || two_digit_year(j + 1))))
                    break;
                if (j == i || j > i) {
                    if (in(j + 1) && two_digit_year(j + 1) && near_by(atoms_[j + 1]) && n.year == no_year) {
                        n.year = static_cast<int>(atoms_[j + 1].value);
                        n.year_digits = 2;
                        year_strong = true;
                        ++components;
                        end = j + 2;
                        j += 2;
                        small = 0;
                        good = n;
                        good.at = cover(atoms_[i].at, atoms_[end - 1].at);
                        continue;
                    }
                }
            } else if (j == i) {
                if (u && *u == 5 && near_by(in(j + 1) ? atoms_[j + 1] : a) &&
                    (is(j + 1, m::month) ||
                     (word(j) == "شهر" && (a.language & (persian | pashto | urdu)) == 0 && day_like(j + 1) && in(j + 1)))) {
                    weak = false;
                } else {
                    break;
                }
            }
            ++small;
            ++j;
            continue;
        } else if (is(j, m::article) || is(j, m::and_) || is(j, m::at)) {
            break;
        } else {
            break;
        }
        if (components > before) {
            small = 0;
            end = j + 1;
            good = n;
            good.at = cover(atoms_[i].at, atoms_[j].at);
        } else if (j == i || day_pending) {
            small = 0;
        }
        ++j;
    }
    if (good.weekday == 0 && good.month == 0 && good.year == no_year) return node{};
    const std::size_t stop = end;
    if (stop <= i) return node{};
    node out = good;
    start(out, i, stop, form::fields);
    // میدان هفت تیر, شارع 14 أكتوبر: what is named after a day
    if (out.day != 0 && out.month != 0 && out.year == no_year && out.weekday == 0 && names_place(i))
        out.used = true; // read, and given to nobody
    if (out.month != 0 && out.day == 0 && out.year == no_year && out.weekday == 0 && out.tense == 2 && out.year_offset == 1000 &&
        weak) {
        out.weak = true;
        if (!supported_month(i, stop)) return node{};
    }
    // A common word that is also a month of one calendar, beside a year of another: آب سال ۱۴۰۱, "the water of 1401".
    if (out.month != 0 && out.day == 0 && out.cal == 0 && out.year >= 1200 && out.year <= 1500 && month_is_weak) return node{};
    if (out.month == 0 && out.year == no_year && out.day == 0 && weak && out.tense == 2) {
        out.weak = true; // a weak weekday alone
        if (!supported_weekday(i, stop)) return node{};
    }
    if (out.month == 0 && out.weekday == 0) { // a year alone
        if (out.year == no_year) return node{};
        const bool named = year_word || year_strong || out.era >= 0;
        if (!named && !year_invited(i, stop)) return node{};
        if (out.year_digits == 4 && !named &&
            !(out.year >= 1200 && out.year <= 1500 && (out.language & (persian | pashto)) != 0) &&
            !(out.year >= 1300 && out.year <= 1500 && (out.language & (arabic | urdu)) != 0) &&
            (out.year < 1500 || out.year > 2150))
            return node{};
    }
    if ((out.language & (pashto | urdu)) != 0 && out.day == 0 && out.weekday == 0) { // ۲۰۲۱ کال تر نیمایي, جنوری کے آخر
        std::size_t k = out.end;
        for (int skipped = 0; skipped < 2 && in(k) && near_by(atoms_[k]) && atoms_[k].number == 0 && !is(k, m::mod) &&
                              (is(k, m::of) || is(k, m::to));
             ++skipped)
            ++k;
        if ((out.language & urdu) != 0 && k > out.end && beside(k) && beside(k + 1) &&
            (value(k + 1, m::unit) == 4 || value(k + 1, m::units) == 4)) { // اپریل کے آخری ہفتے
            const int index = word(k) == "آخری" ? 99 : word(k) == "پہلے" ? 1 : ordinal(k) ? static_cast<int>(atoms_[k].value) : 0;
            node week = out;
            week.end = static_cast<std::uint32_t>(k + 2);
            if (index >= 1 && (index <= 5 || index == 99) && out.month != 0) return week_in(week, i, index);
        }
        if (const auto mod = value(k, m::mod); mod && *mod < 4 && in(k) && near_by(atoms_[k]) && k > out.end) {
            out.mod = static_cast<std::uint8_t>(*mod);
            out.end = static_cast<std::uint32_t>(k + 1);
            out.at.end = atoms_[k].at.end;
        }
    }
    return out;
}

// شهریور 02 ساعت 11: the word for hour belongs to the clock time behind it
inline bool date_reader::whole_clock(std::size_t j) const noexcept {
    const std::size_t k = is(j + 1, m::clock) && beside(j + 1) ? j + 2 : j + 1;
    return whole(k) && beside(k) && atoms_[k].value < 25;
}

inline bool date_reader::counts_month(std::size_t j) const noexcept {
    return in(j + 1) && near_by(atoms_[j + 1]) &&
           (is(j + 1, m::units) || (is(j + 1, m::unit) && value(j + 1, m::unit) != 8) || is(j + 1, m::scale));
}

inline bool date_reader::minus_before(std::size_t i) const noexcept {
    const std::size_t b = atoms_[i].at.begin;
    return b > 0 && text_[b - 1] == '-' && (b == 1 || text_[b - 2] == ' ' || text_[b - 2] == '\n') &&
           !(i > 0 && atoms_[i - 1].number != 0);
}

inline bool date_reader::two_digit_year(std::size_t i) const noexcept {
    return in_digits(i) && atoms_[i].digits == 2 && atoms_[i].kind == 0 && !counts(i) &&
           !(in(i + 1) && beside(i + 1) && is(i + 1, m::month)) &&
           (atoms_[i].value >= 30 || (atoms_[i].flags & number_leading_zero) != 0);
}

// سال ۸۸ تا ۹۲, سال‌های ۹۷ و ۹۸: two-digit years behind the word for years, or behind the first of them
inline bool date_reader::year_of_years(std::size_t i) const noexcept {
    if (i == 0 || !in_digits(i) || atoms_[i].digits != 2 || (atoms_[i].language & persian) == 0 || !near_by(atoms_[i]) ||
        !two_digit_year(i))
        return false;
    if (in(i + 1) && (atoms_[i + 1].gap & 15u) == gap_dash && atoms_[i + 1].number != 0) return false;
    if (value(i - 1, m::units) == 8) return true;
    return i > 2 && near_by(atoms_[i - 1]) && near_by(atoms_[i - 2]) && (is(i - 1, m::to) || is(i - 1, m::and_)) &&
           two_digit_year(i - 2) && (value(i - 3, m::units) == 8 || value(i - 3, m::unit) == 8);
}

// "Friday 17", "چهارشنبه ۲۷", "Monday the 3rd": the day of the month beside a weekday.
inline bool date_reader::weekday_day(std::size_t j, unsigned g) const noexcept {
    if (g != gap_none && g != gap_comma && g != gap_bracket) return false;
    if (counts(j) || atoms_[j].value > 31) return false;
    if (ordinal(j) && atoms_[j].written == 1 && atoms_[j].value <= 5 && (atoms_[j].language & arabic) != 0 &&
        definite_article(j) && clause_ends(j) && j + 1 >= atoms_.size())
        return false; // الأحد الثاني: the second Sunday
    if (in_digits(j + 1) && ((atoms_[j + 1].gap & 15u) == gap_slash || atoms_[j + 1].gap == gap_dot)) return false;
    if (in(j + 1) && near_by(atoms_[j + 1])) {
        if (is(j + 1, m::clock) || is(j + 1, m::pod) || is(j + 1, m::ampm) || atoms_[j + 1].number != 0 ||
            (is(j + 1, m::to) && !ordinal(j)))
            return false;
    }
    if (in(j + 1) && (atoms_[j + 1].gap & 15u) == gap_dash && atoms_[j + 1].number != 0) return false;
    // a month may still follow: then it is a day of that month
    return ordinal(j) || atoms_[j].written == 0;
}

inline bool date_reader::tense_fits(std::size_t j, const node& n) const noexcept {
    const unsigned g = atoms_[j].gap & 15u;
    if (g != gap_none) return false;
    const unsigned who = languages_of(atoms_[j]);
    if ((who & english) != 0) return false; // in English it stands before
    // الشهر الماضي goes to the month, not to the weekday before it; and a unit behind it has it for its own
    if ((who & (persian | urdu | pashto)) != 0 && in(j + 1) && near_by(atoms_[j + 1]) &&
        (is(j + 1, m::unit) || is(j + 1, m::units)) && (who & arabic) == 0 && (atoms_[j].language & persian) == 0)
        return false;
    if (atoms_[j].language == persian && value(j, m::rel) == 0) return word(j) == "جاری" || word(j) == "روان";
    return n.month != 0 || n.weekday != 0 || n.year != no_year;
}

// فبراير/شباط, شباط (فبراير): one month by two names.
inline void date_reader::other_name(node& n, std::size_t& j, bool& weak) const noexcept {
    std::size_t k = j + 1;
    if (!in(k)) return;
    const unsigned g = atoms_[k].gap & 15u;
    if (g != gap_slash && g != gap_bracket && g != gap_dash && !(g == gap_none && (atoms_[k].language & arabic) != 0)) return;
    const auto mo = value(k, m::month);
    if (!mo) return;
    const bool same = (*mo & 15) == n.month && (*mo >> 4) == n.cal;
    if (!same) {
        if (g != gap_slash || (*mo >> 4) != n.cal) return; // "March-May" is a range
        if ((atoms_[k].language & arabic) == 0 || languages_of(atoms_[k]) == english) return;
        n.pair_differs = true;
    }
    weak = false;
    j = k;
}

// 5–9 January, دهم و یازدهم فروردین, 10 to 22 August; here the month came first: May 8-10
inline void date_reader::day_range(node& n, std::size_t j, std::size_t& end) const noexcept {
    const std::size_t k = range_word(j + 1);
    if (k == 0 || !day_like(k) || counts(k)) return;
    if (atoms_[k].value <= n.day || atoms_[k].value > 31) return;
    if (in(k + 1) && near_by(atoms_[k + 1]) && is(k + 1, m::month)) return;
    if (in(k + 1) && (atoms_[k + 1].gap & 15u) == gap_colon) return;
    if (in(k + 1) && (atoms_[k + 1].gap & 15u) == gap_dash && atoms_[k + 1].number != 0) return;
    n.last_day = static_cast<int>(atoms_[k].value);
    end = k + 1;
}

// 5–9 January, دهم و یازدهم فروردین: the second day, where a month follows it; else 0.
inline std::size_t date_reader::range_before_month(std::size_t j) const noexcept {
    std::size_t k = range_word(j + 1);
    if (k == 0 && in(j + 1) && near_by(atoms_[j + 1])) {
        if (atoms_[j + 1].clitics == clitic_and) k = j + 1;
        else if (is(j + 1, m::and_) && in(j + 2) && near_by(atoms_[j + 2])) k = j + 2;
    }
    if (k == 0 || !day_like(k) || atoms_[k].value <= atoms_[j].value || atoms_[k].value > 31 || counts(k)) return 0;
    std::size_t mo = k + 1;
    for (int skipped = 0;
         skipped < 2 && in(mo) && near_by(atoms_[mo]) && (is(mo, m::of) || value(mo, m::unit) == 5) && !is(mo, m::month);
         ++skipped)
        ++mo;
    return in(mo) && (near_by(atoms_[mo]) || (atoms_[mo].gap & 15u) == gap_dash) && is(mo, m::month) ? k : 0;
}

// The atom behind a hyphen or a word for "to" at atom j; 0 where there is none.
inline std::size_t date_reader::range_word(std::size_t j) const noexcept {
    if (!in(j)) return 0;
    const unsigned g = atoms_[j].gap & 15u;
    if (g == gap_dash && atoms_[j].number != 0) return j;
    if (g == gap_none && (is(j, m::to) || is(j, m::until)) && in(j + 1)) {
        const std::size_t k = is(j + 1, m::of) && near_by(atoms_[j + 1]) ? j + 2 : j + 1; // to the 10th
        return in(k) && near_by(atoms_[k]) ? k : 0;
    }
    return 0;
}

}}} // namespace matn::v0::detail::when

#endif
