// SPDX-License-Identifier: MIT
// From one date to another, since and until.
#ifndef MATN_DETAIL_DATE_RANGE_HPP
#define MATN_DETAIL_DATE_RANGE_HPP

#include <matn/detail/date_reader.hpp>

namespace matn { inline namespace v0 { namespace detail::when {

// from A to B, A - B, between A and B, since A, until B
inline void date_reader::ranges() {
    const std::size_t size = out_.size();
    for (std::size_t i = 0; i < size; ++i) {
        node& a = out_[i];
        if (a.used || a.what == form::none) continue;
        if (i + 1 < size && !out_[i + 1].used && range_of(i, i + 1)) continue;
        half_open(i);
        // Tuesday + after 1 pm
        if (a.what == form::clock && a.mod != 0 && i > 0 && !out_[i - 1].used && names_day(out_[i - 1]) &&
            out_[i - 1].clock < 0 && out_[i - 1].part < 0 && out_[i - 1].mod == 0 && touching(out_[i - 1], a, comma_gap, 0)) {
            out_[i - 1].clock = a.clock;
            out_[i - 1].clock_sure = a.clock_sure;
            out_[i - 1].mod = a.mod;
            take(out_[i - 1], a);
            a.what = form::none;
            a.used = true;
        }
    }
}

inline bool date_reader::can_bound(const node& n) noexcept {
    return n.what == form::fields || n.what == form::day_offset || n.what == form::unit_offset || n.what == form::clock ||
           n.what == form::holiday || n.what == form::now || n.what == form::season || n.what == form::quarter ||
           n.what == form::week || n.what == form::nth_day || n.what == form::distance;
}

inline bool date_reader::range_of(std::size_t ia, std::size_t ib) {
    node& a = out_[ia];
    node& b = out_[ib];
    if (!can_bound(a) || !can_bound(b) || (a.weak && a.what == form::part) || a.last_day != 0 || b.last_day != 0) return false;
    const bool from = a.begin > 0 && near_by(atoms_[a.begin]) &&
                      (is(a.begin - 1, m::from) ||
                       (is(a.begin - 1, m::of) && a.begin > 1 && is(a.begin - 2, m::from) && near_by(atoms_[a.begin - 1])));
    const bool behind_years = a.begin > 1 && near_by(atoms_[a.begin]) &&
                              near_by(atoms_[a.begin - 1]) && // بين عامي, بین سال‌های
                              (languages_of(atoms_[a.begin - 1]) & (arabic | persian)) != 0 &&
                              (is(a.begin - 1, m::of) || value(a.begin - 1, m::units) == 8) && is(a.begin - 2, m::between);
    const bool between = (a.begin > 0 && near_by(atoms_[a.begin]) && is(a.begin - 1, m::between)) || behind_years;
    bool joined = false;
    const std::uint32_t gap = b.begin - a.end;
    if (gap == 0) {
        const unsigned g = atoms_[b.begin].gap & 15u;
        const bool to_date = b.what == form::day_offset && b.mod != 0 && b.language == english && near_by(atoms_[b.begin]);
        if (to_date && (a.what == form::fields || a.what == form::unit_offset)) { // from March to date
            b.mod = 0;
            joined = true;
        }
        joined =
            joined || (g == gap_dash && a.what == b.what) || (between && g == gap_none && atoms_[b.begin].clitics == clitic_and);
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
    if (a.what == form::clock && b.what != form::clock && b.clock < 0 && !(b.what == form::now && between)) return false;
    node r;
    start(r, a.begin, b.end, form::range);
    r.at = cover(a.at, b.at);
    if (from || between) {
        const std::size_t p = a.begin - (between && !is(a.begin - 1, m::between) ? 2 : 1); // بين عامي 2011 و2014
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

// 2018 or later, 3 May or earlier: open at one end
inline bool date_reader::or_later(node& n) const noexcept {
    const std::string_view behind = text_.substr(n.at.end);
    if (!behind.starts_with(" or ")) return false;
    for (const std::string_view w : {"later", "after", "earlier", "before"}) {
        if (!behind.substr(4).starts_with(w)) continue;
        const std::string_view rest = behind.substr(4 + w.size());
        if (!rest.empty() && rest[0] == ' ' && (w == "after" || w == "before")) return false;
        if (!rest.empty() && std::string_view(" ,.;:!?)\n").find(rest[0]) == std::string_view::npos) return false;
        n.mod = static_cast<std::uint8_t>(w == "later" || w == "after" ? date_modifier::since : date_modifier::until);
        n.at.end += static_cast<offset>(4 + w.size());
        return true;
    }
    return false;
}

inline void date_reader::half_open(std::size_t i) {
    node& a = out_[i];
    if (a.what == form::length && !a.vague && a.mod == 0 && a.begin == 1 && near_by(atoms_[1]) && is(0, m::after) &&
        languages_of(atoms_[0]) == english && alone(0, a.end)) { // after an hour, nothing else
        a.what = form::distance;
        a.direction = 1;
        a.begin = 0;
        a.at.begin = atoms_[0].at.begin;
        return;
    }
    if (a.language == english && a.mod == 0 && can_bound(a) && or_later(a)) return;
    if (a.language == english && a.mod == 0 && a.direction == 1 && a.part < 0 && a.clock < 0 && names_day(a) &&
        a.what != form::distance) {
        const std::string_view before = text_.substr(0, a.at.begin);
        const bool more = before.ends_with("ore than ");
        if (more || before.ends_with("ess than ")) { // more than two weeks after today, less than three days after tomorrow
            a.mod = static_cast<std::uint8_t>(more ? date_modifier::after : date_modifier::none);
            a.limit = !more;
            a.at.begin -= static_cast<offset>(std::string_view("more than ").size());
            return;
        }
    }
    if (a.what == form::fields && a.day != 0 && a.direction == 0 && a.language == english && a.at.begin > 3 &&
        text_.substr(a.at.begin - 4, 4) == "w/c ") { // week commencing
        a.direction = 3;
        a.unit = 4;
        a.at.begin -= 4;
        return;
    }
    if (a.mod == 3 && (ends_there(a.begin) || is(a.begin, m::edge)) && a.language == english && a.begin > 0 &&
        near_by(atoms_[a.begin]) && a.clock < 0 && a.part < 0 &&
        (a.what == form::fields || a.what == form::unit_offset || a.what == form::quarter)) { // by the end of next month
        std::size_t p = a.begin - 1;
        if (word(p) == "the" && p > 0 && near_by(atoms_[p])) --p;
        if (word(p) == "by" || word(p) == "before" || word(p) == "By" || word(p) == "Before") {
            a.mod = static_cast<std::uint8_t>(date_modifier::before);
            a.limit = true;
            a.begin = static_cast<std::uint32_t>(p);
            a.at.begin = atoms_[p].at.begin;
        }
        return;
    }
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
    if (is(p, m::since) || (word(p) == "beginning" && a.what == form::fields && a.day != 0))
        mod = static_cast<std::uint8_t>(date_modifier::since);
    else if (is(p, m::until)) mod = static_cast<std::uint8_t>(date_modifier::until);
    else if (arabic_word && word(p) == "منذ") mod = static_cast<std::uint8_t>(date_modifier::since);
    else if (is(p, m::before)) mod = static_cast<std::uint8_t>(date_modifier::before);
    else if (is(p, m::after)) mod = static_cast<std::uint8_t>(date_modifier::after);
    if (mod == 0) return;
    a.mod = mod;
    a.begin = static_cast<std::uint32_t>(p);
    a.at.begin = atoms_[p].at.begin;
}

}}} // namespace matn::v0::detail::when

#endif
