// SPDX-License-Identifier: MIT
// Parts of a whole, decimals in words, and ordinals, which end a number or make a part of it.
#ifndef MATN_DETAIL_NUMBER_FRACTION_HPP
#define MATN_DETAIL_NUMBER_FRACTION_HPP

#include <matn/detail/number_reader.hpp>

namespace matn { inline namespace v0 { namespace detail::when {

// two hundred point zero three
inline bool number_reader::point(std::size_t i, std::size_t& after) {
    decimal sum = total_;
    sum.add(current_);
    std::size_t j = i + 1;
    int places = 0;
    decimal digits;
    if (digits_ && !words_ && digits_at(j) && items_[j].gap == gap_space && (items_[i].gap == gap_space) &&
        (items_[j].flags & (number_signed | number_overflow)) == 0 && items_[j].digits < 16 &&
        (languages_of(items_[i]) & english) == 0) { // ۳ ممیز ۵
        digits = of(items_[j].value);
        places = items_[j].digits;
        ++j;
    }
    while (j < items_.size() && items_[j].gap == gap_space && places < 15 && !digits_at(j - 1)) {
        sense s{};
        if (!find(items_[j], meaning::card, s) || s.value >= 100) break;
        if (s.value >= 10 && places > 0) break;
        const int width = s.value >= 10 ? 2 : 1;
        digits.times_ten(width);
        digits.add(of(s.value));
        places += width;
        ++j;
        if (width == 2) { // point twenty-five
            if (s.value % 10 == 0 && j < items_.size() && (near_by(items_[j]) || hyphened(items_[j])) &&
                find(items_[j], meaning::card, s) && s.value < 10) {
                digits.add(of(s.value));
                ++j;
            }
            break;
        }
    }
    // خمسة فاصلة ثلاثة من مئة: the power of ten is said
    if (places != 0 && j + 1 < items_.size() && near_by(items_[j]) && items_[j + 1].gap == gap_space &&
        value_of(items_[j], meaning::over) == 1 && (languages_of(items_[j]) & arabic) != 0) {
        const int power = value_of(items_[j + 1], meaning::card) == 10 ? 1 : scale_at(j + 1);
        if (power >= places && power <= 6) {
            places = power;
            j += 2;
        }
    }
    if (places == 0) return false;
    digits.exponent -= places;
    total_ = sum;
    total_.add(digits);
    current_ = {};
    empty_ = true;
    total_empty_ = false;
    scale_ = 0;
    last_scale_ = 0;
    room_ = 1;
    after = j;
    return true;
}

// واحد على ثلاثة, two out of five hundred: what follows is a number of its own, read by a reader that looks for no further one
inline bool number_reader::over(std::size_t i, std::size_t& after) {
    if (nested_ || i + 1 >= items_.size() || items_[i + 1].gap != gap_space || items_[i + 1].clitics != 0) return false;
    sense how{};
    if (!find_number(items_[i], meaning::over, how)) return false;
    if (how.value == 1 && digits_) return false; // "12 out of 10", "5 من 7" are two numbers
    decimal sum = total_;
    sum.add(current_);
    if (sum.exponent != 0 || sum.overflow || sum.value > 1000000000 || sum.value < 0) return false;
    number_reader below(text_, items_);
    below.nested_ = true;
    std::size_t end = i + 1;
    const auto n = below.read(i + 1, end);
    if (!n || n->kind != 0 || n->exponent != 0 || n->value <= 1 || (n->flags & number_overflow) != 0) return false;
    if (how.value == 2 && end < items_.size() && near_by(items_[end]) &&
        (has(items_[end], meaning::unit) || has(items_[end], meaning::units)))
        return false; // $10000 over 3 years
    if (how.value == 1 && (n->written != 1 || sum.value > n->value)) return false;
    after = end;
    return divide(n->value, how.value == 3);
}

// What was read so far as so many parts of a whole. A tail that an "and" set apart is the part alone: two hundred and
// fifty-four hundredths, مئتان وواحد وسبعون جزء من مئة.
inline bool number_reader::divide(std::int64_t below, bool tail_apart) {
    decimal sum = total_;
    sum.add(current_);
    if (sum.exponent != 0 || sum.overflow || sum.value > 1000000000 || sum.value < 0) return false;
    const std::int64_t tail = sum.value % 100;
    if (tail_apart && sum.value > tail && tail > 0 && tail < below) {
        current_ = part_of(tail, below);
        current_.add(of(sum.value - tail));
    } else {
        current_ = part_of(sum.value, below);
    }
    total_ = {};
    fraction_ = true;
    return true;
}

// three twenty-fifths, one twenty-fifth; واحد وعشرون خمسا: a number that cannot go on with the card at i has it for its denominator
inline bool number_reader::counted_part(std::size_t i, std::int64_t v, std::size_t& after) {
    if (digits_ || terms_ == 0) return false;
    decimal sum = total_;
    sum.add(current_);
    if (sum.exponent != 0 || sum.overflow) return false;
    sense s{};
    if (items_[i].gap == gap_space && find(items_[i], meaning::part, s) && (s.flags & arabic) != 0) {
        if (sum.value < 11 || !divide(s.value, true)) return false;
        words_ = true;
        return true;
    }
    if (v < 20 || v > 90 || v % 10 != 0 || i + 1 >= items_.size()) return false;
    const atom& last = items_[i + 1];
    if (last.gap != gap_space && !hyphened(last)) return false;
    const bool one = sum.value == 1 && find(last, meaning::ord, s) && s.value < 10 && (s.flags & english) != 0;
    if (!one && !(sum.value > 1 && find(last, meaning::parts, s) && s.value > 0 && s.value < 10 && (s.flags & english) != 0))
        return false;
    if (!divide(v + s.value, summed_)) return false;
    words_ = true;
    after = i + 2;
    return true;
}

// a billion and three quarters of a million: the card at i, parts, and a smaller power than the last
inline bool number_reader::scaled_fraction(std::size_t i, std::int64_t v, std::size_t& after) {
    sense part{};
    std::size_t next = i + 1;
    if (next >= items_.size() || !near_by(items_[next]) || !find(items_[next], meaning::parts, part) || part.value < 2)
        return false;
    ++next;
    if (of_follows(next) && next + 1 < items_.size() && has(items_[next + 1], meaning::article)) next += 2;
    const int power = scale_at(next);
    if (power < 3 || power >= scale_) return false;
    decimal fraction = part_of(v, part.value);
    fraction.times_ten(power);
    total_.add(fraction);
    room_ = 1;
    words_ = true;
    after = next + 1;
    return true;
}

// half, half a million, نیم میلیون
inline bool number_reader::first_part(std::size_t i, const sense& s, std::size_t& after) {
    std::size_t next = i + 1;
    if (next < items_.size() && items_[next].gap == gap_space && has(items_[next], meaning::article)) ++next;
    if (next < items_.size() && items_[next].gap == gap_space &&
        (find_big_scale(items_[next]) || has(items_[next], meaning::dozen)) && 100 % s.value == 0) {
        current_ = of(100 / s.value, -2);
        empty_ = false;
        room_ = 1;
        words_ = true;
        after = next;
        return true;
    }
    current_ = part_of(1, s.value);
    empty_ = false;
    words_ = true;
    fraction_ = true;
    weak_ = s.weak();
    return true;
}

// one half, مليون ونصف, دوه نیم
inline bool number_reader::further_part(std::size_t i, sense s, bool joined, std::size_t& after) {
    const atom& a = items_[i];
    if (!joined && terms_ == 1 && current_.value == 1 && current_.exponent == 0 && !digits_ && (s.flags & english) != 0 &&
        (s.value == 2 || hyphened(a) || of_follows(i + 1))) { // one half, one quarter of
        current_ = part_of(1, s.value);
        fraction_ = true;
        words_ = true;
        return true;
    }
    if (!joined && s.value == 4 && (s.flags & persian) != 0 && terms_ == 1 && !digits_ && current_.exponent == 0 &&
        current_.value >= 1 && current_.value <= 3) { // یک ربع, سه ربع
        current_ = part_of(current_.value, 4);
        fraction_ = true;
        words_ = true;
        return true;
    }
    if (!find(a, meaning::parts, s) && (s.value == 2 || s.value == 4 || s.value == 3) &&
        (joined || (s.flags & (pashto | persian)) != 0)) { // مليون ونصف, دوه نیم
        decimal half = part_of(1, s.value);
        if (empty_ && last_scale_ > 0) {
            half.times_ten(last_scale_);
            if (scale_at(i + 1) == last_scale_ && (s.flags & arabic) != 0) after = i + 2; // مليون ونصف المليون
        }
        if (empty_) total_.add(half);
        else current_.add(half);
        room_ = 1;
        words_ = true;
        return true;
    }
    if (!joined && (s.flags & arabic) != 0 && counted_part(i, 0, after)) return true;
    return false;
}

// two and a half
inline bool number_reader::and_a_part(std::size_t i, std::size_t& after) {
    sense h{};
    if (find(items_[i + 1], meaning::part, h) && (h.value == 2 || h.value == 4)) {
        decimal half = part_of(1, h.value);
        if (empty_ && last_scale_ > 0) {
            sense big{}; // a billion and a half million
            if (i + 2 < items_.size() && items_[i + 2].gap == gap_space && find(items_[i + 2], meaning::scale, big) &&
                big.value < scale_ && big.value > 2) {
                half.times_ten(big.value);
                after = i + 3;
                total_.add(half);
                words_ = true;
                return true;
            }
            half.times_ten(last_scale_);
            total_.add(half);
        } else {
            current_.add(half);
        }
        room_ = 1;
        words_ = true;
        after = i + 2;
        return true;
    }
    if (empty_ && last_scale_ > 0) return false;
    if (find(items_[i + 1], meaning::ord, h) && (h.flags & english) != 0 && h.value >= 3 && !digits_ &&
        current_.exponent == 0) { // three and a fifth
        current_.add(part_of(1, h.value));
        room_ = 1;
        after = i + 2;
        return true;
    }
    return false;
}

// two thirds, ثلاثة أرباع
inline bool number_reader::parts(std::size_t i, const sense& s, std::size_t& after) {
    const atom& a = items_[i];
    if (s.value == 4 && (s.flags & english) != 0 && has(a, meaning::part) && !hyphened(a) && !of_follows(i + 1) &&
        scale_at(i + 1) == 0)
        return false; // three quarters of a year are one thing, three quarters of growth another
    const std::int64_t below = s.value > 0 ? s.value : power(-s.value);
    if (!divide(below, (s.flags & arabic) != 0 || ((s.flags & english) != 0 && summed_))) return false;
    words_ = true;
    // ثلاثة أرباع مليون, three quarters of a million
    std::size_t next = i + 1;
    if (of_follows(next) && next + 1 < items_.size() && has(items_[next + 1], meaning::article)) next += 2;
    if (current_.exponent > -4 && total_.value == 0 && scale_at(next) >= 3) {
        fraction_ = false;
        empty_ = false;
        total_empty_ = true;
        room_ = 1;
        after = next;
    }
    return true;
}

inline bool number_reader::first_ordinal(std::size_t i, const sense& s, std::size_t& after) {
    const atom& a = items_[i];
    const std::int64_t v = s.value;
    current_ = of(v);
    empty_ = false;
    words_ = true;
    weak_ = s.weak() || borrowed(a, s);
    ordinal_ = true;
    // الخامس والعشرون
    if (v < 10 && i + 1 < items_.size() && (s.flags & arabic) != 0) {
        std::size_t n = i + 1;
        if (has(items_[n], meaning::and_) && items_[n].gap == gap_space && n + 1 < items_.size() &&
            items_[n + 1].gap == gap_space)
            ++n;
        sense t{};
        if ((n > i + 1 || items_[n].clitics == clitic_and) && near_by(items_[n])) {
            if ((find(items_[n], meaning::ord, t) && t.value >= 20 && t.value % 10 == 0) ||
                (find(items_[n], meaning::card, t) && t.value >= 20 && t.value < 100 && t.value % 10 == 0)) {
                current_ = of(v + t.value);
                weak_ = false;
                after = n + 1;
            }
        }
    }
    return true;
}

inline bool number_reader::last_ordinal(std::size_t i, const sense& s, bool joined) {
    const std::int64_t v = s.value;
    if (!joined && (s.flags & (persian | pashto)) != 0 && !s.weak() && (v <= 10 || (v == 20 && current_.value == 1)) &&
        total_empty_ && !empty_ && current_.exponent == 0 && current_.value > 0 && current_.value < v &&
        !month_follows(i + 1)) { // دو سوم, سه چهارم, درې څلورمه
        current_ = part_of(current_.value, v);
        fraction_ = true;
        words_ = true;
        return true;
    }
    if (digits_ && !words_) return false;
    if ((s.flags & pashto) != 0 && v >= 20 && v % 10 == 0 && last_unit_ && !joined && current_.exponent == 0) { // دوه دېرشم
        current_.add(of(v));
        ordinal_ = true;
        return true;
    }
    if (!empty_ && v >= room_) {
        if ((s.flags & english) != 0 && v >= 3 && !joined && current_.value == 1 && total_empty_) { // one third
            current_ = part_of(1, v);
            fraction_ = true;
            words_ = true;
            return true;
        }
        return false;
    }
    if (empty_ && total_empty_) return false;
    if (!joined && (s.flags & 63) != english && (s.flags & pashto) == 0) return false;
    current_.add(of(v));
    empty_ = false;
    ordinal_ = true;
    words_ = true;
    return true;
}

inline bool number_reader::ordinal_scale(const atom& a, const sense& s, bool joined) {
    if (terms_ > 0 && joined) return false;
    if (s.value == 2 && (s.flags & persian) != 0 && terms_ > 0 && !empty_ && current_.value < 100) { // بیست و پنج صدم
        if (!divide(100, false)) return false;
        words_ = true;
        return true;
    }
    weak_ = terms_ == 0 && borrowed(a, s);
    add_scale(s.value);
    ordinal_ = true;
    words_ = true;
    return true;
}

}}} // namespace matn::v0::detail::when

#endif
