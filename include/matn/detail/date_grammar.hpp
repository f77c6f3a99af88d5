// SPDX-License-Identifier: MIT
// Finds the expressions of time among the atoms of a text: parts first, then what they make together.
#ifndef MATN_DETAIL_DATE_GRAMMAR_HPP
#define MATN_DETAIL_DATE_GRAMMAR_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/date_node.hpp>

#include <span>

namespace matn { inline namespace v0 { namespace detail::when {

inline constexpr double unit_seconds[] = {1, 60, 3600, 86400, 604800, 0, 0, 0, 0, 0, 0, 1209600, 172800, 0, 0.001, 0, 0};
inline constexpr double unit_months[] = {0, 0, 0, 0, 0, 1, 3, 6, 12, 120, 1200, 0, 0, 12000, 0, 6, 3};

class date_reader {
public:
    date_reader(std::string_view text, std::span<const atom> atoms, const date_options& options, buffer<node>& out)
        : text_(text), atoms_(atoms), options_(options), out_(out) {}

    void run() {
        out_.clear();
        for (std::size_t i = 0; i < atoms_.size();) {
            node best;
            read(i, best);
            if (best.what == form::none) {
                ++i;
                continue;
            }
            out_.push_back(best);
            i = best.end;
        }
        merge();
    }

private:
    using m = meaning;

    // --- What stands at an atom.
    [[nodiscard]] bool in(std::size_t i) const noexcept { return i < atoms_.size(); }
    [[nodiscard]] bool is(std::size_t i, meaning what) const noexcept {
        if (i >= atoms_.size()) return false;
        return spoken(atoms_[i], what);
    }
    [[nodiscard]] static bool spoken(const atom& a, meaning what) noexcept {
        return (a.means >> static_cast<unsigned>(what) & 1u) != 0;
    }
    [[nodiscard]] static bool heard(const sense& x, const atom& a) noexcept {
        return a.language == 0 || (x.flags & (english | a.language)) != 0 || (languages_of(a) & a.language) == 0;
    }
    [[nodiscard]] std::optional<int> value(std::size_t i, meaning what) const noexcept {
        if (i >= atoms_.size() || !spoken(atoms_[i], what)) return std::nullopt;
        return value_of(atoms_[i], what);
    }
    [[nodiscard]] bool weak_word(std::size_t i, meaning what) const noexcept {
        const atom& a = atoms_[i];
        bool any = false;
        for (unsigned s = 0; s < a.senses; ++s) {
            const sense x = sense_at(a.first_sense + s);
            if (x.what != what || !heard(x, a)) continue;
            if (!x.weak()) return false;
            any = true;
        }
        return any;
    }
    [[nodiscard]] bool beside(std::size_t i) const noexcept { return i < atoms_.size() && near_by(atoms_[i]); }
    [[nodiscard]] bool close(std::size_t i) const noexcept { // a comma or hyphen is as good
        if (i >= atoms_.size()) return false;
        const unsigned g = atoms_[i].gap & 15u;
        return g == gap_none || g == gap_comma || g == gap_dash;
    }
    // A whole number that is no percent and no clock.
    [[nodiscard]] bool whole(std::size_t i) const noexcept {
        return i < atoms_.size() && atoms_[i].number == is_composed && atoms_[i].exponent >= 0 && atoms_[i].value >= 0 &&
               atoms_[i].kind < 2 && (atoms_[i].flags & (number_overflow | number_underflow | number_grouped)) == 0 &&
               atoms_[i].places == 0 && atoms_[i].exponent == 0;
    }
    [[nodiscard]] bool ordinal(std::size_t i) const noexcept { return whole(i) && atoms_[i].kind == 1; }
    [[nodiscard]] bool in_digits(std::size_t i) const noexcept { return whole(i) && atoms_[i].written == 0; }
    [[nodiscard]] bool language(std::size_t i, unsigned who) const noexcept {
        return i < atoms_.size() && (atoms_[i].language & who) != 0;
    }
    [[nodiscard]] std::string_view word(std::size_t i) const noexcept { return atoms_[i].at.of(text_); }

    // A number that could be a year: four digits, or words of that size.
    [[nodiscard]] bool year_like(std::size_t i) const noexcept {
        if (!whole(i) || atoms_[i].kind == 1) return false;
        const std::int64_t v = atoms_[i].value;
        if (atoms_[i].written == 0) return atoms_[i].digits == 4 && v >= 1000 && v <= 2999;
        return v >= 1000 && v <= 2200;
    }
    // nineteen ninety-nine, twenty fifteen: two numbers in words; the year, or 0
    [[nodiscard]] int year_of_two(std::size_t i) const noexcept {
        if (!whole(i) || !whole(i + 1) || atoms_[i].written != 1 || atoms_[i + 1].written != 1 || atoms_[i].kind != 0 ||
            atoms_[i + 1].kind != 0)
            return 0;
        if (!near_by(atoms_[i + 1]) || atoms_[i].language != english) return 0;
        const std::int64_t a = atoms_[i].value;
        const std::int64_t b = atoms_[i + 1].value;
        return a >= 17 && a <= 20 && b >= 10 && b <= 99 ? static_cast<int>(a * 100 + b) : 0;
    }
    [[nodiscard]] bool day_like(std::size_t i) const noexcept {
        return whole(i) && atoms_[i].value >= 1 && atoms_[i].value <= 99 && (atoms_[i].written != 0 || atoms_[i].digits <= 2);
    }
    // What is counted stands behind: such a number is no day.
    [[nodiscard]] bool counts(std::size_t i) const noexcept {
        if (!beside(i + 1)) return false;
        const atom& b = atoms_[i + 1];
        if (spoken(b, m::units) || spoken(b, m::counter) || b.word == scanner::percent_word || spoken(b, m::percent) ||
            spoken(b, m::ampm) || spoken(b, m::aged))
            return true;
        if (spoken(b, m::clock) && (b.language & arabic) != 0 && word(i + 1).substr(0, 4) == "ال")
            return false; // 21/09 الساعة 1:30
        if (spoken(b, m::clock) && !spoken(b, m::unit)) return true;
        if (const auto u = value(i + 1, m::unit)) return *u <= 4 || (*u >= 5 && !month_after(i + 1));
        return false;
    }
    // "۲۹ ماه فبروری", "۷ شهر أيار": the word for month, then a month.
    [[nodiscard]] bool month_after(std::size_t i) const noexcept {
        if (is(i, m::of)) {
            std::size_t j = i + 1;
            for (int k = 0; k < 2 && in(j) && beside(j); ++k, ++j)
                if (is(j, m::month) || year_like(j)) return true;
        }
        return false;
    }

    void start(node& n, std::size_t i, std::size_t end, form what) const noexcept {
        n.what = what;
        n.begin = static_cast<std::uint32_t>(i);
        n.end = static_cast<std::uint32_t>(end);
        n.at = cover(atoms_[i].at, atoms_[end - 1].at);
        n.language = atoms_[i].language;
    }
    static void longer(node& best, const node& n) noexcept {
        if (n.what != form::none && (best.what == form::none || n.end > best.end || (n.end == best.end && n.begin < best.begin)))
            best = n;
    }

    void read(std::size_t i, node& best) const {
        if (atoms_[i].number == is_composed) {
            longer(best, numeric_date(i));
            longer(best, clock(i));
            longer(best, clock_range(i));
            longer(best, day_run(i));
            longer(best, fields(i));
            longer(best, length(i));
            longer(best, counted_unit_offset(i));
            longer(best, counted_weekday(i));
            longer(best, decade(i));
            longer(best, quarter(i));
            longer(best, nth(i));
        }
        // Each kind only where its first word can stand.
        const std::uint64_t has = atoms_[i].means;
        if (has == 0) return;
        if ((has & bits(m::month, m::weekday, m::rel, m::of, m::unit)) != 0) longer(best, fields(i));
        if ((has & bits(m::pod, m::clock, m::at, m::article, m::part, m::unit)) != 0) longer(best, clock(i));
        if ((has & bits(m::between, m::from, m::clock, m::at)) != 0) longer(best, clock_range(i));
        if ((has & bits(m::between, m::from)) != 0) longer(best, day_run(i));
        if ((has & bits(m::decadeword)) != 0) longer(best, decade(i));
        if ((has & bits(m::dayrel, m::podrel, m::now, m::yearrel)) != 0) longer(best, day_offset(i));
        if ((has & bits(m::rel, m::unit, m::units, m::dualunit)) != 0) longer(best, unit_offset(i));
        if ((has & bits(m::agopre, m::hencepre, m::inpre, m::within, m::article, m::some, m::dualunit, m::units, m::unit)) != 0)
            longer(best, length(i));
        if ((has & bits(m::pod)) != 0) longer(best, part(i));
        if ((has & bits(m::season, m::rel)) != 0) longer(best, season(i));
        if ((has & bits(m::quarterword, m::halfword, m::quarterprefix)) != 0) longer(best, quarter(i));
        if ((has & bits(m::unit, m::units)) != 0) longer(best, decade(i));
        if ((has & bits(m::unit)) != 0) longer(best, week_of(i));
        if ((has & bits(m::unit, m::weekday, m::dayrel)) != 0) longer(best, nth_behind(i));
        if ((has & bits(m::holiday, m::rel)) != 0) longer(best, holiday(i));
        if ((has & bits(m::often, m::every, m::weekday, m::units)) != 0) longer(best, often(i));
        if ((has & bits(m::mod, m::edge)) != 0) longer(best, modified(i));
        if ((has & bits(m::hence)) != 0 && value(i + 1, m::rel) == 0 && beside(i + 1) && languages_of(atoms_[i]) == english)
            longer(best, rest(i)); // later this year
        if ((has & bits(m::rel)) != 0) longer(best, nth(i));
        if ((has & bits(m::mod)) != 0) longer(best, nth(i));
    }
    template <class... Meaning>
    static constexpr std::uint64_t bits(Meaning... what) noexcept {
        return ((std::uint64_t{1} << static_cast<unsigned>(what)) | ...);
    }

