// SPDX-License-Identifier: MIT
// The minutes past an hour, or to it.
#ifndef MATN_DETAIL_DATE_CLOCK_MINUTES_HPP
#define MATN_DETAIL_DATE_CLOCK_MINUTES_HPP

#include <matn/detail/date_reader.hpp>

namespace matn { inline namespace v0 { namespace detail::when {

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
    const std::string_view said = word(end - 1);
    if (said == "بجکر" || said == "بج کر") joined = counts_time(k); // سات بج کر دس منٹ
    if (!joined || !in(k) || !near_by(atoms_[k])) return;
    sense p{};
    if (atoms_[k].number == is_composed && atoms_[k].kind == 3 && atoms_[k].value > 0) {
        // a written part: والنصف, و نیم, والربع, والثلث
        if (!(marked || arabic_ordinal)) return;
        mi = minutes_of(atoms_[k]);
        if (mi >= 60) {
            mi = -1;
            return;
        }
        end = k + 1;
        return;
    }
    const bool unit = in(k + 1) && near_by(atoms_[k + 1]) && (value(k + 1, m::unit) == 1 || value(k + 1, m::units) == 1);
    if (find(atoms_[k], m::part, p) != nullptr && (marked || arabic_ordinal) && p.value > 1) {
        mi = unit && p.value >= 5 ? p.value : 60 / p.value; // وخمس دقائق is five minutes, no fifth of an hour
        end = k + (unit ? 2 : 1);
        return;
    }
    if (!whole(k) || atoms_[k].value >= 60) return;
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

// پنج دقیقه به ۸, یک ربع مانده به ساعت ۷ صبح, پاو کم اوه بجې, ثلاث دقائق قبل الثامنة: the hour behind minutes; 0 where there is none
inline std::size_t date_reader::hour_behind(std::size_t i, int given, bool invited, int& minutes) const noexcept {
    if (given < 1 || atoms_[i].clitics != 0) return 0; // وقبل is another clause
    const unsigned who = atoms_[i].language;
    const bool less = value(i, m::minus) == 2;
    const bool to = less || is(i, m::before) || (word(i) == "به" && (who & persian) != 0);
    if (!to && !is(i, m::after)) return 0;
    if ((who & (arabic | persian)) == 0 && !(less && (who & pashto) != 0)) return 0;
    std::size_t k = i + 1;
    const bool said = in(k) && near_by(atoms_[k]) && is(k, m::clock) && word(k) != "oclock";
    if (said) ++k;
    if (!in(k) || !near_by(atoms_[k])) return 0;
    const bool midnight = (who & persian) != 0 && (value(k, m::pod) == 7 || (value(k, m::pod) == 8 && !weak_word(k, m::pod)));
    if (!midnight) {
        const bool called = is(k + 1, m::clock) && beside(k + 1); // هفت بجه
        if (!whole(k) || atoms_[k].value < 1 || atoms_[k].value > (said ? 24 : 12)) return 0;
        if (less ? !(said || called || invited || is(k + 1, m::pod)) : counts(k) && !called) return 0;
        if ((who & arabic) != 0 ? !(said || (atoms_[k].kind == 1 && definite_article(k))) : atoms_[k].kind != 0) return 0;
        const bool towards = word(i) == "به" || word(i).starts_with("مانده");
        if ((who & persian) != 0 && !less && !towards && !said && !called) return 0; // دو دقیقه قبل از پنج نفر
    }
    minutes = to ? -given : given;
    return k;
}

// half past three, quarter to five, ten minutes past four: the hour, and its minutes; 0 where there is none
inline std::size_t date_reader::past_word(std::size_t i, bool at_word, int& minutes) const noexcept {
    if (!in(i)) return 0;
    std::size_t k = i;
    int v = -1;
    if (is(k, m::article) && in(k + 1) &&
        (is(k + 1, m::part) || (atoms_[k + 1].number == is_composed && atoms_[k + 1].kind == 3)))
        ++k;
    sense part{};
    if (atoms_[k].number == is_composed && atoms_[k].kind == 3 && atoms_[k].exponent < 0) {
        v = minutes_of(atoms_[k]);
    } else if (whole(k) && atoms_[k].value < 60) {
        v = static_cast<int>(atoms_[k].value);
    } else if (is(k, m::unit) && value(k, m::unit) == 6) {
        v = 15;
    } else if (find(atoms_[k], m::part, part) != nullptr && part.value > 1) {
        v = 60 / part.value; // ربع کم هفت
    }
    if (v < 0 || !in(k + 1) || !near_by(atoms_[k + 1])) return 0;
    ++k;
    const bool minutes_said = value(k, m::units) == 1 || value(k, m::unit) == 1;
    const bool of_an_hour = value(k, m::unit) == 2 && (atoms_[k - 1].kind == 3 || part.value > 1); // ربع ساعت مانده به
    if (minutes_said || of_an_hour) ++k;
    if (!in(k) || !near_by(atoms_[k])) return 0;
    const std::string_view w = word(k);
    if (languages_of(atoms_[k]) != english) {
        const bool minutes_clear = minutes_said || of_an_hour || atoms_[k - 1].kind == 3 || part.value > 1;
        return minutes_clear ? hour_behind(k, v, at_word, minutes) : 0;
    }
    if (w == "past" || w == "after") minutes = v;
    else if (w == "to" || w == "till" || w == "before") minutes = -v;
    else return 0;
    if (!in(k + 1) || !near_by(atoms_[k + 1])) return 0;
    const bool hour = (whole(k + 1) && atoms_[k + 1].value >= 1 && atoms_[k + 1].value <= 12 && atoms_[k + 1].kind == 0) ||
                      value(k + 1, m::pod) == 8 || value(k + 1, m::pod) == 7;
    if (!hour) return 0;
    if (w != "to") return k + 1;
    const bool words = atoms_[i].written == 1 && atoms_[k + 1].written == 1;
    const bool fraction = is(i, m::article) || atoms_[i].kind == 3;
    const bool ends =
        clause_ends(k + 1) || ends_clause(atoms_[k + 1].at.end) || (in(k + 2) && near_by(atoms_[k + 2]) && !counts(k + 1));
    if (v % 5 != 0 && !minutes_said) return 0; // 4 to 5 is a range
    if (minutes_said || (at_word && (fraction || words))) return k + 1;
    if (fraction) return ends ? k + 1 : 0; // but: a quarter to seven people
    return atoms_[k + 1].number != 0 && ampm_at(k + 2) >= 0 && v >= 10 ? k + 1 : 0;
}

// The minutes of a part of an hour.
inline int date_reader::minutes_of(const atom& part) noexcept {
    double hours = static_cast<double>(part.value);
    for (int e = part.exponent; e < 0; ++e) hours /= 10;
    return static_cast<int>(hours * 60 + 0.5);
}

// إلا ربعا, إلا الثلث, إلا خمس دقائق, سات بجنے میں دس منٹ: the minutes that the hour lacks, and where they end; 0 for none
inline int date_reader::minutes_less(std::size_t& end, bool hour_is_sure) const noexcept {
    if (!in(end) || !near_by(atoms_[end]) || !is(end, m::minus) || value(end, m::minus) == 0) return 0;
    const std::size_t k = end + 1;
    if (!in(k) || !near_by(atoms_[k])) return 0;
    const bool unit = in(k + 1) && near_by(atoms_[k + 1]) && (value(k + 1, m::unit) == 1 || value(k + 1, m::units) == 1);
    if ((atoms_[end].language & urdu) != 0 ? !unit : !hour_is_sure) return 0;
    int less = 0;
    sense part{};
    if (find(atoms_[k], m::part, part) == nullptr || part.value < 2) {
        if (const auto two = value(k, m::twoparts))
            part.value = static_cast<std::int16_t>(*two); // ثلثا is also two thirds of something
    }
    if (!unit && part.value > 1) less = part.value < 5 ? 60 / part.value : part.value; // nobody says a fifth of an hour: إلا خمسا
    else if (whole(k) && atoms_[k].value < 60) less = static_cast<int>(atoms_[k].value);
    else if (unit && part.value >= 5) less = part.value;                 // خمس دقائق, where خمس was read as a fifth
    if (value(end, m::minus) == 2 && (unit || part.value < 2)) return 0; // هفت کم ربع
    if (less != 0) end = k + (unit ? 2 : 1);
    return less;
}

}}} // namespace matn::v0::detail::when

#endif
