// SPDX-License-Identifier: MIT
// Expressions counted from the day of writing: yesterday, last month, هفته گذشته, next three days.
#ifndef MATN_DETAIL_DATE_RELATIVE_HPP
#define MATN_DETAIL_DATE_RELATIVE_HPP

#include <matn/detail/date_reader.hpp>

namespace matn { inline namespace v0 { namespace detail::when {

// today, أمس, پریروز
inline node date_reader::day_offset(std::size_t i) const {
    node n;
    if (const auto d = value(i, m::dayrel)) {
        if (weak_word(i, m::dayrel) && (atoms_[i].language & urdu) == 0) return n;
        start(n, i, i + 1, form::day_offset);
        n.offset = *d;
        if (word(i) == "Tom") return node{};                       // a name, not tomorrow in short
        if (n.language == english && word(i).ends_with(" date")) { // to date
            if (!clause_ends(i)) return node{};
            n.mod = static_cast<std::uint8_t>(date_modifier::before);
        }
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

// 4 till 23 of this month, من 4 إلى 22 هذا الشهر
inline node date_reader::day_run(std::size_t i) const {
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

// last month, الشهر الماضي, هفته گذشته, this week, next three days
inline node date_reader::unit_offset(std::size_t i) const {
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
        auto u1 = value(k, m::unit);
        auto un = value(k, m::units);
        if (un && !u1 && !counted && possessive(k)) u1 = std::exchange(un, std::nullopt); // last year's: no years
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
        if (u == 5 && !counted && (n.language & urdu) != 0 && is(k + 1, m::of) && beside(k + 1) && day_like(k + 2) &&
            beside(k + 2) && atoms_[k + 2].value <= 31 && beside(k + 3) && word(k + 3) == "تاریخ") { // گزشتہ ماہ کی ۲۹ تاریخ
            start(n, i, k + 4, form::fields);
            n.day = static_cast<int>(atoms_[k + 2].value);
            n.cal = 0;
        }
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
    if (const auto whole_unit = value(j, m::unit);
        whole_unit && *whole_unit >= 4 && *whole_unit <= 12 && *whole_unit != 10 &&
        (asked_for(j) || (*whole_unit == 12 && this_weekend(j)))) { // "the week", nothing else
        start(n, i, i + 1, form::unit_offset);
        n.unit = static_cast<std::uint8_t>(*whole_unit);
        n.offset = 0;
        return n;
    }
    if (whole_unit_that(j)) { // that weekend: one that the text has named
        start(n, i, i + 1, form::unit_offset);
        n.unit = 12;
        n.vague = true;
        n.at.begin -= static_cast<offset>(std::string_view("that ").size());
        return n;
    }
    // unit rel: الأسبوع الماضي, سال گذشته, اليومين المقبلين, سال جاری
    const auto u1 = value(j, m::unit);
    const auto ud = value(j, m::dualunit);
    const auto un = value(j, m::units);
    if (u1 || ud || un) {
        std::size_t k = j + 1;
        if (!beside(k)) return n;
        const bool named = u1 && *u1 >= 5 && names_calendar(k) && beside(k + 1); // سال میلادی گذشته, العام الهجري الماضي
        if (named) ++k;
        int said = 0;
        if (un && whole(k) && atoms_[k].value < 1000 && beside(k + 1) && (languages_of(atoms_[k + 1]) & arabic) != 0 &&
            is(k + 1, m::rel)) { // الأسابيع الثلاثة الماضية
            said = static_cast<int>(atoms_[k].value);
            ++k;
        } else if (un && value(k, m::some) == 0 && beside(k + 1) && definite_article(k)) { // الأيام القليلة الماضية
            ++k;
        }
        const auto r = value(k, m::rel);
        if (r && (languages_of(atoms_[k]) & (arabic | persian)) != 0 && !(languages_of(atoms_[j]) == english)) {
            if (*r == 0 && (word(k) == "این" || word(k) == "همین" || word(k) == "هذا" || word(k) == "هذه" || word(k) == "نفس" ||
                            word(k) == "ذات"))
                return n;
            start(n, i, k + 1, form::unit_offset);
            n.unit = static_cast<std::uint8_t>(u1 ? *u1 : ud ? *ud : *un);
            n.offset = *r;
            if (named) n.era = static_cast<std::int8_t>(*value(k - 1, m::era));
            else if (u1 && *u1 >= 5 && names_calendar(k + 1) && beside(k + 1)) era_after(n); // سال گذشته میلادی
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

// میلادی, الهجري: a word, not a letter, for the calendar of a month or year
inline bool date_reader::names_calendar(std::size_t i) const noexcept {
    const auto e = value(i, m::era);
    return e && *e != 3 && atoms_[i].at.size() > 4 && !weak_word(i, m::era);
}

inline bool date_reader::asked_for(std::size_t j) const noexcept {
    const std::string_view before = text_.substr(0, atoms_[j].at.begin);
    const bool english_word = languages_of(atoms_[j]) == english;
    if (english_word ? before != "the " && before != "The " && before != "my " : !before.empty() || !definite_article(j))
        return false;
    return text_.substr(atoms_[j].at.end).find_first_not_of(" .!?\n") == std::string_view::npos;
}

inline bool date_reader::whole_unit_that(std::size_t j) const noexcept {
    return value(j, m::unit) == 12 && languages_of(atoms_[j]) == english &&
           text_.substr(0, atoms_[j].at.begin).ends_with("that ");
}

// عطلة نهاية الأسبوع, over the weekend, آخر هفته: the weekend of this week, where no other is named
inline bool date_reader::this_weekend(std::size_t j) const noexcept {
    const std::size_t k = j + 1;
    if (in(k) && near_by(atoms_[k]) &&
        (is(k, m::rel) || is(k, m::of) || is(k, m::ago) || is(k, m::month) || is(k, m::since) || is(k, m::mod) ||
         is(k, m::after) || is(k, m::before) || atoms_[k].number != 0 || is(k, m::hencepre)))
        return false;
    if (languages_of(atoms_[j]) != english) return (atoms_[j].language & arabic) != 0;
    return j > 1 && near_by(atoms_[j]) && near_by(atoms_[j - 1]) && word(j - 1) == "the" &&
           (word(j - 2) == "over" || word(j - 2) == "Over" || word(j - 2) == "on" || word(j - 2) == "during");
}

// Whether a Persian word for this or last and a unit behind it are of one language.
inline bool date_reader::one_tongue(std::size_t j, std::size_t k) const noexcept {
    if (atoms_[j].language != persian) return true;
    sense r{};
    sense u{};
    if (find(atoms_[j], m::rel, r) == nullptr) return true;
    if (find(atoms_[k], m::unit, u) == nullptr && find(atoms_[k], m::units, u) == nullptr) return true;
    return (r.flags & u.flags & 63u) != 0;
}

// دو هفته گذشته, 5 upcoming years, خمسة أيام المقبلة
inline node date_reader::counted_unit_offset(std::size_t i) const {
    node n;
    const bool some = is(i, m::some) && languages_of(atoms_[i]) != english; // چند سال گذشته
    if (!some && (!whole(i) || atoms_[i].value > 10000 || atoms_[i].kind == 1)) return n;
    std::size_t k = i + 1;
    const std::size_t second = some ? 0 : second_count(i); // دو سه سال اخیر
    if (second != 0) k = second + 1;
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
        if (!r || *r == 0 || (languages_of(atoms_[k + 1]) & (arabic | persian)) == 0 || (languages_of(atoms_[k + 1]) == english))
            return n;
        if ((atoms_[k + 1].language & persian) != 0 && (word(k + 1) == "بعدی" || word(k + 1) == "قبلی")) return n;
        ++k;
    }
    start(n, i, k + 1, form::unit_offset);
    n.unit = static_cast<std::uint8_t>(*u);
    n.offset = *r;
    const int few = some ? value(i, m::some).value_or(0) : 0; // بضع is three, چند no number at all
    n.count = some ? few : static_cast<int>(atoms_[i].value);
    n.counted = true;
    n.vague = some ? few == 0 : second != 0;
    return n;
}

// two Sundays from now, three Fridays ago
inline node date_reader::counted_weekday(std::size_t i) const {
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

}}} // namespace matn::v0::detail::when

#endif
