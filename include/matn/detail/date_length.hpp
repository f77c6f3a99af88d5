// SPDX-License-Identifier: MIT
// Lengths of time, and what is that long ago or ahead: 14 months, ساعتين, سه روز پیش.
#ifndef MATN_DETAIL_DATE_LENGTH_HPP
#define MATN_DETAIL_DATE_LENGTH_HPP

#include <matn/detail/date_reader.hpp>

namespace matn { inline namespace v0 { namespace detail::when {

// Durations: 14 months, چهل سال, ساعتين, two and a half hours; then "ago", "later"; before it "in", "قبل", "بعد".
inline node date_reader::length(std::size_t i) const {
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
    bool next = false; // within the next 1 day and 5 hours
    if (pre == 3 && languages_of(atoms_[i]) == english && word(j) == "the" && value(j + 1, m::rel) == 1 && beside(j + 1) &&
        beside(j + 2) && whole(j + 2)) {
        next = true;
        j += 2;
    }
    int past = 1000;
    if (pre == 3 && languages_of_safe(j) == english && past_word(j, true, past) != 0) return n; // for a quarter past two
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
    std::size_t behind_over = 0;
    unsigned used = 0; // units, a bit for each
    for (int terms = 0; terms < 6 && in(j); ++terms) {
        std::size_t k = j;
        bool joined = false; // by a comma or a word for "and"
        if (terms > 0) {     // joined by و, and, a comma
            if (is(k, m::and_) && (beside(k) || (atoms_[k].gap & 15u) == gap_comma)) ++k;
            if (!in(k)) break;
            const unsigned g = atoms_[k].gap & 15u;
            if (g != gap_none && g != gap_comma) break;
            joined = k > j || g == gap_comma || (atoms_[k].clitics & clitic_and) != 0;
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
            if (const std::size_t over = a.kind == 3 && terms == 0 ? word(k).find(" over ") : std::string_view::npos;
                over != std::string_view::npos) { // 10000 over 3 years is no fraction
                const std::string_view below = word(k).substr(over + 6);
                amount = 0;
                for (const char c : below) amount = c >= '0' && c <= '9' && amount < 1e6 ? amount * 10 + (c - '0') : -1e9;
                if (amount <= 0) return n;
                behind_over = a.at.end - below.size();
            }
            if (const std::size_t second = terms == 0 ? second_count(k) : 0; second != 0) { // 4 تا 6 هفته, دو سه روز
                amount = static_cast<double>(atoms_[second].value);
                vague = true;
                u = second + 1;
            }
            if (in_digits(k) && in_digits(u) && atoms_[u].gap == gap_slash && atoms_[u].value > 1 && atoms_[u].value <= 12 &&
                atoms_[k].value < atoms_[u].value && beside(u + 1) && (is(u + 1, m::unit) || is(u + 1, m::units))) { // 1/2 hour
                amount /= static_cast<double>(atoms_[u].value);
                ++u;
            }
            if (const std::string_view w = word(k); terms == 0 && a.exponent < 0 && (a.language & persian) != 0 &&
                                                    (w == "یک ربع" || w == "سه ربع") &&
                                                    quarter_hour(u, k)) { // یک ربع هم طول کشید
                start(n, i, u, form::length);
                n.unit = 1;
                n.seconds = w == "یک ربع" ? 900 : 2700;
                return n;
            }
            if (a.kind == 3 && beside(u) && word(u) == "of" && beside(u + 1)) ++u; // three quarters of an hour
            if (a.kind == 3 && in(u) && beside(u) && is(u, m::article)) ++u;       // half an hour
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
        if (counted && a.number != 0 && a.written == 1 && a.language == english && a.kind == 0 && a.value >= 20 &&
            a.value < 100 && a.value % 10 == 0 && beside(u) && word(u) == "and" && beside(u + 1) && whole(u + 1) &&
            atoms_[u + 1].written == 1 && atoms_[u + 1].kind == 0 && atoms_[u + 1].value < 10) { // twenty and four hours
            amount += static_cast<double>(atoms_[u + 1].value);
            u += 2;
        }
        if (!in(u)) break;
        if (counted && !(near_by(atoms_[u]) || hyphened(atoms_[u]))) break;
        if (counted && is(u, m::of) && !is(u, m::unit) && beside(u + 1) && is(k, m::some)) ++u; // a couple of days
        if (counted && terms == 0 && value(u, m::pod) == 4 && (atoms_[u].language & (persian | urdu | pashto)) != 0 &&
            in(u + 3) && beside(u + 1) && is(u + 1, m::and_) && beside(u + 2) && whole(u + 2) && beside(u + 3) &&
            value(u + 3, m::unit) == 3) {
            amount = static_cast<double>(atoms_[u + 2].value); // سه شب و چهار روز
            u += 3;
        }
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
            } else if (terms > 0 && joined && (atoms_[u].language & arabic) != 0 && languages_of(atoms_[u]) != english &&
                       is(u, m::unit) && !definite_article(u) && !names_unit(u)) {
                un = value(u, m::unit); // سنتين وشهر
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
                if (un == 12 && year_like(k)) un = std::nullopt; // Labour Day 2021 weekend
                if (un == 16 && a.number != 0 && a.value != 1 && languages_of(atoms_[u]) == english)
                    un = std::nullopt; // 2019-20 season
                if (un == 0 && a.number == 0 && is(k, m::article) && languages_of(atoms_[u]) == english && pre == 0 &&
                    !clause_ends(u) && !is(u + 1, m::ago) && !is(u + 1, m::hence))
                    un = std::nullopt; // a second wave
                if (un && atoms_[u].gap == gap_none && a.written == 0 && atoms_[u].at.size() == 1 && part_of_code(k, u))
                    return node{};
                if (un && weak_word(u, m::unit) && languages_of(atoms_[u]) == english &&
                    !((atoms_[u].gap == gap_none || (pre != 0 && *un == 2)) && a.written == 0) && u == k + 1) // 3h, for 3 h
                    un = std::nullopt;
                if (!un) un = value(u, m::units);
            }
        }
        if (!un) break;
        if (*un == 2 && is(u, m::clock) && terms == 0 && (atoms_[u].language & persian) != 0 && !counted) break;
        const std::size_t ui = static_cast<std::size_t>(*un);
        // Units fall; 1 month 2 years 21 days, where nothing stands between them.
        if (terms > 0 && unit != 17 && !(rank(*un) < rank(unit)) &&
            (joined || a.number == 0 || *un == unit || (used >> *un & 1u) != 0))
            break;
        used |= 1u << *un;
        months += amount * unit_months[ui];
        seconds += amount * unit_seconds[ui];
        unit = static_cast<std::uint8_t>(*un);
        any = true;
        end = u + 1 + tail;
        j = end;
        // یک ماه و نیم, شهر ونصف, an hour and a half
        if (const std::size_t h = half_after(end, *un); h != 0) {
            months += unit_months[ui] / 2;
            seconds += unit_seconds[ui] / 2;
            end = j = h;
        }
        if (aged) {
            break;
        }
    }
    if (!any) return n;
    if (pre == 3 && beside(end) && is(end, m::rel) && word(i).ends_with("طی"))
        return n; // طی دو هفته آینده: from its number on, counted_unit_offset reads it
    start(n, i, end, form::length);
    n.unit = unit;
    n.months = months;
    n.seconds = seconds;
    if (behind_over != 0) n.at.begin = static_cast<offset>(behind_over);
    n.vague = vague;
    n.ahead = next;
    n.limit = pre == 3 && limits(i);
    n.mod = mod;
    n.business = business;
    if (atoms_[i].number == is_composed && atoms_[i].value == 2 && atoms_[i].written == 1 &&
        text_.substr(0, n.at.begin).ends_with("یکی ")) { // یکی دو روز
        n.at.begin -= static_cast<offset>(std::string_view("یکی ").size());
        n.vague = true;
    }
    if (aged) {
        if (pre != 0) drop_pre(n, i);
        return n;
    }
    // بعد أسبوعين من الآن
    if ((pre == -1 || pre == 1) && in(end + 1) && near_by(atoms_[end]) && word(end) == "من" && near_by(atoms_[end + 1]) &&
        (is(end + 1, m::now) || (is(end + 1, m::dayrel) && value(end + 1, m::dayrel) == 0))) {
        n.what = form::distance;
        n.direction = static_cast<std::int8_t>(pre);
        n.end = static_cast<std::uint32_t>(end + 2);
        n.at.end = atoms_[end + 1].at.end;
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
    if (pre == 3 && in(end) && near_by(atoms_[end]) && value(end, m::rel) == -1 && (languages_of(atoms_[end]) & persian) != 0 &&
        (atoms_[end].language & persian) != 0)
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

// Whether a Persian quarter is one of an hour: by what stands behind it.
inline bool date_reader::quarter_hour(std::size_t next, std::size_t number) const noexcept {
    if (clause_ends(number)) return true;
    if (in(next) && near_by(atoms_[next]) && (is(next, m::unit) || is(next, m::units))) return false;
    const std::string_view behind = text_.substr(atoms_[number].at.end);
    for (const std::string_view w :
         {" هم ", " طول", " بعد", " پیش", " دیگر", " قبل", " زود", " دیر", " وقت", " تاخیر", " تأخیر", " صبر", " مانده"})
        if (behind.starts_with(w)) return true;
    return false;
}

// within, in less than, خلال, ظرف: before it has passed; "for" and طوال last as long
inline bool date_reader::limits(std::size_t i) const noexcept {
    const std::string_view w = word(i);
    if (languages_of(atoms_[i]) == english) return w == "within" || w == "Within" || w.ends_with("less than");
    for (const std::string_view one : {"خلال", "في غضون", "ظرف", "در ظرف"})
        if (w == one) return true;
    return false;
}

// "before" and "back" only where nothing they could govern follows
inline bool date_reader::ago_word(std::size_t i) const noexcept {
    if (languages_of(atoms_[i]) == english) {
        if (word(i) == "before") return !in(i + 1) || !near_by(atoms_[i + 1]);
        if (word(i) == "back") return true;
    }
    if (word(i) == "قبل" && in(i + 1) && near_by(atoms_[i + 1]) && (atoms_[i].language & persian) != 0 && is(i + 1, m::from))
        return false;
    if ((atoms_[i].language & arabic) != 0 && languages_of(atoms_[i]) != english) return false;
    return true;
}

inline bool date_reader::hence_word(std::size_t i) const noexcept {
    if (languages_of(atoms_[i]) == english) {
        if (word(i) == "after") return !in(i + 1) || !near_by(atoms_[i + 1]);
        if (word(i) == "out" || word(i) == "away") return false;
        return true;
    }
    if ((atoms_[i].language & arabic) != 0) return false;
    if (word(i) == "دیگر" || word(i) == "دیگه") return true;
    return !(in(i + 1) && near_by(atoms_[i + 1]) && is(i + 1, m::from));
}

inline void date_reader::drop_pre(node& n, std::size_t i) const noexcept {
    n.begin = static_cast<std::uint32_t>(i + 1);
    n.at.begin = atoms_[i + 1].at.begin;
}

// Where a half stands behind a unit: the atom after it, else 0.
inline std::size_t date_reader::half_after(std::size_t i, int unit) const noexcept {
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
    if (find(atoms_[k], m::part, s) == nullptr || s.value != 2) return 0;
    if (value(k + 1, m::unit) == unit && near_by(atoms_[k + 1]) && (languages_of(atoms_[k + 1]) & arabic) != 0 &&
        definite_article(k + 1))
        return k + 2; // خمس ساعات ونصف الساعة
    return beside_unit(k + 1) ? 0 : k + 1;
}

// 4 to 6 weeks, 2-3 days, دو سه روز, دو تین دن: the atom of the second number; 0 where there is none.
inline std::size_t date_reader::second_count(std::size_t k) const noexcept {
    if (!in(k + 1) || (atoms_[k + 1].gap & 15u) == gap_cut) return 0;
    if (atoms_[k + 1].number == 0 && (atoms_[k + 1].means & bits(m::to, m::until, m::and_)) == 0) return 0;
    if (!whole(k) || atoms_[k].kind != 0 || atoms_[k].value < 1) return 0;
    std::size_t second = range_word(k + 1);
    if (second == 0 && k > 0 && is(k - 1, m::between) && near_by(atoms_[k]) && near_by(atoms_[k + 1])) {
        if (is(k + 1, m::and_) && beside(k + 2)) second = k + 2;
        else if (atoms_[k + 1].clitics == clitic_and) second = k + 1;
    }
    if (second == 0) {
        // Two neighbours in words, nothing between them: about that many.
        if (atoms_[k].written != 1 || (atoms_[k].language & (persian | pashto | urdu)) == 0 || !near_by(atoms_[k + 1]) ||
            !whole(k + 1) || atoms_[k + 1].written != 1 || atoms_[k + 1].kind != 0 || atoms_[k + 1].clitics != 0 ||
            atoms_[k + 1].value <= atoms_[k].value || atoms_[k + 1].value > 2 * atoms_[k].value)
            return 0;
        second = k + 1;
    }
    if (!whole(second) || atoms_[second].kind != 0 || atoms_[second].value <= atoms_[k].value || atoms_[second].value >= 1000 ||
        atoms_[second].written != atoms_[k].written)
        return 0;
    if (second == k + 1 && (atoms_[second].gap & gap_space) != 0 && (atoms_[second].gap & 15u) == gap_dash) return 0;
    if (k > 0 && in_digits(k) && atoms_[k - 1].number != 0 && (atoms_[k].gap & 15u) != gap_none &&
        (atoms_[k].gap & 15u) != gap_comma && (atoms_[k].gap & 15u) != gap_cut)
        return 0; // 2020-3-4 days
    return second;
}

// شهر مارس, عام 2020, يوم الأحد: the word belongs to a name behind it.
inline bool date_reader::names_unit(std::size_t i) const noexcept {
    return in(i + 1) && near_by(atoms_[i + 1]) &&
           (atoms_[i + 1].number != 0 || is(i + 1, m::month) || is(i + 1, m::weekday) || is(i + 1, m::rel));
}

// 413d-b8ab, =3d&: a number and a letter inside a code or an address are no length.
inline bool date_reader::part_of_code(std::size_t number, std::size_t unit) const noexcept {
    const std::size_t b = atoms_[number].at.begin;
    const std::size_t e = atoms_[unit].at.end;
    if (b > 1 && text_[b - 1] == '-' && text_[b - 2] != ' ') return true;
    constexpr std::string_view before = "%=&#_/.~:@";
    constexpr std::string_view behind = "-%=&#_/~@";
    return (b > 0 && before.find(text_[b - 1]) != std::string_view::npos) ||
           (e < text_.size() && behind.find(text_[e]) != std::string_view::npos);
}

inline bool date_reader::beside_unit(std::size_t i) const noexcept {
    return in(i) && near_by(atoms_[i]) && (is(i, m::unit) || is(i, m::units));
}

inline int date_reader::rank(int unit) noexcept {
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

}}} // namespace matn::v0::detail::when

#endif
