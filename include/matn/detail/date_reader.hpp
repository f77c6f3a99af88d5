// SPDX-License-Identifier: MIT
// The reader of expressions of time: what stands at an atom, and which rules can begin there.
#ifndef MATN_DETAIL_DATE_READER_HPP
#define MATN_DETAIL_DATE_READER_HPP

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
        if (spoken(b, m::units) || spoken(b, m::counter) || b.word == percent_word || spoken(b, m::percent) ||
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
            // Before a word that nobody knows, a number is at most a year or a day of the month.
            const bool followed = in(i + 1) && (atoms_[i + 1].gap & 15u) != gap_cut;
            if (followed) {
                longer(best, numeric_date(i));
                longer(best, clock(i));
                longer(best, clock_range(i));
                longer(best, day_run(i));
            }
            longer(best, fields(i));
            if (followed) {
                longer(best, length(i));
                longer(best, counted_unit_offset(i));
                longer(best, counted_weekday(i));
                longer(best, decade(i));
                longer(best, quarter(i));
                if (value(i + 1, m::unit) == 5 && languages_of(atoms_[i + 1]) != english) longer(best, first_months(i));
            } else if (atoms_[i].exponent < 0 && (atoms_[i].language & persian) != 0) {
                longer(best, length(i)); // یک ربع
            }
            longer(best, nth(i));
        }
        // Each kind only where its first word can stand.
        const std::uint64_t has = atoms_[i].means;
        if (has == 0) return;
        if ((has & bits(m::unit)) != 0) longer(best, week_of_month(i));
        if ((has & bits(m::month, m::weekday, m::rel, m::unit)) != 0) longer(best, fields(i));
        if ((has & bits(m::pod, m::clock, m::at, m::article, m::part, m::unit)) != 0) longer(best, clock(i));
        if ((has & bits(m::between, m::from, m::clock, m::at)) != 0) longer(best, clock_range(i));
        if ((has & bits(m::between, m::from)) != 0) longer(best, day_run(i));
        if ((has & bits(m::decadeword)) != 0) longer(best, decade(i));
        if ((has & bits(m::dayrel, m::podrel, m::now, m::yearrel)) != 0) longer(best, day_offset(i));
        if ((has & bits(m::rel, m::unit, m::units, m::dualunit)) != 0) longer(best, unit_offset(i));
        if ((has & bits(m::some)) != 0) longer(best, counted_unit_offset(i));
        if ((has & bits(m::agopre, m::hencepre, m::inpre, m::within, m::article, m::some, m::dualunit, m::units, m::unit)) != 0)
            longer(best, length(i));
        if ((has & bits(m::within, m::of)) != 0 && (atoms_[i].language & persian) != 0 && whole(i + 1) && beside(i + 1) &&
            value(i + 2, m::unit) == 5)
            longer(best, first_months(i + 1)); // طی شش ماه نخست سال ۱۳۹۸
        if ((has & bits(m::pod)) != 0) longer(best, part(i));
        if ((has & bits(m::season, m::rel)) != 0) longer(best, season(i));
        if ((has & bits(m::quarterword, m::halfword, m::quarterprefix)) != 0) longer(best, quarter(i));
        if ((has & bits(m::unit, m::units)) != 0) longer(best, decade(i));
        if ((has & bits(m::unit)) != 0) longer(best, week_of(i));
        if ((has & bits(m::unit, m::weekday, m::dayrel)) != 0) longer(best, nth_behind(i));
        if ((has & bits(m::units)) != 0 && value(i, m::units) == 5 && (atoms_[i].language & arabic) != 0)
            longer(best, first_months(i));
        if ((has & bits(m::holiday, m::rel)) != 0) longer(best, holiday(i));
        if ((has & bits(m::often, m::every, m::weekday, m::units, m::unit)) != 0) longer(best, often(i));
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

    // --- Dates in digits: date_numeric.hpp.
    node numeric_date(std::size_t i) const;
    void day_and_month(std::int64_t& d, std::int64_t& mo) const noexcept;
    [[nodiscard]] bool clause_ends(std::size_t i) const noexcept;
    [[nodiscard]] bool versioned(std::size_t i) const noexcept;
    [[nodiscard]] bool alone(std::size_t i, std::size_t end) const noexcept;
    void iso_clock(node& n) const noexcept;
    void era_after(node& n) const noexcept;
    void of_century(node& n) const noexcept;
    node week_of_month(std::size_t i) const;
    node week_in(const node& month, std::size_t begin, int index) const;
    [[nodiscard]] bool names_calendar(std::size_t i) const noexcept;

    // --- Day, month, year, weekday: date_fields.hpp, date_support.hpp.
    node fields(std::size_t i) const;
    [[nodiscard]] bool whole_clock(std::size_t j) const noexcept;
    [[nodiscard]] bool counts_month(std::size_t j) const noexcept;
    [[nodiscard]] bool minus_before(std::size_t i) const noexcept;
    [[nodiscard]] bool two_digit_year(std::size_t i) const noexcept;
    [[nodiscard]] bool year_of_years(std::size_t i) const noexcept;
    [[nodiscard]] bool friday_prayer(std::size_t j) const noexcept;
    [[nodiscard]] bool possessive(std::size_t j) const noexcept;
    [[nodiscard]] bool dushanbe(std::size_t j) const noexcept;
    [[nodiscard]] bool small_before(std::size_t j) const noexcept { return j > 0 && near_by(atoms_[j]); }
    [[nodiscard]] bool month_word(std::size_t i) const noexcept { return value(i, m::unit) == 5; }
    [[nodiscard]] bool weekday_day(std::size_t j, unsigned g) const noexcept;
    [[nodiscard]] bool tense_fits(std::size_t j, const node& n) const noexcept;
    void other_name(node& n, std::size_t& j, bool& weak) const noexcept;
    void day_range(node& n, std::size_t j, std::size_t& end) const noexcept;
    [[nodiscard]] std::size_t range_before_month(std::size_t j) const noexcept;
    [[nodiscard]] std::size_t range_word(std::size_t j) const noexcept;
    [[nodiscard]] bool supported_month(std::size_t i, std::size_t end) const noexcept;
    [[nodiscard]] bool lunar_month_said(std::size_t i, std::size_t end) const noexcept;
    [[nodiscard]] bool names_place(std::size_t i) const noexcept;
    [[nodiscard]] bool foreign_month(std::size_t i) const noexcept;
    [[nodiscard]] bool common_word(std::size_t i) const noexcept;
    [[nodiscard]] bool supported_weekday(std::size_t i, std::size_t end) const noexcept;
    [[nodiscard]] bool year_invited(std::size_t i, std::size_t end) const noexcept;

    // --- Counted from the day of writing: date_relative.hpp.
    node day_offset(std::size_t i) const;
    node day_run(std::size_t i) const;
    [[nodiscard]] bool rel_before(unsigned who) const noexcept { return (who & (english | urdu | pashto)) != 0; }
    node unit_offset(std::size_t i) const;
    [[nodiscard]] bool whole_unit_that(std::size_t j) const noexcept;
    [[nodiscard]] bool this_weekend(std::size_t j) const noexcept;
    [[nodiscard]] bool asked_for(std::size_t j) const noexcept;
    [[nodiscard]] bool one_tongue(std::size_t j, std::size_t k) const noexcept;
    [[nodiscard]] bool plural_only(std::size_t k) const noexcept { return (atoms_[k].language & (arabic | persian)) != 0; }
    node counted_unit_offset(std::size_t i) const;
    node counted_weekday(std::size_t i) const;

    // --- Lengths of time: date_length.hpp.
    node length(std::size_t i) const;
    [[nodiscard]] bool quarter_hour(std::size_t next, std::size_t number) const noexcept;
    [[nodiscard]] bool limits(std::size_t i) const noexcept;
    [[nodiscard]] bool ago_word(std::size_t i) const noexcept;
    [[nodiscard]] bool hence_word(std::size_t i) const noexcept;
    [[nodiscard]] bool unit_is_part(std::size_t i) const noexcept { return value(i, m::unit) == 3 && is(i + 1, m::dayrel); }
    void drop_pre(node& n, std::size_t i) const noexcept;
    [[nodiscard]] std::size_t half_after(std::size_t i, int unit) const noexcept;
    [[nodiscard]] std::size_t second_count(std::size_t k) const noexcept;
    [[nodiscard]] bool names_unit(std::size_t i) const noexcept;
    [[nodiscard]] bool part_of_code(std::size_t number, std::size_t unit) const noexcept;
    [[nodiscard]] bool beside_unit(std::size_t i) const noexcept;
    static int rank(int unit) noexcept;

    // --- Clock times: date_clock.hpp, with date_clock_range.hpp and date_clock_minutes.hpp.
    node clock_range(std::size_t i) const;
    bool bare_clock(std::size_t i, int& h, int& mi, int& s, int& ap, bool& colon, std::size_t& end) const noexcept;
    node clock(std::size_t i) const;
    [[nodiscard]] bool clock_invited(std::size_t i) const noexcept;
    [[nodiscard]] bool counts_time(std::size_t i) const noexcept;
    [[nodiscard]] unsigned languages_of_safe(std::size_t i) const noexcept { return in(i) ? languages_of(atoms_[i]) : 0; }
    [[nodiscard]] bool ends_clause(std::size_t pos) const noexcept;
    [[nodiscard]] bool verse(std::size_t i) const noexcept;
    [[nodiscard]] int ampm_at(std::size_t i) const noexcept;
    void minutes_after(std::size_t& end, int& mi, int& s, bool marked, bool arabic_ordinal) const noexcept;
    [[nodiscard]] std::size_t hour_behind(std::size_t i, int given, bool invited, int& minutes) const noexcept;
    [[nodiscard]] std::size_t past_word(std::size_t i, bool at_word, int& minutes) const noexcept;
    [[nodiscard]] static int minutes_of(const atom& part) noexcept;
    [[nodiscard]] int minutes_less(std::size_t& end, bool hour_is_sure) const noexcept;
    node part(std::size_t i) const;

    // --- Named periods: date_period.hpp.
    node season(std::size_t i) const;
    node quarter(std::size_t i) const;
    node decade(std::size_t i) const;
    node week_of(std::size_t i) const;
    node holiday(std::size_t i) const;
    node often(std::size_t i) const;
    [[nodiscard]] bool named_season(std::size_t i, std::size_t end) const noexcept;
    [[nodiscard]] std::size_t times_behind(std::size_t i) const noexcept;

    // --- Portions of a period: date_portion.hpp.
    node modified(std::size_t i) const;
    node rest(std::size_t i) const;
    [[nodiscard]] bool ends_there(std::size_t i) const noexcept;
    static void last_second(node& n) noexcept;
    [[nodiscard]] bool how_about(std::size_t i) const noexcept;
    node day_of_this_month(std::size_t i) const;
    [[nodiscard]] bool definite_article(std::size_t k) const noexcept;
    node nth_behind(std::size_t i) const;
    node first_months(std::size_t i) const;
    node nth(std::size_t i) const;

    // --- What neighbours make together: date_merge.hpp, date_range.hpp.
    [[nodiscard]] bool touching(const node& a, const node& b, unsigned marks, int words) const noexcept;
    static constexpr unsigned plain_gap = 1u << gap_none;
    static constexpr unsigned comma_gap = plain_gap | 1u << gap_comma;
    static constexpr unsigned bracket_gap = comma_gap | 1u << gap_bracket | 1u << gap_dash;
    [[nodiscard]] static bool names_day(const node& n) noexcept;
    void take(node& a, const node& b) const noexcept;
    void merge();
    [[nodiscard]] bool keeps(const node& n) const noexcept;
    bool join(node& a, node& b) const;
    [[nodiscard]] bool spoken_for(const node& n) const noexcept;
    static void settle(node& n) noexcept;
    void close_bracket(node& n) const noexcept;
    void ranges();
    [[nodiscard]] static bool can_bound(const node& n) noexcept;
    bool range_of(std::size_t ia, std::size_t ib);
    bool or_later(node& n) const noexcept;
    void half_open(std::size_t i);

    std::string_view text_;
    std::span<const atom> atoms_;
    const date_options& options_;
    buffer<node>& out_;
};

}}} // namespace matn::v0::detail::when

#endif
