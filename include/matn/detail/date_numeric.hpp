// SPDX-License-Identifier: MIT
// Calendar dates written in digits alone: 21/11/2020, 1399-01-26, 06/2004.
#ifndef MATN_DETAIL_DATE_NUMERIC_HPP
#define MATN_DETAIL_DATE_NUMERIC_HPP

#include <matn/detail/date_reader.hpp>

namespace matn { inline namespace v0 { namespace detail::when {

// 21/11/2020, 1399-01-26, 14.4.2020, 2013-02, 06/2004
inline node date_reader::numeric_date(std::size_t i) const {
    node n;
    if (!in_digits(i) || atoms_[i].kind == 1) return n;
    const auto separator = [&](std::size_t k) { return in_digits(k) ? atoms_[k].gap & 15u : 0u; };
    const unsigned sep = separator(i + 1);
    if (sep == gap_none && separator(i + 2) == gap_none && in_digits(i + 2) && !in_digits(i + 3) &&
        !(i > 0 && in_digits(i - 1)) && atoms_[i + 1].digits == 2 && atoms_[i + 1].kind == 0 && atoms_[i + 2].kind == 0 &&
        clause_ends(i + 2) &&
        (alone(i, i + 3) || (i > 0 && beside(i) && (word(i - 1) == "on" || word(i - 1) == "On")))) { // 31 10 1974
        const bool year_first = year_like(i) && atoms_[i + 2].digits == 2;
        const std::size_t y = year_first ? i : i + 2;
        std::int64_t d = atoms_[year_first ? i + 2 : i].value;
        std::int64_t mo = atoms_[i + 1].value;
        if (!year_like(y) || (!year_first && atoms_[i].digits > 2)) return n;
        if (!year_first) day_and_month(d, mo);
        if (mo < 1 || mo > 12 || d < 1 || d > 31) return n;
        start(n, i, i + 3, form::fields);
        n.year = static_cast<int>(atoms_[y].value);
        n.year_digits = 4;
        n.month = static_cast<std::uint8_t>(mo);
        n.day = static_cast<int>(d);
        n.numeric = true;
        return n;
    }
    if (sep != gap_slash && sep != gap_dash && sep != gap_dot) return n;
    const bool spaced = (atoms_[i + 1].gap & gap_space) != 0;
    if (i > 0 && in_digits(i - 1) && (atoms_[i].gap & 15u) == sep && ((atoms_[i].gap & gap_space) != 0) == spaced) return n;
    const std::int64_t a = atoms_[i].value;
    const std::int64_t b = atoms_[i + 1].value;
    if (separator(i + 2) == sep && ((atoms_[i + 2].gap & gap_space) != 0) == spaced && atoms_[i + 2].kind == 0) {
        const std::int64_t c = atoms_[i + 2].value;
        if (separator(i + 3) == sep && ((atoms_[i + 3].gap & gap_space) != 0) == spaced) return n; // 192.168.1.2
        const unsigned da = atoms_[i].digits;
        const unsigned dc = atoms_[i + 2].digits;
        if (atoms_[i + 1].digits > 2) return n;
        std::int64_t y = 0;
        std::int64_t mo = b;
        std::int64_t d = 0;
        unsigned digits = 0;
        if (da == 4 && dc <= 2) {
            y = a;
            digits = 4;
            d = c;
        } else if (dc == 4 && da <= 2) {
            y = c;
            digits = 4;
            d = a;
            day_and_month(d, mo);
        } else if (da == 2 && dc <= 2 && a > 31) {
            y = a;
            digits = 2;
            d = c;
        } else if (da <= 2 && dc == 2) {
            if (spaced && sep == gap_dash) return n;
            if (sep == gap_dot && ((da == 1 && atoms_[i + 1].digits == 1) || versioned(i))) return n; // a version or a section
            y = c;
            digits = 2;
            d = a;
            day_and_month(d, mo);
            if (mo < 1 || mo > 12 || d < 1 || d > 31) return n;
        } else {
            return n;
        }
        if (digits == 4 && (mo > 12 || mo < 1 || d > 31 || d < 1)) {
            if (y < 1000 || mo > 40 || d > 40) return n;
            if (mo > 12 && d > 12) return n; // 15/28/2022: no month in either order, so it is no date
        }
        start(n, i, i + 3, form::fields);
        n.year = static_cast<int>(y);
        n.year_digits = static_cast<std::uint8_t>(digits);
        n.month = static_cast<std::uint8_t>(mo == 0 ? 99 : mo); // no such month, no such day: marked later
        n.day = static_cast<int>(d == 0 ? 99 : d);
        n.numeric = true;
        era_after(n);
        iso_clock(n);
        return n;
    }
    const unsigned da = atoms_[i].digits;
    const unsigned db = atoms_[i + 1].digits;
    if (spaced) { // 2016 - 11, 11 - 2016 at the end of a clause
        const bool year_first = da == 4;
        const std::size_t y = year_first ? i : i + 1;
        const std::size_t mo = year_first ? i + 1 : i;
        if (sep != gap_dash || !year_like(y) || atoms_[y].value < 1500 || atoms_[y].value > 2150 || atoms_[mo].digits != 2 ||
            atoms_[mo].value < 1 || atoms_[mo].value > 12 || !clause_ends(i + 1))
            return n;
        start(n, i, i + 2, form::fields);
        n.month = static_cast<std::uint8_t>(atoms_[mo].value);
        n.year = static_cast<int>(atoms_[y].value);
        n.year_digits = 4;
        n.numeric = true;
        return n;
    }
    if (sep == gap_slash && da == 2 && db == 2 && in_digits(i + 2) && (atoms_[i + 2].gap & 15u) == gap_comma &&
        (year_like(i + 2) || (atoms_[i + 2].gap == gap_comma && atoms_[i + 2].digits == 2 && atoms_[i + 2].kind == 0)) &&
        clause_ends(i + 2)) { // 08/12, 2015; 08/12,15
        std::int64_t d = a;
        std::int64_t mo = b;
        day_and_month(d, mo);
        if (mo < 1 || mo > 12 || d < 1 || d > 31) return n;
        start(n, i, i + 3, form::fields);
        n.month = static_cast<std::uint8_t>(mo);
        n.day = static_cast<int>(d);
        n.year = static_cast<int>(atoms_[i + 2].value);
        n.year_digits = atoms_[i + 2].digits;
        n.numeric = true;
        return n;
    }
    if (sep != gap_dot && da <= 2 && db == 4 && a >= 1 && a <= 12 && year_like(i + 1)) { // 06/2004
        start(n, i, i + 2, form::fields);
        n.month = static_cast<std::uint8_t>(a);
        n.year = static_cast<int>(b);
        n.year_digits = 4;
        n.numeric = true;
    } else if (sep != gap_dot && da == 4 && (db == 2 || sep == gap_slash) && db <= 2 && year_like(i) && b >= 1 &&
               b <= 12) { // 2013-02, 2015/3
        start(n, i, i + 2, form::fields);
        n.month = static_cast<std::uint8_t>(b);
        n.year = static_cast<int>(a);
        n.year_digits = 4;
        n.numeric = true;
    } else if (sep != gap_dot && da <= 2 && db <= 2 && a >= 1 && b >= 1) { // 8/10 after "on", or alone
        std::int64_t d = a;
        std::int64_t mo = b;
        day_and_month(d, mo);
        if (sep == gap_dash && a <= 12 && b <= 12 && i > 0 && beside(i) && is(i - 1, m::weekday) &&
            languages_of(atoms_[i - 1]) == english)
            return n; // Monday 3-8: from three to eight
        const bool invited =
            (i > 0 && beside(i) &&
             (is(i - 1, m::of) || is(i - 1, m::before) || is(i - 1, m::since) || is(i - 1, m::until) || is(i - 1, m::weekday) ||
              is(i - 1, m::after) || is(i - 1, m::from)) &&
             !is(i - 1, m::article)) ||
            (sep == gap_slash && i > 0 && beside(i) && value(i - 1, m::rel) == 0 &&
             languages_of(atoms_[i - 1]) == english) || // this 5/12
            (sep == gap_slash && in(i + 3) && beside(i + 2) && word(i + 2) == "at" && whole(i + 3) && beside(i + 3) &&
             (ampm_at(i + 4) >= 0 || (in_digits(i + 4) && atoms_[i + 4].gap == gap_colon))) || // 1/8 at 12pm
            (sep == gap_slash && separator(i + 2) == gap_dash && separator(i + 3) == gap_slash && separator(i + 4) == gap_slash &&
             year_like(i + 4)) || // 10/1-11/2/2017
            alone(i, i + 2);
        const bool plain = sep == gap_slash && (a > 12 || b > 12) && da == 2 && db == 2 && !counts(i + 1) &&
                           !(in(i + 2) && is(i + 2, m::percent));
        if ((!invited && !plain) || mo > 12 || d > 31 ||
            (in_digits(i + 2) && !near_by(atoms_[i + 2]) && separator(i + 2) != gap_dash) || mo < 1 || d < 1)
            return n;
        if (counts(i + 1)) return n;
        start(n, i, i + 2, form::fields);
        n.month = static_cast<std::uint8_t>(mo);
        n.day = static_cast<int>(d);
        n.numeric = true;
        if (n.cal < 0) n.cal = 0;
    }
    return n;
}

// d/m or m/d: what the numbers leave open, the option says.
inline void date_reader::day_and_month(std::int64_t& d, std::int64_t& mo) const noexcept {
    if (options_.order == date_order::month_first) std::swap(d, mo);
    if (mo > 12 && d <= 12) std::swap(d, mo);
}

// Whether a mark or the end of the text stands right behind an atom.
inline bool date_reader::clause_ends(std::size_t i) const noexcept {
    const std::size_t e = atoms_[i].at.end;
    return e >= text_.size() || text_[e] == ',' || text_[e] == ';' || text_[e] == ')' || text_[e] == '\n' || text_[e] == '?' ||
           text_[e] == '!' || (text_[e] == '.' && (e + 1 >= text_.size() || text_[e + 1] == ' ' || text_[e + 1] == '\n'));
}

// Version: 1.10.30
inline bool date_reader::versioned(std::size_t i) const noexcept {
    std::string_view before = text_.substr(0, atoms_[i].at.begin);
    while (before.ends_with(' ') || before.ends_with(':')) before.remove_suffix(1);
    return before.ends_with("ersion") || before.ends_with("elease") || before.ends_with(" v") || before == "v";
}

inline bool date_reader::alone(std::size_t i, std::size_t end) const noexcept {
    const auto blank = [](std::string_view s) { return s.find_first_not_of(" \t\r\n.!?") == std::string_view::npos; };
    return blank(text_.substr(0, atoms_[i].at.begin)) && blank(text_.substr(atoms_[end - 1].at.end));
}

// 2020-04-14T12:30:00Z: the T is a letter between digits, so the scan cut there.
inline void date_reader::iso_clock(node& n) const noexcept {
    const std::size_t end = n.at.end;
    if (end + 5 >= text_.size() || (text_[end] != 'T' && text_[end] != 't')) return;
    const auto two = [&](std::size_t p) {
        const unsigned x = static_cast<unsigned char>(text_[p]) - '0';
        const unsigned y = static_cast<unsigned char>(text_[p + 1]) - '0';
        return x < 10 && y < 10 ? static_cast<int>(x * 10 + y) : -1;
    };
    const int h = two(end + 1);
    if (h < 0 || h > 24 || text_[end + 3] != ':') return;
    const int mi = two(end + 4);
    if (mi < 0 || mi > 59 || (h == 24 && mi != 0)) return; // 24:00 is the end of the day
    n.clock = h * 3600 + mi * 60;
    n.clock_sure = true;
    std::size_t stop = end + 6;
    if (stop + 2 < text_.size() && text_[stop] == ':' && two(stop + 1) >= 0 && two(stop + 1) <= (h == 24 ? 0 : 59)) {
        n.clock += two(stop + 1);
        stop += 3;
        if (stop < text_.size() && text_[stop] == '.') {
            ++stop;
            while (stop < text_.size() && text_[stop] >= '0' && text_[stop] <= '9') ++stop;
        }
    }
    if (stop < text_.size() && text_[stop] == 'Z') ++stop;
    n.at.end = static_cast<offset>(stop);
    while (n.end < atoms_.size() && atoms_[n.end].at.begin < stop) ++n.end;
}

// هـ, ق, خورشیدی, م, AD behind a year.
inline void date_reader::era_after(node& n) const noexcept {
    const std::size_t i = n.end;
    if (!in(i)) return;
    const unsigned g = atoms_[i].gap & 15u;
    if (g != gap_none && g != gap_bracket && g != gap_dot) return;
    const auto e = value(i, m::era);
    if (!e) return;
    if (is(i, m::ampm) && n.clock >= 0) return;
    n.era = static_cast<std::int8_t>(*e);
    n.end = static_cast<std::uint32_t>(i + 1);
    n.at.end = atoms_[i].at.end;
}

}}} // namespace matn::v0::detail::when

#endif
