// SPDX-License-Identifier: MIT
// The words that numbers are summed up from: units, tens, hundreds, powers of ten, dozens.
#ifndef MATN_DETAIL_NUMBER_TERM_HPP
#define MATN_DETAIL_NUMBER_TERM_HPP

#include <matn/detail/number_reader.hpp>

namespace matn { inline namespace v0 { namespace detail::when {

inline bool number_reader::cardinal(std::size_t i, const sense& s, bool joined, std::size_t& after) {
    const atom& a = items_[i];
    const std::int64_t v = s.value;
    if ((v == 60 || v == 8 || v == 80) && misspelt(a, s, s.value)) return false;
    if (v == 1 && terms_ == 0 && (s.flags & definite) != 0 && tens_behind(i, definite) != 0) { // القرن الواحد والعشرون
        current_ = of(1 + tens_behind(i, definite));
        empty_ = false;
        words_ = ordinal_ = true;
        after = i + 2;
        return true;
    }
    if (terms_ > 0 && joined && (s.flags & english) != 0) {
        if (v == 0) return false;
        if (scale_at(i + 1) != 0 && scale_at(i + 1) == (empty_ ? scale_ : 2) && (empty_ || current_.value >= 100))
            return false; // two hundred and three hundred
        if (empty_ && last_scale_ > 2 && scaled_fraction(i, v, after)) return true;
    }
    if (empty_) {
        if (terms_ > 0 && !total_empty_ && (v >= power(scale_) || (!joined && s.weak() && needs_and(s)))) return false;
        current_ = of(v);
        if (add_hundredths_ != 0) {
            current_.add(of(add_hundredths_, -2));
            add_hundredths_ = 0;
        }
        room_ = room_of(v);
        last_unit_ = v > 0 && v < 10;
        empty_ = false;
        summed_ = summed_ || joined;
    } else if (v > 0 && v < room_ && !(joined && (s.flags & 63) == english && room_ <= 10) &&
               (joined || !needs_and(s) || ((a.language & pashto) != 0 && a.at.of(text_) != "نه") ||
                (v < 10 && s.flags == arabic && tens_follow(i)))) {
        current_.add(of(v));
        room_ = room_of(v);
        last_unit_ = v < 10;
        summed_ = summed_ || joined;
    } else if (last_unit_ && joined && v >= 20 && v < 100 && v % 10 == 0 && (s.flags & arabic) != 0) {
        current_.add(of(v)); // خمسة وعشرون
        room_ = 1;
        last_unit_ = false;
    } else {
        return !joined && counted_part(i, v, after);
    }
    words_ = true;
    weak_ = terms_ == 0 && (s.weak() || borrowed(a, s));
    last_scale_ = 0;
    return true;
}

// دوصد, پنجصد: several hundreds, or a power, in one word
inline bool number_reader::hundreds(const sense& s) {
    if (!empty_) return false;
    if (terms_ > 0 && (total_empty_ || (s.value & 7) * 3 >= scale_)) return false;
    current_ = of(s.value >> 3);
    empty_ = false;
    add_scale((s.value & 7) * 3);
    words_ = true;
    return true;
}

inline bool number_reader::scale(const atom& a, const sense& s, bool joined) {
    if ((s.value == 3 || s.value == 6) && misspelt(a, s, s.value)) return false;
    if (joined && !empty_ && s.value != 2) {
        // هزار و یک میلیون is a sum only if the next is smaller; خمسة وألف is none
        return false;
    }
    if (s.value == 2) {
        const bool half_hundreds = words_ && current_.exponent < 0 && current_.value < 1000 && (s.flags & (urdu | pashto)) != 0;
        if (!empty_ && (current_.value >= 100 || current_.exponent != 0) && !half_hundreds && // ڈھائی سو
            !(terms_ == 1 && digits_ && current_.exponent == 0))
            return false;
        if (!empty_ && joined) return false;
        if (empty_ && terms_ > 0 && scale_ <= 2) return false;
    } else {
        if (empty_ && terms_ > 0 && !joined && last_scale_ == s.value) return false;
        if (empty_ && joined && s.value >= scale_) return false;
        if (empty_ && terms_ > 0 && !joined && (s.flags & 63) == arabic && s.value <= scale_) return false;
    }
    const bool alone = terms_ == 0;
    add_scale(s.value);
    words_ = true;
    weak_ = alone && (s.weak() || borrowed(a, s));
    return true;
}

// مليونين
inline bool number_reader::dual(const atom& a, const sense& s) {
    if (!empty_ || (terms_ > 0 && (total_empty_ || s.value >= scale_))) return false;
    weak_ = terms_ == 0 && borrowed(a, s);
    current_ = of(2);
    empty_ = false;
    add_scale(s.value);
    words_ = true;
    return true;
}

inline bool number_reader::dozen(const sense& s) {
    if (s.value == 20 && (empty_ || digits_ || current_.value >= 10)) return false; // two score, but no score of a match
    if (!empty_) {
        if (current_.value > 1000000) return false;
        current_.value *= s.value;
    } else {
        current_ = of(s.value);
    }
    weak_ = terms_ == 0 && s.weak();
    empty_ = false;
    room_ = s.value == 20 ? 20 : 1; // three score and ten
    words_ = true;
    return true;
}

// a thousand, a dozen, a hundredth, a third of the people
inline bool number_reader::one(std::size_t i, std::size_t begin, std::size_t& after) {
    if (i + 1 >= items_.size() || items_[i + 1].gap != gap_space) return false;
    if (has(items_[i + 1], meaning::scale) || has(items_[i + 1], meaning::dozen)) return term(i + 1, false, begin, after);
    // a hundredth; a third of the people, but not a third man
    sense part{};
    if (find(items_[i + 1], meaning::ordscale, part)) {
        current_ = part_of(1, power(part.value));
    } else if (find(items_[i + 1], meaning::ord, part) && (part.flags & english) != 0 && part.value >= 3 && of_follows(i + 2)) {
        current_ = part_of(1, part.value);
    } else {
        return false;
    }
    empty_ = false;
    words_ = fraction_ = true;
    after = i + 2;
    return true;
}

inline void number_reader::add_scale(int e) {
    if (e == 2) {
        if (empty_) current_ = of(100);
        else current_.times_ten(2);
        room_ = 100;
        empty_ = false;
        last_scale_ = 2;
        return;
    }
    if (empty_) current_ = of(1);
    if (total_empty_ || e < scale_) {
        current_.times_ten(e);
        decimal sum = total_;
        sum.add(current_);
        total_ = sum;
    } else { // هزار میلیارد: all so far, that many times
        decimal sum = total_;
        sum.add(current_);
        if (empty_) sum = total_;
        sum.times_ten(e);
        total_ = sum;
    }
    total_empty_ = false;
    scale_ = e;
    current_ = {};
    empty_ = true;
    room_ = INT64_MAX;
    last_scale_ = e;
}

}}} // namespace matn::v0::detail::when

#endif