    // --- 21/11/2020, 1399-01-26, 14.4.2020, 2013-02, 06/2004
    node numeric_date(std::size_t i) const {
        node n;
        if (!in_digits(i) || atoms_[i].kind == 1) return n;
        const auto separator = [&](std::size_t k) { return in_digits(k) ? atoms_[k].gap & 15u : 0u; };
        const unsigned sep = separator(i + 1);
        if (sep != gap_slash && sep != gap_dash && sep != gap_dot) return n;
        if (i > 0 && in_digits(i - 1) && (atoms_[i].gap & 15u) == sep) return n;
        const bool spaced = (atoms_[i + 1].gap & gap_space) != 0;
        const std::int64_t a = atoms_[i].value;
        const std::int64_t b = atoms_[i + 1].value;
        if (separator(i + 2) == sep && ((atoms_[i + 2].gap & gap_space) != 0) == spaced && atoms_[i + 2].kind == 0) {
            const std::int64_t c = atoms_[i + 2].value;
            if (separator(i + 3) == sep) return n; // 192.168.1.2
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
                if (sep == gap_dot && da == 1 && atoms_[i + 1].digits == 1) return n; // a version or a section
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
            year_like(i + 2) && clause_ends(i + 2)) { // 08/12, 2015
            std::int64_t d = a;
            std::int64_t mo = b;
            day_and_month(d, mo);
            if (mo < 1 || mo > 12 || d < 1 || d > 31) return n;
            start(n, i, i + 3, form::fields);
            n.month = static_cast<std::uint8_t>(mo);
            n.day = static_cast<int>(d);
            n.year = static_cast<int>(atoms_[i + 2].value);
            n.year_digits = 4;
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
            const bool invited = (i > 0 && beside(i) &&
                                  (is(i - 1, m::of) || is(i - 1, m::before) || is(i - 1, m::since) || is(i - 1, m::until) ||
                                   is(i - 1, m::weekday) || is(i - 1, m::after) || is(i - 1, m::from)) &&
                                  !is(i - 1, m::article)) ||
                                 alone(i, i + 2);
            const bool plain = sep == gap_slash && (a > 12 || b > 12) && da == 2 && db == 2 && !counts(i + 1) &&
                               !(in(i + 2) && is(i + 2, m::percent));
            if ((!invited && !plain) || mo > 12 || d > 31 || (in_digits(i + 2) && !near_by(atoms_[i + 2])) || mo < 1 || d < 1)
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
    void day_and_month(std::int64_t& d, std::int64_t& mo) const noexcept {
        if (options_.order == date_order::month_first) std::swap(d, mo);
        if (mo > 12 && d <= 12) std::swap(d, mo);
    }
    // Whether a mark or the end of the text stands right behind an atom.
    [[nodiscard]] bool clause_ends(std::size_t i) const noexcept {
        const std::size_t e = atoms_[i].at.end;
        return e >= text_.size() || text_[e] == ',' || text_[e] == ';' || text_[e] == ')' || text_[e] == '\n' ||
               text_[e] == '?' || text_[e] == '!' ||
               (text_[e] == '.' && (e + 1 >= text_.size() || text_[e + 1] == ' ' || text_[e + 1] == '\n'));
    }
    [[nodiscard]] bool alone(std::size_t i, std::size_t end) const noexcept {
        const auto blank = [](std::string_view s) { return s.find_first_not_of(" \t\r\n.!?") == std::string_view::npos; };
        return blank(text_.substr(0, atoms_[i].at.begin)) && blank(text_.substr(atoms_[end - 1].at.end));
    }
    // 2020-04-14T12:30:00Z: the T is a letter between digits, so the scan cut there.
    void iso_clock(node& n) const noexcept {
        const std::size_t end = n.at.end;
        if (end + 5 >= text_.size() || (text_[end] != 'T' && text_[end] != 't')) return;
        const auto two = [&](std::size_t p) {
            const unsigned x = static_cast<unsigned char>(text_[p]) - '0';
            const unsigned y = static_cast<unsigned char>(text_[p + 1]) - '0';
            return x < 10 && y < 10 ? static_cast<int>(x * 10 + y) : -1;
        };
        const int h = two(end + 1);
        if (h < 0 || h > 24 || text_[end + 3] != ':') return;
        if (end + 6 > text_.size()) return;
        const int mi = two(end + 4);
        if (mi < 0 || mi > 59) return;
        n.clock = h * 3600 + mi * 60;
        n.clock_sure = true;
        std::size_t stop = end + 6;
        if (stop + 2 < text_.size() && text_[stop] == ':' && two(stop + 1) >= 0) {
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
    void era_after(node& n) const noexcept {
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

    // --- Day, month, year and weekday in any order, with small words between.
    node fields(std::size_t i) const {
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
        std::size_t j = i;
        for (int steps = 0; steps < 16 && in(j); ++steps) {
            const atom& a = atoms_[j];
            const unsigned g = a.gap & 15u;
            if (j > i) {
                if (g == gap_cut || g == gap_line || g == gap_mixed || g == gap_colon || g == gap_group || g == gap_decimal)
                    break;
                if (g == gap_bracket && !(n.weekday != 0 || n.month != 0)) break;
                if (small > 3) break;
            }
            const std::size_t before = components;
            const bool named =
                a.number == is_composed && a.written == 1 && a.senses > 0 && (is(j, m::month) || is(j, m::weekday));
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
                    const bool year_behind = value(j + 1, m::unit) == 8 && near_by(atoms_[j + 1]) &&
                                             (a.language & (pashto | urdu)) != 0 && a.written == 0;
                    if (counts(j) && n.month == 0 && !year_behind) {
                        // "2000 people" is no year; "1399 ماه" neither
                        if (!year_word) break;
                    }
                    n.year = static_cast<int>(a.value);
                    n.year_digits = 4;
                    if (day_pending) break;
                    ++components;
                } else if (day_like(j) && n.day == 0 && !(n.month != 0 && a.value > 31 && a.digits == 2 && n.year == no_year) &&
                           !(n.month != 0 && (a.flags & number_leading_zero) != 0 && a.digits == 2 && g == gap_quote)) {
                    if (counts(j)) break;
                    // سرطان یک بیماری است: "one" after a month is no day, nor "one" before a name that is mostly something else
                    const std::size_t named_at = (a.language & pashto) != 0 && is(j + 1, m::of) && beside(j + 1)
                                                     ? j + 2
                                                     : j + 1; // دوی په دې: they, in this
                    if ((a.flags & number_weak) != 0 &&
                        (n.month != 0 || (is(named_at, m::month) && weak_word(named_at, m::month))))
                        break;
                    if (in(j + 1) && (atoms_[j + 1].gap & 15u) == gap_colon && in_digits(j + 1)) break; // a clock time
                    if (g == gap_comma && n.month != 0 && n.year == no_year && components > 1) break;
                    if (n.month != 0 && g == gap_dash && (a.gap & gap_space) != 0) break;
                    if (n.month == 0) {
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
                           (g == gap_none || g == gap_comma || g == gap_dash || g == gap_slash || g == gap_dot ||
                            g == gap_quote) &&
                           (!counts(j) || ((a.flags & number_leading_zero) != 0 && is(j + 1, m::clock) && whole_clock(j + 1))) &&
                           small == 0 && !(in(j + 1) && (atoms_[j + 1].gap & 15u) == gap_colon)) {
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
                n.month = static_cast<std::uint8_t>(*mo & 15);
                n.cal = static_cast<std::int8_t>(*mo >> 4);
                month_is_weak = weak_word(j, m::month);
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
            } else if (is(j, m::weekday) && ((languages_of(a) == english && word(j).size() > 6 && word(j).back() == 's') ||
                                             friday_prayer(j) || dushanbe(j))) {
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
                       r0 && j == i && (is(j + 1, m::month) || is(j + 1, m::weekday)) && beside(j + 1)) {
                n.tense = static_cast<std::int8_t>(*r0);
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
                    if (j == i && !(in(j + 1) && near_by(atoms_[j + 1]) && (year_like(j + 1) || two_digit_year(j + 1)))) break;
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
                        (is(j + 1, m::month) || (word(j) == "شهر" && day_like(j + 1) && in(j + 1)))) {
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
        if (out.month != 0 && out.day == 0 && out.year == no_year && out.weekday == 0 && out.tense == 2 &&
            out.year_offset == 1000 && weak) {
            out.weak = true;
            if (!supported_month(i, stop)) return node{};
        }
        // A common word that is also a month of one calendar, beside a year of another: آب سال ۱۴۰۱, "the water of 1401".
        if (out.month != 0 && out.day == 0 && out.cal == 0 && out.year >= 1200 && out.year <= 1500 && month_is_weak)
            return node{};
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
            if (const auto mod = value(k, m::mod); mod && *mod < 4 && in(k) && near_by(atoms_[k]) && k > out.end) {
                out.mod = static_cast<std::uint8_t>(*mod);
                out.end = static_cast<std::uint32_t>(k + 1);
                out.at.end = atoms_[k].at.end;
            }
        }
        return out;
    }
    // شهریور 02 ساعت 11: the word for hour belongs to the clock time behind it
    [[nodiscard]] bool whole_clock(std::size_t j) const noexcept {
        const std::size_t k = is(j + 1, m::clock) && beside(j + 1) ? j + 2 : j + 1;
        return whole(k) && beside(k) && atoms_[k].value < 25;
    }
    [[nodiscard]] bool counts_month(std::size_t j) const noexcept {
        return in(j + 1) && near_by(atoms_[j + 1]) &&
               (is(j + 1, m::units) || (is(j + 1, m::unit) && value(j + 1, m::unit) != 8) || is(j + 1, m::scale));
    }
    [[nodiscard]] bool minus_before(std::size_t i) const noexcept {
        const std::size_t b = atoms_[i].at.begin;
        return b > 0 && text_[b - 1] == '-' && (b == 1 || text_[b - 2] == ' ' || text_[b - 2] == '\n') &&
               !(i > 0 && atoms_[i - 1].number != 0);
    }
    [[nodiscard]] bool two_digit_year(std::size_t i) const noexcept {
        return in_digits(i) && atoms_[i].digits == 2 && atoms_[i].kind == 0 && !counts(i) &&
               !(in(i + 1) && beside(i + 1) && is(i + 1, m::month)) &&
               (atoms_[i].value >= 30 || (atoms_[i].flags & number_leading_zero) != 0);
    }
    // امام جمعه, نماز جمعه: not the day
    [[nodiscard]] bool friday_prayer(std::size_t j) const noexcept {
        const std::string_view before = text_.substr(0, atoms_[j].at.begin);
        for (const std::string_view w : {"امام ", "نماز ", "صلاة ", "خطبة "})
            if (before.ends_with(w) && atoms_[j].gap != gap_none) return true;
        return false;
    }
    // شهر دوشنبه, دوشنبه پایتخت تاجیکستان, د دوشنبې ښار: the city
    [[nodiscard]] bool dushanbe(std::size_t j) const noexcept {
        if ((atoms_[j].language & (persian | pashto)) == 0 || value(j, m::weekday) != 1) return false;
        const std::string_view before = text_.substr(0, atoms_[j].at.begin);
        if (before.ends_with("شهر ") && !before.ends_with("این شهر ") && !before.ends_with("آن شهر ")) return true;
        const std::string_view behind = text_.substr(atoms_[j].at.end);
        for (const std::string_view w : {" پایتخت", "، پایتخت", " (پایتخت", " ښار", " تاجیکستان", " تاجکستان"})
            if (behind.starts_with(w)) return true;
        return false;
    }
    [[nodiscard]] bool small_before(std::size_t j) const noexcept { return j > 0 && near_by(atoms_[j]); }
    [[nodiscard]] bool month_word(std::size_t i) const noexcept { return value(i, m::unit) == 5; }
    // "Friday 17", "چهارشنبه ۲۷", "Monday the 3rd": the day of the month beside a weekday.
    [[nodiscard]] bool weekday_day(std::size_t j, unsigned g) const noexcept {
        if (g != gap_none && g != gap_comma && g != gap_bracket) return false;
        if (counts(j) || atoms_[j].value > 31) return false;
        if (in_digits(j + 1) && ((atoms_[j + 1].gap & 15u) == gap_slash || atoms_[j + 1].gap == gap_dot)) return false;
        if (in(j + 1) && near_by(atoms_[j + 1])) {
            if (is(j + 1, m::clock) || is(j + 1, m::pod) || is(j + 1, m::ampm) || atoms_[j + 1].number != 0 || is(j + 1, m::to))
                return false;
        }
        if (in(j + 1) && (atoms_[j + 1].gap & 15u) == gap_dash && atoms_[j + 1].number != 0) return false;
        // a month may still follow: then it is a day of that month
        return ordinal(j) || atoms_[j].written == 0;
    }
    [[nodiscard]] bool tense_fits(std::size_t j, const node& n) const noexcept {
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
    void other_name(node& n, std::size_t& j, bool& weak) const noexcept {
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
    void day_range(node& n, std::size_t j, std::size_t& end) const noexcept {
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
    [[nodiscard]] std::size_t range_before_month(std::size_t j) const noexcept {
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
    [[nodiscard]] std::size_t range_word(std::size_t j) const noexcept {
        if (!in(j)) return 0;
        const unsigned g = atoms_[j].gap & 15u;
        if (g == gap_dash && atoms_[j].number != 0) return j;
        if (g == gap_none && (is(j, m::to) || is(j, m::until)) && in(j + 1)) {
            const std::size_t k = is(j + 1, m::of) && near_by(atoms_[j + 1]) ? j + 2 : j + 1; // to the 10th
            return in(k) && near_by(atoms_[k]) ? k : 0;
        }
        return 0;
    }
    [[nodiscard]] bool supported_month(std::size_t i, std::size_t end) const noexcept {
        // The word for month beside it, or a word that dates follow.
        if (i > 0 && near_by(atoms_[i]) && (value(i - 1, m::unit) == 5 || is(i - 1, m::rel))) return true;
        if (in(end) && near_by(atoms_[end]) && value(end, m::unit) == 5) return true;
        if (atoms_[i].language == english || atoms_[i].language == 0 || languages_of(atoms_[i]) == english) {
            const std::string_view w = word(i);
            const bool capital = !w.empty() && w[0] >= 'A' && w[0] <= 'Z';
            if (value(i, m::month) && *value(i, m::month) >> 4 == 2) // Ramadan began: the month only after "in", "during"
                return i > 0 && near_by(atoms_[i]) &&
                       (is(i - 1, m::of) || is(i - 1, m::inpre) || is(i - 1, m::since) || is(i - 1, m::until)) &&
                       word(i - 1) != "the" && word(i - 1) != "of";
            if (capital && word(i) == "March" && alone(i, end)) return true;
            return (capital && i > 0 && near_by(atoms_[i]) &&
                    (is(i - 1, m::of) || is(i - 1, m::since) || is(i - 1, m::until) || is(i - 1, m::from) || is(i - 1, m::to) ||
                     is(i - 1, m::inpre) || is(i - 1, m::before) || is(i - 1, m::after) || is(i - 1, m::mod) ||
                     is(i - 1, m::between) || is(i - 1, m::every))) ||
                   (capital && in(end) && near_by(atoms_[end]) && (is(end, m::to) || is(end, m::until)) &&
                    is(end + 1, m::month)) ||
                   (capital && word(i) != "May" && word(i) != "March" && word(i).size() > 3);
        }
        // Afghan and Iranian months after the words for in and since, Pashto ones too
        if ((atoms_[i].language & (persian | pashto)) != 0 && i > 0 && near_by(atoms_[i]) && is(i - 1, m::of) &&
            (word(i - 1) == "در" || word(i - 1) == "د" || word(i - 1) == "په"))
            return value(i, m::month) && (*value(i, m::month) >> 4) == 1 && !common_word(i);
        if ((atoms_[i].language & (arabic | urdu)) != 0 && i > 0 && near_by(atoms_[i]) && is(i - 1, m::of))
            return !common_word(i);
        return alone(i, end);
    }
    // Month names that are everyday words even after "in": مهر love, اسد lion, میزان measure, آب water, می wine, دی yesterday
    [[nodiscard]] bool common_word(std::size_t i) const noexcept {
        const std::string_view w = word(i);
        for (const std::string_view c : {"مهر", "اسد", "میزان", "ميزان", "آب", "می", "مه", "دی", "تیر", "سرطان", "کب", "تله",
                                         "شعبان", "قوس", "عقرب", "ماي", "آذر", "ثور", "دې"})
            if (w == c) return true;
        return false;
    }
    [[nodiscard]] bool supported_weekday(std::size_t i, std::size_t end) const noexcept {
        if (alone(i, end)) return true;
        const unsigned who = languages_of(atoms_[i]);
        if (who == english) {
            const std::string_view w = word(i);
            const bool capital = !w.empty() && w[0] >= 'A' && w[0] <= 'Z';
            if (w == "sun" || w == "sat" || w == "Sun") return false;
            if (capital && i > 0 && near_by(atoms_[i]) &&
                (value(i - 1, m::unit) == 4 || is(i - 1, m::to) || (atoms_[i - 1].means & bits(m::weekday)) != 0))
                return true;
            if (capital && in(end) && near_by(atoms_[end]) && (atoms_[end].number != 0) && ampm_at(end + 1) >= 0) return true;
            return i > 0 && near_by(atoms_[i]) && (is(i - 1, m::of) || is(i - 1, m::rel)) && capital;
        }
        if (i > 0 && near_by(atoms_[i]) && (value(i - 1, m::unit) == 3 || is(i - 1, m::dayrel))) return true;
        if (in(end) && near_by(atoms_[end]) && ((value(end, m::unit) == 3 || is(end, m::of))))
            return (atoms_[i].language & (urdu | pashto)) != 0 && word(end) != "میں";
        return false;
    }
    // A plain year counts after a word that years follow, or in brackets.
    [[nodiscard]] bool year_invited(std::size_t i, std::size_t end) const noexcept {
        if (alone(i, end)) return true;
        if (counts(end - 1)) return false;
        const unsigned g = atoms_[i].gap & 15u;
        if (g == gap_bracket && atoms_[i].at.begin > 0 && text_[atoms_[i].at.begin - 1] == '(' &&
            atoms_[i].at.end < text_.size() && (text_[atoms_[i].at.end] == ')' || text_[atoms_[i].at.end] == ','))
            return true;
        if (in_digits(i) && in_digits(i + 1) && year_like(i + 1) && atoms_[i + 1].gap == gap_dash &&
            atoms_[i + 1].value > atoms_[i].value && !in_digits(i + 2))
            return true;
        if (i > 0 && in_digits(i - 1) && year_like(i - 1) && atoms_[i].gap == gap_dash && atoms_[i - 1].value < atoms_[i].value)
            return true;
        if (i > 1 && year_like(i - 2) && (is(i - 1, m::and_) || is(i - 1, m::to) || is(i - 1, m::until)) && near_by(atoms_[i]) &&
            near_by(atoms_[i - 1]) && i > 2 &&
            (is(i - 3, m::between) || is(i - 3, m::from) || is(i - 3, m::of) || is(i - 3, m::inpre) || is(i - 3, m::since)) &&
            near_by(atoms_[i - 2]))
            return true;
        if (i > 1 && near_by(atoms_[i]) && near_by(atoms_[i - 1]) &&
            (is(i - 1, m::and_) || is(i - 1, m::to) || is(i - 1, m::until))) {
            for (std::size_t k = i - 1, steps = 0; k > 0 && steps < 6; --k, ++steps) { // between May 2015 and 2018
                if ((atoms_[k].gap & 15u) != gap_none) break;
                if (is(k - 1, m::between) || (is(k - 1, m::from) && languages_of(atoms_[k - 1]) == english)) return true;
            }
        }
        if (i == 0 || !near_by(atoms_[i])) return false;
        const std::size_t p = i - 1;
        if (is(p, m::since) || is(p, m::until) || is(p, m::inpre) || is(p, m::between) || is(p, m::mod) || is(p, m::from) ||
            is(p, m::before) || is(p, m::after) || is(p, m::agopre) || is(p, m::hencepre) || is(p, m::season) || is(p, m::rel) ||
            is(p, m::to))
            return !is(p, m::some);
        if (is(p, m::of)) {
            const std::string_view w = word(p);
            return w != "of" && w != "the" && w != "The" && w != "at" && w != "s" && w != "من" && w != "for" && w != "کا" &&
                   w != "کی" && w != "کے" && w != "کو" && w != "به" && w != "از" && w != "په" && w != "د";
        }
        return atoms_[i].clitics != 0;
    }

    // --- today, أمس, پریروز
    node day_offset(std::size_t i) const {
        node n;
        if (const auto d = value(i, m::dayrel)) {
            if (weak_word(i, m::dayrel) && (atoms_[i].language & urdu) == 0) return n;
            start(n, i, i + 1, form::day_offset);
            n.offset = *d;
            // Urdu کل is yesterday or tomorrow: what was, or what comes
            return n;
        }
        if (const auto p = value(i, m::podrel)) {
            start(n, i, i + 1, form::day_offset);
            n.offset = (*p & 255) - 8;
            n.part = static_cast<std::int8_t>(*p >> 8);
            return n;
        }
        if (is(i, m::now)) {
            start(n, i, i + 1, form::now);
            return n;
        }
        if (const auto y = value(i, m::yearrel)) {
            start(n, i, i + 1, form::unit_offset);
            n.unit = 8;
            n.offset = *y;
            return n;
        }
        return n;
    }

    // --- 4 till 23 of this month, من 4 إلى 22 هذا الشهر
    node day_run(std::size_t i) const {
        node n;
        std::size_t j = i;
        bool between = is(j, m::between);
        if (between || is(j, m::from)) ++j;
        if (j > i && !beside(j)) return n;
        if (is(j, m::of) && beside(j + 1)) ++j;
        if (!day_like(j) || counts(j) || atoms_[j].value > 31) return n;
        std::size_t k = range_word(j + 1);
        if (k == 0 && between && in(j + 1) && near_by(atoms_[j + 1])) {
            if (atoms_[j + 1].clitics == clitic_and) k = j + 1;
            else if (is(j + 1, m::and_) && beside(j + 2)) k = j + 2;
        }
        if (k == 0 || !day_like(k) || counts(k) || atoms_[k].value > 31 || atoms_[k].value <= atoms_[j].value) return n;
        std::size_t u = k + 1;
        while (in(u) && near_by(atoms_[u]) && u < k + 3 && (is(u, m::of) || is(u, m::inpre)) && !is(u, m::unit)) ++u;
        if (!beside(u)) return n;
        const node rel = unit_offset(u);
        if (rel.what != form::unit_offset || rel.unit != 5 || rel.counted || rel.vague) return n;
        start(n, i, rel.end, form::fields);
        n.day = static_cast<int>(atoms_[j].value);
        n.last_day = static_cast<int>(atoms_[k].value);
        n.unit = 5;
        n.offset = rel.offset;
        n.cal = (n.language & (persian | pashto)) != 0 ? std::int8_t{1} : std::int8_t{0};
        return n;
    }

    [[nodiscard]] bool rel_before(unsigned who) const noexcept { return (who & (english | urdu | pashto)) != 0; }

    // --- last month, الشهر الماضي, هفته گذشته, this week, next three days
    node unit_offset(std::size_t i) const {
        node n;
        std::size_t j = i;
        if (const auto r = value(j, m::rel)) { // rel [number] unit
            if (!(rel_before(languages_of(atoms_[j])) || *r == 0)) return n;
            std::size_t k = j + 1;
            int count = 1;
            bool counted = false;
            bool few = false;
            if (beside(k) && whole(k) && atoms_[k].kind == 0 && atoms_[k].value <= 10000) {
                count = static_cast<int>(atoms_[k].value);
                counted = true;
                ++k;
            } else if (beside(k) && is(k, m::some)) {
                few = true;
                counted = true;
                ++k;
            }
            if (!in(k) || !(near_by(atoms_[k]) || hyphened(atoms_[k]))) return n;
            int second = 2;
            if (const auto r2 = value(k, m::rel); r2 && !counted && (languages_of(atoms_[k]) & english) == 0) { // این هفته گذشته
                second = *r2;
                ++k;
            }
            (void)second;
            if (const auto work = value(k, m::businessday); work && !counted && *r != 0 && near_by(atoms_[k])) { // next weekday
                start(n, i, k + 1, form::distance);
                n.unit = static_cast<std::uint8_t>(*work);
                n.seconds = 86400;
                n.direction = static_cast<std::int8_t>(*r);
                n.business = true;
                return n;
            }
            const auto u1 = value(k, m::unit);
            const auto un = value(k, m::units);
            if (!u1 && !un) {
                if (const auto p = value(k, m::pod); p && *r <= 1 && !counted &&
                                                     (languages_of(atoms_[k]) & (english | urdu | pashto)) != 0 &&
                                                     near_by(atoms_[k])) { // this morning
                    start(n, i, k + 1, form::day_offset);
                    n.offset = *r;
                    n.part = static_cast<std::int8_t>(*p);
                    if (*r == 0 && *p >= 7) return node{};
                    return n;
                }
                return n;
            }
            if (!in(k) || !near_by(atoms_[k])) return n;
            if (!one_tongue(j, k)) return n; // همین شهر: this city, not an Arabic month
            const int u = u1 ? *u1 : *un;
            if (*r == 0 && un && !counted && (languages_of(atoms_[k]) & english) != 0) return n; // these days
            if (un && !u1 && !counted && (atoms_[k].language == english || languages_of(atoms_[k]) == english)) few = true;
            if ((languages_of(atoms_[k]) & english) == 0 && un && !counted && plural_only(k)) few = true;
            start(n, i, k + 1, form::unit_offset);
            n.unit = static_cast<std::uint8_t>(u);
            n.offset = *r;
            n.count = count;
            n.counted = counted;
            n.vague = few;
            return n;
        }
        if (value(j, m::unit) && languages_of(atoms_[j]) == english && is(j + 1, m::after) && value(j + 2, m::rel) == 1 &&
            beside(j + 1) && beside(j + 2)) { // the week after next
            start(n, i, j + 3, form::unit_offset);
            n.unit = static_cast<std::uint8_t>(*value(j, m::unit));
            n.offset = 2;
            return n;
        }
        if (value(j, m::unit) && languages_of(atoms_[j]) == english && is(j + 1, m::after) && is(j + 2, m::of) &&
            word(j + 2) == "the" && value(j + 3, m::rel) == 1 && beside(j + 1) && beside(j + 2) &&
            beside(j + 3)) { // the month after the next
            start(n, i, j + 4, form::unit_offset);
            n.unit = static_cast<std::uint8_t>(*value(j, m::unit));
            n.offset = 2;
            return n;
        }
        if (value(j, m::unit) && is(j + 1, m::hencepre) && value(j + 2, m::rel) == 1 && beside(j + 1) && beside(j + 2) &&
            (atoms_[j].language & arabic) != 0) { // الأسبوع بعد القادم
            start(n, i, j + 3, form::unit_offset);
            n.unit = static_cast<std::uint8_t>(*value(j, m::unit));
            n.offset = 2;
            return n;
        }
        if (const auto whole_unit = value(j, m::unit); whole_unit && *whole_unit >= 4 && *whole_unit <= 12 && *whole_unit != 10 &&
                                                       asked_for(j)) { // "the week", nothing else
            start(n, i, i + 1, form::unit_offset);
            n.unit = static_cast<std::uint8_t>(*whole_unit);
            n.offset = 0;
            return n;
        }
        // unit rel: الأسبوع الماضي, سال گذشته, اليومين المقبلين, سال جاری
        const auto u1 = value(j, m::unit);
        const auto ud = value(j, m::dualunit);
        const auto un = value(j, m::units);
        if (u1 || ud || un) {
            std::size_t k = j + 1;
            if (!beside(k)) return n;
            int said = 0;
            if (un && whole(k) && atoms_[k].value < 1000 && beside(k + 1) && (languages_of(atoms_[k + 1]) & arabic) != 0 &&
                is(k + 1, m::rel)) { // الأسابيع الثلاثة الماضية
                said = static_cast<int>(atoms_[k].value);
                ++k;
            }
            const auto r = value(k, m::rel);
            if (r && (languages_of(atoms_[k]) & (arabic | persian)) != 0 && !(languages_of(atoms_[j]) == english)) {
                if (*r == 0 && (word(k) == "این" || word(k) == "همین" || word(k) == "هذا" || word(k) == "هذه" ||
                                word(k) == "نفس" || word(k) == "ذات"))
                    return n;
                start(n, i, k + 1, form::unit_offset);
                n.unit = static_cast<std::uint8_t>(u1 ? *u1 : ud ? *ud : *un);
                n.offset = *r;
                if (ud) {
                    n.count = 2;
                    n.counted = true;
                }
                if (said > 0) {
                    n.count = said;
                    n.counted = true;
                } else if (un && !u1) {
                    n.vague = true;
                }
                return n;
            }
            if (is(k, m::ago) && (languages_of(atoms_[k]) & (persian | pashto | urdu)) != 0 && u1 &&
                (atoms_[k].language & (persian | pashto | urdu)) != 0) { // ماه پیش
                start(n, i, k + 1, form::unit_offset);
                n.unit = static_cast<std::uint8_t>(*u1);
                n.offset = -1;
                return n;
            }
        }
        return n;
    }
    [[nodiscard]] bool asked_for(std::size_t j) const noexcept {
        const std::string_view before = text_.substr(0, atoms_[j].at.begin);
        const bool english_word = languages_of(atoms_[j]) == english;
        if (english_word ? before != "the " && before != "The " && before != "my " : !before.empty() || !definite_article(j))
            return false;
        return text_.substr(atoms_[j].at.end).find_first_not_of(" .!?\n") == std::string_view::npos;
    }
    // Whether a Persian word for this or last and a unit behind it are of one language.
    [[nodiscard]] bool one_tongue(std::size_t j, std::size_t k) const noexcept {
        if (atoms_[j].language != persian) return true;
        sense r{};
        sense u{};
        if (find(atoms_[j], m::rel, r) == nullptr) return true;
        if (find(atoms_[k], m::unit, u) == nullptr && find(atoms_[k], m::units, u) == nullptr) return true;
        return (r.flags & u.flags & 63u) != 0;
    }
    [[nodiscard]] bool plural_only(std::size_t k) const noexcept { return (atoms_[k].language & (arabic | persian)) != 0; }

    // دو هفته گذشته, 5 upcoming years, خمسة أيام المقبلة
    node counted_unit_offset(std::size_t i) const {
        node n;
        if (!whole(i) || atoms_[i].value > 10000 || atoms_[i].kind == 1) return n;
        std::size_t k = i + 1;
        if (!beside(k)) return n;
        std::optional<int> r;
        if (is(k, m::rel) && languages_of(atoms_[k]) == english) {
            r = value(k, m::rel);
            ++k;
            if (!beside(k)) return n;
        }
        const auto u = value(k, m::unit) ? value(k, m::unit) : value(k, m::units);
        if (!u) return n;
        if (!r) {
            if (!beside(k + 1)) return n;
            r = value(k + 1, m::rel);
            if (!r || *r == 0 || (languages_of(atoms_[k + 1]) & (arabic | persian)) == 0 ||
                (languages_of(atoms_[k + 1]) == english))
                return n;
            if ((atoms_[k + 1].language & persian) != 0 && (word(k + 1) == "بعدی" || word(k + 1) == "قبلی")) return n;
            ++k;
        }
        start(n, i, k + 1, form::unit_offset);
        n.unit = static_cast<std::uint8_t>(*u);
        n.offset = *r;
        n.count = static_cast<int>(atoms_[i].value);
        n.counted = true;
        return n;
    }

    // two Sundays from now, three Fridays ago
    node counted_weekday(std::size_t i) const {
        node n;
        if (!whole(i) || atoms_[i].kind == 1 || atoms_[i].value < 1 || atoms_[i].value > 60 || !beside(i + 1) || !beside(i + 2) ||
            !is(i + 1, m::weekday) || languages_of(atoms_[i + 1]) != english)
            return n;
        const bool later = is(i + 2, m::hence) && hence_word(i + 2) && word(i + 2) != "later";
        if (!later && !(is(i + 2, m::ago) && word(i + 2) == "ago")) return n;
        start(n, i, i + 3, form::fields);
        n.weekday = static_cast<std::uint8_t>(*value(i + 1, m::weekday));
        n.count = static_cast<int>(atoms_[i].value);
        n.counted = true;
        n.offset = later ? 1 : -1;
        return n;
    }

    // --- Durations: 14 months, چهل سال, ساعتين, two and a half hours; then "ago", "later"; before it "in", "قبل", "بعد".
    node length(std::size_t i) const {
        node n;
        std::size_t j = i;
        int pre = 0;
        const bool pre_word = atoms_[j].number == 0;
        if (pre_word) {
            if (is(j, m::agopre) && (atoms_[j].language & (persian | urdu | pashto)) == 0) pre = -1;
            else if (is(j, m::hencepre) && (atoms_[j].language & (persian | urdu | pashto)) == 0) pre = 1;
            else if (is(j, m::inpre)) pre = 2;
            if (pre != 0) ++j;
            else if (is(j, m::within)) {
                pre = 3;
                ++j;
            }
            if (pre != 0 && !(beside(j))) return n;
            // in the next three days is for others
        }
        int past = 1000;
        if (pre == 3 && languages_of_safe(j) == english && past_word(j, past) != 0) return n; // for a quarter past two
        std::uint8_t mod = 0;
        if (pre != 0 && value(j, m::mod) == 4) {
            mod = 4;
            ++j;
            if (!beside(j)) return n;
        }
        bool any = false;
        bool vague = false;
        std::size_t end = j;
        std::uint8_t unit = 17;
        double months = 0;
        double seconds = 0;
        bool aged = false;
        bool business = false;
        bool bare = false;
        for (int terms = 0; terms < 6 && in(j); ++terms) {
            std::size_t k = j;
            if (terms > 0) { // joined by و, and, a comma
                if (is(k, m::and_) && beside(k)) ++k;
                if (!in(k)) break;
                const unsigned g = atoms_[k].gap & 15u;
                if (g != gap_none && g != gap_comma) break;
                // two lengths in one need "and", or units that fall
            }
            double amount = 1;
            std::size_t u = k;
            bool counted = true;
            const atom& a = atoms_[k];
            if (terms > 0 && a.clitics != 0 && a.clitics != clitic_and) break;
            if (a.number == is_composed && a.kind != 1 && (a.flags & number_overflow) == 0) {
                amount = static_cast<double>(a.value);
                for (int e = a.exponent; e < 0; ++e) amount /= 10;
                for (int e = a.exponent; e > 0; --e) amount *= 10;
                u = k + 1;
                if (in_digits(k) && in_digits(u) && atoms_[u].gap == gap_slash && atoms_[u].value > 1 && atoms_[u].value <= 12 &&
                    atoms_[k].value < atoms_[u].value && beside(u + 1) &&
                    (is(u + 1, m::unit) || is(u + 1, m::units))) { // 1/2 hour
                    amount /= static_cast<double>(atoms_[u].value);
                    ++u;
                }
                if (a.kind == 3 && in(u) && beside(u) && is(u, m::article)) ++u; // half an hour
            } else if (is(k, m::article)) {
                u = k + 1;
                if (beside(u) && is(u, m::some)) {
                    amount = *value(u, m::some);
                    vague = amount == 0;
                    ++u;
                }
            } else if (is(k, m::some)) {
                amount = *value(k, m::some);
                vague = amount == 0;
                u = k + 1;
            } else {
                counted = false;
            }
            if (!in(u)) break;
            if (counted && !(near_by(atoms_[u]) || hyphened(atoms_[u]))) break;
            if (counted && is(u, m::of) && beside(u + 1) && is(k, m::some)) ++u;
            std::optional<int> un;
            std::size_t tail = 0;
            if (!counted) {
                if (const auto d = value(u, m::dualunit)) {
                    un = d;
                    amount = 2;
                } else if (terms == 0 && (pre == -1 || pre == 1) && (is(u, m::unit) || is(u, m::units)) && !is(u + 1, m::rel)) {
                    un = value(u, m::unit); // قبل شهر
                    if (!un) {
                        un = value(u, m::units);
                        vague = true;
                    }
                    bare = true;
                    if (whole(u + 1) && beside(u + 1)) return node{};
                    if (value(u, m::unit) == 2 && is(u, m::clock) && word(u).substr(0, 4) == "ال") return node{};
                } else if (is(u, m::unit) && languages_of(atoms_[u]) != english && (atoms_[u].language & arabic) != 0 &&
                           beside(u + 1) && !is(u + 1, m::weekday) &&
                           (value(u + 1, m::some) == 1 || (atoms_[u + 1].number == is_composed && atoms_[u + 1].value == 1 &&
                                                           atoms_[u + 1].written == 1 && atoms_[u + 1].kind == 0))) {
                    un = value(u, m::unit);
                    tail = 1;
                } else if (terms == 0 && is(u, m::aged)) {
                    break;
                } else if (terms == 0 && is(u, m::units) && in(u + 1) && near_by(atoms_[u + 1]) && (is(u + 1, m::ago))) {
                    un = value(u, m::units);
                    vague = true;
                } else if (terms == 0 && is(u, m::unit) && (pre == 3) && (languages_of(atoms_[u]) & arabic) != 0 &&
                           !is(u + 1, m::rel) && atoms_[k].language == arabic && !(whole(u + 1) && beside(u + 1))) {
                    un = value(u, m::unit); // لمدة شهر
                } else {
                    break;
                }
            } else {
                if (const auto x = value(u, m::businessday)) {
                    un = x;
                    business = true;
                } else if (const auto y = value(u, m::aged)) {
                    un = y;
                    aged = true;
                } else {
                    un = value(u, m::unit);
                    if (un && weak_word(u, m::unit) && languages_of(atoms_[u]) == english &&
                        !(atoms_[u].gap == gap_none && a.written == 0) && u == k + 1)
                        un = std::nullopt;
                    if (!un) un = value(u, m::units);
                }
            }
            if (!un) break;
            if (*un == 2 && is(u, m::clock) && terms == 0 && (atoms_[u].language & persian) != 0 && !counted) break;
            const std::size_t ui = static_cast<std::size_t>(*un);
            if (terms > 0 && unit != 17 && !(rank(*un) < rank(unit))) break;
            months += amount * unit_months[ui];
            seconds += amount * unit_seconds[ui];
            unit = static_cast<std::uint8_t>(*un);
            any = true;
            end = u + 1 + tail;
            j = end;
            // یک ماه و نیم, شهر ونصف, an hour and a half
            if (const std::size_t h = half_after(end); h != 0) {
                months += unit_months[ui] / 2;
                seconds += unit_seconds[ui] / 2;
                end = j = h;
            }
            if (aged) {
                break;
            }
        }
        if (!any) return n;
        start(n, i, end, form::length);
        n.unit = unit;
        n.months = months;
        n.seconds = seconds;
        n.vague = vague;
        n.mod = mod;
        n.business = business;
        if (aged) {
            if (pre != 0) drop_pre(n, i);
            return n;
        }
        // which way from now; بعد 40 عاما من الحرب is no distance from now
        if ((pre == -1 || pre == 1) && in(end) && near_by(atoms_[end]) && word(end) == "من" && !is(end + 1, m::now) &&
            !is(end + 1, m::dayrel)) {
            if (bare) return node{};
            drop_pre(n, i);
            return n;
        }
        if (pre == -1 || pre == 1) {
            n.what = form::distance;
            n.direction = static_cast<std::int8_t>(pre);
            if (bare && unit_is_part(end - 1)) return node{};
            return n;
        }
        if (in(end) && (beside(end) || (atoms_[end].gap & 15u) == gap_comma)) {
            const bool comma = (atoms_[end].gap & 15u) == gap_comma;
            if (!comma && is(end, m::ago) && !(pre == 3) && ago_word(end)) {
                n.what = form::distance;
                n.direction = -1;
                n.end = static_cast<std::uint32_t>(end + 1);
                n.at.end = atoms_[end].at.end;
                return n;
            }
            if (!comma && is(end, m::hence) && pre != 3 && hence_word(end)) {
                n.what = form::distance;
                n.direction = 1;
                n.end = static_cast<std::uint32_t>(end + 1);
                n.at.end = atoms_[end].at.end;
                return n;
            }
        }
        if (!pre_word && i == n.begin && n.at.begin > 0 &&
            (text_[n.at.begin - 1] == '+' || text_[n.at.begin - 1] == '-' || (n.at.begin > 1 && text_[n.at.begin - 1] == ' '))) {
            // +1 day, -3 years, now - 30 minutes
            std::size_t sign_at = n.at.begin - 1;
            if (text_[sign_at] == ' ') --sign_at;
            const char sign = text_[sign_at];
            const bool after_now = i > 0 && is(i - 1, m::now);
            std::size_t before_sign = sign_at;
            while (before_sign > 0 && text_[before_sign - 1] == ' ') --before_sign;
            if ((sign == '+' || sign == '-') && (before_sign == 0 || after_now)) {
                n.what = form::distance;
                n.direction = sign == '+' ? std::int8_t{1} : std::int8_t{-1};
                n.at.begin = static_cast<offset>(sign_at);
                if (after_now) n.mod = 100;
                return n;
            }
        }
        if (pre == 2) { // in three days
            if (languages_of(atoms_[i]) == english && word(i).size() == 2) {
                n.what = form::distance;
                n.direction = 1;
                if (end - i == 2 && atoms_[i + 1].number == 0) return node{};
                return n;
            }
            drop_pre(n, i);
        }
        if (pre == 3 && in(end) && near_by(atoms_[end]) && value(end, m::rel) == -1 &&
            (languages_of(atoms_[end]) & persian) != 0 && (atoms_[end].language & persian) != 0)
            return node{};
        if (pre == 3) {
            // خلال يومين keeps its preposition, and so does "within 14 months"
            if (!((languages_of(atoms_[i]) & (english | arabic)) != 0)) drop_pre(n, i);
            else if (word(i) == "for" || word(i) == "For") drop_pre(n, i);
            if (in(end) && near_by(atoms_[end]) && is(end, m::rel) &&
                (languages_of(atoms_[end]) & arabic) != 0) { // خلال اليومين المقبلين
                n.end = static_cast<std::uint32_t>(end + 1);
                n.at.end = atoms_[end].at.end;
            }
        }
        return n;
    }
    // "before" and "back" only where nothing they could govern follows
    [[nodiscard]] bool ago_word(std::size_t i) const noexcept {
        if (languages_of(atoms_[i]) == english) {
            if (word(i) == "before") return !in(i + 1) || !near_by(atoms_[i + 1]);
            if (word(i) == "back") return true;
        }
        if (word(i) == "قبل" && in(i + 1) && near_by(atoms_[i + 1]) && (atoms_[i].language & persian) != 0 && is(i + 1, m::from))
            return false;
        if ((atoms_[i].language & arabic) != 0 && languages_of(atoms_[i]) != english) return false;
        return true;
    }
    [[nodiscard]] bool hence_word(std::size_t i) const noexcept {
        if (languages_of(atoms_[i]) == english) {
            if (word(i) == "after") return !in(i + 1) || !near_by(atoms_[i + 1]);
            if (word(i) == "out" || word(i) == "away") return false;
            return true;
        }
        if ((atoms_[i].language & arabic) != 0) return false;
        if (word(i) == "دیگر") return true;
        return !(in(i + 1) && near_by(atoms_[i + 1]) && is(i + 1, m::from));
    }
    [[nodiscard]] bool unit_is_part(std::size_t i) const noexcept { return value(i, m::unit) == 3 && is(i + 1, m::dayrel); }
    void drop_pre(node& n, std::size_t i) const noexcept {
        n.begin = static_cast<std::uint32_t>(i + 1);
        n.at.begin = atoms_[i + 1].at.begin;
    }
    // Where a half stands behind a unit: the atom after it, else 0.
    [[nodiscard]] std::size_t half_after(std::size_t i) const noexcept {
        if (!in(i) || !near_by(atoms_[i])) return 0;
        std::size_t k = i;
        bool joined = atoms_[k].clitics == clitic_and;
        if (is(k, m::and_)) {
            joined = true;
            ++k;
            if (is(k, m::article)) ++k;
        }
        if (!joined || !in(k) || !near_by(atoms_[k])) return 0;
        sense s{};
        return find(atoms_[k], m::part, s) != nullptr && s.value == 2 && !beside_unit(k + 1) ? k + 1 : 0;
    }
    [[nodiscard]] bool beside_unit(std::size_t i) const noexcept {
        return in(i) && near_by(atoms_[i]) && (is(i, m::unit) || is(i, m::units));
    }
    static int rank(int unit) noexcept {
        switch (unit) {
        case 13: return 20;
        case 10: return 19;
        case 9: return 18;
        case 8: return 17;
        case 7: return 16;
        case 6: return 15;
        case 5: return 14;
        case 11: return 13;
        case 4: return 12;
        case 3: return 11;
        default: return unit;
        }
    }

    // --- 5 to 6 pm, between 3 and 8 am, from 2:00 to 2:30, 8-9 صباحا, من الساعة 3 إلى الساعة 4
    node clock_range(std::size_t i) const {
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
        int ap = -1;
        bool colon = false;
        std::size_t end = j;
        if (!bare_clock(j, h, mi, ap, colon, end)) return n;
        // the word between
        std::size_t k = end;
        if (!in(k)) return n;
        const bool dashed = (atoms_[k].gap & 15u) == gap_dash && atoms_[k].number != 0;
        if (!dashed && near_by(atoms_[k]) && (is(k, m::to) || is(k, m::until) || (between && is(k, m::and_)))) {
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
        int ap2 = -1;
        bool colon2 = false;
        std::size_t stop = k;
        if (!bare_clock(k, h2, mi2, ap2, colon2, stop)) return n;
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
            const bool after = in(stop) && near_by(atoms_[stop]) && is(stop, m::dayrel);
            const bool before = i > 0 && near_by(atoms_[i]) &&
                                (is(i - 1, m::weekday) || is(i - 1, m::dayrel) || is(i - 1, m::pod)) &&
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
        const int last = full(h2, ap2, part_value) * 3600 + mi2 * 60;
        int first = full(h, ap, -1) * 3600 + mi * 60;
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
    bool bare_clock(std::size_t i, int& h, int& mi, int& ap, bool& colon, std::size_t& end) const noexcept {
        if (!whole(i) || atoms_[i].value > 24 || (atoms_[i].written == 0 && atoms_[i].digits > 2)) return false;
        if (atoms_[i].kind == 1 && !((atoms_[i].language & arabic) != 0 && atoms_[i].written == 1)) return false;
        h = static_cast<int>(atoms_[i].value);
        mi = 0;
        end = i + 1;
        if (in_digits(end) && atoms_[end].gap == gap_colon && atoms_[end].digits == 2 && atoms_[end].value < 60) {
            mi = static_cast<int>(atoms_[end].value);
            colon = true;
            ++end;
            if (in_digits(end) && atoms_[end].gap == gap_colon) return false;
        }
        ap = ampm_at(end);
        if (ap >= 0) ++end;
        return true;
    }

    // --- Clock times: 14:30, 5 pm, ساعت ۵ عصر, الساعة الخامسة والنصف, شام 5 بجے, half past three, noon
    node clock(std::size_t i) const {
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
            if (is(j, m::of) && beside(j + 1)) ++j;
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
        if (languages_of_safe(j) == english || (in(j) && atoms_[j].number != 0)) {
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
        const bool hour_and_tens = a.written == 1 && (a.language & arabic) != 0 && a.exponent == 0 && a.value > 20 &&
                                   a.value < 60 && a.value % 10 != 0 && in(end) && near_by(atoms_[end]) &&
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
            if (in_digits(end) && atoms_[end].gap == gap_colon && atoms_[end].digits == 2 && atoms_[end].value < 60 &&
                a.digits <= 2 && a.kind == 0) {
                mi = static_cast<int>(atoms_[end].value);
                colon = true;
                ++end;
                if (in_digits(end) && atoms_[end].gap == gap_colon && atoms_[end].digits == 2 && atoms_[end].value < 60) {
                    s = static_cast<int>(atoms_[end].value);
                    ++end;
                }
                if (in_digits(end) && atoms_[end].gap == gap_colon) return n; // more colons: an address
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
        if (mi < 0 && a.written == 1 && a.kind == 0 && h >= 1 && h <= 12 && whole(end) && near_by(atoms_[end]) &&
            atoms_[end].written == 1 && atoms_[end].kind == 0 && atoms_[end].value >= 5 && atoms_[end].value < 60 &&
            a.language == english && !counts_time(end)) { // seven thirty p.m.
            const bool in_part = in(end + 1) && (is(end + 1, m::of) || is(end + 1, m::inpre)) && near_by(atoms_[end + 1]) &&
                                 (is(end + 2, m::pod) || is(end + 3, m::pod));
            if (ampm_at(end + 1) >= 0 || at_word || in_part || alone(i, end + 1)) {
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
            if (in(end) && near_by(atoms_[end]) &&
                (atoms_[end].number != 0 || is(end, m::month) || is(end, m::of) || is(end, m::scale) || is(end, m::percent)))
                return n;
            if (in(end) && (atoms_[end].gap & 15u) != gap_cut && (atoms_[end].gap & 15u) != gap_comma &&
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
    [[nodiscard]] bool counts_time(std::size_t i) const noexcept {
        return in(i + 1) && near_by(atoms_[i + 1]) &&
               (is(i + 1, m::units) || is(i + 1, m::unit) || is(i + 1, m::counter) || is(i + 1, m::percent));
    }
    [[nodiscard]] unsigned languages_of_safe(std::size_t i) const noexcept { return in(i) ? languages_of(atoms_[i]) : 0; }
    [[nodiscard]] bool ends_clause(std::size_t pos) const noexcept {
        // the next word is a small one: then the number is not counting it
        const std::string_view rest = text_.substr(pos + 1, 4);
        for (const std::string_view w : {"for ", "with", "to ", "and ", "in ", "on ", "at ", "so ", "is ", "by "})
            if (rest.substr(0, w.size()) == w) return true;
        return false;
    }
    // Qur'an 5:32, John 3:16: a name directly before, and no word that times have.
    [[nodiscard]] bool verse(std::size_t i) const noexcept {
        const std::size_t b = atoms_[i].at.begin;
        if (b < 2 || text_[b - 1] != ' ') return false;
        const auto c = static_cast<unsigned char>(text_[b - 2]);
        if (c >= 0x80) return false;
        std::size_t from = b - 1;
        while (from > 0 && text_[from - 1] != ' ') --from;
        const auto f = static_cast<unsigned char>(text_[from]);
        return f >= 'A' && f <= 'Z';
    }
    [[nodiscard]] int ampm_at(std::size_t i) const noexcept {
        if (!in(i) || !near_by(atoms_[i])) return -1;
        return value(i, m::ampm).value_or(-1);
    }
    // الخامسة والنصف, ۲۱ و ۴۸ دقیقه, 5 hours 30 minutes are minutes behind an hour
    void minutes_after(std::size_t& end, int& mi, int& s, bool marked, bool arabic_ordinal) const noexcept {
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
        if (!unit && !(marked || arabic_ordinal)) return;
        if (!unit && atoms_[k].kind == 1) return;
        if (!unit && ((atoms_[k].language & persian) != 0 || !arabic_ordinal)) return;
        mi = static_cast<int>(atoms_[k].value);
        end = k + (unit ? 2 : 1);
        if (unit && in(end) && near_by(atoms_[end]) && is(end, m::and_) && whole(end + 1) && in(end + 2) &&
            value(end + 2, m::unit) == 0) {
            s = static_cast<int>(atoms_[end + 1].value % 60);
            end += 3;
        }
    }
    // half past, quarter to, ten minutes past
    [[nodiscard]] std::size_t past_word(std::size_t i, int& minutes) const noexcept {
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
        if (w == "past" || w == "after") minutes = v;
        else if (w == "to" || w == "till" || w == "before") minutes = -v;
        else return 0;
        if (!in(k + 1) || !near_by(atoms_[k + 1])) return 0;
        const bool hour = (whole(k + 1) && atoms_[k + 1].value >= 1 && atoms_[k + 1].value <= 12 && atoms_[k + 1].kind == 0) ||
                          value(k + 1, m::pod) == 8 || value(k + 1, m::pod) == 7;
        if (!hour) return 0;
        if (w == "to" && (v % 5 != 0) && !minutes_said) return 0; // 4 to 5 is a range
        const bool fraction = is(i, m::article) || atoms_[i].kind == 3;
        if (w == "to" && !fraction && !minutes_said &&
            !(atoms_[k + 1].number != 0 && ampm_at(k + 2) >= 0 && v >= 10 && v % 5 == 0))
            return 0;
        return k + 1;
    }

    // --- morning, صباحا, شب alone; with a day beside it they become part of it
    node part(std::size_t i) const {
        node n;
        const auto p = value(i, m::pod);
        if (!p || *p == 7 || *p == 8 || *p >= 12) return n;
        if (weak_word(i, m::pod) && (atoms_[i].language & urdu) == 0) return n;
        start(n, i, i + 1, form::part);
        n.part = static_cast<std::int8_t>(*p);
        n.weak = true; // stays only beside a day, or after a word that asks for it
        return n;
    }

    // --- spring 2021, بهار ۱۳۹۹, this summer
    node season(std::size_t i) const {
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
        if (in(k) && near_by(atoms_[k]) && year_like(k) && !counts(k)) {
            n.year = static_cast<int>(atoms_[k].value);
            n.year_digits = 4;
            end = k + 1;
        } else if (in(end) && near_by(atoms_[end]) && value(end, m::rel) &&
                   (languages_of(atoms_[end]) & (arabic | persian)) != 0 && tense == 2) {
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

    // --- first quarter of 2021, Q1 2021, سه ماهه اول سال ۱۴۰۱, النصف الأول من العام
    node quarter(std::size_t i) const {
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
        } else if (year_like(j) && in(j + 1) && (near_by(atoms_[j + 1]) || hyphened(atoms_[j + 1])) &&
                   is(j + 1, m::quarterprefix) && in_digits(j + 2) && atoms_[j + 2].gap == gap_none && atoms_[j + 2].value >= 1 &&
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
        if (!year && what == form::half_year && !is(i, m::quarterprefix)) {
            // نیمه دوم فروردین: half of something else
            if (in(j) && near_by(atoms_[j]) && is(j, m::month)) {
                node month = fields(j);
                if (month.what == form::none || month.day != 0) return n;
                node out = month;
                start(out, i, month.end, form::fields);
                out.mod = index == 1 ? 1 : 3;
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

    // --- 1990s, the nineties, دهه ۹۰, the 21st century, week 31
    node decade(std::size_t i) const {
        node n;
        if (const auto w = value(i, m::decadeword)) {
            start(n, i, i + 1, form::decade);
            n.year = 1900 + *w;
            n.cal = 0;
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
        if ((value(i, m::unit) == 9 || value(i, m::units) == 9) && in(i + 1) && near_by(atoms_[i + 1]) && whole(i + 1) &&
            atoms_[i + 1].value % 10 == 0 && atoms_[i + 1].value >= 10 && (atoms_[i].language & (persian | arabic)) != 0) {
            start(n, i, i + 2, form::decade);
            n.year = static_cast<int>(atoms_[i + 1].value);
            n.year_digits = static_cast<std::uint8_t>(atoms_[i + 1].value < 100 ? 2 : 4);
            era_after(n);
            return n;
        }
        if (ordinal(i) && in(i + 1) && near_by(atoms_[i + 1]) && value(i + 1, m::unit) == 10 &&
            languages_of(atoms_[i + 1]) == english && atoms_[i].value <= 30) {
            start(n, i, i + 2, form::century);
            n.index = static_cast<std::uint8_t>(atoms_[i].value);
            return n;
        }
        if (value(i, m::unit) == 10 && languages_of(atoms_[i]) != english && in(i + 1) && near_by(atoms_[i + 1]) &&
            whole(i + 1) && atoms_[i + 1].value <= 30 && atoms_[i + 1].value >= 1) {
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
            start(n, i, end, form::week);
            n.index = static_cast<std::uint8_t>(atoms_[i + 1].value);
            n.year = year;
            n.year_digits = 4;
            return n;
        }
        return n;
    }

    // --- the week of October 7th, the week starting on February 4, أسبوع 30 نوفمبر, the weekend of Halloween
    node week_of(std::size_t i) const {
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

    node holiday(std::size_t i) const {
        node n;
        std::size_t at = i;
        int tense = 2;
        if (is(i, m::rel) && is(i + 1, m::holiday) && beside(i + 1) && languages_of(atoms_[i]) == english) {
            tense = *value(i, m::rel);
            at = i + 1;
        }
        const auto h = value(at, m::holiday);
        if (!h) return n;
        std::size_t end = at + 1;
        std::size_t k = end;
        while (in(k) && near_by(atoms_[k]) && k < end + 2 && (is(k, m::of) || value(k, m::unit) == 8)) ++k;
        int year = no_year;
        int offset = 1000;
        if (in(k) && near_by(atoms_[k]) && year_like(k) && !counts(k)) {
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
        n.holiday = *h;
        n.year = year;
        n.year_digits = 4;
        n.year_offset = offset;
        n.tense = static_cast<std::int8_t>(tense);
        return n;
    }

    // --- every Monday, each two days, daily
    node often(std::size_t i) const {
        node n;
        if (const auto o = value(i, m::often)) {
            start(n, i, i + 1, form::set);
            n.unit = static_cast<std::uint8_t>(*o);
            n.months = unit_months[*o];
            n.seconds = unit_seconds[*o];
            return n;
        }
        if (value(i, m::weekday) && languages_of(atoms_[i]) == english && word(i).back() == 's' &&
            word(i).size() > 5) { // on Mondays
            start(n, i, i + 1, form::set);
            n.weekday = static_cast<std::uint8_t>(*value(i, m::weekday));
            return n;
        }
        if (value(i, m::units) == 3 && is(i + 1, m::weekday) && beside(i + 1) &&
            languages_of(atoms_[i]) != english) { // أيام الأحد
            start(n, i, i + 2, form::set);
            n.weekday = static_cast<std::uint8_t>(*value(i + 1, m::weekday));
            return n;
        }
        if (!is(i, m::every) || !beside(i + 1)) return n;
        std::size_t k = i + 1;
        if (is(k, m::rel) && word(k) != "other") return n;
        int count = 1;
        if (whole(k) && atoms_[k].value > 0 && atoms_[k].value < 1000 && beside(k + 1)) {
            count = static_cast<int>(atoms_[k].value);
            ++k;
        }
        if (value(k, m::unit) == 3 && is(k + 1, m::weekday) && beside(k + 1)) ++k; // كل يوم اثنين
        if (is(k, m::rel) && word(k) == "other" && beside(k + 1)) {
            count = 2;
            ++k;
        }
        if (const auto w = value(k, m::weekday)) {
            start(n, i, k + 1, form::set);
            n.weekday = static_cast<std::uint8_t>(*w);
            n.count = count;
            return n;
        }
        auto u = value(k, m::unit);
        if (!u) u = value(k, m::units);
        if (!u && value(k, m::dualunit)) { // كل يومين
            u = value(k, m::dualunit);
            count = 2;
        }
        if (u) {
            if (word(i) == "per") return n;
            start(n, i, k + 1, form::set);
            n.unit = static_cast<std::uint8_t>(*u);
            n.months = count * unit_months[*u];
            n.seconds = count * unit_seconds[*u];
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

    // --- mid-2021, اواخر حمل, منتصف العام الماضي, about a month ago
    node modified(std::size_t i) const {
        node n;
        if (const auto e = value(i, m::edge)) { // EOY: the end of this year
            start(n, i, i + 1, form::unit_offset);
            n.unit = static_cast<std::uint8_t>(*e & 31);
            n.offset = 0;
            n.mod = static_cast<std::uint8_t>(*e >> 5);
            return n;
        }
        auto mod = value(i, m::mod);
        if (!mod) return n;
        if (*mod == 9) return rest(i);
        std::size_t k = i + 1;
        int skipped = 0;
        while (in(k) && near_by(atoms_[k]) && skipped < 2 && (is(k, m::of)) && !is(k, m::unit) && !is(k, m::rel)) {
            ++k;
            ++skipped;
        }
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
        n.mod = static_cast<std::uint8_t>(*mod);
        if (*mod == 3 && inner.what == form::unit_offset && inner.unit == 4 && (inner.language & arabic) != 0 &&
            word(i) == "نهاية") { // نهاية هذا الأسبوع
            n.unit = 12;
            n.mod = 0;
        }
        n.weak = false;
        return n;
    }
    // the rest of the week, later this year, بقية هذا اليوم: from now to its end
    node rest(std::size_t i) const {
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
    [[nodiscard]] bool definite_article(std::size_t k) const noexcept {
        return word(k).substr(0, 4) == "ال" || (atoms_[k].clitics & clitic_for) != 0;
    }

    // --- الثلاثاء الأخير من شهر مارس, الأسبوع الثالث من عام 2027, اليوم الثالث من شهر عشرة
    node nth_behind(std::size_t i) const {
        node n;
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
        if (skipped == 0 || !beside(j)) return n;
        node inner = fields(j);
        if (inner.what == form::none || (inner.month == 0 && inner.year == no_year) || inner.day != 0) inner = unit_offset(j);
        if (inner.what == form::none || inner.weekday != 0) return n;
        n = inner;
        start(n, i, inner.end, form::nth_day);
        n.index = static_cast<std::uint8_t>(index);
        n.weekday = w ? static_cast<std::uint8_t>(*w) : std::uint8_t{0};
        n.holiday = u ? *u : 3;
        n.from = inner.what == form::fields ? 0 : 1;
        return n;
    }

    // --- the first Monday of May, last day of the month, the 15th
    node nth(std::size_t i) const {
        node n;
        int index = 0;
        std::size_t k = i;
        if (ordinal(k) && atoms_[k].value >= 1 && atoms_[k].value <= 31 && (atoms_[k].value <= 9 || value(k + 1, m::unit) == 3)) {
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
        if (index == 99 && whole(k) && beside(k) && atoms_[k].value < 50 &&
            beside(k + 1)) { // the last four months of 2021, آخر 3 سنوات
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
            if (w || (u && (*u == 3 || *u == 4 || *u == 12)) || (us == 5 && count > 1)) {
                std::size_t j = k + 1;
                int skipped = 0;
                while (in(j) && near_by(atoms_[j]) && skipped < 2 && (is(j, m::of) || is(j, m::inpre)) && atoms_[j].number == 0 &&
                       (!is(j, m::unit) || month_after(j))) {
                    ++j;
                    ++skipped;
                }
                if (in(j) && near_by(atoms_[j]) && atoms_[j].clitics == clitic_by) ++skipped;
                if (skipped > 0 && in(j) && near_by(atoms_[j])) {
                    node inner = fields(j);
                    if (inner.what == form::none || (inner.month == 0 && inner.year == no_year) || inner.day != 0)
                        inner = unit_offset(j);
                    if (inner.what == form::none && year_like(j)) {
                        start(inner, j, j + 1, form::fields);
                        inner.year = static_cast<int>(atoms_[j].value);
                        inner.year_digits = 4;
                    }
                    if (inner.what != form::none && inner.weekday == 0) {
                        n = inner;
                        start(n, i, inner.end, form::nth_day);
                        n.index = static_cast<std::uint8_t>(index);
                        n.weekday = w ? static_cast<std::uint8_t>(*w) : std::uint8_t{0};
                        n.holiday = us == 5 ? 5 : u ? *u : 3;
                        n.count = count;
                        n.from = inner.what == form::fields ? 0 : 1; // what it is counted in
                        return n;
                    }
                }
            }
        }
        // the 15th, "the 27th": a day of this month or the next
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
        if (ordinal(i) && atoms_[i].written == 0 && atoms_[i].value >= 1 && atoms_[i].value <= 31 &&
            (atoms_[i].language == english || atoms_[i].language == 0)) {
            const bool the = i > 0 && near_by(atoms_[i]) && (word(i - 1).ends_with("the") || word(i - 1).ends_with("The"));
            const bool follows = in(i + 1) && (atoms_[i + 1].gap & 15u) == gap_none && atoms_[i + 1].number == 0 &&
                                 (is(i + 1, m::unit) || is(i + 1, m::counter));
            const bool ends = atoms_[i].at.end >= text_.size() || text_[atoms_[i].at.end] == '.' ||
                              text_[atoms_[i].at.end] == ',' || text_[atoms_[i].at.end] == '?' ||
                              (in(i + 1) && near_by(atoms_[i + 1]));
            if (!follows && (ends || !the)) {
                if (the) start(n, i, i + 1, form::fields);
                n.day = static_cast<int>(atoms_[i].value);
                n.cal = 0;
                // 20th of next month
                std::size_t j = i + 1;
                if (value(j, m::unit) == 3 && beside(j)) ++j; // the 15th day of next month
                for (int skipped = 0; in(j) && near_by(atoms_[j]) && skipped < 2 && is(j, m::of) && !is(j, m::unit); ++skipped)
                    ++j;
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

    // --- What neighbours make together.
    // Only small words may stand between two that belong together; a comma or a bracket may.
    [[nodiscard]] bool touching(const node& a, const node& b, unsigned marks, int words) const noexcept {
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
    static constexpr unsigned plain_gap = 1u << gap_none;
    static constexpr unsigned comma_gap = plain_gap | 1u << gap_comma;
    static constexpr unsigned bracket_gap = comma_gap | 1u << gap_bracket | 1u << gap_dash;

    [[nodiscard]] static bool names_day(const node& n) noexcept {
        return (n.what == form::fields && (n.day != 0 || n.weekday != 0) && n.last_day == 0) || n.what == form::day_offset ||
               n.what == form::holiday || n.what == form::nth_day || (n.what == form::distance && n.unit == 3 && n.seconds > 0) ||
               (n.what == form::unit_offset && n.unit == 3 && !n.counted);
    }

    void take(node& a, const node& b) const noexcept {
        a.begin = a.begin < b.begin ? a.begin : b.begin;
        a.end = a.end > b.end ? a.end : b.end;
        a.at = cover(a.at, b.at);
    }

    void merge() {
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
    [[nodiscard]] bool keeps(const node& n) const noexcept {
        if (n.what != form::part) return true;
        if (alone(n.begin, n.end)) return true;
        if (n.mod != 0 && n.begin > 0 && near_by(atoms_[n.begin]) && word(n.begin - 1) == "the") return true;
        if (n.begin == 0 || !near_by(atoms_[n.begin])) return false;
        const std::size_t p = n.begin - 1;
        if (languages_of(atoms_[n.begin]) == english)
            return word(p) == "the" && n.begin >= 2 && (word(p - 1) == "in" || word(p - 1) == "during") && near_by(atoms_[p]);
        return (atoms_[n.begin].language & arabic) != 0 && is(p, m::of) && word(n.begin).substr(0, 4) == "ال";
    }

    bool join(node& a, node& b) const {
        if (a.used || b.used || a.what == form::none || b.what == form::none) return false;
        if (a.what == form::now && b.what == form::distance && b.mod == 100) {
            take(b, a);
            b.mod = 0;
            a = b;
            return true;
        }
        if (b.what == form::distance && b.mod == 100) b.mod = 0;
        // Friday + 7/6: the weekday of a numeric date
        if (a.what == form::fields && a.weekday != 0 && a.day == 0 && a.month == 0 && a.year == no_year &&
            b.what == form::fields && b.numeric && b.day != 0 && b.weekday == 0 && touching(a, b, comma_gap, 1)) {
            node c = b;
            c.weekday = a.weekday;
            take(c, a);
            a = c;
            return true;
        }
        // Monday + two weeks from now
        if (a.what == form::fields && a.weekday != 0 && a.day == 0 && a.month == 0 && a.year == no_year &&
            b.what == form::distance && b.direction == 1 && b.seconds >= 604800 && b.months == 0 &&
            touching(a, b, comma_gap, 0)) {
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
        if (a.what == form::day_offset && a.weekday == 0 && b.what == form::fields && b.weekday != 0 && b.day == 0 &&
            b.month == 0 && b.year == no_year && b.tense == 2 && touching(a, b, bracket_gap, 1)) {
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
        // day + part, part + day
        if (names_day(a) && a.part < 0 && b.what == form::part && touching(a, b, comma_gap, 2) && b.part < 9) {
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
            a.what == form::unit_offset && a.unit == 4 && !a.counted && a.mod == 0 && touching(a, b, comma_gap, 1)) {
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
        if (a.what == form::length && !a.vague && a.months == 0 && a.seconds >= 60 && a.seconds < 86400 &&
            b.what == form::clock && b.clock_end < 0 && b.begin == a.end + 1 && near_by(atoms_[a.end]) &&
            near_by(atoms_[b.begin]) && (word(a.end) == "from" || word(a.end) == "after" || word(a.end) == "before")) {
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
        // 5 days before Christmas, two days after 3 May, 3 days from Tuesday
        if (a.what == form::length && names_day(b) && b.begin == a.end + 1 && near_by(atoms_[a.end]) &&
            near_by(atoms_[b.begin]) && a.from < 0) {
            const bool before = is(a.end, m::before) || word(a.end) == "قبل" || word(a.end) == "before";
            const bool after = is(a.end, m::after) || word(a.end) == "from" || word(a.end) == "after" ||
                               word(a.end) == "following" || word(a.end) == "since";
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
    [[nodiscard]] bool spoken_for(const node& n) const noexcept {
        return n.begin > 0 && near_by(atoms_[n.begin]) && (word(n.begin - 1) == "for" || word(n.begin - 1) == "For");
    }
    // A part of the day tells which half of the day a clock time is in.
    static void settle(node& n) noexcept {
        if (!n.clock_sure && n.clock < 43200 && (n.part == 2 || n.part == 3 || (n.part == 4 && n.clock >= 6 * 3600))) {
            n.clock += 43200;
            if (n.clock_end >= 0 && n.clock_end < 43200) n.clock_end += 43200;
        }
        n.clock_sure = true;
        n.part = -1;
    }
    void close_bracket(node& n) const noexcept {
        if (n.at.end < text_.size() && text_[n.at.end] == ')' &&
            text_.substr(n.at.begin, n.at.size()).find('(') != std::string_view::npos)
            ++n.at.end;
    }

    // from A to B, A - B, between A and B, since A, until B
    void ranges() {
        const std::size_t size = out_.size();
        for (std::size_t i = 0; i < size; ++i) {
            node& a = out_[i];
            if (a.used || a.what == form::none) continue;
            if (i + 1 < size && !out_[i + 1].used && range_of(i, i + 1)) continue;
            half_open(i);
        }
    }
    [[nodiscard]] static bool can_bound(const node& n) noexcept {
        return n.what == form::fields || n.what == form::day_offset || n.what == form::unit_offset || n.what == form::clock ||
               n.what == form::holiday || n.what == form::now || n.what == form::season || n.what == form::quarter ||
               n.what == form::week || n.what == form::nth_day || n.what == form::distance;
    }
    bool range_of(std::size_t ia, std::size_t ib) {
        node& a = out_[ia];
        node& b = out_[ib];
        if (!can_bound(a) || !can_bound(b) || (a.weak && a.what == form::part) || a.last_day != 0 || b.last_day != 0)
            return false;
        const bool from = a.begin > 0 && near_by(atoms_[a.begin]) &&
                          (is(a.begin - 1, m::from) ||
                           (is(a.begin - 1, m::of) && a.begin > 1 && is(a.begin - 2, m::from) && near_by(atoms_[a.begin - 1])));
        const bool between = a.begin > 0 && near_by(atoms_[a.begin]) && is(a.begin - 1, m::between);
        bool joined = false;
        const std::uint32_t gap = b.begin - a.end;
        if (gap == 0) {
            const unsigned g = atoms_[b.begin].gap & 15u;
            joined = (g == gap_dash && a.what == b.what) || (between && g == gap_none && atoms_[b.begin].clitics == clitic_and);
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
        if (a.what == form::clock && b.what != form::clock && b.clock < 0) return false;
        node r;
        start(r, a.begin, b.end, form::range);
        r.at = cover(a.at, b.at);
        if (from || between) {
            const std::size_t p = a.begin - 1;
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
    void half_open(std::size_t i) {
        node& a = out_[i];
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
        if (is(p, m::since)) mod = static_cast<std::uint8_t>(date_modifier::since);
        else if (is(p, m::until)) mod = static_cast<std::uint8_t>(date_modifier::until);
        else if (arabic_word && word(p) == "منذ") mod = static_cast<std::uint8_t>(date_modifier::since);
        else if (is(p, m::before)) mod = static_cast<std::uint8_t>(date_modifier::before);
        else if (is(p, m::after)) mod = static_cast<std::uint8_t>(date_modifier::after);
        if (mod == 0) return;
        a.mod = mod;
        a.begin = static_cast<std::uint32_t>(p);
        a.at.begin = atoms_[p].at.begin;
    }

    std::string_view text_;
    std::span<const atom> atoms_;
    const date_options& options_;
    buffer<node>& out_;
};

}}} // namespace matn::v0::detail::when

#endif
