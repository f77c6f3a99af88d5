// SPDX-License-Identifier: MIT
// Whether what may be a month, a weekday or a year is one: by what stands beside it, and what it would be otherwise.
#ifndef MATN_DETAIL_DATE_SUPPORT_HPP
#define MATN_DETAIL_DATE_SUPPORT_HPP

#include <matn/detail/date_reader.hpp>

namespace matn { inline namespace v0 { namespace detail::when {

inline bool date_reader::supported_month(std::size_t i, std::size_t end) const noexcept {
    if (i > 0 && hyphened(atoms_[i]) && value(i - 1, m::mod).value_or(9) < 4) return true; // mid-March
    if (i > 1 && near_by(atoms_[i]) && near_by(atoms_[i - 1]) && value(i - 2, m::unit) == 4 &&
        (ordinal(i - 1) || is(i - 1, m::mod)))
        return true; // هفته سوم ثور
    // The word for month beside it, or a word that dates follow.
    if (i > 0 && near_by(atoms_[i]) && value(i - 1, m::rel) == 0 && atoms_[i].language == english)
        return word(i)[0] >= 'A' && word(i)[0] <= 'Z'; // this may be
    if (i > 0 && near_by(atoms_[i]) && (value(i - 1, m::unit) == 5 || is(i - 1, m::rel))) return true;
    if (in(end) && near_by(atoms_[end]) && value(end, m::unit) == 5) return true;
    if (atoms_[i].language == english || atoms_[i].language == 0 || languages_of(atoms_[i]) == english) {
        const std::string_view w = word(i);
        const bool capital = !w.empty() && w[0] >= 'A' && w[0] <= 'Z';
        if (value(i, m::month) && *value(i, m::month) >> 4 == 2) // Ramadan began: the month only after "in", "during"
            return i > 0 && near_by(atoms_[i]) &&
                   (is(i - 1, m::of) || is(i - 1, m::inpre) || is(i - 1, m::since) || is(i - 1, m::until)) &&
                   word(i - 1) != "the" && word(i - 1) != "of";
        if (capital && (word(i) == "March" || word(i) == "May") && alone(i, end)) return true;
        return (capital && i > 0 && near_by(atoms_[i]) &&
                (is(i - 1, m::of) || is(i - 1, m::since) || is(i - 1, m::until) || is(i - 1, m::from) || is(i - 1, m::to) ||
                 is(i - 1, m::inpre) || is(i - 1, m::before) || is(i - 1, m::after) || is(i - 1, m::mod) ||
                 is(i - 1, m::between) || is(i - 1, m::every))) ||
               (capital && in(end) && near_by(atoms_[end]) && (is(end, m::to) || is(end, m::until)) && is(end + 1, m::month)) ||
               (in(end) && near_by(atoms_[end]) && i > 0 && near_by(atoms_[i]) && is(end + 1, m::month) &&
                ((is(i - 1, m::between) && is(end, m::and_)) ||
                 (is(i - 1, m::from) && is(end, m::to)))) || // between may and august
               (i > 2 && near_by(atoms_[i]) && near_by(atoms_[i - 1]) && near_by(atoms_[i - 2]) && is(i - 2, m::month) &&
                ((is(i - 3, m::between) && is(i - 1, m::and_)) || (is(i - 3, m::from) && is(i - 1, m::to)))) ||
               (capital && word(i) != "May" && word(i) != "March" && word(i).size() > 3);
    }
    if (value(i, m::month).value_or(0) >> 4 == 2 && lunar_month_said(i, end)) return true;
    // Afghan and Iranian months after the words for early and late, in and since, Pashto ones too
    if ((atoms_[i].language & (persian | pashto)) != 0 && i > 0 && near_by(atoms_[i]) && value(i - 1, m::mod).value_or(9) < 4 &&
        word(i) != "می" && word(i) != "مه" && word(i) != "آب")
        return true;
    if ((atoms_[i].language & (persian | pashto)) != 0 && i > 0 && near_by(atoms_[i]) && is(i - 1, m::of) &&
        (word(i - 1) == "در" || word(i - 1) == "د" || word(i - 1) == "په"))
        return value(i, m::month) && (*value(i, m::month) >> 4) == 1 && !common_word(i);
    if ((atoms_[i].language & (arabic | urdu)) != 0 && i > 0 && near_by(atoms_[i]) && is(i - 1, m::of))
        return !common_word(i) && !foreign_month(i);
    return alone(i, end);
}

// نهاية رمضان, قبل رمضان, رمضان میں: the month, where somebody's name would not stand
inline bool date_reader::lunar_month_said(std::size_t i, std::size_t end) const noexcept {
    if (word(i) == "صفر") return false; // also nought
    constexpr std::uint64_t around = bits(m::before, m::after, m::since, m::until, m::inpre, m::within);
    if (i > 0 && near_by(atoms_[i]) &&
        (value(i - 1, m::mod).value_or(9) < 4 || (atoms_[i - 1].means & around) != 0 || is(i - 1, m::hencepre) ||
         is(i - 1, m::agopre)))
        return true;
    if ((atoms_[i].language & urdu) == 0 || !in(end) || !near_by(atoms_[end]) || !is(end, m::of)) return false;
    return word(end) == "میں" || (in(end + 1) && near_by(atoms_[end + 1]) &&
                                  (value(end + 1, m::mod).value_or(9) < 4 || (atoms_[end + 1].means & around) != 0));
}

// Whether a street, a square, a school or the like stands right before: it is named after the day.
inline bool date_reader::names_place(std::size_t i) const noexcept {
    const std::size_t b = atoms_[i].at.begin;
    if (b < 5 || text_[b - 1] != ' ' || (i > 0 && near_by(atoms_[i]))) return false;
    const std::string_view before = text_.substr(0, b - 1);
    const std::size_t from = before.rfind(' ');
    std::string_view w = before.substr(from < before.size() ? from + 1 : 0);
    if (w.starts_with("ال")) w.remove_prefix(4);
    if (listed(w, "میدان خیابان بلوار بیمارستان مدرسه دبیرستان دانشگاه پل بزرگراه ورزشگاه داروخانه کوچه سرک "
                  "چهارراه لیسه شفاخانه فرودگاه مسجد شارع ميدان ساحة جسر كوبري ملعب جامعة مستشفى محافظة طريق "
                  "قاعة کالونی چوک روڈ"))
        return true;
    return false;
}

// A month of another language than the text's: جوان (June) is young in Persian, جون (June) is John in Arabic
inline bool date_reader::foreign_month(std::size_t i) const noexcept {
    const atom& a = atoms_[i];
    return is(i, m::month) && (a.language & (arabic | persian | urdu)) != 0 && (languages_of(a) & (a.language | english)) == 0;
}

// Month names that are everyday words even after "in": مهر love, اسد lion, میزان measure, آب water, می wine, دی yesterday
inline bool date_reader::common_word(std::size_t i) const noexcept {
    const std::string_view w = word(i);
    if (listed(w, "مهر اسد میزان ميزان آب می مه دی تیر سرطان کب تله شعبان قوس عقرب ماي آذر ثور دې حمل")) return true;
    return false;
}

inline bool date_reader::supported_weekday(std::size_t i, std::size_t end) const noexcept {
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

// Thursday's: of that day, where Thursdays are many
inline bool date_reader::possessive(std::size_t j) const noexcept { return word(j).ends_with("'s") || word(j).ends_with("’s"); }

// A plain year counts after a word that years follow, or in brackets.
inline bool date_reader::year_invited(std::size_t i, std::size_t end) const noexcept {
    if (alone(i, end)) return true;
    if (counts(end - 1)) return false;
    const unsigned g = atoms_[i].gap & 15u;
    if (g == gap_bracket && atoms_[i].at.begin > 0 && text_[atoms_[i].at.begin - 1] == '(' && atoms_[i].at.end < text_.size() &&
        (text_[atoms_[i].at.end] == ')' || text_[atoms_[i].at.end] == ','))
        return true;
    if (in_digits(i) && in_digits(i + 1) && year_like(i + 1) && atoms_[i + 1].gap == gap_dash &&
        atoms_[i + 1].value > atoms_[i].value && !in_digits(i + 2))
        return true;
    if (i > 0 && in_digits(i - 1) && year_like(i - 1) && atoms_[i].gap == gap_dash && atoms_[i - 1].value < atoms_[i].value)
        return true;
    if (i > 1 && year_like(i - 2) && (is(i - 1, m::and_) || is(i - 1, m::to) || is(i - 1, m::until)) && near_by(atoms_[i]) &&
        near_by(atoms_[i - 1]) && i > 2 &&
        (is(i - 3, m::between) || is(i - 3, m::from) || is(i - 3, m::of) || is(i - 3, m::inpre) || is(i - 3, m::since) ||
         value(i - 3, m::units) == 8) &&
        near_by(atoms_[i - 2]))
        return true;
    if (i > 1 && near_by(atoms_[i]) && near_by(atoms_[i - 1]) &&
        (is(i - 1, m::and_) || is(i - 1, m::to) || is(i - 1, m::until))) {
        for (std::size_t k = i - 1, steps = 0; k > 0 && steps < 6; --k, ++steps) { // between May 2015 and 2018
            if ((atoms_[k].gap & 15u) != gap_none) break;
            if (is(k - 1, m::between) || (is(k - 1, m::from) && languages_of(atoms_[k - 1]) == english)) return true;
        }
    }
    if (in_digits(i) && year_like(i) && in_digits(i + 2) && year_like(i + 2) && near_by(atoms_[i + 1]) &&
        near_by(atoms_[i + 2]) && is(i + 1, m::to) && atoms_[i].value < atoms_[i + 2].value && atoms_[i + 2].value <= 2150 &&
        !counts(i + 2))
        return true; // 2014 to 2018
    if (i == 0 || !near_by(atoms_[i])) return false;
    const std::size_t p = i - 1;
    if (is(p, m::since) || is(p, m::until) || is(p, m::inpre) || is(p, m::between) || is(p, m::mod) || is(p, m::from) ||
        is(p, m::before) || is(p, m::after) || is(p, m::agopre) || is(p, m::hencepre) || is(p, m::season) || is(p, m::rel) ||
        is(p, m::to) || value(p, m::units) == 8) // در سال‌های 1932 و 1934
        return !is(p, m::some);
    if (is(p, m::of)) {
        const std::string_view w = word(p);
        return w != "of" && w != "the" && w != "The" && w != "at" && w != "s" && w != "من" && w != "for" && w != "کا" &&
               w != "کی" && w != "کے" && w != "کو" && w != "به" && w != "از" && w != "په" && w != "د";
    }
    return atoms_[i].clitics != 0;
}

// امام جمعه, نماز جمعه: not the day
inline bool date_reader::friday_prayer(std::size_t j) const noexcept {
    const std::string_view before = text_.substr(0, atoms_[j].at.begin);
    for (const std::string_view w : {"امام ", "نماز ", "صلاة ", "خطبة "})
        if (before.ends_with(w) && atoms_[j].gap != gap_none) return true;
    const std::string_view behind = text_.substr(atoms_[j].at.end);
    return behind.starts_with(" بازار") || behind.starts_with("‌بازار"); // the market of that day
}

// شهر دوشنبه, دوشنبه پایتخت تاجیکستان, د دوشنبې ښار: the city
inline bool date_reader::dushanbe(std::size_t j) const noexcept {
    if ((atoms_[j].language & (persian | pashto)) == 0 || value(j, m::weekday) != 1) return false;
    const std::string_view before = text_.substr(0, atoms_[j].at.begin);
    if (before.ends_with("شهر ") && !before.ends_with("این شهر ") && !before.ends_with("آن شهر ")) return true;
    const std::string_view behind = text_.substr(atoms_[j].at.end);
    for (const std::string_view w : {" پایتخت", "، پایتخت", " (پایتخت", " ښار", " تاجیکستان", " تاجکستان"})
        if (behind.starts_with(w)) return true;
    return false;
}

}}} // namespace matn::v0::detail::when

#endif
